/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares of one whole, a bar for each period.  What they leave of a hundred is told as the rest; it
 * takes none that come to more, as those overlap.  It writes Danish by rule, whatever the language
 * of the program: these stand in the committee's own papers.
 */

#include "charts/tal-chart-compose.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-words.h"
#include "core/tal-danish-noun.h"

#include <string.h>

/* More bars than these are not compared: the newest are. */
#define MOST_BARS 24
#define REST "Øvrige"
#define NOTE_SUM "Tallene summer ikke til 100 pct."
#define UNKNOWN_PART "uoplyst"
#define SLOT_UNKNOWN TAL_CHART_SLOT_REST
#define SLOT_OTHERS (TAL_CHART_SLOT_REST + 2)
/* What rounding may take from a hundred, or add to it, for each part. */
#define ROUNDING_NUMERATOR 1
#define ROUNDING_DENOMINATOR 2

/* How many bytes of 'name' are whole words that 'other' begins with too. */
static gsize
measure_common_words (const char *name, const char *other, gsize most)
{
  gsize common = 0;

  for (gsize i = 0; i < most && name[i] != '\0' && name[i] == other[i]; i++)
    {
      if (name[i] == ' ')
        common = i + 1;
    }
  return common;
}

/* What is left of the names behind the words that they all begin with: "1-2 år" of "Tildelte
 * ressourceforløb indstillet 1-2 år". */
static GPtrArray *
list_short_names (const GPtrArray *parts)
{
  g_autoptr (GPtrArray) names = tal_chart_words_list_names (parts);
  GPtrArray            *shorter = g_ptr_array_new_with_free_func (g_free);
  gsize                 common = strlen (g_ptr_array_index (names, 0));

  for (guint i = 1; i < names->len; i++)
    common =
        measure_common_words (g_ptr_array_index (names, 0), g_ptr_array_index (names, i), common);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      g_ptr_array_add (shorter,
                       tal_danish_noun_dup_heading (names->len > 1 ? name + common : name));
    }
  return shorter;
}

static TalChartSlot
choose_slot (const char *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);

  if (strstr (small, UNKNOWN_PART) != NULL)
    return SLOT_UNKNOWN;
  return g_str_has_prefix (name, REST) ? SLOT_OTHERS : TAL_CHART_SLOT_FREE;
}

static gboolean
add_parts (TalChartComposition *self, const GPtrArray *parts, const GArray *periods, GError **error)
{
  g_autoptr (GPtrArray) names = list_short_names (parts);

  for (guint i = 0; i < parts->len; i++)
    {
      const char     *name = g_ptr_array_index (names, i);
      TalChartSeries *row = tal_chart_spec_add_series (self->spec, name);

      row->slot = choose_slot (name);
      for (guint j = 0; j < periods->len; j++)
        {
          if (!tal_chart_compose_add_value (self, i, g_ptr_array_index (parts, i),
                                            g_array_index (periods, TalPeriod, j), error))
            return FALSE;
        }
    }
  return TRUE;
}

/* What the parts leave of a hundred; not valid where one of them is not known exactly. */
static TalFraction
find_rest (const TalChartComposition *self, guint position, TalFigureState *ret_state)
{
  TalFraction    rest = tal_fraction_from_integer (100);
  TalFigureState state = TAL_FIGURE_FINAL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const TalChartCell *cell = &g_array_index (self->cells, TalChartCell, i);

      if (cell->position != position)
        continue;
      if (!tal_figure_is_known (&cell->figure) ||
          cell->figure.approximation != TAL_APPROXIMATION_EXACT)
        return (TalFraction){ 0 };
      rest = tal_fraction_subtract (rest, cell->figure.value);
      state = MAX (state, cell->figure.state);
    }
  *ret_state = state;
  return rest;
}

static TalFraction
get_rounding (const GPtrArray *parts)
{
  return tal_fraction_divide (tal_fraction_from_integer ((gint64)parts->len * ROUNDING_NUMERATOR),
                              tal_fraction_from_integer (ROUNDING_DENOMINATOR));
}

/* Whether the parts of a bar come to more than a hundred. */
static gboolean
is_overfull (const TalChartComposition *self, const GPtrArray *parts, guint position)
{
  TalFigureState state;
  TalFraction    rest = find_rest (self, position, &state);

  return tal_fraction_is_valid (rest) &&
         tal_fraction_compare (tal_fraction_add (rest, get_rounding (parts)),
                               tal_fraction_from_integer (0)) < 0;
}

/* Nothing may be told of the rest where that would tell of a part that is hidden. */
static gboolean
has_rest (const TalChartComposition *self, const GPtrArray *parts)
{
  gboolean found = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const TalSeries *part = g_ptr_array_index (parts, i);

      if (self->request->masked && part->confidential_below > 0)
        return FALSE;
    }
  for (guint i = 0; i < self->spec->positions->len; i++)
    {
      TalFigureState state;
      TalFraction    rest = find_rest (self, i, &state);

      if (!tal_fraction_is_valid (rest))
        return FALSE;
      found = found || tal_fraction_compare (rest, get_rounding (parts)) > 0;
    }
  return found;
}

static void
add_rest (TalChartComposition *self)
{
  TalChartSeries *row = tal_chart_spec_add_series (self->spec, REST);

  row->slot = SLOT_OTHERS;
  for (guint i = 0; i < self->spec->positions->len; i++)
    {
      TalFigure figure = TAL_FIGURE_UNFOUND;

      figure.found = TRUE;
      figure.computed = TRUE;
      figure.missing = TAL_MISSING_NOT;
      figure.value = find_rest (self, i, &figure.state);
      tal_chart_series_add (row, tal_chart_compose_make_value (self, &figure));
    }
}

