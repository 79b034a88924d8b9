/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-text-table.h"

#include "charts/tal-chart-hyphen.h"
#include "ui/common/tal-list-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* That of a column of numbers, in characters; a longer one wraps. */
#define HEADING_WIDTH 9

typedef struct
{
  char    *title;
  gboolean numeric;
  guint    width;
} Column;

struct _TalTextTable
{
  GtkWidget parent_instance;

  GArray          *columns; /* of Column */
  GPtrArray       *rows;    /* of TalTextTableRow */
  char           **words;   /* that a row must have to be shown; NULL shows all */
  guint            n_shown; /* of the rows */
  TalTextTableRow *last_shown;
  GtkGrid         *grid; /* NULL once disposed */
  GtkWidget       *copy_button;
  int              next; /* the first free row of the grid */
};

G_DEFINE_FINAL_TYPE (TalTextTable, tal_text_table, GTK_TYPE_WIDGET)

static void
clear_column (gpointer column)
{
  g_free (((Column *)column)->title);
}

static GtkWidget *
create_label (const Column *column, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column->numeric ? 1 : 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  if (column->width == 0)
    return label;

  if (text != NULL)
    {
      g_autofree char *softened = tal_chart_hyphen_soften (text);

      gtk_label_set_label (GTK_LABEL (label), softened);
    }

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (label), (int)column->width);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
create_chip (const char *text)
{
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

static GtkWidget *
join (GtkOrientation orientation, GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? 6 : 0);

  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

/* A cell is text, a chip behind it and a caption below them.  One that is repeated is written
 * where the row that it repeats is not the one above it. */
static GtkWidget *
create_cell (const Column *column, const TalTextTableCell *cell, gboolean alone)
{
  GtkWidget *widget = create_label (column, cell->repeated && !alone ? NULL : cell->text);

  if (cell->dim)
    gtk_widget_add_css_class (widget, "dim-label");
  if (cell->chip != NULL)
    {
      gtk_widget_set_hexpand (widget, FALSE);
      gtk_widget_set_visible (widget, cell->text[0] != '\0');
      widget = join (GTK_ORIENTATION_HORIZONTAL, widget, create_chip (cell->chip));
      gtk_widget_set_valign (widget, GTK_ALIGN_START);
    }
  if (cell->caption != NULL)
    {
      GtkWidget *caption = create_label (column, cell->caption);

      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      widget = join (GTK_ORIENTATION_VERTICAL, widget, caption);
    }
  return widget;
}

static void
attach (TalTextTable *self, GtkWidget *widget, guint column)
{
  gtk_grid_attach (self->grid, widget, (int)column, self->next, 1, 1);
}

static void
attach_line (TalTextTable *self)
{
  gtk_grid_attach (self->grid, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, self->next,
                   (int)self->columns->len, 1);
  self->next++;
}

static void
attach_headings (TalTextTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      GtkWidget    *label = create_label (column, column->title);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      if (column->numeric)
        gtk_label_set_max_width_chars (GTK_LABEL (label), HEADING_WIDTH);
      gtk_label_set_justify (GTK_LABEL (label),
                             column->numeric ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_widget_add_css_class (label, "column-heading");
      attach (self, label, i);
    }
  self->next++;
  attach_line (self);
}

/* A total has a line above it, and one below where another row follows. */
static void
attach_row (TalTextTable *self, TalTextTableRow *row, TalTextTableRow *above)
{
  gboolean total = tal_text_table_row_is_total (row);

  if (above != NULL && (total || tal_text_table_row_is_total (above)))
    attach_line (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TalTextTableCell *cell = tal_text_table_row_get_cell (row, i);
      GtkWidget              *widget = NULL;

      if (cell == NULL)
        continue;
      widget = create_cell (&g_array_index (self->columns, Column, i), cell, self->words != NULL);
      if (total)
        gtk_widget_add_css_class (widget, "total");
      attach (self, widget, i);
    }
  self->next++;
}

/* A total is of rows that are not all shown where words are searched for. */
static gboolean
is_shown (TalTextTable *self, TalTextTableRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->words == NULL)
    return TRUE;
  if (tal_text_table_row_is_total (row))
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TalTextTableCell *cell = tal_text_table_row_get_cell (row, i);

      if (cell != NULL)
        g_string_append_printf (text, "%s %s ", cell->text, cell->chip != NULL ? cell->chip : "");
    }
  return tal_list_search_is_in (text->str, self->words);
}

static void
show_row (TalTextTable *self, TalTextTableRow *row)
{
  if (!is_shown (self, row))
    return;

  if (self->n_shown == 0)
    attach_headings (self);
  attach_row (self, row, self->last_shown);
  self->last_shown = row;
  self->n_shown++;
  gtk_widget_set_visible (self->copy_button, TRUE);
}

static void
hide_rows (TalTextTable *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_widget_set_visible (self->copy_button, FALSE);
  self->next = 0;
  self->n_shown = 0;
  self->last_shown = NULL;
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

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  g_clear_pointer (&self->copy_button, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_text_table_parent_class)->dispose (object);
}

static void
tal_text_table_finalize (GObject *object)
{
  TalTextTable *self = TAL_TEXT_TABLE (object);

  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_strfreev (self->words);

  G_OBJECT_CLASS (tal_text_table_parent_class)->finalize (object);
}

static void
tal_text_table_class_init (TalTextTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_text_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_text_table_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "texttable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
}

static GtkWidget *
create_copy_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy Table"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "table.copy");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
tal_text_table_init (TalTextTable *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  self->copy_button = create_copy_button ();
  gtk_widget_set_visible (self->copy_button, FALSE);
  gtk_widget_set_parent (self->copy_button, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
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

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_column (TalTextTable *self, const char *title, gboolean numeric, guint width)
{
  Column column = { g_strdup (title), numeric, width };

  g_array_append_val (self->columns, column);
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
  Column *own = NULL;

  g_return_if_fail (TAL_IS_TEXT_TABLE (self));
  g_return_if_fail (column < self->columns->len);
  g_return_if_fail (title != NULL);

  own = &g_array_index (self->columns, Column, column);
  g_free (own->title);
  own->title = g_strdup (title);
}

void
tal_text_table_clear (TalTextTable *self)
{
  g_return_if_fail (TAL_IS_TEXT_TABLE (self));

  hide_rows (self);
  g_ptr_array_set_size (self->rows, 0);
}

void
tal_text_table_take_row (TalTextTable *self, TalTextTableRow *row)
{
  g_return_if_fail (TAL_IS_TEXT_TABLE (self));
  g_return_if_fail (TAL_IS_TEXT_TABLE_ROW (row));

  show_row (self, row);
  g_ptr_array_add (self->rows, row);
}

guint
tal_text_table_narrow (TalTextTable *self, char *const *words)
{
  g_return_val_if_fail (TAL_IS_TEXT_TABLE (self), 0);

  if (words == NULL && self->words == NULL)
    return self->n_shown;

  g_strfreev (self->words);
  self->words = g_strdupv ((char **)words);
  hide_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i));
  return self->n_shown;
}

guint
tal_text_table_get_n_rows (TalTextTable *self)
{
  g_return_val_if_fail (TAL_IS_TEXT_TABLE (self), 0);

  return self->rows->len;
}

TalTextTableRow *
tal_text_table_get_row (TalTextTable *self, guint number)
{
  g_return_val_if_fail (TAL_IS_TEXT_TABLE (self), NULL);

  return number < self->rows->len ? g_ptr_array_index (self->rows, number) : NULL;
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

      if (!is_shown (self, row))
        continue;
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

      if (!is_shown (self, row))
        continue;
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
