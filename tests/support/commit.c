/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/commit.h"

#include "core/tal-goal.h"
#include "core/tal-observation.h"

const TalSeries *
commit_find_series (TalWorkspace *workspace, const char *name)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (tal_workspace_get_catalogue (workspace), TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    {
      if (g_str_equal (TAL_SERIES (records[i])->name, name))
        return TAL_SERIES (records[i]);
    }

  g_error ("There is no series “%s”.", name);
}

TalChangeSet *
commit_new_figure (TalWorkspace *workspace, const char *series, const char *period, gint64 value)
{
  TalChangeSet   *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "figure");
  TalObservation *figure = NULL;
  TalPeriod       when;

  g_assert_true (tal_period_parse (period, &when, NULL));
  figure = tal_observation_new (commit_find_series (workspace, series)->record.id, when,
                                TAL_DECIMAL (value, 0));
  tal_change_set_add (changes, NULL, &figure->record);
  tal_record_unref (&figure->record);
  return changes;
}

TalChangeSet *
commit_new_name (TalWorkspace *workspace, const char *series, const char *name)
{
  TalChangeSet         *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "name");
  const TalSeries      *before = commit_find_series (workspace, series);
  g_autoptr (TalRecord) after = tal_record_copy (&before->record);

  g_free (((TalSeries *)after)->name);
  ((TalSeries *)after)->name = g_strdup (name);
  tal_change_set_add (changes, &before->record, after);
  return changes;
}

TalChangeSet *
commit_new_limit (TalWorkspace *workspace, const char *series, int below)
{
  TalChangeSet         *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "limit");
  const TalSeries      *before = commit_find_series (workspace, series);
  g_autoptr (TalRecord) after = tal_record_copy (&before->record);

  ((TalSeries *)after)->confidential_below = below;
  tal_change_set_add (changes, &before->record, after);
  return changes;
}

TalChangeSet *
commit_new_target (TalWorkspace *workspace, const char *wording, gint64 target)
{
  TalChangeSet           *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "another target");
  guint                   length = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_records (tal_workspace_get_catalogue (workspace), TAL_KIND_GOAL, &length);

  for (guint i = 0; i < length; i++)
    {
      g_autoptr (TalRecord) after = NULL;
      TalCriterion         *criterion = NULL;

      if (!g_str_has_prefix (TAL_GOAL (goals[i])->wording, wording))
        continue;
      after = tal_record_copy (goals[i]);
      criterion = &g_array_index (((TalGoal *)after)->criteria, TalCriterion, 0);
      g_array_index (criterion->targets, TalTarget, 0).value = (TalDecimal){ target, 0 };
      tal_change_set_add (changes, goals[i], after);
      return changes;
    }

  g_assert_not_reached ();
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static void
iterate (GAsyncResult **done)
{
  while (*done == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
commit_wait (TalWorkspace *workspace, TalChangeSet *changes)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError)       error = NULL;

  tal_workspace_commit_async (workspace, changes, NULL, done_cb, &done);
  tal_change_set_unref (changes);
  iterate (&done);
  tal_workspace_commit_finish (workspace, done, &error);
  g_assert_no_error (error);
}

/* It does one thing after another, so what is asked for last is done last. */
void
commit_wait_for_all (TalWorkspace *workspace)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GArray)       periods = NULL;
  g_autoptr (GError)       error = NULL;

  tal_workspace_list_periods_async (workspace, NULL, done_cb, &done);
  iterate (&done);
  periods = tal_workspace_list_periods_finish (workspace, done, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}
