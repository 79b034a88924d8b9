/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A strip at the top of the content that says one thing about the whole collection, with
 * at most one button.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_BANNER (tal_banner_get_type ())

G_DECLARE_FINAL_TYPE (TalBanner, tal_banner, TAL, BANNER, GtkWidget)

/* Shows it with that text and, unless 'button' is NULL, a button for the action. */
void tal_banner_show (TalBanner  *self,
                      const char *text,
                      const char *button,
                      const char *action_name);
void tal_banner_hide (TalBanner *self);

G_END_DECLS
