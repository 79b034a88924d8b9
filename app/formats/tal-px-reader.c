/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-px-reader.h"

#include "base/tal-error.h"
#include "formats/tal-px-figures.h"
#include "formats/tal-px-statement.h"
#include "formats/tal-px-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 4096

typedef struct
{
  TalPxCursor     cursor;
  GPtrArray      *statements; /* of the file's own language */
  GPtrArray      *variables;  /* of TalPxVariable, in the order of the dimensions */
  TalPxMarks     *marks;
  TalCubeBuilder *builder;
  char           *language; /* or NULL */
  char           *measure;  /* the variable whose values are what is counted, or NULL */
  gboolean        has_figures;
} Reading;

gboolean
tal_px_is (GBytes *bytes)
{
  g_autofree char *head = NULL;
  const char      *at = NULL;
  gsize            length = 0;
  gsize            width = 0;

  g_return_val_if_fail (bytes != NULL, FALSE);

  at = g_bytes_get_data (bytes, &length);
  if (length >= 2 && (memcmp (at, "\xff\xfe", 2) == 0 || memcmp (at, "\xfe\xff", 2) == 0))
    head = g_convert (at, (gssize)MIN (length, HEAD) / 2 * 2, "UTF-8", "UTF-16", NULL, NULL, NULL);
  else
    head = g_strndup (at, MIN (length, HEAD));
  if (head == NULL)
    return FALSE;

  at = g_str_has_prefix (head, "\xef\xbb\xbf") ? head + 3 : head;
  at += strspn (at, " \t\r\n");
  /* What Excel wants of a CSV file to know its separator. */
  if (g_ascii_strncasecmp (at, "sep=", 4) == 0)
    return FALSE;

  width = strspn (at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
  if (width < 2)
    return FALSE;

  at += width;
  at += strspn (at, " \t");
  return *at == '=' || *at == '(' || *at == '[';
}

static gboolean
is_keyword (const TalPxStatement *statement, const char *keyword)
{
  return strcmp (statement->keyword, keyword) == 0;
}

/* Without keys; NULL where there is none. */
static const TalPxStatement *
find_statement (const Reading *self, const char *keyword)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      const TalPxStatement *statement = g_ptr_array_index (self->statements, i);

      if (is_keyword (statement, keyword) && statement->keys->len == 0)
        return statement;
    }

  return NULL;
}

static void
set_text (Reading *self, TalCubeText which, const char *keyword)
{
  const TalPxStatement *statement = find_statement (self, keyword);
  g_autofree char      *text = statement != NULL ? tal_px_statement_dup_text (statement) : NULL;

  if (text != NULL)
    tal_cube_builder_set_text (self->builder, which, text);
}

static TalPxVariable *
find_variable (const Reading *self, const char *name, guint *ret_dimension)
{
  for (guint i = 0; i < self->variables->len; i++)
    {
      TalPxVariable *variable = g_ptr_array_index (self->variables, i);

      if (strcmp (tal_px_variable_get_name (variable), name) == 0)
        {
          *ret_dimension = i;
          return variable;
        }
    }

  return NULL;
}

static gboolean
add_variables (Reading *self, const char *keyword, GError **error)
{
  const TalPxStatement *statement = find_statement (self, keyword);
  guint                 other = 0;

  for (guint i = 0; statement != NULL && i < statement->tokens->len; i++)
    {
      const char      *name = tal_px_statement_get_token (statement, i)->text;
      g_autofree char *shown = tal_error_dup_quotable (name);

      if (find_variable (self, name, &other) != NULL)
        {
          g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                       _("Line %u: the file names “%s” twice among its dimensions."),
                          statement->line, shown);
          return FALSE;
        }
      /* Each is looked for among those before. */
      if (self->variables->len == G_MAXUINT8)
        break;
      g_ptr_array_add (self->variables, tal_px_variable_new (name));
    }

  return TRUE;
}

/* Of the shape of the table, or of the file itself. */
static gboolean
is_shape (const TalPxStatement *statement)
{
  static const char *const keywords[] = {
    "CHARSET", "CODEPAGE", "CONTVARIABLE", "DATA", "HEADING", "LANGUAGE", "STUB", NULL,
  };
  static const char *const of_variables[] = {
    "CODES", "KEYS", "MAP", "TIMEVAL", "VALUES", "VARIABLE-TYPE", NULL,
  };

  return g_strv_contains (keywords, statement->keyword) ||
         (statement->keys->len == 1 && g_strv_contains (of_variables, statement->keyword));
}

