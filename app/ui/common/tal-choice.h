/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of an AdwComboRow, which cuts each of them at 20 letters.  The names of goals and
 * plans are longer, and here they take as many lines as they need, below the row's title as what
 * is written in an AdwEntryRow does.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows in full what the combo rows offer that are in a widget, and what is chosen of it.  They
 * have the factory that they were made with. */
void tal_choice_show_whole (GtkWidget *root);

G_END_DECLS
