/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The assistant that takes in another department's file in four steps: which file, whether it
 * holds, what it would change, and what is done.  Nothing is changed before the last button, and
 * what is done then is one step to undo.
 */

#pragma once

#include "model/tal-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_WINDOW (tal_import_window_get_type ())

G_DECLARE_FINAL_TYPE (TalImportWindow, tal_import_window, TAL, IMPORT_WINDOW, AdwWindow)

/* When something was imported, the parent is asked to say so and to offer to undo it. */
GtkWidget *tal_import_window_new (GtkWindow *parent, TalWorkspace *workspace);
/* Reads a file and compares it, in place of one that was chosen before. */
void tal_import_window_take_file (TalImportWindow *self, GFile *file);

G_END_DECLS
