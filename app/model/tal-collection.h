/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open collection, for one thread at a time: the newest catalogue, the figures, and
 * the one door through which both change.  The command line uses it as it is; a window
 * leaves it to the thread of its workspace.
 *
 * Several programs may have the same collection open.  Each write looks first whether
 * another has written, and works on what is there then.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-goal-past.h"
#include "core/tal-run.h"
#include "core/tal-writer.h"
#include "model/tal-edit.h"
#include "model/tal-status-table.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalCollection TalCollection;

/* A new one; an existing file is refused, and none is left after an error.  'unit_name' may be NULL: then its first full
 * import gives it a unit. */
TalCollection *tal_collection_create (const char *path, const char *unit_name, GError **error);
/* A copy of the example that the program carries, whose unit it takes where it is given
 * none. */
TalCollection *tal_collection_create_example (const char *path,
                                              const char *unit_name,
                                              GError    **error);
/* One that may not be written is opened read-only where 'allow_read_only' is set, else
 * refused with TAL_ERROR_READ_ONLY. */
TalCollection *tal_collection_open (const char *path, gboolean allow_read_only, GError **error);
void           tal_collection_close (TalCollection *self);

const char *tal_collection_get_path (const TalCollection *self);
gboolean    tal_collection_is_read_only (const TalCollection *self);
gboolean    tal_collection_is_example (const TalCollection *self);
/* Whether it lies on a drive where it is kept without a log beside it. */
gboolean tal_collection_is_on_network_drive (const TalCollection *self);
/* On such a drive: tells others that this person has it open, until it is closed. */
void tal_collection_announce (TalCollection *self);
/* Who had it open before, where and since when, in a sentence; NULL where nobody else has, or
 * this one isn't announced. */
char *tal_collection_dup_in_use (TalCollection *self);
/* The unit whose collection it is; none while it has none. */
TalId tal_collection_get_home_unit (const TalCollection *self);

/* As of the last look at the disk; valid until the next call that may look. */
const TalCatalogue *tal_collection_get_catalogue (const TalCollection *self);
TalRunSource       *tal_collection_get_runs (TalCollection *self);
/* How every goal stood before each of its changes. */
TalGoalPast *tal_collection_load_goal_past (TalCollection *self, GError **error);

/* The one door.  The time and the author of the entry are now and whoever works here.  An
 * empty change set writes nothing.  The changes as they were written: their records know what
 * they have grown from.  TAL_ERROR_CONFLICT, TAL_ERROR_INVALID_RECORD and the store's errors;
 * nothing is changed then. */
TalChangeSet *tal_collection_commit (TalCollection      *self,
                                     const TalChangeSet *changes,
                                     GError            **error);

/* What 'maker' asks for, worked out on what is on disk now, with the present time and whoever
 * works here; nothing is written. */
TalChangeSet *tal_collection_make_changes (TalCollection *self,
                                           TalChangeMaker maker,
                                           gconstpointer  request,
                                           GError       **error);
/* The same, written while nobody else can write.  The changes that were written, empty where
 * nothing had to be; NULL with an error. */
TalChangeSet *tal_collection_change (TalCollection *self,
                                     TalChangeMaker maker,
                                     gconstpointer  request,
                                     GError       **error);

/* Sets one figure of a goal, or of a series, on what is on disk now: a figure that somebody
 * else set in the meantime is overwritten, and the history has both.  The changes that were
 * written, empty where nothing had to be; NULL with an error. */
TalChangeSet *tal_collection_set_goal_figure (TalCollection       *self,
                                              TalId                goal,
                                              TalPart              part,
                                              TalPeriod            period,
                                              const TalFigureEdit *edit,
                                              GError             **error);
TalChangeSet *tal_collection_set_series_figure (
    TalCollection *self, TalId series, TalPeriod period, const TalFigureEdit *edit, GError **error);

/* Takes back the newest change sets that stand, or brings the last ones taken back again,
 * each in a change set of its own: those are returned, in an array that owns them.  All of
 * 'n_steps' or none: TAL_ERROR_NOT_FOUND where there are fewer. */
GPtrArray *tal_collection_undo (TalCollection *self, guint n_steps, GError **error);
GPtrArray *tal_collection_redo (TalCollection *self, guint n_steps, GError **error);
/* What the next undo or redo would take back, in the words of the history; NULL where
 * there is nothing, or on an error. */
char *tal_collection_dup_undo_label (TalCollection *self);
char *tal_collection_dup_redo_label (TalCollection *self);

/* Looks whether another program has written. */
gboolean tal_collection_refresh (TalCollection *self, GError **error);
/* What other programs have written since the last call, with the origin
 * TAL_ORIGIN_OUTSIDE; NULL where there was nothing. */
TalChangeSet *tal_collection_take_outside (TalCollection *self);

/* From here on everything that is read is of one moment: that of the newest catalogue,
 * which is brought up to date first.  Writing waits until it has ended. */
gboolean tal_collection_begin_reading (TalCollection *self, GError **error);
void     tal_collection_end_reading (TalCollection *self);

/* How every goal stands; see tal_goal_figures_gather for 'period'. */
TalStatusTable *tal_collection_compute_statuses (TalCollection *self,
                                                 TalPeriod      period,
                                                 TalDay         today,
                                                 GError       **error);

/* Every period that a goal may have a result in, newest first: an array of TalPeriod. */
GArray *tal_collection_list_periods (TalCollection *self, GError **error);

/* A copy among the person's backups, unless the newest one is younger than 'days' or nothing
 * has changed since.  Returns the copy's path; NULL without an error where none was made. */
char *tal_collection_back_up (TalCollection *self, int days, GError **error);

/* Everything that does not hold together, as an array of TalProblem. */
GPtrArray *tal_collection_check (TalCollection *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalCollection, tal_collection_close)

G_END_DECLS
