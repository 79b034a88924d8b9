/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-passage.h"
#include "core/tal-note-check.h"
#include "core/tal-remark.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

static void
add_series (Sample        *sample,
            const char    *name,
            TalMeasureUnit unit,
            int            decimals,
            const char    *before,
            const char    *first,
            const char    *after,
            const char    *second)
{
  TalSeries *series = sample_add_series (sample, name, unit, decimals);

  if (first != NULL)
    sample_enter (sample, series, before, first);
  sample_enter (sample, series, after, second);
}

/* The monthly figures of a municipality that there isn't, and its money. */
static Sample *
make_sample (void)
{
  Sample *sample = sample_new ();

  add_series (sample, "Kontanthjælpsmodtagere", TAL_MEASURE_UNIT_CASES, 0, "2021-04", "438",
              "2021-05", "415");
  add_series (sample, "Sygedagpengemodtagere", TAL_MEASURE_UNIT_CASES, 0, "2021-04", "361",
              "2021-05", "378");
  add_series (sample, "Borgere på ledighedsydelse", TAL_MEASURE_UNIT_CASES, 0, "2021-04", "76",
              "2021-05", "74");
  add_series (sample, "Personer på førtidspension", TAL_MEASURE_UNIT_PERSONS, 0, "2021-01", "1834",
              "2021-12", "1751");
  add_series (sample, "Budget til mentorindsats", TAL_MEASURE_UNIT_MILLION_DKK, 1, "2020", "12.7",
              "2021", "13.4");
  add_series (sample, "Budget til virksomhedspraktik", TAL_MEASURE_UNIT_MILLION_DKK, 1, "2020",
              NULL, "2021", "24.6");
  return sample;
}

/* A line of "a|b|c" is a row.  "number-differs 415; trend fald", remarks that accuse nobody left out. */
static char *
dup_found (Sample *sample, const char *note, guint *ret_agreeing)
{
  g_autoptr (GPtrArray) passages = tal_passage_list_new ();
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  g_autoptr (GString)   found = g_string_new (NULL);
  g_autoptr (GError)    error = NULL;
  g_auto (GStrv)        lines = g_strsplit (note, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (passages,
                     strchr (lines[i], '|') != NULL
                         ? tal_passage_new_row (i + 1, 1, g_strsplit (lines[i], "|", -1))
                         : tal_passage_new (TAL_PASSAGE_PARAGRAPH, i + 1, g_strdup (lines[i])));
  tal_note_check (sample_get_catalogue (sample), &sample->source, passages,
                  sample_day ("2022-03-01"), remarks, &error);
  g_assert_no_error (error);
  *ret_agreeing = 0;
  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (remarks, i);

      *ret_agreeing += remark->kind == TAL_REMARK_AGREES ? 1 : 0;
      if (remark->kind == TAL_REMARK_DIFFERS || remark->kind == TAL_REMARK_CLAIM)
        g_string_append_printf (found, "%s%s %s", found->len > 0 ? "; " : "", remark->code,
                                remark->suggestion);
    }
  g_string_replace (found, "\302\240", " ", 0);
  return g_string_free (g_steal_pointer (&found), FALSE);
}

typedef struct
{
  const char *note;
  guint       agreeing;
  const char *found; /* "" where nothing is wrong */
} Case;

static void
check_cases (const Case *cases, gsize n_cases)
{
  g_autoptr (Sample) sample = make_sample ();

  for (gsize i = 0; i < n_cases; i++)
    {
      guint            agreeing = 0;
      g_autofree char *found = dup_found (sample, cases[i].note, &agreeing);

      g_test_message ("%s", cases[i].note);
      g_assert_cmpstr (found, ==, cases[i].found);
      g_assert_cmpuint (agreeing, ==, cases[i].agreeing);
    }
}

