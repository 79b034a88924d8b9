/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-form.h"

#include <adwaita.h>

static void
name_field (GtkWidget *row)
{
  GtkEditable *field = gtk_editable_get_delegate (GTK_EDITABLE (row));
  const char  *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  /* The toolkit gives the role to the row's like of its own, and none to the field in it. */
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (field)) != GTK_ACCESSIBLE_ROLE_TEXT_BOX)
    g_object_set (field, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
tal_form_name_fields (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (ADW_IS_ENTRY_ROW (root))
    name_field (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tal_form_name_fields (child);
}
