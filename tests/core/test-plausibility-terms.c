/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/sample.h"

#include <glib.h>
#include <locale.h>

static void
assert_findings (Sample *sample, const char *expected)
{
  g_autofree char *actual = sample_dup_findings (sample, "2026-11-22");

  g_assert_cmpstr (actual, ==, expected);
}

/* A total that is stated, with its parts; '|' between them. */
static const struct
{
  TalMeasureUnit unit;
  TalAgreement   agreement;
  const char    *parts;
  const char    *stated;
  const char    *finding;
} totals[] = {
  /* Table 8 of 2015: budgets in millions. */
  { TAL_MEASURE_UNIT_MILLION_DKK, TAL_AGREEMENT_SUM, "218.8|14.4|14.6|23.4", "271.2", "" },
  { TAL_MEASURE_UNIT_MILLION_DKK, TAL_AGREEMENT_SUM, "218.8|14.4|14.6|23.4", "271.1",
    "sum note 2015 271,1 mio. kr. -> 271,2 mio. kr.\n" },
  { TAL_MEASURE_UNIT_MILLION_DKK, TAL_AGREEMENT_SUM, "218.8|14.4|14.6|23.4", "272.1",
    "sum error 2015 272,1 mio. kr. -> 271,2 mio. kr.\n" },
  { TAL_MEASURE_UNIT_MILLION_DKK, TAL_AGREEMENT_SUM, "18.3|69.4|110.7|20.4|not-applicable",
    "not-available", "sum-missing warning 2015 - -> 218,8 mio. kr.\n" },
  { TAL_MEASURE_UNIT_MILLION_DKK, TAL_AGREEMENT_SUM, "not-applicable|14.6", "14.6", "" },
  { TAL_MEASURE_UNIT_MILLION_DKK, TAL_AGREEMENT_SUM, "not-available|14.6", "20.0", "" },
  /* Counts are not rounded; full-time persons are. */
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_SUM, "31|24", "55", "" },
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_SUM, "31|24", "56", "sum error 2015 56 -> 55\n" },
  { TAL_MEASURE_UNIT_FULL_TIME_PERSONS, TAL_AGREEMENT_SUM, "2026|814", "2841",
    "sum note 2015 2.841 -> 2.840\n" },
  { TAL_MEASURE_UNIT_FULL_TIME_PERSONS, TAL_AGREEMENT_SUM, "2026|814", "2848",
    "sum error 2015 2.848 -> 2.840\n" },
  /* Distributions. */
  { TAL_MEASURE_UNIT_PER_CENT, TAL_AGREEMENT_SUM, "19|4|6|4|36|31", "100", "" },
  { TAL_MEASURE_UNIT_PER_CENT, TAL_AGREEMENT_SUM, "4.1|33.2|47.6|3.5|7.74|2.8|0.2|0.83", "100",
    "" },
  { TAL_MEASURE_UNIT_PER_CENT, TAL_AGREEMENT_SUM, "33|33|33", "100",
    "sum note 2015 100 pct. -> 99 pct.\n" },
  { TAL_MEASURE_UNIT_PER_CENT, TAL_AGREEMENT_SUM, "19|4|6|4|36|21", "100",
    "sum error 2015 100 pct. -> 90 pct.\n" },
  { TAL_MEASURE_UNIT_PER_CENT, TAL_AGREEMENT_SUM, "ca. 25|mere end 35|ca. 33", "100",
    "sum warning 2015 100 pct. -> 93 pct.\n" },
  /* The family initiative of 2019: 22 outcomes of 18 persons. */
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_PARTS, "1|3|1|9|5|1|2", "18",
    "parts-above-whole error 2015 22 -> 18\n" },
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_OVERLAPPING, "1|3|1|9|5|1|2", "18", "" },
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_OVERLAPPING, "1|19|1", "18",
    "parts-above-whole error 2015 19 -> 18\n" },
  { TAL_MEASURE_UNIT_PERSONS, TAL_AGREEMENT_PARTS, "1|3|1|9", "18", "" },
  { TAL_MEASURE_UNIT_PER_CENT, TAL_AGREEMENT_PARTS, "24|13|10|5|4", "100", "" },
};

static void
test_plausibility_terms_totals_agree_with_their_parts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      g_auto (GStrv)     parts = g_strsplit (totals[i].parts, "|", -1);
      TalSeries         *total = sample_add_series (sample, "I alt", totals[i].unit, 0);

      total->agreement = totals[i].agreement;
      total->source = g_strdup ("BIFLIS");
      sample_enter (sample, total, "2015", totals[i].stated);
      for (guint j = 0; parts[j] != NULL; j++)
        {
          g_autofree char *name = g_strdup_printf ("Del %u", j);
          TalSeries       *part = sample_add_series (sample, name, totals[i].unit, 1);

          part->source = g_strdup ("BIFLIS");
          sample_enter (sample, part, "2015", parts[j]);
          sample_add_term (total, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
        }
      g_test_message ("%s = %s", totals[i].parts, totals[i].stated);
      assert_findings (sample, totals[i].finding);
    }
}

