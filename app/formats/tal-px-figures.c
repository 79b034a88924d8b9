/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-px-figures.h"

#include "base/tal-danish-number.h"
#include "base/tal-error.h"
#include "formats/tal-cube-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_FIGURE 4096
#define MOST_FIGURES (100 * 1000 * 1000) /* that are counted, if only to say how many */
#define CHECK_CANCELLED_EVERY 4096

typedef enum
{
  BETWEEN_UNKNOWN,
  BETWEEN_BLANKS,
  BETWEEN_COMMAS,
} Between;

typedef struct
{
  const char *at;
  gsize       length;
  gboolean    is_quoted;
} Figure;

typedef struct
{
  TalPxCursor      *cursor;
  GPtrArray        *variables;
  guint             n_keys; /* the variables before this one have them */
  const TalPxMarks *marks;
  TalCubeBuilder   *builder;
  GCancellable     *cancellable;
  guint            *values;     /* of the next figure */
  guint64           n_expected; /* in all, or in a row where there are keys */
  guint64           n_read;
  Between           between;
  GString          *text; /* of a mark */
} Reading;

static gboolean
refuse (const Reading *self, const char *sentence, GError **error)
{
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
               _("Line %u: %s"), self->cursor->line, sentence);
  return FALSE;
}

static gboolean
refuse_end (const Reading *self, GError **error)
{
  return refuse (self, _("The file ends before it is complete. Get it again."), error);
}

static gboolean
refuse_count (const Reading *self, GError **error)
{
  g_autofree char *expected =
      tal_danish_number_format (TAL_DECIMAL ((gint64)MIN (self->n_expected, MOST_FIGURES), 0),
                                TAL_DANISH_NUMBER_PLAIN);
  g_autofree char *found =
      tal_danish_number_format (TAL_DECIMAL ((gint64)self->n_read, 0), TAL_DANISH_NUMBER_PLAIN);

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
               self->n_keys > 0
               ? _("Line %u: there must be %s figures in a row, but there are %s. Get the file again.")
               : _("Line %u: there must be %s figures, but there are %s. Get the file again."),
                    self->cursor->line, expected, found);
  return FALSE;
}

/* Up to the next figure.  What stands between two of them must be of one kind. */
static gboolean
skip_between (Reading *self, gboolean is_first, GError **error)
{
  TalPxCursor *cursor = self->cursor;
  guint        n_commas = 0;
  gboolean     has_blank = FALSE;
  gboolean     has_line = FALSE;

  for (; g_ascii_isspace (*cursor->at) || *cursor->at == ','; cursor->at++)
    {
      n_commas += *cursor->at == ',';
      has_blank = has_blank || *cursor->at != ',';
      has_line = has_line || *cursor->at == '\n';
      cursor->line += *cursor->at == '\n';
    }

  if (is_first || *cursor->at == ';')
    return n_commas <= 1 || refuse (self, _("There is nothing between two commas."), error);
  if (n_commas > 1)
    return refuse (self, _("There is nothing between two commas."), error);
  if (n_commas == 0 && (has_line || !has_blank))
    return TRUE;

  if ((n_commas > 0 && self->between == BETWEEN_BLANKS) ||
      (n_commas == 0 && self->between == BETWEEN_COMMAS))
    return refuse (self, _("The figures stand between commas and between blanks. PC-Axis has a point before decimals."),
                            error);

  self->between = n_commas > 0 ? BETWEEN_COMMAS : BETWEEN_BLANKS;
  return TRUE;
}

static gboolean
read_figure (Reading *self, Figure *ret_figure, GError **error)
{
  TalPxCursor *cursor = self->cursor;

  ret_figure->is_quoted = *cursor->at == '"';
  cursor->at += ret_figure->is_quoted;
  ret_figure->at = cursor->at;
  ret_figure->length = strcspn (cursor->at, ret_figure->is_quoted ? "\"\n" : "\", \t\r\n;");
  cursor->at += ret_figure->length;
  if (ret_figure->length > LONGEST_FIGURE || (!ret_figure->is_quoted && ret_figure->length == 0))
    return refuse (self, _("There is something that is no figure."), error);
  if (*cursor->at == '\0')
    return refuse_end (self, error);
  if (ret_figure->is_quoted && *cursor->at++ != '"')
    return refuse (self, _("A quotation mark is not closed."), error);

  return TRUE;
}

static gboolean
is_mark (const char *text)
{
  return strcmp (text, "-") == 0 || strcmp (text, "…") == 0 || text[strspn (text, ".")] == '\0';
}

static gboolean
fill_cell (Reading *self, const Figure *figure, TalCubeCell *cell, GError **error)
{
  TalCubeNumber kind = tal_cube_number_parse (figure->at, figure->length, &cell->number);

  if (kind == TAL_CUBE_NUMBER_OK)
    return TRUE;

  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, figure->at, (gssize)figure->length);
  if (kind == TAL_CUBE_NUMBER_NONE && !figure->is_quoted && !is_mark (self->text->str))
    {
      g_autofree char *shown = tal_error_dup_quotable (self->text->str);

      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                   _("Line %u: “%s” is neither a number nor a mark that stands for one."),
                      self->cursor->line, shown);
      return FALSE;
    }

  tal_px_marks_fill (self->marks, self->text->str, cell);
  if (kind == TAL_CUBE_NUMBER_TOO_LONG)
    cell->missing = TAL_CUBE_MISSING_TOO_LONG;
  return TRUE;
}

