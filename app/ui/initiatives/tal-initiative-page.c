/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-initiative-page.h"

#include "ui/common/tal-flash.h"
#include "ui/common/tal-mark.h"
#include "ui/common/tal-period-chooser.h"
#include "ui/common/tal-text-scale.h"
#include "ui/initiatives/tal-appropriation-list.h"
#include "ui/initiatives/tal-explanation-list.h"
#include "ui/initiatives/tal-fact-strip.h"
#include "ui/initiatives/tal-goal-inspector.h"
#include "ui/initiatives/tal-goal-row.h"
#include "ui/initiatives/tal-goal-table-view.h"
#include "ui/initiatives/tal-initiative-about.h"
#include "ui/initiatives/tal-initiative-charts.h"
#include "ui/initiatives/tal-initiative-check.h"
#include "ui/initiatives/tal-latest-changes.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalInitiativePage
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;
  TalId         initiative;

  AdwFlap              *flap;
  TalFactStrip         *facts;
  TalPeriodChooser     *period_chooser;
  GtkWidget            *goals_box;
  GtkListBox           *goals;
  GtkLabel             *source;
  GtkWidget            *no_goals;
  GtkWidget            *first_goal_button;
  TalInitiativeCharts  *charts;
  TalInitiativeCheck   *check;
  GtkToggleButton      *as_table;
  TalGoalTableView     *table;
  TalExplanationList   *explanations;
  TalAppropriationList *appropriations;
  TalLatestChanges     *latest;
  TalInitiativeAbout   *about;
  TalGoalInspector     *inspector;
};

enum
{
  PROP_DETAILS_SHOWN = 1,
  N_PROPS
};

enum
{
  GOAL_SELECTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalInitiativePage, tal_initiative_page, GTK_TYPE_WIDGET)

static TalStatusTable *
get_statuses (TalInitiativePage *self)
{
  return self->workspace != NULL ? tal_workspace_get_statuses (self->workspace) : NULL;
}

static const TalInitiative *
find_initiative (TalInitiativePage *self)
{
  TalStatusTable  *statuses = get_statuses (self);
  const TalRecord *record = NULL;

  if (statuses == NULL || tal_id_is_none (self->initiative))
    return NULL;

  record = tal_catalogue_find (tal_status_table_get_catalogue (statuses), TAL_KIND_INITIATIVE,
                               self->initiative);
  return record != NULL ? TAL_INITIATIVE (record) : NULL;
}

/* The sources of the goals' figures, each once, and how the picture is to be read. */
static void
show_source (TalInitiativePage *self, const TalGoalStatus *goals, guint n_goals)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autofree char      *joined = NULL;
  g_autofree char      *line = NULL;
  const char           *legend = NULL;
  gboolean              has_benchmark = FALSE;

  for (guint i = 0; i < n_goals; i++)
    {
      const TalSeries *series = goals[i].series;

      has_benchmark |=
          goals[i].criterion != NULL && goals[i].criterion->basis == TAL_TARGET_BENCHMARK;
      if (series != NULL && series->source != NULL &&
          !g_ptr_array_find_with_equal_func (sources, series->source, g_str_equal, NULL))
        g_ptr_array_add (sources, series->source);
    }
  g_ptr_array_add (sources, NULL);

  joined = g_strjoinv (", ", (char **)sources->pdata);
  legend = has_benchmark   ? _ ("The heavy line is the target, the diamond another unit's level.")
                           : _ ("The heavy line is the target.");
  line = joined[0] != '\0' ? g_strdup_printf (_ ("Source: %s. %s"), joined, legend)
                           : g_strdup (legend);
  gtk_label_set_label (self->source, line);
}

static void
adjust_rows (TalInitiativePage *self, guint n_goals)
{
  guint          n_rows = 0;
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->goals, (int)n_rows)) != NULL)
    {
      if (n_rows < n_goals)
        n_rows++;
      else
        gtk_list_box_remove (self->goals, GTK_WIDGET (row));
    }
  for (; n_rows < n_goals; n_rows++)
    gtk_list_box_append (self->goals, tal_goal_row_new ());
}

