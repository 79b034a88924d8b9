/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a measurement says: a ratio of two times of one run, beside the most it may be. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints it; the times are in microseconds and 'most' in thousandths, so that no locale comes
 * near the decimals.  Whether it is no more. */
gboolean ratio_report (const char *what, gint64 numerator, gint64 denominator, gint64 most);

/* Of rounds: the least of what was measured. */
void ratio_keep_least (gint64 *least, gint64 measured);

G_END_DECLS
