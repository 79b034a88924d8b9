/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window asks before it lets go of a collection in which somebody has typed what could
 * not be saved. */

#include "config.h"

#include "ui/results/tal-entry-page.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

/* What is done when the collection may be let go of. */
typedef struct
{
  TalWindow     *window;
  TalLeaveFunc   leave;
  gpointer       errand; /* NULL once it is on its way */
  GDestroyNotify free_errand;
} Question;

static void
question_free (gpointer user_data, GClosure *closure)
{
  Question *self = user_data;

  if (self->errand != NULL)
    self->free_errand (self->errand);
  g_object_unref (self->window);
  g_free (self);
}

static guint
count_refused_cells (TalWindow *self)
{
  GtkWidget *page =
      gtk_stack_get_child_by_name (self->stack, tal_destination_get_name (TAL_DESTINATION_ENTRY));

  return page != NULL ? tal_entry_page_count_unsaved (TAL_ENTRY_PAGE (page)) : 0;
}

static void
list_refused_fields (GtkWidget *widget, GPtrArray *fields)
{
  if (tal_field_drafts_is_pending (widget))
    g_ptr_array_add (fields, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_refused_fields (child, fields);
}

/* Of the details of a goal; an array of borrowed GtkWidget *. */
static GPtrArray *
find_refused_fields (TalWindow *self)
{
  GPtrArray *fields = g_ptr_array_new ();

  if (self->initiative != NULL)
    list_refused_fields (GTK_WIDGET (self->initiative), fields);
  return fields;
}

/* Of the goals and periods that are not shown. */
static guint
count_kept_texts (TalWindow *self)
{
  return self->initiative != NULL
             ? tal_field_drafts_get_length (tal_initiative_page_get_drafts (self->initiative))
             : 0;
}

/* Shows the goal that a text is kept of, in its period; FALSE where none is. */
static gboolean
show_kept_text (TalWindow *self)
{
  const TalRecord *goal = NULL;
  TalId            id = TAL_ID_NONE;
  TalPeriod        period = TAL_PERIOD_UNSET;

  if (self->initiative == NULL ||
      !tal_field_drafts_find_first (tal_initiative_page_get_drafts (self->initiative), &id,
                                    &period))
    return FALSE;

  goal = tal_catalogue_find (tal_workspace_get_catalogue (self->workspace), TAL_KIND_GOAL, id);
  if (goal == NULL)
    return FALSE;

  tal_workspace_set_period (self->workspace, period);
  tal_window_show_initiative (self, TAL_GOAL (goal)->initiative, id);
  tal_initiative_page_set_details_shown (self->initiative, TRUE);
  tal_initiative_page_focus_details (self->initiative);
  return TRUE;
}

/* Where there is something to correct. */
static void
go_back_and_correct (TalWindow *self)
{
  g_autoptr (GPtrArray) fields = find_refused_fields (self);

  if (fields->len == 0)
    {
      if (!show_kept_text (self))
        tal_window_show_destination (self, TAL_DESTINATION_ENTRY);
      return;
    }

  tal_window_show_initiative (self, tal_initiative_page_get_initiative (self->initiative),
                              tal_initiative_page_get_goal (self->initiative));
  tal_initiative_page_set_details_shown (self->initiative, TRUE);
  gtk_widget_child_focus (g_ptr_array_index (fields, 0), GTK_DIR_TAB_FORWARD);
}

static void
answered_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (response, "close"))
    question->leave (question->window, g_steal_pointer (&question->errand));
  else
    go_back_and_correct (question->window);
}

/* Takes the question. */
static void
ask (Question *question, guint n_unsaved)
{
  g_autofree char *body = NULL;
  GtkWidget       *dialog = NULL;

  body = g_strdup_printf (ngettext ("%u field holds a text that could not be saved and is lost if "
                                    "the collection is closed now.",
                                    "%u fields hold texts that could not be saved and are lost "
                                    "if the collection is closed now.",
                                    n_unsaved),
                          n_unsaved);
  dialog = adw_message_dialog_new (GTK_WINDOW (question->window),
                                   _ ("Not everything has been saved"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "correct",
                                    _ ("_Go Back and Correct"), "close", _ ("_Close Anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "correct");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "correct");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static guint
count_unsaved (TalWindow *self)
{
  g_autoptr (GPtrArray) fields = NULL;

  /* A field that is left stores what was typed in it, or refuses it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  fields = find_refused_fields (self);
  return fields->len + count_kept_texts (self) + count_refused_cells (self);
}

void
tal_window_leave_collection (TalWindow     *self,
                             TalLeaveFunc   leave,
                             gpointer       errand,
                             GDestroyNotify free_errand)
{
  guint     n_unsaved = self->workspace != NULL ? count_unsaved (self) : 0;
  Question *question = NULL;

  if (n_unsaved == 0)
    {
      leave (self, errand);
      return;
    }

  question = g_new0 (Question, 1);
  question->window = g_object_ref (self);
  question->leave = leave;
  question->errand = errand;
  question->free_errand = free_errand;
  ask (question, n_unsaved);
}

static void
close_now (TalWindow *self, gpointer errand)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

gboolean
tal_window_ask_before_closing (TalWindow *self)
{
  if (self->workspace == NULL || count_unsaved (self) == 0)
    return FALSE;

  tal_window_leave_collection (self, close_now, NULL, NULL);
  return TRUE;
}
