/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's actions that make, move and take away initiatives and goals. */

#include "config.h"

#include "core/tal-goal-number.h"
#include "core/tal-initiative-edit.h"
#include "core/tal-initiative.h"
#include "ui/common/tal-initiative-text.h"
#include "ui/initiatives/tal-facts-dialog.h"
#include "ui/initiatives/tal-goal-dialog.h"
#include "ui/initiatives/tal-initiative-dialog.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

static gboolean
can_edit (TalWindow *self)
{
  return self->workspace != NULL && !tal_workspace_get_read_only (self->workspace);
}

static const TalRecord *
find_record (TalWindow *self, TalKind kind, TalId id)
{
  return tal_catalogue_find (tal_workspace_get_catalogue (self->workspace), kind, id);
}

/* The initiative that is shown; NULL where none is. */
static const TalRecord *
find_shown_initiative (TalWindow *self)
{
  if (self->workspace == NULL || g_strcmp0 (tal_window_get_page_name (self), "initiative") != 0)
    return NULL;

  return find_record (self, TAL_KIND_INITIATIVE,
                      tal_initiative_page_get_initiative (self->initiative));
}

/* The goal that is selected on the initiative's page; NULL where none is. */
static const TalRecord *
find_selected_goal (TalWindow *self)
{
  if (find_shown_initiative (self) == NULL)
    return NULL;

  return find_record (self, TAL_KIND_GOAL, tal_initiative_page_get_goal (self->initiative));
}

static void
new_initiative_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (can_edit (self))
    gtk_window_present (
        GTK_WINDOW (tal_initiative_dialog_new (GTK_WINDOW (self), self->workspace)));
}

static void
new_goal_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *initiative = find_shown_initiative (self);

  if (can_edit (self) && initiative != NULL)
    gtk_window_present (
        GTK_WINDOW (tal_goal_dialog_new (GTK_WINDOW (self), self->workspace, initiative->id)));
}

/* Ctrl+N makes what the page is a list of. */
static void
new_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (find_shown_initiative (self) != NULL)
    new_goal_activated_cb (widget, action_name, parameter);
  else if (g_strcmp0 (tal_window_get_page_name (self), "overview") == 0)
    new_initiative_activated_cb (widget, action_name, parameter);
}

static void
edit_goal_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *goal = find_selected_goal (self);
  GtkWidget       *dialog = NULL;

  if (!can_edit (self) || goal == NULL)
    return;

  dialog = tal_goal_dialog_new_for_goal (GTK_WINDOW (self), self->workspace, TAL_GOAL (goal));
  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
  else
    tal_window_show_message (self,
                             _ ("What this goal measures was put together elsewhere and cannot "
                                      "be edited here. Its words and targets can, beside it."));
}

/* The initiative of a row's menu, else the one that is shown. */
static const TalRecord *
find_meant_initiative (TalWindow *self, GVariant *parameter)
{
  TalId id;

  if (self->workspace == NULL)
    return NULL;
  if (parameter == NULL || g_variant_get_string (parameter, NULL)[0] == '\0')
    return find_shown_initiative (self);

  return tal_id_parse (g_variant_get_string (parameter, NULL), &id, NULL)
             ? find_record (self, TAL_KIND_INITIATIVE, id)
             : NULL;
}

static void
edit_initiative_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *initiative = find_meant_initiative (self, parameter);

  if (can_edit (self) && initiative != NULL)
    gtk_window_present (
        GTK_WINDOW (tal_initiative_dialog_new_for_initiative (GTK_WINDOW (self), self->workspace,
                                                              TAL_INITIATIVE (initiative))));
}

static void
choose_facts_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *initiative = find_shown_initiative (self);

  if (can_edit (self) && initiative != NULL)
    gtk_window_present (GTK_WINDOW (
        tal_facts_dialog_new (GTK_WINDOW (self), self->workspace, TAL_INITIATIVE (initiative))));
}

static void
goal_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *goal = NULL;
  TalId            id;

  if (self->workspace == NULL || !tal_id_parse (g_variant_get_string (parameter, NULL), &id, NULL))
    return;

  goal = find_record (self, TAL_KIND_GOAL, id);
  if (goal != NULL)
    tal_window_show_initiative (self, TAL_GOAL (goal)->initiative, id);
}

/* A change under way, and what is to be said when it is done. */
typedef struct
{
  TalWindow *window;
  char      *toast;
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->window);
  g_free (change->toast);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (change->window->workspace != TAL_WORKSPACE (source))
    return;
  if (!tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    tal_window_show_message (change->window, error->message);
  else
    tal_window_show_toast (change->window, change->toast, _ ("Undo"), "win.undo");
}

