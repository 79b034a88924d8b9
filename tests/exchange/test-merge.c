/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal.h"
#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-removal.h"
#include "core/tal-series.h"
#include "core/tal-unit.h"
#include "exchange/memory-collection.h"
#include "exchange/tal-merge.h"

/* The ids of the fixture. */
enum
{
  UNIT_BIF = 1,
  UNIT_SOF = 2,
  PLAN = 21,
  INITIATIVE = 31,
  SERIES = 41,
  GOAL = 51,
};

/* What was last exchanged with one other unit. */
typedef GHashTable States;

static TalRecord *
find_state (const TalKey *key, gpointer user_data)
{
  TalRecord *record = g_hash_table_lookup (user_data, key);

  return record != NULL ? tal_record_ref (record) : NULL;
}

static States *
states_new (void)
{
  return g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free,
                                (GDestroyNotify)tal_record_unref);
}

static void
remember (States *states, const TalBundle *bundle)
{
  for (guint i = 0; i < tal_bundle_get_length (bundle); i++)
    {
      const TalRecord *record = tal_bundle_get_record (bundle, i);
      TalKey           key = tal_record_get_key (record);

      g_hash_table_replace (states, g_memdup2 (&key, sizeof key), tal_record_ref (record));
    }
}

static TalBundle *
send (MemoryCollection *from)
{
  g_autoptr (GBytes) bytes = memory_collection_write (from);
  g_autoptr (GError) error = NULL;
  TalBundle         *bundle = tal_bundle_load_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

static TalMerge *
merge (MemoryCollection *into, const TalBundle *bundle, TalMergePolicy policy, States *states)
{
  g_autoptr (GError) error = NULL;
  TalMerge          *result = NULL;

  result = tal_merge_new (into->catalogue, &into->source, bundle, into->unit, policy,
                          states != NULL ? find_state : NULL, states, "import", NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* Sends everything from one to the other, who takes it in without a conflict. */
static void
exchange (MemoryCollection *from, MemoryCollection *to, States *states)
{
  g_autoptr (TalBundle) bundle = send (from);
  g_autoptr (TalMerge)  result = merge (to, bundle, TAL_MERGE_POLICY_ASK, states);

  g_assert_false (tal_merge_has_open_conflict (result));
  memory_collection_apply (to, tal_merge_get_changes (result));
  remember (states, bundle);
}

static MemoryCollection *
load_collection (void)
{
  g_autoptr (GBytes)    bytes = load_fixture ("valid/integration-plan.xml");
  g_autoptr (GError)    error = NULL;
  g_autoptr (TalBundle) bundle = tal_bundle_load_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return memory_collection_new_from_bundle (bundle);
}

/* SOF's collection, which has got all that BIF has. */
static MemoryCollection *
make_other (MemoryCollection *bif, States *states)
{
  MemoryCollection *sof = memory_collection_new (make_id (UNIT_SOF));

  exchange (bif, sof, states);
  return sof;
}

static gpointer
copy_record (MemoryCollection *collection, TalKind kind, guint number)
{
  TalKey key = tal_key_for_object (kind, make_id (number));

  return tal_record_copy (memory_collection_find (collection, &key));
}

static TalKey
make_observation_key (guint series, const char *text)
{
  TalKey key = { TAL_KIND_OBSERVATION, make_id (series), TAL_PERIOD_UNSET };

  g_assert_true (tal_period_parse (text, &key.period, NULL));
  return key;
}

static void
set_value (MemoryCollection *collection, guint series, const char *period, gint64 value)
{
  TalKey           key = make_observation_key (series, period);
  const TalRecord *old = memory_collection_find (collection, &key);
  TalObservation  *observation =
      old != NULL ? tal_record_copy (old)
                   : (gpointer)tal_observation_new (key.id, key.period, TAL_DECIMAL_NONE);

  observation->value = TAL_DECIMAL (value, 0);
  memory_collection_put (collection, observation);
}

static gint64
get_value (MemoryCollection *collection, guint series, const char *period)
{
  TalKey key = make_observation_key (series, period);

  return TAL_OBSERVATION (memory_collection_find (collection, &key))->value.coefficient;
}

static void
set_wording (MemoryCollection *collection, const char *wording)
{
  TalGoal *goal = copy_record (collection, TAL_KIND_GOAL, GOAL);

  g_free (goal->wording);
  goal->wording = g_strdup (wording);
  memory_collection_put (collection, goal);
}

static void
set_note (MemoryCollection *collection, const char *note)
{
  TalGoal *goal = copy_record (collection, TAL_KIND_GOAL, GOAL);

  goal->note = g_strdup (note);
  memory_collection_put (collection, goal);
}

static const TalGoal *
get_goal (MemoryCollection *collection)
{
  TalKey key = tal_key_for_object (TAL_KIND_GOAL, make_id (GOAL));

  return TAL_GOAL (memory_collection_find (collection, &key));
}

static void
remove_object (MemoryCollection *collection, const TalKey *key)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "");

  tal_change_set_add_removal (changes, memory_collection_find (collection, key), 1718800000, "SOF");
  memory_collection_apply (collection, changes);
}

static void
test_merge_twice_changes_nothing (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  g_autoptr (TalBundle)        bundle = send (bif);
  g_autoptr (TalMerge)         again = merge (sof, bundle, TAL_MERGE_POLICY_ASK, states);
  g_autoptr (TalMerge)         blind = merge (sof, bundle, TAL_MERGE_POLICY_ASK, NULL);

  g_assert_cmpuint (tal_change_set_get_length (tal_merge_get_changes (again)), ==, 0);
  g_assert_cmpuint (tal_change_set_get_length (tal_merge_get_changes (blind)), ==, 0);
  g_assert_cmpuint (tal_merge_get_counts (again)->n_unchanged, ==, tal_bundle_get_length (bundle));
  memory_collection_assert_equal (bif, sof);
}

static void
test_merge_there_and_back_is_equal (void)
{
  g_autoptr (GHashTable)       to_sof = states_new ();
  g_autoptr (GHashTable)       to_bif = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, to_sof);
  g_autoptr (TalBundle)        sent = send (bif);

  remember (to_bif, sent);
  set_value (sof, SERIES, "2024", 560);
  set_wording (sof, "Minimum 80 pct. af deltagerne");
  set_value (bif, SERIES, "2023", 546);

  exchange (sof, bif, to_bif);
  g_assert_cmpint (get_value (bif, SERIES, "2024"), ==, 560);
  g_assert_cmpint (get_value (bif, SERIES, "2023"), ==, 546);
  g_assert_cmpstr (get_goal (bif)->wording, ==, "Minimum 80 pct. af deltagerne");

  exchange (bif, sof, to_sof);
  memory_collection_assert_equal (bif, sof);
}

