/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-passage.h"
#include "core/tal-appropriation.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-note-check.h"
#include "core/tal-note-near.h"
#include "core/tal-plan.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

static TalSeries *
add_figures (Sample        *sample,
             const char    *name,
             TalMeasureUnit unit,
             const char    *measure,
             const char    *first,
             const char    *second,
             const char    *third)
{
  static const char *const years[] = { "2019", "2020", "2021" };
  const char              *values[] = { first, second, third };
  TalSeries               *series = sample_add_series (sample, name, unit, 0);

  series->measure = g_strdup (measure);
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      if (values[i] != NULL)
        sample_enter (sample, series, years[i], values[i]);
    }

  return series;
}

static TalInitiative *
add_plan (Sample *sample)
{
  TalPlan          *plan = sample_add_record (sample, TAL_KIND_PLAN);
  TalInitiative    *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);
  TalAppropriation *money = sample_add_record (sample, TAL_KIND_APPROPRIATION);

  plan->name = g_strdup ("Nordby Kommunes beskæftigelsesplan 2021");
  initiative->plan = plan->record.id;
  initiative->number = 1;
  initiative->name = g_strdup ("Jobvejen");
  money->initiative = initiative->record.id;
  money->year = 2021;
  money->amount = TAL_DECIMAL (4250000, 0);
  return initiative;
}

static void
add_goals (Sample              *sample,
           const TalInitiative *initiative,
           const TalSeries     *share,
           const TalSeries     *practice)
{
  TalGoal *met = sample_add_goal (sample, 1);
  TalGoal *missed = sample_add_goal (sample, 2);

  met->initiative = initiative->record.id;
  met->wording = g_strdup ("Mindst 35 pct. af deltagerne i Jobvejen kommer i job");
  sample_add_criterion (met, share, TAL_COMPARISON_AT_LEAST, "2021", "35");
  missed->initiative = initiative->record.id;
  missed->wording = g_strdup ("Mindst 600 borgere kommer i virksomhedspraktik årligt");
  sample_add_criterion (missed, practice, TAL_COMPARISON_AT_LEAST, "2021", "600");
}

/* The figures of a municipality that there isn't. */
static Sample *
make_sample (void)
{
  Sample        *sample = sample_new ();
  TalInitiative *initiative = add_plan (sample);
  TalSeries     *practice = NULL;
  TalSeries     *participants = NULL;
  TalSeries     *employed = NULL;
  TalSeries     *share = NULL;
  TalSeries     *few = NULL;

  add_figures (sample, "Ledige dagpengemodtagere", TAL_MEASURE_UNIT_FULL_TIME_PERSONS,
               "fuldtidspersoner", "1284", "1467", "1203");
  add_figures (sample, "Sygedagpengemodtagere", TAL_MEASURE_UNIT_FULL_TIME_PERSONS,
               "fuldtidspersoner", "932", "958", "1041");
  add_figures (sample, "Andel i job efter vejledningsforløb: Kvinder", TAL_MEASURE_UNIT_PER_CENT,
               "borgere", "34", "38", "41");
  add_figures (sample, "Andel i job efter vejledningsforløb: Mænd", TAL_MEASURE_UNIT_PER_CENT,
               "borgere", "36", "35", "33");
  add_figures (sample, "Andel i job efter vejledningsforløb: Unge", TAL_MEASURE_UNIT_PER_CENT,
               "borgere", "42", "44", "47");
  add_figures (sample, "Mentorforløb", TAL_MEASURE_UNIT_COURSES, "forløb", "174", "181", "196");
  practice = add_figures (sample, "Borgere i virksomhedspraktik", TAL_MEASURE_UNIT_PERSONS,
                          "borgere", "412", "388", "530");
  participants = add_figures (sample, "Deltagere i Jobvejen", TAL_MEASURE_UNIT_PERSONS, "deltagere",
                              NULL, NULL, "248");
  employed = add_figures (sample, "Deltagere i Jobvejen kommet i job", TAL_MEASURE_UNIT_PERSONS,
                          "deltagere", NULL, NULL, "97");
  few = add_figures (sample, "Afbrudte mentorforløb", TAL_MEASURE_UNIT_PERSONS, "borgere", NULL,
                     NULL, "3");
  few->confidential_below = 5;
  share = sample_add_share (sample, employed, participants);
  g_free (share->name);
  share->name = g_strdup ("Andel af deltagere i Jobvejen kommet i job");
  participants->initiative = initiative->record.id;
  employed->initiative = initiative->record.id;
  share->initiative = initiative->record.id;
  add_goals (sample, initiative, share, practice);
  return sample;
}

