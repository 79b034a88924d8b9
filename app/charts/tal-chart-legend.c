/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-legend.h"

#include "charts/tal-chart-bar.h"

#define SQUARE 10.0
#define LINE_LENGTH 18.0
#define SAMPLE_GAP 5.0
#define MOST_SHARE 0.5
#define ENTRY_GAP 16.0
#define BOTTOM_GAP 6.0
#define SQUARE_RADIUS 2.0

static double
get_sample_width (const TalChartLegendEntry *entry)
{
  return entry->lined ? LINE_LENGTH : SQUARE;
}

static void
add_sample (TalChartPlan *plan, const TalChartLegendEntry *entry, double x, double middle)
{
  TalChartValue  final = { .missing = TAL_MISSING_NOT };
  TalChartPoint  ends[] = { { x, middle }, { x + LINE_LENGTH, middle } };
  TalChartBox    square = { x, middle - SQUARE / 2, SQUARE, SQUARE };
  TalChartShape *shape = NULL;

  if (entry->lined)
    {
      shape = tal_chart_plan_add_line (plan, ends, 2, entry->look.mark, entry->look.width);
      shape->dash = entry->look.dash;
      return;
    }
  shape = tal_chart_bar_add_part (plan, square, entry->ink, entry->number, &final);
  shape->radius = SQUARE_RADIUS;
}

static void
add_entry (
    TalChartPlan *plan, const TalChartLegendEntry *entry, const char *name, double x, double y)
{
  double height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);

  if (tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, name,
                               x + get_sample_width (entry) + SAMPLE_GAP, TAL_CHART_ALIGN_START,
                               y) != NULL)
    add_sample (plan, entry, x, y + height / 2);
}

void
tal_chart_legend_add (TalChartPlan              *plan,
                      const TalChartLegendEntry *entries,
                      guint                      n_entries,
                      double                     share,
                      TalChartBox               *room)
{
  double height;
  double limit;
  double x;
  double y;

  g_return_if_fail (plan != NULL && room != NULL);
  g_return_if_fail (entries != NULL || n_entries == 0);

  height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  limit = room->y + room->height * share;
  x = room->x;
  y = room->y;
  for (guint i = 0; i < n_entries && y + height <= limit; i++)
    {
      double                sample = get_sample_width (&entries[i]) + SAMPLE_GAP;
      g_autoptr (GPtrArray) lines =
          tal_chart_typesetter_wrap (plan->typesetter, TAL_CHART_FONT_SMALL, entries[i].name,
                                     room->width - sample, 1);
      const char *name = lines->len > 0 ? g_ptr_array_index (lines, 0) : "";
      double      width =
          sample + tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_SMALL, name);

      if (x > room->x && x + width > room->x + room->width)
        {
          x = room->x;
          y += height;
        }
      if (y + height <= limit)
        add_entry (plan, &entries[i], name, x, y);
      x += width + ENTRY_GAP;
    }
  y += x > room->x && y + height <= limit ? height + BOTTOM_GAP : 0;
  y = MIN (y, limit);
  room->height -= y - room->y;
  room->y = y;
}

void
tal_chart_legend_add_series (TalChartPlan *plan, gboolean lined)
{
  g_autofree TalChartLegendEntry *entries = NULL;
  guint                           n_series;

  g_return_if_fail (plan != NULL);

  n_series = plan->spec->series->len;
  entries = g_new0 (TalChartLegendEntry, MAX (n_series, 1));
  for (guint i = 0; i < n_series; i++)
    {
      entries[i].name = tal_chart_spec_get_series (plan->spec, i)->name;
      entries[i].ink = tal_chart_plan_get_mark_ink (plan, i);
      entries[i].number = i;
      entries[i].lined = lined;
      if (lined)
        entries[i].look = tal_chart_look_choose (plan, i);
    }
  tal_chart_legend_add (plan, entries, n_series, MOST_SHARE, &plan->room);
}
