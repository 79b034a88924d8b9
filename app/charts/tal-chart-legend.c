/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-legend.h"

#include "charts/tal-chart-look.h"

#define LINE_LENGTH 18.0
#define AREA_SIZE 10.0
#define KEY_GAP 6.0
#define ENTRY_GAP 16.0
#define MOST_HEIGHT 0.5

static double
get_key_width (TalChartLegendKind kind)
{
  return kind == TAL_CHART_LEGEND_LINES ? LINE_LENGTH : AREA_SIZE;
}

static void
add_key (TalChartPlan *plan, TalChartLegendKind kind, guint series, double x, double middle)
{
  TalChartLook   look;
  TalChartPoint  ends[] = { { x, middle }, { x + LINE_LENGTH, middle } };
  TalChartShape *shape = NULL;

  switch (kind)
    {
    case TAL_CHART_LEGEND_LINES:
      look = tal_chart_look_choose (plan, series);
      shape = tal_chart_plan_add_line (plan, ends, 2, look.mark, look.width);
      shape->dash = look.dash;
      break;
    case TAL_CHART_LEGEND_AREAS:
      shape = tal_chart_plan_add_rectangle (plan,
                                            (TalChartBox){ x, middle - AREA_SIZE / 2, AREA_SIZE,
                                                           AREA_SIZE },
                                            tal_chart_plan_get_mark_ink (plan, series));
      shape->texture = tal_chart_look_choose_texture (plan, series);
      if (shape->texture != TAL_CHART_TEXTURE_PLAIN)
        {
          shape->stroke = shape->fill;
          shape->stroke_width = 1;
        }
      break;
    }
}

void
tal_chart_legend_add (TalChartPlan *plan, TalChartLegendKind kind)
{
  double height;
  double limit;
  double right;
  double x;
  double key;

  g_return_if_fail (plan != NULL);

  height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL_BOLD);
  limit = plan->room.y + plan->room.height * MOST_HEIGHT;
  right = plan->room.x + plan->room.width;
  x = plan->room.x;
  key = get_key_width (kind) + KEY_GAP;
  for (guint i = 0; i < plan->spec->series->len && plan->room.y + height <= limit; i++)
    {
      g_autoptr (GPtrArray) lines =
          tal_chart_typesetter_wrap (plan->typesetter, TAL_CHART_FONT_SMALL_BOLD,
                                     tal_chart_spec_get_series (plan->spec, i)->name,
                                     plan->room.width - key, 1);
      double width;

      if (lines->len == 0)
        continue;
      width = tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_SMALL_BOLD,
                                            g_ptr_array_index (lines, 0));
      if (x > plan->room.x && x + key + width > right)
        {
          x = plan->room.x;
          plan->room.y += height;
          plan->room.height -= height;
        }
      if (plan->room.y + height > limit)
        break;
      add_key (plan, kind, i, x, plan->room.y + height / 2);
      tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL_BOLD,
                               tal_chart_plan_get_name_ink (plan, i), g_ptr_array_index (lines, 0),
                               x + key, TAL_CHART_ALIGN_START, plan->room.y);
      x += key + width + ENTRY_GAP;
    }
  if (x > plan->room.x)
    {
      plan->room.y += height;
      plan->room.height -= height;
    }
}
