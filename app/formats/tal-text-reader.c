/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-text-reader.h"

#include "formats/tal-text-cells.h"
#include "formats/tal-text-lines.h"
#include "formats/tal-text-marks.h"

#include <string.h>

#define MOST_BLANK 2 /* lines within a table */

typedef struct
{
  TalTextLines      *lines;
  guint              at;
  gboolean           markdown;
  TalPassageBuilder *builder;
} Reading;

static char *
dup_text (const Reading *self, const char *text)
{
  return self->markdown ? tal_text_dup_unmarked (text) : g_strdup (text);
}

static gboolean
read_heading (Reading *self, gsize level, GError **error)
{
  const char      *line = self->lines->lines[self->at];
  g_autofree char *text = g_strdup (line + level);
  gsize            length = strlen (g_strchomp (text));

  /* "## Heading ##" closes what it opens. */
  while (length > 0 && text[length - 1] == '#')
    text[--length] = '\0';
  self->at++;
  return tal_passage_builder_add (self->builder, TAL_PASSAGE_HEADING, self->at,
                                  dup_text (self, text), error);
}

static gboolean
add_cells (Reading *self, char **cells, GError **error)
{
  for (char **cell = cells; self->markdown && *cell != NULL; cell++)
    {
      char *plain = tal_text_dup_unmarked (*cell);

      g_free (*cell);
      *cell = plain;
    }

  return tal_passage_builder_add_row (self->builder, self->at + 1, cells, error);
}

static char **
split_row (const char *line, gboolean piped)
{
  return piped ? tal_text_split_piped (line) : g_strsplit (line, "\t", -1);
}

static gboolean
is_year (const char *cell)
{
  gsize digits = strspn (cell, "0123456789");

  return digits == 4 && (g_str_has_prefix (cell, "19") || g_str_has_prefix (cell, "20")) &&
         cell[digits + strspn (cell + digits, " *")] == '\0';
}

/* A figure behind the first cell, which headings have none of. */
static gboolean
has_figure (char **cells)
{
  for (guint i = 1; cells[0] != NULL && cells[i] != NULL; i++)
    {
      const char *cell = cells[i] + strspn (cells[i], " -");

      if (g_ascii_isdigit (*cell) && !is_year (cell))
        return TRUE;
    }

  return FALSE;
}

/* Past blank lines that cut a table in two: behind them stands a row of as many cells as the one
 * before, and no heading. */
static void
skip_cut (Reading *self, gboolean piped)
{
  char **const   lines = self->lines->lines;
  guint          next = self->at;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) behind = NULL;

  while (next < self->lines->n_lines && next - self->at < MOST_BLANK && *lines[next] == '\0')
    next++;
  if (next == self->at || self->at == 0 || next >= self->lines->n_lines ||
      !(piped ? tal_text_line_is_piped (lines[next]) : tal_text_line_is_tabbed (lines[next])) ||
      (piped && next + 1 < self->lines->n_lines && tal_text_line_is_delimiter (lines[next + 1])))
    return;

  before = split_row (lines[self->at - 1], piped);
  behind = split_row (lines[next], piped);
  if (g_strv_length (before) == g_strv_length (behind) && has_figure (behind))
    self->at = next;
}

static gboolean
read_piped (Reading *self, GError **error)
{
  tal_passage_builder_begin_table (self->builder);
  tal_passage_builder_end_table (self->builder);
  for (; self->at < self->lines->n_lines; self->at++)
    {
      const char *line = NULL;

      skip_cut (self, TRUE);
      line = self->lines->lines[self->at];
      if (!tal_text_line_is_piped (line))
        break;
      if (!tal_text_line_is_delimiter (line) && !add_cells (self, split_row (line, TRUE), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_tabbed (Reading *self, GError **error)
{
  tal_passage_builder_begin_table (self->builder);
  tal_passage_builder_end_table (self->builder);
  for (; self->at < self->lines->n_lines; self->at++)
    {
      const char *line = NULL;

      skip_cut (self, FALSE);
      line = self->lines->lines[self->at];
      if (strchr (line, '\t') == NULL)
        break;
      if (!add_cells (self, split_row (line, FALSE), error))
        return FALSE;
    }

  return TRUE;
}

/* One cell a line, until a line is none. */
static gboolean
read_celled (Reading *self, GError **error)
{
  g_autoptr (TalTextCells) cells = tal_text_cells_new ();

  for (; self->at < self->lines->n_lines; self->at++)
    {
      g_autofree char *text = NULL;
      const char      *line = self->lines->lines[self->at];

      if (!tal_text_line_is_cell (line))
        break;
      if (tal_text_line_is_bars (line))
        {
          tal_text_cells_add_bars (cells, line, self->at + 1);
          continue;
        }

      text = g_strndup (line, (gsize)(strchr (line, '|') - line));
      tal_text_cells_add (cells, dup_text (self, text), self->at + 1);
    }

  return tal_text_cells_build (cells, self->builder, error);
}

/* A paragraph or list item, with the lines that go on with it. */
static gboolean
read_paragraph (Reading *self, GError **error)
{
  g_autoptr (GString) text = NULL;
  const char         *line = self->lines->lines[self->at];
  gsize               marker = tal_text_line_get_marker (line);
  guint               first = self->at + 1;

  text = g_string_new (line + marker);
  while (self->at + 1 < self->lines->n_lines &&
         tal_text_line_is_plain (self->lines->lines[self->at + 1], self->markdown) &&
         tal_text_lines_continues (self->lines, self->at))
    {
      const char *next = self->lines->lines[++self->at];

      while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, ' ');
      g_string_append (text, next + strspn (next, " \t"));
    }

  self->at++;
  return tal_passage_builder_add (self->builder,
                                  marker > 0 ? TAL_PASSAGE_LIST_ITEM : TAL_PASSAGE_PARAGRAPH, first,
                                  dup_text (self, text->str), error);
}

static gboolean
read_next (Reading *self, GError **error)
{
  const char *line = self->lines->lines[self->at];
  gsize       level = self->markdown ? tal_text_line_get_heading (line) : 0;

  if (tal_text_line_is_empty (line))
    {
      self->at++;
      return TRUE;
    }
  if (level > 0)
    return read_heading (self, level, error);
  if (tal_text_line_is_cell (line))
    return read_celled (self, error);
  if (tal_text_line_is_piped (line))
    return read_piped (self, error);
  if (tal_text_line_is_tabbed (line))
    return read_tabbed (self, error);

  return read_paragraph (self, error);
}

gboolean
tal_text_read (GBytes *bytes, gboolean markdown, TalPassageBuilder *builder, GError **error)
{
  g_autoptr (TalTextLines) lines = NULL;
  Reading                  reading = { NULL, 0, markdown, builder };

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  lines = tal_text_lines_new (bytes, error);
  if (lines == NULL)
    return FALSE;

  reading.lines = lines;
  while (reading.at < lines->n_lines)
    {
      if (!read_next (&reading, error))
        return FALSE;
    }

  return TRUE;
}
