/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-spare.h"

void
tal_spare_set_shown (GtkWidget *widget, gboolean shown)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (gtk_widget_get_child_visible (widget) == shown)
    return;

  gtk_widget_set_child_visible (widget, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}
