/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where figures come in from other departments and go out to them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_EXCHANGE_PAGE (tal_exchange_page_get_type ())

G_DECLARE_FINAL_TYPE (TalExchangePage, tal_exchange_page, TAL, EXCHANGE_PAGE, GtkWidget)

GtkWidget *tal_exchange_page_new (void);

G_END_DECLS
