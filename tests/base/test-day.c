/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-day.h"
#include "base/tal-error.h"

#include <glib.h>
#include <locale.h>

static TalDay
make_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalDay             day = TAL_DAY_NONE;

  tal_day_parse (text, &day, &error);
  g_assert_no_error (error);

  return day;
}

static void
test_day_counts_from_the_first_of_year_one (void)
{
  static const struct
  {
    const char *text;
    TalDay      day;
    int         weekday;
  } cases[] = {
    { "1000-01-01", TAL_DAY_FIRST, 3 }, { "1970-01-01", 719163, 4 }, { "2000-02-29", 730179, 2 },
    { "2016-02-29", 736023, 1 },        { "2018-09-01", 736938, 6 }, { "2023-12-31", 738885, 7 },
    { "9999-12-31", TAL_DAY_LAST, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *again = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (make_day (cases[i].text), ==, cases[i].day);
      g_assert_cmpint (tal_day_get_weekday (cases[i].day), ==, cases[i].weekday);
      again = tal_day_to_string (cases[i].day);
      g_assert_cmpstr (again, ==, cases[i].text);
    }
}

static void
test_day_refuses_what_is_no_day (void)
{
  static const char *texts[] = {
    "",
    "2018",
    "2018-9-1",
    "18-09-2018",
    "2018-09-01 ",
    " 2018-09-01",
    "2018-09-01T00:00:00Z",
    "2018/09/01",
    "20180901",
    "+018-09-01",
    "0999-12-31", /* every day has ten characters */
    "12018-09-01",
    "2018-00-01",
    "2018-13-01",
    "2018-09-00",
    "2018-09-31",
    "2018-02-29", /* no leap year */
    "1900-02-29", /* nor this one */
    "٢٠١٨-09-01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TalDay             day = 42;

      g_test_message ("%s", texts[i]);
      g_assert_false (tal_day_parse (texts[i], &day, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
      g_assert_cmpint (day, ==, 42);
    }
}

static void
test_day_knows_valid_dates (void)
{
  static const struct
  {
    int      year;
    int      month;
    int      day;
    gboolean valid;
  } cases[] = {
    { 2000, 2, 29, TRUE },    { 2100, 2, 29, FALSE },
    { 2024, 12, 31, TRUE },   { 2024, 4, 31, FALSE },
    { 999, 12, 31, FALSE },   { 10000, 1, 1, FALSE },
    { 2024, 0, 1, FALSE },    { 2024, -1, 1, FALSE },
    { 2024, 1, 257, FALSE }, /* would be 1 in one byte */
    { 67560, 1, 1, FALSE },  /* would be 2024 in two */
    { 2024, 1, -255, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%d-%d-%d", cases[i].year, cases[i].month, cases[i].day);
      g_assert_cmpint (tal_day_is_valid_date (cases[i].year, cases[i].month, cases[i].day), ==,
                       cases[i].valid);
    }
}

static void
test_day_gives_back_its_date (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TalDay           day = g_test_rand_int_range (TAL_DAY_FIRST, TAL_DAY_LAST + 1);
      g_autofree char *text = tal_day_to_string (day);
      int              year;
      int              month;
      int              number;

      tal_day_get_date (day, &year, &month, &number);
      g_assert_cmpint (tal_day_new (year, month, number), ==, day);
      g_assert_cmpint (make_day (text), ==, day);
    }
}

static void
test_day_tells_only_what_is_asked (void)
{
  int month = 0;

  tal_day_get_date (make_day ("2018-09-01"), NULL, &month, NULL);
  g_assert_cmpint (month, ==, 9);
}

static void
test_day_adds_months_within_the_month (void)
{
  static const struct
  {
    const char *text;
    int         months;
    const char *later; /* NULL where it is outside the years */
  } cases[] = {
    { "2018-01-31", 0, "2018-01-31" },
    { "2018-01-31", 1, "2018-02-28" }, /* the last day where the month is shorter */
    { "2016-01-31", 1, "2016-02-29" },
    { "2018-03-31", -1, "2018-02-28" },
    { "2018-12-15", 1, "2019-01-15" },
    { "2018-01-15", -1, "2017-12-15" },
    { "2018-05-20", -29, "2015-12-20" },
    { "2018-05-20", 1200, "2118-05-20" },
    { "9999-12-01", 1, NULL },
    { "1000-01-31", -1, NULL },
    { "2018-05-20", G_MAXINT, NULL },
    { "2018-05-20", G_MININT, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalDay later = tal_day_add_months (make_day (cases[i].text), cases[i].months);

      g_test_message ("%s and %d months", cases[i].text, cases[i].months);
      g_assert_cmpint (later, ==,
                       cases[i].later != NULL ? make_day (cases[i].later) : TAL_DAY_NONE);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/day/counts-from-the-first-of-year-one",
                   test_day_counts_from_the_first_of_year_one);
  g_test_add_func ("/base/day/refuses-what-is-no-day", test_day_refuses_what_is_no_day);
  g_test_add_func ("/base/day/knows-valid-dates", test_day_knows_valid_dates);
  g_test_add_func ("/base/day/gives-back-its-date", test_day_gives_back_its_date);
  g_test_add_func ("/base/day/tells-only-what-is-asked", test_day_tells_only_what_is_asked);
  g_test_add_func ("/base/day/adds-months-within-the-month", test_day_adds_months_within_the_month);

  return g_test_run ();
}
