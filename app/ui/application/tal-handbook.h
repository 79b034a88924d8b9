/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handbook: Danish pages of plain HTML that are installed with the program, one for each
 * screen, and which of them a person needs where they stand.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The page about what a window shows, or else what stands over it, a file's name: "entry.html".
 * That of the contents where there is none of its own. */
const char *tal_handbook_choose_page (GtkWindow *window);
/* Where a page lies, as installed or beside a program that was just built; NULL where it
 * doesn't. */
char *tal_handbook_dup_uri (const char *page);

G_END_DECLS
