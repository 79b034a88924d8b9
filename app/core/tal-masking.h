/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small counts in a table that leaves the program: which cells must be hidden so that
 * nobody can be recognised in it.
 *
 * A count from 1 to one below its limit is hidden (primary suppression), and so many more
 * beside it that no hidden small count follows from what is shown (secondary suppression):
 * not from a total and its other parts, not from differences of totals, and not because only
 * one number is left for it, as where two hidden counts are two together.  The partner is the
 * smallest other part that is not zero, before that one which hides a small count of the other
 * direction as well; the total only where no part is left.  This is the common practice of
 * statistical offices, and of Statistics Denmark's rules for what may be taken out of its
 * research machines; the choice of partners is this program's own and no office's.
 *
 * It protects exact values alone.  That a hidden count lies between two bounds may still be
 * seen, and it does not know what other tables say.  It decides nothing about what is shown
 * inside the program.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The limit where a series has none of its own. */
#define TAL_MASKING_LIMIT 5

typedef enum
{
  TAL_MASK_NONE,
  TAL_MASK_SMALL,   /* a small count, or a share that rests on one or leaves one */
  TAL_MASK_PARTNER, /* hidden so that a small one cannot be computed */
} TalMask;

typedef struct _TalMasking TalMasking;

/* An empty table.  With 'masks_zero' a count of zero is small too. */
TalMasking *tal_masking_new (gboolean masks_zero);
void        tal_masking_free (TalMasking *self);

/* A printed count, no less than zero; 'limit' 0 may be shown however small.  Returns the
 * cell's number: cells are numbered from 0. */
guint tal_masking_add_count (TalMasking *self, gint64 count, int limit);
/* A cell without a value, which is shown as missing. */
guint tal_masking_add_missing (TalMasking *self);

/* The parts make the total up: "i alt". */
void tal_masking_add_total (TalMasking *self, guint total, const guint *parts, guint n_parts);
/* The part is in the whole, with a rest that is not printed: "heraf".  A small rest is
 * protected like a small count. */
void tal_masking_add_of_which (TalMasking *self, guint whole, guint part);
/* The totals of a rectangle that was added row by row from the cell 'first' on, and whose
 * last row and last column are totals. */
void tal_masking_add_grid_totals (TalMasking *self, guint first, guint n_rows, guint n_columns);

/* A printed share of two cells, or of counts that are not printed.  The shares of a
 * distribution are given as shares of cells with their total, also where the counts are not
 * printed: the one that is left out would be what lacks in 100.  Returns its number: shares
 * are numbered from 0. */
guint tal_masking_add_share (TalMasking *self, guint numerator, guint denominator);
guint tal_masking_add_share_of_counts (TalMasking *self,
                                       gint64      numerator,
                                       gint64      denominator,
                                       int         limit);

/* Decides; the same table is always decided alike. */
void    tal_masking_apply (TalMasking *self);
TalMask tal_masking_get_mask (const TalMasking *self, guint cell);
TalMask tal_masking_get_share_mask (const TalMasking *self, guint share);

/* What stands in a hidden cell, "*" alone, which is read again as withheld; NULL where the
 * value is shown. */
const char *tal_mask_get_mark (TalMask mask);
/* Under such a table: "* Antal under 5 er ikke vist af hensyn til diskretion." */
char *tal_masking_write_note (int limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalMasking, tal_masking_free)

G_END_DECLS
