/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-member.h"
#include "core/tal-trend-text.h"
#include "support/sample.h"

#include <glib.h>

typedef struct
{
  const char    *claim;
  const char    *name;
  TalMeasureUnit unit;
  int            decimals;
  const char    *earlier; /* "2015-Q4 14644" */
  const char    *later;
  const char    *sentence; /* NULL is none */
  const char    *title;
  const char    *change;   /* in a table, in its own unit */
  const char    *relative; /* in a table, in per cent */
  const char    *definition;
  const char    *break_on;
} Row;

#define PER_CENT TAL_MEASURE_UNIT_PER_CENT
#define PERSONS TAL_MEASURE_UNIT_PERSONS
#define FULL_TIME TAL_MEASURE_UNIT_FULL_TIME_PERSONS
#define AWARDS TAL_MEASURE_UNIT_AWARDS

/* The changes are those of the committee's tables; the sentences its own forms. */
static const Row rows[] = {
  { "all-who-are-counted", "Udsatte borgere", FULL_TIME, 0, "2015-Q4 17234", "2017-Q4 15789",
    "Antallet af udsatte borgere er faldet med 1.445 fra 17.234 i 4. kvt. 2015 til 15.789 i 4. "
    "kvt. "
    "2017 (8,4 pct.).",
    "Antallet af udsatte borgere er faldet med 8,4 pct. siden 4. kvt. 2015", "−1.445",
    "−8,4 pct." },
  { "ready-for-activity", "Aktivitetsparate kontanthjælpsmodtagere", FULL_TIME, 0, "2015-Q4 14644",
    "2017-Q4 12124",
    "Antallet af aktivitetsparate kontanthjælpsmodtagere er faldet med 2.520 fra 14.644 i 4. kvt. "
    "2015 til 12.124 i 4. kvt. 2017 (17 pct.).",
    "Antallet af aktivitetsparate kontanthjælpsmodtagere er faldet med 17 pct. siden 4. kvt. 2015",
    "−2.520", "−17,2 pct." },
  { "a-total", "Fleksjobsvisiterede i alt", FULL_TIME, 0, "2015-Q4 2840", "2017-Q4 3016",
    "Antallet af fleksjobsvisiterede er steget med 176 fra 2.840 i 4. kvt. 2015 til 3.016 i 4. "
    "kvt. "
    "2017 (6,2 pct.).",
    "Antallet af fleksjobsvisiterede er steget med 6,2 pct. siden 4. kvt. 2015", "+176",
    "+6,2 pct." },
  { "in-work", "Fleksjobsvisiterede i beskæftigelse", FULL_TIME, 0, "2015-Q4 2026", "2017-Q4 2351",
    "Antallet af fleksjobsvisiterede i beskæftigelse er steget med 325 fra 2.026 i 4. kvt. 2015 "
    "til "
    "2.351 i 4. kvt. 2017 (16 pct.).",
    "Antallet af fleksjobsvisiterede i beskæftigelse er steget med 16 pct. siden 4. kvt. 2015",
    "+325", "+16,0 pct." },
  { "out-of-work", "Ledige fleksjobsvisiterede", FULL_TIME, 0, "2015-Q4 814", "2017-Q4 665",
    "Antallet af ledige fleksjobsvisiterede er faldet med 149 fra 814 i 4. kvt. 2015 til 665 i 4. "
    "kvt. 2017 (18 pct.).",
    "Antallet af ledige fleksjobsvisiterede er faldet med 18 pct. siden 4. kvt. 2015", "−149",
    "−18,3 pct." },
  { "nearly-doubled", "Borgere i ressourceforløb", FULL_TIME, 0, "2015-Q4 1326", "2017-Q4 2648",
    "Antallet af borgere i ressourceforløb er steget med 1.322 fra 1.326 i 4. kvt. 2015 til 2.648 "
    "i "
    "4. kvt. 2017 (100 pct.).",
    "Antallet af borgere i ressourceforløb er steget med 100 pct. siden 4. kvt. 2015", "+1.322",
    "+99,7 pct." },
  { "a-scheme-is-no-number-of-things", "Revalidering", FULL_TIME, 0, "2015-Q4 450", "2017-Q4 352",
    "Revalidering er faldet med 98 fra 450 i 4. kvt. 2015 til 352 i 4. kvt. 2017 (22 pct.).",
    "Revalidering er faldet med 22 pct. siden 4. kvt. 2015", "−98", "−21,8 pct." },
  { "pensions", "Førtidspensionstilkendelser", AWARDS, 0, "2015 300", "2017 453",
    "Antallet af førtidspensionstilkendelser er steget med 153 fra 300 i 2015 til 453 i 2017 (51 "
    "pct.).",
    "Antallet af førtidspensionstilkendelser er steget med 51 pct. siden 2015", "+153",
    "+51,0 pct." },
  { "flexible-jobs", "Fleksjobtilkendelser", AWARDS, 0, "2015 142", "2017 263",
    "Antallet af fleksjobtilkendelser er steget med 121 fra 142 i 2015 til 263 i 2017 (85 pct.).",
    "Antallet af fleksjobtilkendelser er steget med 85 pct. siden 2015", "+121", "+85,2 pct." },
  { "into-jobs", "Afgang til job eller uddannelse", PERSONS, 0, "2014 660", "2017 910",
    "Afgang til job eller uddannelse er steget med 250 fra 660 i 2014 til 910 i 2017 (38 pct.).",
    "Afgang til job eller uddannelse er steget med 38 pct. siden 2014", "+250", "+37,9 pct." },
  { "placements", "Virksomhedsplaceringer", TAL_MEASURE_UNIT_PLACEMENTS, 0, "2014 2950",
    "2017 4650",
    "Antallet af virksomhedsplaceringer er steget med 1.700 fra 2.950 i 2014 til 4.650 i 2017 (58 "
    "pct.).",
    "Antallet af virksomhedsplaceringer er steget med 58 pct. siden 2014", "+1.700", "+57,6 pct." },
  { "a-share-of-the-population", "Andel aktivitetsparate over 30 år ud af befolkningen: København",
    PER_CENT, 1, "2015 5.3", "2017 4.3",
    "Andelen af aktivitetsparate over 30 år i København er faldet fra at udgøre 5,3 pct. af "
    "befolkningen i 2015 til 4,3 pct. i 2017.",
    "Andelen af aktivitetsparate over 30 år i København er faldet med 1,0 procentpoint siden 2015",
    "−1,0 procentpoint", "−1,0 procentpoint" },
  { "a-share-of-what-its-definition-says", "Andel virksomhedsrettet aktivering: Revalidering",
    PER_CENT, 0, "2015 27", "2017 24",
    "Andelen af virksomhedsrettet aktivering (revalidering) er faldet fra at udgøre 27 pct. af den "
    "samlede aktivering i 2015 til 24 pct. i 2017.",
    "Andelen af virksomhedsrettet aktivering (revalidering) er faldet med 3 procentpoint siden "
    "2015",
    "−3 procentpoint", "−3 procentpoint", "Hvor stor en andel af den samlede aktivering." },
  { "a-share-that-is-called-something-else", "Rettidigheden for aktivering", PER_CENT, 0, "2016 85",
    "2017 88", "Rettidigheden for aktivering er steget fra 85 pct. i 2016 til 88 pct. i 2017.",
    "Rettidigheden for aktivering er steget med 3 procentpoint siden 2016", "+3 procentpoint",
    "+3 procentpoint" },
  { "from-nothing", "Deltagere", PERSONS, 0, "2015 0", "2016 12",
    "Antallet af deltagere er steget fra 0 i 2015 til 12 i 2016.",
    "Antallet af deltagere er steget fra 0 i 2015 til 12 i 2016", "+12", NULL },
  { "from-few-only-counts-are-told", "Deltagere", PERSONS, 0, "2015 16", "2016 8",
    "Antallet af deltagere er faldet med 8 fra 16 i 2015 til 8 i 2016.",
    "Antallet af deltagere er faldet fra 16 i 2015 til 8 i 2016", "−8", "−50,0 pct." },
  { "equal-as-printed-is-unchanged", "Andel ledige i job", PER_CENT, 0, "2015 38.6", "2016 39.4",
    "Andelen af ledige i job er uændret (39 pct.) fra 2015 til 2016.",
    "Andelen af ledige i job er uændret siden 2015", "0 procentpoint", "0 procentpoint" },
  { "preliminary-figures-say-so", "Deltagere", PERSONS, 0, "2015 100", "2016 150*",
    "Antallet af deltagere er foreløbigt steget med 50 fra 100 i 2015 til 150 i 2016 (50 pct.).",
    "Antallet af deltagere er foreløbigt steget med 50 pct. siden 2015", "+50", "+50,0 pct." },
  { "approximate-figures-have-no-exact-change", "Deltagere", PERSONS, 0, "2015 ca. 100", "2016 150",
    "Antallet af deltagere er steget fra ca. 100 i 2015 til 150 i 2016.",
    "Antallet af deltagere er steget fra ca. 100 i 2015 til 150 i 2016", "+50", "+50,0 pct." },
  { "a-break-is-refused", "Deltagere", PERSONS, 0, "2016 100", "2017 150",
    "Serien er brudt mellem 2016 og 2017; ændringen kan ikke beregnes.", NULL, NULL, NULL, NULL,
    "2017-07-01" },
  { "a-break-before-is-none", "Deltagere", PERSONS, 0, "2016 100", "2017 150",
    "Antallet af deltagere er steget med 50 fra 100 i 2016 til 150 i 2017 (50 pct.).",
    "Antallet af deltagere er steget med 50 pct. siden 2016", "+50", "+50,0 pct.", NULL,
    "2016-07-01" },
  { "what-is-withheld-makes-no-sentence", "Deltagere", PERSONS, 0, "2016 100", "2017 withheld",
    "Tallet er skjult; sætningen kan ikke laves.", NULL, NULL, NULL },
  { "nor-does-what-is-missing", "Deltagere", PERSONS, 0, "2016 100", "2017 not-available", NULL,
    NULL, NULL, NULL },
  { "months-are-in-full", "Ledige", PERSONS, 0, "2015-12 100", "2016-12 90",
    "Antallet af ledige er faldet med 10 fra 100 i december 2015 til 90 i december 2016 (10 pct.).",
    "Antallet af ledige er faldet med 10 pct. siden december 2015", "−10", "−10,0 pct." },
};

