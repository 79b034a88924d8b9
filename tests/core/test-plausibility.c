/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-appropriation.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-plausibility.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define TODAY "2026-11-22"

static void
assert_findings (Sample *sample, const char *expected)
{
  g_autofree char *actual = sample_dup_findings (sample, TODAY);

  g_assert_cmpstr (actual, ==, expected);
}

static const struct
{
  const char *figures; /* months from January 2015 on */
  const char *finding;
} histories[] = {
  { "100|110|95|105|100|98|104|101", "" },
  { "100|110|95|105|100|98|104|201", "jump warning 2015-08 201 -> -\n" },
  { "100|110|95|105|100|98|104|140", "" }, /* not thrice the largest change */
  /* too little is known of what is ordinary: more than half, and more than ten */
  { "100|110|95|105|201", "jump warning 2015-05 201 -> -\n" },
  { "171|1790", "jump warning 2015-02 1.790 -> -\n" }, /* for 179 */
  { "125|300", "jump warning 2015-02 300 -> -\n" },    /* the IPS initiative in 2020 */
  { "268|110", "jump warning 2015-02 110 -> -\n" },
  { "268|134", "" }, /* half, and no more */
  { "11|1", "" },    /* ten, and no more */
  { "11|0", "jump warning 2015-02 0 -> -\n" },
  { "0|545", "" },                                                        /* from nothing */
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
      TalSeries         *series = sample_add_count (sample, "Borgere");

      for (guint j = 0; figures[j] != NULL; j++)
        {
          g_autofree char *period = g_strdup_printf ("2015-%02u", j + 1);

          sample_enter (sample, series, period, figures[j]);
        }
      g_test_message ("%s", histories[i].figures);
      assert_findings (sample, histories[i].finding);
    }
}

/* Its sentence says by how much and since when; of a share both are said. */
static void
test_plausibility_a_jump_is_said_in_one_sentence (void)
{
  static const struct
  {
    TalMeasureUnit unit;
    const char    *before;
    const char    *now;
    const char    *sentence;
  } rows[] = {
    { TAL_MEASURE_UNIT_PERSONS, "125", "300",
      "Borgere, 2020: the change is 140 pct. since 2019 (125). Is it right?" },
    { TAL_MEASURE_UNIT_PERSONS, "268", "110",
      "Borgere, 2020: the change is −59 pct. since 2019 (268). Is it right?" },
    { TAL_MEASURE_UNIT_PER_CENT, "29", "44",
      "Borgere, 2020 is 44 pct., but was 29 pct. in 2019. Is it right?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample)    sample = sample_new ();
      g_autoptr (GPtrArray) findings = tal_finding_list_new ();
      TalSeries            *series = sample_add_series (sample, "Borgere", rows[i].unit, 0);
      g_autoptr (GString)   said = NULL;

      series->source = g_strdup ("DREAM");
      sample_enter (sample, series, "2019", rows[i].before);
      sample_enter (sample, series, "2020", rows[i].now);
      tal_plausibility_check (sample_get_catalogue (sample), &sample->source, NULL,
                              sample_day (TODAY), findings, NULL);
      g_assert_cmpuint (findings->len, ==, 1);
      said = g_string_new (((TalFinding *)g_ptr_array_index (findings, 0))->sentence);
      g_string_replace (said, "\302\240", " ", 0);
      g_assert_cmpstr (said->str, ==, rows[i].sentence);
    }
}

/* Of a series that is confidential below five. */
static void
test_plausibility_a_small_count_is_hidden (void)
{
  static const struct
  {
    int         limit;
    const char *figure;
    const char *finding;
  } rows[] = {
    { 5, "4", "small-count warning 2023 4 -> -\n" },
    { 5, "1", "small-count warning 2023 1 -> -\n" },
    { 5, "5", "" },
    { 5, "0", "" },
    { 3, "3", "" },
    { 3, "2", "small-count warning 2023 2 -> -\n" },
    { 0, "4", "" }, /* it isn't confidential */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = sample_add_count (sample, "Familieforsørgede");
      TalSeries         *share = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);

      share->source = g_strdup ("Jobindsats.dk");
      series->confidential_below = rows[i].limit;
      share->confidential_below = rows[i].limit;
      sample_enter (sample, series, "2023", rows[i].figure);
      sample_enter (sample, share, "2023", "2"); /* is no count */
      assert_findings (sample, rows[i].finding);
    }
}

/* A new register counts otherwise. */
static void
test_plausibility_a_break_is_no_jump (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_count (sample, "Borgere");
  const char *const  figures[] = { "100", "110", "95", "105", "100", "98", "104", "201", "199" };

  tal_series_add_break (series, sample_day ("2015-08-01"), "nyt ledighedsregister");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *period = g_strdup_printf ("2015-%02u", i + 1);

      sample_enter (sample, series, period, figures[i]);
    }
  assert_findings (sample, "");
}

