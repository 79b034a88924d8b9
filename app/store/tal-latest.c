/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-latest.h"

#include "base/tal-error.h"
#include "store/tal-latest-table.h"

/* 'ret_kept' is FALSE where the goal's figures cannot be kept: too large, or made of
 * one another, which whoever gathers them live is told. */
static gboolean
gather (const TalCatalogue *catalogue,
        TalRunSource       *runs,
        const TalGoal      *goal,
        TalGoalFigures     *ret_figures,
        gboolean           *ret_kept,
        GError            **error)
{
  g_autoptr (GError)      reason = NULL;
  g_auto (TalGoalFigures) figures = { 0 };

  if (!tal_goal_figures_gather (catalogue, runs, goal, TAL_PERIOD_UNSET, &figures, &reason))
    {
      *ret_kept = FALSE;
      if (g_error_matches (reason, TAL_ERROR, TAL_ERROR_DAMAGED))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  *ret_kept = tal_latest_table_can_hold (&figures);
  *ret_figures = figures;
  figures.criteria = NULL;
  return TRUE;
}

static gboolean
run_for_key (TalDatabase *database, const char *sql, gint64 key, GError **error)
{
  g_autoptr (TalStatement) row = tal_database_prepare (database, sql, error);

  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, key);
  return tal_statement_run (row, error);
}

static gboolean
insert_sources (TalDatabase        *database,
                gint64              key,
                const TalCatalogue *catalogue,
                const TalGoal      *goal,
                GError            **error)
{
  g_autoptr (GPtrArray)    sources = tal_goal_figures_list_entered (catalogue, goal);
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "INSERT INTO latest_sources (series_id, goal_id) "
                            "VALUES ((SELECT id FROM series WHERE uuid = ?1), ?2)",
                            error);

  if (row == NULL)
    return FALSE;

  for (guint i = 0; i < sources->len; i++)
    {
      const TalRecord *series = g_ptr_array_index (sources, i);

      tal_statement_bind_id (row, 0, series->id);
      tal_statement_bind_integer (row, 1, key);
      if (!tal_statement_run (row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_goal_key (TalDatabase *database, TalId goal, gint64 *ret_key, GError **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database, "SELECT id FROM goals WHERE uuid = ?1", error);
  gint64 key = 0;

  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, goal);
  if (tal_statement_next (row))
    key = tal_statement_get_integer (row, 0);
  if (!tal_statement_finish (row, error))
    return FALSE;

  *ret_key = key;
  return TRUE;
}

/* What the goal rests on, and nothing of what was kept before. */
static gboolean
renew_sources (TalDatabase        *database,
               gint64              key,
               const TalCatalogue *catalogue,
               const TalGoal      *goal,
               GError            **error)
{
  return run_for_key (database, "DELETE FROM latest WHERE goal_id = ?1", key, error) &&
         run_for_key (database, "DELETE FROM latest_sources WHERE goal_id = ?1", key, error) &&
         insert_sources (database, key, catalogue, goal, error);
}

/* 'is_other': the goal itself is another than before, not only a figure that it rests on. */
static gboolean
update_goal (TalDatabase        *database,
             const TalCatalogue *catalogue,
             TalRunSource       *runs,
             const TalGoal      *goal,
             gboolean            is_other,
             GError            **error)
{
  g_auto (TalGoalFigures) figures = { 0 };
  gboolean                kept = FALSE;
  gint64                  key = 0;

  if (!find_goal_key (database, goal->record.id, &key, error) ||
      (is_other && !renew_sources (database, key, catalogue, goal, error)) ||
      !gather (catalogue, runs, goal, &figures, &kept, error))
    return FALSE;
  if (kept)
    return tal_latest_table_put (database, key, &figures, error);

  return run_for_key (database, "DELETE FROM latest WHERE goal_id = ?1", key, error);
}

/* Of a table of goals to whether they are others. */
static gboolean
update_goals (TalDatabase        *database,
              const TalCatalogue *catalogue,
              TalRunSource       *runs,
              GHashTable         *goals,
              GError            **error)
{
  GHashTableIter iter;
  gpointer       goal = NULL;
  gpointer       is_other = NULL;

  g_hash_table_iter_init (&iter, goals);
  while (g_hash_table_iter_next (&iter, &goal, &is_other))
    {
      if (!update_goal (database, catalogue, runs, goal, GPOINTER_TO_INT (is_other), error))
        return FALSE;
    }

  return TRUE;
}

/* Whether figures that rest on the series may be others now: its words do not count. */
static gboolean
changes_arithmetic (const TalChange *change)
{
  const TalStructure *structure = tal_kind_get_structure (TAL_KIND_SERIES);

  if (change->key.kind != TAL_KIND_SERIES || change->before == NULL || change->after == NULL)
    return FALSE;

  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (structure->fields[i].type != TAL_FIELD_PROSE &&
          !tal_field_is_equal (&structure->fields[i], change->before, change->after))
        return TRUE;
    }

  return FALSE;
}

static void
add_goal (GHashTable *goals, const TalCatalogue *catalogue, TalId id, gboolean is_other)
{
  const TalRecord *goal = tal_catalogue_find (catalogue, TAL_KIND_GOAL, id);

  if (goal != NULL && (is_other || !g_hash_table_contains (goals, goal)))
    g_hash_table_insert (goals, (gpointer)goal, GINT_TO_POINTER (is_other));
}

