/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/figures/tal-offers-page.h"

#include "base/tal-danish-number.h"
#include "core/tal-danish-period.h"
#include "model/tal-offer-source.h"
#include "ui/charts/tal-chart-card.h"
#include "ui/common/tal-list-search.h"
#include "ui/common/tal-text-scale.h"
#include "ui/common/tal-text-table.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalOffersPage
{
  GtkWidget parent_instance;

  TalWorkspace   *workspace;
  TalOfferSource *source;
  gboolean        filling;

  GtkStack        *stack;
  GtkToggleButton *mix_toggle;
  GtkToggleButton *trend_toggle;
  GtkToggleButton *providers_toggle;
  GtkDropDown     *period_choice;
  GtkLabel        *headline;
  TalChartCard    *card;
  GtkLabel        *definition;
  GtkWidget       *table_card;
  TalListSearch   *search;
  TalTextTable    *table;
  GtkWidget       *dash_note;
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalOffersPage, tal_offers_page, GTK_TYPE_WIDGET)

/* What papers write for a value that is missing. */
static const char *
get_sign (const TalFigure *figure)
{
  if (!figure->found)
    return "";
  return figure->missing == TAL_MISSING_NOT_APPLICABLE ? "-" : "..";
}

static char *
write_figure (const TalFigure *figure, int decimals)
{
  TalDecimal value;

  if (!tal_figure_get_decimal (figure, decimals, &value))
    return g_strdup (get_sign (figure));
  return tal_danish_number_format (tal_decimal_round (value, (guint8)decimals),
                                   TAL_DANISH_NUMBER_TRUE_MINUS);
}

static char *
write_fraction (TalFraction fraction, guint8 decimals)
{
  TalDecimal value;

  if (!tal_fraction_round (fraction, decimals, &value))
    return g_strdup ("");
  return tal_danish_number_format (value, TAL_DANISH_NUMBER_TRUE_MINUS);
}

static void
add_number (TalTextTableRow *row, const TalFigure *figure, int decimals)
{
  g_autofree char  *text = write_figure (figure, decimals);
  TalTextTableCell *cell = tal_text_table_row_add (row, text);

  cell->dim = !tal_figure_is_known (figure);
}

static const char *
get_group (const TalOfferRow *row)
{
  return row->kind == TAL_OFFER_ROW_TOTAL ? _ ("Total") : row->target_group;
}

/* What stands in the row above is not written again. */
static TalTextTableRow *
create_row (const TalOfferRow *row, const TalOfferRow *above)
{
  TalTextTableRow  *shown = tal_text_table_row_new (row->kind != TAL_OFFER_ROW_OFFER);
  g_autofree char  *share = write_fraction (row->share, 1);
  TalTextTableCell *cell = NULL;
  gboolean          same = above != NULL && above->kind == TAL_OFFER_ROW_OFFER &&
                  g_strcmp0 (above->target_group, row->target_group) == 0;

  cell = tal_text_table_row_add (shown, get_group (row));
  cell->repeated = same;
  cell = tal_text_table_row_add (shown, row->type);
  cell->repeated = same && g_strcmp0 (above->type, row->type) == 0;
  tal_text_table_row_add (shown, row->kind == TAL_OFFER_ROW_SUM ? _ ("Sum") : row->offer);
  add_number (shown, &row->courses, 0);
  tal_text_table_row_add (shown, share);
  add_number (shown, &row->money, 1);
  return shown;
}

static void
fill_table (TalOffersPage *self, const TalOfferTable *table)
{
  gboolean dashes = FALSE;

  tal_text_table_clear (self->table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const TalOfferRow *row = g_ptr_array_index (table->rows, i);
      const TalOfferRow *above = i > 0 ? g_ptr_array_index (table->rows, i - 1) : NULL;

      tal_text_table_take_row (self->table, create_row (row, above));
      dashes = dashes || (row->money.found && row->money.missing == TAL_MISSING_NOT_APPLICABLE);
    }
  gtk_widget_set_visible (self->dash_note, dashes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self->table), "table.copy", !table->confidential);
}

static void
narrow (TalOffersPage *self)
{
  char *const *words = tal_list_search_get_words (self->search);

  tal_list_search_show_found (self->search, tal_text_table_narrow (self->table, words));
}

static void
fill_headline (TalOffersPage *self, const TalOfferTable *table)
{
  g_autofree char *share = write_fraction (table->company_oriented, 1);
  g_autofree char *courses = write_fraction (table->courses, 0);
  g_autofree char *text = NULL;

  if (share[0] != '\0')
    text = g_strdup_printf (_ ("Company-oriented: %s per cent of %s courses"), share, courses);
  gtk_label_set_label (self->headline, text != NULL ? text : "");
}

static void
fill_periods (TalOffersPage *self, const TalOfferTable *table)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     chosen = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < table->periods->len; i++)
    {
      TalPeriod period = g_array_index (table->periods, TalPeriod, i);

      gtk_string_list_take (names, tal_danish_period_format (period, TAL_DANISH_PERIOD_TABLE));
      if (tal_period_is_equal (period, table->period))
        chosen = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->period_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->period_choice, chosen);
  self->filling = FALSE;
}

static gboolean
is_chosen (GtkToggleButton *toggle)
{
  return gtk_toggle_button_get_active (toggle);
}

