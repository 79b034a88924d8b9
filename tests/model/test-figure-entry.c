/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "model/tal-figure-entry.h"

/* A series of that unit; to be freed with tal_record_unref. */
static TalSeries *
make_series (TalMeasureUnit unit)
{
  TalSeries *series = tal_record_new (TAL_KIND_SERIES, tal_id_new ());

  series->measure_unit = unit;
  return series;
}

static const struct
{
  const char    *text;
  TalMeasureUnit unit;
  const char    *exact; /* NULL where the text is refused */
  const char    *offer;
} cases[] = {
  { "179", TAL_MEASURE_UNIT_PERSONS, "179" },
  { "1.357", TAL_MEASURE_UNIT_PERSONS, "1357" },
  { "1,357", TAL_MEASURE_UNIT_PERSONS, NULL, "1.357" }, /* a count has no decimals */
  { "1,5", TAL_MEASURE_UNIT_PERSONS, NULL },
  { "-1", TAL_MEASURE_UNIT_PERSONS, NULL },
  { "51 pct.", TAL_MEASURE_UNIT_PERSONS, NULL },
  { "3 mio. kr.", TAL_MEASURE_UNIT_PERSONS, NULL },
  { "268/545", TAL_MEASURE_UNIT_PER_CENT, NULL },
  { "8,7", TAL_MEASURE_UNIT_PER_CENT, "8.7" },
  { "8,7 pct.", TAL_MEASURE_UNIT_PER_CENT, "8.7" },
  { "8.7", TAL_MEASURE_UNIT_PER_CENT, NULL, "8,7" }, /* a dot groups thousands */
  { "3,3 mio. kr.", TAL_MEASURE_UNIT_DKK, "3300000" },
  { "mange", TAL_MEASURE_UNIT_PERSONS, NULL },
};

static void
test_figure_entry_reads_what_the_figure_asks_for (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalSeries         *series = make_series (cases[i].unit);
      g_autofree char   *exact = NULL;
      g_autofree char   *offer = NULL;
      g_autoptr (GError) error = NULL;
      TalFigureEdit      edit;

      g_test_message ("%s", cases[i].text);
      if (cases[i].exact == NULL)
        {
          g_assert_false (tal_figure_entry_parse (cases[i].text, series, &edit, &error));
          g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
          offer = tal_figure_entry_dup_offer (cases[i].text, series);
          g_assert_cmpstr (offer, ==, cases[i].offer);
        }
      else
        {
          g_assert_true (tal_figure_entry_parse (cases[i].text, series, &edit, &error));
          g_assert_no_error (error);
          g_assert_true (edit.sets_value);
          exact = tal_decimal_to_string (edit.value);
          g_assert_cmpstr (exact, ==, cases[i].exact);
        }
      tal_record_unref (&series->record);
    }
}

static void
test_figure_entry_keeps_what_is_said_beside_the_number (void)
{
  TalSeries    *series = make_series (TAL_MEASURE_UNIT_PERSONS);
  TalFigureEdit edit;

  g_assert_true (tal_figure_entry_parse ("ca. 410*", series, &edit, NULL));
  g_assert_cmpint (edit.approximation, ==, TAL_APPROXIMATION_ABOUT);
  g_assert_true (edit.sets_state);
  g_assert_cmpint (edit.state, ==, TAL_FIGURE_PRELIMINARY);

  /* Without a star the state stays as it is. */
  g_assert_true (tal_figure_entry_parse ("410", series, &edit, NULL));
  g_assert_cmpint (edit.approximation, ==, TAL_APPROXIMATION_EXACT);
  g_assert_true (edit.sets_approximation);
  g_assert_false (edit.sets_state);

  g_assert_true (tal_figure_entry_parse ("..", series, &edit, NULL));
  g_assert_cmpint (edit.missing, ==, TAL_MISSING_NOT_AVAILABLE);
  g_assert_true (tal_figure_entry_parse ("", series, &edit, NULL));
  g_assert_cmpint (edit.missing, ==, TAL_MISSING_NOT_YET_REPORTED);

  tal_record_unref (&series->record);
}

