/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each object was when it was last exchanged with a unit: the common ground of
 * a later comparison.  It says nothing about what is stored now.
 */

#pragma once

#include "core/tal-record.h"
#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

/* 'ret_state' is NULL where nothing of that key was exchanged. */
gboolean tal_exchanged_state_load (
    TalDatabase *database, TalId unit, const TalKey *key, TalRecord **ret_state, GError **error);
/* Within a transaction.  A removal takes the place of the state of what was removed,
 * and a record that of its removal. */
gboolean tal_exchanged_state_save (TalDatabase     *database,
                                   TalId            unit,
                                   const TalRecord *record,
                                   GError         **error);

/* Whether every state that is kept can be read: TAL_ERROR_DAMAGED where one cannot. */
gboolean tal_exchanged_state_check_all (TalDatabase *database, GError **error);

G_END_DECLS
