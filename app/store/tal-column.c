/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-column.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>

static gboolean
bind_reference (const TalField *field,
                TalId           id,
                TalStatement   *statement,
                int             parameter,
                TalRowKeys     *keys,
                GError        **error)
{
  gint64 key = 0;

  if (tal_id_is_none (id))
    {
      tal_statement_bind_null (statement, parameter);
      return TRUE;
    }
  if (!tal_row_keys_find (keys, (TalKind)field->target, id, &key, error))
    {
      g_prefix_error (error, "%s: ", _ (field->title));
      return FALSE;
    }

  tal_statement_bind_integer (statement, parameter, key);
  return TRUE;
}

static gboolean
read_word (
    const TalField *field, gpointer structure, TalStatement *statement, int column, GError **error)
{
  const char *text = tal_statement_get_text (statement, column);

  if (text == NULL || !tal_field_read_text (field, structure, text, NULL))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED,
                           _ ("A word in the collection is not one that the program knows."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_whole (int *place, gint64 highest, TalStatement *statement, int column, GError **error)
{
  gint64 number = 0;

  if (!tal_statement_read_number (statement, column, 0, highest, &number, error))
    return FALSE;

  *place = (int)number;
  return TRUE;
}

static void
append_names (const TalField *field, const char *prefix, GString *sql)
{
  g_autofree char *name = tal_column_dup_name (field);

  if (field->type == TAL_FIELD_LIST)
    return;

  g_string_append_printf (sql, ", %s%s", prefix, name);
  if (field->type == TAL_FIELD_DECIMAL)
    g_string_append_printf (sql, ", %s%s_decimals", prefix, name);
}

int
tal_column_count (const TalField *field)
{
  g_return_val_if_fail (field != NULL, 0);

  if (field->type == TAL_FIELD_LIST)
    return 0;

  return field->type == TAL_FIELD_DECIMAL ? 2 : 1;
}

int
tal_column_count_all (const TalStructure *structure)
{
  int n_columns = 0;

  g_return_val_if_fail (structure != NULL, 0);

  for (guint i = 0; i < structure->n_fields; i++)
    n_columns += tal_column_count (&structure->fields[i]);
  return n_columns;
}

char *
tal_column_dup_name (const TalField *field)
{
  char *name = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  name = g_strconcat (field->name, field->type == TAL_FIELD_REFERENCE ? "_id" : NULL, NULL);
  return g_strdelimit (name, "-", '_');
}

void
tal_column_append_names (const TalField *field, GString *sql)
{
  append_names (field, "", sql);
}

char *
tal_column_dup_all_names (const TalStructure *structure)
{
  GString *names = NULL;

  g_return_val_if_fail (structure != NULL, NULL);

  names = g_string_new (NULL);
  for (guint i = 0; i < structure->n_fields; i++)
    tal_column_append_names (&structure->fields[i], names);
  return g_string_free (names, FALSE);
}

void
tal_column_append_expressions (const TalField *field, GString *sql)
{
  g_autofree char *name = tal_column_dup_name (field);

  if (field->type == TAL_FIELD_REFERENCE)
    g_string_append_printf (sql, ", (SELECT uuid FROM %s WHERE id = t.%s)",
                            tal_row_keys_get_table ((TalKind)field->target), name);
  else
    append_names (field, "t.", sql);
}

char *
tal_column_dup_all_expressions (const TalStructure *structure)
{
  GString *expressions = NULL;

  g_return_val_if_fail (structure != NULL, NULL);

  expressions = g_string_new (NULL);
  for (guint i = 0; i < structure->n_fields; i++)
    tal_column_append_expressions (&structure->fields[i], expressions);
  return g_string_free (expressions, FALSE);
}

char *
tal_column_dup_parameters (int first, int last)
{
  GString *parameters = g_string_new (NULL);

  for (int i = first; i <= last; i++)
    g_string_append_printf (parameters, "%s?%d", i > first ? ", " : "", i);
  return g_string_free (parameters, FALSE);
}

gboolean
tal_column_bind (const TalField *field,
                 gconstpointer   structure,
                 TalStatement   *statement,
                 int             parameter,
                 TalRowKeys     *keys,
                 GError        **error)
{
  gconstpointer place = TAL_FIELD_AT_CONST (field, structure);

  switch (field->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      tal_statement_bind_text (statement, parameter, *(char *const *)place);
      return TRUE;
    case TAL_FIELD_REFERENCE:
      return bind_reference (field, *(const TalId *)place, statement, parameter, keys, error);
    case TAL_FIELD_INTEGER:
    case TAL_FIELD_BOOLEAN:
      tal_statement_bind_integer (statement, parameter, *(const int *)place);
      return TRUE;
    case TAL_FIELD_WORD:
      tal_statement_bind_text (statement, parameter, field->words[*(const guint *)place]);
      return TRUE;
    case TAL_FIELD_DECIMAL:
      tal_statement_bind_decimal (statement, parameter, *(const TalDecimal *)place);
      return TRUE;
    case TAL_FIELD_DAY:
      tal_statement_bind_day (statement, parameter, *(const TalDay *)place);
      return TRUE;
    case TAL_FIELD_PERIOD:
      tal_statement_bind_period (statement, parameter, *(const TalPeriod *)place);
      return TRUE;
    case TAL_FIELD_LIST:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
tal_column_bind_all (const TalStructure *structure,
                     gconstpointer       from,
                     TalStatement       *statement,
                     int                 parameter,
                     TalRowKeys         *keys,
                     GError            **error)
{
  g_return_val_if_fail (structure != NULL, FALSE);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (!tal_column_bind (&structure->fields[i], from, statement, parameter, keys, error))
        return FALSE;
      parameter += tal_column_count (&structure->fields[i]);
    }

  return TRUE;
}

gboolean
tal_column_read (
    const TalField *field, gpointer structure, TalStatement *statement, int column, GError **error)
{
  gpointer place = TAL_FIELD_AT (field, structure);

  switch (field->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      return tal_statement_read_text (statement, column, place, error);
    case TAL_FIELD_REFERENCE:
      return tal_statement_read_id (statement, column, place, error);
    case TAL_FIELD_INTEGER:
      return read_whole (place, G_MAXINT, statement, column, error);
    case TAL_FIELD_BOOLEAN:
      return read_whole (place, 1, statement, column, error);
    case TAL_FIELD_WORD:
      return read_word (field, structure, statement, column, error);
    case TAL_FIELD_DECIMAL:
      return tal_statement_read_decimal (statement, column, place, error);
    case TAL_FIELD_DAY:
      return tal_statement_read_day (statement, column, place, error);
    case TAL_FIELD_PERIOD:
      return tal_statement_read_period (statement, column, place, error);
    case TAL_FIELD_LIST:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
tal_column_read_all (
    const TalStructure *structure, gpointer to, TalStatement *statement, int column, GError **error)
{
  g_return_val_if_fail (structure != NULL, FALSE);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (!tal_column_read (&structure->fields[i], to, statement, column, error))
        return FALSE;
      column += tal_column_count (&structure->fields[i]);
    }

  return TRUE;
}
