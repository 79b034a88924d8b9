/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/lists/tal-plan-copy-dialog.h"

#include "core/tal-plan-copy.h"
#include "model/tal-clock.h"
#include "ui/common/tal-form.h"
#include "ui/common/tal-text-scale.h"

#include <glib/gi18n-lib.h>

struct _TalPlanCopyDialog
{
  AdwWindow parent_instance;

  TalWorkspace *workspace;
  TalId         plan;
  char         *copied; /* the name under way; NULL for none */

  GtkLabel            *reason;
  AdwPreferencesGroup *group;
  GtkEditable         *name;
  GtkEditable         *first;
  GtkEditable         *last;
};

G_DEFINE_FINAL_TYPE (TalPlanCopyDialog, tal_plan_copy_dialog, ADW_TYPE_WINDOW)

static void
say (TalPlanCopyDialog *self, GtkEditable *field, const char *reason)
{
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  tal_form_mark (self->name, field == self->name);
  tal_form_mark (self->first, field == self->first);
  tal_form_mark (self->last, field == self->last);
  if (field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (field));
}

static void
changed_cb (TalPlanCopyDialog *self)
{
  say (self, NULL, NULL);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalPlanCopyDialog) self = user_data;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *toast = NULL;
  g_autofree char              *copied = g_steal_pointer (&self->copied);
  GtkWindow                    *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (!tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    {
      say (self, NULL, error->message);
      return;
    }

  toast = g_strdup_printf (_ ("The plan has been copied to “%s”"), copied);
  if (parent != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-destination", "s", "overview");
      gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undoable", "s", toast);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
copy_clicked_cb (TalPlanCopyDialog *self)
{
  TalPlanCopyRequest request = { self->plan, NULL, TAL_DAY_NONE, TAL_DAY_NONE };
  g_autofree char   *name = tal_form_dup_text (self->name);
  g_autoptr (GError) error = NULL;

  if (self->copied != NULL)
    return;
  if (name[0] == '\0')
    {
      say (self, self->name, _ ("Write what the new plan is called."));
      return;
    }
  if (!tal_form_read_day (self->first, TRUE, &request.first, &error))
    {
      say (self, self->first, error->message);
      return;
    }
  if (!tal_form_read_day (self->last, FALSE, &request.last, &error))
    {
      say (self, self->last, error->message);
      return;
    }

  request.name = name;
  self->copied = g_strdup (name);
  tal_workspace_change_async (self->workspace, tal_plan_copy_make_changes,
                              tal_plan_copy_request_copy (&request),
                              (GDestroyNotify)tal_plan_copy_request_free, NULL, copied_cb,
                              g_object_ref (self));
}

static void
tal_plan_copy_dialog_dispose (GObject *object)
{
  g_clear_object (&TAL_PLAN_COPY_DIALOG (object)->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_PLAN_COPY_DIALOG);

  G_OBJECT_CLASS (tal_plan_copy_dialog_parent_class)->dispose (object);
}

static void
tal_plan_copy_dialog_finalize (GObject *object)
{
  g_free (TAL_PLAN_COPY_DIALOG (object)->copied);

  G_OBJECT_CLASS (tal_plan_copy_dialog_parent_class)->finalize (object);
}

static void
tal_plan_copy_dialog_class_init (TalPlanCopyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_plan_copy_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_plan_copy_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/lists/tal-plan-copy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalPlanCopyDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TalPlanCopyDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TalPlanCopyDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TalPlanCopyDialog, first);
  gtk_widget_class_bind_template_child (widget_class, TalPlanCopyDialog, last);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
tal_plan_copy_dialog_init (TalPlanCopyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
}

/* "3 indsatser og 8 mål kopieres …" */
static char *
write_contents (const TalCatalogue *catalogue, TalId plan)
{
  guint                   n_goals = 0;
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan, &n_initiatives);
  g_autofree char *of_initiatives = NULL;
  g_autofree char *of_goals = NULL;

  for (guint i = 0; i < n_initiatives; i++)
    {
      guint n_own = 0;

      tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, initiatives[i]->id, &n_own);
      n_goals += n_own;
    }

  of_initiatives =
      g_strdup_printf (ngettext ("%u initiative", "%u initiatives", n_initiatives), n_initiatives);
  of_goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);
  return g_strdup_printf (_ ("%s and %s are copied, with target groups, areas and their newest targets. Results, money, "
         "explanations and what was adopted stay with the old plan."),
      of_initiatives, of_goals);
}

GtkWidget *
tal_plan_copy_dialog_new (GtkWindow *parent, TalWorkspace *workspace, const TalPlan *plan)
{
  TalPlanCopyDialog             *self = NULL;
  g_autoptr (TalPlanCopyRequest) suggested = NULL;
  g_autofree char               *contents = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace) && plan != NULL, NULL);

  self = g_object_new (TAL_TYPE_PLAN_COPY_DIALOG, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  self->plan = plan->record.id;
  suggested = tal_plan_copy_suggest (plan, tal_clock_get_today ());
  contents = write_contents (tal_workspace_get_catalogue (workspace), self->plan);
  adw_preferences_group_set_title (self->group, plan->name);
  adw_preferences_group_set_description (self->group, contents);
  gtk_editable_set_text (self->name, suggested->name);
  tal_form_show_day (self->first, suggested->first);
  tal_form_show_day (self->last, suggested->last);
  tal_form_name_fields (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
