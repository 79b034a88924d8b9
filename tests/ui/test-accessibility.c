/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "support/commit.h"
#include "ui/charts/tal-chart-view.h"
#include "ui/initiatives/tal-goal-row.h"
#include "ui/overview/tal-initiative-row.h"
#include "ui/results/tal-entry-page.h"
#include "ui/results/tal-result-cell.h"
#include "ui/tal-test-stage.h"

/* More than a screen has. */
#define MOST_STOPS 400

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

/* What a reader must not hear: the name of a file or of an icon. */
static gboolean
is_technical (const char *text)
{
  static const char *const endings[] = { "-symbolic", ".svg", ".png", ".ui" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (text != NULL && g_str_has_suffix (text, endings[i]))
        return TRUE;
    }

  return FALSE;
}

/* The inside of a chooser and the buttons of the window are the toolkit's to name. */
static gboolean
is_focusable (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget) &&
         gtk_widget_get_focusable (widget) &&
         (GTK_IS_BUTTON (widget) || gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) == NULL) &&
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL;
}

static gboolean
has_label (GtkWidget *widget, const char *label)
{
  g_autofree char *difference =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          label);

  return difference == NULL;
}

/* Of the widget, or of the entry whose inner part it is. */
static GtkAccessibleRole
find_role (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  GtkWidget        *parent = gtk_widget_get_parent (widget);

  if (role == GTK_ACCESSIBLE_ROLE_NONE && GTK_IS_EDITABLE (parent))
    return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (parent));
  return role;
}

static void
check_focusable (GtkWidget *widget)
{
  GtkAccessibleRole role = find_role (widget);
  const char       *parent = G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget));
  const char       *type = G_OBJECT_TYPE_NAME (widget);
  const char       *tooltip = gtk_widget_get_tooltip_text (widget);

  if (!is_named (widget) || has_label (widget, ""))
    g_error ("a %s below a %s has no name", type, parent);
  if (role == GTK_ACCESSIBLE_ROLE_NONE || role == GTK_ACCESSIBLE_ROLE_WIDGET ||
      role == GTK_ACCESSIBLE_ROLE_GENERIC)
    g_error ("a %s below a %s says nothing of what it is", type, parent);
  if (is_technical (tooltip) ||
      (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL &&
       has_label (widget, gtk_button_get_icon_name (GTK_BUTTON (widget)))))
    g_error ("a %s below a %s has the name of a file", type, parent);
}

/* A list, a grid or a tool that is one stop for Tab, with keys of its own inside. */
static GtkWidget *
find_stop (GtkWidget *widget)
{
  const GType types[] = { GTK_TYPE_LIST_BOX,  GTK_TYPE_LIST_VIEW,   GTK_TYPE_COLUMN_VIEW,
                          GTK_TYPE_GRID_VIEW, TAL_TYPE_RESULT_GRID, GTK_TYPE_MENU_BUTTON,
                          GTK_TYPE_DROP_DOWN, GTK_TYPE_EDITABLE,    ADW_TYPE_PREFERENCES_ROW };
  GtkWidget  *row = gtk_widget_get_ancestor (widget, TAL_TYPE_INITIATIVE_ROW);

  if (row != NULL)
    return gtk_widget_get_parent (row);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *stop = gtk_widget_get_ancestor (widget, types[i]);

      if (stop != NULL)
        return stop;
    }

  return widget;
}

/* Goes once around by Tab; the stops, in a set.  Fails where Tab does not come around. */
static GHashTable *
go_around (GtkWidget *root)
{
  g_autoptr (GHashTable) widgets = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) stops = g_hash_table_new (NULL, NULL);
  GtkWidget             *focus = NULL;

  gtk_window_set_focus (GTK_WINDOW (root), NULL);
  for (guint n = 0; n < MOST_STOPS; n++)
    {
      GtkWidget *before = focus;

      gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (root));
      if (focus == NULL)
        return g_steal_pointer (&stops);
      if (focus == before)
        g_error ("Tab stays in a %s", G_OBJECT_TYPE_NAME (focus));
      if (g_hash_table_contains (widgets, focus))
        return g_steal_pointer (&stops);
      g_hash_table_add (widgets, focus);
      for (GtkWidget *each = focus; each != NULL; each = gtk_widget_get_parent (each))
        g_hash_table_add (stops, each);
    }

  g_error ("Tab does not come around");
}

/* Everything that can have the focus has a name and a role, and nothing shows a file's name. */
static void
check_words (GtkWidget *root)
{
  g_autoptr (GPtrArray) widgets = tal_test_stage_list_widgets (root, GTK_TYPE_WIDGET);
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (is_technical (gtk_label_get_text (g_ptr_array_index (labels, i))))
        g_error ("“%s” is shown", gtk_label_get_text (g_ptr_array_index (labels, i)));
    }
  for (guint i = 0; i < widgets->len; i++)
    {
      if (is_focusable (g_ptr_array_index (widgets, i)))
        check_focusable (g_ptr_array_index (widgets, i));
    }
}

