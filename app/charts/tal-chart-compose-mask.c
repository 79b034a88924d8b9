/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-compose.h"
#include "core/tal-masking.h"
#include "core/tal-series-family.h"

#include <string.h>

/* A cell of the table of what may be seen, or none. */
typedef struct
{
  gboolean is_count;
  gboolean is_share;
  guint    number;
  gint64   count;
} Masked;

/* What the series or anything it is made of asks for. */
static int
find_limit (const TalChartComposition *self, const TalSeries *series)
{
  g_autoptr (GPtrArray) entered = tal_derive_list_entered (self->catalogue, series);
  int                   limit = series->confidential_below;

  for (guint i = 0; i < entered->len; i++)
    limit = MAX (limit, ((const TalSeries *)g_ptr_array_index (entered, i))->confidential_below);
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalSeries *part =
          tal_chart_compose_find_series (self, tal_series_get_term (series, i)->series);

      if (part != NULL && !tal_series_is_count (series))
        limit = MAX (limit, part->confidential_below);
    }
  return limit;
}

static gboolean
get_count (const TalFigure *figure, gint64 *ret_count)
{
  TalDecimal count;

  if (!tal_figure_is_known (figure) || !tal_fraction_round (figure->value, 0, &count) ||
      tal_decimal_is_negative (count))
    return FALSE;
  *ret_count = count.coefficient;
  return TRUE;
}

static gboolean
add_share (TalChartComposition *self,
           TalMasking          *masking,
           const TalChartCell  *cell,
           int                  limit,
           Masked              *masked,
           GError             **error)
{
  TalFigure above;
  TalFigure below;
  gint64    numerator = 0;
  gint64    denominator = G_MAXINT32; /* of which nothing is known, and so nothing left */

  if (!tal_derive_sum (self->catalogue, self->runs, cell->series, TAL_TERM_ABOVE, cell->period,
                       &above, error) ||
      !tal_derive_sum (self->catalogue, self->runs, cell->series, TAL_TERM_BELOW, cell->period,
                       &below, error))
    return FALSE;

  masked->is_share = above.found && get_count (&above, &numerator);
  if (!masked->is_share)
    return TRUE;
  if (below.found)
    get_count (&below, &denominator);
  masked->number =
      tal_masking_add_share_of_counts (masking, numerator, MAX (denominator, numerator), limit);
  return TRUE;
}

static gboolean
add_cell (TalChartComposition *self,
          TalMasking          *masking,
          const TalChartCell  *cell,
          Masked              *masked,
          GError             **error)
{
  int limit = find_limit (self, cell->series);

  if (!tal_figure_is_known (&cell->figure))
    return TRUE;
  if (!tal_series_is_count (cell->series) && !tal_series_counts_people (cell->series))
    return add_share (self, masking, cell, limit, masked, error);

  masked->is_count =
      cell->series->basis != TAL_BASIS_CHANGE && get_count (&cell->figure, &masked->count);
  masked->number = masked->is_count ? tal_masking_add_count (masking, masked->count, limit)
                                    : tal_masking_add_missing (masking);
  return TRUE;
}

static const Masked *
find_part (const TalChartComposition *self,
           const GArray              *all,
           const TalSeries           *series,
           TalPeriod                  period)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const TalChartCell *cell = &g_array_index (self->cells, TalChartCell, i);
      const Masked       *masked = &g_array_index (all, Masked, i);

      if (cell->series == series && masked->is_count && tal_period_is_equal (cell->period, period))
        return masked;
    }
  return NULL;
}

/* Where all parts of a total stand in the chart beside it. */
static void
add_drawn_total (TalChartComposition *self, TalMasking *masking, const GArray *all, guint number)
{
  const TalChartCell *cell = &g_array_index (self->cells, TalChartCell, number);
  g_autoptr (GArray)  parts = tal_series_family_list_parts (self->catalogue, cell->series);
  g_autoptr (GArray)  numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!g_array_index (all, Masked, number).is_count)
    return;

  for (guint i = 0; i < parts->len; i++)
    {
      const TalSeriesPart *part = &g_array_index (parts, TalSeriesPart, i);
      const Masked        *masked = NULL;

      if (part->depth > 0)
        continue;
      masked = find_part (self, all, part->series, cell->period);
      if (masked == NULL)
        return;
      g_array_append_val (numbers, masked->number);
    }
  if (numbers->len > 0)
    tal_masking_add_total (masking, g_array_index (all, Masked, number).number,
                           &g_array_index (numbers, guint, 0), numbers->len);
}

