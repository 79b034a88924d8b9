/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How what should be there comes about, and what is asked about one initiative alone. */

#include "core/tal-initiative.h"
#include "core/tal-plausibility.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define TODAY "2026-11-22"

/* Figures above and below the line; '|' between them, '-' before what is taken away. */
static const struct
{
  TalMeasureUnit unit;
  TalAgreement   agreement;
  const char    *above;
  const char    *below; /* or "" */
  const char    *stated;
  const char    *correction; /* NULL where there is none */
  const char    *workings;   /* likewise */
} stated_values[] = {
  /* Table 1 of 2024. */
  { TAL_MEASURE_UNIT_PER_CENT, TAL_AGREEMENT_RATIO, "31|24", "348", "17", "16",
    "31 · Over 0\n+ 24 · Over 1\nout of 348 · Under 0\n= 15,8 pct." },
  { TAL_MEASURE_UNIT_PER_CENT, TAL_AGREEMENT_RATIO, "ca. 900", "2812", "34", "32",
    "ca. 900 · Over 0\nout of 2.812 · Under 0\n= 32,0 pct." },
  { TAL_MEASURE_UNIT_PER_CENT, TAL_AGREEMENT_RATIO, "55", "300|48", "17.5", "15.8",
    "55 · Over 0\nout of 300 · Under 0\n+ 48 · Under 1\n= 15,80 pct." },
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_SUM, "31|24", "", "56", "55",
    "31 · Over 0\n+ 24 · Over 1\n= 55" },
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_SUM, "31|-24", "", "8", "7",
    "31 · Over 0\n− 24 · Over 1\n= 7" },
  /* What counts as nothing is no figure to show. */
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_SUM, "31|not-applicable", "", "56", "31", NULL },
  /* The whole is no correction of its parts. */
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_PARTS, "31|24", "", "50", NULL, NULL },
};

static void
add_terms (Sample *sample, TalSeries *whole, const char *figures, TalTermPlace place)
{
  g_auto (GStrv) each = g_strsplit (figures, "|", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      gboolean         minus = each[i][0] == '-';
      g_autofree char *name =
          g_strdup_printf ("%s %u", place == TAL_TERM_ABOVE ? "Over" : "Under", i);
      TalSeries *part = sample_add_count (sample, name);

      sample_enter (sample, part, "2015", each[i] + minus);
      sample_add_term (whole, part, minus ? TAL_TERM_MINUS : TAL_TERM_PLUS, place);
    }
}

static GPtrArray *
find_all (Sample *sample)
{
  GPtrArray         *findings = tal_finding_list_new ();
  g_autoptr (GError) error = NULL;

  tal_plausibility_check (sample_get_catalogue (sample), &sample->source, NULL, sample_day (TODAY),
                          findings, &error);
  g_assert_no_error (error);
  return findings;
}

static void
assert_text (const char *text, const char *expected)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\xc2\xa0", " ", 0);
  g_assert_cmpstr (text != NULL ? plain->str : NULL, ==, expected);
}

static void
test_plausibility_workings_show_how_a_value_comes_about (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stated_values); i++)
    {
      g_autoptr (Sample)    sample = sample_new ();
      g_autoptr (GPtrArray) findings = NULL;
      const TalFinding     *finding = NULL;
      TalSeries            *whole = sample_add_series (sample, "I alt", stated_values[i].unit, 0);

      whole->agreement = stated_values[i].agreement;
      if (stated_values[i].agreement == TAL_AGREEMENT_RATIO)
        whole->factor = sample_decimal ("100");
      add_terms (sample, whole, stated_values[i].above, TAL_TERM_ABOVE);
      if (stated_values[i].below[0] != '\0')
        add_terms (sample, whole, stated_values[i].below, TAL_TERM_BELOW);
      sample_enter (sample, whole, "2015", stated_values[i].stated);

      g_test_message ("%s / %s", stated_values[i].above, stated_values[i].below);
      findings = find_all (sample);
      g_assert_cmpuint (findings->len, ==, 1);
      finding = g_ptr_array_index (findings, 0);
      assert_text (finding->workings, stated_values[i].workings);
      g_assert_true (tal_decimal_is_none (finding->correction) ==
                     (stated_values[i].correction == NULL));
      if (stated_values[i].correction != NULL)
        g_assert_cmpint (tal_decimal_compare (finding->correction,
                                              sample_decimal (stated_values[i].correction)),
                         ==, 0);
    }
}

