/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-window.h"

#include "base/tal-error.h"
#include "model/tal-clock.h"
#include "model/tal-import-list.h"
#include "model/tal-workspace-import.h"
#include "ui/common/tal-file-chooser.h"
#include "ui/common/tal-text-scale.h"
#include "ui/import/tal-import-check-page.h"
#include "ui/import/tal-import-difference-page.h"
#include "ui/import/tal-import-file-page.h"
#include "ui/import/tal-import-summary-page.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  STEP_FILE,
  STEP_CHECK,
  STEP_DIFFERENCES,
  STEP_SUMMARY,
} Step;

struct _TalImportWindow
{
  AdwWindow parent_instance;

  TalWorkspace  *workspace;
  GFile         *file;    /* that was chosen; NULL for none */
  TalImportList *list;    /* of what it was compared to be; NULL while that is not known */
  Step           step;    /* that is shown */
  Step           next;    /* to be shown when what is under way is done */
  GCancellable  *running; /* what is under way; NULL for nothing */
  gboolean       writing;
  gboolean       moved; /* it is compared again, for something has changed since */
  gboolean       leaving;

  AdwWindowTitle          *title;
  GtkButton               *primary_button;
  GtkLabel                *reason;
  GtkStack                *stack;
  TalImportFilePage       *file_page;
  TalImportCheckPage      *check_page;
  TalImportDifferencePage *difference_page;
  TalImportSummaryPage    *summary_page;
};

static const char *const page_names[] = {
  [STEP_FILE] = "file",
  [STEP_CHECK] = "check",
  [STEP_DIFFERENCES] = "differences",
  [STEP_SUMMARY] = "summary",
};

G_DEFINE_FINAL_TYPE (TalImportWindow, tal_import_window, ADW_TYPE_WINDOW)

static char *
dup_file_name (TalImportWindow *self)
{
  g_autofree char *name = g_file_get_basename (self->file);

  return g_filename_display_name (name);
}

static gboolean
has_rows (TalImportWindow *self)
{
  return self->list != NULL && tal_import_list_count (self->list, TAL_IMPORT_FILTER_ALL) > 0;
}

static guint
count_written (TalImportWindow *self)
{
  TalImportTally tally = tal_import_list_get_tally (self->list);

  return tally.n_new + tally.n_changed + tally.n_removed;
}

