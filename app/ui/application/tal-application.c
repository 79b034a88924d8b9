/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/application/tal-application.h"

#include "model/tal-language.h"
#include "ui/application/tal-about.h"
#include "ui/application/tal-handbook.h"
#include "ui/application/tal-preferences-window.h"
#include "ui/application/tal-recent.h"
#include "ui/application/tal-settings.h"
#include "ui/common/tal-file-chooser.h"
#include "ui/common/tal-spoken-names.h"
#include "ui/window/tal-collection-dialog.h"
#include "ui/window/tal-window.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

struct _TalApplication
{
  AdwApplication parent_instance;

  GSettings       *settings;
  gboolean         runs;   /* it is the program's own, and will show a window */
  GFile           *asked;  /* the first file on the command line; NULL for none */
  TalEarlyOpening *early;  /* of what the first window will show; NULL once it is taken */
  guint            ending; /* the source that hears that the session ends */
};

G_DEFINE_FINAL_TYPE (TalApplication, tal_application, ADW_TYPE_APPLICATION)

/* The window that a person is working in, or a new one. */
static TalWindow *
get_window (TalApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !TAL_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    return TAL_WINDOW (window);

  return TAL_WINDOW (tal_window_new (GTK_APPLICATION (self), self->settings));
}

static gboolean
shows_file (TalWindow *window, GFile *file)
{
  TalWorkspace *workspace = tal_window_get_workspace (window);
  const char   *path = g_file_peek_path (file);

  return workspace != NULL && path != NULL &&
         g_strcmp0 (tal_workspace_get_path (workspace), path) == 0;
}

/* The window that shows the file already, else an empty one, else a new one. */
static TalWindow *
find_window_for (TalApplication *self, GFile *file)
{
  GList     *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  TalWindow *empty = NULL;

  for (GList *each = windows; each != NULL; each = each->next)
    {
      if (!TAL_IS_WINDOW (each->data))
        continue;
      if (shows_file (TAL_WINDOW (each->data), file))
        return TAL_WINDOW (each->data);
      if (tal_window_get_workspace (TAL_WINDOW (each->data)) == NULL)
        empty = TAL_WINDOW (each->data);
    }

  if (empty != NULL)
    return empty;

  return TAL_WINDOW (tal_window_new (GTK_APPLICATION (self), self->settings));
}

static void
show_file (TalApplication *self, TalWindow *window, GFile *file)
{
  if (self->early != NULL && g_file_equal (tal_early_opening_get_file (self->early), file))
    tal_window_take_opening (window, g_steal_pointer (&self->early));
  else if (!shows_file (window, file))
    tal_window_open_collection (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tal_application_show_about (user_data);
}

static void
preferences_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TalApplication *self = user_data;

  tal_preferences_window_present (GTK_WINDOW (get_window (self)), self->settings);
}

static void
handbook_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalApplication) self = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    tal_window_show_message (get_window (self),
                             _ ("The system has no program that shows the handbook"));
}

static void
help_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TalApplication  *self = user_data;
  GtkWindow       *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *uri = NULL;

  if (active == NULL)
    return;

  uri = tal_handbook_dup_uri (tal_handbook_choose_page (active));
  if (uri != NULL)
    gtk_show_uri_full (active, uri, GDK_CURRENT_TIME, NULL, handbook_shown_cb, g_object_ref (self));
  else
    tal_window_show_message (get_window (self), _ ("The handbook is not installed"));
}

static void
quit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* One that would lose something asks, and the program goes on until it is answered. */
  for (GList *each = windows; each != NULL; each = each->next)
    gtk_window_close (each->data);
}

/* The session ends: what is open is closed as if the person had done it. */
static gboolean
terminated_cb (gpointer user_data)
{
  g_action_group_activate_action (user_data, "quit", NULL);
  return G_SOURCE_CONTINUE;
}

static void
new_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tal_collection_dialog_present (get_window (user_data));
}

static void
file_chosen_cb (GObject *object, GFile *file)
{
  TalApplication *self = TAL_APPLICATION (object);

  show_file (self, get_window (self), file);
}

static void
open_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tal_file_chooser_open (GTK_WINDOW (get_window (user_data)), file_chosen_cb, user_data);
}

static void
recent_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TalApplication   *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  show_file (self, get_window (self), file);
}

/* The example is a copy of the person's own, so that it can be changed freely. */
static void
example_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TalApplication   *self = user_data;
  TalWindow        *window = get_window (self);
  g_autofree char  *folder = g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, NULL);
  g_autofree char  *name = g_strconcat (_ ("example"), TAL_COLLECTION_SUFFIX, NULL);
  g_autofree char  *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (folder, 0700);
  if (g_file_query_exists (file, NULL))
    show_file (self, window, file);
  else
    tal_window_create_collection (window, file, NULL, TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
recent_changed_cb (TalApplication *self)
{
  tal_recent_fill_menu (self->settings,
                        gtk_application_get_menu_by_id (GTK_APPLICATION (self), "recent-menu"));
}

static void
tal_application_activate (GApplication *application)
{
  TalApplication   *self = TAL_APPLICATION (application);
  g_autoptr (GFile) last = NULL;
  GtkWindow        *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  TalWindow        *window = NULL;

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }

  window = get_window (self);
  last = tal_recent_ref_last (self->settings);
  if (last != NULL && g_file_query_exists (last, NULL))
    {
      show_file (self, window, last);
      return;
    }

  g_clear_pointer (&self->early, tal_early_opening_free);
  tal_window_show_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* Into what the person works in, else into what was open last. */
static void
import_file (TalApplication *self, GFile *file)
{
  if (gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL)
    tal_application_activate (G_APPLICATION (self));
  tal_window_import_file (get_window (self), file);
}

static void
tal_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  TalApplication *self = TAL_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      if (tal_window_is_exchange_file (files[i]))
        import_file (self, files[i]);
      else
        show_file (self, find_window_for (self, files[i]), files[i]);
    }
  g_clear_pointer (&self->early, tal_early_opening_free);
}

