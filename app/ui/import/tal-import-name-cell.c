/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-name-cell.h"

struct _TalImportNameCell
{
  GtkWidget parent_instance;

  TalImportItem *item;

  GtkWidget *box;
  GtkLabel  *name;
  GtkLabel  *place;
  GtkLabel  *matter;
};

G_DEFINE_FINAL_TYPE (TalImportNameCell, tal_import_name_cell, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static GtkLabel *
append_label (TalImportNameCell *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static void
tal_import_name_cell_dispose (GObject *object)
{
  TalImportNameCell *self = TAL_IMPORT_NAME_CELL (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_import_name_cell_parent_class)->dispose (object);
}

static void
tal_import_name_cell_class_init (TalImportNameCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_import_name_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tal_import_name_cell_init (TalImportNameCell *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->name = append_label (self, "heading");
  self->place = append_label (self, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "dim-label");
  self->matter = append_label (self, "caption");
}

GtkWidget *
tal_import_name_cell_new (void)
{
  return g_object_new (TAL_TYPE_IMPORT_NAME_CELL, NULL);
}

void
tal_import_name_cell_show (TalImportNameCell *self, TalImportItem *item)
{
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  g_autofree char *matter = NULL;

  g_return_if_fail (TAL_IS_IMPORT_NAME_CELL (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  name = tal_import_item_dup_name (item);
  place = tal_import_item_dup_place (item);
  matter = tal_import_item_dup_matter (item);
  set_text (self->name, name);
  set_text (self->place, place);
  set_text (self->matter, matter);
}

TalImportItem *
tal_import_name_cell_get_item (TalImportNameCell *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_NAME_CELL (self), NULL);

  return self->item;
}
