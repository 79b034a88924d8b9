/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work for what is shown, put off until somebody sees it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*TalSeenFunc) (GtkWidget *widget);

/* Calls it now where the widget is seen, else once when it is, however often it was asked for. */
void tal_seen_call (GtkWidget *widget, TalSeenFunc call);

G_END_DECLS
