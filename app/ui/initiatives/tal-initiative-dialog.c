/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-initiative-dialog.h"

#include "base/tal-error.h"
#include "core/tal-goal-number.h"
#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "core/tal-title.h"
#include "core/tal-unit.h"
#include "ui/application/tal-settings.h"
#include "ui/common/tal-choice.h"
#include "ui/common/tal-form.h"
#include "ui/common/tal-help-key.h"
#include "ui/common/tal-text-scale.h"
#include "ui/initiatives/tal-link-row.h"

#include <glib/gi18n-lib.h>

struct _TalInitiativeDialog
{
  AdwWindow parent_instance;

  TalWorkspace  *workspace;
  TalInitiative *initiative; /* as it was when the dialog was opened */
  gboolean       creates;
  gboolean       saving;
  GArray        *plans; /* of TalId, behind the choices of 'plan' but its last, a new one */

  GtkWidget   *cancel_button;
  GtkButton   *save_button;
  GtkLabel    *reason;
  GtkEditable *name;
  AdwComboRow *plan;
  GtkEditable *plan_name;
  GtkEditable *number;
  GtkEditable *description;
  AdwComboRow *state;
  GtkEditable *first;
  GtkEditable *last;
  TalLinkRow  *target_groups;
  TalLinkRow  *areas;
  GtkEditable *project_manager;
  TalLinkRow  *partners;
};

G_DEFINE_FINAL_TYPE (TalInitiativeDialog, tal_initiative_dialog, ADW_TYPE_WINDOW)

static gboolean
makes_plan (TalInitiativeDialog *self)
{
  return adw_combo_row_get_selected (self->plan) >= self->plans->len;
}

static void
say (TalInitiativeDialog *self, GtkEditable *field, const char *reason)
{
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  tal_form_mark (self->name, field == self->name);
  tal_form_mark (self->plan_name, field == self->plan_name);
  tal_form_mark (self->number, field == self->number);
  tal_form_mark (self->first, field == self->first);
  tal_form_mark (self->last, field == self->last);
  if (field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (field));
}

static void
changed_cb (TalInitiativeDialog *self)
{
  if (self->workspace == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->plan_name), makes_plan (self));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  tal_form_mark (self->name, FALSE);
  tal_form_mark (self->plan_name, FALSE);
  tal_form_mark (self->number, FALSE);
  tal_form_mark (self->first, FALSE);
  tal_form_mark (self->last, FALSE);
}

static gboolean
refuse (const char *sentence, GtkEditable *field, GtkEditable **ret_field, GError **error)
{
  *ret_field = field;
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, sentence);
  return FALSE;
}

/* It may be left out. */
static gboolean
read_day (GtkEditable *field, TalDay *ret_day, GtkEditable **ret_field, GError **error)
{
  *ret_field = field;
  return tal_form_read_day (field, FALSE, ret_day, error);
}

static gboolean
read_number (TalInitiativeDialog *self,
             TalInitiative       *initiative,
             GtkEditable        **ret_field,
             GError             **error)
{
  g_autofree char *text = tal_form_dup_text (self->number);
  guint64          number = 0;

  if (text[0] != '\0' && !g_ascii_string_to_unsigned (text, 10, 1, 9999, &number, NULL))
    return refuse (_ ("The number is a whole number, such as 3."), self->number, ret_field, error);

  initiative->number = (int)number;
  return TRUE;
}

