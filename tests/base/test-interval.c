/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-interval.h"

#include <glib.h>
#include <locale.h>

static TalDecimal
read_decimal (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalDecimal         value = TAL_DECIMAL (0, 0);

  tal_decimal_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* "godt 900", with the point of files. */
static TalInterval
read_interval (const char *text)
{
  const char      *number = text;
  TalApproximation approximation = tal_approximation_skip (&number);

  return tal_interval_from_printed (read_decimal (number), approximation);
}

static char *
dup_end (TalFraction end)
{
  TalDecimal value;

  return tal_fraction_round (end, 3, &value) ? tal_decimal_to_string (value) : g_strdup ("none");
}

static void
assert_interval (TalInterval interval, const char *low, const char *high)
{
  g_autofree char *actual_low = dup_end (interval.low);
  g_autofree char *actual_high = dup_end (interval.high);

  g_assert_cmpstr (actual_low, ==, low);
  g_assert_cmpstr (actual_high, ==, high);
}

static void
test_interval_holds_what_a_printed_number_may_have_been (void)
{
  static const struct
  {
    const char *printed;
    const char *low;
    const char *high;
  } rows[] = {
    { "8.7", "8.650", "8.750" },
    { "17", "16.500", "17.500" },
    { "7.74", "7.735", "7.745" },
    { "-3", "-3.500", "-2.500" },
    { "0", "-0.500", "0.500" },
    { "ca. 40", "37.500", "42.500" },
    { "godt 900", "899.500", "945.500" },
    { "knap 77", "72.650", "77.500" },
    { "næsten 4000", "3799.500", "4000.500" },
    { "mere end 35", "34.500", "none" },
    { "under 5", "none", "5.500" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].printed);
      assert_interval (read_interval (rows[i].printed), rows[i].low, rows[i].high);
    }
}

/* The totals and shares of the documents: what rounding explains and what it does not. */
static void
test_interval_tells_rounding_from_error (void)
{
  static const struct
  {
    const char *parts; /* with + between */
    const char *total;
    gboolean    agrees;
  } rows[] = {
    { "218.8 + 14.4 + 14.6 + 23.4", "271.1", TRUE }, /* 271.2 */
    { "218.8 + 14.4 + 14.6 + 23.4", "271.2", TRUE },
    { "218.8 + 14.4 + 14.6 + 23.4", "271.5", FALSE },
    { "19 + 4 + 6 + 4 + 36 + 31", "100", TRUE },
    { "ca. 25 + mere end 35 + ca. 33", "100", TRUE },
    { "ca. 25 + 35 + ca. 33", "100", FALSE },
    { "54 + 41 + 5", "100", TRUE },
    { "64 + 29 + 12", "100", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[i].parts, " + ", -1);
      TalInterval    sum = tal_interval_from_exact (tal_fraction_from_integer (0));

      for (gsize j = 0; parts[j] != NULL; j++)
        sum = tal_interval_add (sum, read_interval (parts[j]));
      g_test_message ("%s = %s", rows[i].parts, rows[i].total);
      g_assert_cmpint (tal_interval_overlaps (sum, read_interval (rows[i].total)), ==,
                       rows[i].agrees);
    }
}

static void
test_interval_divides_and_scales (void)
{
  TalInterval share = tal_interval_divide (read_interval ("55"), read_interval ("348"));
  TalInterval nothing = tal_interval_divide (read_interval ("1"), read_interval ("0"));

  assert_interval (tal_interval_scale (share, tal_fraction_from_integer (100)), "15.638", "15.971");
  assert_interval (nothing, "1.000", "none");
  assert_interval (tal_interval_subtract (read_interval ("62.4"), read_interval ("46.6")), "15.700",
                   "15.900");
  g_assert_true (tal_interval_contains (read_interval ("16"),
                                        tal_fraction_from_decimal (read_decimal ("15.8"))));
  g_assert_false (tal_interval_contains (read_interval ("17"),
                                         tal_fraction_from_decimal (read_decimal ("15.8"))));
}

/* Differences stand above a line too, and may be on either side of nothing. */
static void
test_interval_divides_what_is_below_zero (void)
{
  static const struct
  {
    const char *above;
    const char *below;
    const char *low;
    const char *high;
  } rows[] = {
    { "10", "4", "2.111", "3.000" },         { "-10", "4", "-3.000", "-2.111" },
    { "0", "4", "-0.143", "0.143" },         { "10", "0", "19.000", "none" },
    { "-10", "0", "none", "-19.000" },       { "10", "under 5", "1.727", "none" },
    { "10", "mere end 4", "none", "3.000" }, { "10", "-4", "none", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s / %s", rows[i].above, rows[i].below);
      assert_interval (tal_interval_divide (read_interval (rows[i].above),
                                            read_interval (rows[i].below)),
                       rows[i].low, rows[i].high);
    }

  assert_interval (tal_interval_scale (read_interval ("10"), tal_fraction_from_integer (-2)),
                   "-21.000", "-19.000");
  assert_interval (tal_interval_scale (read_interval ("mere end 10"),
                                       tal_fraction_from_integer (-1)),
                   "none", "-9.500");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/interval/holds-what-a-printed-number-may-have-been",
                   test_interval_holds_what_a_printed_number_may_have_been);
  g_test_add_func ("/base/interval/tells-rounding-from-error",
                   test_interval_tells_rounding_from_error);
  g_test_add_func ("/base/interval/divides-and-scales", test_interval_divides_and_scales);
  g_test_add_func ("/base/interval/divides-what-is-below-zero",
                   test_interval_divides_what_is_below_zero);

  return g_test_run ();
}
