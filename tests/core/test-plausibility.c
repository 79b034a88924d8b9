/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-appropriation.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-plausibility.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define TODAY "2026-11-22"

static TalSeries *
add_count (Sample *sample, const char *name)
{
  return sample_add_series (sample, name, TAL_MEASURE_UNIT_PERSONS, 0);
}

static void
assert_findings (Sample *sample, const char *expected)
{
  g_autofree char *actual = sample_dup_findings (sample, TODAY);

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
test_plausibility_totals_agree_with_their_parts (void)
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
  { "0", "203", "0", "" },
  { "55", "0", "16", "" },
  { "55", "not-available", "16", "" },
};

static void
test_plausibility_shares_agree_with_their_counts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stated_shares); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *above = add_count (sample, "I job");
      TalSeries         *below = add_count (sample, "Deltagere");
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
test_plausibility_computed_shares_are_shares (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (computed_shares); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *above = add_count (sample, "I job");
      TalSeries         *below = add_count (sample, "Deltagere");
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
test_plausibility_follows_computed_parts (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *quarters = add_count (sample, "Kvartaler");
  TalSeries         *other = add_count (sample, "Andre");
  TalSeries         *sum = sample_add_series (sample, "Sum", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries         *total = add_count (sample, "I alt");

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

static const struct
{
  const char *figures; /* months from January 2015 on */
  const char *finding;
} histories[] = {
  { "100|110|95|105|100|98|104|101", "" },
  { "100|110|95|105|100|98|104|201", "jump warning 2015-08 201 -> -\n" },
  { "100|110|95|105|100|98|104|140", "" }, /* not thrice the largest change */
  { "100|110|95|105|201", "" },            /* too little is known */
  { "100|110|95|105|100|98|204|101", "jump warning 2015-07 204 -> -\n" }, /* and back */
  { "1000|1001|1000|1001|1000|1001|1050", "" },                           /* a jump of nothing */
  { "5|5|5|5|5|5|9", "" }, /* never changed: nothing to go by */
};

static void
test_plausibility_a_jump_is_asked_about (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (histories); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      g_auto (GStrv)     figures = g_strsplit (histories[i].figures, "|", -1);
      TalSeries         *series = add_count (sample, "Borgere");

      for (guint j = 0; figures[j] != NULL; j++)
        {
          g_autofree char *period = g_strdup_printf ("2015-%02u", j + 1);

          sample_enter (sample, series, period, figures[j]);
        }
      g_test_message ("%s", histories[i].figures);
      assert_findings (sample, histories[i].finding);
    }
}

static void
test_plausibility_a_final_figure_waits_for_its_period (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = add_count (sample, "Borgere");
  TalObservation    *early = NULL;

  sample_enter (sample, series, "2026-10", "10");
  sample_enter (sample, series, "2026-11", "10");
  sample_enter (sample, series, "2026-12", "10*");
  early = sample_enter (sample, series, "2025", "12");
  early->as_of = sample_day ("2025-12-30");
  early = sample_enter (sample, series, "2018-07", "12*");
  early->final_expected = sample_day ("2019-06-30");
  early = sample_enter (sample, series, "2018-08", "12*");
  early->final_expected = sample_day ("2027-06-30");
  assert_findings (sample, "final-overdue note 2018-07 preliminary -> final\n"
                           "final-too-early warning 2025 final -> preliminary\n"
                           "final-too-early warning 2026-11 final -> preliminary\n");
}

/* What a series says of itself. */
static void
test_plausibility_a_series_says_what_it_is (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *numerator = add_count (sample, "I job");
  TalSeries         *half = sample_add_series (sample, "Andel i job", TAL_MEASURE_UNIT_PER_CENT, 0);
  TalSeries         *bare = sample_add_series (sample, "Andel mænd", TAL_MEASURE_UNIT_PER_CENT, 0);
  TalSeries *sourced = sample_add_series (sample, "Andel ledige", TAL_MEASURE_UNIT_PER_CENT, 1);
  TalSeries *antal = sample_add_series (sample, "København", TAL_MEASURE_UNIT_PER_CENT, 1);
  TalSeries *courses = sample_add_series (sample, "AS3", TAL_MEASURE_UNIT_COURSES, 0);
  TalSeries *placed = sample_add_series (sample, "Incita", TAL_MEASURE_UNIT_PLACEMENTS, 0);

  sample_add_term (half, numerator, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sourced->source = g_strdup ("Jobindsats.dk");
  antal->source = g_strdup ("Jobindsats.dk");
  antal->measure = g_strdup ("Antal aktivitetsparate kontanthjælpsmodtagere fyldt 30 år");
  courses->measure = g_strdup ("borgere");
  courses->note = g_strdup ("Anm: Perioden er 1. kvartal 2015. Kilde: BIFLIS");
  placed->measure = g_strdup ("virksomhedsplaceringer");
  placed->note = g_strdup ("Anm: Perioden er marts-maj 2015.");
  sample_enter (sample, courses, "2015-H1", "7");
  sample_enter (sample, placed, "2015-03-01/2015-05-31", "52");
  sample_enter (sample, sourced, "2014", "5.3");
  sample_enter (sample, sourced, "2015", "4");
  sample_enter (sample, bare, "2015", "140");
  assert_findings (sample, "no-denominator warning - - -> -\n"
                           "no-denominator note - - -> -\n"
                           "share-out-of-range error 2015 140 pct. -> -\n"
                           "mixed-decimals note 2015 4 pct. -> -\n"
                           "unit-words warning - Antal aktivitetsparate kontanthjælpsmodtagere "
                           "fyldt 30 år -> a share\n"
                           "unit-words warning - borgere -> forløb\n"
                           "period-words warning - 1. kvartal 2015 -> 1. halvår 2015\n");
}

static void
test_plausibility_series_agree_with_one_another (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *one = add_count (sample, "Aktivitetsparate");
  TalSeries         *other = add_count (sample, "aktivitetsparate ");
  TalSeries         *third = add_count (sample, "Revalidender");
  TalSeries         *share = NULL;

  sample_enter (sample, one, "2015", "14644");
  sample_enter (sample, one, "2016", "12982");
  sample_enter (sample, other, "2015", "14800");
  sample_enter (sample, other, "2016", "12982");
  sample_enter (sample, third, "2015", "450");
  for (guint i = 0; i < 3; i++)
    {
      share = sample_add_share (sample, third, one);
      share->decimals = i == 1 ? 2 : 1;
    }
  assert_findings (sample, "mixed-decimals note - 2 -> 1\n"
                           "stored-twice error 2015 14.800 -> 14.644\n");
}

static TalInitiative *
add_initiative (Sample *sample, const TalPlan *plan, const char *name)
{
  TalInitiative *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);

  initiative->plan = plan->record.id;
  initiative->name = g_strdup (name);
  return initiative;
}

static TalAppropriation *
add_money (Sample *sample, const TalInitiative *initiative, const char *amount)
{
  TalAppropriation *money = sample_add_record (sample, TAL_KIND_APPROPRIATION);

  money->initiative = initiative->record.id;
  money->year = 2015;
  money->amount = sample_decimal (amount);
  money->expiry = TAL_EXPIRY_YEAR;
  money->expiry_year = 2015;
  return money;
}

/* The grants of 2015: 1.200.000 short, one grant in two tables, and words that say another
 * amount. */
static void
test_plausibility_money_adds_up (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalPlan           *plan = sample_add_record (sample, TAL_KIND_PLAN);
  TalPlan           *right = sample_add_record (sample, TAL_KIND_PLAN);
  TalInitiative     *loans = NULL;
  TalInitiative     *grant = NULL;
  TalInitiative     *ips = NULL;

  plan->name = g_strdup ("Driftsmidler");
  plan->frame = sample_decimal ("5587000");
  right->name = g_strdup ("Indsatsmidler");
  right->frame = sample_decimal ("4080000");
  loans = add_initiative (sample, plan, "Mikrolån");
  grant = add_initiative (sample, plan, "Aktivitetsbevilling");
  grant->description = g_strdup ("JKA får 1,9 mio. kr. til målgruppen revalidering");
  ips = add_initiative (sample, plan, "BIU særindsatser, IPS");
  ips->description = g_strdup ("Heraf 2,0 mio. kr. til IPS");
  add_money (sample, loans, "1200000");
  add_money (sample, grant, "1187000");
  add_money (sample, ips, "2000000");
  add_money (sample, add_initiative (sample, right, "IPS"), "2000000");
  add_money (sample, add_initiative (sample, right, "Socioøkonomiske virksomheder"), "2080000");
  assert_findings (sample, "frame error - 5.587.000 kr. -> 4.387.000 kr.\n"
                           "amount-words error - 1,9 mio. kr. -> 1.187.000 kr.\n"
                           "duplicate-appropriation warning - 2.000.000 kr. -> -\n");
}

static void
test_plausibility_price_levels_are_not_added (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalPlan           *plan = sample_add_record (sample, TAL_KIND_PLAN);
  TalInitiative     *ips = NULL;

  plan->name = g_strdup ("Budget 2020");
  ips = add_initiative (sample, plan, "IPS");
  add_money (sample, ips, "8600000")->price_level = g_strdup ("2020");
  add_money (sample, ips, "200000")->price_level = g_strdup ("2020");
  add_money (sample, ips, "3600000")->price_level = g_strdup ("løbende");
  assert_findings (sample, "price-levels warning - 2020, løbende -> -\n");
}

static void
test_plausibility_what_has_ended_is_not_running (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalPlan           *plan = sample_add_record (sample, TAL_KIND_PLAN);
  TalInitiative     *ended = NULL;
  TalInitiative     *running = NULL;

  plan->name = g_strdup ("Områdebaserede indsatser");
  plan->status_day = sample_day ("2019-05-20");
  ended = add_initiative (sample, plan, "Perspektiv");
  ended->last = sample_day ("2019-03-31");
  running = add_initiative (sample, plan, "Mjølnerparken");
  running->last = sample_day ("2020-12-31"); /* over today, but not when it was reported */
  ended = add_initiative (sample, plan, "Tidligere indsats");
  ended->last = sample_day ("2015-12-31");
  ended->state = TAL_INITIATIVE_STATE_ENDED;
  assert_findings (sample, "ended-among-running warning - running -> ended\n");
}

/* Perspektiv: the final result "of the whole period 2015-2018" of a project that ran on. */
static void
test_plausibility_a_whole_initiative_is_covered (void)
{
  static const struct
  {
    const char *period;
    const char *value;
    const char *finding;
  } rows[] = {
    { "2015-01-01/2018-12-31", "36",
      "period-short warning 2015-01-01/2018-12-31 2015-18 -> januar 2015 - marts 2019\n" },
    { "2015-01-01/2019-03-31", "36", "" },
    { "2015-01-01/2018-12-31", "36*", "" },
    { "2016-01-01/2018-12-31", "36", "" }, /* not of the whole */
    { "2018", "36", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalPlan           *plan = sample_add_record (sample, TAL_KIND_PLAN);
      TalInitiative     *initiative = add_initiative (sample, plan, "Perspektiv");
      TalSeries         *series = add_count (sample, "I job");

      plan->name = g_strdup ("Områdebaserede indsatser");
      initiative->first = sample_day ("2015-01-01");
      initiative->last = sample_day ("2019-03-31");
      initiative->state = TAL_INITIATIVE_STATE_ENDED;
      series->initiative = initiative->record.id;
      sample_enter (sample, series, rows[i].period, rows[i].value);
      g_test_message ("%s", rows[i].period);
      assert_findings (sample, rows[i].finding);
    }
}

static void
test_plausibility_texts_hold_no_person (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_cpr;
  } rows[] = {
    { "Borger 010190-1234 deltager", TRUE },
    { "Borger 0101901234 deltager", TRUE },
    { "010190 1234", TRUE },
    { "320190-1234", FALSE },  /* no day */
    { "011390-1234", FALSE },  /* no month */
    { "2024-0197588", FALSE }, /* a case */
    { "2019-0124225-2", FALSE },
    { "EAN 5798009710178", FALSE },
    { "5579458", FALSE },
    { "010190-12345", FALSE },
    { "18-06-2024", FALSE },
    { "1.234.567.890", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = add_count (sample, "Borgere");

      series->note = g_strdup (rows[i].text);
      sample_enter (sample, series, "2015", "7")->note = g_strdup (rows[i].text);
      g_test_message ("%s", rows[i].text);
      assert_findings (sample, rows[i].is_cpr ? "cpr error - - -> -\ncpr error 2015 - -> -\n" : "");
    }
}

/* One kind of fault a thousand times is one story. */
static void
test_plausibility_many_of_one_are_counted (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (GPtrArray) findings = tal_finding_list_new ();
  TalSeries            *total = add_count (sample, "I alt");
  TalSeries            *part = add_count (sample, "Del");

  total->agreement = TAL_AGREEMENT_SUM;
  sample_add_term (total, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  for (int year = 1900; year < 2000; year++)
    {
      g_autofree char *period = g_strdup_printf ("%d", year);

      sample_enter (sample, total, period, "10");
      sample_enter (sample, part, period, "11");
    }
  tal_plausibility_check (sample_get_catalogue (sample), &sample->source, sample_day (TODAY),
                          findings, NULL);
  g_assert_cmpuint (findings->len, ==, TAL_PLAUSIBILITY_MOST_OF_ONE + 1);
  g_assert_cmpstr (((TalFinding *)g_ptr_array_index (findings, findings->len - 1))->sentence, ==,
                   "The series “I alt”: there are 80 more of this kind.");
}

static void
test_plausibility_says_when_figures_cannot_be_read (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (GPtrArray) findings = tal_finding_list_new ();
  g_autoptr (GError)    error = NULL;

  add_count (sample, "Borgere");
  sample->unreadable = TRUE;
  g_assert_false (tal_plausibility_check (sample_get_catalogue (sample), &sample->source,
                                          sample_day (TODAY), findings, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plausibility/totals-agree-with-their-parts",
                   test_plausibility_totals_agree_with_their_parts);
  g_test_add_func ("/core/plausibility/shares-agree-with-their-counts",
                   test_plausibility_shares_agree_with_their_counts);
  g_test_add_func ("/core/plausibility/computed-shares-are-shares",
                   test_plausibility_computed_shares_are_shares);
  g_test_add_func ("/core/plausibility/follows-computed-parts",
                   test_plausibility_follows_computed_parts);
  g_test_add_func ("/core/plausibility/a-jump-is-asked-about",
                   test_plausibility_a_jump_is_asked_about);
  g_test_add_func ("/core/plausibility/a-final-figure-waits-for-its-period",
                   test_plausibility_a_final_figure_waits_for_its_period);
  g_test_add_func ("/core/plausibility/a-series-says-what-it-is",
                   test_plausibility_a_series_says_what_it_is);
  g_test_add_func ("/core/plausibility/series-agree-with-one-another",
                   test_plausibility_series_agree_with_one_another);
  g_test_add_func ("/core/plausibility/money-adds-up", test_plausibility_money_adds_up);
  g_test_add_func ("/core/plausibility/price-levels-are-not-added",
                   test_plausibility_price_levels_are_not_added);
  g_test_add_func ("/core/plausibility/what-has-ended-is-not-running",
                   test_plausibility_what_has_ended_is_not_running);
  g_test_add_func ("/core/plausibility/a-whole-initiative-is-covered",
                   test_plausibility_a_whole_initiative_is_covered);
  g_test_add_func ("/core/plausibility/texts-hold-no-person",
                   test_plausibility_texts_hold_no_person);
  g_test_add_func ("/core/plausibility/many-of-one-are-counted",
                   test_plausibility_many_of_one_are_counted);
  g_test_add_func ("/core/plausibility/says-when-figures-cannot-be-read",
                   test_plausibility_says_when_figures_cannot_be_read);

  return g_test_run ();
}
