/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart that follows its collection: it has a question, and the newest answer to it.  When
 * something is committed it asks itself whether the answer may have changed, and only then asks
 * again; however much is committed at once, it asks once.
 *
 * It lives in the main thread; the answer is worked out by the workspace's own.  "changed" is
 * emitted when there is a new answer, be it a chart or the reason why there is none.
 */

#pragma once

#include "charts/tal-chart-request.h"
#include "model/tal-workspace.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TAL_TYPE_CHART_SOURCE (tal_chart_source_get_type ())

G_DECLARE_FINAL_TYPE (TalChartSource, tal_chart_source, TAL, CHART_SOURCE, GObject)

TalChartSource *tal_chart_source_new (void);

/* NULL lets go of the one there was; the answer is gone then. */
void tal_chart_source_set_workspace (TalChartSource *self, TalWorkspace *workspace);
/* NULL where there is none. */
TalWorkspace *tal_chart_source_get_workspace (TalChartSource *self);
/* The request is copied, its today is the clock's; NULL asks nothing. */
void tal_chart_source_set_request (TalChartSource *self, const TalChartRequest *request);

/* NULL until there is an answer, and where there can be none. */
const TalChartSpec *tal_chart_source_get_spec (TalChartSource *self);
/* The same chart as it may leave the program, without small counts of confidential series. */
const TalChartSpec *tal_chart_source_get_outgoing_spec (TalChartSource *self);
/* Why there is no chart, as a sentence; NULL where there is one or none was asked for. */
const char *tal_chart_source_get_problem (TalChartSource *self);

G_END_DECLS
