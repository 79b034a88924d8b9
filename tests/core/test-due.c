/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-closing.h"
#include "core/tal-due.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

/* One goal as it stands on a day, and what is owed on it by then or within 90 days. */
static const struct
{
  const char *reason;
  const char *plan_end;
  const char *ended; /* the initiative's last day */
  const char *target_period;
  const char *result_period;
  const char *result;
  const char *final_expected;
  const char *closed;
  const char *today;
  const char *owed;
  const char *begun;      /* the initiative's first day */
  const char *plan_begun; /* the plan's */
  const char *measured;   /* the goal's measuring period */
} rows[] = {
  { "the year is over and nothing is entered", NULL, NULL, "2023", NULL, NULL, NULL, NULL,
    "2024-02-01", "result 2023 2023-12-31!" },
  { "the year is soon over", NULL, NULL, "2023", NULL, NULL, NULL, NULL, "2023-11-01",
    "result 2023 2023-12-31" },
  { "the year is not soon over", NULL, NULL, "2023", NULL, NULL, NULL, NULL, "2023-06-01", "" },
  { "the target is carried forward", NULL, NULL, "2021", "2021", "545", NULL, NULL, "2024-01-15",
    "result 2022 2022-12-31!, result 2023 2023-12-31!" },
  { "the last day is today", NULL, NULL, "2023", NULL, NULL, NULL, NULL, "2023-12-31",
    "result 2023 2023-12-31" },
  { "half-years are owed as half-years", NULL, NULL, "2024", "2023-H1", "268", NULL, NULL,
    "2024-02-01", "result 2023-H2 2023-12-31!" },
  { "of the target's years only a part is there", NULL, NULL, "2017/2018", "2017-01/2018-07", "29",
    NULL, NULL, "2019-05-20", "result 2017-01-01/2018-12-31 2018-12-31!" },
  { "what was measured once is owed nothing more", NULL, NULL, "2017/2018", "2017/2018", "29", NULL,
    NULL, "2023-05-20", "" },
  { "the plan ends", "2022-12-31", NULL, "2021", "2021", "545", NULL, NULL, "2024-01-15",
    "result 2022 2022-12-31!" },
  { "the initiative ends before", "2023-12-31", "2022-12-31", "2021", "2021", "545", NULL, NULL,
    "2024-01-15", "result 2022 2022-12-31!" },
  { "a closed year is owed nothing", NULL, NULL, "2021", "2021", "545", NULL, "2022", "2024-01-15",
    "result 2023 2023-12-31!" },
  { "a preliminary figure with its day", "2023-12-31", NULL, "2023", "2023", "545*", "2024-06-30",
    NULL, "2024-04-15", "final 2023 2024-06-30" },
  { "whose day has passed", "2023-12-31", NULL, "2023", "2023", "545*", "2024-06-30", NULL,
    "2024-07-01", "final 2023 2024-06-30!" },
  { "that is far away", "2023-12-31", NULL, "2023", "2023", "545*", "2024-12-31", NULL,
    "2024-02-01", "" },
  { "without a day, its period over", "2023-12-31", NULL, "2023", "2023", "545*", NULL, NULL,
    "2024-02-01", "final 2023 -" },
  { "without a day, its period not over", NULL, NULL, "2023", "2023", "545*", NULL, NULL,
    "2023-08-01", "" },
  { "no target says a period, so it is years from the beginning", NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, "2024-02-01", "result 2022 2022-12-31!, result 2023 2023-12-31!", "2022-04-01" },
  { "the plan's beginning where the initiative has none", NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    "2024-02-01", "result 2023 2023-12-31!", NULL, "2023-01-01" },
  { "the initiative's beginning before the plan's", NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    "2024-02-01", "result 2023 2023-12-31!", "2023-07-01", "2019-01-01" },
  { "a period that it is measured in says more", NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    "2019-05-20", "result 2017-01-01/2018-07-31 2018-07-31!", "2017-01-01", NULL,
    "2017-01/2018-07" },
  { "its first year is not over", NULL, NULL, NULL, NULL, NULL, NULL, NULL, "2024-06-01", "",
    "2024-02-01" },
  { "nobody knows when it began", NULL, NULL, NULL, NULL, NULL, NULL, NULL, "2024-02-01", "" },
  { "a result says what comes next", NULL, NULL, NULL, "2022-H2", "50", NULL, NULL, "2023-06-01",
    "result 2023-H1 2023-06-30", "2019-01-01" },
  { "an estimate is no final figure either", "2023-12-31", NULL, "2023", "2023", "545~", NULL, NULL,
    "2024-02-01", "final 2023 -" },
};

