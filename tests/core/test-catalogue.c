/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-appropriation.h"
#include "core/tal-catalogue.h"
#include "core/tal-initiative.h"
#include "core/tal-removal.h"
#include "core/tal-unit.h"
#include "support/random-record.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define ROUNDS 1000

static void
test_catalogue_finds_by_kind_and_id (void)
{
  g_autoptr (Sample)  sample = sample_new ();
  TalGoal            *goal = sample_add_goal (sample, 2);
  TalRemoval         *removal = sample_add_record (sample, TAL_KIND_REMOVAL);
  const TalCatalogue *catalogue = NULL;
  TalKey              key = { TAL_KIND_REMOVAL, removal->record.id, sample_period ("2023") };

  removal->period = sample_period ("2023");
  catalogue = sample_get_catalogue (sample);

  g_assert_true (tal_catalogue_find (catalogue, TAL_KIND_GOAL, goal->record.id) == &goal->record);
  g_assert_null (tal_catalogue_find (catalogue, TAL_KIND_UNIT, goal->record.id));
  g_assert_null (tal_catalogue_find (catalogue, TAL_KIND_GOAL, tal_id_new ()));
  g_assert_null (tal_catalogue_find (catalogue, TAL_KIND_OBSERVATION, goal->record.id));
  g_assert_true (tal_catalogue_find_key (catalogue, &key) == &removal->record);
  g_assert_null (tal_catalogue_find (catalogue, TAL_KIND_REMOVAL, removal->record.id));
}

/* The goals of two initiatives and of none, made out of their order. */
static void
test_catalogue_lists_children_by_number_then_age (void)
{
  static const int    numbers[] = { 3, 1, 2, 1 };
  g_autoptr (Sample)  sample = sample_new ();
  TalInitiative      *first = sample_add_record (sample, TAL_KIND_INITIATIVE);
  TalInitiative      *second = sample_add_record (sample, TAL_KIND_INITIATIVE);
  const TalCatalogue *catalogue = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      sample_add_goal (sample, numbers[i])->initiative = second->record.id;
      sample_add_goal (sample, 10 * numbers[i])->initiative = first->record.id;
    }
  sample_add_goal (sample, 7);
  catalogue = sample_get_catalogue (sample);

  for (guint factor = 1; factor <= 10; factor += 9)
    {
      guint                   length = 0;
      const TalRecord *const *goals =
          tal_catalogue_get_children (catalogue, TAL_KIND_GOAL,
                                      (factor == 1 ? second : first)->record.id, &length);

      g_assert_cmpuint (length, ==, 4);
      for (guint i = 0; i < length; i++)
        {
          static const guint expected[] = { 1, 1, 2, 3 };

          g_assert_cmpint (TAL_GOAL (goals[i])->number, ==, expected[i] * factor);
        }
      g_assert_cmpint (tal_id_compare (goals[0]->id, goals[1]->id), <, 0);
    }
}

static void
test_catalogue_lists_orphans_and_nobody (void)
{
  g_autoptr (Sample)       sample = sample_new ();
  g_autoptr (TalCatalogue) empty = tal_catalogue_new ();
  TalUnit                 *root = sample_add_record (sample, TAL_KIND_UNIT);
  TalUnit                 *child = sample_add_record (sample, TAL_KIND_UNIT);
  const TalCatalogue      *catalogue = NULL;
  const TalRecord *const  *units = NULL;
  guint                    length = 42;

  child->parent = root->record.id;
  catalogue = sample_get_catalogue (sample);

  units = tal_catalogue_get_children (catalogue, TAL_KIND_UNIT, TAL_ID_NONE, &length);
  g_assert_cmpuint (length, ==, 1);
  g_assert_true (units[0] == &root->record);
  units = tal_catalogue_get_children (catalogue, TAL_KIND_UNIT, root->record.id, &length);
  g_assert_cmpuint (length, ==, 1);
  g_assert_true (units[0] == &child->record);
  tal_catalogue_get_children (catalogue, TAL_KIND_UNIT, tal_id_new (), &length);
  g_assert_cmpuint (length, ==, 0);
  tal_catalogue_get_children (empty, TAL_KIND_GOAL, root->record.id, &length);
  g_assert_cmpuint (length, ==, 0);
  tal_catalogue_get_records (catalogue, TAL_KIND_UNIT, &length);
  g_assert_cmpuint (length, ==, 2);
}