static void
test_merge_joins_changes_of_different_fields (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);

  set_wording (bif, "Minimum 70 pct. af deltagerne");
  set_note (sof, "Se også mål 3.");
  exchange (bif, sof, states);

  g_assert_cmpstr (get_goal (sof)->wording, ==, "Minimum 70 pct. af deltagerne");
  g_assert_cmpstr (get_goal (sof)->note, ==, "Se også mål 3.");
}

static void
test_merge_policy_decides_conflicts (void)
{
  static const struct
  {
    TalMergePolicy policy;
    gboolean       open;
    gint64         value;
    const char    *wording;
  } cases[] = {
    { TAL_MERGE_POLICY_ASK, TRUE, 270, "Vores" },
    { TAL_MERGE_POLICY_OURS, FALSE, 270, "Vores" },
    { TAL_MERGE_POLICY_THEIRS, FALSE, 269, "Deres" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable)       states = states_new ();
      g_autoptr (MemoryCollection) bif = load_collection ();
      g_autoptr (MemoryCollection) sof = make_other (bif, states);
      g_autoptr (TalBundle)        bundle = NULL;
      g_autoptr (TalMerge)         result = NULL;

      set_value (bif, 42, "2023", 269);
      set_value (sof, 42, "2023", 270);
      set_wording (bif, "Deres");
      set_wording (sof, "Vores");
      set_note (bif, "Deres note");
      set_value (bif, SERIES, "2022", 501);

      bundle = send (bif);
      result = merge (sof, bundle, cases[i].policy, states);
      g_assert_cmpint (tal_merge_has_open_conflict (result), ==, cases[i].open);
      g_assert_cmpuint (tal_merge_get_n_conflicts (result), ==, 2);
      g_assert_cmpint (tal_merge_get_conflict (result, 0)->reason, ==, TAL_CONFLICT_BOTH_CHANGED);
      g_assert_cmpuint (tal_merge_get_conflict (result, 0)->fields->len, ==, 1);
      g_assert_cmpstr (tal_merge_get_conflict (result, 0)->sentence, ==,
                       "Goal 2, Wording: It was changed both here and there.");
      g_assert_cmpuint (tal_merge_get_counts (result)->n_new, ==, 1);

      memory_collection_apply (sof, tal_merge_get_changes (result));
      g_assert_cmpint (get_value (sof, 42, "2023"), ==, cases[i].value);
      g_assert_cmpint (get_value (sof, SERIES, "2022"), ==, 501);
      g_assert_cmpstr (get_goal (sof)->wording, ==, cases[i].wording);
      g_assert_cmpstr (get_goal (sof)->note, ==, cases[i].open ? NULL : "Deres note");
    }
}

