/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-sheet-masking.h"

#include "core/tal-derive.h"
#include "core/tal-masking.h"
#include "core/tal-series-family.h"

/* A figure that is known. */
typedef struct
{
  const TalSeries *series;
  TalPeriod        period;
  TalFigure        figure;
  gboolean         is_count;
  gboolean         is_share; /* of counts that stand nowhere else */
  guint            number;   /* among the counts or the shares */
  gint64           count;
  gboolean         hidden;
} Cell;

struct _TalSheetMasking
{
  GHashTable *cells; /* of Cell, by itself */
  int         limit;
};

typedef struct
{
  const TalCatalogue *catalogue;
  TalRunSource       *runs;
  int                 below;
  TalMasking         *masking;
  GPtrArray          *order; /* of Cell, as they were read */
  TalSheetMasking    *result;
} Reading;

static guint
cell_hash (gconstpointer cell)
{
  const Cell *self = cell;

  return g_direct_hash (self->series) ^ tal_period_hash (self->period);
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  const Cell *first = a;
  const Cell *second = b;

  return first->series == second->series && tal_period_is_equal (first->period, second->period);
}

static Cell *
find_cell (const TalSheetMasking *self, const TalSeries *series, TalPeriod period)
{
  const Cell wanted = { .series = series, .period = period };

  return g_hash_table_lookup (self->cells, &wanted);
}

static const TalSeries *
find_series (const Reading *self, TalId id)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, id);

  return record != NULL ? TAL_SERIES (record) : NULL;
}

static gboolean
counts (const TalSeries *series)
{
  return (tal_series_is_count (series) || tal_series_counts_people (series)) &&
         series->basis != TAL_BASIS_CHANGE && series->basis != TAL_BASIS_RELATIVE_CHANGE;
}

static int
get_own_limit (const Reading *self, const TalSeries *series)
{
  return MAX (series->confidential_below, counts (series) ? self->below : 0);
}

/* What the series or anything that it is made of asks for. */
static int
find_limit (const Reading *self, const TalSeries *series)
{
  g_autoptr (GPtrArray) entered = tal_derive_list_entered (self->catalogue, series);
  int                   limit = get_own_limit (self, series);

  for (guint i = 0; i < entered->len; i++)
    limit = MAX (limit, get_own_limit (self, g_ptr_array_index (entered, i)));
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalSeries *part = find_series (self, tal_series_get_term (series, i)->series);

      if (part != NULL && !counts (series))
        limit = MAX (limit, get_own_limit (self, part));
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
add_share (Reading *self, Cell *cell, int limit, GError **error)
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

  cell->is_share = above.found && get_count (&above, &numerator);
  if (!cell->is_share)
    return TRUE;
  if (below.found)
    get_count (&below, &denominator);
  cell->number = tal_masking_add_share_of_counts (self->masking, numerator,
                                                  MAX (denominator, numerator), limit);
  return TRUE;
}

static gboolean
add_cell (Reading *self, const TalSeries *series, TalPeriod period, int limit, GError **error)
{
  Cell  cell = { .series = series, .period = period };
  Cell *kept = NULL;

  if (!tal_derive_figure (self->catalogue, self->runs, series, period, &cell.figure, error))
    return FALSE;
  if (!tal_figure_is_known (&cell.figure))
    return TRUE;

  cell.is_count = counts (series) && get_count (&cell.figure, &cell.count);
  if (cell.is_count)
    cell.number = tal_masking_add_count (self->masking, cell.count, limit);
  else if (!add_share (self, &cell, limit, error))
    return FALSE;

  kept = g_memdup2 (&cell, sizeof cell);
  g_hash_table_add (self->result->cells, kept);
  g_ptr_array_add (self->order, kept);
  return TRUE;
}

static gboolean
read_series (Reading *self, const TalSeries *series, GError **error)
{
  g_autoptr (GArray) periods = tal_derive_list_periods (self->catalogue, self->runs, series, error);
  int                limit = find_limit (self, series);

  if (periods == NULL)
    return FALSE;

  for (guint i = 0; i < periods->len; i++)
    {
      if (!add_cell (self, series, g_array_index (periods, TalPeriod, i), limit, error))
        return FALSE;
    }
  self->result->limit = MAX (self->result->limit, limit);
  return TRUE;
}

