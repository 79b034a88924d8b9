/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/tal-error.h"
#include "ui/application/tal-recent.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

/* A collection that is there sooner is shown without a spinner before it. */
#define SPINNER_MILLISECONDS 300

void
tal_window_update_banner (TalWindow *self)
{
  if (self->backup_problem != NULL)
    tal_banner_show (self->banner, self->backup_problem, _ ("Try again"), "win.back-up");
  else if (self->workspace != NULL && tal_workspace_get_read_only (self->workspace))
    tal_banner_show (self->banner,
                     _ ("The collection is read-only: you can read it, but not correct it."), NULL,
                        NULL);
  else if (self->workspace != NULL && tal_workspace_get_in_use (self->workspace) != NULL)
    tal_banner_show (self->banner, tal_workspace_get_in_use (self->workspace), NULL, NULL);
  else if (self->workspace != NULL && tal_workspace_get_example (self->workspace))
    tal_banner_show (self->banner, _ ("You are looking at example data."),
                                      _ ("Create your own collection"), "app.new-collection");
  else
    tal_banner_hide (self->banner);
}

static void
set_workspace (TalWindow *self, TalWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_group_set_target (self->signals, workspace);
  tal_sidebar_set_workspace (self->sidebar, workspace);
  if (self->overview != NULL)
    tal_overview_page_set_workspace (self->overview, workspace);
  if (self->initiative != NULL)
    tal_initiative_page_set_workspace (self->initiative, workspace);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), workspace != NULL);
  tal_window_update_undo (self);
  tal_window_update_backup_actions (self);
  tal_window_update_banner (self);
  tal_window_update_exchange (self);
  g_object_notify (G_OBJECT (self), "workspace");
}

/* Whether another window of the program shows the collection. */
static gboolean
is_open_beside (TalWindow *self, TalWorkspace *workspace)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    {
      TalWorkspace *other = TAL_IS_WINDOW (each->data) && each->data != self
                                ? TAL_WINDOW (each->data)->workspace
                                : NULL;

      if (other != NULL &&
          g_str_equal (tal_workspace_get_path (other), tal_workspace_get_path (workspace)))
        return TRUE;
    }
  return FALSE;
}

/* What was stored is there whatever happened: it is said, and nothing has to be done. */
static void
mark_open (TalWindow *self, GFile *file)
{
  if (tal_workspace_get_read_only (self->workspace) || is_open_beside (self, self->workspace))
    return;

  if (tal_recent_mark_open (self->settings, file))
    tal_window_show_message (self, _ ("The program was not closed properly last time. Everything "
                                      "that was saved is here."));
}

static void
mark_closed (TalWindow *self, TalWorkspace *workspace)
{
  g_autoptr (GFile) file = g_file_new_for_path (tal_workspace_get_path (workspace));

  if (!is_open_beside (self, workspace))
    tal_recent_mark_closed (self->settings, file);
}

void
tal_window_close_collection (TalWindow *self)
{
  g_autoptr (TalWorkspace) closing = NULL;

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (self->workspace == NULL)
    return;

  tal_window_stop_backups (self);
  tal_window_withdraw_toast (self);
  closing = g_object_ref (self->workspace);
  set_workspace (self, NULL);
  tal_workspace_close (closing);
  mark_closed (self, closing);
}

static gboolean
spinner_timed_out_cb (gpointer user_data)
{
  TalWindow *self = user_data;

  self->spinner_timeout = 0;
  gtk_spinner_start (self->spinner);
  tal_window_show_page (self, "loading");
  return G_SOURCE_REMOVE;
}

/* Takes the file. */
static void
take_failed (TalWindow *self, GFile *file)
{
  g_clear_object (&self->failed);
  self->failed = file;
  tal_window_update_backup_actions (self);
}

static void
start_opening (TalWindow *self)
{
  tal_window_close_collection (self);
  take_failed (self, NULL);
  self->opening = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  self->spinner_timeout = g_timeout_add (SPINNER_MILLISECONDS, spinner_timed_out_cb, self);
}

static TalDestination
get_last_destination (TalWindow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "last-destination");
  TalDestination   destination = TAL_DESTINATION_OVERVIEW;

  return tal_destination_from_name (name, &destination) ? destination : TAL_DESTINATION_OVERVIEW;
}

/* A window that nobody has seen yet is painted before its page is made: the page costs as
 * much as the rest of it. */
static gboolean
is_unseen (TalWindow *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL && gdk_frame_clock_get_frame_counter (clock) <= 0;
}

static void
painted_cb (TalWindow *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  if (self->workspace != NULL)
    tal_window_show_destination (self, self->destination);
}

static void
show_opened (TalWindow *self, TalWorkspace *workspace)
{
  g_autoptr (GFile) file = g_file_new_for_path (tal_workspace_get_path (workspace));

  set_workspace (self, workspace);
  tal_window_start_backups (self);
  tal_recent_add (self->settings, file);
  mark_open (self, file);
  self->destination = get_last_destination (self);
  g_array_set_size (self->visited, 0);
  if (is_unseen (self))
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint",
                             G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  else
    tal_window_show_destination (self, self->destination);
}

