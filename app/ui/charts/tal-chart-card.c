/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/charts/tal-chart-card.h"

#include "model/tal-chart-source.h"
#include "ui/charts/tal-break-dialog.h"
#include "ui/charts/tal-chart-export.h"
#include "ui/charts/tal-chart-grid.h"
#include "ui/charts/tal-chart-view.h"
#include "ui/common/tal-file-chooser.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalChartCard
{
  GtkWidget parent_instance;

  TalChartSource *source;

  GtkWidget     *start;
  GtkWidget     *card;
  GtkWidget     *problem;
  TalChartView  *view;
  TalChartGrid  *grid;
  GtkMenuButton *menu_button;
  GtkWidget     *tools;
  gboolean       with_chart;
  gboolean       with_table;
};

enum
{
  PROP_WITH_CHART = 1,
  PROP_WITH_TABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalChartCard, tal_chart_card, GTK_TYPE_WIDGET)

static void
say (TalChartCard *self, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
update_parts (TalChartCard *self)
{
  const TalChartSpec *spec = tal_chart_source_get_spec (self->source);
  const char         *problem = tal_chart_source_get_problem (self->source);

  gtk_widget_set_visible (GTK_WIDGET (self->view), spec != NULL && self->with_chart);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), spec != NULL && self->with_table);
  gtk_widget_set_visible (self->card, spec != NULL);
  gtk_widget_set_visible (self->tools, spec != NULL);
  gtk_widget_set_visible (self->problem, problem != NULL);
  if (problem != NULL)
    adw_status_page_set_description (ADW_STATUS_PAGE (self->problem), problem);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", spec != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy-table", spec != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save", spec != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.print", spec != NULL);
}

static void
update_table (TalChartCard *self)
{
  if (self->with_table)
    tal_chart_grid_set_spec (self->grid, tal_chart_source_get_spec (self->source));
}

static void
source_changed_cb (TalChartCard *self)
{
  tal_chart_view_set_spec (self->view, tal_chart_source_get_spec (self->source));
  update_table (self);
  update_parts (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TalChartCard       *self = TAL_CHART_CARD (widget);
  const TalChartSpec *spec = tal_chart_source_get_outgoing_spec (self->source);
  g_autoptr (GError)  error = NULL;

  if (spec == NULL)
    return;
  if (tal_chart_export_copy (widget, spec, &error))
    say (self, _ ("The chart was copied."));
  else
    say (self, error->message);
}

static void
copy_table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TalChartCard       *self = TAL_CHART_CARD (widget);
  const TalChartSpec *spec = tal_chart_source_get_outgoing_spec (self->source);

  if (spec == NULL)
    return;
  tal_chart_export_copy_table (widget, spec);
  say (self, _ ("The numbers were copied."));
}

static void
file_chosen_cb (GObject *object, GFile *file)
{
  TalChartCard       *self = TAL_CHART_CARD (object);
  const TalChartSpec *spec = tal_chart_source_get_outgoing_spec (self->source);
  g_autofree char    *sentence = NULL;
  g_autoptr (GError)  error = NULL;

  if (spec == NULL)
    return;
  sentence = tal_chart_export_save (spec, file, &error);
  say (self, sentence != NULL ? sentence : error->message);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TalChartCard       *self = TAL_CHART_CARD (widget);
  const TalChartSpec *spec = tal_chart_source_get_outgoing_spec (self->source);

  if (spec != NULL)
    tal_file_chooser_save_chart (get_window (widget), spec->title, file_chosen_cb, G_OBJECT (self));
}

static void
printed_cb (GObject *object, const char *sentence)
{
  say (TAL_CHART_CARD (object), sentence);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TalChartCard       *self = TAL_CHART_CARD (widget);
  const TalChartSpec *spec = tal_chart_source_get_outgoing_spec (self->source);

  if (spec != NULL)
    tal_chart_export_print (get_window (widget), spec, printed_cb, G_OBJECT (self));
}

static void
mark_break_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TalChartCard       *self = TAL_CHART_CARD (widget);
  const TalChartSpec *spec = tal_chart_source_get_spec (self->source);
  TalWorkspace       *workspace = tal_chart_source_get_workspace (self->source);
  TalPeriod           period = TAL_PERIOD_UNSET;
  TalId               series = TAL_ID_NONE;
  guint               number;
  guint               position;

  if (spec != NULL && tal_chart_view_get_asked (self->view, &number, &position))
    {
      period = tal_chart_spec_get_position (spec, position)->period;
      series = tal_chart_spec_get_series (spec, number)->id;
    }
  if (workspace == NULL || tal_id_is_none (series) || !tal_period_is_set (period))
    say (self, _ ("Point at the first figure after the break, and ask for the menu there."));
  else if (tal_workspace_get_read_only (workspace))
    say (self, _ ("The collection is read-only."));
  else
    gtk_window_present (
        GTK_WINDOW (tal_break_dialog_new (get_window (widget), workspace, series, period)));
}

