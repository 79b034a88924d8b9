/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-date.h"
#include "base/tal-error.h"

#include <glib.h>
#include <locale.h>

static void
test_danish_date_writes_both_styles (void)
{
  TalDay           day = tal_day_new (2019, 5, 7);
  g_autofree char *text = tal_danish_date_format (day, TAL_DANISH_DATE_TEXT);
  g_autofree char *digits = tal_danish_date_format (day, TAL_DANISH_DATE_SHORT);

  g_assert_cmpstr (text, ==,
                   "7.\xc2\xa0maj\xc2\xa0"
                   "2019");
  g_assert_cmpstr (digits, ==, "07-05-2019");
}

static void
test_danish_date_reads_what_people_write (void)
{
  static const struct
  {
    const char *text;
    const char *day;
  } cases[] = {
    { "20. maj 2019", "2019-05-20" },
    { "20.\xc2\xa0maj\xc2\xa0"
      "2019",
      "2019-05-20" },
    { "20 maj 2019", "2019-05-20" },
    { "1.september 2018", "2018-09-01" },
    { "1. Sep. 2018", "2018-09-01" },
    { "1. sep 2018", "2018-09-01" },
    { "20-05-2019", "2019-05-20" },
    { "20.05.2019", "2019-05-20" },
    { "20/5 2019", "2019-05-20" },
    { "20/5-2019", "2019-05-20" },
    { "20/5/2019", "2019-05-20" },
    { "18-06-2024", "2024-06-18" },
    { "2019-05-20", "2019-05-20" },
    { " 29-02-2016 ", "2016-02-29" },
    { "05-04-2019", "2019-04-05" }, /* the day comes first */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *text = NULL;
      TalDay             day = TAL_DAY_NONE;

      g_test_message ("%s", cases[i].text);
      tal_danish_date_parse (cases[i].text, &day, &error);
      g_assert_no_error (error);
      text = tal_day_to_string (day);
      g_assert_cmpstr (text, ==, cases[i].day);
    }
}

static void
test_danish_date_refuses_what_is_no_date (void)
{
  static const char *texts[] = {
    "",
    "20. maj",
    "maj 2019",
    "20-05",
    "20-05-19", /* which century? */
    "05/20/2019",
    "29-02-2019",
    "31. juni 2019",
    "0. maj 2019",
    "20-05.2019",
    "20-05-2019 kl. 10",
    "20. may 2019",
    "20. majoritet 2019",
    "120. maj 2019",
    "20. maj 02019",
    "20-05-0999",
    "20",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TalDay             day = 42;

      g_test_message ("%s", texts[i]);
      g_assert_false (tal_danish_date_parse (texts[i], &day, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
      g_assert_cmpint (day, ==, 42);
    }
}

static void
test_danish_date_finds_months_at_the_front (void)
{
  static const struct
  {
    const char *text;
    int         month; /* 0 where none is there */
    const char *rest;
  } cases[] = {
    { "januar 2017", 1, " 2017" },
    { "Marts", 3, "" },
    { "mar. 2017", 3, " 2017" },
    { "mar 2017", 3, " 2017" },
    { "maj", 5, "" },
    { "maj. 2017", 5, " 2017" },
    { "JUNI", 6, "" },
    { "jul.", 7, "" },
    { "dec2017", 12, "2017" },
    { "majoritet", 0, NULL },
    { "juniør", 0, NULL },
    { "junå", 0, NULL },
    { "", 0, NULL },
    { " januar", 0, NULL },
    { "may", 0, NULL },
    { "marts.", 3, "." }, /* a whole name has no full stop of its own */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *rest = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (tal_danish_date_find_month (cases[i].text, &rest), ==, cases[i].month);
      g_assert_cmpstr (rest, ==, cases[i].rest);
    }
}

static void
test_danish_date_knows_all_its_own_months (void)
{
  for (int month = 1; month <= 12; month++)
    {
      const char *rest = NULL;

      g_assert_cmpint (tal_danish_date_find_month (tal_danish_date_get_month_name (month), &rest),
                       ==, month);
      g_assert_cmpstr (rest, ==, "");
      g_assert_cmpint (tal_danish_date_find_month (tal_danish_date_get_month_abbreviation (month),
                                                   &rest),
                       ==, month);
      g_assert_cmpstr (rest, ==, "");
    }
}

static void
test_danish_date_survives_its_text (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TalDay           day = g_test_rand_int_range (TAL_DAY_FIRST, TAL_DAY_LAST + 1);
      g_autofree char *text = tal_danish_date_format (day, TAL_DANISH_DATE_TEXT);
      g_autofree char *digits = tal_danish_date_format (day, TAL_DANISH_DATE_SHORT);
      TalDay           again = TAL_DAY_NONE;

      g_assert_true (tal_danish_date_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, day);
      again = TAL_DAY_NONE;
      g_assert_true (tal_danish_date_parse (digits, &again, NULL));
      g_assert_cmpint (again, ==, day);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/danish-date/writes-both-styles", test_danish_date_writes_both_styles);
  g_test_add_func ("/base/danish-date/reads-what-people-write",
                   test_danish_date_reads_what_people_write);
  g_test_add_func ("/base/danish-date/refuses-what-is-no-date",
                   test_danish_date_refuses_what_is_no_date);
  g_test_add_func ("/base/danish-date/finds-months-at-the-front",
                   test_danish_date_finds_months_at_the_front);
  g_test_add_func ("/base/danish-date/knows-all-its-own-months",
                   test_danish_date_knows_all_its_own_months);
  g_test_add_func ("/base/danish-date/survives-its-text", test_danish_date_survives_its_text);

  return g_test_run ();
}
