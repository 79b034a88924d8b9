/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The explanations of one goal; "add-asked" is emitted when a person wants to write one. */

#pragma once

#include "core/tal-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_EXPLANATION_LIST (tal_explanation_list_get_type ())

G_DECLARE_FINAL_TYPE (TalExplanationList, tal_explanation_list, TAL, EXPLANATION_LIST, GtkWidget)

GtkWidget *tal_explanation_list_new (void);
/* It is invisible where there is no such goal. */
void tal_explanation_list_show (TalExplanationList *self,
                                const TalCatalogue *catalogue,
                                TalId               goal);

G_END_DECLS
