/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rows of a form lack for those who hear it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the field of each entry row below a widget its role, and the row's title as its name; to be called
 * again where a title has changed. */
void tal_form_name_fields (GtkWidget *root);

G_END_DECLS
