/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of target groups on the example's figures, and the pictures of an initiative. */

#include "config.h"

#include "support/commit.h"
#include "ui/charts/tal-chart-card.h"
#include "ui/charts/tal-chart-view.h"
#include "ui/common/tal-wrapped-text.h"
#include "ui/figures/tal-caseload-row.h"
#include "ui/figures/tal-comparison-chooser.h"
#include "ui/figures/tal-span-chooser.h"
#include "ui/figures/tal-target-groups-page.h"
#include "ui/initiatives/tal-initiative-charts.h"
#include "ui/tal-test-stage.h"

#include <glib/gstdio.h>

#define N_ROWS 17
#define PARTS "Aktivitetsparate kontanthjælpsmodtagere"
#define TOTAL "I alt (ekskl. beskæftigede fleksjobvisiterede)"
/* From the sidebar to the chart: what stands between is passed by so many keys at most. */
#define MOST_TABS 40

typedef struct
{
  TalTestStage stage;
  GtkWidget   *page;
} Fixture;

static TalWorkspace *
get_workspace (Fixture *fixture)
{
  return tal_window_get_workspace (fixture->stage.window);
}

static void
wait (Fixture *fixture)
{
  commit_wait_for_all (get_workspace (fixture));
  commit_wait_for_all (get_workspace (fixture));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  *fixture = (Fixture){ { NULL } };
  tal_test_stage_open (&fixture->stage);
  tal_window_show_destination (fixture->stage.window, TAL_DESTINATION_TARGET_GROUPS);
  fixture->page =
      tal_test_stage_find_only (GTK_WIDGET (fixture->stage.window), TAL_TYPE_TARGET_GROUPS_PAGE);
  wait (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  tal_test_stage_close (&fixture->stage);
  g_assert_null (page);
}

static const TalChartSpec *
get_spec (Fixture *fixture)
{
  const TalChartSpec *spec = tal_chart_card_get_spec (
      TAL_CHART_CARD (tal_test_stage_find_only (fixture->page, TAL_TYPE_CHART_CARD)));

  g_assert_nonnull (spec);
  return spec;
}

static void
assert_shows (Fixture *fixture, const char *series)
{
  TalId shown = tal_chart_spec_get_series (get_spec (fixture), 0)->id;

  g_assert_true (
      tal_id_is_equal (shown, commit_find_series (get_workspace (fixture), series)->record.id));
}

static GtkWidget *
find_row (Fixture *fixture, const char *series)
{
  g_autoptr (GPtrArray) rows = tal_test_stage_list_widgets (fixture->page, TAL_TYPE_CASELOAD_ROW);
  TalId                 id = commit_find_series (get_workspace (fixture), series)->record.id;

  for (guint i = 0; i < rows->len; i++)
    {
      if (tal_id_is_equal (tal_caseload_row_get_series (g_ptr_array_index (rows, i)), id))
        return g_ptr_array_index (rows, i);
    }
  g_error ("There is no row for “%s”.", series);
}

/* What the row's name, figure and change say. */
static const char *
get_text (GtkWidget *row, guint number)
{
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (row, GTK_TYPE_LABEL);

  if (number == 0)
    return tal_wrapped_text_get_label (
        TAL_WRAPPED_TEXT (tal_test_stage_find_only (row, TAL_TYPE_WRAPPED_TEXT)));
  g_assert_cmpuint (labels->len, ==, 2);
  return gtk_label_get_label (g_ptr_array_index (labels, number - 1));
}

static guint
count_paintings (GtkWidget *row)
{
  return tal_chart_view_get_n_paintings (
      TAL_CHART_VIEW (tal_test_stage_find_only (row, TAL_TYPE_CHART_VIEW)));
}

static void
select_row (Fixture *fixture, const char *series)
{
  GtkWidget *row = find_row (fixture, series);

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  wait (fixture);
}

static void
press_toggle (Fixture *fixture, const char *label)
{
  GtkWidget *toggle = tal_test_stage_find_titled (fixture->page, GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_true (gtk_widget_get_sensitive (toggle));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  wait (fixture);
}

static void
assert_row (
    Fixture *fixture, const char *series, const char *name, const char *value, const char *change)
{
  GtkWidget *row = find_row (fixture, series);

  g_assert_cmpstr (get_text (row, 0), ==, name);
  g_assert_cmpstr (get_text (row, 1), ==, value);
  g_assert_cmpstr (get_text (row, 2), ==, change);
}

static void
test_rows_are_those_of_the_papers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = tal_test_stage_list_widgets (fixture->page, TAL_TYPE_CASELOAD_ROW);

  g_assert_cmpuint (rows->len, ==, N_ROWS);
  assert_row (fixture, PARTS, PARTS, "12.124", "−17,2\302\240pct.");
  assert_row (fixture, "Ledige fleksjobsvisiterede", "heraf Ledige fleksjobsvisiterede", "665",
              "−18,3\302\240pct.");
  assert_row (fixture, TOTAL, TOTAL, "15.789", "−8,4\302\240pct.");
  /* The first is shown. */
  assert_shows (fixture, PARTS);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (find_row (fixture, PARTS))));
}

