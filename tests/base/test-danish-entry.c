/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-entry.h"
#include "base/tal-error.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

/* Of each approximation. */
static const char *const letters[] = { "", "a", "o", "u", "n", "m", "l" };

static const struct
{
  const char        *text;
  TalDanishEntryKind kind;
  const char        *value;
  const char        *denominator;
  const char *marks; /* preliminary, percent, kroner by first letter, approximations by letter */
} figures[] = {
  { "", TAL_DANISH_ENTRY_EMPTY, "0", "0", "" },
  { " \xc2\xa0", TAL_DANISH_ENTRY_EMPTY, "0", "0", "" },
  { "1.357", TAL_DANISH_ENTRY_NUMBER, "1357", "0", "" },
  { "1 357", TAL_DANISH_ENTRY_NUMBER, "1357", "0", "" },
  { "8,7", TAL_DANISH_ENTRY_NUMBER, "8.7", "0", "" },
  { "8,7%", TAL_DANISH_ENTRY_NUMBER, "8.7", "0", "%" },
  { "8,7 %", TAL_DANISH_ENTRY_NUMBER, "8.7", "0", "%" },
  { "8,7 pct.", TAL_DANISH_ENTRY_NUMBER, "8.7", "0", "%" },
  { "8,7\xc2\xa0pct", TAL_DANISH_ENTRY_NUMBER, "8.7", "0", "%" },
  { "38 procent", TAL_DANISH_ENTRY_NUMBER, "38", "0", "%" },
  { "545*", TAL_DANISH_ENTRY_NUMBER, "545", "0", "p" },
  { "545 *", TAL_DANISH_ENTRY_NUMBER, "545", "0", "p" },
  { "51,4 pct.*", TAL_DANISH_ENTRY_NUMBER, "51.4", "0", "p%" },
  { "268/545", TAL_DANISH_ENTRY_SHARE, "268", "545", "" },
  { "1.268 / 2.545 *", TAL_DANISH_ENTRY_SHARE, "1268", "2545", "p" },
  { "3,3 mio. kr.", TAL_DANISH_ENTRY_NUMBER, "3300000", "0", "k" },
  { "3,3 mio.", TAL_DANISH_ENTRY_NUMBER, "3300000", "0", "" },
  { "3,30 mio", TAL_DANISH_ENTRY_NUMBER, "3300000", "0", "" },
  { "1,2345678 mio. kr", TAL_DANISH_ENTRY_NUMBER, "1234567.8", "0", "k" },
  { "999.999.999.999 mio.", TAL_DANISH_ENTRY_NUMBER, "999999999999000000", "0", "" },
  { "2 mia. kr.", TAL_DANISH_ENTRY_NUMBER, "2000000000", "0", "k" },
  { "2,5 MIA.", TAL_DANISH_ENTRY_NUMBER, "2500000000", "0", "" },
  { "8.600 (1.000 kr.)", TAL_DANISH_ENTRY_NUMBER, "8600000", "0", "k" },
  { "8.600 1.000 kr.", TAL_DANISH_ENTRY_NUMBER, "8600000", "0", "k" },
  { "8.600 t.kr.", TAL_DANISH_ENTRY_NUMBER, "8600000", "0", "k" },
  { "1.000 kr.", TAL_DANISH_ENTRY_NUMBER, "1000", "0", "k" }, /* a thousand, not a unit */
  { "21.000 kr.", TAL_DANISH_ENTRY_NUMBER, "21000", "0", "k" },
  { "450 kr", TAL_DANISH_ENTRY_NUMBER, "450", "0", "k" },
  { "-", TAL_DANISH_ENTRY_NUMBER, "0", "0", "" },
  { "–", TAL_DANISH_ENTRY_NUMBER, "0", "0", "" },
  { "-*", TAL_DANISH_ENTRY_NUMBER, "0", "0", "p" },
  { "−5", TAL_DANISH_ENTRY_NUMBER, "-5", "0", "" }, /* refusing it is the asker's */
  { "1,357", TAL_DANISH_ENTRY_NUMBER, "1.357", "0", "" },
  { "ca. 410", TAL_DANISH_ENTRY_NUMBER, "410", "0", "a" },
  { "Ca 410*", TAL_DANISH_ENTRY_NUMBER, "410", "0", "ap" },
  { "ca.3,3 mio. kr.", TAL_DANISH_ENTRY_NUMBER, "3300000", "0", "ak" },
  { "godt 900", TAL_DANISH_ENTRY_NUMBER, "900", "0", "o" },
  { "Knap 77 pct.", TAL_DANISH_ENTRY_NUMBER, "77", "0", "u%" },
  { "lidt over 11", TAL_DANISH_ENTRY_NUMBER, "11", "0", "o" },
  { "næsten 4.000", TAL_DANISH_ENTRY_NUMBER, "4000", "0", "n" },
  { "mere end  35 pct.", TAL_DANISH_ENTRY_NUMBER, "35", "0", "m%" },
  { "under 5", TAL_DANISH_ENTRY_NUMBER, "5", "0", "l" },
  { "..", TAL_DANISH_ENTRY_NOT_AVAILABLE, "0", "0", "" },
  { " . ", TAL_DANISH_ENTRY_NOT_APPLICABLE, "0", "0", "" },
  { "*", TAL_DANISH_ENTRY_WITHHELD, "0", "0", "" },
  { "0", TAL_DANISH_ENTRY_NUMBER, "0", "0", "" },
};

