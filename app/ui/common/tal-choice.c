/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-choice.h"

#include <adwaita.h>

/* Of a choice in the list; a longer one takes another line. */
#define MOST_WIDTH_CHARS 36

/* Called when the row has made what an item is shown by: a label, and a mark beside it. */
static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_WIDTH_CHARS);
}

static void
show_whole (AdwComboRow *row)
{
  GtkListItemFactory *factory = adw_combo_row_get_factory (row);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_combo_row_set_use_subtitle (row, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "choice");
}

void
tal_choice_show_whole (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (ADW_IS_COMBO_ROW (root))
    {
      show_whole (ADW_COMBO_ROW (root));
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tal_choice_show_whole (child);
}
