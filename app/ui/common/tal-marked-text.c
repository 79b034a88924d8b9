/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-marked-text.h"

#define STOOD_IN "tal-marked-text"

/* The menu of a text is part of it: what is copied there is still marked. */
static void
focus_moved_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkLabel  *label = g_object_get_data (G_OBJECT (window), STOOD_IN);

  if (label != NULL && (focus == GTK_WIDGET (label) ||
                        (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (label)))))
    return;

  if (label != NULL)
    gtk_label_select_region (label, 0, 0);
  g_object_set_data_full (G_OBJECT (window), STOOD_IN,
                          GTK_IS_LABEL (focus) ? g_object_ref (focus) : NULL, g_object_unref);
}

void
tal_marked_text_watch (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}