static void
test_danish_entry_reads_what_tables_hold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *value = NULL;
      g_autofree char   *denominator = NULL;
      g_autofree char   *marks = NULL;
      TalDanishEntry     entry = { .value = TAL_DECIMAL (42, 1) };

      g_test_message ("%s", figures[i].text);
      tal_danish_entry_parse (figures[i].text, &entry, &error);
      g_assert_no_error (error);
      value = tal_decimal_to_string (entry.value);
      denominator = tal_decimal_to_string (entry.denominator);
      marks = g_strconcat (letters[entry.approximation], entry.preliminary ? "p" : "",
                           entry.percent ? "%" : "", entry.kroner ? "k" : "", NULL);
      g_assert_cmpint (entry.kind, ==, figures[i].kind);
      g_assert_cmpstr (value, ==, figures[i].value);
      g_assert_cmpstr (denominator, ==, figures[i].denominator);
      g_assert_cmpstr (marks, ==, figures[i].marks);
    }
}

static void
test_danish_entry_refuses_what_is_no_figure (void)
{
  static const struct
  {
    const char *text;
    TalError    code;
  } cases[] = {
    { "1.5", TAL_ERROR_INVALID_TEXT }, /* a decimal takes a comma */
    { "1.35", TAL_ERROR_INVALID_TEXT },
    { "1.5 pct.", TAL_ERROR_INVALID_TEXT },
    { "12.34.567", TAL_ERROR_INVALID_TEXT },
    { "...", TAL_ERROR_INVALID_TEXT },
    { "**", TAL_ERROR_INVALID_TEXT },
    { "..*", TAL_ERROR_INVALID_TEXT },
    { "--", TAL_ERROR_INVALID_TEXT },
    { "%", TAL_ERROR_INVALID_TEXT },
    { "kr.", TAL_ERROR_INVALID_TEXT },
    { "ca.", TAL_ERROR_INVALID_TEXT },
    { "ca. *", TAL_ERROR_INVALID_TEXT },
    { "/", TAL_ERROR_INVALID_TEXT },
    { "268/", TAL_ERROR_INVALID_TEXT },
    { "/545", TAL_ERROR_INVALID_TEXT },
    { "1/2/3", TAL_ERROR_INVALID_TEXT },
    { "268/545 pct.", TAL_ERROR_INVALID_TEXT }, /* counts or per cent, not both */
    { "-/545", TAL_ERROR_INVALID_TEXT },
    { "8,7 pct. kr.", TAL_ERROR_INVALID_TEXT },
    { "kr. 450", TAL_ERROR_INVALID_TEXT },
    { "450 euro", TAL_ERROR_INVALID_TEXT },
    { "mindst 350", TAL_ERROR_INVALID_TEXT },
    { "1.000.000.000.000 mio. kr.", TAL_ERROR_OUT_OF_RANGE },
    { "1.000.000.000.000.000.000", TAL_ERROR_OUT_OF_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TalDanishEntry     entry = { .value = TAL_DECIMAL (42, 1) };

      g_test_message ("%s", cases[i].text);
      g_assert_false (tal_danish_entry_parse (cases[i].text, &entry, &error));
      g_assert_error (error, TAL_ERROR, (int)cases[i].code);
      g_assert_cmpint (entry.value.coefficient, ==, 42);
    }
}

static void
test_danish_entry_quotes_the_whole_text (void)
{
  g_autoptr (GError) error = NULL;
  TalDanishEntry     entry;

  g_assert_false (tal_danish_entry_parse ("268 / *", &entry, &error));
  g_assert_nonnull (strstr (error->message, "268 / *"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/danish-entry/reads-what-tables-hold",
                   test_danish_entry_reads_what_tables_hold);
  g_test_add_func ("/base/danish-entry/refuses-what-is-no-figure",
                   test_danish_entry_refuses_what_is_no_figure);
  g_test_add_func ("/base/danish-entry/quotes-the-whole-text",
                   test_danish_entry_quotes_the_whole_text);

  return g_test_run ();
}
