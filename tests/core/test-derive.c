/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-derive.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

static void
assert_derives (
    Sample *sample, TalSeries *series, const char *period, int decimals, const char *expected)
{
  g_autofree char *shown = sample_derive (sample, series, period, decimals);

  g_test_message ("%s, %s", series->name, period);
  g_assert_cmpstr (shown, ==, expected);
}

static TalSeries *
add_count (Sample *sample, const char *name)
{
  return sample_add_series (sample, name, TAL_MEASURE_UNIT_PERSONS, 0);
}

/* Shares that the committee's papers print: numerator, denominator, decimals, share. */
static const struct
{
  const char *above;
  const char *below;
  int         decimals;
  const char *share;
} shares[] = {
  { "268", "545", 0, "49" },
  { "110", "268", 0, "41" },
  { "179", "348", 0, "51" },
  { "55", "348", 0, "16" }, /* printed as 17 in 2024, by mistake */
  { "984", "24208", 1, "4.1" },
  { "8048", "24208", 1, "33.2" }, /* by way of 33,25 it would be 33,3 */
  { "314", "772", 1, "40.7" },
  { "0", "545", 0, "0" },
  { "1", "8", 0, "13" }, /* halves away from zero */
  { "268*", "545", 0, "49*" },
  { "268", "545~", 0, "49~" },
  { "268*", "545~", 0, "49~" }, /* the weaker of both */
  { "ca. 268", "545", 0, "ca. 49" },
  { "268", "0", 0, "not-available" }, /* nothing to divide by */
  { "withheld", "545", 0, "withheld" },
  { "268", "not-applicable", 0, "not-applicable" },
  { "withheld", "not-applicable", 0, "withheld" },
  { "268", NULL, 0, "not-available" },
  { NULL, NULL, 0, "unfound" },
};

static void
test_derive_ratio_is_exact_and_as_sure_as_its_parts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *above = add_count (sample, "I virksomhedsplacering");
      TalSeries         *below = add_count (sample, "Deltagere");
      TalSeries         *share = sample_add_share (sample, above, below);

      if (shares[i].above != NULL)
        sample_enter (sample, above, "2023", shares[i].above);
      if (shares[i].below != NULL)
        sample_enter (sample, below, "2023", shares[i].below);
      g_test_message ("%s of %s", shares[i].above, shares[i].below);
      assert_derives (sample, share, "2023", shares[i].decimals, shares[i].share);
    }
}

/* The 2018 status: all groups, less the employed among those visited to a flexible job. */
static void
test_derive_sum_adds_and_subtracts (void)
{
  static const struct
  {
    const char *name;
    TalTermSign sign;
    const char *values[3];
  } groups[] = {
    { "Aktivitetsparate", TAL_TERM_PLUS, { "14644", "12982", "12124" } },
    { "Fleksjobsvisiterede i alt", TAL_TERM_PLUS, { "2840", "2849", "3016" } },
    { "Heraf i beskæftigelse", TAL_TERM_MINUS, { "2026", "2140", "2351" } },
    { "Ressourceforløb", TAL_TERM_PLUS, { "1326", "2183", "2648" } },
    { "Revalidering", TAL_TERM_PLUS, { "450", "427", "352" } },
  };
  static const char *const periods[] = { "2015-Q4", "2016-Q4", "2017-Q4" };
  g_autoptr (Sample)       sample = sample_new ();
  TalSeries               *sum = add_count (sample, "Udsatte borgere i alt");
  TalSeries               *change = add_count (sample, "Ændring");
  TalSeries *part_of = sample_add_series (sample, "Ændring i pct.", TAL_MEASURE_UNIT_PER_CENT, 1);

  sum->basis = TAL_BASIS_SUM;
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      TalSeries *group = add_count (sample, groups[i].name);

      sample_add_term (sum, group, groups[i].sign, TAL_TERM_ABOVE);
      for (guint j = 0; j < 3; j++)
        sample_enter (sample, group, periods[j], groups[i].values[j]);
    }
  change->basis = TAL_BASIS_CHANGE;
  change->lag = 8;
  sample_add_term (change, sum, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  part_of->basis = TAL_BASIS_RELATIVE_CHANGE;
  part_of->lag = 8;
  part_of->factor = TAL_DECIMAL (100, 0);
  sample_add_term (part_of, sum, TAL_TERM_PLUS, TAL_TERM_ABOVE);

  assert_derives (sample, sum, "2015-Q4", 0, "17234");
  assert_derives (sample, sum, "2016-Q4", 0, "16301");
  assert_derives (sample, sum, "2017-Q4", 0, "15789");
  assert_derives (sample, change, "2017-Q4", 0, "-1445");
  assert_derives (sample, part_of, "2017-Q4", 1, "-8.4");
  assert_derives (sample, change, "2016-Q4", 0, "not-available"); /* no figure two years before */
  assert_derives (sample, sum, "2014-Q4", 0, "unfound");
}

