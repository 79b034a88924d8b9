/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's actions on plans and lists: looking after them, and copying a plan. */

#include "config.h"

#include "ui/lists/tal-lists-window.h"
#include "ui/lists/tal-plan-copy-dialog.h"
#include "ui/window/tal-window-private.h"

/* The target is the name of a list, the id of one of a list, or empty for the first list. */
static void
lists_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const char      *target = g_variant_get_string (parameter, NULL);
  const TalRecord *record = NULL;
  GtkWidget       *lists = NULL;
  TalListKind      list = TAL_LIST_KIND_PLANS;
  TalId            id = TAL_ID_NONE;

  if (!tal_list_kind_from_name (target, &list) && tal_id_parse (target, &id, NULL))
    {
      for (guint kind = 0; kind < TAL_N_KINDS && record == NULL; kind++)
        record =
            tal_catalogue_find (tal_workspace_get_catalogue (self->workspace), (TalKind)kind, id);
      if (record == NULL || !tal_list_kind_for_record (record, &list))
        id = TAL_ID_NONE;
    }

  lists = tal_lists_window_new (GTK_WINDOW (self), self->workspace);
  tal_lists_window_show_list (TAL_LISTS_WINDOW (lists), list, id);
  gtk_window_present (GTK_WINDOW (lists));
}

static void
copy_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow       *self = TAL_WINDOW (widget);
  const TalRecord *plan = NULL;
  TalId            id;

  if (self->workspace == NULL || tal_workspace_get_read_only (self->workspace) ||
      !tal_id_parse (g_variant_get_string (parameter, NULL), &id, NULL))
    return;

  plan = tal_catalogue_find (tal_workspace_get_catalogue (self->workspace), TAL_KIND_PLAN, id);
  if (plan != NULL)
    gtk_window_present (GTK_WINDOW (
        tal_plan_copy_dialog_new (GTK_WINDOW (self), self->workspace, TAL_PLAN (plan))));
}

void
tal_window_install_list_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-lists", "s", lists_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-plan", "s", copy_activated_cb);
}
