/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-summary-card.h"

#include "base/tal-danish-date.h"
#include "core/tal-funding.h"
#include "core/tal-plan.h"
#include "core/tal-sentence.h"
#include "ui/common/tal-text-column.h"
#include "ui/overview/tal-goal-strip.h"

#include <glib/gi18n-lib.h>

/* More squares than that are no scan any more, and the sentence says how many there are. */
#define MOST_SQUARES 120

struct _TalSummaryCard
{
  GtkWidget parent_instance;

  GtkWidget    *box;
  GtkLabel     *sentence;
  GtkLabel     *name;
  GtkLabel     *facts;
  TalGoalStrip *strip;
};

G_DEFINE_FINAL_TYPE (TalSummaryCard, tal_summary_card, GTK_TYPE_WIDGET)

static void
tal_summary_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_SUMMARY_CARD);

  G_OBJECT_CLASS (tal_summary_card_parent_class)->dispose (object);
}

static void
tal_summary_card_class_init (TalSummaryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_summary_card_dispose;

  g_type_ensure (TAL_TYPE_GOAL_STRIP);
  g_type_ensure (TAL_TYPE_TEXT_COLUMN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/overview/tal-summary-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TalSummaryCard, box);
  gtk_widget_class_bind_template_child (widget_class, TalSummaryCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, TalSummaryCard, name);
  gtk_widget_class_bind_template_child (widget_class, TalSummaryCard, facts);
  gtk_widget_class_bind_template_child (widget_class, TalSummaryCard, strip);
}

static void
tal_summary_card_init (TalSummaryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TalTally
tally_plan (const TalStatusTable   *statuses,
            const TalRecord *const *initiatives,
            guint                   n_initiatives)
{
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));

  for (guint i = 0; i < n_initiatives; i++)
    {
      const TalGoalStatus *each = NULL;
      guint                n_each = 0;

      each = tal_status_table_get_initiative (statuses, initiatives[i]->id, &n_each);
      if (each != NULL)
        g_array_append_vals (goals, each, n_each);
    }

  return tal_sentence_tally ((const TalGoalStatus *)(gpointer)goals->data, goals->len);
}

static char *
write_facts (const TalCatalogue *catalogue,
             const TalPlan      *plan,
             guint               n_initiatives,
             const TalTally     *tally)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char    *count = tal_sentence_count_initiatives (n_initiatives);
  TalFunding          funding;

  g_string_append (facts, count);
  if (tal_funding_find_plan (catalogue, plan->record.id, &funding))
    {
      g_autofree char *amount = tal_sentence_amount (funding.kroner);

      g_string_append_printf (facts, " · %s", amount);
    }
  if (tally->has_figures)
    g_string_append_printf (facts, " · %s",
                            tally->all_final ? _ ("final figures") : _ ("preliminary figures"));
  if (plan->status_day != TAL_DAY_NONE)
    {
      g_autofree char *day = tal_danish_date_format (plan->status_day, TAL_DANISH_DATE_TEXT);
      g_autofree char *status = g_strdup_printf (_ ("status of %s"), day);

      g_string_append_printf (facts, " · %s", status);
    }

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

void
tal_summary_card_show (TalSummaryCard *self, TalStatusTable *statuses, TalId plan)
{
  g_autofree char        *sentence = NULL;
  g_autofree char        *facts = NULL;
  const TalCatalogue     *catalogue = NULL;
  const TalRecord        *record = NULL;
  const TalRecord *const *initiatives = NULL;
  guint                   n_initiatives = 0;
  TalTally                tally;

  g_return_if_fail (TAL_IS_SUMMARY_CARD (self));
  g_return_if_fail (statuses != NULL);

  catalogue = tal_status_table_get_catalogue (statuses);
  record = tal_catalogue_find (catalogue, TAL_KIND_PLAN, plan);
  if (record == NULL)
    return;

  initiatives = tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan, &n_initiatives);
  tally = tally_plan (statuses, initiatives, n_initiatives);
  sentence = tal_sentence_goals_met (&tally);
  facts = write_facts (catalogue, TAL_PLAN (record), n_initiatives, &tally);

  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->name, TAL_PLAN (record)->name);
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), tally.n_goals <= MOST_SQUARES);
  if (tally.n_goals <= MOST_SQUARES)
    tal_goal_strip_set_plan (self->strip, statuses, plan);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
}
