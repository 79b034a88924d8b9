/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-figure-table.h"

#include "model/tal-figure-report.h"
#include "ui/common/tal-list-keys.h"
#include "ui/common/tal-text-table-row.h"

#include <glib/gi18n-lib.h>

struct _TalImportFigureTable
{
  GtkWidget parent_instance;

  GListStore *rows; /* of TalTextTableRow */

  GtkWidget     *box;
  GtkColumnView *view;
};

/* The cells of a row, in this order. */
enum
{
  CELL_SERIES,
  CELL_PERIOD,
  CELL_VALUE,
  CELL_STATE,
  CELL_NOTE,
  CELL_PLACE,
};

static const struct
{
  const char *title;
  gboolean    expand;
} columns[] = {
  [CELL_SERIES] = { N_ ("Figure"), TRUE }, [CELL_PERIOD] = { N_ ("Period"), FALSE },
                                                             [CELL_VALUE] = { N_ ("Value"), FALSE },  [CELL_STATE] = { N_ ("State"), FALSE },
                                                                                                                       [CELL_NOTE] = { N_ ("Note"), FALSE },    [CELL_PLACE] = { N_ ("Stands in"), FALSE },
                                                                                                                                      };

G_DEFINE_FINAL_TYPE (TalImportFigureTable, tal_import_figure_table, GTK_TYPE_WIDGET)

static guint
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static GtkWidget *
create_label (guint column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column == CELL_VALUE ? 1 : 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  if (column != CELL_SERIES && column != CELL_NOTE)
    return label;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  return label;
}

/* Why it is not stored stands below what it is. */
static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  guint      column = get_column (factory);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_label (column));
  if (column == CELL_SERIES)
    {
      GtkWidget *matter = create_label (column);

      gtk_widget_add_css_class (matter, "caption");
      gtk_box_append (GTK_BOX (box), matter);
    }
  gtk_list_item_set_child (item, box);
}

/* A row speaks all that stands in it. */
static void
speak_row (GtkWidget *child, TalTextTableRow *row)
{
  g_autoptr (GString) sentence = g_string_new (NULL);
  GtkWidget          *widget = gtk_widget_get_parent (gtk_widget_get_parent (child));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const TalTextTableCell *cell = tal_text_table_row_get_cell (row, i);

      if (*cell->text != '\0')
        g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? ", " : "", cell->text);
      if (cell->caption != NULL)
        g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? ", " : "", cell->caption);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence->str, -1);
}

static void
bound_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget              *box = gtk_list_item_get_child (item);
  GtkWidget              *label = gtk_widget_get_first_child (box);
  GtkWidget              *matter = gtk_widget_get_next_sibling (label);
  TalTextTableRow        *row = gtk_list_item_get_item (item);
  const TalTextTableCell *cell = tal_text_table_row_get_cell (row, get_column (factory));

  gtk_label_set_label (GTK_LABEL (label), cell->text);
  gtk_widget_set_visible (label, *cell->text != '\0');
  if (matter == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (matter), cell->caption != NULL ? cell->caption : "");
  gtk_widget_set_visible (matter, cell->caption != NULL);
  if (cell->dim)
    gtk_widget_add_css_class (matter, "dim-label");
  else
    gtk_widget_remove_css_class (matter, "dim-label");
  speak_row (box, row);
}

static void
add_columns (TalImportFigureTable *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory             *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bound_cb), NULL);
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_append_column (self->view, column);
    }
}

static gboolean
key_pressed_cb (TalImportFigureTable *self, guint keyval, guint keycode, GdkModifierType state)
{
  return tal_list_keys_leave (GTK_WIDGET (self->view), keyval, state);
}

static void
tal_import_figure_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_FIGURE_TABLE);

  G_OBJECT_CLASS (tal_import_figure_table_parent_class)->dispose (object);
}

static void
tal_import_figure_table_finalize (GObject *object)
{
  g_object_unref (TAL_IMPORT_FIGURE_TABLE (object)->rows);

  G_OBJECT_CLASS (tal_import_figure_table_parent_class)->finalize (object);
}

static void
tal_import_figure_table_class_init (TalImportFigureTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_import_figure_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_import_figure_table_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/import/tal-import-figure-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TalImportFigureTable, box);
  gtk_widget_class_bind_template_child (widget_class, TalImportFigureTable, view);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tal_import_figure_table_init (TalImportFigureTable *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  self->rows = g_list_store_new (TAL_TYPE_TEXT_TABLE_ROW);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static TalTextTableRow *
create_row (const TalFigurePreview *preview)
{
  TalTextTableRow  *row = tal_text_table_row_new (FALSE);
  TalTextTableCell *cell = tal_text_table_row_add (row, preview->series);

  if (preview->matter != NULL)
    {
      cell->caption = preview->refused ? g_strdup_printf (_ ("Cannot be read: %s"), preview->matter)
                                       : g_strdup (preview->matter);
      cell->dim = !preview->refused;
    }
  tal_text_table_row_add (row, preview->period);
  tal_text_table_row_add (row, preview->value);
  tal_text_table_row_add (row, preview->state);
  tal_text_table_row_add (row, preview->note);
  tal_text_table_row_add (row, preview->place);
  return row;
}

void
tal_import_figure_table_show (TalImportFigureTable *self, const GPtrArray *preview)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (TAL_IS_IMPORT_FIGURE_TABLE (self));
  g_return_if_fail (preview != NULL);

  for (guint i = 0; i < preview->len; i++)
    g_ptr_array_add (rows, create_row (g_ptr_array_index (preview, i)));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_widget_set_visible (GTK_WIDGET (self), preview->len > 0);
}
