/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "support/commit.h"
#include "ui/common/tal-period-chooser.h"
#include "ui/common/tal-wrapped-text.h"
#include "ui/overview/tal-initiative-row.h"
#include "ui/overview/tal-overview-list.h"
#include "ui/tal-test-stage.h"

#define N_PLANS 3
#define N_INITIATIVES 100 /* of each plan */
/* More than the window has room for, and far fewer than there are. */
#define MOST_ROWS 30

typedef struct
{
  TalTestStage     stage;
  TalOverviewList *list;
  GtkAdjustment   *adjustment;
  TalId            initiatives[N_PLANS * N_INITIATIVES];
} Fixture;

static TalPeriod
get_year (void)
{
  TalPeriod year = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, 2023, 1, &year));
  return year;
}

/* Takes the record. */
static void
add (TalChangeSet *changes, TalRecord *record)
{
  tal_change_set_add (changes, NULL, record);
  tal_record_unref (record);
}

static void
add_goal (TalChangeSet *changes, TalId initiative, guint number)
{
  TalSeries    *series = tal_record_new (TAL_KIND_SERIES, tal_id_new ());
  TalGoal      *goal = tal_record_new (TAL_KIND_GOAL, tal_id_new ());
  TalCriterion *criterion = tal_goal_add_criterion (goal);

  series->initiative = initiative;
  series->name = g_strdup_printf ("Deltagere %u", number);
  goal->initiative = initiative;
  goal->number = (int)number;
  goal->wording = g_strdup ("Mindst 50 deltager");
  criterion->series = series->record.id;
  criterion->comparison = TAL_COMPARISON_AT_LEAST;
  tal_criterion_add_target (criterion, get_year (), TAL_DECIMAL (50, 0));
  add (changes, &tal_observation_new (series->record.id, get_year (), TAL_DECIMAL (40, 0))->record);
  add (changes, &series->record);
  add (changes, &goal->record);
}

/* Rows of several heights: every third has a name that needs two lines, and more goals. */
static void
add_initiative (TalChangeSet *changes, Fixture *fixture, TalId plan, guint number)
{
  TalInitiative *initiative = tal_record_new (TAL_KIND_INITIATIVE, tal_id_new ());
  guint          index = number - 1;

  fixture->initiatives[index] = initiative->record.id;
  initiative->plan = plan;
  initiative->number = (int)(index % N_INITIATIVES) + 1;
  initiative->name =
      g_strdup_printf (number % 3 == 0 ? "Særlig virksomhedsrettet indsats %u for ledige med behov "
                                         "for afklaring"
                                       : "Indsats nummer %u",
                       number);
  for (guint i = 0; i < 1 + number % 3; i++)
    add_goal (changes, initiative->record.id, 3 * number + i);
  add (changes, &initiative->record);
}

static void
fill (Fixture *fixture)
{
  TalChangeSet *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "mange indsatser");

  for (guint i = 0; i < N_PLANS; i++)
    {
      TalPlan *plan = tal_record_new (TAL_KIND_PLAN, tal_id_new ());

      plan->name = g_strdup_printf ("Handleplan %u", i + 1);
      for (guint j = 0; j < N_INITIATIVES; j++)
        add_initiative (changes, fixture, plan->record.id, i * N_INITIATIVES + j + 1);
      add (changes, &plan->record);
    }
  commit_wait (tal_window_get_workspace (fixture->stage.window), changes);
}

static GtkWidget *
find_first (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (root, type);

  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_index (found, 0);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  tal_test_stage_open_empty (&fixture->stage);
  fill (fixture);
  fixture->list =
      TAL_OVERVIEW_LIST (find_first (GTK_WIDGET (fixture->stage.window), TAL_TYPE_OVERVIEW_LIST));
  fixture->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->list));
  tal_test_stage_show_frame (GTK_WIDGET (fixture->stage.window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  tal_test_stage_close (&fixture->stage);
}

static GtkWidget *
find_row (Fixture *fixture, guint number)
{
  return tal_overview_list_find_row (fixture->list, fixture->initiatives[number]);
}

/* How far below the upper edge of the list a row is. */
static int
get_top (Fixture *fixture, GtkWidget *row)
{
  graphene_point_t at;

  g_assert_nonnull (row);
  g_assert_true (
      gtk_widget_compute_point (row, GTK_WIDGET (fixture->list), &GRAPHENE_POINT_INIT (0, 0), &at));
  return (int)at.y;
}

static gboolean
is_seen (Fixture *fixture, guint number)
{
  GtkWidget *row = find_row (fixture, number);
  int        top = row != NULL ? get_top (fixture, row) : -1;

  return row != NULL && top >= 0 &&
         top + gtk_widget_get_height (row) <= gtk_widget_get_height (GTK_WIDGET (fixture->list));
}

static void
scroll_to (Fixture *fixture, double value)
{
  gtk_adjustment_set_value (fixture->adjustment, value);
  tal_test_stage_show_frame (GTK_WIDGET (fixture->list));
}

static void
check_few_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows =
      tal_test_stage_list_widgets (GTK_WIDGET (fixture->list), TAL_TYPE_INITIATIVE_ROW);

  g_assert_cmpuint (rows->len, >, 2);
  g_assert_cmpuint (rows->len, <, MOST_ROWS);
}