static void
ask (TalOffersPage *self)
{
  const TalOfferTable *table = tal_offer_source_get_table (self->source);
  TalChartRequest      request = { .kind = TAL_CHART_MIX };

  if (table == NULL || table->rows->len == 0)
    {
      tal_chart_card_set_request (self->card, NULL);
      return;
    }
  if (is_chosen (self->mix_toggle))
    request.last = table->period.last;
  if (is_chosen (self->providers_toggle))
    request.kind = TAL_CHART_DOTS;
  if (is_chosen (self->trend_toggle))
    {
      request.kind = TAL_CHART_LINE;
      request.series = table->trend;
      request.fitting = TRUE;
    }
  tal_chart_card_set_request (self->card, &request);
}

static gboolean
has_note (const TalChartSpec *spec, const char *note)
{
  return spec != NULL && g_ptr_array_find_with_equal_func (spec->notes, note, g_str_equal, NULL);
}

/* Wherever the company-oriented share is shown it says what that is, unless the chart does. */
static void
update_definition (TalOffersPage *self)
{
  const TalOfferTable *table = tal_offer_source_get_table (self->source);
  const char          *text = table != NULL ? table->definition : NULL;
  const TalChartSpec  *spec = tal_chart_card_get_spec (self->card);

  gtk_label_set_label (self->definition, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->definition), text != NULL &&
                                                             !is_chosen (self->providers_toggle) &&
                                                             !has_note (spec, text));
}

static void
update_parts (TalOffersPage *self)
{
  const TalOfferTable *table = tal_offer_source_get_table (self->source);
  gboolean             mix = is_chosen (self->mix_toggle);

  gtk_widget_set_visible (GTK_WIDGET (self->headline),
                          mix && gtk_label_get_label (self->headline)[0] != '\0');
  gtk_widget_set_visible (self->table_card, mix);
  gtk_widget_set_visible (GTK_WIDGET (self->period_choice),
                          mix && table != NULL && table->periods->len > 1);
  update_definition (self);
}

static void
source_changed_cb (TalOffersPage *self)
{
  const TalOfferTable *table = tal_offer_source_get_table (self->source);

  if (table != NULL)
    {
      fill_table (self, table);
      narrow (self);
      fill_headline (self, table);
      fill_periods (self, table);
      if (table->trend->len == 0 && is_chosen (self->trend_toggle))
        gtk_toggle_button_set_active (self->mix_toggle, TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->trend_toggle), table->trend->len > 0);
      gtk_stack_set_visible_child_name (self->stack, table->rows->len > 0 ? "offers" : "empty");
    }
  ask (self);
  update_parts (self);
}

/* Of the two toggles that a choice changes only the one that is chosen says so. */
static void
view_chosen_cb (TalOffersPage *self, GtkToggleButton *toggle)
{
  if (!is_chosen (toggle))
    return;

  ask (self);
  update_parts (self);
}

static void
period_chosen_cb (TalOffersPage *self)
{
  const TalOfferTable *table = tal_offer_source_get_table (self->source);
  guint                chosen = gtk_drop_down_get_selected (self->period_choice);

  if (!self->filling && table != NULL && chosen < table->periods->len)
    tal_offer_source_set_period (self->source, g_array_index (table->periods, TalPeriod, chosen));
}

static void
search_changed_cb (TalOffersPage *self)
{
  narrow (self);
}

/* Only the mix has a table to search in. */
static void
start_search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalOffersPage *self = TAL_OFFERS_PAGE (widget);

  gtk_toggle_button_set_active (self->mix_toggle, TRUE);
  tal_list_search_start (self->search);
}

static void
chart_changed_cb (TalOffersPage *self)
{
  update_definition (self);
}

static void
set_workspace (TalOffersPage *self, TalWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;

  tal_chart_card_set_request (self->card, NULL);
  tal_chart_card_set_workspace (self->card, workspace);
  tal_offer_source_set_workspace (self->source, workspace);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
tal_offers_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_WORKSPACE)
    g_value_set_object (value, TAL_OFFERS_PAGE (object)->workspace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_offers_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (property_id == PROP_WORKSPACE)
    set_workspace (TAL_OFFERS_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_offers_page_dispose (GObject *object)
{
  TalOffersPage *self = TAL_OFFERS_PAGE (object);

  if (self->source != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->source, self);
      tal_offer_source_set_workspace (self->source, NULL);
    }
  g_clear_object (&self->source);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_OFFERS_PAGE);

  G_OBJECT_CLASS (tal_offers_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/figures/tal-offers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, mix_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, trend_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, providers_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, period_choice);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, headline);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, card);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, definition);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, table_card);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, search);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, table);
  gtk_widget_class_bind_template_child (widget_class, TalOffersPage, dash_note);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
tal_offers_page_class_init (TalOffersPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_offers_page_get_property;
  object_class->set_property = tal_offers_page_set_property;
  object_class->dispose = tal_offers_page_dispose;

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
tal_offers_page_init (TalOffersPage *self)
{
  self->source = tal_offer_source_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_widen (GTK_WIDGET (self));
  tal_chart_card_set_start_widget (self->card, GTK_WIDGET (self->headline));
  tal_list_search_set_name (self->search, _ ("Search offers"));
  tal_text_table_set_name (self->table, _ ("Offers"));
  tal_text_table_add_column (self->table, _ ("Target group"), 20);
  tal_text_table_add_column (self->table, _ ("Kind of offer"), 20);
  tal_text_table_add_column (self->table, _ ("Offer"), 20);
  tal_text_table_add_number_column (self->table, _ ("Courses"));
  tal_text_table_add_number_column (self->table, _ ("Share, per cent"));
  tal_text_table_add_number_column (self->table, _ ("DKK million"));
  g_signal_connect_object (self->source, "changed", G_CALLBACK (source_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tal_offers_page_new (void)
{
  return g_object_new (TAL_TYPE_OFFERS_PAGE, NULL);
}
