/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-csv-reader.h"

#include "base/tal-error.h"
#include "formats/tal-csv-dialect.h"
#include "formats/tal-workbook-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_CELL_BYTES (1024 * 1024)
#define ROWS_BETWEEN_LOOKS 4096 /* whether somebody cancelled */

typedef struct
{
  TalWorkbookBuilder *builder;
  char               *text; /* the builder's, cut into cells as it is read */
  char               *at;
  char               *end;
  TalCsvDialect       dialect;
  TalCsvReport        report;
  gboolean            stops[256]; /* what ends a cell without quotation marks */
  guint               row;
  guint               line; /* from 1, where 'at' is */
  guint               column;
  gboolean            has_text; /* the row has a cell with something in it */
} Reading;

static gboolean
refuse (const Reading *self, TalError code, const char *sentence, GError **error)
{
  g_set_error (error, TAL_ERROR, code,
               _("Line %u, column %u: %s"), self->line, self->column + 1, sentence);
  return FALSE;
}

static gboolean
is_line_end (char character)
{
  return character == '\n' || character == '\r';
}

/* The cell from 'begin' to 'end', behind which stands what the reader has looked at. */
static gboolean
add_cell (Reading *self, const char *begin, char *end, GError **error)
{
  if (end - begin > MOST_CELL_BYTES)
    return refuse (self, TAL_ERROR_UNSAFE_FILE,
                   _("the cell is longer than a text can be. A quotation mark may be missing."),
                      error);

  *end = '\0';
  if (begin == end)
    return TRUE;

  self->has_text = TRUE;
  return tal_workbook_builder_add_kept (self->builder, self->column,
                                        (TalKeptText)(begin - self->text), error);
}

/* Takes the quotation marks off in place.  A line break inside is one '\n'. */
static gboolean
read_quoted (Reading *self, char **ret_begin, char **ret_end, GError **error)
{
  guint first_line = self->line;
  char *begin = ++self->at;
  char *out = begin;

  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '"' && self->at[1] == '"')
        self->at++;
      else if (*self->at == '"')
        break;
      else if (self->at[0] == '\r' && self->at[1] == '\n')
        continue;
      else if (is_line_end (*self->at))
        {
          self->line++;
          *out++ = '\n';
          continue;
        }
      *out++ = *self->at;
    }

  if (self->at >= self->end)
    {
      self->line = first_line;
      return refuse (self, TAL_ERROR_INVALID_FILE,
                     _("a quotation mark opens the cell, and none closes it."), error);
    }

  self->at++;
  *ret_begin = begin;
  *ret_end = out;
  return TRUE;
}

static void
skip_spaces (Reading *self)
{
  while (self->at < self->end && *self->at == ' ')
    self->at++;
}

/* Spaces around the quotation marks are the file's and not the cell's. */
static gboolean
read_quoted_cell (Reading *self, char *ret_stop, GError **error)
{
  char *begin = NULL;
  char *end = NULL;

  if (!read_quoted (self, &begin, &end, error))
    return FALSE;

  skip_spaces (self);
  if (self->at < self->end && !self->stops[(guint8)*self->at])
    return refuse (self, TAL_ERROR_INVALID_FILE,
                   _("a quotation mark stands inside the cell. Double those that belong to the "
                     "text."),
                      error);

  *ret_stop = *self->at;
  return add_cell (self, begin, end, error);
}

/* One cell; 'at' is then at what ended it, which is 'ret_stop'. */
static gboolean
read_cell (Reading *self, char *ret_stop, GError **error)
{
  char *begin = self->at;

  skip_spaces (self);
  if (self->at < self->end && *self->at == '"')
    return read_quoted_cell (self, ret_stop, error);

  while (!self->stops[(guint8)*self->at])
    self->at++;
  *ret_stop = *self->at;
  return add_cell (self, begin, self->at, error);
}

static void
count_row (Reading *self, guint line)
{
  if (!self->has_text)
    return;

  self->report.n_rows++;
  if (self->column + 1 == self->dialect.n_fields)
    return;

  self->report.n_uneven++;
  if (self->report.uneven_line == 0)
    self->report.uneven_line = line;
}

static gboolean
read_row (Reading *self, GError **error)
{
  guint line = self->line;
  char  stop = '\0';

  if (!tal_workbook_builder_begin_row (self->builder, self->row++, self->line, error))
    return FALSE;

  self->column = 0;
  self->has_text = FALSE;
  while (TRUE)
    {
      if (!read_cell (self, &stop, error))
        return FALSE;
      if (stop != self->dialect.delimiter || stop == '\0')
        break;
      self->at++;
      self->column++;
    }

  count_row (self, line);
  if (is_line_end (stop))
    {
      self->at += stop == '\r' && self->at[1] == '\n' ? 2 : 1;
      self->line++;
    }
  return TRUE;
}

static gboolean
read_rows (Reading *self, GCancellable *cancellable, GError **error)
{
  self->stops[0] = TRUE;
  self->stops[(guint8)'\n'] = TRUE;
  self->stops[(guint8)'\r'] = TRUE;
  self->stops[(guint8)self->dialect.delimiter] = TRUE;

  while (self->at < self->end)
    {
      if (self->row % ROWS_BETWEEN_LOOKS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!read_row (self, error))
        return FALSE;
    }

  return TRUE;
}

TalWorkbook *
tal_csv_read (GBytes *bytes, TalCsvReport *ret_report, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalWorkbookBuilder) builder = NULL;
  Reading                        reading = { .line = 1 };
  gsize                          length = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  reading.text = tal_text_encoding_decode (bytes, &reading.report.encoding,
                                           &reading.report.has_mark, &length, error);
  if (reading.text == NULL)
    return NULL;

  tal_csv_dialect_find (reading.text, length, &reading.dialect);
  builder = tal_workbook_builder_new_over (reading.text, length, error);
  if (builder == NULL)
    return NULL;

  reading.builder = builder;
  reading.at = reading.text + reading.dialect.skipped;
  reading.end = reading.text + length;
  reading.line += reading.dialect.skipped > 0;
  reading.report.delimiter = reading.dialect.delimiter;
  if (!tal_workbook_builder_begin_sheet (builder, "", FALSE, TRUE, error) ||
      !read_rows (&reading, cancellable, error))
    return NULL;

  if (ret_report != NULL)
    *ret_report = reading.report;
  return tal_workbook_builder_take (builder);
}
