/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "core/tal-appropriation.h"
#include "core/tal-closing.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "core/tal-unit.h"
#include "core/tal-validate.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

/* A whole small collection in which nothing is wrong; a row breaks one thing. */
typedef struct
{
  Sample         *sample;
  TalUnit        *unit;
  TalUnit        *centre; /* part of the unit */
  TalMember      *area;
  TalMember      *place; /* part of the area */
  TalMember      *group;
  TalPlan        *plan;
  TalInitiative  *initiative;
  TalSeries      *above;
  TalSeries      *below;
  TalSeries      *share;
  TalSeries      *typed; /* an entered share of 'above' */
  TalSeries      *money;
  TalGoal        *goal;
  TalAssessment  *words;
  TalObservation *figure;       /* of 'above' */
  TalObservation *typed_figure; /* of 'typed' */
} House;

static void
add_people (House *house)
{
  house->unit = sample_add_record (house->sample, TAL_KIND_UNIT);
  house->centre = sample_add_record (house->sample, TAL_KIND_UNIT);
  house->area = sample_add_record (house->sample, TAL_KIND_MEMBER);
  house->place = sample_add_record (house->sample, TAL_KIND_MEMBER);
  house->group = sample_add_record (house->sample, TAL_KIND_MEMBER);
  house->plan = sample_add_record (house->sample, TAL_KIND_PLAN);
  house->initiative = sample_add_record (house->sample, TAL_KIND_INITIATIVE);

  house->unit->short_name = g_strdup ("BIF");
  house->unit->name = g_strdup ("Beskæftigelses- og Integrationsforvaltningen");
  house->centre->short_name = g_strdup ("JKI");
  house->centre->name = g_strdup ("Jobcenter København Indsats");
  house->centre->parent = house->unit->record.id;
  house->area->name = g_strdup ("København");
  house->area->dimension = TAL_DIMENSION_AREA;
  house->place->name = g_strdup ("Tingbjerg");
  house->place->dimension = TAL_DIMENSION_AREA;
  house->place->parent = house->area->record.id;
  house->group->name = g_strdup ("Aktivitetsparate");
  house->plan->name = g_strdup ("Integrationshandleplanen");
  house->plan->record.owner = house->unit->record.id;
  house->plan->first = house->plan->last = sample_day ("2023-01-01");
  house->initiative->name = g_strdup ("Fritidsjob til unge");
  house->initiative->plan = house->plan->record.id;
  house->initiative->first = sample_day ("2019-01-01");
}

