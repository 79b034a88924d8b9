/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-signs.h"

#define BREAK_WIDTH 1.2
/* How far a line reaches above the plot, towards its word. */
#define BREAK_RISE 4.0
/* Signs closer than this would be a row of full stops. */
#define SIGN_DISTANCE 16.0

/* Behind a position of which nothing is known: whether something is withheld. */
typedef enum
{
  PLACE_KNOWN,
  PLACE_MISSING,
  PLACE_MASKED,
} Place;

static Place
judge (const TalChartPlan *plan, guint position, int only)
{
  Place place = PLACE_MISSING;

  for (guint i = 0; i < plan->spec->series->len; i++)
    {
      TalChartValue value;

      if (only != TAL_CHART_NOBODY && (int)i != only)
        continue;
      value = tal_chart_series_get (tal_chart_spec_get_series (plan->spec, i), position);
      if (tal_chart_value_is_known (&value))
        return PLACE_KNOWN;
      if (value.masked)
        place = PLACE_MASKED;
    }
  return place;
}

static gboolean
is_masked (const TalChartPlan *plan, guint position, int only)
{
  for (guint i = 0; i < plan->spec->series->len; i++)
    {
      if ((only == TAL_CHART_NOBODY || (int)i == only) &&
          tal_chart_series_get (tal_chart_spec_get_series (plan->spec, i), position).masked)
        return TRUE;
    }
  return FALSE;
}

static double
get_place (const GArray *places, guint position)
{
  return g_array_index (places, double, position);
}

/* From the known figure before 'from' to the one at 'to'; to the plot's edge where there is
 * none. */
static void
add_band (TalChartPlan *plan,
          const GArray *places,
          TalChartBox   plot,
          guint         from,
          guint         to,
          gboolean      worded)
{
  double      height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  double      left = from > 0 ? get_place (places, from - 1) : plot.x;
  double      right = to < places->len ? get_place (places, to) : plot.x + plot.width;
  TalChartBox word;

  tal_chart_plan_add_rectangle (plan, (TalChartBox){ left, plot.y, right - left, plot.height },
                                TAL_CHART_INK_BAND);
  word = tal_chart_plan_measure_text (plan, TAL_CHART_FONT_SMALL, "mangler", (left + right) / 2,
                                      TAL_CHART_ALIGN_MIDDLE, plot.y + plot.height - height - 2);
  if (worded && word.y >= plot.y && word.x >= plot.x && word.x + word.width <= plot.x + plot.width)
    tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, "mangler",
                             (left + right) / 2, TAL_CHART_ALIGN_MIDDLE, word.y);
}

static void
add_masks (TalChartPlan *plan, const GArray *places, TalChartBox plot, int series)
{
  double height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  double last = -G_MAXDOUBLE;

  for (guint i = 0; i < places->len && plot.height >= height; i++)
    {
      double x = get_place (places, i);

      if (x < last + SIGN_DISTANCE || !is_masked (plan, i, series))
        continue;
      tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, "..", x,
                               TAL_CHART_ALIGN_MIDDLE, plot.y + plot.height - height - 2);
      last = x;
    }
}

void
tal_chart_signs_add_gaps (TalChartPlan *plan, const GArray *places, TalChartBox plot, int series)
{
  guint from = 0;

  g_return_if_fail (plan != NULL && places != NULL);

  while (from < places->len)
    {
      guint    to = from;
      gboolean worded = TRUE;

      for (Place place; to < places->len && (place = judge (plan, to, series)) != PLACE_KNOWN; to++)
        worded = worded && place == PLACE_MISSING;
      if (to - from > 1 || (to > from && places->len == 1))
        add_band (plan, places, plot, from, to, worded);
      from = to + 1;
    }
  add_masks (plan, places, plot, series);
}

/* Above the plot: over the line, or beside it where there is other text. */
static void
add_word (TalChartPlan *plan, double x, TalChartBox plot)
{
  static const TalChartAlign aligns[] = { TAL_CHART_ALIGN_MIDDLE, TAL_CHART_ALIGN_START,
                                          TAL_CHART_ALIGN_END };
  double                     height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);

  for (guint i = 0; i < G_N_ELEMENTS (aligns); i++)
    {
      double      top = plot.y - height - BREAK_RISE;
      TalChartBox box =
          tal_chart_plan_measure_text (plan, TAL_CHART_FONT_SMALL, "databrud", x, aligns[i], top);

      if (tal_chart_plan_is_free (plan, box, TAL_CHART_TEXT_GAP))
        {
          tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, "databrud", x,
                                   aligns[i], top);
          return;
        }
    }
}

void
tal_chart_signs_add_breaks (TalChartPlan *plan,
                            const GArray *places,
                            TalChartBox   plot,
                            gboolean      worded)
{
  g_return_if_fail (plan != NULL && places != NULL);

  for (guint i = 0; i < plan->spec->breaks->len; i++)
    {
      guint         at = g_array_index (plan->spec->breaks, TalChartBreak, i).position;
      TalChartPoint ends[2];

      if (at == 0 || at >= places->len)
        continue;
      ends[0].x = (get_place (places, at - 1) + get_place (places, at)) / 2;
      ends[0].y = plot.y - (worded ? BREAK_RISE : 0);
      ends[1].x = ends[0].x;
      ends[1].y = plot.y + plot.height;
      tal_chart_plan_add_line (plan, ends, 2, TAL_CHART_INK_TEXT, BREAK_WIDTH);
      if (worded)
        add_word (plan, ends[0].x, plot);
    }
}
