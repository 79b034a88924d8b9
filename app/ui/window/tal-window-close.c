/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window asks before it is closed. */

#include "config.h"

#include "ui/results/tal-entry-page.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

static void
answered_cb (GtkWidget *dialog, const char *response, TalWindow *self)
{
  if (g_str_equal (response, "close"))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    tal_window_show_destination (self, TAL_DESTINATION_ENTRY);
}

static void
ask (TalWindow *self, guint n_unsaved)
{
  g_autofree char *body = NULL;
  GtkWidget       *dialog = NULL;

  body = g_strdup_printf (ngettext ("%u cell in data entry holds a text that is not a figure and "
                                    "is lost if you close now.",
                                    "%u cells in data entry hold texts that are not figures and "
                                    "are lost if you close now.",
                                    n_unsaved),
                          n_unsaved);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Not everything has been saved"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "correct",
                                    _ ("_Go Back and Correct"), "close", _ ("_Close Anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "correct");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "correct");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
tal_window_ask_before_closing (TalWindow *self)
{
  GtkWidget *page =
      gtk_stack_get_child_by_name (self->stack, tal_destination_get_name (TAL_DESTINATION_ENTRY));
  guint n_unsaved = page != NULL ? tal_entry_page_count_unsaved (TAL_ENTRY_PAGE (page)) : 0;

  if (n_unsaved == 0)
    return FALSE;

  ask (self, n_unsaved);
  return TRUE;
}
