/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-observation-table.h"

#include "base/tal-error.h"
#include "core/tal-observation.h"
#include "store/tal-record-table.h"

#include <glib/gi18n-lib.h>

/* In the order of what read_observation reads and bind_observation binds. */
#define COLUMNS                                                                        \
  "last_day, first_day, value, value_decimals, missing, state, approximation, as_of, " \
  "final_expected, note, changed_at, changed_by"

static gboolean
read_period (TalStatement *row, TalPeriod *ret_period, GError **error)
{
  TalDay last = TAL_DAY_NONE;
  TalDay first = TAL_DAY_NONE;

  if (!tal_statement_read_day_number (row, 0, &last, error) ||
      !tal_statement_read_day_number (row, 1, &first, error))
    return FALSE;

  if (first == TAL_DAY_NONE || last < first)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED,
                           _ ("A figure in the collection has no period."));
      return FALSE;
    }

  *ret_period = tal_period_new (first, last);
  return TRUE;
}

static TalObservation *
read_observation (TalStatement *row, TalId series, GError **error)
{
  g_autoptr (TalRecord) record = tal_record_new (TAL_KIND_OBSERVATION, series);
  TalObservation       *observation = (TalObservation *)record;
  gint64                missing = 0;
  gint64                state = 0;
  gint64                approximation = 0;

  if (!read_period (row, &observation->period, error) ||
      !tal_statement_read_decimal (row, 2, &observation->value, error) ||
      !tal_statement_read_number (row, 4, 0, TAL_MISSING_NOT_YET_REPORTED, &missing, error) ||
      !tal_statement_read_number (row, 5, 0, TAL_FIGURE_ESTIMATE, &state, error) ||
      !tal_statement_read_number (row, 6, 0, TAL_APPROXIMATION_LESS_THAN, &approximation, error) ||
      !tal_statement_read_day_number (row, 7, &observation->as_of, error) ||
      !tal_statement_read_day_number (row, 8, &observation->final_expected, error) ||
      !tal_statement_read_text (row, 9, &observation->note, error) ||
      !tal_statement_read_time (row, 10, &record->changed_at, error) ||
      !tal_statement_read_text (row, 11, &record->changed_by, error))
    return NULL;

  observation->missing = (TalMissing)missing;
  observation->state = (TalFigureState)state;
  observation->approximation = (TalApproximation)approximation;
  return (TalObservation *)g_steal_pointer (&record);
}

static void
bind_day_number (TalStatement *row, int parameter, TalDay day)
{
  if (day == TAL_DAY_NONE)
    tal_statement_bind_null (row, parameter);
  else
    tal_statement_bind_integer (row, parameter, day);
}

static void
bind_key (TalStatement *row, gint64 series, TalPeriod period)
{
  tal_statement_bind_integer (row, 0, series);
  tal_statement_bind_integer (row, 1, period.last);
  tal_statement_bind_integer (row, 2, period.first);
}

static void
bind_observation (TalStatement *row, gint64 series, const TalObservation *observation)
{
  bind_key (row, series, observation->period);
  tal_statement_bind_decimal (row, 3, observation->value);
  tal_statement_bind_integer (row, 5, observation->missing);
  tal_statement_bind_integer (row, 6, observation->state);
  tal_statement_bind_integer (row, 7, observation->approximation);
  bind_day_number (row, 8, observation->as_of);
  bind_day_number (row, 9, observation->final_expected);
  tal_statement_bind_text (row, 10, observation->note);
  tal_statement_bind_time (row, 11, observation->record.changed_at);
  tal_statement_bind_text (row, 12, observation->record.changed_by);
}

/* Whether what is stored is what the change started from.  A new figure is not
 * looked for: the key itself refuses a second one. */
