/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-text-cells.h"

#include "base/tal-danish-entry.h"

#include <string.h>

#define WIDEST 64 /* columns of a table whose cells have lines of their own */

typedef enum
{
  CELL_EMPTY,
  CELL_LABEL,
  CELL_CAPTION, /* "Tabel 1. …" */
  CELL_NUMBER,
} CellKind;

typedef struct
{
  CellKind kind;
  char    *text;
  guint    line;
} Cell;

struct _TalTextCells
{
  GArray *cells; /* Cell */
};

char **
tal_text_split_piped (const char *line)
{
  GPtrArray  *cells = g_ptr_array_new ();
  GString    *cell = g_string_new (NULL);
  const char *at;

  g_return_val_if_fail (line != NULL, NULL);

  for (at = strchr (line, '|') + 1; *at != '\0'; at++)
    {
      if (at[0] == '\\' && at[1] == '|')
        {
          g_string_append_c (cell, '|');
          at++;
        }
      else if (*at != '|')
        g_string_append_c (cell, *at);
      else
        {
          g_ptr_array_add (cells, g_string_free (cell, FALSE));
          cell = g_string_new (NULL);
        }
    }

  /* What stands behind the last bar is a cell only if there is anything. */
  if (cell->str[strspn (cell->str, " \t")] != '\0')
    g_ptr_array_add (cells, g_string_free (cell, FALSE));
  else
    g_string_free (cell, TRUE);
  g_ptr_array_add (cells, NULL);
  return (char **)g_ptr_array_free (cells, FALSE);
}

static void
clear_cell (gpointer cell)
{
  g_free (((Cell *)cell)->text);
}

TalTextCells *
tal_text_cells_new (void)
{
  TalTextCells *self = g_new0 (TalTextCells, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

void
tal_text_cells_free (TalTextCells *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->cells);
  g_free (self);
}

static CellKind
classify (const char *text)
{
  static const char *const captions[] = { "Tabel ", "Figur ", "Boks " };
  TalDanishEntry           entry;

  if (*text == '\0')
    return CELL_EMPTY;

  for (gsize i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      if (g_str_has_prefix (text, captions[i]) && g_ascii_isdigit (text[strlen (captions[i])]))
        return CELL_CAPTION;
    }

  return tal_danish_entry_parse (text, &entry, NULL) ? CELL_NUMBER : CELL_LABEL;
}

void
tal_text_cells_add (TalTextCells *self, char *text, guint line)
{
  Cell cell = { CELL_EMPTY, text, line };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_strstrip (text);
  cell.kind = classify (text);
  g_array_append_val (self->cells, cell);
}

void
tal_text_cells_add_bars (TalTextCells *self, const char *bars, guint line)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (bars != NULL);

  /* A row has no more cells than that, so neither has a line of empty ones. */
  for (guint n_bars = 0; *bars != '\0' && n_bars < WIDEST; bars++)
    {
      if (*bars != '|')
        continue;
      n_bars++;
      tal_text_cells_add (self, g_strdup (""), line);
    }
}

static const Cell *
get_cell (const TalTextCells *self, guint at)
{
  return &g_array_index (self->cells, Cell, at);
}

/* How many numbers and gaps stand behind the label at a place; 0 where none is a number. */
static guint
count_numbers (const TalTextCells *self, guint label)
{
  guint end = label + 1;
  guint n_numbers = 0;

  for (; end < self->cells->len; end++)
    {
      CellKind kind = get_cell (self, end)->kind;

      if (kind != CELL_NUMBER && kind != CELL_EMPTY)
        break;
      n_numbers += kind == CELL_NUMBER;
    }

  return n_numbers > 0 ? end - label - 1 : 0;
}

/* The length that most rows have, the shorter where two are as common; 0 without rows. */
static guint
find_width (const TalTextCells *self)
{
  guint counts[WIDEST] = { 0 };
  guint width = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint length = get_cell (self, i)->kind == CELL_LABEL ? count_numbers (self, i) : 0;

      if (length > 0 && length + 1 < WIDEST)
        counts[length + 1]++;
    }

  for (guint i = 1; i < WIDEST; i++)
    {
      if (counts[i] > counts[width])
        width = i;
    }

  return width;
}

/* A label and numbers to the width of the table. */
static gboolean
is_row (const TalTextCells *self, guint at, guint width)
{
  return get_cell (self, at)->kind == CELL_LABEL && count_numbers (self, at) + 1 >= width;
}

static gboolean
add_row (
    const TalTextCells *self, guint first, guint end, TalPassageBuilder *builder, GError **error)
{
  char **cells = g_new0 (char *, end - first + 1);

  for (guint i = first; i < end; i++)
    cells[i - first] = g_strdup (get_cell (self, i)->text);
  return tal_passage_builder_add_row (builder, get_cell (self, first)->line, cells, error);
}

static gboolean
add_paragraph (const TalTextCells *self, guint at, TalPassageBuilder *builder, GError **error)
{
  const Cell *cell = get_cell (self, at);

  return tal_passage_builder_add (builder, TAL_PASSAGE_PARAGRAPH, cell->line, g_strdup (cell->text),
                                  error);
}

/* What stands above the first row: whole rows, counted back from it, and a caption. */
static gboolean
add_head (
    const TalTextCells *self, guint end, guint width, TalPassageBuilder *builder, GError **error)
{
  guint at = 0;

  while (at < end)
    {
      if (get_cell (self, at)->kind == CELL_CAPTION || (end - at) % width != 0)
        {
          if (!add_paragraph (self, at++, builder, error))
            return FALSE;
          while (at < end && get_cell (self, at)->kind == CELL_EMPTY && (end - at) % width != 0)
            at++;
          continue;
        }

      if (!add_row (self, at, at + width, builder, error))
        return FALSE;
      at += width;
    }

  return TRUE;
}

static gboolean
add_rows (
    const TalTextCells *self, guint first, guint width, TalPassageBuilder *builder, GError **error)
{
  guint at = first;

  while (at < self->cells->len)
    {
      gboolean row = is_row (self, at, width);

      if (!(row ? add_row (self, at, at + width, builder, error)
                : add_paragraph (self, at, builder, error)))
        return FALSE;
      at += row ? width : 1;
    }

  return TRUE;
}

gboolean
tal_text_cells_build (TalTextCells *self, TalPassageBuilder *builder, GError **error)
{
  guint    width;
  guint    first = 0;
  gboolean is_built;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  width = find_width (self);
  while (first < self->cells->len && (width == 0 || !is_row (self, first, width)))
    first++;

  tal_passage_builder_begin_table (builder);
  tal_passage_builder_end_table (builder);
  is_built = add_head (self, first, width > 0 ? width : first + 1, builder, error) &&
             add_rows (self, first, width, builder, error);
  g_array_set_size (self->cells, 0);
  return is_built;
}