static void
enter (Sample *sample, const TalSeries *series, const char *figure, TalPeriod *ret_period)
{
  g_auto (GStrv) words = g_strsplit (figure, " ", 2);

  sample_enter (sample, series, words[0], words[1]);
  *ret_period = sample_period (words[0]);
}

static void
assert_text (char *text, const char *expected)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\302\240", " ", 0);
  g_assert_cmpstr (text != NULL ? plain->str : NULL, ==, expected);
  g_free (text);
}

static void
test_row (gconstpointer user_data)
{
  const Row         *row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new ();
  TalMember         *area = sample_add_record (sample, TAL_KIND_MEMBER);
  TalSeries         *series = sample_add_series (sample, row->name, row->unit, row->decimals);
  TalPeriod          earlier;
  TalPeriod          later;
  TalTrend           trend;

  area->dimension = TAL_DIMENSION_AREA;
  area->name = g_strdup ("København");
  series->area = area->record.id;
  series->definition = g_strdup (row->definition);
  if (row->break_on != NULL)
    tal_series_add_break (series, sample_day (row->break_on), "nyt register");
  enter (sample, series, row->earlier, &earlier);
  enter (sample, series, row->later, &later);
  tal_trend_find (sample_get_catalogue (sample), &sample->source, series, earlier, later, &trend,
                  &error);
  g_assert_no_error (error);

  assert_text (tal_trend_text_sentence (&trend), row->sentence);
  assert_text (tal_trend_text_claim (&trend), row->title);
  assert_text (tal_trend_text_change (&trend, FALSE), row->change);
  assert_text (tal_trend_text_change (&trend, TRUE), row->relative);
}

