/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a pointer or a cursor is at in a chart that is laid out, and what is read there. */

#pragma once

#include "charts/tal-chart-geometry.h"
#include "charts/tal-chart-spec.h"

#include <glib.h>

G_BEGIN_DECLS

/* The figure of the bar that is there, else that whose spot is nearest, a whole position's nearest where they are
 * read together; NULL where there is none within reach of the plot. */
const TalChartSpot *tal_chart_hit_find (const TalChartGeometry *geometry, double x, double y);
/* The spot of exactly this figure, or NULL. */
const TalChartSpot *tal_chart_hit_get (const TalChartGeometry *geometry, int series, int position);

/* Those that are read with a figure, itself among them: an array of const TalChartSpot *. */
GPtrArray *tal_chart_hit_list_read (const TalChartGeometry *geometry, const TalChartSpot *spot);

typedef enum
{
  TAL_CHART_STEP_NEXT, /* position */
  TAL_CHART_STEP_PREVIOUS,
  TAL_CHART_STEP_DOWN, /* to the next series at the same position, else the nearest to it */
  TAL_CHART_STEP_UP,
  TAL_CHART_STEP_FIRST,
  TAL_CHART_STEP_LAST,
} TalChartStep;

/* Where a step leads from 'from' (NULL is from outside): itself where there is nothing on that
 * side, NULL only of a chart without figures. */
const TalChartSpot *tal_chart_hit_step (const TalChartGeometry *geometry,
                                        const TalChartSpot     *from,
                                        TalChartStep            step);

/* One line of what is read at a place. */
typedef struct
{
  int   series; /* or TAL_CHART_NOBODY: without a colour of its own */
  char *name;
  char *value;
} TalChartReading;

/* What stands at the spot: the heading, and an array of TalChartReading that frees them, in the
 * order of their values where several series are read together. */
GArray *tal_chart_hit_read (const TalChartSpec     *spec,
                            const TalChartGeometry *geometry,
                            const TalChartSpot     *spot,
                            char                  **ret_heading);
/* The same in one line, for a reader who hears it: "december 2016: København 4,7 pct., …". */
char *tal_chart_hit_dup_spoken (const TalChartSpec     *spec,
                                const TalChartGeometry *geometry,
                                const TalChartSpot     *spot);

G_END_DECLS
