/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom an initiative is for and where, with whom it is done, and what is written about it. */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-initiative.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_INITIATIVE_ABOUT (tal_initiative_about_get_type ())

G_DECLARE_FINAL_TYPE (TalInitiativeAbout, tal_initiative_about, TAL, INITIATIVE_ABOUT, GtkWidget)

GtkWidget *tal_initiative_about_new (void);
void       tal_initiative_about_show (TalInitiativeAbout  *self,
                                      const TalCatalogue  *catalogue,
                                      const TalInitiative *initiative);

G_END_DECLS
