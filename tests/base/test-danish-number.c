/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-number.h"
#include "base/tal-error.h"

#include <glib.h>
#include <locale.h>

static TalDecimal
make_decimal (const char *text)
{
  TalDecimal value = TAL_DECIMAL (0, 0);

  g_assert_true (tal_decimal_parse (text, &value, NULL));

  return value;
}

static void
test_danish_number_writes_as_readers_expect (void)
{
  static const struct
  {
    const char          *exact;
    TalDanishNumberFlags flags;
    const char          *text;
  } cases[] = {
    { "0", TAL_DANISH_NUMBER_PLAIN, "0" },
    { "999", TAL_DANISH_NUMBER_PLAIN, "999" },
    { "1000", TAL_DANISH_NUMBER_PLAIN, "1.000" },
    { "15789", TAL_DANISH_NUMBER_PLAIN, "15.789" },
    { "3300000", TAL_DANISH_NUMBER_PLAIN, "3.300.000" },
    { "8.70", TAL_DANISH_NUMBER_PLAIN, "8,70" },
    { "0.05", TAL_DANISH_NUMBER_PLAIN, "0,05" },
    { "1234567.8901", TAL_DANISH_NUMBER_PLAIN, "1.234.567,8901" }, /* decimals are not grouped */
    { "-1445", TAL_DANISH_NUMBER_PLAIN, "-1.445" },
    { "-1445", TAL_DANISH_NUMBER_TRUE_MINUS, "−1.445" },
    { "1322", TAL_DANISH_NUMBER_SIGNED, "+1.322" },
    { "-17.2", TAL_DANISH_NUMBER_SIGNED | TAL_DANISH_NUMBER_TRUE_MINUS, "−17,2" },
    { "0", TAL_DANISH_NUMBER_SIGNED, "0" },
    { "0.0", TAL_DANISH_NUMBER_SIGNED | TAL_DANISH_NUMBER_TRUE_MINUS, "0,0" },
    { "2016", TAL_DANISH_NUMBER_UNGROUPED, "2016" },
    { "-123456", TAL_DANISH_NUMBER_PLAIN, "-123.456" }, /* no dot behind the sign */
    { "999999999999999999", TAL_DANISH_NUMBER_PLAIN, "999.999.999.999.999.999" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          tal_danish_number_format (make_decimal (cases[i].exact), cases[i].flags);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_danish_number_reads_what_people_write (void)
{
  static const struct
  {
    const char *text;
    const char *exact;
  } cases[] = {
    { "1.357", "1357" },
    { "1 357", "1357" },
    { "1\xc2\xa0"
      "357",
      "1357" },
    { "1\xe2\x80\xaf"
      "357,5",
      "1357.5" },
    { "1357", "1357" },
    { "8,7", "8.7" },
    { "8,70", "8.70" }, /* what was written stays */
    { "1.234,5", "1234.5" },
    { "1234,5", "1234.5" },
    { "1.234.567", "1234567" },
    { "1,357", "1.357" }, /* whether it may have decimals is the asker's to say */
    { "-7", "-7" },
    { "−5", "-5" },
    { "–5", "-5" },
    { "+1.322", "1322" },
    { "0,125", "0.125" },
    { " 545\n", "545" },
    { "-0", "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *exact = NULL;
      TalDecimal         value;

      g_test_message ("%s", cases[i].text);
      tal_danish_number_parse (cases[i].text, &value, &error);
      g_assert_no_error (error);
      exact = tal_decimal_to_string (value);
      g_assert_cmpstr (exact, ==, cases[i].exact);
    }
}

static void
test_danish_number_never_guesses (void)
{
  static const struct
  {
    const char *text;
    TalError    code;
    const char *proposal; /* what the sentence says to write */
  } cases[] = {
    { "1.5", TAL_ERROR_INVALID_TEXT, "1,5" },
    { "1.35", TAL_ERROR_INVALID_TEXT, "1,35" },   /* a dot groups thousands: three digits follow */
    { "0.125", TAL_ERROR_INVALID_TEXT, "0,125" }, /* no thousand begins with a zero */
    { "1,234.5", TAL_ERROR_INVALID_TEXT, "1.234,5" }, /* English grouping */
    { "-2.5", TAL_ERROR_INVALID_TEXT, "-2,5" },
    { "1234.567", TAL_ERROR_INVALID_TEXT, "1234,567" },
    { "12.34.567", TAL_ERROR_INVALID_TEXT, NULL },
    { "1.234 567", TAL_ERROR_INVALID_TEXT, NULL }, /* one separator a number */
    { "1.2345", TAL_ERROR_INVALID_TEXT, "1,2345" },
    { "1,2,3", TAL_ERROR_INVALID_TEXT, NULL },
    { "1.234.", TAL_ERROR_INVALID_TEXT, NULL },
    { "5,", TAL_ERROR_INVALID_TEXT, NULL },
    { ",5", TAL_ERROR_INVALID_TEXT, NULL },
    { ".5", TAL_ERROR_INVALID_TEXT, NULL },
    { "- 5", TAL_ERROR_INVALID_TEXT, NULL },
    { "+-5", TAL_ERROR_INVALID_TEXT, NULL },
    { "5-", TAL_ERROR_INVALID_TEXT, NULL },
    { "", TAL_ERROR_INVALID_TEXT, NULL },
    { "8,7 pct.", TAL_ERROR_INVALID_TEXT, NULL }, /* text around it is an entry's */
    { "1e3", TAL_ERROR_INVALID_TEXT, NULL },
    { "tolv", TAL_ERROR_INVALID_TEXT, NULL },
    { "1.000.000.000.000.000.000", TAL_ERROR_OUT_OF_RANGE, NULL },
    { "0,1234567890", TAL_ERROR_OUT_OF_RANGE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *ending = g_strconcat (" ", cases[i].proposal, NULL);
      TalDecimal         value = TAL_DECIMAL (42, 1);

      g_test_message ("%s", cases[i].text);
      g_assert_false (tal_danish_number_parse (cases[i].text, &value, &error));
      g_assert_error (error, TAL_ERROR, (int)cases[i].code);
      g_assert_true (cases[i].proposal == NULL || g_str_has_suffix (error->message, ending));
      g_assert_true (tal_decimal_is_identical (value, TAL_DECIMAL (42, 1)));
    }
}

static void
test_danish_number_survives_its_text (void)
{
  for (int i = 0; i < 1000; i++)
    {
      gint64           high = g_test_rand_int_range (-999999999, 1000000000);
      gint64           low = g_test_rand_int_range (0, 1000000000);
      gint64           divisor = (gint64)1 << g_test_rand_int_range (0, 60);
      guint8           scale = (guint8)g_test_rand_int_range (0, TAL_DECIMAL_MAX_SCALE + 1);
      TalDecimal       value = TAL_DECIMAL ((high * 1000000000 + low) / divisor, scale);
      g_autofree char *text =
          tal_danish_number_format (value, (TalDanishNumberFlags)g_test_rand_int_range (0, 8));
      TalDecimal again = TAL_DECIMAL (0, 0);

      g_assert_true (tal_danish_number_parse (text, &again, NULL));
      g_assert_true (tal_decimal_is_identical (again, value));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/danish-number/writes-as-readers-expect",
                   test_danish_number_writes_as_readers_expect);
  g_test_add_func ("/base/danish-number/reads-what-people-write",
                   test_danish_number_reads_what_people_write);
  g_test_add_func ("/base/danish-number/never-guesses", test_danish_number_never_guesses);
  g_test_add_func ("/base/danish-number/survives-its-text", test_danish_number_survives_its_text);

  return g_test_run ();
}