static TalInitiative *
add_initiative (Sample *sample, gsize row)
{
  TalPlan       *plan = sample_add_record (sample, TAL_KIND_PLAN);
  TalInitiative *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);

  plan->name = g_strdup ("Integrationshandleplanen 2019-2023");
  initiative->plan = plan->record.id;
  if (rows[row].plan_end != NULL)
    plan->last = sample_day (rows[row].plan_end);
  if (rows[row].plan_begun != NULL)
    plan->first = sample_day (rows[row].plan_begun);
  if (rows[row].begun != NULL)
    initiative->first = sample_day (rows[row].begun);
  if (rows[row].ended != NULL)
    initiative->last = sample_day (rows[row].ended);
  if (rows[row].closed != NULL)
    {
      TalClosing *closing = sample_add_record (sample, TAL_KIND_CLOSING);

      closing->plan = plan->record.id;
      closing->period = sample_period (rows[row].closed);
      closing->closed_on = sample_day ("2024-01-01");
    }
  return initiative;
}

static const TalGoal *
add_goal (Sample *sample, gsize row)
{
  TalInitiative *initiative = add_initiative (sample, row);
  TalGoal       *goal = sample_add_goal (sample, 1);
  TalSeries     *people = sample_add_count (sample, "Deltagere");

  goal->initiative = initiative->record.id;
  if (rows[row].measured != NULL)
    goal->measuring_period = sample_period (rows[row].measured);
  if (rows[row].target_period != NULL)
    sample_add_criterion (goal, people, TAL_COMPARISON_AT_LEAST, rows[row].target_period, "350");
  else
    sample_add_criterion (goal, people, TAL_COMPARISON_ALL, NULL, NULL);
  if (rows[row].result != NULL)
    {
      TalObservation *result =
          sample_enter (sample, people, rows[row].result_period, rows[row].result);

      if (rows[row].final_expected != NULL)
        result->final_expected = sample_day (rows[row].final_expected);
    }
  return goal;
}

static char *
write_dues (const GArray *dues, TalDay today)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dues->len; i++)
    {
      const TalDue    *due = &g_array_index (dues, TalDue, i);
      g_autofree char *period = tal_period_to_string (due->period);
      g_autofree char *day =
          due->day != TAL_DAY_NONE ? tal_day_to_string (due->day) : g_strdup ("-");

      g_string_append_printf (text, "%s%s %s %s%s", i > 0 ? ", " : "",
                              due->kind == TAL_DUE_RESULT ? "result" : "final", period, day,
                              tal_due_is_overdue (due, today) ? "!" : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_due_says_what_is_owed_and_when (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample)  sample = sample_new ();
      const TalGoal      *goal = add_goal (sample, i);
      const TalCatalogue *catalogue = sample_get_catalogue (sample);
      TalGoalStatus       status = sample_assess (sample, goal, NULL, rows[i].today);
      TalDay              today = sample_day (rows[i].today);
      g_autoptr (GArray)  dues = tal_due_list (catalogue, &status, 1, today, 90);
      g_autofree char    *owed = write_dues (dues, today);

      g_test_message ("%s", rows[i].reason);
      g_assert_cmpstr (owed, ==, rows[i].owed);
    }
}

static void
test_due_expects_nothing_of_what_has_ended (void)
{
  g_autoptr (Sample) sample = sample_new ();
  const TalGoal     *goal = add_goal (sample, 0);
  TalGoalStatus      status;
  g_autoptr (GArray) dues = NULL;

  for (guint i = 0; i < sample->records->len; i++)
    {
      TalRecord *record = g_ptr_array_index (sample->records, i);

      if (record->kind == TAL_KIND_INITIATIVE)
        ((TalInitiative *)record)->state = TAL_INITIATIVE_STATE_ENDED;
    }
  status = sample_assess (sample, goal, NULL, rows[0].today);
  dues = tal_due_list (sample_get_catalogue (sample), &status, 1, sample_day (rows[0].today), 90);
  g_assert_cmpuint (dues->len, ==, 0);
}

/* The goals stand in one order, what is owed comes by day, and without a day last. */
static void
test_due_comes_by_day (void)
{
  static const gsize from[] = { 14, 12, 3, 0 };
  g_autoptr (Sample) sample = sample_new ();
  const TalGoal     *goals[G_N_ELEMENTS (from)];
  TalGoalStatus      statuses[G_N_ELEMENTS (from)];
  g_autoptr (GArray) dues = NULL;
  g_autofree char   *owed = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (from); i++)
    goals[i] = add_goal (sample, from[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (from); i++)
    statuses[i] = sample_assess (sample, goals[i], NULL, "2024-07-01");

  dues = tal_due_list (sample_get_catalogue (sample), statuses, G_N_ELEMENTS (from),
                       sample_day ("2024-07-01"), 0);
  owed = write_dues (dues, sample_day ("2024-07-01"));
  g_assert_cmpstr (owed, ==,
                   "result 2022 2022-12-31!, result 2023 2023-12-31!, result 2023 2023-12-31!, "
                   "final 2023 2024-06-30!, final 2023 -");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/due/owed", test_due_says_what_is_owed_and_when);
  g_test_add_func ("/due/ended", test_due_expects_nothing_of_what_has_ended);
  g_test_add_func ("/due/by-day", test_due_comes_by_day);

  return g_test_run ();
}