/* A sum is broken where one of its terms is. */
static void
test_break_of_a_part (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *part = sample_add_count (sample, "Mænd");
  TalSeries         *total = sample_add_count (sample, "Deltagere i alt");
  TalTrend           trend;

  total->basis = TAL_BASIS_SUM;
  sample_add_term (total, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  tal_series_add_break (part, sample_day ("2017-01-01"), "nyt register");
  sample_enter (sample, part, "2016", "40");
  sample_enter (sample, part, "2017", "50");
  tal_trend_find (sample_get_catalogue (sample), &sample->source, total, sample_period ("2016"),
                  sample_period ("2017"), &trend, &error);

  g_assert_no_error (error);
  g_assert_true (trend.broken);
  g_assert_cmpint (tal_trend_get_direction (&trend), ==, TAL_TREND_UNTOLD);
}

/* The counts of a share that is worked out are known, those of a stated one are not. */
static void
test_rounded_shares_are_said (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *stated = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 1);
  TalSeries         *above = sample_add_count (sample, "I job");
  TalSeries         *below = sample_add_count (sample, "Alle");
  TalSeries         *share = sample_add_share (sample, above, below);
  TalTrend           trend;

  for (guint i = 0; i < 2; i++)
    {
      sample_enter (sample, stated, i == 0 ? "2015" : "2017", i == 0 ? "5.3" : "4.3");
      sample_enter (sample, above, i == 0 ? "2015" : "2017", i == 0 ? "53" : "43");
      sample_enter (sample, below, i == 0 ? "2015" : "2017", "1000");
    }
  tal_trend_find (sample_get_catalogue (sample), &sample->source, stated, sample_period ("2015"),
                  sample_period ("2017"), &trend, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tal_trend_text_note (&trend), ==, "Beregnet på afrundede tal.");

  tal_trend_find (sample_get_catalogue (sample), &sample->source, share, sample_period ("2015"),
                  sample_period ("2017"), &trend, &error);
  g_assert_no_error (error);
  g_assert_null (tal_trend_text_note (&trend));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/trend-text/%s", rows[i].claim);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/core/trend-text/a-sum-is-broken-with-its-terms", test_break_of_a_part);
  g_test_add_func ("/core/trend-text/rounded-shares-are-said", test_rounded_shares_are_said);
  return g_test_run ();
}