/* One of the two is always there. */
static void
set_parts (TalChartCard *self, gboolean with_chart, gboolean with_table)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gboolean other_chart = self->with_chart != with_chart;
  gboolean other_table = self->with_table != with_table;

  if ((!with_chart && !with_table) || (!other_chart && !other_table))
    return;

  self->with_chart = with_chart;
  self->with_table = with_table;
  update_table (self);
  update_parts (self);
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  if (other_chart)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH_CHART]);
  if (other_table)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH_TABLE]);
}

/* Chart alone, chart and table, and back. */
static void
toggle_table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TalChartCard *self = TAL_CHART_CARD (widget);

  set_parts (self, TRUE, !self->with_table);
}

static void
tal_chart_card_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TalChartCard *self = TAL_CHART_CARD (object);

  if (property_id == PROP_WITH_CHART)
    g_value_set_boolean (value, self->with_chart);
  else if (property_id == PROP_WITH_TABLE)
    g_value_set_boolean (value, self->with_table);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_chart_card_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TalChartCard *self = TAL_CHART_CARD (object);

  if (property_id == PROP_WITH_CHART)
    set_parts (self, g_value_get_boolean (value), self->with_table);
  else if (property_id == PROP_WITH_TABLE)
    set_parts (self, self->with_chart, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_chart_card_dispose (GObject *object)
{
  TalChartCard *self = TAL_CHART_CARD (object);

  /* Whoever it stands in may be half gone too: nobody is told. */
  if (self->source != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->source, self);
      tal_chart_source_set_workspace (self->source, NULL);
    }
  g_clear_object (&self->source);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_CHART_CARD);

  G_OBJECT_CLASS (tal_chart_card_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "chart.mark-break", NULL, mark_break_cb);
  gtk_widget_class_install_action (widget_class, "chart.toggle-table", NULL, toggle_table_cb);
  gtk_widget_class_install_property_action (widget_class, "chart.with-chart", "with-chart");
  gtk_widget_class_install_property_action (widget_class, "chart.with-table", "with-table");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/charts/tal-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TalChartCard, start);
  gtk_widget_class_bind_template_child (widget_class, TalChartCard, tools);
  gtk_widget_class_bind_template_child (widget_class, TalChartCard, card);
  gtk_widget_class_bind_template_child (widget_class, TalChartCard, problem);
  gtk_widget_class_bind_template_child (widget_class, TalChartCard, view);
  gtk_widget_class_bind_template_child (widget_class, TalChartCard, grid);
  gtk_widget_class_bind_template_child (widget_class, TalChartCard, menu_button);
}

static void
tal_chart_card_class_init (TalChartCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_chart_card_get_property;
  object_class->set_property = tal_chart_card_set_property;
  object_class->dispose = tal_chart_card_dispose;

  properties[PROP_WITH_CHART] =
      g_param_spec_boolean ("with-chart", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WITH_TABLE] =
      g_param_spec_boolean ("with-table", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAL_TYPE_CHART_CARD, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  g_type_ensure (TAL_TYPE_CHART_VIEW);
  g_type_ensure (TAL_TYPE_CHART_GRID);
  bind_template (widget_class);
}

static void
tal_chart_card_init (TalChartCard *self)
{
  self->with_chart = TRUE;
  self->source = tal_chart_source_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_chart_view_set_menu (self->view, gtk_menu_button_get_menu_model (self->menu_button));
  g_signal_connect_object (self->source, "changed", G_CALLBACK (source_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_parts (self);
}

GtkWidget *
tal_chart_card_new (void)
{
  return g_object_new (TAL_TYPE_CHART_CARD, NULL);
}

void
tal_chart_card_set_workspace (TalChartCard *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_CHART_CARD (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  tal_chart_source_set_workspace (self->source, workspace);
}

void
tal_chart_card_set_request (TalChartCard *self, const TalChartRequest *request)
{
  g_return_if_fail (TAL_IS_CHART_CARD (self));

  tal_chart_source_set_request (self->source, request);
}

void
tal_chart_card_set_start_widget (TalChartCard *self, GtkWidget *widget)
{
  g_return_if_fail (TAL_IS_CHART_CARD (self));
  g_return_if_fail (widget == NULL || GTK_IS_WIDGET (widget));

  adw_bin_set_child (ADW_BIN (self->start), widget);
}

const TalChartSpec *
tal_chart_card_get_spec (TalChartCard *self)
{
  g_return_val_if_fail (TAL_IS_CHART_CARD (self), NULL);

  return tal_chart_source_get_spec (self->source);
}
