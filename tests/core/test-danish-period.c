/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-danish-period.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

/* A no-break space as '_' makes the tables readable. */
static char *
dup_visible (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\xc2\xa0", -1);

  return g_strjoinv ("_", parts);
}

static TalPeriod
make_period (const char *text)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_parse (text, &period, NULL));

  return period;
}

static void
test_danish_period_writes_both_styles (void)
{
  static const struct
  {
    const char *period;
    const char *table;
    const char *text;
  } cases[] = {
    { "2023", "2023", "2023" },
    { "2015-H1", "1._halvår_2015", "1._halvår_2015" },
    { "2015-H2", "2._halvår_2015", "2._halvår_2015" },
    { "2015-Q4", "4._kvt._2015", "4._kvartal_2015" },
    { "2015-12", "dec._2015", "december_2015" },
    { "2015-05", "maj_2015", "maj_2015" },
    { "2017-W05", "uge_5,_2017", "uge_5,_2017" },
    { "2019-W01", "uge_1,_2019", "uge_1,_2019" }, /* begins in 2018 */
    { "2020-W53", "uge_53,_2020", "uge_53,_2020" },
    { "2018-09-01", "1._september_2018", "1._september_2018" },
    { "2017/2018", "2017-18", "2017-18" },
    { "2019/2023", "2019-23", "2019-23" },
    { "2010/2011", "2010-2011", "2010-2011" }, /* 2010-11 could be a month */
    { "2011/2012", "2011-2012", "2011-2012" },
    { "2012/2013", "2012-13", "2012-13" },
    { "1998/2003", "1998-2003", "1998-2003" },
    { "1899/1999", "1899-1999", "1899-1999" },
    { "1999/2000", "1999-2000", "1999-2000" },
    { "2017-01/2018-07", "januar_2017_- juli_2018", "januar_2017_- juli_2018" },
    { "2017-01/2017-02", "januar_2017_- februar_2017", "januar_2017_- februar_2017" },
    { "2018-09-01/2018-10-15", "1._september_2018_- 15._oktober_2018",
      "1._september_2018_- 15._oktober_2018" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalPeriod        period = make_period (cases[i].period);
      g_autofree char *table = tal_danish_period_format (period, TAL_DANISH_PERIOD_TABLE);
      g_autofree char *text = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
      g_autofree char *visible_table = dup_visible (table);
      g_autofree char *visible_text = dup_visible (text);

      g_assert_cmpstr (visible_table, ==, cases[i].table);
      g_assert_cmpstr (visible_text, ==, cases[i].text);
    }
}

static const struct
{
  const char *text;
  const char *period;
} writings[] = {
  { "2023", "2023" },
  { " 2023 ", "2023" },
  { "1. halvår 2015", "2015-H1" },
  { "1. halvaar 2015", "2015-H1" },
  { "2. Halvår 2015", "2015-H2" },
  { "H1 2015", "2015-H1" },
  { "2015H1", "2015-H1" },
  { "4.kvartal 2015", "2015-Q4" },
  { "4. kvartal\xc2\xa0"
    "2015",
    "2015-Q4" },
  { "4. kvt. 2015", "2015-Q4" },
  { "4 kvt 2015", "2015-Q4" },
  { "Q4 2015", "2015-Q4" },
  { "K4 2015", "2015-Q4" },
  { "2015K4", "2015-Q4" },
  { "2015Q4", "2015-Q4" },
  { "2015 K4", "2015-Q4" },
  { "dec. 2015", "2015-12" },
  { "dec 2015", "2015-12" },
  { "December 2015", "2015-12" },
  { "12/2015", "2015-12" },
  { "3/2015", "2015-03" },
  { "2015M12", "2015-12" },
  { "2015M03", "2015-03" },
  { "uge 5, 2017", "2017-W05" },
  { "Uge 5 2017", "2017-W05" },
  { "2017U05", "2017-W05" },
  { "2017-18", "2017/2018" },
  { "2017–18", "2017/2018" },
  { "2017/18", "2017/2018" },
  { "2017-2018", "2017/2018" },
  { "2017 - 2018", "2017/2018" },
  { "2017/2018", "2017/2018" },
  { "2010-2011", "2010/2011" },
  { "1998-2003", "1998/2003" },
  { "2019-2023", "2019/2023" },
  { "2017-03", "2017-03" }, /* no two years: the second would be the earlier */
  { "2012-12", "2012-12" },
  { "1998-03", "1998-03" },
  { "januar 2017- juli 2018", "2017-01/2018-07" },
  { "januar 2017 – juli 2018", "2017-01/2018-07" },
  { "januar 2017-juli 2018", "2017-01/2018-07" },
  { "jan. 2017 til juli 2018", "2017-01/2018-07" },
  { "fra januar 2017 til juli 2018", "2017-01/2018-07" },
  { "januar 2017 t.o.m. juli 2018", "2017-01/2018-07" },
  { "januar 2017 til og med juli 2018", "2017-01/2018-07" },
  { "2017M01/2018M07", "2017-01/2018-07" },
  { "2017M01-2018M07", "2017-01/2018-07" },
  { "1. kvartal 2017 - 2. kvartal 2017", "2017-H1" },
  { "12/2015 - 3/2016", "2015-12/2016-03" },
  { "20-05-2019 - 25-05-2019", "2019-05-20/2019-05-25" },
  { "20-05-2019-25-05-2019", "2019-05-20/2019-05-25" },
  { "2018-09-01 - 2018-10-15", "2018-09-01/2018-10-15" },
  { "2018-09-01/2018-10-15", "2018-09-01/2018-10-15" },
  { "2010-11/2011-03", "2010-11/2011-03" }, /* as in files, a month cannot be two years */
  { "primo september 2018", "2018-09-01" },
  { "medio september 2018", "2018-09-15" },
  { "ultimo februar 2016", "2016-02-29" },
  { "ultimo sep. 2018", "2018-09-30" },
  { "primo 2019", "2019-01-01" },
  { "medio 2019", "2019-07-01" },
  { "Ultimo 2018", "2018-12-31" },
  { "20. maj 2019", "2019-05-20" },
  { "20/5 2019", "2019-05-20" },
  { "18-06-2024", "2024-06-18" },
  { "2017-Q4", "2017-Q4" },
  { "2017-W05", "2017-W05" },
  { "2017-H1", "2017-H1" },
};

static void
test_danish_period_reads_what_people_write (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (writings); i++)
    {
      g_autoptr (GError) error = NULL;
      TalPeriod          period = TAL_PERIOD_UNSET;

      g_test_message ("%s", writings[i].text);
      tal_danish_period_parse (writings[i].text, &period, &error);
      g_assert_no_error (error);
      g_assert_true (tal_period_is_equal (period, make_period (writings[i].period)));
      g_assert_cmpint (period.kind, ==, make_period (writings[i].period).kind);
    }
}

