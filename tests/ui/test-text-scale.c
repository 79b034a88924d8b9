/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text twice as large. */

#include "config.h"

#include "ui/common/tal-text-scale.h"
#include "ui/tal-test-stage.h"

#include <adwaita.h>

#define USUAL (96 * 1024)

static void
set_dots_per_inch (int dots_per_inch)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dots_per_inch, NULL);
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

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 77;

  g_test_add_func ("/ui/text-scale/makes-windows-larger", test_text_scale_makes_windows_larger);
  return g_test_run ();
}
