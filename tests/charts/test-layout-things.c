/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds whose positions are named things: mixes, pairs, distributions, dots, sums and
 * funnels, with the committee's own figures. */

#include "charts/tal-chart-plan.h"
#include "support/tal-chart-picture.h"

#include <glib.h>

#define WIDTH 800.0
#define HEIGHT 450.0

static TalChartSpec *
create_spec (TalChartKind kind, TalMeasureUnit unit, const char *const *labels)
{
  TalChartSpec *spec = tal_chart_spec_new (kind, "Overskrift");

  spec->unit = unit;
  for (guint i = 0; labels[i] != NULL; i++)
    tal_chart_spec_add_thing (spec, labels[i]);
  return spec;
}

static void
add_series (TalChartSpec *spec, const char *name, const gint64 *tenths)
{
  TalChartSeries *series = tal_chart_spec_add_series (spec, name);

  for (guint i = 0; i < spec->positions->len; i++)
    tal_chart_series_add (series, tal_chart_picture_value (tenths[i], 1));
}

static void
set_value (TalChartSpec *spec, guint series, guint position, TalChartValue value)
{
  const TalChartSeries *drawn = tal_chart_spec_get_series (spec, series);

  g_array_index (drawn->values, TalChartValue, position) = value;
}

/* Flex jobs: 24,3, 44,6, 5,3 and 25,8 per cent. */
static TalChartSpec *
create_mix (void)
{
  static const char *const labels[] = { "Fleksjobvisiterede", "Kontanthjælp", NULL };
  static const gint64      parts[][2] = { { 243, 115 }, { 446, 511 }, { 53, 1 }, { 258, 373 } };
  static const char *const names[] = { "virksomhedsrettet", "vejledning", "mentor", "øvrige" };
  TalChartSpec            *spec = create_spec (TAL_CHART_MIX, TAL_MEASURE_UNIT_PER_CENT, labels);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_series (spec, names[i], parts[i]);
  return spec;
}

static void
test_mix_parts_follow_one_another (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_mix (), FALSE, WIDTH, HEIGHT);
  TalChartBox plot = geometry->plot;

  tal_chart_picture_assert_near (tal_chart_picture_find_mark (geometry, 0, 0)->box.x, plot.x);
  tal_chart_picture_assert_near (tal_chart_picture_find_spot (geometry, 0, 0)->point.x,
                                 plot.x + plot.width * 0.243);
  tal_chart_picture_assert_near (tal_chart_picture_find_spot (geometry, 1, 0)->point.x,
                                 plot.x + plot.width * 0.689);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "virksomhedsrettet"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "44,6"));
  /* Too narrow for its figure. */
  g_assert_null (tal_chart_picture_find_text (geometry, "0,1"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "100\302\240pct."));
}

static void
test_mix_stays_open_where_a_part_is_masked (void)
{
  TalChartSpec                *spec = create_mix ();
  TalChartValue                masked = tal_chart_picture_value (53, 1);
  g_autoptr (TalChartGeometry) geometry = NULL;

  masked.masked = TRUE;
  set_value (spec, 2, 0, masked);
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_null (tal_chart_picture_find_mark (geometry, 2, 0));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, ".."));
  g_assert_cmpuint (tal_chart_picture_count_filled (geometry, TAL_CHART_INK_TRACK), ==, 1);
}

static void
test_mix_has_textures_in_grey_print (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_mix (), TRUE, WIDTH, HEIGHT);

  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 0)->texture, ==,
                   TAL_CHART_TEXTURE_PLAIN);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 1, 0)->texture, ==,
                   TAL_CHART_TEXTURE_FALLING);
}

/* 62,4 per cent against 46,6, and 59,5 against 46,5. */
static TalChartSpec *
create_pairs (void)
{
  static const char *const labels[] = { "København", "Hele landet", NULL };
  TalChartSpec *spec = create_spec (TAL_CHART_DUMBBELL, TAL_MEASURE_UNIT_PER_CENT, labels);

  add_series (spec, "kontrolgruppe", (const gint64[]){ 466, 465 });
  add_series (spec, "IPS-indsats", (const gint64[]){ 624, 595 });
  spec->zoomed = TRUE;
  return spec;
}

