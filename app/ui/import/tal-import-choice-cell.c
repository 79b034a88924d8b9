/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-choice-cell.h"

#include <glib/gi18n-lib.h>

struct _TalImportChoiceCell
{
  GtkWidget parent_instance;

  TalImportItem *item;
  gboolean       showing; /* what is seen follows the item, and not the person */

  GtkWidget      *box;
  GtkCheckButton *ours;
  GtkCheckButton *theirs;
  GtkCheckButton *taken; /* in place of both: what is new, and what is removed there */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalImportChoiceCell, tal_import_choice_cell, GTK_TYPE_WIDGET)

static void
choose (TalImportChoiceCell *self, TalImportChoice choice)
{
  if (!self->showing && self->item != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice);
}

static void
ours_toggled_cb (TalImportChoiceCell *self)
{
  if (gtk_check_button_get_active (self->ours))
    choose (self, TAL_IMPORT_CHOICE_OURS);
}

static void
theirs_toggled_cb (TalImportChoiceCell *self)
{
  if (gtk_check_button_get_active (self->theirs))
    choose (self, TAL_IMPORT_CHOICE_THEIRS);
}

static void
taken_toggled_cb (TalImportChoiceCell *self)
{
  choose (self, gtk_check_button_get_active (self->taken) ? TAL_IMPORT_CHOICE_THEIRS
                                                          : TAL_IMPORT_CHOICE_OURS);
}

static void
show_choice (TalImportChoiceCell *self)
{
  TalImportChoice choice = tal_import_item_get_choice (self->item);

  self->showing = TRUE;
  gtk_check_button_set_active (self->ours, choice == TAL_IMPORT_CHOICE_OURS);
  gtk_check_button_set_active (self->theirs, choice == TAL_IMPORT_CHOICE_THEIRS);
  gtk_check_button_set_active (self->taken, choice == TAL_IMPORT_CHOICE_THEIRS);
  self->showing = FALSE;
}

/* The row has the focus and the keys; the buttons are for the pointer. */
static GtkCheckButton *
append_button (TalImportChoiceCell *self, const char *label, GCallback toggled)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "toggled", toggled, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
  return GTK_CHECK_BUTTON (button);
}

static void
tal_import_choice_cell_dispose (GObject *object)
{
  TalImportChoiceCell *self = TAL_IMPORT_CHOICE_CELL (object);

  if (self->box != NULL)
    tal_import_choice_cell_show (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_import_choice_cell_parent_class)->dispose (object);
}

static void
tal_import_choice_cell_class_init (TalImportChoiceCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_import_choice_cell_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tal_import_choice_cell_init (TalImportChoiceCell *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->ours = append_button (self, _ ("Ours"), G_CALLBACK (ours_toggled_cb));
  self->theirs = append_button (self, _ ("Theirs"), G_CALLBACK (theirs_toggled_cb));
  gtk_check_button_set_group (self->theirs, self->ours);
  self->taken = append_button (self, _ ("Take along"), G_CALLBACK (taken_toggled_cb));
}

GtkWidget *
tal_import_choice_cell_new (void)
{
  return g_object_new (TAL_TYPE_IMPORT_CHOICE_CELL, NULL);
}

void
tal_import_choice_cell_show (TalImportChoiceCell *self, TalImportItem *item)
{
  const TalImportRow *row = NULL;
  gboolean            taking = FALSE;

  g_return_if_fail (TAL_IS_IMPORT_CHOICE_CELL (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_choice, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  row = tal_import_item_get_row (item);
  taking = row->type == TAL_IMPORT_ROW_NEW || row->type == TAL_IMPORT_ROW_REMOVED;
  gtk_widget_set_visible (GTK_WIDGET (self->ours), !taking);
  gtk_widget_set_visible (GTK_WIDGET (self->theirs), !taking);
  gtk_widget_set_visible (GTK_WIDGET (self->taken), taking);
  gtk_check_button_set_label (self->taken, row->type == TAL_IMPORT_ROW_REMOVED ? _ ("Delete here")
                                                                               : _ ("Take along"));
  g_signal_connect_object (item, "notify::choice", G_CALLBACK (show_choice), self,
                           G_CONNECT_SWAPPED);
  show_choice (self);
}
