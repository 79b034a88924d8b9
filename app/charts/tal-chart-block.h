/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of several lines in a box.  It adds all of a text or nothing: a part of it only with an
 * ellipsis, where the box holds no more.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* The lines under one another, their middle in the middle of 'box', each aligned in it.  FALSE,
 * and nothing added, where one of them would touch another text or the box is too small. */
gboolean tal_chart_block_add (TalChartPlan *plan,
                              TalChartFont  font,
                              TalChartInk   ink,
                              const char   *text,
                              TalChartBox   box,
                              TalChartAlign align);
/* The same for lines that are wrapped already. */
gboolean tal_chart_block_add_lines (TalChartPlan    *plan,
                                    TalChartFont     font,
                                    TalChartInk      ink,
                                    const GPtrArray *lines,
                                    TalChartBox      box,
                                    TalChartAlign    align);

/* Whether the text fits into the box without being cut, and no word of it is broken. */
gboolean tal_chart_block_fits (TalChartPlan *plan,
                               TalChartFont  font,
                               const char   *text,
                               TalChartBox   box);

G_END_DECLS
