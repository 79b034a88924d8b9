/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a status table is made: for whoever has the figures. */

#pragma once

#include "core/tal-goal-figures.h"
#include "model/tal-status-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* Where the figures of one goal come from: from runs, or from what is kept beside them. */
typedef gboolean (*TalGoalFiguresFunc) (const TalCatalogue *catalogue,
                                        const TalGoal      *goal,
                                        TalGoalFigures     *ret_figures,
                                        gpointer            user_data,
                                        GError            **error);

/* All goals of the catalogue; plans in the order of their ids, which is that in which
 * they were made.  NULL with the error of 'gather'. */
TalStatusTable *tal_status_table_compute (const TalCatalogue *catalogue,
                                          TalGoalFiguresFunc  gather,
                                          gpointer            user_data,
                                          TalDay              today,
                                          GError            **error);

/* The same again after a change that left the plans, the initiatives, the goals, the series and
 * the assessments of 'before' as they are: only the goals in 'touched' (a set of const TalGoal *)
 * are computed, and everything else is taken over.  On the same day. */
TalStatusTable *tal_status_table_renew (TalStatusTable     *before,
                                        const TalCatalogue *catalogue,
                                        GHashTable         *touched,
                                        TalGoalFiguresFunc  gather,
                                        gpointer            user_data,
                                        TalDay              today,
                                        GError            **error);

G_END_DECLS
