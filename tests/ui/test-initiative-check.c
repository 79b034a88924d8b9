/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What does not look right in the figures of an initiative, and its ways out. */

#include "config.h"

#include "ui/common/tal-wrap-box.h"
#include "ui/initiatives/tal-finding-row.h"
#include "ui/initiatives/tal-initiative-page.h"
#include "ui/tal-test-stage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GOAL 5

static GPtrArray *
list_rows (TalTestStage *stage)
{
  return tal_test_stage_list_widgets (GTK_WIDGET (stage->window), TAL_TYPE_FINDING_ROW);
}

/* What Tab stops at in a row, by what it says: the first that begins so. */
static GtkWidget *
find_button (GtkWidget *row, const char *start)
{
  g_autoptr (GPtrArray) buttons = tal_test_stage_list_widgets (row, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);

      if (gtk_widget_get_visible (button) &&
          g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (button)), start))
        return button;
    }

  return NULL;
}

/* Of the share that its counts contradict; NULL while nothing says so. */
static GtkWidget *
find_share (TalTestStage *stage)
{
  g_autoptr (GPtrArray) rows = list_rows (stage);

  for (guint i = 0; i < rows->len; i++)
    {
      if (find_button (g_ptr_array_index (rows, i), _ ("Show calculation")) != NULL)
        return g_ptr_array_index (rows, i);
    }

  return NULL;
}

static gboolean
has_share (gpointer user_data)
{
  return find_share (user_data) != NULL;
}

static gboolean
has_no_share (gpointer user_data)
{
  return find_share (user_data) == NULL;
}

static void
open_checked (TalTestStage *stage)
{
  tal_test_stage_open (stage);
  tal_test_stage_show_goal (stage, GOAL);
  tal_test_stage_wait (has_share, stage);
}

static void
press_button (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_initiative_check_shows_how_a_share_comes_about (void)
{
  TalTestStage          stage = { NULL };
  GtkWidget            *button = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  gboolean              seen = FALSE;

  open_checked (&stage);
  button = find_button (find_share (&stage), _ ("Show calculation"));
  for (guint shown = 0; shown < 2; shown++)
    {
      labels = tal_test_stage_list_widgets (find_share (&stage), GTK_TYPE_LABEL);
      seen = FALSE;
      for (guint i = 0; i < labels->len; i++)
        {
          GtkWidget *label = g_ptr_array_index (labels, i);

          seen = seen || (gtk_widget_get_visible (label) &&
                          strstr (gtk_label_get_text (GTK_LABEL (label)), "348 ·") != NULL);
        }
      g_assert_true (seen == (shown != 0));
      g_clear_pointer (&labels, g_ptr_array_unref);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
    }

  tal_test_stage_close (&stage);
}

/* The way out is one change that can be undone, and whoever took it stands at the next. */
static void
take_way_out (const char *label, gboolean corrects)
{
  TalTestStage     stage = { NULL };
  TalWorkspace    *workspace = NULL;
  g_autofree char *before = NULL;

  open_checked (&stage);
  workspace = tal_window_get_workspace (stage.window);
  before = g_strdup (tal_workspace_get_undo_label (workspace));
  g_assert_null (find_button (find_share (&stage), label));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
      find_button (find_share (&stage), _ ("Show calculation"))), TRUE);
  press_button (find_button (find_share (&stage), label));
  tal_test_stage_wait (has_no_share, &stage);
  g_assert_cmpstr (tal_workspace_get_undo_label (workspace), !=, before);
  g_assert_true ((strstr (tal_workspace_get_undo_label (workspace), "16") != NULL) == corrects);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (stage.window)),
                                             TAL_TYPE_FINDING_ROW));

  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  tal_test_stage_wait (has_share, &stage);
  tal_test_stage_close (&stage);
}

static void
test_initiative_check_corrects_a_share (void)
{
  g_autofree char *label = g_strdup_printf (_ ("Correct to %s"), "16");

  take_way_out (label, TRUE);
}

static void
test_initiative_check_keeps_a_figure (void)
{
  take_way_out (_ ("Keep It"), FALSE);
}

static void
test_initiative_check_goes_to_the_goal (void)
{
  TalTestStage          stage = { NULL };
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char      *label = g_strdup_printf (_ ("Show goal %d"), 6);
  GtkWidget            *button = NULL;
  TalInitiativePage    *page = NULL;

  open_checked (&stage);
  rows = list_rows (&stage);
  for (guint i = 0; i < rows->len && button == NULL; i++)
    button = find_button (g_ptr_array_index (rows, i), label);
  press_button (button);
  page = TAL_INITIATIVE_PAGE (
      tal_test_stage_find_only (GTK_WIDGET (stage.window), TAL_TYPE_INITIATIVE_PAGE));
  g_assert_true (tal_id_is_equal (tal_initiative_page_get_goal (page),
                                  tal_test_stage_find_goal (&stage, 6)->goal->record.id));
  g_assert_true (tal_initiative_page_is_in_details (page));

  tal_test_stage_close (&stage);
}

static TalPeriod
get_year (int year)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, year, 1, &period));
  return period;
}

/* Of another year there is nothing to say of 2023. */
static void
test_initiative_check_follows_the_period (void)
{
  TalTestStage  stage = { NULL };
  TalWorkspace *workspace = NULL;

  open_checked (&stage);
  workspace = tal_window_get_workspace (stage.window);
  tal_workspace_set_period (workspace, get_year (2022));
  tal_test_stage_wait (has_no_share, &stage);
  tal_workspace_set_period (workspace, get_year (2023));
  tal_test_stage_wait (has_share, &stage);

  tal_test_stage_close (&stage);
}

/* Buttons that do not fit side by side stand on lines of their own. */
static void
test_initiative_check_buttons_find_room (void)
{
  GtkWidget *box = g_object_ref_sink (tal_wrap_box_new ());
  int        least = 0;
  int        best = 0;
  int        one = 0;
  int        three = 0;

  for (guint i = 0; i < 3; i++)
    tal_wrap_box_append (TAL_WRAP_BOX (box), gtk_button_new_with_label ("Vis beregning"));
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
  g_assert_cmpint (best, >, 3 * least);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, best, NULL, &one, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, least, NULL, &three, NULL, NULL);
  g_assert_cmpint (three, >, 3 * one);

  g_object_unref (box);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/initiative-check/shows-how-a-share-comes-about",
                   test_initiative_check_shows_how_a_share_comes_about);
  g_test_add_func ("/ui/initiative-check/corrects-a-share", test_initiative_check_corrects_a_share);
  g_test_add_func ("/ui/initiative-check/keeps-a-figure", test_initiative_check_keeps_a_figure);
  g_test_add_func ("/ui/initiative-check/goes-to-the-goal", test_initiative_check_goes_to_the_goal);
  g_test_add_func ("/ui/initiative-check/follows-the-period",
                   test_initiative_check_follows_the_period);
  g_test_add_func ("/ui/initiative-check/buttons-find-room",
                   test_initiative_check_buttons_find_room);
  return g_test_run ();
}
