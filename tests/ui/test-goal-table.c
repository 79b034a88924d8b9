/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The goals of an initiative as the committee's table. */

#include "config.h"

#include "ui/common/tal-status-dot.h"
#include "ui/common/tal-wrapped-text.h"
#include "ui/initiatives/tal-goal-table-view.h"
#include "ui/initiatives/tal-initiative-page.h"
#include "ui/tal-test-stage.h"

#include <glib/gi18n.h>

#define GOAL 5

static GtkWidget *
find_widget (TalTestStage *stage, GType type)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (GTK_WIDGET (stage->window), type);

  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_index (found, 0);
}

static GtkListBox *
show_table (TalTestStage *stage)
{
  GtkWidget            *toggle = NULL;
  GtkWidget            *table = NULL;
  g_autoptr (GPtrArray) lists = NULL;

  tal_test_stage_open (stage);
  tal_test_stage_show_goal (stage, GOAL);
  toggle =
      tal_test_stage_find_titled (GTK_WIDGET (stage->window), GTK_TYPE_TOGGLE_BUTTON, _ ("Table"));
  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  table = find_widget (stage, TAL_TYPE_GOAL_TABLE_VIEW);
  g_assert_true (gtk_widget_get_mapped (table));
  lists = tal_test_stage_list_widgets (table, GTK_TYPE_LIST_BOX);
  return g_ptr_array_index (lists, 0);
}

static void
test_goal_table_chooses_the_goal (void)
{
  TalTestStage stage = { NULL };
  GtkListBox  *rows = show_table (&stage);
  GtkWidget   *page = find_widget (&stage, TAL_TYPE_INITIATIVE_PAGE);

  gtk_list_box_select_row (rows, gtk_list_box_get_row_at_index (rows, 2));
  g_assert_true (tal_id_is_equal (tal_initiative_page_get_goal (TAL_INITIATIVE_PAGE (page)),
                                  tal_test_stage_find_goal (&stage, 6)->goal->record.id));
  tal_test_stage_close (&stage);
}

static void
test_goal_table_shows_what_is_asked_for (void)
{
  TalTestStage stage = { NULL };
  GtkListBox  *rows = show_table (&stage);
  GtkWidget   *view = find_widget (&stage, TAL_TYPE_GOAL_TABLE_VIEW);

  g_assert_nonnull (gtk_list_box_get_row_at_index (rows, 2));
  g_assert_true (gtk_widget_activate_action (view, "columns.missed-only", NULL));
  g_assert_null (gtk_list_box_get_row_at_index (rows, 1));
  g_assert_true (gtk_widget_activate_action (view, "columns.layout", "s", "indicators"));
  g_assert_nonnull (tal_test_stage_find_titled (view, TAL_TYPE_WRAPPED_TEXT, "Realiseret"));
  g_assert_true (gtk_widget_activate_action (view, "goal-table.copy", NULL));
  tal_test_stage_close (&stage);
}

/* The one goal that was missed, whose figure is final. */
static void
test_goal_table_has_dots_that_differ_without_colour (void)
{
  TalTestStage          stage = { NULL };
  g_autoptr (GPtrArray) dots = NULL;
  GtkWidget            *view = NULL;
  TalMark               mark;

  show_table (&stage);
  view = find_widget (&stage, TAL_TYPE_GOAL_TABLE_VIEW);
  dots = tal_test_stage_list_widgets (view, TAL_TYPE_STATUS_DOT);
  g_assert_cmpuint (dots->len, ==, 0);
  g_clear_pointer (&dots, g_ptr_array_unref);

  g_assert_true (gtk_widget_activate_action (view, "columns.layout", "s", "indicators"));
  dots = tal_test_stage_list_widgets (view, TAL_TYPE_STATUS_DOT);
  g_assert_cmpuint (dots->len, ==, 3);
  mark = tal_status_dot_get_mark (g_ptr_array_index (dots, 0));
  g_assert_cmpint (mark.tone, ==, TAL_TONE_MET);
  mark = tal_status_dot_get_mark (g_ptr_array_index (dots, 1));
  g_assert_cmpint (mark.tone, ==, TAL_TONE_NOT_MET);
  g_assert_false (mark.hatched);
  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/goal-table/chooses-the-goal", test_goal_table_chooses_the_goal);
  g_test_add_func ("/ui/goal-table/shows-what-is-asked-for",
                   test_goal_table_shows_what_is_asked_for);
  g_test_add_func ("/ui/goal-table/has-dots-that-differ-without-colour",
                   test_goal_table_has_dots_that_differ_without_colour);
  return g_test_run ();
}
