/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-edit.h"

#include "base/tal-error.h"
#include "core/tal-change-text.h"

#include <glib/gi18n-lib.h>

static const TalSeries *
find_series (const TalCatalogue *catalogue, TalId id)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, id);

  return record != NULL ? TAL_SERIES (record) : NULL;
}

/* “Deltagere” + “I praktik” − “Afbrudt” */
static char *
list_terms (const TalCatalogue *catalogue, const TalSeries *series)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalSeries *part = find_series (catalogue, tal_series_get_term (series, i)->series);

      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "",
                              part != NULL && part->name != NULL ? part->name : "?");
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
refuse_derived (const TalCatalogue *catalogue, const TalSeries *series, GError **error)
{
  g_autofree char *names = list_terms (catalogue, series);

  g_set_error (error, TAL_ERROR, TAL_ERROR_DERIVED,
               _ ("“%s” is computed and cannot be set. Set the figures that it is computed from: %s."),
                  series->name, names);
}

/* The only series in a place, or NULL with an error where there are none or several. */
static const TalSeries *
find_single_term (const TalCatalogue *catalogue,
                  const TalGoal      *goal,
                  const TalSeries    *series,
                  TalTermPlace        place,
                  GError            **error)
{
  const TalSeries *found = NULL;
  guint            n_found = 0;

  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      if (tal_series_get_term (series, i)->place != place)
        continue;
      found = find_series (catalogue, tal_series_get_term (series, i)->series);
      n_found++;
    }

  if (n_found > 1)
    {
      refuse_derived (catalogue, series, error);
      return NULL;
    }
  if (found == NULL)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                 place == TAL_TERM_ABOVE ? _ ("Goal %d has no numerator.")
                                         : _ ("Goal %d has no denominator."), goal->number);
  return found;
}

const TalSeries *
tal_edit_find_part (const TalCatalogue *catalogue, const TalGoal *goal, TalPart part, GError **error)
{
  const TalSeries *series = NULL;
  guint            n_criteria = 0;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (goal != NULL, NULL);

  n_criteria = tal_goal_get_n_criteria (goal);
  if (n_criteria > 0)
    series = find_series (catalogue, tal_goal_get_criterion (goal, n_criteria - 1)->series);
  if (series == NULL)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                   _ ("Goal %d is not measured by any figure."), goal->number);
      return NULL;
    }

  if (part == TAL_PART_NUMERATOR)
    series = find_single_term (catalogue, goal, series, TAL_TERM_ABOVE, error);
  else if (part == TAL_PART_DENOMINATOR)
    series = find_single_term (catalogue, goal, series, TAL_TERM_BELOW, error);

  if (series != NULL && tal_series_is_derived (series))
    {
      refuse_derived (catalogue, series, error);
      return NULL;
    }
  return series;
}

static void
apply_edit (TalObservation *observation, const TalFigureEdit *edit)
{
  if (edit->sets_value)
    {
      observation->missing = edit->missing;
      observation->value = edit->missing == TAL_MISSING_NOT ? edit->value : TAL_DECIMAL_NONE;
    }
  if (edit->sets_approximation)
    observation->approximation = edit->approximation;
  if (edit->sets_state)
    {
      observation->state = edit->state;
      if (edit->state == TAL_FIGURE_FINAL)
        observation->final_expected = TAL_DAY_NONE;
    }
  if (edit->sets_note)
    {
      g_free (observation->note);
      observation->note =
          edit->note != NULL && edit->note[0] != '\0' ? g_strdup (edit->note) : NULL;
    }
}

/* A figure that comes back was not removed after all: a file that said both would be
 * refused. */
static void
drop_trace (const TalCatalogue *catalogue, const TalRecord *observation, TalChangeSet *changes)
{
  TalKey           key = tal_record_get_key (observation);
  TalKey           trace_key = { TAL_KIND_REMOVAL, key.id, key.period };
  const TalRecord *trace = tal_catalogue_find_key (catalogue, &trace_key);

  if (trace != NULL)
    tal_change_set_add (changes, trace, NULL);
}

/* Of the run of 'series' the figure in a period, edited, into 'changes'; nothing where it
 * says the same. */
