/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/figures/tal-caseload-row.h"

#include "charts/tal-chart-text.h"
#include "model/tal-chart-source.h"
#include "ui/charts/tal-chart-view.h"
#include "ui/common/tal-wrapped-text.h"

#include <glib/gi18n-lib.h>

struct _TalCaseloadRow
{
  GtkListBoxRow parent_instance;

  TalId           series;
  TalChartSource *source;

  TalWrappedText *name;
  TalChartView   *sparkline;
  GtkLabel       *value;
  GtkLabel       *change;
};

G_DEFINE_FINAL_TYPE (TalCaseloadRow, tal_caseload_row, GTK_TYPE_LIST_BOX_ROW)

/* The newest figure that is known, as it is written. */
static char *
dup_newest (const TalChartSpec *spec)
{
  const TalChartSeries *series = NULL;

  if (spec == NULL || spec->series->len == 0)
    return g_strdup ("..");

  series = tal_chart_spec_get_series (spec, 0);
  for (guint i = series->values->len; i > 0; i--)
    {
      TalChartValue value = tal_chart_series_get (series, i - 1);

      if (tal_chart_value_is_known (&value))
        return tal_chart_text_dup_value (spec, &value);
    }
  return g_strdup ("..");
}

static void
source_changed_cb (TalCaseloadRow *self)
{
  const TalChartSpec *spec = tal_chart_source_get_spec (self->source);
  g_autofree char    *value = dup_newest (spec);
  const char         *change = spec != NULL && spec->sentence != NULL ? spec->sentence : "";
  g_autofree char    *spoken = NULL;

  tal_chart_view_set_spec (self->sparkline, spec);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->change, change);
  spoken = g_strdup_printf ("%s: %s%s%s", tal_wrapped_text_get_label (self->name), value,
                            *change != '\0' ? ", " : "", change);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
tal_caseload_row_dispose (GObject *object)
{
  TalCaseloadRow *self = TAL_CASELOAD_ROW (object);

  if (self->source != NULL)
    tal_chart_source_set_workspace (self->source, NULL);
  g_clear_object (&self->source);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_CASELOAD_ROW);

  G_OBJECT_CLASS (tal_caseload_row_parent_class)->dispose (object);
}

static void
tal_caseload_row_class_init (TalCaseloadRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_caseload_row_dispose;
  g_type_ensure (TAL_TYPE_CHART_VIEW);
  g_type_ensure (TAL_TYPE_WRAPPED_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/figures/tal-caseload-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalCaseloadRow, name);
  gtk_widget_class_bind_template_child (widget_class, TalCaseloadRow, sparkline);
  gtk_widget_class_bind_template_child (widget_class, TalCaseloadRow, value);
  gtk_widget_class_bind_template_child (widget_class, TalCaseloadRow, change);
}

static void
tal_caseload_row_init (TalCaseloadRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->source = tal_chart_source_new ();
  g_signal_connect_object (self->source, "changed", G_CALLBACK (source_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* "heraf" before the name of a part, which then needs no capital of its own. */
static char *
dup_label (const TalBoardRow *row)
{
  if (row->depth == 0)
    return g_strdup (row->series->name);
  return g_strdup_printf (_ ("of which %s"), row->series->name);
}

static void
ask (TalCaseloadRow *self, TalWorkspace *workspace)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (TalId));
  TalChartRequest    request = { .kind = TAL_CHART_SPARKLINE, .series = series };

  g_array_append_val (series, self->series);
  tal_chart_source_set_request (self->source, &request);
  tal_chart_source_set_workspace (self->source, workspace);
}

GtkWidget *
tal_caseload_row_new (TalWorkspace *workspace, const TalBoardRow *row)
{
  TalCaseloadRow  *self = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (TAL_TYPE_CASELOAD_ROW, NULL);
  self->series = row->series->record.id;
  label = dup_label (row);
  tal_wrapped_text_set_label (self->name, label);
  gtk_widget_set_margin_start (GTK_WIDGET (self->name), 14 * (int)row->depth);
  if (row->total)
    gtk_widget_add_css_class (GTK_WIDGET (self), "total");
  ask (self, workspace);
  return GTK_WIDGET (self);
}

TalId
tal_caseload_row_get_series (TalCaseloadRow *self)
{
  g_return_val_if_fail (TAL_IS_CASELOAD_ROW (self), TAL_ID_NONE);

  return self->series;
}
