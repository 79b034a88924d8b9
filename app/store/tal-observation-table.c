/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-observation-table.h"

#include "base/tal-error.h"
#include "core/tal-observation.h"
#include "store/tal-record-table.h"

#include <glib/gi18n-lib.h>

/* In the order of what read_observation reads, and bind_key and bind_values bind. */
#define COLUMNS "last_day, first_day, " VALUES
#define VALUES                                                    \
  "value, value_decimals, missing, state, approximation, as_of, " \
  "final_expected, kept, note, changed_at, changed_by, versions"

#define N_KEYS 3
#define N_VALUES 12

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
  gint64                kept = 0;

  if (!read_period (row, &observation->period, error) ||
      !tal_statement_read_decimal (row, 2, &observation->value, error) ||
      !tal_statement_read_number (row, 4, 0, TAL_MISSING_NOT_YET_REPORTED, &missing, error) ||
      !tal_statement_read_number (row, 5, 0, TAL_FIGURE_ESTIMATE, &state, error) ||
      !tal_statement_read_number (row, 6, 0, TAL_APPROXIMATION_LESS_THAN, &approximation, error) ||
      !tal_statement_read_day_number (row, 7, &observation->as_of, error) ||
      !tal_statement_read_day_number (row, 8, &observation->final_expected, error) ||
      !tal_statement_read_number (row, 9, FALSE, TRUE, &kept, error) ||
      !tal_statement_read_text (row, 10, &observation->note, error) ||
      !tal_statement_read_time (row, 11, &record->changed_at, error) ||
      !tal_statement_read_text (row, 12, &record->changed_by, error) ||
      !tal_statement_read_versions (row, 13, &record->versions, error))
    return NULL;

  observation->missing = (TalMissing)missing;
  observation->state = (TalFigureState)state;
  observation->approximation = (TalApproximation)approximation;
  observation->kept = kept != 0;
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

/* What a figure states, from that parameter on. */
static void
bind_statement (TalStatement *row, int parameter, const TalObservation *observation)
{
  tal_statement_bind_decimal (row, parameter, observation->value);
  tal_statement_bind_integer (row, parameter + 2, observation->missing);
  tal_statement_bind_integer (row, parameter + 3, observation->state);
  tal_statement_bind_integer (row, parameter + 4, observation->approximation);
  bind_day_number (row, parameter + 5, observation->as_of);
  bind_day_number (row, parameter + 6, observation->final_expected);
  tal_statement_bind_integer (row, parameter + 7, observation->kept);
  tal_statement_bind_text (row, parameter + 8, observation->note);
}

/* That, and where it comes from. */
static void
bind_values (TalStatement *row, int parameter, const TalObservation *observation)
{
  bind_statement (row, parameter, observation);
  tal_statement_bind_time (row, parameter + 9, observation->record.changed_at);
  tal_statement_bind_text (row, parameter + 10, observation->record.changed_by);
  tal_statement_bind_versions (row, parameter + 11, observation->record.versions);
}

/* The key itself refuses a second figure. */
static TalStatement *
prepare_insert (TalDatabase *database, GError **error)
{
  return tal_database_prepare (database,
                               "INSERT INTO observations (series_id, " COLUMNS ") VALUES "
                               "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
                               "?15)",
                               error);
}

static gboolean
insert (TalDatabase *database, const TalObservation *after, gint64 series, GError **error)
{
  g_autoptr (TalStatement) row = prepare_insert (database, error);

  if (row == NULL)
    return FALSE;

  bind_key (row, series, after->period);
  bind_values (row, N_KEYS, after);
  return tal_statement_run (row, error);
}

/* The row that is changed must be what the change started from. */
static gboolean
check_changed (TalDatabase *database, GError **error)
{
  return tal_database_get_n_changed (database) == 1 || tal_record_table_refuse_stale (error);
}

static gboolean
update (TalDatabase          *database,
        const TalObservation *before,
        const TalObservation *after,
        gint64                series,
        GError              **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "UPDATE observations SET (" VALUES ") = "
                            "(?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) "
                            "WHERE series_id = ?1 AND last_day = ?2 AND first_day = ?3 "
                            "AND (" VALUES ") IS "
                            "(?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)",
                            error);

  if (row == NULL)
    return FALSE;

  bind_key (row, series, before->period);
  bind_values (row, N_KEYS, after);
  bind_values (row, N_KEYS + N_VALUES, before);
  return tal_statement_run (row, error) && check_changed (database, error);
}