static void
test_a_row_is_spoken (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *difference =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (find_row (fixture, PARTS)),
                                          GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          PARTS ": 12.124, −17,2\302\240pct.");

  g_assert_cmpstr (difference, ==, NULL);
}

/* The lists of all sections are one choice. */
static void
test_a_row_is_chosen_in_all_lists (Fixture *fixture, gconstpointer unused)
{
  static const char *const chosen[] = { TOTAL, "Førtidspensionstilkendelser", "Revalidering" };

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      g_autoptr (GPtrArray) rows =
          tal_test_stage_list_widgets (fixture->page, TAL_TYPE_CASELOAD_ROW);
      guint n_selected = 0;

      select_row (fixture, chosen[i]);
      assert_shows (fixture, chosen[i]);
      for (guint j = 0; j < rows->len; j++)
        n_selected += gtk_list_box_row_is_selected (g_ptr_array_index (rows, j)) ? 1 : 0;
      g_assert_cmpuint (n_selected, ==, 1);
    }
}

static GtkDropDown *
find_share_choice (Fixture *fixture)
{
  g_autoptr (GPtrArray) choices = tal_test_stage_list_widgets (fixture->page, GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < choices->len; i++)
    {
      GtkWidget *choice = g_ptr_array_index (choices, i);

      if (gtk_widget_get_ancestor (choice, TAL_TYPE_SPAN_CHOOSER) == NULL)
        return GTK_DROP_DOWN (choice);
    }
  g_error ("There is no choice of shares.");
}

static void
test_shares_are_chosen (Fixture *fixture, gconstpointer unused)
{
  GtkDropDown     *choice = find_share_choice (fixture);
  g_autofree char *first = NULL;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (choice)));
  press_toggle (fixture, "Andel");
  g_assert_cmpint (get_spec (fixture)->unit, ==, TAL_MEASURE_UNIT_PER_CENT);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (choice)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choice)), >, 1);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (choice)), ==,
                   "Andel aktivitetsparate over 30 år ud af befolkningen");

  first = g_strdup (get_spec (fixture)->title);
  gtk_drop_down_set_selected (choice, 1);
  wait (fixture);
  g_assert_cmpstr (get_spec (fixture)->title, !=, first);

  press_toggle (fixture, "Antal");
  assert_shows (fixture, PARTS);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (choice)));
}

/* What has no shares is counted. */
static void
test_a_row_without_shares_is_counted (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = tal_test_stage_list_widgets (fixture->page, TAL_TYPE_CASELOAD_ROW);
  GtkWidget *toggle = tal_test_stage_find_titled (fixture->page, GTK_TYPE_TOGGLE_BUTTON, "Andel");
  guint      n_without = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GtkListBoxRow *row = g_ptr_array_index (rows, i);

      gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))), row);
      wait (fixture);
      if (!gtk_widget_get_sensitive (toggle))
        {
          g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
          g_assert_cmpint (get_spec (fixture)->unit, !=, TAL_MEASURE_UNIT_PER_CENT);
          n_without++;
        }
      else
        {
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
        }
    }
  g_assert_cmpuint (n_without, >, 0);
  g_assert_cmpuint (n_without, <, N_ROWS);
}

