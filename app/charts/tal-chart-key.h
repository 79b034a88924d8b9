/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What colours mean, said once above the plot, where names cannot stand at the marks: a square
 * and a name each, from left to right, in as many lines as it takes.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* borrowed */
  TalChartInk ink;
  guint       number; /* of the part, whose texture the square has */
} TalChartKeyEntry;

/* In the upper part of 'room', which loses what it takes: at most 'share' of its height.
 * What there is no room for is left out at the end. */
void tal_chart_key_add (TalChartPlan           *plan,
                        const TalChartKeyEntry *entries,
                        guint                   n_entries,
                        double                  share,
                        TalChartBox            *room);

G_END_DECLS
