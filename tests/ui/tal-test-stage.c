/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/tal-test-stage.h"

#include "core/tal-goal.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 30

gboolean
tal_test_stage_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  tal_application_choose_language ();
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  return TRUE;
}

void
tal_test_stage_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

void
tal_test_stage_wait (TalTestCondition condition, gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;

  while (!condition (user_data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  tal_test_stage_settle ();
}

static gboolean
shows_overview (gpointer user_data)
{
  TalTestStage *self = user_data;

  return g_strcmp0 (tal_window_get_page_name (self->window), "overview") == 0;
}

static void
open_collection (TalTestStage *self, const char *unit_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)  file = NULL;

  self->folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "eksempel.indsats", NULL);
  file = g_file_new_for_path (self->path);

  self->application = tal_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (self->application), NULL, &error));
  g_assert_no_error (error);
  g_settings_reset (tal_application_get_settings (self->application), "last-destination");
  self->window = TAL_WINDOW (tal_window_new (GTK_APPLICATION (self->application),
                                             tal_application_get_settings (self->application)));
  tal_window_create_collection (self->window, file, unit_name, unit_name == NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  tal_test_stage_wait (shows_overview, self);
}

void
tal_test_stage_open (TalTestStage *self)
{
  open_collection (self, NULL);
}

void
tal_test_stage_open_empty (TalTestStage *self)
{
  open_collection (self, "Beskæftigelses- og Integrationsforvaltningen");
}

void
tal_test_stage_close (TalTestStage *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  tal_test_stage_settle ();
  g_clear_object (&self->application);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

const TalGoalStatus *
tal_test_stage_find_goal (TalTestStage *self, int number)
{
  TalStatusTable *statuses = tal_workspace_get_statuses (tal_window_get_workspace (self->window));

  for (guint i = 0; i < tal_status_table_get_length (statuses); i++)
    {
      const TalGoalStatus *status = tal_status_table_get_status (statuses, i);

      if (status->goal->number == number)
        return status;
    }

  g_assert_not_reached ();
}

void
tal_test_stage_show_goal (TalTestStage *self, int number)
{
  const TalGoal *goal = tal_test_stage_find_goal (self, number)->goal;

  tal_window_show_initiative (self->window, goal->initiative, goal->record.id);
  g_assert_cmpstr (tal_window_get_page_name (self->window), ==, "initiative");
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
tal_test_stage_list_widgets (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

GtkWidget *
tal_test_stage_find_only (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (root, type);

  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_index (found, 0);
}

static gboolean
is_called (GtkWidget *widget, const char *title)
{
  static const char *const names[] = { "title", "label" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = NULL;

      if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]) == NULL)
        continue;
      g_object_get (widget, names[i], &text, NULL);
      if (g_strcmp0 (text, title) == 0)
        return TRUE;
    }

  return FALSE;
}

GtkWidget *
tal_test_stage_find_titled (GtkWidget *root, GType type, const char *title)
{
  g_autoptr (GPtrArray) widgets = tal_test_stage_list_widgets (root, type);

  for (guint i = 0; i < widgets->len; i++)
    {
      if (is_called (g_ptr_array_index (widgets, i), title))
        return g_ptr_array_index (widgets, i);
    }

  return NULL;
}

static gboolean
is_key (GtkShortcut *shortcut, guint key, GdkModifierType modifiers)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger) &&
         gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

static gboolean
press_shortcut (GListModel *shortcuts, GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_key (shortcut, key, modifiers) &&
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                        gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
press_in (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
          press_shortcut (G_LIST_MODEL (controller), widget, key, modifiers))
        return TRUE;
    }
  return FALSE;
}

GtkWidget *
tal_test_stage_press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  for (GtkWidget *each = widget; each != NULL; each = gtk_widget_get_parent (each))
    {
      if (press_in (each, key, modifiers))
        return each;
    }
  return NULL;
}

GtkEventController *
tal_test_stage_find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  g_error ("A %s has no %s.", G_OBJECT_TYPE_NAME (widget), g_type_name (type));
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *)user_data;
}

void
tal_test_stage_show_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean       painted = FALSE;
  gulong         watch = 0;

  g_assert_nonnull (clock);
  watch = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (widget);
  tal_test_stage_wait (is_true, &painted);
  g_signal_handler_disconnect (clock, watch);
}