/* Ranges are as long as anybody likes: three years beside three months are no jump. */
static void
test_plausibility_ranges_do_not_jump (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_count (sample, "Borgere");

  for (int month = 1; month < 10; month++)
    {
      g_autofree char *period = g_strdup_printf ("2014-%02d-01/2014-%02d-20", month, month);

      sample_enter (sample, series, period, month % 2 == 0 ? "10" : "11");
      g_free (period);
      period = g_strdup_printf ("2014-%02d-21/2014-%02d-%02d", month, month,
                                g_date_get_days_in_month ((GDateMonth)month, 2014));
      sample_enter (sample, series, period, month % 2 == 0 ? "5" : "4");
    }
  sample_enter (sample, series, "2014-10-01/2018-07-31", "400");
  assert_findings (sample, "");
}

static void
test_plausibility_a_final_figure_waits_for_its_period (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_count (sample, "Borgere");
  TalObservation    *early = NULL;

  sample_enter (sample, series, "2026-10", "10");
  sample_enter (sample, series, "2026-11", "10");
  sample_enter (sample, series, "2026-12", "10*");
  early = sample_enter (sample, series, "2025", "12");
  early->as_of = sample_day ("2025-12-30");
  early = sample_enter (sample, series, "2024", "12"); /* made up on its last day */
  early->as_of = sample_day ("2024-12-31");
  sample_enter (sample, sample_add_series (sample, "Budget", TAL_MEASURE_UNIT_DKK, 0), "2026",
                "14600000");
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
  TalSeries         *numerator = sample_add_count (sample, "I job");
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

/* What has a word of its own in a row and is right all the same. */
static void
test_plausibility_words_that_fit_are_let_be (void)
{
  static const struct
  {
    const char    *name;
    TalMeasureUnit unit;
    const char    *measure;
    const char    *note;
    const char    *period;
    const char    *value;
  } rows[] = {
    { "Andel i job", TAL_MEASURE_UNIT_PER_CENT, "borgere", NULL, "2015", "100" },
    { "Andel i job", TAL_MEASURE_UNIT_PER_CENT, "andel af borgere", NULL, "2015", "0" },
    { "Vækst", TAL_MEASURE_UNIT_PER_CENT, NULL, NULL, "2015", "140" },
    { "Forandelse", TAL_MEASURE_UNIT_PER_CENT, NULL, NULL, "2015", "-3.2" },
    { "Andel i job", TAL_MEASURE_UNIT_PERCENTAGE_POINTS, NULL, NULL, "2015", "-3.2" },
    { "Ledige", TAL_MEASURE_UNIT_FULL_TIME_PERSONS, "borgere", NULL, "2015", "14.5" },
    { "Ventetid", TAL_MEASURE_UNIT_WEEKS, "uger for familier", NULL, "2015", "7" },
    { "Udgift", TAL_MEASURE_UNIT_DKK, "kroner til sager", NULL, "2015", "7" },
    { "Antal", TAL_MEASURE_UNIT_PERSONS, "antal borgere", NULL, "2015", "7" },
    { "Forløb", TAL_MEASURE_UNIT_COURSES, "forløb", "Perioden er 2015.", "2015-Q2", "7" },
    { "Forløb", TAL_MEASURE_UNIT_COURSES, "forløb", "Perioden er 2. kvartal 2015.", "2015-Q2",
      "7" },
    { "Forløb", TAL_MEASURE_UNIT_COURSES, "forløb", "Perioden er for kort.", "2015", "7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = sample_add_series (sample, rows[i].name, rows[i].unit, 1);

      series->source = g_strdup ("Jobindsats.dk");
      series->measure = g_strdup (rows[i].measure);
      series->note = g_strdup (rows[i].note);
      sample_enter (sample, series, rows[i].period, rows[i].value);
      g_test_message ("%s, %s", rows[i].name, rows[i].value);
      assert_findings (sample, "");
    }
}

static void
test_plausibility_series_agree_with_one_another (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *one = sample_add_count (sample, "Aktivitetsparate");
  TalSeries         *other = sample_add_count (sample, "aktivitetsparate ");
  TalSeries         *third = sample_add_count (sample, "Revalidender");
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

/* "Deltagere" of one initiative are not those of another, and what is defined otherwise is
 * something else; of two plans they are the same. */
static void
test_plausibility_one_name_can_be_two_things (void)
{
  static const struct
  {
    gboolean    same_initiative;
    const char *definition;
    const char *cohort;
    const char *finding;
  } rows[] = {
    { TRUE, NULL, NULL, "stored-twice error 2015 8 -> 7\n" },
    { FALSE, NULL, NULL, "" },
    { TRUE, "Mindst 15 timer om ugen", NULL, "" },
    { TRUE, NULL, "På ydelse i januar 2017", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalInitiative     *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);
      TalSeries         *one = sample_add_count (sample, "Deltagere");
      TalSeries         *other = sample_add_count (sample, "Deltagere");

      initiative->name = g_strdup ("Jobvejen");
      one->initiative = initiative->record.id;
      other->initiative = rows[i].same_initiative ? initiative->record.id : TAL_ID_NONE;
      other->plan = tal_id_new ();
      other->definition = g_strdup (rows[i].definition);
      other->cohort = g_strdup (rows[i].cohort);
      sample_enter (sample, one, "2015", "7");
      sample_enter (sample, other, "2015", "8");
      g_test_message ("%" G_GSIZE_FORMAT, i);
      assert_findings (sample, rows[i].finding);
    }
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
                           "amount-words warning - 1,9 mio. kr. -> 1.187.000 kr.\n"
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
      TalSeries         *series = sample_add_count (sample, "I job");

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
      TalSeries         *series = sample_add_count (sample, "Borgere");

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
  TalSeries            *total = sample_add_count (sample, "I alt");
  TalSeries            *part = sample_add_count (sample, "Del");

  total->agreement = TAL_AGREEMENT_SUM;
  sample_add_term (total, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  for (int year = 1900; year < 2000; year++)
    {
      g_autofree char *period = g_strdup_printf ("%d", year);

      sample_enter (sample, total, period, "10");
      sample_enter (sample, part, period, "11");
    }
  tal_plausibility_check (sample_get_catalogue (sample), &sample->source, NULL, sample_day (TODAY),
                          findings, NULL);
  g_assert_cmpuint (findings->len, ==, TAL_PLAUSIBILITY_MOST_OF_ONE + 1);
  g_assert_cmpstr (((TalFinding *)g_ptr_array_index (findings, findings->len - 1))->sentence, ==,
                   "The series “I alt”: there are 80 more of this kind.");
}

/* Two kinds of fault by turns are two stories. */
static void
test_plausibility_kinds_are_counted_apart (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (GPtrArray) findings = tal_finding_list_new ();
  TalSeries            *series = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);

  series->source = g_strdup ("Jobindsats.dk");
  for (int year = 1900; year < 2000; year++)
    {
      g_autofree char *period = g_strdup_printf ("%d", year);

      sample_enter (sample, series, period, "101*")->final_expected = sample_day ("2001-01-01");
    }
  tal_plausibility_check (sample_get_catalogue (sample), &sample->source, NULL, sample_day (TODAY),
                          findings, NULL);
  g_assert_cmpuint (findings->len, ==, 2 * (TAL_PLAUSIBILITY_MOST_OF_ONE + 1));
}

static void
test_plausibility_says_when_figures_cannot_be_read (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (GPtrArray) findings = tal_finding_list_new ();
  g_autoptr (GError)    error = NULL;

  sample_add_count (sample, "Borgere");
  sample->unreadable = TRUE;
  g_assert_false (tal_plausibility_check (sample_get_catalogue (sample), &sample->source, NULL,
                                          sample_day (TODAY), findings, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plausibility/a-jump-is-asked-about",
                   test_plausibility_a_jump_is_asked_about);
  g_test_add_func ("/core/plausibility/a-jump-is-said-in-one-sentence",
                   test_plausibility_a_jump_is_said_in_one_sentence);
  g_test_add_func ("/core/plausibility/a-small-count-is-hidden",
                   test_plausibility_a_small_count_is_hidden);
  g_test_add_func ("/core/plausibility/a-break-is-no-jump", test_plausibility_a_break_is_no_jump);
  g_test_add_func ("/core/plausibility/ranges-do-not-jump", test_plausibility_ranges_do_not_jump);
  g_test_add_func ("/core/plausibility/a-final-figure-waits-for-its-period",
                   test_plausibility_a_final_figure_waits_for_its_period);
  g_test_add_func ("/core/plausibility/a-series-says-what-it-is",
                   test_plausibility_a_series_says_what_it_is);
  g_test_add_func ("/core/plausibility/series-agree-with-one-another",
                   test_plausibility_series_agree_with_one_another);
  g_test_add_func ("/core/plausibility/words-that-fit-are-let-be",
                   test_plausibility_words_that_fit_are_let_be);
  g_test_add_func ("/core/plausibility/one-name-can-be-two-things",
                   test_plausibility_one_name_can_be_two_things);
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
  g_test_add_func ("/core/plausibility/kinds-are-counted-apart",
                   test_plausibility_kinds_are_counted_apart);
  g_test_add_func ("/core/plausibility/says-when-figures-cannot-be-read",
                   test_plausibility_says_when_figures_cannot_be_read);

  return g_test_run ();
}