/* A value that one side withdraws and the other corrects is no value and no reason. */
static void
test_merge_keeps_value_and_reason_together (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         result = NULL;
  TalKey                       key = make_observation_key (42, "2023");
  TalObservation              *withheld = tal_record_copy (memory_collection_find (bif, &key));

  withheld->value = TAL_DECIMAL_NONE;
  withheld->missing = TAL_MISSING_WITHHELD;
  memory_collection_put (bif, withheld);
  set_value (sof, 42, "2023", 270);

  bundle = send (bif);
  result = merge (sof, bundle, TAL_MERGE_POLICY_THEIRS, states);
  memory_collection_apply (sof, tal_merge_get_changes (result));
  g_assert_true (tal_decimal_is_none (TAL_OBSERVATION (memory_collection_find (sof, &key))->value));
  g_assert_cmpuint (tal_merge_get_n_conflicts (result), ==, 1);
}

static void
test_merge_lets_a_unit_change_only_its_own (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  g_autoptr (TalBundle)        from_bif = NULL;
  g_autoptr (TalBundle)        from_sof = NULL;
  g_autoptr (TalMerge)         theirs = NULL;
  g_autoptr (TalMerge)         not_theirs = NULL;

  /* No earlier exchange is known on either side. */
  set_value (bif, SERIES, "2023", 546);
  from_bif = send (bif);
  theirs = merge (sof, from_bif, TAL_MERGE_POLICY_ASK, NULL);
  g_assert_false (tal_merge_has_open_conflict (theirs));
  g_assert_cmpuint (tal_merge_get_counts (theirs)->n_changed, ==, 1);

  from_sof = send (sof);
  not_theirs = merge (bif, from_sof, TAL_MERGE_POLICY_ASK, NULL);
  g_assert_true (tal_merge_has_open_conflict (not_theirs));
  g_assert_cmpint (tal_merge_get_conflict (not_theirs, 0)->reason, ==, TAL_CONFLICT_NOT_THEIRS);

  /* Its own file come home proves nothing about its own objects. */
  set_value (bif, SERIES, "2023", 547);
  g_clear_pointer (&not_theirs, tal_merge_free);
  not_theirs = merge (bif, from_bif, TAL_MERGE_POLICY_ASK, NULL);
  g_assert_true (tal_merge_has_open_conflict (not_theirs));
}

static void
test_merge_takes_removals_of_what_was_left_alone (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  TalKey                       assessment = tal_key_for_object (TAL_KIND_ASSESSMENT, make_id (61));
  TalKey                       figure = make_observation_key (SERIES, "2023");

  remove_object (bif, &assessment);
  remove_object (bif, &figure);
  exchange (bif, sof, states);
  g_assert_null (memory_collection_find (sof, &assessment));
  g_assert_null (memory_collection_find (sof, &figure));
  memory_collection_assert_equal (bif, sof);
}

static void
test_merge_asks_before_it_removes_what_was_changed (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (GHashTable)       nothing = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         result = NULL;
  g_autoptr (TalMerge)         known = NULL;
  TalKey                       figure = make_observation_key (SERIES, "2023");

  /* SOF removes what is BIF's and what BIF has changed since. */
  remove_object (sof, &figure);
  set_value (bif, SERIES, "2023", 546);
  bundle = send (sof);
  result = merge (bif, bundle, TAL_MERGE_POLICY_ASK, nothing);
  g_assert_cmpuint (tal_merge_get_n_conflicts (result), ==, 1);
  g_assert_cmpint (tal_merge_get_conflict (result, 0)->reason, ==, TAL_CONFLICT_REMOVED_THERE);
  g_assert_null (tal_change_set_find (tal_merge_get_changes (result), &figure));

  known = merge (bif, bundle, TAL_MERGE_POLICY_THEIRS, states);
  g_assert_false (tal_merge_has_open_conflict (known));
  memory_collection_apply (bif, tal_merge_get_changes (known));
  g_assert_null (memory_collection_find (bif, &figure));
}

