/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK 4.8 and libadwaita 1.2 say badly of their own widgets on the accessibility bus: a
 * button with a mnemonic by its raw label and then once more, one with an icon by the class of
 * the image, what is inside a drop-down, a row of choices or a list not at all, and the pages
 * of a stack all at once.
 *
 * It is put right for every widget as it is mapped, whoever made it, so that no template need
 * remember it.  Names that the program itself gives are left as they are.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on, in the whole program; again does nothing. */
void tal_spoken_names_start (void);

G_END_DECLS
