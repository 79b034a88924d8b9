/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-entry-page.h"

#include "core/tal-danish-period.h"
#include "core/tal-plan.h"
#include "ui/common/tal-wrap-box.h"
#include "ui/results/tal-entry-page-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_WORKSPACE = 1,
  PROP_COMPACT_ROWS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalEntryPage, tal_entry_page, GTK_TYPE_WIDGET)

static gboolean
has_children (const TalCatalogue *catalogue, TalKind kind, TalId plan)
{
  guint n_children = 0;

  tal_catalogue_get_children (catalogue, kind, plan, &n_children);
  return n_children > 0;
}

static void
list_plans (TalEntryPage *self, const TalCatalogue *catalogue, GtkStringList *names)
{
  guint                   n_records = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (catalogue, TAL_KIND_PLAN, &n_records);

  g_array_set_size (self->plans, 0);
  for (guint i = 0; i < n_records; i++)
    {
      g_array_append_val (self->plans, records[i]->id);
      gtk_string_list_append (names, TAL_PLAN (records[i])->name);
    }
}

/* The plan that is shown, else the first that has initiatives. */
static guint
find_plan (TalEntryPage *self, const TalCatalogue *catalogue)
{
  TalId shown = tal_entry_grid_get_plan (self->model);

  for (guint i = 0; i < self->plans->len; i++)
    {
      if (tal_id_is_equal (g_array_index (self->plans, TalId, i), shown))
        return i;
    }
  for (guint i = 0; i < self->plans->len; i++)
    {
      if (has_children (catalogue, TAL_KIND_INITIATIVE, g_array_index (self->plans, TalId, i)))
        return i;
    }

  return 0;
}

static void
show_plan (TalEntryPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->plan_chooser);

  if (chosen < self->plans->len)
    tal_entry_grid_set_plan (self->model, g_array_index (self->plans, TalId, chosen));
  else
    gtk_stack_set_visible_child_name (self->stack, "no-plans");
}

void
tal_entry_page_show_plan (TalEntryPage *self, TalId plan)
{
  for (guint i = 0; i < self->plans->len; i++)
    {
      if (tal_id_is_equal (g_array_index (self->plans, TalId, i), plan))
        gtk_drop_down_set_selected (self->plan_chooser, i);
    }
}

static void
update_plans (TalEntryPage *self)
{
  const TalCatalogue       *catalogue = tal_workspace_get_catalogue (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->updating = TRUE;
  list_plans (self, catalogue, names);
  gtk_drop_down_set_model (self->plan_chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->plan_chooser, find_plan (self, catalogue));
  self->updating = FALSE;
  gtk_widget_set_visible (self->bar, self->plans->len > 0);
  show_plan (self);
}

static const char *
choose_child (TalEntryPage *self)
{
  if (tal_entry_grid_get_problem (self->model) != NULL)
    return "error";
  if (!tal_entry_grid_is_loaded (self->model))
    return "nothing";
  if (tal_entry_grid_get_n_rows (self->model) > 0)
    return "grid";
  return tal_entry_grid_get_mode (self->model) == TAL_ENTRY_MODE_GOALS ? "no-goals" : "no-series";
}

/* Newest first, as people look for them. */
static void
update_periods (TalEntryPage *self)
{
  const GArray             *periods = tal_entry_grid_get_periods (self->model);
  TalPeriod                 chosen = tal_entry_grid_get_period (self->model);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     selected = 0;

  for (guint i = periods->len; i > 0; i--)
    {
      TalPeriod period = g_array_index (periods, TalPeriod, i - 1);

      gtk_string_list_take (names, tal_danish_period_format (period, TAL_DANISH_PERIOD_TABLE));
      if (tal_period_is_equal (period, chosen))
        selected = periods->len - i;
    }

  self->updating = TRUE;
  gtk_drop_down_set_model (self->period_chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->period_chooser, selected);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->period_chooser),
                          tal_entry_grid_get_mode (self->model) == TAL_ENTRY_MODE_GOALS &&
                              periods->len > 0);
}

