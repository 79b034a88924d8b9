/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Widgets that a list or a grid keeps for later, to be filled again rather than made anew. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One that isn't shown now is neither seen nor heard: child visibility alone leaves it in the
 * accessibility tree with what it showed last. */
void tal_spare_set_shown (GtkWidget *widget, gboolean shown);

G_END_DECLS
