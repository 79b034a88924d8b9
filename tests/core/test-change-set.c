/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-change-set.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-removal.h"
#include "core/tal-unit.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

static TalRecord *
make_unit (TalId id, const char *name)
{
  TalRecord *record = tal_record_new (TAL_KIND_UNIT, id);

  ((TalUnit *)record)->name = g_strdup (name);
  return record;
}

/* What is added to a change set after one another, and the one change that comes of
 * it; '-' is nothing there. */
static const struct
{
  const char *steps; /* before and after, before and after … */
  const char *change;
} merges[] = {
  { "-A", "-A" },   { "A-", "A-" },   { "AB", "AB" },     { "AA", "" },   { "ABBC", "AC" },
  { "ABBA", "" },   { "-AAB", "-B" }, { "-AA-", "" },     { "A--A", "" }, { "A--B", "AB" },
  { "ABB-", "A-" }, { "ABBCCA", "" }, { "ABBACD", "CD" }, /* nothing left to extend */
};

static void
test_change_set_makes_one_change_for_each_key (void)
{
  TalId id = tal_id_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "unit");
      const TalChange         *change = NULL;

      g_test_message ("%s", merges[i].steps);
      for (const char *step = merges[i].steps; *step != '\0'; step += 2)
        {
          const char            names[][2] = { { step[0], '\0' }, { step[1], '\0' } };
          g_autoptr (TalRecord) before = step[0] != '-' ? make_unit (id, names[0]) : NULL;
          g_autoptr (TalRecord) after = step[1] != '-' ? make_unit (id, names[1]) : NULL;

          tal_change_set_add (changes, before, after);
        }

      g_assert_cmpuint (tal_change_set_get_length (changes), ==, merges[i].change[0] != '\0');
      if (merges[i].change[0] == '\0')
        continue;
      change = tal_change_set_get_change (changes, 0);
      g_assert_cmpint (change->before != NULL ? TAL_UNIT (change->before)->name[0] : '-', ==,
                       merges[i].change[0]);
      g_assert_cmpint (change->after != NULL ? TAL_UNIT (change->after)->name[0] : '-', ==,
                       merges[i].change[1]);
      g_assert_true (tal_change_set_find (changes, &change->key) == change);
    }
}

static void
test_change_set_keeps_a_change_of_author (void)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_IMPORT, NULL);
  g_autoptr (TalRecord)    before = make_unit (tal_id_new (), "BIF");
  g_autoptr (TalRecord)    after = tal_record_copy (before);

  after->changed_by = g_strdup ("Stine");
  tal_change_set_add (changes, before, after);
  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 1);
  g_assert_null (tal_change_set_get_label (changes));
}

static void
test_change_set_removal_leaves_a_trace (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_series (sample, "Deltagere", TAL_MEASURE_UNIT_PERSONS, 0);
  TalObservation    *figure = sample_enter (sample, series, "2023", "545");
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "removal");
  TalKey                   key = { TAL_KIND_REMOVAL, series->record.id, figure->period };
  const TalChange         *change = NULL;

  series->record.owner = tal_id_new ();
  tal_change_set_add_removal (changes, &figure->record, 1718700120, "Stine");
  tal_change_set_add_removal (changes, &series->record, 1718700120, NULL);
  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 4);

  change = tal_change_set_find (changes, &key);
  g_assert_nonnull (change);
  g_assert_null (change->before);
  g_assert_cmpint (TAL_REMOVAL (change->after)->removed, ==, TAL_KIND_OBSERVATION);
  g_assert_cmpint (change->after->changed_at, ==, 1718700120);
  g_assert_cmpstr (change->after->changed_by, ==, "Stine");

  key.period = TAL_PERIOD_UNSET;
  change = tal_change_set_find (changes, &key);
  g_assert_cmpint (TAL_REMOVAL (change->after)->removed, ==, TAL_KIND_SERIES);
  g_assert_true (tal_id_is_equal (change->after->owner, series->record.owner));
  g_assert_null (change->after->changed_by);

  key.kind = TAL_KIND_SERIES;
  change = tal_change_set_find (changes, &key);
  g_assert_true (change->before == &series->record);
  g_assert_null (change->after);
}

