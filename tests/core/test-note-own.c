/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-passage.h"
#include "core/tal-note-check.h"
#include "core/tal-note-own.h"
#include "core/tal-note-tables.h"
#include "core/tal-remark.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

/* A line of "a|b|c" is a row, every other line a paragraph. */
static GPtrArray *
make_passages (const char *text)
{
  GPtrArray     *passages = tal_passage_list_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint          table = 1;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strchr (lines[i], '|') != NULL)
        g_ptr_array_add (passages,
                         tal_passage_new_row (i + 1, table, g_strsplit (lines[i], "|", -1)));
      else
        {
          table++;
          g_ptr_array_add (passages,
                           tal_passage_new (TAL_PASSAGE_PARAGRAPH, i + 1, g_strdup (lines[i])));
        }
    }

  return passages;
}

/* What a collection without figures finds, "line suggestion", with "; " between. */
static char *
dup_found (Sample *sample, const char *note)
{
  g_autoptr (GPtrArray) passages = make_passages (note);
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  g_autoptr (GString)   found = g_string_new (NULL);
  g_autoptr (GError)    error = NULL;

  tal_note_check (sample_get_catalogue (sample), &sample->source, passages,
                  sample_day ("2022-03-01"), remarks, &error);
  g_assert_no_error (error);
  tal_note_tables_check (passages, remarks);
  tal_note_own_check (passages, remarks);
  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (remarks, i);

      if (g_strcmp0 (remark->code, "text-and-table") != 0)
        continue;
      g_assert_cmpint (remark->kind, ==, TAL_REMARK_TABLE);
      g_assert_true (g_str_has_suffix (remark->sentence, "."));
      g_string_append_printf (found, "%s%u %s", found->len > 0 ? "; " : "", remark->line,
                              remark->suggestion);
    }
  g_string_replace (found, "\302\240", " ", 0);
  return g_string_free (g_steal_pointer (&found), FALSE);
}

#define GROUPS                                             \
  "Tabel 1. Ydelsesmodtagere i Nordby, fuldtidspersoner\n" \
  "Ydelse|2020|2021\n"                                     \
  "Kontanthjælpsmodtagere|2.097|2.012\n"                  \
  "Sygedagpengemodtagere|814|873\n"                        \
  "I alt|2.911|2.885\n"
#define SHARES                                      \
  "Tabel 2. Borgere i job efter forløb i Nordby\n" \
  "Gruppe|Antal|Andel i pct.\n"                     \
  "Kvinder|412|38,6\n"                              \
  "Mænd|391|41,2\n"
#define MONEY                                                  \
  "Tabel 3. Budget 2021 til jobindsatser i Nordby, mio. kr.\n" \
  "Indsats|Budget\n"                                           \
  "Mentorindsats|12,75\n"                                      \
  "Virksomhedspraktik|34,18\n"