/* The last variable is the fastest. */
static void
step (Reading *self)
{
  for (guint i = self->variables->len; i-- > self->n_keys;)
    {
      self->values[i]++;
      if (self->values[i] < tal_px_variable_get_n_values (g_ptr_array_index (self->variables, i)))
        return;
      self->values[i] = 0;
    }
}

static gboolean
take_figure (Reading *self, GError **error)
{
  TalCubeCell cell = { .line = self->cursor->line };
  Figure      figure = { NULL, 0, FALSE };

  if (!read_figure (self, &figure, error))
    return FALSE;
  if (self->n_read++ >= self->n_expected)
    return self->n_read <= MOST_FIGURES || refuse_count (self, error);
  if (!fill_cell (self, &figure, &cell, error) ||
      !tal_cube_builder_add_cell (self->builder, &cell, self->values, error))
    return FALSE;

  step (self);
  return self->n_read % CHECK_CANCELLED_EVERY != 0 ||
         !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
read_table (Reading *self, GError **error)
{
  while (skip_between (self, self->n_read == 0, error))
    {
      /* Some leave the last ; out.  A blank shows that the last figure is whole. */
      if (*self->cursor->at == '\0' && self->n_read != self->n_expected)
        return refuse_end (self, error);
      if (*self->cursor->at == ';' || *self->cursor->at == '\0')
        return self->n_read == self->n_expected || self->n_read == 0 || refuse_count (self, error);
      if (!take_figure (self, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
read_key (Reading *self, guint key, GError **error)
{
  const TalPxVariable *variable = g_ptr_array_index (self->variables, key);
  Figure               figure = { NULL, 0, FALSE };
  g_autofree char     *text = NULL;
  g_autofree char     *shown = NULL;

  if (!skip_between (self, TRUE, error) || !read_figure (self, &figure, error))
    return FALSE;

  text = g_strndup (figure.at, figure.length);
  if (tal_px_variable_find_key (variable, text, &self->values[key]))
    return TRUE;

  shown = tal_error_dup_quotable (text);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
               _("Line %u: “%s” is none of the values that the file names before."),
                  self->cursor->line, shown);
  return FALSE;
}

static gboolean
read_row (Reading *self, GError **error)
{
  for (guint i = 0; i < self->n_keys; i++)
    {
      if (!read_key (self, i, error))
        return FALSE;
    }

  for (self->n_read = 0; self->n_read < self->n_expected;)
    {
      if (!skip_between (self, self->n_read == 0, error))
        return FALSE;
      if (*self->cursor->at == ';' || *self->cursor->at == '\0')
        return refuse_count (self, error);
      if (!take_figure (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_rows (Reading *self, GError **error)
{
  while (skip_between (self, TRUE, error))
    {
      if (*self->cursor->at == '\0')
        return refuse_end (self, error);
      if (*self->cursor->at == ';')
        return TRUE;
      if (!read_row (self, error))
        return FALSE;
    }

  return FALSE;
}

/* How many figures there must be; the keys come first, which PC-Axis allows for the stub only. */
static gboolean
count_expected (Reading *self, GError **error)
{
  self->n_expected = 1;
  for (guint i = 0; i < self->variables->len; i++)
    {
      const TalPxVariable *variable = g_ptr_array_index (self->variables, i);

      if (tal_px_variable_is_key (variable) && i == self->n_keys)
        {
          self->n_keys++;
          continue;
        }
      if (tal_px_variable_is_key (variable))
        return refuse (self, _("The file has keys for other variables than those of its stub."),
                                error);

      self->n_expected = MIN (self->n_expected * tal_px_variable_get_n_values (variable),
                              G_GUINT64_CONSTANT (1) << 32);
    }

  return TRUE;
}

gboolean
tal_px_figures_read (TalPxCursor      *cursor,
                     GPtrArray        *variables,
                     const TalPxMarks *marks,
                     TalCubeBuilder   *builder,
                     GCancellable     *cancellable,
                     GError          **error)
{
  g_autofree guint *values = g_new0 (guint, variables->len + 1);
  Reading           reading = { cursor, variables, 0, marks,           builder, cancellable,
                                values, 0,         0, BETWEEN_UNKNOWN, NULL };
  gboolean          is_read = FALSE;

  g_return_val_if_fail (cursor != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  reading.text = g_string_new (NULL);
  is_read = count_expected (&reading, error) &&
            (reading.n_keys > 0 ? read_rows (&reading, error) : read_table (&reading, error));
  g_string_free (reading.text, TRUE);
  if (is_read && *cursor->at == ';')
    cursor->at++;
  return is_read;
}