static void
model_reset_cb (TalEntryPage *self)
{
  const char *problem = tal_entry_grid_get_problem (self->model);

  if (problem != NULL)
    adw_status_page_set_description (self->error_page, problem);
  update_periods (self);
  tal_entry_page_update_closing (self);
  gtk_stack_set_visible_child_name (self->stack, choose_child (self));
  if (self->focus_wanted && tal_entry_grid_is_loaded (self->model))
    tal_entry_page_focus_grid (self);
  tal_entry_page_follow_due (self);
}

/* The line at the bottom says what the cell's widget says to who cannot see it. */
static void
moved_cb (TalEntryPage *self)
{
  g_auto (TalEntryCell) cell = { NULL };
  g_autofree char      *detail = NULL;
  g_autofree char      *place = NULL;
  g_autofree char      *state = NULL;
  g_autofree char      *sum = NULL;
  TalResultRange        chosen = tal_result_grid_get_selection (self->grid);
  TalEntryRange         range = { chosen.row, chosen.column, chosen.n_rows, chosen.n_columns };
  guint                 row = 0;
  guint                 column = 0;

  tal_entry_page_update_offer (self);
  if (!tal_result_grid_get_active (self->grid, &row, &column))
    {
      gtk_label_set_label (self->place, "");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), NULL);
      gtk_label_set_label (self->message, "");
      gtk_label_set_label (self->sum, "");
      return;
    }

  tal_entry_grid_load_cell (self->model, row, column, &cell);
  sum = tal_entry_grid_dup_sum (self->model, &range);
  gtk_label_set_label (self->sum, sum);
  detail = tal_entry_grid_dup_detail (self->model, row, column);
  state = tal_entry_cell_dup_state (&cell);
  place = detail[0] != '\0' ? g_strdup_printf ("%s · %s", cell.name, detail) : g_strdup (cell.name);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), place);
  gtk_label_set_label (self->message, cell.message != NULL ? cell.message : state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->message), cell.message);
  if (cell.marks & TAL_ENTRY_REFUSED)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
}

static void
stored_cb (TalEntryPage *self, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s", sentence);
}

static void
failed_cb (TalEntryPage *self, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
plan_chosen_cb (TalEntryPage *self)
{
  if (!self->updating && self->workspace != NULL)
    show_plan (self);
}

static void
period_chosen_cb (TalEntryPage *self)
{
  const GArray *periods = tal_entry_grid_get_periods (self->model);
  guint         chosen = gtk_drop_down_get_selected (self->period_chooser);

  if (!self->updating && chosen < periods->len)
    tal_entry_grid_set_period (self->model,
                               g_array_index (periods, TalPeriod, periods->len - 1 - chosen));
}

void
tal_entry_page_show_period (TalEntryPage *self, TalPeriod period)
{
  tal_entry_grid_add_period (self->model, period);
  tal_entry_grid_set_period (self->model, period);
  update_periods (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* A period without figures yet, which is what is entered next. */
static void
period_entered_cb (TalEntryPage *self)
{
  g_autoptr (GError) error = NULL;
  TalPeriod          period;

  if (!tal_danish_period_parse (gtk_editable_get_text (GTK_EDITABLE (self->period_entry)), &period,
                                &error))
    {
      gtk_label_set_label (self->period_problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->period_problem), TRUE);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->period_problem), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->period_entry), "");
  gtk_popover_popdown (self->period_popover);
  tal_entry_page_show_period (self, period);
}

/* The list has the newest first. */
static void
step_period (TalEntryPage *self, int step)
{
  gint64 chosen = (gint64)gtk_drop_down_get_selected (self->period_chooser) - step;

  if (tal_entry_grid_get_mode (self->model) == TAL_ENTRY_MODE_GOALS && chosen >= 0 &&
      chosen < (gint64)tal_entry_grid_get_periods (self->model)->len)
    gtk_drop_down_set_selected (self->period_chooser, (guint)chosen);
}

