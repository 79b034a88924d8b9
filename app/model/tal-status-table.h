/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How every goal stands, as of one catalogue: what the overview, the status table and
 * the command line show.  Immutable, reference-counted; its rows point into the
 * catalogue that it holds.
 */

#pragma once

#include "core/tal-attainment.h"
#include "core/tal-catalogue.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TAL_TYPE_STATUS_TABLE (tal_status_table_get_type ())

typedef struct _TalStatusTable TalStatusTable;

GType           tal_status_table_get_type (void) G_GNUC_CONST;
TalStatusTable *tal_status_table_ref (TalStatusTable *self);
void            tal_status_table_unref (TalStatusTable *self);

const TalCatalogue *tal_status_table_get_catalogue (const TalStatusTable *self);
/* In the order of plans (as they were made), initiatives and goals (by number). */
guint                tal_status_table_get_length (const TalStatusTable *self);
const TalGoalStatus *tal_status_table_get_status (const TalStatusTable *self, guint position);
/* The statuses of one initiative's goals, as a slice of the table; NULL where it has none. */
const TalGoalStatus *tal_status_table_get_initiative (const TalStatusTable *self,
                                                      TalId                 initiative,
                                                      guint                *ret_length);
/* Whether two tables say the same of an initiative: itself, its plan, its money, and how each of
 * its goals stands.  May say FALSE of what is the same, never the other way. */
gboolean tal_status_table_is_same (const TalStatusTable *a,
                                   const TalStatusTable *b,
                                   TalId                 initiative);
/* NULL where the goal is not in the table. */
const TalGoalStatus *tal_status_table_find_goal (const TalStatusTable *self, TalId goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalStatusTable, tal_status_table_unref)

G_END_DECLS