/* Whether another instance runs, which will do it, isn't known yet. */
static gboolean
tal_application_local_command_line (GApplication *application, char ***arguments, int *exit_status)
{
  TalApplication *self = TAL_APPLICATION (application);

  self->runs = TRUE;
  for (guint i = 1; i < g_strv_length (*arguments) && self->asked == NULL; i++)
    {
      if ((*arguments)[i][0] != '-')
        self->asked = g_file_new_for_commandline_arg ((*arguments)[i]);
    }
  return G_APPLICATION_CLASS (tal_application_parent_class)
      ->local_command_line (application, arguments, exit_status);
}

/* Starting the toolkit takes longer than reading a collection: it is read meanwhile. */
static void
begin_opening (TalApplication *self)
{
  gboolean serves = g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE;
  g_autoptr (GFile) file = NULL;

  if (!self->runs || serves)
    return;

  if (self->asked != NULL && !tal_window_is_exchange_file (self->asked))
    file = g_object_ref (self->asked);
  else
    file = tal_recent_ref_last (self->settings);
  if (file != NULL && g_file_peek_path (file) != NULL)
    self->early = tal_early_opening_new (file);
}

static void
set_keys (TalApplication *self)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } rows[] = {
    { "app.quit", { "<Control>q" } },
    { "app.help", { "F1" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.open-collection", { "<Control>o" } },
    { "window.close", { "<Control>w" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Shift><Control>z", "<Control>y" } },
    { "win.go-back", { "<Alt>Left" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.toggle-details", { "<Shift>F9" } },
    { "win.start-search", { "<Control>f" } },
    { "win.search-all", { "<Control>k" } },
    { "win.start-entry", { "<Control>e" } },
    { "win.new", { "<Control>n" } },
    { "win.import-file", { "<Control>i" } },
    { "win.export", { "<Shift><Control>e" } },
    { "win.new-goal", { "<Shift><Control>m" } },
    { "win.confirm-saved", { "<Control>s" } },
    { "win.focus-next-area", { "F6" } },
    { "win.focus-previous-area", { "<Shift>F6" } },
    { "win.show-shortcuts", { "<Control>question" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), rows[i].action, rows[i].keys);

  for (guint i = 0; i < TAL_N_DESTINATIONS; i++)
    {
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i + 1);
      g_autofree char *action = g_strdup_printf ("win.show-destination::%s",
                                                 tal_destination_get_name ((TalDestination)i));

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), action,
                                             (const char *[]){ key, NULL });
    }
}

static void
tal_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_activated_cb },
    { .name = "quit", .activate = quit_activated_cb },
    { .name = "new-collection", .activate = new_activated_cb },
    { .name = "open-collection", .activate = open_activated_cb },
    { .name = "open-example", .activate = example_activated_cb },
    { .name = "help", .activate = help_activated_cb },
    { .name = "preferences", .activate = preferences_activated_cb },
    { .name = "open-recent", .activate = recent_activated_cb, .parameter_type = "s" },
  };
  TalApplication *self = TAL_APPLICATION (application);

  self->settings = tal_settings_new ();
  tal_settings_follow_author (self->settings);
  begin_opening (self);

  G_APPLICATION_CLASS (tal_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  tal_spoken_names_start ();
  set_keys (self);
  self->ending = g_unix_signal_add (SIGTERM, terminated_cb, self);
  tal_settings_follow_colors (self->settings);
  g_signal_connect_object (self->settings, "changed::recent-collections",
                           G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);
}

static void
tal_application_dispose (GObject *object)
{
  TalApplication *self = TAL_APPLICATION (object);

  g_clear_handle_id (&self->ending, g_source_remove);
  g_clear_pointer (&self->early, tal_early_opening_free);
  g_clear_object (&self->asked);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tal_application_parent_class)->dispose (object);
}

static void
tal_application_class_init (TalApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_application_dispose;
  application_class->local_command_line = tal_application_local_command_line;
  application_class->startup = tal_application_startup;
  application_class->activate = tal_application_activate;
  application_class->open = tal_application_open;
}

static void
tal_application_init (TalApplication *self)
{
}

void
tal_application_choose_language (void)
{
  gtk_disable_setlocale ();
  tal_language_init ();
}

TalApplication *
tal_application_new (GApplicationFlags flags)
{
  return g_object_new (TAL_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       flags | G_APPLICATION_HANDLES_OPEN, "resource-base-path", RESOURCE_BASE,
                       NULL);
}

GSettings *
tal_application_get_settings (TalApplication *self)
{
  g_return_val_if_fail (TAL_IS_APPLICATION (self), NULL);

  return self->settings;
}

void
tal_application_show_about (TalApplication *self)
{
  g_return_if_fail (TAL_IS_APPLICATION (self));

  tal_about_present (get_window (self));
}
