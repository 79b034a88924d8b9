/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for every answer, whatever is asked; and when an answer is out of date. */

#include "base/tal-error.h"
#include "charts/chart-example.h"

#include <string.h>

typedef struct
{
  TalChartKind kind;
  TalId        series;
  TalId        plan;
  TalId        initiative;
  gboolean     masked;
} Asked;

static TalChartSpec *
ask (Sample *sample, const Asked *asked, GError **error)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (TalId));
  TalChartRequest    request = { .kind = asked->kind,
                                 .series = series,
                                 .plan = asked->plan,
                                 .initiative = asked->initiative,
                                 .masked = asked->masked,
                                 .today = sample_day ("2024-06-18") };

  if (!tal_id_is_none (asked->series))
    g_array_append_val (series, asked->series);
  return tal_chart_request_compose (&request, sample_get_catalogue (sample), &sample->source,
                                    error);
}

static void
assert_values (const TalChartSpec *spec)
{
  for (guint i = 0; i < spec->series->len; i++)
    {
      const TalChartSeries *series = tal_chart_spec_get_series (spec, i);

      g_assert_cmpuint (series->values->len, ==, spec->positions->len);
      g_assert_true (series->targets == NULL || series->targets->len == spec->positions->len);
      for (guint j = 0; j < spec->positions->len; j++)
        {
          TalChartValue value = tal_chart_series_get (series, j);

          g_assert_true (value.missing != TAL_MISSING_NOT || !tal_decimal_is_none (value.shown));
        }
    }
}

static gboolean
is_sentence (const char *text)
{
  return g_str_has_suffix (text, ".") && strstr (text, "..") == NULL;
}

static void
assert_answer (Sample *sample, const Asked *asked)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChartSpec) spec = ask (sample, asked, &error);

  if (spec == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_error_matches (error, TAL_ERROR, TAL_ERROR_NOT_FOUND) ||
                     g_error_matches (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT));
      g_assert_true (is_sentence (error->message));
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpint (spec->kind, ==, asked->kind);
  g_assert_cmpstr (spec->title, !=, "");
  g_assert_false (g_str_has_suffix (spec->title, "pct.."));
  g_assert_null (strchr (spec->title, '*'));
  assert_values (spec);
  for (guint i = 0; i < spec->notes->len; i++)
    g_assert_true (is_sentence (g_ptr_array_index (spec->notes, i)));
}

static void
ask_every_kind (Sample *sample, Asked asked)
{
  for (guint kind = 0; kind < TAL_CHART_N_KINDS; kind++)
    {
      asked.kind = (TalChartKind)kind;
      assert_answer (sample, &asked);
    }
}

static void
test_every_plan_and_initiative (void)
{
  g_autoptr (Sample) sample = chart_example_new ();

  for (guint i = 0; i < sample->records->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (sample->records, i);

      if (record->kind == TAL_KIND_PLAN)
        ask_every_kind (sample, (Asked){ .plan = record->id });
      if (record->kind == TAL_KIND_INITIATIVE)
        ask_every_kind (sample, (Asked){ .initiative = record->id, .masked = TRUE });
    }
}

static void
test_every_series (void)
{
  g_autoptr (Sample) sample = chart_example_new ();

  for (guint i = 0; i < sample->records->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (sample->records, i);

      if (record->kind == TAL_KIND_SERIES)
        ask_every_kind (sample, (Asked){ .series = record->id });
    }
}

static void
test_what_is_gone_is_not_found (void)
{
  g_autoptr (Sample)       sample = chart_example_new ();
  g_autoptr (GError)       error = NULL;
  Asked                    asked = { .kind = TAL_CHART_LINE, .series = tal_id_new () };
  g_autoptr (TalChartSpec) spec = ask (sample, &asked, &error);

  g_assert_null (spec);
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
}