static void
previous_period_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_period (TAL_ENTRY_PAGE (widget), -1);
}

static void
next_period_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_period (TAL_ENTRY_PAGE (widget), 1);
}

static void
mode_toggled_cb (TalEntryPage *self)
{
  tal_entry_grid_set_mode (self->model, gtk_toggle_button_get_active (self->goals_toggle)
                                            ? TAL_ENTRY_MODE_GOALS
                                            : TAL_ENTRY_MODE_SERIES);
}

static void
check_shown_cb (TalEntryPage *self)
{
  tal_result_grid_finish_edit (self->grid);
  tal_entry_problems_update (self->problems, self->model);
}

/* Figures are kept from within the list, too. */
static void
model_changed_cb (TalEntryPage *self)
{
  tal_entry_page_update_closing (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->check_popover)))
    tal_entry_problems_update (self->problems, self->model);
}

static void
problem_activated_cb (TalEntryPage *self, guint row, guint column)
{
  gtk_popover_popdown (self->check_popover);
  tal_result_grid_go_to (self->grid, row, column);
}

static void
statuses_changed_cb (TalEntryPage *self)
{
  guint n_plans = 0;

  tal_catalogue_get_records (tal_workspace_get_catalogue (self->workspace), TAL_KIND_PLAN,
                             &n_plans);
  if (n_plans != self->plans->len)
    update_plans (self);
  tal_entry_page_update_dues (self);
}

/* The clock stands where the last figure was stored. */
static void
saving_changed_cb (TalEntryPage *self)
{
  gboolean saving = self->workspace != NULL && tal_workspace_get_saving (self->workspace);

  if (self->saving && !saving)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      g_autofree char *text = g_strdup_printf (_ ("Saved at %d.%02d"), g_date_time_get_hour (now),
                                                  g_date_time_get_minute (now));

      gtk_label_set_label (self->saved, text);
    }
  self->saving = saving;
}

static void
set_workspace (TalEntryPage *self, TalWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;

  tal_entry_grid_set_workspace (self->model, workspace);
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->signals, workspace);
  gtk_label_set_label (self->saved, "");
  tal_entry_page_stop_dues (self);
  g_clear_pointer (&self->due_list, tal_due_list_free);
  self->wanted_goal = TAL_ID_NONE;
  if (workspace != NULL)
    update_plans (self);
  tal_entry_page_update_dues (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
set_compact_rows (TalEntryPage *self, gboolean compact_rows)
{
  if (self->compact_rows == compact_rows)
    return;

  self->compact_rows = compact_rows;
  tal_result_grid_set_compact (self->grid, compact_rows);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT_ROWS]);
}

static void
tal_entry_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_WORKSPACE)
    g_value_set_object (value, TAL_ENTRY_PAGE (object)->workspace);
  else if (property_id == PROP_COMPACT_ROWS)
    g_value_set_boolean (value, TAL_ENTRY_PAGE (object)->compact_rows);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_entry_page_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (property_id == PROP_WORKSPACE)
    set_workspace (TAL_ENTRY_PAGE (object), g_value_get_object (value));
  else if (property_id == PROP_COMPACT_ROWS)
    set_compact_rows (TAL_ENTRY_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_entry_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tal_entry_page_parent_class)->map (widget);
  tal_entry_page_update_dues (TAL_ENTRY_PAGE (widget));
}

static void
tal_entry_page_unmap (GtkWidget *widget)
{
  TAL_ENTRY_PAGE (widget)->focus_wanted = FALSE;
  GTK_WIDGET_CLASS (tal_entry_page_parent_class)->unmap (widget);
}

