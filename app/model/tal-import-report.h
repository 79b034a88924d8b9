/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import would do, or did, in words: a row for each object that the file and the
 * collection do not agree on.
 */

#pragma once

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
  char            *object;   /* "Goal 5": what it is about */
  GPtrArray       *fields;   /* of TalFieldChange: 'before' is ours, 'after' is theirs */
  char            *sentence; /* of a conflict, or of what cannot be written: what is the matter */
  guint            line;     /* in the file, from 1 */
} TalImportRow;

typedef struct
{
  char      *sender; /* as people call the unit that sent it, or NULL */
  guint      n_new;
  guint      n_changed;
  guint      n_kept;
  guint      n_unchanged;
  guint      n_removed;
  guint      n_conflicts;
  GPtrArray *rows;  /* of TalImportRow, in the order of the file */
  GPtrArray *notes; /* of char *: what was passed over */
  gboolean   open;  /* whether something is undecided, or cannot be written */
  gboolean   written;
} TalImportReport;

void tal_import_row_free (TalImportRow *self);
void tal_import_report_free (TalImportReport *self);

/* "new", "changed", "kept", "removed", "conflict"; "open", "ours", "theirs": for scripts. */
const char *tal_import_row_get_type_name (const TalImportRow *self);
const char *tal_import_row_get_choice_name (const TalImportRow *self);
/* Whether it is undecided, or cannot be written. */
gboolean tal_import_row_is_open (const TalImportRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalImportReport, tal_import_report_free)

G_END_DECLS
