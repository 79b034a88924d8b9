/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Closing the period that an entry page shows, and the line that says that it is closed. */

#include "config.h"

#include "base/tal-danish-date.h"
#include "core/tal-danish-period.h"
#include "ui/results/tal-closing-dialog.h"
#include "ui/results/tal-entry-page-private.h"

#include <glib/gi18n-lib.h>

/* What closes the period that is shown; NULL where nothing does, or several are shown. */
static const TalClosing *
find_closing (TalEntryPage *self)
{
  return tal_entry_grid_get_mode (self->model) == TAL_ENTRY_MODE_GOALS
             ? tal_entry_grid_find_closing (self->model)
             : NULL;
}

static GtkWindow *
get_window (TalEntryPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
close_period_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalEntryPage *self = TAL_ENTRY_PAGE (widget);

  tal_result_grid_finish_edit (self->grid);
  tal_closing_dialog_ask_to_close (get_window (self), self->workspace,
                                   tal_entry_grid_get_plan (self->model),
                                   tal_entry_grid_get_period (self->model),
                                   tal_entry_grid_count_unreported (self->model));
}

static void
reopen_period_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalEntryPage     *self = TAL_ENTRY_PAGE (widget);
  const TalClosing *closing = find_closing (self);

  if (closing != NULL)
    tal_closing_dialog_ask_to_reopen (get_window (self), self->workspace, closing);
}

static void
next_entered_period_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalEntryPage *self = TAL_ENTRY_PAGE (widget);
  TalPeriod     next = tal_period_step (tal_entry_grid_get_period (self->model), 1);

  if (tal_period_is_set (next))
    tal_entry_page_show_period (self, next);
}

/* "Afsluttet 18. juni 2024 af AJ · Alle resultater er indtastet" */
static char *
write_closing (TalEntryPage *self, const TalClosing *closing)
{
  guint            n_unreported = tal_entry_grid_count_unreported (self->model);
  g_autofree char *day = tal_danish_date_format (closing->closed_on, TAL_DANISH_DATE_TEXT);
  g_autofree char *closed = NULL;
  g_autofree char *entered = NULL;

  closed = closing->closed_by != NULL
      ? g_strdup_printf (_ ("Closed on %s by %s"), day, closing->closed_by)
      : g_strdup_printf (_ ("Closed on %s"), day);
  entered = n_unreported > 0 ? g_strdup_printf (ngettext ("%u goal has no result",
                                                          "%u goals have no result", n_unreported),
                                                n_unreported)
                             : g_strdup (_ ("All results have been entered"));
  return g_strdup_printf ("%s · %s", closed, entered);
}

static void
update_next (TalEntryPage *self)
{
  TalPeriod        next = tal_period_step (tal_entry_grid_get_period (self->model), 1);
  g_autofree char *period = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->next_button), tal_period_is_set (next));
  if (!tal_period_is_set (next))
    return;

  period = tal_danish_period_format (next, TAL_DANISH_PERIOD_TABLE);
  label = g_strdup_printf (_ ("Next period: %s"), period);
  gtk_button_set_label (self->next_button, label);
}

void
tal_entry_page_update_closing (TalEntryPage *self)
{
  const TalClosing *closing = find_closing (self);
  gboolean writable = self->workspace != NULL && !tal_workspace_get_read_only (self->workspace);
  gboolean closable = writable && closing == NULL &&
                      tal_entry_grid_get_mode (self->model) == TAL_ENTRY_MODE_GOALS &&
                      tal_period_is_set (tal_entry_grid_get_period (self->model)) &&
                      tal_entry_grid_get_n_rows (self->model) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.close-period", closable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.reopen-period",
                                 writable && closing != NULL);
  gtk_widget_set_visible (self->closed_line, closing != NULL);
  if (closing != NULL)
    {
      g_autofree char *line = write_closing (self, closing);

      gtk_label_set_label (self->closed_label, line);
      update_next (self);
    }
}

void
tal_entry_page_install_closing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "entry.close-period", NULL, close_period_cb);
  gtk_widget_class_install_action (widget_class, "entry.reopen-period", NULL, reopen_period_cb);
  gtk_widget_class_install_action (widget_class, "entry.next-entered-period", NULL,
                                   next_entered_period_cb);
}
