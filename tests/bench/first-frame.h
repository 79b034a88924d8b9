/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a program's first window has painted its first frame, tells how long that took
 * since the program was started, and ends the program.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The environment variable with the time of the start, as g_get_monotonic_time has it. */
#define FIRST_FRAME_STARTED "INDSATSTAL_BENCH_STARTED"

/* Prints one line: the microseconds, and the memory that the program then has, in KiB. */
void first_frame_watch (GtkApplication *application);

/* For programs that measure more: microseconds since the start, and the memory that is in use
 * now, in KiB. */
gint64 first_frame_get_age (void);
gint64 first_frame_get_memory (void);

G_END_DECLS