static void
test_dumbbell_is_a_ring_and_a_dot (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_pairs (), FALSE, WIDTH, HEIGHT);

  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 0)->fill, ==, TAL_CHART_INK_GROUND);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 1, 0)->fill, ==, TAL_CHART_INK_SERIES);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "62,4"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "46,5"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "kontrolgruppe"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "IPS-indsats"));
}

static void
test_dumbbell_says_where_its_axis_begins (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_pairs (), FALSE, WIDTH, HEIGHT);
  const TalChartShape *note = &g_array_index (geometry->shapes, TalChartShape, 1);

  g_assert_true (g_str_has_prefix (note->text, "Aksen begynder ved 4"));
}

/* Absences: 7,3 per cent against 8,7, on a scale to a hundred. */
static void
test_dumbbell_writes_both_figures_of_dots_that_touch (void)
{
  static const char *const     labels[] = { "Rettidighed", "Udeblivelser", NULL };
  TalChartSpec                *spec = NULL;
  g_autoptr (TalChartGeometry) geometry = NULL;

  spec = create_spec (TAL_CHART_DUMBBELL, TAL_MEASURE_UNIT_PER_CENT, labels);
  add_series (spec, "JKI", (const gint64[]){ 840, 87 });
  add_series (spec, "Indsatsen", (const gint64[]){ 870, 73 });
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "8,7"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "7,3"));
  g_assert_cmpfloat (tal_chart_picture_find_text (geometry, "7,3")->box.x, <,
                     tal_chart_picture_find_text (geometry, "8,7")->box.x);
}

static void
test_dumbbell_has_one_side_where_the_other_is_missing (void)
{
  TalChartSpec                *spec = create_pairs ();
  g_autoptr (TalChartGeometry) geometry = NULL;

  set_value (spec, 0, 1, TAL_CHART_VALUE_UNKNOWN);
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_null (tal_chart_picture_find_mark (geometry, 0, 1));
  g_assert_nonnull (tal_chart_picture_find_mark (geometry, 1, 1));
}

/* How courses ended in 2017: 19, 4, 6, 4, 36 and 31 per cent. */
static const char *const endings[] = { "Job",   "Uddannelse", "Fleksjob", "Førtidspension",
                                       "Ledig", "Andet",      NULL };

static void
test_distribution_begins_at_zero (void)
{
  TalChartSpec *spec = create_spec (TAL_CHART_DISTRIBUTION, TAL_MEASURE_UNIT_PER_CENT, endings);
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartShape         *bar = NULL;

  add_series (spec, "2017", (const gint64[]){ 190, 40, 60, 40, 360, 310 });
  spec->zoomed = TRUE;
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  bar = tal_chart_picture_find_mark (geometry, 0, 0);
  tal_chart_picture_assert_near (bar->box.x, geometry->plot.x);
  tal_chart_picture_assert_near (bar->box.width * 36 / 19,
                                 tal_chart_picture_find_mark (geometry, 0, 4)->box.width);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "36,0\302\240pct."));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "Førtidspension"));
}

static void
test_distribution_below_zero_goes_the_other_way (void)
{
  static const char *const labels[] = { "Fald", "Stigning", NULL };
  TalChartSpec *spec = create_spec (TAL_CHART_DISTRIBUTION, TAL_MEASURE_UNIT_COUNT, labels);
  g_autoptr (TalChartGeometry) geometry = NULL;
  TalChartBox                  fall;

  add_series (spec, "2017", (const gint64[]){ -100, 300 });
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  fall = tal_chart_picture_find_mark (geometry, 0, 0)->box;
  tal_chart_picture_assert_near (fall.x + fall.width,
                                 tal_chart_picture_find_mark (geometry, 0, 1)->box.x);
  g_assert_cmpfloat (tal_chart_picture_find_text (geometry, "\342\210\22210,0")->box.x, <, fall.x);
}

