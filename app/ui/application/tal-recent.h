/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The collections that were open lately, the newest first, as the settings keep them. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Puts the file first, and makes it the one that the next start opens. */
void tal_recent_add (GSettings *settings, GFile *file);
/* The one that the next start opens; NULL where there is none. */
GFile *tal_recent_ref_last (GSettings *settings);
/* Keeps in mind that a collection is open, until it is closed; TRUE where it was so already, for
 * the program that had it open never came to close it. */
gboolean tal_recent_mark_open (GSettings *settings, GFile *file);
void     tal_recent_mark_closed (GSettings *settings, GFile *file);
/* Fills a menu with them; each item activates "app.open-recent" with its URI. */
void tal_recent_fill_menu (GSettings *settings, GMenu *menu);

G_END_DECLS
