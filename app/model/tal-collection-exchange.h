/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sending a collection's figures to others, and taking in theirs.
 *
 * An import is read and compared whole before anything is written, then written as one
 * change set: a bad file changes nothing, and undo takes a whole import back.
 */

#pragma once

#include "core/tal-change-set.h"
#include "model/tal-collection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is done where both sides say something else. */
typedef enum
{
  TAL_IMPORT_ASK,    /* nothing is written while anything is undecided */
  TAL_IMPORT_THEIRS, /* what is sent wins */
  TAL_IMPORT_OURS,   /* what is here wins */
} TalImportPolicy;

typedef struct
{
  guint      n_new;
  guint      n_changed;
  guint      n_kept; /* changed here only */
  guint      n_unchanged;
  guint      n_removed;
  GPtrArray *conflicts; /* of char *: a sentence each, whether decided by the policy or open */
  GPtrArray *notes;     /* of char *: what was passed over */
  gboolean   open;      /* whether a conflict is undecided: then nothing was written */
  gboolean   written;
} TalImportReport;

void tal_import_report_free (TalImportReport *self);

/* Called from the importing thread about every 64 KiB that has been read. */
typedef void (*TalImportProgress) (goffset bytes, goffset size, gpointer user_data);

/* With 'dry_run' nothing is written.  Before anything is, a copy of the collection is put
 * with the person's backups.  NULL with an error where the file is not an exchange file
 * that holds together; open conflicts are no error but a report. */
TalImportReport *tal_collection_import (TalCollection    *self,
                                        const char       *path,
                                        TalImportPolicy   policy,
                                        gboolean          dry_run,
                                        TalImportProgress progress,
                                        gpointer          user_data,
                                        GCancellable     *cancellable,
                                        GError          **error);

/* Writes an exchange file: of everything, or only of 'plan', of 'initiative' (either none) and
 * of the figures within 'period' (unset is all).  Replaces a file that is there, but no
 * collection. */
gboolean tal_collection_export (TalCollection *self,
                                const char    *path,
                                TalId          plan,
                                TalId          initiative,
                                TalPeriod      period,
                                GCancellable  *cancellable,
                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalImportReport, tal_import_report_free)

G_END_DECLS
