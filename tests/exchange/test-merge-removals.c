/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-assessment.h"
#include "core/tal-observation.h"
#include "core/tal-removal.h"
#include "core/tal-series.h"
#include "exchange/merge-stage.h"

static void
test_merge_takes_removals_of_what_was_left_alone (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  TalKey                       assessment = tal_key_for_object (TAL_KIND_ASSESSMENT, make_id (61));
  TalKey                       figure = make_observation_key (SERIES, "2023");

  memory_collection_remove (bif, &assessment);
  memory_collection_remove (bif, &figure);
  exchange_all (bif, sof);
  g_assert_null (memory_collection_find (sof, &assessment));
  g_assert_null (memory_collection_find (sof, &figure));
  memory_collection_assert_equal (bif, sof);
}

static void
test_merge_asks_before_it_removes_what_was_changed (void)
{
  static const TalChoice choices[] = { TAL_CHOICE_OPEN, TAL_CHOICE_OURS, TAL_CHOICE_THEIRS };

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (MemoryCollection) bif = load_bif ();
      g_autoptr (MemoryCollection) sof = make_other (bif);
      g_autoptr (TalBundle)        bundle = NULL;
      g_autoptr (TalMerge)         merge = NULL;
      g_autoptr (TalChangeSet)     changes = NULL;
      TalKey                       figure = make_observation_key (SERIES, "2023");

      /* SOF removes what BIF has changed since. */
      memory_collection_remove (sof, &figure);
      set_value (bif, SERIES, "2023", 546);
      bundle = send_bundle (sof);
      merge = memory_collection_merge (bif, bundle);
      changes = take_changes (merge, choices[i]);
      g_assert_cmpuint (count_conflicts (merge), ==, 1);
      g_assert_cmpint (get_conflict (merge, 0)->reason, ==, TAL_CONFLICT_REMOVED_THERE);

      memory_collection_apply (bif, changes);
      g_assert_cmpint (memory_collection_find (bif, &figure) == NULL, ==,
                       choices[i] == TAL_CHOICE_THEIRS);
      if (choices[i] != TAL_CHOICE_OPEN)
        {
          exchange_all (bif, sof);
          memory_collection_assert_equal (bif, sof);
        }
    }
}

static void
test_merge_does_not_bring_back_what_was_removed_here (void)
{
  static const TalChoice choices[] = { TAL_CHOICE_OPEN, TAL_CHOICE_OURS, TAL_CHOICE_THEIRS };
  TalKey                 assessment = tal_key_for_object (TAL_KIND_ASSESSMENT, make_id (61));

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (MemoryCollection) bif = load_bif ();
      g_autoptr (MemoryCollection) sof = make_other (bif);
      g_autoptr (TalBundle)        known = send_bundle (bif);
      g_autoptr (TalBundle)        changed = NULL;
      g_autoptr (TalMerge)         kept = NULL;
      g_autoptr (TalMerge)         merge = NULL;
      g_autoptr (TalChangeSet)     changes = NULL;
      TalAssessment               *words = copy_record (bif, TAL_KIND_ASSESSMENT, 61);

      memory_collection_remove (sof, &assessment);
      kept = memory_collection_merge (sof, known);
      g_assert_cmpuint (count_conflicts (kept), ==, 0);
      g_assert_cmpuint (tal_merge_get_counts (kept)->n_kept, ==, 1);

      g_free (words->text);
      words->text = g_strdup ("Forsinket af ferien.");
      memory_collection_edit (bif, words);
      changed = send_bundle (bif);
      merge = memory_collection_merge (sof, changed);
      changes = take_changes (merge, choices[i]);
      g_assert_cmpuint (count_conflicts (merge), ==, 1);
      g_assert_cmpint (get_conflict (merge, 0)->reason, ==, TAL_CONFLICT_REMOVED_HERE);

      memory_collection_apply (sof, changes);
      g_assert_cmpint (memory_collection_find (sof, &assessment) != NULL, ==,
                       choices[i] == TAL_CHOICE_THEIRS);
      if (choices[i] != TAL_CHOICE_OPEN)
        {
          exchange_all (sof, bif);
          memory_collection_assert_equal (bif, sof);
        }
    }
}

