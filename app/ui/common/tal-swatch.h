/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small sample of a mark, or of the tick that stands for a target. */

#pragma once

#include "ui/common/tal-mark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_SWATCH (tal_swatch_get_type ())

G_DECLARE_FINAL_TYPE (TalSwatch, tal_swatch, TAL, SWATCH, GtkWidget)

GtkWidget *tal_swatch_new (TalMark mark);
GtkWidget *tal_swatch_new_tick (void);

G_END_DECLS
