/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-initiative-row.h"

#include "charts/tal-chart-hyphen.h"
#include "ui/common/tal-initiative-text.h"
#include "ui/common/tal-text-column.h"
#include "ui/overview/tal-goal-bars.h"

#include <glib/gi18n-lib.h>

struct _TalInitiativeRow
{
  GtkListBoxRow parent_instance;

  TalId    initiative;
  gboolean archived;

  GtkLabel    *number;
  GtkLabel    *name;
  GtkLabel    *subtitle;
  TalGoalBars *bars;
  GtkWidget   *share_box;
  GtkWidget   *share_icon;
  GtkLabel    *share;

  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (TalInitiativeRow, tal_initiative_row, GTK_TYPE_LIST_BOX_ROW)

static void
tal_initiative_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_INITIATIVE_ROW);

  G_OBJECT_CLASS (tal_initiative_row_parent_class)->dispose (object);
}

static void
tal_initiative_row_class_init (TalInitiativeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_initiative_row_dispose;

  g_type_ensure (TAL_TYPE_GOAL_BARS);
  g_type_ensure (TAL_TYPE_TEXT_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/overview/tal-initiative-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, number);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, name);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, bars);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, share_box);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, share_icon);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, share);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, menu_button);
}

static void
add_item (TalInitiativeRow *self, GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  char                  id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (self->initiative, id);
  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* Made when it is opened: a row that nobody asks costs nothing. */
static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  TalInitiativeRow *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  add_item (self, menu, _ ("_Open"), "win.show-initiative");
  add_item (self, menu, _ ("_Edit …"), "win.edit-initiative");
  add_item (self, menu, _ ("_Copy as Text"), "win.copy-initiative");
  if (self->archived)
    add_item (self, menu, _ ("_Bring Back"), "win.restore-initiative");
  else
    add_item (self, menu, _ ("_Archive"), "win.archive-initiative");
  add_item (self, menu, _ ("_Delete"), "win.delete-initiative");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
tal_initiative_row_init (TalInitiativeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
}

GtkWidget *
tal_initiative_row_new (TalId initiative, gboolean numbered)
{
  TalInitiativeRow *self = g_object_new (TAL_TYPE_INITIATIVE_ROW, NULL);
  char              text[TAL_ID_STRING_LENGTH + 1];

  self->initiative = initiative;
  tal_id_format (initiative, text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-initiative");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", text);
  gtk_widget_set_visible (GTK_WIDGET (self->number), numbered);
  return GTK_WIDGET (self);
}

TalId
tal_initiative_row_get_initiative (TalInitiativeRow *self)
{
  g_return_val_if_fail (TAL_IS_INITIATIVE_ROW (self), TAL_ID_NONE);

  return self->initiative;
}

static void
show_share (TalInitiativeRow *self, const TalTally *tally)
{
  g_autofree char *share = tal_sentence_share_met (tally);
  gboolean         all_met = tally->n_goals > 0 && tally->n_met == tally->n_goals;

  /* What is not measured says so in the bars' own place. */
  gtk_label_set_label (self->share, tally->n_open < tally->n_goals ? share : "");
  gtk_widget_set_visible (self->share_icon, all_met);
  gtk_widget_set_css_classes (self->share_box, (const char *[]){ all_met ? "met" : NULL, NULL });
}

void
tal_initiative_row_show (TalInitiativeRow *self, const TalStatusTable *statuses)
{
  g_autofree char     *subtitle = NULL;
  g_autofree char     *spoken = NULL;
  g_autofree char     *menu = NULL;
  g_autofree char     *softened = NULL;
  g_autofree char     *number = NULL;
  const TalRecord     *record = NULL;
  const TalInitiative *initiative = NULL;
  const TalGoalStatus *goals = NULL;
  guint                n_goals = 0;
  TalTally             tally;

  g_return_if_fail (TAL_IS_INITIATIVE_ROW (self));
  g_return_if_fail (statuses != NULL);

  record = tal_catalogue_find (tal_status_table_get_catalogue (statuses), TAL_KIND_INITIATIVE,
                               self->initiative);
  if (record == NULL)
    return;

  initiative = TAL_INITIATIVE (record);
  softened = tal_chart_hyphen_soften (initiative->name);
  goals = tal_status_table_get_initiative (statuses, self->initiative, &n_goals);
  subtitle = tal_initiative_text_subtitle (initiative, statuses);
  spoken = tal_initiative_text_spoken (initiative, statuses);
  number = initiative->number > 0 ? g_strdup_printf ("%d", initiative->number) : g_strdup ("");
  tally = tal_sentence_tally (goals, n_goals);

  gtk_label_set_label (self->number, number);
  self->archived = initiative->archived;
  gtk_label_set_label (self->name, softened);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle[0] != '\0');
  tal_goal_bars_set_statuses (self->bars, goals, n_goals);
  show_share (self, &tally);
  menu = g_strdup_printf (_ ("More about %s"), initiative->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu, -1);
}