static void
test_periods_narrow_the_chart (Fixture *fixture, gconstpointer unused)
{
  GtkWidget            *chooser = tal_test_stage_find_only (fixture->page, TAL_TYPE_SPAN_CHOOSER);
  g_autoptr (GPtrArray) ends = tal_test_stage_list_widgets (chooser, GTK_TYPE_DROP_DOWN);
  GtkDropDown          *from = NULL;
  GtkDropDown          *to = NULL;

  g_assert_cmpuint (ends->len, ==, 2);
  from = g_ptr_array_index (ends, 0);
  to = g_ptr_array_index (ends, 1);
  g_assert_cmpuint (get_spec (fixture)->positions->len, ==, 3);

  gtk_drop_down_set_selected (from, 1);
  wait (fixture);
  g_assert_cmpuint (get_spec (fixture)->positions->len, ==, 2);
  /* All periods are still offered. */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (from)), ==, 3);

  /* Whichever was chosen last stands. */
  gtk_drop_down_set_selected (to, 0);
  wait (fixture);
  g_assert_cmpuint (gtk_drop_down_get_selected (from), ==, 0);
  gtk_drop_down_set_selected (to, 2);
  wait (fixture);
  g_assert_cmpuint (get_spec (fixture)->positions->len, ==, 3);
}

static void
test_comparisons_are_left_out_and_taken_back (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *chooser = tal_test_stage_find_only (fixture->page, TAL_TYPE_COMPARISON_CHOOSER);
  g_autoptr (GPtrArray) choices = NULL;

  g_assert_false (gtk_widget_get_visible (chooser));
  press_toggle (fixture, "Andel");
  g_assert_true (gtk_widget_get_visible (chooser));
  choices = tal_test_stage_list_widgets (chooser, GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpuint (choices->len, ==, 3);
  g_assert_cmpuint (get_spec (fixture)->series->len, ==, 3);
  /* What the others are compared with stays. */
  g_assert_false (gtk_widget_get_sensitive (g_ptr_array_index (choices, 0)));

  gtk_check_button_set_active (g_ptr_array_index (choices, 1), FALSE);
  wait (fixture);
  g_assert_cmpuint (get_spec (fixture)->series->len, ==, 2);
  g_assert_cmpstr (tal_chart_spec_get_series (get_spec (fixture), 1)->name, ==, "Hele landet");
  gtk_check_button_set_active (g_ptr_array_index (choices, 1), TRUE);
  wait (fixture);
  g_assert_cmpuint (get_spec (fixture)->series->len, ==, 3);
}

/* Row and chart are new when what was asked for is done, and nothing else is painted again. */
static void
test_a_figure_reaches_row_and_chart (Fixture *fixture, gconstpointer unused)
{
  const TalChartSpec *spec = NULL;
  GtkWidget          *own = find_row (fixture, PARTS);
  GtkWidget          *other = find_row (fixture, "Revalidering");
  guint               n_own = 0;
  guint               n_other = 0;

  tal_test_stage_show_frame (fixture->page);
  n_own = count_paintings (own);
  n_other = count_paintings (other);
  g_assert_cmpuint (n_other, >, 0);

  commit_wait (get_workspace (fixture),
               commit_new_figure (get_workspace (fixture), PARTS, "2018-Q4", 11500));
  commit_wait_for_all (get_workspace (fixture));
  assert_row (fixture, PARTS, PARTS, "11.500", "−21,5\302\240pct.");
  spec = get_spec (fixture);
  g_assert_cmpint (tal_chart_series_get (tal_chart_spec_get_series (spec, 0),
                                         spec->positions->len - 1)
                       .shown.coefficient,
                   ==, 11500);

  tal_test_stage_show_frame (fixture->page);
  tal_test_stage_show_frame (fixture->page);
  g_assert_cmpuint (count_paintings (own), ==, n_own + 1);
  g_assert_cmpuint (count_paintings (other), ==, n_other);
}

/* Another name makes another board; the row that was shown is shown again. */
static void
test_another_name_keeps_what_is_shown (Fixture *fixture, gconstpointer unused)
{
  select_row (fixture, "Revalidering");
  commit_wait (get_workspace (fixture),
               commit_new_name (get_workspace (fixture), "Revalidering", "Revalidender"));
  wait (fixture);
  assert_row (fixture, "Revalidender", "Revalidender", "352", "−21,8\302\240pct.");
  assert_shows (fixture, "Revalidender");
  g_assert_true (
      gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (find_row (fixture, "Revalidender"))));
}

