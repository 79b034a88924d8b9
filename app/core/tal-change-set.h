/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to change, as a value: for each object its record before and after.
 * Typing a figure, importing a file, undoing either, all are change sets, and
 * nothing else writes.  The history is the journal of them.
 *
 * A change set is filled in by whoever makes it and const from then on.  It holds
 * at most one change for each key.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-time.h"
#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_ORIGIN_EDIT,
  TAL_ORIGIN_IMPORT,
  TAL_ORIGIN_UNDO,
  TAL_ORIGIN_REDO,
  TAL_ORIGIN_OUTSIDE, /* another program wrote it; never stored */
} TalOrigin;

/* A record that is not there is NULL: 'before' of a new object, 'after' of a
 * removed one.  Never both. */
typedef struct
{
  TalKey     key;
  TalRecord *before;
  TalRecord *after;
} TalChange;

/* Figures of a series that were added or taken away with the changes and are not among them, since
 * they are too many (see tal-additions.h). */
typedef struct
{
  TalId series;
  guint n_figures;
} TalBulk;

typedef struct _TalChangeSet TalChangeSet;

/* 'label' says what was done in the words of the history ("result of goal 5"). */
TalChangeSet *tal_change_set_new (TalOrigin origin, const char *label);
TalChangeSet *tal_change_set_ref (const TalChangeSet *self);
void          tal_change_set_unref (TalChangeSet *self);

/* Takes a reference to each.  Records that say and are the same are left out.
 * Where the key already has a change, the two become one. */
void tal_change_set_add (TalChangeSet *self, const TalRecord *before, const TalRecord *after);
/* Removes an object and records that it was removed, by whom and when.  For an object
 * that may have been removed before: tal_catalogue_add_removal. */
void tal_change_set_add_removal (TalChangeSet    *self,
                                 const TalRecord *before,
                                 TalTime          removed_at,
                                 const char      *removed_by);

/* Of a series that has none yet. */
void           tal_change_set_add_bulk (TalChangeSet *self, TalId series, guint n_figures);
guint          tal_change_set_get_n_bulks (const TalChangeSet *self);
const TalBulk *tal_change_set_get_bulk (const TalChangeSet *self, guint position);

guint            tal_change_set_get_length (const TalChangeSet *self);
const TalChange *tal_change_set_get_change (const TalChangeSet *self, guint position);
const TalChange *tal_change_set_find (const TalChangeSet *self, const TalKey *key);
gboolean         tal_change_set_touches_kind (const TalChangeSet *self, TalKind kind);
/* Whether an observation of the series, or the series itself, is among the changes. */
gboolean tal_change_set_touches_series (const TalChangeSet *self, TalId series);

TalOrigin   tal_change_set_get_origin (const TalChangeSet *self);
const char *tal_change_set_get_label (const TalChangeSet *self);

/* Each before and after swapped, last change first: applying a change set and then
 * its inverse changes nothing.  Bulks are no part of it. */
TalChangeSet *tal_change_set_invert (const TalChangeSet *self, TalOrigin origin, const char *label);

/* The changes for which 'wanted' says TRUE, and those that they cannot do without:
 * the new objects they refer to. */
typedef gboolean (*TalChangeFilter) (const TalChange *change, gpointer user_data);
TalChangeSet *tal_change_set_subset (const TalChangeSet *self,
                                     TalChangeFilter     wanted,
                                     gpointer            user_data);

/* "edit", "import" …: the fixed word of the journal. */
const char *tal_origin_get_name (TalOrigin origin);
gboolean    tal_origin_from_name (const char *name, TalOrigin *ret_origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalChangeSet, tal_change_set_unref)

G_END_DECLS