/* "Det samlede antal" is of what the sentence before speaks of. */
static void
test_looking_back (void)
{
  static const Case cases[] = {
    { "Antallet af kontanthjælpsmodtagere er faldet med 23 sager i maj måned. Det samlede antal "
      "udgjorde 415 pr. 31.05.21.",
      2, "" },
    { "Antallet af kontanthjælpsmodtagere er faldet med 23 sager i maj måned. Det samlede antal "
      "udgjorde 451 pr. 31.05.21.",
      1, "number-differs 415" },
    { "Antallet af kontanthjælpsmodtagere er faldet. Det samlede antal udgjorde 4.150.", 0,
      "number-differs 415" },
    { "Kontanthjælpsmodtagere indkaldes. Kantinen har 451 pladser.", 0, "" },
    { "Kontanthjælpsmodtagere indkaldes. Det koster 451 kr. pr. kuvert.", 0, "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_periods (void)
{
  static const Case cases[] = {
    /* A day with two digits for its year, and "pr." that ends no sentence. */
    { "Der var 378 sygedagpengemodtagere pr. 31.05.21.", 1, "" },
    { "Der var 378 sygedagpengemodtagere pr. 30.04.21.", 0, "number-differs 361" },
    /* A month without its year. */
    { "I januar 2021 var der 1.834 personer på førtidspension og i december var antallet faldet "
      "til 1.751 personer.",
      2, "" },
    { "I januar 2021 var der 1.834 personer på førtidspension og i december 2021 var antallet "
      "faldet til 1.751 personer.",
      2, "" },
    { "I januar 2021 var der 1.834 personer på førtidspension og i december var antallet faldet "
      "til 17.510 personer.",
      1, "number-differs 1.751" },
    /* The period in front, where none is behind. */
    { "I april 2021 var der 378 sygedagpengemodtagere.", 0, "number-differs 361" },
    { "I maj 2021 var der 378 sygedagpengemodtagere.", 1, "" },
    { "I januar 2021 var der 1.843 personer på førtidspension og i december var antallet faldet "
      "til 1.751 personer.",
      1, "number-differs 1.834" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* A change to the month that is named, and the level beside it. */
static void
test_changes (void)
{
  static const Case cases[] = {
    { "Antallet af kontanthjælpsmodtagere er faldet med 32 sager i maj 2021.", 0,
      "number-differs 23" },
    { "Antallet af sygedagpengemodtagere er steget med 17 sager i maj måned til i alt 378 pr. "
      "31.05.21.",
      2, "" },
    { "Antallet af sygedagpengemodtagere er steget med 71 sager i maj måned til i alt 378 pr. "
      "31.05.21.",
      1, "number-differs 17" },
    { "Antallet af borgere på ledighedsydelse er faldet med 2 sager i maj måned, og udgjorde "
      "således 47 pr. 31.05.21.",
      1, "number-differs 74" },
    { "Antallet af kontanthjælpsmodtagere er faldet med 150 siden 2014.", 0, "" },
    /* What a change is compared with is no period of the number. */
    { "Der er 415 kontanthjælpsmodtagere, et fald på 23 i forhold til april 2021.", 2, "" },
    { "Der er 451 kontanthjælpsmodtagere, et fald på 23 i forhold til april 2021.", 1,
      "number-differs 415" },
    { "Der er 415 kontanthjælpsmodtagere, et fald på 32 i forhold til april 2021.", 1,
      "number-differs 23" },
    { "Antallet af sygedagpengemodtagere er steget med 71 til 378.", 1, "number-differs 17" },
    { "Antallet af sygedagpengemodtagere er steget med 17 til 378.", 2, "" },
    { "Der er 378 sygedagpengemodtagere, flere end i april 2021.", 1, "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* One nought too many or too few. */
static void
test_tenfold (void)
{
  static const Case cases[] = {
    { "Der er afsat 24,6 mio. kr. til virksomhedspraktik i budgettet.", 1, "" },
    { "Der er afsat 246,0 mio. kr. til virksomhedspraktik i budgettet.", 0,
      "amount-differs 24,6 mio. kr." },
    { "Der er afsat 2,46 mio. kr. til virksomhedspraktik i budgettet.", 0,
      "amount-differs 24,6 mio. kr." },
    { "Der er 4.150 kontanthjælpsmodtagere i maj 2021.", 0, "number-differs 415" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* A row is of the goal whose target it tells, however short its words are. */
static void
test_goals (void)
{
  g_autoptr (Sample) sample = make_sample ();
  TalSeries         *awards =
      sample_add_series (sample, "Tilkendelser af førtidspension", TAL_MEASURE_UNIT_AWARDS, 0);
  TalGoal *goal = sample_add_goal (sample, 2);
  static const struct
  {
    const char *verdict;
    const char *found;
  } cases[] = { { "Målet er ikke opfyldt", "" },
                { "Målet er opfyldt", "verdict ikke opnået" },
                { "Målet forventes opfyldt", "" } };

  sample_enter (sample, awards, "2021", "64");
  goal->wording = g_strdup ("Tilkendelserne af førtidspension begrænses til højst 55 personer");
  sample_add_criterion (goal, awards, TAL_COMPARISON_AT_MOST, "2021", "55");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *note =
          g_strdup_printf ("Mål|Resultatkrav|Resultat 2021|Status\n2. Tilkendelser af "
                           "førtidspension|55|64|%s",
                           cases[i].verdict);
      guint            agreeing = 0;
      g_autofree char *found = dup_found (sample, note, &agreeing);

      g_assert_cmpstr (found, ==, cases[i].found);
      g_assert_cmpuint (agreeing, ==, 2);
    }
}

/* A number that agrees is not another one's for the words alone. */
static void
test_agreeing (void)
{
  g_autoptr (Sample) sample = make_sample ();
  TalSeries         *placed =
      sample_add_series (sample, "Unge, der har fået en elevplads", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries       *share = sample_add_series (sample, "Andel unge, der har fået en elevplads",
                                              TAL_MEASURE_UNIT_PER_CENT, 0);
  guint            agreeing = 0;
  g_autofree char *found = NULL;

  sample_enter (sample, placed, "2021", "50");
  sample_enter (sample, share, "2021", "100");
  found = dup_found (sample,
                     "Indsats|Målsætninger i 2021|Status 2021\nElevpladser til unge|Alle får en "
                     "elevplads efter endt indsats.|Målet blev opnået (50)",
                     &agreeing);
  g_assert_cmpstr (found, ==, "");
  g_assert_cmpuint (agreeing, ==, 1);
}

/* "godt", "knap" and "ca." of another figure than theirs. */
static void
test_approximations (void)
{
  static const Case cases[] = {
    { "Der var godt 410 kontanthjælpsmodtagere i maj 2021.", 1, "" },
    { "Der var knap 420 kontanthjælpsmodtagere i maj 2021.", 1, "" },
    { "Der var godt 140 kontanthjælpsmodtagere i maj 2021.", 0, "number-differs 415" },
    { "Der var godt 510 kontanthjælpsmodtagere i maj 2021.", 0, "number-differs 415" },
    { "Der var knap 60 borgere på ledighedsydelse i maj 2021.", 0, "number-differs 74" },
    { "Der var ca. 900 kontanthjælpsmodtagere i maj 2021.", 0, "" },
    { "Der var godt 510 sygemeldte i maj 2021.", 0, "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/note-reading/a-sentence-looks-back", test_looking_back);
  g_test_add_func ("/core/note-reading/days-and-months-are-periods", test_periods);
  g_test_add_func ("/core/note-reading/a-change-is-to-the-month-that-is-named", test_changes);
  g_test_add_func ("/core/note-reading/a-nought-too-many-is-known", test_tenfold);
  g_test_add_func ("/core/note-reading/a-row-is-of-the-goal-whose-target-it-tells", test_goals);
  g_test_add_func ("/core/note-reading/a-number-that-agrees-is-let-be", test_agreeing);
  g_test_add_func ("/core/note-reading/an-approximate-number-is-of-its-figure",
                   test_approximations);
  return g_test_run ();
}
