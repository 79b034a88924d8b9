/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of any kind with figures and names by chance: none to ten thousand figures, below and
 * above zero, all zero, all equal, one, none known; from a millionth to a thousand millions;
 * names of one to sixty letters.
 */

#pragma once

#include "charts/tal-chart-spec.h"

#include <glib.h>

G_BEGIN_DECLS

TalChartSpec *tal_random_chart_new (GRand *chance, TalChartKind kind);
/* From 200 × 120 to 4000 × 3000, small ones as often as large ones. */
void tal_random_chart_choose_size (GRand *chance, double *ret_width, double *ret_height);

G_END_DECLS