static gboolean
check_before (TalDatabase *database, const TalChange *change, gint64 series, GError **error)
{
  g_autoptr (TalStatement) row = NULL;
  g_autoptr (TalRecord)    stored = NULL;

  if (change->before == NULL)
    return TRUE;

  row = tal_database_prepare (database,
                              "SELECT " COLUMNS " FROM observations "
                              "WHERE series_id = ?1 AND last_day = ?2 AND first_day = ?3",
                              error);
  if (row == NULL)
    return FALSE;

  bind_key (row, series, change->key.period);
  if (tal_statement_next (row))
    {
      stored = (TalRecord *)read_observation (row, change->key.id, error);
      if (stored == NULL)
        return FALSE;
    }
  if (!tal_statement_finish (row, error))
    return FALSE;

  return tal_record_is_equal (stored, change->before) || tal_record_table_refuse_stale (error);
}

static gboolean
save (TalDatabase *database, const TalChange *change, gint64 series, GError **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            change->before == NULL
                                ? "INSERT INTO observations (series_id, " COLUMNS ") VALUES "
                                  "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
                                : "UPDATE observations SET (series_id, " COLUMNS ") = "
                                  "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) "
                                  "WHERE series_id = ?1 AND last_day = ?2 AND first_day = ?3",
                            error);

  if (row == NULL)
    return FALSE;

  bind_observation (row, series, TAL_OBSERVATION (change->after));
  return tal_statement_run (row, error);
}

static gboolean delete (TalDatabase     *database,
                        const TalChange *change,
                        gint64           series,
                        GError         **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "DELETE FROM observations "
                            "WHERE series_id = ?1 AND last_day = ?2 AND first_day = ?3",
                            error);

  if (row == NULL)
    return FALSE;

  bind_key (row, series, change->key.period);
  return tal_statement_run (row, error);
}

TalRun *
tal_observation_table_load_run (TalDatabase *database, TalId series, GError **error)
{
  g_autoptr (GPtrArray) observations =
      g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  g_autoptr (TalStatement) rows = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  rows = tal_database_prepare (database,
                               "SELECT " COLUMNS " FROM observations "
                               "WHERE series_id = (SELECT id FROM series WHERE uuid = ?1)",
                               error);
  if (rows == NULL)
    return NULL;

  tal_statement_bind_id (rows, 0, series);
  while (tal_statement_next (rows))
    {
      TalObservation *observation = read_observation (rows, series, error);

      if (observation == NULL)
        return NULL;
      g_ptr_array_add (observations, observation);
    }
  if (!tal_statement_finish (rows, error))
    return NULL;

  return tal_run_new (series, g_steal_pointer (&observations));
}

gboolean
tal_observation_table_write (TalDatabase     *database,
                             const TalChange *change,
                             TalRowKeys      *keys,
                             GError         **error)
{
  gint64 series = 0;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (change != NULL && change->key.kind == TAL_KIND_OBSERVATION, FALSE);

  if (change->after != NULL && !tal_id_is_none (change->after->owner))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD,
                           _ ("A figure belongs to the owner of its series."));
      return FALSE;
    }

  if (!tal_row_keys_find (keys, TAL_KIND_SERIES, change->key.id, &series, error) ||
      !check_before (database, change, series, error))
    return FALSE;

  return change->after != NULL ? save (database, change, series, error)
                               : delete (database, change, series, error);
}

GArray *
tal_observation_table_list_series (TalDatabase *database, GError **error)
{
  g_autoptr (GArray)       all = g_array_new (FALSE, FALSE, sizeof (TalId));
  g_autoptr (TalStatement) rows = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  rows = tal_database_prepare (database,
                               "SELECT uuid FROM series WHERE EXISTS "
                               "(SELECT 1 FROM observations WHERE series_id = series.id)",
                               error);
  if (rows == NULL)
    return NULL;

  while (tal_statement_next (rows))
    {
      TalId id = TAL_ID_NONE;

      if (!tal_statement_read_id (rows, 0, &id, error))
        return NULL;
      g_array_append_val (all, id);
    }
  if (!tal_statement_finish (rows, error))
    return NULL;

  return g_steal_pointer (&all);
}
