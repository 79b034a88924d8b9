/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-fact-strip.h"

#include "core/tal-funding.h"
#include "core/tal-goal-text.h"
#include "core/tal-sentence.h"
#include "ui/initiatives/tal-fact.h"

#include <glib/gi18n-lib.h>

/* How many goals that are counts stand among the main figures. */
#define MOST_COUNTS 2

struct _TalFactStrip
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TalFactStrip, tal_fact_strip, GTK_TYPE_WIDGET)

static void
clear (TalFactStrip *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
add_fact (TalFactStrip *self, const char *figure, const char *caption)
{
  gtk_widget_set_parent (tal_fact_new (figure, caption), GTK_WIDGET (self));
}

/* "9 af 11" over "mål er opnået i 2023", or "3 mål" over "ikke opgjort endnu". */
static void
add_share (TalFactStrip *self, const TalGoalStatus *goals, guint n_goals)
{
  TalTally         tally = tal_sentence_tally (goals, n_goals);
  gboolean         known = tally.n_open < tally.n_goals;
  g_autofree char *share =
      known ? tal_sentence_share_met (&tally) : tal_sentence_count_goals (n_goals);
  g_autofree char *caption = tal_sentence_share_caption (&tally);

  add_fact (self, share, caption);
}

/* "348" over "deltagere (mål 225)". */
static gboolean
add_count (TalFactStrip *self, const TalGoalStatus *status)
{
  g_autofree char *result = NULL;
  g_autofree char *target = NULL;
  g_autofree char *caption = NULL;

  if (status->series == NULL || !tal_series_is_count (status->series) ||
      status->series->measure == NULL || !tal_figure_is_known (&status->figure))
    return FALSE;

  result = tal_goal_text_result (status);
  target = tal_goal_text_target (status);
  caption = g_strdup_printf ("%s (%s)", status->series->measure, target);
  add_fact (self, result, caption);
  return TRUE;
}

static void
add_funding (TalFactStrip *self, const TalCatalogue *catalogue, TalId initiative)
{
  g_autofree char *amount = NULL;
  g_autofree char *caption = NULL;
  TalFunding       funding;

  if (!tal_funding_find_initiative (catalogue, initiative, &funding))
    return;

  amount = tal_sentence_amount (funding.kroner);
  caption = funding.year > 0 ? g_strdup_printf (_ ("set aside in %d"), funding.year)
                             : g_strdup (_ ("set aside"));
  add_fact (self, amount, caption);
}

static void
tal_fact_strip_dispose (GObject *object)
{
  clear (TAL_FACT_STRIP (object));

  G_OBJECT_CLASS (tal_fact_strip_parent_class)->dispose (object);
}

static void
tal_fact_strip_class_init (TalFactStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_fact_strip_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tal_fact_strip_init (TalFactStrip *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, 12);
}

void
tal_fact_strip_show (TalFactStrip *self, TalStatusTable *statuses, TalId initiative)
{
  const TalGoalStatus *goals = NULL;
  guint                n_goals = 0;
  guint                n_counts = 0;

  g_return_if_fail (TAL_IS_FACT_STRIP (self));
  g_return_if_fail (statuses != NULL);

  clear (self);
  goals = tal_status_table_get_initiative (statuses, initiative, &n_goals);
  if (n_goals > 0)
    add_share (self, goals, n_goals);
  for (guint i = 0; i < n_goals && n_counts < MOST_COUNTS; i++)
    n_counts += add_count (self, &goals[i]) ? 1 : 0;
  add_funding (self, tal_status_table_get_catalogue (statuses), initiative);
}
