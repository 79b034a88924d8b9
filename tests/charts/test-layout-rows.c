/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of rows, the strip of goals, the timeline, and how high charts are. */

#include "charts/tal-chart-plan.h"
#include "support/tal-chart-picture.h"

#include <glib.h>

#define WIDTH 800.0
#define HEIGHT 450.0

static TalChartSpec *
create_rows (guint length)
{
  TalChartSpec   *spec = tal_chart_spec_new (TAL_CHART_DISTRIBUTION, "Overskrift");
  TalChartSeries *series = tal_chart_spec_add_series (spec, "2017");

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *label = g_strdup_printf ("Række %u", i + 1);

      tal_chart_spec_add_thing (spec, label);
      tal_chart_series_add (series, tal_chart_picture_value (i, 0));
    }
  return spec;
}

static void
test_low_rows_name_first_and_last (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_rows (100), FALSE, WIDTH, HEIGHT);

  g_assert_nonnull (tal_chart_picture_find_text (geometry, "Række 1"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "Række 100"));
  g_assert_null (tal_chart_picture_find_text (geometry, "Række 2"));
}

static void
test_parts_are_moved_in_and_totals_bold (void)
{
  TalChartSpec                *spec = create_rows (3);
  g_autoptr (TalChartGeometry) geometry = NULL;
  TalChartPosition            *part = g_ptr_array_index (spec->positions, 1);
  TalChartPosition            *total = g_ptr_array_index (spec->positions, 2);

  part->place = TAL_CHART_PLACE_PART;
  total->place = TAL_CHART_PLACE_TOTAL;
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_cmpfloat (tal_chart_picture_find_text (geometry, "Række 2")->box.x, >,
                     tal_chart_picture_find_text (geometry, "Række 1")->box.x);
  g_assert_cmpint (tal_chart_picture_find_text (geometry, "Række 3")->font, ==,
                   TAL_CHART_FONT_BOLD);
}

static TalChartSpec *
create_strip (void)
{
  static const TalAttainment attainments[] = { TAL_ATTAINMENT_MET, TAL_ATTAINMENT_NOT_MET,
                                               TAL_ATTAINMENT_MET_SO_FAR,
                                               TAL_ATTAINMENT_NOT_MEASURED };
  TalChartSpec              *spec = tal_chart_spec_new (TAL_CHART_STRIP, "Ét af fire mål");

  for (guint i = 0; i < G_N_ELEMENTS (attainments); i++)
    {
      TalChartGoal *goal = tal_chart_spec_add_goal (spec, (int)i + 1, "Mål");

      goal->attainment = attainments[i];
      goal->group = g_strdup (i < 2 ? "Indsats 1" : "Indsats 2");
    }
  return spec;
}

static void
test_strip_tells_verdicts_apart_without_colour (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_strip (), FALSE, WIDTH, HEIGHT);

  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 0)->fill, ==, TAL_CHART_INK_MET);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 1)->fill, ==, TAL_CHART_INK_GROUND);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 2)->texture, ==,
                   TAL_CHART_TEXTURE_HATCHED);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 3)->dash, ==, TAL_CHART_DASH_SHORT);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "Indsats 1"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "4"));
}

static void
test_strip_keeps_groups_apart (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_strip (), FALSE, WIDTH, HEIGHT);
  double within = tal_chart_picture_find_mark (geometry, 0, 1)->box.x -
                  tal_chart_picture_find_mark (geometry, 0, 0)->box.x;
  double between = tal_chart_picture_find_mark (geometry, 0, 2)->box.x -
                   tal_chart_picture_find_mark (geometry, 0, 1)->box.x;

  g_assert_cmpfloat (between, >, within + 5);
}

static void
test_strip_breaks_no_word (void)
{
  TalChartSpec                *spec = create_strip ();
  g_autoptr (TalChartGeometry) geometry = NULL;

  for (guint i = 2; i < spec->goals->len; i++)
    {
      TalChartGoal *goal = g_ptr_array_index (spec->goals, i);

      g_free (goal->group);
      goal->group = g_strdup (i == 2 ? "Indsats 2" : "Forebyggelse af social kontrol");
    }
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "Forebyggelse"));
}

static TalChartSpan *
add_span (TalChartSpec *spec, const char *name, const char *group, TalChartEnd end)
{
  TalChartSpan *span = tal_chart_spec_add_span (spec, name);

  span->group = g_strdup (group);
  span->amount = g_strdup ("19,2 mio. kr.");
  span->first_year = 2015;
  span->first = 2015;
  span->last = 2019;
  span->end = end;
  return span;
}

