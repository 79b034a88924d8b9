/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody said is right, and what nobody can say so of. */

#include "core/tal-observation.h"
#include "core/tal-plausibility.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define TODAY "2026-11-22"

static void
assert_findings (Sample *sample, const char *expected)
{
  g_autofree char *actual = sample_dup_findings (sample, TODAY);

  g_assert_cmpstr (actual, ==, expected);
}

/* Borgere i IPS-indsatsen, 2019 and 2020. */
static void
test_plausibility_kept_figures_are_still_told (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *people = sample_add_count (sample, "Borgere i IPS-indsatsen");
  TalObservation    *jump = NULL;

  sample_enter (sample, people, "2019", "125");
  jump = sample_enter (sample, people, "2020", "300");
  assert_findings (sample, "jump warning 2020 300 -> -\n");
  jump->kept = TRUE;
  assert_findings (sample, "kept jump warning 2020 300 -> -\n");
}

/* Each is the whole of a collection whose last figure, of 2018, was kept. */
static const struct
{
  const char    *about;
  TalMeasureUnit unit;
  const char    *before; /* of 2017, or NULL */
  const char    *figure;
  const char    *note;
  const char    *finding;
} asked[] = {
  { "a jump", TAL_MEASURE_UNIT_PERSONS, "171", "1790", NULL,
    "kept jump warning 2018 1.790 -> -\n" },
  { "nobody can keep what cannot be", TAL_MEASURE_UNIT_PER_CENT, NULL, "172.7", NULL,
    "share-out-of-range error 2018 172,7 pct. -> -\n" },
  { "a remark is no figure", TAL_MEASURE_UNIT_PERSONS, "171", "179", "Se 010190-1234",
    "cpr error 2018 - -> -\n" },
  { "nothing is asked", TAL_MEASURE_UNIT_PERSONS, "171", "179", NULL, "" },
  { "a mere note asks nothing", TAL_MEASURE_UNIT_WEEKS, "5.3", "4", NULL,
    "mixed-decimals note 2018 4 uger -> -\n" },
};

static void
test_plausibility_kept_is_an_answer_to_a_question (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = sample_add_series (sample, "Andel", asked[i].unit, 0);
      TalObservation    *figure = NULL;

      series->source = g_strdup ("Jobindsats.dk");
      if (asked[i].before != NULL)
        sample_enter (sample, series, "2017", asked[i].before);
      figure = sample_enter (sample, series, "2018", asked[i].figure);
      figure->note = g_strdup (asked[i].note);
      figure->kept = TRUE;
      g_test_message ("%s", asked[i].about);
      assert_findings (sample, asked[i].finding);
    }
}

/* The total of "Driftsmidler 2015" is printed as 48.779, and its rows make 47.579.  That the
 * rows are right does not answer for the total. */
