/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/memory-collection.h"
#include "exchange/tal-figure-pack.h"

static TalObservation *
make_figure (guint series, guint month, gint64 value)
{
  TalPeriod       period = TAL_PERIOD_UNSET;
  TalObservation *figure = NULL;

  g_assert_true (tal_period_from_number (TAL_PERIOD_MONTH, 2019 + (int)month / 12,
                                         (int)month % 12 + 1, &period));
  figure = tal_observation_new (make_id (series), period, TAL_DECIMAL (value, 0));
  return figure;
}

static gboolean
add (TalFigurePack *pack, guint series, guint month, gint64 value, guint line)
{
  g_autoptr (TalRecord) figure = (TalRecord *)make_figure (series, month, value);

  return tal_figure_pack_add (pack, (TalObservation *)figure, line);
}

static void
test_figure_pack_gives_back_what_it_got (void)
{
  g_autoptr (TalFigurePack) pack = tal_figure_pack_new ();
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);

  for (guint i = 0; i < 1000; i++)
    {
      TalObservation *figure = make_figure (1 + i / 100, i % 100, -5 + (gint64)i);

      if (i % 11 == 0)
        figure->value = TAL_DECIMAL_NONE;
      figure->missing = i % 11 == 0 ? TAL_MISSING_WITHHELD : TAL_MISSING_NOT;
      figure->state = (TalFigureState)(i % 3);
      figure->approximation = (TalApproximation)(i % 7);
      figure->kept = i % 5 == 0;
      figure->as_of = i % 13 == 0 ? TAL_DAY_FIRST : TAL_DAY_NONE;
      figure->note = i % 17 == 0 ? g_strdup_printf ("Note %u", i) : NULL;
      figure->record.changed_at = i % 2 == 0 ? TAL_TIME_NONE : (TalTime)i;
      figure->record.changed_by = i % 3 == 0 ? NULL : g_strdup_printf ("Forfatter %u", i % 4);
      figure->record.versions = i % 19 == 0 ? tal_versions_new (make_id (9), i) : NULL;
      g_ptr_array_add (figures, figure);
      g_assert_true (tal_figure_pack_add (pack, figure, i + 1));
    }

  tal_figure_pack_sort (pack);
  g_assert_cmpuint (tal_figure_pack_get_length (pack), ==, 1000);
  g_assert_cmpuint (tal_figure_pack_get_n_series (pack), ==, 10);
  for (guint i = 0; i < 1000; i++)
    {
      TalObservation view;

      tal_figure_pack_view (pack, i / 100, i % 100, &view);
      g_assert_true (tal_record_is_equal (&view.record, g_ptr_array_index (figures, i)));
      g_assert_cmpuint (tal_figure_pack_get_line (pack, i / 100, i % 100), ==, i + 1);
    }
}

/* Two that come apart, in any order, and of a series that comes again. */
static void
test_figure_pack_finds_two_of_one_period (void)
{
  g_autoptr (TalFigurePack) pack = tal_figure_pack_new ();
  TalObservation            view;

  g_assert_true (add (pack, 1, 5, 50, 1));
  g_assert_true (add (pack, 1, 3, 30, 2));
  g_assert_false (add (pack, 1, 5, 51, 3));
  g_assert_true (add (pack, 2, 5, 52, 4));
  g_assert_false (add (pack, 2, 5, 52, 5));
  g_assert_true (add (pack, 1, 4, 40, 6));
  g_assert_false (add (pack, 1, 3, 31, 7));

  tal_figure_pack_sort (pack);
  g_assert_cmpuint (tal_figure_pack_get_n_series (pack), ==, 2);
  g_assert_cmpuint (tal_figure_pack_get_n_figures (pack, 0), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      tal_figure_pack_view (pack, 0, i, &view);
      g_assert_cmpint (view.value.coefficient, ==, 30 + 10 * (gint64)i);
      g_assert_true (tal_figure_pack_has (pack, make_id (1), view.period));
    }
  g_assert_false (tal_figure_pack_has (pack, make_id (3), view.period));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/figure-pack/gives-back-what-it-got",
                   test_figure_pack_gives_back_what_it_got);
  g_test_add_func ("/exchange/figure-pack/finds-two-of-one-period",
                   test_figure_pack_finds_two_of_one_period);
  return g_test_run ();
}