static void
test_merge_refuses_what_would_break_a_rule (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         merge = NULL;
  g_autoptr (TalChangeSet)     changes = NULL;
  TalKey     appropriation = tal_key_for_object (TAL_KIND_APPROPRIATION, make_id (71));
  TalKey     series = tal_key_for_object (TAL_KIND_SERIES, make_id (44));
  TalKey     figure = make_observation_key (44, "2023");
  TalSeries *unused = tal_record_new (TAL_KIND_SERIES, series.id);
  TalGoal   *goal = NULL;

  /* BIF removes a series that SOF has meanwhile set a goal for. */
  unused->name = g_strdup ("Direkte i job eller uddannelse");
  unused->record.owner = make_id (UNIT_BIF);
  memory_collection_edit (bif, unused);
  set_value (bif, 44, "2023", 87);
  exchange_all (bif, sof);

  goal = copy_record (sof, TAL_KIND_GOAL, GOAL);
  goal->record.id = make_id (52);
  tal_goal_add_criterion (goal)->series = series.id;
  memory_collection_edit (sof, goal);

  memory_collection_remove (bif, &figure);
  memory_collection_remove (bif, &series);
  memory_collection_remove (bif, &appropriation);

  bundle = send_bundle (bif);
  merge = memory_collection_merge (sof, bundle);
  changes = take_changes (merge, TAL_CHOICE_THEIRS);
  g_assert_true (tal_merge_is_open (merge));
  g_assert_cmpuint (count_breaches (merge), ==, 1);

  memory_collection_apply (sof, changes);
  g_assert_nonnull (memory_collection_find (sof, &series));
  g_assert_null (memory_collection_find (sof, &appropriation));

  /* Where ours wins it is left out, and nothing is open. */
  tal_merge_choose_all (merge, TAL_CHOICE_OURS);
  g_assert_false (tal_merge_is_open (merge));
}

static void
test_merge_keeps_entered_figures_from_becoming_computed (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         merge = NULL;
  g_autoptr (TalChangeSet)     changes = NULL;
  TalKey                       figure = make_observation_key (SERIES, "2023");
  TalKey                       series_key = tal_key_for_object (TAL_KIND_SERIES, make_id (SERIES));
  TalSeries                   *series = NULL;

  memory_collection_remove (bif, &figure);
  series = copy_record (bif, TAL_KIND_SERIES, SERIES);
  series->basis = TAL_BASIS_SUM;
  series->terms = g_array_new (FALSE, TRUE, sizeof (TalTerm));
  g_array_append_val (series->terms, ((TalTerm){ make_id (42), TAL_TERM_PLUS, TAL_TERM_ABOVE }));
  memory_collection_edit (bif, series);
  set_value (sof, SERIES, "2024", 560);

  bundle = send_bundle (bif);
  merge = memory_collection_merge (sof, bundle);
  changes = take_changes (merge, TAL_CHOICE_OPEN);
  g_assert_cmpuint (count_breaches (merge), ==, 1);

  memory_collection_apply (sof, changes);
  g_assert_null (tal_change_set_find (changes, &series_key));
  g_assert_cmpint (get_value (sof, SERIES, "2024"), ==, 560);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/merge-removals/takes-removals-of-what-was-left-alone",
                   test_merge_takes_removals_of_what_was_left_alone);
  g_test_add_func ("/exchange/merge-removals/asks-before-it-removes-what-was-changed",
                   test_merge_asks_before_it_removes_what_was_changed);
  g_test_add_func ("/exchange/merge-removals/does-not-bring-back-what-was-removed-here",
                   test_merge_does_not_bring_back_what_was_removed_here);
  g_test_add_func ("/exchange/merge-removals/refuses-what-would-break-a-rule",
                   test_merge_refuses_what_would_break_a_rule);
  g_test_add_func ("/exchange/merge-removals/keeps-entered-figures-from-becoming-computed",
                   test_merge_keeps_entered_figures_from_becoming_computed);
  return g_test_run ();
}
