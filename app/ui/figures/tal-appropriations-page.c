/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/figures/tal-appropriations-page.h"

#include "core/tal-expiring-money.h"
#include "core/tal-title.h"
#include "model/tal-clock.h"
#include "ui/charts/tal-chart-card.h"
#include "ui/common/tal-list-search.h"
#include "ui/common/tal-text-scale.h"
#include "ui/common/tal-text-table.h"
#include "ui/figures/tal-grant-table.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalAppropriationsPage
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;
  TalCatalogue *catalogue; /* that everything below was made from */
  GArray       *plans;     /* of TalId, one for each choice; none is all of them */
  GPtrArray    *grants;    /* of TalGrant, of the chosen plan */
  GArray       *years;     /* of int, in which some of them expire */
  TalId         plan;
  int           year; /* whose expiry is told; 0 is the nearest */
  gboolean      filling;

  GtkStack        *stack;
  GtkDropDown     *plan_choice;
  GtkDropDown     *unit_choice;
  GtkToggleButton *expired_toggle;
  GtkWidget       *sentence_card;
  GtkLabel        *sentence;
  GtkDropDown     *year_choice;
  TalChartCard    *card;
  TalListSearch   *search;
  TalTextTable    *table;
  GtkLabel        *note;
  GtkWidget       *warning;
  GtkLabel        *warning_text;
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalAppropriationsPage, tal_appropriations_page, GTK_TYPE_WIDGET)

static int
get_this_year (void)
{
  int year = 0;

  tal_day_get_date (tal_clock_get_today (), &year, NULL, NULL);
  return year;
}

static void
write_sentence (TalAppropriationsPage *self)
{
  g_autofree char *sentence = NULL;

  if (self->year > 0)
    sentence = tal_expiring_money_write (self->grants, self->year, get_this_year ());
  gtk_widget_set_visible (self->sentence_card, sentence != NULL);
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
}

/* The year that was chosen as long as something expires in it, else the nearest. */
static void
fill_years (TalAppropriationsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     chosen = GTK_INVALID_LIST_POSITION;
  int                       nearest = tal_expiring_money_find_nearest (self->grants,
                                                 self->year > 0 ? self->year : get_this_year ());

  g_clear_pointer (&self->years, g_array_unref);
  self->years = tal_expiring_money_list_years (self->grants);
  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);

      gtk_string_list_take (names, g_strdup_printf ("%d", year));
      if (year == nearest)
        chosen = i;
    }
  self->year = nearest;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year_choice, chosen);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->year_choice), self->years->len > 1);
  write_sentence (self);
}

static const TalPlan *
find_plan (TalAppropriationsPage *self)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, self->plan);

  return record != NULL ? TAL_PLAN (record) : NULL;
}

static void
show_warning (TalAppropriationsPage *self, gboolean complete)
{
  const TalPlan   *plan = find_plan (self);
  TalMoneyUnit     unit = gtk_drop_down_get_selected (self->unit_choice);
  g_autofree char *text = NULL;

  if (plan != NULL && complete)
    text = tal_grant_table_write_disagreement (self->grants, plan, unit);
  gtk_widget_set_visible (self->warning, text != NULL);
  gtk_label_set_label (self->warning_text, text != NULL ? text : "");
}

static void
narrow (TalAppropriationsPage *self)
{
  char *const *words = tal_list_search_get_words (self->search);

  tal_list_search_show_found (self->search, tal_text_table_narrow (self->table, words));
}

static void
fill_table (TalAppropriationsPage *self)
{
  TalMoneyUnit          unit = gtk_drop_down_get_selected (self->unit_choice);
  int                   year = get_this_year ();
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  const char           *note = NULL;

  for (guint i = 0; i < self->grants->len; i++)
    {
      TalGrant *grant = g_ptr_array_index (self->grants, i);

      if (gtk_toggle_button_get_active (self->expired_toggle) ||
          !tal_grant_is_expired (grant, year))
        g_ptr_array_add (shown, grant);
    }
  tal_grant_table_fill (self->table, self->catalogue, shown, unit, year);
  narrow (self);
  note = tal_grant_table_get_note (shown);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  show_warning (self, shown->len == self->grants->len);
}

static void
show_plan (TalAppropriationsPage *self)
{
  TalChartRequest request = { .kind = TAL_CHART_TIMELINE, .plan = self->plan, .whole = TRUE };

  g_clear_pointer (&self->grants, g_ptr_array_unref);
  self->grants = tal_grant_list (self->catalogue, self->plan);
  fill_years (self);
  fill_table (self);
  tal_chart_card_set_request (self->card, &request);
}

/* All, and each plan that has money. */
static void
fill_plans (TalAppropriationsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     chosen = 0;
  guint                     length = 0;
  const TalRecord *const   *plans =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_PLAN, &length);

  g_array_set_size (self->plans, 0);
  g_array_append_val (self->plans, TAL_ID_NONE);
  gtk_string_list_append (names, _ ("All plans"));
  for (guint i = 0; i < length; i++)
    {
      g_autoptr (GPtrArray) grants = tal_grant_list (self->catalogue, plans[i]->id);

      if (grants->len == 0)
        continue;
      if (tal_id_is_equal (plans[i]->id, self->plan))
        chosen = self->plans->len;
      g_array_append_val (self->plans, plans[i]->id);
      gtk_string_list_append (names, tal_title_get_name (plans[i]));
    }
  self->plan = g_array_index (self->plans, TalId, chosen);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->plan_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->plan_choice, chosen);
  self->filling = FALSE;
}