/* From Jobindsats' figures of two years: 0 back means 1 back. */
static void
test_derive_change_looks_back_by_its_lag (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int         lag;
    TalBasis    basis;
    const char *period;
    const char *expected;
  } cases[] = {
    { "14644", "12124", 1, TAL_BASIS_CHANGE, "2017", "-2520.0" },
    { "14644", "12124", 0, TAL_BASIS_CHANGE, "2017", "-2520.0" },
    { "14644", "12124", 2, TAL_BASIS_CHANGE, "2017", "not-available" },
    { "14644", "12124", 0, TAL_BASIS_RELATIVE_CHANGE, "2017", "-17.2" },
    { "2840", "3016", 0, TAL_BASIS_RELATIVE_CHANGE, "2017", "6.2" },
    { "2026", "2351", 0, TAL_BASIS_RELATIVE_CHANGE, "2017", "16.0" },
    { "142", "263", 0, TAL_BASIS_RELATIVE_CHANGE, "2017", "85.2" },
    { "0", "263", 0, TAL_BASIS_RELATIVE_CHANGE, "2017", "not-available" },
    { "0", "263", 0, TAL_BASIS_CHANGE, "2017", "263.0" },
    { "300*", "453", 0, TAL_BASIS_CHANGE, "2017", "153.0*" },
    { "300*", "453", 0, TAL_BASIS_RELATIVE_CHANGE, "2017", "51.0*" },
    { "withheld", "453", 0, TAL_BASIS_CHANGE, "2017", "withheld" },
    { "300", "453", 0, TAL_BASIS_CHANGE, "2016", "not-available" },
    { "300", "453", 0, TAL_BASIS_CHANGE, "1000", "unfound" }, /* before the calendar */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *entered = add_count (sample, "Tilkendelser");
      TalSeries         *change = add_count (sample, "Ændring");

      change->basis = cases[i].basis;
      change->lag = cases[i].lag;
      if (cases[i].basis == TAL_BASIS_RELATIVE_CHANGE)
        change->factor = TAL_DECIMAL (100, 0);
      sample_add_term (change, entered, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      sample_enter (sample, entered, "2016", cases[i].from);
      sample_enter (sample, entered, "2017", cases[i].to);
      assert_derives (sample, change, cases[i].period, 1, cases[i].expected);
    }
}

/* The change of a quarter since the one before, where a new register begins on a day. */
static const struct
{
  const char *own;   /* break of the change itself */
  const char *part;  /* of one part of the sum that it is the change of */
  const char *other; /* of a series that the part only should agree with */
  const char *expected;
} broken_changes[] = {
  { NULL, NULL, NULL, "153" },
  { "2017-07-01", NULL, NULL, "not-applicable" },
  { NULL, "2017-07-01", NULL, "not-applicable" },
  { NULL, NULL, "2017-07-01", "153" },
  { NULL, "2017-08-15", NULL, "not-applicable" }, /* within the later quarter */
  { NULL, "2017-09-30", NULL, "not-applicable" }, /* its last day */
  { NULL, "2017-10-01", NULL, "153" },
  { NULL, "2017-06-30", NULL, "153" }, /* the earlier quarter is of the new kind already */
  { "2010-01-01", "2020-01-01", NULL, "153" },
};

static void
break_where (TalSeries *series, const char *day)
{
  if (day != NULL)
    tal_series_add_break (series, sample_day (day), "nyt ledighedsregister");
}

