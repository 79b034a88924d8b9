/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person sees who has no collection: three ways to get one. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_WELCOME_PAGE (tal_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (TalWelcomePage, tal_welcome_page, TAL, WELCOME_PAGE, GtkWidget)

GtkWidget *tal_welcome_page_new (void);

G_END_DECLS
