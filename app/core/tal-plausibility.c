/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-plausibility.h"

#include "base/tal-danish-text.h"
#include "core/tal-danish-period.h"
#include "core/tal-goal-text.h"
#include "core/tal-observation.h"
#include "core/tal-plausibility-private.h"
#include "core/tal-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The findings of one rule about one record. */
typedef struct
{
  guint       n_found; /* told or not */
  TalFinding *rest;    /* the last that was told, which stands for those that were not */
} Tally;

static Tally *
get_tally (TalPlausibility *self, const TalRule *rule, TalId id)
{
  Tally *tally = NULL;

  if (!tal_id_is_equal (self->last_id, id))
    g_hash_table_remove_all (self->tallies);
  self->last_id = id;

  tally = g_hash_table_lookup (self->tallies, rule);
  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      g_hash_table_insert (self->tallies, (gpointer)rule, tally);
    }
  return tally;
}

/* Beyond those that are told one by one, the last one says how many more there are. */
static void
count_the_rest (Tally *tally, TalFinding *finding)
{
  TalFinding *rest = NULL;
  guint       n_more = 0;

  if (finding != NULL)
    tally->rest = finding;
  if (tally->n_found <= TAL_PLAUSIBILITY_MOST_OF_ONE)
    return;

  rest = tally->rest;
  n_more = tally->n_found - TAL_PLAUSIBILITY_MOST_OF_ONE;
  rest->keepable = FALSE;
  g_clear_pointer (&rest->stored, g_free);
  g_clear_pointer (&rest->expected, g_free);
  g_free (rest->sentence);
  rest->sentence =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: there is %u more of this kind.",
                                    "%s: there are %u more of this kind.", n_more),
                       rest->place, n_more);
  rest->period = TAL_PERIOD_UNSET;
}

/* A sentence that ends in "pct." has its full stop already. */
static char *
end_once (char *sentence)
{
  if (g_str_has_suffix (sentence, ".."))
    sentence[strlen (sentence) - 1] = '\0';
  return sentence;
}

/* The figure that is asked about; NULL where it is several, or computed. */
static const TalObservation *
find_figure (const TalPlausibility *self, const TalRecord *record, TalPeriod period)
{
  if (self->run == NULL || !tal_period_is_set (period) ||
      !tal_id_is_equal (tal_run_get_series (self->run), record->id))
    return NULL;

  return tal_run_find (self->run, period);
}

/* Every finding about a figure that was kept is told: somebody has counted them already. */
static gboolean
is_told (TalPlausibility *self, const TalRule *rule, const TalRecord *record, gboolean kept)
{
  return kept || ++get_tally (self, rule, record->id)->n_found <= TAL_PLAUSIBILITY_MOST_OF_ONE + 1;
}

TalFinding *
tal_plausibility_report (TalPlausibility *self,
                         const TalRule   *rule,
                         TalSeverity      severity,
                         const TalRecord *record,
                         TalPeriod        period,
                         char            *stored,
                         char            *expected,
                         char            *sentence)
{
  const TalObservation *figure = find_figure (self, record, period);
  gboolean keepable = figure != NULL && figure->missing == TAL_MISSING_NOT && !rule->strict &&
                      severity > TAL_SEVERITY_NOTE;
  gboolean    kept = keepable && figure->kept;
  TalFinding *finding = NULL;
  Tally      *tally = NULL;

  if (is_told (self, rule, record, kept))
    {
      finding = g_new0 (TalFinding, 1);
      finding->rule = rule;
      finding->severity = severity;
      finding->keepable = keepable;
      finding->kept = kept;
      finding->key = tal_record_get_key (record);
      finding->period = period;
      finding->place = tal_title_for_record (self->catalogue, record);
      if (figure != NULL && tal_record_get_key (record).kind == TAL_KIND_SERIES)
        finding->subject = tal_plausibility_dup_place (TAL_SERIES (record), period);
      finding->stored = stored;
      finding->expected = expected;
      finding->sentence = end_once (sentence);
      finding->correction = TAL_DECIMAL_NONE;
      finding->value = keepable ? figure->value : TAL_DECIMAL_NONE;
      g_ptr_array_add (self->findings, finding);
    }
  else
    {
      g_free (stored);
      g_free (expected);
      g_free (sentence);
    }
  if (kept)
    return finding;

  tally = get_tally (self, rule, record->id);
  count_the_rest (tally, finding);
  return finding != tally->rest || tally->n_found <= TAL_PLAUSIBILITY_MOST_OF_ONE ? finding : NULL;
}

TalDay
tal_plausibility_get_status_day (const TalPlausibility *self, const TalPlan *plan)
{
  return plan != NULL && plan->status_day != TAL_DAY_NONE && plan->status_day < self->today
             ? plan->status_day
             : self->today;
}

const TalPlan *
tal_plausibility_find_plan (const TalPlausibility *self, TalId initiative)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, initiative);

  if (record == NULL)
    return NULL;

  record = tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, TAL_INITIATIVE (record)->plan);
  return record != NULL ? TAL_PLAN (record) : NULL;
}

char *
tal_plausibility_dup_place (const TalSeries *series, TalPeriod period)
{
  g_autofree char *when = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);

  return g_strdup_printf ("%s, %s", series->name, when);
}