/* The plan that was chosen, or a new one that 'request' makes. */
static gboolean
read_plan (TalInitiativeDialog *self,
           TalInitiative       *initiative,
           TalPutRequest       *request,
           GtkEditable        **ret_field,
           GError             **error)
{
  g_autoptr (TalRecord) plan = NULL;
  g_autofree char      *name = tal_form_dup_text (self->plan_name);
  g_autofree char      *committee = NULL;
  g_autoptr (GSettings) settings = tal_settings_new ();

  if (!makes_plan (self))
    {
      initiative->plan =
          g_array_index (self->plans, TalId, adw_combo_row_get_selected (self->plan));
      return TRUE;
    }
  if (name[0] == '\0')
    return refuse (_ ("Write the name of the plan that the initiative is adopted under."),
                      self->plan_name, ret_field, error);

  plan = tal_record_new (TAL_KIND_PLAN, tal_id_new ());
  ((TalPlan *)plan)->name = g_steal_pointer (&name);
  committee = g_settings_get_string (settings, "committee");
  if (committee[0] != '\0')
    ((TalPlan *)plan)->adopted_by = g_steal_pointer (&committee);
  tal_put_request_add (request, plan);
  initiative->plan = plan->id;
  return TRUE;
}

static TalRecord *
create_member (TalInitiativeList list, const char *name)
{
  TalMember *member = NULL;
  TalUnit   *unit = NULL;

  if (list == TAL_INITIATIVE_PARTNERS)
    {
      unit = tal_record_new (TAL_KIND_UNIT, tal_id_new ());
      tal_unit_set_name (unit, name);
      return &unit->record;
    }

  member = tal_record_new (TAL_KIND_MEMBER, tal_id_new ());
  member->dimension =
      list == TAL_INITIATIVE_AREAS ? TAL_DIMENSION_AREA : TAL_DIMENSION_TARGET_GROUP;
  member->name = g_strdup (name);
  return &member->record;
}

/* The links that were chosen; what a person added by name is made. */
static void
read_links (TalLinkRow       *row,
            TalInitiative    *initiative,
            TalInitiativeList list,
            TalPutRequest    *request)
{
  g_autoptr (GArray)    chosen = tal_link_row_list_chosen (row);
  g_autoptr (GPtrArray) added = tal_link_row_list_added (row);

  for (guint i = 0; i < added->len; i++)
    {
      g_autoptr (TalRecord) record = create_member (list, g_ptr_array_index (added, i));

      tal_put_request_add (request, record);
      g_array_append_val (chosen, record->id);
    }
  tal_initiative_set_links (initiative, list, chosen);
}