/* What does not stand on the board any more gives way to its first row. */
static void
test_a_row_that_goes_gives_way_to_the_first (Fixture *fixture, gconstpointer unused)
{
  const char           *name = "Førtidspensionstilkendelser";
  g_autoptr (TalRecord) money = NULL;
  TalChangeSet         *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "unit");
  const TalSeries      *series = commit_find_series (get_workspace (fixture), name);

  select_row (fixture, name);
  money = tal_record_copy (&series->record);
  ((TalSeries *)money)->measure_unit = TAL_MEASURE_UNIT_DKK;
  tal_change_set_add (changes, &series->record, money);
  commit_wait (get_workspace (fixture), changes);
  wait (fixture);
  assert_shows (fixture, PARTS);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (find_row (fixture, PARTS))));
}

/* A figure of a new period is offered as well as shown. */
static void
test_a_new_period_is_offered (Fixture *fixture, gconstpointer unused)
{
  GtkWidget            *chooser = tal_test_stage_find_only (fixture->page, TAL_TYPE_SPAN_CHOOSER);
  g_autoptr (GPtrArray) ends = tal_test_stage_list_widgets (chooser, GTK_TYPE_DROP_DOWN);
  GtkDropDown          *to = g_ptr_array_index (ends, 1);

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (to)), ==, 3);
  commit_wait (get_workspace (fixture),
               commit_new_figure (get_workspace (fixture), PARTS, "2018-Q4", 11500));
  wait (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (to)), ==, 4);
  g_assert_cmpuint (gtk_drop_down_get_selected (to), ==, 3);
}

/* What a person has chosen stays when somebody writes something else. */
static void
test_choices_outlive_another_name (Fixture *fixture, gconstpointer unused)
{
  GtkDropDown          *choice = find_share_choice (fixture);
  GtkWidget            *chooser = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  g_autofree char      *title = NULL;

  press_toggle (fixture, "Andel");
  chooser = tal_test_stage_find_only (fixture->page, TAL_TYPE_COMPARISON_CHOOSER);
  choices = tal_test_stage_list_widgets (chooser, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (g_ptr_array_index (choices, 1), FALSE);
  wait (fixture);
  commit_wait (get_workspace (fixture),
               commit_new_name (get_workspace (fixture), PARTS, "Aktivitetsparate"));
  wait (fixture);
  g_assert_cmpuint (get_spec (fixture)->series->len, ==, 2);

  gtk_drop_down_set_selected (choice, 1);
  wait (fixture);
  title = g_strdup (get_spec (fixture)->title);
  commit_wait (get_workspace (fixture),
               commit_new_name (get_workspace (fixture), "Revalidering", "Revalidender"));
  wait (fixture);
  g_assert_cmpstr (get_spec (fixture)->title, ==, title);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 1);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->stage.window));
}

static void
test_the_chart_is_reached_with_keys_alone (Fixture *fixture, gconstpointer unused)
{
  GtkWidget       *window = GTK_WIDGET (fixture->stage.window);
  GtkWidget       *chart = NULL;
  g_autofree char *reading = NULL;
  guint            n_tabs = 0;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  while (n_tabs < MOST_TABS &&
         (get_focus (fixture) == NULL || !TAL_IS_CHART_VIEW (get_focus (fixture))))
    {
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      n_tabs++;
    }
  chart = get_focus (fixture);
  g_assert_cmpuint (n_tabs, <, MOST_TABS);
  g_test_message ("%u tabs", n_tabs);

  tal_test_stage_press (chart, GDK_KEY_End, 0);
  reading = tal_chart_view_dup_reading (TAL_CHART_VIEW (chart));
  g_assert_nonnull (reading);
  /* The keys that a chart takes are no trap. */
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (fixture) != chart);
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (get_focus (fixture) == chart);
}

static void
created_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(TalWorkspace **)user_data = tal_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer user_data)
{
  return *(gpointer *)user_data != NULL;
}

