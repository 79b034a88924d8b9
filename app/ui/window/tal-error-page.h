/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the window where a collection could not be opened: what is wrong in one
 * sentence, and the ways out that help against just that.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_ERROR_PAGE (tal_error_page_get_type ())

G_DECLARE_FINAL_TYPE (TalErrorPage, tal_error_page, TAL, ERROR_PAGE, GtkWidget)

/* 'path' is NULL where the collection isn't on this computer.  The buttons are the actions
 * win.retry-opening and win.restore-backup, app.open-collection and app.new-collection. */
void tal_error_page_show_error (TalErrorPage *self, const char *path, const GError *error);

G_END_DECLS
