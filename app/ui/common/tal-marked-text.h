/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text that can be copied is marked all of it where Tab reaches it.  The toolkit lets it stay so,
 * and page after page fills with marked text; here it is marked for as long as somebody stands
 * in it.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sees to it in a window, for as long as that is. */
void tal_marked_text_watch (GtkWindow *window);

G_END_DECLS