static void
test_catalogue_orders_by_year_and_period (void)
{
  static const char *const periods[] = { "2023", "2021", "2022-Q4" };
  static const char *const expected[] = { "2021", "2022-Q4", "2023" };
  static const int         years[] = { 2020, 2019, 2021 };
  g_autoptr (Sample)       sample = sample_new ();
  const TalRecord *const  *records = NULL;
  guint                    length = 0;

  for (guint i = 0; i < 3; i++)
    {
      TalAppropriation *money = sample_add_record (sample, TAL_KIND_APPROPRIATION);
      TalAssessment    *words = sample_add_record (sample, TAL_KIND_ASSESSMENT);

      money->year = years[i];
      words->period = sample_period (periods[i]);
    }

  records = tal_catalogue_get_records (sample_get_catalogue (sample), TAL_KIND_ASSESSMENT, &length);
  for (guint i = 0; i < 3; i++)
    g_assert_true (
        tal_period_is_equal (TAL_ASSESSMENT (records[i])->period, sample_period (expected[i])));
  records =
      tal_catalogue_get_records (sample_get_catalogue (sample), TAL_KIND_APPROPRIATION, &length);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (TAL_APPROPRIATION (records[i])->year, ==, 2019 + (int)i);
}

static void
test_catalogue_refuses_a_stale_before (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  TalGoal              *goal = sample_add_goal (sample, 2);
  g_autoptr (TalRecord) stale = tal_record_copy (&goal->record);
  g_autoptr (TalRecord) renamed = tal_record_copy (&goal->record);
  g_autoptr (TalRecord) stranger = tal_record_new (TAL_KIND_GOAL, tal_id_new ());
  const TalRecord      *cases[][2] = {
         { stale, renamed },         /* another before, though only by its author */
         { stale, NULL },            /* likewise */
         { NULL, renamed },          /* new, but it is there already */
         { stranger, NULL },         /* removed already */
         { &goal->record, renamed }, /* as it is: accepted */
  };

  g_free (stale->changed_by);
  stale->changed_by = g_strdup ("en anden");
  ((TalGoal *)renamed)->number = 3;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError)       error = NULL;
      g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "goal");
      g_autoptr (TalCatalogue) after = NULL;

      tal_change_set_add (changes, cases[i][0], cases[i][1]);
      after = tal_catalogue_apply (sample_get_catalogue (sample), changes, &error);
      if (i + 1 == G_N_ELEMENTS (cases))
        {
          g_assert_no_error (error);
          g_assert_nonnull (after);
          continue;
        }
      g_assert_null (after);
      g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
    }
}

static void
test_catalogue_shares_what_is_untouched (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalGoal           *goal = sample_add_goal (sample, 2);
  TalSeries         *series = sample_add_series (sample, "Deltagere", TAL_MEASURE_UNIT_PERSONS, 0);
  TalObservation    *figure = sample_enter (sample, series, "2023", "545");
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "goal");
  g_autoptr (TalCatalogue) after = NULL;
  const TalCatalogue      *before = sample_get_catalogue (sample);
  guint                    length = 0;

  tal_change_set_add (changes, &goal->record, NULL);
  tal_change_set_add (changes, NULL, &figure->record); /* not the catalogue's business */
  after = tal_catalogue_apply (before, changes, NULL);

  g_assert_true (tal_catalogue_get_records (before, TAL_KIND_SERIES, &length) ==
                 tal_catalogue_get_records (after, TAL_KIND_SERIES, &length));
  tal_catalogue_get_records (after, TAL_KIND_OBSERVATION, &length);
  g_assert_cmpuint (length, ==, 0);
  tal_catalogue_get_records (after, TAL_KIND_GOAL, &length);
  g_assert_cmpuint (length, ==, 0);
  tal_catalogue_get_records (before, TAL_KIND_GOAL, &length);
  g_assert_cmpuint (length, ==, 1); /* who holds the old one reads on */
}

