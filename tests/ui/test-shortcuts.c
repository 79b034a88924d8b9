/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of the keyboard shortcuts says which keys there are, all of them and no others. */

#include "config.h"

#include "ui/charts/tal-chart-view.h"
#include "ui/results/tal-entry-page.h"
#include "ui/tal-test-stage.h"

typedef struct
{
  guint           key;
  GdkModifierType modifiers;
} Key;

typedef struct
{
  TalTestStage stage;
  GtkWidget   *shortcuts;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  *fixture = (Fixture){ { NULL } };
  tal_test_stage_open (&fixture->stage);
  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.show-shortcuts", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_SHORTCUTS_WINDOW (window))
        fixture->shortcuts = window;
    }
  g_assert_nonnull (fixture->shortcuts);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->shortcuts));
  tal_test_stage_close (&fixture->stage);
}

/* The keypad has some keys a second time. */
static guint
get_plain_key (guint key)
{
  return key == GDK_KEY_KP_Enter ? GDK_KEY_Return : key;
}

static void
add_key (GArray *keys, const char *accelerator)
{
  Key key = { 0 };

  if (!gtk_accelerator_parse (accelerator, &key.key, &key.modifiers))
    g_error ("%s is no key", accelerator);
  g_array_append_val (keys, key);
}

static gboolean
has_key (GArray *keys, Key wanted)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const Key *key = &g_array_index (keys, Key, i);

      if (get_plain_key (key->key) == get_plain_key (wanted.key) &&
          key->modifiers == wanted.modifiers)
        return TRUE;
    }

  return FALSE;
}

static void
check_all (GArray *keys, GArray *among, const char *problem)
{
  g_assert_cmpuint (keys->len, >, 0);
  for (guint i = 0; i < keys->len; i++)
    {
      Key              key = g_array_index (keys, Key, i);
      g_autofree char *name = gtk_accelerator_name (key.key, key.modifiers);

      if (!has_key (among, key))
        g_error ("%s %s", name, problem);
    }
}

/* The keys that the rows of a group name, or of every group. */
static GArray *
list_shown (Fixture *fixture, const char *group)
{
  g_autoptr (GArray)    keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_autoptr (GPtrArray) rows =
      tal_test_stage_list_widgets (fixture->shortcuts, GTK_TYPE_SHORTCUTS_SHORTCUT);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget       *row = g_ptr_array_index (rows, i);
      GtkWidget       *parent = gtk_widget_get_ancestor (row, GTK_TYPE_SHORTCUTS_GROUP);
      g_autofree char *title = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv)   words = NULL;

      if (parent == NULL) /* a hit of the window's own search */
        continue;
      g_object_get (parent, "title", &title, NULL);
      g_object_get (row, "accelerator", &text, NULL);
      if (group != NULL && !g_str_equal (group, title))
        continue;
      words = g_strsplit (text, " ", -1);
      for (guint j = 0; words[j] != NULL; j++)
        {
          g_autofree char *first = g_strndup (words[j], strcspn (words[j], "."));

          add_key (keys, first);
          if (!g_str_has_suffix (words[j], "...8"))
            continue;
          for (guint k = 2; k <= TAL_N_DESTINATIONS; k++)
            {
              g_autofree char *next = g_strdup_printf ("<Alt>%u", k);

              add_key (keys, next);
            }
        }
    }
  return g_steal_pointer (&keys);
}

static GArray *
list_accelerators (Fixture *fixture)
{
  GtkApplication    *application = GTK_APPLICATION (fixture->stage.application);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_auto (GStrv)     actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; accelerators[j] != NULL; j++)
        add_key (keys, accelerators[j]);
    }
  return g_steal_pointer (&keys);
}

static void
add_shortcuts_of (GtkWidget *widget, GArray *keys)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (controller); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (controller, j);
          GtkShortcutTrigger     *trigger = gtk_shortcut_get_trigger (shortcut);
          Key                     key = { 0 };

          if (!GTK_IS_KEYVAL_TRIGGER (trigger))
            continue;
          key.key = gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger));
          key.modifiers = gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger));
          g_array_append_val (keys, key);
        }
    }
}

/* The keys that the widgets of a type below another take. */
static GArray *
list_taken (GtkWidget *root, GType type)
{
  g_autoptr (GArray)    keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_autoptr (GPtrArray) widgets = tal_test_stage_list_widgets (root, type);

  for (guint i = 0; i < widgets->len; i++)
    add_shortcuts_of (g_ptr_array_index (widgets, i), keys);
  return g_steal_pointer (&keys);
}

static void
test_shortcuts_every_accelerator_is_shown (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) shown = list_shown (fixture, NULL);
  g_autoptr (GArray) accelerators = list_accelerators (fixture);

  check_all (accelerators, shown, "is not shown");
}

