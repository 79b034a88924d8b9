/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is given, by whom, until when, and what falls away: the grants of all plans or of one, on a
 * line of time and in a table.  Its property "workspace" is the collection that it shows.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_APPROPRIATIONS_PAGE (tal_appropriations_page_get_type ())

G_DECLARE_FINAL_TYPE (
    TalAppropriationsPage, tal_appropriations_page, TAL, APPROPRIATIONS_PAGE, GtkWidget)

GtkWidget *tal_appropriations_page_new (void);

G_END_DECLS
