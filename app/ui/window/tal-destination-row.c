/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/window/tal-destination-row.h"

#include <glib/gi18n-lib.h>

struct _TalDestinationRow
{
  GtkListBoxRow parent_instance;

  TalDestination destination;
  GtkLabel      *badge;
};

G_DEFINE_FINAL_TYPE (TalDestinationRow, tal_destination_row, GTK_TYPE_LIST_BOX_ROW)

static void
tal_destination_row_class_init (TalDestinationRowClass *klass)
{
}

static void
tal_destination_row_init (TalDestinationRow *self)
{
}

GtkWidget *
tal_destination_row_new (TalDestination destination)
{
  TalDestinationRow *self = g_object_new (TAL_TYPE_DESTINATION_ROW, NULL);
  const char        *title = tal_destination_get_title (destination);
  GtkWidget         *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget         *label = gtk_label_new (title);

  self->destination = destination;
  self->badge = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), "badge");
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (tal_destination_get_icon_name (destination)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->badge));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  tal_destination_row_set_badge (self, 0);
  return GTK_WIDGET (self);
}

TalDestination
tal_destination_row_get_destination (TalDestinationRow *self)
{
  g_return_val_if_fail (TAL_IS_DESTINATION_ROW (self), TAL_DESTINATION_OVERVIEW);

  return self->destination;
}

void
tal_destination_row_set_badge (TalDestinationRow *self, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *spoken = NULL;
  const char      *title = NULL;

  g_return_if_fail (TAL_IS_DESTINATION_ROW (self));

  title = tal_destination_get_title (self->destination);
  gtk_label_set_label (self->badge, number);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), count > 0);
  if (count > 0)
    spoken = g_strdup_printf (
        /* Translators: a destination and how many results wait there to be entered. */
        g_dngettext (GETTEXT_PACKAGE, "%s, %u result is missing", "%s, %u results are missing",
                     count),
        title, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : title, -1);
}
