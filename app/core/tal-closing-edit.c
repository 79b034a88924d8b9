/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-closing-edit.h"

#include "base/tal-error.h"
#include "core/tal-closings.h"
#include "core/tal-danish-period.h"
#include "core/tal-observation.h"
#include "core/tal-series.h"

#include <glib/gi18n-lib.h>

/* Adds a record that replaces 'before' (NULL where it is new). */
static void
add_stamped (TalChangeSet          *changes,
             const TalRecord       *before,
             TalRecord             *after,
             const TalClosingStamp *stamp)
{
  after->changed_at = stamp->now;
  g_free (after->changed_by);
  after->changed_by = g_strdup (stamp->author);
  tal_change_set_add (changes, before, after);
}

static gboolean
lies_in (const TalObservation *observation, TalPeriod period)
{
  return period.first <= observation->period.last && observation->period.last <= period.last;
}

/* Returns how many figures of the series lie in the period, and makes them final. */
static guint
settle_run (const TalRun *run, TalPeriod period, const TalClosingStamp *stamp, TalChangeSet *changes)
{
  guint n_found = 0;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *before = tal_run_get_observation (run, i);
      g_autoptr (TalRecord) after = NULL;
      TalObservation       *draft = NULL;

      if (!lies_in (before, period))
        continue;
      n_found++;
      if (before->state == TAL_FIGURE_FINAL)
        continue;

      after = tal_record_copy (&before->record);
      draft = (TalObservation *)after;
      draft->state = TAL_FIGURE_FINAL;
      draft->final_expected = TAL_DAY_NONE;
      add_stamped (changes, &before->record, after, stamp);
    }

  return n_found;
}

static gboolean
settle_figures (const TalCatalogue    *catalogue,
                TalRunSource          *runs,
                TalId                  plan,
                TalPeriod              period,
                const TalClosingStamp *stamp,
                TalChangeSet          *changes,
                GError               **error)
{
  g_autoptr (GPtrArray) series = tal_closings_list_series (catalogue, plan);
  g_autofree char      *named = NULL;
  guint                 n_found = 0;

  for (guint i = 0; i < series->len; i++)
    {
      const TalSeries   *each = g_ptr_array_index (series, i);
      g_autoptr (TalRun) run = tal_run_source_ref_run (runs, each->record.id, error);

      if (run == NULL)
        return FALSE;
      n_found += settle_run (run, period, stamp, changes);
    }
  if (n_found > 0)
    return TRUE;

  named = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
  g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
               _ ("There are no figures in %s to close. Enter the results first."), named);
  return FALSE;
}

/* Whoever a plan belongs to also decides when it is closed. */
static TalId
get_owner (const TalCatalogue *catalogue, TalId plan)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_PLAN, plan);

  return record != NULL ? record->owner : TAL_ID_NONE;
}

TalChangeSet *
tal_closing_edit_close (const TalCatalogue    *catalogue,
                        TalRunSource          *runs,
                        TalId                  plan,
                        TalPeriod              period,
                        const TalClosingStamp *stamp,
                        GError               **error)
{
  const TalClosing        *before = NULL;
  g_autoptr (TalRecord)    after = NULL;
  TalClosing              *draft = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autofree char         *named = NULL;
  g_autofree char         *label = NULL;

  g_return_val_if_fail (catalogue != NULL && runs != NULL && stamp != NULL, NULL);
  g_return_val_if_fail (tal_period_is_set (period), NULL);

  before = tal_closings_find_of_plan (catalogue, plan, period);
  if (before != NULL && tal_closing_is_in_force (before))
    {
      g_autofree char *why = tal_closings_explain (catalogue, before);

      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT, why);
      return NULL;
    }

  named = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
  label =
      g_strdup_printf (_ ("%s closed for %s"), named, tal_closings_get_plan_name (catalogue, plan));
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  after = before != NULL ? tal_record_copy (&before->record)
                         : tal_record_new (TAL_KIND_CLOSING, tal_id_new ());
  draft = (TalClosing *)after;
  draft->record.owner = get_owner (catalogue, plan);
  draft->plan = plan;
  draft->period = period;
  draft->closed_on = stamp->today;
  draft->reopened_on = TAL_DAY_NONE;
  g_free (draft->closed_by);
  draft->closed_by = g_strdup (stamp->author);
  g_clear_pointer (&draft->reopened_by, g_free);
  g_clear_pointer (&draft->reason, g_free);
  add_stamped (changes, before != NULL ? &before->record : NULL, after, stamp);
  if (!settle_figures (catalogue, runs, plan, period, stamp, changes, error))
    return NULL;

  return g_steal_pointer (&changes);
}

TalChangeSet *
tal_closing_edit_reopen (const TalCatalogue    *catalogue,
                         TalId                  plan,
                         TalPeriod              period,
                         const char            *reason,
                         const TalClosingStamp *stamp,
                         GError               **error)
{
  const TalClosing        *before = NULL;
  g_autoptr (TalRecord)    after = NULL;
  TalClosing              *draft = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autofree char         *named = NULL;
  g_autofree char         *label = NULL;
  g_autofree char         *stripped = NULL;

  g_return_val_if_fail (catalogue != NULL && reason != NULL && stamp != NULL, NULL);

  named = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
  before = tal_closings_find_of_plan (catalogue, plan, period);
  if (before == NULL || !tal_closing_is_in_force (before))
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND, _ ("%s is not closed."), named);
      return NULL;
    }
  stripped = g_strstrip (g_strdup (reason));
  if (stripped[0] == '\0')
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                           _ ("Say why the period is reopened."));
      return NULL;
    }

  label = g_strdup_printf (_ ("%s reopened for %s"), named,
                              tal_closings_get_plan_name (catalogue, plan));
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  after = tal_record_copy (&before->record);
  draft = (TalClosing *)after;
  draft->reopened_on = stamp->today;
  g_free (draft->reopened_by);
  draft->reopened_by = g_strdup (stamp->author);
  g_free (draft->reason);
  draft->reason = g_steal_pointer (&stripped);
  add_stamped (changes, &before->record, after, stamp);
  return g_steal_pointer (&changes);
}