static void
test_overview_has_widgets_for_what_is_seen (Fixture *fixture, gconstpointer unused)
{
  check_few_rows (fixture);
  g_assert_true (is_seen (fixture, 0));
  g_assert_null (find_row (fixture, N_INITIATIVES));

  /* There and back, past what had no height yet. */
  for (double value = 0; value < gtk_adjustment_get_upper (fixture->adjustment); value += 500)
    scroll_to (fixture, value);
  scroll_to (fixture, gtk_adjustment_get_upper (fixture->adjustment));
  g_assert_true (is_seen (fixture, N_PLANS * N_INITIATIVES - 1));
  g_assert_null (find_row (fixture, 0));
  check_few_rows (fixture);
  scroll_to (fixture, 0);
  g_assert_true (is_seen (fixture, 0));
  check_few_rows (fixture);
}

/* Rows stand one after another, each as high as it wants to be. */
static void
test_overview_rows_touch_and_do_not_overlap (Fixture *fixture, gconstpointer unused)
{
  guint n_pairs = 0;

  scroll_to (fixture, gtk_adjustment_get_upper (fixture->adjustment) / 2);
  for (guint i = 0; i + 1 < N_PLANS * N_INITIATIVES; i++)
    {
      GtkWidget *row = find_row (fixture, i);
      GtkWidget *next = find_row (fixture, i + 1);
      int        natural = 0;

      if (row == NULL || next == NULL || (i + 1) % N_INITIATIVES == 0)
        continue;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (row), NULL, &natural,
                          NULL, NULL);
      g_assert_cmpint (get_top (fixture, next) - get_top (fixture, row), ==, natural);
      n_pairs++;
    }
  g_assert_cmpuint (n_pairs, >, 2);
}

static void
move (Fixture *fixture, GtkDirectionType direction)
{
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->list), direction));
  tal_test_stage_show_frame (GTK_WIDGET (fixture->list));
}

static void
check_focus (Fixture *fixture, guint number)
{
  GtkWidget *row = find_row (fixture, number);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_focus (row));
  g_assert_true (is_seen (fixture, number));
}

static void
test_overview_focus_walks_to_rows_without_a_widget (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (gtk_widget_grab_focus (find_row (fixture, 0)));
  for (guint i = 1; i < N_INITIATIVES + 3; i++)
    {
      move (fixture, GTK_DIR_DOWN);
      check_focus (fixture, i);
    }
  for (guint i = N_INITIATIVES + 1; i > N_INITIATIVES - 5; i--)
    {
      move (fixture, GTK_DIR_UP);
      check_focus (fixture, i);
    }

  /* Inside the row, and out of the plan. */
  move (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->stage.window)),
                                         find_row (fixture, N_INITIATIVES - 4)));
  move (fixture, GTK_DIR_TAB_FORWARD);
  move (fixture, GTK_DIR_TAB_FORWARD);
  check_focus (fixture, N_INITIATIVES);
}

static void
press (Fixture *fixture, guint key)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->stage.window));

  g_assert_true (tal_test_stage_press (focus, key, 0) == GTK_WIDGET (fixture->list));
  tal_test_stage_show_frame (GTK_WIDGET (fixture->list));
}

static void
test_overview_keys_go_to_the_ends_and_by_pages (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (gtk_widget_grab_focus (find_row (fixture, 1)));
  press (fixture, GDK_KEY_End);
  check_focus (fixture, N_PLANS * N_INITIATIVES - 1);
  press (fixture, GDK_KEY_Home);
  check_focus (fixture, 0);
  press (fixture, GDK_KEY_Page_Down);
  g_assert_false (gtk_widget_is_focus (find_row (fixture, 0)));
  press (fixture, GDK_KEY_Page_Up);
  check_focus (fixture, 0);
}

static void
test_overview_keeps_the_row_with_the_focus (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = find_row (fixture, 2);

  g_assert_true (gtk_widget_grab_focus (row));
  scroll_to (fixture, gtk_adjustment_get_upper (fixture->adjustment) / 2);
  g_assert_true (find_row (fixture, 2) == row);
  g_assert_true (gtk_widget_is_focus (row));
  g_assert_false (is_seen (fixture, 2));

  /* The next one is next to it, and not to what is seen. */
  move (fixture, GTK_DIR_DOWN);
  check_focus (fixture, 3);
}

