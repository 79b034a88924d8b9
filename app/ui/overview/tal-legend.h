/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the marks of the overview mean, each drawn beside its word. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_LEGEND (tal_legend_get_type ())

G_DECLARE_FINAL_TYPE (TalLegend, tal_legend, TAL, LEGEND, GtkWidget)

GtkWidget *tal_legend_new (void);

G_END_DECLS
