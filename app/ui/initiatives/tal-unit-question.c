/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-unit-question.h"

#include "base/tal-danish-collation.h"
#include "core/tal-change-text.h"
#include "core/tal-unit.h"
#include "ui/common/tal-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  TalWorkspace *workspace;
  GtkEditable  *name;
  TalId         unit;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->workspace);
  g_free (question);
}

static gboolean
is_called (const char *name, const char *folded)
{
  g_autofree char *other = name != NULL ? tal_danish_collation_dup_folded (name) : NULL;

  return g_strcmp0 (other, folded) == 0;
}

/* The unit that is called so already; TAL_ID_NONE where there is none. */
static TalId
find_unit (const TalCatalogue *catalogue, const char *name)
{
  g_autofree char        *folded = tal_danish_collation_dup_folded (name);
  guint                   length = 0;
  const TalRecord *const *units = tal_catalogue_get_records (catalogue, TAL_KIND_UNIT, &length);

  for (guint i = 0; i < length; i++)
    {
      if (is_called (TAL_UNIT (units[i])->name, folded) ||
          is_called (TAL_UNIT (units[i])->short_name, folded))
        return units[i]->id;
    }

  return TAL_ID_NONE;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError           *error = NULL;

  if (tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
add_unit (GTask *task, const char *name)
{
  Question                 *question = g_task_get_task_data (task);
  g_autoptr (TalRecord)     unit = tal_record_new (TAL_KIND_UNIT, tal_id_new ());
  g_autoptr (TalPutRequest) request = NULL;
  g_autofree char          *label = NULL;

  tal_unit_set_name ((TalUnit *)unit, name);
  question->unit = unit->id;
  label =
      tal_change_text_for_change (tal_workspace_get_catalogue (question->workspace), NULL, unit);
  request = tal_put_request_new (label);
  tal_put_request_add (request, unit);
  tal_workspace_change_async (question->workspace, tal_writer_put_all, g_steal_pointer (&request),
                              (GDestroyNotify)tal_put_request_free, NULL, added_cb,
                              g_object_ref (task));
}

static void
answered_cb (GTask *task, const char *response)
{
  Question        *question = g_task_get_task_data (task);
  g_autofree char *name = tal_form_dup_text (question->name);

  if (!g_str_equal (response, "create") || name[0] == '\0')
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  question->unit = find_unit (tal_workspace_get_catalogue (question->workspace), name);
  if (tal_id_is_none (question->unit))
    add_unit (task, name);
  else
    g_task_return_boolean (task, TRUE);
}

static void
name_changed_cb (AdwMessageDialog *dialog, GtkEditable *field)
{
  g_autofree char *name = tal_form_dup_text (field);

  adw_message_dialog_set_response_enabled (dialog, "create", name[0] != '\0');
}

void
tal_unit_question_ask_async (GtkWindow          *parent,
                             TalWorkspace       *workspace,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *name = NULL;
  Question  *question = NULL;
  GTask     *task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (TAL_IS_WORKSPACE (workspace));

  dialog = adw_message_dialog_new (parent, _ ("New Unit"), _ ("What is the unit called?"));
  name = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (name), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the unit"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "create", _ ("_Create"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "create",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "create");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (name, "changed", G_CALLBACK (name_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  name_changed_cb (ADW_MESSAGE_DIALOG (dialog), GTK_EDITABLE (name));

  question = g_new0 (Question, 1);
  question->workspace = g_object_ref (workspace);
  question->name = GTK_EDITABLE (name);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, tal_unit_question_ask_async);
  g_task_set_task_data (task, question, (GDestroyNotify)question_free);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), task,
                         (GClosureNotify)(void (*) (void))g_object_unref, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

TalId
tal_unit_question_ask_finish (GAsyncResult *result, GError **error)
{
  const Question *question = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, tal_unit_question_ask_async),
                        TAL_ID_NONE);

  question = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error) ? question->unit : TAL_ID_NONE;
}
