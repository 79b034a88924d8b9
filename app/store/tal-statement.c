/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-statement.h"

#include "base/tal-error.h"
#include "store/tal-database.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

struct _TalStatement
{
  TalDatabase  *database;
  sqlite3_stmt *statement;
  int           failure; /* the first error code since it was handed out, or SQLITE_OK */
  gboolean      lent;
  gboolean      kept;                                     /* by the database, for the next time */
  char          time_text[sizeof "2024-06-18T08:42:00Z"]; /* last read, or empty */
  TalTime       time;                                     /* that it is */
};

static void
note_failure (TalStatement *self, int code)
{
  if (self->failure == SQLITE_OK)
    self->failure = code;
}

static gboolean
refuse_content (GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED,
                       _ ("A value in the collection cannot be read."));
  return FALSE;
}

static gboolean
refuse_over (GError **error, const GError *cause)
{
  g_set_error (error, TAL_ERROR, TAL_ERROR_DAMAGED,
               _ ("A value in the collection cannot be read: %s"), cause->message);
  return FALSE;
}

TalStatement *
tal_statement_new (TalDatabase *database, struct sqlite3_stmt *statement)
{
  TalStatement *self = NULL;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (statement != NULL, NULL);

  self = g_new0 (TalStatement, 1);
  self->database = database;
  self->statement = statement;
  return self;
}

void
tal_statement_free (TalStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_finalize (self->statement);
  g_free (self);
}

gboolean
tal_statement_is_lent (const TalStatement *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->lent;
}

void
tal_statement_lend (TalStatement *self, gboolean kept)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!self->lent);

  self->lent = TRUE;
  self->kept = kept;
}

void
tal_statement_release (TalStatement *self)
{
  if (self == NULL)
    return;

  if (!self->kept)
    {
      tal_statement_free (self);
      return;
    }

  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  self->failure = SQLITE_OK;
  self->lent = FALSE;
}

void
tal_statement_bind_null (TalStatement *self, int parameter)
{
  g_return_if_fail (self != NULL);

  note_failure (self, sqlite3_bind_null (self->statement, parameter + 1));
}

void
tal_statement_bind_integer (TalStatement *self, int parameter, gint64 value)
{
  g_return_if_fail (self != NULL);

  note_failure (self, sqlite3_bind_int64 (self->statement, parameter + 1, value));
}

void
tal_statement_bind_text (TalStatement *self, int parameter, const char *text)
{
  g_return_if_fail (self != NULL);

  note_failure (self,
                sqlite3_bind_text (self->statement, parameter + 1, text, -1, SQLITE_TRANSIENT));
}

void
tal_statement_bind_id (TalStatement *self, int parameter, TalId id)
{
  g_return_if_fail (self != NULL);

  if (tal_id_is_none (id))
    tal_statement_bind_null (self, parameter);
  else
    note_failure (self, sqlite3_bind_blob (self->statement, parameter + 1, id.bytes,
                                           sizeof id.bytes, SQLITE_TRANSIENT));
}

void
tal_statement_bind_day (TalStatement *self, int parameter, TalDay day)
{
  g_autofree char *text = day != TAL_DAY_NONE ? tal_day_to_string (day) : NULL;

  tal_statement_bind_text (self, parameter, text);
}

void
tal_statement_bind_time (TalStatement *self, int parameter, TalTime time)
{
  g_autofree char *text = time != TAL_TIME_NONE ? tal_time_to_string (time) : NULL;

  tal_statement_bind_text (self, parameter, text);
}

void
tal_statement_bind_versions (TalStatement *self, int parameter, const TalVersions *versions)
{
  g_autofree char *text = versions != NULL ? tal_versions_to_string (versions) : NULL;

  tal_statement_bind_text (self, parameter, text);
}

void
tal_statement_bind_period (TalStatement *self, int parameter, TalPeriod period)
{
  g_autofree char *text = tal_period_is_set (period) ? tal_period_to_string (period) : NULL;

  tal_statement_bind_text (self, parameter, text);
}

void
tal_statement_bind_decimal (TalStatement *self, int parameter, TalDecimal value)
{
  if (tal_decimal_is_none (value))
    {
      tal_statement_bind_null (self, parameter);
      tal_statement_bind_null (self, parameter + 1);
      return;
    }

  tal_statement_bind_integer (self, parameter, value.coefficient);
  tal_statement_bind_integer (self, parameter + 1, value.scale);
}

gboolean
tal_statement_next (TalStatement *self)
{
  int code = SQLITE_OK;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->failure != SQLITE_OK)
    return FALSE;

  code = sqlite3_step (self->statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    note_failure (self, code);
  return code == SQLITE_ROW;
}

gboolean
tal_statement_finish (TalStatement *self, GError **error)
{
  int failure = SQLITE_OK;

  g_return_val_if_fail (self != NULL, FALSE);

  failure = self->failure;
  if (failure != SQLITE_OK)
    tal_database_set_error (self->database, failure, error);

  sqlite3_reset (self->statement);
  self->failure = SQLITE_OK;
  return failure == SQLITE_OK;
}

