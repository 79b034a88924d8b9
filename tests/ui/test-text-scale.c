/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text twice as large, and names longer than a row of the toolkit shows. */

#include "config.h"

#include "ui/common/tal-text-scale.h"
#include "ui/initiatives/tal-goal-dialog.h"
#include "ui/tal-test-stage.h"

#include <adwaita.h>

#define USUAL (96 * 1024)
#define GOAL 5

static void
set_dots_per_inch (int dots_per_inch)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dots_per_inch, NULL);
}

/* The window over the main one. */
static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (each, TAL_TYPE_GOAL_DIALOG))
        return each;
    }
  return NULL;
}

static void
test_text_scale_makes_windows_larger (void)
{
  int width = 0;
  int height = 0;

  for (int times = 1; times <= 2; times++)
    {
      GtkWidget *window = adw_window_new ();
      GtkWidget *clamp = adw_clamp_new ();

      set_dots_per_inch (times * USUAL);
      gtk_window_set_default_size (GTK_WINDOW (window), 200, -1);
      adw_window_set_content (ADW_WINDOW (window), clamp);
      adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 150);
      tal_text_scale_grow (GTK_WINDOW (window));
      gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
      g_assert_cmpint (width, ==, 200 * times);
      g_assert_cmpint (height, ==, -1);
      g_assert_cmpint (adw_clamp_get_maximum_size (ADW_CLAMP (clamp)), ==, 150 * times);
      gtk_window_destroy (GTK_WINDOW (window));
    }

  set_dots_per_inch (USUAL / 2);
  g_assert_cmpint (tal_text_scale_pixels (200), ==, 200);
  set_dots_per_inch (USUAL);
}

/* The goal that a share is of has a name longer than 20 letters. */
static void
test_text_scale_choices_are_shown_whole (void)
{
  TalTestStage          stage = { NULL };
  GtkWidget            *dialog = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  guint                 n_whole = 0;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.edit-goal", NULL);
  tal_test_stage_settle ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  labels = tal_test_stage_list_widgets (dialog, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (!g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "Mål 4: deltagere i den") ||
          !gtk_widget_get_mapped (label))
        continue;
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
      g_assert_true (gtk_label_get_wrap (GTK_LABEL (label)));
      n_whole++;
    }
  g_assert_cmpuint (n_whole, >, 0);

  gtk_window_destroy (GTK_WINDOW (dialog));
  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 77;

  g_test_add_func ("/ui/text-scale/makes-windows-larger", test_text_scale_makes_windows_larger);
  g_test_add_func ("/ui/text-scale/choices-are-shown-whole",
                   test_text_scale_choices_are_shown_whole);
  return g_test_run ();
}
