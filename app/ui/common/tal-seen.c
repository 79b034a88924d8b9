/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-seen.h"

static void
mapped_cb (GtkWidget *widget, gpointer call)
{
  g_signal_handlers_disconnect_by_func (widget, mapped_cb, call);
  ((TalSeenFunc)call) (widget);
}

void
tal_seen_call (GtkWidget *widget, TalSeenFunc call)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (call != NULL);

  if (gtk_widget_get_mapped (widget))
    call (widget);
  else if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL,
                                  mapped_cb, (gpointer)call) == 0)
    g_signal_connect (widget, "map", G_CALLBACK (mapped_cb), (gpointer)call);
}
