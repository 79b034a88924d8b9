/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a block cannot be pasted, before anything is done: the block as a table with the bad
 * cells framed, and the choice between the others and nothing.
 */

#pragma once

#include "model/tal-entry-paste.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_PASTE_POPOVER (tal_paste_popover_get_type ())

G_DECLARE_FINAL_TYPE (TalPastePopover, tal_paste_popover, TAL, PASTE_POPOVER, GtkPopover)

/* Takes the paste. */
GtkWidget *tal_paste_popover_new (TalEntryPaste *paste);

G_END_DECLS