static gboolean
build_variables (Reading *self, GError **error)
{
  guint dimension = 0;

  for (guint i = 0; i < self->statements->len; i++)
    {
      const TalPxStatement *statement = g_ptr_array_index (self->statements, i);
      TalPxVariable        *variable = NULL;

      if (statement->keys->len == 1)
        variable = find_variable (self, tal_px_statement_get_key (statement, 0), &dimension);
      if (variable != NULL && is_shape (statement))
        tal_px_variable_take (variable, statement);
    }

  for (guint i = 0; i < self->variables->len; i++)
    {
      if (!tal_px_variable_build (g_ptr_array_index (self->variables, i), self->builder, error))
        return FALSE;
    }

  return TRUE;
}

/* CELLNOTE has a value or "*" for each variable. */
static gboolean
find_cells (Reading              *self,
            const TalPxStatement *statement,
            TalCubePlace         *places,
            guint                *ret_n_places)
{
  guint n_places = 0;

  if (statement->keys->len != self->variables->len)
    return FALSE;

  for (guint i = 0; i < self->variables->len; i++)
    {
      const char *key = tal_px_statement_get_key (statement, i);
      guint       value = 0;

      if (strcmp (key, "*") == 0)
        continue;
      if (!tal_px_variable_find (g_ptr_array_index (self->variables, i), key, &value))
        return FALSE;
      places[n_places++] = (TalCubePlace){ i, value };
    }

  *ret_n_places = n_places;
  return TRUE;
}

/* A variable, a variable and its value, or a value of what is counted. */
static gboolean
find_place (Reading *self, const TalPxStatement *statement, TalCubePlace *ret_place)
{
  const char    *key = tal_px_statement_get_key (statement, 0);
  guint          dimension = 0;
  TalPxVariable *variable = find_variable (self, key, &dimension);

  ret_place->value = TAL_CUBE_NO_VALUE;
  if (statement->keys->len == 2)
    {
      key = tal_px_statement_get_key (statement, 1);
      if (variable == NULL || !tal_px_variable_find (variable, key, &ret_place->value))
        return FALSE;
    }
  else if (variable == NULL)
    {
      variable = self->measure != NULL ? find_variable (self, self->measure, &dimension) : NULL;
      if (variable == NULL || !tal_px_variable_find (variable, key, &ret_place->value))
        return FALSE;
    }

  ret_place->dimension = dimension;
  return statement->keys->len <= 2;
}

static gboolean
is_footnote (const TalPxStatement *statement)
{
  static const char *const keywords[] = {
    "CELLNOTE", "CELLNOTEX", "NOTE", "NOTEX", "VALUENOTE", "VALUENOTEX", NULL,
  };

  return g_strv_contains (keywords, statement->keyword);
}

/* What it is about that cannot be found stays in its name: 'VALUENOTE("age","20")'. */
static char *
dup_full_name (const TalPxStatement *statement)
{
  GString *name = g_string_new (statement->keyword);

  for (guint i = 0; i < statement->keys->len; i++)
    g_string_append_printf (name, "%s\"%s\"", i == 0 ? "(" : ",",
                            tal_px_statement_get_key (statement, i));
  if (statement->keys->len > 0)
    g_string_append_c (name, ')');
  return g_string_free (name, FALSE);
}

static gboolean
add_note (Reading *self, const TalPxStatement *statement, GError **error)
{
  g_autofree TalCubePlace *places = g_new0 (TalCubePlace, self->variables->len + 2);
  g_autofree char         *text = tal_px_statement_dup_text (statement);
  g_autofree char         *name = NULL;
  gboolean                 is_found = statement->keys->len == 0;
  guint                    n_places = 0;

  if (g_str_has_prefix (statement->keyword, "CELLNOTE") || is_keyword (statement, "DATANOTECELL"))
    is_found = find_cells (self, statement, places, &n_places);
  else if (!is_found && find_place (self, statement, places))
    {
      is_found = TRUE;
      n_places = 1;
    }

  if (!is_found)
    name = dup_full_name (statement);
  else if (!is_footnote (statement))
    name = g_strdup (statement->keyword);
  if (is_footnote (statement))
    g_strdelimit (text, "#", '\n');
  return tal_cube_builder_add_note (self->builder, name, text, places, n_places, error);
}