/* What is being opened, and for whom. */
typedef struct _Opening Opening;

struct _Opening
{
  TalWindow *window;
  GFile     *file;
  void (*start) (Opening *self); /* asks the workspace for it, and gives it the opening */

  TalEarlyOpening *early; /* of one that began before; until it is taken */

  char    *unit_name; /* of one that is made */
  gboolean example;

  TalKeptCopy *copy; /* of one that is brought back */
  gboolean     in_place;
};

static Opening *
opening_new (TalWindow *self, GFile *file, void (*start) (Opening *opening))
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->file = g_object_ref (file);
  opening->start = start;
  return opening;
}

static void
opening_free (Opening *self)
{
  g_object_unref (self->window);
  g_object_unref (self->file);
  g_clear_pointer (&self->early, tal_early_opening_free);
  g_free (self->unit_name);
  g_clear_pointer (&self->copy, tal_kept_copy_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
show_failure (TalWindow *self, GFile *file, const GError *error)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL)
    take_failed (self, g_object_ref (file));
  tal_error_page_show_error (self->error_page, path, error);
  tal_window_show_page (self, "error");
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening)      opening = user_data;
  g_autoptr (TalWorkspace) workspace = NULL;
  g_autoptr (GError)       error = NULL;
  TalWindow               *self = opening->window;

  workspace = tal_workspace_open_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->opening);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
  if (workspace == NULL)
    show_failure (self, opening->file, error);
  else
    show_opened (self, workspace);
}

static void
start_existing (Opening *opening)
{
  tal_workspace_open_async (g_file_peek_path (opening->file), opening->window->opening, opened_cb,
                            opening);
}

static void
start_early (Opening *opening)
{
  g_set_object (&opening->window->opening, tal_early_opening_get_cancellable (opening->early));
  tal_early_opening_take (g_steal_pointer (&opening->early), opened_cb, opening);
}

static void
start_new (Opening *opening)
{
  tal_workspace_create_async (g_file_peek_path (opening->file), opening->unit_name,
                              opening->example, opening->window->opening, opened_cb, opening);
}

static void
start_backup (Opening *opening)
{
  tal_workspace_open_backup_async (opening->copy, g_file_peek_path (opening->file),
                                   opening->in_place, opening->window->opening, opened_cb, opening);
}

/* What lies where no path leads to cannot be worked in. */
static void
refuse_place (Opening *opening)
{
  g_autoptr (GError) error =
      g_error_new_literal (TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                           _ ("A collection must lie on this computer or on a drive that it "
                              "has mounted."));

  tal_window_close_collection (opening->window);
  show_failure (opening->window, opening->file, error);
}

static void
start (TalWindow *self, gpointer errand)
{
  Opening *opening = errand;

  start_opening (self);
  if (g_file_peek_path (opening->file) != NULL)
    {
      opening->start (opening);
      return;
    }

  refuse_place (opening);
  opening_free (opening);
}

/* Takes the opening. */
static void
open_in_place (TalWindow *self, Opening *opening)
{
  tal_window_leave_collection (self, start, opening, (GDestroyNotify)opening_free);
}

void
tal_window_open_collection (TalWindow *self, GFile *file)
{
  g_return_if_fail (TAL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  open_in_place (self, opening_new (self, file, start_existing));
}

void
tal_window_take_opening (TalWindow *self, TalEarlyOpening *early)
{
  Opening *opening = NULL;

  g_return_if_fail (TAL_IS_WINDOW (self));
  g_return_if_fail (early != NULL);

  opening = opening_new (self, tal_early_opening_get_file (early), start_early);
  opening->early = early;
  open_in_place (self, opening);
}

void
tal_window_create_collection (TalWindow *self, GFile *file, const char *unit_name, gboolean example)
{
  Opening *opening = NULL;

  g_return_if_fail (TAL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  opening = opening_new (self, file, start_new);
  opening->unit_name = g_strdup (unit_name);
  opening->example = example;
  open_in_place (self, opening);
}

void
tal_window_restore_collection (TalWindow         *self,
                               const TalKeptCopy *copy,
                               const char        *path,
                               gboolean           in_place)
{
  g_autoptr (GFile) file = NULL;
  Opening          *opening = NULL;

  g_return_if_fail (TAL_IS_WINDOW (self));
  g_return_if_fail (copy != NULL && path != NULL);

  file = g_file_new_for_path (path);
  opening = opening_new (self, file, start_backup);
  opening->copy = tal_kept_copy_new (copy->path, copy->made_at);
  opening->in_place = in_place;
  open_in_place (self, opening);
}

static void
retry_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow        *self = TAL_WINDOW (widget);
  g_autoptr (GFile) file = self->failed != NULL ? g_object_ref (self->failed) : NULL;

  if (file != NULL)
    tal_window_open_collection (self, file);
}

void
tal_window_install_opening_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.retry-opening", NULL, retry_activated_cb);
}
