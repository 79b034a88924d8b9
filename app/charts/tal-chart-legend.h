/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What colours mean, said once above the plot, where names cannot stand at the marks: a piece of
 * what is named and its name, from left to right, in as many lines as it takes.  For layouts.
 */

#pragma once

#include "charts/tal-chart-look.h"
#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char  *name; /* borrowed */
  TalChartInk  ink;
  guint        number; /* of the part, whose texture a square has */
  gboolean     lined;  /* a piece of line of this look, in the place of a square: */
  TalChartLook look;
} TalChartLegendEntry;

/* In the upper part of 'room', which loses what it takes: at most 'share' of its height.
 * What there is no room for is left out at the end. */
void tal_chart_legend_add (TalChartPlan              *plan,
                           const TalChartLegendEntry *entries,
                           guint                      n_entries,
                           double                     share,
                           TalChartBox               *room);
/* All series of the spec, in the plan's room. */
void tal_chart_legend_add_series (TalChartPlan *plan, gboolean lined);

G_END_DECLS
