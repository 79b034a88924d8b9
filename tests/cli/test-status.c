/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/tal-test-cli.h"

#include <string.h>

#define INTEGRATION "Integrationshandleplanen 2019-2023"
#define AREAS "Områdebaserede beskæftigelsesindsatser"
#define AGREEMENT "Aftale om udsatte borgere"
#define BUDGET_NOTE "Budgetnotat BI2 – Byens udsatte ledige hjælpes videre i livet"

/* The published tables: the status of 18 June 2024 (table 1) and the note of 20 May 2019
 * (tables 1 to 3); and the goals that were set without a figure. */
static const struct
{
  const char *plan;
  const char *initiative;
  const char *goal;
  const char *period;
  const char *rule;
  const char *basis;
  const char *target;
  const char *unit;
  const char *value;
  const char *numerator;
  const char *denominator;
  const char *state;
  const char *attainment;
} rows[] = {
  { INTEGRATION, "1", "1", "2023", "at-least", "fixed", "350", "persons", "545", "", "", "final",
    "met" },
  { INTEGRATION, "1", "2", "2023", "at-least", "fixed", "75", "per-cent", "49.2", "268", "545",
    "final", "not-met" },
  { INTEGRATION, "1", "3", "2023", "at-least", "fixed", "40", "per-cent", "41.0", "110", "268",
    "final", "met" },
  { INTEGRATION, "2", "4", "2023", "at-least", "fixed", "225", "persons", "348", "", "", "final",
    "met" },
  { INTEGRATION, "2", "5", "2023", "at-least", "fixed", "80", "per-cent", "51.4", "179", "348",
    "final", "not-met" },
  { INTEGRATION, "2", "6", "2023", "at-least", "fixed", "15", "per-cent", "21", "31", "", "final",
    "met" },
  { INTEGRATION, "3", "7", "2023", "at-least", "fixed", "50", "persons", "50", "", "", "final",
    "met" },
  { INTEGRATION, "3", "8", "2023", "all", "fixed", NULL, "per-cent", "100.0", "50", "50", "final",
    "met" },
  { INTEGRATION, "4", "9", "2023", "at-least", "fixed", "110", "persons", "110", "", "", "final",
    "met" },
  { INTEGRATION, "4", "10", "2023", "compound", "fixed", "50", "per-cent", "50.0", "55", "110",
    "final", "met" },
  { INTEGRATION, "5", "11", "2023", "at-least", "fixed", "1500", "persons", "2568", "", "", "final",
    "met" },
  { AREAS, "4", "1", "2017-01-01/2018-07-31", "at-least", "fixed", "20", "per-cent", "29", "", "",
    "preliminary", "already-met" },
  { AREAS, "4", "2", "2017-01-01/2018-07-31", "at-least", "fixed", "75", "per-cent", "42", "", "",
    "preliminary", "not-yet-met" },
  { AREAS, "4", "3", "2017-01-01/2018-12-31", "at-least", "fixed", "80", "per-cent", "53", "", "",
    "final", "not-met" },
  { AREAS, "4", "4", "2017-01-01/2018-12-31", "at-least", "fixed", "80", "per-cent", "59", "", "",
    "final", "not-met" },
  { AREAS, "1", "1", "2017-03-01/2018-08-31", "at-least", "benchmark", "84", "per-cent", "87", "",
    "", "final", "met" },
  { AREAS, "1", "2", "2017-03-01/2018-08-31", "at-least", "benchmark", "85", "per-cent", "88", "",
    "", "final", "met" },
  { AREAS, "1", "3", "2017-03-01/2018-08-31", "at-most", "benchmark", "8.7", "per-cent", "7.3", "",
    "", "final", "met" },
  { AREAS, "1", "4", NULL, "at-least", "fixed", "5", "per-cent", "10", "", "", "final", "met" },
  { AREAS, "1", "5", NULL, "at-least", "fixed", "70", "per-cent", "39", "", "", "final",
    "not-met" },
  { AGREEMENT, "1", "1", "", "none", NULL, "", NULL, "", "", "", "", "not-measured" },
  { AGREEMENT, "1", "2", "", "none", NULL, "", NULL, "", "", "", "", "not-measured" },
  { AGREEMENT, "2", "1", "", "none", NULL, "", NULL, "", "", "", "", "not-measured" },
  { AGREEMENT, "2", "2", "", "none", NULL, "", NULL, "", "", "", "", "not-measured" },
  { AGREEMENT, "3", "1", "", "none", NULL, "", NULL, "", "", "", "", "not-measured" },
  { AGREEMENT, "3", "2", "", "none", NULL, "", NULL, "", "", "", "", "not-measured" },
  { AGREEMENT, "4", "1", "", "at-least", NULL, "", NULL, "", "", "", "", "no-target" },
  { AREAS, "5", "1", "", "none", NULL, "", NULL, "", "", "", "", "not-measured" },
  { AREAS, "5", "2", "", "at-least", "fixed", "4", "persons", "", "", "", "", "not-measured" },
  { AREAS, "5", "3", "", "none", NULL, "", NULL, "", "", "", "", "not-measured" },
  { BUDGET_NOTE, "2", "1", "", "at-least", "keep", "62.4", "per-cent", "", "", "", "",
    "not-measured" },
};