/* A share that is stated beside its counts. */
static const struct
{
  const char *above;
  const char *below;
  const char *stated;
  const char *finding;
} stated_shares[] = {
  { "55", "348", "16", "" },
  { "55", "348", "15.8", "" },
  { "55", "348", "17", "share error 2015 17 pct. -> 16 pct.\n" },
  { "55", "348", "15.9", "share error 2015 15,9 pct. -> 15,8 pct.\n" },
  { "ca. 900", "2812", "32.1", "share warning 2015 32,1 pct. -> 32,0 pct.\n" },
  { "1", "203", "0", "shown-as-zero warning 2015 0 pct. -> 0,5 pct.\n" },
  { "1", "203", "0.5", "" },
  { "1", "203", "5", "share error 2015 5 pct. -> 0 pct.\n" }, /* nor is it shown as zero */
  { "0", "203", "0", "" },
  { "55", "0", "16", "" },
  { "55", "not-available", "16", "" },
};

static void
test_plausibility_terms_shares_agree_with_their_counts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stated_shares); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *above = sample_add_count (sample, "I job");
      TalSeries         *below = sample_add_count (sample, "Deltagere");
      TalSeries         *share = sample_add_series (sample, "Trykt", TAL_MEASURE_UNIT_PER_CENT, 0);

      share->agreement = TAL_AGREEMENT_RATIO;
      share->factor = sample_decimal ("100");
      sample_add_term (share, above, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      sample_add_term (share, below, TAL_TERM_PLUS, TAL_TERM_BELOW);
      sample_enter (sample, above, "2015", stated_shares[i].above);
      sample_enter (sample, below, "2015", stated_shares[i].below);
      sample_enter (sample, share, "2015", stated_shares[i].stated);
      g_test_message ("%s of %s is %s", stated_shares[i].above, stated_shares[i].below,
                      stated_shares[i].stated);
      assert_findings (sample, stated_shares[i].finding);
    }
}

/* A change that is stated beside the figures of two years. */
static const struct
{
  TalAgreement   agreement;
  TalMeasureUnit unit;
  const char    *then;
  const char    *now;
  const char    *stated;
  const char    *finding;
} stated_changes[] = {
  { TAL_AGREEMENT_CHANGE, TAL_MEASURE_UNIT_PER_CENT, "46.6", "62.4", "15.8", "" },
  { TAL_AGREEMENT_CHANGE, TAL_MEASURE_UNIT_PER_CENT, "46.6", "62.4", "15.9",
    "change note 2015 15,9 pct. -> 15,8 pct.\n" }, /* 46,55 and 62,44 */
  { TAL_AGREEMENT_CHANGE, TAL_MEASURE_UNIT_PER_CENT, "46.6", "62.4", "16.2",
    "change error 2015 16,2 pct. -> 15,8 pct.\n" },
  { TAL_AGREEMENT_CHANGE, TAL_MEASURE_UNIT_PERSONS, "10", "14", "-4",
    "change error 2015 −4 pct. -> 4 pct.\n" },
  { TAL_AGREEMENT_CHANGE, TAL_MEASURE_UNIT_PERSONS, "14", "10", "-4", "" }, /* no share */
  { TAL_AGREEMENT_RELATIVE_CHANGE, TAL_MEASURE_UNIT_PERSONS, "100", "97", "-3", "" },
  { TAL_AGREEMENT_RELATIVE_CHANGE, TAL_MEASURE_UNIT_PERSONS, "100", "97", "-4",
    "change error 2015 −4 pct. -> −3 pct.\n" },
  { TAL_AGREEMENT_RELATIVE_CHANGE, TAL_MEASURE_UNIT_PER_CENT, "20.1", "25.2", "25.0",
    "change note 2015 25,0 pct. -> 25,4 pct.\n" },
  { TAL_AGREEMENT_RELATIVE_CHANGE, TAL_MEASURE_UNIT_PERSONS, "0", "97", "100", "" },
  { TAL_AGREEMENT_RELATIVE_CHANGE, TAL_MEASURE_UNIT_PERSONS, "not-available", "97", "100", "" },
};

static void
test_plausibility_terms_changes_agree_with_their_figures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stated_changes); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *figures = sample_add_series (sample, "I job", stated_changes[i].unit, 1);
      TalSeries         *change =
          sample_add_series (sample, "Ændring i andelen", TAL_MEASURE_UNIT_PER_CENT, 1);

      figures->source = g_strdup ("BIFLIS");
      change->agreement = stated_changes[i].agreement;
      if (change->agreement == TAL_AGREEMENT_RELATIVE_CHANGE)
        change->factor = sample_decimal ("100");
      sample_add_term (change, figures, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      sample_enter (sample, figures, "2014", stated_changes[i].then);
      sample_enter (sample, figures, "2015", stated_changes[i].now);
      sample_enter (sample, change, "2015", stated_changes[i].stated);
      g_test_message ("%s to %s is %s", stated_changes[i].then, stated_changes[i].now,
                      stated_changes[i].stated);
      assert_findings (sample, stated_changes[i].finding);
    }
}

