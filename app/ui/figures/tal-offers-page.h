/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people are offered: the mix of a period with the table behind it, how the company-oriented
 * share went, and the providers.  Its property "workspace" is the collection that it shows.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_OFFERS_PAGE (tal_offers_page_get_type ())

G_DECLARE_FINAL_TYPE (TalOffersPage, tal_offers_page, TAL, OFFERS_PAGE, GtkWidget)

GtkWidget *tal_offers_page_new (void);

G_END_DECLS
