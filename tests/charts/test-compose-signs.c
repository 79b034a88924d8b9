/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What charts say of figures that are no plain figures: breaks, gaps, preliminary figures, targets
 * that change, and counts that may not leave the program. */

#include "charts/chart-example.h"
#include "core/tal-member.h"

#include <string.h>

static char *
answer (Sample *sample, TalChartKind kind, gboolean masked, const TalSeries *const *series, guint n)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (GArray)       ids = g_array_new (FALSE, FALSE, sizeof (TalId));
  g_autoptr (TalChartSpec) spec = NULL;
  TalChartRequest          request = {
             .kind = kind, .series = ids, .masked = masked, .today = sample_day ("2019-01-01")
  };

  for (guint i = 0; i < n; i++)
    g_array_append_val (ids, series[i]->record.id);
  spec =
      tal_chart_request_compose (&request, sample_get_catalogue (sample), &sample->source, &error);
  g_assert_no_error (error);
  return chart_example_dup_text (spec);
}

static void
assert_line (const char *text, const char *line)
{
  if (strstr (text, line) == NULL)
    g_error ("“%s” does not stand in\n%s", line, text);
}

static void
test_breaks (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_count (sample, "Ledige");
  g_autofree char   *text = NULL;

  tal_series_add_break (series, sample_day ("2017-07-01"), "nyt ledighedsregister");
  tal_series_add_break (series, sample_day ("2018-08-09"), "ny forløbsdefinition");
  for (guint year = 2016; year <= 2019; year++)
    {
      g_autofree char *period = g_strdup_printf ("%u", year);

      sample_enter (sample, series, period, "100");
    }
  text = answer (sample, TAL_CHART_LINE, FALSE, (const TalSeries *const[]){ series }, 1);

  assert_line (text, "title Ledige\n");
  assert_line (text, "break 1 Databrud i juli 2017: nyt ledighedsregister.\n");
  assert_line (text, "break 2 Databrud den 9. august 2018: ny forløbsdefinition.\n");
  assert_line (text, "note Databrud i juli 2017: nyt ledighedsregister.\n");
}

static void
test_gaps_have_positions (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_count (sample, "Ledige");
  g_autofree char   *text = NULL;

  sample_enter (sample, series, "2015-Q1", "100");
  sample_enter (sample, series, "2015-Q2", "110");
  sample_enter (sample, series, "2015-Q4", "90*");
  text = answer (sample, TAL_CHART_LINE, FALSE, (const TalSeries *const[]){ series }, 1);

  assert_line (text, "col 1. kvt. 2015 | 2. kvt. 2015 | 3. kvt. 2015 | 4. kvt. 2015\n");
  assert_line (text, "row Ledige | 100 | 110 | .. | 90*\n");
  assert_line (text,
               "title Antallet af ledige er foreløbigt faldet med 10 pct. siden 1. kvt. 2015\n");
  assert_line (text, "note * Foreløbig opgørelse, 4. kvt. 2015.\n");
}

static void
test_one_month_a_year_has_no_gaps (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_count (sample, "Ledige");
  g_autofree char   *text = NULL;

  sample_enter (sample, series, "2015-12", "100");
  sample_enter (sample, series, "2016-12", "110");
  sample_enter (sample, series, "2018-12", "90");
  text = answer (sample, TAL_CHART_LINE, FALSE, (const TalSeries *const[]){ series }, 1);

  assert_line (text, "col december 2015 | december 2016 | december 2017 | december 2018\n");
}

/* Years and quarters do not stand on one axis: the kind that there are most of does. */
static void
test_periods_of_one_kind (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_count (sample, "Ledige");
  g_autofree char   *text = NULL;

  sample_enter (sample, series, "2015", "100");
  sample_enter (sample, series, "2016", "110");
  sample_enter (sample, series, "2016-Q1", "105");
  text = answer (sample, TAL_CHART_COLUMNS, FALSE, (const TalSeries *const[]){ series }, 1);

  assert_line (text, "col 2015 | 2016\n");
}

static void
test_years_side_by_side (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_count (sample, "Ledige");
  g_autofree char   *text = NULL;

  sample_enter (sample, series, "2016-Q1", "200");
  sample_enter (sample, series, "2016-Q2", "180");
  sample_enter (sample, series, "2016-Q3", "170");
  sample_enter (sample, series, "2016-Q4", "190");
  sample_enter (sample, series, "2017-Q1", "150");
  sample_enter (sample, series, "2017-Q2", "135");
  text = answer (sample, TAL_CHART_YEARS, FALSE, NULL, 0);

  assert_line (text, "title Antallet af ledige er faldet med 25 pct. siden 2. kvt. 2016\n");
  assert_line (text, "col 1. kvt. 2017 | 2. kvt. 2017 | 3. kvt. 2017 | 4. kvt. 2017\n");
  assert_line (text, "row 2016 | 200 | 180 | 170 | 190\n");
  assert_line (text, "row 2017* | 150 | 135 | .. | ..\n");
}

