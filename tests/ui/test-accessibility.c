/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "support/commit.h"
#include "ui/charts/tal-chart-view.h"
#include "ui/initiatives/tal-goal-row.h"
#include "ui/overview/tal-initiative-row.h"
#include "ui/tal-test-stage.h"

static gboolean
shows_text (GtkWidget *widget)
{
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (widget, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (gtk_label_get_text (g_ptr_array_index (labels, i))[0] != '\0')
        return TRUE;
    }

  return FALSE;
}

/* By itself, or as the inner part of a control that is. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkWidget *each = widget;

  for (guint i = 0; each != NULL && i < 3; i++, each = gtk_widget_get_parent (each))
    {
      if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (each), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
          gtk_test_accessible_has_relation (GTK_ACCESSIBLE (each),
                                            GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
          gtk_widget_get_tooltip_text (each) != NULL)
        return TRUE;
    }

  return shows_text (widget);
}

static void
check_names (GtkWidget *root)
{
  const GType types[] = { GTK_TYPE_BUTTON,   GTK_TYPE_TEXT,      GTK_TYPE_TEXT_VIEW,
                          GTK_TYPE_SWITCH,   GTK_TYPE_DROP_DOWN, GTK_TYPE_MENU_BUTTON,
                          GTK_TYPE_LIST_BOX, TAL_TYPE_CHART_VIEW };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GPtrArray) controls = tal_test_stage_list_widgets (root, types[i]);

      for (guint j = 0; j < controls->len; j++)
        {
          GtkWidget *control = g_ptr_array_index (controls, j);

          /* The window's own buttons are the toolkit's to name. */
          if (gtk_widget_get_ancestor (control, GTK_TYPE_WINDOW_CONTROLS) != NULL ||
              !gtk_widget_get_visible (control))
            continue;
          if (!is_named (control))
            g_error ("a %s below a %s has no name", G_OBJECT_TYPE_NAME (control),
                     G_OBJECT_TYPE_NAME (gtk_widget_get_parent (control)));
        }
    }
}

static void
test_accessibility_every_control_has_a_name (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  for (guint i = 0; i < TAL_N_DESTINATIONS; i++)
    {
      tal_window_show_destination (stage.window, (TalDestination)i);
      commit_wait_for_all (tal_window_get_workspace (stage.window));
      check_names (GTK_WIDGET (stage.window));
    }
  tal_test_stage_show_goal (&stage, 5);
  commit_wait_for_all (tal_window_get_workspace (stage.window));
  check_names (GTK_WIDGET (stage.window));
  tal_window_show_welcome (stage.window);
  tal_test_stage_settle ();
  check_names (GTK_WIDGET (stage.window));
  tal_test_stage_close (&stage);
}

/* The dialogs of the window's actions, each as it opens. */
static void
test_accessibility_every_control_of_a_dialog_has_a_name (void)
{
  static const struct
  {
    const char *action;
    const char *target; /* NULL where the action has none */
  } dialogs[] = {
    { "win.new-initiative", NULL }, { "win.edit-initiative", "" },
    { "win.new-goal", NULL },       { "win.edit-goal", NULL },
    { "win.renumber-goals", NULL }, { "win.show-lists", "target-groups" },
  };
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, 5);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autoptr (GList) windows = NULL;
      GVariant         *target =
          dialogs[i].target != NULL ? g_variant_new_string (dialogs[i].target) : NULL;

      g_test_message ("%s", dialogs[i].action);
      g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (stage.window),
                                                         dialogs[i].action, target));
      tal_test_stage_settle ();
      windows = gtk_window_list_toplevels ();
      for (GList *l = windows; l != NULL; l = l->next)
        {
          if (gtk_window_get_transient_for (l->data) != GTK_WINDOW (stage.window))
            continue;
          check_names (l->data);
          gtk_window_destroy (l->data);
        }
      tal_test_stage_settle ();
    }

  tal_test_stage_close (&stage);
}

/* The label that a reader hears is a property that tests can only compare. */
static void
check_label (GtkWidget *widget, const char *wanted)
{
  g_autofree char *difference =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          wanted);

  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_accessibility_rows_speak_their_figures (void)
{
  g_autoptr (GPtrArray) initiatives = NULL;
  g_autoptr (GPtrArray) goals = NULL;
  TalTestStage          stage = { NULL };

  tal_test_stage_open (&stage);

  initiatives = tal_test_stage_list_widgets (GTK_WIDGET (stage.window), TAL_TYPE_INITIATIVE_ROW);
  check_label (g_ptr_array_index (initiatives, 2),
               "Indsats 3, Flere lære- og elevpladser til unge. 2 af 2 mål opnået. "
               "Mål 7: 50, mål mindst 50, opnået. Mål 8: 50, mål alle, opnået.");

  tal_test_stage_show_goal (&stage, 7);
  goals = tal_test_stage_list_widgets (GTK_WIDGET (stage.window), TAL_TYPE_GOAL_ROW);
  check_label (g_ptr_array_index (goals, 0),
               "Mål 7: 50, mål mindst 50, opnået. Minimum 50 unge med minoritetsbaggrund "
               "deltager i indsatsen årligt.");

  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/accessibility/every-control-has-a-name",
                   test_accessibility_every_control_has_a_name);
  g_test_add_func ("/ui/accessibility/every-control-of-a-dialog-has-a-name",
                   test_accessibility_every_control_of_a_dialog_has_a_name);
  g_test_add_func ("/ui/accessibility/rows-speak-their-figures",
                   test_accessibility_rows_speak_their_figures);
  return g_test_run ();
}
