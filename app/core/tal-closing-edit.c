/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-closing-edit.h"

#include "base/tal-error.h"
#include "core/tal-closings.h"
#include "core/tal-danish-period.h"
#include "core/tal-observation.h"
#include "core/tal-series.h"

#include <glib/gi18n-lib.h>

TalClosingRequest *
tal_closing_request_copy (const TalClosingRequest *self)
{
  TalClosingRequest *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->reason = g_strdup (self->reason);
  return copy;
}

void
tal_closing_request_free (TalClosingRequest *self)
{
  if (self == NULL)
    return;

  g_free ((char *)self->reason);
  g_free (self);
}

/* Returns how many figures of the series belong to the period, and makes them final. */
static guint
settle_run (const TalRun *run, TalPeriod period, const TalWriter *writer, TalChangeSet *changes)
{
  guint n_found = 0;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *before = tal_run_get_observation (run, i);
      g_autoptr (TalRecord) after = NULL;

      if (!tal_period_ends_in (before->period, period))
        continue;
      n_found++;
      if (before->state == TAL_FIGURE_FINAL)
        continue;

      after = tal_writer_revise (writer, &before->record);
      ((TalObservation *)after)->state = TAL_FIGURE_FINAL;
      ((TalObservation *)after)->final_expected = TAL_DAY_NONE;
      tal_change_set_add (changes, &before->record, after);
    }

  return n_found;
}

static gboolean
settle_figures (const TalCatalogue      *catalogue,
                TalRunSource            *runs,
                const TalWriter         *writer,
                const TalClosingRequest *request,
                TalChangeSet            *changes,
                GError                 **error)
{
  g_autoptr (GPtrArray) series = tal_closings_list_series (catalogue, request->plan);
  g_autofree char      *named = NULL;
  guint                 n_found = 0;

  for (guint i = 0; i < series->len; i++)
    {
      const TalSeries   *each = g_ptr_array_index (series, i);
      g_autoptr (TalRun) run = tal_run_source_ref_run (runs, each->record.id, error);

      if (run == NULL)
        return FALSE;
      n_found += settle_run (run, request->period, writer, changes);
    }
  if (n_found > 0)
    return TRUE;

  named = tal_danish_period_format (request->period, TAL_DANISH_PERIOD_TEXT);
  g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
               _ ("There are no figures in %s to close. Enter the results first."), named);
  return FALSE;
}

/* The closing as it was, or a new one. */
static TalClosing *
draft_closing (const TalWriter *writer, const TalClosing *before, const TalClosingRequest *request)
{
  TalClosing *draft = NULL;

  if (before != NULL)
    return tal_writer_revise (writer, &before->record);

  draft = tal_writer_create (writer, TAL_KIND_CLOSING, writer->make_id ());
  draft->plan = request->plan;
  draft->period = request->period;
  return draft;
}

static void
fill_closed (TalClosing *draft, const TalWriter *writer, TalDay today)
{
  draft->closed_on = today;
  draft->reopened_on = TAL_DAY_NONE;
  g_free (draft->closed_by);
  draft->closed_by = g_strdup (writer->author);
  g_clear_pointer (&draft->reopened_by, g_free);
  g_clear_pointer (&draft->reason, g_free);
}

TalChangeSet *
tal_closing_edit_close (const TalCatalogue *catalogue,
                        TalRunSource       *runs,
                        const TalWriter    *writer,
                        gconstpointer       closing_request,
                        GError            **error)
{
  const TalClosingRequest *request = closing_request;
  const TalClosing        *before = NULL;
  g_autoptr (TalRecord)    after = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autofree char         *named = NULL;
  g_autofree char         *label = NULL;

  g_return_val_if_fail (catalogue != NULL && runs != NULL && writer != NULL, NULL);
  g_return_val_if_fail (request != NULL && tal_period_is_set (request->period), NULL);

  before = tal_closings_find_of_plan (catalogue, request->plan, request->period);
  if (before != NULL && tal_closing_is_in_force (before))
    {
      g_autofree char *why = tal_closings_explain (catalogue, before);

      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT, why);
      return NULL;
    }

  named = tal_danish_period_format (request->period, TAL_DANISH_PERIOD_TEXT);
  label = g_strdup_printf (_ ("%s closed for %s"), named,
                              tal_closings_get_plan_name (catalogue, request->plan));
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  after = (TalRecord *)draft_closing (writer, before, request);
  fill_closed ((TalClosing *)after, writer, request->today);
  tal_change_set_add (changes, before != NULL ? &before->record : NULL, after);
  return settle_figures (catalogue, runs, writer, request, changes, error)
             ? g_steal_pointer (&changes)
             : NULL;
}

TalChangeSet *
tal_closing_edit_reopen (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const TalWriter    *writer,
                         gconstpointer       closing_request,
                         GError            **error)
{
  const TalClosingRequest *request = closing_request;
  const TalClosing        *before = NULL;
  g_autoptr (TalRecord)    after = NULL;
  TalClosing              *draft = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autofree char         *named = NULL;
  g_autofree char         *label = NULL;
  g_autofree char         *reason = NULL;

  g_return_val_if_fail (catalogue != NULL && writer != NULL, NULL);
  g_return_val_if_fail (request != NULL && request->reason != NULL, NULL);

  named = tal_danish_period_format (request->period, TAL_DANISH_PERIOD_TEXT);
  before = tal_closings_find_of_plan (catalogue, request->plan, request->period);
  if (before == NULL || !tal_closing_is_in_force (before))
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND, _ ("%s is not closed."), named);
      return NULL;
    }
  reason = g_strstrip (g_strdup (request->reason));
  if (reason[0] == '\0')
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                           _ ("Say why the period is reopened."));
      return NULL;
    }

  label = g_strdup_printf (_ ("%s reopened for %s"), named,
                              tal_closings_get_plan_name (catalogue, request->plan));
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  after = tal_writer_revise (writer, &before->record);
  draft = (TalClosing *)after;
  draft->reopened_on = request->today;
  g_free (draft->reopened_by);
  draft->reopened_by = g_strdup (writer->author);
  g_free (draft->reason);
  draft->reason = g_steal_pointer (&reason);
  tal_change_set_add (changes, &before->record, after);
  return g_steal_pointer (&changes);
}
