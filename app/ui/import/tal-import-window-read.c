/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import assistant asks of the worker, and what comes of it. */

#include "config.h"

#include "base/tal-error.h"
#include "model/tal-workspace-import.h"
#include "ui/import/tal-import-window-private.h"

#include <glib/gi18n-lib.h>

static void
show_chosen (TalImportWindow *self)
{
  const TalImportReport *report = tal_import_list_get_report (self->list);
  g_autofree char       *name = tal_import_window_dup_file_name (self);
  g_autofree char       *sentence =
      report->sender != NULL ? g_strdup_printf (_ ("Chosen: %s, sent by %s"), name, report->sender)
                             : g_strdup_printf (_ ("Chosen: %s"), name);

  tal_import_file_page_show_chosen (self->file_page, sentence);
}

/* Where it is shown first; a form has nothing to be asked about but what cannot be read. */
static Step
find_step (TalImportWindow *self)
{
  Step instead = self->figures != NULL ? STEP_COLUMNS : STEP_CHECK;

  if (!tal_import_window_has_rows (self) ||
      (self->figures != NULL && tal_import_columns_page_get_reason (self->columns_page) != NULL))
    return instead;
  if (self->next == STEP_COLUMNS && tal_figure_file_is_form (self->figures) &&
      self->step != STEP_COLUMNS)
    return STEP_DIFFERENCES;

  return self->next;
}

/* Takes the report. */
void
tal_import_window_take_report (TalImportWindow *self, TalImportReport *report)
{
  g_autoptr (TalImportList) earlier = g_steal_pointer (&self->list);
  const char               *notice = NULL;

  self->list = tal_import_list_new (report);
  if (earlier != NULL && (self->moved || self->figures != NULL))
    tal_import_list_take_choices (self->list, earlier);
  if (self->moved)
    notice = _ ("Something has changed since you chose. This is how it is now: look at it again.");
  self->moved = FALSE;
  if (self->figures == NULL)
    tal_import_check_page_show_report (self->check_page, self->file, report);
  tal_import_difference_page_show (self->difference_page, self->list, notice);
  tal_import_summary_page_show (self->summary_page, self->list);
  show_chosen (self);
  tal_import_window_show_step (self, find_step (self));
}

void
tal_import_window_show_failure (TalImportWindow *self, const GError *error)
{
  g_clear_object (&self->list);
  g_clear_pointer (&self->figures, tal_figure_file_unref);
  tal_import_file_page_show_chosen (self->file_page, NULL);
  tal_import_check_page_show_failure (self->check_page, self->file, error);
  tal_import_window_show_step (self, STEP_CHECK);
}

/* Of what is under way no more: somebody has chosen another file, or closed the window. */
gboolean
tal_import_window_is_over (TalImportWindow *self, GAsyncResult *result)
{
  return self->running == NULL || g_task_get_cancellable (G_TASK (result)) != self->running;
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalImportWindow) self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalImportReport) report =
      tal_workspace_import_finish (TAL_WORKSPACE (source), result, &error);

  if (tal_import_window_is_over (self, result))
    return;

  g_clear_object (&self->running);
  if (report != NULL)
    tal_import_window_take_report (self, g_steal_pointer (&report));
  else
    tal_import_window_show_failure (self, error);
}

static void
told_cb (goffset bytes, goffset size, gpointer user_data)
{
  TalImportWindow *self = user_data;

  if (self->running != NULL && !self->writing)
    tal_import_check_page_show_progress (self->check_page, bytes, size);
}

/* Reads the file and compares it, 'anew' without what was chosen. */
void
tal_import_window_compare (TalImportWindow *self, Step next, gboolean anew)
{
  g_autoptr (GHashTable) choices =
      self->list != NULL && !anew ? tal_import_list_dup_choices (self->list) : NULL;
  TalImportRequest request = { .choices = choices, .dry_run = TRUE };

  if (self->figures != NULL)
    {
      tal_import_window_try_figures (self, next, choices);
      return;
    }

  request.path = g_file_peek_path (self->file);
  tal_import_window_stop (self);
  tal_import_window_say (self, NULL);
  self->next = next;
  self->running = g_cancellable_new ();
  tal_import_check_page_show_running (self->check_page, _ ("Reading the file …"));
  tal_import_window_show_step (self, STEP_CHECK);
  tal_workspace_import_async (self->workspace, &request, NULL, told_cb, self, self->running,
                              compared_cb, g_object_ref (self));
}

/* In the parent, which stays. */
static void
report_written (TalImportWindow *self, const TalImportReport *report)
{
  GtkWindow       *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  guint            n_written = tal_import_window_count_written (self);
  g_autofree char *sentence =
      n_written > 0 ? g_strdup_printf (ngettext ("%u change has been imported",
                                                 "%u changes have been imported", n_written),
                                       n_written)
                    : g_strdup (_ ("The choices have been kept"));
  g_autofree char *toast = report->receipt_problem != NULL
      ? g_strdup_printf (_ ("%s, but the report could not be saved: %s"), sentence,
                            report->receipt_problem)
      : g_strdup (sentence);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undoable", "s", toast);
}

static void
show_not_written (TalImportWindow *self, const GError *error)
{
  if (self->leaving)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, TAL_ERROR, TAL_ERROR_CONFLICT))
    {
      self->moved = TRUE;
      tal_import_window_compare (self, STEP_DIFFERENCES, TRUE);
      return;
    }

  tal_import_window_show_step (self, STEP_SUMMARY);
  tal_import_window_say (self, error->message);
}

void
tal_import_window_end_writing (TalImportWindow       *self,
                               const TalImportReport *report,
                               const GError          *error)
{
  g_clear_object (&self->running);
  self->writing = FALSE;
  if (report == NULL)
    {
      show_not_written (self, error);
      return;
    }

  report_written (self, report);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalImportWindow) self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalImportReport) report =
      tal_workspace_import_finish (TAL_WORKSPACE (source), result, &error);

  tal_import_window_end_writing (self, report, error);
}

/* 'receipt' may be NULL. */
void
tal_import_window_write_chosen (TalImportWindow *self, const char *receipt)
{
  g_autoptr (GHashTable) choices = tal_import_list_dup_choices (self->list);
  TalImportRequest       request = { .choices = choices,
                                     .seen = tal_import_list_get_report (self->list),
                                     .leaves_open = TRUE };

  tal_import_window_say (self, NULL);
  self->writing = TRUE;
  self->running = g_cancellable_new ();
  tal_import_check_page_show_running (self->check_page, _ ("Importing …"));
  gtk_stack_set_visible_child_name (self->stack, "check");
  tal_import_window_update_header (self);
  if (self->figures != NULL)
    {
      tal_import_window_write_figures (self, &request, receipt);
      return;
    }

  request.path = g_file_peek_path (self->file);
  tal_workspace_import_async (self->workspace, &request, receipt, NULL, NULL, self->running,
                              written_cb, g_object_ref (self));
}