static gboolean
append_count (const Reading *self, GArray *numbers, const TalSeries *series, TalPeriod period)
{
  const Cell *cell = series != NULL ? find_cell (self->result, series, period) : NULL;

  if (cell == NULL || !cell->is_count)
    return FALSE;

  g_array_append_val (numbers, cell->number);
  return TRUE;
}

/* Where all parts of a total are known beside it. */
static void
bind_total (Reading *self, const Cell *cell)
{
  g_autoptr (GArray) parts = tal_series_family_list_parts (self->catalogue, cell->series);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < parts->len; i++)
    {
      const TalSeriesPart *part = &g_array_index (parts, TalSeriesPart, i);

      if (part->depth == 0 && !append_count (self, numbers, part->series, cell->period))
        return;
    }
  if (numbers->len > 0)
    tal_masking_add_total (self->masking, cell->number, &g_array_index (numbers, guint, 0),
                           numbers->len);
}

/* "heraf": parts that don't make up the whole. */
static void
bind_parts (Reading *self, const Cell *cell)
{
  if (cell->series->agreement != TAL_AGREEMENT_PARTS &&
      cell->series->agreement != TAL_AGREEMENT_OVERLAPPING)
    return;

  for (guint i = 0; i < tal_series_get_n_terms (cell->series); i++)
    {
      const TalSeries *part = find_series (self, tal_series_get_term (cell->series, i)->series);
      const Cell      *of = part != NULL ? find_cell (self->result, part, cell->period) : NULL;

      if (of != NULL && of->is_count)
        tal_masking_add_of_which (self->masking, cell->number, of->number);
    }
}

/* A year is known from its quarters, and a quarter from the year and its other quarters. */
static void
bind_time (Reading *self, const Cell *cell)
{
  static const TalPeriodKind kinds[] = { TAL_PERIOD_YEAR, TAL_PERIOD_HALF_YEAR, TAL_PERIOD_QUARTER,
                                         TAL_PERIOD_MONTH };

  if (cell->series->roll_up != TAL_ROLL_UP_SUM)
    return;

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr (GArray) parts = tal_period_list_parts (cell->period, kinds[kind]);
      g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      gboolean           all = parts->len > 1;

      for (guint i = 0; all && i < parts->len; i++)
        all = append_count (self, numbers, cell->series, g_array_index (parts, TalPeriod, i));
      if (all)
        tal_masking_add_total (self->masking, cell->number, &g_array_index (numbers, guint, 0),
                               numbers->len);
    }
}

/* A share of two counts that are known themselves: what is hidden in one is not told by it. */
static void
bind_share (Reading *self, const Cell *cell)
{
  const Cell *above = NULL;
  const Cell *below = NULL;

  if (cell->series->basis != TAL_BASIS_RATIO || tal_series_get_n_terms (cell->series) != 2)
    return;

  for (guint i = 0; i < 2; i++)
    {
      const TalTerm   *term = tal_series_get_term (cell->series, i);
      const TalSeries *series = find_series (self, term->series);
      const Cell      *of = series != NULL ? find_cell (self->result, series, cell->period) : NULL;

      if (term->place == TAL_TERM_ABOVE)
        above = of;
      else
        below = of;
    }
  if (above != NULL && below != NULL && above->is_count && below->is_count)
    tal_masking_add_of_which (self->masking, below->number, above->number);
}

static void
bind (Reading *self)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      const Cell *cell = g_ptr_array_index (self->order, i);

      if (cell->is_count)
        {
          bind_total (self, cell);
          bind_parts (self, cell);
          bind_time (self, cell);
        }
      else
        bind_share (self, cell);
    }
}

static gboolean
is_hidden (const Reading *self, const Cell *cell)
{
  if (cell->is_count)
    return tal_masking_get_mask (self->masking, cell->number) != TAL_MASK_NONE;
  return cell->is_share &&
         tal_masking_get_share_mask (self->masking, cell->number) != TAL_MASK_NONE;
}

static gboolean
is_term_hidden (const Reading *self, const TalSeries *series, TalPeriod period)
{
  const Cell *cell = find_cell (self->result, series, period);

  return cell != NULL && cell->hidden;
}

