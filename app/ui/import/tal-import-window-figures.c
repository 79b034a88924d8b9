/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables, statistical files, forms and the clipboard in the import assistant. */

#include "config.h"

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "model/tal-workspace-figures.h"
#include "ui/import/tal-import-window-private.h"

#include <glib/gi18n-lib.h>

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalImportWindow) self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalFigureFile)   file =
      tal_workspace_open_figures_finish (TAL_WORKSPACE (source), result, &error);

  if (tal_import_window_is_over (self, result))
    return;

  g_clear_object (&self->running);
  if (error != NULL)
    {
      tal_import_window_show_failure (self, error);
      return;
    }

  self->figures = g_steal_pointer (&file);
  tal_import_window_compare (self, self->figures != NULL ? STEP_COLUMNS : STEP_CHECK, TRUE);
}

static void
show_reading (TalImportWindow *self)
{
  tal_import_check_page_show_running (self->check_page, _ ("Reading the file …"));
  tal_import_window_show_step (self, STEP_CHECK);
}

void
tal_import_window_open (TalImportWindow *self, GFile *file, const char *clipboard)
{
  tal_import_window_stop (self);
  tal_import_window_say (self, NULL);
  g_set_object (&self->file, file);
  g_clear_object (&self->list);
  g_clear_pointer (&self->figures, tal_figure_file_unref);
  g_ptr_array_set_size (self->answers, 0);
  tal_import_columns_page_clear (self->columns_page);
  self->running = g_cancellable_new ();
  show_reading (self);
  tal_workspace_open_figures_async (self->workspace, file != NULL ? g_file_peek_path (file) : NULL,
                                    clipboard, self->running, opened_cb, g_object_ref (self));
}

/* A file of headings alone has nothing to be asked about. */
static gboolean
has_texts (const TalFigureFile *file)
{
  gboolean found = tal_figure_file_get_n_sheets (file) > 1 || tal_figure_file_is_form (file);

  for (guint i = 0; i < tal_figure_file_get_n_columns (file) && !found; i++)
    {
      g_autofree char *samples = tal_figure_file_dup_samples (file, i);

      found = *samples != '\0';
    }
  return found;
}

static void
show_emptiness (TalImportWindow *self)
{
  g_autoptr (GError) error =
      g_error_new_literal (TAL_ERROR, TAL_ERROR_INVALID_FILE, _ ("The file contains no figures."));

  tal_import_window_show_failure (self, error);
}

static void
take_figures (TalImportWindow *self, TalFigureReport *report)
{
  gboolean asks = tal_figure_report_has_questions (report);

  tal_import_columns_page_show (self->columns_page, self->figures, report,
                                tal_workspace_get_catalogue (self->workspace));
  if (!asks)
    {
      tal_import_window_take_report (self, g_steal_pointer (&report->import));
      return;
    }

  if (self->step == STEP_COLUMNS)
    tal_import_window_update_header (self);
  else
    tal_import_window_show_step (self, STEP_COLUMNS);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalImportWindow) self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalFigureReport) report =
      tal_workspace_import_figures_finish (TAL_WORKSPACE (source), result, &error);

  if (tal_import_window_is_over (self, result))
    return;

  g_clear_object (&self->running);
  if (report == NULL)
    tal_import_window_show_failure (self, error);
  else if (report->import == NULL && !has_texts (self->figures))
    show_emptiness (self);
  else
    take_figures (self, report);
}

void
tal_import_window_try_figures (TalImportWindow *self, Step next, GHashTable *choices)
{
  const TalFigureRequest request = { .import = { .choices = choices, .dry_run = TRUE } };

  tal_import_window_stop (self);
  tal_import_window_say (self, NULL);
  self->next = next;
  self->running = g_cancellable_new ();
  if (self->step != STEP_COLUMNS)
    show_reading (self);
  tal_import_columns_page_show_trying (self->columns_page);
  tal_import_window_update_header (self);
  tal_workspace_import_figures_async (self->workspace, self->figures, self->answers, &request, NULL,
                                      self->running, tried_cb, g_object_ref (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalImportWindow) self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalFigureReport) report =
      tal_workspace_import_figures_finish (TAL_WORKSPACE (source), result, &error);

  tal_import_window_end_writing (self, report != NULL ? report->import : NULL, error);
}

void
tal_import_window_write_figures (TalImportWindow        *self,
                                 const TalImportRequest *request,
                                 const char             *receipt)
{
  const TalFigureRequest asked = {
    .import = *request,
    .skips_refused = tal_import_columns_page_get_skips_refused (self->columns_page),
  };

  tal_workspace_import_figures_async (self->workspace, self->figures, self->answers, &asked,
                                      receipt, self->running, written_cb, g_object_ref (self));
}

/* Another sheet has other columns: nothing that was said before is of them. */
void
tal_import_window_answered_cb (TalImportWindow *self, TalFigureAnswer *answer)
{
  if (self->figures == NULL || self->writing)
    return;

  if (answer->kind == TAL_FIGURE_ANSWER_SHEET)
    g_ptr_array_set_size (self->answers, 0);
  g_ptr_array_add (self->answers, tal_figure_answer_ref (answer));
}

void
tal_import_window_changed_cb (TalImportWindow *self)
{
  if (self->figures != NULL && !self->writing)
    tal_import_window_compare (self, STEP_COLUMNS, FALSE);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalImportWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->workspace == NULL || self->writing)
    return;

  if (text == NULL || *text == '\0')
    tal_import_window_say (self, _ ("There is no table on the clipboard. Copy the cells in the "
                                    "spreadsheet first."));
  else
    tal_import_window_open (self, NULL, text);
}

void
tal_import_window_paste_activated_cb (GtkWidget  *widget,
                                      const char *action_name,
                                      GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                 g_object_ref (widget));
}