static void
rename_initiative (Fixture *fixture, guint number, const char *name)
{
  TalWorkspace         *workspace = tal_window_get_workspace (fixture->stage.window);
  TalChangeSet         *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "navn");
  const TalRecord      *before = tal_catalogue_find (tal_workspace_get_catalogue (workspace),
                                                     TAL_KIND_INITIATIVE, fixture->initiatives[number]);
  g_autoptr (TalRecord) after = tal_record_copy (before);

  g_free (((TalInitiative *)after)->name);
  ((TalInitiative *)after)->name = g_strdup (name);
  tal_change_set_add (changes, before, after);
  commit_wait (workspace, changes);
  tal_test_stage_show_frame (GTK_WIDGET (fixture->list));
}

static void
label_changed_cb (guint *count)
{
  (*count)++;
}

static void
watch_labels (GtkWidget *row, guint *count)
{
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (row, TAL_TYPE_WRAPPED_TEXT);

  for (guint i = 0; i < labels->len; i++)
    g_signal_connect_swapped (g_ptr_array_index (labels, i), "notify::label",
                              G_CALLBACK (label_changed_cb), count);
}

static void
test_overview_an_edit_touches_its_row_alone (Fixture *fixture, gconstpointer unused)
{
  guint      n_touched = 0;
  guint      n_others = 0;
  GtkWidget *row = NULL;
  int        top = 0;

  scroll_to (fixture, gtk_adjustment_get_upper (fixture->adjustment) / 2 + 7);
  for (guint i = 0; i < N_PLANS * N_INITIATIVES && row == NULL; i++)
    {
      if (!is_seen (fixture, i) || !is_seen (fixture, i + 1))
        continue;
      row = find_row (fixture, i);
      top = get_top (fixture, row);
      watch_labels (row, &n_touched);
      watch_labels (find_row (fixture, i + 1), &n_others);
      rename_initiative (fixture, i, "Et andet navn");
      g_assert_true (find_row (fixture, i) == row);
    }

  g_assert_nonnull (row);
  g_assert_nonnull (tal_test_stage_find_titled (row, TAL_TYPE_WRAPPED_TEXT, "Et andet navn"));
  g_assert_cmpint (get_top (fixture, row), ==, top);
  g_assert_cmpuint (n_touched, >, 0);
  g_assert_cmpuint (n_others, ==, 0);
}

/* What is above and not seen does not move what is. */
static void
test_overview_stays_where_it_is_when_rows_above_change (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = NULL;
  int        top = 0;

  g_assert_true (gtk_widget_grab_focus (find_row (fixture, 0)));
  scroll_to (fixture, gtk_adjustment_get_upper (fixture->adjustment) / 2);
  for (guint i = 0; i < N_PLANS * N_INITIATIVES && row == NULL; i++)
    row = is_seen (fixture, i) ? find_row (fixture, i) : NULL;
  g_assert_nonnull (row);
  top = get_top (fixture, row);

  rename_initiative (fixture, 0,
                     "Et navn som er så langt at det skal brydes over mange linjer, og som derfor "
                     "gør rækken meget højere end den var før, uden at nogen ser det ske");
  g_assert_cmpint (get_top (fixture, row), ==, top);
}

static void
test_overview_a_row_opens_its_initiative (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = find_row (fixture, 1);

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (tal_test_stage_press (row, GDK_KEY_Return, 0) == row);
  g_assert_cmpstr (tal_window_get_page_name (fixture->stage.window), ==, "initiative");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->stage.window)), ==,
                   "Indsats nummer 2");
}

/* What it meant to ask a collection that has been closed since, it asks nobody. */
static void
test_overview_periods_are_asked_of_what_is_open (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chooser = tal_period_chooser_new ();

  gtk_window_set_child (GTK_WINDOW (window), chooser);
  gtk_window_present (GTK_WINDOW (window));
  tal_test_stage_show_frame (chooser);
  tal_period_chooser_set_workspace (TAL_PERIOD_CHOOSER (chooser),
                                    tal_window_get_workspace (fixture->stage.window));
  tal_period_chooser_set_workspace (TAL_PERIOD_CHOOSER (chooser), NULL);
  tal_test_stage_show_frame (chooser);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

#define ADD(name, test) g_test_add ("/ui/overview/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("has-widgets-for-what-is-seen", test_overview_has_widgets_for_what_is_seen);
  ADD ("rows-touch-and-do-not-overlap", test_overview_rows_touch_and_do_not_overlap);
  ADD ("focus-walks-to-rows-without-a-widget", test_overview_focus_walks_to_rows_without_a_widget);
  ADD ("keys-go-to-the-ends-and-by-pages", test_overview_keys_go_to_the_ends_and_by_pages);
  ADD ("keeps-the-row-with-the-focus", test_overview_keeps_the_row_with_the_focus);
  ADD ("an-edit-touches-its-row-alone", test_overview_an_edit_touches_its_row_alone);
  ADD ("stays-where-it-is-when-rows-above-change",
       test_overview_stays_where_it_is_when_rows_above_change);
  ADD ("a-row-opens-its-initiative", test_overview_a_row_opens_its_initiative);
  ADD ("periods-are-asked-of-what-is-open", test_overview_periods_are_asked_of_what_is_open);
#undef ADD

  return g_test_run ();
}
