/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of an initiative in its states. */

#include "config.h"

#include "core/tal-initiative-facts.h"
#include "core/tal-series.h"
#include "ui/initiatives/tal-appropriation-dialog.h"
#include "ui/initiatives/tal-appropriation-list.h"
#include "ui/initiatives/tal-finding-row.h"
#include "ui/initiatives/tal-goal-table-view.h"
#include "ui/initiatives/tal-initiative-page.h"
#include "ui/take-shots.h"

const TalGoal *
find_explained_goal (const TalCatalogue *catalogue)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals = tal_catalogue_get_records (catalogue, TAL_KIND_GOAL, &n_goals);
  const TalGoal          *found = NULL;
  guint                   most = 0;

  for (guint i = 0; i < n_goals; i++)
    {
      guint n_assessments = 0;

      tal_catalogue_get_children (catalogue, TAL_KIND_ASSESSMENT, goals[i]->id, &n_assessments);
      if (found == NULL || n_assessments > most)
        {
          found = TAL_GOAL (goals[i]);
          most = n_assessments;
        }
    }

  return found;
}

gboolean
show_initiative (Stage *stage)
{
  TalWorkspace  *workspace = tal_window_get_workspace (stage->window);
  const TalGoal *goal = find_explained_goal (tal_workspace_get_catalogue (workspace));
  GtkWidget     *page = NULL;
  GtkAdjustment *down = NULL;

  if (goal == NULL)
    {
      g_printerr ("take-shots: the collection has no goal\n");
      return FALSE;
    }

  tal_window_show_initiative (stage->window, goal->initiative, goal->record.id);
  if (!wait_for_page (stage, "initiative"))
    return FALSE;

  page = find_below (GTK_WIDGET (stage->window), TAL_TYPE_INITIATIVE_PAGE);
  down = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find_below (page, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (down, 0);
  settle ();
  return TRUE;
}

gboolean
show_initiative_check (Stage *stage)
{
  GtkWidget     *page = NULL;
  GtkWidget     *row = NULL;
  GtkAdjustment *down = NULL;
  double         top = 0;

  if (!show_initiative (stage))
    return FALSE;

  page = find_below (GTK_WIDGET (stage->window), TAL_TYPE_INITIATIVE_PAGE);
  row = find_below (page, TAL_TYPE_FINDING_ROW);
  if (row == NULL)
    {
      g_printerr ("take-shots: nothing is asked about the figures\n");
      return FALSE;
    }

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_below (row, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  settle ();
  down = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find_below (page, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_widget_translate_coordinates (row, page, 0, 0, NULL, &top);
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + top - 60);
  settle ();
  return TRUE;
}

/* A figure that is computed, beside three that the page shows of itself. */
static GArray *
list_facts (const TalCatalogue *catalogue, const TalGoal *goal)
{
  GArray                 *facts = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));
  const TalInitiativeFact goals_met = { TAL_FACT_GOALS, TAL_ID_NONE };
  const TalInitiativeFact money = { TAL_FACT_MONEY, TAL_ID_NONE };
  TalInitiativeFact       figure = { TAL_FACT_FIGURE, tal_goal_get_criterion (goal, 0)->series };
  guint                   n_series = 0;
  const TalRecord *const *series =
      tal_catalogue_get_children (catalogue, TAL_KIND_SERIES, goal->initiative, &n_series);

  g_array_append_val (facts, goals_met);
  g_array_append_val (facts, figure);
  for (guint i = 0; i < n_series && facts->len < 3; i++)
    {
      if (TAL_SERIES (series[i])->basis != TAL_BASIS_SUM)
        continue;
      figure.series = series[i]->id;
      g_array_append_val (facts, figure);
    }
  g_array_append_val (facts, money);
  return facts;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer chosen)
{
  *(gboolean *)chosen = tal_workspace_change_finish (TAL_WORKSPACE (source), result, NULL);
}

gboolean
show_initiative_facts (Stage *stage)
{
  TalWorkspace      *workspace = tal_window_get_workspace (stage->window);
  const TalGoal     *goal = NULL;
  g_autoptr (GArray) facts = NULL;
  gboolean           chosen = FALSE;

  if (!show_initiative (stage))
    return FALSE;

  goal = find_explained_goal (tal_workspace_get_catalogue (workspace));
  if (goal == NULL)
    return FALSE;

  facts = list_facts (tal_workspace_get_catalogue (workspace), goal);
  tal_workspace_change_async (workspace, tal_initiative_facts_choose,
                              tal_facts_request_new (goal->initiative, facts),
                              (GDestroyNotify)tal_facts_request_free, NULL, chosen_cb, &chosen);
  while (!chosen)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  return TRUE;
}

/* The first that has none. */
gboolean
show_initiative_without_goals (Stage *stage)
{
  const TalCatalogue *catalogue =
      tal_workspace_get_catalogue (tal_window_get_workspace (stage->window));
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (catalogue, TAL_KIND_INITIATIVE, &length);

  for (guint i = 0; i < length; i++)
    {
      guint n_goals = 0;

      tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, records[i]->id, &n_goals);
      if (n_goals > 0)
        continue;
      tal_window_show_initiative (stage->window, records[i]->id, TAL_ID_NONE);
      return wait_for_page (stage, "initiative");
    }

  g_printerr ("take-shots: every initiative has goals\n");
  return FALSE;
}

gboolean
show_initiative_table (Stage *stage)
{
  GtkWidget *page = NULL;
  GtkWidget *table = NULL;

  if (!show_initiative (stage))
    return FALSE;

  page = find_below (GTK_WIDGET (stage->window), TAL_TYPE_INITIATIVE_PAGE);
  table = GTK_WIDGET (gtk_widget_get_template_child (page, TAL_TYPE_INITIATIVE_PAGE, "as_table"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (table), TRUE);
  settle ();
  return TRUE;
}

gboolean
shoot_appropriation (Stage *stage, const char *folder, const char *name)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  if (!show_initiative (stage))
    return FALSE;

  gtk_widget_activate_action (find_below (GTK_WIDGET (stage->window), TAL_TYPE_APPROPRIATION_LIST),
                              "appropriations.add", NULL);
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) child = g_list_model_get_item (toplevels, i);
      GtkWidget            *amount = NULL;

      if (!TAL_IS_APPROPRIATION_DIALOG (child) || !g_str_has_suffix (name, "-refused"))
        continue;
      amount = find_below (GTK_WIDGET (child), ADW_TYPE_ENTRY_ROW);
      gtk_editable_set_text (GTK_EDITABLE (amount), "ca. 3 mio. kr.");
      gtk_widget_activate_default (GTK_WIDGET (child));
    }
  return shoot_child (stage, folder, name);
}

gboolean
show_initiative_dots (Stage *stage)
{
  if (!show_initiative_table (stage))
    return FALSE;

  gtk_widget_activate_action (find_below (GTK_WIDGET (stage->window), TAL_TYPE_GOAL_TABLE_VIEW),
                              "columns.layout", "s", "indicators");
  settle ();
  return TRUE;
}

gboolean
show_initiative_lower (Stage *stage)
{
  GtkWidget     *page = NULL;
  GtkAdjustment *down = NULL;

  if (!show_initiative (stage))
    return FALSE;

  page = find_below (GTK_WIDGET (stage->window), TAL_TYPE_INITIATIVE_PAGE);
  down = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find_below (page, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  settle ();
  return TRUE;
}
