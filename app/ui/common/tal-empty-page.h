/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A destination that a later version fills: it says so, and offers nothing. */

#pragma once

#include "ui/window/tal-destination.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_EMPTY_PAGE (tal_empty_page_get_type ())

G_DECLARE_FINAL_TYPE (TalEmptyPage, tal_empty_page, TAL, EMPTY_PAGE, GtkWidget)

GtkWidget *tal_empty_page_new (TalDestination destination);

G_END_DECLS