static void
test_errors_of_the_source_are_passed_on (void)
{
  g_autoptr (Sample) sample = chart_example_new ();

  sample->unreadable = TRUE;
  for (guint kind = 0; kind < TAL_CHART_N_KINDS; kind++)
    {
      g_autoptr (GError)       error = NULL;
      Asked                    asked = { .kind = (TalChartKind)kind };
      g_autoptr (TalChartSpec) spec = ask (sample, &asked, &error);

      if (kind == TAL_CHART_TIMELINE)
        continue;
      g_assert_null (spec);
      g_assert_error (error, TAL_ERROR, TAL_ERROR_BUSY);
    }
}

static TalChangeSet *
change_figure (Sample *sample, const char *series)
{
  TalChangeSet   *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "test");
  TalId           id = chart_example_find (sample, TAL_KIND_SERIES, series);
  TalObservation *observation =
      tal_observation_new (id, sample_period ("2018"), TAL_DECIMAL (1, 0));

  tal_change_set_add (changes, NULL, &observation->record);
  tal_record_unref (&observation->record);
  return changes;
}

/* A derived line rests on what it is made of, and on nothing else. */
static void
test_touched_by_its_own_figures (void)
{
  g_autoptr (Sample)       sample = chart_example_new ();
  g_autoptr (GError)       error = NULL;
  Question                 question = { TAL_CHART_LINE, NULL, NULL, "Fleksjobsvisiterede i alt" };
  g_autoptr (TalChartSpec) spec = chart_example_compose (sample, &question, &error);
  g_autoptr (TalChangeSet) part = change_figure (sample, "Ledige fleksjobsvisiterede");
  g_autoptr (TalChangeSet) other = change_figure (sample, "Revalidering");
  g_autoptr (TalChangeSet) none = tal_change_set_new (TAL_ORIGIN_EDIT, "test");

  g_assert_no_error (error);
  g_assert_true (tal_chart_spec_is_touched (spec, part));
  g_assert_false (tal_chart_spec_is_touched (spec, other));
  g_assert_false (tal_chart_spec_is_touched (spec, none));
}

static void
test_touched_by_any_other_record (void)
{
  g_autoptr (Sample)       sample = chart_example_new ();
  g_autoptr (GError)       error = NULL;
  Question                 question = { TAL_CHART_LINE, NULL, NULL, "Revalidering" };
  g_autoptr (TalChartSpec) spec = chart_example_compose (sample, &question, &error);
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "test");
  g_autoptr (TalRecord)    added = tal_record_new (TAL_KIND_GOAL, tal_id_new ());

  g_assert_no_error (error);
  tal_change_set_add (changes, NULL, added);
  g_assert_true (tal_chart_spec_is_touched (spec, changes));
}

/* A goal's chart rests on the counts behind the share, and on a level that is a figure. */
static void
test_goals_rest_on_their_counts (void)
{
  g_autoptr (Sample)       sample = chart_example_new ();
  g_autoptr (GError)       error = NULL;
  Question                 question = { .kind = TAL_CHART_BULLET,
                                        .initiative = "Fortsættelse og udvidelse af IPS-indsatsen" };
  g_autoptr (TalChartSpec) spec = chart_example_compose (sample, &question, &error);
  g_autoptr (TalChangeSet) kept =
      change_figure (sample, "Andel i arbejde eller uddannelse efter IPS: København");

  g_assert_no_error (error);
  g_assert_true (tal_chart_spec_is_touched (spec, kept));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/compose-request/every-plan-and-initiative",
                   test_every_plan_and_initiative);
  g_test_add_func ("/charts/compose-request/every-series", test_every_series);
  g_test_add_func ("/charts/compose-request/what-is-gone-is-not-found",
                   test_what_is_gone_is_not_found);
  g_test_add_func ("/charts/compose-request/errors-of-the-source-are-passed-on",
                   test_errors_of_the_source_are_passed_on);
  g_test_add_func ("/charts/compose-request/touched-by-its-own-figures",
                   test_touched_by_its_own_figures);
  g_test_add_func ("/charts/compose-request/touched-by-any-other-record",
                   test_touched_by_any_other_record);
  g_test_add_func ("/charts/compose-request/goals-rest-on-their-counts",
                   test_goals_rest_on_their_counts);
  return g_test_run ();
}