static void
test_change_set_inverse_runs_backwards (void)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "three");
  g_autoptr (TalChangeSet) inverse = NULL;
  g_autoptr (TalRecord)    first = make_unit (tal_id_new (), "BIF");
  g_autoptr (TalRecord)    second = make_unit (tal_id_new (), "SOF");
  g_autoptr (TalRecord)    third = make_unit (tal_id_new (), "JKI");
  g_autoptr (TalRecord)    changed = make_unit (third->id, "JKA");

  tal_change_set_add (changes, NULL, first);
  tal_change_set_add (changes, second, NULL);
  tal_change_set_add (changes, third, changed);
  inverse = tal_change_set_invert (changes, TAL_ORIGIN_UNDO, "back");

  g_assert_cmpint (tal_change_set_get_origin (changes), ==, TAL_ORIGIN_EDIT);
  g_assert_cmpint (tal_change_set_get_origin (inverse), ==, TAL_ORIGIN_UNDO);
  g_assert_cmpstr (tal_change_set_get_label (inverse), ==, "back");
  g_assert_cmpuint (tal_change_set_get_length (inverse), ==, 3);
  g_assert_true (tal_change_set_get_change (inverse, 0)->before == changed);
  g_assert_true (tal_change_set_get_change (inverse, 0)->after == third);
  g_assert_true (tal_change_set_get_change (inverse, 1)->after == second);
  g_assert_null (tal_change_set_get_change (inverse, 1)->before);
  g_assert_true (tal_change_set_get_change (inverse, 2)->before == first);
  g_assert_null (tal_change_set_get_change (inverse, 2)->after);
}

static gboolean
is_kind (const TalChange *change, gpointer user_data)
{
  return change->key.kind == (TalKind)GPOINTER_TO_UINT (user_data);
}

/* A new unit owns a changed plan, under which stands a new initiative with a new goal
 * that two new series measure, one of them made of a third; a new unit nobody needs. */
static TalChangeSet *
make_import (Sample *sample)
{
  TalChangeSet         *changes = tal_change_set_new (TAL_ORIGIN_IMPORT, "import");
  TalRecord            *unit = sample_add_record (sample, TAL_KIND_UNIT);
  TalRecord            *stranger = sample_add_record (sample, TAL_KIND_UNIT);
  TalRecord            *plan = sample_add_record (sample, TAL_KIND_PLAN);
  g_autoptr (TalRecord) changed = tal_record_copy (plan);
  TalInitiative        *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);
  TalSeries      *entered = sample_add_series (sample, "Deltagere", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries      *below = sample_add_series (sample, "Borgere", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries      *share = sample_add_share (sample, entered, below);
  TalGoal        *goal = sample_add_goal (sample, 2);
  TalObservation *figure = sample_enter (sample, entered, "2023", "268");

  changed->owner = unit->id;
  changed->changed_by = g_strdup ("Stine");
  initiative->plan = plan->id;
  initiative->record.owner = unit->id;
  goal->initiative = initiative->record.id;
  sample_add_criterion (goal, share, TAL_COMPARISON_AT_LEAST, "2023", "75");

  tal_change_set_add (changes, NULL, stranger);
  tal_change_set_add (changes, NULL, &figure->record);
  tal_change_set_add (changes, NULL, &goal->record);
  tal_change_set_add (changes, NULL, &share->record);
  tal_change_set_add (changes, NULL, &below->record);
  tal_change_set_add (changes, NULL, &entered->record);
  tal_change_set_add (changes, NULL, &initiative->record);
  tal_change_set_add (changes, plan, changed);
  tal_change_set_add (changes, NULL, unit);
  return changes;
}

static void
test_change_set_subset_takes_along_what_is_new (void)
{
  static const struct
  {
    TalKind     wanted;
    const char *kinds; /* the first letters, in the order of the whole */
  } cases[] = {
    { TAL_KIND_GOAL, "gsssiu" },    /* not the figure, and the plan is there already */
    { TAL_KIND_OBSERVATION, "os" }, /* no field names its series */
    { TAL_KIND_INITIATIVE, "iu" },  { TAL_KIND_PLAN, "pu" },
    { TAL_KIND_UNIT, "uu" },        { TAL_KIND_REMOVAL, "" },
  };
  g_autoptr (Sample)       sample = sample_new ();
  g_autoptr (TalChangeSet) all = make_import (sample);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalChangeSet) subset =
          tal_change_set_subset (all, is_kind, GUINT_TO_POINTER (cases[i].wanted));
      g_autoptr (GString) kinds = g_string_new (NULL);

      for (guint j = 0; j < tal_change_set_get_length (subset); j++)
        g_string_append_c (kinds,
                           tal_kind_get_name (tal_change_set_get_change (subset, j)->key.kind)[0]);
      g_assert_cmpstr (kinds->str, ==, cases[i].kinds);
      g_assert_cmpint (tal_change_set_get_origin (subset), ==, TAL_ORIGIN_IMPORT);
      g_assert_cmpstr (tal_change_set_get_label (subset), ==, "import");
    }
}