static guint
find_goal (const char *csv, const char *plan, const char *initiative, const char *goal)
{
  for (guint row = 0;; row++)
    {
      g_autofree char *a = tal_test_cli_cell (csv, row, "plan");
      g_autofree char *b = a != NULL ? tal_test_cli_cell (csv, row, "initiative_number") : NULL;
      g_autofree char *c = a != NULL ? tal_test_cli_cell (csv, row, "goal_number") : NULL;

      g_assert_nonnull (a);
      if (g_str_equal (a, plan) && g_str_equal (b, initiative) && g_str_equal (c, goal))
        return row;
    }
}

static void
assert_cell (const char *csv, guint row, const char *column, const char *expected)
{
  g_autofree char *cell = tal_test_cli_cell (csv, row, column);

  if (expected != NULL)
    g_assert_cmpstr (cell, ==, expected);
}

static void
test_status_csv_says_what_the_documents_say (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *beyond = NULL;

  tal_test_cli_init (&cli);
  tal_test_cli_run (&cli, 0, "new", tal_test_cli_path (&cli, "bif.indsats"), "--example", NULL);
  tal_test_cli_run (&cli, 0, "status", tal_test_cli_path (&cli, "bif.indsats"), "--format", "csv",
                    NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint row = find_goal (cli.output, rows[i].plan, rows[i].initiative, rows[i].goal);

      g_test_message ("%s %s", rows[i].plan, rows[i].goal);
      assert_cell (cli.output, row, "period", rows[i].period);
      assert_cell (cli.output, row, "rule", rows[i].rule);
      assert_cell (cli.output, row, "basis", rows[i].basis);
      assert_cell (cli.output, row, "target", rows[i].target);
      assert_cell (cli.output, row, "measure_unit", rows[i].unit);
      assert_cell (cli.output, row, "value", rows[i].value);
      assert_cell (cli.output, row, "numerator", rows[i].numerator);
      assert_cell (cli.output, row, "denominator", rows[i].denominator);
      assert_cell (cli.output, row, "state", rows[i].state);
      assert_cell (cli.output, row, "attainment", rows[i].attainment);
    }

  beyond = tal_test_cli_cell (cli.output, G_N_ELEMENTS (rows), "plan");
  g_assert_null (beyond);
}