static void
say (TalImportWindow *self, const char *reason)
{
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

/* What the button in the corner does in this step; to be freed. */
static char *
dup_primary_label (TalImportWindow *self)
{
  guint n_written;

  if (self->step == STEP_CHECK && self->list != NULL && !has_rows (self))
    return g_strdup (_ ("_Close"));
  if (self->step != STEP_SUMMARY || self->list == NULL)
    return g_strdup (_ ("_Next"));

  n_written = count_written (self);
  if (n_written == 0 && tal_import_list_has_choices (self->list))
    return g_strdup (_ ("_Keep the choices"));
  return g_strdup_printf (ngettext ("_Import %u change", "_Import %u changes", n_written),
                          n_written);
}

static gboolean
can_go_on (TalImportWindow *self)
{
  if (self->running != NULL || self->list == NULL)
    return FALSE;
  return self->step != STEP_SUMMARY || count_written (self) > 0 ||
         tal_import_list_has_choices (self->list);
}

static void
update_header (TalImportWindow *self)
{
  g_autofree char *label = dup_primary_label (self);
  g_autofree char *title = NULL;
  g_autofree char *name = self->file != NULL ? dup_file_name (self) : NULL;

  /* Translators: "Importér · trin 2 af 4". */
  title = g_strdup_printf (_ ("Import · step %u of %u"), (guint)self->step + 1,
                              (guint)G_N_ELEMENTS (page_names));
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, name != NULL ? name : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (self->primary_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", can_go_on (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back",
                                 self->step != STEP_FILE && !self->writing);
}

static void
focus_step (TalImportWindow *self)
{
  if (self->step == STEP_FILE && self->list == NULL)
    tal_import_file_page_focus (self->file_page);
  else if (self->step == STEP_DIFFERENCES)
    tal_import_difference_page_focus (self->difference_page);
  else if (can_go_on (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->primary_button));
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_step (TalImportWindow *self, Step step)
{
  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, page_names[step]);
  update_header (self);
  focus_step (self);
}

static void
stop (TalImportWindow *self)
{
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
show_chosen (TalImportWindow *self)
{
  const TalImportReport *report = tal_import_list_get_report (self->list);
  g_autofree char       *name = dup_file_name (self);
  g_autofree char       *sentence =
      report->sender != NULL ? g_strdup_printf (_ ("Chosen: %s, sent by %s"), name, report->sender)
                             : g_strdup_printf (_ ("Chosen: %s"), name);

  tal_import_file_page_show_chosen (self->file_page, sentence);
}

/* Takes the report. */
static void
take_report (TalImportWindow *self, TalImportReport *report)
{
  g_autoptr (TalImportList) earlier = g_steal_pointer (&self->list);
  const char               *notice = NULL;

  self->list = tal_import_list_new (report);
  if (self->moved)
    {
      if (earlier != NULL)
        tal_import_list_take_choices (self->list, earlier);
      notice =
          _ ("Something has changed since you chose. This is how it is now: look at it again.");
    }
  self->moved = FALSE;
  tal_import_check_page_show_report (self->check_page, self->file, report);
  tal_import_difference_page_show (self->difference_page, self->list, notice);
  tal_import_summary_page_show (self->summary_page, self->list);
  show_chosen (self);
  show_step (self, has_rows (self) ? self->next : STEP_CHECK);
}

static void
show_failure (TalImportWindow *self, const GError *error)
{
  g_clear_object (&self->list);
  tal_import_file_page_show_chosen (self->file_page, NULL);
  tal_import_check_page_show_failure (self->check_page, self->file, error);
  show_step (self, STEP_CHECK);
}

/* Of what is under way no more: somebody has chosen another file, or closed the window. */
static gboolean
is_over (TalImportWindow *self, GAsyncResult *result)
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

  if (is_over (self, result))
    return;

  g_clear_object (&self->running);
  if (report != NULL)
    take_report (self, g_steal_pointer (&report));
  else
    show_failure (self, error);
}

static void
told_cb (goffset bytes, goffset size, gpointer user_data)
{
  TalImportWindow *self = user_data;

  if (self->running != NULL && !self->writing)
    tal_import_check_page_show_progress (self->check_page, bytes, size);
}

/* Reads the file and compares it, 'anew' without what was chosen. */
static void
compare (TalImportWindow *self, Step next, gboolean anew)
{
  g_autoptr (GHashTable) choices =
      self->list != NULL && !anew ? tal_import_list_dup_choices (self->list) : NULL;
  const TalImportRequest request = { .path = g_file_peek_path (self->file),
                                     .choices = choices,
                                     .dry_run = TRUE };

  stop (self);
  say (self, NULL);
  self->next = next;
  self->running = g_cancellable_new ();
  tal_import_check_page_show_running (self->check_page, _ ("Reading the file …"));
  show_step (self, STEP_CHECK);
  tal_workspace_import_async (self->workspace, &request, NULL, told_cb, self, self->running,
                              compared_cb, g_object_ref (self));
}

/* In the parent, which stays. */
static void
report_written (TalImportWindow *self, const TalImportReport *report)
{
  GtkWindow       *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  guint            n_written = count_written (self);
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
      compare (self, STEP_DIFFERENCES, TRUE);
      return;
    }

  show_step (self, STEP_SUMMARY);
  say (self, error->message);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalImportWindow) self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalImportReport) report =
      tal_workspace_import_finish (TAL_WORKSPACE (source), result, &error);

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

/* 'receipt' may be NULL. */
static void
write_chosen (TalImportWindow *self, const char *receipt)
{
  g_autoptr (GHashTable) choices = tal_import_list_dup_choices (self->list);
  const TalImportRequest request = { .path = g_file_peek_path (self->file),
                                     .choices = choices,
                                     .seen = tal_import_list_get_report (self->list),
                                     .leaves_open = TRUE };

  say (self, NULL);
  self->writing = TRUE;
  self->running = g_cancellable_new ();
  tal_import_check_page_show_running (self->check_page, _ ("Importing …"));
  gtk_stack_set_visible_child_name (self->stack, page_names[STEP_CHECK]);
  update_header (self);
  tal_workspace_import_async (self->workspace, &request, receipt, NULL, NULL, self->running,
                              written_cb, g_object_ref (self));
}

static void
receipt_chosen_cb (GObject *object, GFile *file)
{
  TalImportWindow *self = TAL_IMPORT_WINDOW (object);

  if (self->running == NULL && self->list != NULL && g_file_peek_path (file) != NULL)
    write_chosen (self, g_file_peek_path (file));
}

