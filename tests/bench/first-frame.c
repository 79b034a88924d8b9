/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/first-frame.h"

#include <unistd.h>

gint64
first_frame_get_age (void)
{
  return g_get_monotonic_time () - g_ascii_strtoll (g_getenv (FIRST_FRAME_STARTED), NULL, 10);
}

gint64
first_frame_get_memory (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv)   words = NULL;

  /* Its second word counts the pages that are in memory. */
  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;

  words = g_strsplit (text, " ", 3);
  return g_ascii_strtoll (words[1], NULL, 10) * sysconf (_SC_PAGESIZE) / 1024;
}

static void
after_paint_cb (GdkFrameClock *clock, GtkApplication *application)
{
  gint64 age = first_frame_get_age ();

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, application);
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", age, first_frame_get_memory ());
  g_application_quit (G_APPLICATION (application));
}

static void
realized_cb (GtkWidget *window, GtkApplication *application)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (after_paint_cb), application, 0);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect_object (window, "realize", G_CALLBACK (realized_cb), application,
                           G_CONNECT_AFTER);
}

void
first_frame_watch (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));
  if (g_getenv (FIRST_FRAME_STARTED) == NULL)
    g_error ("%s must say when the program was started", FIRST_FRAME_STARTED);

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
}
