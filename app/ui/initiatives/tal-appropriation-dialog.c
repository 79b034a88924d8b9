/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-appropriation-dialog.h"

#include "base/tal-danish-number.h"
#include "base/tal-error.h"
#include "core/tal-change-text.h"
#include "core/tal-writer.h"
#include "model/tal-clock.h"
#include "ui/application/tal-settings.h"
#include "ui/common/tal-choice.h"
#include "ui/common/tal-form.h"
#include "ui/common/tal-help-key.h"
#include "ui/common/tal-text-scale.h"

#include <glib/gi18n-lib.h>

struct _TalAppropriationDialog
{
  AdwWindow parent_instance;

  TalWorkspace     *workspace;
  TalAppropriation *appropriation; /* as it was when the dialog was opened */
  gboolean          creates;
  gboolean          saving;

  GtkWidget   *cancel_button;
  GtkButton   *save_button;
  GtkLabel    *reason;
  GtkEditable *amount;
  GtkEditable *year;
  GtkEditable *source;
  AdwComboRow *expiry;
  GtkEditable *expiry_year;
  AdwComboRow *money_kind;
  GtkEditable *price_level;
  GtkEditable *account;
  GtkEditable *committee;
  GtkEditable *note;
};

G_DEFINE_FINAL_TYPE (TalAppropriationDialog, tal_appropriation_dialog, ADW_TYPE_WINDOW)

static gboolean
expires_in_a_year (TalAppropriationDialog *self)
{
  return adw_combo_row_get_selected (self->expiry) == TAL_EXPIRY_YEAR;
}

static void
mark (TalAppropriationDialog *self, GtkEditable *field)
{
  tal_form_mark (self->amount, field == self->amount);
  tal_form_mark (self->year, field == self->year);
  tal_form_mark (self->expiry_year, field == self->expiry_year);
}

/* Why it cannot be stored, and the field that is in the way; NULL for none. */
static void
say (TalAppropriationDialog *self, GtkEditable *field, const char *reason)
{
  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
  mark (self, field);
  if (field == NULL)
    return;

  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_editable_get_delegate (field)),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->reason, NULL, -1);
  gtk_widget_grab_focus (GTK_WIDGET (field));
}

static void
changed_cb (TalAppropriationDialog *self)
{
  if (self->workspace == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->expiry_year), expires_in_a_year (self));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  mark (self, NULL);
}

static gboolean
read_amount (TalAppropriationDialog *self,
             TalAppropriation       *wanted,
             GtkEditable           **ret_field,
             GError                **error)
{
  g_autofree char *text = tal_form_dup_text (self->amount);

  *ret_field = self->amount;
  if (text[0] != '\0')
    return tal_form_parse_kroner (text, &wanted->amount, error);

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                       _ ("Write how much is given, such as 3.500.000 or 3,5 mio. kr."));
  return FALSE;
}

static gboolean
read_expiry (TalAppropriationDialog *self,
             TalAppropriation       *wanted,
             GtkEditable           **ret_field,
             GError                **error)
{
  *ret_field = self->expiry_year;
  wanted->expiry = (TalExpiry)adw_combo_row_get_selected (self->expiry);
  wanted->expiry_year = 0;
  if (!expires_in_a_year (self))
    return TRUE;
  if (!tal_form_read_year (self->expiry_year, &wanted->expiry_year, error))
    return FALSE;
  if (wanted->expiry_year >= wanted->year)
    return TRUE;

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
               _ ("Money for %d cannot expire before that year is over."), wanted->year);
  return FALSE;
}

static gboolean
read_fields (TalAppropriationDialog *self,
             TalAppropriation       *wanted,
             GtkEditable           **ret_field,
             GError                **error)
{
  if (!read_amount (self, wanted, ret_field, error))
    return FALSE;
  *ret_field = self->year;
  if (!tal_form_read_year (self->year, &wanted->year, error) ||
      !read_expiry (self, wanted, ret_field, error))
    return FALSE;

  wanted->money_kind = (TalMoneyKind)adw_combo_row_get_selected (self->money_kind);
  tal_form_read_text (self->source, &wanted->source);
  tal_form_read_text (self->price_level, &wanted->price_level);
  tal_form_read_text (self->account, &wanted->account);
  tal_form_read_text (self->committee, &wanted->committee);
  tal_form_read_text (self->note, &wanted->note);
  return TRUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalAppropriationDialog) self = user_data;
  g_autoptr (GError)                 error = NULL;

  self->saving = FALSE;
  if (tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    say (self, NULL, error->message);
}

static void
save_clicked_cb (TalAppropriationDialog *self)
{
  g_autoptr (TalRecord)     wanted = NULL;
  g_autoptr (TalPutRequest) request = NULL;
  g_autoptr (GError)        error = NULL;
  g_autofree char          *label = NULL;
  GtkEditable              *field = NULL;

  if (self->saving)
    return;

  wanted = tal_record_copy (&self->appropriation->record);
  if (!read_fields (self, (TalAppropriation *)wanted, &field, &error))
    {
      say (self, field, error->message);
      return;
    }

  label = tal_change_text_for_change (tal_workspace_get_catalogue (self->workspace),
                                      self->creates ? NULL : &self->appropriation->record, wanted);
  request = tal_put_request_new (label);
  tal_put_request_add (request, wanted);
  self->saving = TRUE;
  tal_workspace_change_async (self->workspace, tal_writer_put_all, g_steal_pointer (&request),
                              (GDestroyNotify)tal_put_request_free, NULL, saved_cb,
                              g_object_ref (self));
}

