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

/* That a figure is right was said of the one that was there. */
static void
set_value (TalObservation *observation, TalMissing missing, TalDecimal value)
{
  if (observation->missing != missing || !tal_decimal_is_identical (observation->value, value))
    observation->kept = FALSE;
  observation->missing = missing;
  observation->value = value;
}

static void
apply_edit (TalObservation *observation, const TalFigureEdit *edit)
{
  if (edit->sets_value)
    set_value (observation, edit->missing,
               edit->missing == TAL_MISSING_NOT ? edit->value : TAL_DECIMAL_NONE);
  else if (edit->sets_kept && tal_decimal_is_identical (observation->value, edit->value))
    observation->kept = edit->kept;
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

/* Of a period that is still running only money is final: it is granted before its year. */
static TalObservation *
make_new (const TalSeries *series, const TalPlacedEdit *placed, TalDay today)
{
  TalObservation *new = tal_observation_new (series->record.id, placed->period, placed->edit.value);

  if (placed->period.last >= today && placed->edit.missing == TAL_MISSING_NOT &&
      !tal_measure_unit_is_money (series->measure_unit))
    new->state = TAL_FIGURE_PRELIMINARY;
  return new;
}

/* The figure as it was, or a new one, edited. */
static TalRecord *
make_edited (const TalObservation *before,
             const TalSeries      *series,
             const TalPlacedEdit  *placed,
             const TalWriter      *writer)
{
  TalRecord *after = before != NULL
                         ? tal_record_copy (&before->record)
                         : &make_new (series, placed, tal_time_get_day (writer->now))->record;

  apply_edit ((TalObservation *)after, &placed->edit);
  return after;
}

/* Of the run of 'series' the figure in a period, edited, into 'changes'; nothing where it
 * says the same. */
static gboolean
add_edit (const TalCatalogue  *catalogue,
          const TalRun        *run,
          const TalSeries     *series,
          const TalPlacedEdit *placed,
          const TalWriter     *writer,
          TalChangeSet        *changes,
          GError             **error)
{
  const TalObservation *before = tal_run_find (run, placed->period);
  g_autoptr (TalRecord) after = NULL;

  if (before == NULL && !placed->edit.sets_value)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                   _ ("There is no figure of “%s” in this period yet. Enter the figure first."),
                      series->name);
      return FALSE;
    }

  after = make_edited (before, series, placed, writer);
  if (before == NULL || !tal_record_says_the_same (&before->record, after))
    tal_writer_add (writer, catalogue, changes, before != NULL ? &before->record : NULL, after);
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
           const TalPlacedEdit *placed,
           const TalWriter     *writer)
{
  const TalObservation *before = tal_run_find (run, placed->period);
  g_autoptr (TalRecord) after = make_edited (before, series, placed, writer);

  return tal_change_text_for_change (catalogue, before != NULL ? &before->record : NULL, after);
}

static const TalSeries *
find_series_or_refuse (const TalCatalogue *catalogue, TalId id, GError **error)
{
  const TalSeries *series = find_series (catalogue, id);

  if (series == NULL)
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                         _ ("The series isn't there any more."));
  return series;
}

TalChangeSet *
tal_edit_figure (const TalCatalogue *catalogue,
                 TalRunSource       *runs,
                 const TalWriter    *writer,
                 gconstpointer       placed_edit,
                 GError            **error)
{
  const TalPlacedEdit     *placed = placed_edit;
  const TalSeries         *series = NULL;
  g_autoptr (TalRun)       run = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autofree char         *label = NULL;

  g_return_val_if_fail (catalogue != NULL && runs != NULL && writer != NULL, NULL);
  g_return_val_if_fail (placed != NULL && tal_period_is_set (placed->period), NULL);

  series = find_series_or_refuse (catalogue, placed->series, error);
  run = series != NULL ? ref_entered_run (catalogue, runs, series, error) : NULL;
  if (run == NULL)
    return NULL;

  label = dup_label (catalogue, run, series, placed, writer);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  return add_edit (catalogue, run, series, placed, writer, changes, error)
             ? g_steal_pointer (&changes)
             : NULL;
}

