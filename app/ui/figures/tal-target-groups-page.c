/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/figures/tal-target-groups-page.h"

#include "core/tal-series-board.h"
#include "core/tal-series-family.h"
#include "ui/charts/tal-chart-card.h"
#include "ui/common/tal-list-search.h"
#include "ui/common/tal-text-scale.h"
#include "ui/figures/tal-caseload-row.h"
#include "ui/figures/tal-comparison-chooser.h"
#include "ui/figures/tal-span-chooser.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalTargetGroupsPage
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;
  TalCatalogue *catalogue; /* that the board was made from */
  TalId         series;    /* the row that is shown, or none */
  TalId         share;     /* that was chosen last, or none */
  TalId         subject;   /* whose chart is shown: the row's or a share's */
  GPtrArray    *shares;    /* of const TalSeries *, of the catalogue */
  gboolean      filling;
  gboolean      new_subject; /* its periods are to be offered when it is there */

  GtkStack             *stack;
  AdwFlap              *flap;
  TalListSearch        *search;
  GtkBox               *sections;
  GtkToggleButton      *list_toggle;
  GtkToggleButton      *count_toggle;
  GtkToggleButton      *share_toggle;
  GtkDropDown          *share_choice;
  GtkWidget            *tools;
  TalSpanChooser       *span_chooser;
  TalComparisonChooser *comparison_chooser;
  TalChartCard         *card;
  GtkWidget            *sentence_card;
  GtkLabel             *sentence;
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalTargetGroupsPage, tal_target_groups_page, GTK_TYPE_WIDGET)

static const TalSeries *
find_series (TalTargetGroupsPage *self)
{
  const TalRecord *record =
      self->catalogue != NULL && !tal_id_is_none (self->series)
          ? tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, self->series)
          : NULL;

  return record != NULL ? TAL_SERIES (record) : NULL;
}

static void
ask (TalTargetGroupsPage *self)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (TalId));
  TalChartRequest    request = { .kind = TAL_CHART_LINE, .series = series, .fitting = TRUE };

  tal_comparison_chooser_list (self->comparison_chooser, series);
  if (series->len == 0)
    {
      tal_chart_card_set_request (self->card, NULL);
      return;
    }
  request.first = tal_span_chooser_get_first (self->span_chooser);
  request.last = tal_span_chooser_get_last (self->span_chooser);
  tal_chart_card_set_request (self->card, &request);
}

/* What is compared: the same of other areas, else of other target groups. */
static GPtrArray *
list_family (TalTargetGroupsPage *self, const TalSeries *series, TalDimension *ret_varying)
{
  GPtrArray *family = tal_series_family_list (self->catalogue, series, TAL_DIMENSION_AREA);

  *ret_varying = TAL_DIMENSION_AREA;
  if (family->len > 1 || series->measure_unit != TAL_MEASURE_UNIT_PER_CENT)
    return family;

  g_ptr_array_unref (family);
  *ret_varying = TAL_DIMENSION_TARGET_GROUP;
  return tal_series_family_list (self->catalogue, series, TAL_DIMENSION_TARGET_GROUP);
}

static const TalSeries *
get_subject (TalTargetGroupsPage *self)
{
  guint share = gtk_drop_down_get_selected (self->share_choice);

  if (gtk_toggle_button_get_active (self->share_toggle) && share < self->shares->len)
    return g_ptr_array_index (self->shares, share);
  return find_series (self);
}

/* Of another series other periods are chosen. */
static void
forget_periods (TalTargetGroupsPage *self, TalId subject)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (TalPeriod));

  if (tal_id_is_equal (self->subject, subject))
    return;

  self->subject = subject;
  self->new_subject = TRUE;
  tal_span_chooser_set_periods (self->span_chooser, nothing);
}

static void
show_subject (TalTargetGroupsPage *self)
{
  const TalSeries      *subject = get_subject (self);
  g_autoptr (GPtrArray) family = NULL;
  TalDimension          varying = TAL_DIMENSION_AREA;

  if (subject == NULL)
    return;

  family = list_family (self, subject, &varying);
  if (family->len == 0)
    g_ptr_array_add (family, (gpointer)subject);
  forget_periods (self, subject->record.id);
  tal_comparison_chooser_set_family (self->comparison_chooser, self->catalogue, family, varying);
  gtk_widget_set_visible (GTK_WIDGET (self->share_choice),
                          gtk_toggle_button_get_active (self->share_toggle) &&
                              self->shares->len > 1);
  ask (self);
}

/* What stands before the colon is what the share is called whatever its area. */
static char *
dup_share_name (TalTargetGroupsPage *self, const TalSeries *series)
{
  TalDimension          varying;
  g_autoptr (GPtrArray) family = list_family (self, series, &varying);
  const char           *colon = g_strrstr (series->name, ": ");

  if (family->len > 1 && colon != NULL)
    return g_strndup (series->name, (gsize)(colon - series->name));
  return g_strdup (series->name);
}