char *
tal_plausibility_dup_value (const TalSeries *series, TalDecimal value)
{
  return tal_goal_text_value (value, series->measure_unit);
}

char *
tal_plausibility_dup_rounded (const TalSeries *series, TalFraction value, guint8 decimals)
{
  TalDecimal rounded;

  for (guint8 left = MIN (decimals, TAL_DECIMAL_MAX_SCALE);; left--)
    {
      if (tal_fraction_round (value, left, &rounded))
        return tal_plausibility_dup_value (series, rounded);
      if (left == 0)
        return NULL;
    }
}

gboolean
tal_plausibility_has_word (const char *text, const char *word)
{
  g_autofree char *plain = NULL;

  if (text == NULL)
    return FALSE;

  plain = tal_danish_text_dup_plain (text);
  for (const char *found = strstr (plain, word); found != NULL; found = strstr (found + 1, word))
    {
      if (found == plain ||
          !g_unichar_isalpha (g_utf8_get_char (g_utf8_find_prev_char (plain, found))))
        return TRUE;
    }

  return FALSE;
}

static TalPlausibility
begin (const TalCatalogue *catalogue,
       TalRunSource       *runs,
       const TalGoalPast  *past,
       TalDay              today,
       GPtrArray          *findings,
       GHashTable         *tallies,
       GError            **error)
{
  return (TalPlausibility){ .catalogue = catalogue,
                            .runs = runs,
                            .past = past,
                            .today = today,
                            .findings = findings,
                            .error = error,
                            .tallies = tallies };
}

gboolean
tal_plausibility_check (const TalCatalogue *catalogue,
                        TalRunSource       *runs,
                        const TalGoalPast  *past,
                        TalDay              today,
                        GPtrArray          *findings,
                        GError            **error)
{
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  TalPlausibility        self = begin (catalogue, runs, past, today, findings, tallies, error);

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  tal_plausibility_check_initiatives (&self);
  tal_plausibility_check_money (&self);
  tal_plausibility_check_texts (&self);
  return tal_plausibility_check_series (&self) && tal_plausibility_check_columns (&self) &&
         tal_plausibility_check_goals (&self);
}

gboolean
tal_plausibility_check_one_series (const TalCatalogue *catalogue,
                                   TalRunSource       *runs,
                                   const TalSeries    *series,
                                   TalDay              today,
                                   GPtrArray          *findings,
                                   GError            **error)
{
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  TalPlausibility        self = begin (catalogue, runs, NULL, today, findings, tallies, error);

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (series != NULL && findings != NULL, FALSE);

  return tal_plausibility_look_at_series (&self, series) &&
         tal_plausibility_look_at_twins (&self, series);
}

gboolean
tal_plausibility_check_one_goal (const TalCatalogue *catalogue,
                                 TalRunSource       *runs,
                                 const TalGoalPast  *past,
                                 const TalGoal      *goal,
                                 TalDay              today,
                                 GPtrArray          *findings,
                                 GError            **error)
{
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  TalPlausibility        self = begin (catalogue, runs, past, today, findings, tallies, error);

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (goal != NULL && findings != NULL, FALSE);

  return tal_plausibility_look_at_goal (&self, goal);
}

/* The series of the initiative, and those of elsewhere that its goals are measured by, each
 * once: an array of const TalSeries *. */
static GPtrArray *
list_series (const TalCatalogue *catalogue, TalId initiative)
{
  GPtrArray              *list = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (catalogue, TAL_KIND_SERIES, initiative, &length);

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (list, (gpointer)records[i]);

  records = tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, initiative, &length);
  for (guint i = 0; i < length; i++)
    {
      for (guint j = 0; j < tal_goal_get_n_criteria (TAL_GOAL (records[i])); j++)
        {
          TalId            id = tal_goal_get_criterion (TAL_GOAL (records[i]), j)->series;
          const TalRecord *measured = tal_catalogue_find (catalogue, TAL_KIND_SERIES, id);

          if (measured != NULL && !g_ptr_array_find (list, measured, NULL))
            g_ptr_array_add (list, (gpointer)measured);
        }
    }

  return list;
}

gboolean
tal_plausibility_check_one_initiative (const TalCatalogue  *catalogue,
                                       TalRunSource        *runs,
                                       const TalGoalPast   *past,
                                       const TalInitiative *initiative,
                                       TalDay               today,
                                       GPtrArray           *findings,
                                       GError             **error)
{
  g_autoptr (GHashTable)  tallies = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray)   series = NULL;
  TalPlausibility         self = begin (catalogue, runs, past, today, findings, tallies, error);
  const TalRecord *const *goals = NULL;
  guint                   n_goals = 0;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (initiative != NULL && findings != NULL, FALSE);

  tal_plausibility_look_at_initiative (&self, initiative);
  series = list_series (catalogue, initiative->record.id);
  for (guint i = 0; i < series->len; i++)
    {
      if (!tal_plausibility_look_at_series (&self, g_ptr_array_index (series, i)) ||
          !tal_plausibility_look_at_twins (&self, g_ptr_array_index (series, i)))
        return FALSE;
    }

  goals = tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, initiative->record.id, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      if (!tal_plausibility_look_at_goal (&self, TAL_GOAL (goals[i])))
        return FALSE;
    }

  return TRUE;
}
