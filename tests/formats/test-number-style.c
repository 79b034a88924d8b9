/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-csv-reader.h"
#include "formats/tal-number-style.h"

#include <string.h>

static char *
dup_number (TalDecimal value)
{
  return tal_decimal_is_none (value) ? g_strdup ("none") : tal_decimal_to_string (value);
}

static void
test_number_is_read_in_both_styles (void)
{
  static const struct
  {
    const char *text;
    const char *danish;
    const char *english;
  } cases[] = {
    { "352", "352", "352" },
    { "0", "0", "0" },
    { "2018", "2018", "2018" },
    { "2.351", "2351", "2.351" }, /* the trap */
    { "2,351", "2.351", "2351" },
    { "9,14", "9.14", "none" },
    { "9.14", "none", "9.14" },
    { "8,70", "8.70", "none" },
    { "0.125", "none", "0.125" }, /* no thousands begin with a zero */
    { "0,125", "0.125", "none" },
    { "1234.567", "none", "1234.567" }, /* nor with four digits */
    { "1.234.567", "1234567", "none" },
    { "1,234,567", "none", "1234567" },
    { "1.234,5", "1234.5", "none" },
    { "1,234.5", "none", "1234.5" },
    { "1.234,567", "1234.567", "none" },
    { "1 234", "1234", "1234" },
    { "1\u00a0234,5", "1234.5", "none" },
    { "1\u202f234\u2009567", "1234567", "1234567" },
    { "1 234.567", "none", "1234.567" },
    { "1'234.5", "none", "1234.5" },
    { ",5", "0.5", "none" },
    { ".5", "none", "0.5" },
    { "-7", "-7", "-7" },
    { "\u22127,5", "-7.5", "none" },
    { "\u20137", "-7", "-7" },
    { "7-", "-7", "-7" }, /* as SAP writes it */
    { "- 1.322,5", "-1322.5", "none" },
    { "+1.322", "1322", "1.322" },
    { "  352  ", "352", "352" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *danish = NULL;
      g_autofree char *english = NULL;
      TalNumberReading reading;

      g_test_message ("%s", cases[i].text);
      g_assert_true (tal_number_reading_parse (cases[i].text, &reading));
      danish = dup_number (reading.danish);
      english = dup_number (reading.english);
      g_assert_cmpstr (danish, ==, cases[i].danish);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpint (reading.gap, ==, TAL_GAP_NOT);
      g_assert_null (reading.mark);
    }
}

static void
test_number_has_marks (void)
{
  static const struct
  {
    const char *text;
    const char *danish;
    const char *mark; /* or NULL */
    gboolean    percent;
  } cases[] = {
    { "352*", "352", "*", FALSE },    { "352 *", "352", "*", FALSE },
    { "352**", "352", "**", FALSE },  { "12 1)", "12", "1)", FALSE },
    { "12 a)", "12", "a)", FALSE },   { "12 10)", "12", "10)", FALSE },
    { "9,14 p", "9.14", "p", FALSE }, { "352²", "352", "²", FALSE },
    { "8,7 %", "8.7", NULL, TRUE },   { "8,7%", "8.7", NULL, TRUE },
    { "38 pct.", "38", NULL, TRUE },  { "38 procent", "38", NULL, TRUE },
    { "8,7 %*", "8.7", "*", TRUE },   { "-7*", "-7", "*", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *danish = NULL;
      TalNumberReading reading;

      g_test_message ("%s", cases[i].text);
      g_assert_true (tal_number_reading_parse (cases[i].text, &reading));
      danish = dup_number (reading.danish);
      g_assert_cmpstr (danish, ==, cases[i].danish);
      g_assert_cmpstr (reading.mark, ==, cases[i].mark);
      g_assert_cmpint (reading.percent, ==, cases[i].percent);
    }
}

static void
test_number_is_missing (void)
{
  static const struct
  {
    const char *text;
    TalGap      gap;
  } cases[] = {
    { "", TAL_GAP_EMPTY },          { "  ", TAL_GAP_EMPTY },         { "-", TAL_GAP_NIL },
    { "–", TAL_GAP_NIL },           { "..", TAL_GAP_NOT_AVAILABLE }, { "…", TAL_GAP_NOT_AVAILABLE },
    { ":", TAL_GAP_NOT_AVAILABLE }, { ".", TAL_GAP_NOT_APPLICABLE }, { "x", TAL_GAP_WITHHELD },
    { "X", TAL_GAP_WITHHELD },      { "*", TAL_GAP_WITHHELD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalNumberReading reading;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (tal_number_reading_parse (cases[i].text, &reading));
      g_assert_cmpint (reading.gap, ==, cases[i].gap);
      g_assert_true (tal_decimal_is_none (reading.danish));
    }
}

static void
test_text_is_no_number (void)
{
  static const char *const texts[] = {
    "Kvinder",
    "2018K1",
    "31.12.2018",
    "1.2.3",
    "2018-09-01",
    "12.34.567",
    "1.23.456",
    "1,2,3",
    "12,",
    "12.",
    "121)",
    "(12)",
    "12 kr.",
    "12-13",
    "1,5E+05",
    "--5",
    "12 34",
    "0.123.456",
    "1.234.567.8",
    "9,14,2",
    "%",
    "* *",
    "³",
    "12 mål",
    "1234567890123456789", /* more than is held: said, not cut */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TalNumberReading reading;

      g_test_message ("%s", texts[i]);
      g_assert_false (tal_number_reading_parse (texts[i], &reading));
    }
}

static void
test_column_has_one_style (void)
{
  static const struct
  {
    const char    *column; /* a row a line */
    TalNumberStyle style;
    guint          n_numbers;
    guint          n_missing;
    guint          n_others;
  } cases[] = {
    { "2.351\n9,14\n", TAL_NUMBER_STYLE_DANISH, 2, 0, 0 },
    { "2,351\n9.14\n", TAL_NUMBER_STYLE_ENGLISH, 2, 0, 0 },
    { "2.351\n1.200\n352\n", TAL_NUMBER_STYLE_AMBIGUOUS, 3, 0, 0 },
    { "2.351\n2,351\n", TAL_NUMBER_STYLE_AMBIGUOUS, 2, 0, 0 },
    { "9,14\n9.14\n", TAL_NUMBER_STYLE_MIXED, 2, 0, 0 },
    { "352\n12\n..\n-\n", TAL_NUMBER_STYLE_PLAIN, 2, 2, 0 },
    { "2.351\n1.234.567\n", TAL_NUMBER_STYLE_DANISH, 2, 0, 0 },
    { "Kvinder\nMænd\n", TAL_NUMBER_STYLE_NONE, 0, 0, 2 },
    { "2017\nantal\n352*\n", TAL_NUMBER_STYLE_PLAIN, 2, 0, 1 },
    { "-\n..\n", TAL_NUMBER_STYLE_NONE, 0, 2, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes)      bytes = NULL;
      g_autoptr (TalWorkbook) book = NULL;
      g_auto (GStrv)          rows = g_strsplit (cases[i].column, "\n", -1);
      g_autofree char        *joined = g_strjoinv ("\nx;", rows);
      g_autofree char        *text = g_strconcat ("a;b\nx;", joined, "\n", NULL);
      const TalSheet         *sheet = NULL;
      TalNumberSurvey         survey;

      g_test_message ("%s", cases[i].column);
      bytes = g_bytes_new (text, strlen (text));
      book = tal_csv_read (bytes, NULL, NULL, NULL);
      sheet = tal_workbook_get_sheet (book, 0);
      tal_number_style_survey (sheet, 1, 1, G_MAXUINT, &survey);
      g_assert_cmpint (survey.style, ==, cases[i].style);
      g_assert_cmpuint (survey.n_numbers, ==, cases[i].n_numbers);
      g_assert_cmpuint (survey.n_missing, ==, cases[i].n_missing);
      g_assert_cmpuint (survey.n_others, ==, cases[i].n_others);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/number-style/is-read-in-both-styles",
                   test_number_is_read_in_both_styles);
  g_test_add_func ("/formats/number-style/has-marks", test_number_has_marks);
  g_test_add_func ("/formats/number-style/is-missing", test_number_is_missing);
  g_test_add_func ("/formats/number-style/text-is-no-number", test_text_is_no_number);
  g_test_add_func ("/formats/number-style/column-has-one-style", test_column_has_one_style);

  return g_test_run ();
}
