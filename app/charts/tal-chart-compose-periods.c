/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-compose.h"
#include "core/tal-danish-period.h"

#include <glib.h>

/* What is longer than this is drawn as it is, without what lacks. */
#define MOST_POSITIONS 10000

/* Adds the series' periods that say something. */
static gboolean
add_periods (TalChartComposition *self, const TalSeries *series, GArray *periods, GError **error)
{
  g_autoptr (GArray) own = tal_derive_list_periods (self->catalogue, self->runs, series, error);

  if (own == NULL)
    return FALSE;

  for (guint i = 0; i < own->len; i++)
    {
      TalPeriod period = g_array_index (own, TalPeriod, i);
      TalFigure figure = TAL_FIGURE_UNFOUND;

      if (!tal_chart_compose_is_asked_for (self, period))
        continue;
      /* What is observed says something, if only why there is no figure. */
      if (tal_series_is_derived (series) &&
          !tal_chart_compose_derive (self, series, period, &figure, error))
        return FALSE;
      if (!tal_series_is_derived (series) || tal_figure_is_known (&figure))
        g_array_append_val (periods, period);
    }
  return TRUE;
}

static TalPeriodKind
find_kind (const GArray *periods)
{
  guint         counts[TAL_PERIOD_RANGE + 1] = { 0 };
  TalPeriodKind found = TAL_PERIOD_YEAR;

  for (guint i = 0; i < periods->len; i++)
    counts[g_array_index (periods, TalPeriod, i).kind]++;
  for (guint kind = TAL_PERIOD_YEAR; kind <= TAL_PERIOD_RANGE; kind++)
    {
      if (counts[kind] > counts[found])
        found = (TalPeriodKind)kind;
    }
  return found;
}

static void
keep_kind (GArray *periods, TalPeriodKind kind)
{
  for (guint i = periods->len; i > 0; i--)
    {
      if (g_array_index (periods, TalPeriod, i - 1).kind != kind)
        g_array_remove_index (periods, i - 1);
    }
}

/* How many periods of its kind it is after the year 0; for those that come in order. */
static int
get_ordinal (TalPeriod period)
{
  int year = 0;
  int month = 0;

  tal_day_get_date (period.first, &year, &month, NULL);
  switch (period.kind)
    {
    case TAL_PERIOD_YEAR:
      return year;
    case TAL_PERIOD_HALF_YEAR:
      return year * 2 + (month - 1) / 6;
    case TAL_PERIOD_QUARTER:
      return year * 4 + (month - 1) / 3;
    case TAL_PERIOD_MONTH:
      return year * 12 + month - 1;
    case TAL_PERIOD_WEEK:
      return period.first / 7;
    case TAL_PERIOD_DAY:
    case TAL_PERIOD_RANGE:
    case TAL_PERIOD_NONE:
      return period.first;
    }

  g_return_val_if_reached (0);
}

static int
find_common_divisor (int a, int b)
{
  while (b != 0)
    {
      int rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* How far apart figures come: 12 for a month that is counted once a year. */
static int
find_step (const GArray *periods)
{
  int step = 0;

  for (guint i = 1; i < periods->len; i++)
    step = find_common_divisor (get_ordinal (g_array_index (periods, TalPeriod, i)) -
                                    get_ordinal (g_array_index (periods, TalPeriod, i - 1)),
                                step);
  return step;
}

/* With the periods that lack, so that a gap is seen. */
static GArray *
fill (GArray *periods)
{
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  int                step = find_step (periods);
  TalPeriod          first;
  TalPeriod          last;

  if (step <= 0 || periods->len < 3)
    return g_array_ref (periods);
  first = g_array_index (periods, TalPeriod, 0);
  last = g_array_index (periods, TalPeriod, periods->len - 1);
  if (first.kind == TAL_PERIOD_RANGE ||
      (get_ordinal (last) - get_ordinal (first)) / step > MOST_POSITIONS)
    return g_array_ref (periods);

  for (TalPeriod each = first; tal_period_is_set (each) && tal_period_compare (each, last) <= 0;
       each = tal_period_step (each, step))
    g_array_append_val (filled, each);
  return g_steal_pointer (&filled);
}

GArray *
tal_chart_compose_list_periods (TalChartComposition *self, const GPtrArray *series, GError **error)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));

  for (guint i = 0; i < series->len; i++)
    {
      if (!add_periods (self, g_ptr_array_index (series, i), periods, error))
        return NULL;
    }

  keep_kind (periods, find_kind (periods));
  tal_period_list_sort (periods);
  return fill (periods);
}

gboolean
tal_chart_compose_find_newest (TalChartComposition *self,
                               const TalSeries     *series,
                               TalPeriod           *ret_period,
                               GError             **error)
{
  g_autoptr (GArray) own = tal_derive_list_periods (self->catalogue, self->runs, series, error);
  TalPeriod          found = TAL_PERIOD_UNSET;

  if (own == NULL)
    return FALSE;

  for (guint i = own->len; i > 0 && !tal_period_is_set (found); i--)
    {
      TalPeriod period = g_array_index (own, TalPeriod, i - 1);
      TalFigure figure;

      if (!tal_chart_compose_is_asked_for (self, period))
        continue;
      if (!tal_chart_compose_derive (self, series, period, &figure, error))
        return FALSE;
      if (tal_figure_is_known (&figure))
        found = period;
    }
  *ret_period = found;
  return TRUE;
}

/* "Databrud i juli 2017: nyt ledighedsregister." */
static char *
write_break (const TalSeriesBreak *broken)
{
  int              year = 0;
  int              month = 0;
  int              day = 0;
  TalPeriod        period = tal_period_new (broken->day, broken->day);
  g_autofree char *when = NULL;
  const char      *reason = broken->reason != NULL ? broken->reason : "";

  tal_day_get_date (broken->day, &year, &month, &day);
  if (day == 1 && !tal_period_from_number (TAL_PERIOD_MONTH, year, month, &period))
    return NULL;
  when = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
  return g_strdup_printf ("Databrud %s %s%s%s%s", day == 1 ? "i" : "den", when,
                          reason[0] != '\0' ? ": " : "", reason,
                          g_str_has_suffix (reason, ".") ? "" : ".");
}

static void
add_break (TalChartComposition *self, guint position, const TalSeriesBreak *broken)
{
  g_autofree char *reason = write_break (broken);
  gboolean         known = FALSE;

  for (guint i = 0; i < self->spec->breaks->len; i++)
    known = known || g_array_index (self->spec->breaks, TalChartBreak, i).position == position;
  if (!known)
    tal_chart_spec_add_break (self->spec, position, reason);
  tal_chart_spec_add_note (self->spec, reason);
}

void
tal_chart_compose_add_breaks (TalChartComposition *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < self->subjects->len; i++)
    {
      const TalSeries      *series = g_ptr_array_index (self->subjects, i);
      g_autoptr (GPtrArray) entered = tal_derive_list_entered (self->catalogue, series);

      g_ptr_array_add (all, (gpointer)series);
      g_ptr_array_extend (all, entered, NULL, NULL);
    }

  for (guint i = 1; i < self->spec->positions->len; i++)
    {
      TalPeriod earlier = tal_chart_spec_get_position (self->spec, i - 1)->period;
      TalPeriod later = tal_chart_spec_get_position (self->spec, i)->period;

      for (guint j = 0; j < all->len; j++)
        {
          const TalSeriesBreak *broken =
              tal_series_find_break (g_ptr_array_index (all, j), earlier, later);

          if (broken != NULL)
            add_break (self, i, broken);
        }
    }
}
