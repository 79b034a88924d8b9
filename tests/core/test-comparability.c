/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-comparability.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define BESIDE TAL_COMPARABILITY_USE_BESIDE
#define DRAWN TAL_COMPARABILITY_USE_DRAWN
#define ADDED TAL_COMPARABILITY_USE_ADDED

#define FULL TAL_COMPARABILITY_FULL
#define NOTED TAL_COMPARABILITY_NOTED
#define REFUSED TAL_COMPARABILITY_REFUSED

#define PER_CENT TAL_MEASURE_UNIT_PER_CENT
#define FULL_TIME TAL_MEASURE_UNIT_FULL_TIME_PERSONS
#define FULL_YEAR TAL_MEASURE_UNIT_FULL_YEAR_PERSONS
#define CASES TAL_MEASURE_UNIT_CASES
#define PERSONS TAL_MEASURE_UNIT_PERSONS
#define COURSES TAL_MEASURE_UNIT_COURSES

/* One figure as its document describes it. */
typedef struct
{
  TalMeasureUnit unit;
  const char    *measure;
  const char    *period;
  const char    *value;
  const char    *source;
  const char    *below; /* the name of the share's denominator */
  const char    *definition;
  const char    *group;
  const char    *area;
  const char    *method;
  const char    *cohort;
  const char    *population; /* with it the figure is a goal's result */
  TalRollUp      roll_up;
} Side;

typedef struct
{
  const char           *claim;
  TalComparabilityUse   use;
  TalDifference         shown;
  TalComparabilityGrade grade;
  const char           *note;
  Side                  sides[4]; /* of which those with a period */
} Row;