static TalChartSpec *
create_timeline (void)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_TIMELINE, "I 2019 bortfalder 32,8 mio. kr.");

  spec->today = 2018.4;
  add_span (spec, "Fremskudt indsats", "Budgetaftale", TAL_CHART_END_SET);
  add_span (spec, "Drift", "Satspulje", TAL_CHART_END_PERMANENT)->slot = 2;
  add_span (spec, "Mentorer", "Satspulje", TAL_CHART_END_DECLINING)->slot = 2;
  return spec;
}

static void
test_timeline_shows_how_spans_end (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_timeline (), FALSE, WIDTH, HEIGHT);

  g_assert_cmpuint (tal_chart_picture_count_filled (geometry, TAL_CHART_INK_NOT_MET), ==, 1);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 1)->kind, ==, TAL_CHART_SHAPE_POLYGON);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "2015"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "2018"));
  g_assert_null (tal_chart_picture_find_text (geometry, "2019"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "19,2 mio. kr."));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "Satspulje"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "i dag"));
}

static void
test_timeline_declines_by_its_amounts (void)
{
  TalChartSpec                *spec = create_timeline ();
  TalChartSpan                *span = g_ptr_array_index (spec->spans, 2);
  g_autoptr (TalChartGeometry) geometry = NULL;
  double                       before = G_MAXDOUBLE;

  span->amounts = g_array_new (FALSE, TRUE, sizeof (TalChartValue));
  for (guint i = 0; i < 4; i++)
    {
      TalChartValue amount = tal_chart_picture_value (40 - 10 * i, 1);

      g_array_append_val (span->amounts, amount);
    }
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  for (guint i = 0; i < geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i);

      if (shape->position != 2)
        continue;
      g_assert_cmpfloat (shape->box.height, <, before);
      before = shape->box.height;
    }
  g_assert_cmpfloat (before, <, G_MAXDOUBLE);
}

static void
test_timeline_adds_up_years_where_amounts_are_known (void)
{
  TalChartSpec                *spec = create_timeline ();
  TalChartSeries              *totals = tal_chart_spec_add_series (spec, "I alt pr. år");
  g_autoptr (TalChartGeometry) geometry = NULL;
  TalPeriod                    year;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, 2016, 1, &year));
  tal_chart_spec_add_period (spec, year);
  tal_chart_series_add (totals, tal_chart_picture_value (384, 1));
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_nonnull (tal_chart_picture_find_mark (geometry, 1, 0));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "38,4"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "I alt pr. år"));
}

static double
measure (TalChartSpec *spec, double width)
{
  g_autoptr (TalChartTypesetter) typesetter = tal_chart_typesetter_new (NULL);
  g_autoptr (TalChartSpec)       owned = spec;
  TalChartStyle                  style = { .untitled = FALSE };

  return tal_chart_measure_height (owned, &style, typesetter, width);
}

static void
test_height_suits_the_kind (void)
{
  tal_chart_picture_assert_near (measure (tal_chart_spec_new (TAL_CHART_SPARKLINE, ""), 64), 30);
  tal_chart_picture_assert_near (measure (tal_chart_spec_new (TAL_CHART_LINE, ""), 640), 360);
  tal_chart_picture_assert_near (measure (tal_chart_spec_new (TAL_CHART_LINE, ""), 4000), 500);
  tal_chart_picture_assert_near (measure (tal_chart_spec_new (TAL_CHART_LINE, ""), 200), 260);
  tal_chart_picture_assert_near (measure (create_rows (3), WIDTH), 260);
  tal_chart_picture_assert_near (measure (create_rows (30), WIDTH) -
                                     measure (create_rows (20), WIDTH),
                                 300);
}

static const struct
{
  const char *claim;
  void (*test) (void);
} claims[] = {
  { "low-rows-name-first-and-last", test_low_rows_name_first_and_last },
  { "parts-are-moved-in-and-totals-bold", test_parts_are_moved_in_and_totals_bold },
  { "strip-tells-verdicts-apart-without-colour", test_strip_tells_verdicts_apart_without_colour },
  { "strip-keeps-groups-apart", test_strip_keeps_groups_apart },
  { "strip-breaks-no-word", test_strip_breaks_no_word },
  { "timeline-shows-how-spans-end", test_timeline_shows_how_spans_end },
  { "timeline-declines-by-its-amounts", test_timeline_declines_by_its_amounts },
  { "timeline-adds-up-years-where-amounts-are-known",
    test_timeline_adds_up_years_where_amounts_are_known },
  { "height-suits-the-kind", test_height_suits_the_kind },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/layout-rows/%s", claims[i].claim);

      g_test_add_func (path, claims[i].test);
    }
  return g_test_run ();
}
