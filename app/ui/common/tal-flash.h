/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lights a widget up for a moment, so that a person sees where something happened. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tal_flash (GtkWidget *widget);

G_END_DECLS
