/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a series looks where it is a line: which stands out and which steps back.  For layouts. */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* More series than these are told apart by place alone: one has a colour, the rest is grey. */
#define TAL_CHART_MOST_COLOURED 5

typedef struct
{
  TalChartInk    mark;
  TalChartInk    name;
  double         width;
  TalChartDash   dash;
  TalChartMarker marker;
  double         reach;  /* of a marker */
  gboolean       hollow; /* its markers are rings */
  gboolean       leads;  /* is what the chart is about, where one series is */
} TalChartLook;

/* Of years over one another the last leads, and the one before it is the next darkest. */
TalChartLook tal_chart_look_choose (const TalChartPlan *plan, guint series);

/* The series from the back to the front: those that lead come last.  An array of guint. */
GArray *tal_chart_look_list_order (const TalChartPlan *plan);

/* What tells areas apart on paper without colours.  Never what tells a figure that is not
 * final. */
TalChartTexture tal_chart_look_choose_texture (const TalChartPlan *plan, guint series);

/* A figure's mark; hollow also where it is not final. */
void tal_chart_look_add_marker (TalChartPlan       *plan,
                                const TalChartLook *look,
                                TalChartPoint       point,
                                guint               series,
                                guint               position);

G_END_DECLS
