/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An exchange file of a department with many figures, the same each time it is written: initiatives
 * with eight goals each, and for each goal a series with a figure a month, a head count or a share in
 * turn.  Some figures are preliminary, one in seven has a remark, a few are missing.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MILLION_FIRST_YEAR 2004
/* For a number that says of what kind it is, and another. */
#define MILLION_ID "01900000-0000-7000-8000-%02x%010x"
#define MILLION_OF_SERIES 2

#define MILLION_SERIES 8 /* of an initiative */
#define MILLION_MONTHS 250

typedef struct
{
  guint n_initiatives;
  guint first_month; /* counted from the first */
  guint n_months;
  guint n_known; /* of the months before this one, one in six was corrected since */
} Million;

/* One figure of a series, as it stands in the file. */
typedef struct
{
  gint64      coefficient;
  guint       scale;
  gboolean    missing;
  gboolean    preliminary;
  gboolean    corrected;
  const char *note; /* or NULL */
} MillionFigure;

void million_get_figure (const Million *self, guint series, guint month, MillionFigure *ret_figure);
/* The number of its figures. */
guint million_count (const Million *self);
void  million_write_file (const Million *self, const char *path);

G_END_DECLS
