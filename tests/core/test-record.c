/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-appropriation.h"
#include "core/tal-assessment.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-record.h"
#include "core/tal-references.h"
#include "core/tal-removal.h"
#include "core/tal-series.h"
#include "support/random-record.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define ROUNDS 200

static void
test_record_copy_is_equal_in_everything (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed_new ());

  for (guint i = 0; i < ROUNDS * TAL_N_KINDS; i++)
    {
      g_autoptr (TalRecord) record =
          random_record_new (chance, (TalKind)(i % TAL_N_KINDS), tal_id_new (), NULL, NULL);
      g_autoptr (TalRecord) copy = tal_record_copy (record);
      g_autoptr (TalRecord) changed = tal_record_copy (record);
      TalKey                key = tal_record_get_key (record);
      TalKey                key_of_copy = tal_record_get_key (copy);

      g_assert_true (copy != record);
      g_assert_true (tal_record_is_equal (record, copy));
      g_assert_true (tal_record_says_the_same (record, copy));
      g_assert_true (tal_key_equal (&key, &key_of_copy));
      g_assert_cmpuint (tal_key_hash (&key), ==, tal_key_hash (&key_of_copy));

      random_record_change (chance, changed, NULL, NULL);
      g_assert_true (tal_record_is_equal (record, copy));
      g_assert_cmpint (tal_record_is_equal (record, changed), ==,
                       tal_record_says_the_same (record, changed));
    }
}

static void
test_record_says_the_same_whoever_said_it (void)
{
  g_autoptr (TalRecord) first = tal_record_new (TAL_KIND_GOAL, tal_id_new ());
  g_autoptr (TalRecord) owned = tal_record_copy (first);
  g_autoptr (TalRecord) later = tal_record_copy (first);
  g_autoptr (TalRecord) signed_one = tal_record_copy (first);
  g_autoptr (TalRecord) other = tal_record_new (TAL_KIND_GOAL, tal_id_new ());
  g_autoptr (TalRecord) unit = tal_record_new (TAL_KIND_UNIT, first->id);

  owned->owner = tal_id_new ();
  later->changed_at = 0;
  signed_one->changed_by = g_strdup ("Stine");

  g_assert_true (tal_record_says_the_same (first, owned));
  g_assert_true (tal_record_says_the_same (first, later));
  g_assert_true (tal_record_says_the_same (first, signed_one));
  g_assert_false (tal_record_is_equal (first, owned));
  g_assert_false (tal_record_is_equal (first, later));
  g_assert_false (tal_record_is_equal (first, signed_one));
  g_assert_false (tal_record_says_the_same (first, other));
  g_assert_false (tal_record_says_the_same (first, unit));
}

static void
test_record_of_nothing_equals_nothing_alone (void)
{
  g_autoptr (TalRecord) record = tal_record_new (TAL_KIND_UNIT, tal_id_new ());

  g_assert_true (tal_record_is_equal (NULL, NULL));
  g_assert_true (tal_record_says_the_same (NULL, NULL));
  g_assert_false (tal_record_is_equal (record, NULL));
  g_assert_false (tal_record_is_equal (NULL, record));
  g_assert_false (tal_record_says_the_same (record, NULL));
  g_assert_false (tal_record_says_the_same (NULL, record));
}

static void
test_record_lives_as_long_as_its_last_reference (void)
{
  TalRecord *record = tal_record_new (TAL_KIND_UNIT, tal_id_new ());

  record->changed_by = g_strdup ("BIF");
  g_assert_true (tal_record_ref (record) == record);
  tal_record_unref (record);
  g_assert_cmpstr (record->changed_by, ==, "BIF");
  tal_record_unref (record);
  tal_record_unref (NULL);
}

static void
test_record_key_has_the_period_of_a_figure (void)
{
  TalId                 series = tal_id_new ();
  g_autoptr (TalRecord) goal = tal_record_new (TAL_KIND_GOAL, series);
  g_autoptr (TalRecord) removal = tal_record_new (TAL_KIND_REMOVAL, series);
  g_autoptr (TalRecord) year =
      (TalRecord *)tal_observation_new (series, sample_period ("2023"), sample_decimal ("545"));
  g_autoptr (TalRecord) quarter =
      (TalRecord *)tal_observation_new (series, sample_period ("2023-Q4"), sample_decimal ("545"));
  TalKey of_goal = tal_record_get_key (goal);
  TalKey of_year = tal_record_get_key (year);
  TalKey of_quarter = tal_record_get_key (quarter);
  TalKey of_removal;
  TalKey again = tal_key_for_object (TAL_KIND_GOAL, series);

  ((TalRemoval *)removal)->period = sample_period ("2023");
  of_removal = tal_record_get_key (removal);

  g_assert_true (tal_key_equal (&of_goal, &again));
  g_assert_false (tal_period_is_set (of_goal.period));
  g_assert_true (tal_period_is_equal (of_year.period, sample_period ("2023")));
  g_assert_true (tal_period_is_equal (of_removal.period, sample_period ("2023")));
  g_assert_false (tal_key_equal (&of_year, &of_quarter));
  g_assert_false (tal_key_equal (&of_year, &of_removal));
  again.id = tal_id_new ();
  g_assert_false (tal_key_equal (&of_goal, &again));
}