static const Row rows[] = {
  { "the share of company-oriented activation in 2015, of courses and of the year's activation",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig nævner (forløb i alt i 2015 og den samlede "
    "aktivering i året) og forskellig kilde (BIFLIS og Jobindsats.dk).",
    { { PER_CENT, "forløb", "2015", "11.5", "BIFLIS", "Forløb i alt i 2015",
        .group = "Kontanthjælpsmodtagere" },
      { PER_CENT, "forløb", "2015", "31", "Jobindsats.dk",
        .definition = "Den samlede aktivering i året.", .group = "Kontanthjælpsmodtagere" } } },
  { "the same where the second denominator is a series as well",
    DRAWN,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig nævner (forløb i alt i 2015 og den samlede "
    "aktivering i året) og forskellig kilde (BIFLIS og Jobindsats.dk).",
    { { PER_CENT, "forløb", "2015", "11.5", "BIFLIS", "Forløb i alt i 2015" },
      { PER_CENT, "forløb", "2015", "31", "Jobindsats.dk", "Den samlede aktivering i året" } } },
  { "and where the definitions say it at length",
    BESIDE,
    TAL_DIFFERENCE_MEASURE,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig nævner (målgruppens forløb i alt og den "
    "samlede aktivering inden for et givent år) og forskellig kilde (BIFLIS og indsatsbudget over "
    "for Jobindsats.dk).",
    { { PER_CENT, "forløb", "2015", "11.5", "BIFLIS og indsatsbudget", "LAB 2.3 i alt",
        .definition = "Forløb i virksomhedspraktik og løntilskud ud af målgruppens forløb i "
                      "alt." },
      { PER_CENT, "forløb", "2015", "31", "Jobindsats.dk",
        .definition = "Hvor stor en andel af den samlede aktivering inden for et givent år, som "
                      "har været virksomhedsrettet, dvs. i form af virksomhedspraktik eller "
                      "ansættelse med løntilskud." } } },
  { "the names of the denominators help where the definitions do not",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig nævner (forløb i alt og forløb uden mentor).",
    { { PER_CENT, "forløb", "2015", "11.5", NULL, "Forløb i alt",
        .definition = "Praktik ud af alle." },
      { PER_CENT, "forløb", "2015", "18.4", NULL, "Forløb uden mentor",
        .definition = "Praktik ud af alle, uden mentor." } } },
  { "what is a share of the same is defined by what it counts",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig definition (helårspersoner som andel af "
    "befolkningen og unge som andel af befolkningen).",
    { { PER_CENT, "borgere", "2015", "5.5", NULL,
        .definition = "Helårspersoner som andel af befolkningen." },
      { PER_CENT, "borgere", "2015", "5.3", NULL,
        .definition = "Unge som andel af befolkningen" } } },
  { "the second share says nothing of its denominator",
    BESIDE,
    0,
    NOTED,
    "Bemærk, at tallene har en nævner, der kun er oplyst for det ene (forløb i alt).",
    { { PER_CENT, "forløb", "2015", "11.5", "BIFLIS", "Forløb i alt" },
      { PER_CENT, "forløb", "2015", "31", "BIFLIS" } } },
  { "one definition is one denominator, also where only one of them is counted",
    BESIDE,
    0,
    FULL,
    NULL,
    { { PER_CENT, "forløb", "2015", "11.5", "BIFLIS", "Forløb i alt",
        .definition = "Andel af alle forløb" },
      { PER_CENT, "forløb", "2015", "31", "BIFLIS", .definition = "andel af alle forløb." } } },
  { "recipients of 2015: full-year persons and full-time persons",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig enhed (helårspersoner og fuldtidspersoner) "
    "og forskellig periode (1. kvt. 2015 og 4. kvt. 2015).",
    { { FULL_YEAR, "helårspersoner", "2015-Q1", "14800", NULL },
      { FULL_TIME, "fuldtidspersoner", "2015-Q4", "14644", NULL } } },
  { "recipients of three documents",
    BESIDE,
    0,
    REFUSED,
    "Forskellige enheder, periodelængder og kilder; tallene kan ikke sammenlignes.",
    { { FULL_YEAR, "aktivitetsparate kontanthjælpsmodtagere fyldt 30 år", "2015-Q1", "14800",
        "DREAM" },
      { FULL_TIME, "fuldtidspersoner", "2015-Q4", "14644", "Jobindsats.dk" },
      { CASES, "sager", "2019-07", "10765", "BIFLIS" } } },
  { "share of the population: first quarter and December",
    BESIDE,
    0,
    NOTED,
    "Bemærk, at tallene har forskellig periodelængde (1. kvt. 2015 og dec. 2015) og forskellig "
    "kilde (BIFLIS og Jobindsats.dk).",
    { { PER_CENT, "personer", "2015-Q1", "5.5", "BIFLIS", .definition = "Andel af befolkningen" },
      { PER_CENT, "personer", "2015-12", "5.3", "Jobindsats.dk",
        .definition = "andel af befolkningen." } } },
  { "ressourceforløb: 600 and 1.326 in the same year",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig enhed (personer og fuldtidspersoner), "
    "forskellig periode (1. kvt. 2015 og 4. kvt. 2015) og forskellig kilde (BIFLIS og "
    "Jobindsats.dk).",
    { { PERSONS, "personer", "2015-Q1", "600", "BIFLIS" },
      { FULL_TIME, "fuldtidspersoner", "2015-Q4", "1326", "Jobindsats.dk" } } },
  { "the four goals of Mjølnerparken",
    BESIDE,
    0,
    REFUSED,
    "Forskellige målgrupper, måleperioder, kilder og opgørelsestyper; procentsatserne kan ikke "
    "sammenlignes.",
    { { PER_CENT, "borgere", "2017-01-01/2018-07-31", "29*", "DREAM",
        .population = "Jobparate eller aktivitetsparate kontanthjælpsmodtagere" },
      { PER_CENT, "unge", "2017-01-01/2018-07-31", "42*", "DREAM",
        .population = "Uddannelseshjælpsmodtagere" },
      { PER_CENT, "borgere", "2017-01-01/2018-12-31", "53", "BIFLIS (Aktiveringskuben)",
        .population = "Ledige over 30 år" },
      { PER_CENT, "borgere", "2017-01-01/2018-12-31", "59", "BIFLIS (Udviklingsmålskuben)",
        .population = "Aktivitetsparate kontanthjælpsmodtagere" } } },
  { "two of its goals",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig målgruppe (ledige over 30 år og "
    "uddannelseshjælpsmodtagere) og forskellig måleperiode (2017-18 og januar 2017 - juli 2018).",
    { { PER_CENT, "borgere", "2017-01-01/2018-12-31", "53", "DREAM",
        .population = "Ledige over 30 år" },
      { PER_CENT, "borgere", "2017-01-01/2018-07-31", "42", "DREAM",
        .population = "Uddannelseshjælpsmodtagere" } } },
  { "goals that count may have their own populations",
    BESIDE,
    0,
    NOTED,
    "Bemærk, at tallene har forskellig målgruppe (unge og voksne).",
    { { PERSONS, "borgere", "2023", "53", NULL, .population = "Unge" },
      { PERSONS, "borgere", "2023", "42", NULL, .population = "Voksne" } } },
  { "identical in every respect",
    DRAWN,
    0,
    FULL,
    NULL,
    { { PER_CENT, "borgere", "2023", "53", "DREAM", "Deltagere", "Alle.", "Unge", "København",
        "Kube", "i 2017", NULL, TAL_ROLL_UP_MEAN },
      { PER_CENT, "borgere", "2023", "54", "dream", "Deltagere", "alle", "Unge", "København",
        "kube", "i 2017", NULL, TAL_ROLL_UP_MEAN } } },
  { "what is not recorded on both sides is no difference",
    BESIDE,
    0,
    FULL,
    NULL,
    { { PERSONS, "borgere", "2023", "53", "DREAM", .method = "Kube", .cohort = "i 2017" },
      { PERSONS, NULL, "2023", "53", NULL, .definition = "alle" } } },
  { "places that a chart has as its lines are no news",
    DRAWN,
    TAL_DIFFERENCE_AREA,
    FULL,
    NULL,
    { { PER_CENT, "personer", "2015-12", "5.3", "Jobindsats.dk", .area = "København" },
      { PER_CENT, "personer", "2015-12", "3.3", "Jobindsats.dk", .area = "Klyngen" },
      { PER_CENT, "personer", "2015-12", "2.7", "Jobindsats.dk", .area = "Hele landet" } } },
  { "of two figures they are, with the capitals of names",
    DRAWN,
    0,
    NOTED,
    "Bemærk, at tallene har forskelligt område (København og Klyngen).",
    { { PER_CENT, "personer", "2015-12", "5.3", "Jobindsats.dk", .area = "København" },
      { PER_CENT, "personer", "2015-12", "3.3", "Jobindsats.dk", .area = "Klyngen" } } },
  { "a definition that differs for one group is another measure",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig definition (med mentor og uden mentor).",
    { { PERSONS, "borgere", "2023", "5", NULL, .definition = "Med mentor.", .group = "Unge" },
      { PERSONS, "borgere", "2023", "6", NULL, .definition = "Uden mentor.", .group = "Unge" } } },
  { "for two groups it is only said",
    BESIDE,
    TAL_DIFFERENCE_TARGET_GROUP,
    NOTED,
    "Bemærk, at tallene har forskellig definition (over 30 år og LAB 2.3).",
    { { PERSONS, "borgere", "2023", "5", NULL, .definition = "Over 30 år", .group = "Voksne" },
      { PERSONS, "borgere", "2023", "6", NULL, .definition = "LAB 2.3", .group = "Unge" } } },
  { "a word of a whole paragraph is left out",
    BESIDE,
    0,
    NOTED,
    "Bemærk, at tallene har forskellig målemetode.",
    { { PERSONS, "borgere", "2023", "5", NULL, .method = "Kube" },
      { PERSONS, "borgere", "2023", "6", NULL,
        .method = "De borgere, som senere er blevet en del af projektets målgruppe, indgår ikke i "
                  "opgørelsen, der er lavet i november" } } },
  { "courses are not persons",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig enhed (personer og forløb).",
    { { PERSONS, "borgere", "2015", "162", NULL }, { COURSES, "særlige forløb", "2015", "29" } } },
  { "the share of two groups is a share of people, however they are called",
    BESIDE,
    TAL_DIFFERENCE_TARGET_GROUP,
    FULL,
    NULL,
    { { PER_CENT, "ledige over 30 år", "2023", "53", NULL, .group = "Ledige" },
      { PER_CENT, "unge", "2023", "42", NULL, .group = "Unge" } } },
  { "activation is no person",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig optælling (virksomhedsrettet aktivering og "
    "unge).",
    { { PER_CENT, "virksomhedsrettet aktivering", "2023", "53", NULL },
      { PER_CENT, "unge", "2023", "42", NULL } } },
  { "a preliminary figure beside a final one, a rounded one beside an exact",
    BESIDE,
    0,
    NOTED,
    "Bemærk, at tallene har forskellig opgørelsestype (endelig og foreløbig) og forskellig "
    "afrunding (præcis og ca.).",
    { { PERSONS, "borgere", "2023", "53", NULL },
      { PERSONS, "borgere", "2023", "ca. 410*", NULL } } },
  { "many that differ in little",
    BESIDE,
    0,
    NOTED,
    "Tallene har forskellige kilder og opgørelsestyper.",
    { { PERSONS, "borgere", "2023", "1", "A" },
      { PERSONS, "borgere", "2023", "2*", "B" },
      { PERSONS, "borgere", "2023", "3", "C" } } },
  { "a year beside a quarter of a measure that grows with time",
    BESIDE,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig periodelængde (2015 og 4. kvt. 2015).",
    { { COURSES, "forløb", "2015", "400", NULL, .roll_up = TAL_ROLL_UP_SUM },
      { COURSES, "forløb", "2015-Q4", "100", NULL, .roll_up = TAL_ROLL_UP_SUM } } },
  { "and of one that does not",
    BESIDE,
    0,
    NOTED,
    "Bemærk, at tallene har forskellig periodelængde (2015 og 4. kvt. 2015).",
    { { FULL_TIME, "borgere", "2015", "400", NULL, .roll_up = TAL_ROLL_UP_MEAN },
      { FULL_TIME, "borgere", "2015-Q4", "100", NULL, .roll_up = TAL_ROLL_UP_MEAN } } },
  { "months are as long as one another",
    BESIDE,
    TAL_DIFFERENCE_PERIOD,
    FULL,
    NULL,
    { { COURSES, "forløb", "2015-02", "400", NULL, .roll_up = TAL_ROLL_UP_SUM },
      { COURSES, "forløb", "2015-03", "100", NULL, .roll_up = TAL_ROLL_UP_SUM } } },
  { "what is drawn together rolls up alike",
    DRAWN,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig opgørelse over tid (sum og seneste tal).",
    { { PERSONS, "borgere", "2015", "4", NULL, .roll_up = TAL_ROLL_UP_SUM },
      { PERSONS, "borgere", "2015", "1", NULL, .roll_up = TAL_ROLL_UP_LAST } } },
  { "in a table it may stand as it is",
    BESIDE,
    0,
    FULL,
    NULL,
    { { PERSONS, "borgere", "2015", "4", NULL, .roll_up = TAL_ROLL_UP_SUM },
      { PERSONS, "borgere", "2015", "1", NULL, .roll_up = TAL_ROLL_UP_LAST } } },
  { "kroner beside millions of them are money",
    BESIDE,
    0,
    FULL,
    NULL,
    { { TAL_MEASURE_UNIT_DKK, NULL, "2015", "1187000", NULL },
      { TAL_MEASURE_UNIT_MILLION_DKK, NULL, "2015", "1.9", NULL } } },
  { "but not on one axis",
    DRAWN,
    0,
    REFUSED,
    "Tallene kan ikke sammenlignes: de har forskellig enhed (kroner og millioner kroner).",
    { { TAL_MEASURE_UNIT_DKK, NULL, "2015", "1187000", NULL },
      { TAL_MEASURE_UNIT_MILLION_DKK, NULL, "2015", "1.9", NULL } } },
  { "groups may be added, with a word",
    ADDED,
    TAL_DIFFERENCE_TARGET_GROUP,
    FULL,
    NULL,
    { { PERSONS, "borgere", "2015", "4", NULL, .group = "Unge" },
      { PERSONS, "borgere", "2015", "1", NULL, .group = "Voksne" } } },
  { "their shares may not",
    ADDED,
    TAL_DIFFERENCE_TARGET_GROUP,
    REFUSED,
    "Tallene kan ikke lægges sammen: de har forskellig målgruppe (unge og voksne).",
    { { PER_CENT, "borgere", "2015", "4", NULL, .group = "Unge" },
      { PER_CENT, "borgere", "2015", "1", NULL, .group = "Voksne" } } },
  { "a month of a quarter is in it already",
    ADDED,
    0,
    REFUSED,
    "Overlappende perioder; tallene kan ikke lægges sammen.",
    { { PERSONS, "borgere", "2015-Q4", "4", NULL },
      { PERSONS, "borgere", "2015-12", "1", NULL },
      { PERSONS, "borgere", "2015-11", "1", NULL } } },
};

static TalId
find_or_add_member (Sample *sample, GHashTable *members, TalDimension dimension, const char *name)
{
  TalMember *member = NULL;

  if (name == NULL)
    return TAL_ID_NONE;

  member = g_hash_table_lookup (members, name);
  if (member == NULL)
    {
      member = sample_add_record (sample, TAL_KIND_MEMBER);
      member->dimension = dimension;
      member->name = g_strdup (name);
      g_hash_table_insert (members, member->name, member);
    }
  return member->record.id;
}

static TalSeries *
find_or_add_below (Sample *sample, GHashTable *belows, const char *name)
{
  TalSeries *below = g_hash_table_lookup (belows, name);

  if (below == NULL)
    {
      below = sample_add_series (sample, name, COURSES, 0);
      g_hash_table_insert (belows, below->name, below);
    }
  return below;
}

static TalComparabilitySubject
make_subject (Sample *sample, GHashTable *members, GHashTable *belows, const Side *side)
{
  TalSeries              *series = sample_add_series (sample, "Tal", side->unit, 0);
  TalComparabilitySubject subject = { .series = series, .period = sample_period (side->period) };

  series->measure = g_strdup (side->measure);
  series->definition = g_strdup (side->definition);
  series->method = g_strdup (side->method);
  series->cohort = g_strdup (side->cohort);
  series->roll_up = side->roll_up;
  series->target_group =
      find_or_add_member (sample, members, TAL_DIMENSION_TARGET_GROUP, side->group);
  series->area = find_or_add_member (sample, members, TAL_DIMENSION_AREA, side->area);
  if (side->below != NULL)
    sample_add_term (series, find_or_add_below (sample, belows, side->below), TAL_TERM_PLUS,
                     TAL_TERM_BELOW);
  sample_enter (sample, series, side->period, side->value);
  if (side->population == NULL)
    {
      series->source = g_strdup (side->source);
      return subject;
    }

  subject.goal = sample_add_goal (sample, 1);
  ((TalGoal *)subject.goal)->population = g_strdup (side->population);
  ((TalGoal *)subject.goal)->source = g_strdup (side->source);
  return subject;
}

static void
assert_note (const char *note, const char *expected)
{
  g_autoptr (GString) plain = g_string_new (note);

  g_string_replace (plain, "\302\240", " ", 0);
  if (expected == NULL)
    g_assert_null (note);
  else
    g_assert_cmpstr (plain->str, ==, expected);
}

static void
test_comparability_says_what_differs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample)        sample = sample_new ();
      g_autoptr (GHashTable)    members = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable)    belows = g_hash_table_new (g_str_hash, g_str_equal);
      g_auto (TalComparability) result = { 0 };
      TalComparabilitySubject   subjects[4];
      TalFigure                 figures[4];
      guint                     length = 0;

      for (; length < 4 && rows[i].sides[length].period != NULL; length++)
        subjects[length] = make_subject (sample, members, belows, &rows[i].sides[length]);
      for (guint j = 0; j < length; j++)
        {
          g_assert_true (tal_derive_figure (sample_get_catalogue (sample), &sample->source,
                                            subjects[j].series, subjects[j].period, &figures[j],
                                            NULL));
          subjects[j].figure = &figures[j];
        }

      g_test_message ("%s", rows[i].claim);
      result = tal_comparability_assess (sample_get_catalogue (sample), subjects, length,
                                         rows[i].use, rows[i].shown);
      assert_note (result.note, rows[i].note);
      g_assert_cmpint (result.grade, ==, rows[i].grade);
      g_assert_cmpint (result.differences == TAL_DIFFERENCE_NONE, ==, rows[i].note == NULL);
    }
}

/* The same series in two years is its own story; in a year and a quarter it is not. */
static void
test_comparability_of_one_series_over_time_is_silent (void)
{
  static const struct
  {
    const char           *periods[2];
    TalComparabilityUse   use;
    TalComparabilityGrade grade;
  } cases[] = {
    { { "2022", "2023" }, BESIDE, FULL },       { { "2015-Q4", "2017-Q4" }, DRAWN, FULL },
    { { "2022", "2023" }, ADDED, FULL },        { { "2023", "2023" }, ADDED, REFUSED },
    { { "2022", "2023-Q1" }, BESIDE, REFUSED }, { { "2023", "2023-Q1" }, ADDED, REFUSED },
    { { NULL, NULL }, BESIDE, FULL }, /* as a whole */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample)        sample = sample_new ();
      g_auto (TalComparability) result = { 0 };
      TalSeries                *series = sample_add_series (sample, "Deltagere", PERSONS, 0);
      TalComparabilitySubject   subjects[2] = {
          { .series = series, .period = sample_period (cases[i].periods[0]) },
          { .series = series, .period = sample_period (cases[i].periods[1]) },
      };

      result = tal_comparability_assess (sample_get_catalogue (sample), subjects, 2, cases[i].use,
                                         TAL_DIFFERENCE_NONE);
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, result.note);
      g_assert_cmpint (result.grade, ==, cases[i].grade);
      g_assert_cmpint (result.note == NULL, ==, cases[i].grade == FULL);
    }
}

