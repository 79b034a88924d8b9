/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-sentence.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

static void
assert_text (char *text, const char *expected)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\302\240", " ", 0);
  g_assert_cmpstr (plain->str, ==, expected);
  g_free (text);
}

/* One letter a goal: Met, Lost, so far Preliminarily met, Not yet, Already met, without
 * a result (?), without a target (=), not measured by its nature (-). */
static TalGoalStatus
make_status (char letter, const char *period)
{
  static const TalCriterion criterion;
  static const struct
  {
    char           letter;
    TalAttainment  attainment;
    TalFigureState state;
  } letters[] = {
    { 'M', TAL_ATTAINMENT_MET, TAL_FIGURE_FINAL },
    { 'L', TAL_ATTAINMENT_NOT_MET, TAL_FIGURE_FINAL },
    { 'P', TAL_ATTAINMENT_MET_SO_FAR, TAL_FIGURE_PRELIMINARY },
    { 'N', TAL_ATTAINMENT_NOT_YET_MET, TAL_FIGURE_PRELIMINARY },
    { 'A', TAL_ATTAINMENT_ALREADY_MET, TAL_FIGURE_PRELIMINARY },
    { 'E', TAL_ATTAINMENT_NOT_YET_MET, TAL_FIGURE_FINAL }, /* the period isn't over */
    { '?', TAL_ATTAINMENT_NOT_MEASURED, TAL_FIGURE_FINAL },
    { '=', TAL_ATTAINMENT_NO_TARGET, TAL_FIGURE_FINAL },
    { '-', TAL_ATTAINMENT_NOT_MEASURED, TAL_FIGURE_FINAL },
  };
  TalGoalStatus status = { .figure = TAL_FIGURE_UNFOUND };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].letter != letter)
        continue;
      status.attainment = letters[i].attainment;
      status.figure.state = letters[i].state;
    }
  status.criterion = letter != '-' ? &criterion : NULL;
  if (letter != '?' && letter != '-')
    {
      status.period = sample_period (period);
      status.figure.found = TRUE;
      status.figure.missing = TAL_MISSING_NOT;
    }
  return status;
}

static const struct
{
  const char *letters;
  const char *period;
  const char *sentence;
  const char *share;
} tallies[] = {
  { "MLMMLMMMMMM", "2023", "9 af 11 mål blev opnået i 2023", "9 af 11" },
  { "MLM", "2023", "2 af 3 mål blev opnået i 2023", "2 af 3" },
  { "M", "2023", "Målet blev opnået i 2023", "1 af 1" },
  { "L", "2023", "Målet blev ikke opnået i 2023", "0 af 1" },
  { "MM", "2023", "Begge mål blev opnået i 2023", "2 af 2" },
  { "MMM", "2023", "Alle 3 mål blev opnået i 2023", "3 af 3" },
  { "LL", "2023", "Ingen af målene blev opnået i 2023", "0 af 2" },
  { "L--L", "2023", "Ingen af målene blev opnået i 2023", "0 af 2" },
  { "M-", "2023", "Målet blev opnået i 2023", "1 af 1" },
  /* Mjølnerparken 2017-18: periods that differ. */
  { "ANLL", NULL, "1 af 4 mål er opnået (foreløbige tal)", "1 af 4" },
  { "P", "2023", "Målet er opnået i 2023 (foreløbige tal)", "1 af 1" },
  { "N", "2023", "Målet er ikke opnået i 2023 (foreløbige tal)", "0 af 1" },
  { "E", "2023", "Målet er ikke opnået i 2023 (foreløbige tal)", "0 af 1" },
  { "PP", "2023", "Begge mål er opnået i 2023 (foreløbige tal)", "2 af 2" },
  { "A", "2023", "Målet er opnået i 2023 (foreløbige tal)", "1 af 1" },
  { "ML", NULL, "1 af 2 mål blev opnået", "1 af 2" },
  { "M?", "2023", "1 af 2 mål er opnået i 2023", "1 af 2" }, /* one is still open */
  { "??", NULL, "Ingen af målene er opgjort endnu", "ikke opgjort" },
  { "?", NULL, "Målet er ikke opgjort endnu", "ikke opgjort" },
  { "=-", NULL, "Ingen af målene er opgjort endnu", "ikke opgjort" },
  { "M=", "2023", "1 af 2 mål er opnået i 2023", "1 af 2" },
  { "", NULL, "Der er ingen mål", "ingen mål" },
  { "-", NULL, "Målet måles ikke", "måles ikke" },
  { "--", NULL, "Målene måles ikke", "måles ikke" },
  { "MM", "2017-Q4", "Begge mål blev opnået i 4. kvartal 2017", "2 af 2" },
  { "MM", "2017/2018", "Begge mål blev opnået i 2017-18", "2 af 2" },
  { "MM", "2017-01/2018-07", "Begge mål blev opnået i perioden januar 2017 - juli 2018", "2 af 2" },
  { "MM", "2018-09-01", "Begge mål blev opnået den 1. september 2018", "2 af 2" },
};

