/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the columns of a result grid stand, in pixels: the two that stay, then those that are
 * scrolled under them.  All rows of a grid share one.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int     number_width;
  int     title_width;
  int     width;  /* of the grid */
  int     scroll; /* how far the columns are scrolled */
  guint   n_columns;
  GArray *ends;  /* of int: where each column ends, from the first's start */
  guint   first; /* the columns that are seen, and the one that is active anyway */
  guint   last;
  guint   active;
} TalResultColumns;

TalResultColumns *tal_result_columns_new (void);
void              tal_result_columns_free (TalResultColumns *self);

/* How much of the grid the columns that stay take. */
int tal_result_columns_get_sticky (const TalResultColumns *self);
int tal_result_columns_get_total (const TalResultColumns *self);
/* From the first column's start, whatever is scrolled. */
int tal_result_columns_get_start (const TalResultColumns *self, guint column);
int tal_result_columns_get_width (const TalResultColumns *self, guint column);
/* Whether there must be a widget for it. */
gboolean tal_result_columns_is_needed (const TalResultColumns *self, guint column);
/* The column at a place of the grid; the nearest where there is none. */
guint tal_result_columns_find (const TalResultColumns *self, double x);
/* Scrolls to 'value' and finds which are seen. */
void tal_result_columns_scroll (TalResultColumns *self, int value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalResultColumns, tal_result_columns_free)

G_END_DECLS
