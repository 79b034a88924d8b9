/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The button that says how much is overdue, and the way from its list to the cell. */

#include "config.h"

#include "core/tal-initiative.h"
#include "ui/results/tal-entry-page-private.h"

#include <glib/gi18n-lib.h>

/* How far ahead the list looks. */
#define HORIZON_DAYS 90
/* What is typed is followed by this rest before everything is looked through again. */
#define REST_MILLISECONDS 600

static guint
count_overdue (const TalDueList *list)
{
  guint n_overdue = 0;

  for (guint i = 0; i < list->dues->len; i++)
    n_overdue += tal_due_is_overdue (&g_array_index (list->dues, TalDue, i), list->today) ? 1 : 0;
  return n_overdue;
}

static void
show_count (TalEntryPage *self)
{
  guint            n_overdue = count_overdue (self->due_list);
  g_autofree char *label = NULL;
  g_autofree char *tip = NULL;

  label = n_overdue > 0 ? g_strdup_printf (_ ("Deadlines (%u)"), n_overdue)
                        : g_strdup (_ ("Deadlines"));
  tip =
      n_overdue > 0
          ? g_strdup_printf (ngettext ("%u result is overdue", "%u results are overdue", n_overdue),
                             n_overdue)
          : g_strdup (_ ("Nothing is overdue"));
  gtk_menu_button_set_label (self->due_button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->due_button), tip);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalEntryPage) self = user_data;
  g_autoptr (GError)       error = NULL;
  TalDueList *list = tal_workspace_list_due_finish (TAL_WORKSPACE (object), result, &error);

  /* Whoever cancelled it has asked again, or is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->workspace != TAL_WORKSPACE (object))
    {
      tal_due_list_free (list);
      return;
    }

  g_clear_object (&self->listing);
  if (list == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
      return;
    }

  g_clear_pointer (&self->due_list, tal_due_list_free);
  self->due_list = list;
  tal_entry_dues_update (self->dues, list);
  show_count (self);
}

static gboolean
rested_cb (gpointer user_data)
{
  TalEntryPage *self = user_data;

  self->due_timeout = 0;
  self->listing = g_cancellable_new ();
  tal_workspace_list_due_async (self->workspace, HORIZON_DAYS, self->listing, listed_cb,
                                g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
tal_entry_page_stop_dues (TalEntryPage *self)
{
  g_clear_handle_id (&self->due_timeout, g_source_remove);
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

void
tal_entry_page_update_dues (TalEntryPage *self)
{
  tal_entry_page_stop_dues (self);
  if (self->workspace != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->due_timeout =
        g_timeout_add (self->due_list == NULL ? 0 : REST_MILLISECONDS, rested_cb, self);
}

/* To the first cell of the goal that can be entered. */
static void
go_to_goal (TalEntryPage *self, TalId goal)
{
  guint row = 0;

  if (!tal_entry_grid_find_goal (self->model, goal, &row))
    return;

  for (guint column = 0; column < tal_entry_grid_get_n_columns (self->model); column++)
    {
      if (tal_entry_grid_is_editable (self->model, row, column))
        {
          tal_result_grid_go_to (self->grid, row, column);
          return;
        }
    }
  tal_result_grid_go_to (self->grid, row, 0);
}

void
tal_entry_page_follow_due (TalEntryPage *self)
{
  TalId goal = self->wanted_goal;

  if (tal_id_is_none (goal) || !tal_entry_grid_is_loaded (self->model))
    return;

  self->wanted_goal = TAL_ID_NONE;
  if (!tal_period_is_equal (tal_entry_grid_get_period (self->model), self->wanted_period))
    tal_entry_page_show_period (self, self->wanted_period);
  go_to_goal (self, goal);
}

static void
due_activated_cb (TalEntryPage *self, guint position)
{
  const TalDue    *due = &g_array_index (self->due_list->dues, TalDue, position);
  const TalRecord *initiative = tal_catalogue_find (tal_workspace_get_catalogue (self->workspace),
                                                    TAL_KIND_INITIATIVE, due->goal->initiative);

  gtk_popover_popdown (self->due_popover);
  if (initiative == NULL)
    return;

  self->wanted_goal = due->goal->record.id;
  self->wanted_period = due->period;
  gtk_toggle_button_set_active (self->goals_toggle, TRUE);
  tal_entry_page_show_plan (self, TAL_INITIATIVE (initiative)->plan);
  tal_entry_page_follow_due (self);
}

void
tal_entry_page_bind_dues (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, due_button);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, due_popover);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, dues);
  gtk_widget_class_bind_template_callback (widget_class, due_activated_cb);
}