static void
test_merge_does_not_bring_back_what_was_removed_here (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         known = NULL;
  g_autoptr (TalMerge)         blind = NULL;
  g_autoptr (TalMerge)         theirs = NULL;
  TalKey                       assessment = tal_key_for_object (TAL_KIND_ASSESSMENT, make_id (61));

  remove_object (sof, &assessment);
  bundle = send (bif);

  known = merge (sof, bundle, TAL_MERGE_POLICY_ASK, states);
  g_assert_cmpuint (tal_merge_get_n_conflicts (known), ==, 0);
  g_assert_cmpuint (tal_merge_get_counts (known)->n_kept, ==, 1);

  blind = merge (sof, bundle, TAL_MERGE_POLICY_ASK, NULL);
  g_assert_true (tal_merge_has_open_conflict (blind));
  g_assert_cmpint (tal_merge_get_conflict (blind, 0)->reason, ==, TAL_CONFLICT_REMOVED_HERE);

  theirs = merge (sof, bundle, TAL_MERGE_POLICY_THEIRS, NULL);
  memory_collection_apply (sof, tal_merge_get_changes (theirs));
  memory_collection_assert_equal (bif, sof);
}

static void
test_merge_refuses_what_would_break_a_rule (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         result = NULL;
  TalKey     appropriation = tal_key_for_object (TAL_KIND_APPROPRIATION, make_id (71));
  TalKey     series = tal_key_for_object (TAL_KIND_SERIES, make_id (44));
  TalKey     figure = make_observation_key (44, "2023");
  TalSeries *unused = tal_record_new (TAL_KIND_SERIES, series.id);
  TalGoal   *goal = NULL;

  /* BIF removes a series that SOF has meanwhile set a goal for. */
  unused->name = g_strdup ("Direkte i job eller uddannelse");
  unused->record.owner = make_id (UNIT_BIF);
  memory_collection_put (bif, unused);
  set_value (bif, 44, "2023", 87);
  exchange (bif, sof, states);

  goal = copy_record (sof, TAL_KIND_GOAL, GOAL);
  goal->record.id = make_id (52);
  tal_goal_add_criterion (goal)->series = series.id;
  memory_collection_put (sof, goal);

  remove_object (bif, &figure);
  remove_object (bif, &series);
  remove_object (bif, &appropriation);

  bundle = send (bif);
  result = merge (sof, bundle, TAL_MERGE_POLICY_THEIRS, states);
  g_assert_true (tal_merge_has_open_conflict (result));
  g_assert_cmpuint (tal_merge_get_n_conflicts (result), ==, 1);
  g_assert_cmpint (tal_merge_get_conflict (result, 0)->reason, ==, TAL_CONFLICT_BREAKS_RULE);

  memory_collection_apply (sof, tal_merge_get_changes (result));
  g_assert_nonnull (memory_collection_find (sof, &series));
  g_assert_null (memory_collection_find (sof, &appropriation));
}

static void
test_merge_keeps_entered_figures_from_becoming_computed (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         result = NULL;
  TalKey                       figure = make_observation_key (SERIES, "2023");
  TalKey                       series_key = tal_key_for_object (TAL_KIND_SERIES, make_id (SERIES));
  TalSeries                   *series = NULL;

  remove_object (bif, &figure);
  series = copy_record (bif, TAL_KIND_SERIES, SERIES);
  series->basis = TAL_BASIS_SUM;
  series->terms = g_array_new (FALSE, TRUE, sizeof (TalTerm));
  g_array_append_val (series->terms, ((TalTerm){ make_id (42), TAL_TERM_PLUS, TAL_TERM_ABOVE }));
  memory_collection_put (bif, series);
  set_value (sof, SERIES, "2024", 560);

  bundle = send (bif);
  result = merge (sof, bundle, TAL_MERGE_POLICY_ASK, states);
  g_assert_cmpuint (tal_merge_get_n_conflicts (result), ==, 1);
  g_assert_cmpint (tal_merge_get_conflict (result, 0)->reason, ==, TAL_CONFLICT_BREAKS_RULE);

  memory_collection_apply (sof, tal_merge_get_changes (result));
  g_assert_null (tal_change_set_find (tal_merge_get_changes (result), &series_key));
  g_assert_cmpint (get_value (sof, SERIES, "2024"), ==, 560);
}

/* Three departments, each with figures of its own: in whatever order their files come,
 * the result is one. */
