/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-text-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char    *title;
  gboolean numeric;
  guint    width;
} Column;

struct _TalTextTable
{
  GtkWidget parent_instance;

  GArray        *columns; /* of Column */
  GListStore    *rows;    /* of TalTextTableRow */
  GtkWidget     *scroller;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (TalTextTable, tal_text_table, GTK_TYPE_WIDGET)

static void
clear_column (gpointer column)
{
  g_free (((Column *)column)->title);
}

static guint
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static GtkWidget *
create_label (const Column *column, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->numeric ? 1 : 0);
  gtk_widget_set_hexpand (label, column->numeric);
  if (!column->numeric)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int)column->width, 8));
      gtk_label_set_max_width_chars (GTK_LABEL (label), (int)column->width);
    }
  gtk_widget_add_css_class (label, style);
  return label;
}

/* A cell is text, a chip behind it and a caption below them. */
static void
cell_made_cb (GtkListItemFactory *factory, GtkListItem *item, TalTextTable *self)
{
  const Column *column = &g_array_index (self->columns, Column, get_column (factory));
  GtkWidget    *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget    *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget    *chip = gtk_label_new (NULL);
  GtkWidget    *caption = create_label (column, "caption");

  gtk_box_append (GTK_BOX (line), create_label (column, "numeric"));
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), chip);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (cell), line);
  gtk_box_append (GTK_BOX (cell), caption);
  gtk_widget_set_valign (cell, column->numeric ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_list_item_set_child (item, cell);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
set_style (GtkWidget *widget, const char *style, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && text[0] != '\0');
}

