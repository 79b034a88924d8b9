/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-fields-cell.h"

#include "core/tal-change-text.h"
#include "core/tal-observation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An object that is new has many fields; more are counted, and said where the row is chosen. */
#define MOST_LINES 5
/* Longer texts are shown in full where the row is chosen. */
#define LONGEST_LINE 200
#define WIDEST_LINE 22

struct _TalImportFieldsCell
{
  GtkWidget parent_instance;

  TalImportColumn column;
  GtkWidget      *box;
};

G_DEFINE_FINAL_TYPE (TalImportFieldsCell, tal_import_fields_cell, GTK_TYPE_WIDGET)

/* On one line, so that the lines of a row stand beside each other. */
static char *
dup_line (const char *text)
{
  g_autofree char *line = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LONGEST_LINE));

  return g_strdelimit (g_steal_pointer (&line), "\n\t", ' ');
}

/* How many bytes both begin with, and then end with, in whole letters. */
static void
find_common (const char *text, const char *other, gsize *ret_start, gsize *ret_end)
{
  const char *a = text;
  const char *b = other;
  const char *a_end = text + strlen (text);
  const char *b_end = other + strlen (other);

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  while (a_end > a && b_end > b &&
         g_utf8_get_char (g_utf8_prev_char (a_end)) == g_utf8_get_char (g_utf8_prev_char (b_end)))
    {
      a_end = g_utf8_prev_char (a_end);
      b_end = g_utf8_prev_char (b_end);
    }
  *ret_start = (gsize)(a - text);
  *ret_end = (gsize)(a_end - text);
}

static void
mark_difference (GtkLabel *label, const char *text, const char *other)
{
  PangoAttrList  *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  gsize           start = 0;
  gsize           end = 0;

  find_common (text, other, &start, &end);
  bold->start_index = (guint)start;
  bold->end_index = (guint)end;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

/* What stands there, or that nothing does; 'other' is what it differs from, or NULL. */
static void
append_line (TalImportFieldsCell *self, const char *text, const char *other)
{
  g_autofree char *line = dup_line (text != NULL ? text : "–");
  g_autofree char *other_line = other != NULL ? dup_line (other) : NULL;
  GtkWidget       *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST_LINE);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label,
                            self->column == TAL_IMPORT_COLUMN_FIELD ? "dim-label" : "numeric");
  if (text != NULL && other_line != NULL)
    mark_difference (GTK_LABEL (label), line, other_line);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
append_field (TalImportFieldsCell *self, const TalFieldChange *field)
{
  switch (self->column)
    {
    case TAL_IMPORT_COLUMN_FIELD:
      append_line (self, field->title, NULL);
      break;
    case TAL_IMPORT_COLUMN_OURS:
      append_line (self, field->before, field->after);
      break;
    case TAL_IMPORT_COLUMN_THEIRS:
      append_line (self, field->after, field->before);
      break;
    }
}

static void
clear (TalImportFieldsCell *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* What is removed there has no fields to compare: that it is gone is said instead. */
static void
append_removal (TalImportFieldsCell *self)
{
  switch (self->column)
    {
    case TAL_IMPORT_COLUMN_FIELD:
      append_line (self, _ ("All of it"), NULL);
      break;
    case TAL_IMPORT_COLUMN_OURS:
      append_line (self, _ ("is here"), NULL);
      break;
    case TAL_IMPORT_COLUMN_THEIRS:
      append_line (self, _ ("deleted"), NULL);
      break;
    }
}

/* Of a new figure it stands in a column of its own. */
static gboolean
begins_with_period (const TalImportRow *row)
{
  return row->key.kind == TAL_KIND_OBSERVATION && row->ours == NULL && row->fields->len > 0 &&
         tal_observation_structure.fields[0].type == TAL_FIELD_PERIOD;
}

static void
tal_import_fields_cell_dispose (GObject *object)
{
  g_clear_pointer (&TAL_IMPORT_FIELDS_CELL (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_import_fields_cell_parent_class)->dispose (object);
}

static void
tal_import_fields_cell_class_init (TalImportFieldsCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_import_fields_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tal_import_fields_cell_init (TalImportFieldsCell *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
tal_import_fields_cell_new (TalImportColumn column)
{
  TalImportFieldsCell *self = g_object_new (TAL_TYPE_IMPORT_FIELDS_CELL, NULL);

  self->column = column;
  return GTK_WIDGET (self);
}

void
tal_import_fields_cell_show (TalImportFieldsCell *self, const TalImportRow *row)
{
  guint first = 0;
  guint n_fields;
  guint n_lines;

  g_return_if_fail (TAL_IS_IMPORT_FIELDS_CELL (self));

  clear (self);
  if (row == NULL)
    return;
  if (row->theirs->kind != row->key.kind)
    {
      append_removal (self);
      return;
    }

  first = begins_with_period (row) ? 1 : 0;
  n_fields = row->fields->len - first;
  n_lines = n_fields > MOST_LINES ? MOST_LINES - 1 : n_fields;
  for (guint i = 0; i < n_lines; i++)
    append_field (self, g_ptr_array_index (row->fields, first + i));
  if (n_lines < n_fields && self->column == TAL_IMPORT_COLUMN_FIELD)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u field more", "and %u fields more", n_fields - n_lines),
                           n_fields - n_lines);

      append_line (self, more, NULL);
    }
}