/* Says where the bars do not reach a hundred, and nothing says what the rest is. */
static void
note_sum (TalChartComposition *self)
{
  for (guint i = 0; i < self->spec->positions->len; i++)
    {
      TalFraction sum = tal_fraction_from_integer (0);

      for (guint j = 0; j < self->cells->len; j++)
        {
          const TalChartCell *cell = &g_array_index (self->cells, TalChartCell, j);

          if (cell->position == i)
            sum = tal_figure_is_known (&cell->figure) ? tal_fraction_add (sum, cell->figure.value)
                                                      : (TalFraction){ 0 };
        }
      if (tal_fraction_is_valid (sum) &&
          tal_fraction_compare (sum, tal_fraction_from_integer (100)) != 0)
        tal_chart_spec_add_note (self->spec, NOTE_SUM);
    }
}

static gboolean
is_exact (const TalChartValue *value)
{
  return tal_chart_value_is_known (value) && value->approximation == TAL_APPROXIMATION_EXACT;
}

/* "Størst andel: Satspuljeinitiativet ”Flere Skal Med” (36 pct.)", of one bar alone: the greys are
 * no part to speak of. */
static char *
write_claim (const TalChartComposition *self)
{
  const TalChartSeries *largest = NULL;
  TalChartValue         most = TAL_CHART_VALUE_UNKNOWN;
  gboolean              alone = FALSE;
  g_autofree char      *text = NULL;

  for (guint i = 0; i < self->spec->series->len; i++)
    {
      const TalChartSeries *each = tal_chart_spec_get_series (self->spec, i);
      TalChartValue         value = tal_chart_series_get (each, 0);
      int                   order;

      if (!is_exact (&value))
        return NULL;
      order = largest == NULL ? 1 : tal_decimal_compare (value.shown, most.shown);
      if (each->slot != TAL_CHART_SLOT_FREE || order < 0)
        continue;
      alone = order > 0;
      largest = each;
      most = value;
    }
  if (!alone || self->spec->positions->len != 1)
    return NULL;
  most.state = TAL_FIGURE_FINAL;
  text = tal_chart_text_dup_value_with_unit (self->spec, &most);
  return g_strdup_printf ("Størst andel: %s (%s)", largest->name, text);
}

static char *
dup_plain_title (const TalChartComposition *self, const TalSeries *total, const GPtrArray *parts)
{
  char *heading = tal_chart_words_dup_heading (parts);
  char *end = NULL;

  if (heading != NULL || total == NULL)
    return heading != NULL ? heading : tal_chart_words_dup_neutral_title (self, parts);
  heading = g_strdup (total->name);
  end = strstr (heading, " i alt");
  if (end != NULL)
    *end = '\0';
  return heading;
}

static void
write_words (TalChartComposition *self,
             const TalSeries     *total,
             const GPtrArray     *parts,
             const GArray        *periods)
{
  g_autofree char *plain = dup_plain_title (self, total, parts);
  g_autofree char *rest = NULL;

  tal_chart_compose_take_title (self, write_claim (self), g_strdup (plain));
  rest = tal_chart_words_dup_subtitle (self, parts, self->spec->title,
                                       g_array_index (periods, TalPeriod, 0),
                                       g_array_index (periods, TalPeriod, periods->len - 1));
  if (strstr (self->spec->title, plain) == NULL && !g_str_has_prefix (rest, plain))
    {
      g_autofree char *inside =
          g_str_has_prefix (rest, "Pct.") ? tal_danish_noun_dup_inside (rest) : g_strdup (rest);

      self->spec->subtitle = g_strdup_printf ("%s, %s", plain, inside);
      return;
    }
  self->spec->subtitle = g_steal_pointer (&rest);
}

static gboolean
fill (TalChartComposition *self,
      const TalSeries     *total,
      const GPtrArray     *parts,
      const GArray        *periods,
      GError             **error)
{
  tal_chart_compose_begin (self, parts);
  self->whole = TRUE;
  for (guint i = 0; i < periods->len; i++)
    {
      TalPeriod        period = g_array_index (periods, TalPeriod, i);
      g_autofree char *label = tal_chart_words_dup_range (period, period);

      tal_chart_spec_add_thing (self->spec, label);
    }
  if (!add_parts (self, parts, periods, error))
    return FALSE;
  for (guint i = 0; i < periods->len; i++)
    {
      if (is_overfull (self, parts, i))
        return FALSE;
    }
  if (has_rest (self, parts))
    add_rest (self);
  else
    note_sum (self);
  write_words (self, total, parts, periods);
  return TRUE;
}

gboolean
tal_chart_compose_are_shares (const GPtrArray *series)
{
  for (guint i = 0; i < series->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (series, i);

      if (each->measure_unit != TAL_MEASURE_UNIT_PER_CENT)
        return FALSE;
    }
  return series->len > 0;
}

gboolean
tal_chart_compose_shares (TalChartComposition *self, const GPtrArray *series, GError **error)
{
  const TalSeries      *total = series->len == 1 ? g_ptr_array_index (series, 0) : NULL;
  g_autoptr (GPtrArray) of_total = NULL;
  g_autoptr (GArray)    periods = NULL;

  if (total != NULL)
    of_total = tal_chart_compose_list_parts (self, total);
  if (total != NULL && of_total->len < 2)
    return FALSE;
  if (total != NULL)
    series = of_total;
  periods = tal_chart_compose_list_periods (self, series, error);
  if (periods != NULL && periods->len > MOST_BARS)
    g_array_remove_range (periods, 0, periods->len - MOST_BARS);
  return periods != NULL && periods->len > 0 && fill (self, total, series, periods, error);
}