static void
test_merge_does_not_depend_on_order (void)
{
  static const guint           orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                               { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
  g_autoptr (MemoryCollection) first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (MemoryCollection) home = load_collection ();
      TalBundle                   *bundles[3];

      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (GHashTable)       states = states_new ();
          g_autoptr (MemoryCollection) other = make_other (home, states);
          TalSeries                   *series = copy_record (other, TAL_KIND_SERIES, SERIES);
          TalUnit                     *unit = tal_record_new (TAL_KIND_UNIT, make_id (2 + j));

          other->unit = make_id (2 + j);
          unit->short_name = g_strdup_printf ("JK%u", j);
          unit->name = g_strdup ("Jobcenter");
          series->record.id = make_id (45 + j);
          series->record.owner = other->unit;
          memory_collection_put (other, unit);
          memory_collection_put (other, series);
          set_value (other, 45 + j, "2023", 100 + j);
          bundles[j] = send (other);
        }

      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (TalMerge) result =
              merge (home, bundles[orders[i][j]], TAL_MERGE_POLICY_ASK, NULL);

          g_assert_cmpuint (tal_merge_get_n_conflicts (result), ==, 0);
          memory_collection_apply (home, tal_merge_get_changes (result));
        }
      for (guint j = 0; j < 3; j++)
        tal_bundle_free (bundles[j]);

      if (first == NULL)
        first = g_steal_pointer (&home);
      else
        memory_collection_assert_equal (first, home);
    }
}

static void
test_merge_leaves_alone_what_is_not_in_the_file (void)
{
  static const char            text[] = "<exchange xmlns='urn:indsatstal:exchange:1' version='1'"
                                        " from='0190293f-5a00-7000-8000-000000000001'"
                                        " picture='full'/>";
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  g_autoptr (TalBundle)        empty = load_text (text);
  g_autoptr (TalMerge)         result = merge (sof, empty, TAL_MERGE_POLICY_THEIRS, states);

  g_assert_cmpuint (tal_change_set_get_length (tal_merge_get_changes (result)), ==, 0);
}

static void
test_merge_takes_the_later_author_in_silence (void)
{
  g_autoptr (GHashTable)       states = states_new ();
  g_autoptr (MemoryCollection) bif = load_collection ();
  g_autoptr (MemoryCollection) sof = make_other (bif, states);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         result = NULL;
  TalRecord                   *plan = copy_record (bif, TAL_KIND_PLAN, PLAN);
  TalRecord                   *initiative = copy_record (bif, TAL_KIND_INITIATIVE, INITIATIVE);

  plan->changed_at += 60;
  initiative->changed_at -= 60;
  memory_collection_put (bif, plan);
  memory_collection_put (bif, initiative);

  bundle = send (bif);
  result = merge (sof, bundle, TAL_MERGE_POLICY_ASK, NULL);
  g_assert_cmpuint (tal_change_set_get_length (tal_merge_get_changes (result)), ==, 1);
  g_assert_cmpuint (tal_merge_get_counts (result)->n_unchanged, ==, tal_bundle_get_length (bundle));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/merge/twice-changes-nothing", test_merge_twice_changes_nothing);
  g_test_add_func ("/exchange/merge/there-and-back-is-equal", test_merge_there_and_back_is_equal);
  g_test_add_func ("/exchange/merge/joins-changes-of-different-fields",
                   test_merge_joins_changes_of_different_fields);
  g_test_add_func ("/exchange/merge/policy-decides-conflicts", test_merge_policy_decides_conflicts);
  g_test_add_func ("/exchange/merge/keeps-value-and-reason-together",
                   test_merge_keeps_value_and_reason_together);
  g_test_add_func ("/exchange/merge/lets-a-unit-change-only-its-own",
                   test_merge_lets_a_unit_change_only_its_own);
  g_test_add_func ("/exchange/merge/takes-removals-of-what-was-left-alone",
                   test_merge_takes_removals_of_what_was_left_alone);
  g_test_add_func ("/exchange/merge/asks-before-it-removes-what-was-changed",
                   test_merge_asks_before_it_removes_what_was_changed);
  g_test_add_func ("/exchange/merge/does-not-bring-back-what-was-removed-here",
                   test_merge_does_not_bring_back_what_was_removed_here);
  g_test_add_func ("/exchange/merge/refuses-what-would-break-a-rule",
                   test_merge_refuses_what_would_break_a_rule);
  g_test_add_func ("/exchange/merge/keeps-entered-figures-from-becoming-computed",
                   test_merge_keeps_entered_figures_from_becoming_computed);
  g_test_add_func ("/exchange/merge/does-not-depend-on-order", test_merge_does_not_depend_on_order);
  g_test_add_func ("/exchange/merge/leaves-alone-what-is-not-in-the-file",
                   test_merge_leaves_alone_what_is_not_in_the_file);
  g_test_add_func ("/exchange/merge/takes-the-later-author-in-silence",
                   test_merge_takes_the_later_author_in_silence);

  return g_test_run ();
}