static void
fill_shares (TalTargetGroupsPage *self)
{
  const TalSeries          *series = find_series (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean                  any = FALSE;
  guint                     chosen = 0;

  g_clear_pointer (&self->shares, g_ptr_array_unref);
  self->shares =
      series != NULL ? tal_series_board_list_shares (self->catalogue, series) : g_ptr_array_new ();
  for (guint i = 0; i < self->shares->len; i++)
    {
      const TalSeries *share = g_ptr_array_index (self->shares, i);

      gtk_string_list_take (names, dup_share_name (self, share));
      if (tal_id_is_equal (share->record.id, self->share))
        chosen = i;
    }

  any = self->shares->len > 0;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->share_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->share_choice, any ? chosen : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_sensitive (GTK_WIDGET (self->share_toggle), any);
  if (!any)
    gtk_toggle_button_set_active (self->count_toggle, TRUE);
  self->filling = FALSE;
}

static void
row_selected_cb (TalTargetGroupsPage *self, GtkListBoxRow *row, GtkListBox *list)
{
  if (row == NULL || self->filling)
    return;

  /* The lists of all sections are one choice. */
  self->filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_BOX (child) && child != GTK_WIDGET (list))
        gtk_list_box_unselect_all (GTK_LIST_BOX (child));
    }
  self->filling = FALSE;
  self->series = tal_caseload_row_get_series (TAL_CASELOAD_ROW (row));
  fill_shares (self);
  show_subject (self);
}

static void
row_activated_cb (TalTargetGroupsPage *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
view_chosen_cb (TalTargetGroupsPage *self)
{
  guint share = gtk_drop_down_get_selected (self->share_choice);

  if (self->filling)
    return;

  if (share < self->shares->len)
    self->share = ((const TalSeries *)g_ptr_array_index (self->shares, share))->record.id;
  show_subject (self);
}

static void
asked_cb (TalTargetGroupsPage *self)
{
  ask (self);
}

static void
offer_periods (TalTargetGroupsPage *self, const TalChartSpec *spec)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));

  self->new_subject = FALSE;
  for (guint i = 0; i < spec->positions->len; i++)
    {
      const TalChartPosition *position = tal_chart_spec_get_position (spec, i);

      if (tal_period_is_set (position->period))
        g_array_append_val (periods, position->period);
    }
  tal_span_chooser_set_periods (self->span_chooser, periods);
}

/* Nothing is left out, so a figure of a new period is shown and must be offered. */
static gboolean
shows_all_periods (TalTargetGroupsPage *self)
{
  return tal_span_chooser_get_first (self->span_chooser) == TAL_DAY_NONE &&
         tal_span_chooser_get_last (self->span_chooser) == TAL_DAY_NONE;
}

static void
chart_changed_cb (TalTargetGroupsPage *self)
{
  const TalChartSpec *spec = tal_chart_card_get_spec (self->card);
  const char         *sentence = spec != NULL ? spec->sentence : NULL;

  if (spec != NULL && (self->new_subject || shows_all_periods (self)))
    offer_periods (self, spec);
  gtk_widget_set_visible (self->sentence_card, sentence != NULL);
  if (sentence != NULL)
    gtk_label_set_label (self->sentence, sentence);
}

static void
add_heading (TalTargetGroupsPage *self, const char *text)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "board-heading");
  gtk_box_append (self->sections, label);
}

static GtkListBoxRow *
add_section (TalTargetGroupsPage *self, const TalBoardSection *section)
{
  GtkWidget     *list = gtk_list_box_new ();
  GtkListBoxRow *shown = NULL;

  add_heading (self, section->title);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  section->title, -1);
  for (guint i = 0; i < section->rows->len; i++)
    {
      const TalBoardRow *row = &g_array_index (section->rows, TalBoardRow, i);
      GtkWidget         *widget = tal_caseload_row_new (self->workspace, row);

      gtk_list_box_append (GTK_LIST_BOX (list), widget);
      if (tal_id_is_equal (row->series->record.id, self->series))
        shown = GTK_LIST_BOX_ROW (widget);
    }
  g_signal_connect_object (list, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->sections, list);
  return shown;
}

/* The rows of a section that have all words in their names or in its own. */
static guint
narrow_section (TalTargetGroupsPage *self, GtkWidget *heading, GtkWidget *list, char *const *words)
{
  GtkListBoxRow *row = NULL;
  guint          n_found = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    {
      TalId            id = tal_caseload_row_get_series (TAL_CASELOAD_ROW (row));
      const TalRecord *series = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, id);
      g_autofree char *text =
          g_strdup_printf ("%s %s", series != NULL ? TAL_SERIES (series)->name : "",
                           gtk_label_get_label (GTK_LABEL (heading)));
      gboolean found = tal_list_search_is_in (text, words);

      gtk_widget_set_visible (GTK_WIDGET (row), found);
      n_found += found ? 1 : 0;
    }

  gtk_widget_set_visible (heading, n_found > 0);
  gtk_widget_set_visible (list, n_found > 0);
  return n_found;
}

