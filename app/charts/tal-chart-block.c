/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-block.h"

#include <math.h>

/* More lines than this are no label. */
#define MOST_LINES 6
#define HAIR 0.01

static guint
count_lines (TalChartPlan *plan, TalChartFont font, TalChartBox box)
{
  double height = tal_chart_plan_get_text_height (plan, font);

  return (guint)CLAMP (floor ((box.height + HAIR) / height), 0, MOST_LINES);
}

static double
find_x (TalChartBox box, TalChartAlign align)
{
  switch (align)
    {
    case TAL_CHART_ALIGN_START:
      break;
    case TAL_CHART_ALIGN_MIDDLE:
      return box.x + box.width / 2;
    case TAL_CHART_ALIGN_END:
      return box.x + box.width;
    }
  return box.x;
}

gboolean
tal_chart_block_add_lines (TalChartPlan    *plan,
                           TalChartFont     font,
                           TalChartInk      ink,
                           const GPtrArray *lines,
                           TalChartBox      box,
                           TalChartAlign    align)
{
  double height;
  double top;
  double x;

  g_return_val_if_fail (plan != NULL && lines != NULL, FALSE);

  height = tal_chart_plan_get_text_height (plan, font);
  top = box.y + (box.height - height * (double)lines->len) / 2;
  x = find_x (box, align);
  for (guint i = 0; i < lines->len; i++)
    {
      TalChartBox line = tal_chart_plan_measure_text (plan, font, g_ptr_array_index (lines, i), x,
                                                      align, top + height * (double)i);

      if (!tal_chart_plan_is_free (plan, line, 0))
        return FALSE;
    }
  for (guint i = 0; i < lines->len; i++)
    tal_chart_plan_add_text (plan, font, ink, g_ptr_array_index (lines, i), x, align,
                             top + height * (double)i);
  return lines->len > 0;
}

gboolean
tal_chart_block_add (TalChartPlan *plan,
                     TalChartFont  font,
                     TalChartInk   ink,
                     const char   *text,
                     TalChartBox   box,
                     TalChartAlign align)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (plan != NULL && text != NULL, FALSE);

  lines = tal_chart_typesetter_wrap (plan->typesetter, font, text, box.width,
                                     count_lines (plan, font, box));
  return tal_chart_block_add_lines (plan, font, ink, lines, box, align);
}

gboolean
tal_chart_block_fits (TalChartPlan *plan, TalChartFont font, const char *text, TalChartBox box)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_auto (GStrv)        words = NULL;
  guint                 most;

  g_return_val_if_fail (plan != NULL && text != NULL, FALSE);

  most = count_lines (plan, font, box);
  if (most == 0)
    return FALSE;
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (tal_chart_typesetter_measure (plan->typesetter, font, words[i]) > box.width)
        return FALSE;
    }
  lines = tal_chart_typesetter_wrap (plan->typesetter, font, text, box.width, most + 1);
  return lines->len > 0 && lines->len <= most;
}
