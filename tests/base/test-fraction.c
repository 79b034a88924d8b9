/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-fraction.h"

#include <glib.h>
#include <locale.h>

static TalFraction
make_fraction (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalDecimal         value = TAL_DECIMAL (0, 0);

  tal_decimal_parse (text, &value, &error);
  g_assert_no_error (error);

  return tal_fraction_from_decimal (value);
}

static char *
dup_rounded (TalFraction value, guint8 scale)
{
  TalDecimal rounded;

  if (!tal_fraction_round (value, scale, &rounded))
    return g_strdup ("none");

  return tal_decimal_to_string (rounded);
}

/* The real shares of the municipal tables, in per cent and for one group per another. */
static void
test_fraction_gives_the_shares_of_the_tables (void)
{
  static const struct
  {
    int         numerator;
    int         denominator;
    int         factor;
    guint8      scale;
    const char *share;
  } cases[] = {
    { 268, 545, 100, 0, "49" },       { 110, 268, 100, 0, "41" },
    { 179, 348, 100, 0, "51" },       { 197, 545, 100, 0, "36" },
    { 55, 348, 100, 0, "16" },        { 355, 545, 100, 0, "65" },
    { 203, 348, 100, 0, "58" },       { 984, 24208, 100, 1, "4.1" },
    { 8048, 24208, 100, 1, "33.2" }, /* 33,25 on the way would have given 33,3 */
    { 11526, 24208, 100, 1, "47.6" }, { 42, 24208, 100, 1, "0.2" },
    { 314, 772, 100, 1, "40.7" },     { 580, 2250, 100, 1, "25.8" },
    { 578, 1142, 100, 1, "50.6" },    { 21, 123, 1, 2, "0.17" },
    { 1, 203, 1, 2, "0.00" },         { 5, 110, 1, 2, "0.05" },
    { 50, 50, 100, 0, "100" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalFraction      share = tal_fraction_divide (tal_fraction_from_integer (cases[i].numerator),
                                                    tal_fraction_from_integer (cases[i].denominator));
      g_autofree char *text = NULL;

      share = tal_fraction_multiply (share, tal_fraction_from_integer (cases[i].factor));
      text = dup_rounded (share, cases[i].scale);
      g_test_message ("%d of %d", cases[i].numerator, cases[i].denominator);
      g_assert_cmpstr (text, ==, cases[i].share);
    }
}

static void
test_fraction_gives_the_changes_of_the_tables (void)
{
  static const struct
  {
    int         before;
    int         after;
    const char *change;
    const char *percent;
  } cases[] = {
    { 14644, 12124, "-2520", "-17.2" }, { 2840, 3016, "176", "6.2" },
    { 2026, 2351, "325", "16.0" },      { 814, 665, "-149", "-18.3" },
    { 1326, 2648, "1322", "99.7" },     { 450, 352, "-98", "-21.8" },
    { 300, 453, "153", "51.0" },        { 142, 263, "121", "85.2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalFraction      before = tal_fraction_from_integer (cases[i].before);
      TalFraction      after = tal_fraction_from_integer (cases[i].after);
      TalFraction      change = tal_fraction_subtract (after, before);
      TalFraction      percent = tal_fraction_multiply (tal_fraction_divide (change, before),
                                                        tal_fraction_from_integer (100));
      g_autofree char *change_text = dup_rounded (change, 0);
      g_autofree char *percent_text = dup_rounded (percent, 1);

      g_assert_cmpstr (change_text, ==, cases[i].change);
      g_assert_cmpstr (percent_text, ==, cases[i].percent);
    }
}

static void
test_fraction_gives_the_sums_of_the_tables (void)
{
  static const struct
  {
    const char *terms[5];
    const char *sum;
    guint8      scale;
  } cases[] = {
    { { "24208", "772", "2250", "1142" }, "28372", 0 },
    { { "8800", "8800", "8800", "8800" }, "35200", 0 },
    { { "10", "19.2", "3.6" }, "32.8", 1 },
    { { "0.1", "0.2" }, "0.300000000", 9 }, /* binary numbers would leave a rest */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalFraction      sum = tal_fraction_from_integer (0);
      g_autofree char *text = NULL;

      for (gsize j = 0; cases[i].terms[j] != NULL; j++)
        sum = tal_fraction_add (sum, make_fraction (cases[i].terms[j]));

      text = dup_rounded (sum, cases[i].scale);
      g_assert_cmpstr (text, ==, cases[i].sum);
    }
}

static void
test_fraction_stays_in_lowest_terms (void)
{
  TalFraction half =
      tal_fraction_divide (tal_fraction_from_integer (-50), tal_fraction_from_integer (-100));
  TalFraction third =
      tal_fraction_divide (tal_fraction_from_integer (21), tal_fraction_from_integer (-63));
  TalFraction zero = tal_fraction_subtract (half, half);

  g_assert_true (half.numerator == 1 && half.denominator == 2);
  g_assert_true (third.numerator == -1 && third.denominator == 3);
  g_assert_true (zero.numerator == 0 && zero.denominator == 1);
  g_assert_true (tal_fraction_is_zero (zero));
  g_assert_false (tal_fraction_is_zero (half));
}

static TalFraction
make_power (int base, int exponent)
{
  TalFraction power = tal_fraction_from_integer (1);

  for (int i = 0; i < exponent; i++)
    power = tal_fraction_multiply (power, tal_fraction_from_integer (base));

  return power;
}

static void
test_fraction_marks_what_it_cannot_hold (void)
{
  TalFraction one = tal_fraction_from_integer (1);
  TalFraction zero = tal_fraction_from_integer (0);
  TalFraction large = make_power (2, 126);
  TalFraction none = tal_fraction_divide (one, zero);
  TalFraction small = tal_fraction_divide (one, make_power (3, 79));
  TalDecimal  value = TAL_DECIMAL (42, 1);

  g_assert_true (tal_fraction_is_valid (large));
  g_assert_true (tal_fraction_is_valid (small));

  g_assert_false (tal_fraction_is_valid (none));
  g_assert_false (tal_fraction_is_zero (none));
  g_assert_false (tal_fraction_is_valid (tal_fraction_add (none, one)));
  g_assert_false (tal_fraction_is_valid (tal_fraction_subtract (one, none)));
  g_assert_false (tal_fraction_is_valid (tal_fraction_multiply (none, zero)));
  g_assert_false (tal_fraction_is_valid (tal_fraction_divide (one, none)));
  g_assert_false (tal_fraction_is_valid (tal_fraction_divide (zero, zero)));

  g_assert_false (tal_fraction_is_valid (tal_fraction_add (large, large)));
  g_assert_false (tal_fraction_is_valid (make_power (2, 127)));
  g_assert_false (tal_fraction_is_valid (make_power (-2, 127))); /* has no opposite */
  g_assert_false (
      tal_fraction_is_valid (tal_fraction_add (small, tal_fraction_divide (one, large))));

  g_assert_false (tal_fraction_round (none, 0, &value));
  g_assert_false (tal_fraction_round (large, 0, &value));
  g_assert_false (tal_fraction_round (make_fraction ("999999999999999999"), 1, &value));
  g_assert_true (tal_decimal_is_identical (value, TAL_DECIMAL (42, 1)));
}

static void
test_fraction_shortens_before_it_multiplies (void)
{
  TalFraction large = make_power (3, 79);
  TalFraction one = tal_fraction_multiply (large, tal_fraction_divide (make_fraction ("1"), large));

  g_assert_true (one.numerator == 1 && one.denominator == 1);
}

static void
test_fraction_rounds_halves_away_from_zero (void)
{
  static const struct
  {
    const char *numerator;
    const char *denominator;
    guint8      scale;
    const char *rounded;
  } cases[] = {
    { "1", "2", 0, "1" },
    { "-1", "2", 0, "-1" },
    { "5", "2", 0, "3" }, /* not to the even one */
    { "1", "3", 9, "0.333333333" },
    { "2", "3", 9, "0.666666667" },
    { "-2", "3", 1, "-0.7" },
    { "1", "8", 2, "0.13" },
    { "1", "-8", 2, "-0.13" },
    { "0.000000001", "1", 0, "0" },
    { "999", "1000", 2, "1.00" },
    { "49.9999", "100", 0, "0" }, /* once, not by way of 50 */
    { "999999999999999999", "1", 0, "999999999999999999" },
    { "1999999999999999", "2", 0, "1000000000000000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalFraction      value = tal_fraction_divide (make_fraction (cases[i].numerator),
                                                    make_fraction (cases[i].denominator));
      g_autofree char *text = dup_rounded (value, cases[i].scale);

      g_test_message ("%s / %s", cases[i].numerator, cases[i].denominator);
      g_assert_cmpstr (text, ==, cases[i].rounded);
    }
}

static void
test_fraction_rounds_the_smallest_without_overflow (void)
{
  TalFraction large = make_power (3, 79); /* times ten, it would pass 128 bits */
  TalFraction two_thirds = tal_fraction_subtract (tal_fraction_from_integer (1),
                                                  tal_fraction_divide (make_power (3, 78), large));
  TalFraction near_one =
      tal_fraction_divide (tal_fraction_subtract (large, tal_fraction_from_integer (1)), large);
  g_autofree char *thirds_text = dup_rounded (two_thirds, 9);
  g_autofree char *one_text = dup_rounded (near_one, 9);
  g_autofree char *half_text = dup_rounded (tal_fraction_divide (near_one, make_power (2, 1)), 0);

  g_assert_cmpstr (thirds_text, ==, "0.666666667");
  g_assert_cmpstr (one_text, ==, "1.000000000");
  g_assert_cmpstr (half_text, ==, "0"); /* just below one half */
}

static void
test_fraction_orders_without_overflow (void)
{
  TalFraction large = make_power (3, 79);
  TalFraction one = tal_fraction_from_integer (1);
  /* From least to most; neighbours differ by what a cross product could not hold. */
  const TalFraction ascending[] = {
    tal_fraction_subtract (tal_fraction_from_integer (0), large),
    tal_fraction_from_integer (-2),
    make_fraction ("-1.5"),
    make_fraction ("-1.4"),
    make_fraction ("-0.1"),
    tal_fraction_from_integer (0),
    tal_fraction_divide (one, large),
    make_fraction ("0.1"),
    tal_fraction_divide (tal_fraction_subtract (large, make_fraction ("2")), large),
    tal_fraction_divide (tal_fraction_subtract (large, one), large),
    one,
    tal_fraction_divide (large, tal_fraction_subtract (large, one)),
    tal_fraction_from_integer (2),
    large,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (ascending); j++)
        {
          g_test_message ("%u and %u", (guint)i, (guint)j);
          g_assert_cmpint (tal_fraction_compare (ascending[i], ascending[j]), ==,
                           (i > j) - (i < j));
        }
    }
}

static void
test_fraction_arithmetic_undoes_itself (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TalFraction a =
          tal_fraction_divide (tal_fraction_from_integer (g_test_rand_int_range (-99999, 99999)),
                               tal_fraction_from_integer (g_test_rand_int_range (1, 99999)));
      TalFraction b =
          tal_fraction_divide (tal_fraction_from_integer (g_test_rand_int_range (1, 99999)),
                               tal_fraction_from_integer (g_test_rand_int_range (1, 99999)));
      TalFraction sum = tal_fraction_add (a, b);
      TalFraction product = tal_fraction_multiply (a, b);

      g_assert_cmpint (tal_fraction_compare (sum, a), ==, 1);
      g_assert_cmpint (tal_fraction_compare (tal_fraction_subtract (sum, b), a), ==, 0);
      g_assert_cmpint (tal_fraction_compare (tal_fraction_divide (product, b), a), ==, 0);
    }
}

