/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a program's first window has painted its first frame, tells how long that took
 * since the program was started, and ends the program.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The environment variable with the time of the start, as g_get_monotonic_time has it. */
#define FIRST_FRAME_STARTED "INDSATSTAL_BENCH_STARTED"

/* Prints the microseconds as one line. */
void first_frame_watch (GtkApplication *application);

G_END_DECLS
