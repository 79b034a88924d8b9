/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-period.h"

#include <glib.h>
#include <locale.h>

static TalPeriod
make_period (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalPeriod          period = TAL_PERIOD_UNSET;

  tal_period_parse (text, &period, &error);
  g_assert_no_error (error);

  return period;
}

static TalDay
make_day (const char *text)
{
  TalDay day = TAL_DAY_NONE;

  g_assert_true (tal_day_parse (text, &day, NULL));

  return day;
}

static void
assert_text (TalPeriod period, const char *expected)
{
  g_autofree char *text = tal_period_is_set (period) ? tal_period_to_string (period) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_period_takes_the_kind_of_its_days (void)
{
  static const struct
  {
    const char   *first;
    const char   *last;
    TalPeriodKind kind;
    const char   *text;
  } cases[] = {
    { "2017-01-01", "2017-12-31", TAL_PERIOD_YEAR, "2017" },
    { "2017-01-01", "2017-06-30", TAL_PERIOD_HALF_YEAR, "2017-H1" },
    { "2017-07-01", "2017-12-31", TAL_PERIOD_HALF_YEAR, "2017-H2" },
    { "2017-10-01", "2017-12-31", TAL_PERIOD_QUARTER, "2017-Q4" },
    { "2017-02-01", "2017-04-30", TAL_PERIOD_RANGE, "2017-02-01/2017-04-30" },
    { "2017-04-01", "2017-09-30", TAL_PERIOD_RANGE, "2017-04-01/2017-09-30" },
    { "2016-07-01", "2017-06-30", TAL_PERIOD_RANGE, "2016-07-01/2017-06-30" }, /* twelve months */
    { "2017-01-01", "2017-02-28", TAL_PERIOD_RANGE, "2017-01-01/2017-02-28" },
    { "2016-02-01", "2016-02-29", TAL_PERIOD_MONTH, "2016-02" },
    { "2016-02-01", "2016-02-28", TAL_PERIOD_RANGE, "2016-02-01/2016-02-28" }, /* a day short */
    { "2017-01-30", "2017-02-05", TAL_PERIOD_WEEK, "2017-W05" },
    { "2017-01-29", "2017-02-04", TAL_PERIOD_RANGE, "2017-01-29/2017-02-04" }, /* from a Sunday */
    { "2021-01-04", "2021-01-10", TAL_PERIOD_WEEK, "2021-W01" },
    { "2020-12-28", "2021-01-03", TAL_PERIOD_WEEK, "2020-W53" },
    { "2018-12-31", "2019-01-06", TAL_PERIOD_WEEK, "2019-W01" },
    { "2018-09-01", "2018-09-01", TAL_PERIOD_DAY, "2018-09-01" },
    { "2017-01-01", "2018-12-31", TAL_PERIOD_RANGE, "2017-01-01/2018-12-31" },
    { "9999-01-01", "9999-12-31", TAL_PERIOD_YEAR, "9999" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalPeriod period = tal_period_new (make_day (cases[i].first), make_day (cases[i].last));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (period.kind, ==, cases[i].kind);
      assert_text (period, cases[i].text);
      g_assert_true (tal_period_is_equal (make_period (cases[i].text), period));
      g_assert_cmpint (make_period (cases[i].text).kind, ==, cases[i].kind);
    }
}

static void
test_period_reads_ranges_of_named_periods (void)
{
  static const struct
  {
    const char *text;
    const char *again;
  } cases[] = {
    { "2017/2018", "2017-01-01/2018-12-31" },
    { "2017-01/2018-07", "2017-01-01/2018-07-31" },
    { "2017-Q1/2017-Q2", "2017-H1" },
    { "2017-01-01/2017-12-31", "2017" }, /* a range that is a named period is that period */
    { "2017/2017", "2017" },
    { "2017-W05/2017-W06", "2017-01-30/2017-02-12" },
    { "2017-01-15/2018", "2017-01-15/2018-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (make_period (cases[i].text), cases[i].again);
}

static void
test_period_refuses_what_is_no_period (void)
{
  static const char *texts[] = {
    "",
    "17",
    "0999",
    "2017 ",
    "2017-",
    "2017-1",
    "2017-00",
    "2017-13",
    "2017-H0",
    "2017-H3",
    "2017-Q5",
    "2017-q4",
    "2017Q4",
    "2017-W00",
    "2017-W53", /* 2017 has 52 weeks */
    "2017-W5",
    "2017-02-29",
    "2017-001",
    "/",
    "2017/",
    "/2017",
    "2018/2017",
    "2017/2018/2019",
    "2017/2017-03", /* ends before its first period does */
    "202-2021",
    "1000-W01", /* begins in 999 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TalPeriod          period = { TAL_PERIOD_DAY, 42, 42 };

      g_test_message ("%s", texts[i]);
      g_assert_false (tal_period_parse (texts[i], &period, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
      g_assert_cmpint (period.first, ==, 42);
    }
}

static void
test_period_numbers_only_what_exists (void)
{
  static const struct
  {
    TalPeriodKind kind;
    int           year;
    int           number;
    const char   *text; /* NULL where there is none */
  } cases[] = {
    { TAL_PERIOD_YEAR, 2017, 1, "2017" },
    { TAL_PERIOD_YEAR, 2017, 2, NULL },
    { TAL_PERIOD_YEAR, 999, 1, NULL },
    { TAL_PERIOD_YEAR, 10000, 1, NULL },
    { TAL_PERIOD_HALF_YEAR, 2017, 2, "2017-H2" },
    { TAL_PERIOD_QUARTER, 2017, 4, "2017-Q4" },
    { TAL_PERIOD_QUARTER, 2017, 5, NULL },
    { TAL_PERIOD_QUARTER, 2017, 0, NULL },
    { TAL_PERIOD_MONTH, 2016, 2, "2016-02" },
    { TAL_PERIOD_MONTH, 2016, -1, NULL },
    { TAL_PERIOD_WEEK, 2020, 53, "2020-W53" },
    { TAL_PERIOD_WEEK, 2021, 53, NULL },
    { TAL_PERIOD_WEEK, 2021, 1, "2021-W01" },
    { TAL_PERIOD_WEEK, 2021, 54, NULL },
    { TAL_PERIOD_WEEK, 2021, G_MAXINT, NULL },
    { TAL_PERIOD_WEEK, 9999, 52, NULL }, /* ends in the year after the last */
    { TAL_PERIOD_DAY, 2016, 366, "2016-12-31" },
    { TAL_PERIOD_DAY, 2017, 366, NULL },
    { TAL_PERIOD_RANGE, 2017, 1, NULL },
    { TAL_PERIOD_NONE, 2017, 1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalPeriod period = TAL_PERIOD_UNSET;

      g_test_message ("%d, %d, %d", (int)cases[i].kind, cases[i].year, cases[i].number);
      g_assert_cmpint (tal_period_from_number (cases[i].kind, cases[i].year, cases[i].number,
                                               &period),
                       ==, cases[i].text != NULL);
      assert_text (period, cases[i].text);
    }
}

static void
test_period_orders_as_newest_counts (void)
{
  static const char *ascending[] = {
    "2016",    "2017-03", "2017-11-30", "2017-11",   "2017-12-31",
    "2017-12", /* the longer of two that end together is later */
    "2017-Q4", "2017-H2", "2017",       "2016/2017", "2018-01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (ascending); j++)
        {
          TalPeriod a = make_period (ascending[i]);
          TalPeriod b = make_period (ascending[j]);

          g_test_message ("%s and %s", ascending[i], ascending[j]);
          g_assert_cmpint (tal_period_compare (a, b), ==, (i > j) - (i < j));
          g_assert_cmpint (tal_period_is_equal (a, b), ==, i == j);
          g_assert_cmpint (tal_period_hash (a) == tal_period_hash (b), ==, i == j);
        }
    }
}

static void
test_period_knows_what_lies_in_it (void)
{
  static const struct
  {
    const char *period;
    const char *other;
    gboolean    contains;
    gboolean    overlaps;
    gboolean    has_end;
  } cases[] = {
    { "2017", "2017", TRUE, TRUE, TRUE },
    { "2017", "2017-Q1", TRUE, TRUE, TRUE },
    { "2017", "2017-01-01", TRUE, TRUE, TRUE },
    { "2017", "2017-12-31", TRUE, TRUE, TRUE },
    { "2017", "2018-01-01", FALSE, FALSE, FALSE },
    { "2017", "2016-12-31", FALSE, FALSE, FALSE },
    { "2017-Q1", "2017", FALSE, TRUE, FALSE },
    { "2017", "2017-W01", TRUE, TRUE, TRUE },
    { "2019", "2019-W01", FALSE, TRUE, TRUE }, /* begins in 2018 */
    { "2018", "2019-W01", FALSE, TRUE, FALSE },
    { "2017-H1", "2017-06/2017-07", FALSE, TRUE, FALSE },
    { "2018", "2017-01/2018-07", FALSE, TRUE, TRUE },
    { "2017-01", "2017-03", FALSE, FALSE, FALSE },
  };
  TalPeriod year = make_period ("2017");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalPeriod period = make_period (cases[i].period);
      TalPeriod other = make_period (cases[i].other);

      g_test_message ("%s and %s", cases[i].period, cases[i].other);
      g_assert_cmpint (tal_period_contains (period, other), ==, cases[i].contains);
      g_assert_cmpint (tal_period_overlaps (period, other), ==, cases[i].overlaps);
      g_assert_cmpint (tal_period_overlaps (other, period), ==, cases[i].overlaps);
      g_assert_cmpint (tal_period_ends_in (other, period), ==, cases[i].has_end);
    }

  g_assert_false (tal_period_contains (TAL_PERIOD_UNSET, TAL_PERIOD_UNSET));
  g_assert_false (tal_period_contains (year, TAL_PERIOD_UNSET));
  g_assert_false (tal_period_overlaps (year, TAL_PERIOD_UNSET));
  g_assert_false (tal_period_overlaps (TAL_PERIOD_UNSET, year));
  g_assert_false (tal_period_ends_in (year, TAL_PERIOD_UNSET));
  g_assert_false (tal_period_ends_in (TAL_PERIOD_UNSET, year));
}

static void
test_period_counts_both_its_ends (void)
{
  static const struct
  {
    const char *text;
    int         days;
  } cases[] = {
    { "2016", 366 },   { "2017", 365 },     { "2016-Q1", 91 },  { "2017-02", 28 },
    { "2017-W05", 7 }, { "2018-09-01", 1 }, { "2017-H1", 181 }, { "2017-01-31/2017-02-01", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tal_period_count_days (make_period (cases[i].text)), ==, cases[i].days);

  g_assert_cmpint (tal_period_count_days (TAL_PERIOD_UNSET), ==, 0);
}

static void
test_period_steps_by_its_own_length (void)
{
  static const struct
  {
    const char *text;
    int         steps;
    const char *stepped; /* NULL where it leaves the calendar */
  } cases[] = {
    { "2017", 1, "2018" },
    { "2017", -17, "2000" },
    { "2017", 0, "2017" },
    { "2017-H2", 1, "2018-H1" },
    { "2017-Q4", 1, "2018-Q1" },
    { "2017-Q1", -1, "2016-Q4" },
    { "2016-02", 12, "2017-02" }, /* 29 days become 28 */
    { "2017-01", 1, "2017-02" },
    { "2017-02", 1, "2017-03" },
    { "2020-W53", 1, "2021-W01" },
    { "2019-W01", -1, "2018-W52" },
    { "2016-02-28", 1, "2016-02-29" },
    { "2017/2018", 1, "2019-01-01/2020-12-31" },
    { "2017-02/2017-04", 1, "2017-05-01/2017-07-31" },
    { "2016-07/2017-06", -1, "2015-07-01/2016-06-30" },
    { "2018-09-01/2018-09-10", 1, "2018-09-11/2018-09-20" },
    { "2018-09-01/2018-09-10", -1, "2018-08-22/2018-08-31" },
    { "9999", 1, NULL },
    { "1000", -1, NULL },
    { "9999-12-31", 1, NULL },
    { "9999-12", 1, NULL },
    { "2017/2018", G_MAXINT, NULL },
    { "2017-W05", G_MININT, NULL },
    { "9990/9994", 1, "9995-01-01/9999-12-31" },
    { "9990/9995", 1, NULL }, /* begins within the years and ends behind them */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s by %d", cases[i].text, cases[i].steps);
      assert_text (tal_period_step (make_period (cases[i].text), cases[i].steps), cases[i].stepped);
    }

  g_assert_false (tal_period_is_set (tal_period_step (TAL_PERIOD_UNSET, 1)));
}

static void
test_period_is_tiled_only_exactly (void)
{
  static const struct
  {
    const char   *text;
    TalPeriodKind kind;
    guint         length;
    const char   *first;
    const char   *last;
  } cases[] = {
    { "2017", TAL_PERIOD_QUARTER, 4, "2017-Q1", "2017-Q4" },
    { "2017", TAL_PERIOD_MONTH, 12, "2017-01", "2017-12" },
    { "2017", TAL_PERIOD_YEAR, 1, "2017", "2017" },
    { "2016", TAL_PERIOD_DAY, 366, "2016-01-01", "2016-12-31" },
    { "2017/2018", TAL_PERIOD_YEAR, 2, "2017", "2018" },
    { "2017", TAL_PERIOD_WEEK, 0, NULL, NULL }, /* begins on a Sunday */
    { "2017-W05/2017-W07", TAL_PERIOD_WEEK, 3, "2017-W05", "2017-W07" },
    { "2017-Q1", TAL_PERIOD_HALF_YEAR, 0, NULL, NULL },
    { "2017-02/2017-04", TAL_PERIOD_QUARTER, 0, NULL, NULL }, /* three months, no quarter */
    { "2017-02/2017-04", TAL_PERIOD_MONTH, 3, "2017-02", "2017-04" },
    { "2017-01-01/2017-02-15", TAL_PERIOD_MONTH, 0, NULL, NULL },
    { "2017-01/2017-05", TAL_PERIOD_QUARTER, 0, NULL, NULL }, /* the second does not fit */
    { "9999", TAL_PERIOD_HALF_YEAR, 2, "9999-H1", "9999-H2" },
    { "2017", TAL_PERIOD_RANGE, 0, NULL, NULL },
    { "2017", TAL_PERIOD_NONE, 0, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) parts = tal_period_list_parts (make_period (cases[i].text), cases[i].kind);

      g_test_message ("%s in %d", cases[i].text, (int)cases[i].kind);
      g_assert_cmpuint (parts->len, ==, cases[i].length);
      if (parts->len > 0)
        {
          assert_text (g_array_index (parts, TalPeriod, 0), cases[i].first);
          assert_text (g_array_index (parts, TalPeriod, parts->len - 1), cases[i].last);
        }
    }
}

static void
test_period_without_days_has_no_parts (void)
{
  g_autoptr (GArray) parts = tal_period_list_parts (TAL_PERIOD_UNSET, TAL_PERIOD_DAY);

  g_assert_cmpuint (parts->len, ==, 0);
}

static TalPeriod
make_random_period (void)
{
  static const int numbers[] = { 0, 1, 2, 4, 12, 52, 365 };
  TalPeriodKind    kind = (TalPeriodKind)g_test_rand_int_range (TAL_PERIOD_YEAR, TAL_PERIOD_RANGE);
  int              number = g_test_rand_int_range (1, numbers[kind] + 1);
  TalPeriod        period = TAL_PERIOD_UNSET;

  g_assert_true (
      tal_period_from_number (kind, g_test_rand_int_range (1900, 2101), number, &period));
  g_assert_cmpint (period.kind, ==, kind);

  return period;
}

static void
test_period_steps_back_to_itself (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TalPeriod        period = make_random_period ();
      int              steps = g_test_rand_int_range (-500, 501);
      TalPeriod        stepped = tal_period_step (period, steps);
      TalPeriod        next = tal_period_step (period, 1);
      g_autofree char *text = tal_period_to_string (stepped);

      g_assert_cmpint (stepped.kind, ==, period.kind);
      g_assert_cmpint (next.first, ==, period.last + 1);
      g_assert_true (tal_period_is_equal (tal_period_step (stepped, -steps), period));
      g_assert_true (tal_period_is_equal (make_period (text), stepped));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/period/takes-the-kind-of-its-days",
                   test_period_takes_the_kind_of_its_days);
  g_test_add_func ("/core/period/reads-ranges-of-named-periods",
                   test_period_reads_ranges_of_named_periods);
  g_test_add_func ("/core/period/refuses-what-is-no-period", test_period_refuses_what_is_no_period);
  g_test_add_func ("/core/period/numbers-only-what-exists", test_period_numbers_only_what_exists);
  g_test_add_func ("/core/period/orders-as-newest-counts", test_period_orders_as_newest_counts);
  g_test_add_func ("/core/period/knows-what-lies-in-it", test_period_knows_what_lies_in_it);
  g_test_add_func ("/core/period/counts-both-its-ends", test_period_counts_both_its_ends);
  g_test_add_func ("/core/period/steps-by-its-own-length", test_period_steps_by_its_own_length);
  g_test_add_func ("/core/period/is-tiled-only-exactly", test_period_is_tiled_only_exactly);
  g_test_add_func ("/core/period/without-days-has-no-parts", test_period_without_days_has_no_parts);
  g_test_add_func ("/core/period/steps-back-to-itself", test_period_steps_back_to_itself);

  return g_test_run ();
}