static void
test_danish_period_refuses_what_is_no_period (void)
{
  static const char *texts[] = {
    "",
    "202-2021",
    "15",
    "5. kvartal 2015",
    "0. kvartal 2015",
    "3. halvår 2015",
    "13/2015",
    "2015M13",
    "uge 53, 2017", /* 2017 has 52 weeks */
    "2018-17",
    "2018-2017",
    "1999-00",
    "juli 2018 - januar 2017",
    "januar - juli 2018", /* which January? */
    "december",
    "decembre 2015",
    "29-02-2019",
    "siden januar 2016", /* a period has two ends */
    "t.o.m. oktober 2017",
    "inden for 13 uger",
    "medio 4. kvartal 2018",
    "primo",
    "2015 2016",
    "2015, ",
    "4. kvartal 2015*",
    "2017-",
    "-2017",
    "fra 2017",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TalPeriod          period = { TAL_PERIOD_DAY, 42, 42 };

      g_test_message ("%s", texts[i]);
      g_assert_false (tal_danish_period_parse (texts[i], &period, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
      g_assert_cmpint (period.first, ==, 42);
    }
}

static void
test_danish_period_names_both_readings (void)
{
  static const struct
  {
    const char *text;
    const char *month;
    const char *years;
  } cases[] = {
    { "2010-11", "november_2010", "2010-2011" },   { "2010/11", "november_2010", "2010-2011" },
    { "2010 – 11", "november_2010", "2010-2011" }, { "2005-06", "juni_2005", "2005-2006" },
    { "2000-12", "december_2000", "2000-2012" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *visible = NULL;
      TalPeriod          period;

      g_test_message ("%s", cases[i].text);
      g_assert_false (tal_danish_period_parse (cases[i].text, &period, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
      visible = dup_visible (error->message);
      g_assert_nonnull (strstr (visible, cases[i].month));
      g_assert_nonnull (strstr (visible, cases[i].years));
    }
}

static void
test_danish_period_gives_up_on_a_pasted_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *page = g_strnfill (1000000, '-'); /* as places to split, hours */
  TalPeriod          period;

  g_assert_false (tal_danish_period_parse (page, &period, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
}

static TalPeriod
make_random_period (void)
{
  static const int numbers[] = { 0, 1, 2, 4, 12, 52, 365 };
  TalPeriodKind    kind = (TalPeriodKind)g_test_rand_int_range (TAL_PERIOD_YEAR, TAL_PERIOD_RANGE);
  int              number = g_test_rand_int_range (1, numbers[kind] + 1);
  TalPeriod        period = TAL_PERIOD_UNSET;
  TalPeriod        end;

  g_assert_true (
      tal_period_from_number (kind, g_test_rand_int_range (1900, 2101), number, &period));
  end = tal_period_step (period, g_test_rand_int_range (0, 4) * g_test_rand_int_range (0, 30));

  return tal_period_new (period.first, end.last);
}

static void
test_danish_period_survives_its_text (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TalPeriod        period = make_random_period ();
      g_autofree char *table = tal_danish_period_format (period, TAL_DANISH_PERIOD_TABLE);
      g_autofree char *text = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
      TalPeriod        again = TAL_PERIOD_UNSET;

      g_test_message ("%s", text);
      g_assert_true (tal_danish_period_parse (table, &again, NULL));
      g_assert_true (tal_period_is_equal (again, period));
      again = TAL_PERIOD_UNSET;
      g_assert_true (tal_danish_period_parse (text, &again, NULL));
      g_assert_true (tal_period_is_equal (again, period));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/danish-period/writes-both-styles", test_danish_period_writes_both_styles);
  g_test_add_func ("/core/danish-period/reads-what-people-write",
                   test_danish_period_reads_what_people_write);
  g_test_add_func ("/core/danish-period/refuses-what-is-no-period",
                   test_danish_period_refuses_what_is_no_period);
  g_test_add_func ("/core/danish-period/names-both-readings",
                   test_danish_period_names_both_readings);
  g_test_add_func ("/core/danish-period/gives-up-on-a-pasted-page",
                   test_danish_period_gives_up_on_a_pasted_page);
  g_test_add_func ("/core/danish-period/survives-its-text", test_danish_period_survives_its_text);

  return g_test_run ();
}
