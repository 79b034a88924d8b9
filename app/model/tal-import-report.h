/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import would do, or did, in words: a row for each object that the file and the
 * collection do not agree on.
 */

#pragma once

#include "base/tal-time.h"
#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_IMPORT_ROW_NEW,
  TAL_IMPORT_ROW_CHANGED,
  TAL_IMPORT_ROW_KEPT, /* changed, or removed, here alone */
  TAL_IMPORT_ROW_REMOVED,
  TAL_IMPORT_ROW_CONFLICT,
} TalImportRowType;

typedef enum
{
  TAL_IMPORT_CHOICE_OPEN, /* nobody has decided */
  TAL_IMPORT_CHOICE_OURS,
  TAL_IMPORT_CHOICE_THEIRS,
} TalImportChoice;

typedef struct
{
  TalKey           key;
  TalImportRowType type;
  TalImportChoice  choice;
  const TalRecord *ours;     /* owned; NULL where it is not here */
  const TalRecord *theirs;   /* owned; the removal where they removed it */
  const TalRecord *base;     /* owned; what both have grown from, NULL where that is not known */
  char            *object;   /* "Goal 5": what it is about */
  GPtrArray       *fields;   /* of TalFieldChange: 'before' is ours, 'after' is theirs */
  char            *sentence; /* of a conflict, or of what cannot be written: what is the matter */
  char            *matter;   /* the same without what it is about */
  gboolean         refused;  /* what was chosen cannot be written */
  guint            line;     /* in the file, from 1 */
} TalImportRow;

typedef struct
{
  char      *sender;   /* as people call the unit that sent it, or NULL */
  char      *receiver; /* the unit that it is for, where that is another than this one; or NULL */
  TalTime    newest;   /* the newest change in the file, or not known */
  gboolean   delta;    /* it has only what has changed since an earlier file */
  guint      n_new;
  guint      n_changed;
  guint      n_kept;
  guint      n_unchanged;
  guint      n_removed;
  guint      n_conflicts;
  guint      n_unlisted;   /* of the new: figures without a row, where there are very many */
  GPtrArray *rows;         /* of TalImportRow, in the order of the file */
  GPtrArray *notes;        /* of char *: what was passed over */
  TalCatalogue *catalogue; /* with the names of what is here and of what is new */
  gboolean      open;      /* whether something is undecided, or cannot be written */
  gboolean      written;
  TalChangeSet *changes;         /* that were written, or NULL */
  char         *receipt_problem; /* why no receipt could be written, or NULL */

  /* What it was compared with, and which file. */
  gint64 sequence; /* of the newest entry of the history then */
  char  *stamp;    /* differs where the file does */
} TalImportReport;

void tal_import_row_free (TalImportRow *self);
void tal_import_report_free (TalImportReport *self);

/* "new", "changed", "kept", "removed", "conflict"; "open", "ours", "theirs": for scripts. */
const char *tal_import_row_get_type_name (const TalImportRow *self);
const char *tal_import_row_get_choice_name (const TalImportRow *self);
/* What is done where nobody chooses. */
TalImportChoice tal_import_row_get_default_choice (const TalImportRow *self);
/* Whether it is undecided, or cannot be written. */
gboolean tal_import_row_is_open (const TalImportRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalImportReport, tal_import_report_free)

G_END_DECLS
