/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal is stated, and what it needs and isn't there is defined on the way. */

#include "config.h"

#include "core/tal-goal.h"
#include "core/tal-unit.h"
#include "ui/initiatives/tal-goal-dialog.h"
#include "ui/tal-test-stage.h"

#include <adwaita.h>
#include <string.h>

#define GOAL 5

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
        return l->data;
    }

  return NULL;
}

static gpointer
get_part (const char *name)
{
  return gtk_widget_get_template_child (find_window (TAL_TYPE_GOAL_DIALOG), TAL_TYPE_GOAL_DIALOG,
                                        name);
}

static guint
count_units (TalTestStage *stage)
{
  guint length = 0;

  tal_catalogue_get_records (tal_workspace_get_catalogue (tal_window_get_workspace (stage->window)),
                             TAL_KIND_UNIT, &length);
  return length;
}

static char *
dup_chosen (void)
{
  GObject *item = adw_combo_row_get_selected_item (get_part ("benchmark"));

  return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
}

static gboolean
is_answered (gpointer chosen)
{
  g_autofree char *now = dup_chosen ();

  return strstr (now, chosen) != NULL;
}

/* Chooses the last, which asks for another unit. */
static void
ask_for_unit (const char *name, const char *response)
{
  GListModel *choices = adw_combo_row_get_model (get_part ("benchmark"));
  GtkWidget  *question = NULL;
  GtkWidget  *field = NULL;

  adw_combo_row_set_selected (get_part ("benchmark"), g_list_model_get_n_items (choices) - 1);
  tal_test_stage_settle ();
  question = find_window (ADW_TYPE_MESSAGE_DIALOG);
  field = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (question));
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "create"));
  gtk_editable_set_text (GTK_EDITABLE (field), name);
  g_assert_cmpint (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question),
                                                            "create"),
                   ==, name[0] != '\0');
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (GTK_WINDOW (question));
}

static void
test_goal_dialog_takes_a_unit_that_is_not_there_yet (void)
{
  TalTestStage     stage = { NULL };
  guint            n_units = 0;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  n_units = count_units (&stage);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.new-goal", NULL);
  tal_test_stage_settle ();
  gtk_editable_set_text (get_part ("counted"), "deltagere");
  gtk_editable_set_text (get_part ("target"), "84");
  before = dup_chosen ();

  ask_for_unit ("", "cancel");
  tal_test_stage_wait (is_answered, before);
  g_assert_cmpuint (count_units (&stage), ==, n_units);

  ask_for_unit ("Jobcenter Nabokommunen", "create");
  tal_test_stage_wait (is_answered, (gpointer) "Jobcenter Nabokommunen");
  g_assert_cmpuint (count_units (&stage), ==, n_units + 1);
  g_assert_cmpstr (gtk_editable_get_text (get_part ("counted")), ==, "deltagere");
  g_assert_cmpstr (gtk_editable_get_text (get_part ("target")), ==, "84");

  /* Named again it is the same. */
  adw_combo_row_set_selected (get_part ("benchmark"), 0);
  ask_for_unit ("jobcenter nabokommunen", "create");
  tal_test_stage_wait (is_answered, (gpointer) "Jobcenter Nabokommunen");
  g_assert_cmpuint (count_units (&stage), ==, n_units + 1);
  after = g_strdup (gtk_label_get_text (get_part ("sentence")));
  g_assert_nonnull (strstr (after, "Jobcenter Nabokommunen"));

  gtk_window_destroy (GTK_WINDOW (find_window (TAL_TYPE_GOAL_DIALOG)));
  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/goal-dialog/takes-a-unit-that-is-not-there-yet",
                   test_goal_dialog_takes_a_unit_that_is_not_there_yet);
  return g_test_run ();
}
