/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-latest-table.h"

/* A result, its numerator and its denominator. */
#define N_PARTS 3

/* What is kept of one, and of a target: written again only where it is another. */
#define FIGURE                                                                           \
  "missing, found, computed, numerator, denominator, entered, entered_decimals, state, " \
  "approximation, final_expected"
#define FIGURE_PARAMETERS "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13"
#define TARGET "period, value, value_decimals"

static TalFigure *
get_part (TalCriterionFigures *figures, guint part)
{
  TalFigure *const parts[N_PARTS] = { &figures->figure, &figures->numerator,
                                      &figures->denominator };

  return parts[part];
}

static gboolean
fits (TalFraction value)
{
  return value.numerator >= G_MININT64 && value.numerator <= G_MAXINT64 && value.denominator >= 0 &&
         value.denominator <= G_MAXINT64;
}

static gboolean
put_goal (TalDatabase *database, gint64 key, const TalGoalFigures *figures, GError **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "INSERT INTO latest (goal_id, period, n_criteria) VALUES (?1, ?2, ?3) "
                            "ON CONFLICT DO UPDATE SET period = ?2, n_criteria = ?3 "
                            "WHERE (period, n_criteria) IS NOT (?2, ?3)",
                            error);

  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, key);
  tal_statement_bind_period (row, 1, figures->period);
  tal_statement_bind_integer (row, 2, figures->n_criteria);
  return tal_statement_run (row, error);
}

static gboolean
put_figure (TalDatabase     *database,
            gint64           key,
            guint            position,
            guint            part,
            const TalFigure *figure,
            GError         **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "INSERT INTO latest_figures (goal_id, position, part, " FIGURE
                            ") VALUES "
                            "(?1, ?2, ?3, " FIGURE_PARAMETERS ") "
                            "ON CONFLICT DO UPDATE SET (" FIGURE ") = (" FIGURE_PARAMETERS ") "
                            "WHERE (" FIGURE ") IS NOT (" FIGURE_PARAMETERS ")",
                            error);

  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, key);
  tal_statement_bind_integer (row, 1, position);
  tal_statement_bind_integer (row, 2, part);
  tal_statement_bind_integer (row, 3, figure->missing);
  tal_statement_bind_integer (row, 4, figure->found);
  tal_statement_bind_integer (row, 5, figure->computed);
  tal_statement_bind_integer (row, 6, (gint64)figure->value.numerator);
  tal_statement_bind_integer (row, 7, (gint64)figure->value.denominator);
  tal_statement_bind_decimal (row, 8, figure->entered);
  tal_statement_bind_integer (row, 10, figure->state);
  tal_statement_bind_integer (row, 11, figure->approximation);
  tal_statement_bind_day (row, 12, figure->final_expected);
  return tal_statement_run (row, error);
}

static gboolean
put_target (
    TalDatabase *database, gint64 key, guint position, const TalTarget *target, GError **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "INSERT INTO latest_targets (goal_id, position, " TARGET ") VALUES "
                            "(?1, ?2, ?3, ?4, ?5) "
                            "ON CONFLICT DO UPDATE SET (" TARGET ") = (?3, ?4, ?5) "
                            "WHERE (" TARGET ") IS NOT (?3, ?4, ?5)",
                            error);

  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, key);
  tal_statement_bind_integer (row, 1, position);
  tal_statement_bind_period (row, 2, target->period);
  tal_statement_bind_decimal (row, 3, target->value);
  return tal_statement_run (row, error);
}

static void
figures_free (TalGoalFigures *figures)
{
  tal_goal_figures_clear (figures);
  g_free (figures);
}

static TalGoalFigures *
figures_new (TalPeriod period, guint n_criteria)
{
  TalGoalFigures *figures = g_new0 (TalGoalFigures, 1);

  figures->period = period;
  figures->n_criteria = n_criteria;
  figures->criteria = g_new0 (TalCriterionFigures, MAX (n_criteria, 1));
  for (guint i = 0; i < n_criteria; i++)
    figures->criteria[i].target.value = TAL_DECIMAL_NONE;
  return figures;
}