static void
test_sentence_counts_the_goals_met (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tallies); i++)
    {
      static const char *const years[] = { "2017", "2018" };
      g_autoptr (GArray)       statuses = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));
      TalTally                 tally;

      for (guint j = 0; tallies[i].letters[j] != '\0'; j++)
        {
          TalGoalStatus status =
              make_status (tallies[i].letters[j],
                           tallies[i].period != NULL ? tallies[i].period : years[j % 2]);

          g_array_append_val (statuses, status);
        }
      tally = tal_sentence_tally ((const TalGoalStatus *)statuses->data, statuses->len);
      g_test_message ("%s", tallies[i].letters);
      assert_text (tal_sentence_goals_met (&tally), tallies[i].sentence);
      assert_text (tal_sentence_share_met (&tally), tallies[i].share);
    }
}

/* What stands under the share says of it no more than the sentence does. */
static void
test_sentence_captions_the_share (void)
{
  static const struct
  {
    const char *letters;
    const char *caption;
  } cases[] = {
    { "MLM", "mål blev opnået i 2023" },
    { "PNP", "mål er opnået i 2023 (foreløbige tal)" },
    { "M?", "mål er opnået i 2023" },
    { "??", "ikke opgjort endnu" },
    { "-", "måles ikke" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) statuses = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));
      TalTally           tally;

      for (const char *letter = cases[i].letters; *letter != '\0'; letter++)
        {
          TalGoalStatus status = make_status (*letter, "2023");

          g_array_append_val (statuses, status);
        }
      tally = tal_sentence_tally ((const TalGoalStatus *)statuses->data, statuses->len);
      assert_text (tal_sentence_share_caption (&tally), cases[i].caption);
    }
}

static void
test_sentence_tally_knows_what_is_final (void)
{
  static const struct
  {
    const char *letters;
    gboolean    all_final;
    gboolean    preliminary;
  } cases[] = {
    { "ML", TRUE, FALSE }, { "MP", FALSE, TRUE }, { "M?", TRUE, FALSE },
    { "ME", TRUE, TRUE },  { "A", FALSE, TRUE },  { "PM", FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalGoalStatus statuses[2];
      guint         length = 0;
      TalTally      tally;

      for (; cases[i].letters[length] != '\0'; length++)
        statuses[length] = make_status (cases[i].letters[length], "2023");
      tally = tal_sentence_tally (statuses, length);
      g_assert_cmpint (tally.all_final, ==, cases[i].all_final);
      g_assert_cmpint (tally.preliminary, ==, cases[i].preliminary);
      g_assert_true (tal_period_is_equal (tally.period, sample_period ("2023")));
    }
}

static void
test_sentence_counts_in_the_right_number (void)
{
  assert_text (tal_sentence_count_initiatives (0), "0 indsatser");
  assert_text (tal_sentence_count_initiatives (1), "1 indsats");
  assert_text (tal_sentence_count_initiatives (5), "5 indsatser");
  assert_text (tal_sentence_count_initiatives (1500), "1.500 indsatser");
  assert_text (tal_sentence_count_goals (0), "0 mål");
  assert_text (tal_sentence_count_goals (1), "1 mål");
  assert_text (tal_sentence_count_goals (11), "11 mål");
  assert_text (tal_sentence_count_goals (1500), "1.500 mål");
}

static void
test_sentence_writes_amounts_as_papers_do (void)
{
  static const struct
  {
    const char *kroner;
    const char *text;
  } cases[] = {
    { "3300000", "3,3 mio. kr." },
    { "3500000", "3,5 mio. kr." },
    { "1000000", "1,0 mio. kr." },
    { "960000", "960.000 kr." },
    { "999999", "999.999 kr." },
    { "10200000", "10,2 mio. kr." },
    { "10000000", "10 mio. kr." },
    { "13000000", "13 mio. kr." },
    { "8600000", "8,6 mio. kr." },
    { "32800000", "32,8 mio. kr." },
    { "47579000", "47,6 mio. kr." },
    { "1187000", "1,2 mio. kr." },
    { "0", "0 kr." },
    { "-1000000", "−1,0 mio. kr." },
    { "-960000", "−960.000 kr." },
    { "1050000", "1,1 mio. kr." },
    { "960000.50", "960.000,50 kr." },
    { "9960000", "10 mio. kr." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (tal_sentence_amount (sample_decimal (cases[i].kroner)), cases[i].text);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/sentence/counts-the-goals-met", test_sentence_counts_the_goals_met);
  g_test_add_func ("/core/sentence/captions-the-share", test_sentence_captions_the_share);
  g_test_add_func ("/core/sentence/tally-knows-what-is-final",
                   test_sentence_tally_knows_what_is_final);
  g_test_add_func ("/core/sentence/counts-in-the-right-number",
                   test_sentence_counts_in_the_right_number);
  g_test_add_func ("/core/sentence/writes-amounts-as-papers-do",
                   test_sentence_writes_amounts_as_papers_do);

  return g_test_run ();
}