/* "Opgjort på forskellige måder og kan ikke sammenlignes": the plan says so. */
static void
test_comparability_obeys_the_plan (void)
{
  g_autoptr (Sample)      sample = sample_new ();
  TalPlan                *plan = sample_add_record (sample, TAL_KIND_PLAN);
  TalInitiative          *initiatives[2];
  TalComparabilitySubject subjects[3] = { 0 };
  TalComparability        result;

  plan->not_comparable = TRUE;
  for (guint i = 0; i < 3; i++)
    {
      TalSeries *series = sample_add_series (sample, "Andel", PER_CENT, 0);

      if (i < 2)
        {
          initiatives[i] = sample_add_record (sample, TAL_KIND_INITIATIVE);
          initiatives[i]->plan = plan->record.id;
        }
      series->initiative = initiatives[MIN (i, 1)]->record.id;
      series->source = g_strdup (i == 0 ? "DREAM" : "BIFLIS");
      subjects[i] = (TalComparabilitySubject){ .series = series, .period = TAL_PERIOD_UNSET };
    }

  result = tal_comparability_assess (sample_get_catalogue (sample), subjects, 2, BESIDE, 0);
  assert_note (result.note, "Tallene kan ikke sammenlignes: de er opgjort på forskellige måder og "
                            "har forskellig kilde (DREAM og BIFLIS).");
  tal_comparability_clear (&result);
  result = tal_comparability_assess (sample_get_catalogue (sample), subjects, 2, BESIDE,
                                     TAL_DIFFERENCE_SOURCE);
  assert_note (result.note, "Resultaterne er opgjort på forskellige måder og kan derfor ikke "
                            "sammenlignes.");
  tal_comparability_clear (&result);
  result = tal_comparability_assess (sample_get_catalogue (sample), subjects, 3, BESIDE, 0);
  assert_note (result.note, "Opgjort på forskellige måder, med forskellige kilder; procentsatserne "
                            "kan ikke sammenlignes.");
  tal_comparability_clear (&result);
  result = tal_comparability_assess (sample_get_catalogue (sample), subjects + 1, 2, BESIDE, 0);
  assert_note (result.note, NULL);

  plan->not_comparable = FALSE;
  result = tal_comparability_assess (sample_get_catalogue (sample), subjects, 2, BESIDE, 0);
  assert_note (result.note, "Bemærk, at tallene har forskellig kilde (DREAM og BIFLIS).");
  tal_comparability_clear (&result);
}

