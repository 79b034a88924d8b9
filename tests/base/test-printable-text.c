/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-printable-text.h"

#include <glib.h>

static void
test_printable_text_drops_what_cannot_be_seen (void)
{
  static const struct
  {
    const char *text;
    const char *printable;
  } cases[] = {
    { "", "" },
    { "Borgere på ydelse", "Borgere på ydelse" },
    { "<b>fed</b> & =1+2", "<b>fed</b> & =1+2" }, /* is no markup here */
    { "a\tb", "a b" },
    { "a\r\nb\rc\nd", "a\nb\nc\nd" },
    { "a\001b\033[31mc\177d\302\205e", "ab[31mcde" },
    { "aften \342\200\256fdp.exe", "aften fdp.exe" }, /* read backwards otherwise */
    { "\342\201\246skjult\342\201\251", "skjult" },
    { "\357\273\277Mål", "Mål" }, /* a byte order mark within */
    { "a\357\277\277b", "ab" },
    { "a\342\200\250b", "a\nb" },
    { "1.234\302\240pct.", "1.234\302\240pct." }, /* no-break spaces are ours */
    { "a\377b", "a\357\277\275b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printable = tal_printable_text_dup (cases[i].text, 100);

      g_test_message ("%s", cases[i].printable);
      g_assert_cmpstr (printable, ==, cases[i].printable);
    }
}

static void
test_printable_text_cuts_what_is_too_long (void)
{
  static const struct
  {
    const char *text;
    gsize       most;
    const char *printable;
  } cases[] = {
    { "abcde", 5, "abcde" },  { "abcdef", 5, "abcd…" },
    { "æøåæøå", 5, "æøåæ…" }, { "a\001b\001c", 3, "abc" }, /* what is dropped doesn't count */
    { "ab", 1, "…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printable = tal_printable_text_dup (cases[i].text, cases[i].most);

      g_assert_cmpstr (printable, ==, cases[i].printable);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/printable-text/drops-what-cannot-be-seen",
                   test_printable_text_drops_what_cannot_be_seen);
  g_test_add_func ("/base/printable-text/cuts-what-is-too-long",
                   test_printable_text_cuts_what_is_too_long);
  return g_test_run ();
}