const TalGoal *
tal_edit_find_goal_of_people (const TalCatalogue *catalogue,
                              const TalGoal      *goal,
                              const TalSeries    *series)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals = NULL;

  g_return_val_if_fail (catalogue != NULL && goal != NULL, NULL);

  goals = tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, goal->initiative, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      const TalGoal   *each = TAL_GOAL (goals[i]);
      const TalSeries *value = tal_edit_find_part (catalogue, each, TAL_PART_VALUE, NULL);
      const TalSeries *numerator = tal_edit_find_part (catalogue, each, TAL_PART_NUMERATOR, NULL);

      if (each != goal && (value == series || numerator == series))
        return each;
    }

  return NULL;
}

TalGoalEdit *
tal_goal_edit_new (TalId goal, TalPart part, TalPeriod period, const TalFigureEdit *edit)
{
  TalGoalEdit *self = NULL;

  g_return_val_if_fail (edit != NULL, NULL);

  self = g_new0 (TalGoalEdit, 1);
  *self = (TalGoalEdit){ goal, part, period, *edit };
  self->edit.note = g_strdup (edit->note);
  return self;
}

void
tal_goal_edit_free (TalGoalEdit *self)
{
  if (self == NULL)
    return;

  g_free ((char *)self->edit.note);
  g_free (self);
}

TalChangeSet *
tal_edit_goal (const TalCatalogue *catalogue,
               TalRunSource       *runs,
               const TalWriter    *writer,
               gconstpointer       goal_edit,
               GError            **error)
{
  const TalGoalEdit *wanted = goal_edit;
  const TalRecord   *record = NULL;
  const TalSeries   *series = NULL;
  TalPlacedEdit      placed = { TAL_ID_NONE };

  g_return_val_if_fail (catalogue != NULL && runs != NULL && writer != NULL, NULL);
  g_return_val_if_fail (wanted != NULL, NULL);

  record = tal_catalogue_find (catalogue, TAL_KIND_GOAL, wanted->goal);
  if (record == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The goal isn't there any more."));
      return NULL;
    }

  series = tal_edit_find_part (catalogue, TAL_GOAL (record), wanted->part, error);
  if (series == NULL)
    return NULL;

  placed = (TalPlacedEdit){ series->record.id, wanted->period, wanted->edit };
  return tal_edit_figure (catalogue, runs, writer, &placed, error);
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

TalFiguresEdit *
tal_figures_edit_new (GArray *figures, const char *label)
{
  TalFiguresEdit *self = NULL;

  g_return_val_if_fail (figures != NULL && label != NULL, NULL);

  self = g_new0 (TalFiguresEdit, 1);
  self->figures = g_array_ref (figures);
  self->label = g_strdup (label);
  return self;
}

void
tal_figures_edit_free (TalFiguresEdit *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->figures);
  g_free (self->label);
  g_free (self);
}

TalChangeSet *
tal_edit_figures (const TalCatalogue *catalogue,
                  TalRunSource       *runs,
                  const TalWriter    *writer,
                  gconstpointer       figures_edit,
                  GError            **error)
{
  const TalFiguresEdit    *wanted = figures_edit;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GHashTable)   known = NULL;

  g_return_val_if_fail (catalogue != NULL && runs != NULL && writer != NULL, NULL);
  g_return_val_if_fail (wanted != NULL, NULL);

  if (wanted->figures->len == 1)
    return tal_edit_figure (catalogue, runs, writer, wanted->figures->data, error);

  changes = tal_change_set_new (TAL_ORIGIN_EDIT, wanted->label);
  known = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)tal_run_unref);
  for (guint i = 0; i < wanted->figures->len; i++)
    {
      const TalPlacedEdit *each = &g_array_index (wanted->figures, TalPlacedEdit, i);
      const TalSeries     *series = find_series_or_refuse (catalogue, each->series, error);
      const TalRun *run = series != NULL ? find_run (catalogue, runs, known, series, error) : NULL;

      if (run == NULL || !add_edit (catalogue, run, series, each, writer, changes, error))
        return NULL;
    }

  return g_steal_pointer (&changes);
}