/* The same, and Tab comes to all of it. */
static void
check_window (GtkWidget *root)
{
  g_autoptr (GHashTable) stops = NULL;
  g_autoptr (GPtrArray)  widgets = NULL;

  check_words (root);
  stops = go_around (root);
  widgets = tal_test_stage_list_widgets (root, GTK_TYPE_WIDGET);
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);

      /* A list box is reached in its rows, and one that is read only has none to reach. */
      if (!GTK_IS_LIST_BOX (widget) && is_focusable (widget) &&
          !g_hash_table_contains (stops, find_stop (widget)))
        g_error ("Tab does not come to a %s below a %s", G_OBJECT_TYPE_NAME (widget),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
    }
}

static void
test_accessibility_every_destination_is_reached_by_tab (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  for (guint i = 0; i < TAL_N_DESTINATIONS; i++)
    {
      g_test_message ("%s", tal_destination_get_name ((TalDestination)i));
      tal_window_show_destination (stage.window, (TalDestination)i);
      commit_wait_for_all (tal_window_get_workspace (stage.window));
      tal_test_stage_show_frame (GTK_WIDGET (stage.window));
      check_window (GTK_WIDGET (stage.window));
    }
  g_test_message ("initiative");
  tal_test_stage_show_goal (&stage, 5);
  commit_wait_for_all (tal_window_get_workspace (stage.window));
  tal_test_stage_show_frame (GTK_WIDGET (stage.window));
  check_window (GTK_WIDGET (stage.window));
  g_test_message ("welcome");
  tal_window_show_welcome (stage.window);
  tal_test_stage_show_frame (GTK_WIDGET (stage.window));
  check_window (GTK_WIDGET (stage.window));
  tal_test_stage_close (&stage);
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
    { "win.new-initiative", NULL },
    { "win.edit-initiative", "" },
    { "win.new-goal", NULL },
    { "win.edit-goal", NULL },
    { "win.choose-facts", NULL },
    { "win.renumber-goals", NULL },
    { "app.new-collection", NULL },
    { "app.preferences", NULL },
    { "win.restore-backup", NULL },
    { "win.search-all", NULL },
    { "win.show-lists", "target-groups" },
    { "win.import-file", NULL },
    { "win.export", NULL },
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
          /* The toolkit's own search of the preferences is there, and never shown. */
          if (!ADW_IS_PREFERENCES_WINDOW (l->data))
            check_names (l->data);
          tal_test_stage_show_frame (l->data);
          check_window (l->data);
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

static gboolean
has_cells (gpointer user_data)
{
  g_autoptr (GPtrArray) cells = tal_test_stage_list_widgets (user_data, TAL_TYPE_RESULT_CELL);

  return cells->len > 0;
}

static void
test_accessibility_every_cell_has_a_value_and_a_state (void)
{
  g_autoptr (GPtrArray) cells = NULL;
  TalTestStage          stage = { NULL };
  guint                 n_figures = 0;

  tal_test_stage_open (&stage);
  tal_window_show_destination (stage.window, TAL_DESTINATION_ENTRY);
  tal_test_stage_wait (has_cells, stage.window);
  tal_test_stage_show_frame (GTK_WIDGET (stage.window));
  cells = tal_test_stage_list_widgets (GTK_WIDGET (stage.window), TAL_TYPE_RESULT_CELL);
  for (guint i = 0; i < cells->len; i++)
    {
      GtkAccessible      *cell = g_ptr_array_index (cells, i);
      const TalEntryCell *shown = tal_result_cell_get_cell (TAL_RESULT_CELL (cell));
      g_autofree char    *spoken = NULL;

      if (!gtk_widget_get_mapped (GTK_WIDGET (cell)) || shown->name == NULL)
        continue;
      spoken =
          g_strdup_printf ("%s: %s", shown->name,
                           shown->text != NULL && shown->text[0] != '\0' ? shown->text : "tom");
      check_label (GTK_WIDGET (cell), spoken);
      /* It says the state: "foreløbig, har kommentar". */
      g_assert_true (gtk_test_accessible_has_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
      g_assert_true (gtk_test_accessible_has_property (cell, GTK_ACCESSIBLE_PROPERTY_READ_ONLY) ==
                     ((shown->marks & TAL_ENTRY_EDITABLE) == 0));
      n_figures++;
    }
  g_assert_cmpuint (n_figures, >, 10);
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
  g_test_add_func ("/ui/accessibility/every-destination-is-reached-by-tab",
                   test_accessibility_every_destination_is_reached_by_tab);
  g_test_add_func ("/ui/accessibility/every-cell-has-a-value-and-a-state",
                   test_accessibility_every_cell_has_a_value_and_a_state);
  g_test_add_func ("/ui/accessibility/rows-speak-their-figures",
                   test_accessibility_rows_speak_their_figures);
  return g_test_run ();
}
