/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The goals of the committee's own papers, stated as a person states them. */

#include "core/tal-attainment.h"
#include "core/tal-goal-draft.h"
#include "core/tal-goal-text.h"
#include "core/tal-initiative-edit.h"
#include "core/tal-initiative.h"
#include "support/example.h"

#include <glib.h>

#define TODAY (tal_day_new (2024, 6, 18))

/* An initiative whose goals are stated once more, in a new one beside it. */
typedef struct
{
  Example    *example;
  TalId       initiative;
  GHashTable *series; /* TalId of a series, to that of the one in its place */
} Restating;

static const TalCatalogue *
get_catalogue (const Example *example)
{
  return tal_collection_get_catalogue (example->collection);
}

static TalChangeSet *
change (Example *example, TalChangeMaker maker, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  TalChangeSet      *changes = tal_collection_change (example->collection, maker, request, &error);

  g_assert_no_error (error);
  return changes;
}

static void
test_goal_is_read_as_it_is_stated (Example *example, gconstpointer unused)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_records (get_catalogue (example), TAL_KIND_GOAL, &n_goals);

  g_assert_cmpuint (n_goals, >, 20);
  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (TalGoalDraft) draft =
          tal_goal_draft_new_for_goal (get_catalogue (example), TAL_GOAL (goals[i]));
      g_autoptr (TalChangeSet) changes = NULL;

      g_test_message ("%s", TAL_GOAL (goals[i])->wording);
      changes = change (example, tal_goal_draft_make_changes, draft);
      g_assert_cmpuint (tal_change_set_get_length (changes), ==, 0);
    }
}

static void
restate_part (Restating *self, TalGoalPart *part)
{
  const TalId *known = g_hash_table_lookup (self->series, &part->series);

  part->series = known != NULL ? *known : TAL_ID_NONE;
}

static void
remember_part (Restating *self, const TalGoalPart *before, const TalGoalPart *after)
{
  if (!tal_id_is_none (before->series) && !tal_id_is_equal (before->series, after->series))
    g_hash_table_insert (self->series, g_memdup2 (&before->series, sizeof (TalId)),
                         g_memdup2 (&after->series, sizeof (TalId)));
}

/* The goal with the same words, made of nothing but them and of what was stated before it. */
static TalId
restate (Restating *self, const TalGoal *goal)
{
  g_autoptr (TalGoalDraft) before =
      tal_goal_draft_new_for_goal (get_catalogue (self->example), goal);
  g_autoptr (TalGoalDraft) draft = tal_goal_draft_copy (before);
  g_autoptr (TalGoalDraft) after = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  TalId                    id = tal_id_new ();
  const TalRecord         *made = NULL;

  draft->goal->record.id = id;
  draft->goal->initiative = self->initiative;
  for (guint i = 0; i < tal_goal_draft_get_n_measures (draft); i++)
    {
      TalGoalMeasure *measure = tal_goal_draft_get_measure (draft, i);

      if (measure->shape == TAL_GOAL_SHAPE_SERIES)
        continue;
      measure->figure.series = TAL_ID_NONE;
      restate_part (self, &measure->numerator);
      restate_part (self, &measure->base);
    }

  changes = change (self->example, tal_goal_draft_make_changes, draft);
  made = tal_catalogue_find (get_catalogue (self->example), TAL_KIND_GOAL, id);
  g_assert_nonnull (made);
  after = tal_goal_draft_new_for_goal (get_catalogue (self->example), TAL_GOAL (made));
  for (guint i = 0; i < tal_goal_draft_get_n_measures (after); i++)
    {
      const TalGoalMeasure *one = tal_goal_draft_get_measure (before, i);
      const TalGoalMeasure *other = tal_goal_draft_get_measure (after, i);

      g_assert_cmpint (one->shape, ==, other->shape);
      remember_part (self, &one->figure, &other->figure);
      remember_part (self, &one->numerator, &other->numerator);
      remember_part (self, &one->base, &other->base);
    }
  return id;
}

