/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on the page of an initiative below its goals. */

#include "config.h"

#include "ui/history/tal-history-page.h"
#include "ui/initiatives/tal-appropriation-row.h"
#include "ui/initiatives/tal-chip-row.h"
#include "ui/initiatives/tal-latest-changes.h"
#include "ui/tal-test-stage.h"

#include <string.h>

#define GOAL 5

static GtkWidget *
find_changes (TalTestStage *stage)
{
  return tal_test_stage_find_only (GTK_WIDGET (stage->window), TAL_TYPE_LATEST_CHANGES);
}

/* Of the newest change; NULL while none is shown. */
static const char *
get_newest (TalTestStage *stage)
{
  g_autoptr (GPtrArray) rows =
      tal_test_stage_list_widgets (find_changes (stage), GTK_TYPE_LIST_BOX_ROW);
  g_autoptr (GPtrArray) labels = NULL;

  if (rows->len == 0)
    return NULL;

  labels = tal_test_stage_list_widgets (g_ptr_array_index (rows, 0), GTK_TYPE_LABEL);
  return gtk_label_get_text (g_ptr_array_index (labels, 0));
}

static gboolean
has_changes (gpointer user_data)
{
  return get_newest (user_data) != NULL;
}

static gboolean
has_no_row (gpointer user_data)
{
  g_autoptr (GPtrArray) rows =
      tal_test_stage_list_widgets (GTK_WIDGET (((TalTestStage *)user_data)->window),
                                   TAL_TYPE_APPROPRIATION_ROW);

  return rows->len == 0;
}

/* What can be done again is what was undone last, and the history says so in the same words. */
static gboolean
shows_undoing (gpointer user_data)
{
  TalTestStage *stage = user_data;
  const char   *label = tal_workspace_get_redo_label (tal_window_get_workspace (stage->window));

  return label != NULL && strstr (get_newest (stage), label) != NULL;
}

static void
test_initiative_page_tells_the_latest_changes (void)
{
  TalTestStage          stage = { NULL };
  g_autoptr (GPtrArray) rows = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  tal_test_stage_wait (has_changes, &stage);
  rows = tal_test_stage_list_widgets (GTK_WIDGET (stage.window), TAL_TYPE_APPROPRIATION_ROW);
  gtk_widget_activate_action (g_ptr_array_index (rows, 0), "appropriation.remove", NULL);
  tal_test_stage_wait (has_no_row, &stage);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  tal_test_stage_wait (shows_undoing, &stage);

  tal_test_stage_close (&stage);
}

static void
test_initiative_page_opens_its_own_history (void)
{
  TalTestStage          stage = { NULL };
  g_autoptr (GPtrArray) choosers = NULL;
  GtkWidget            *page = NULL;
  guint                 n_narrowed = 0;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  tal_test_stage_wait (has_changes, &stage);
  gtk_widget_activate_action (find_changes (&stage), "changes.show-all", NULL);
  tal_test_stage_settle ();
  g_assert_cmpstr (tal_window_get_page_name (stage.window), ==, "history");
  page = tal_test_stage_find_only (GTK_WIDGET (stage.window), TAL_TYPE_HISTORY_PAGE);
  choosers = tal_test_stage_list_widgets (page, GTK_TYPE_DROP_DOWN);
  for (guint i = 0; i < choosers->len; i++)
    n_narrowed += gtk_drop_down_get_selected (g_ptr_array_index (choosers, i)) > 0 ? 1 : 0;
  g_assert_cmpuint (n_narrowed, ==, 1);

  tal_test_stage_close (&stage);
}

/* Whom it is for and where, a chip each; what is not stated takes no room. */
static void
test_initiative_page_shows_what_it_belongs_to (void)
{
  TalTestStage          stage = { NULL };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) labels = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  rows = tal_test_stage_list_widgets (GTK_WIDGET (stage.window), TAL_TYPE_CHIP_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_true (gtk_widget_get_visible (g_ptr_array_index (rows, 0)));
  g_assert_true (gtk_widget_get_visible (g_ptr_array_index (rows, 1)));
  g_assert_false (gtk_widget_get_visible (g_ptr_array_index (rows, 2)));
  labels = tal_test_stage_list_widgets (g_ptr_array_index (rows, 1), GTK_TYPE_LABEL);
  g_assert_cmpuint (labels->len, ==, 2);
  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (labels, 0)), ==, "Områder");
  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (labels, 1)), ==, "København");

  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/initiative-page/tells-the-latest-changes",
                   test_initiative_page_tells_the_latest_changes);
  g_test_add_func ("/ui/initiative-page/opens-its-own-history",
                   test_initiative_page_opens_its_own_history);
  g_test_add_func ("/ui/initiative-page/shows-what-it-belongs-to",
                   test_initiative_page_shows_what_it_belongs_to);
  return g_test_run ();
}
