/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-form.h"
#include "ui/tal-test-stage.h"

/* A form that nobody touched states the goal that it was filled in from. */
static void
test_goal_form_untouched_changes_nothing (void)
{
  TalTestStage            stage = { NULL };
  const TalCatalogue     *catalogue = NULL;
  const TalRecord *const *goals = NULL;
  guint                   n_goals = 0;
  guint                   n_shown = 0;

  tal_test_stage_open (&stage);
  catalogue = tal_workspace_get_catalogue (tal_window_get_workspace (stage.window));
  goals = tal_catalogue_get_records (catalogue, TAL_KIND_GOAL, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (TalGoalDraft) draft = tal_goal_draft_new_for_goal (catalogue, TAL_GOAL (goals[i]));
      g_autoptr (TalGoalDraft) written = NULL;
      g_autoptr (GError)       error = NULL;
      g_auto (TalGoalForm)     form = { TAL_GOAL_FORM_COUNT };
      TalGoalField             field = TAL_GOAL_FIELD_NONE;

      g_test_message ("%s", draft->goal->wording);
      if (!tal_goal_form_read (draft, &form))
        continue;
      written = tal_goal_form_write (&form, draft, &field, &error);
      g_assert_no_error (error);
      g_assert_true (tal_goal_draft_is_equal (draft, written));
      n_shown++;
    }
  g_assert_cmpuint (n_shown, ==, n_goals);

  tal_test_stage_close (&stage);
}

static void
test_goal_form_says_which_field_is_wrong (void)
{
  static const struct
  {
    TalGoalForm  form;
    TalGoalField field;
  } cases[] = {
    { { .kind = TAL_GOAL_FORM_COUNT }, TAL_GOAL_FIELD_COUNTED },
    { { .kind = TAL_GOAL_FORM_SHARE, .counted = (char *)"borgere" }, TAL_GOAL_FIELD_BASE },
    { { .kind = TAL_GOAL_FORM_COUNT, .counted = (char *)"borgere" }, TAL_GOAL_FIELD_TARGET },
    { { .kind = TAL_GOAL_FORM_COUNT, .counted = (char *)"borgere", .target = (char *)"75 pct." },
      TAL_GOAL_FIELD_TARGET },
    { { .kind = TAL_GOAL_FORM_COUNT, .counted = (char *)"borgere", .target = (char *)"75" },
      TAL_GOAL_FIELD_PERIOD },
    { { .kind = TAL_GOAL_FORM_COUNT,
        .counted = (char *)"borgere",
        .target = (char *)"75",
        .period = (char *)"engang" },
      TAL_GOAL_FIELD_PERIOD },
    { { .kind = TAL_GOAL_FORM_COUNT,
        .counted = (char *)"borgere",
        .target = (char *)"75",
        .period = (char *)"2024",
        .weeks = (char *)"få" },
      TAL_GOAL_FIELD_WEEKS },
    { { .kind = TAL_GOAL_FORM_COUNT, .counted = (char *)"borgere", .asks = TAL_COMPARISON_ALL },
      TAL_GOAL_FIELD_TARGET },
    { { .kind = TAL_GOAL_FORM_NOT_MEASURED }, TAL_GOAL_FIELD_WORDING },
    { { .kind = TAL_GOAL_FORM_PER_CENT,
        .counted = (char *)"borgere",
        .target = (char *)"62,4",
        .period = (char *)"2024",
        .asks = TAL_GOAL_FORM_KEEP,
        .kept_period = (char *)"før" },
      TAL_GOAL_FIELD_KEPT_PERIOD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalGoalDraft) before = tal_goal_draft_new (tal_id_new (), TAL_ID_NONE);
      g_autoptr (TalGoalDraft) written = NULL;
      g_autoptr (GError)       error = NULL;
      TalGoalField             field = TAL_GOAL_FIELD_NONE;

      written = tal_goal_form_write (&cases[i].form, before, &field, &error);
      g_assert_null (written);
      g_assert_nonnull (error);
      g_assert_cmpint (field, ==, cases[i].field);
    }
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/goal-form/untouched-changes-nothing",
                   test_goal_form_untouched_changes_nothing);
  g_test_add_func ("/ui/goal-form/says-which-field-is-wrong",
                   test_goal_form_says_which_field_is_wrong);
  return g_test_run ();
}