/* Enters in the new series what stands in those that they are in the place of. */
static void
copy_figures (Restating *self)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "tal");
  g_autoptr (GError)       error = NULL;
  GHashTableIter           iter;
  gpointer                 from = NULL;
  gpointer                 to = NULL;

  g_hash_table_iter_init (&iter, self->series);
  while (g_hash_table_iter_next (&iter, &from, &to))
    {
      g_autoptr (TalRun) run =
          tal_run_source_ref_run (tal_collection_get_runs (self->example->collection),
                                  *(TalId *)from, &error);

      for (guint i = 0; i < tal_run_get_length (run); i++)
        {
          g_autoptr (TalRecord) copy = tal_record_copy (&tal_run_get_observation (run, i)->record);

          copy->id = *(TalId *)to;
          tal_change_set_add (changes, NULL, copy);
        }
    }
  tal_change_set_unref (tal_collection_commit (self->example->collection, changes, &error));
  g_assert_no_error (error);
}

static TalGoalStatus
assess (const Example *example, TalId goal)
{
  g_autoptr (GError) error = NULL;
  TalGoalStatus      status;

  tal_attainment_assess (get_catalogue (example), tal_collection_get_runs (example->collection),
                         TAL_GOAL (
                             tal_catalogue_find (get_catalogue (example), TAL_KIND_GOAL, goal)),
                         TAL_PERIOD_UNSET, TODAY, &status, &error);
  g_assert_no_error (error);
  return status;
}

static void
assert_stands_alike (const Example *example, TalId goal, TalId restated)
{
  TalGoalStatus    one = assess (example, goal);
  TalGoalStatus    other = assess (example, restated);
  g_autofree char *requirement = tal_goal_text_requirement (&one);
  g_autofree char *restated_requirement = tal_goal_text_requirement (&other);
  g_autofree char *result = tal_goal_text_result (&one);
  g_autofree char *restated_result = tal_goal_text_result (&other);

  g_test_message ("%s: %s", one.goal->wording, requirement);
  g_assert_cmpstr (other.goal->wording, ==, one.goal->wording);
  g_assert_cmpstr (restated_requirement, ==, requirement);
  if (one.overridden)
    return;

  g_assert_cmpstr (restated_result, ==, result);
  g_assert_cmpint (other.attainment, ==, one.attainment);
}

static TalId
add_initiative (Example *example, const TalInitiative *like)
{
  g_autoptr (TalPutRequest) request = tal_put_request_new ("ny indsats");
  g_autoptr (TalRecord)     copy = tal_record_copy (&like->record);
  g_autoptr (TalChangeSet)  changes = NULL;

  copy->id = tal_id_new ();
  tal_put_request_add (request, copy);
  changes = change (example, tal_writer_put_all, request);
  return copy->id;
}

static void
restate_initiative (Example *example, const TalInitiative *initiative)
{
  Restating               self = { example };
  guint                   n_goals = 0;
  g_autoptr (GArray)      ids = g_array_new (FALSE, FALSE, sizeof (TalId));
  g_autoptr (GArray)      restated = g_array_new (FALSE, FALSE, sizeof (TalId));
  const TalRecord *const *goals =
      tal_catalogue_get_children (get_catalogue (example), TAL_KIND_GOAL, initiative->record.id,
                                  &n_goals);

  for (guint i = 0; i < n_goals; i++)
    g_array_append_val (ids, goals[i]->id);
  self.series = g_hash_table_new_full (tal_id_key_hash, tal_id_key_equal, g_free, g_free);
  self.initiative = add_initiative (example, initiative);
  for (guint i = 0; i < ids->len; i++)
    {
      const TalRecord *goal = tal_catalogue_find (get_catalogue (example), TAL_KIND_GOAL,
                                                  g_array_index (ids, TalId, i));
      TalId            id = restate (&self, TAL_GOAL (goal));

      g_array_append_val (restated, id);
    }
  copy_figures (&self);
  for (guint i = 0; i < ids->len; i++)
    assert_stands_alike (example, g_array_index (ids, TalId, i),
                         g_array_index (restated, TalId, i));
  g_hash_table_unref (self.series);
}

