/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody who reads a masked table can work out: unknown whole numbers that are bound
 * to one another by totals.
 *
 * A number is safe where another table would look the same on paper and has another value
 * there.  Such a table is searched for by changing a few unknowns by one, so that every
 * total still holds; what is found proves that the number is safe.  Where tables are sums of
 * rows and columns, also nested, every safe number has such a neighbour; where none is found
 * within the bounds of the search the number counts as known, which hides more and never
 * less.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64   value;
  gint64   least;   /* that a reader knows it to be */
  gint64   most;    /* within which another value must be found; G_MAXINT64 is any */
  gboolean unknown; /* to the reader */
  GArray  *sums;    /* of guint: the sums that it is in */
} TalMaskingNumber;

typedef struct
{
  guint   whole;
  GArray *parts; /* of guint */
} TalMaskingSum;

/* Whether a reader can tell the unknown number.  The arrays hold TalMaskingNumber and
 * TalMaskingSum. */
gboolean tal_masking_can_guess (const GArray *numbers, const GArray *sums, guint number);

G_END_DECLS
