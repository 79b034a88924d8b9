/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-text-table-row.h"

struct _TalTextTableRow
{
  GObject parent_instance;

  gboolean total;
  GArray  *cells; /* of TalTextTableCell */
};

G_DEFINE_FINAL_TYPE (TalTextTableRow, tal_text_table_row, G_TYPE_OBJECT)

static void
clear_cell (gpointer cell)
{
  TalTextTableCell *self = cell;

  g_free (self->text);
  g_free (self->caption);
  g_free (self->chip);
}

static void
tal_text_table_row_finalize (GObject *object)
{
  g_array_unref (TAL_TEXT_TABLE_ROW (object)->cells);

  G_OBJECT_CLASS (tal_text_table_row_parent_class)->finalize (object);
}

static void
tal_text_table_row_class_init (TalTextTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tal_text_table_row_finalize;
}

static void
tal_text_table_row_init (TalTextTableRow *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (TalTextTableCell));
  g_array_set_clear_func (self->cells, clear_cell);
}

TalTextTableRow *
tal_text_table_row_new (gboolean total)
{
  TalTextTableRow *self = g_object_new (TAL_TYPE_TEXT_TABLE_ROW, NULL);

  self->total = total;
  return self;
}

gboolean
tal_text_table_row_is_total (TalTextTableRow *self)
{
  g_return_val_if_fail (TAL_IS_TEXT_TABLE_ROW (self), FALSE);

  return self->total;
}

TalTextTableCell *
tal_text_table_row_add (TalTextTableRow *self, const char *text)
{
  TalTextTableCell cell = { g_strdup (text != NULL ? text : "") };

  g_return_val_if_fail (TAL_IS_TEXT_TABLE_ROW (self), NULL);

  g_array_append_val (self->cells, cell);
  return &g_array_index (self->cells, TalTextTableCell, self->cells->len - 1);
}

const TalTextTableCell *
tal_text_table_row_get_cell (TalTextTableRow *self, guint column)
{
  g_return_val_if_fail (TAL_IS_TEXT_TABLE_ROW (self), NULL);

  return column < self->cells->len ? &g_array_index (self->cells, TalTextTableCell, column) : NULL;
}
