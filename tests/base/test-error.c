/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"

#include <glib.h>
#include <locale.h>

#define TEN "1234567890"
#define FIFTY_NINE TEN TEN TEN TEN TEN "123456789"

static void
test_error_quotes_what_fits_in_a_sentence (void)
{
  static const struct
  {
    const char *text;
    const char *quotable;
  } cases[] = {
    { "", "" },
    { "8,7", "8,7" },
    { FIFTY_NINE "x", FIFTY_NINE "x" },
    { FIFTY_NINE "xy", FIFTY_NINE "x…" },
    { FIFTY_NINE "øy", FIFTY_NINE "ø…" }, /* characters are counted, not bytes */
    { FIFTY_NINE TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN,
      FIFTY_NINE "1…" },
    { "two\nlines\tand a tab", "two lines and a tab" },
    { "\xf8st", "\xef\xbf\xbdst" }, /* Latin-1 is no UTF-8 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quotable = tal_error_dup_quotable (cases[i].text);

      g_assert_cmpstr (quotable, ==, cases[i].quotable);
      g_assert_true (g_utf8_validate (quotable, -1, NULL));
    }
}

static void
test_error_has_a_domain_of_its_own (void)
{
  g_assert_cmpstr (g_quark_to_string (TAL_ERROR), ==, "tal-error-quark");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/error/quotes-what-fits-in-a-sentence",
                   test_error_quotes_what_fits_in_a_sentence);
  g_test_add_func ("/base/error/has-a-domain-of-its-own", test_error_has_a_domain_of_its_own);

  return g_test_run ();
}