/* A line of "a|b|c" is a row, one with "# " before it a heading. */
static GPtrArray *
make_passages (const char *text)
{
  GPtrArray     *passages = tal_passage_list_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint          table = 0;
  gboolean       row = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_row = strchr (lines[i], '|') != NULL;

      table += is_row && !row ? 1 : 0;
      row = is_row;
      if (is_row)
        g_ptr_array_add (passages,
                         tal_passage_new_row (i + 1, table, g_strsplit (lines[i], "|", -1)));
      else if (g_str_has_prefix (lines[i], "# "))
        g_ptr_array_add (passages,
                         tal_passage_new (TAL_PASSAGE_HEADING, i + 1, g_strdup (lines[i] + 2)));
      else if (g_str_has_prefix (lines[i], "- "))
        g_ptr_array_add (passages,
                         tal_passage_new (TAL_PASSAGE_LIST_ITEM, i + 1, g_strdup (lines[i] + 2)));
      else
        g_ptr_array_add (passages,
                         tal_passage_new (TAL_PASSAGE_PARAGRAPH, i + 1, g_strdup (lines[i])));
    }

  return passages;
}

static GPtrArray *
check (Sample *sample, const char *text)
{
  GPtrArray            *remarks = tal_remark_list_new ();
  g_autoptr (GPtrArray) passages = make_passages (text);
  g_autoptr (GError)    error = NULL;

  tal_note_check (sample_get_catalogue (sample), &sample->source, passages,
                  sample_day ("2022-03-01"), remarks, &error);
  g_assert_no_error (error);
  return remarks;
}

