/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open collection as the window sees it: the newest catalogue, how each goal
 * stands, and the doors through which it is changed.
 *
 * It lives in the main thread and never waits: every door is a pair of _async and
 * _finish whose work is done, in order, by one worker thread that owns the database.
 * Memory is never ahead of the disk: a commit is shown when it is stored.
 *
 * "committed" is emitted once for each change that has reached the disk, whoever made
 * it, after the properties have their new values.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-writer.h"
#include "model/tal-backups.h"
#include "model/tal-edit.h"
#include "model/tal-status-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TAL_TYPE_WORKSPACE (tal_workspace_get_type ())

G_DECLARE_FINAL_TYPE (TalWorkspace, tal_workspace, TAL, WORKSPACE, GObject)

/* Opens an existing collection; one that may not be written is opened read-only. */
void tal_workspace_open_async (const char         *path,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
/* Makes a new one; an existing file is refused.  'unit_name' may be NULL: then its first
 * import gives it a unit.  'example' fills it with the example collection. */
void tal_workspace_create_async (const char         *path,
                                 const char         *unit_name,
                                 gboolean            example,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
/* Brings a backup of the collection at 'path' back (see tal_backups_restore) and opens it.
 * 'copy' is copied. */
void tal_workspace_open_backup_async (const TalKeptCopy  *copy,
                                      const char         *path,
                                      gboolean            in_place,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
/* Of all three.  A new reference, or NULL with an error. */
TalWorkspace *tal_workspace_open_finish (GAsyncResult *result, GError **error);

/* Finishes what is under way, closes the file and leaves one file behind.  Called by
 * dispose; call it yourself to wait for it. */
void tal_workspace_close (TalWorkspace *self);

const char *tal_workspace_get_path (TalWorkspace *self);
gboolean    tal_workspace_get_read_only (TalWorkspace *self);
/* Whether this is a copy of the example collection. */
gboolean tal_workspace_get_example (TalWorkspace *self);
/* Whether it lies on a drive that several machines share, where every change takes longer. */
gboolean tal_workspace_get_on_network_drive (TalWorkspace *self);
/* Who else has it open on such a drive, in a sentence; NULL where nobody has.  Looked after with
 * everything else: "statuses" is notified. */
const char *tal_workspace_get_in_use (TalWorkspace *self);
/* Whether something is on its way to the disk. */
gboolean tal_workspace_get_saving (TalWorkspace *self);
/* What can be undone and redone, in the words of the history; NULL where nothing can. */
const char         *tal_workspace_get_undo_label (TalWorkspace *self);
const char         *tal_workspace_get_redo_label (TalWorkspace *self);
const TalCatalogue *tal_workspace_get_catalogue (TalWorkspace *self);
/* How every goal stands in the period chosen with tal_workspace_set_period; renewed
 * before "committed" is emitted.  Notified as "statuses". */
TalStatusTable *tal_workspace_get_statuses (TalWorkspace *self);
/* The name of the unit whose collection it is; NULL while it has none. */
const char *tal_workspace_get_unit_name (TalWorkspace *self);

/* Unset shows each goal's newest result.  "statuses" follows. */
void      tal_workspace_set_period (TalWorkspace *self, TalPeriod period);
TalPeriod tal_workspace_get_period (TalWorkspace *self);
/* Every period that some goal may have a result in, newest first: an array of TalPeriod. */
void    tal_workspace_list_periods_async (TalWorkspace       *self,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
GArray *tal_workspace_list_periods_finish (TalWorkspace *self,
                                           GAsyncResult *result,
                                           GError      **error);

/* The one door: 'changes' as the person meant them, from the catalogue they saw. */
void     tal_workspace_commit_async (TalWorkspace       *self,
                                     const TalChangeSet *changes,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean tal_workspace_commit_finish (TalWorkspace *self, GAsyncResult *result, GError **error);

/* What a person asks for, worked out on what is on disk when its turn comes; see
 * TalChangeMaker.  Takes the request and frees it with 'free_request'. */
void     tal_workspace_change_async (TalWorkspace       *self,
                                     TalChangeMaker      maker,
                                     gpointer            request,
                                     GDestroyNotify      free_request,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean tal_workspace_change_finish (TalWorkspace *self, GAsyncResult *result, GError **error);
/* The same without writing: what would be written, for whoever asks a person first. */
void          tal_workspace_plan_async (TalWorkspace       *self,
                                        TalChangeMaker      maker,
                                        gpointer            request,
                                        GDestroyNotify      free_request,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
TalChangeSet *tal_workspace_plan_finish (TalWorkspace *self, GAsyncResult *result, GError **error);

/* Sets one figure of a goal; the same as a change by tal_edit_goal.  'edit' is copied. */
void     tal_workspace_edit_goal_async (TalWorkspace        *self,
                                        TalId                goal,
                                        TalPart              part,
                                        TalPeriod            period,
                                        const TalFigureEdit *edit,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean tal_workspace_edit_goal_finish (TalWorkspace *self, GAsyncResult *result, GError **error);

/* Sets many figures in one change set, an array of TalPlacedEdit that must not be changed any
 * more; see tal_edit_figures. */
void     tal_workspace_edit_figures_async (TalWorkspace       *self,
                                           GArray             *edits,
                                           const char         *label,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
gboolean tal_workspace_edit_figures_finish (TalWorkspace *self,
                                            GAsyncResult *result,
                                            GError      **error);

/* One step.  The result is what was undone or redone, to be freed; NULL with an error. */
void  tal_workspace_undo_async (TalWorkspace       *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
void  tal_workspace_redo_async (TalWorkspace       *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
char *tal_workspace_undo_finish (TalWorkspace *self, GAsyncResult *result, GError **error);

/* Makes a backup where the newest one is 'days' old or older and something has changed since.
 * 'ret_path' (may be NULL) is set to the path of the copy, or to NULL where none was needed. */
void     tal_workspace_back_up_async (TalWorkspace       *self,
                                      int                 days,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean tal_workspace_back_up_finish (TalWorkspace *self,
                                       GAsyncResult *result,
                                       char        **ret_path,
                                       GError      **error);

/* Looks whether another program has written to the file; what it changed is emitted as
 * "committed" with the origin TAL_ORIGIN_OUTSIDE.  To be called when a window gets focus. */
void tal_workspace_look_outside (TalWorkspace *self);

/* What stands behind a goal in a period, for whoever edits it.  The series are borrowed
 * from the catalogue that it holds. */
typedef struct
{
  TalCatalogue    *catalogue;
  TalPeriod        period;
  const TalSeries *series[TAL_N_PARTS];       /* the entered series of a part; NULL where it has
                                                 none or is computed */
  TalObservation  *observations[TAL_N_PARTS]; /* owned; NULL where there is none */
} TalGoalParts;

void tal_goal_parts_free (TalGoalParts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalGoalParts, tal_goal_parts_free)

void          tal_workspace_load_parts_async (TalWorkspace       *self,
                                              TalId               goal,
                                              TalPeriod           period,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
TalGoalParts *tal_workspace_load_parts_finish (TalWorkspace *self,
                                               GAsyncResult *result,
                                               GError      **error);

/* The latest changes of one goal, of its figures, its terms and what is written of it, newest
 * first: an array of sentences ("18. juni 2024 · tæller rettet fra 171 til 179"). */
void       tal_workspace_list_goal_history_async (TalWorkspace       *self,
                                                  TalId               goal,
                                                  guint               limit,
                                                  GCancellable       *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer            user_data);
GPtrArray *tal_workspace_list_goal_history_finish (TalWorkspace *self,
                                                   GAsyncResult *result,
                                                   GError      **error);

G_END_DECLS
