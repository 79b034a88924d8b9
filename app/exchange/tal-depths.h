/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How deep each record of one kind lies below those of its own kind that it refers
 * to: a unit below its parent, a series below those it is computed from.  What refers
 * to none of them has depth 0.
 *
 * Needs no order and no recursion, and ends also where records lead back to
 * themselves, which a file may try: nothing is found to be deeper than
 * TAL_DEPTHS_DEEPEST.
 */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

#define TAL_DEPTHS_DEEPEST 64

typedef struct _TalDepths TalDepths;

/* 'records' are of TalRecord, all of one kind and each id once; they must outlive it. */
TalDepths *tal_depths_new (const GPtrArray *records);
void       tal_depths_free (TalDepths *self);

/* Of a record that it was made of. */
guint tal_depths_get_depth (const TalDepths *self, const TalRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalDepths, tal_depths_free)

G_END_DECLS
