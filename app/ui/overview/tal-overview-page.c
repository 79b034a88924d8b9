/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-overview-page.h"

#include "base/tal-danish-collation.h"
#include "base/tal-danish-number.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "ui/common/tal-initiative-text.h"
#include "ui/common/tal-period-chooser.h"
#include "ui/common/tal-text-scale.h"
#include "ui/overview/tal-legend.h"
#include "ui/overview/tal-overview-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalOverviewPage
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;
  GArray       *plans; /* of TalId, with initiatives, in order */
  gboolean      updating;

  GtkWidget        *box;
  GtkSearchBar     *search_bar;
  GtkSearchEntry   *search_entry;
  GtkLabel         *search_count;
  GtkWidget        *filters;
  GtkDropDown      *plan_chooser;
  TalPeriodChooser *period_chooser;
  GtkCheckButton   *archived_check;
  GtkStack         *stack;
  TalOverviewList  *list;
};

typedef enum
{
  PROP_SEARCHING = 1,
} Property;

static GParamSpec *properties[PROP_SEARCHING + 1];

G_DEFINE_FINAL_TYPE (TalOverviewPage, tal_overview_page, GTK_TYPE_WIDGET)

/* The chosen plan's place among them; G_MAXUINT for all. */
static guint
get_chosen_plan (TalOverviewPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->plan_chooser);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? G_MAXUINT : selected - 1;
}

static void
show_count (TalOverviewPage *self, guint n_shown, gboolean searched)
{
  g_autofree char *number =
      tal_danish_number_format (TAL_DECIMAL (n_shown, 0), TAL_DANISH_NUMBER_PLAIN);
  g_autofree char *text = g_strdup_printf (ngettext ("%s hit", "%s hits", n_shown), number);

  gtk_label_set_label (self->search_count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->search_count), searched);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, searched ? text : "", -1);
}

/* What is shown of a plan: archived initiatives where they are asked for, and those that a
 * search finds. */
static guint
add_plan (TalOverviewPlaces *places,
          TalStatusTable    *statuses,
          TalId              plan,
          const char        *wanted,
          gboolean           archived)
{
  guint                   n_shown = 0;
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (tal_status_table_get_catalogue (statuses), TAL_KIND_INITIATIVE,
                                  plan, &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    {
      const TalInitiative *each = TAL_INITIATIVE (initiatives[i]);
      guint                n_goals = 0;

      if ((each->archived && !archived) ||
          (wanted != NULL && !tal_initiative_text_is_found (each, statuses, wanted)))
        continue;

      if (n_shown == 0)
        tal_overview_places_add_plan (places, plan);
      tal_status_table_get_initiative (statuses, each->record.id, &n_goals);
      tal_overview_places_add_initiative (places, each->record.id, n_goals);
      n_shown++;
    }

  return n_shown;
}

/* Says why nothing is shown, where nothing is. */
static void
show_message (TalOverviewPage *self, guint n_shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->stack), n_shown == 0);
  gtk_stack_set_visible_child_name (self->stack, self->plans->len > 0 ? "nothing-found" : "empty");
}

static void
filter (TalOverviewPage *self)
{
  TalStatusTable    *statuses = tal_workspace_get_statuses (self->workspace);
  TalOverviewPlaces *places = tal_overview_places_new ();
  g_autofree char   *wanted = NULL;
  const char        *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  guint              chosen = get_chosen_plan (self);
  gboolean           archived = gtk_check_button_get_active (self->archived_check);
  guint              n_shown = 0;

  if (tal_overview_page_get_searching (self) && text[0] != '\0')
    wanted = tal_danish_collation_dup_folded (text);

  for (guint i = 0; i < self->plans->len; i++)
    {
      if (chosen == G_MAXUINT || chosen == i)
        n_shown +=
            add_plan (places, statuses, g_array_index (self->plans, TalId, i), wanted, archived);
    }

  show_count (self, n_shown, wanted != NULL);
  show_message (self, n_shown);
  tal_overview_list_show (self->list, statuses, places, wanted == NULL);
}

/* There is nothing to choose among where there is nothing. */
static void
show_filters (TalOverviewPage *self, const TalCatalogue *catalogue)
{
  guint                   n_initiatives = 0;
  gboolean                has_archived = FALSE;
  const TalRecord *const *initiatives =
      tal_catalogue_get_records (catalogue, TAL_KIND_INITIATIVE, &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    has_archived |= TAL_INITIATIVE (initiatives[i])->archived;
  gtk_widget_set_visible (self->filters, n_initiatives > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->archived_check), has_archived);
}

static GArray *
list_plans (const TalCatalogue *catalogue)
{
  GArray                 *plans = g_array_new (FALSE, FALSE, sizeof (TalId));
  guint                   n_records = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (catalogue, TAL_KIND_PLAN, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      guint n_initiatives = 0;

      tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, records[i]->id, &n_initiatives);
      if (n_initiatives > 0)
        g_array_append_val (plans, records[i]->id);
    }

  return plans;
}