static void
test_goals_of_the_papers_stand_alike_restated (Example *example, gconstpointer unused)
{
  g_autoptr (GArray)      ids = g_array_new (FALSE, FALSE, sizeof (TalId));
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_records (get_catalogue (example), TAL_KIND_INITIATIVE, &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    g_array_append_val (ids, initiatives[i]->id);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TalRecord) initiative =
          tal_record_ref (tal_catalogue_find (get_catalogue (example), TAL_KIND_INITIATIVE,
                                              g_array_index (ids, TalId, i)));

      restate_initiative (example, TAL_INITIATIVE (initiative));
    }
}

/* Deletes each and undoes it: what comes back is what was there. */
static void
test_deleting_is_undone_whole (Example *example, gconstpointer unused)
{
  g_autoptr (TalCatalogue) before = tal_catalogue_ref (get_catalogue (example));
  guint                    n_records = 0;
  guint                    n_deleted = 0;
  const TalRecord *const  *records =
      tal_catalogue_get_records (before, TAL_KIND_INITIATIVE, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (GError)       error = NULL;
      g_autoptr (GPtrArray)    undone = NULL;
      g_autoptr (TalChangeSet) difference = NULL;
      g_autoptr (TalChangeSet) changes =
          tal_collection_change (example->collection, tal_initiative_edit_delete, &records[i]->id,
                                 &error);

      g_test_message ("%s", TAL_INITIATIVE (records[i])->name);
      if (changes == NULL)
        continue;
      n_deleted++;
      g_assert_null (
          tal_catalogue_find (get_catalogue (example), TAL_KIND_INITIATIVE, records[i]->id));
      undone = tal_collection_undo (example->collection, 1, &error);
      g_assert_no_error (error);
      difference = tal_catalogue_diff (before, get_catalogue (example), TAL_ORIGIN_EDIT, "");
      g_assert_cmpuint (tal_change_set_get_length (difference), ==, 0);
    }
  g_assert_cmpuint (n_deleted, >, 25);
}

/* Goal 3 of 2023 is a share of those who count in goal 2. */
static void
test_goal_goes_with_the_series_that_only_it_measures_by (Example *example, gconstpointer unused)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_records (get_catalogue (example), TAL_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (GError)       error = NULL;
      g_autoptr (TalChangeSet) changes = NULL;
      g_autoptr (GPtrArray)    undone = NULL;
      g_autoptr (TalRecord)    goal = tal_record_ref (goals[i]);

      g_test_message ("%s", TAL_GOAL (goal)->wording);
      changes = tal_collection_change (example->collection, tal_initiative_edit_delete_goal,
                                       &goal->id, &error);
      g_assert_no_error (error);
      g_assert_null (tal_catalogue_find (get_catalogue (example), TAL_KIND_GOAL, goal->id));
      undone = tal_collection_undo (example->collection, 1, &error);
      g_assert_no_error (error);
      goals = tal_catalogue_get_records (get_catalogue (example), TAL_KIND_GOAL, &n_goals);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/goal-draft/is-read-as-it-is-stated", Example, NULL, example_set_up,
              test_goal_is_read_as_it_is_stated, example_tear_down);
  g_test_add ("/model/goal-draft/goals-of-the-papers-stand-alike-restated", Example, NULL,
              example_set_up, test_goals_of_the_papers_stand_alike_restated, example_tear_down);
  g_test_add ("/model/goal-draft/deleting-is-undone-whole", Example, NULL, example_set_up,
              test_deleting_is_undone_whole, example_tear_down);
  g_test_add ("/model/goal-draft/goal-goes-with-the-series-that-only-it-measures-by", Example, NULL,
              example_set_up, test_goal_goes_with_the_series_that_only_it_measures_by,
              example_tear_down);
  return g_test_run ();
}