static void
add_figures (House *house)
{
  house->above = sample_add_series (house->sample, "Matchet", TAL_MEASURE_UNIT_PERSONS, 0);
  house->below = sample_add_series (house->sample, "Unge", TAL_MEASURE_UNIT_PERSONS, 0);
  house->share = sample_add_share (house->sample, house->above, house->below);
  house->typed = sample_add_series (house->sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
  house->money = sample_add_series (house->sample, "Udgift", TAL_MEASURE_UNIT_DKK, 0);
  house->goal = sample_add_goal (house->sample, 10);
  house->words = sample_add_record (house->sample, TAL_KIND_ASSESSMENT);

  sample_add_term (house->typed, house->above, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  house->above->area = house->place->record.id;
  house->goal->initiative = house->initiative->record.id;
  house->goal->wording = g_strdup ("Alle matches med et fritidsjob.");
  sample_add_criterion (house->goal, house->share, TAL_COMPARISON_AT_LEAST, "2023", "50");
  house->words->goal = house->goal->record.id;
  house->words->period = sample_period ("2023");
  house->figure = sample_enter (house->sample, house->above, "2023", "110");
  house->typed_figure = sample_enter (house->sample, house->typed, "2023", "100");
}

static void house_clear (House *house);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (House, house_clear)

static void
house_clear (House *house)
{
  g_clear_pointer (&house->sample, sample_free);
}

static House
house_new (void)
{
  House house = { .sample = sample_new () };

  add_people (&house);
  add_figures (&house);
  return house;
}

/* Everything is new. */
static TalChangeSet *
make_changes (const House *house)
{
  TalChangeSet *changes = tal_change_set_new (TAL_ORIGIN_IMPORT, "all");

  for (guint i = 0; i < house->sample->records->len; i++)
    tal_change_set_add (changes, NULL, g_ptr_array_index (house->sample->records, i));
  for (guint i = 0; i < house->sample->observations->len; i++)
    tal_change_set_add (changes, NULL, g_ptr_array_index (house->sample->observations, i));
  return changes;
}

static char *
list_codes (const TalCatalogue *after, const TalChangeSet *changes)
{
  g_autoptr (GPtrArray) problems = tal_problem_list_new ();
  g_autoptr (GString)   codes = g_string_new (NULL);
  gboolean              fine = tal_validate_changes (after, changes, problems);

  g_assert_cmpint (fine, ==, problems->len == 0);
  for (guint i = 0; i < problems->len; i++)
    {
      const TalProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpint (tal_problem_get_severity (problem), ==, TAL_SEVERITY_ERROR);
      g_assert_nonnull (tal_problem_get_place (problem));
      g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", tal_problem_get_code (problem));
    }
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

#define BREAKS(name, statement)           \
  static void break_##name (House *house) \
  {                                       \
    statement;                            \
  }

static void
add_link (GArray **links, const TalMember *member)
{
  TalInitiativeLink added = { member->record.id };

  *links = g_array_new (FALSE, TRUE, sizeof added);
  g_array_append_val (*links, added);
}

static void
break_daily (TalSeries *series, int n_breaks)
{
  for (int i = 0; i < n_breaks; i++)
    tal_series_add_break (series, sample_day ("2017-07-01") + i, "nyt register");
}

BREAKS (nothing, (void)house)
BREAKS (unit_name, g_clear_pointer (&house->unit->name, g_free))
BREAKS (unit_short_name, house->unit->short_name[0] = '\0')
BREAKS (goal_number, house->goal->number = 0)
BREAKS (negative_number, house->goal->number = -1)
BREAKS (negative_weeks, house->goal->deadline_weeks = -13)
BREAKS (target_value,
        g_array_index (tal_goal_get_criterion (house->goal, 0)->targets, TalTarget, 0).value =
            TAL_DECIMAL_NONE)
BREAKS (figure_period, house->figure->period = TAL_PERIOD_UNSET)
BREAKS (control_character, house->plan->note = g_strdup ("from Windows\r\n"))
BREAKS (two_lines, house->area->code = g_strdup ("two\nlines"))
BREAKS (longest_line, house->area->code = g_strnfill (200, 'a'))
BREAKS (long_line, house->area->code = g_strnfill (201, 'a'))
BREAKS (long_prose, house->plan->note = g_strnfill (100001, 'a'))
BREAKS (latin_1, house->plan->note = g_strdup ("\346\370\345"))
BREAKS (wrong_word, house->plan->kind = (TalPlanKind)77)
BREAKS (owner, house->plan->record.owner = tal_id_new ())
BREAKS (owner_that_is_a_plan, house->goal->record.owner = house->plan->record.id)
BREAKS (initiative, house->goal->initiative = tal_id_new ())
BREAKS (criterion_series,
        ((TalCriterion *)tal_goal_get_criterion (house->goal, 0))->series = house->goal->record.id)
BREAKS (figure_series, house->figure->record.id = tal_id_new ())
BREAKS (plan_days, house->plan->last = house->plan->first - 1)
BREAKS (initiative_days, house->initiative->last = house->initiative->first - 1)
BREAKS (open_plan, house->plan->last = TAL_DAY_NONE)
BREAKS (own_parent, house->unit->parent = house->unit->record.id)
BREAKS (ring_of_units, house->unit->parent = house->centre->record.id)
BREAKS (ring_of_members, house->area->parent = house->place->record.id)
BREAKS (other_dimension, house->place->dimension = TAL_DIMENSION_OFFER;
        house->above->area = TAL_ID_NONE)
BREAKS (series_dimension, house->above->area = house->group->record.id)
BREAKS (series_offer, house->above->offer = house->group->record.id)
BREAKS (series_provider, house->above->provider = house->group->record.id)
BREAKS (series_target_group, house->above->target_group = house->area->record.id)
BREAKS (right_target_group, house->above->target_group = house->group->record.id)
BREAKS (initiative_area, add_link (&house->initiative->areas, house->group))
BREAKS (initiative_group, add_link (&house->initiative->target_groups, house->area))
BREAKS (right_links, add_link (&house->initiative->areas, house->place);
        add_link (&house->initiative->target_groups, house->group))
BREAKS (ring_of_series, house->above->basis = TAL_BASIS_SUM;
        sample_add_term (house->above, house->above, TAL_TERM_PLUS, TAL_TERM_ABOVE);
        g_ptr_array_set_size (house->sample->observations, 0))
BREAKS (ring_of_entered,
        sample_add_term (house->above, house->typed, TAL_TERM_PLUS, TAL_TERM_BELOW))
BREAKS (no_terms, g_array_set_size (house->share->terms, 0))
BREAKS (nothing_below, g_array_set_size (house->share->terms, 1))
BREAKS (nothing_above, g_array_remove_index (house->share->terms, 0))
BREAKS (decimals, house->share->decimals = 10)
BREAKS (nine_decimals, house->share->decimals = 9)
BREAKS (most_breaks, break_daily (house->above, 16))
BREAKS (many_breaks, break_daily (house->above, 17))
BREAKS (two_breaks_a_day, break_daily (house->share, 3); break_daily (house->share, 1))
BREAKS (break_without_a_day, tal_series_add_break (house->above, TAL_DAY_NONE, "nyt register"))
BREAKS (break_without_a_reason, tal_series_add_break (house->above, sample_day ("2017-07-01"), ""))
BREAKS (value_and_reason, house->figure->missing = TAL_MISSING_WITHHELD)
BREAKS (neither, house->figure->value = TAL_DECIMAL_NONE)
BREAKS (reason, house->figure->value = TAL_DECIMAL_NONE;
        house->figure->missing = TAL_MISSING_NOT_AVAILABLE)
BREAKS (half_a_person, house->figure->value = TAL_DECIMAL (1105, 1))
BREAKS (whole_with_decimals, house->figure->value = TAL_DECIMAL (1100, 1))
BREAKS (negative_count, house->figure->value = TAL_DECIMAL (-1, 0))
BREAKS (negative_full_time, house->above->measure_unit = TAL_MEASURE_UNIT_FULL_TIME_PERSONS;
        house->figure->value = TAL_DECIMAL (-5, 1))
BREAKS (part_of_full_time, house->above->measure_unit = TAL_MEASURE_UNIT_FULL_TIME_PERSONS;
        house->figure->value = TAL_DECIMAL (5, 1))
BREAKS (negative_money, sample_enter (house->sample, house->money, "2023", "-1200"))
BREAKS (above_all, house->typed_figure->value = TAL_DECIMAL (1001, 1))
BREAKS (below_none, house->typed_figure->value = TAL_DECIMAL (-1, 1))
BREAKS (growth, g_array_set_size (house->typed->terms, 0);
        house->typed_figure->value = TAL_DECIMAL (1568, 1))
BREAKS (derived_figure, sample_enter (house->sample, house->share, "2023", "50"))

static TalClosing *
close_year (House *house)
{
  TalClosing *closing = sample_add_record (house->sample, TAL_KIND_CLOSING);

  closing->plan = house->plan->record.id;
  closing->period = sample_period ("2023");
  closing->closed_on = sample_day ("2024-06-18");
  return closing;
}

BREAKS (closed_year, close_year (house))
BREAKS (year_closed_twice, close_year (house); close_year (house))
BREAKS (reopened_before, close_year (house)->reopened_on = sample_day ("2024-06-17"))

static void
show_facts (House *house, guint n_facts)
{
  const TalInitiativeFact facts[] = {
    { TAL_FACT_GOALS, TAL_ID_NONE },
    { TAL_FACT_FIGURE, house->above->record.id },
    { TAL_FACT_FIGURE, house->below->record.id },
    { TAL_FACT_MONEY, TAL_ID_NONE },
    { TAL_FACT_FIGURE, house->share->record.id },
  };
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));

  g_array_append_vals (list, facts, n_facts);
  tal_initiative_set_facts (house->initiative, list);
}

static TalInitiativeFact *
get_fact (House *house, guint position)
{
  show_facts (house, 4);
  return &g_array_index (house->initiative->facts, TalInitiativeFact, position);
}

BREAKS (most_facts, show_facts (house, 4))
BREAKS (many_facts, show_facts (house, 5))
BREAKS (two_facts, get_fact (house, 2)->series = house->above->record.id)
BREAKS (fact_of_nothing, get_fact (house, 1)->series = TAL_ID_NONE)
BREAKS (fact_of_something, get_fact (house, 0)->series = house->above->record.id)
BREAKS (fact_of_a_goal, get_fact (house, 1)->series = house->goal->record.id)

static const struct
{
  const char *reason;
  void (*break_it) (House *house);
  const char *codes;
} rows[] = {
  { "nothing is wrong", break_nothing, "" },
  { "a unit without a name", break_unit_name, "missing-field" },
  { "an empty short name", break_unit_short_name, "missing-field" },
  { "a goal without a number", break_goal_number, "missing-field" },
  { "a goal before the first", break_negative_number, "invalid-field" },
  { "a deadline in the past", break_negative_weeks, "invalid-field" },
  { "a target without a value", break_target_value, "missing-field" },
  { "a figure without a period", break_figure_period, "missing-field" },
  { "a text that no file can hold", break_control_character, "invalid-field" },
  { "a code of two lines", break_two_lines, "invalid-field" },
  { "a code as long as a file can hold", break_longest_line, "" },
  { "a code that no file can hold", break_long_line, "invalid-field" },
  { "a note that no file can hold", break_long_prose, "invalid-field" },
  { "a text that is no UTF-8", break_latin_1, "invalid-field" },
  { "a word that isn't one of the field's", break_wrong_word, "invalid-field" },
  { "an owner nobody knows", break_owner, "missing-reference" },
  { "an owner that is no unit", break_owner_that_is_a_plan, "missing-reference" },
  { "a goal of no initiative", break_initiative, "missing-reference" },
  { "a criterion that measures a goal", break_criterion_series, "missing-reference" },
  { "a figure of no series", break_figure_series, "missing-reference" },
  { "a plan that ends before it begins", break_plan_days, "days-in-disorder" },
  { "an initiative that does", break_initiative_days, "days-in-disorder" },
  { "a plan without an end is fine", break_open_plan, "" },
  { "a unit in itself", break_own_parent, "ring ring" },
  { "two units in one another", break_ring_of_units, "ring ring" },
  { "two members in one another", break_ring_of_members, "ring ring" },
  { "an offer in an area", break_other_dimension, "other-dimension" },
  { "a target group for an area", break_series_dimension, "other-dimension" },
  { "a target group for an offer", break_series_offer, "other-dimension" },
  { "a target group for a provider", break_series_provider, "other-dimension" },
  { "an area for a target group", break_series_target_group, "other-dimension" },
  { "a target group is fine for one", break_right_target_group, "" },
  { "a target group for an initiative's area", break_initiative_area, "other-dimension" },
  { "an area for its target group", break_initiative_group, "other-dimension" },
  { "one of each is fine", break_right_links, "" },
  { "a series of itself, and those made of it", break_ring_of_series, "ring ring ring" },
  { "two typed series that name one another", break_ring_of_entered, "ring ring ring" },
  { "a share of nothing", break_no_terms, "no-terms no-terms" },
  { "a share without a whole", break_nothing_below, "no-terms" },
  { "a share without a part", break_nothing_above, "no-terms" },
  { "more decimals than there are", break_decimals, "too-many-decimals" },
  { "as many as there are", break_nine_decimals, "" },
  { "as many breaks as a series can have", break_most_breaks, "" },
  { "one more", break_many_breaks, "too-many-breaks" },
  { "two breaks on a day", break_two_breaks_a_day, "same-day" },
  { "a break at no time", break_break_without_a_day, "missing-field" },
  { "a break for no reason", break_break_without_a_reason, "missing-field" },
  { "a value and a reason for none", break_value_and_reason, "value-or-reason" },
  { "neither", break_neither, "value-or-reason" },
  { "a reason alone is fine", break_reason, "" },
  { "half a person", break_half_a_person, "count-with-decimals" },
  { "a whole number written with a zero", break_whole_with_decimals, "" },
  { "fewer than nobody", break_negative_count, "negative-count" },
  { "fewer than nobody, full time", break_negative_full_time, "negative-count" },
  { "half a full-time person is fine", break_part_of_full_time, "" },
  { "money may be negative", break_negative_money, "" },
  { "more than all", break_above_all, "share-out-of-range" },
  { "less than none", break_below_none, "share-out-of-range" },
  { "a growth in per cent is no share", break_growth, "" },
  { "a figure typed over a computed one", break_derived_figure, "derived" },
  { "a closed year", break_closed_year, "" },
  { "a year that is closed twice", break_year_closed_twice, "closed-twice closed-twice" },
  { "as many key figures as there is room for", break_most_facts, "" },
  { "one more key figure", break_many_facts, "too-many-facts" },
  { "a key figure twice", break_two_facts, "same-fact" },
  { "a key figure of no series", break_fact_of_nothing, "fact-of-no-series" },
  { "the goals met of a series", break_fact_of_something, "fact-of-no-series" },
  { "a key figure of a goal", break_fact_of_a_goal, "missing-reference" },
  { "reopened the day before, for no reason", break_reopened_before, "days-in-disorder no-reason" },
};

static void
test_validate_refuses_each_breach_and_no_more (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (House)           house = house_new ();
      g_autoptr (TalChangeSet) changes = NULL;
      g_autofree char         *codes = NULL;

      rows[i].break_it (&house);
      changes = make_changes (&house);
      codes = list_codes (sample_get_catalogue (house.sample), changes);
      g_test_message ("%s", rows[i].reason);
      g_assert_cmpstr (codes, ==, rows[i].codes);
    }
}