static void
test_fraction_is_drawn_where_it_lies (void)
{
  TalFraction value = tal_fraction_divide (make_fraction ("-268"), make_fraction ("545"));

  g_assert_cmpfloat_with_epsilon (tal_fraction_to_double (value), -268.0 / 545.0, 1e-15);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/fraction/gives-the-shares-of-the-tables",
                   test_fraction_gives_the_shares_of_the_tables);
  g_test_add_func ("/base/fraction/gives-the-changes-of-the-tables",
                   test_fraction_gives_the_changes_of_the_tables);
  g_test_add_func ("/base/fraction/gives-the-sums-of-the-tables",
                   test_fraction_gives_the_sums_of_the_tables);
  g_test_add_func ("/base/fraction/stays-in-lowest-terms", test_fraction_stays_in_lowest_terms);
  g_test_add_func ("/base/fraction/marks-what-it-cannot-hold",
                   test_fraction_marks_what_it_cannot_hold);
  g_test_add_func ("/base/fraction/shortens-before-it-multiplies",
                   test_fraction_shortens_before_it_multiplies);
  g_test_add_func ("/base/fraction/rounds-halves-away-from-zero",
                   test_fraction_rounds_halves_away_from_zero);
  g_test_add_func ("/base/fraction/rounds-the-smallest-without-overflow",
                   test_fraction_rounds_the_smallest_without_overflow);
  g_test_add_func ("/base/fraction/orders-without-overflow", test_fraction_orders_without_overflow);
  g_test_add_func ("/base/fraction/arithmetic-undoes-itself",
                   test_fraction_arithmetic_undoes_itself);
  g_test_add_func ("/base/fraction/is-drawn-where-it-lies", test_fraction_is_drawn_where_it_lies);

  return g_test_run ();
}
