/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart in words, as a table, and figure by figure. */

#include "charts/tal-chart-describe.h"
#include "charts/tal-chart-hit.h"
#include "charts/tal-chart-table.h"
#include "support/written-chart.h"

#include <glib.h>
#include <string.h>

static char *
plain (char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  g_free (text);
  return g_strjoinv (" ", parts);
}

static TalChartSpec *
create_shares (void)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_LINE, "København har fortsat flest");

  spec->unit = TAL_MEASURE_UNIT_PER_CENT;
  spec->subtitle = g_strdup ("Aktivitetsparate fyldt 30 år, andel af befolkningen");
  spec->source = g_strdup ("Jobindsats.dk");
  written_chart_add_periods (spec, "2015-12 2016-12 2017-12");
  written_chart_add_series (spec, "København", "5.3 4.7 4.3");
  written_chart_add_series (spec, "Klyngen", "3.3 3.5 2.8*");
  written_chart_add_series (spec, "Hele landet", "2.7 - 2.1");
  return spec;
}

static TalChartSpec *
create_groups (void)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_DISTRIBUTION, "Borgerne i fem grupper");

  spec->unit = TAL_MEASURE_UNIT_PER_CENT;
  written_chart_add_things (spec, "Gruppe 1|Gruppe 2|Øvrige");
  written_chart_add_series (spec, "Marts 2018", "19 4 m");
  return spec;
}

static TalChartSpec *
create_goals (void)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_BULLET, "Ét af to mål blev opnået");
  TalChartGoal *goal = tal_chart_spec_add_goal (spec, 4, "Minimum 225 ledige deltager");

  goal->result_text = g_strdup ("348");
  goal->target_text = g_strdup ("mål 225");
  goal->verdict = g_strdup ("Opnået");
  goal = tal_chart_spec_add_goal (spec, 5, "Minimum 80 pct. kommer videre");
  goal->verdict = g_strdup ("Ikke opgjort");
  return spec;
}

static void
test_lines_are_told_by_their_course (void)
{
  g_autoptr (TalChartSpec) spec = create_shares ();
  g_autofree char         *text = plain (tal_chart_describe (spec));

  g_assert_cmpstr (text, ==,
                   "Linjediagram. København har fortsat flest. Aktivitetsparate fyldt 30 år, andel "
                   "af befolkningen. København: fra 5,3 pct. i december 2015 til 4,3 pct. i "
                   "december 2017. Klyngen: fra 3,3 pct. i december 2015 til 2,8 pct.* i december "
                   "2017, højest 3,5 pct. i december 2016. Hele landet: fra 2,7 pct. i december "
                   "2015 til 2,1 pct. i december 2017. Kilde: Jobindsats.dk.");
}

static void
test_things_are_told_one_by_one (void)
{
  g_autoptr (TalChartSpec) spec = create_groups ();
  g_autofree char         *text = plain (tal_chart_describe (spec));

  g_assert_cmpstr (text, ==,
                   "Vandrette søjler. Borgerne i fem grupper. Gruppe 1: 19 pct. Gruppe 2: 4 pct. "
                   "Øvrige: ikke vist.");
}

static void
test_goals_are_told_with_their_verdict (void)
{
  g_autoptr (TalChartSpec) spec = create_goals ();
  g_autofree char         *text = plain (tal_chart_describe (spec));

  g_assert_cmpstr (text, ==,
                   "Målopfyldelse. Ét af to mål blev opnået. Mål 4, Minimum 225 ledige deltager: "
                   "348, mål 225, Opnået. Mål 5, Minimum 80 pct. kommer videre: ikke opgjort, Ikke "
                   "opgjort.");
}

static void
test_few_periods_stand_across (void)
{
  g_autoptr (TalChartSpec)  spec = create_shares ();
  g_autoptr (TalChartTable) table = tal_chart_table_new (spec);
  g_autofree char          *text = plain (tal_chart_table_to_text (table));

  g_assert_cmpstr (text, ==,
                   "             dec. 2015  dec. 2016  dec. 2017\n"
                   "København     5,3 pct.   4,7 pct.   4,3 pct.\n"
                   "Klyngen       3,3 pct.   3,5 pct.  2,8 pct.*\n"
                   "Hele landet   2,7 pct.         ..   2,1 pct.\n");
}