static gboolean
add_edit (const TalCatalogue  *catalogue,
          const TalRun        *run,
          const TalSeries     *series,
          TalPeriod            period,
          const TalFigureEdit *edit,
          TalChangeSet        *changes,
          TalTime              now,
          const char          *author,
          GError             **error)
{
  const TalObservation *before = tal_run_find (run, period);
  g_autoptr (TalRecord) after = NULL;

  if (before == NULL && !edit->sets_value)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                   _ ("There is no figure of “%s” in this period yet. Enter the figure first."),
                      series->name);
      return FALSE;
    }

  after = before != NULL
              ? tal_record_copy (&before->record)
              : (TalRecord *)tal_observation_new (series->record.id, period, edit->value);
  apply_edit ((TalObservation *)after, edit);
  if (before != NULL && tal_record_says_the_same (&before->record, after))
    return TRUE;

  after->changed_at = now;
  g_free (after->changed_by);
  after->changed_by = g_strdup (author);
  tal_change_set_add (changes, before != NULL ? &before->record : NULL, after);
  if (before == NULL)
    drop_trace (catalogue, after, changes);
  return TRUE;
}

static TalRun *
ref_entered_run (const TalCatalogue *catalogue,
                 TalRunSource       *runs,
                 const TalSeries    *series,
                 GError            **error)
{
  if (!tal_series_is_derived (series))
    return tal_run_source_ref_run (runs, series->record.id, error);

  refuse_derived (catalogue, series, error);
  return NULL;
}

/* What the only figure that is changed was changed to. */
static char *
dup_label (const TalCatalogue  *catalogue,
           const TalRun        *run,
           const TalSeries     *series,
           TalPeriod            period,
           const TalFigureEdit *edit)
{
  const TalObservation *before = tal_run_find (run, period);
  g_autoptr (TalRecord) after = NULL;

  after = before != NULL
              ? tal_record_copy (&before->record)
              : (TalRecord *)tal_observation_new (series->record.id, period, edit->value);
  apply_edit ((TalObservation *)after, edit);
  return tal_change_text_for_change (catalogue, before != NULL ? &before->record : NULL, after);
}

TalChangeSet *
tal_edit_figure (const TalCatalogue  *catalogue,
                 TalRunSource        *runs,
                 const TalSeries     *series,
                 TalPeriod            period,
                 const TalFigureEdit *edit,
                 TalTime              now,
                 const char          *author,
                 GError             **error)
{
  g_autoptr (TalRun)       run = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autofree char         *label = NULL;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (series != NULL && edit != NULL, NULL);
  g_return_val_if_fail (tal_period_is_set (period), NULL);

  run = ref_entered_run (catalogue, runs, series, error);
  if (run == NULL)
    return NULL;

  label = dup_label (catalogue, run, series, period, edit);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  return add_edit (catalogue, run, series, period, edit, changes, now, author, error)
             ? g_steal_pointer (&changes)
             : NULL;
}

static void
clear_placed_edit (gpointer edit)
{
  g_free ((char *)((TalPlacedEdit *)edit)->edit.note);
}

GArray *
tal_placed_edit_list_new (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TalPlacedEdit));

  g_array_set_clear_func (list, clear_placed_edit);
  return list;
}

void
tal_placed_edit_list_add (GArray *list, TalId series, TalPeriod period, const TalFigureEdit *edit)
{
  TalPlacedEdit placed = { series, period, *edit };

  g_return_if_fail (list != NULL);
  g_return_if_fail (edit != NULL);

  placed.edit.note = g_strdup (edit->note);
  g_array_append_val (list, placed);
}

/* The run of the series, kept in 'known' for its next figure. */
static const TalRun *
find_run (const TalCatalogue *catalogue,
          TalRunSource       *runs,
          GHashTable         *known,
          const TalSeries    *series,
          GError            **error)
{
  TalRun *run = g_hash_table_lookup (known, series);

  if (run != NULL)
    return run;

  run = ref_entered_run (catalogue, runs, series, error);
  if (run != NULL)
    g_hash_table_insert (known, (gpointer)series, run);
  return run;
}

TalChangeSet *
tal_edit_figures (const TalCatalogue *catalogue,
                  TalRunSource       *runs,
                  const GArray       *edits,
                  const char         *label,
                  TalTime             now,
                  const char         *author,
                  GError            **error)
{
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GHashTable)   known = NULL;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (edits != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  known = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)tal_run_unref);
  for (guint i = 0; i < edits->len; i++)
    {
      const TalPlacedEdit *each = &g_array_index (edits, TalPlacedEdit, i);
      const TalSeries     *series = find_series (catalogue, each->series);
      const TalRun        *run = NULL;

      if (series == NULL)
        {
          g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                               _ ("The series isn't there any more."));
          return NULL;
        }
      run = find_run (catalogue, runs, known, series, error);
      if (run == NULL || !add_edit (catalogue, run, series, each->period, &each->edit, changes, now,
                                    author, error))
        return NULL;
    }

  return g_steal_pointer (&changes);
}