static void
test_status_keeps_its_columns (void)
{
  g_auto (TalTestCli) cli = { NULL };

  tal_test_cli_init (&cli);
  tal_test_cli_run (&cli, 0, "new", tal_test_cli_path (&cli, "bif.indsats"), "--example", NULL);
  tal_test_cli_run (&cli, 0, "status", tal_test_cli_path (&cli, "bif.indsats"), "--format", "csv",
                    NULL);
  g_assert_true (
      g_str_has_prefix (cli.output,
                        "plan,initiative_number,initiative,goal_number,goal,period,rule,basis,"
                        "target,"
                        "measure_unit,value,numerator,denominator,state,attainment\r\n"));

  tal_test_cli_run (&cli, 0, "series", tal_test_cli_path (&cli, "bif.indsats"), "--format", "csv",
                    NULL);
  g_assert_true (
      g_str_has_prefix (cli.output,
                        "uuid,series,target_group,area,offer,provider,measure,unit,period,value,"
                        "numerator,denominator,state,source,note\r\n"));
}

static void
test_status_text_speaks_danish_in_every_locale (void)
{
  static const char *const locales[] = { "C", "da_DK.UTF-8", "de_DE.UTF-8", "xx_YY" };

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_auto (TalTestCli) cli = { NULL };

      tal_test_cli_init (&cli);
      cli.locale = g_strdup (locales[i]);
      tal_test_cli_run (&cli, 0, "new", tal_test_cli_path (&cli, "bif.indsats"), "--example", NULL);
      tal_test_cli_run (&cli, 0, "status", tal_test_cli_path (&cli, "bif.indsats"), "--plan",
                        "integrationshandleplanen", NULL);

      g_assert_nonnull (strstr (cli.output, "9 af 11 mål blev opnået i 2023"));
      g_assert_nonnull (strstr (cli.output, "Målet blev ikke opnået (49 pct./268 borgere)"));
      g_assert_nonnull (strstr (cli.output, "10,2 mio. kr."));
      tal_test_cli_run (&cli, 1, "status", tal_test_cli_path (&cli, "x.indsats"), NULL);
      g_assert_nonnull (strstr (cli.errors, "findes ikke"));
    }
}

/* Two goals measured on populations of their own, one of them not to the end, and an earlier
 * result to be kept. */
static const char *const noted =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<exchange xmlns=\"urn:indsatstal:exchange:1\" version=\"1\" written=\"2019-05-20T10:00:00Z\" "
    "from=\"018ff000-0000-7000-8000-00000000a001\" picture=\"full\">\n"
    "<unit id=\"018ff000-0000-7000-8000-00000000a001\" short-name=\"BIF\"><name>BIF</name></unit>\n"
    "<plan id=\"018ff000-0000-7000-8000-00000000a002\" kind=\"plan\"><name>Planen</name></plan>\n"
    "<initiative id=\"018ff000-0000-7000-8000-00000000a003\" "
    "plan=\"018ff000-0000-7000-8000-00000000a002\" number=\"1\"><name>Indsatsen</name>"
    "</initiative>\n"
    "<series id=\"018ff000-0000-7000-8000-00000000a004\" "
    "initiative=\"018ff000-0000-7000-8000-00000000a003\" measure-unit=\"per-cent\">"
    "<name>Andel ledige</name></series>\n"
    "<series id=\"018ff000-0000-7000-8000-00000000a005\" "
    "initiative=\"018ff000-0000-7000-8000-00000000a003\" measure-unit=\"per-cent\">"
    "<name>Andel unge</name></series>\n"
    "<goal id=\"018ff000-0000-7000-8000-00000000a006\" "
    "initiative=\"018ff000-0000-7000-8000-00000000a003\" number=\"1\" cumulative=\"true\">"
    "<wording>Ledige i job</wording><population>Ledige over 30 år</population>"
    "<source>DREAM</source><criterion series=\"018ff000-0000-7000-8000-00000000a004\" "
    "comparison=\"at-least\"><target period=\"2017-01-01/2018-12-31\" value=\"20\"/></criterion>"
    "</goal>\n"
    "<goal id=\"018ff000-0000-7000-8000-00000000a007\" "
    "initiative=\"018ff000-0000-7000-8000-00000000a003\" number=\"2\">"
    "<wording>Unge i job</wording><population>Unge under 30 år</population>"
    "<source>BIFLIS</source><criterion series=\"018ff000-0000-7000-8000-00000000a005\" "
    "comparison=\"at-least\"><target period=\"2017-01-01/2018-12-31\" value=\"75\"/></criterion>"
    "</goal>\n"
    "<observations series=\"018ff000-0000-7000-8000-00000000a004\">"
    "<observation period=\"2017-01-01/2018-07-31\" value=\"29\" state=\"preliminary\" "
    "final-expected=\"2019-06-30\"/></observations>\n"
    "<observations series=\"018ff000-0000-7000-8000-00000000a005\">"
    "<observation period=\"2017-01-01/2018-12-31\" value=\"53\"/></observations>\n"
    "</exchange>\n";