static void
test_changes_stand_last (void)
{
  g_autoptr (TalChartSpec)  spec = create_shares ();
  TalChartSeries           *first = g_ptr_array_index (spec->series, 0);
  TalChartSeries           *second = g_ptr_array_index (spec->series, 1);
  g_autoptr (TalChartTable) table = NULL;
  g_autofree char          *text = NULL;
  g_autofree char          *html = NULL;

  first->change = g_strdup ("−1,0 procentpoint");
  first->rounded = TRUE;
  /* It would tell of the figure that is hidden. */
  second->change = g_strdup ("−0,5 procentpoint");
  g_array_index (second->values, TalChartValue, 2).masked = TRUE;
  table = tal_chart_table_new (spec);
  text = plain (tal_chart_table_to_text (table));
  html = plain (tal_chart_table_to_html (table, spec));
  g_assert_cmpstr (text, ==,
                   "             dec. 2015  dec. 2016  dec. 2017          Udvikling\n"
                   "København     5,3 pct.   4,7 pct.   4,3 pct.  −1,0 procentpoint\n"
                   "Klyngen       3,3 pct.   3,5 pct.         ..\n"
                   "Hele landet   2,7 pct.         ..   2,1 pct.\n"
                   "Udvikling er beregnet på afrundede tal.\n");
  g_assert_nonnull (strstr (html, "<p lang=\"da\">Udvikling er beregnet på afrundede tal.</p>"));
}

static void
test_things_stand_below_one_another (void)
{
  g_autoptr (TalChartSpec)  spec = create_groups ();
  g_autoptr (TalChartTable) table = tal_chart_table_new (spec);
  g_autofree char          *tabs = plain (tal_chart_table_to_tabs (table));
  g_autofree char          *html = plain (tal_chart_table_to_html (table, spec));

  g_assert_cmpstr (tabs, ==, "\tMarts 2018\nGruppe 1\t19 pct.\nGruppe 2\t4 pct.\nØvrige\t..\n");
  g_assert_nonnull (strstr (html, "<caption>Borgerne i fem grupper</caption>"));
  g_assert_nonnull (
      strstr (html,
              "<th scope=\"row\" align=\"left\">Gruppe 1</th><td align=\"right\">19 pct.</td>"));
}

static void
test_cursor_reads_a_period_together (void)
{
  g_autoptr (TalChartSpec)     spec = create_shares ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);
  const TalChartSpot          *spot = tal_chart_hit_get (geometry, 1, 1);
  g_autofree char             *text = plain (tal_chart_hit_dup_spoken (spec, geometry, spot));

  g_assert_cmpstr (text, ==, "december 2016: København 4,7 pct., Klyngen 3,5 pct., Hele landet ..");
}

static void
test_keys_reach_every_figure (void)
{
  static const struct
  {
    TalChartStep step;
    int          series;
    int          position;
  } steps[] = {
    { TAL_CHART_STEP_NEXT, 0, 0 },
    { TAL_CHART_STEP_NEXT, 0, 1 },
    { TAL_CHART_STEP_DOWN, 1, 1 },
    { TAL_CHART_STEP_DOWN, 2, 0 }, /* the nearest: 1 is missing */
    { TAL_CHART_STEP_NEXT, 2, 2 },
    { TAL_CHART_STEP_NEXT, 2, 2 },
    { TAL_CHART_STEP_UP, 1, 2 },
    { TAL_CHART_STEP_FIRST, 1, 0 },
    { TAL_CHART_STEP_PREVIOUS, 1, 0 },
    { TAL_CHART_STEP_LAST, 1, 2 },
    { TAL_CHART_STEP_DOWN, 2, 2 },
    { TAL_CHART_STEP_DOWN, 2, 2 },
  };
  g_autoptr (TalChartSpec)     spec = create_shares ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);
  const TalChartSpot          *spot = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      spot = tal_chart_hit_step (geometry, spot, steps[i].step);
      g_assert_nonnull (spot);
      g_assert_cmpint (spot->series, ==, steps[i].series);
      g_assert_cmpint (spot->position, ==, steps[i].position);
    }
}

