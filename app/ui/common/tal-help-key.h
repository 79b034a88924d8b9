/* SPDX-License-Identifier: GPL-3.0-or-later */

/* F1 in a dialog, where the keys of the program don't count. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for help as in the window that the dialog stands over. */
void tal_help_key_add (GtkWindow *dialog);

G_END_DECLS