/* What is removed, by its place in the house, and the refusals. */
static const struct
{
  const char *reason;
  gsize       offsets[4];
  const char *codes;
} removals[] = {
  { "an owner, and a part of", { G_STRUCT_OFFSET (House, unit) }, "still-needed" },
  { "nobody's", { G_STRUCT_OFFSET (House, centre) }, "" },
  { "the target group of nobody", { G_STRUCT_OFFSET (House, group) }, "" },
  { "a series' place", { G_STRUCT_OFFSET (House, place) }, "still-needed" },
  { "an initiative's plan", { G_STRUCT_OFFSET (House, plan) }, "still-needed" },
  { "a share's part", { G_STRUCT_OFFSET (House, below) }, "still-needed" },
  { "a goal with words on it", { G_STRUCT_OFFSET (House, goal) }, "still-needed" },
  { "the words", { G_STRUCT_OFFSET (House, words) }, "" },
  { "the goal and the words",
    { G_STRUCT_OFFSET (House, goal), G_STRUCT_OFFSET (House, words) },
    "" },
  { "the share, its part and the goal, but not the words",
    { G_STRUCT_OFFSET (House, share), G_STRUCT_OFFSET (House, below),
      G_STRUCT_OFFSET (House, goal) },
    "still-needed" },
  { "all four",
    { G_STRUCT_OFFSET (House, share), G_STRUCT_OFFSET (House, below), G_STRUCT_OFFSET (House, goal),
      G_STRUCT_OFFSET (House, words) },
    "" },
};

