/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-decimal.h"
#include "base/tal-error.h"

#include <glib.h>
#include <locale.h>
#include <math.h>

static TalDecimal
make_decimal (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalDecimal         value = TAL_DECIMAL (0, 0);

  tal_decimal_parse (text, &value, &error);
  g_assert_no_error (error);

  return value;
}

static void
test_decimal_reads_what_files_hold (void)
{
  static const struct
  {
    const char *text;
    gint64      coefficient;
    guint8      scale;
    const char *again;
  } cases[] = {
    { "0", 0, 0, "0" },
    { "7", 7, 0, "7" },
    { "-12.50", -1250, 2, "-12.50" },
    { "8.70", 870, 2, "8.70" }, /* what was written stays */
    { "0.05", 5, 2, "0.05" },
    { "-0.05", -5, 2, "-0.05" },
    { "-0", 0, 0, "0" }, /* zero has no sign */
    { "-0.00", 0, 2, "0.00" },
    { "007", 7, 0, "7" },
    { "0.000000001", 1, 9, "0.000000001" },
    { "999999999999999999", TAL_DECIMAL_MAX_COEFFICIENT, 0, "999999999999999999" },
    { "-999999999.999999999", -TAL_DECIMAL_MAX_COEFFICIENT, 9, "-999999999.999999999" },
    { "000000000000000000000000001.5", 15, 1, "1.5" }, /* zeros in front are no digits */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalDecimal       value = make_decimal (cases[i].text);
      g_autofree char *again = tal_decimal_to_string (value);

      g_assert_cmpint (value.coefficient, ==, cases[i].coefficient);
      g_assert_cmpint (value.scale, ==, cases[i].scale);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

static void
test_decimal_refuses_what_is_not_a_number (void)
{
  static const struct
  {
    const char *text;
    TalError    code;
  } cases[] = {
    { "", TAL_ERROR_INVALID_TEXT },
    { "-", TAL_ERROR_INVALID_TEXT },
    { ".", TAL_ERROR_INVALID_TEXT },
    { "1.", TAL_ERROR_INVALID_TEXT }, /* digits on both sides of a point */
    { ".5", TAL_ERROR_INVALID_TEXT },
    { "-.5", TAL_ERROR_INVALID_TEXT },
    { "1.2.3", TAL_ERROR_INVALID_TEXT },
    { "+1", TAL_ERROR_INVALID_TEXT }, /* one number has one spelling of its sign */
    { "--1", TAL_ERROR_INVALID_TEXT },
    { "1e3", TAL_ERROR_INVALID_TEXT },
    { "0x1", TAL_ERROR_INVALID_TEXT },
    { " 1", TAL_ERROR_INVALID_TEXT },
    { "1 ", TAL_ERROR_INVALID_TEXT },
    { "1\n", TAL_ERROR_INVALID_TEXT },
    { "1,5", TAL_ERROR_INVALID_TEXT }, /* a comma is for people */
    { "nan", TAL_ERROR_INVALID_TEXT },
    { "inf", TAL_ERROR_INVALID_TEXT },
    { "−5", TAL_ERROR_INVALID_TEXT }, /* U+2212 is for people */
    { "٣", TAL_ERROR_INVALID_TEXT },  /* only the digits 0 to 9 */
    { "1000000000000000000", TAL_ERROR_OUT_OF_RANGE },
    { "9999999999.999999999", TAL_ERROR_OUT_OF_RANGE },
    { "0.0000000000", TAL_ERROR_OUT_OF_RANGE },
    { "99999999999999999999999999999999999999999", TAL_ERROR_OUT_OF_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TalDecimal         value = TAL_DECIMAL (42, 1);

      g_test_message ("%s", cases[i].text);
      g_assert_false (tal_decimal_parse (cases[i].text, &value, &error));
      g_assert_error (error, TAL_ERROR, (int)cases[i].code);
      g_assert_true (tal_decimal_is_identical (value, TAL_DECIMAL (42, 1)));
    }
}

static void
test_decimal_survives_its_text (void)
{
  for (int i = 0; i < 1000; i++)
    {
      gint64 high = g_test_rand_int_range (-999999999, 1000000000);
      gint64 low = g_test_rand_int_range (0, 1000000000);
      gint64 divisor = (gint64)1 << g_test_rand_int_range (0, 60); /* short ones too */
      guint8 scale = (guint8)g_test_rand_int_range (0, TAL_DECIMAL_MAX_SCALE + 1);

      TalDecimal       value = TAL_DECIMAL ((high * 1000000000 + low) / divisor, scale);
      g_autofree char *text = tal_decimal_to_string (value);

      g_assert_true (tal_decimal_is_identical (make_decimal (text), value));
    }
}

static void
test_decimal_orders_by_size_alone (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    int         order;
  } cases[] = {
    { "8.7", "8.70", 0 },
    { "8.7", "8.71", -1 },
    { "-8.7", "-8.71", 1 },
    { "9", "10", -1 },
    { "0", "0.000000000", 0 },
    { "-1", "1", -1 },
    { "999999999999999999", "999999999.999999999", 1 }, /* no overflow at the ends */
    { "-999999999999999999", "0.000000001", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalDecimal a = make_decimal (cases[i].a);
      TalDecimal b = make_decimal (cases[i].b);

      g_test_message ("%s and %s", cases[i].a, cases[i].b);
      g_assert_cmpint (tal_decimal_compare (a, b), ==, cases[i].order);
      g_assert_cmpint (tal_decimal_compare (b, a), ==, -cases[i].order);
      g_assert_false (tal_decimal_is_identical (a, b));
    }
}

static void
test_decimal_knows_whole_zero_and_negative (void)
{
  static const struct
  {
    const char *text;
    gboolean    whole;
    gboolean    zero;
    gboolean    negative;
  } cases[] = {
    { "0", TRUE, TRUE, FALSE },       { "0.00", TRUE, TRUE, FALSE },
    { "545", TRUE, FALSE, FALSE },    { "545.0", TRUE, FALSE, FALSE },
    { "545.5", FALSE, FALSE, FALSE }, { "-7", TRUE, FALSE, TRUE },
    { "-0.1", FALSE, FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalDecimal value = make_decimal (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (tal_decimal_is_whole (value), ==, cases[i].whole);
      g_assert_cmpint (tal_decimal_is_zero (value), ==, cases[i].zero);
      g_assert_cmpint (tal_decimal_is_negative (value), ==, cases[i].negative);
    }
}

static void
test_decimal_rounds_halves_away_from_zero (void)
{
  static const struct
  {
    const char *text;
    guint8      scale;
    const char *rounded;
  } cases[] = {
    { "8.65", 1, "8.7" },
    { "8.649999999", 1, "8.6" },
    { "-8.65", 1, "-8.7" },
    { "-8.64", 1, "-8.6" },
    { "0.5", 0, "1" },
    { "-0.5", 0, "-1" },
    { "0.4", 0, "0" },
    { "-0.4", 0, "0" },
    { "1.5", 0, "2" },
    { "2.5", 0, "3" }, /* not to the even one */
    { "99.95", 1, "100.0" },
    { "8.7", 3, "8.700" },
    { "999999999999999999", 1, "999999999999999999" }, /* no room for a zero */
    { "-99999999999999999", 1, "-99999999999999999.0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalDecimal       rounded = tal_decimal_round (make_decimal (cases[i].text), cases[i].scale);
      g_autofree char *text = tal_decimal_to_string (rounded);

      g_test_message ("%s to %d", cases[i].text, cases[i].scale);
      g_assert_cmpstr (text, ==, cases[i].rounded);
    }
}

static void
test_decimal_finds_what_a_binary_number_was (void)
{
  static const struct
  {
    const char *text;
    const char *exact; /* NULL where it must be refused */
    gboolean    rounded;
  } cases[] = {
    { "9.1400000000000006", "9.14", FALSE },
    { "72.099999999999994", "72.1", FALSE },
    { "-0.10000000000000001", "-0.1", FALSE },
    { "352", "352", FALSE },
    { "8.70", "8.7", FALSE },
    { "-0", "0", FALSE },
    { ".5", "0.5", FALSE },
    { "1E-3", "0.001", FALSE },
    { "1e-9", "0.000000001", FALSE },
    { "1.5E+6", "1500000", FALSE },
    { "9007199254740991", "9007199254740991", FALSE },
    { "1234567890123456.5", "1234567890123456", TRUE },
    { "123456789.12345678", "123456789.123457", TRUE },
    { "0.33333333333333331", "0.333333333", TRUE },
    { "0.30000000000000004", "0.3", TRUE }, /* 0.1 + 0.2 */
    { "1e-10", "0", TRUE },
    { "1E+19", NULL, FALSE },
    { "1e999", NULL, FALSE },
    { "nan", NULL, FALSE },
    { "inf", NULL, FALSE },
    { "0x10", NULL, FALSE },
    { "1,5", NULL, FALSE },
    { "12 kr.", NULL, FALSE },
    { "", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exact = NULL;
      TalDecimal       value = TAL_DECIMAL_NONE;
      gboolean         rounded = FALSE;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (tal_decimal_parse_binary (cases[i].text, &value, &rounded, NULL), ==,
                       cases[i].exact != NULL);
      if (cases[i].exact == NULL)
        continue;

      exact = tal_decimal_to_string (value);
      g_assert_cmpstr (exact, ==, cases[i].exact);
      g_assert_cmpint (rounded, ==, cases[i].rounded);
    }
}

static void
test_decimal_is_drawn_where_it_lies (void)
{
  g_assert_cmpfloat_with_epsilon (tal_decimal_to_double (make_decimal ("-8.75")), -8.75, 1e-14);
  g_assert_cmpfloat_with_epsilon (tal_decimal_to_double (make_decimal ("0.1")), 0.1, 1e-17);
  g_assert_cmpfloat_with_epsilon (tal_decimal_to_double (make_decimal ("545")), 545, 1e-12);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/decimal/reads-what-files-hold", test_decimal_reads_what_files_hold);
  g_test_add_func ("/base/decimal/refuses-what-is-not-a-number",
                   test_decimal_refuses_what_is_not_a_number);
  g_test_add_func ("/base/decimal/survives-its-text", test_decimal_survives_its_text);
  g_test_add_func ("/base/decimal/orders-by-size-alone", test_decimal_orders_by_size_alone);
  g_test_add_func ("/base/decimal/knows-whole-zero-and-negative",
                   test_decimal_knows_whole_zero_and_negative);
  g_test_add_func ("/base/decimal/rounds-halves-away-from-zero",
                   test_decimal_rounds_halves_away_from_zero);
  g_test_add_func ("/base/decimal/finds-what-a-binary-number-was",
                   test_decimal_finds_what_a_binary_number_was);
  g_test_add_func ("/base/decimal/is-drawn-where-it-lies", test_decimal_is_drawn_where_it_lies);

  return g_test_run ();
}