static void
test_status_text_has_its_notes (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "ny.indsats");
  tal_test_cli_write (&cli, "noter.xml", noted);
  tal_test_cli_run (&cli, 0, "new", file, NULL);
  tal_test_cli_run (&cli, 0, "import", file, tal_test_cli_path (&cli, "noter.xml"), NULL);
  tal_test_cli_run (&cli, 0, "status", file, NULL);
  g_assert_nonnull (
      strstr (cli.output,
              "\nTallene kan ikke sammenlignes: de har forskellig målgruppe (ledige over 30 år og "
              "unge "
              "under 30 år), forskellig måleperiode (januar 2017 - juli 2018 og 2017-18), "
              "forskellig kilde "
              "(DREAM og BIFLIS) og forskellig opgørelsestype (foreløbig og endelig).\n"
              "Mål 1: DREAM. Målt fra januar 2017 til juli 2018. Ledige over 30 år.\n"
              "Mål 2: BIFLIS. Målt fra januar 2017 til december 2018. Unge under 30 år.\n"
              "* Mål 1: foreløbigt tal for januar 2017 - juli 2018, 19 af 24 måneder. Der mangler "
              "5 "
              "måneder. Endeligt tal forventes 30. juni 2019. Mål 1 er dog allerede opnået.\n"));
}

static void
test_status_errors_are_in_the_language_asked_for (void)
{
  static const struct
  {
    const char *locale;
    const char *language;
    const char *said;
  } cases[] = {
    { "LC_ALL=C", "LANGUAGE=da", "findes ikke" },
    { "LC_ALL=C", "LANGUAGE=en", "There is no collection" },
    { "LC_ALL=C.UTF-8", "LANGUAGE=da", "findes ikke" },
    { "LC_ALL=C.UTF-8", "LANGUAGE=en", "There is no collection" },
    { "LC_ALL=da_DK.UTF-8", "LANGUAGE=en", "There is no collection" },
    { "LC_ALL=de_DE.UTF-8", "LANGUAGE=da", "findes ikke" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TalTestCli) cli = { NULL };
      const char         *words[] = {
                "env",
                cases[i].locale,
                cases[i].language,
                g_getenv ("INDSATSTAL_CLI"),
                "status",
                "x.indsats",
                NULL,
      };

      tal_test_cli_init (&cli);
      tal_test_cli_run_words (&cli, 1, words);
      g_assert_nonnull (strstr (cli.errors, cases[i].said));
    }
}

static void
test_status_in_another_period_has_a_row_a_goal_and_no_results (void)
{
  g_auto (TalTestCli) cli = { NULL };

  tal_test_cli_init (&cli);
  tal_test_cli_run (&cli, 0, "new", tal_test_cli_path (&cli, "bif.indsats"), "--example", NULL);
  tal_test_cli_run (&cli, 0, "status", tal_test_cli_path (&cli, "bif.indsats"), "--plan",
                    "Integration", "--period", "2021", "--format", "csv", NULL);

  for (guint row = 0; row < 11; row++)
    {
      assert_cell (cli.output, row, "period", "2021");
      assert_cell (cli.output, row, "value", "");
      assert_cell (cli.output, row, "state", "");
    }
}