static void
show_goals (TalInitiativePage *self, const TalGoalStatus *goals, guint n_goals)
{
  adjust_rows (self, n_goals);
  for (guint i = 0; i < n_goals; i++)
    tal_goal_row_show (TAL_GOAL_ROW (gtk_list_box_get_row_at_index (self->goals, (int)i)),
                       &goals[i]);

  /* Of no goal there are no details. */
  if (gtk_widget_get_visible (self->goals_box) != (n_goals > 0))
    tal_initiative_page_set_details_shown (self, n_goals > 0);
  gtk_widget_set_visible (self->goals_box, n_goals > 0);
  gtk_widget_set_visible (self->no_goals, n_goals == 0);
  show_source (self, goals, n_goals);
}

static void
show_explanations (TalInitiativePage *self)
{
  tal_explanation_list_show (self->explanations,
                             tal_status_table_get_catalogue (get_statuses (self)),
                             tal_goal_inspector_get_goal (self->inspector));
}

static void
show (TalInitiativePage *self)
{
  const TalGoalStatus *goals = NULL;
  guint                n_goals = 0;

  if (find_initiative (self) == NULL)
    return;

  goals = tal_status_table_get_initiative (get_statuses (self), self->initiative, &n_goals);
  tal_fact_strip_show (self->facts, self->initiative);
  show_goals (self, goals, n_goals);
  tal_goal_table_view_show (self->table, get_statuses (self), self->initiative);
  tal_appropriation_list_show (self->appropriations, self->initiative);
  tal_initiative_about_show (self->about, tal_status_table_get_catalogue (get_statuses (self)),
                             find_initiative (self));
  show_explanations (self);
}

/* The row of the goal; NULL where it has none. */
static GtkListBoxRow *
find_row (TalInitiativePage *self, TalId goal)
{
  GtkListBoxRow *row = NULL;
  int            position = 0;

  while ((row = gtk_list_box_get_row_at_index (self->goals, position++)) != NULL)
    {
      if (tal_id_is_equal (tal_goal_row_get_goal (TAL_GOAL_ROW (row)), goal))
        return row;
    }

  return NULL;
}

static void
select_goal (TalInitiativePage *self, TalId goal)
{
  tal_goal_inspector_set_goal (self->inspector, goal);
  tal_initiative_charts_set_goal (self->charts, goal);
  show_explanations (self);
  g_signal_emit (self, signals[GOAL_SELECTED], 0);
}

/* Rows are filled anew where goals came, went or moved: the selection follows its goal, and
 * of one that is gone passes to what stands in its place. */
static void
follow_selection (TalInitiativePage *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->goals);
  GtkListBoxRow *row = find_row (self, tal_goal_inspector_get_goal (self->inspector));
  gboolean       focused = selected != NULL && gtk_widget_has_focus (GTK_WIDGET (selected));

  if (row == NULL)
    row = selected != NULL ? selected : gtk_list_box_get_row_at_index (self->goals, 0);
  gtk_list_box_select_row (self->goals, row);
  select_goal (self, row != NULL ? tal_goal_row_get_goal (TAL_GOAL_ROW (row)) : TAL_ID_NONE);
  if (focused && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
statuses_changed_cb (TalInitiativePage *self)
{
  if (find_initiative (self) == NULL)
    return;

  show (self);
  follow_selection (self);
}

static void
row_selected_cb (TalInitiativePage *self, GtkListBoxRow *row)
{
  if (row == NULL || get_statuses (self) == NULL)
    return;

  select_goal (self, tal_goal_row_get_goal (TAL_GOAL_ROW (row)));
}

static void
row_activated_cb (TalInitiativePage *self)
{
  tal_initiative_page_start_entry (self);
}

static void
form_toggled_cb (TalInitiativePage *self)
{
  gboolean as_table = gtk_toggle_button_get_active (self->as_table);

  gtk_widget_set_visible (GTK_WIDGET (self->table), as_table);
  gtk_widget_set_visible (GTK_WIDGET (self->goals), !as_table);
  gtk_widget_set_visible (GTK_WIDGET (self->source), !as_table);
}

static void
goal_chosen_cb (TalInitiativePage *self)
{
  tal_initiative_page_select_goal (self, tal_goal_table_view_get_chosen (self->table));
}

static void
explaining_asked_cb (TalInitiativePage *self)
{
  tal_initiative_page_set_details_shown (self, TRUE);
  tal_goal_inspector_start_explaining (self->inspector);
}

static void
checked_goal_asked_cb (TalInitiativePage *self)
{
  tal_initiative_page_select_goal (self, tal_initiative_check_get_asked (self->check));
  tal_initiative_page_start_entry (self);
  tal_initiative_page_flash (self);
}

static void
check_emptied_cb (TalInitiativePage *self)
{
  tal_initiative_page_focus_goals (self);
}

static void
flap_revealed_cb (TalInitiativePage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS_SHOWN]);
}