static gboolean
read_fields (TalInitiativeDialog *self,
             TalInitiative       *initiative,
             TalPutRequest       *request,
             GtkEditable        **ret_field,
             GError             **error)
{
  tal_form_read_text (self->name, &initiative->name);
  if (initiative->name == NULL)
    return refuse (_ ("Write what the initiative is called."), self->name, ret_field, error);
  if (!read_plan (self, initiative, request, ret_field, error) ||
      !read_number (self, initiative, ret_field, error) ||
      !read_day (self->first, &initiative->first, ret_field, error) ||
      !read_day (self->last, &initiative->last, ret_field, error))
    return FALSE;
  if (initiative->first != TAL_DAY_NONE && initiative->last != TAL_DAY_NONE &&
      initiative->last < initiative->first)
    return refuse (_ ("The last day is before the first."), self->last, ret_field, error);

  tal_form_read_text (self->description, &initiative->description);
  tal_form_read_text (self->project_manager, &initiative->project_manager);
  initiative->state = (TalInitiativeState)adw_combo_row_get_selected (self->state);
  read_links (self->target_groups, initiative, TAL_INITIATIVE_TARGET_GROUPS, request);
  read_links (self->areas, initiative, TAL_INITIATIVE_AREAS, request);
  read_links (self->partners, initiative, TAL_INITIATIVE_PARTNERS, request);
  return TRUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalInitiativeDialog) self = user_data;
  g_autoptr (GError)              error = NULL;
  GtkWindow                      *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  char                            id[TAL_ID_STRING_LENGTH + 1];

  self->saving = FALSE;
  if (!tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    {
      say (self, NULL, error->message);
      return;
    }

  tal_id_format (self->initiative->record.id, id);
  if (parent != NULL && self->creates)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-initiative", "s", id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_clicked_cb (TalInitiativeDialog *self)
{
  g_autoptr (TalRecord)     wanted = tal_record_copy (&self->initiative->record);
  g_autoptr (TalPutRequest) request = NULL;
  g_autoptr (GError)        error = NULL;
  g_autofree char          *label = NULL;
  GtkEditable              *field = NULL;

  if (self->saving)
    return;

  request = tal_put_request_new (NULL);
  if (!read_fields (self, (TalInitiative *)wanted, request, &field, &error))
    {
      say (self, field, error->message);
      return;
    }

  label = g_strdup_printf (self->creates
                           ? _ ("the initiative “%s” added")
                           : _ ("the initiative “%s” edited"), TAL_INITIATIVE (wanted)->name);
  request->label = g_steal_pointer (&label);
  tal_put_request_add (request, wanted);
  self->saving = TRUE;
  tal_workspace_change_async (self->workspace, tal_writer_put_all, g_steal_pointer (&request),
                              (GDestroyNotify)tal_put_request_free, NULL, saved_cb,
                              g_object_ref (self));
}

/* What is changed in an initiative that is there is kept however the dialog is closed. */
static gboolean
tal_initiative_dialog_close_request (GtkWindow *window)
{
  TalInitiativeDialog *self = TAL_INITIATIVE_DIALOG (window);

  if (self->creates || self->workspace == NULL || tal_workspace_get_read_only (self->workspace))
    return GTK_WINDOW_CLASS (tal_initiative_dialog_parent_class)->close_request (window);

  save_clicked_cb (self);
  return TRUE;
}

static void
tal_initiative_dialog_dispose (GObject *object)
{
  TalInitiativeDialog *self = TAL_INITIATIVE_DIALOG (object);

  g_clear_object (&self->workspace);
  if (self->initiative != NULL)
    tal_record_unref (&self->initiative->record);
  self->initiative = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_INITIATIVE_DIALOG);

  G_OBJECT_CLASS (tal_initiative_dialog_parent_class)->dispose (object);
}

static void
tal_initiative_dialog_finalize (GObject *object)
{
  g_array_unref (TAL_INITIATIVE_DIALOG (object)->plans);

  G_OBJECT_CLASS (tal_initiative_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-initiative-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, plan);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, plan_name);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, number);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, description);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, state);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, first);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, last);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, target_groups);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, areas);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, project_manager);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeDialog, partners);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