static void
test_record_kinds_have_fixed_words (void)
{
  static const char *const names[TAL_N_KINDS] = { "unit",        "member",     "plan",
                                                  "initiative",  "series",     "goal",
                                                  "observation", "assessment", "appropriation",
                                                  "closing",     "removal" };
  TalKind                  kind = TAL_KIND_UNIT;

  for (guint i = 0; i < TAL_N_KINDS; i++)
    {
      g_assert_cmpstr (tal_kind_get_name ((TalKind)i), ==, names[i]);
      g_assert_cmpstr (tal_kind_get_structure ((TalKind)i)->name, ==, names[i]);
      g_assert_nonnull (tal_kind_get_title ((TalKind)i));
      g_assert_true (tal_kind_from_name (names[i], &kind));
      g_assert_cmpuint (kind, ==, i);
    }

  g_assert_false (tal_kind_from_name ("Goal", &kind));
  g_assert_false (tal_kind_from_name ("", &kind));
  g_assert_cmpuint (kind, ==, TAL_KIND_REMOVAL);
}

/* The words of files and of stored collections, which no later version may move: each with
 * the last enumerator, whose place is the last word's. */
static const struct
{
  TalKind     kind;
  const char *field;
  guint       last;
  const char *words;
} fixed_words[] = {
  { TAL_KIND_MEMBER, "dimension", TAL_DIMENSION_PROVIDER, "target-group area offer provider" },
  { TAL_KIND_PLAN, "kind", TAL_PLAN_KIND_COLLECTION, "plan agreement budget-agreement collection" },
  { TAL_KIND_INITIATIVE, "state", TAL_INITIATIVE_STATE_ENDED, "running planned ended" },
  { TAL_KIND_SERIES, "basis", TAL_BASIS_RELATIVE_CHANGE,
    "entered sum ratio change relative-change" },
  { TAL_KIND_SERIES, "measure-unit", TAL_MEASURE_UNIT_MILLION_DKK,
    "persons full-time-persons full-year-persons full-year-places families courses placements "
    "cases awards count per-cent percentage-points ratio index weeks dkk million-dkk" },
  { TAL_KIND_SERIES, "agreement", TAL_AGREEMENT_OVERLAPPING,
    "none sum ratio change relative-change parts overlapping" },
  { TAL_KIND_SERIES, "good-direction", TAL_DIRECTION_DOWN, "neither up down" },
  { TAL_KIND_SERIES, "roll-up", TAL_ROLL_UP_LAST, "none sum mean last" },
  { TAL_KIND_OBSERVATION, "approximation", TAL_APPROXIMATION_LESS_THAN,
    "exact about over under nearly more-than less-than" },
  { TAL_KIND_OBSERVATION, "missing", TAL_MISSING_NOT_YET_REPORTED,
    "not not-available not-applicable withheld not-yet-reported" },
  { TAL_KIND_OBSERVATION, "state", TAL_FIGURE_ESTIMATE, "final preliminary estimate" },
  { TAL_KIND_ASSESSMENT, "verdict", TAL_ATTAINMENT_NO_TARGET,
    "computed met not-met met-so-far not-yet-met already-met not-measured no-target" },
  { TAL_KIND_APPROPRIATION, "money-kind", TAL_MONEY_TRANSFERS, "unspecified service transfers" },
  { TAL_KIND_APPROPRIATION, "expiry", TAL_EXPIRY_PERMANENT,
    "not-stated year not-set declining permanent" },
};

static void
test_record_words_stay_where_they_are (void)
{
  static const char *const comparisons[] = { "at-least",   "at-most", "more-than",
                                             "fewer-than", "exactly", "all" };

  for (gsize i = 0; i < G_N_ELEMENTS (fixed_words); i++)
    {
      const TalStructure *structure = tal_kind_get_structure (fixed_words[i].kind);
      g_autofree char    *words = NULL;

      for (guint j = 0; j < structure->n_fields; j++)
        {
          if (g_str_equal (structure->fields[j].name, fixed_words[i].field))
            words = g_strjoinv (" ", (char **)structure->fields[j].words);
          if (words != NULL)
            {
              g_assert_cmpuint (g_strv_length ((char **)structure->fields[j].words), ==,
                                fixed_words[i].last + 1);
              break;
            }
        }
      g_assert_cmpstr (words, ==, fixed_words[i].words);
    }

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    g_assert_cmpstr (tal_comparison_get_name ((TalComparison)i), ==, comparisons[i]);
  g_assert_cmpstr (tal_target_basis_get_name (TAL_TARGET_FIXED), ==, "fixed");
  g_assert_cmpstr (tal_target_basis_get_name (TAL_TARGET_BENCHMARK), ==, "benchmark");
  g_assert_cmpstr (tal_target_basis_get_name (TAL_TARGET_KEEP), ==, "keep");
  g_assert_cmpstr (tal_measure_unit_get_name (TAL_MEASURE_UNIT_PER_CENT), ==, "per-cent");
}

