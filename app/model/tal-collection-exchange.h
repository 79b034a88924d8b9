/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking in others' figures.
 *
 * An import is read and compared whole before anything is written, then written as one
 * change set: a bad file changes nothing, and undo takes a whole import back.
 */

#pragma once

#include "core/tal-change-set.h"
#include "model/tal-collection.h"
#include "model/tal-import-report.h"

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
  const char     *path;
  TalImportPolicy policy;
  GHashTable     *choices;     /* TalKey → TalImportChoice, for those that differ; may be NULL */
  const TalImportReport *seen; /* what was chosen from; NULL where nobody looked first */
  gboolean               dry_run; /* nothing is written */
  gboolean leaves_open; /* what is undecided stays as it is here, and the rest is written */
} TalImportRequest;

/* Called from the importing thread about every 64 KiB that has been read. */
typedef void (*TalImportProgress) (goffset bytes, goffset size, gpointer user_data);

/* Before anything is written, a copy of the collection is put with the person's backups.  NULL with
 * an error where the file is not an exchange file that holds together; open conflicts are no error
 * but a report, and then nothing is written unless the request says so.  TAL_ERROR_CONFLICT where
 * the file or the collection is not what the person has seen. */
TalImportReport *tal_collection_import (TalCollection          *self,
                                        const TalImportRequest *request,
                                        TalImportProgress       progress,
                                        gpointer                user_data,
                                        GCancellable           *cancellable,
                                        GError                **error);

G_END_DECLS