static void
test_a_collection_without_figures_says_so (Fixture *fixture, gconstpointer unused)
{
  g_autofree char         *path = g_build_filename (fixture->stage.folder, "tom.indsats", NULL);
  g_autoptr (TalWorkspace) workspace = NULL;
  GtkWidget               *empty = tal_test_stage_find_titled (fixture->page, ADW_TYPE_STATUS_PAGE,
                                                               "Der er ingen tal for målgrupper endnu");

  g_assert_nonnull (empty);
  g_assert_false (gtk_widget_get_mapped (empty));
  tal_workspace_create_async (path, "BIF", FALSE, NULL, created_cb, &workspace);
  tal_test_stage_wait (is_there, &workspace);
  g_object_set (fixture->page, "workspace", workspace, NULL);
  tal_test_stage_settle ();
  g_assert_true (gtk_widget_get_mapped (empty));

  /* And back. */
  g_object_set (fixture->page, "workspace", get_workspace (fixture), NULL);
  wait (fixture);
  g_assert_false (gtk_widget_get_mapped (empty));
  assert_shows (fixture, PARTS);
  g_object_set (fixture->page, "workspace", NULL, NULL);
  tal_workspace_close (workspace);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The kinds of the pictures that are there. */
static void
assert_pictures (Fixture *fixture, const char *kinds)
{
  GtkWidget *charts =
      tal_test_stage_find_only (GTK_WIDGET (fixture->stage.window), TAL_TYPE_INITIATIVE_CHARTS);
  g_autoptr (GPtrArray) cards = tal_test_stage_list_widgets (charts, TAL_TYPE_CHART_CARD);
  g_autoptr (GString)   found = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      const TalChartSpec *spec = tal_chart_card_get_spec (g_ptr_array_index (cards, i));

      if (!gtk_widget_is_visible (g_ptr_array_index (cards, i)))
        continue;
      g_assert_nonnull (spec);
      g_string_append_printf (found, "%s ", tal_chart_kind_get_name (spec->kind));
    }
  g_assert_cmpstr (found->str, ==, kinds);
}

static void
test_an_initiative_has_the_pictures_there_is_something_of (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    int         goal;
    const char *kinds;
  } cases[] = { { 2, "funnel sum " }, { 7, "funnel " }, { 9, "" }, { 5, "funnel sum " } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("goal %d", cases[i].goal);
      tal_test_stage_show_goal (&fixture->stage, cases[i].goal);
      wait (fixture);
      assert_pictures (fixture, cases[i].kinds);
    }
}

/* One result is no course; a second one makes it. */
static void
test_a_second_result_shows_the_course (Fixture *fixture, gconstpointer unused)
{
  tal_test_stage_show_goal (&fixture->stage, 1);
  wait (fixture);
  assert_pictures (fixture, "funnel sum ");
  commit_wait (get_workspace (fixture),
               commit_new_figure (get_workspace (fixture),
                                  "Deltagere i virksomhedsindsatsen for ledige", "2022", 400));
  wait (fixture);
  assert_pictures (fixture, "line funnel sum ");
}

#define ADD(path, func) g_test_add ("/ui/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  ADD ("target-groups-page/rows-are-those-of-the-papers", test_rows_are_those_of_the_papers);
  ADD ("target-groups-page/a-row-is-spoken", test_a_row_is_spoken);
  ADD ("target-groups-page/a-row-is-chosen-in-all-lists", test_a_row_is_chosen_in_all_lists);
  ADD ("target-groups-page/shares-are-chosen", test_shares_are_chosen);
  ADD ("target-groups-page/a-row-without-shares-is-counted", test_a_row_without_shares_is_counted);
  ADD ("target-groups-page/periods-narrow-the-chart", test_periods_narrow_the_chart);
  ADD ("target-groups-page/comparisons-are-left-out-and-taken-back",
       test_comparisons_are_left_out_and_taken_back);
  ADD ("target-groups-page/a-figure-reaches-row-and-chart", test_a_figure_reaches_row_and_chart);
  ADD ("target-groups-page/another-name-keeps-what-is-shown",
       test_another_name_keeps_what_is_shown);
  ADD ("target-groups-page/a-row-that-goes-gives-way-to-the-first",
       test_a_row_that_goes_gives_way_to_the_first);
  ADD ("target-groups-page/a-new-period-is-offered", test_a_new_period_is_offered);
  ADD ("target-groups-page/choices-outlive-another-name", test_choices_outlive_another_name);
  ADD ("target-groups-page/the-chart-is-reached-with-keys-alone",
       test_the_chart_is_reached_with_keys_alone);
  ADD ("target-groups-page/a-collection-without-figures-says-so",
       test_a_collection_without_figures_says_so);
  ADD ("initiative-charts/an-initiative-has-the-pictures-there-is-something-of",
       test_an_initiative_has_the_pictures_there_is_something_of);
  ADD ("initiative-charts/a-second-result-shows-the-course", test_a_second_result_shows_the_course);
  return g_test_run ();
}
