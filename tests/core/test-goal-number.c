/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal-number.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "support/sample.h"

#include <glib.h>

static const TalWriter writer = { 1, "AJ", { { 1 } }, tal_id_new };

typedef struct
{
  Sample *sample;
  TalId   plan;
} Numbering;

/* Two initiatives of goals with those numbers, 0 at the end of each. */
static void
fill (Numbering *self, const int *const *numbers, guint n_initiatives)
{
  TalPlan *plan = NULL;

  self->sample = sample_new ();
  plan = sample_add_record (self->sample, TAL_KIND_PLAN);
  plan->name = g_strdup ("Plan");
  self->plan = plan->record.id;
  for (guint i = 0; i < n_initiatives; i++)
    {
      TalInitiative *initiative = sample_add_record (self->sample, TAL_KIND_INITIATIVE);

      initiative->plan = self->plan;
      initiative->number = (int)i + 1;
      for (guint j = 0; numbers[i][j] != 0; j++)
        sample_add_goal (self->sample, numbers[i][j])->initiative = initiative->record.id;
    }
}

/* "1 2 | 3" */
static char *
write_numbers (const Numbering *self, const TalCatalogue *catalogue)
{
  g_autoptr (GString)     text = g_string_new (NULL);
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, self->plan, &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    {
      guint                   n_goals = 0;
      const TalRecord *const *goals =
          tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, initiatives[i]->id, &n_goals);

      g_string_append (text, i > 0 ? "| " : "");
      for (guint j = 0; j < n_goals; j++)
        g_string_append_printf (text, "%d ", TAL_GOAL (goals[j])->number);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static TalId
get_initiative (const Numbering *self, guint position)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (sample_get_catalogue (self->sample), TAL_KIND_INITIATIVE,
                                  self->plan, &length);

  return records[position]->id;
}

static const int first_three[] = { 1, 2, 3, 0 };
static const int next_two[] = { 4, 5, 0 };
static const int anew[] = { 1, 2, 0 };
static const int gaps[] = { 2, 7, 0 };

static void
test_goal_number_finds_the_next (void)
{
  const struct
  {
    const int *const lists[2];
    int              next[2];
  } cases[] = {
    { { first_three, next_two }, { 6, 6 } },
    { { first_three, anew }, { 4, 3 } },
    { { gaps, next_two }, { 8, 8 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Numbering self = { NULL };

      fill (&self, cases[i].lists, 2);
      for (guint j = 0; j < 2; j++)
        g_assert_cmpint (tal_goal_number_find_next (sample_get_catalogue (self.sample),
                                                    get_initiative (&self, j)),
                         ==, cases[i].next[j]);
      g_assert_cmpint (tal_goal_number_find_next_initiative (sample_get_catalogue (self.sample),
                                                             self.plan),
                       ==, 3);
      sample_free (self.sample);
    }
}

static void
test_goal_number_moves_and_keeps_the_numbers (void)
{
  const int *const lists[] = { first_three, next_two };

  for (int steps = -4; steps <= 4; steps++)
    {
      Numbering                self = { NULL };
      g_autoptr (TalChangeSet) changes = NULL;
      g_autoptr (TalCatalogue) after = NULL;
      g_autoptr (GError)       error = NULL;
      g_autofree char         *text = NULL;
      TalMoveRequest           request = { TAL_KIND_GOAL, TAL_ID_NONE, steps };
      guint                    length = 0;

      fill (&self, lists, 2);
      request.id = tal_catalogue_get_children (sample_get_catalogue (self.sample), TAL_KIND_GOAL,
                                               get_initiative (&self, 0), &length)[1]
                       ->id;
      changes = tal_goal_number_move (sample_get_catalogue (self.sample), &self.sample->source,
                                      &writer, &request, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tal_change_set_get_length (changes), ==, steps == 0 ? 0 : 2);
      after = tal_catalogue_apply (sample_get_catalogue (self.sample), changes, &error);
      g_assert_no_error (error);
      text = write_numbers (&self, after);
      g_assert_cmpstr (text, ==, "1 2 3 | 4 5 ");
      g_assert_cmpint (TAL_GOAL (tal_catalogue_find (after, TAL_KIND_GOAL, request.id))->number, ==,
                       CLAMP (2 + steps, 1, 3));
      sample_free (self.sample);
    }
}

static void
test_goal_number_numbers_anew (void)
{
  const int *const         lists[] = { gaps, anew };
  Numbering                self = { NULL };
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalCatalogue) after = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *text = NULL;

  fill (&self, lists, 2);
  changes = tal_goal_number_renumber (sample_get_catalogue (self.sample), &self.sample->source,
                                      &writer, &self.plan, &error);
  g_assert_no_error (error);
  after = tal_catalogue_apply (sample_get_catalogue (self.sample), changes, &error);
  g_assert_no_error (error);
  text = write_numbers (&self, after);
  g_assert_cmpstr (text, ==, "1 2 | 3 4 ");
  g_assert_true (tal_goal_number_runs_through (after, self.plan));
  sample_free (self.sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/goal-number/finds-the-next", test_goal_number_finds_the_next);
  g_test_add_func ("/core/goal-number/moves-and-keeps-the-numbers",
                   test_goal_number_moves_and_keeps_the_numbers);
  g_test_add_func ("/core/goal-number/numbers-anew", test_goal_number_numbers_anew);
  return g_test_run ();
}