static gboolean
is_change (const TalSeries *series)
{
  return series->basis == TAL_BASIS_CHANGE || series->basis == TAL_BASIS_RELATIVE_CHANGE ||
         series->agreement == TAL_AGREEMENT_CHANGE ||
         series->agreement == TAL_AGREEMENT_RELATIVE_CHANGE;
}

/* Whether anything that the figure is computed from is hidden, in its own period or in the one
 * that it is a change from. */
static gboolean
rests_on_hidden (const Reading *self, const Cell *cell)
{
  const TalPeriod earlier = is_change (cell->series)
                                ? tal_period_step (cell->period, -MAX (cell->series->lag, 1))
                                : TAL_PERIOD_UNSET;

  for (guint i = 0; i < tal_series_get_n_terms (cell->series); i++)
    {
      const TalSeries *part = find_series (self, tal_series_get_term (cell->series, i)->series);

      if (part != NULL && (is_term_hidden (self, part, cell->period) ||
                           (tal_period_is_set (earlier) && is_term_hidden (self, part, earlier))))
        return TRUE;
    }
  return FALSE;
}

/* A sum of what is only added is bound as a total, and may be shown. */
static gboolean
is_bound_total (const Reading *self, const Cell *cell)
{
  g_autoptr (GArray) parts = NULL;

  if (!cell->is_count)
    return FALSE;
  if (!tal_series_is_derived (cell->series))
    return TRUE;

  parts = tal_series_family_list_parts (self->catalogue, cell->series);
  return parts->len > 0;
}

/* Until nothing more is hidden: what is computed may be computed from again. */
static void
hide (Reading *self)
{
  gboolean more = TRUE;

  for (guint i = 0; i < self->order->len; i++)
    {
      Cell *cell = g_ptr_array_index (self->order, i);

      cell->hidden = is_hidden (self, cell);
    }
  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < self->order->len; i++)
        {
          Cell *cell = g_ptr_array_index (self->order, i);

          if (cell->hidden || is_bound_total (self, cell) || !rests_on_hidden (self, cell))
            continue;
          cell->hidden = TRUE;
          more = TRUE;
        }
    }
}

static gboolean
is_anything_asked (const Reading *self)
{
  guint                   n_series = 0;
  const TalRecord *const *series =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &n_series);

  for (guint i = 0; i < n_series; i++)
    {
      if (get_own_limit (self, TAL_SERIES (series[i])) > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_all (Reading *self, GError **error)
{
  guint                   n_series = 0;
  const TalRecord *const *series =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &n_series);

  for (guint i = 0; i < n_series; i++)
    {
      if (!read_series (self, TAL_SERIES (series[i]), error))
        return FALSE;
    }

  bind (self);
  tal_masking_apply (self->masking);
  hide (self);
  return TRUE;
}

TalSheetMasking *
tal_sheet_masking_new (const TalCatalogue *catalogue, TalRunSource *runs, int below, GError **error)
{
  g_autoptr (TalSheetMasking) self = NULL;
  g_autoptr (TalMasking)      masking = NULL;
  g_autoptr (GPtrArray)       order = NULL;
  Reading                     reading = { catalogue, runs, below, NULL, NULL, NULL };

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (below >= 0, NULL);

  self = g_new0 (TalSheetMasking, 1);
  self->cells = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
  if (!is_anything_asked (&reading))
    return g_steal_pointer (&self);

  masking = tal_masking_new (FALSE);
  order = g_ptr_array_new ();
  reading.masking = masking;
  reading.order = order;
  reading.result = self;
  return read_all (&reading, error) ? g_steal_pointer (&self) : NULL;
}

void
tal_sheet_masking_free (TalSheetMasking *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->cells);
  g_free (self);
}

gboolean
tal_sheet_masking_hides (const TalSheetMasking *self, const TalSeries *series, TalPeriod period)
{
  const Cell *cell = NULL;

  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (series != NULL, TRUE);

  cell = find_cell (self, series, period);
  return cell != NULL && cell->hidden;
}

int
tal_sheet_masking_get_limit (const TalSheetMasking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->limit;
}
