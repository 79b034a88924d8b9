/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-flash.h"

/* As long as the style sheet animates it, and a little more. */
#define MILLISECONDS 1300

static gboolean
flashed_cb (gpointer widget)
{
  gtk_widget_remove_css_class (widget, "flash");
  return G_SOURCE_REMOVE;
}

void
tal_flash (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_css_class (widget, "flash");
  g_timeout_add_full (G_PRIORITY_DEFAULT, MILLISECONDS, flashed_cb, g_object_ref (widget),
                      g_object_unref);
}
