/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-cell-block.h"

#include <string.h>

struct _TalCellBlock
{
  GPtrArray *rows; /* of GPtrArray of char * */
  guint      n_columns;
};

static void
add_row (TalCellBlock *self)
{
  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

/* Takes the text. */
static void
add_cell (TalCellBlock *self, char *text)
{
  GPtrArray *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  g_ptr_array_add (row, text);
  self->n_columns = MAX (self->n_columns, row->len);
}

static TalCellBlock *
make (void)
{
  TalCellBlock *self = g_new0 (TalCellBlock, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  return self;
}

TalCellBlock *
tal_cell_block_new (guint n_rows, guint n_columns)
{
  TalCellBlock *self = make ();

  for (guint row = 0; row < n_rows; row++)
    {
      add_row (self);
      for (guint column = 0; column < n_columns; column++)
        add_cell (self, g_strdup (""));
    }

  return self;
}

void
tal_cell_block_free (TalCellBlock *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gboolean
ends_cell (char character)
{
  return character == '\t' || character == '\n' || character == '\r' || character == '\0';
}

/* The text between quotes, and where it goes on; NULL where they do not close at the end of the
 * cell. */
static char *
read_quoted (const char *at, const char **ret_rest)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (at++; *at != '\0'; at++)
    {
      if (*at != '"')
        {
          g_string_append_c (text, *at);
          continue;
        }
      if (at[1] == '"')
        {
          g_string_append_c (text, '"');
          at++;
          continue;
        }
      if (!ends_cell (at[1]))
        return NULL;
      *ret_rest = at + 1;
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  return NULL;
}

static char *
read_cell (const char *at, const char **ret_rest)
{
  char *quoted = *at == '"' ? read_quoted (at, ret_rest) : NULL;
  gsize length = strcspn (at, "\t\r\n");

  if (quoted != NULL)
    return quoted;

  *ret_rest = at + length;
  return g_strndup (at, length);
}

TalCellBlock *
tal_cell_block_parse (const char *text)
{
  TalCellBlock *self = NULL;
  const char   *at = text;

  g_return_val_if_fail (text != NULL, NULL);

  self = make ();
  add_row (self);
  while (TRUE)
    {
      add_cell (self, read_cell (at, &at));
      if (*at == '\0')
        return self;
      if (*at == '\t')
        {
          at++;
          continue;
        }
      at += at[0] == '\r' && at[1] == '\n' ? 2 : 1;
      if (*at == '\0') /* the last line is ended like the others */
        return self;
      add_row (self);
    }
}

guint
tal_cell_block_get_n_rows (const TalCellBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

guint
tal_cell_block_get_n_columns (const TalCellBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

const char *
tal_cell_block_get (const TalCellBlock *self, guint row, guint column)
{
  const GPtrArray *cells = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len && column < self->n_columns, NULL);

  cells = g_ptr_array_index (self->rows, row);
  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

void
tal_cell_block_set (TalCellBlock *self, guint row, guint column, const char *text)
{
  GPtrArray *cells = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (row < self->rows->len);
  g_return_if_fail (text != NULL);

  cells = g_ptr_array_index (self->rows, row);
  g_return_if_fail (column < cells->len);
  g_free (g_ptr_array_index (cells, column));
  g_ptr_array_index (cells, column) = g_strdup (text);
}

static void
append_tabs_cell (GString *out, const char *text)
{
  g_auto (GStrv)   parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (text, "\t\r\n\"") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (out, "\"%s\"", doubled);
}

char *
tal_cell_block_to_tabs (const TalCellBlock *self)
{
  GString *out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  for (guint row = 0; row < self->rows->len; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          if (column > 0)
            g_string_append_c (out, '\t');
          append_tabs_cell (out, tal_cell_block_get (self, row, column));
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

char *
tal_cell_block_to_html (const TalCellBlock *self)
{
  GString *out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new ("<meta charset=\"utf-8\"><table>\n");
  for (guint row = 0; row < self->rows->len; row++)
    {
      g_string_append (out, "<tr>");
      for (guint column = 0; column < self->n_columns; column++)
        {
          g_autofree char *escaped =
              g_markup_escape_text (tal_cell_block_get (self, row, column), -1);

          g_string_append_printf (out, "<td>%s</td>", escaped);
        }
      g_string_append (out, "</tr>\n");
    }

  g_string_append (out, "</table>\n");
  return g_string_free (out, FALSE);
}
