/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/charts/tal-break-dialog.h"

#include "core/tal-break-edit.h"
#include "core/tal-danish-period.h"
#include "core/tal-series.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  TalWorkspace *workspace;
  TalId         series;
  TalDay        day;
  GtkEntry     *reason;
} Question;

static void
free_question (gpointer user_data, GClosure *closure)
{
  Question *self = user_data;

  g_object_unref (self->workspace);
  g_free (self);
}

static void
say (GtkWindow *parent, const char *sentence)
{
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-message", "s", sentence);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError)    error = NULL;

  if (!tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    say (parent, error->message);
}

static void
answered_cb (GtkWidget *dialog, const char *response, Question *question)
{
  GtkWindow      *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  gboolean        removes = g_str_equal (response, "remove");
  TalBreakRequest request = { question->series, question->day, NULL };

  if (!removes && !g_str_equal (response, "mark"))
    return;

  if (!removes)
    request.reason = gtk_editable_get_text (GTK_EDITABLE (question->reason));
  tal_workspace_change_async (question->workspace, tal_break_edit_set,
                              tal_break_request_copy (&request),
                              (GDestroyNotify)tal_break_request_free, NULL, changed_cb,
                              parent != NULL ? g_object_ref (parent) : NULL);
}

/* A break says why; the field may be left empty no longer than it takes to type. */
static void
reason_changed_cb (AdwMessageDialog *dialog, GtkEditable *reason)
{
  adw_message_dialog_set_response_enabled (dialog, "mark", *gtk_editable_get_text (reason) != '\0');
}

static const TalSeriesBreak *
find_break (TalWorkspace *workspace, TalId id, TalDay day)
{
  const TalRecord *record =
      tal_catalogue_find (tal_workspace_get_catalogue (workspace), TAL_KIND_SERIES, id);

  for (guint i = 0; record != NULL && i < tal_series_get_n_breaks (TAL_SERIES (record)); i++)
    {
      const TalSeriesBreak *found = tal_series_get_break (TAL_SERIES (record), i);

      if (found->day == day)
        return found;
    }
  return NULL;
}

static void
add_responses (AdwMessageDialog *dialog, gboolean has_break)
{
  adw_message_dialog_add_responses (dialog, "cancel",
                                    _ ("_Cancel"), "mark", _ ("_Mark Break"), NULL);
  if (has_break)
    {
      adw_message_dialog_add_response (dialog, "remove", _ ("_Remove Break"));
      adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_response_appearance (dialog, "mark", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "mark");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

GtkWidget *
tal_break_dialog_new (GtkWindow *parent, TalWorkspace *workspace, TalId series, TalPeriod period)
{
  Question             *question = NULL;
  const TalSeriesBreak *broken = NULL;
  g_autofree char      *when = NULL;
  g_autofree char      *heading = NULL;
  GtkWidget            *dialog = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (tal_period_is_set (period), NULL);

  when = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
  heading = g_strdup_printf (_ ("Break from %s"), when);
  dialog =
      adw_message_dialog_new (parent, heading,
                              _ ("From here on the figures are of another kind than before: no line is drawn across, and no "
         "change is computed. Say why, for the note below the chart."));
  broken = find_break (workspace, series, period.first);
  add_responses (ADW_MESSAGE_DIALOG (dialog), broken != NULL);

  question = g_new0 (Question, 1);
  question->workspace = g_object_ref (workspace);
  question->series = series;
  question->day = period.first;
  question->reason = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_activates_default (question->reason, TRUE);
  gtk_entry_set_placeholder_text (question->reason, _ ("New register"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (question->reason));
  g_signal_connect_object (question->reason, "changed", G_CALLBACK (reason_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  gtk_editable_set_text (GTK_EDITABLE (question->reason), broken != NULL ? broken->reason : "");
  reason_changed_cb (ADW_MESSAGE_DIALOG (dialog), GTK_EDITABLE (question->reason));
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, free_question, 0);
  return dialog;
}
