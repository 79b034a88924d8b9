/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cursor of a chart and the card that says what it reads, drawn over the picture. */

#pragma once

#include "charts/tal-chart-hit.h"
#include "charts/tal-chart-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const TalChartSpec     *spec;
  const TalChartGeometry *geometry;
  const TalChartStyle    *style;
  const TalChartSpot     *spot;
  const GPtrArray        *read;  /* of const TalChartSpot *: the figures that are read with it */
  double                  scale; /* pixels for each unit of the geometry */
  gboolean                pinned;
} TalChartTooltip;

void tal_chart_tooltip_snapshot (const TalChartTooltip *self,
                                 GtkWidget             *widget,
                                 GtkSnapshot           *snapshot);

G_END_DECLS