static void
narrow (TalTargetGroupsPage *self)
{
  char *const *words = tal_list_search_get_words (self->search);
  GtkWidget   *heading = gtk_widget_get_first_child (GTK_WIDGET (self->sections));
  guint        n_found = 0;

  while (heading != NULL)
    {
      GtkWidget *list = gtk_widget_get_next_sibling (heading);

      n_found += narrow_section (self, heading, list, words);
      heading = gtk_widget_get_next_sibling (list);
    }
  tal_list_search_show_found (self->search, n_found);
}

static void
search_changed_cb (TalTargetGroupsPage *self)
{
  narrow (self);
}

static void
start_search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalTargetGroupsPage *self = TAL_TARGET_GROUPS_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  tal_list_search_start (self->search);
}

static void
clear_sections (TalTargetGroupsPage *self)
{
  GtkWidget *child = NULL;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  self->filling = FALSE;
}

static GtkListBoxRow *
find_first_row (TalTargetGroupsPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections));

  while (!GTK_IS_LIST_BOX (child))
    child = gtk_widget_get_next_sibling (child);
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (child), 0);
}

/* The board again, with the same row shown as long as it is there, else the first. */
static void
fill_board (TalTargetGroupsPage *self)
{
  g_autoptr (GPtrArray) sections = NULL;
  GtkListBoxRow        *shown = NULL;

  clear_sections (self);
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
  g_clear_pointer (&self->shares, g_ptr_array_unref);
  self->shares = g_ptr_array_new ();
  if (self->workspace == NULL)
    return;

  self->catalogue = tal_catalogue_ref (tal_workspace_get_catalogue (self->workspace));
  sections = tal_series_board_list (self->catalogue);
  gtk_stack_set_visible_child_name (self->stack, sections->len > 0 ? "board" : "empty");
  if (sections->len == 0)
    return;

  for (guint i = 0; i < sections->len; i++)
    {
      GtkListBoxRow *found = add_section (self, g_ptr_array_index (sections, i));

      shown = found != NULL ? found : shown;
    }
  narrow (self);
  if (shown == NULL)
    shown = find_first_row (self);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (shown))), shown);
}

/* Figures reach the rows and the chart by themselves; only what a board is made of makes another
 * one. */
static void
committed_cb (TalTargetGroupsPage *self, TalChangeSet *changes)
{
  static const TalKind kinds[] = { TAL_KIND_UNIT, TAL_KIND_MEMBER, TAL_KIND_PLAN, TAL_KIND_SERIES };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!tal_change_set_touches_kind (changes, kinds[i]))
        continue;
      fill_board (self);
      return;
    }
}

static void
set_workspace (TalTargetGroupsPage *self, TalWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;

  self->series = TAL_ID_NONE;
  self->share = TAL_ID_NONE;
  self->subject = TAL_ID_NONE;
  g_signal_group_set_target (self->signals, workspace);
  tal_chart_card_set_request (self->card, NULL);
  tal_chart_card_set_workspace (self->card, workspace);
  fill_board (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
tal_target_groups_page_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (property_id == PROP_WORKSPACE)
    g_value_set_object (value, TAL_TARGET_GROUPS_PAGE (object)->workspace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_target_groups_page_set_property (GObject      *object,
                                     guint         property_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  if (property_id == PROP_WORKSPACE)
    set_workspace (TAL_TARGET_GROUPS_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_target_groups_page_dispose (GObject *object)
{
  TalTargetGroupsPage *self = TAL_TARGET_GROUPS_PAGE (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_TARGET_GROUPS_PAGE);
  g_clear_pointer (&self->shares, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);

  G_OBJECT_CLASS (tal_target_groups_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/figures/tal-target-groups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, sections);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, list_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, count_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, share_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, share_choice);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, tools);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, span_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, comparison_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, card);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, sentence_card);
  gtk_widget_class_bind_template_child (widget_class, TalTargetGroupsPage, sentence);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
tal_target_groups_page_class_init (TalTargetGroupsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_target_groups_page_get_property;
  object_class->set_property = tal_target_groups_page_set_property;
  object_class->dispose = tal_target_groups_page_dispose;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, TAL_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TAL_TYPE_CHART_CARD);
  g_type_ensure (TAL_TYPE_COMPARISON_CHOOSER);
  g_type_ensure (TAL_TYPE_LIST_SEARCH);
  g_type_ensure (TAL_TYPE_SPAN_CHOOSER);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.start-search", NULL, start_search_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tal_target_groups_page_init (TalTargetGroupsPage *self)
{
  self->shares = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_widen (GTK_WIDGET (self));
  tal_list_search_set_name (self->search, _ ("Search target groups"));
  tal_chart_card_set_start_widget (self->card, self->tools);
  g_object_bind_property (self->flap, "folded", self->list_toggle, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->flap, "reveal-flap", self->list_toggle, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (committed_cb), self);
}

GtkWidget *
tal_target_groups_page_new (void)
{
  return g_object_new (TAL_TYPE_TARGET_GROUPS_PAGE, NULL);
}

void
tal_target_groups_page_show_series (TalTargetGroupsPage *self, TalId series)
{
  g_return_if_fail (TAL_IS_TARGET_GROUPS_PAGE (self));

  self->series = series;
  fill_board (self);
}
