/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "base/tal-time.h"

#include <glib.h>
#include <locale.h>

static void
test_time_keeps_its_text (void)
{
  static const struct
  {
    const char *text;
    TalTime     time;
    const char *day;
  } cases[] = {
    { "1970-01-01T00:00:00Z", 0, "1970-01-01" },
    { "1969-12-31T23:59:59Z", -1, "1969-12-31" }, /* before 1970, days still end at midnight */
    { "2024-06-18T08:42:00Z", 1718700120, "2024-06-18" },
    { "2024-02-29T23:59:59Z", 1709251199, "2024-02-29" },
    { "2038-01-19T03:14:08Z", G_GINT64_CONSTANT (2147483648), "2038-01-19" },
    { "1000-01-01T00:00:00Z", G_GINT64_CONSTANT (-30610224000), "1000-01-01" },
    { "9999-12-31T23:59:59Z", G_GINT64_CONSTANT (253402300799), "9999-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *again = NULL;
      g_autofree char   *day = NULL;
      TalTime            time = 0;

      g_assert_true (tal_time_parse (cases[i].text, &time, &error));
      g_assert_no_error (error);
      g_assert_cmpint (time, ==, cases[i].time);
      again = tal_time_to_string (time);
      day = tal_day_to_string (tal_time_get_day (time));
      g_assert_cmpstr (again, ==, cases[i].text);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

static void
test_time_refuses_other_spellings (void)
{
  static const char *texts[] = {
    "",
    "2024-06-18",
    "2024-06-18T08:42:00",       /* whose clock? */
    "2024-06-18T08:42:00+02:00", /* one time has one spelling */
    "2024-06-18T08:42:00.5Z",
    "2024-06-18T08:42Z",
    "2024-06-18 08:42:00Z",
    "2024-06-18t08:42:00z",
    "20240618T084200Z",
    "2024-06-18T24:00:00Z",
    "2024-06-18T23:60:00Z",
    "2024-06-30T23:59:60Z", /* no leap second */
    "2023-02-29T00:00:00Z",
    "0999-12-31T23:59:59Z",
    "2024-06-18T08:42:00Z ",
    " 2024-06-18T08:42:00Z",
    "2024-06-18T-8:42:00Z",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TalTime            time = 42;

      g_test_message ("%s", texts[i]);
      g_assert_false (tal_time_parse (texts[i], &time, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
      g_assert_cmpint (time, ==, 42);
    }
}

static void
test_time_survives_its_text (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TalTime time = (TalTime)g_test_rand_int_range (-300000000, G_MAXINT) * 100 +
                     g_test_rand_int_range (0, 100);
      g_autofree char *text = tal_time_to_string (time);
      TalTime          again = 0;

      g_assert_true (tal_time_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, time);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/time/keeps-its-text", test_time_keeps_its_text);
  g_test_add_func ("/base/time/refuses-other-spellings", test_time_refuses_other_spellings);
  g_test_add_func ("/base/time/survives-its-text", test_time_survives_its_text);

  return g_test_run ();
}
