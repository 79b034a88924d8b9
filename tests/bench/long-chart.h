/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line chart of as many days as are asked for, the same on every run. */

#pragma once

#include "charts/tal-chart-spec.h"

#include <glib.h>

G_BEGIN_DECLS

TalChartSpec *long_chart_new (guint n_points);

G_END_DECLS
