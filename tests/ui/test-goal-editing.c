/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal is corrected where it stands, and explained. */

#include "config.h"

#include "core/tal-assessment.h"
#include "core/tal-goal.h"
#include "ui/initiatives/tal-goal-assessment.h"
#include "ui/initiatives/tal-goal-details.h"
#include "ui/initiatives/tal-remark-field.h"
#include "ui/tal-test-stage.h"

/* 179 of 348 is 51 per cent, 80 were wanted. */
#define GOAL 5

typedef enum
{
  FIELD_WORDING,
  FIELD_TARGET,
  FIELD_WEEKS,
  FIELD_PERIOD,
} Field;

typedef struct
{
  TalTestStage *stage;
  const char   *wanted;
} Wait;

static GtkWidget *
find_widget (TalTestStage *stage, GType type)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (GTK_WIDGET (stage->window), type);

  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_index (found, 0);
}

static TalRemarkField *
get_field (GtkWidget *parent, guint position)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (parent, TAL_TYPE_REMARK_FIELD);

  return g_ptr_array_index (found, position);
}

static void
type (TalTestStage *stage, TalRemarkField *field, const char *text)
{
  g_autoptr (GPtrArray) views =
      tal_test_stage_list_widgets (GTK_WIDGET (field), GTK_TYPE_TEXT_VIEW);

  g_assert_true (gtk_widget_grab_focus (g_ptr_array_index (views, 0)));
  gtk_text_buffer_set_text (tal_remark_field_get_buffer (field), text, -1);
  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
}

static const TalGoal *
get_goal (TalTestStage *stage)
{
  return tal_test_stage_find_goal (stage, GOAL)->goal;
}

static gboolean
has_wording (gpointer user_data)
{
  Wait *wait = user_data;

  return g_strcmp0 (get_goal (wait->stage)->wording, wait->wanted) == 0;
}

static gboolean
is_met (gpointer user_data)
{
  return tal_attainment_is_met (tal_test_stage_find_goal (user_data, GOAL)->attainment);
}

static gboolean
has_deadline (gpointer user_data)
{
  return get_goal (user_data)->deadline_weeks == 13;
}

static void
test_goal_editing_corrects_where_it_stands (void)
{
  TalTestStage     stage = { NULL };
  Wait             wait = { &stage, "Mindst halvdelen kommer videre." };
  GtkWidget       *details = NULL;
  g_autofree char *stored = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  stored = g_strdup (get_goal (&stage)->wording);
  details = find_widget (&stage, TAL_TYPE_GOAL_DETAILS);
  type (&stage, get_field (details, FIELD_WORDING), wait.wanted);
  tal_test_stage_wait (has_wording, &wait);
  type (&stage, get_field (details, FIELD_TARGET), "50 pct.");
  tal_test_stage_wait (is_met, &stage);
  type (&stage, get_field (details, FIELD_WEEKS), "13");
  tal_test_stage_wait (has_deadline, &stage);

  wait.wanted = stored;
  for (guint i = 0; i < 3; i++)
    gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  tal_test_stage_wait (has_wording, &wait);

  tal_test_stage_close (&stage);
}

static void
test_goal_editing_says_beside_the_field_what_it_refuses (void)
{
  static const struct
  {
    Field       field;
    const char *typed;
  } cases[] = {
    { FIELD_TARGET, "mange" },
    { FIELD_WEEKS, "tretten" },
    { FIELD_PERIOD, "engang" },
  };
  TalTestStage stage = { NULL };
  GtkWidget   *details = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  details = find_widget (&stage, TAL_TYPE_GOAL_DETAILS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalRemarkField *field = get_field (details, cases[i].field);

      g_test_message ("%s", cases[i].typed);
      type (&stage, field, cases[i].typed);
      tal_test_stage_settle ();
      g_assert_true (tal_remark_field_is_pending (field));
      tal_remark_field_revert (field);
      g_assert_false (tal_remark_field_is_pending (field));
    }
  g_assert_cmpint (get_goal (&stage)->deadline_weeks, ==, 0);

  tal_test_stage_close (&stage);
}

static gboolean
has_explanation (gpointer user_data)
{
  Wait                   *wait = user_data;
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (tal_workspace_get_catalogue (
                                      tal_window_get_workspace (wait->stage->window)),
                                  TAL_KIND_ASSESSMENT, get_goal (wait->stage)->record.id, &length);

  for (guint i = 0; i < length; i++)
    {
      if (g_strcmp0 (TAL_ASSESSMENT (records[i])->text, wait->wanted) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_overridden (gpointer user_data)
{
  return tal_test_stage_find_goal (user_data, GOAL)->overridden;
}

static void
test_goal_editing_explains_and_puts_another_verdict (void)
{
  TalTestStage          stage = { NULL };
  Wait                  wait = { &stage, "Kursusudbuddet kom først i gang i august." };
  GtkWidget            *assessment = NULL;
  g_autoptr (GPtrArray) choosers = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  assessment = find_widget (&stage, TAL_TYPE_GOAL_ASSESSMENT);
  g_assert_true (gtk_widget_get_visible (assessment));
  type (&stage, get_field (assessment, 0), wait.wanted);
  tal_test_stage_wait (has_explanation, &wait);

  choosers = tal_test_stage_list_widgets (assessment, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (g_ptr_array_index (choosers, 0), TAL_ATTAINMENT_MET);
  tal_test_stage_settle ();
  g_assert_false (is_overridden (&stage));
  type (&stage, get_field (assessment, 1), "Udvalget har accepteret resultatet.");
  tal_test_stage_wait (is_overridden, &stage);

  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/goal-editing/corrects-where-it-stands",
                   test_goal_editing_corrects_where_it_stands);
  g_test_add_func ("/ui/goal-editing/says-beside-the-field-what-it-refuses",
                   test_goal_editing_says_beside_the_field_what_it_refuses);
  g_test_add_func ("/ui/goal-editing/explains-and-puts-another-verdict",
                   test_goal_editing_explains_and_puts_another_verdict);
  return g_test_run ();
}
