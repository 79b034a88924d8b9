/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-row.h"

#include "core/tal-danish-noun.h"
#include "core/tal-goal-text.h"
#include "ui/common/tal-text-column.h"
#include "ui/common/tal-verdict-label.h"
#include "ui/common/tal-wrapped-text.h"
#include "ui/initiatives/tal-goal-bullet.h"

struct _TalGoalRow
{
  GtkListBoxRow parent_instance;

  TalId goal;

  GtkLabel        *number;
  TalWrappedText  *wording;
  GtkLabel        *counts;
  TalGoalBullet   *bullet;
  TalVerdictLabel *verdict;
};

G_DEFINE_FINAL_TYPE (TalGoalRow, tal_goal_row, GTK_TYPE_LIST_BOX_ROW)

static void
tal_goal_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_GOAL_ROW);

  G_OBJECT_CLASS (tal_goal_row_parent_class)->dispose (object);
}

static void
tal_goal_row_class_init (TalGoalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_goal_row_dispose;

  g_type_ensure (TAL_TYPE_GOAL_BULLET);
  g_type_ensure (TAL_TYPE_TEXT_COLUMN);
  g_type_ensure (TAL_TYPE_WRAPPED_TEXT);
  g_type_ensure (TAL_TYPE_VERDICT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-goal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalGoalRow, number);
  gtk_widget_class_bind_template_child (widget_class, TalGoalRow, wording);
  gtk_widget_class_bind_template_child (widget_class, TalGoalRow, counts);
  gtk_widget_class_bind_template_child (widget_class, TalGoalRow, bullet);
  gtk_widget_class_bind_template_child (widget_class, TalGoalRow, verdict);
}

static void
tal_goal_row_init (TalGoalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_goal_row_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_ROW, NULL);
}

/* Of a share the counts behind it, of a count the count with what it counts. */
static char *
write_counts (const TalGoalStatus *status)
{
  TalDecimal count;

  if (status->series != NULL && tal_series_is_count (status->series) &&
      status->series->measure != NULL && tal_figure_get_decimal (&status->figure, 0, &count))
    return tal_danish_noun_count (count, status->series->measure);

  return tal_goal_text_counts (status);
}

void
tal_goal_row_show (TalGoalRow *self, const TalGoalStatus *status)
{
  g_autofree char *number = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TAL_IS_GOAL_ROW (self));
  g_return_if_fail (status != NULL);

  self->goal = status->goal->record.id;
  number = g_strdup_printf ("%d", status->goal->number);
  counts = write_counts (status);
  spoken = tal_goal_text_spoken (status);
  label = g_strdup_printf ("%s %s", spoken, status->goal->wording);

  gtk_label_set_label (self->number, number);
  tal_wrapped_text_set_label (self->wording, status->goal->wording);
  gtk_widget_queue_resize (GTK_WIDGET (self->wording));
  gtk_label_set_label (self->counts, counts != NULL ? counts : "");
  gtk_widget_set_visible (GTK_WIDGET (self->counts), counts != NULL);
  tal_goal_bullet_set_status (self->bullet, status);
  tal_verdict_label_set_status (self->verdict, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

TalId
tal_goal_row_get_goal (TalGoalRow *self)
{
  g_return_val_if_fail (TAL_IS_GOAL_ROW (self), TAL_ID_NONE);

  return self->goal;
}