static void
test_figure_entry_reads_a_share_as_its_two_counts (void)
{
  static const struct
  {
    const char *text;
    const char *numerator; /* NULL where the text is refused */
    const char *denominator;
    gboolean    preliminary;
  } shares[] = {
    { "268/545", "268", "545" },
    { " 1.357 / 2 000* ", "1357", "2000", TRUE },
    { "0/3", "0", "3" },
    { "3/3", "3", "3" },
    { "545/268", NULL }, /* more than there are */
    { "2,5/10", NULL },
    { "-1/10", NULL },
    { "1/", NULL },
    { "49", NULL },
  };
  TalSeries *count = make_series (TAL_MEASURE_UNIT_PERSONS);

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char   *above = NULL;
      g_autofree char   *below = NULL;
      g_autoptr (GError) error = NULL;
      TalFigureEdit      numerator;
      TalFigureEdit      denominator;

      g_test_message ("%s", shares[i].text);
      if (shares[i].numerator == NULL)
        {
          g_assert_false (tal_figure_entry_parse_share (shares[i].text, count, count, &numerator,
                                                        &denominator, &error));
          g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
          continue;
        }

      g_assert_true (tal_figure_entry_is_share (shares[i].text));
      g_assert_true (tal_figure_entry_parse_share (shares[i].text, count, count, &numerator,
                                                   &denominator, &error));
      g_assert_no_error (error);
      above = tal_decimal_to_string (numerator.value);
      below = tal_decimal_to_string (denominator.value);
      g_assert_cmpstr (above, ==, shares[i].numerator);
      g_assert_cmpstr (below, ==, shares[i].denominator);
      g_assert_cmpint (numerator.sets_state, ==, shares[i].preliminary);
      g_assert_cmpint (denominator.sets_state, ==, shares[i].preliminary);
    }
  tal_record_unref (&count->record);
}

/* The star belongs to the number. */
static void
test_figure_entry_says_a_figure_in_words (void)
{
  static const struct
  {
    gint64         coefficient;
    const char    *measure;
    TalMeasureUnit unit;
    TalFigureState state;
    const char    *words;
  } figures[] = {
    { 348, "deltagere", TAL_MEASURE_UNIT_PERSONS, TAL_FIGURE_FINAL, "348\302\240deltagere" },
    { 348, "deltagere", TAL_MEASURE_UNIT_PERSONS, TAL_FIGURE_PRELIMINARY, "348*\302\240deltagere" },
    { 1, "deltagere", TAL_MEASURE_UNIT_PERSONS, TAL_FIGURE_PRELIMINARY, "1*\302\240deltager" },
    { 51, NULL, TAL_MEASURE_UNIT_PER_CENT, TAL_FIGURE_PRELIMINARY, "51\302\240pct.*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      TalSeries       *series = make_series (figures[i].unit);
      TalObservation  *observation = NULL;
      TalPeriod        period;
      g_autofree char *words = NULL;

      g_assert_true (tal_period_parse ("2026", &period, NULL));
      series->measure = g_strdup (figures[i].measure);
      observation = tal_observation_new (series->record.id, period,
                                         (TalDecimal){ figures[i].coefficient, 0 });
      observation->state = figures[i].state;
      words = tal_figure_entry_format_words (observation, series);
      g_assert_cmpstr (words, ==, figures[i].words);
      tal_record_unref (&observation->record);
      tal_record_unref (&series->record);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/figure-entry/reads-what-the-figure-asks-for",
                   test_figure_entry_reads_what_the_figure_asks_for);
  g_test_add_func ("/model/figure-entry/keeps-what-is-said-beside-the-number",
                   test_figure_entry_keeps_what_is_said_beside_the_number);
  g_test_add_func ("/model/figure-entry/reads-a-share-as-its-two-counts",
                   test_figure_entry_reads_a_share_as_its_two_counts);
  g_test_add_func ("/model/figure-entry/says-a-figure-in-words",
                   test_figure_entry_says_a_figure_in_words);
  return g_test_run ();
}
