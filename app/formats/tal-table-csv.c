/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-table-csv.h"

#include "base/tal-csv.h"
#include "formats/tal-table-text.h"

#define SEPARATOR ';'
#define PIECE (64 * 1024)

static void
append_headings (GString *out, const TalTable *table)
{
  guint                   n_columns = tal_table_get_n_columns (table);
  g_autofree const char **cells = g_new0 (const char *, n_columns + 1);

  for (guint row = 0; row < tal_table_get_n_headings (table); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        cells[column] = tal_table_get_heading (table, row, column);
      tal_csv_append_line (out, cells, n_columns, SEPARATOR);
    }
}

static void
append_row (GString *out, const TalTable *table, guint row)
{
  for (guint column = 0; column < tal_table_get_n_columns (table); column++)
    {
      g_autofree char *text = tal_table_dup_text (table, tal_table_get_cell (table, row, column));

      if (column > 0)
        g_string_append_c (out, SEPARATOR);
      tal_csv_append_cell (out, text, SEPARATOR);
    }
  g_string_append (out, "\r\n");
}

static void
append_notes (GString *out, const TalTable *table)
{
  if (tal_table_get_n_notes (table) > 0)
    g_string_append (out, "\r\n");
  for (guint i = 0; i < tal_table_get_n_notes (table); i++)
    {
      const char *note = tal_table_get_note (table, i);

      tal_csv_append_line (out, &note, 1, SEPARATOR);
    }
}

static gboolean
flush (GString *out, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  gboolean written =
      !g_cancellable_set_error_if_cancelled (cancellable, error) &&
      g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error);

  g_string_truncate (out, 0);
  return written;
}

gboolean
tal_table_csv_write (const TalTable *table,
                     GOutputStream  *stream,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (table != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  out = g_string_new (TAL_CSV_BYTE_ORDER_MARK);
  append_headings (out, table);
  for (guint row = 0; row < tal_table_get_n_rows (table); row++)
    {
      append_row (out, table, row);
      if (out->len >= PIECE && !flush (out, stream, cancellable, error))
        return FALSE;
    }
  append_notes (out, table);
  return flush (out, stream, cancellable, error);
}
