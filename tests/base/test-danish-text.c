/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-text.h"

#include <glib.h>
#include <locale.h>

static void
test_danish_text_becomes_plain (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
  } cases[] = {
    { "", "" },
    { " \t\r\n\xc2\xa0", "" },
    { "  4.  KVARTAL\t2015 ", "4. kvartal 2015" },
    { "1\xc2\xa0"
      "234",
      "1 234" }, /* U+00A0 */
    { "1\xe2\x80\xaf"
      "234",
      "1 234" }, /* U+202F */
    { "−5", "-5" },
    { "2017–18", "2017-18" },
    { "2017—18", "2017-18" },
    { "HALVÅR", "halvår" },
    { "halva\xcc\x8ar", "halvår" }, /* a letter and its ring apart */
    { "MIO.", "mio." },             /* not "mıo." in any locale */
    { "halv\xe5r", "halv\xef\xbf\xbdr" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = tal_danish_text_dup_plain (cases[i].text);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_danish_text_skips_only_what_is_there (void)
{
  const char *cursor = "ca. 410";

  g_assert_false (tal_danish_text_skip (&cursor, "cb"));
  g_assert_cmpstr (cursor, ==, "ca. 410");
  g_assert_true (tal_danish_text_skip (&cursor, "ca. "));
  g_assert_cmpstr (cursor, ==, "410");
}

static void
test_danish_text_skips_whole_numbers (void)
{
  static const struct
  {
    const char *text;
    int         most;
    int         number; /* -1 where there is none */
    const char *rest;
  } cases[] = {
    { "2015", 4, 2015, "" },
    { "07-2015", 2, 7, "-2015" },
    { "123", 2, -1, "123" }, /* a part of a number is no number */
    { "x", 4, -1, "x" },
    { "", 4, -1, "" },
    { "-1", 4, -1, "-1" },
    { "999999999", 9, 999999999, "" },
    { "99999999999999999999", 9, -1, "99999999999999999999" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *cursor = cases[i].text;
      int         number = -1;

      g_assert_cmpint (tal_danish_text_skip_number (&cursor, cases[i].most, &number), ==,
                       cases[i].number >= 0);
      g_assert_cmpint (number, ==, cases[i].number);
      g_assert_cmpstr (cursor, ==, cases[i].rest);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/danish-text/becomes-plain", test_danish_text_becomes_plain);
  g_test_add_func ("/base/danish-text/skips-only-what-is-there",
                   test_danish_text_skips_only_what_is_there);
  g_test_add_func ("/base/danish-text/skips-whole-numbers", test_danish_text_skips_whole_numbers);

  return g_test_run ();
}
