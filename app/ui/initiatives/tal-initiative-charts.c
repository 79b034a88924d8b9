/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-initiative-charts.h"

#include "ui/charts/tal-chart-card.h"

#define SPACING 18

typedef enum
{
  CHART_COURSE, /* of the goal's results */
  CHART_FUNNEL,
  CHART_SUM,
  N_CHARTS
} Chart;

static const TalChartKind kinds[N_CHARTS] = {
  [CHART_COURSE] = TAL_CHART_LINE,
  [CHART_FUNNEL] = TAL_CHART_FUNNEL,
  [CHART_SUM] = TAL_CHART_SUM,
};

struct _TalInitiativeCharts
{
  GtkWidget parent_instance;

  TalId         initiative;
  TalId         goal;
  TalChartCard *cards[N_CHARTS];
};

G_DEFINE_FINAL_TYPE (TalInitiativeCharts, tal_initiative_charts, GTK_TYPE_WIDGET)

static void
ask (TalInitiativeCharts *self, Chart chart)
{
  TalChartRequest request = { .kind = kinds[chart], .initiative = self->initiative };
  gboolean        asked = !tal_id_is_none (self->initiative);

  if (chart == CHART_COURSE)
    {
      request.goal = self->goal;
      asked = asked && !tal_id_is_none (self->goal);
    }
  tal_chart_card_set_request (self->cards[chart], asked ? &request : NULL);
}

/* A single result is on the goal's own scale already. */
static void
course_changed_cb (TalInitiativeCharts *self, TalChartCard *card)
{
  const TalChartSpec *spec = tal_chart_card_get_spec (card);

  gtk_widget_set_visible (GTK_WIDGET (card), spec != NULL && spec->positions->len > 1);
}

static void
chart_changed_cb (TalInitiativeCharts *self, TalChartCard *card)
{
  gtk_widget_set_visible (GTK_WIDGET (card), tal_chart_card_get_spec (card) != NULL);
}

static void
tal_initiative_charts_dispose (GObject *object)
{
  TalInitiativeCharts *self = TAL_INITIATIVE_CHARTS (object);

  for (guint i = 0; i < N_CHARTS; i++)
    {
      if (self->cards[i] != NULL)
        gtk_widget_unparent (GTK_WIDGET (self->cards[i]));
      self->cards[i] = NULL;
    }

  G_OBJECT_CLASS (tal_initiative_charts_parent_class)->dispose (object);
}

static void
tal_initiative_charts_class_init (TalInitiativeChartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_initiative_charts_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
tal_initiative_charts_init (TalInitiativeCharts *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, SPACING);
  for (guint i = 0; i < N_CHARTS; i++)
    {
      GtkWidget *card = tal_chart_card_new ();

      self->cards[i] = TAL_CHART_CARD (card);
      gtk_widget_set_visible (card, FALSE);
      gtk_widget_set_parent (card, GTK_WIDGET (self));
      g_signal_connect_object (card, "changed",
                               i == CHART_COURSE ? G_CALLBACK (course_changed_cb)
                                                 : G_CALLBACK (chart_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
}

GtkWidget *
tal_initiative_charts_new (void)
{
  return g_object_new (TAL_TYPE_INITIATIVE_CHARTS, NULL);
}

void
tal_initiative_charts_set_workspace (TalInitiativeCharts *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_INITIATIVE_CHARTS (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  for (guint i = 0; i < N_CHARTS; i++)
    tal_chart_card_set_workspace (self->cards[i], workspace);
}

void
tal_initiative_charts_set_initiative (TalInitiativeCharts *self, TalId initiative)
{
  g_return_if_fail (TAL_IS_INITIATIVE_CHARTS (self));

  self->initiative = initiative;
  self->goal = TAL_ID_NONE;
  for (guint i = 0; i < N_CHARTS; i++)
    ask (self, (Chart)i);
}

void
tal_initiative_charts_set_goal (TalInitiativeCharts *self, TalId goal)
{
  g_return_if_fail (TAL_IS_INITIATIVE_CHARTS (self));

  if (tal_id_is_equal (self->goal, goal))
    return;
  self->goal = goal;
  ask (self, CHART_COURSE);
}