static gboolean
is_same_list (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!tal_id_is_equal (g_array_index (a, TalId, i), g_array_index (b, TalId, i)))
        return FALSE;
    }

  return TRUE;
}

static void
remake_plan_chooser (TalOverviewPage *self, const TalCatalogue *catalogue)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All plans"));
  for (guint i = 0; i < self->plans->len; i++)
    {
      const TalRecord *record =
          tal_catalogue_find (catalogue, TAL_KIND_PLAN, g_array_index (self->plans, TalId, i));

      gtk_string_list_append (names, TAL_PLAN (record)->name);
    }

  gtk_drop_down_set_model (self->plan_chooser, G_LIST_MODEL (names));
}

static void
update (TalOverviewPage *self)
{
  TalStatusTable     *statuses = tal_workspace_get_statuses (self->workspace);
  const TalCatalogue *catalogue = tal_status_table_get_catalogue (statuses);
  g_autoptr (GArray)  plans = list_plans (catalogue);

  self->updating = TRUE;
  if (!is_same_list (self->plans, plans))
    {
      g_clear_pointer (&self->plans, g_array_unref);
      self->plans = g_array_ref (plans);
      remake_plan_chooser (self, catalogue);
    }
  show_filters (self, catalogue);
  self->updating = FALSE;

  filter (self);
}

static void
statuses_changed_cb (TalOverviewPage *self)
{
  g_assert (TAL_IS_OVERVIEW_PAGE (self));

  if (tal_workspace_get_statuses (self->workspace) != NULL)
    update (self);
}

static void
filter_changed_cb (TalOverviewPage *self)
{
  g_assert (TAL_IS_OVERVIEW_PAGE (self));

  if (!self->updating && self->workspace != NULL)
    filter (self);
}

static void
search_mode_changed_cb (TalOverviewPage *self)
{
  filter_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
reset_clicked_cb (TalOverviewPage *self)
{
  gtk_drop_down_set_selected (self->plan_chooser, 0);
  gtk_check_button_set_active (self->archived_check, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
tal_overview_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TalOverviewPage *self = TAL_OVERVIEW_PAGE (object);

  switch ((Property)property_id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, tal_overview_page_get_searching (self));
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_overview_page_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TalOverviewPage *self = TAL_OVERVIEW_PAGE (object);

  switch ((Property)property_id)
    {
    case PROP_SEARCHING:
      tal_overview_page_set_searching (self, g_value_get_boolean (value));
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_overview_page_dispose (GObject *object)
{
  TalOverviewPage *self = TAL_OVERVIEW_PAGE (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_OVERVIEW_PAGE);
  g_clear_pointer (&self->plans, g_array_unref);

  G_OBJECT_CLASS (tal_overview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/overview/tal-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, box);
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, search_count);
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, filters);
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, plan_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, period_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, archived_check);
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TalOverviewPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
tal_overview_page_class_init (TalOverviewPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_overview_page_get_property;
  object_class->set_property = tal_overview_page_set_property;
  object_class->dispose = tal_overview_page_dispose;

  properties[PROP_SEARCHING] =
      g_param_spec_boolean ("searching", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TAL_TYPE_LEGEND);
  g_type_ensure (TAL_TYPE_OVERVIEW_LIST);
  g_type_ensure (TAL_TYPE_PERIOD_CHOOSER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
tal_overview_page_init (TalOverviewPage *self)
{
  self->plans = g_array_new (FALSE, FALSE, sizeof (TalId));
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_widen (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::statuses",
                                  G_CALLBACK (statuses_changed_cb), self);
}

GtkWidget *
tal_overview_page_new (void)
{
  return g_object_new (TAL_TYPE_OVERVIEW_PAGE, NULL);
}

void
tal_overview_page_set_workspace (TalOverviewPage *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (self->workspace == workspace)
    return;

  /* What was searched for was in the other one. */
  if (self->workspace != NULL)
    tal_overview_page_set_searching (self, FALSE);
  g_set_object (&self->workspace, workspace);
  tal_period_chooser_set_workspace (self->period_chooser, workspace);
  g_signal_group_set_target (self->signals, workspace);
  if (workspace != NULL && tal_workspace_get_statuses (workspace) != NULL)
    update (self);
}

void
tal_overview_page_set_searching (TalOverviewPage *self, gboolean searching)
{
  g_return_if_fail (TAL_IS_OVERVIEW_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, searching);
  if (searching)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

gboolean
tal_overview_page_get_searching (TalOverviewPage *self)
{
  g_return_val_if_fail (TAL_IS_OVERVIEW_PAGE (self), FALSE);

  return gtk_search_bar_get_search_mode (self->search_bar);
}
