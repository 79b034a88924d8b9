/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal.h"
#include "core/tal-observation.h"
#include "core/tal-record.h"
#include "core/tal-references.h"
#include "core/tal-removal.h"
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
                                                  "removal" };
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
  g_test_add_func ("/core/record/names-every-reference-once",
                   test_record_names_every_reference_once);

  return g_test_run ();
}
