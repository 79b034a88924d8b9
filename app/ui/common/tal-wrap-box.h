/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small things side by side, such as buttons or chips, in as many lines as it takes.  It is no
 * list: nothing in it is selected, and the keyboard goes from one child to the next.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_WRAP_BOX (tal_wrap_box_get_type ())

G_DECLARE_FINAL_TYPE (TalWrapBox, tal_wrap_box, TAL, WRAP_BOX, GtkWidget)

GtkWidget *tal_wrap_box_new (void);

void tal_wrap_box_append (TalWrapBox *self, GtkWidget *child);
/* Takes every child out. */
void tal_wrap_box_clear (TalWrapBox *self);

G_END_DECLS