static void
test_derive_has_no_change_across_a_break (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken_changes); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *part = add_count (sample, "Ledige");
      TalSeries         *rest = add_count (sample, "Andre");
      TalSeries         *other = add_count (sample, "Ledige i alt");
      TalSeries         *sum = add_count (sample, "I alt");
      TalSeries         *change = add_count (sample, "Ændring");
      TalSeries         *part_of = add_count (sample, "Ændring i pct.");

      part->agreement = TAL_AGREEMENT_PARTS;
      sample_add_term (part, other, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      sum->basis = TAL_BASIS_SUM;
      sample_add_term (sum, rest, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      sample_add_term (sum, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      change->basis = TAL_BASIS_CHANGE;
      sample_add_term (change, sum, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      part_of->basis = TAL_BASIS_RELATIVE_CHANGE;
      part_of->factor = TAL_DECIMAL (300, 0);
      sample_add_term (part_of, sum, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      break_where (change, broken_changes[i].own);
      break_where (part_of, broken_changes[i].own);
      break_where (part, broken_changes[i].part);
      break_where (other, broken_changes[i].other);
      sample_enter (sample, part, "2017-Q2", "200");
      sample_enter (sample, rest, "2017-Q2", "100");
      sample_enter (sample, part, "2017-Q3", "350");
      sample_enter (sample, rest, "2017-Q3", "103");

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      assert_derives (sample, change, "2017-Q3", 0, broken_changes[i].expected);
      assert_derives (sample, part_of, "2017-Q3", 0, broken_changes[i].expected);
      assert_derives (sample, sum, "2017-Q3", 0, "453");
      assert_derives (sample, change, "2017-Q2", 0, "not-available"); /* none before */
    }
}

static const struct
{
  TalRollUp   how;
  const char *period;
  const char *expected;
} roll_ups[] = {
  { TAL_ROLL_UP_NONE, "2022", "unfound" },
  { TAL_ROLL_UP_SUM, "2022", "1000.0~" }, /* as sure as the weakest quarter */
  { TAL_ROLL_UP_MEAN, "2022", "250.0~" },
  { TAL_ROLL_UP_LAST, "2022", "400.0~" },
  { TAL_ROLL_UP_SUM, "2022-H1", "300.0*" },
  { TAL_ROLL_UP_SUM, "2022-Q1", "100*" }, /* entered: not rolled up from its months */
  { TAL_ROLL_UP_SUM, "2022-Q2/2022-Q3", "500.0*" },
  { TAL_ROLL_UP_SUM, "2022-01/2022-02", "21.0" },
  { TAL_ROLL_UP_MEAN, "2022-01/2022-02", "10.5" },
  { TAL_ROLL_UP_LAST, "2022-01/2022-02", "11.0" },
  { TAL_ROLL_UP_SUM, "2022-02/2022-03", "unfound" }, /* March is withheld */
  { TAL_ROLL_UP_SUM, "2022-03", "withheld" },
  { TAL_ROLL_UP_SUM, "2021", "unfound" },
  { TAL_ROLL_UP_SUM, "2022/2023", "unfound" }, /* 2023 has no quarters yet */
  { TAL_ROLL_UP_SUM, "2022-01-01/2022-01-15", "unfound" },
};

static void
test_derive_rolls_up_only_as_the_series_says (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roll_ups); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *entered = add_count (sample, "Deltagere");

      entered->roll_up = roll_ups[i].how;
      sample_enter (sample, entered, "2022-Q1", "100*");
      sample_enter (sample, entered, "2022-Q2", "200");
      sample_enter (sample, entered, "2022-Q3", "300*");
      sample_enter (sample, entered, "2022-Q4", "400~");
      sample_enter (sample, entered, "2022-01", "10");
      sample_enter (sample, entered, "2022-02", "11");
      sample_enter (sample, entered, "2022-03", "withheld");
      assert_derives (sample, entered, roll_ups[i].period, 1, roll_ups[i].expected);
    }
}

static void
test_derive_keeps_a_typed_value_as_typed (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries *share = sample_add_series (sample, "Udeblivelser", TAL_MEASURE_UNIT_PER_CENT, 0);
  TalDecimal shown = TAL_DECIMAL_NONE;
  TalFigure  figure = { 0 };

  sample_enter (sample, share, "2018", "8.70");
  g_assert_true (tal_derive_figure (sample_get_catalogue (sample), &sample->source, share,
                                    sample_period ("2018"), &figure, NULL));
  g_assert_false (figure.computed);
  g_assert_true (tal_figure_get_decimal (&figure, 0, &shown));
  g_assert_true (tal_decimal_is_identical (shown, TAL_DECIMAL (870, 2)));

  figure = TAL_FIGURE_UNFOUND;
  g_assert_false (tal_figure_is_known (&figure));
  g_assert_false (tal_figure_get_decimal (&figure, 0, &shown));
  figure = (TalFigure){ 0 }; /* nothing said, not even that it is missing */
  g_assert_false (tal_figure_get_decimal (&figure, 0, &shown));
}

static void
test_derive_expects_the_latest_of_its_parts (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *above = add_count (sample, "I job");
  TalSeries         *below = add_count (sample, "Ledige");
  TalSeries         *share = sample_add_share (sample, above, below);
  TalFigure          figure = { 0 };

  sample_enter (sample, above, "2018", "29*")->final_expected = sample_day ("2019-06-15");
  sample_enter (sample, below, "2018", "100*")->final_expected = sample_day ("2019-03-01");
  g_assert_true (tal_derive_figure (sample_get_catalogue (sample), &sample->source, share,
                                    sample_period ("2018"), &figure, NULL));
  g_assert_cmpint (figure.final_expected, ==, sample_day ("2019-06-15"));
  g_assert_true (figure.computed);
}

static void
test_derive_sums_one_side_of_the_line (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *above = add_count (sample, "I beskæftigelse");
  TalSeries         *share = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
  TalFigure          figure = { 0 };

  /* 21 pct., 31 borgere, and of how many the paper does not say. */
  sample_add_term (share, above, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_enter (sample, share, "2023", "21");
  sample_enter (sample, above, "2023", "31");
  g_assert_true (tal_derive_sum (sample_get_catalogue (sample), &sample->source, share,
                                 TAL_TERM_ABOVE, sample_period ("2023"), &figure, NULL));
  g_assert_true (tal_figure_is_known (&figure));
  g_assert_cmpint (tal_fraction_compare (figure.value, tal_fraction_from_integer (31)), ==, 0);
  g_assert_true (tal_derive_sum (sample_get_catalogue (sample), &sample->source, share,
                                 TAL_TERM_BELOW, sample_period ("2023"), &figure, NULL));
  g_assert_false (figure.found);
  assert_derives (sample, share, "2023", 0, "21");
}

static void
assert_refused (Sample *sample, const TalSeries *series, int code)
{
  g_autoptr (GError) error = NULL;
  TalFigure          figure = { .final_expected = 42 };
  gint64             started = g_get_monotonic_time ();

  g_assert_false (tal_derive_figure (sample_get_catalogue (sample), &sample->source, series,
                                     sample_period ("2023"), &figure, &error));
  g_assert_error (error, TAL_ERROR, code);
  g_assert_cmpint (figure.final_expected, ==, 42);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 5 * G_USEC_PER_SEC);
}

static void
test_derive_refuses_rings_and_what_is_not_there (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  TalSeries            *alone = add_count (sample, "Sig selv");
  TalSeries            *first = add_count (sample, "Høne");
  TalSeries            *second = add_count (sample, "Æg");
  TalSeries            *hollow = add_count (sample, "Af ingenting");
  g_autoptr (TalRecord) missing = tal_record_new (TAL_KIND_SERIES, tal_id_new ());
  g_autoptr (GPtrArray) entered = NULL;

  alone->basis = first->basis = second->basis = hollow->basis = TAL_BASIS_SUM;
  sample_add_term (alone, alone, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_term (first, second, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_term (second, first, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_term (hollow, TAL_SERIES (missing), TAL_TERM_PLUS, TAL_TERM_ABOVE);

  assert_refused (sample, alone, TAL_ERROR_DAMAGED);
  assert_refused (sample, first, TAL_ERROR_DAMAGED);
  assert_refused (sample, hollow, TAL_ERROR_DAMAGED);
  entered = tal_derive_list_entered (sample_get_catalogue (sample), first);
  g_assert_cmpuint (entered->len, ==, 0);

  sample->unreadable = TRUE;
  g_ptr_array_unref (g_steal_pointer (&entered));
  assert_refused (sample, hollow, TAL_ERROR_DAMAGED);
}

/* A chain of sums upon one entered series, each with 'width' times the one below. */
static TalSeries *
add_chain (Sample *sample, guint length, guint width)
{
  TalSeries *below = add_count (sample, "Nederst");

  sample_enter (sample, below, "2023", "1");
  for (guint i = 1; i < length; i++)
    {
      TalSeries *next = add_count (sample, "Næste");

      next->basis = TAL_BASIS_SUM;
      for (guint j = 0; j < width; j++)
        sample_add_term (next, below, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      below = next;
    }

  return below;
}

static void
test_derive_ends_in_wide_and_deep_series (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  TalSeries            *deepest = add_chain (sample, TAL_DERIVE_MAX_DEPTH, 1);
  TalSeries            *too_deep = add_chain (sample, TAL_DERIVE_MAX_DEPTH + 1, 1);
  TalSeries            *wide = add_chain (sample, 12, 2);
  TalSeries            *too_wide = add_chain (sample, 30, 2);
  g_autoptr (GPtrArray) entered = NULL;

  assert_derives (sample, deepest, "2023", 0, "1");
  assert_derives (sample, wide, "2023", 0, "2048");
  assert_refused (sample, too_deep, TAL_ERROR_DAMAGED);
  assert_refused (sample, too_wide, TAL_ERROR_DAMAGED);
  entered = tal_derive_list_entered (sample_get_catalogue (sample), too_wide);
  g_assert_cmpuint (entered->len, ==, 1);
}

static void
test_derive_hands_on_the_error_of_its_runs (void)
{
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GError) error = NULL;
  TalSeries         *above = add_count (sample, "I job");
  TalSeries         *share = sample_add_share (sample, above, add_count (sample, "Ledige"));

  sample->unreadable = TRUE;
  assert_refused (sample, above, TAL_ERROR_BUSY);
  assert_refused (sample, share, TAL_ERROR_BUSY);
  g_assert_null (
      tal_derive_list_periods (sample_get_catalogue (sample), &sample->source, share, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_BUSY);
}

static void
test_derive_lists_each_period_once (void)
{
  static const char *const expected[] = { "2022", "2023-Q1", "2023-12", "2023" };
  g_autoptr (Sample)       sample = sample_new ();
  TalSeries               *above = add_count (sample, "I job");
  TalSeries               *below = add_count (sample, "Ledige");
  TalSeries               *share = sample_add_share (sample, above, below);
  g_autoptr (GArray)       periods = NULL;

  sample_enter (sample, above, "2023", "1");
  sample_enter (sample, above, "2022", "withheld");
  sample_enter (sample, above, "2023-Q1", "1");
  sample_enter (sample, below, "2023-12", "1");
  sample_enter (sample, below, "2023", "1");
  sample_enter (sample, below, "2022", "1");
  periods = tal_derive_list_periods (sample_get_catalogue (sample), &sample->source, share, NULL);
  g_assert_cmpuint (periods->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < periods->len; i++)
    {
      g_autofree char *text = tal_period_to_string (g_array_index (periods, TalPeriod, i));

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/derive/ratio-is-exact-and-as-sure-as-its-parts",
                   test_derive_ratio_is_exact_and_as_sure_as_its_parts);
  g_test_add_func ("/core/derive/sum-adds-and-subtracts", test_derive_sum_adds_and_subtracts);
  g_test_add_func ("/core/derive/change-looks-back-by-its-lag",
                   test_derive_change_looks_back_by_its_lag);
  g_test_add_func ("/core/derive/has-no-change-across-a-break",
                   test_derive_has_no_change_across_a_break);
  g_test_add_func ("/core/derive/rolls-up-only-as-the-series-says",
                   test_derive_rolls_up_only_as_the_series_says);
  g_test_add_func ("/core/derive/keeps-a-typed-value-as-typed",
                   test_derive_keeps_a_typed_value_as_typed);
  g_test_add_func ("/core/derive/expects-the-latest-of-its-parts",
                   test_derive_expects_the_latest_of_its_parts);
  g_test_add_func ("/core/derive/sums-one-side-of-the-line", test_derive_sums_one_side_of_the_line);
  g_test_add_func ("/core/derive/refuses-rings-and-what-is-not-there",
                   test_derive_refuses_rings_and_what_is_not_there);
  g_test_add_func ("/core/derive/ends-in-wide-and-deep-series",
                   test_derive_ends_in_wide_and_deep_series);
  g_test_add_func ("/core/derive/hands-on-the-error-of-its-runs",
                   test_derive_hands_on_the_error_of_its_runs);
  g_test_add_func ("/core/derive/lists-each-period-once", test_derive_lists_each_period_once);

  return g_test_run ();
}
