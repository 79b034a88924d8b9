/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-text-scale.h"

#include <adwaita.h>

/* Of text at its usual size, as the toolkit counts them. */
#define DOTS_PER_INCH (96 * 1024)
/* What stays free of the screen around a window that has grown. */
#define MARGIN 24

int
tal_text_scale_pixels (int pixels)
{
  int dots_per_inch = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dots_per_inch, NULL);
  return dots_per_inch > DOTS_PER_INCH ? (int)((gint64)pixels * dots_per_inch / DOTS_PER_INCH)
                                       : pixels;
}

void
tal_text_scale_widen (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (ADW_IS_CLAMP (root) || ADW_IS_CLAMP_SCROLLABLE (root))
    {
      int most = 0;
      int ease = 0;

      g_object_get (root, "maximum-size", &most, "tightening-threshold", &ease, NULL);
      g_object_set (root, "maximum-size", tal_text_scale_pixels (most), "tightening-threshold",
                    tal_text_scale_pixels (ease), NULL);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tal_text_scale_widen (child);
}

/* Of the smallest screen: nobody knows on which one the window will be shown. */
static void
find_room (int *ret_width, int *ret_height)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());

  *ret_width = G_MAXINT;
  *ret_height = G_MAXINT;
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle           place;

      gdk_monitor_get_geometry (monitor, &place);
      *ret_width = MIN (*ret_width, place.width - 2 * MARGIN);
      *ret_height = MIN (*ret_height, place.height - 2 * MARGIN);
    }
}

/* A side that follows what is in the window (-1) does so already. */
static int
grow (int side, int room)
{
  return side > 0 ? MAX (side, MIN (tal_text_scale_pixels (side), room)) : side;
}

void
tal_text_scale_grow (GtkWindow *window)
{
  int width = 0;
  int height = 0;
  int room_wide = 0;
  int room_high = 0;

  g_return_if_fail (GTK_IS_WINDOW (window));

  find_room (&room_wide, &room_high);
  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window, grow (width, room_wide), grow (height, room_high));
  tal_text_scale_widen (GTK_WIDGET (window));
}
