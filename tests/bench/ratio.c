/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/ratio.h"

void
ratio_keep_least (gint64 *least, gint64 measured)
{
  *least = MIN (*least, measured);
}

gboolean
ratio_report (const char *what, gint64 numerator, gint64 denominator, gint64 most)
{
  gint64 ratio = numerator * 1000 / denominator;

  g_print ("%s: %" G_GINT64_FORMAT " / %" G_GINT64_FORMAT " us = %" G_GINT64_FORMAT ".%03d"
           " (at most %" G_GINT64_FORMAT ".%03d)%s\n",
           what, numerator, denominator, ratio / 1000, (int)(ratio % 1000), most / 1000,
           (int)(most % 1000), ratio <= most ? "" : "  TOO SLOW");
  return ratio <= most;
}