static gboolean
add_goals_of_series (TalDatabase        *database,
                     const TalCatalogue *catalogue,
                     TalId               series,
                     GHashTable         *goals,
                     GError            **error)
{
  g_autoptr (TalStatement) rows =
      tal_database_prepare (database,
                            "SELECT goals.uuid FROM latest_sources JOIN goals ON goals.id = "
                            "goal_id "
                            "WHERE series_id = (SELECT id FROM series WHERE uuid = ?1)",
                            error);

  if (rows == NULL)
    return FALSE;

  tal_statement_bind_id (rows, 0, series);
  while (tal_statement_next (rows))
    {
      TalId id = TAL_ID_NONE;

      if (!tal_statement_read_id (rows, 0, &id, error))
        return FALSE;
      add_goal (goals, catalogue, id, FALSE);
    }

  return tal_statement_finish (rows, error);
}

gboolean
tal_latest_update (TalDatabase        *database,
                   const TalCatalogue *after,
                   TalRunSource       *runs,
                   const TalChangeSet *changes,
                   GError            **error)
{
  g_autoptr (GHashTable) goals = g_hash_table_new (NULL, NULL);
  TalId                  last_series = TAL_ID_NONE;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (after != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (changes_arithmetic (change))
        return tal_latest_rebuild (database, after, runs, error);

      if (change->key.kind == TAL_KIND_GOAL)
        add_goal (goals, after, change->key.id, TRUE);

      /* An import has the figures of a series one after another. */
      if (change->key.kind != TAL_KIND_OBSERVATION || tal_id_is_equal (change->key.id, last_series))
        continue;
      last_series = change->key.id;
      if (!add_goals_of_series (database, after, change->key.id, goals, error))
        return FALSE;
    }

  return update_goals (database, after, runs, goals, error);
}

gboolean
tal_latest_update_series (TalDatabase        *database,
                          const TalCatalogue *after,
                          TalRunSource       *runs,
                          const GArray       *series,
                          GError            **error)
{
  g_autoptr (GHashTable) goals = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (after != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (series != NULL, FALSE);

  for (guint i = 0; i < series->len; i++)
    {
      if (!add_goals_of_series (database, after, g_array_index (series, TalId, i), goals, error))
        return FALSE;
    }

  return update_goals (database, after, runs, goals, error);
}

gboolean
tal_latest_rebuild (TalDatabase        *database,
                    const TalCatalogue *catalogue,
                    TalRunSource       *runs,
                    GError            **error)
{
  const TalRecord *const *goals = NULL;
  guint                   n_goals = 0;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);

  if (!tal_database_execute (database, "DELETE FROM latest; DELETE FROM latest_sources;", error))
    return FALSE;

  goals = tal_catalogue_get_records (catalogue, TAL_KIND_GOAL, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      if (!update_goal (database, catalogue, runs, TAL_GOAL (goals[i]), TRUE, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether the goal will be computed again when what it rests on changes. */
static gboolean
has_sources (TalDatabase        *database,
             const TalCatalogue *catalogue,
             const TalGoal      *goal,
             gboolean           *ret_has,
             GError            **error)
{
  g_autoptr (GPtrArray)    sources = tal_goal_figures_list_entered (catalogue, goal);
  g_autoptr (TalStatement) rows =
      tal_database_prepare (database,
                            "SELECT uuid FROM series WHERE id IN (SELECT series_id FROM "
                            "latest_sources "
                            "WHERE goal_id = (SELECT id FROM goals WHERE uuid = ?1))",
                            error);
  guint n_found = 0;

  if (rows == NULL)
    return FALSE;

  tal_statement_bind_id (rows, 0, goal->record.id);
  while (tal_statement_next (rows))
    {
      TalId id = TAL_ID_NONE;

      if (!tal_statement_read_id (rows, 0, &id, error))
        return FALSE;
      if (g_ptr_array_find (sources, tal_catalogue_find (catalogue, TAL_KIND_SERIES, id), NULL))
        n_found++;
    }
  if (!tal_statement_finish (rows, error))
    return FALSE;

  *ret_has = n_found == sources->len;
  return TRUE;
}

GPtrArray *
tal_latest_list_wrong (TalDatabase        *database,
                       const TalCatalogue *catalogue,
                       TalRunSource       *runs,
                       GError            **error)
{
  g_autoptr (GHashTable)  all = tal_latest_table_load (database, error);
  g_autoptr (GPtrArray)   wrong = g_ptr_array_new ();
  const TalRecord *const *goals = NULL;
  guint                   n_goals = 0;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);

  if (all == NULL)
    return NULL;

  goals = tal_catalogue_get_records (catalogue, TAL_KIND_GOAL, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      g_auto (TalGoalFigures) figures = { 0 };
      TalGoalFigures         *found = g_hash_table_lookup (all, &goals[i]->id);
      gboolean                kept = FALSE;
      gboolean                has = FALSE;

      if (!gather (catalogue, runs, TAL_GOAL (goals[i]), &figures, &kept, error) ||
          !has_sources (database, catalogue, TAL_GOAL (goals[i]), &has, error))
        return NULL;
      if (!has || kept != (found != NULL) || (kept && !tal_latest_table_is_same (&figures, found)))
        g_ptr_array_add (wrong, (gpointer)goals[i]);
    }

  return g_steal_pointer (&wrong);
}