static void
test_distribution_has_the_last_year_darkest (void)
{
  TalChartSpec *spec = create_spec (TAL_CHART_DISTRIBUTION, TAL_MEASURE_UNIT_PER_CENT, endings);
  g_autoptr (TalChartGeometry) geometry = NULL;

  add_series (spec, "2016", (const gint64[]){ 170, 50, 70, 50, 350, 310 });
  add_series (spec, "2017", (const gint64[]){ 190, 40, 60, 40, 360, 310 });
  set_value (spec, 1, 0, tal_chart_picture_preliminary (190, 1));
  set_value (spec, 1, 1, TAL_CHART_VALUE_UNKNOWN);
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 1, 2)->fill, ==, TAL_CHART_INK_SERIES);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 2)->fill, ==, TAL_CHART_INK_REST);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 1, 0)->texture, ==,
                   TAL_CHART_TEXTURE_HATCHED);
  g_assert_null (tal_chart_picture_find_mark (geometry, 1, 1));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, ".."));
}

static void
test_dots_are_rings_where_they_rest_on_few (void)
{
  static const char *const     labels[] = { "Incita", "Markman", NULL };
  TalChartSpec                *spec = create_spec (TAL_CHART_DOTS, TAL_MEASURE_UNIT_RATIO, labels);
  g_autoptr (TalChartGeometry) geometry = NULL;
  TalChartPosition            *few = g_ptr_array_index (spec->positions, 1);

  few->hollow = TRUE;
  few->detail = g_strdup ("11 forløb");
  add_series (spec, "placeringer", (const gint64[]){ 1, 2 });
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 0)->fill, ==, TAL_CHART_INK_SERIES);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 1)->fill, ==, TAL_CHART_INK_GROUND);
  tal_chart_picture_assert_near (tal_chart_picture_find_text (geometry, "11 forløb")->box.x +
                                     tal_chart_picture_find_text (geometry, "11 forløb")->box.width,
                                 WIDTH - TAL_CHART_MARGIN);
}

/* 31 after practice and 24 directly are 55. */
static TalChartSpec *
create_sum (void)
{
  static const char *const labels[] = { "efter praktik", "direkte i job", NULL };
  TalChartSpec            *spec = create_spec (TAL_CHART_SUM, TAL_MEASURE_UNIT_PERSONS, labels);

  add_series (spec, "borgere", (const gint64[]){ 310, 240 });
  set_value (spec, 0, 0, tal_chart_picture_value (31, 0));
  set_value (spec, 0, 1, tal_chart_picture_value (24, 0));
  return spec;
}

static void
test_sum_is_written_behind_its_parts (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_sum (), FALSE, WIDTH, HEIGHT);
  TalChartBox first = tal_chart_picture_find_mark (geometry, 0, 0)->box;

  g_assert_nonnull (tal_chart_picture_find_text (geometry, "55 i alt"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "31"));
  tal_chart_picture_assert_near (tal_chart_picture_find_text (geometry, "efter praktik")->box.x,
                                 first.x);
  tal_chart_picture_assert_near (tal_chart_picture_find_spot (geometry, 0, 1)->value, 55);
}

static void
test_sum_stands_a_little_above_the_middle (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_sum (), FALSE, WIDTH, HEIGHT);
  TalChartBox box = tal_chart_picture_find_mark (geometry, 0, 0)->box;

  g_assert_cmpfloat (box.y, >, HEIGHT / 4);
  g_assert_cmpfloat (box.y + box.height / 2, <, HEIGHT / 2);
}

static void
test_sum_of_an_unknown_part_is_not_written (void)
{
  TalChartSpec                *spec = create_sum ();
  g_autoptr (TalChartGeometry) geometry = NULL;

  set_value (spec, 0, 1, TAL_CHART_VALUE_UNKNOWN);
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_null (tal_chart_picture_find_text (geometry, "55 i alt"));
  g_assert_null (tal_chart_picture_find_text (geometry, "31 i alt"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, ".."));
}

