/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a series that no goal need be about stands: its figure, in the words of results. */

#pragma once

#include "core/tal-attainment.h"

#include <glib.h>

G_BEGIN_DECLS

/* The figure in exactly 'period', or where it is unset in the newest period with one: that which
 * ends last, then the longest.  A status without goal and target, for tal_goal_text_result;
 * borrowed from the catalogue, as any is.  The run source's error. */
gboolean tal_series_status_gather (const TalCatalogue *catalogue,
                                   TalRunSource       *runs,
                                   const TalSeries    *series,
                                   TalPeriod           period,
                                   TalGoalStatus      *ret_status,
                                   GError            **error);

G_END_DECLS