static void
test_pointer_finds_the_nearest_period (void)
{
  g_autoptr (TalChartSpec)     spec = create_shares ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);
  TalChartPoint                there = written_chart_get_spot (geometry, 0, 1);
  const TalChartSpot          *spot = tal_chart_hit_find (geometry, there.x + 20, there.y + 3);

  g_assert_nonnull (spot);
  g_assert_cmpint (spot->position, ==, 1);
  g_assert_cmpint (spot->series, ==, 0);
  g_assert_null (tal_chart_hit_find (geometry, there.x, geometry->height - 1));
}

/* Not the part whose end is nearer. */
static void
test_pointer_finds_the_bar_it_is_upon (void)
{
  g_autoptr (TalChartSpec) spec = tal_chart_spec_new (TAL_CHART_MIX, "Forløb efter tilbudstype");
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartSpot          *spot = NULL;
  TalChartPoint                end;

  spec->unit = TAL_MEASURE_UNIT_PER_CENT;
  written_chart_add_things (spec, "Revalidender");
  written_chart_add_series (spec, "Virksomhedsrettet", "16.8");
  written_chart_add_series (spec, "Vejledning og opkvalificering", "83.2");
  geometry = written_chart_lay_out (spec, 800, 300);
  end = written_chart_get_spot (geometry, 0, 0);
  spot = tal_chart_hit_find (geometry, end.x + 8, end.y);

  g_assert_nonnull (spot);
  g_assert_cmpint (spot->series, ==, 1);
}

/* Small as it is, it tells no course across a break. */
static void
test_sparkline_stops_at_a_break (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_SPARKLINE, "Ledige");
  g_autoptr (TalChartGeometry) geometry = NULL;
  guint                        n_lines = 0;

  written_chart_add_periods (spec, "2014 2015 2016 2017");
  written_chart_add_series (spec, "Ledige", "660 670 850 910");
  tal_chart_spec_add_break (spec, 2, "Databrud i januar 2016: nyt register.");
  geometry = written_chart_lay_out (spec, 64, 30);

  for (guint i = 0; i < geometry->shapes->len; i++)
    n_lines += g_array_index (geometry->shapes, TalChartShape, i).kind == TAL_CHART_SHAPE_LINE;
  /* The base line, and one to each side of the break. */
  g_assert_cmpuint (n_lines, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/describe/lines-are-told-by-their-course",
                   test_lines_are_told_by_their_course);
  g_test_add_func ("/charts/describe/things-are-told-one-by-one", test_things_are_told_one_by_one);
  g_test_add_func ("/charts/describe/goals-are-told-with-their-verdict",
                   test_goals_are_told_with_their_verdict);
  g_test_add_func ("/charts/table/few-periods-stand-across", test_few_periods_stand_across);
  g_test_add_func ("/charts/table/changes-stand-last", test_changes_stand_last);
  g_test_add_func ("/charts/table/things-stand-below-one-another",
                   test_things_stand_below_one_another);
  g_test_add_func ("/charts/hit/cursor-reads-a-period-together",
                   test_cursor_reads_a_period_together);
  g_test_add_func ("/charts/hit/keys-reach-every-figure", test_keys_reach_every_figure);
  g_test_add_func ("/charts/hit/pointer-finds-the-nearest-period",
                   test_pointer_finds_the_nearest_period);
  g_test_add_func ("/charts/sparkline/sparkline-stops-at-a-break", test_sparkline_stops_at_a_break);
  g_test_add_func ("/charts/hit/pointer-finds-the-bar-it-is-upon",
                   test_pointer_finds_the_bar_it_is_upon);
  return g_test_run ();
}