static gboolean
is_total (const TalChartComposition *self, guint number)
{
  guint position = g_array_index (self->cells, TalChartCell, number).position;

  return position < self->spec->positions->len &&
         tal_chart_spec_get_position (self->spec, position)->place == TAL_CHART_PLACE_TOTAL;
}

/* The total of a row that is all the parts of one: it may be known, drawn or not. */
static void
add_row_total (TalChartComposition *self, TalMasking *masking, const GArray *all, guint row)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64             sum = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Masked *masked = &g_array_index (all, Masked, i);

      if (g_array_index (self->cells, TalChartCell, i).row != row || !masked->is_count ||
          is_total (self, i))
        continue;
      g_array_append_val (numbers, masked->number);
      sum += masked->count;
    }
  if (numbers->len > 1)
    tal_masking_add_total (masking, tal_masking_add_count (masking, sum, 0),
                           &g_array_index (numbers, guint, 0), numbers->len);
}

static gboolean
is_hidden (const TalMasking *masking, const Masked *masked)
{
  if (masked->is_count)
    return tal_masking_get_mask (masking, masked->number) != TAL_MASK_NONE;
  return masked->is_share && tal_masking_get_share_mask (masking, masked->number) != TAL_MASK_NONE;
}

static gboolean
hide_goal (TalChartComposition *self, guint number)
{
  TalChartGoal *goal =
      number < self->spec->goals->len ? g_ptr_array_index (self->spec->goals, number) : NULL;

  if (goal == NULL)
    return FALSE;
  goal->result.masked = TRUE;
  g_clear_pointer (&goal->detail, g_free);
  g_free (goal->result_text);
  goal->result_text = g_strdup ("..");
  return TRUE;
}

/* What is written behind a position may say the figure again.  FALSE where the figure does not
 * stand in the chart by itself. */
static gboolean
hide (TalChartComposition *self, const TalChartCell *cell)
{
  TalChartSeries *series = NULL;

  if (cell->row == TAL_CHART_NO_ROW)
    return hide_goal (self, cell->position);

  series = g_ptr_array_index (self->spec->series, cell->row);
  g_array_index (series->values, TalChartValue, cell->position).masked = TRUE;
  for (guint i = cell->position; i < MIN (cell->position + 2, self->spec->positions->len); i++)
    {
      TalChartPosition *position = g_ptr_array_index (self->spec->positions, i);

      g_clear_pointer (&position->detail, g_free);
    }
  return TRUE;
}

void
tal_chart_compose_note_hidden (TalChartComposition *self, int limit)
{
  g_autofree char *note = tal_masking_write_note (limit);

  /* A hidden figure is ".." here, not a star. */
  tal_chart_spec_add_note (self->spec, note + strlen ("* "));
  g_free (self->spec->title);
  self->spec->title = g_strdup (self->plain_title);
  g_clear_pointer (&self->spec->sentence, g_free);
}

gboolean
tal_chart_compose_mask (TalChartComposition *self, GError **error)
{
  g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
  g_autoptr (GArray)     all = g_array_new (FALSE, TRUE, sizeof (Masked));
  gboolean               hidden = FALSE;
  int                    limit = 0;

  if (!self->request->masked)
    return TRUE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const TalChartCell *cell = &g_array_index (self->cells, TalChartCell, i);
      Masked              masked = { 0 };

      if (!add_cell (self, masking, cell, &masked, error))
        return FALSE;
      g_array_append_val (all, masked);
      limit = MAX (limit, find_limit (self, cell->series));
    }
  if (limit == 0)
    return TRUE;

  for (guint i = 0; i < self->cells->len; i++)
    add_drawn_total (self, masking, all, i);
  for (guint row = 0; self->whole && row < self->spec->series->len; row++)
    add_row_total (self, masking, all, row);
  tal_masking_apply (masking);

  for (guint i = 0; i < self->cells->len; i++)
    {
      if (is_hidden (masking, &g_array_index (all, Masked, i)))
        hidden = hide (self, &g_array_index (self->cells, TalChartCell, i)) || hidden;
    }
  if (hidden)
    tal_chart_compose_note_hidden (self, limit);
  return TRUE;
}