static void
test_names_must_be_unique_and_exist (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  tal_test_cli_run (&cli, 0, "new", file, "--example", NULL);

  tal_test_cli_run (&cli, 1, "status", file, "--initiative", "indsats", NULL);
  g_assert_nonnull (strstr (cli.errors, "Mjølnerparken"));
  tal_test_cli_run (&cli, 1, "status", file, "--plan", "Vejplanen", NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 0, "status", file, "--initiative", "FRITIDSJOB", NULL);
}

static void
test_series_lists_figures_over_time (void)
{
  g_auto (TalTestCli) cli = { NULL };
  guint               row = 0;

  tal_test_cli_init (&cli);
  tal_test_cli_run (&cli, 0, "new", tal_test_cli_path (&cli, "bif.indsats"), "--example", NULL);
  tal_test_cli_run (&cli, 0, "series", tal_test_cli_path (&cli, "bif.indsats"), "--periods",
                    "2015-Q4..2017-Q4", "--format", "csv", NULL);

  /* 12.124 + 665 + 2.648 + 352, without the 2.351 who have a flex job. */
  row = tal_test_cli_find_row (cli.output, "period", "2017-Q4", "value", "15789.0");
  assert_cell (cli.output, row, "numerator", "15789");
  assert_cell (cli.output, row, "unit", "full-time-persons");
  tal_test_cli_find_row (cli.output, "period", "2017-Q4", "value", "2351");
}

static void
test_series_that_are_not_there_are_refused (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  tal_test_cli_run (&cli, 0, "new", file, "--example", NULL);
  tal_test_cli_run (&cli, 1, "series", file, "--name", "findes ikke", "--format", "csv", NULL);
  tal_test_cli_assert_one_sentence (&cli);
  g_assert_cmpstr (cli.output, ==, "");
  tal_test_cli_run (&cli, 1, "series", file, "--periods", "2017..2015", NULL);
  tal_test_cli_assert_one_sentence (&cli);
}

/* Two figures of one year and one name: a share of the activation and a count of persons. */
static void
test_series_are_compared_with_a_note (void)
{
  static const char *const share = "018ff000-0000-7000-8000-000000005028";
  static const char *const other_share = "018ff000-0000-7000-8000-000000005029";
  static const char *const persons = "018ff000-0000-7000-8000-00000000501e";
  g_auto (TalTestCli)      cli = { NULL };
  const char              *file = NULL;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  tal_test_cli_run (&cli, 0, "new", file, "--example", NULL);

  tal_test_cli_run (&cli, 0, "series", file, "--compare", share, "--compare", persons, "--periods",
                    "2015..2015", NULL);
  g_assert_nonnull (strstr (cli.output, ", 2015: 31 pct.\n"));
  g_assert_nonnull (strstr (cli.output, ", 4. kvt. 2015: 14.644\n"));
  g_assert_nonnull (strstr (cli.output, "\nTallene kan ikke sammenlignes: de har forskellig enhed "
                                        "(procent og fuldtidspersoner)"));

  tal_test_cli_run (&cli, 0, "series", file, "--compare", share, "--compare", share, NULL);
  g_assert_nonnull (strstr (cli.output, ", 2017: 43 pct.\nAndel"));
  g_assert_nonnull (strstr (cli.output, "\nTallene kan sammenlignes.\n"));

  tal_test_cli_run (&cli, 0, "series", file, "--compare", share, "--compare", other_share,
                    "--periods", "2001", NULL);
  g_assert_nonnull (strstr (cli.output, ": ikke opgjort\n"));
  g_assert_nonnull (strstr (cli.output, "forskellig målgruppe"));

  tal_test_cli_run (&cli, 1, "series", file, "--compare", share, "--compare", "findes ikke", NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 2, "series", file, "--compare", share, NULL);
  tal_test_cli_run (&cli, 2, "series", file, "--compare", share, "--compare", share, "--format",
                    "csv", NULL);
}