/* A figure and a goal that were removed, came back, and are removed again. */
static void
test_catalogue_removes_a_second_time (void)
{
  g_autoptr (Sample)       sample = sample_new ();
  TalGoal                 *goal = sample_add_goal (sample, 2);
  TalSeries               *series = sample_add_series (sample, "I alt", TAL_MEASURE_UNIT_COUNT, 0);
  TalObservation          *figure = sample_enter (sample, series, "2023", "545");
  TalRecord               *records[] = { &goal->record, &figure->record };
  g_autoptr (TalCatalogue) before = tal_catalogue_ref (sample_get_catalogue (sample));

  for (TalTime now = 1; now <= 3; now++)
    {
      g_autoptr (GError)       error = NULL;
      g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "removal");
      g_autoptr (TalChangeSet) back = tal_change_set_new (TAL_ORIGIN_EDIT, "back");
      g_autoptr (TalCatalogue) removed = NULL;
      const TalRecord *const  *traces = NULL;
      guint                    length = 0;

      for (guint i = 0; i < G_N_ELEMENTS (records); i++)
        tal_catalogue_add_removal (before, changes, records[i], now, "Stine");
      g_assert_cmpuint (tal_change_set_get_length (changes), ==, 4);
      removed = tal_catalogue_apply (before, changes, &error);
      g_assert_no_error (error);
      g_assert_null (tal_catalogue_find (removed, TAL_KIND_GOAL, goal->record.id));
      traces = tal_catalogue_get_records (removed, TAL_KIND_REMOVAL, &length);
      g_assert_cmpint (traces[0]->changed_at, ==, now);
      g_assert_cmpuint (length, ==, 2);

      tal_change_set_add (back, NULL, &goal->record);
      tal_catalogue_unref (before);
      before = tal_catalogue_apply (removed, back, &error);
      g_assert_no_error (error);
    }
}

static GPtrArray *
make_records (GRand *chance, const TalId *ids, guint n_ids)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);

  for (guint i = 0; i < n_ids; i++)
    {
      TalKind kind = (TalKind)(i % TAL_N_KINDS);

      if (kind != TAL_KIND_OBSERVATION && g_rand_boolean (chance))
        g_ptr_array_add (records, random_record_new (chance, kind, ids[i], NULL, NULL));
    }
  return records;
}

static TalChangeSet *
make_changes (GRand *chance, const GPtrArray *records)
{
  TalChangeSet *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "by chance");

  for (guint i = 0; i < records->len; i++)
    {
      const TalRecord      *before = g_ptr_array_index (records, i);
      g_autoptr (TalRecord) after = tal_record_copy (before);
      g_autoptr (TalRecord) fresh =
          random_record_new (chance,
                             before->kind == TAL_KIND_OBSERVATION ? TAL_KIND_UNIT : before->kind,
                             tal_id_new (), NULL, NULL);

      random_record_change (chance, after, NULL, NULL);
      if (g_rand_int_range (chance, 0, 3) == 0)
        tal_change_set_add (changes, before, after);
      if (g_rand_int_range (chance, 0, 3) == 0)
        tal_change_set_add (changes, NULL, fresh);
      if (g_rand_int_range (chance, 0, 3) == 0)
        {
          const TalKey     key = tal_record_get_key (before);
          const TalChange *first = tal_change_set_find (changes, &key);

          tal_change_set_add (changes, first != NULL ? first->after : before, NULL);
        }
    }
  return changes;
}