/* Fills both tables: by id, which owns, and by row key. */
static gboolean
load_goals (TalDatabase *database, GHashTable *by_id, GHashTable *by_key, GError **error)
{
  g_autoptr (TalStatement) rows =
      tal_database_prepare (database,
                            "SELECT goal_id, period, n_criteria, uuid FROM latest JOIN goals ON "
                            "goals.id = goal_id",
                            error);

  if (rows == NULL)
    return FALSE;

  while (tal_statement_next (rows))
    {
      TalGoalFigures *figures = NULL;
      TalPeriod       period = TAL_PERIOD_UNSET;
      TalId           id = TAL_ID_NONE;
      gint64          n_criteria = 0;
      gint64          key = tal_statement_get_integer (rows, 0);

      if (!tal_statement_read_period (rows, 1, &period, error) ||
          !tal_statement_read_number (rows, 2, 0, TAL_LATEST_TABLE_MOST_CRITERIA, &n_criteria,
                                      error) ||
          !tal_statement_read_id (rows, 3, &id, error))
        return FALSE;

      figures = figures_new (period, (guint)n_criteria);
      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), figures);
      g_hash_table_insert (by_key, g_memdup2 (&key, sizeof key), figures);
    }

  return tal_statement_finish (rows, error);
}

/* The criterion that a row is about: its first two columns are goal and position. */
static gboolean
read_place (TalStatement         *row,
            GHashTable           *by_key,
            TalCriterionFigures **ret_criterion,
            GError              **error)
{
  gint64          key = tal_statement_get_integer (row, 0);
  gint64          position = 0;
  TalGoalFigures *figures = g_hash_table_lookup (by_key, &key);

  if (!tal_statement_read_number (row, 1, 0, figures != NULL ? (gint64)figures->n_criteria - 1 : -1,
                                  &position, error))
    return FALSE;

  *ret_criterion = &figures->criteria[position];
  return TRUE;
}

static gboolean
read_figure (TalStatement *row, GHashTable *by_key, GError **error)
{
  TalCriterionFigures *criterion = NULL;
  TalFigure           *figure = NULL;
  gint64               part = 0;
  gint64               missing = 0;
  gint64               denominator = 0;
  gint64               state = 0;
  gint64               approximation = 0;

  if (!read_place (row, by_key, &criterion, error) ||
      !tal_statement_read_number (row, 2, 0, N_PARTS - 1, &part, error))
    return FALSE;

  figure = get_part (criterion, (guint)part);
  if (!tal_statement_read_number (row, 3, 0, TAL_MISSING_NOT_YET_REPORTED, &missing, error) ||
      !tal_statement_read_number (row, 7, 0, G_MAXINT64, &denominator, error) ||
      !tal_statement_read_decimal (row, 8, &figure->entered, error) ||
      !tal_statement_read_number (row, 10, 0, TAL_FIGURE_ESTIMATE, &state, error) ||
      !tal_statement_read_number (row, 11, 0, TAL_APPROXIMATION_LESS_THAN, &approximation, error) ||
      !tal_statement_read_day (row, 12, &figure->final_expected, error))
    return FALSE;

  figure->missing = (TalMissing)missing;
  figure->found = tal_statement_get_integer (row, 4) != 0;
  figure->computed = tal_statement_get_integer (row, 5) != 0;
  figure->value.numerator = tal_statement_get_integer (row, 6);
  figure->value.denominator = denominator;
  figure->state = (TalFigureState)state;
  figure->approximation = (TalApproximation)approximation;
  return TRUE;
}