static void
test_record_reads_the_words_of_a_figures_state (void)
{
  static const char *const words[] = { "final", "preliminary", "estimate" };
  TalFigureState           state = TAL_FIGURE_FINAL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_cmpstr (tal_figure_state_get_name ((TalFigureState)i), ==, words[i]);
      g_assert_true (tal_figure_state_from_name (words[i], &state));
      g_assert_cmpuint (state, ==, i);
    }

  g_assert_false (tal_figure_state_from_name ("Final", &state));
  g_assert_cmpuint (state, ==, TAL_FIGURE_ESTIMATE);
}

/* A removal says the kind of what was removed by its place among the words. */
static void
test_record_removal_has_the_words_of_the_kinds (void)
{
  const TalField *field = &tal_removal_structure.fields[0];

  g_assert_cmpstr (field->name, ==, "removed");
  for (guint i = 0; i < TAL_KIND_REMOVAL; i++)
    g_assert_cmpstr (field->words[i], ==, tal_kind_get_name ((TalKind)i));
  g_assert_null (field->words[TAL_KIND_REMOVAL]);
}

static void
reference_found_cb (const TalField *field, TalId target, gpointer user_data)
{
  GString *found = user_data;
  char     text[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (target, text);
  g_string_append_printf (found, "%s>%s:%c ", field->name,
                          tal_kind_get_name ((TalKind)field->target), text[35]);
}

static TalId
make_id (char last)
{
  TalId            id = TAL_ID_NONE;
  g_autofree char *text = g_strdup_printf ("018cc251-f400-7abc-8def-0123456789a%c", last);

  g_assert_true (tal_id_parse (text, &id, NULL));
  return id;
}

static void
test_record_names_every_reference_once (void)
{
  g_autoptr (GString)   of_goal = g_string_new (NULL);
  g_autoptr (GString)   of_figure = g_string_new (NULL);
  g_autoptr (TalRecord) record = tal_record_new (TAL_KIND_GOAL, make_id ('0'));
  g_autoptr (TalRecord) figure = tal_record_new (TAL_KIND_OBSERVATION, make_id ('9'));
  TalGoal              *goal = (TalGoal *)record;
  TalCriterion         *criterion = NULL;

  record->owner = make_id ('1');
  goal->initiative = make_id ('2');
  criterion = tal_goal_add_criterion (goal);
  criterion->series = make_id ('3');
  criterion->basis_unit = make_id ('4');
  criterion->basis_series = make_id ('5');
  criterion = tal_goal_add_criterion (goal);
  criterion->series = make_id ('6');

  tal_record_foreach_reference (record, reference_found_cb, of_goal);
  tal_record_foreach_reference (figure, reference_found_cb, of_figure);
  g_assert_cmpstr (of_goal->str, ==,
                   "owner>unit:1 initiative>initiative:2 series>series:3 basis-unit>unit:4 "
                   "basis-series>series:5 series>series:6 ");
  g_assert_cmpstr (of_figure->str, ==, "series>series:9 ");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/record/copy-is-equal-in-everything",
                   test_record_copy_is_equal_in_everything);
  g_test_add_func ("/core/record/says-the-same-whoever-said-it",
                   test_record_says_the_same_whoever_said_it);
  g_test_add_func ("/core/record/of-nothing-equals-nothing-alone",
                   test_record_of_nothing_equals_nothing_alone);
  g_test_add_func ("/core/record/lives-as-long-as-its-last-reference",
                   test_record_lives_as_long_as_its_last_reference);
  g_test_add_func ("/core/record/key-has-the-period-of-a-figure",
                   test_record_key_has_the_period_of_a_figure);
  g_test_add_func ("/core/record/kinds-have-fixed-words", test_record_kinds_have_fixed_words);
  g_test_add_func ("/core/record/words-stay-where-they-are", test_record_words_stay_where_they_are);
  g_test_add_func ("/core/record/reads-the-words-of-a-figures-state",
                   test_record_reads_the_words_of_a_figures_state);
  g_test_add_func ("/core/record/removal-has-the-words-of-the-kinds",
                   test_record_removal_has_the_words_of_the_kinds);
  g_test_add_func ("/core/record/names-every-reference-once",
                   test_record_names_every_reference_once);

  return g_test_run ();
}
