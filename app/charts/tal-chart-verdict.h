/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a verdict on a goal is drawn: its colour, and the sign that says the same without one. */

#pragma once

#include "charts/tal-chart-geometry.h"
#include "core/tal-attainment-state.h"

#include <glib.h>

G_BEGIN_DECLS

/* MET, NOT_MET or OPEN. */
TalChartInk tal_chart_verdict_get_ink (TalAttainment attainment);
/* A tick or a cross; FALSE where nothing is decided. */
gboolean tal_chart_verdict_find_marker (TalAttainment attainment, TalChartMarker *ret_marker);

G_END_DECLS
