/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a file for others: figures for another department, which imports them, tables for a
 * spreadsheet, or a form to be filled in.  It asks what of the collection, says how much that is, and then where to.
 */

#pragma once

#include "model/tal-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_EXPORT_DIALOG (tal_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TalExportDialog, tal_export_dialog, TAL, EXPORT_DIALOG, AdwWindow)

/* When a file was written, the parent is asked to say so. */
GtkWidget *tal_export_dialog_new (GtkWindow *parent, TalWorkspace *workspace);
/* Writes to a file what is asked for, as its name says: the same as choosing it in the system's
 * own dialog. */
void tal_export_dialog_write (TalExportDialog *self, GFile *file);

G_END_DECLS