/* Also the keys of the goals and of the fields beside them. */
static void
test_shortcuts_every_row_of_the_window_does_something (Fixture *fixture, gconstpointer unused)
{
  static const char *const groups[] = { "Generelt", "Navigation", "Indsatser" };
  g_autoptr (GArray)       taken = NULL;
  g_autoptr (GArray)       accelerators = list_accelerators (fixture);

  tal_test_stage_show_goal (&fixture->stage, 5);
  tal_test_stage_settle ();
  taken = list_taken (GTK_WIDGET (fixture->stage.window), GTK_TYPE_WIDGET);
  g_array_append_vals (taken, accelerators->data, accelerators->len);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GArray) shown = list_shown (fixture, groups[i]);

      check_all (shown, taken, "does nothing");
    }
}

static void
test_shortcuts_the_keys_of_a_chart_are_those_shown (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) shown = list_shown (fixture, "Figurer og tabeller");
  g_autoptr (GArray) taken = NULL;

  tal_window_show_destination (fixture->stage.window, TAL_DESTINATION_TARGET_GROUPS);
  tal_test_stage_settle ();
  taken = list_taken (GTK_WIDGET (fixture->stage.window), TAL_TYPE_CHART_VIEW);
  check_all (shown, taken, "does nothing in a chart");
  add_key (shown, "Escape"); /* lets a held figure go, as it closes everything else */
  check_all (taken, shown, "of a chart is not shown");
}

static gboolean
has_rows (gpointer user_data)
{
  return tal_entry_grid_get_n_rows (tal_entry_page_get_model (user_data)) > 0;
}

/* What a key has opened over the cells. */
static void
close_popovers (Fixture *fixture)
{
  g_autoptr (GPtrArray) popovers =
      tal_test_stage_list_widgets (GTK_WIDGET (fixture->stage.window), GTK_TYPE_POPOVER);

  for (guint i = 0; i < popovers->len; i++)
    gtk_popover_popdown (g_ptr_array_index (popovers, i));
  tal_test_stage_settle ();
}

static gboolean
empties (Key key)
{
  return key.key == GDK_KEY_Delete || key.key == GDK_KEY_BackSpace || key.key == GDK_KEY_x;
}

static void
test_shortcuts_the_entry_takes_the_keys_shown (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray)    shown = list_shown (fixture, "Indtastning");
  g_autoptr (GArray)    taken = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  TalEntryPage         *page = NULL;

  tal_window_show_destination (fixture->stage.window, TAL_DESTINATION_ENTRY);
  pages = tal_test_stage_list_widgets (GTK_WIDGET (fixture->stage.window), TAL_TYPE_ENTRY_PAGE);
  page = g_ptr_array_index (pages, 0);
  tal_test_stage_wait (has_rows, page);
  taken = list_taken (GTK_WIDGET (fixture->stage.window), TAL_TYPE_ENTRY_PAGE);
  for (guint i = 0; i < shown->len; i++)
    {
      GtkWidget          *grid = GTK_WIDGET (tal_entry_page_get_grid (page));
      GtkEventController *controller =
          tal_test_stage_find_controller (grid, GTK_TYPE_EVENT_CONTROLLER_KEY);
      Key              key = g_array_index (shown, Key, i);
      g_autofree char *name = gtk_accelerator_name (key.key, key.modifiers);
      gboolean         is_taken = FALSE;

      /* What some keys want to find is kept from those that empty a cell. */
      tal_result_grid_go_to (TAL_RESULT_GRID (grid), empties (key) ? 3 : 2,
                             TAL_ENTRY_COLUMN_NUMERATOR);
      /* There is something to take back only while a cell is edited. */
      if (key.key == GDK_KEY_Escape)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_F2, 0, 0, &is_taken);
      is_taken = has_key (taken, key);
      if (!is_taken)
        g_signal_emit_by_name (controller, "key-pressed", key.key, 0, key.modifiers, &is_taken);
      if (!is_taken)
        g_error ("%s does nothing in the entry of results", name);
      close_popovers (fixture);
    }
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/ui/shortcuts/every-accelerator-is-shown", test_shortcuts_every_accelerator_is_shown);
  ADD ("/ui/shortcuts/every-row-of-the-window-does-something",
       test_shortcuts_every_row_of_the_window_does_something);
  ADD ("/ui/shortcuts/the-keys-of-a-chart-are-those-shown",
       test_shortcuts_the_keys_of_a_chart_are_those_shown);
  ADD ("/ui/shortcuts/the-entry-takes-the-keys-shown",
       test_shortcuts_the_entry_takes_the_keys_shown);
#undef ADD
  return g_test_run ();
}