static gboolean
tal_appropriation_dialog_close_request (GtkWindow *window)
{
  TalAppropriationDialog *self = TAL_APPROPRIATION_DIALOG (window);

  if (self->creates || self->workspace == NULL || tal_workspace_get_read_only (self->workspace))
    return GTK_WINDOW_CLASS (tal_appropriation_dialog_parent_class)->close_request (window);

  save_clicked_cb (self);
  return TRUE;
}

static void
tal_appropriation_dialog_dispose (GObject *object)
{
  TalAppropriationDialog *self = TAL_APPROPRIATION_DIALOG (object);

  g_clear_object (&self->workspace);
  if (self->appropriation != NULL)
    tal_record_unref (&self->appropriation->record);
  self->appropriation = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_APPROPRIATION_DIALOG);

  G_OBJECT_CLASS (tal_appropriation_dialog_parent_class)->dispose (object);
}

static void
tal_appropriation_dialog_class_init (TalAppropriationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_appropriation_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tal_appropriation_dialog_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-appropriation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, year);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, source);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, expiry);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, expiry_year);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, money_kind);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, price_level);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, account);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, committee);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
tal_appropriation_dialog_init (TalAppropriationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
  tal_choice_show_whole (GTK_WIDGET (self));
  tal_help_key_add (GTK_WINDOW (self));
}

static void
show_year (GtkEditable *field, int year)
{
  g_autofree char *text = year > 0 ? g_strdup_printf ("%d", year) : NULL;

  tal_form_show_text (field, text);
}

static void
show_appropriation (TalAppropriationDialog *self)
{
  const TalAppropriation *shown = self->appropriation;
  g_autofree char        *amount = NULL;

  if (!tal_decimal_is_none (shown->amount))
    amount = tal_danish_number_format (shown->amount, TAL_DANISH_NUMBER_TRUE_MINUS);
  tal_form_show_text (self->amount, amount);
  show_year (self->year, shown->year);
  tal_form_show_text (self->source, shown->source);
  adw_combo_row_set_selected (self->expiry, shown->expiry);
  show_year (self->expiry_year, shown->expiry_year);
  adw_combo_row_set_selected (self->money_kind, shown->money_kind);
  tal_form_show_text (self->price_level, shown->price_level);
  tal_form_show_text (self->account, shown->account);
  tal_form_show_text (self->committee, shown->committee);
  tal_form_show_text (self->note, shown->note);
  changed_cb (self);
}

/* Takes the appropriation. */
static GtkWidget *
create (GtkWindow        *parent,
        TalWorkspace     *workspace,
        TalAppropriation *appropriation,
        gboolean          creates)
{
  TalAppropriationDialog *self =
      g_object_new (TAL_TYPE_APPROPRIATION_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->appropriation = appropriation;
  self->creates = creates;
  gtk_widget_set_visible (self->cancel_button, creates);
  gtk_window_set_title (GTK_WINDOW (self),
                        creates ? _ ("New Appropriation") : _ ("Edit Appropriation"));
  gtk_button_set_label (self->save_button, creates ? _ ("_Create") : _ ("_Close"));
  show_appropriation (self);
  tal_form_name_fields (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->amount));
  return GTK_WIDGET (self);
}

/* The first money of an initiative is most often this year's, and of one's own committee. */
static void
begin_first (TalAppropriation *appropriation)
{
  g_autoptr (GSettings) settings = tal_settings_new ();
  g_autofree char      *committee = g_settings_get_string (settings, "committee");

  tal_day_get_date (tal_clock_get_today (), &appropriation->year, NULL, NULL);
  if (committee[0] != '\0')
    appropriation->committee = g_steal_pointer (&committee);
}

/* What follows money that is there is most often the same, a year later. */
static void
begin_next (TalAppropriation *appropriation, const TalAppropriation *newest)
{
  appropriation->year = newest->year + 1;
  appropriation->money_kind = newest->money_kind;
  appropriation->price_level = g_strdup (newest->price_level);
  appropriation->account = g_strdup (newest->account);
  appropriation->committee = g_strdup (newest->committee);
  appropriation->source = g_strdup (newest->source);
  if (newest->expiry != TAL_EXPIRY_YEAR || newest->expiry_year > newest->year)
    {
      appropriation->expiry = newest->expiry;
      appropriation->expiry_year = newest->expiry_year;
    }
}

GtkWidget *
tal_appropriation_dialog_new (GtkWindow *parent, TalWorkspace *workspace, TalId initiative)
{
  TalAppropriation       *appropriation = NULL;
  const TalRecord *const *lines = NULL;
  guint                   n_lines = 0;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (!tal_id_is_none (initiative), NULL);

  appropriation = tal_record_new (TAL_KIND_APPROPRIATION, tal_id_new ());
  appropriation->initiative = initiative;
  lines = tal_catalogue_get_children (tal_workspace_get_catalogue (workspace),
                                      TAL_KIND_APPROPRIATION, initiative, &n_lines);
  if (n_lines > 0)
    begin_next (appropriation, TAL_APPROPRIATION (lines[n_lines - 1]));
  else
    begin_first (appropriation);
  return create (parent, workspace, appropriation, TRUE);
}

GtkWidget *
tal_appropriation_dialog_new_for_appropriation (GtkWindow              *parent,
                                                TalWorkspace           *workspace,
                                                const TalAppropriation *appropriation)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (appropriation != NULL, NULL);

  return create (parent, workspace, tal_record_copy (&appropriation->record), FALSE);
}
