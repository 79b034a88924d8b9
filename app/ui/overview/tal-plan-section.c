/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-plan-section.h"

#include "base/tal-danish-date.h"
#include "core/tal-plan.h"
#include "ui/common/tal-initiative-text.h"
#include "ui/common/tal-text-column.h"
#include "ui/overview/tal-goal-axis.h"
#include "ui/overview/tal-initiative-row.h"
#include "ui/overview/tal-summary-card.h"

#include <glib/gi18n-lib.h>

struct _TalPlanSection
{
  GtkWidget parent_instance;

  TalId    plan;
  gboolean comparable;

  GtkWidget      *box;
  TalSummaryCard *summary;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkWidget      *axis;
  GtkMenuButton  *menu_button;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (TalPlanSection, tal_plan_section, GTK_TYPE_WIDGET)

static void
tal_plan_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_PLAN_SECTION);

  G_OBJECT_CLASS (tal_plan_section_parent_class)->dispose (object);
}

static void
tal_plan_section_class_init (TalPlanSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_plan_section_dispose;

  g_type_ensure (TAL_TYPE_GOAL_AXIS);
  g_type_ensure (TAL_TYPE_SUMMARY_CARD);
  g_type_ensure (TAL_TYPE_TEXT_COLUMN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/overview/tal-plan-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TalPlanSection, box);
  gtk_widget_class_bind_template_child (widget_class, TalPlanSection, summary);
  gtk_widget_class_bind_template_child (widget_class, TalPlanSection, title);
  gtk_widget_class_bind_template_child (widget_class, TalPlanSection, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TalPlanSection, axis);
  gtk_widget_class_bind_template_child (widget_class, TalPlanSection, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TalPlanSection, list);
}

static void
tal_plan_section_init (TalPlanSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *plan)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", plan);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (TalId plan)
{
  GMenu *menu = g_menu_new ();
  char   id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (plan, id);
  append_item (menu, _ ("_Edit plan …"), "win.show-lists", id);
  append_item (menu, _ ("_Copy plan …"), "win.copy-plan", id);
  return G_MENU_MODEL (menu);
}

GtkWidget *
tal_plan_section_new (TalId plan)
{
  g_autoptr (GMenuModel) menu = create_menu (plan);
  TalPlanSection        *self = g_object_new (TAL_TYPE_PLAN_SECTION, NULL);

  self->plan = plan;
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  return GTK_WIDGET (self);
}

TalId
tal_plan_section_get_plan (TalPlanSection *self)
{
  g_return_val_if_fail (TAL_IS_PLAN_SECTION (self), TAL_ID_NONE);

  return self->plan;
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

static gboolean
has_numbers (const TalRecord *const *initiatives, guint n_initiatives)
{
  for (guint i = 0; i < n_initiatives; i++)
    {
      if (TAL_INITIATIVE (initiatives[i])->number > 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether the rows are those initiatives, in that order. */
static gboolean
has_rows_for (TalPlanSection *self, const TalRecord *const *initiatives, guint n_initiatives)
{
  for (guint i = 0; i < n_initiatives; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)i);

      if (row == NULL ||
          !tal_id_is_equal (tal_initiative_row_get_initiative (TAL_INITIATIVE_ROW (row)),
                            initiatives[i]->id))
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (self->list, (int)n_initiatives) == NULL;
}

static void
remake_rows (TalPlanSection *self, const TalRecord *const *initiatives, guint n_initiatives)
{
  gboolean       numbered = has_numbers (initiatives, n_initiatives);
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n_initiatives; i++)
    gtk_list_box_append (self->list, tal_initiative_row_new (initiatives[i]->id, numbered));
}

/* Where there are none the rows have no bars, and the axis above them would measure nothing. */
static gboolean
has_goals (const TalStatusTable *statuses, const TalRecord *const *initiatives, guint n_initiatives)
{
  for (guint i = 0; i < n_initiatives; i++)
    {
      guint n_goals = 0;

      tal_status_table_get_initiative (statuses, initiatives[i]->id, &n_goals);
      if (n_goals > 0)
        return TRUE;
    }

  return FALSE;
}

static void
show_heading (TalPlanSection *self, const TalPlan *plan)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = write_subtitle (plan);

  self->comparable = !plan->not_comparable;
  title = self->comparable ? g_strdup_printf (_ ("Initiatives in %s"), plan->name)
                           : g_strdup (plan->name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle[0] != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

void
tal_plan_section_show (TalPlanSection *self, const TalStatusTable *statuses)
{
  const TalCatalogue     *catalogue = NULL;
  const TalRecord        *record = NULL;
  const TalRecord *const *initiatives = NULL;
  guint                   n_initiatives = 0;

  g_return_if_fail (TAL_IS_PLAN_SECTION (self));
  g_return_if_fail (statuses != NULL);

  catalogue = tal_status_table_get_catalogue (statuses);
  record = tal_catalogue_find (catalogue, TAL_KIND_PLAN, self->plan);
  if (record == NULL)
    return;

  initiatives =
      tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, self->plan, &n_initiatives);
  show_heading (self, TAL_PLAN (record));
  gtk_widget_set_visible (self->axis, has_goals (statuses, initiatives, n_initiatives));
  if (self->comparable)
    tal_summary_card_show (self->summary, statuses, self->plan);

  if (!has_rows_for (self, initiatives, n_initiatives))
    remake_rows (self, initiatives, n_initiatives);
  for (guint i = 0; i < n_initiatives; i++)
    tal_initiative_row_show (TAL_INITIATIVE_ROW (
                                 gtk_list_box_get_row_at_index (self->list, (int)i)),
                             statuses);
}

guint
tal_plan_section_filter (TalPlanSection       *self,
                         const TalStatusTable *statuses,
                         const char           *wanted,
                         gboolean              archived)
{
  const TalCatalogue *catalogue = NULL;
  GtkListBoxRow      *row = NULL;
  guint               n_shown = 0;
  int                 position = 0;

  g_return_val_if_fail (TAL_IS_PLAN_SECTION (self), 0);
  g_return_val_if_fail (statuses != NULL, 0);

  catalogue = tal_status_table_get_catalogue (statuses);
  while ((row = gtk_list_box_get_row_at_index (self->list, position++)) != NULL)
    {
      TalId            id = tal_initiative_row_get_initiative (TAL_INITIATIVE_ROW (row));
      const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, id);
      gboolean         shown = record != NULL && (archived || !TAL_INITIATIVE (record)->archived) &&
                       (wanted == NULL ||
                        tal_initiative_text_is_found (TAL_INITIATIVE (record), statuses, wanted));

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      n_shown += shown ? 1 : 0;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->summary), self->comparable && wanted == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), n_shown > 0);
  return n_shown;
}