/* 545 took part, 87 went directly to work; of 268 in practice 110 found work. */
static TalChartSpec *
create_funnel (void)
{
  static const char *const labels[] = { "Deltagere", "direkte i job", "I praktik", "I job", NULL };
  static const gint64      values[] = { 545, 87, 268, 110 };
  TalChartSpec            *spec = create_spec (TAL_CHART_FUNNEL, TAL_MEASURE_UNIT_PERSONS, labels);
  TalChartPosition        *branch = g_ptr_array_index (spec->positions, 1);

  branch->place = TAL_CHART_PLACE_BRANCH;
  add_series (spec, "borgere", values);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    set_value (spec, 0, i, tal_chart_picture_value (values[i], 0));
  return spec;
}

static void
test_funnel_says_the_share_of_each_stage (void)
{
  g_autoptr (TalChartGeometry) geometry =
      tal_chart_picture_lay_out (create_funnel (), FALSE, WIDTH, HEIGHT);
  const TalChartShape *stage = tal_chart_picture_find_mark (geometry, 0, 2);
  const TalChartShape *branch = tal_chart_picture_find_mark (geometry, 0, 1);

  g_assert_nonnull (tal_chart_picture_find_text (geometry, "49\302\240pct."));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "41\302\240pct."));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "87 direkte i job"));
  /* Beside the next stage, on the same measure. */
  tal_chart_picture_assert_near (branch->box.y, stage->box.y);
  g_assert_cmpfloat (branch->box.x, >, stage->box.x + stage->box.width);
  tal_chart_picture_assert_near (branch->box.width * 268 / 87, stage->box.width);
}

static void
test_funnel_is_silent_of_a_share_of_nothing_known (void)
{
  TalChartSpec                *spec = create_funnel ();
  g_autoptr (TalChartGeometry) geometry = NULL;

  set_value (spec, 0, 0, TAL_CHART_VALUE_UNKNOWN);
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_null (tal_chart_picture_find_text (geometry, "49\302\240pct."));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "41\302\240pct."));
}

static const struct
{
  const char *claim;
  void (*test) (void);
} claims[] = {
  { "mix-parts-follow-one-another", test_mix_parts_follow_one_another },
  { "mix-stays-open-where-a-part-is-masked", test_mix_stays_open_where_a_part_is_masked },
  { "mix-has-textures-in-grey-print", test_mix_has_textures_in_grey_print },
  { "dumbbell-is-a-ring-and-a-dot", test_dumbbell_is_a_ring_and_a_dot },
  { "dumbbell-says-where-its-axis-begins", test_dumbbell_says_where_its_axis_begins },
  { "dumbbell-writes-both-figures-of-dots-that-touch",
    test_dumbbell_writes_both_figures_of_dots_that_touch },
  { "dumbbell-has-one-side-where-the-other-is-missing",
    test_dumbbell_has_one_side_where_the_other_is_missing },
  { "distribution-begins-at-zero", test_distribution_begins_at_zero },
  { "distribution-below-zero-goes-the-other-way", test_distribution_below_zero_goes_the_other_way },
  { "distribution-has-the-last-year-darkest", test_distribution_has_the_last_year_darkest },
  { "dots-are-rings-where-they-rest-on-few", test_dots_are_rings_where_they_rest_on_few },
  { "sum-is-written-behind-its-parts", test_sum_is_written_behind_its_parts },
  { "sum-stands-a-little-above-the-middle", test_sum_stands_a_little_above_the_middle },
  { "sum-of-an-unknown-part-is-not-written", test_sum_of_an_unknown_part_is_not_written },
  { "funnel-says-the-share-of-each-stage", test_funnel_says_the_share_of_each_stage },
  { "funnel-is-silent-of-a-share-of-nothing-known",
    test_funnel_is_silent_of_a_share_of_nothing_known },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/layout-things/%s", claims[i].claim);

      g_test_add_func (path, claims[i].test);
    }
  return g_test_run ();
}