/* The findings, "code suggestion", with "; " between; remarks that accuse nobody are left out. */
static char *
describe (const GPtrArray *remarks, guint *ret_agreeing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *ret_agreeing = 0;
  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (remarks, i);

      *ret_agreeing += remark->kind == TAL_REMARK_AGREES ? 1 : 0;
      if (remark->kind != TAL_REMARK_DIFFERS && remark->kind != TAL_REMARK_CLAIM)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", remark->code);
      if (remark->suggestion != NULL)
        g_string_append_printf (text, " %s", remark->suggestion);
    }
  g_string_replace (text, "\302\240", " ", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  const char *text;
  guint       agreeing;
  const char *found; /* "" where nothing is wrong */
} claims[] = {
  /* What is right is let be. */
  { "Der var 1.467 ledige dagpengemodtagere i 2020.", 1, "" },
  { "Antallet af ledige dagpengemodtagere er faldet fra 1.467 i 2020 til 1.203 i 2021.", 2, "" },
  { "Der var ca. 1.200 ledige dagpengemodtagere i 2021.", 1, "" },
  { "Der var knap 1.050 sygedagpengemodtagere i 2021, mere end 900 i 2019.", 2, "" },
  { "Antallet af sygedagpengemodtagere er steget med 109, fra 932 i 2019 til 1.041 i 2021.", 3,
    "" },
  { "Antallet af borgere i virksomhedspraktik er steget med 37 pct. fra 2020 til 2021.", 1, "" },
  { "I 2021 kom 97 af 248 deltagere i Jobvejen i job.", 1, "" },
  { "97 deltagere i Jobvejen kom i job, svarende til 39 pct.", 2, "" },
  { "Der er afsat 4,3 mio. kr. til Jobvejen.", 1, "" },
  { "Nordby har indkøbt 17 nye borde.", 0, "" },
  { "Mål 1 om job efter Jobvejen blev opnået.", 0, "" },
  { "Andelen i job efter vejledningsforløb er steget for kvinder.", 0, "" },
  { "Der har været en stigning i andelen i job efter vejledningsforløb, dog ikke for mænd, hvor "
    "andelen er faldet.",
    0, "" },
  { "Forvaltningen forventer en stigning i antallet af ledige dagpengemodtagere.", 0, "" },
  { "Der er behov for flere mentorforløb og et øget fokus på virksomhedspraktik.", 0, "" },
  /* Numbers that another one should be. */
  { "Der var 1.476 ledige dagpengemodtagere i 2020.", 0, "number-differs 1.467" },
  { "Der var 14.670 ledige dagpengemodtagere i 2020.", 0, "number-differs 1.467" },
  { "Antallet af ledige dagpengemodtagere er faldet fra 1.476 i 2020 til 1.203 i 2021.", 1,
    "number-differs 1.467" },
  { "Antallet af ledige dagpengemodtagere er faldet fra 1.467 i 2020 til 1.284 i 2021.", 1,
    "number-differs 1.203" },
  { "Antallet af sygedagpengemodtagere er steget med 190, fra 932 i 2019 til 1.041 i 2021.", 2,
    "number-differs 109" },
  { "Antallet af borgere i virksomhedspraktik er steget med 73 pct. fra 2020 til 2021.", 0,
    "number-differs 37 pct." },
  { "97 deltagere i Jobvejen kom i job, svarende til 40 pct. af deltagerne.", 1,
    "share-differs 39 pct." },
  { "I 2021 kom 97 ud af 246 deltagere i Jobvejen i job.", 0, "share-differs 97 ud af 248" },
  { "Der er afsat 3,4 mio. kr. til Jobvejen i bevilling.", 0, "amount-differs 4,3 mio. kr." },
  /* Tables. */
  { "Tabel 1. Ydelsesmodtagere\nMålgruppe|2019|2020|2021\nLedige "
    "dagpengemodtagere|1.284|1.467|1.203\n"
    "Sygedagpengemodtagere|932|958|1.041",
    6, "" },
  { "Tabel 1. Ydelsesmodtagere\nMålgruppe|2019|2020|2021\nLedige "
    "dagpengemodtagere|1.284|1.647|1.203\n"
    "Sygedagpengemodtagere|932|985|1.041",
    4, "number-differs 1.467; number-differs 958" },
  /* Words of rise and fall. */
  { "Der har været en stigning i andelen i job efter vejledningsforløb.", 0,
    "trend stigning for to af tre; for Mænd et fald fra 36 pct. til 33 pct." },
  { "Andelen i job efter vejledningsforløb er steget for mænd.", 0,
    "trend fald fra 36 pct. til 33 pct." },
  { "Der er sket et fald i antallet af sygedagpengemodtagere.", 0,
    "trend stigning fra 932 til 1.041" },
  { "Antallet af ledige dagpengemodtagere er steget fra 1.467 til 1.203.", 2, "trend fald" },
  { "Antallet af borgere i virksomhedspraktik er faldet med 37 pct. fra 2020 til 2021.", 1,
    "trend stigning" },
  { "Kvinder har en større andel i job efter vejledningsforløb end mænd.", 0, "" },
  { "Mænd har en større andel i job efter vejledningsforløb end kvinder.", 0, "trend mindre" },
  { "Der er behov for flere vejledningsforløb for mænd end for kvinder, i job eller ej.", 0, "" },
  /* Verdicts and their number. */
  { "Mål|Målsætning|Status\n1|Mindst 35 pct. af deltagerne i Jobvejen kommer i job|Målet blev ikke "
    "opnået (39 pct.)",
    2, "verdict opnået" },
  { "Mål|Målsætning|Status\n2|Mindst 600 borgere kommer i virksomhedspraktik årligt|Målet blev "
    "opnået (530)",
    2, "verdict ikke opnået" },
  { "Planen har i alt 2 mål. Heraf blev 2 mål opnået.", 2, "verdict 1 mål" },
  /* What a reader should know. */
  { "Der var 196 borgere i mentorforløb i 2021.", 1, "unit forløb" },
  { "Der var 3 borgere med afbrudte mentorforløb i 2021.", 1, "small-count" },
  { "En enkelt deltager kom i job.", 0, "small-count" },
};

static void
test_claims (void)
{
  g_autoptr (Sample) sample = make_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autoptr (GPtrArray) remarks = check (sample, claims[i].text);
      guint                 agreeing = 0;
      g_autofree char      *found = describe (remarks, &agreeing);

      g_test_message ("%s", claims[i].text);
      g_assert_cmpstr (found, ==, claims[i].found);
      g_assert_cmpuint (agreeing, ==, claims[i].agreeing);
    }
}

