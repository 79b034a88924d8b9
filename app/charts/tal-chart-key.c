/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-key.h"

#include "charts/tal-chart-bar.h"

#define SQUARE 10.0
#define SQUARE_GAP 5.0
#define ENTRY_GAP 16.0
#define BOTTOM_GAP 6.0
#define SQUARE_RADIUS 2.0

static void
add_entry (TalChartPlan *plan, const TalChartKeyEntry *entry, const char *name, double x, double y)
{
  TalChartValue  final = { .missing = TAL_MISSING_NOT };
  double         height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  TalChartBox    square = { x, y + (height - SQUARE) / 2, SQUARE, SQUARE };
  TalChartShape *shape =
      tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, name,
                               x + SQUARE + SQUARE_GAP, TAL_CHART_ALIGN_START, y);

  if (shape == NULL)
    return;
  shape = tal_chart_bar_add_part (plan, square, entry->ink, entry->number, &final);
  shape->radius = SQUARE_RADIUS;
}

void
tal_chart_key_add (TalChartPlan           *plan,
                   const TalChartKeyEntry *entries,
                   guint                   n_entries,
                   double                  share,
                   TalChartBox            *room)
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
      double                widest = room->width - SQUARE - SQUARE_GAP;
      g_autoptr (GPtrArray) lines =
          tal_chart_typesetter_wrap (plan->typesetter, TAL_CHART_FONT_SMALL, entries[i].name,
                                     widest, 1);
      const char *name = lines->len > 0 ? g_ptr_array_index (lines, 0) : "";
      double      width = SQUARE + SQUARE_GAP +
                     tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_SMALL, name);

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
