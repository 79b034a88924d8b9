/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-sweep.h"

#include "core/tal-goal.h"
#include "core/tal-series.h"

static gboolean
measures_by (const TalGoal *goal, TalId series)
{
  for (guint i = 0; i < tal_goal_get_n_criteria (goal); i++)
    {
      const TalCriterion *criterion = tal_goal_get_criterion (goal, i);

      if (tal_id_is_equal (criterion->series, series) ||
          tal_id_is_equal (criterion->basis_series, series))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_made_of (const TalSeries *series, TalId part)
{
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      if (tal_id_is_equal (tal_series_get_term (series, i)->series, part))
        return TRUE;
    }

  return FALSE;
}

gboolean
tal_sweep_is_used (const TalCatalogue *catalogue, TalId series, TalId except)
{
  guint                   length = 0;
  const TalRecord *const *records = NULL;

  g_return_val_if_fail (catalogue != NULL, TRUE);

  records = tal_catalogue_get_records (catalogue, TAL_KIND_GOAL, &length);
  for (guint i = 0; i < length; i++)
    {
      if (!tal_id_is_equal (records[i]->id, except) && measures_by (TAL_GOAL (records[i]), series))
        return TRUE;
    }

  records = tal_catalogue_get_records (catalogue, TAL_KIND_SERIES, &length);
  for (guint i = 0; i < length; i++)
    {
      if (is_made_of (TAL_SERIES (records[i]), series))
        return TRUE;
    }

  return FALSE;
}

static gboolean
contains (const GArray *ids, TalId id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (tal_id_is_equal (g_array_index (ids, TalId, i), id))
        return TRUE;
    }

  return FALSE;
}

void
tal_sweep_list_series (const TalCatalogue *catalogue, TalId goal, GArray *ret_series)
{
  const TalRecord *record = NULL;
  guint            first = 0;

  g_return_if_fail (catalogue != NULL && ret_series != NULL);

  record = tal_catalogue_find (catalogue, TAL_KIND_GOAL, goal);
  first = ret_series->len;
  for (guint i = 0; record != NULL && i < tal_goal_get_n_criteria (TAL_GOAL (record)); i++)
    {
      TalId series = tal_goal_get_criterion (TAL_GOAL (record), i)->series;

      if (!contains (ret_series, series))
        g_array_append_val (ret_series, series);
    }

  /* The list grows while it is walked: what a part is made of comes behind it. */
  for (guint i = first; i < ret_series->len; i++)
    {
      const TalRecord *each =
          tal_catalogue_find (catalogue, TAL_KIND_SERIES, g_array_index (ret_series, TalId, i));

      for (guint j = 0; each != NULL && j < tal_series_get_n_terms (TAL_SERIES (each)); j++)
        {
          TalId part = tal_series_get_term (TAL_SERIES (each), j)->series;

          if (!contains (ret_series, part))
            g_array_append_val (ret_series, part);
        }
    }
}

/* Adds the removal of the series with its figures; or nothing, where it has some that are to
 * be kept. */
static gboolean
remove_series (const TalCatalogue *catalogue,
               TalRunSource       *runs,
               const TalWriter    *writer,
               TalChangeSet       *changes,
               const TalRecord    *series,
               gboolean            with_figures,
               GError            **error)
{
  g_autoptr (TalRun) run = tal_run_source_ref_run (runs, series->id, error);

  if (run == NULL)
    return FALSE;
  if (tal_run_get_length (run) > 0 && !with_figures)
    return TRUE;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    tal_catalogue_add_removal (catalogue, changes, &tal_run_get_observation (run, i)->record,
                               writer->now, writer->author);
  tal_catalogue_add_removal (catalogue, changes, series, writer->now, writer->author);
  return TRUE;
}

/* Whether the series is there before and after the changes, is an initiative's, and nobody's. */
static gboolean
is_left_over (const TalCatalogue *catalogue, const TalCatalogue *after, TalId id)
{
  const TalRecord *record = tal_catalogue_find (after, TAL_KIND_SERIES, id);

  return record != NULL && tal_catalogue_find (catalogue, TAL_KIND_SERIES, id) != NULL &&
         !tal_id_is_none (TAL_SERIES (record)->initiative) &&
         !tal_sweep_is_used (after, id, TAL_ID_NONE);
}

/* One round over the series as the changes so far leave them. */
static gboolean
sweep_once (const TalCatalogue *catalogue,
            TalRunSource       *runs,
            const TalWriter    *writer,
            TalChangeSet       *changes,
            const GArray       *series,
            gboolean            with_figures,
            GError            **error)
{
  g_autoptr (TalCatalogue) after = tal_catalogue_apply (catalogue, changes, error);

  if (after == NULL)
    return FALSE;

  for (guint i = 0; i < series->len; i++)
    {
      TalId            id = g_array_index (series, TalId, i);
      const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, id);

      if (is_left_over (catalogue, after, id) &&
          !remove_series (catalogue, runs, writer, changes, record, with_figures, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
tal_sweep_unused (const TalCatalogue *catalogue,
                  TalRunSource       *runs,
                  const TalWriter    *writer,
                  TalChangeSet       *changes,
                  const GArray       *series,
                  gboolean            with_figures,
                  GError            **error)
{
  guint n_before = 0;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (writer != NULL && changes != NULL && series != NULL, FALSE);

  /* What a series is made of is unused only when that series has gone: as many rounds as there
   * are such steps, and one that finds nothing. */
  do
    {
      n_before = tal_change_set_get_length (changes);
      if (!sweep_once (catalogue, runs, writer, changes, series, with_figures, error))
        return FALSE;
    }
  while (tal_change_set_get_length (changes) > n_before);

  return TRUE;
}
