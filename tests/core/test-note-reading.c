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

/* "number-differs 415; trend fald", remarks that accuse nobody left out. */
static char *
dup_found (Sample *sample, const char *note, guint *ret_agreeing)
{
  g_autoptr (GPtrArray) passages = tal_passage_list_new ();
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  g_autoptr (GString)   found = g_string_new (NULL);
  g_autoptr (GError)    error = NULL;

  g_ptr_array_add (passages, tal_passage_new (TAL_PASSAGE_PARAGRAPH, 1, g_strdup (note)));
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

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/note-reading/a-sentence-looks-back", test_looking_back);
  g_test_add_func ("/core/note-reading/days-and-months-are-periods", test_periods);
  g_test_add_func ("/core/note-reading/a-change-is-to-the-month-that-is-named", test_changes);
  g_test_add_func ("/core/note-reading/a-nought-too-many-is-known", test_tenfold);
  return g_test_run ();
}
