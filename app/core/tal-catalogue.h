/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything a collection holds but its figures: units, members, plans,
 * initiatives, series, goals, assessments, appropriations and removals, as they
 * were at one moment.
 *
 * Immutable and shared between threads: applying a change set makes a new
 * catalogue that shares every untouched kind with the old one, so that whoever
 * holds the old one reads on undisturbed.  Observations are not in it; they may be
 * millions and are read as runs.
 */

#pragma once

#include "core/tal-change-set.h"
#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalCatalogue TalCatalogue;

/* An empty one. */
TalCatalogue *tal_catalogue_new (void);
/* Of these records, an array of TalRecord * none of which is an observation; each
 * is referenced. */
TalCatalogue *tal_catalogue_new_from_records (const GPtrArray *records);
TalCatalogue *tal_catalogue_ref (const TalCatalogue *self);
void          tal_catalogue_unref (TalCatalogue *self);

/* Borrowed from the catalogue; NULL where there is none. */
const TalRecord *tal_catalogue_find (const TalCatalogue *self, TalKind kind, TalId id);
const TalRecord *tal_catalogue_find_key (const TalCatalogue *self, const TalKey *key);

/* All records of a kind, borrowed: children after one another for each parent (the
 * plan of an initiative, the initiative of a goal, series or appropriation, the goal
 * of an assessment, the plan of a closing, the parent of a unit or member), each parent's by
 * number (an appropriation's year, the last day that an assessment or a closing is about),
 * then by id, which is the order in which they were made. */
const TalRecord *const *tal_catalogue_get_records (const TalCatalogue *self,
                                                   TalKind             kind,
                                                   guint              *ret_length);
/* Those of one parent, as a slice of the same array. */
const TalRecord *const *tal_catalogue_get_children (const TalCatalogue *self,
                                                    TalKind             kind,
                                                    TalId               parent,
                                                    guint              *ret_length);

/* The catalogue after the changes; changes of observations are passed over.
 * TAL_ERROR_CONFLICT where a before is not what the catalogue holds. */
TalCatalogue *tal_catalogue_apply (const TalCatalogue *self,
                                   const TalChangeSet *changes,
                                   GError            **error);

/* Adds the removal of an object, as tal_change_set_add_removal does; where the catalogue
 * holds the trace of an earlier removal (it had come back since), the new one takes its
 * place. */
void tal_catalogue_add_removal (const TalCatalogue *self,
                                TalChangeSet       *changes,
                                const TalRecord    *before,
                                TalTime             removed_at,
                                const char         *removed_by);

/* The change set that makes 'to' of 'from'. */
TalChangeSet *tal_catalogue_diff (const TalCatalogue *from,
                                  const TalCatalogue *to,
                                  TalOrigin           origin,
                                  const char         *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalCatalogue, tal_catalogue_unref)

G_END_DECLS