static gboolean
load_figures (TalDatabase *database, GHashTable *by_key, GError **error)
{
  g_autoptr (TalStatement) rows =
      tal_database_prepare (database,
                            "SELECT goal_id, position, part, missing, found, computed, numerator, "
                            "denominator, entered, entered_decimals, state, approximation, "
                            "final_expected FROM latest_figures",
                            error);

  if (rows == NULL)
    return FALSE;

  while (tal_statement_next (rows))
    {
      if (!read_figure (rows, by_key, error))
        return FALSE;
    }

  return tal_statement_finish (rows, error);
}

static gboolean
load_targets (TalDatabase *database, GHashTable *by_key, GError **error)
{
  g_autoptr (TalStatement) rows = tal_database_prepare (database,
                                                        "SELECT goal_id, position, period, value, "
                                                        "value_decimals FROM latest_targets",
                                                        error);

  if (rows == NULL)
    return FALSE;

  while (tal_statement_next (rows))
    {
      TalCriterionFigures *criterion = NULL;

      if (!read_place (rows, by_key, &criterion, error) ||
          !tal_statement_read_period (rows, 2, &criterion->target.period, error) ||
          !tal_statement_read_decimal (rows, 3, &criterion->target.value, error))
        return FALSE;
    }

  return tal_statement_finish (rows, error);
}

static gboolean
figures_are_equal (const TalFigure *a, const TalFigure *b)
{
  return a->missing == b->missing && a->found == b->found && a->computed == b->computed &&
         a->value.numerator == b->value.numerator && a->value.denominator == b->value.denominator &&
         tal_decimal_is_identical (a->entered, b->entered) && a->state == b->state &&
         a->approximation == b->approximation && a->final_expected == b->final_expected;
}

gboolean
tal_latest_table_can_hold (const TalGoalFigures *figures)
{
  g_return_val_if_fail (figures != NULL, FALSE);

  if (figures->n_criteria > TAL_LATEST_TABLE_MOST_CRITERIA)
    return FALSE;

  for (guint i = 0; i < figures->n_criteria; i++)
    {
      for (guint part = 0; part < N_PARTS; part++)
        {
          if (!fits (get_part (&figures->criteria[i], part)->value))
            return FALSE;
        }
    }

  return TRUE;
}

gboolean
tal_latest_table_put (TalDatabase          *database,
                      gint64                key,
                      const TalGoalFigures *figures,
                      GError              **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (figures != NULL && tal_latest_table_can_hold (figures), FALSE);

  if (!put_goal (database, key, figures, error))
    return FALSE;

  for (guint i = 0; i < figures->n_criteria; i++)
    {
      for (guint part = 0; part < N_PARTS; part++)
        {
          if (!put_figure (database, key, i, part, get_part (&figures->criteria[i], part), error))
            return FALSE;
        }
      if (!put_target (database, key, i, &figures->criteria[i].target, error))
        return FALSE;
    }

  return TRUE;
}

GHashTable *
tal_latest_table_load (TalDatabase *database, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (tal_id_key_hash, tal_id_key_equal, g_free,
                                                        (GDestroyNotify)figures_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (database != NULL, NULL);

  if (!load_goals (database, by_id, by_key, error) || !load_figures (database, by_key, error) ||
      !load_targets (database, by_key, error))
    return NULL;

  return g_steal_pointer (&by_id);
}

gboolean
tal_latest_table_is_same (const TalGoalFigures *a, const TalGoalFigures *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!tal_period_is_equal (a->period, b->period) || a->n_criteria != b->n_criteria)
    return FALSE;

  for (guint i = 0; i < a->n_criteria; i++)
    {
      const TalTarget *target_a = &a->criteria[i].target;
      const TalTarget *target_b = &b->criteria[i].target;

      for (guint part = 0; part < N_PARTS; part++)
        {
          if (!figures_are_equal (get_part (&a->criteria[i], part),
                                  get_part (&b->criteria[i], part)))
            return FALSE;
        }
      if (!tal_period_is_equal (target_a->period, target_b->period) ||
          !tal_decimal_is_identical (target_a->value, target_b->value))
        return FALSE;
    }

  return TRUE;
}