/* Takes the request and the toast. */
static void
change (TalWindow     *self,
        TalChangeMaker maker,
        gpointer       request,
        GDestroyNotify free_request,
        char          *toast)
{
  Change *under_way = g_new0 (Change, 1);

  under_way->window = g_object_ref (self);
  under_way->toast = toast;
  tal_workspace_change_async (self->workspace, maker, request, free_request, NULL, changed_cb,
                              under_way);
}

static gpointer
dup_id (TalId id)
{
  return g_memdup2 (&id, sizeof (TalId));
}

static void
delete_goal_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *goal = find_selected_goal (self);

  if (can_edit (self) && goal != NULL)
    change (self, tal_initiative_edit_delete_goal, dup_id (goal->id), g_free,
            g_strdup_printf (_ ("Goal %d has been deleted"), TAL_GOAL (goal)->number));
}

static void
move_goal_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *goal = find_selected_goal (self);
  TalMoveRequest   request = { TAL_KIND_GOAL, TAL_ID_NONE, g_variant_get_int32 (parameter) };

  if (!can_edit (self) || goal == NULL)
    return;

  request.id = goal->id;
  change (self, tal_goal_number_move, g_memdup2 (&request, sizeof request), g_free,
          g_strdup (_ ("The order has been changed")));
}

static void
renumbering_answered_cb (GtkWidget *dialog, const char *response, TalWindow *self)
{
  const TalRecord *initiative = find_shown_initiative (self);

  if (g_str_equal (response, "renumber") && can_edit (self) && initiative != NULL)
    change (self, tal_goal_number_renumber, dup_id (TAL_INITIATIVE (initiative)->plan), g_free,
            g_strdup (_ ("The goals have been numbered anew")));
}

/* Numbers stand in papers that are out already, so they are not changed unasked. */
static void
renumber_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);
  GtkWidget *dialog = NULL;

  if (!can_edit (self) || find_shown_initiative (self) == NULL)
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Number the goals anew?"),
                                                         _ ("All goals of the plan get the numbers from 1 on, in the order in "
                                      "which they stand. Papers that are out already have the old ones."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "renumber", _ ("_Number Anew"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "renumber");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (renumbering_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
archive (TalWindow *self, const TalRecord *initiative, gboolean archived)
{
  g_autoptr (TalRecord)     wanted = tal_record_copy (initiative);
  g_autoptr (TalPutRequest) request = NULL;
  g_autofree char          *label = NULL;

  ((TalInitiative *)wanted)->archived = archived;
  label = g_strdup_printf (archived ? _ ("the initiative “%s” archived")
                                    : _ ("the initiative “%s” brought back"),
                                         TAL_INITIATIVE (initiative)->name);
  request = tal_put_request_new (label);
  tal_put_request_add (request, wanted);
  change (self, tal_writer_put_all, g_steal_pointer (&request),
          (GDestroyNotify)tal_put_request_free,
          g_strdup (archived ? _ ("The initiative has been archived")
                             : _ ("The initiative has been brought back")));
}

static void
archive_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *initiative = find_meant_initiative (self, parameter);

  if (can_edit (self) && initiative != NULL)
    archive (self, initiative, g_str_equal (action_name, "win.archive-initiative"));
}

static void
copy_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *initiative = find_meant_initiative (self, parameter);
  g_autofree char *text = NULL;

  if (initiative == NULL)
    return;

  text = tal_initiative_text_spoken (TAL_INITIATIVE (initiative),
                                     tal_workspace_get_statuses (self->workspace));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tal_window_show_message (self, _ ("The initiative has been copied"));
}

/* What a person is asked whether it shall be deleted. */
typedef struct
{
  TalWindow    *window;
  TalWorkspace *workspace;
  TalChangeSet *changes;
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->window);
  g_object_unref (deletion->workspace);
  g_clear_pointer (&deletion->changes, tal_change_set_unref);
  g_free (deletion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalWindow) self = user_data;
  g_autoptr (GError)    error = NULL;

  if (self->workspace != TAL_WORKSPACE (source))
    return;
  if (!tal_workspace_commit_finish (TAL_WORKSPACE (source), result, &error))
    {
      tal_window_show_message (self, error->message);
      return;
    }

  tal_window_show_destination (self, TAL_DESTINATION_OVERVIEW);
  tal_window_show_toast (self, _ ("The initiative has been deleted"), _ ("Undo"), "win.undo");
}

