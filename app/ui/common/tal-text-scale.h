/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sizes that follow the size of the text that the person has chosen for the whole desktop, for
 * what has a size of its own: windows over windows, and lists that open.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What takes so many pixels with text of the usual size; never less. */
int tal_text_scale_pixels (int pixels);
/* Makes the columns in a widget wider that are kept narrow enough to be read with ease. */
void tal_text_scale_widen (GtkWidget *root);
/* Makes a window that has not been shown yet so much larger, as far as the screen has room, and
 * widens the columns in it. */
void tal_text_scale_grow (GtkWindow *window);

G_END_DECLS
