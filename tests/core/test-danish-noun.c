/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-danish-noun.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define NBSP "\302\240"

static const struct
{
  const char *number;
  const char *plural;
  const char *text;
} counts[] = {
  { "0", "borgere", "0" NBSP "borgere" },
  { "1", "borgere", "1" NBSP "borger" },
  { "2", "borgere", "2" NBSP "borgere" },
  { "545", "deltagere", "545" NBSP "deltagere" },
  { "1357", "borgere", "1.357" NBSP "borgere" },
  { "1", "indsatser", "1" NBSP "indsats" },
  { "1", "værdier", "1" NBSP "værdi" },
  { "24", "værdier", "24" NBSP "værdier" },
  { "1", "mål", "1" NBSP "mål" }, /* the same in both numbers */
  { "1", "forløb", "1" NBSP "forløb" },
  { "1", "unge", "1" NBSP "ung" },
  { "1", "ledige", "1" NBSP "ledig" },
  { "1", "helårspersoner", "1" NBSP "helårsperson" },
  { "1", "familier", "1" NBSP "familie" },
  { "1", "måneder", "1" NBSP "måned" },
  { "1", "sager", "1" NBSP "sag" },
  { "1", "tilkendelser", "1" NBSP "tilkendelse" },
  { "1", "bevillinger", "1" NBSP "bevilling" },
  { "1", "fagpersoner", "1" NBSP "fagperson" },
  { "1", "ukendte ting", "1" NBSP "ukendte ting" }, /* a word that isn't known stays */
  { "1.0", "uger", "1,0" NBSP "uge" },
  { "1.6", "uger", "1,6" NBSP "uge" }, /* the whole part decides where there are decimals */
  { "0.5", "uger", "0,5" NBSP "uge" },
  { "0.0", "uger", "0,0" NBSP "uger" }, /* no decimals but zeros: it is 0 */
  { "2.1", "uger", "2,1" NBSP "uger" },
  { "10", "uger", "10" NBSP "uger" },
  { "-1", "borgere", "−1" NBSP "borger" },
  { "-1.5", "uger", "−1,5" NBSP "uge" },
  { "-2", "borgere", "−2" NBSP "borgere" },
};

static void
test_danish_noun_follows_its_number (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text =
          tal_danish_noun_count (sample_decimal (counts[i].number), counts[i].plural);

      g_assert_cmpstr (text, ==, counts[i].text);
    }
}

static const struct
{
  const char *heading;
  const char *inside;
} headings[] = {
  { "Ledige fleksjobsvisiterede", "ledige fleksjobsvisiterede" },
  { "Øvrige indsatser", "øvrige indsatser" },
  { "IPS-konsulenter", "IPS-konsulenter" }, /* an abbreviation keeps its capitals */
  { "", "" },
};

static void
test_danish_noun_headings_stand_inside_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *inside = tal_danish_noun_dup_inside (headings[i].heading);
      g_autofree char *heading = tal_danish_noun_dup_heading (headings[i].inside);

      g_assert_cmpstr (inside, ==, headings[i].inside);
      g_assert_cmpstr (heading, ==, headings[i].heading);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/danish-noun/headings-stand-inside-sentences",
                   test_danish_noun_headings_stand_inside_sentences);
  g_test_add_func ("/core/danish-noun/follows-its-number", test_danish_noun_follows_its_number);

  return g_test_run ();
}