static void
test_change_set_knows_what_it_touches (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *entered = sample_add_series (sample, "Deltagere", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries         *made = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
  TalObservation    *figure = sample_enter (sample, entered, "2023", "545");
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "figure");

  tal_change_set_add (changes, NULL, &figure->record);
  g_assert_true (tal_change_set_touches_kind (changes, TAL_KIND_OBSERVATION));
  g_assert_false (tal_change_set_touches_kind (changes, TAL_KIND_SERIES));
  g_assert_true (tal_change_set_touches_series (changes, entered->record.id));
  g_assert_false (tal_change_set_touches_series (changes, made->record.id));

  tal_change_set_add (changes, NULL, &made->record);
  tal_change_set_add (changes, sample_add_record (sample, TAL_KIND_UNIT), NULL);
  g_assert_true (tal_change_set_touches_series (changes, made->record.id));
  g_assert_false (tal_change_set_touches_series (changes, tal_change_set_get_change (changes, 2)
                                                              ->key.id)); /* a unit is no series */
}

static void
test_change_set_origins_have_fixed_words (void)
{
  static const char *const names[] = { "edit", "import", "undo", "redo", "outside" };
  TalOrigin                origin = TAL_ORIGIN_EDIT;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (tal_origin_get_name ((TalOrigin)i), ==, names[i]);
      g_assert_true (tal_origin_from_name (names[i], &origin));
      g_assert_cmpuint (origin, ==, i);
    }

  g_assert_false (tal_origin_from_name ("Edit", &origin));
  g_assert_cmpuint (origin, ==, TAL_ORIGIN_OUTSIDE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/change-set/makes-one-change-for-each-key",
                   test_change_set_makes_one_change_for_each_key);
  g_test_add_func ("/core/change-set/keeps-a-change-of-author",
                   test_change_set_keeps_a_change_of_author);
  g_test_add_func ("/core/change-set/removal-leaves-a-trace",
                   test_change_set_removal_leaves_a_trace);
  g_test_add_func ("/core/change-set/inverse-runs-backwards",
                   test_change_set_inverse_runs_backwards);
  g_test_add_func ("/core/change-set/subset-takes-along-what-is-new",
                   test_change_set_subset_takes_along_what_is_new);
  g_test_add_func ("/core/change-set/knows-what-it-touches", test_change_set_knows_what_it_touches);
  g_test_add_func ("/core/change-set/origins-have-fixed-words",
                   test_change_set_origins_have_fixed_words);

  return g_test_run ();
}
