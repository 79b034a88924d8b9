/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "model/tal-name-search.h"
#include "model/tal-status-table-compute.h"
#include "support/sample.h"

#include <glib.h>
#include <string.h>

static const char *const names[] = { "Fritidsjob", "Fritidsjob til unge",
                                     "Områdebaserede indsatser", "Særlig indsats",
                                     "SÆRLIG INDSATS" };

static Sample *
make_plans (void)
{
  Sample *sample = sample_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ((TalPlan *)sample_add_record (sample, TAL_KIND_PLAN))->name = g_strdup (names[i]);
  return sample;
}

static void
test_name_search_finds_whole_names_and_unique_parts (void)
{
  static const struct
  {
    const char *text;
    const char *found; /* or NULL with the error */
    TalError    error;
  } cases[] = {
    { "Fritidsjob", "Fritidsjob" }, /* whole, though another begins so */
    { "fritidsjob", "Fritidsjob" },
    { "til UNGE", "Fritidsjob til unge" },
    { "OMRÅDE", "Områdebaserede indsatser" },
    { "omra\314\212de", "Områdebaserede indsatser" }, /* the ring as a character of its own */
    { "indsats", NULL, TAL_ERROR_AMBIGUOUS },
    { "særlig indsats", NULL, TAL_ERROR_AMBIGUOUS }, /* two are called just that */
    { "", NULL, TAL_ERROR_AMBIGUOUS },
    { "Vejplanen", NULL, TAL_ERROR_NOT_FOUND },
    { "Fritidsjob ", "Fritidsjob" }, /* what can't be seen is not meant */
    { "omraadebaserede", "Områdebaserede indsatser" },
  };
  g_autoptr (Sample)  sample = make_plans ();
  const TalCatalogue *catalogue = sample_get_catalogue (sample);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const TalRecord   *found =
          tal_name_search_find (catalogue, TAL_KIND_PLAN, cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      if (cases[i].found == NULL)
        {
          g_assert_null (found);
          g_assert_error (error, TAL_ERROR, (int)cases[i].error);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (TAL_PLAN (found)->name, ==, cases[i].found);
    }
}

static void
test_name_search_lists_the_candidates (void)
{
  g_autoptr (Sample) sample = make_plans ();
  g_autoptr (GError) error = NULL;

  g_assert_null (
      tal_name_search_find (sample_get_catalogue (sample), TAL_KIND_PLAN, "indsats", &error));
  for (gsize i = 2; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (strstr (error->message, names[i]));
  g_assert_null (strstr (error->message, names[0]));
}

static void
test_name_search_finds_by_id (void)
{
  g_autoptr (Sample)  sample = make_plans ();
  const TalCatalogue *catalogue = sample_get_catalogue (sample);
  const TalRecord    *wanted = g_ptr_array_index (sample->records, 3);
  char                id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (wanted->id, id);
  g_assert_true (tal_name_search_find (catalogue, TAL_KIND_PLAN, id, NULL) == wanted);
  /* Of another kind it is nobody's. */
  g_assert_null (tal_name_search_find (catalogue, TAL_KIND_SERIES, id, NULL));
}

/* Two plans with an initiative each, whose goals have the same number. */
static void
add_goals (Sample *sample, TalPlan *plans[2], TalInitiative *initiatives[2], TalGoal *goals[2])
{
  for (guint i = 0; i < 2; i++)
    {
      plans[i] = sample_add_record (sample, TAL_KIND_PLAN);
      plans[i]->name = g_strdup (names[i]);
      initiatives[i] = sample_add_record (sample, TAL_KIND_INITIATIVE);
      initiatives[i]->plan = plans[i]->record.id;
      initiatives[i]->name = g_strdup (names[i + 2]);
      goals[i] = sample_add_goal (sample, 1);
      goals[i]->initiative = initiatives[i]->record.id;
      goals[i]->wording = g_strdup ("Alle kommer i job.");
    }
}

static void
test_name_search_finds_a_goal_in_its_plan (void)
{
  g_autoptr (Sample)  sample = sample_new ();
  g_autoptr (GError)  error = NULL;
  TalPlan            *plans[2];
  TalInitiative      *initiatives[2];
  TalGoal            *goals[2];
  const TalCatalogue *catalogue = NULL;

  add_goals (sample, plans, initiatives, goals);
  catalogue = sample_get_catalogue (sample);
  g_assert_true (tal_name_search_find_goal (catalogue, 1, plans[1]->record.id, TAL_ID_NONE, NULL) ==
                 &goals[1]->record);
  g_assert_true (tal_name_search_find_goal (catalogue, 1, TAL_ID_NONE, initiatives[0]->record.id,
                                            NULL) == &goals[0]->record);

  g_assert_null (tal_name_search_find_goal (catalogue, 1, TAL_ID_NONE, TAL_ID_NONE, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_AMBIGUOUS);
  /* The same words twice would help nobody to choose. */
  g_assert_nonnull (strstr (error->message, names[2]));
  g_assert_nonnull (strstr (error->message, names[3]));
  g_clear_error (&error);

  g_assert_null (tal_name_search_find_goal (catalogue, 1, plans[0]->record.id,
                                            initiatives[1]->record.id, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
}

static gboolean
gather_nothing (const TalCatalogue *catalogue,
                const TalGoal      *goal,
                TalGoalFigures     *ret_figures,
                gpointer            refused,
                GError            **error)
{
  if (refused == goal)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED, "x");
      return FALSE;
    }

  *ret_figures = (TalGoalFigures){ 0 };
  return TRUE;
}

static void
test_status_table_has_a_row_a_goal (void)
{
  g_autoptr (Sample)         sample = sample_new ();
  g_autoptr (TalStatusTable) table = NULL;
  g_autoptr (GError)         error = NULL;
  TalPlan                   *plans[2];
  TalInitiative             *initiatives[2];
  TalGoal                   *goals[2];
  TalInitiative             *empty = NULL;
  const TalCatalogue        *catalogue = NULL;
  guint                      length = 7;

  add_goals (sample, plans, initiatives, goals);
  empty = sample_add_record (sample, TAL_KIND_INITIATIVE);
  empty->plan = plans[0]->record.id;
  catalogue = sample_get_catalogue (sample);
  table =
      tal_status_table_compute (catalogue, gather_nothing, NULL, sample_day ("2024-06-18"), &error);
  g_assert_no_error (error);

  g_assert_cmpuint (tal_status_table_get_length (table), ==, 2);
  g_assert_true (tal_status_table_get_status (table, 0)->goal == goals[0]);
  g_assert_true (tal_status_table_find_goal (table, goals[1]->record.id) ==
                 tal_status_table_get_status (table, 1));
  g_assert_true (tal_status_table_get_initiative (table, initiatives[1]->record.id, &length) ==
                 tal_status_table_get_status (table, 1));
  g_assert_cmpuint (length, ==, 1);
  g_assert_null (tal_status_table_get_initiative (table, empty->record.id, &length));
  g_assert_cmpuint (length, ==, 0);
  g_assert_null (tal_status_table_find_goal (table, empty->record.id));

  g_assert_null (tal_status_table_compute (catalogue, gather_nothing, goals[1],
                                           sample_day ("2024-06-18"), &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/name-search/finds-whole-names-and-unique-parts",
                   test_name_search_finds_whole_names_and_unique_parts);
  g_test_add_func ("/model/name-search/lists-the-candidates",
                   test_name_search_lists_the_candidates);
  g_test_add_func ("/model/name-search/finds-by-id", test_name_search_finds_by_id);
  g_test_add_func ("/model/name-search/finds-a-goal-in-its-plan",
                   test_name_search_finds_a_goal_in_its_plan);
  g_test_add_func ("/model/status-table/has-a-row-a-goal", test_status_table_has_a_row_a_goal);
  return g_test_run ();
}