static void
ask_for_receipt (TalImportWindow *self)
{
  const TalImportReport *report = tal_import_list_get_report (self->list);
  g_autofree char       *day = tal_day_to_string (tal_clock_get_today ());
  g_autofree char       *name = g_strdup_printf ("indsatstal_import_%s_%s",
                                           report->sender != NULL ? report->sender : "", day);

  tal_file_chooser_save_receipt (GTK_WINDOW (self), name, receipt_chosen_cb, G_OBJECT (self));
}

static void
next_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalImportWindow *self = TAL_IMPORT_WINDOW (widget);

  if (!can_go_on (self))
    return;

  switch (self->step)
    {
    case STEP_FILE:
      show_step (self, STEP_CHECK);
      break;
    case STEP_CHECK:
      if (has_rows (self))
        show_step (self, STEP_DIFFERENCES);
      else
        gtk_window_close (GTK_WINDOW (self));
      break;
    case STEP_DIFFERENCES:
      compare (self, STEP_SUMMARY, FALSE);
      break;
    case STEP_SUMMARY:
      if (tal_import_summary_page_get_wants_receipt (self->summary_page))
        ask_for_receipt (self);
      else
        write_chosen (self, NULL);
      break;
    }
}

static void
back_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalImportWindow *self = TAL_IMPORT_WINDOW (widget);

  if (self->step == STEP_FILE || self->writing)
    return;

  /* What is under way is let go of: it was asked for by the step that one goes back from. */
  if (self->running != NULL)
    {
      stop (self);
      show_step (self,
                 self->list != NULL && self->next == STEP_SUMMARY ? STEP_DIFFERENCES : STEP_FILE);
      return;
    }
  say (self, NULL);
  show_step (self, (Step)(self->step - 1));
}

static void
choose_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  tal_import_file_page_choose (TAL_IMPORT_WINDOW (widget)->file_page);
}

static void
file_chosen_cb (TalImportWindow *self, GFile *file)
{
  tal_import_window_take_file (self, file);
}

static void
leaving_answered_cb (TalImportWindow *self, const char *response)
{
  if (!g_str_equal (response, "leave"))
    return;

  stop (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_before_leaving (TalImportWindow *self)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self),
                              _ ("Close without importing?"),
                                 _ ("What you have chosen is lost. Nothing has been changed."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay",
                                    _ ("_Go Back"), "leave", _ ("_Close Anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leaving_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is being written is told to stop, and the window waits for what becomes of it. */
static gboolean
tal_import_window_close_request (GtkWindow *window)
{
  TalImportWindow *self = TAL_IMPORT_WINDOW (window);

  if (self->writing)
    {
      self->leaving = TRUE;
      g_cancellable_cancel (self->running);
      return TRUE;
    }
  if (self->list != NULL && tal_import_list_has_choices (self->list))
    {
      ask_before_leaving (self);
      return TRUE;
    }

  stop (self);
  return GTK_WINDOW_CLASS (tal_import_window_parent_class)->close_request (window);
}

static void
tal_import_window_dispose (GObject *object)
{
  TalImportWindow *self = TAL_IMPORT_WINDOW (object);

  stop (self);
  g_clear_object (&self->list);
  g_clear_object (&self->file);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_WINDOW);

  G_OBJECT_CLASS (tal_import_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_activated_cb);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, choose_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "import.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back",
                                       NULL);
}

static void
tal_import_window_class_init (TalImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tal_import_window_close_request;

  g_type_ensure (TAL_TYPE_IMPORT_CHECK_PAGE);
  g_type_ensure (TAL_TYPE_IMPORT_DIFFERENCE_PAGE);
  g_type_ensure (TAL_TYPE_IMPORT_FILE_PAGE);
  g_type_ensure (TAL_TYPE_IMPORT_SUMMARY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/import/tal-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, primary_button);
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, file_page);
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, check_page);
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, difference_page);
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, summary_page);
  gtk_widget_class_bind_template_callback (widget_class, file_chosen_cb);
  install_actions (widget_class);
}

static void
tal_import_window_init (TalImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
}

GtkWidget *
tal_import_window_new (GtkWindow *parent, TalWorkspace *workspace)
{
  TalImportWindow *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (TAL_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  tal_import_file_page_set_workspace (self->file_page, workspace);
  show_step (self, STEP_FILE);
  return GTK_WIDGET (self);
}

void
tal_import_window_take_file (TalImportWindow *self, GFile *file)
{
  g_return_if_fail (TAL_IS_IMPORT_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->writing)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      say (self, _ ("The file must lie on this computer or on a drive that it has mounted."));
      return;
    }

  g_set_object (&self->file, file);
  compare (self, STEP_CHECK, TRUE);
}