/* Twenty-odd right numbers, and five things that are wrong. */
static const char note[] =
    "# Status på Nordby Kommunes beskæftigelsesplan 2021\n"
    "Sagsnr. 2022-0012345. Notat af 1. februar 2022 til mødet den 15. marts 2022 kl. 9.\n"
    "Planen indeholder 1 indsats med i alt 2 mål. Heraf blev 1 mål opnået.\n"
    "# 1. Ydelsesmodtagere over 30 år\n"
    "Antallet af ledige dagpengemodtagere steg fra 1.284 i 2019 til 1.476 i 2020 og er siden "
    "faldet til 1.203 i 2021. Der er samtidig sket en stigning i antallet af "
    "sygedagpengemodtagere, som i 2021 var 1.041.\n"
    "Tabel 1. Ydelsesmodtagere i Nordby 2019-2021\n"
    "Målgruppe|2019|2020|2021\n"
    "Ledige dagpengemodtagere|1.284|1.467|1.203\n"
    "Sygedagpengemodtagere|932|958|1.041\n"
    "# 2. Jobvejen\n"
    "Indsatsen Jobvejen havde 248 deltagere i 2021, og der er afsat 4,3 mio. kr. i 2021. 97 "
    "deltagere i Jobvejen er kommet i job, svarende til 38 pct. af deltagerne. Målet var 35 pct.\n"
    "# 3. Vejledningsforløb\n"
    "Tabel 2. Andel i job efter vejledningsforløb\n"
    "|2019|2020|2021\n"
    "Kvinder|34 %|38 %|41 %\n"
    "Mænd|36 %|35 %|33 %\n"
    "Unge|42 %|44 %|74 %\n"
    "Som det ses af tabel 2, er der sket en stigning i andelen i job efter vejledningsforløb.\n"
    "# 4. Virksomhedspraktik\n"
    "Der var 530 borgere i virksomhedspraktik i 2021. Målet om 600 borgere i virksomhedspraktik "
    "blev opnået.\n"
    "Henvendelse til 12 34 56 78 eller Rådhusgade 3, 8000 Nordby.";

static void
test_note (void)
{
  g_autoptr (Sample)    sample = make_sample ();
  g_autoptr (GPtrArray) remarks = check (sample, note);
  guint                 agreeing = 0;
  g_autofree char      *found = describe (remarks, &agreeing);

  g_assert_cmpstr (found, ==,
                   "number-differs 1.467; share-differs 39 pct.; share-differs 47 pct.; "
                   "trend stigning for to af tre; for Mænd et fald fra 36 pct. til 33 pct.; "
                   "verdict ikke opnået");
  g_assert_cmpuint (agreeing, >=, 25);
}

static void
test_places (void)
{
  g_autoptr (Sample)    sample = make_sample ();
  g_autoptr (GPtrArray) remarks = check (sample, "Status\n\nI Nordby var der i alt 1.476 ledige "
                                                 "dagpengemodtagere i 2020, siger tallene.");
  const TalRemark      *remark = NULL;

  g_assert_cmpuint (remarks->len, ==, 1);
  remark = g_ptr_array_index (remarks, 0);
  g_assert_cmpint (remark->kind, ==, TAL_REMARK_DIFFERS);
  g_assert_cmpint (remark->severity, ==, TAL_SEVERITY_WARNING);
  g_assert_cmpuint (remark->line, ==, 3);
  g_assert_nonnull (strstr (remark->quote, "alt 1.476 ledige"));
  g_assert_false (tal_id_is_none (remark->series));
  g_assert_true (tal_period_is_equal (remark->period, sample_period ("2020")));
}