/* The last finding of a kind that is told stands for all the others, and none of them can be
 * corrected by it. */
static void
test_plausibility_workings_are_of_one_figure (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (GPtrArray) findings = NULL;
  TalSeries            *part = sample_add_count (sample, "Del");
  TalSeries            *total = sample_add_count (sample, "I alt");

  total->agreement = TAL_AGREEMENT_SUM;
  sample_add_term (total, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  for (guint i = 0; i <= TAL_PLAUSIBILITY_MOST_OF_ONE + 1; i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 1990 + i);

      sample_enter (sample, part, year, "31");
      sample_enter (sample, total, year, "32");
    }

  findings = find_all (sample);
  g_assert_cmpuint (findings->len, ==, TAL_PLAUSIBILITY_MOST_OF_ONE + 1);
  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *each = g_ptr_array_index (findings, i);

      g_assert_true ((each->workings != NULL) == (i < TAL_PLAUSIBILITY_MOST_OF_ONE));
      g_assert_true (tal_decimal_is_none (each->correction) == (each->workings == NULL));
    }
}

/* Its own series, what its goals are measured by, its goals and itself; nobody else's. */
static void
test_plausibility_workings_one_initiative_is_looked_at_alone (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (GPtrArray) findings = tal_finding_list_new ();
  g_autoptr (GError)    error = NULL;
  TalInitiative        *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);
  TalSeries            *own = sample_add_count (sample, "Egne deltagere");
  TalSeries            *measured = sample_add_count (sample, "Målte deltagere");
  TalSeries            *other = sample_add_count (sample, "Andres deltagere");
  TalSeries            *series[] = { own, measured, other };
  TalGoal              *goal = sample_add_goal (sample, 1);
  TalGoal              *unrelated = sample_add_goal (sample, 2);
  GString              *found = g_string_new (NULL);

  initiative->name = g_strdup ("Særlig indsats");
  initiative->last = sample_day ("2021-12-31");
  own->initiative = initiative->record.id;
  goal->initiative = initiative->record.id;
  sample_add_criterion (goal, measured, TAL_COMPARISON_AT_LEAST, "2021", "400");
  sample_add_criterion (unrelated, other, TAL_COMPARISON_AT_LEAST, "2021", "400");
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      sample_enter (sample, series[i], "2020", "100");
      sample_enter (sample, series[i], "2021", "300");
    }

  tal_plausibility_check_one_initiative (sample_get_catalogue (sample), &sample->source, NULL,
                                         initiative, sample_day (TODAY), findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *each = g_ptr_array_index (findings, i);
      const char       *name = "-";

      for (guint j = 0; j < G_N_ELEMENTS (series); j++)
        {
          if (tal_id_is_equal (each->key.id, series[j]->record.id))
            name = series[j]->name;
        }
      g_string_append_printf (found, "%s %s\n", each->rule->code, name);
    }
  g_assert_cmpstr (found->str, ==,
                   "ended-among-running -\njump Egne deltagere\njump Målte deltagere\n"
                   "no-explanation -\n");
  g_string_free (found, TRUE);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plausibility-workings/show-how-a-value-comes-about",
                   test_plausibility_workings_show_how_a_value_comes_about);
  g_test_add_func ("/core/plausibility-workings/are-of-one-figure",
                   test_plausibility_workings_are_of_one_figure);
  g_test_add_func ("/core/plausibility-workings/one-initiative-is-looked-at-alone",
                   test_plausibility_workings_one_initiative_is_looked_at_alone);

  return g_test_run ();
}
