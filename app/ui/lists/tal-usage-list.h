/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who refers to a record: how many, and the first of them, each a way to go there. */

#pragma once

#include "core/tal-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_USAGE_LIST (tal_usage_list_get_type ())

G_DECLARE_FINAL_TYPE (TalUsageList, tal_usage_list, TAL, USAGE_LIST, GtkWidget)

/* Its rows activate "list.go-to". */
GtkWidget *tal_usage_list_new (void);
void       tal_usage_list_show (TalUsageList       *self,
                                const TalCatalogue *catalogue,
                                const TalRecord    *record);

G_END_DECLS
