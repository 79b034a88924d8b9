/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart on its way from spec to geometry: what the layouts of all kinds share.  Each kind
 * asks for its frame (title above, source and notes below), then fills what is left.
 *
 * Text is only ever added where it is whole, on the canvas and clear of the text that stands
 * there already; what a layout cannot do without it adds first.
 */

#pragma once

#include "charts/tal-chart-geometry.h"
#include "charts/tal-chart-spec.h"
#include "charts/tal-chart-style.h"

#include <glib.h>

G_BEGIN_DECLS

/* The outer edge of every chart. */
#define TAL_CHART_MARGIN 8.0
/* The least between two texts beside one another. */
#define TAL_CHART_TEXT_GAP 8.0

typedef struct
{
  const TalChartSpec  *spec;
  const TalChartStyle *style;
  TalChartTypesetter  *typesetter;
  TalChartGeometry    *geometry;
  TalChartBox          room;  /* what is left for the kind */
  GArray              *taken; /* of TalChartBox: where texts stand */
} TalChartPlan;

typedef enum
{
  TAL_CHART_ALIGN_START,
  TAL_CHART_ALIGN_MIDDLE,
  TAL_CHART_ALIGN_END,
} TalChartAlign;

/* Lays out everything: the one function of this layer that most need.  'width' and 'height' in
 * units of TalChartStyle; at least 1. */
TalChartGeometry *tal_chart_lay_out (const TalChartSpec  *spec,
                                     const TalChartStyle *style,
                                     TalChartTypesetter  *typesetter,
                                     double               width,
                                     double               height);
/* The height that suits the spec at a width: rows for what has rows, 16:9 for the rest. */
double tal_chart_measure_height (const TalChartSpec  *spec,
                                 const TalChartStyle *style,
                                 TalChartTypesetter  *typesetter,
                                 double               width);

/* For the layouts of kinds only, from here on.  Shapes are returned to be finished by the
 * caller, and are valid until the next is added. */

/* Title, subtitle, source and notes; 'note' is one more sentence that only the layout knows, or
 * NULL.  Leaves 'room'. */
void tal_chart_plan_add_frame (TalChartPlan *self, const char *note);

/* Takes so much of the room above that what is of that height stands a little above its middle. */
void tal_chart_plan_lower (TalChartPlan *self, double height);

TalChartShape *tal_chart_plan_add_rectangle (TalChartPlan *self, TalChartBox box, TalChartInk fill);
TalChartShape *tal_chart_plan_add_line (
    TalChartPlan *self, const TalChartPoint *points, guint n_points, TalChartInk ink, double width);
TalChartShape *tal_chart_plan_add_polygon (TalChartPlan        *self,
                                           const TalChartPoint *points,
                                           guint                n_points,
                                           TalChartInk          fill);
/* 'reach' is from its middle to its edge. */
TalChartShape *tal_chart_plan_add_marker (
    TalChartPlan *self, TalChartMarker marker, TalChartPoint middle, double reach, TalChartInk ink);

/* The text with 'x' at its start, middle or end and 'top' at its top; NULL, and nothing added,
 * where it would leave the canvas or touch a text that is there. */
TalChartShape *tal_chart_plan_add_text (TalChartPlan *self,
                                        TalChartFont  font,
                                        TalChartInk   ink,
                                        const char   *text,
                                        double        x,
                                        TalChartAlign align,
                                        double        top);
/* Whether it would be added, with 'gap' free to each side. */
gboolean    tal_chart_plan_is_free (const TalChartPlan *self, TalChartBox box, double gap);
TalChartBox tal_chart_plan_measure_text (TalChartPlan *self,
                                         TalChartFont  font,
                                         const char   *text,
                                         double        x,
                                         TalChartAlign align,
                                         double        top);

/* Says where a figure stands. */
void tal_chart_plan_add_spot (TalChartPlan *self,
                              int           series,
                              int           position,
                              TalChartPoint point,
                              double        value,
                              gboolean      vertical);
/* What the spots from here on are placed by; returns its number. */
guint tal_chart_plan_add_scale (TalChartPlan *self, TalChartScale scale);

/* The colours of a series: its own slot, or its number's. */
TalChartInk tal_chart_plan_get_mark_ink (const TalChartPlan *self, guint series);
TalChartInk tal_chart_plan_get_name_ink (const TalChartPlan *self, guint series);
TalChartInk tal_chart_plan_get_on_ink (const TalChartPlan *self, guint series);

double tal_chart_plan_get_text_height (const TalChartPlan *self, TalChartFont font);

G_END_DECLS