/* A stated total that its parts do not make is no figure to agree with. */
static void
test_stated (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *part =
      add_figures (sample, "Kurser i dansk", TAL_MEASURE_UNIT_COURSES, "forløb", "55", NULL, NULL);
  TalSeries *whole = add_figures (sample, "Kurser i alt på Sprogskolen", TAL_MEASURE_UNIT_COURSES,
                                  "forløb", "348", NULL, NULL);
  TalSeries *stated = sample_add_series (sample, "Danskkursers andel af kurserne på Sprogskolen",
                                         TAL_MEASURE_UNIT_PER_CENT, 0);
  g_autoptr (GPtrArray) wrong = NULL;
  g_autoptr (GPtrArray) right = NULL;
  g_autofree char      *wrong_found = NULL;
  g_autofree char      *right_found = NULL;
  guint                 agreeing = 0;

  stated->agreement = TAL_AGREEMENT_RATIO;
  stated->factor = TAL_DECIMAL (100, 0);
  sample_add_term (stated, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_term (stated, whole, TAL_TERM_PLUS, TAL_TERM_BELOW);
  sample_enter (sample, stated, "2019", "17");

  wrong = check (sample, "Danskkursernes andel af kurserne på Sprogskolen var 17 pct. i 2019.");
  wrong_found = describe (wrong, &agreeing);
  g_assert_cmpstr (wrong_found, ==, "share-differs 16 pct.");
  right = check (sample, "Danskkursernes andel af kurserne på Sprogskolen var 16 pct. i 2019.");
  right_found = describe (right, &agreeing);
  g_assert_cmpstr (right_found, ==, "");
  g_assert_cmpuint (agreeing, ==, 1);
}

static void
test_unreadable (void)
{
  g_autoptr (Sample)    sample = make_sample ();
  g_autoptr (GPtrArray) passages = make_passages ("Der var 12 borgere.");
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  g_autoptr (GError)    error = NULL;

  sample->unreadable = TRUE;
  g_assert_false (tal_note_check (sample_get_catalogue (sample), &sample->source, passages,
                                  sample_day ("2022-03-01"), remarks, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (remarks->len, ==, 0);
}

/* Nothing to read, and text that is none. */
static void
test_odd_texts (void)
{
  static const char *const texts[] = { "",
                                       "|",
                                       "||\n|",
                                       "\303",
                                       "12\303\n3|\303",
                                       "%",
                                       "1.",
                                       "(",
                                       "1)",
                                       "-1",
                                       "ca.",
                                       "1,",
                                       "1.2.3.4.5.6.7.8.9",
                                       "999999999999999999999999999999",
                                       "0/0",
                                       "en enkelt",
                                       "fire ud af",
                                       "1 ud af 0",
                                       "mere end",
                                       "\302\240" };
  g_autoptr (Sample)       sample = make_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) remarks = check (sample, texts[i]);
      guint                 agreeing = 0;
      g_autofree char      *found = describe (remarks, &agreeing);

      g_assert_cmpstr (found, ==, "");
    }
}

/* Sixty pages against a thousand series: an eye on the work, not on the clock. */
static void
test_large (void)
{
  g_autoptr (Sample)  sample = sample_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gint64              begun;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("Borgere i forløb nummer%u hos leverandør%u", i, i % 40);
      g_autofree char *value = g_strdup_printf ("%u", 100 + i * 7);

      add_figures (sample, name, TAL_MEASURE_UNIT_PERSONS, "borgere", value, value, value);
    }
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text,
                            "I 2020 var der %u borgere i forløb nummer%u hos leverandør%u, og der "
                            "er sket en stigning.\n",
                            100 + (i % 1000) * 7, i % 1000, i % 40);

  begun = g_get_monotonic_time ();
  {
    g_autoptr (GPtrArray) remarks = check (sample, text->str);

    g_assert_cmpuint (remarks->len, >=, 1000);
  }
  g_test_message ("%d ms", (int)((g_get_monotonic_time () - begun) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 20 * G_USEC_PER_SEC);
}

static void
test_near (void)
{
  static const struct
  {
    const char *written;
    const char *right;
    TalNoteNear near;
  } pairs[] = {
    { "2315", "2351", TAL_NOTE_NEAR_STRONG },  { "2315", "2415", TAL_NOTE_NEAR_STRONG },
    { "14670", "1467", TAL_NOTE_NEAR_STRONG }, { "146", "1467", TAL_NOTE_NEAR_STRONG },
    { "814", "841", TAL_NOTE_NEAR_STRONG },    { "814", "815", TAL_NOTE_NEAR_WEAK },
    { "17", "16", TAL_NOTE_NEAR_WEAK },        { "17", "71", TAL_NOTE_NEAR_WEAK },
    { "5.3", "3.5", TAL_NOTE_NEAR_WEAK },      { "12", "13", TAL_NOTE_NEAR_WEAK },
    { "1", "2", TAL_NOTE_NEAR_NOT },           { "17", "43", TAL_NOTE_NEAR_NOT },
    { "2315", "3152", TAL_NOTE_NEAR_NOT },     { "199", "200", TAL_NOTE_NEAR_WEAK },
    { "5", "50", TAL_NOTE_NEAR_NOT },          { "1234", "1278", TAL_NOTE_NEAR_NOT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s beside %s", pairs[i].written, pairs[i].right);
      g_assert_cmpint (tal_note_near_compare (sample_decimal (pairs[i].written),
                                              sample_decimal (pairs[i].right)),
                       ==, pairs[i].near);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/note-check/each-sentence-is-held-against-the-figures", test_claims);
  g_test_add_func ("/core/note-check/a-whole-note-of-another-municipality", test_note);
  g_test_add_func ("/core/note-check/a-remark-says-where-and-of-what", test_places);
  g_test_add_func ("/core/note-check/a-stated-share-yields-to-its-counts", test_stated);
  g_test_add_func ("/core/note-check/figures-that-cannot-be-read-are-an-error", test_unreadable);
  g_test_add_func ("/core/note-check/odd-texts-are-read", test_odd_texts);
  g_test_add_func ("/core/note-check/sixty-pages-and-a-thousand-series", test_large);
  g_test_add_func ("/core/note-check/mistakes-of-the-pen-are-known", test_near);

  return g_test_run ();
}