/* A share that is computed can still be no share. */
static const struct
{
  const char *above;
  const char *below;
  const char *factor;
  int         decimals;
  const char *finding;
} computed_shares[] = {
  { "268", "545", "100", 0, "" },
  { "545", "545", "100", 0, "" },
  { "0", "545", "100", 0, "" },
  { "11491", "6654", "100", 1, "numerator-above-denominator warning 2015 172,7 pct. -> -\n" },
  { "1", "203", "1", 2, "shown-as-zero warning 2015 0,00 pct. -> 0,005 pct.\n" },
  { "1", "203", "1", 3, "" },
  { "1", "203", "100", 0, "shown-as-zero warning 2015 0 pct. -> 0,5 pct.\n" },
  { "1", "3", "1", 0, "shown-as-zero warning 2015 0 pct. -> 0,3 pct.\n" },
  { "300", "13", "1", 1, "" }, /* citizens per worker */
};

static void
test_plausibility_terms_computed_shares_are_shares (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (computed_shares); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *above = sample_add_count (sample, "I job");
      TalSeries         *below = sample_add_count (sample, "Deltagere");
      TalSeries         *share = sample_add_share (sample, above, below);

      share->factor = sample_decimal (computed_shares[i].factor);
      share->decimals = computed_shares[i].decimals;
      sample_enter (sample, above, "2015", computed_shares[i].above);
      sample_enter (sample, below, "2015", computed_shares[i].below);
      g_test_message ("%s of %s", computed_shares[i].above, computed_shares[i].below);
      assert_findings (sample, computed_shares[i].finding);
    }
}

/* Terms that are computed or rolled up themselves are followed. */
static void
test_plausibility_terms_follows_computed_parts (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *quarters = sample_add_count (sample, "Kvartaler");
  TalSeries         *other = sample_add_count (sample, "Andre");
  TalSeries         *sum = sample_add_series (sample, "Sum", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries         *total = sample_add_count (sample, "I alt");

  quarters->roll_up = TAL_ROLL_UP_SUM;
  for (guint quarter = 1; quarter <= 4; quarter++)
    {
      g_autofree char *period = g_strdup_printf ("2015-Q%u", quarter);

      sample_enter (sample, quarters, period, "10");
    }
  sample_enter (sample, other, "2015", "5");
  sum->basis = TAL_BASIS_SUM;
  sample_add_term (sum, quarters, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_term (sum, other, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  total->agreement = TAL_AGREEMENT_SUM;
  sample_add_term (total, sum, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_term (total, other, TAL_TERM_MINUS, TAL_TERM_ABOVE);
  sample_enter (sample, total, "2015", "41");
  assert_findings (sample, "sum error 2015 41 -> 40\n");
}

/* Eighteen digits are what a figure can have; their sum has more. */
static void
test_plausibility_terms_a_sum_past_all_bounds_is_not_said (void)
{
  static const TalAgreement agreements[] = { TAL_AGREEMENT_SUM, TAL_AGREEMENT_PARTS };
  static const char *const  stated[] = { "1", "not-available" };

  for (guint i = 0; i < G_N_ELEMENTS (agreements) * G_N_ELEMENTS (stated); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *total = sample_add_count (sample, "I alt");

      total->agreement = agreements[i / 2];
      sample_enter (sample, total, "2015", stated[i % 2]);
      for (guint j = 0; j < 2; j++)
        {
          TalSeries *part = sample_add_count (sample, j == 0 ? "Mænd" : "Kvinder");

          sample_enter (sample, part, "2015", "999999999999999999");
          sample_add_term (total, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
        }
      assert_findings (sample, "");
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plausibility-terms/totals-agree-with-their-parts",
                   test_plausibility_terms_totals_agree_with_their_parts);
  g_test_add_func ("/core/plausibility-terms/shares-agree-with-their-counts",
                   test_plausibility_terms_shares_agree_with_their_counts);
  g_test_add_func ("/core/plausibility-terms/changes-agree-with-their-figures",
                   test_plausibility_terms_changes_agree_with_their_figures);
  g_test_add_func ("/core/plausibility-terms/computed-shares-are-shares",
                   test_plausibility_terms_computed_shares_are_shares);
  g_test_add_func ("/core/plausibility-terms/follows-computed-parts",
                   test_plausibility_terms_follows_computed_parts);
  g_test_add_func ("/core/plausibility-terms/a-sum-past-all-bounds-is-not-said",
                   test_plausibility_terms_a_sum_past_all_bounds_is_not_said);

  return g_test_run ();
}
