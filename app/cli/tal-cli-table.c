/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-table.h"

#include "base/tal-csv.h"
#include "cli/tal-cli.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char    *text; /* NULL is empty */
  gboolean number;
} Cell;

struct _TalCliTable
{
  const char *const *columns;
  guint              n_columns;
  GArray            *cells; /* of Cell, row by row */
};

static void
cell_clear (gpointer cell)
{
  g_free (((Cell *)cell)->text);
}

static void
add (TalCliTable *self, char *text, gboolean number)
{
  Cell cell = { text, number };

  g_array_append_val (self->cells, cell);
}

gboolean
tal_cli_parse_format (const char *verb, const char *text, TalCliFormat *ret_format)
{
  static const char *const names[] = { "text", "csv", "json" };
  g_autofree char         *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (text, names[i]) == 0 || (text == NULL && i == TAL_CLI_FORMAT_TEXT))
        {
          *ret_format = (TalCliFormat)i;
          return TRUE;
        }
    }

  sentence = g_strdup_printf (_ ("“%s” is not one of text, csv and json."), text);
  tal_cli_misuse (verb, sentence);
  return FALSE;
}

TalCliTable *
tal_cli_table_new (const char *const *columns)
{
  TalCliTable *self = g_new0 (TalCliTable, 1);

  self->columns = columns;
  self->n_columns = g_strv_length ((char **)columns);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
  return self;
}

void
tal_cli_table_free (TalCliTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->cells);
  g_free (self);
}

void
tal_cli_table_add_text (TalCliTable *self, const char *text)
{
  add (self, text != NULL && text[0] != '\0' ? g_strdup (text) : NULL, FALSE);
}

void
tal_cli_table_add_integer (TalCliTable *self, int number)
{
  add (self, g_strdup_printf ("%d", number), TRUE);
}

void
tal_cli_table_add_decimal (TalCliTable *self, TalDecimal number)
{
  add (self, tal_decimal_is_none (number) ? NULL : tal_decimal_to_string (number), TRUE);
}

void
tal_cli_table_add_figure (TalCliTable *self, const TalFigure *figure, int decimals)
{
  TalDecimal value = TAL_DECIMAL_NONE;

  for (int scale = MIN (decimals + 1, TAL_DECIMAL_MAX_SCALE); scale >= 0; scale--)
    {
      if (tal_figure_get_decimal (figure, scale, &value))
        break;
    }
  tal_cli_table_add_decimal (self, value);
}

void
tal_cli_table_add_sum (TalCliTable *self, const TalFigure *figure)
{
  TalDecimal value = TAL_DECIMAL_NONE;

  tal_figure_get_exact (figure, &value);
  tal_cli_table_add_decimal (self, value);
}

static void
append_json (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar)*p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint)*p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static guint
get_n_rows (const TalCliTable *self)
{
  return self->cells->len / self->n_columns;
}

static const Cell *
get_cell (const TalCliTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
}

static void
append_csv_row (const TalCliTable *self, guint row, GString *out)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      const Cell *cell = get_cell (self, row, column);

      if (column > 0)
        g_string_append_c (out, ',');
      tal_csv_append_cell (out, cell->text, ',');
    }
  g_string_append (out, "\r\n");
}

static void
append_json_row (const TalCliTable *self, guint row, GString *out)
{
  g_string_append (out, row > 0 ? ",\n  {" : "\n  {");
  for (guint column = 0; column < self->n_columns; column++)
    {
      const Cell *cell = get_cell (self, row, column);

      g_string_append_printf (out, "%s\"%s\": ", column > 0 ? ", " : "", self->columns[column]);
      if (cell->text == NULL)
        g_string_append (out, "null");
      else if (cell->number)
        g_string_append (out, cell->text);
      else
        append_json (out, cell->text);
    }
  g_string_append_c (out, '}');
}

static char *
format_csv (const TalCliTable *self)
{
  g_autofree char *head = g_strjoinv (",", (char **)self->columns);
  GString         *out = g_string_new (head);

  g_string_append (out, "\r\n");
  for (guint row = 0; row < get_n_rows (self); row++)
    append_csv_row (self, row, out);
  return g_string_free (out, FALSE);
}

static char *
format_json (const TalCliTable *self)
{
  GString *out = g_string_new ("[");

  for (guint row = 0; row < get_n_rows (self); row++)
    append_json_row (self, row, out);
  g_string_append (out, "\n]\n");
  return g_string_free (out, FALSE);
}

void
tal_cli_table_print (const TalCliTable *self, TalCliFormat format)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != TAL_CLI_FORMAT_TEXT);

  text = format == TAL_CLI_FORMAT_CSV ? format_csv (self) : format_json (self);
  g_print ("%s", text);
}