static void
assert_equal (const TalCatalogue *a, const TalCatalogue *b)
{
  g_autoptr (TalChangeSet) difference = tal_catalogue_diff (a, b, TAL_ORIGIN_EDIT, "");

  g_assert_cmpuint (tal_change_set_get_length (difference), ==, 0);
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      guint                   length_a = 0;
      guint                   length_b = 0;
      const TalRecord *const *of_a = tal_catalogue_get_records (a, (TalKind)kind, &length_a);
      const TalRecord *const *of_b = tal_catalogue_get_records (b, (TalKind)kind, &length_b);

      g_assert_cmpuint (length_a, ==, length_b);
      for (guint i = 0; i < length_a; i++)
        {
          TalKey key = tal_record_get_key (of_a[i]);

          g_assert_true (tal_record_is_equal (of_a[i], of_b[i]));
          g_assert_true (tal_catalogue_find_key (a, &key) == of_a[i]);
        }
    }
}

static void
test_catalogue_apply_then_inverse_changes_nothing (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed_new ());
  TalId             ids[3 * TAL_N_KINDS];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = tal_id_new ();

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GError)       error = NULL;
      g_autoptr (GPtrArray)    records = make_records (chance, ids, G_N_ELEMENTS (ids));
      g_autoptr (TalCatalogue) before = tal_catalogue_new_from_records (records);
      g_autoptr (TalChangeSet) changes = make_changes (chance, records);
      g_autoptr (TalChangeSet) inverse = tal_change_set_invert (changes, TAL_ORIGIN_UNDO, "");
      g_autoptr (TalCatalogue) after = tal_catalogue_apply (before, changes, &error);
      g_autoptr (TalCatalogue) again = NULL;

      g_assert_no_error (error);
      again = tal_catalogue_apply (after, inverse, &error);
      g_assert_no_error (error);
      assert_equal (before, again);
    }
}

static void
test_catalogue_diff_then_apply_gives_the_other (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed_new ());
  TalId             ids[3 * TAL_N_KINDS];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = tal_id_new ();

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GError)       error = NULL;
      g_autoptr (GPtrArray)    old_records = make_records (chance, ids, G_N_ELEMENTS (ids));
      g_autoptr (GPtrArray)    new_records = make_records (chance, ids, G_N_ELEMENTS (ids));
      g_autoptr (TalCatalogue) from = tal_catalogue_new_from_records (old_records);
      g_autoptr (TalCatalogue) to = tal_catalogue_new_from_records (new_records);
      g_autoptr (TalChangeSet) changes = tal_catalogue_diff (from, to, TAL_ORIGIN_OUTSIDE, "else");
      g_autoptr (TalCatalogue) result = tal_catalogue_apply (from, changes, &error);

      g_assert_no_error (error);
      assert_equal (result, to);
      g_assert_cmpint (tal_change_set_get_origin (changes), ==, TAL_ORIGIN_OUTSIDE);
      g_assert_cmpstr (tal_change_set_get_label (changes), ==, "else");
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/catalogue/finds-by-kind-and-id", test_catalogue_finds_by_kind_and_id);
  g_test_add_func ("/core/catalogue/lists-children-by-number-then-age",
                   test_catalogue_lists_children_by_number_then_age);
  g_test_add_func ("/core/catalogue/lists-orphans-and-nobody",
                   test_catalogue_lists_orphans_and_nobody);
  g_test_add_func ("/core/catalogue/orders-by-year-and-period",
                   test_catalogue_orders_by_year_and_period);
  g_test_add_func ("/core/catalogue/refuses-a-stale-before", test_catalogue_refuses_a_stale_before);
  g_test_add_func ("/core/catalogue/shares-what-is-untouched",
                   test_catalogue_shares_what_is_untouched);
  g_test_add_func ("/core/catalogue/removes-a-second-time", test_catalogue_removes_a_second_time);
  g_test_add_func ("/core/catalogue/apply-then-inverse-changes-nothing",
                   test_catalogue_apply_then_inverse_changes_nothing);
  g_test_add_func ("/core/catalogue/diff-then-apply-gives-the-other",
                   test_catalogue_diff_then_apply_gives_the_other);

  return g_test_run ();
}