/* Goal 2 is of all participants, goal 3 of those of them who were in a company. */
static void
test_comparability_sees_a_chain_of_goals (void)
{
  g_autoptr (Sample)        sample = sample_new ();
  TalSeries                *participants = sample_add_series (sample, "Deltagere", PERSONS, 0);
  TalSeries                *placed = sample_add_series (sample, "I virksomhed", PERSONS, 0);
  TalSeries                *employed = sample_add_series (sample, "I job", PERSONS, 0);
  TalSeries                *shares[2] = { sample_add_share (sample, placed, participants),
                                          sample_add_share (sample, employed, placed) };
  TalGoalStatus             statuses[2];
  TalComparabilitySubject   subjects[2];
  g_auto (TalComparability) result = { 0 };

  sample_enter (sample, participants, "2023", "545");
  sample_enter (sample, placed, "2023", "268");
  sample_enter (sample, employed, "2023", "110");
  for (guint i = 0; i < 2; i++)
    {
      TalGoal *goal = sample_add_goal (sample, (int)i + 2);

      sample_add_criterion (goal, shares[i], TAL_COMPARISON_AT_LEAST, "2023", "40");
      statuses[i].goal = goal;
    }
  for (guint i = 0; i < 2; i++)
    {
      statuses[i] = sample_assess (sample, statuses[i].goal, "2023", "2024-06-18");
      subjects[i] = tal_comparability_subject_for_status (&statuses[i]);
    }

  result = tal_comparability_assess (sample_get_catalogue (sample), subjects, 2, BESIDE, 0);
  assert_note (result.note, "Tallene kan ikke sammenlignes: de har forskellig nævner (deltagere og "
                            "i virksomhed).");
  g_assert_cmpint (result.differences, ==, TAL_DIFFERENCE_DENOMINATOR);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/comparability/says-what-differs", test_comparability_says_what_differs);
  g_test_add_func ("/core/comparability/of-one-series-over-time-is-silent",
                   test_comparability_of_one_series_over_time_is_silent);
  g_test_add_func ("/core/comparability/obeys-the-plan", test_comparability_obeys_the_plan);
  g_test_add_func ("/core/comparability/sees-a-chain-of-goals",
                   test_comparability_sees_a_chain_of_goals);

  return g_test_run ();
}
