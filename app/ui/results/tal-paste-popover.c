/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-paste-popover.h"

#include "ui/common/tal-text-scale.h"

#include <glib/gi18n-lib.h>

/* The most of a block that is shown. */
#define MOST_ROWS 50
#define MOST_COLUMNS 12
#define HEIGHT 280
#define WIDTH 420

struct _TalPastePopover
{
  GtkPopover parent_instance;

  TalEntryPaste  *paste;
  GtkLabel       *sentence;
  GtkLabel       *reason; /* of the first cell that cannot be read */
  GtkCheckButton *headings;
  GtkGrid        *grid;
  GtkWidget      *insert_button;
};

G_DEFINE_FINAL_TYPE (TalPastePopover, tal_paste_popover, GTK_TYPE_POPOVER)

static void
add_cell (TalPastePopover *self, guint row, guint column)
{
  const char *text = tal_cell_block_get (tal_entry_paste_get_block (self->paste), row, column);
  const char *reason = tal_entry_paste_get_reason (self->paste, row, column);
  GtkWidget  *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "paste-cell");
  if (reason != NULL)
    {
      gtk_widget_add_css_class (label, "refused");
      gtk_widget_set_tooltip_text (label, reason);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      reason, -1);
      if (gtk_label_get_label (self->reason)[0] == '\0')
        gtk_label_set_label (self->reason, reason);
    }
  else if (row == 0 && tal_entry_paste_get_headings (self->paste))
    gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (self->grid, label, (int)column, (int)row, 1, 1);
}

static void
show_block (TalPastePopover *self)
{
  const TalCellBlock *block = tal_entry_paste_get_block (self->paste);
  guint               n_refused = tal_entry_paste_get_n_refused (self->paste);
  guint               n_values = tal_entry_paste_get_n_values (self->paste);
  g_autofree char    *sentence = NULL;
  GtkWidget          *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_label_set_label (self->reason, "");
  for (guint row = 0; row < MIN (tal_cell_block_get_n_rows (block), MOST_ROWS); row++)
    {
      for (guint column = 0; column < MIN (tal_cell_block_get_n_columns (block), MOST_COLUMNS);
           column++)
        add_cell (self, row, column);
    }

  sentence = g_strdup_printf (ngettext ("%u of %u value cannot be read",
                                        "%u of %u values cannot be read", n_values),
                              n_refused, n_values);
  gtk_label_set_label (self->sentence, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_widget_set_sensitive (self->insert_button, n_refused < n_values);
}

static void
headings_toggled_cb (TalPastePopover *self)
{
  tal_entry_paste_set_headings (self->paste, gtk_check_button_get_active (self->headings));
  show_block (self);
}

static void
insert_clicked_cb (TalPastePopover *self)
{
  tal_entry_paste_store (self->paste);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
cancel_clicked_cb (TalPastePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
tal_paste_popover_finalize (GObject *object)
{
  tal_entry_paste_free (TAL_PASTE_POPOVER (object)->paste);

  G_OBJECT_CLASS (tal_paste_popover_parent_class)->finalize (object);
}

static void
tal_paste_popover_class_init (TalPastePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tal_paste_popover_finalize;
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_button (TalPastePopover *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
tal_paste_popover_init (TalPastePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->sentence = add_label (box, "heading");
  self->reason = add_label (box, "error");
  self->headings =
      GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("The first row is headings")));
  g_signal_connect_swapped (self->headings, "toggled", G_CALLBACK (headings_toggled_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->headings));

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_max_content_width (GTK_SCROLLED_WINDOW (scroller),
                                             tal_text_scale_pixels (WIDTH));
  gtk_box_append (GTK_BOX (box), scroller);

  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  add_button (self, buttons, _ ("Cancel"), G_CALLBACK (cancel_clicked_cb));
  self->insert_button =
      add_button (self, buttons, _ ("Paste the valid ones"), G_CALLBACK (insert_clicked_cb));
  gtk_widget_add_css_class (self->insert_button, "suggested-action");
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "paste-preview");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
tal_paste_popover_new (TalEntryPaste *paste)
{
  TalPastePopover *self = g_object_new (TAL_TYPE_PASTE_POPOVER, NULL);

  g_return_val_if_fail (paste != NULL, NULL);

  self->paste = paste;
  gtk_widget_set_visible (GTK_WIDGET (self->headings), tal_entry_paste_can_have_headings (paste));
  g_signal_handlers_block_by_func (self->headings, headings_toggled_cb, self);
  gtk_check_button_set_active (self->headings, tal_entry_paste_get_headings (paste));
  g_signal_handlers_unblock_by_func (self->headings, headings_toggled_cb, self);
  show_block (self);
  return GTK_WIDGET (self);
}
