/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-closing-dialog.h"

#include "core/tal-closing-edit.h"
#include "core/tal-closings.h"
#include "core/tal-danish-period.h"
#include "model/tal-clock.h"
#include "ui/common/tal-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What is asked about, and then what is under way. */
typedef struct
{
  GtkWindow        *parent;
  TalWorkspace     *workspace;
  TalClosingRequest request; /* without its reason */
  guint             n_unreported;
  GtkEditable      *reason; /* of the dialog; NULL of a closing */
} Question;

static Question *
question_new (GtkWindow *parent, TalWorkspace *workspace, TalId plan, TalPeriod period)
{
  Question *self = g_new0 (Question, 1);

  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->request = (TalClosingRequest){ plan, period, tal_clock_get_today (), NULL };
  return self;
}

static void
question_free (Question *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->workspace);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
free_question (gpointer user_data, GClosure *closure)
{
  question_free (user_data);
}

static void
say (Question *self, const char *action, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self->parent), action, "s", sentence);
}

/* Says that it is done, by a sentence that names the period. */
static void
finish (GObject *source, GAsyncResult *result, Question *self, const char *format)
{
  g_autoptr (GError)  error = NULL;
  g_autofree char    *period = NULL;
  g_autoptr (GString) sentence = NULL;

  if (!tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    {
      say (self, "win.show-message", error->message);
      return;
    }

  period = tal_danish_period_format (self->request.period, TAL_DANISH_PERIOD_TEXT);
  sentence = g_string_new (format);
  g_string_replace (sentence, "%s", period, 1);
  say (self, "win.show-undoable", sentence->str);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) self = user_data;

  /* Translators: %s is a period: "2023". */
  finish (source, result, self, _ ("%s has been closed"));
}

static void
reopened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) self = user_data;

  finish (source, result, self, _ ("%s has been reopened"));
}

static void
closing_answered_cb (GtkWidget *dialog, const char *response, Question *self)
{
  Question *under_way = NULL;

  if (!g_str_equal (response, "close-period"))
    return;

  under_way =
      question_new (self->parent, self->workspace, self->request.plan, self->request.period);
  tal_workspace_change_async (self->workspace, tal_closing_edit_close,
                              tal_closing_request_copy (&self->request),
                              (GDestroyNotify)tal_closing_request_free, NULL, closed_cb, under_way);
}

static guint
count_figures (const TalChangeSet *changes)
{
  guint n_figures = 0;

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    n_figures += tal_change_set_get_change (changes, i)->key.kind == TAL_KIND_OBSERVATION ? 1 : 0;
  return n_figures;
}

/* "3 tal bliver endelige. 2 mål mangler stadig et resultat. Derefter …" */
static char *
write_consequences (Question *self, guint n_figures)
{
  g_autofree char *figures = NULL;
  g_autofree char *goals = NULL;
  g_autofree char *locked = NULL;

  figures = n_figures > 0 ? g_strdup_printf (ngettext ("%u figure becomes final.",
                                                       "%u figures become final.", n_figures),
                                             n_figures)
                          : g_strdup (_ ("All figures are final already."));
  goals = self->n_unreported > 0
              ? g_strdup_printf (ngettext ("%u goal still lacks a result.",
                                           "%u goals still lack a result.", self->n_unreported),
                                 self->n_unreported)
              : g_strdup (_ ("All goals have a result."));
  locked =
      g_strdup_printf (_ ("After that nobody can correct the figures of %s in the period before it is reopened, with a reason that "
         "the history keeps. You can undo it afterwards."),
                          tal_closings_get_plan_name (tal_workspace_get_catalogue (self->workspace),
                                                      self->request.plan));
  return g_strdup_printf ("%s %s\n\n%s", figures, goals, locked);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question)     self = user_data;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *period = NULL;
  g_autofree char         *heading = NULL;
  g_autofree char         *body = NULL;
  GtkWidget               *dialog = NULL;

  changes = tal_workspace_plan_finish (TAL_WORKSPACE (source), result, &error);
  if (changes == NULL)
    {
      say (self, "win.show-message", error->message);
      return;
    }

  period = tal_danish_period_format (self->request.period, TAL_DANISH_PERIOD_TEXT);
  heading = g_strdup_printf (_ ("Close %s?"), period);
  body = write_consequences (self, count_figures (changes));
  dialog = adw_message_dialog_new (self->parent, heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "close-period", _ ("_Close Period"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close-period",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close-period");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (closing_answered_cb),
                         g_steal_pointer (&self), free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
tal_closing_dialog_ask_to_close (
    GtkWindow *parent, TalWorkspace *workspace, TalId plan, TalPeriod period, guint n_unreported)
{
  Question *self = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (TAL_IS_WORKSPACE (workspace));
  g_return_if_fail (tal_period_is_set (period));

  self = question_new (parent, workspace, plan, period);
  self->n_unreported = n_unreported;
  tal_workspace_plan_async (workspace, tal_closing_edit_close,
                            tal_closing_request_copy (&self->request),
                            (GDestroyNotify)tal_closing_request_free, NULL, planned_cb, self);
}

static void
reopening_answered_cb (GtkWidget *dialog, const char *response, Question *self)
{
  TalClosingRequest request = self->request;
  Question         *under_way = NULL;

  if (!g_str_equal (response, "reopen"))
    return;

  request.reason = gtk_editable_get_text (self->reason);
  under_way = question_new (self->parent, self->workspace, request.plan, request.period);
  tal_workspace_change_async (self->workspace, tal_closing_edit_reopen,
                              tal_closing_request_copy (&request),
                              (GDestroyNotify)tal_closing_request_free, NULL, reopened_cb,
                              under_way);
}

static void
reason_changed_cb (AdwMessageDialog *dialog, GtkEditable *reason)
{
  g_autofree char *said = tal_form_dup_text (reason);

  adw_message_dialog_set_response_enabled (dialog, "reopen", said[0] != '\0');
}

static GtkWidget *
create_reason (void)
{
  GtkWidget *reason = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (reason), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (reason), _ ("A figure was reported wrongly"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  return reason;
}

void
tal_closing_dialog_ask_to_reopen (GtkWindow        *parent,
                                  TalWorkspace     *workspace,
                                  const TalClosing *closing)
{
  Question        *self = NULL;
  g_autofree char *period = NULL;
  g_autofree char *heading = NULL;
  GtkWidget       *dialog = NULL;
  GtkWidget       *reason = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (TAL_IS_WORKSPACE (workspace));
  g_return_if_fail (closing != NULL);

  self = question_new (parent, workspace, closing->plan, closing->period);
  period = tal_danish_period_format (closing->period, TAL_DANISH_PERIOD_TEXT);
  heading = g_strdup_printf (_ ("Reopen %s?"), period);
  dialog = adw_message_dialog_new (parent, heading,
                                   _ ("The figures have been published and can be corrected again. Say why: the history keeps the reason."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "reopen", _ ("_Reopen"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reopen",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "reopen");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  reason = create_reason ();
  self->reason = GTK_EDITABLE (reason);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), reason);
  g_signal_connect_object (reason, "changed", G_CALLBACK (reason_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  reason_changed_cb (ADW_MESSAGE_DIALOG (dialog), self->reason);
  g_signal_connect_data (dialog, "response", G_CALLBACK (reopening_answered_cb), self,
                         free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