static void
deletion_answered_cb (GtkWidget *dialog, const char *response, Deletion *deletion)
{
  if (g_str_equal (response, "delete"))
    tal_workspace_commit_async (deletion->workspace, deletion->changes, NULL, deleted_cb,
                                g_object_ref (deletion->window));
}

/* "3 mål og 12 resultater slettes også. Du kan fortryde bagefter." */
static char *
write_deletion (const TalChangeSet *changes)
{
  guint            n_goals = tal_initiative_edit_count_removed (changes, TAL_KIND_GOAL);
  guint            n_figures = tal_initiative_edit_count_removed (changes, TAL_KIND_OBSERVATION);
  g_autofree char *goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);
  g_autofree char *figures =
      g_strdup_printf (ngettext ("%u result", "%u results", n_figures), n_figures);

  return g_strdup_printf (_ ("%s and %s are deleted too. You can undo it afterwards."), goals,
                             figures);
}

static void
free_deletion (gpointer user_data, GClosure *closure)
{
  deletion_free (user_data);
}

static void
deletion_planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  g_autoptr (GError)   error = NULL;
  g_autofree char     *body = NULL;
  GtkWidget           *dialog = NULL;

  deletion->changes = tal_workspace_plan_finish (TAL_WORKSPACE (source), result, &error);
  if (deletion->changes == NULL)
    {
      tal_window_show_message (deletion->window, error->message);
      return;
    }

  body = write_deletion (deletion->changes);
  dialog =
      adw_message_dialog_new (GTK_WINDOW (deletion->window), _ ("Delete the initiative?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (deletion_answered_cb),
                         g_steal_pointer (&deletion), free_deletion, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_initiative_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *initiative = find_meant_initiative (self, parameter);
  Deletion        *deletion = NULL;

  if (!can_edit (self) || initiative == NULL)
    return;

  deletion = g_new0 (Deletion, 1);
  deletion->window = g_object_ref (self);
  deletion->workspace = g_object_ref (self->workspace);
  tal_workspace_plan_async (self->workspace, tal_initiative_edit_delete, dup_id (initiative->id),
                            g_free, NULL, deletion_planned_cb, deletion);
}

void
tal_window_update_editing (TalWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   editable = can_edit (self);
  gboolean   overview = g_strcmp0 (tal_window_get_page_name (self), "overview") == 0;
  gboolean   initiative = find_shown_initiative (self) != NULL;
  gboolean   archived = initiative && TAL_INITIATIVE (find_shown_initiative (self))->archived;
  gboolean   goal = find_selected_goal (self) != NULL;

  gtk_widget_set_visible (self->new_initiative_button, editable && overview);
  gtk_widget_action_set_enabled (widget, "win.new", editable && (overview || initiative));
  gtk_widget_action_set_enabled (widget, "win.new-initiative", editable);
  gtk_widget_action_set_enabled (widget, "win.edit-initiative", editable);
  gtk_widget_action_set_enabled (widget, "win.choose-facts", editable && initiative);
  gtk_widget_action_set_enabled (widget, "win.delete-initiative", editable);
  gtk_widget_action_set_enabled (widget, "win.archive-initiative", editable && !archived);
  gtk_widget_action_set_enabled (widget, "win.restore-initiative",
                                 editable && (!initiative || archived));
  gtk_widget_action_set_enabled (widget, "win.renumber-goals", editable && goal);
  gtk_widget_action_set_enabled (widget, "win.new-goal", editable && initiative);
  gtk_widget_action_set_enabled (widget, "win.edit-goal", editable && goal);
  gtk_widget_action_set_enabled (widget, "win.delete-goal", editable && goal);
  gtk_widget_action_set_enabled (widget, "win.move-goal", editable && goal);
}

void
tal_window_install_editing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.new-initiative", NULL,
                                   new_initiative_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-initiative", "s",
                                   edit_initiative_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.choose-facts", NULL,
                                   choose_facts_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.delete-initiative", "s",
                                   delete_initiative_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.archive-initiative", "s",
                                   archive_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-initiative", "s",
                                   archive_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-initiative", "s", copy_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.new-goal", NULL, new_goal_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-goal", NULL, edit_goal_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.delete-goal", NULL, delete_goal_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.move-goal", "i", move_goal_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.renumber-goals", NULL, renumber_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.show-goal", "s", goal_activated_cb);
}