static void
tal_entry_page_dispose (GObject *object)
{
  TalEntryPage *self = TAL_ENTRY_PAGE (object);

  tal_entry_page_stop_dues (self);
  g_clear_pointer (&self->due_list, tal_due_list_free);
  g_clear_object (&self->signals);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_ENTRY_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->plans, g_array_unref);

  G_OBJECT_CLASS (tal_entry_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/results/tal-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, box);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, plan_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, period_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, period_popover);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, period_entry);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, period_problem);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, goals_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, series_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, check_button);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, check_popover);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, problems);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, closed_line);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, closed_label);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, grid);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, place);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, message);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, saved);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, sum);
  tal_entry_page_bind_dues (widget_class);
  tal_entry_page_bind_offers (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, plan_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_activated_cb);
}

static void
tal_entry_page_class_init (TalEntryPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_entry_page_get_property;
  object_class->set_property = tal_entry_page_set_property;
  object_class->dispose = tal_entry_page_dispose;
  widget_class->map = tal_entry_page_map;
  widget_class->unmap = tal_entry_page_unmap;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, TAL_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT_ROWS] =
      g_param_spec_boolean ("compact-rows", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TAL_TYPE_ENTRY_DUES);
  g_type_ensure (TAL_TYPE_ENTRY_PROBLEMS);
  g_type_ensure (TAL_TYPE_RESULT_GRID);
  g_type_ensure (TAL_TYPE_WRAP_BOX);
  tal_entry_page_install_closing (widget_class);
  gtk_widget_class_install_action (widget_class, "entry.previous-period", NULL, previous_period_cb);
  gtk_widget_class_install_action (widget_class, "entry.next-period", NULL, next_period_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "entry.previous-period", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "entry.next-period", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
name_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
name_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (
                           GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

/* The name of a plan gives way in a narrow window; the list has it whole. */
static void
make_plan_names_yield (TalEntryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (name_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (name_bound_cb), NULL);
  gtk_drop_down_set_list_factory (self->plan_chooser,
                                  gtk_drop_down_get_factory (self->plan_chooser));
  gtk_drop_down_set_factory (self->plan_chooser, factory);
}

static void
tal_entry_page_init (TalEntryPage *self)
{
  self->plans = g_array_new (FALSE, FALSE, sizeof (TalId));
  self->model = tal_entry_grid_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  make_plan_names_yield (self);
  tal_result_grid_set_model (self->grid, self->model);
  g_signal_connect_swapped (self->model, "reset", G_CALLBACK (model_reset_cb), self);
  g_signal_connect_swapped (self->model, "changed", G_CALLBACK (model_changed_cb), self);
  g_signal_connect_swapped (self->model, "stored", G_CALLBACK (stored_cb), self);
  g_signal_connect_swapped (self->model, "failed", G_CALLBACK (failed_cb), self);

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::statuses",
                                  G_CALLBACK (statuses_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::saving", G_CALLBACK (saving_changed_cb),
                                  self);
}

GtkWidget *
tal_entry_page_new (void)
{
  return g_object_new (TAL_TYPE_ENTRY_PAGE, NULL);
}

TalEntryGrid *
tal_entry_page_get_model (TalEntryPage *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_PAGE (self), NULL);

  return self->model;
}

TalResultGrid *
tal_entry_page_get_grid (TalEntryPage *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_PAGE (self), NULL);

  return self->grid;
}

void
tal_entry_page_focus_grid (TalEntryPage *self)
{
  g_return_if_fail (TAL_IS_ENTRY_PAGE (self));

  self->focus_wanted = !tal_entry_grid_is_loaded (self->model);
  if (g_str_equal (choose_child (self), "grid"))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

gboolean
tal_entry_page_revert (TalEntryPage *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_PAGE (self), FALSE);

  return tal_result_grid_cancel_edit (self->grid);
}

guint
tal_entry_page_count_unsaved (TalEntryPage *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_PAGE (self), 0);

  tal_result_grid_finish_edit (self->grid);
  return tal_entry_grid_count_refused (self->model);
}
