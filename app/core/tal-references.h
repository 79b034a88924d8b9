/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record refers to, found by walking its fields, lists included. */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef void (*TalReferenceFunc) (const TalField *field, TalId target, gpointer user_data);

/* Calls 'func' once for each reference that is set, in the order of the fields.
 * 'field' says the kind referred to.  An observation refers to its series though
 * no field says so. */
void tal_record_foreach_reference (const TalRecord *self,
                                   TalReferenceFunc func,
                                   gpointer         user_data);

/* For whoever changes a record: lets it refer to 'to' wherever a field of it refers to 'from',
 * which is of that kind.  An item of a list that then says what another one says goes.  The
 * owner stays. */
void tal_record_replace_reference (TalRecord *self, TalKind kind, TalId from, TalId to);

G_END_DECLS
