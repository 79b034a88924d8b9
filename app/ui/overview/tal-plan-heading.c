/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-plan-heading.h"

#include "base/tal-danish-date.h"
#include "core/tal-plan.h"
#include "ui/common/tal-wrapped-text.h"
#include "ui/overview/tal-goal-axis.h"
#include "ui/overview/tal-row-columns.h"
#include "ui/overview/tal-summary-card.h"

#include <glib/gi18n-lib.h>

/* In pixels: what the rows below it have at their sides, how far the words stand outside that,
 * and the gap to the rows. */
#define START 12
#define END 16
#define OUTDENT 4
#define BELOW 6

struct _TalPlanHeading
{
  GtkWidget parent_instance;

  TalId plan;

  TalSummaryCard *summary;
  GtkWidget      *titles;
  TalWrappedText *title;
  TalWrappedText *subtitle;
  GtkWidget      *axis;
  GtkMenuButton  *menu_button;
};

G_DEFINE_FINAL_TYPE (TalPlanHeading, tal_plan_heading, GTK_TYPE_WIDGET)

static int
measure_height_of (gpointer child, int width)
{
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  return least;
}

/* What stands below it, in the columns of its rows; the words have also what is the number's. */
static TalRowColumns
place_columns (TalPlanHeading *self, int width)
{
  return tal_row_columns_for_width (GTK_WIDGET (self), self->axis, GTK_WIDGET (self->menu_button),
                                    FALSE, width - START - END);
}

static int
measure_line (TalPlanHeading *self, const TalRowColumns *columns)
{
  int titles = measure_height_of (self->titles, columns->text_width + OUTDENT);
  int others = MAX (measure_height_of (self->axis, -1), measure_height_of (self->menu_button, -1));

  return MAX (titles, others) + BELOW;
}

static void
tal_plan_heading_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  TalPlanHeading *self = TAL_PLAN_HEADING (widget);
  TalRowColumns   columns;
  int             summary = 0;
  int             width =
      tal_row_columns_measure (widget, self->axis, GTK_WIDGET (self->menu_button)) + START + END;

  gtk_widget_measure (GTK_WIDGET (self->summary), GTK_ORIENTATION_HORIZONTAL, -1, &summary, NULL,
                      NULL, NULL);
  *minimum = MAX (width, summary);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      width = for_size < 0 ? *minimum : for_size;
      columns = place_columns (self, width);
      *minimum = measure_height_of (self->summary, width) + measure_line (self, &columns);
    }
  *natural = *minimum;
}

static GtkSizeRequestMode
tal_plan_heading_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* At the foot of the line. */
static void
place (gpointer child, int x, int width, int foot)
{
  int height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  height = measure_height_of (child, width);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, foot - height, width, height }, -1);
}

static void
tal_plan_heading_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TalPlanHeading *self = TAL_PLAN_HEADING (widget);
  TalRowColumns   columns = place_columns (self, width);
  int             foot = height - BELOW;

  if (gtk_widget_should_layout (GTK_WIDGET (self->summary)))
    place (self->summary, 0, width, measure_height_of (self->summary, width));
  place (self->titles, START - OUTDENT, columns.text_width + OUTDENT, foot);
  if (gtk_widget_should_layout (self->axis))
    place (self->axis, START + columns.bars_start, columns.bars_width, foot);
  place (self->menu_button, START + columns.menu_start, columns.menu_width, foot);
}

static void
tal_plan_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_PLAN_HEADING);

  G_OBJECT_CLASS (tal_plan_heading_parent_class)->dispose (object);
}

static void
tal_plan_heading_class_init (TalPlanHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_plan_heading_dispose;
  widget_class->measure = tal_plan_heading_measure;
  widget_class->get_request_mode = tal_plan_heading_get_request_mode;
  widget_class->size_allocate = tal_plan_heading_size_allocate;

  g_type_ensure (TAL_TYPE_GOAL_AXIS);
  g_type_ensure (TAL_TYPE_WRAPPED_TEXT);
  g_type_ensure (TAL_TYPE_SUMMARY_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/overview/tal-plan-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, TalPlanHeading, summary);
  gtk_widget_class_bind_template_child (widget_class, TalPlanHeading, titles);
  gtk_widget_class_bind_template_child (widget_class, TalPlanHeading, title);
  gtk_widget_class_bind_template_child (widget_class, TalPlanHeading, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TalPlanHeading, axis);
  gtk_widget_class_bind_template_child (widget_class, TalPlanHeading, menu_button);
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *plan)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", plan);
  g_menu_append_item (menu, item);
}

/* Made when it is opened. */
static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  TalPlanHeading   *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  char              id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (self->plan, id);
  append_item (menu, _ ("_Edit plan …"), "win.show-lists", id);
  append_item (menu, _ ("_Copy plan …"), "win.copy-plan", id);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
tal_plan_heading_init (TalPlanHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
}

GtkWidget *
tal_plan_heading_new (void)
{
  return g_object_new (TAL_TYPE_PLAN_HEADING, NULL);
}

static char *
write_subtitle (const TalPlan *plan)
{
  g_autofree char *day = NULL;

  if (!plan->not_comparable)
    return g_strdup ("");
  if (plan->status_day == TAL_DAY_NONE)
    return g_strdup (_ ("Counted in different ways and not comparable."));

  day = tal_danish_date_format (plan->status_day, TAL_DANISH_DATE_TEXT);
  return g_strdup_printf (_ ("Status of %s. Counted in different ways and not comparable."), day);
}

/* Where there are none the rows have no bars, and the axis above them would measure nothing. */
static gboolean
has_goals (const TalStatusTable *statuses, TalId plan)
{
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (tal_status_table_get_catalogue (statuses), TAL_KIND_INITIATIVE,
                                  plan, &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    {
      guint n_goals = 0;

      tal_status_table_get_initiative (statuses, initiatives[i]->id, &n_goals);
      if (n_goals > 0)
        return TRUE;
    }

  return FALSE;
}

void
tal_plan_heading_show (TalPlanHeading *self, TalStatusTable *statuses, TalId plan, gboolean summed)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  const TalRecord *record = NULL;
  const TalPlan   *shown = NULL;

  g_return_if_fail (TAL_IS_PLAN_HEADING (self));
  g_return_if_fail (statuses != NULL);

  record = tal_catalogue_find (tal_status_table_get_catalogue (statuses), TAL_KIND_PLAN, plan);
  g_return_if_fail (record != NULL);

  self->plan = plan;
  shown = TAL_PLAN (record);
  title = shown->not_comparable ? g_strdup (shown->name)
                                : g_strdup_printf (_ ("Initiatives in %s"), shown->name);
  subtitle = write_subtitle (shown);
  tal_wrapped_text_set_label (self->title, title);
  tal_wrapped_text_set_label (self->subtitle, subtitle);
  gtk_widget_queue_resize (GTK_WIDGET (self->title));
  gtk_widget_queue_resize (GTK_WIDGET (self->subtitle));
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle[0] != '\0');
  gtk_widget_set_visible (self->axis, has_goals (statuses, plan));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summed && !shown->not_comparable);
  if (summed && !shown->not_comparable)
    tal_summary_card_show (self->summary, statuses, plan);
}