static void
test_validate_keeps_what_is_still_needed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      g_auto (House)           house = house_new ();
      g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "removal");
      g_autoptr (TalCatalogue) after = NULL;
      g_autofree char         *codes = NULL;

      for (guint j = 0; j < 4 && removals[i].offsets[j] != 0; j++)
        tal_change_set_add_removal (changes,
                                    G_STRUCT_MEMBER (const TalRecord *, &house,
                                                     removals[i].offsets[j]),
                                    0, NULL);
      after = tal_catalogue_apply (sample_get_catalogue (house.sample), changes, NULL);
      codes = list_codes (after, changes);
      g_test_message ("%s", removals[i].reason);
      g_assert_cmpstr (codes, ==, removals[i].codes);
    }
}

static void
test_validate_lets_a_figure_go (void)
{
  g_auto (House)           house = house_new ();
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "removal");
  g_autofree char         *codes = NULL;

  tal_change_set_add (changes, &house.figure->record, NULL);
  codes = list_codes (sample_get_catalogue (house.sample), changes);
  g_assert_cmpstr (codes, ==, "");
}

/* What cannot be computed must not be stored: the chain's top is untouched, its foot
 * grows by one. */
static void
test_validate_refuses_what_is_too_deep_to_compute (void)
{
  static const struct
  {
    guint       length;
    guint       width;
    TalBasis    basis;
    const char *codes;
  } cases[] = {
    { TAL_DERIVE_MAX_DEPTH, 1, TAL_BASIS_SUM, "" },
    { TAL_DERIVE_MAX_DEPTH + 1, 1, TAL_BASIS_SUM, "too-deep" },
    { 12, 2, TAL_BASIS_SUM, "" },
    { 30, 2, TAL_BASIS_SUM, "too-deep" },
    { 12, 1, TAL_BASIS_CHANGE, "" },
    { 20, 1, TAL_BASIS_CHANGE, "too-deep" }, /* each reads the one below twice */
    { 20, 1, TAL_BASIS_RELATIVE_CHANGE, "too-deep" },
    { 100000, 1, TAL_BASIS_SUM, "too-deep" }, /* deeper than the stack */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample)       sample = sample_new ();
      g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "foot");
      g_autofree char         *codes = NULL;
      TalSeries *below = sample_add_series (sample, "Nederst", TAL_MEASURE_UNIT_PERSONS, 0);
      TalSeries *second = NULL;

      for (guint j = 1; j < cases[i].length; j++)
        {
          TalSeries *next = sample_add_series (sample, "Næste", TAL_MEASURE_UNIT_PERSONS, 0);

          next->basis = cases[i].basis;
          for (guint k = 0; k < cases[i].width; k++)
            sample_add_term (next, below, TAL_TERM_PLUS, TAL_TERM_ABOVE);
          second = second == NULL ? next : second;
          below = next;
        }
      tal_change_set_add (changes, NULL, &second->record);
      codes = list_codes (sample_get_catalogue (sample), changes);
      g_test_message ("%u series", cases[i].length);
      g_assert_cmpstr (codes, ==, cases[i].codes);
    }
}

static void
test_validate_says_the_first_problem (void)
{
  g_auto (House)           house = house_new ();
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GError)       error = NULL;

  house.figure->period = TAL_PERIOD_UNSET;
  changes = make_changes (&house);
  g_assert_false (
      tal_validate_changes_or_refuse (sample_get_catalogue (house.sample), changes, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD);
  g_assert_cmpstr (error->message, ==, "The figure “Matchet”, ?: “Period” must be filled in.");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/validate/refuses-each-breach-and-no-more",
                   test_validate_refuses_each_breach_and_no_more);
  g_test_add_func ("/core/validate/keeps-what-is-still-needed",
                   test_validate_keeps_what_is_still_needed);
  g_test_add_func ("/core/validate/lets-a-figure-go", test_validate_lets_a_figure_go);
  g_test_add_func ("/core/validate/refuses-what-is-too-deep-to-compute",
                   test_validate_refuses_what_is_too_deep_to_compute);
  g_test_add_func ("/core/validate/says-the-first-problem", test_validate_says_the_first_problem);

  return g_test_run ();
}
