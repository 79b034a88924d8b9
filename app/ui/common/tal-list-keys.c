/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-list-keys.h"

gboolean
tal_list_keys_leave (GtkWidget *list, guint keyval, GdkModifierType state)
{
  GtkDirectionType direction = keyval == GDK_KEY_Tab ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD;
  gboolean         left = FALSE;

  g_return_val_if_fail (GTK_IS_WIDGET (list), FALSE);

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab) || (state & GDK_CONTROL_MASK) != 0)
    return FALSE;

  /* The window goes on from here as if there were nothing in the list. */
  gtk_widget_set_can_focus (list, FALSE);
  left = gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), direction);
  gtk_widget_set_can_focus (list, TRUE);
  return left;
}