static const struct
{
  const char *note;
  const char *found; /* "" where nothing may be said */
} cases[] = {
  /* The number that the sentence should have. */
  { GROUPS "Der er 2.021 kontanthjælpsmodtagere i 2021.", "6 2.012" },
  { "Der er 2.021 kontanthjælpsmodtagere.\n" GROUPS, "1 2.012" },
  { GROUPS "Der var 2.907 kontanthjælpsmodtagere i 2020 og 2.012 i 2021.", "6 2.097" },
  { GROUPS "Antallet af sygedagpengemodtagere var 837 i 2021.", "6 873" },
  { GROUPS "Kommunen har i alt 2.858 ydelsesmodtagere i 2021.", "6 2.885" },
  { GROUPS "Der er 20.120 kontanthjælpsmodtagere i 2021.", "6 2.012" },
  { SHARES "Andelen i job efter forløb er 38,8 pct. for kvinder.", "5 38,6 pct." },
  { SHARES "Andelen i job efter forløb er 38 pct. for kvinder.", "5 39 pct." },
  { SHARES "421 kvinder kom i job, et pænt antal.", "5 412" },
  { MONEY "Der er afsat 34,81 mio. kr. til virksomhedspraktik i 2021.", "5 34,18 mio. kr." },
  { MONEY "Der er afsat 43,18 mio. kr. til virksomhedspraktik.", "5 34,18 mio. kr." },
  /* It stands there, rounded or not, or in another table. */
  { GROUPS "Der er 2.012 kontanthjælpsmodtagere i 2021.", "" },
  { SHARES "Andelen i job efter forløb er 39 pct. for kvinder.", "" },
  { MONEY "Der er afsat 34,2 mio. kr. til virksomhedspraktik.", "" },
  { GROUPS "Tabel 4. Nabokommunen\nYdelse|2021\nKontanthjælp|2.021\n"
           "Der er 2.021 kontanthjælpsmodtagere i 2021.",
    "" },
  /* Another thing, another period, another unit, or too far off. */
  { GROUPS "Der er 2.021 dagpengemodtagere i 2021.", "" },
  { GROUPS "Der var 2.021 kontanthjælpsmodtagere i 2018.", "" },
  { GROUPS "Der var 2.021 kontanthjælpsmodtagere i 2020.", "" },
  { GROUPS "Der er 2.021 pct. kontanthjælpsmodtagere.", "" },
  { GROUPS "Der er brugt 2.021 kr. på kontanthjælpsmodtagere.", "" },
  { GROUPS "Der er 1.745 kontanthjælpsmodtagere i 2021.", "" },
  { SHARES "Andelen i job efter forløb er 44 pct. for kvinder.", "" },
  { SHARES "Andelen i job efter forløb er 42,2 pct. for kvinder.", "" },
  { MONEY "Der er afsat 34,81 mio. kr. til virksomhedspraktik i 2018.", "" },
  /* Told of approximately, as a change, as a target, as time, or in small numbers. */
  { GROUPS "Der er ca. 2.021 kontanthjælpsmodtagere i 2021.", "" },
  { GROUPS "Antallet af sygedagpengemodtagere er steget med 837.", "" },
  { GROUPS "Målet er højst 2.021 kontanthjælpsmodtagere i 2021.", "" },
  { "Gruppe|Uger\nUnge|12\nÆldre|21\nUnge venter 13 uger.", "" },
  { "Gruppe|Antal\nUnge|12\nÆldre|31\nDer er 21 unge og 13 ældre.", "" },
  /* A digit of three is near by chance unless every word is there. */
  { "Tabel 1. Forløb\nTilbud|2021\nMentorforløb for unge|473\nDer var 474 forløb i 2021.", "" },
  { "Tabel 1. Forløb\nTilbud|2021\nMentorforløb for unge|473\n"
    "Der var 474 mentorforløb for unge i 2021.",
    "4 473" },
  /* Two cells that it could be. */
  { "Tabel 1. Forløb\nTilbud|Nord|Syd\nMentorforløb|4.731|4.713\nDer var 4.371 mentorforløb.", "" },
  /* The cell is wrong, not the sentence. */
  { "Tabel 1. Antal forløb\nTilbud|Antal\nMentorforløb|4.371\nVejledning|2.000\nI alt|6.731\n"
    "Der var i alt 6.371 forløb, som tabel 1 viser, fordelt på tilbud.",
    "" },
};

static void
test_cases (void)
{
  g_autoptr (Sample) sample = sample_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dup_found (sample, cases[i].note);

      g_test_message ("%s", cases[i].note);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* A number that the collection has is the collection's, whatever the table says. */
static void
test_known (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series =
      sample_add_series (sample, "Kontanthjælpsmodtagere", TAL_MEASURE_UNIT_FULL_TIME_PERSONS, 0);
  g_autofree char *found = NULL;

  sample_enter (sample, series, "2021", "2021");
  found = dup_found (sample, GROUPS "Der er 2.021 kontanthjælpsmodtagere i 2021.");
  g_assert_cmpstr (found, ==, "");
}

/* The number is said once: it is no longer unknown. */
static void
test_replaced (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (GPtrArray) passages = make_passages (GROUPS "Der er 2.021 kontanthjælpsmodtagere.");
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  g_autoptr (GError)    error = NULL;
  guint                 n_before = 0;

  tal_note_check (sample_get_catalogue (sample), &sample->source, passages,
                  sample_day ("2022-03-01"), remarks, &error);
  g_assert_no_error (error);
  n_before = remarks->len;
  tal_note_own_check (passages, remarks);
  g_assert_cmpuint (remarks->len, ==, n_before);
  tal_remark_list_sort (remarks);
  g_assert_cmpstr (((const TalRemark *)remarks->pdata[n_before - 1])->code, ==, "text-and-table");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/note-own/a-sentence-is-held-against-the-notes-tables", test_cases);
  g_test_add_func ("/core/note-own/what-the-collection-knows-is-let-be", test_known);
  g_test_add_func ("/core/note-own/a-number-is-said-once", test_replaced);
  return g_test_run ();
}