static gboolean delete (TalDatabase          *database,
                        const TalObservation *before,
                        gint64                series,
                        GError              **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "DELETE FROM observations "
                            "WHERE series_id = ?1 AND last_day = ?2 AND first_day = ?3 "
                            "AND (" VALUES ") IS "
                            "(?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
                            error);

  if (row == NULL)
    return FALSE;

  bind_key (row, series, before->period);
  bind_values (row, N_KEYS, before);
  return tal_statement_run (row, error) && check_changed (database, error);
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
  const TalObservation *before = NULL;
  const TalObservation *after = NULL;
  gint64                series = 0;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (change != NULL && change->key.kind == TAL_KIND_OBSERVATION, FALSE);

  if (change->after != NULL && !tal_id_is_none (change->after->owner))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD,
                           _ ("A figure belongs to the owner of its series."));
      return FALSE;
    }

  if (!tal_row_keys_find (keys, TAL_KIND_SERIES, change->key.id, &series, error))
    return FALSE;

  before = (const TalObservation *)change->before;
  after = (const TalObservation *)change->after;
  if (before == NULL)
    return insert (database, after, series, error);
  if (after == NULL)
    return delete (database, before, series, error);

  return update (database, before, after, series, error);
}

/* 0 where it is not there. */
static gboolean
find_series (
    TalDatabase *database, TalId series, gint64 *ret_key, gboolean *ret_has_figures, GError **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "SELECT id, EXISTS (SELECT 1 FROM observations "
                            "WHERE series_id = series.id) FROM series WHERE uuid = ?1",
                            error);

  *ret_key = 0;
  *ret_has_figures = FALSE;
  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, series);
  if (tal_statement_next (row))
    {
      *ret_key = tal_statement_get_integer (row, 0);
      *ret_has_figures = tal_statement_get_integer (row, 1) != 0;
    }
  return tal_statement_finish (row, error);
}

/* What is bound stays so: what is the same for all figures of a series is bound once. */
static void
bind_next_values (TalStatement *row, const TalObservation *figure, const TalObservation *before)
{
  const TalRecord *record = &figure->record;

  if (before == NULL || record->changed_at != before->record.changed_at ||
      g_strcmp0 (record->changed_by, before->record.changed_by) != 0 ||
      record->versions != before->record.versions)
    {
      bind_values (row, N_KEYS, figure);
      return;
    }

  bind_statement (row, N_KEYS, figure);
}

gboolean
tal_observation_table_add_run (TalDatabase  *database,
                               const TalRun *run,
                               gboolean     *ret_are_all,
                               GError      **error)
{
  g_autoptr (TalStatement) row = NULL;
  gint64                   series = 0;
  gboolean                 has_figures = FALSE;

  g_return_val_if_fail (database != NULL && run != NULL, FALSE);

  if (!find_series (database, tal_run_get_series (run), &series, &has_figures, error))
    return FALSE;
  *ret_are_all = !has_figures;
  if (series == 0)
    return tal_record_table_refuse_stale (error);

  row = prepare_insert (database, error);
  if (row == NULL)
    return FALSE;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *figure = tal_run_get_observation (run, i);

      bind_key (row, series, figure->period);
      bind_next_values (row, figure, i > 0 ? tal_run_get_observation (run, i - 1) : NULL);
      if (!tal_statement_run (row, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether every one of them is there, as it is. */
static gboolean
holds_all (const TalRun *there, const TalRun *run)
{
  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *figure = tal_run_get_observation (run, i);
      const TalObservation *found = tal_run_find (there, figure->period);

      if (found == NULL || !tal_record_is_equal (&found->record, &figure->record))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_rows (TalDatabase *database, gint64 series, const TalRun *run, GError **error)
{
  g_autoptr (TalStatement) row = tal_database_prepare (database,
                                                       "DELETE FROM observations WHERE series_id = "
                                                       "?1 AND last_day = ?2 AND first_day = ?3",
                                                       error);

  if (row == NULL)
    return FALSE;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      bind_key (row, series, tal_run_get_observation (run, i)->period);
      if (!tal_statement_run (row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_all_rows (TalDatabase *database, gint64 series, GError **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database, "DELETE FROM observations WHERE series_id = ?1", error);

  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, series);
  return tal_statement_run (row, error);
}

gboolean
tal_observation_table_remove_run (TalDatabase *database, const TalRun *run, GError **error)
{
  g_autoptr (TalRun) there = NULL;
  gint64             series = 0;
  gboolean           has_figures = FALSE;

  g_return_val_if_fail (database != NULL && run != NULL, FALSE);

  there = tal_observation_table_load_run (database, tal_run_get_series (run), error);
  if (there == NULL ||
      !find_series (database, tal_run_get_series (run), &series, &has_figures, error))
    return FALSE;
  if (!holds_all (there, run))
    return tal_record_table_refuse_stale (error);

  return tal_run_get_length (there) == tal_run_get_length (run)
             ? delete_all_rows (database, series, error)
             : delete_rows (database, series, run, error);
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