static void
clear_grants (TalAppropriationsPage *self)
{
  tal_text_table_clear (self->table);
  g_clear_pointer (&self->grants, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
}

static void
fill (TalAppropriationsPage *self)
{
  guint n_grants = 0;

  clear_grants (self);
  if (self->workspace == NULL)
    return;

  self->catalogue = tal_catalogue_ref (tal_workspace_get_catalogue (self->workspace));
  tal_catalogue_get_records (self->catalogue, TAL_KIND_APPROPRIATION, &n_grants);
  gtk_stack_set_visible_child_name (self->stack, n_grants > 0 ? "grants" : "empty");
  if (n_grants == 0)
    {
      tal_chart_card_set_request (self->card, NULL);
      return;
    }
  fill_plans (self);
  show_plan (self);
}

static void
plan_chosen_cb (TalAppropriationsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->plan_choice);

  if (self->filling || self->catalogue == NULL || chosen >= self->plans->len)
    return;
  self->plan = g_array_index (self->plans, TalId, chosen);
  self->year = 0;
  show_plan (self);
}

static void
year_chosen_cb (TalAppropriationsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->year_choice);

  if (self->filling || self->grants == NULL || chosen >= self->years->len)
    return;
  self->year = g_array_index (self->years, int, chosen);
  write_sentence (self);
}

static void
table_asked_cb (TalAppropriationsPage *self)
{
  if (self->grants != NULL)
    fill_table (self);
}

static void
search_changed_cb (TalAppropriationsPage *self)
{
  narrow (self);
}

static void
start_search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  tal_list_search_start (TAL_APPROPRIATIONS_PAGE (widget)->search);
}

/* Grants rest on no figures. */
static void
committed_cb (TalAppropriationsPage *self, TalChangeSet *changes)
{
  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      if (tal_change_set_get_change (changes, i)->key.kind == TAL_KIND_OBSERVATION)
        continue;
      fill (self);
      return;
    }
}

static void
set_workspace (TalAppropriationsPage *self, TalWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;

  self->plan = TAL_ID_NONE;
  self->year = 0;
  g_signal_group_set_target (self->signals, workspace);
  tal_chart_card_set_request (self->card, NULL);
  tal_chart_card_set_workspace (self->card, workspace);
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
tal_appropriations_page_get_property (GObject    *object,
                                      guint       property_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  if (property_id == PROP_WORKSPACE)
    g_value_set_object (value, TAL_APPROPRIATIONS_PAGE (object)->workspace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_appropriations_page_set_property (GObject      *object,
                                      guint         property_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  if (property_id == PROP_WORKSPACE)
    set_workspace (TAL_APPROPRIATIONS_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_appropriations_page_dispose (GObject *object)
{
  TalAppropriationsPage *self = TAL_APPROPRIATIONS_PAGE (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_APPROPRIATIONS_PAGE);
  g_clear_pointer (&self->grants, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);

  G_OBJECT_CLASS (tal_appropriations_page_parent_class)->dispose (object);
}

static void
tal_appropriations_page_finalize (GObject *object)
{
  TalAppropriationsPage *self = TAL_APPROPRIATIONS_PAGE (object);

  g_array_unref (self->plans);
  g_clear_pointer (&self->years, g_array_unref);

  G_OBJECT_CLASS (tal_appropriations_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/figures/tal-appropriations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, plan_choice);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, unit_choice);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, expired_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, sentence_card);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, year_choice);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, card);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, note);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, warning);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationsPage, warning_text);
  gtk_widget_class_bind_template_callback (widget_class, plan_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
tal_appropriations_page_class_init (TalAppropriationsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_appropriations_page_get_property;
  object_class->set_property = tal_appropriations_page_set_property;
  object_class->dispose = tal_appropriations_page_dispose;
  object_class->finalize = tal_appropriations_page_finalize;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, TAL_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TAL_TYPE_CHART_CARD);
  g_type_ensure (TAL_TYPE_LIST_SEARCH);
  g_type_ensure (TAL_TYPE_TEXT_TABLE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.start-search", NULL, start_search_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tal_appropriations_page_init (TalAppropriationsPage *self)
{
  g_autoptr (GtkStringList) units = gtk_string_list_new (NULL);

  self->plans = g_array_new (FALSE, FALSE, sizeof (TalId));
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_widen (GTK_WIDGET (self));
  tal_list_search_set_name (self->search, _ ("Search appropriations"));
  tal_grant_table_add_columns (self->table);
  for (guint unit = 0; unit < TAL_N_MONEY_UNITS; unit++)
    gtk_string_list_append (units, tal_money_unit_get_name ((TalMoneyUnit)unit));
  gtk_drop_down_set_model (self->unit_choice, G_LIST_MODEL (units));
  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (committed_cb), self);
}

GtkWidget *
tal_appropriations_page_new (void)
{
  return g_object_new (TAL_TYPE_APPROPRIATIONS_PAGE, NULL);
}