static void
test_plausibility_kept_total_is_its_own (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *rows = sample_add_count (sample, "Rækkerne");
  TalSeries         *total = sample_add_count (sample, "I alt");

  total->agreement = TAL_AGREEMENT_SUM;
  sample_add_term (total, rows, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_enter (sample, rows, "2015", "47579")->kept = TRUE;
  sample_enter (sample, total, "2015", "48779");
  assert_findings (sample, "sum error 2015 48.779 -> 47.579\n");
}

static void
test_plausibility_kept_total_is_answered (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *rows = sample_add_count (sample, "Rækkerne");
  TalSeries         *total = sample_add_count (sample, "I alt");

  total->agreement = TAL_AGREEMENT_SUM;
  sample_add_term (total, rows, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_enter (sample, rows, "2015", "47579");
  sample_enter (sample, total, "2015", "48779")->kept = TRUE;
  assert_findings (sample, "kept sum error 2015 48.779 -> 47.579\n");
}

/* What was kept takes no place among those that are told one by one. */
static void
test_plausibility_kept_figures_hide_no_others (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (GPtrArray) findings = tal_finding_list_new ();
  TalSeries            *total = sample_add_count (sample, "I alt");
  TalSeries            *part = sample_add_count (sample, "Mænd");
  guint                 n_kept = 0;
  guint                 n_keepable = 0;

  total->agreement = TAL_AGREEMENT_SUM;
  sample_add_term (total, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  for (int year = 1900; year < 2000; year++)
    {
      g_autofree char *period = g_strdup_printf ("%d", year);

      sample_enter (sample, total, period, "10")->kept = year < 1950;
      sample_enter (sample, part, period, "11");
    }
  tal_plausibility_check (sample_get_catalogue (sample), &sample->source, NULL, sample_day (TODAY),
                          findings, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *each = g_ptr_array_index (findings, i);

      n_kept += each->kept ? 1 : 0;
      n_keepable += each->keepable ? 1 : 0;
    }
  g_assert_cmpuint (n_kept, ==, 50);
  /* and one that says how many more there are, which nobody can keep */
  g_assert_cmpuint (n_keepable, ==, 50 + TAL_PLAUSIBILITY_MOST_OF_ONE);
  g_assert_cmpuint (findings->len, ==, 50 + TAL_PLAUSIBILITY_MOST_OF_ONE + 1);
}

/* The fleksjob figure that a text has as 2.315 and its table as 2.351. */
static void
test_plausibility_kept_twice_is_seen_from_either (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series[] = { sample_add_count (sample, "Beskæftigede fleksjobvisiterede"),
                                  sample_add_count (sample, "Beskæftigede fleksjobvisiterede") };
  const char *const  figures[] = { "2315", "2351" };

  sample_enter (sample, series[0], "2017-Q4", figures[0]);
  sample_enter (sample, series[1], "2017-Q4", figures[1]);
  assert_findings (sample, "stored-twice error 2017-Q4 2.351 -> 2.315\n");
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autoptr (GPtrArray) findings = tal_finding_list_new ();
      const TalFinding     *found = NULL;

      g_assert_true (tal_plausibility_check_one_series (sample_get_catalogue (sample),
                                                        &sample->source, series[i],
                                                        sample_day (TODAY), findings, NULL));
      g_assert_cmpuint (findings->len, ==, 1);
      found = g_ptr_array_index (findings, 0);
      g_assert_true (tal_id_is_equal (found->key.id, series[i]->record.id));
      g_assert_cmpstr (found->stored, ==, i == 0 ? "2.315" : "2.351");
      g_assert_true (found->keepable);
    }
}

/* Where the figure is shown already, only what is asked about it is said; a sentence that it is
 * part of stays whole. */
static void
test_plausibility_kept_is_asked_in_brief (void)
{
  static const struct
  {
    TalMeasureUnit unit;
    const char    *before;
    const char    *now;
    const char    *brief;
  } rows[] = {
    { TAL_MEASURE_UNIT_PERSONS, "125", "300",
      "The change is 140 pct. since 2019 (125). Is it right?" },
    { TAL_MEASURE_UNIT_PER_CENT, "29", "44",
      "Borgere, 2020 is 44 pct., but was 29 pct. in 2019. Is it right?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample)    sample = sample_new ();
      g_autoptr (GPtrArray) findings = tal_finding_list_new ();
      TalSeries            *series = sample_add_series (sample, "Borgere", rows[i].unit, 0);
      g_autofree char      *brief = NULL;
      g_autoptr (GString)   said = NULL;

      series->source = g_strdup ("DREAM");
      sample_enter (sample, series, "2019", rows[i].before);
      sample_enter (sample, series, "2020", rows[i].now);
      tal_plausibility_check (sample_get_catalogue (sample), &sample->source, NULL,
                              sample_day (TODAY), findings, NULL);
      g_assert_cmpuint (findings->len, ==, 1);
      brief = tal_finding_dup_brief (g_ptr_array_index (findings, 0));
      said = g_string_new (brief);
      g_string_replace (said, "\302\240", " ", 0);
      g_assert_cmpstr (said->str, ==, rows[i].brief);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plausibility-kept/figures-are-still-told",
                   test_plausibility_kept_figures_are_still_told);
  g_test_add_func ("/core/plausibility-kept/is-an-answer-to-a-question",
                   test_plausibility_kept_is_an_answer_to_a_question);
  g_test_add_func ("/core/plausibility-kept/total-is-its-own",
                   test_plausibility_kept_total_is_its_own);
  g_test_add_func ("/core/plausibility-kept/total-is-answered",
                   test_plausibility_kept_total_is_answered);
  g_test_add_func ("/core/plausibility-kept/figures-hide-no-others",
                   test_plausibility_kept_figures_hide_no_others);
  g_test_add_func ("/core/plausibility-kept/twice-is-seen-from-either",
                   test_plausibility_kept_twice_is_seen_from_either);
  g_test_add_func ("/core/plausibility-kept/is-asked-in-brief",
                   test_plausibility_kept_is_asked_in_brief);

  return g_test_run ();
}