/* Each statement but those that shape the table, and those that became a text of the cube. */
static gboolean
add_notes (Reading *self, GError **error)
{
  static const char *const texts[] = { "LAST-UPDATED", "SOURCE", "TITLE", "UNITS", NULL };

  for (guint i = 0; i < self->statements->len; i++)
    {
      const TalPxStatement *statement = g_ptr_array_index (self->statements, i);
      guint                 dimension = 0;

      if (is_shape (statement) &&
          (statement->keys->len == 0 ||
           find_variable (self, tal_px_statement_get_key (statement, 0), &dimension) != NULL))
        continue;
      if (statement->keys->len == 0 && g_strv_contains (texts, statement->keyword))
        continue;
      if (!add_note (self, statement, error))
        return FALSE;
    }

  return TRUE;
}

static void
take_marks (Reading *self)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      const TalPxStatement *statement = g_ptr_array_index (self->statements, i);
      g_autofree char      *text = tal_px_statement_dup_text (statement);

      if (statement->keys->len == 0)
        tal_px_marks_take (self->marks, statement->keyword, text);
    }
}

static gboolean
read_figures (Reading *self, GCancellable *cancellable, GError **error)
{
  if (self->has_figures)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                   _("Line %u: the file has figures twice."), self->cursor.line);
      return FALSE;
    }

  self->has_figures = TRUE;
  take_marks (self);
  if (!add_variables (self, "STUB", error) || !add_variables (self, "HEADING", error))
    return FALSE;
  if (self->variables->len == 0)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                   _("Line %u: the file names no dimensions before its figures."),
                      self->cursor.line);
      return FALSE;
    }

  return build_variables (self, error) &&
         tal_px_figures_read (&self->cursor, self->variables, self->marks, self->builder,
                              cancellable, error);
}

/* A statement of another language says the same again. */
static gboolean
is_own_language (const Reading *self, const TalPxStatement *statement)
{
  return statement->language == NULL ||
         (self->language != NULL && g_ascii_strcasecmp (self->language, statement->language) == 0);
}

static void
take_statement (Reading *self, TalPxStatement *statement)
{
  if (!is_own_language (self, statement))
    {
      tal_px_statement_free (statement);
      return;
    }

  if (is_keyword (statement, "LANGUAGE") && self->language == NULL)
    self->language = tal_px_statement_dup_text (statement);
  g_ptr_array_add (self->statements, statement);
}

static gboolean
read_statements (Reading *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  TalPxStatement    *statement = NULL;

  while ((statement = tal_px_statement_read (&self->cursor, &own_error)) != NULL)
    {
      gboolean is_figures = is_keyword (statement, "DATA");

      if (is_figures)
        tal_px_statement_free (statement);
      else
        take_statement (self, statement);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (is_figures && !read_figures (self, cancellable, error)))
        return FALSE;
    }

  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_file (Reading *self, GCancellable *cancellable, GError **error)
{
  const TalPxStatement *measure = NULL;

  if (!read_statements (self, cancellable, error))
    return FALSE;

  measure = find_statement (self, "CONTVARIABLE");
  if (measure != NULL)
    self->measure = tal_px_statement_dup_text (measure);
  set_text (self, TAL_CUBE_TEXT_TITLE, "TITLE");
  set_text (self, TAL_CUBE_TEXT_TITLE, "DESCRIPTION");
  set_text (self, TAL_CUBE_TEXT_TITLE, "CONTENTS");
  set_text (self, TAL_CUBE_TEXT_SOURCE, "SOURCE");
  set_text (self, TAL_CUBE_TEXT_UNIT, "UNITS");
  set_text (self, TAL_CUBE_TEXT_UPDATED, "LAST-UPDATED");
  set_text (self, TAL_CUBE_TEXT_LANGUAGE, "LANGUAGE");
  return add_notes (self, error);
}

TalCube *
tal_px_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char           *text = NULL;
  g_autoptr (GPtrArray)      statements = NULL;
  g_autoptr (GPtrArray)      variables = NULL;
  g_autoptr (TalPxMarks)     marks = NULL;
  g_autoptr (TalCubeBuilder) builder = NULL;
  Reading                    reading = { 0 };
  gboolean                   is_read = FALSE;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = tal_px_text_dup (bytes, error);
  if (text == NULL)
    return NULL;

  reading.cursor = (TalPxCursor){ text, 1, 0 };
  reading.statements = statements =
      g_ptr_array_new_with_free_func ((GDestroyNotify)tal_px_statement_free);
  reading.variables = variables =
      g_ptr_array_new_with_free_func ((GDestroyNotify)tal_px_variable_free);
  reading.marks = marks = tal_px_marks_new ();
  reading.builder = builder = tal_cube_builder_new ();
  is_read = read_file (&reading, cancellable, error);
  g_free (reading.language);
  g_free (reading.measure);

  return is_read ? tal_cube_builder_finish (builder, error) : NULL;
}