/* 2010-11 is November, as the table itself writes it. */
static void
test_periods_can_be_asked_for_as_they_are_printed (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  tal_test_cli_run (&cli, 0, "new", file, "--example", NULL);
  tal_test_cli_run (&cli, 0, "set", file, "--goal", "1", "--plan", "Integration", "--part", "value",
                    "--period", "november 2010", "--value", "7", NULL);
  tal_test_cli_run (&cli, 0, "series", file, "--periods", "2010-11", "--format", "csv", NULL);
  tal_test_cli_find_row (cli.output, "period", "2010-11", "value", "7");
  tal_test_cli_run (&cli, 0, "status", file, "--period", "2010-11", "--format", "csv", NULL);
  tal_test_cli_find_row (cli.output, "period", "2010-11", "value", "7");
}

/* A share that is shown with nine decimals has none left for a tenth. */
static void
test_a_computed_figure_has_at_most_nine_decimals (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *xml = NULL;
  g_autofree char    *value = NULL;
  g_auto (GStrv)      parts = NULL;
  g_autofree char    *fine = NULL;
  const char         *file = NULL;
  guint               row = 0;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  tal_test_cli_run (&cli, 0, "new", file, "--example", NULL);
  tal_test_cli_run (&cli, 0, "export", file, tal_test_cli_path (&cli, "bif.xml"), NULL);
  xml = tal_test_cli_read (&cli, "bif.xml");
  parts = g_strsplit (xml, "<series id=\"018ff000-0000-7000-8000-00000000502f\"", 2);
  fine = g_strjoinv ("<series id=\"018ff000-0000-7000-8000-00000000502f\" decimals=\"9\"", parts);
  tal_test_cli_write (&cli, "fine.xml", fine);

  file = tal_test_cli_path (&cli, "fine.indsats");
  tal_test_cli_run (&cli, 0, "new", file, NULL);
  tal_test_cli_run (&cli, 0, "import", file, tal_test_cli_path (&cli, "fine.xml"), NULL);
  tal_test_cli_run (&cli, 0, "status", file, "--format", "csv", NULL);
  row = find_goal (cli.output, INTEGRATION, "1", "2");
  value = tal_test_cli_cell (cli.output, row, "value");
  g_assert_cmpstr (value, ==, "49.174311927");
  tal_test_cli_run (&cli, 0, "series", file, "--format", "csv", NULL);
  tal_test_cli_find_row (cli.output, "value", "49.174311927", "period", "2023");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/status/csv-says-what-the-documents-say",
                   test_status_csv_says_what_the_documents_say);
  g_test_add_func ("/cli/status/keeps-its-columns", test_status_keeps_its_columns);
  g_test_add_func ("/cli/status/text-speaks-danish-in-every-locale",
                   test_status_text_speaks_danish_in_every_locale);
  g_test_add_func ("/cli/status/text-has-its-notes", test_status_text_has_its_notes);
  g_test_add_func ("/cli/status/errors-are-in-the-language-asked-for",
                   test_status_errors_are_in_the_language_asked_for);
  g_test_add_func ("/cli/status/in-another-period-has-a-row-a-goal-and-no-results",
                   test_status_in_another_period_has_a_row_a_goal_and_no_results);
  g_test_add_func ("/cli/status/names-must-be-unique-and-exist",
                   test_names_must_be_unique_and_exist);
  g_test_add_func ("/cli/series/lists-figures-over-time", test_series_lists_figures_over_time);
  g_test_add_func ("/cli/series/that-are-not-there-are-refused",
                   test_series_that_are_not_there_are_refused);
  g_test_add_func ("/cli/series/are-compared-with-a-note", test_series_are_compared_with_a_note);
  g_test_add_func ("/cli/series/periods-can-be-asked-for-as-they-are-printed",
                   test_periods_can_be_asked_for_as_they_are_printed);
  g_test_add_func ("/cli/status/a-computed-figure-has-at-most-nine-decimals",
                   test_a_computed_figure_has_at_most_nine_decimals);
  return g_test_run ();
}