static void
test_targets_that_change (void)
{
  g_autoptr (Sample)       sample = sample_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChartSpec) spec = NULL;
  TalSeries    *series = sample_add_series (sample, "Andel i job", TAL_MEASURE_UNIT_PER_CENT, 0);
  TalGoal      *goal = sample_add_goal (sample, 1);
  TalCriterion *criterion =
      sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2016", "40");
  TalChartRequest  request = { .kind = TAL_CHART_LINE, .goal = goal->record.id };
  g_autofree char *text = NULL;

  tal_criterion_add_target (criterion, sample_period ("2018"), sample_decimal ("45"));
  sample_enter (sample, series, "2015", "30");
  sample_enter (sample, series, "2016", "35");
  sample_enter (sample, series, "2017", "41");
  sample_enter (sample, series, "2018", "44");
  request.today = sample_day ("2019-06-01");
  spec =
      tal_chart_request_compose (&request, sample_get_catalogue (sample), &sample->source, &error);
  g_assert_no_error (error);
  text = chart_example_dup_text (spec);

  assert_line (text, "row Andel i job | 30 | 35 | 41 | 44\n");
  assert_line (text, "target mål 45 pct. | .. | 40 | 40 | 45\n");
}

/* Of three parts one is small: a second one is hidden, for the total is known; and the title says
 * nothing of them. */
static void
test_small_parts_are_hidden (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *parts[] = { sample_add_count (sample, "Borgere i fleksjob"),
                                 sample_add_count (sample, "Borgere i ressourceforløb"),
                                 sample_add_count (sample, "Borgere i uddannelse") };
  TalSeries         *total = sample_add_count (sample, "Borgere i alt");
  g_autofree char   *open = NULL;
  g_autofree char   *masked = NULL;

  total->basis = TAL_BASIS_SUM;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i]->confidential_below = 5;
      sample_add_term (total, parts[i], TAL_TERM_PLUS, TAL_TERM_ABOVE);
    }
  sample_enter (sample, parts[0], "2018", "3");
  sample_enter (sample, parts[1], "2018", "12");
  sample_enter (sample, parts[2], "2018", "52");
  open = answer (sample, TAL_CHART_SUM, FALSE, (const TalSeries *const[]){ total }, 1);
  masked = answer (sample, TAL_CHART_SUM, TRUE, (const TalSeries *const[]){ total }, 1);

  assert_line (open, "| 3 | 12 | 52 | 67\n");
  assert_line (open, "title Borgere: 67 personer\n");
  assert_line (masked, "| .. | .. | 52 | 67\n");
  assert_line (masked, "title Borgere\n");
  assert_line (masked, "note Antal under 5 er ikke vist af hensyn til diskretion.\n");
}

static void
test_shares_of_few_are_hidden (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *above = sample_add_count (sample, "I job");
  TalSeries         *below = sample_add_count (sample, "Alle");
  TalSeries         *share = sample_add_share (sample, above, below);
  g_autofree char   *text = NULL;

  above->confidential_below = 5;
  sample_enter (sample, above, "2017", "3");
  sample_enter (sample, below, "2017", "50");
  sample_enter (sample, above, "2018", "20");
  sample_enter (sample, below, "2018", "50");
  text = answer (sample, TAL_CHART_LINE, TRUE, (const TalSeries *const[]){ share }, 1);

  assert_line (text, "| .. | 40\n");
  assert_line (text, "note Antal under 5 er ikke vist af hensyn til diskretion.\n");
}

static void
test_shares_of_few_people_are_said (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *above = sample_add_count (sample, "I job");
  TalSeries         *below = sample_add_count (sample, "Alle");
  TalSeries         *share = sample_add_share (sample, above, below);
  g_autofree char   *text = NULL;

  sample_enter (sample, above, "2017", "10");
  sample_enter (sample, below, "2017", "20");
  text = answer (sample, TAL_CHART_LINE, FALSE, (const TalSeries *const[]){ share }, 1);
  g_assert_null (strstr (text, "færre end 20"));
  g_clear_pointer (&text, g_free);

  sample_enter (sample, above, "2018", "9");
  sample_enter (sample, below, "2018", "19");
  text = answer (sample, TAL_CHART_LINE, FALSE, (const TalSeries *const[]){ share }, 1);
  assert_line (text, "note Beregnet på færre end 20 personer.\n");
}

static void
test_counts_that_are_not_confidential_stay (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_count (sample, "Ledige");
  g_autofree char   *text = NULL;

  sample_enter (sample, series, "2017", "3");
  sample_enter (sample, series, "2018", "4");
  text = answer (sample, TAL_CHART_COLUMNS, TRUE, (const TalSeries *const[]){ series }, 1);

  assert_line (text, "row Ledige | 3 | 4\n");
}

