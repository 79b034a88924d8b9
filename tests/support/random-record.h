/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of any kind, filled by chance through the table of their fields: whatever
 * walks those tables is tested with every field there is, and with the next one.
 *
 * The values are valid one by one: each can be written and read back, a required field
 * is never empty, a figure has a value or a reason for none, a last day is not before
 * its first.  Whether references lead anywhere is the caller's business.
 */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a reference of the field is to point at; none where it must stay empty. */
typedef TalId (*RandomReferenceFunc) (GRand *chance, const TalField *field, gpointer user_data);

/* A text of Danish letters, quotes, backslashes and signs, never empty; with line breaks
 * where it may have several lines. */
char *random_text_new (GRand *chance, gboolean may_break);

/* Each field by chance, some left at their default.  Without 'refer' references point at
 * ids that nothing has. */
TalRecord *random_record_new (
    GRand *chance, TalKind kind, TalId id, RandomReferenceFunc refer, gpointer user_data);

/* Fills one field again; of an observation never its period, which is its key. */
void random_record_change (GRand              *chance,
                           TalRecord          *record,
                           RandomReferenceFunc refer,
                           gpointer            user_data);

/* The seed of this test run, printed so that a failure can be repeated: the one given
 * in INDSATSTAL_TEST_SEED, or a new one. */
guint32 random_seed_new (void);

G_END_DECLS
