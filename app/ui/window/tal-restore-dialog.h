/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which of the backups of a collection is to be brought back. */

#pragma once

#include "ui/window/tal-window.h"

G_BEGIN_DECLS

#define TAL_TYPE_RESTORE_DIALOG (tal_restore_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TalRestoreDialog, tal_restore_dialog, TAL, RESTORE_DIALOG, AdwWindow)

/* Of the collection at 'path'.  'in_place': it cannot be opened, and the backup takes its
 * place; else the backup is opened beside it. */
void tal_restore_dialog_present (TalWindow *window, const char *path, gboolean in_place);

G_END_DECLS
