/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-window.h"

#include "model/tal-clock.h"
#include "ui/common/tal-file-chooser.h"
#include "ui/common/tal-text-scale.h"
#include "ui/import/tal-import-window-private.h"

#include <glib/gi18n-lib.h>

static const char *const page_names[] = {
  [STEP_FILE] = "file",       [STEP_COLUMNS] = "columns",
  [STEP_CHECK] = "check",     [STEP_DIFFERENCES] = "differences",
  [STEP_SUMMARY] = "summary",
};

/* As people count them: a file has its columns asked about, or is checked. */
static const guint numbers[] = {
  [STEP_FILE] = 1, [STEP_COLUMNS] = 2, [STEP_CHECK] = 2, [STEP_DIFFERENCES] = 3, [STEP_SUMMARY] = 4,
};

#define N_STEPS 4

G_DEFINE_FINAL_TYPE (TalImportWindow, tal_import_window, ADW_TYPE_WINDOW)

char *
tal_import_window_dup_file_name (TalImportWindow *self)
{
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;

  if (name == NULL)
    return g_strdup (_ ("The clipboard"));

  return g_filename_display_name (name);
}

gboolean
tal_import_window_has_rows (TalImportWindow *self)
{
  return self->list != NULL && tal_import_list_count (self->list, TAL_IMPORT_FILTER_ALL) > 0;
}

guint
tal_import_window_count_written (TalImportWindow *self)
{
  TalImportTally tally = tal_import_list_get_tally (self->list);

  return tally.n_new + tally.n_changed + tally.n_removed;
}

void
tal_import_window_say (TalImportWindow *self, const char *reason)
{
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

static gboolean
can_go_on (TalImportWindow *self)
{
  if (self->running != NULL)
    return FALSE;
  if (self->step == STEP_FILE && self->figures != NULL)
    return TRUE;
  if (self->list == NULL)
    return FALSE;
  if (self->step == STEP_COLUMNS)
    return tal_import_columns_page_get_reason (self->columns_page) == NULL;

  return self->step != STEP_SUMMARY || tal_import_window_count_written (self) > 0 ||
         tal_import_list_has_choices (self->list);
}

/* What the button in the corner does in this step; to be freed. */
static char *
dup_primary_label (TalImportWindow *self)
{
  guint n_written;

  if ((self->step == STEP_CHECK || (self->step == STEP_COLUMNS && can_go_on (self))) &&
      self->list != NULL && !tal_import_window_has_rows (self))
    return g_strdup (_ ("_Close"));
  if (self->step != STEP_SUMMARY || self->list == NULL)
    return g_strdup (_ ("_Next"));

  n_written = tal_import_window_count_written (self);
  if (n_written == 0 && tal_import_list_has_choices (self->list))
    return g_strdup (_ ("_Keep the choices"));
  return g_strdup_printf (ngettext ("_Import %u change", "_Import %u changes", n_written),
                          n_written);
}

void
tal_import_window_update_header (TalImportWindow *self)
{
  const char      *why = NULL;
  g_autofree char *label = dup_primary_label (self);
  g_autofree char *title = NULL;
  g_autofree char *name =
      self->file != NULL || self->figures != NULL ? tal_import_window_dup_file_name (self) : NULL;

  /* Translators: "Importér · trin 2 af 4". */
  title = g_strdup_printf (_ ("Import · step %u of %u"), numbers[self->step], N_STEPS);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, name != NULL ? name : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (self->primary_button, label);
  why = self->step == STEP_COLUMNS ? tal_import_columns_page_get_reason (self->columns_page) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->primary_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why != NULL ? why : "", -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", can_go_on (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.paste", self->step == STEP_FILE);
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

void
tal_import_window_show_step (TalImportWindow *self, Step step)
{
  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, page_names[step]);
  tal_import_window_update_header (self);
  focus_step (self);
}

void
tal_import_window_stop (TalImportWindow *self)
{
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
receipt_chosen_cb (GObject *object, GFile *file)
{
  TalImportWindow *self = TAL_IMPORT_WINDOW (object);

  if (self->running == NULL && self->list != NULL && g_file_peek_path (file) != NULL)
    tal_import_window_write_chosen (self, g_file_peek_path (file));
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
      if (self->figures != NULL)
        tal_import_window_compare (self, STEP_COLUMNS, FALSE);
      else
        tal_import_window_show_step (self, STEP_CHECK);
      break;
    case STEP_COLUMNS:
    case STEP_CHECK:
      if (tal_import_window_has_rows (self))
        tal_import_window_show_step (self, STEP_DIFFERENCES);
      else
        gtk_window_close (GTK_WINDOW (self));
      break;
    case STEP_DIFFERENCES:
      tal_import_window_compare (self, STEP_SUMMARY, FALSE);
      break;
    case STEP_SUMMARY:
      if (tal_import_summary_page_get_wants_receipt (self->summary_page))
        ask_for_receipt (self);
      else
        tal_import_window_write_chosen (self, NULL);
      break;
    }
}

static Step
find_step_before (TalImportWindow *self)
{
  if (self->step == STEP_SUMMARY)
    return STEP_DIFFERENCES;
  if (self->step == STEP_DIFFERENCES)
    return self->figures != NULL ? STEP_COLUMNS : STEP_CHECK;

  return STEP_FILE;
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
      tal_import_window_stop (self);
      tal_import_window_show_step (self, self->list != NULL && self->next == STEP_SUMMARY
                                             ? STEP_DIFFERENCES
                                             : STEP_FILE);
      return;
    }
  tal_import_window_say (self, NULL);
  tal_import_window_show_step (self, find_step_before (self));
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

  tal_import_window_stop (self);
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
  if (self->answers->len > 0 || (self->list != NULL && tal_import_list_has_choices (self->list)))
    {
      ask_before_leaving (self);
      return TRUE;
    }

  tal_import_window_stop (self);
  return GTK_WINDOW_CLASS (tal_import_window_parent_class)->close_request (window);
}

static void
tal_import_window_dispose (GObject *object)
{
  TalImportWindow *self = TAL_IMPORT_WINDOW (object);

  tal_import_window_stop (self);
  g_clear_object (&self->list);
  g_clear_object (&self->file);
  g_clear_pointer (&self->figures, tal_figure_file_unref);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_WINDOW);

  G_OBJECT_CLASS (tal_import_window_parent_class)->dispose (object);
}

static void
tal_import_window_finalize (GObject *object)
{
  g_ptr_array_unref (TAL_IMPORT_WINDOW (object)->answers);

  G_OBJECT_CLASS (tal_import_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_activated_cb);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, choose_activated_cb);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL,
                                   tal_import_window_paste_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste",
                                       NULL);
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
  G_OBJECT_CLASS (klass)->finalize = tal_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tal_import_window_close_request;

  g_type_ensure (TAL_TYPE_IMPORT_CHECK_PAGE);
  g_type_ensure (TAL_TYPE_IMPORT_COLUMNS_PAGE);
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
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, columns_page);
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, difference_page);
  gtk_widget_class_bind_template_child (widget_class, TalImportWindow, summary_page);
  gtk_widget_class_bind_template_callback (widget_class, file_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tal_import_window_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, tal_import_window_changed_cb);
  install_actions (widget_class);
}

static void
tal_import_window_init (TalImportWindow *self)
{
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_figure_answer_unref);
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
  tal_import_window_show_step (self, STEP_FILE);
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
      tal_import_window_say (self, _ ("The file must lie on this computer or on a drive that it has mounted."));
      return;
    }

  tal_import_window_open (self, file, NULL);
}