/* A change tells the small count too, where the other one is known. */
static void
test_changes_of_few_are_hidden (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries *parts[] = { sample_add_count (sample, "Mænd"), sample_add_count (sample, "Kvinder"),
                         sample_add_count (sample, "Unge") };
  TalSeries *total = sample_add_count (sample, "Ledige i alt");
  g_autofree char *text = NULL;

  total->basis = TAL_BASIS_SUM;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i]->confidential_below = 5;
      sample_add_term (total, parts[i], TAL_TERM_PLUS, TAL_TERM_ABOVE);
      sample_enter (sample, parts[i], "2017", i == 0 ? "10" : i == 1 ? "20" : "40");
      sample_enter (sample, parts[i], "2018", i == 0 ? "2" : i == 1 ? "25" : "41");
    }
  text = answer (sample, TAL_CHART_WATERFALL, TRUE, (const TalSeries *const[]){ total }, 1);

  assert_line (text, "| 70 | .. | .. | 1 | 68\n");
}

static void
test_goals_of_few_are_hidden (void)
{
  g_autoptr (Sample)       sample = sample_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChartSpec) spec = NULL;
  TalSeries               *series = sample_add_count (sample, "Voksne i job");
  TalGoal                 *goal = sample_add_goal (sample, 2);
  TalChartRequest          request = { .kind = TAL_CHART_BULLET, .masked = TRUE };
  g_autofree char         *text = NULL;

  goal->wording = g_strdup ("Mindst 4 voksne i job");
  series->confidential_below = 5;
  sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2018", "4");
  sample_enter (sample, series, "2018", "3");
  request.goal = goal->record.id;
  request.today = sample_day ("2019-06-01");
  spec =
      tal_chart_request_compose (&request, sample_get_catalogue (sample), &sample->source, &error);
  g_assert_no_error (error);
  text = chart_example_dup_text (spec);

  assert_line (text, "goal 2 Mindst 4 voksne i job | .. | -");
  g_assert_true (((TalChartGoal *)g_ptr_array_index (spec->goals, 0))->result.masked);
}

/* What each chart of offers hides, it hides in every bar by itself. */
static void
test_small_offers_are_hidden (void)
{
  static const char *const counts[] = { "3", "40", "60", "7" };
  g_autoptr (Sample)       sample = sample_new ();
  TalSeries               *total = sample_add_count (sample, "Forløb i alt");
  g_autofree char         *text = NULL;

  total->basis = TAL_BASIS_SUM;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *name = g_strdup_printf ("Tilbud %u", i);
      TalMember       *offer = sample_add_record (sample, TAL_KIND_MEMBER);
      TalSeries       *part = sample_add_count (sample, name);

      offer->dimension = TAL_DIMENSION_OFFER;
      offer->name = g_strdup (name);
      offer->company_oriented = i == 0;
      part->offer = offer->record.id;
      part->confidential_below = 5;
      sample_add_term (total, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      sample_enter (sample, part, "2018", counts[i]);
    }
  text = answer (sample, TAL_CHART_MIX, TRUE, (const TalSeries *const[]){ total }, 1);

  assert_line (text, "row Virksomhedsrettet* slot 1 | ..\n");
  assert_line (text, "row Tilbud 1 slot 8 | 36,4\n");
  assert_line (text, "row Tilbud 2 slot 7 | 54,5\n");
  assert_line (text, "row Tilbud 3 slot 9 | ..\n");
  assert_line (text, "note Antal under 5 er ikke vist af hensyn til diskretion.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/compose-signs/breaks", test_breaks);
  g_test_add_func ("/charts/compose-signs/gaps-have-positions", test_gaps_have_positions);
  g_test_add_func ("/charts/compose-signs/one-month-a-year-has-no-gaps",
                   test_one_month_a_year_has_no_gaps);
  g_test_add_func ("/charts/compose-signs/periods-of-one-kind", test_periods_of_one_kind);
  g_test_add_func ("/charts/compose-signs/years-side-by-side", test_years_side_by_side);
  g_test_add_func ("/charts/compose-signs/targets-that-change", test_targets_that_change);
  g_test_add_func ("/charts/compose-signs/small-parts-are-hidden", test_small_parts_are_hidden);
  g_test_add_func ("/charts/compose-signs/shares-of-few-are-hidden", test_shares_of_few_are_hidden);
  g_test_add_func ("/charts/compose-signs/shares-of-few-people-are-said",
                   test_shares_of_few_people_are_said);
  g_test_add_func ("/charts/compose-signs/counts-that-are-not-confidential-stay",
                   test_counts_that_are_not_confidential_stay);
  g_test_add_func ("/charts/compose-signs/changes-of-few-are-hidden",
                   test_changes_of_few_are_hidden);
  g_test_add_func ("/charts/compose-signs/goals-of-few-are-hidden", test_goals_of_few_are_hidden);
  g_test_add_func ("/charts/compose-signs/small-offers-are-hidden", test_small_offers_are_hidden);
  return g_test_run ();
}