gboolean
tal_statement_run (TalStatement *self, GError **error)
{
  gboolean has_row G_GNUC_UNUSED = tal_statement_next (self);

  g_assert (!has_row);
  return tal_statement_finish (self, error);
}

gboolean
tal_statement_is_null (TalStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

gint64
tal_statement_get_integer (TalStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_column_int64 (self->statement, column);
}

const char *
tal_statement_get_text (TalStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *)sqlite3_column_text (self->statement, column);
}

gboolean
tal_statement_read_text (TalStatement *self, int column, char **ret_text, GError **error)
{
  const char *text = tal_statement_get_text (self, column);

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return refuse_content (error);

  *ret_text = g_strdup (text);
  return TRUE;
}

gboolean
tal_statement_read_id (TalStatement *self, int column, TalId *ret_id, GError **error)
{
  TalId       id = TAL_ID_NONE;
  const void *bytes = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  bytes = sqlite3_column_blob (self->statement, column);
  if (bytes != NULL)
    {
      if (sqlite3_column_bytes (self->statement, column) != (int)sizeof id.bytes)
        return refuse_content (error);
      memcpy (id.bytes, bytes, sizeof id.bytes);
    }

  *ret_id = id;
  return TRUE;
}

gboolean
tal_statement_read_day (TalStatement *self, int column, TalDay *ret_day, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char        *text = tal_statement_get_text (self, column);
  TalDay             day = TAL_DAY_NONE;

  if (text != NULL && !tal_day_parse (text, &day, &cause))
    return refuse_over (error, cause);

  *ret_day = day;
  return TRUE;
}

gboolean
tal_statement_read_time (TalStatement *self, int column, TalTime *ret_time, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char        *text = tal_statement_get_text (self, column);
  TalTime            time = TAL_TIME_NONE;

  /* What was written together has one time, row after row. */
  if (text != NULL && text[0] != '\0' && g_str_equal (text, self->time_text))
    {
      *ret_time = self->time;
      return TRUE;
    }

  if (text != NULL && !tal_time_parse (text, &time, &cause))
    return refuse_over (error, cause);

  if (text != NULL &&
      g_strlcpy (self->time_text, text, sizeof self->time_text) < sizeof self->time_text)
    self->time = time;
  else
    self->time_text[0] = '\0';
  *ret_time = time;
  return TRUE;
}

gboolean
tal_statement_read_versions (TalStatement *self,
                             int           column,
                             TalVersions **ret_versions,
                             GError      **error)
{
  g_autoptr (GError) cause = NULL;
  const char        *text = tal_statement_get_text (self, column);

  return text == NULL || tal_versions_parse (text, ret_versions, &cause) ||
         refuse_over (error, cause);
}

gboolean
tal_statement_read_period (TalStatement *self, int column, TalPeriod *ret_period, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char        *text = tal_statement_get_text (self, column);
  TalPeriod          period = TAL_PERIOD_UNSET;

  if (text != NULL && !tal_period_parse (text, &period, &cause))
    return refuse_over (error, cause);

  *ret_period = period;
  return TRUE;
}

gboolean
tal_statement_read_decimal (TalStatement *self, int column, TalDecimal *ret_value, GError **error)
{
  gint64 coefficient = 0;
  gint64 scale = 0;

  if (tal_statement_is_null (self, column) && tal_statement_is_null (self, column + 1))
    {
      *ret_value = TAL_DECIMAL_NONE;
      return TRUE;
    }

  if (!tal_statement_read_number (self, column, -TAL_DECIMAL_MAX_COEFFICIENT,
                                  TAL_DECIMAL_MAX_COEFFICIENT, &coefficient, error) ||
      !tal_statement_read_number (self, column + 1, 0, TAL_DECIMAL_MAX_SCALE, &scale, error))
    return FALSE;

  *ret_value = TAL_DECIMAL (coefficient, (guint8)scale);
  return TRUE;
}

gboolean
tal_statement_read_day_number (TalStatement *self, int column, TalDay *ret_day, GError **error)
{
  gint64 day = TAL_DAY_NONE;

  if (!tal_statement_is_null (self, column) &&
      !tal_statement_read_number (self, column, TAL_DAY_FIRST, TAL_DAY_LAST, &day, error))
    return FALSE;

  *ret_day = (TalDay)day;
  return TRUE;
}

gboolean
tal_statement_read_number (TalStatement *self,
                           int           column,
                           gint64        lowest,
                           gint64        highest,
                           gint64       *ret_number,
                           GError      **error)
{
  gint64 number = tal_statement_get_integer (self, column);

  if (number < lowest || number > highest || (number == 0 && tal_statement_is_null (self, column)))
    return refuse_content (error);

  *ret_number = number;
  return TRUE;
}