static void
cell_bound_cb (GtkListItemFactory *factory, GtkListItem *item, TalTextTable *self)
{
  TalTextTableRow        *row = TAL_TEXT_TABLE_ROW (gtk_list_item_get_item (item));
  const TalTextTableCell *cell = tal_text_table_row_get_cell (row, get_column (factory));
  GtkWidget              *box = gtk_list_item_get_child (item);
  GtkWidget              *line = gtk_widget_get_first_child (box);
  GtkWidget              *label = gtk_widget_get_first_child (line);

  gtk_label_set_label (GTK_LABEL (label), cell != NULL && !cell->repeated ? cell->text : "");
  set_text (gtk_widget_get_next_sibling (label), cell != NULL ? cell->chip : NULL);
  set_text (gtk_widget_get_next_sibling (line), cell != NULL ? cell->caption : NULL);
  set_style (label, "dim-label", cell != NULL && cell->dim);
  set_style (box, "total", tal_text_table_row_is_total (row));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TalTextTable                  *self = TAL_TEXT_TABLE (widget);
  g_autofree char               *tabs = tal_text_table_to_tabs (self);
  char                          *html = tal_text_table_to_html (self);
  g_autoptr (GBytes)             bytes = g_bytes_new_take (html, strlen (html));
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider            *each[2];

  each[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  each[1] = gdk_content_provider_new_typed (G_TYPE_STRING, tabs);
  all = gdk_content_provider_new_union (each, G_N_ELEMENTS (each));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
  gtk_widget_activate_action (widget, "win.show-message", "s", _ ("The table was copied."));
}

static void
tal_text_table_dispose (GObject *object)
{
  TalTextTable *self = TAL_TEXT_TABLE (object);

  if (self->scroller != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (tal_text_table_parent_class)->dispose (object);
}

static void
tal_text_table_finalize (GObject *object)
{
  g_array_unref (TAL_TEXT_TABLE (object)->columns);

  G_OBJECT_CLASS (tal_text_table_parent_class)->finalize (object);
}

static void
tal_text_table_class_init (TalTextTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_text_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_text_table_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "texttable");
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
}

/* As high as its rows: what it stands in scrolls, it itself only sideways. */
static void
tal_text_table_init (TalTextTable *self)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_list_store_new (TAL_TYPE_TEXT_TABLE_ROW);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_model (self->view, model);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
tal_text_table_new (void)
{
  return g_object_new (TAL_TYPE_TEXT_TABLE, NULL);
}

void
tal_text_table_set_name (TalTextTable *self, const char *name)
{
  g_return_if_fail (TAL_IS_TEXT_TABLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
add_column (TalTextTable *self, const char *title, gboolean numeric, guint width)
{
  GtkListItemFactory             *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  Column                          column = { g_strdup (title), numeric, width };

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (self->columns->len));
  g_array_append_val (self->columns, column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (cell_made_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (cell_bound_cb), self, 0);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (view_column, !numeric);
  gtk_column_view_append_column (self->view, view_column);
}

void
tal_text_table_add_column (TalTextTable *self, const char *title, guint width)
{
  g_return_if_fail (TAL_IS_TEXT_TABLE (self));
  g_return_if_fail (title != NULL);

  add_column (self, title, FALSE, width);
}

void
tal_text_table_add_number_column (TalTextTable *self, const char *title)
{
  g_return_if_fail (TAL_IS_TEXT_TABLE (self));
  g_return_if_fail (title != NULL);

  add_column (self, title, TRUE, 0);
}

void
tal_text_table_set_column_title (TalTextTable *self, guint column, const char *title)
{
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  Column                         *own = NULL;

  g_return_if_fail (TAL_IS_TEXT_TABLE (self));
  g_return_if_fail (column < self->columns->len);
  g_return_if_fail (title != NULL);

  own = &g_array_index (self->columns, Column, column);
  g_free (own->title);
  own->title = g_strdup (title);
  view_column = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  gtk_column_view_column_set_title (view_column, title);
}

void
tal_text_table_clear (TalTextTable *self)
{
  g_return_if_fail (TAL_IS_TEXT_TABLE (self));

  g_list_store_remove_all (self->rows);
}

void
tal_text_table_take_row (TalTextTable *self, TalTextTableRow *row)
{
  g_return_if_fail (TAL_IS_TEXT_TABLE (self));
  g_return_if_fail (TAL_IS_TEXT_TABLE_ROW (row));

  g_list_store_append (self->rows, row);
  g_object_unref (row);
}

guint
tal_text_table_get_n_rows (TalTextTable *self)
{
  g_return_val_if_fail (TAL_IS_TEXT_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

TalTextTableRow *
tal_text_table_get_row (TalTextTable *self, guint number)
{
  g_autoptr (TalTextTableRow) row = NULL;

  g_return_val_if_fail (TAL_IS_TEXT_TABLE (self), NULL);

  row = g_list_model_get_item (G_LIST_MODEL (self->rows), number);
  return row;
}

/* The chip stands behind the text, the caption in parentheses: a copy has one line for a cell. */
static char *
dup_cell (TalTextTableRow *row, guint column)
{
  const TalTextTableCell *cell = tal_text_table_row_get_cell (row, column);
  GString                *text = g_string_new (cell != NULL ? cell->text : NULL);

  if (cell != NULL && cell->chip != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", cell->chip);
  if (cell != NULL && cell->caption != NULL)
    g_string_append_printf (text, " (%s)", cell->caption);
  return g_string_free (text, FALSE);
}

char *
tal_text_table_to_tabs (TalTextTable *self)
{
  GString *text = NULL;

  g_return_val_if_fail (TAL_IS_TEXT_TABLE (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "",
                            g_array_index (self->columns, Column, i).title);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < tal_text_table_get_n_rows (self); i++)
    {
      TalTextTableRow *row = tal_text_table_get_row (self, i);

      for (guint column = 0; column < self->columns->len; column++)
        {
          g_autofree char *cell = g_strdelimit (dup_cell (row, column), "\t\n\r", ' ');

          g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "", cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
append_html_cell (GString *html, const Column *column, const char *tag, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s%s>%s</%s>", tag,
                          column->numeric ? " style=\"text-align:right\"" : "", escaped, tag);
}

char *
tal_text_table_to_html (TalTextTable *self)
{
  GString *html = NULL;

  g_return_val_if_fail (TAL_IS_TEXT_TABLE (self), NULL);

  html = g_string_new ("<meta charset=\"utf-8\"><table>\n<tr>");
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      append_html_cell (html, column, "th", column->title);
    }
  g_string_append (html, "</tr>\n");
  for (guint i = 0; i < tal_text_table_get_n_rows (self); i++)
    {
      TalTextTableRow *row = tal_text_table_get_row (self, i);

      g_string_append (html, "<tr>");
      for (guint column = 0; column < self->columns->len; column++)
        {
          g_autofree char *cell = dup_cell (row, column);

          append_html_cell (html, &g_array_index (self->columns, Column, column),
                            tal_text_table_row_is_total (row) ? "th" : "td", cell);
        }
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table>\n");
  return g_string_free (html, FALSE);
}