tal_initiative_dialog_class_init (TalInitiativeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_initiative_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_initiative_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tal_initiative_dialog_close_request;

  g_type_ensure (TAL_TYPE_LINK_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
tal_initiative_dialog_init (TalInitiativeDialog *self)
{
  self->plans = g_array_new (FALSE, FALSE, sizeof (TalId));
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
  tal_choice_show_whole (GTK_WIDGET (self));
  tal_help_key_add (GTK_WINDOW (self));
}

static void
fill_plans (TalInitiativeDialog *self)
{
  const TalCatalogue       *catalogue = tal_workspace_get_catalogue (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     n_plans = 0;
  guint                     selected = 0;
  const TalRecord *const   *plans = tal_catalogue_get_records (catalogue, TAL_KIND_PLAN, &n_plans);

  for (guint i = 0; i < n_plans; i++)
    {
      gtk_string_list_append (names, TAL_PLAN (plans[i])->name);
      if (tal_id_is_equal (plans[i]->id, self->initiative->plan))
        selected = i;
      g_array_append_val (self->plans, plans[i]->id);
    }
  gtk_string_list_append (names, _ ("A new plan"));
  adw_combo_row_set_model (self->plan, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->plan, selected);
}

static void
fill_members (TalInitiativeDialog *self,
              TalLinkRow          *row,
              TalDimension         dimension,
              TalInitiativeList    list)
{
  guint                   n_members = 0;
  const TalRecord *const *members =
      tal_catalogue_get_records (tal_workspace_get_catalogue (self->workspace), TAL_KIND_MEMBER,
                                 &n_members);

  for (guint i = 0; i < n_members; i++)
    {
      if (TAL_MEMBER (members[i])->dimension == dimension)
        tal_link_row_add (row, members[i]->id, tal_title_get_name (members[i]),
                          tal_initiative_has_link (self->initiative, list, members[i]->id));
    }
}

static void
fill_partners (TalInitiativeDialog *self)
{
  guint                   n_units = 0;
  const TalRecord *const *units =
      tal_catalogue_get_records (tal_workspace_get_catalogue (self->workspace), TAL_KIND_UNIT,
                                 &n_units);

  for (guint i = 0; i < n_units; i++)
    tal_link_row_add (self->partners, units[i]->id, tal_title_get_name (units[i]),
                      tal_initiative_has_link (self->initiative, TAL_INITIATIVE_PARTNERS,
                                               units[i]->id));
}

static void
show_initiative (TalInitiativeDialog *self)
{
  const TalInitiative *initiative = self->initiative;
  g_autofree char     *number =
      initiative->number > 0 ? g_strdup_printf ("%d", initiative->number) : NULL;

  fill_plans (self);
  fill_members (self, self->target_groups, TAL_DIMENSION_TARGET_GROUP,
                TAL_INITIATIVE_TARGET_GROUPS);
  fill_members (self, self->areas, TAL_DIMENSION_AREA, TAL_INITIATIVE_AREAS);
  fill_partners (self);
  tal_form_show_text (self->name, initiative->name);
  tal_form_show_text (self->number, number);
  tal_form_show_text (self->description, initiative->description);
  tal_form_show_text (self->project_manager, initiative->project_manager);
  adw_combo_row_set_selected (self->state, initiative->state);
  tal_form_show_day (self->first, initiative->first);
  tal_form_show_day (self->last, initiative->last);
  changed_cb (self);
}

/* Takes the initiative. */
static TalInitiativeDialog *
create (GtkWindow *parent, TalWorkspace *workspace, TalInitiative *initiative, gboolean creates)
{
  TalInitiativeDialog *self =
      g_object_new (TAL_TYPE_INITIATIVE_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->initiative = initiative;
  self->creates = creates;
  gtk_widget_set_visible (self->cancel_button, creates);
  gtk_window_set_title (GTK_WINDOW (self), creates ? _ ("New Initiative") : _ ("Edit Initiative"));
  gtk_button_set_label (self->save_button, creates ? _ ("_Create") : _ ("_Close"));
  show_initiative (self);
  tal_form_name_fields (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return self;
}

/* The plan that the newest initiative is under. */
static TalId
find_likely_plan (const TalCatalogue *catalogue)
{
  guint                   n_records = 0;
  TalId                   newest = TAL_ID_NONE;
  TalId                   plan = TAL_ID_NONE;
  const TalRecord *const *records =
      tal_catalogue_get_records (catalogue, TAL_KIND_INITIATIVE, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      if (tal_id_compare (records[i]->id, newest) > 0)
        {
          newest = records[i]->id;
          plan = TAL_INITIATIVE (records[i])->plan;
        }
    }

  return plan;
}

GtkWidget *
tal_initiative_dialog_new (GtkWindow *parent, TalWorkspace *workspace)
{
  TalInitiative      *initiative = NULL;
  const TalCatalogue *catalogue = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);

  catalogue = tal_workspace_get_catalogue (workspace);
  initiative = tal_record_new (TAL_KIND_INITIATIVE, tal_id_new ());
  initiative->plan = find_likely_plan (catalogue);
  initiative->number = tal_goal_number_find_next_initiative (catalogue, initiative->plan);
  return GTK_WIDGET (create (parent, workspace, initiative, TRUE));
}

GtkWidget *
tal_initiative_dialog_new_for_initiative (GtkWindow           *parent,
                                          TalWorkspace        *workspace,
                                          const TalInitiative *initiative)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (initiative != NULL, NULL);

  return GTK_WIDGET (create (parent, workspace, tal_record_copy (&initiative->record), FALSE));
}