static void
tal_initiative_page_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_DETAILS_SHOWN)
    g_value_set_boolean (value,
                         tal_initiative_page_get_details_shown (TAL_INITIATIVE_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_initiative_page_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (property_id == PROP_DETAILS_SHOWN)
    tal_initiative_page_set_details_shown (TAL_INITIATIVE_PAGE (object),
                                           g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_initiative_page_dispose (GObject *object)
{
  TalInitiativePage *self = TAL_INITIATIVE_PAGE (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_INITIATIVE_PAGE);

  G_OBJECT_CLASS (tal_initiative_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-initiative-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, flap);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, facts);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, period_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, goals_box);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, goals);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, source);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, no_goals);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, first_goal_button);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, charts);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, check);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, as_table);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, table);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, explanations);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, appropriations);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, about);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, latest);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativePage, inspector);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, explaining_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, checked_goal_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_emptied_cb);
}

static void
tal_initiative_page_class_init (TalInitiativePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_initiative_page_get_property;
  object_class->set_property = tal_initiative_page_set_property;
  object_class->dispose = tal_initiative_page_dispose;

  properties[PROP_DETAILS_SHOWN] =
      g_param_spec_boolean ("details-shown", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Another goal than before, or none. */
  signals[GOAL_SELECTED] = g_signal_new ("goal-selected", TAL_TYPE_INITIATIVE_PAGE,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TAL_TYPE_APPROPRIATION_LIST);
  g_type_ensure (TAL_TYPE_EXPLANATION_LIST);
  g_type_ensure (TAL_TYPE_FACT_STRIP);
  g_type_ensure (TAL_TYPE_GOAL_INSPECTOR);
  g_type_ensure (TAL_TYPE_GOAL_TABLE_VIEW);
  g_type_ensure (TAL_TYPE_INITIATIVE_ABOUT);
  g_type_ensure (TAL_TYPE_INITIATIVE_CHARTS);
  g_type_ensure (TAL_TYPE_INITIATIVE_CHECK);
  g_type_ensure (TAL_TYPE_LATEST_CHANGES);
  g_type_ensure (TAL_TYPE_PERIOD_CHOOSER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
tal_initiative_page_init (TalInitiativePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_widen (GTK_WIDGET (self));

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::statuses",
                                  G_CALLBACK (statuses_changed_cb), self);
}

GtkWidget *
tal_initiative_page_new (void)
{
  return g_object_new (TAL_TYPE_INITIATIVE_PAGE, NULL);
}

void
tal_initiative_page_set_workspace (TalInitiativePage *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_INITIATIVE_PAGE (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  self->initiative = TAL_ID_NONE;
  gtk_list_box_select_row (self->goals, NULL);
  tal_goal_inspector_set_goal (self->inspector, TAL_ID_NONE);
  g_signal_group_set_target (self->signals, workspace);
  tal_period_chooser_set_workspace (self->period_chooser, workspace);
  tal_fact_strip_set_workspace (self->facts, workspace);
  tal_goal_inspector_set_workspace (self->inspector, workspace);
  tal_appropriation_list_set_workspace (self->appropriations, workspace);
  tal_latest_changes_set_workspace (self->latest, workspace);
  tal_initiative_charts_set_initiative (self->charts, TAL_ID_NONE);
  tal_initiative_charts_set_workspace (self->charts, workspace);
  tal_initiative_check_set_workspace (self->check, workspace);
}

static GtkListBoxRow *
find_row_to_start_with (TalInitiativePage *self, const TalGoalStatus *goals, guint n_goals)
{
  for (guint i = 0; i < n_goals; i++)
    {
      if (tal_mark_for_status (&goals[i]).tone == TAL_TONE_NOT_MET)
        return gtk_list_box_get_row_at_index (self->goals, (int)i);
    }

  return gtk_list_box_get_row_at_index (self->goals, 0);
}

void
tal_initiative_page_set_initiative (TalInitiativePage *self, TalId initiative)
{
  const TalGoalStatus *goals = NULL;
  guint                n_goals = 0;

  g_return_if_fail (TAL_IS_INITIATIVE_PAGE (self));

  if (tal_id_is_equal (self->initiative, initiative))
    return;

  self->initiative = initiative;
  gtk_list_box_select_row (self->goals, NULL);
  tal_goal_inspector_set_goal (self->inspector, TAL_ID_NONE);
  tal_initiative_charts_set_initiative (self->charts, initiative);
  tal_initiative_check_set_initiative (self->check, initiative);
  tal_latest_changes_set_initiative (self->latest, initiative);
  show (self);
  if (get_statuses (self) == NULL)
    return;

  goals = tal_status_table_get_initiative (get_statuses (self), initiative, &n_goals);
  gtk_list_box_select_row (self->goals, find_row_to_start_with (self, goals, n_goals));
}

TalId
tal_initiative_page_get_initiative (TalInitiativePage *self)
{
  g_return_val_if_fail (TAL_IS_INITIATIVE_PAGE (self), TAL_ID_NONE);

  return self->initiative;
}

void
tal_initiative_page_select_goal (TalInitiativePage *self, TalId goal)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (TAL_IS_INITIATIVE_PAGE (self));

  row = find_row (self, goal);
  if (row != NULL)
    gtk_list_box_select_row (self->goals, row);
}

TalId
tal_initiative_page_get_goal (TalInitiativePage *self)
{
  g_return_val_if_fail (TAL_IS_INITIATIVE_PAGE (self), TAL_ID_NONE);

  return tal_goal_inspector_get_goal (self->inspector);
}

void
tal_initiative_page_flash (TalInitiativePage *self)
{
  GtkWidget *row = NULL;

  g_return_if_fail (TAL_IS_INITIATIVE_PAGE (self));

  row = GTK_WIDGET (gtk_list_box_get_selected_row (self->goals));
  if (row != NULL)
    tal_flash (row);
}

gboolean
tal_initiative_page_get_details_shown (TalInitiativePage *self)
{
  g_return_val_if_fail (TAL_IS_INITIATIVE_PAGE (self), FALSE);

  return adw_flap_get_reveal_flap (self->flap);
}

void
tal_initiative_page_set_details_shown (TalInitiativePage *self, gboolean shown)
{
  g_return_if_fail (TAL_IS_INITIATIVE_PAGE (self));

  adw_flap_set_reveal_flap (self->flap, shown);
}

gboolean
tal_initiative_page_focus_goals (TalInitiativePage *self)
{
  GtkListBoxRow *row = NULL;

  g_return_val_if_fail (TAL_IS_INITIATIVE_PAGE (self), FALSE);

  row = gtk_list_box_get_selected_row (self->goals);
  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->first_goal_button);
}

gboolean
tal_initiative_page_focus_details (TalInitiativePage *self)
{
  g_return_val_if_fail (TAL_IS_INITIATIVE_PAGE (self), FALSE);

  return adw_flap_get_reveal_flap (self->flap) &&
         gtk_widget_child_focus (GTK_WIDGET (self->inspector), GTK_DIR_TAB_FORWARD);
}

gboolean
tal_initiative_page_is_in_details (TalInitiativePage *self)
{
  GtkRoot   *root = NULL;
  GtkWidget *focus = NULL;

  g_return_val_if_fail (TAL_IS_INITIATIVE_PAGE (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->inspector));
}

void
tal_initiative_page_start_entry (TalInitiativePage *self)
{
  g_return_if_fail (TAL_IS_INITIATIVE_PAGE (self));

  tal_initiative_page_set_details_shown (self, TRUE);
  tal_goal_inspector_focus_first_field (self->inspector);
}

gboolean
tal_initiative_page_revert_focused (TalInitiativePage *self)
{
  g_return_val_if_fail (TAL_IS_INITIATIVE_PAGE (self), FALSE);

  return tal_goal_inspector_revert_focused (self->inspector);
}

const TalFieldDrafts *
tal_initiative_page_get_drafts (TalInitiativePage *self)
{
  g_return_val_if_fail (TAL_IS_INITIATIVE_PAGE (self), NULL);

  return tal_goal_inspector_get_drafts (self->inspector);
}
