/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys that GTK 4.8's lists lack. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tab and Shift+Tab leave the list, whose own keys go from row to row, instead of going through
 * each of its rows.  For a handler of "key-pressed" in the capture phase; TRUE where the key
 * was one of these and there was somewhere to go. */
gboolean tal_list_keys_leave (GtkWidget *list, guint keyval, GdkModifierType state);

G_END_DECLS
