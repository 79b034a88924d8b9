/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-masking.h"

#include "core/tal-masking-guess.h"

typedef struct
{
  TalMask  mask;
  gboolean missing;
  gboolean printed; /* a rest is not */
  gboolean small;
  int      limit;
} Cell;

/* Of cells of the table where they are printed, else G_MAXUINT. */
typedef struct
{
  guint   numerator;
  guint   denominator;
  TalMask mask;
} Share;

/* The numbers and the cells are of the same positions. */
struct _TalMasking
{
  gboolean masks_zero;
  GArray  *numbers; /* of TalMaskingNumber */
  GArray  *cells;   /* of Cell */
  GArray  *sums;    /* of TalMaskingSum */
  GArray  *shares;  /* of Share */
};

static TalMaskingNumber *
get_number (const TalMasking *self, guint cell)
{
  return &g_array_index (self->numbers, TalMaskingNumber, cell);
}

static Cell *
get_cell (const TalMasking *self, guint cell)
{
  return &g_array_index (self->cells, Cell, cell);
}

static const TalMaskingSum *
get_sum (const TalMasking *self, guint sum)
{
  return &g_array_index (self->sums, TalMaskingSum, sum);
}

static gboolean
is_small (const TalMasking *self, gint64 count, int limit)
{
  return count < limit && (count > 0 || (self->masks_zero && count == 0));
}

static void
clear_number (gpointer number)
{
  g_array_unref (((TalMaskingNumber *)number)->sums);
}

static void
clear_sum (gpointer sum)
{
  g_array_unref (((TalMaskingSum *)sum)->parts);
}

TalMasking *
tal_masking_new (gboolean masks_zero)
{
  TalMasking *self = g_new0 (TalMasking, 1);

  self->masks_zero = masks_zero;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (TalMaskingNumber));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->sums = g_array_new (FALSE, FALSE, sizeof (TalMaskingSum));
  self->shares = g_array_new (FALSE, FALSE, sizeof (Share));
  g_array_set_clear_func (self->numbers, clear_number);
  g_array_set_clear_func (self->sums, clear_sum);
  return self;
}

void
tal_masking_free (TalMasking *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->numbers);
  g_array_unref (self->cells);
  g_array_unref (self->sums);
  g_array_unref (self->shares);
  g_free (self);
}

static guint
add_cell (TalMasking *self, gint64 count, int limit)
{
  Cell cell = { .printed = TRUE, .small = is_small (self, count, limit), .limit = limit };
  TalMaskingNumber number = {
    .value = count,
    .least = self->masks_zero ? 0 : 1,
    /* Another value that would be hidden as well, where there is one. */
    .most = cell.small && limit > (self->masks_zero ? 1 : 2) ? limit - 1 : G_MAXINT64,
    .sums = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  g_array_append_val (self->cells, cell);
  g_array_append_val (self->numbers, number);
  return self->cells->len - 1;
}

guint
tal_masking_add_count (TalMasking *self, gint64 count, int limit)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (count >= 0 && limit >= 0, 0);

  return add_cell (self, count, limit);
}

guint
tal_masking_add_missing (TalMasking *self)
{
  guint cell;

  g_return_val_if_fail (self != NULL, 0);

  cell = add_cell (self, 0, 0);
  get_cell (self, cell)->missing = TRUE;
  return cell;
}

static void
add_sum (TalMasking *self, guint whole, const guint *parts, guint n_parts)
{
  TalMaskingSum sum = { whole, g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint         number = self->sums->len;

  g_array_append_vals (sum.parts, parts, n_parts);
  g_array_append_val (self->sums, sum);
  g_array_append_val (get_number (self, whole)->sums, number);
  for (guint i = 0; i < n_parts; i++)
    g_array_append_val (get_number (self, parts[i])->sums, number);
}

void
tal_masking_add_total (TalMasking *self, guint total, const guint *parts, guint n_parts)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (total < self->cells->len);

  for (guint i = 0; i < n_parts; i++)
    g_return_if_fail (parts[i] < self->cells->len);

  add_sum (self, total, parts, n_parts);
}

void
tal_masking_add_of_which (TalMasking *self, guint whole, guint part)
{
  gint64 rest;
  guint  parts[2] = { part };

  g_return_if_fail (self != NULL);
  g_return_if_fail (whole < self->cells->len && part < self->cells->len);

  rest = get_number (self, whole)->value - get_number (self, part)->value;
  /* What is more than its whole is no part of it, and nothing follows from it. */
  if (rest < 0 || get_cell (self, whole)->missing || get_cell (self, part)->missing)
    return;

  parts[1] = add_cell (self, rest, get_cell (self, part)->limit);
  get_cell (self, parts[1])->printed = FALSE;
  get_number (self, parts[1])->least = 0;
  get_number (self, parts[1])->unknown = TRUE;
  add_sum (self, whole, parts, 2);
}

void
tal_masking_add_grid_totals (TalMasking *self, guint first, guint n_rows, guint n_columns)
{
  g_autofree guint *parts = g_new (guint, MAX (n_rows, n_columns) + 1);

  g_return_if_fail (self != NULL);
  g_return_if_fail (n_rows > 1 && n_columns > 1);
  g_return_if_fail (first + n_rows * n_columns <= self->cells->len);

  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < n_columns; column++)
        parts[column] = first + row * n_columns + column;
      add_sum (self, parts[n_columns - 1], parts, n_columns - 1);
    }
  for (guint column = 0; column < n_columns; column++)
    {
      for (guint row = 0; row < n_rows; row++)
        parts[row] = first + row * n_columns + column;
      add_sum (self, parts[n_rows - 1], parts, n_rows - 1);
    }
}

static gint64
get_value (const TalMasking *self, guint cell)
{
  return get_number (self, cell)->value;
}

guint
tal_masking_add_share (TalMasking *self, guint numerator, guint denominator)
{
  Share share = { numerator, denominator, TAL_MASK_NONE };

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (numerator < self->cells->len && denominator < self->cells->len, 0);

  if (get_cell (self, numerator)->missing || get_cell (self, denominator)->missing)
    share.mask = TAL_MASK_NONE;
  else if (get_cell (self, numerator)->small ||
           is_small (self, get_value (self, denominator) - get_value (self, numerator),
                     get_cell (self, numerator)->limit))
    share.mask = TAL_MASK_SMALL;
  tal_masking_add_of_which (self, denominator, numerator);
  g_array_append_val (self->shares, share);
  return self->shares->len - 1;
}

guint
tal_masking_add_share_of_counts (TalMasking *self, gint64 numerator, gint64 denominator, int limit)
{
  Share share = { G_MAXUINT, G_MAXUINT, TAL_MASK_NONE };

  g_return_val_if_fail (self != NULL, 0);

  if (is_small (self, numerator, limit) || is_small (self, denominator - numerator, limit))
    share.mask = TAL_MASK_SMALL;
  g_array_append_val (self->shares, share);
  return self->shares->len - 1;
}

static void
hide (TalMasking *self, guint cell, TalMask mask)
{
  get_cell (self, cell)->mask = mask;
  get_number (self, cell)->unknown = mask != TAL_MASK_NONE;
}

static gboolean
may_hide (const TalMasking *self, guint number)
{
  const Cell *cell = get_cell (self, number);

  return cell->printed && !cell->missing && cell->mask == TAL_MASK_NONE &&
         (get_value (self, number) > 0 || self->masks_zero);
}

static guint
count_unknowns (const TalMasking *self, const TalMaskingSum *sum)
{
  guint count = get_number (self, sum->whole)->unknown ? 1 : 0;

  for (guint i = 0; i < sum->parts->len; i++)
    count += get_number (self, g_array_index (sum->parts, guint, i))->unknown ? 1 : 0;
  return count;
}

/* Its other sums that nothing is hidden in yet: each would need a partner of its own. */
static guint
count_untouched (const TalMasking *self, guint cell)
{
  const GArray *sums = get_number (self, cell)->sums;
  guint         count = 0;

  for (guint i = 0; i < sums->len; i++)
    count += count_unknowns (self, get_sum (self, g_array_index (sums, guint, i))) == 0 ? 1 : 0;
  return count;
}

static gboolean
is_better_partner (const TalMasking *self, guint a, guint b)
{
  guint untouched_a = count_untouched (self, a);
  guint untouched_b = count_untouched (self, b);

  if (untouched_a != untouched_b)
    return untouched_a < untouched_b;

  return get_value (self, a) < get_value (self, b);
}

/* The best of the parts, else the whole. */
static gboolean
find_partner (const TalMasking *self, const TalMaskingSum *sum, guint *ret_partner)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < sum->parts->len; i++)
    {
      guint part = g_array_index (sum->parts, guint, i);

      if (may_hide (self, part) && (best == G_MAXUINT || is_better_partner (self, part, best)))
        best = part;
    }
  if (best == G_MAXUINT && may_hide (self, sum->whole))
    best = sum->whole;
  if (best == G_MAXUINT)
    return FALSE;

  *ret_partner = best;
  return TRUE;
}

/* The sums that the unknown number hangs together with by other unknowns, its own first: an
 * array of guint. */
static GArray *
list_reachable_sums (const TalMasking *self, guint number)
{
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (self->sums->len, 1));
  g_autoptr (GArray)   open = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray              *reachable = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (open, number);
  for (guint i = 0; i < open->len; i++)
    {
      const GArray *own = get_number (self, g_array_index (open, guint, i))->sums;

      for (guint j = 0; j < own->len; j++)
        {
          guint                sum = g_array_index (own, guint, j);
          const TalMaskingSum *each = get_sum (self, sum);

          if (seen[sum])
            continue;
          seen[sum] = TRUE;
          g_array_append_val (reachable, sum);
          if (get_number (self, each->whole)->unknown)
            g_array_append_val (open, each->whole);
          for (guint k = 0; k < each->parts->len; k++)
            {
              guint part = g_array_index (each->parts, guint, k);

              if (get_number (self, part)->unknown)
                g_array_append_val (open, part);
            }
        }
    }
  return reachable;
}

/* A cell whose hiding helps the number: where it is alone in a sum, or what it hangs
 * together with is, else anywhere near it. */
static gboolean
choose_partner (const TalMasking *self, guint number, guint *ret_partner)
{
  g_autoptr (GArray) sums = list_reachable_sums (self, number);

  for (guint i = 0; i < sums->len; i++)
    {
      const TalMaskingSum *sum = get_sum (self, g_array_index (sums, guint, i));

      if (count_unknowns (self, sum) == 1 && find_partner (self, sum, ret_partner))
        return TRUE;
    }
  for (guint i = 0; i < sums->len; i++)
    {
      if (find_partner (self, get_sum (self, g_array_index (sums, guint, i)), ret_partner))
        return TRUE;
    }

  return FALSE;
}

static gboolean
can_guess (const TalMasking *self, guint number)
{
  return tal_masking_can_guess (self->numbers, self->sums, number);
}

/* More hidden cells leave a reader no wiser: a number that is safe stays so. */
static void
protect (TalMasking *self, guint number, GArray *partners)
{
  guint partner;

  while (can_guess (self, number) && choose_partner (self, number, &partner))
    {
      hide (self, partner, TAL_MASK_PARTNER);
      g_array_append_val (partners, partner);
    }
}

static guint
count_guessable (const TalMasking *self)
{
  guint count = 0;

  for (guint i = 0; i < self->cells->len; i++)
    count += get_cell (self, i)->small && can_guess (self, i) ? 1 : 0;
  return count;
}

/* Shows the partners again that later ones made needless. */
static void
show_needless (TalMasking *self, const GArray *partners)
{
  guint n_guessable = count_guessable (self);

  for (guint i = partners->len; i > 0; i--)
    {
      guint partner = g_array_index (partners, guint, i - 1);

      hide (self, partner, TAL_MASK_NONE);
      if (count_guessable (self) > n_guessable)
        hide (self, partner, TAL_MASK_PARTNER);
    }
}

static gboolean
is_hidden (const TalMasking *self, guint cell)
{
  return cell != G_MAXUINT && get_cell (self, cell)->mask != TAL_MASK_NONE;
}

void
tal_masking_apply (TalMasking *self)
{
  g_autoptr (GArray) partners = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = get_cell (self, i);

      if (cell->printed && !cell->missing)
        hide (self, i, cell->small ? TAL_MASK_SMALL : TAL_MASK_NONE);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (get_cell (self, i)->small)
        protect (self, i, partners);
    }
  show_needless (self, partners);

  for (guint i = 0; i < self->shares->len; i++)
    {
      Share *share = &g_array_index (self->shares, Share, i);

      if (share->mask != TAL_MASK_SMALL)
        share->mask = is_hidden (self, share->numerator) || is_hidden (self, share->denominator)
                          ? TAL_MASK_PARTNER
                          : TAL_MASK_NONE;
    }
}

TalMask
tal_masking_get_mask (const TalMasking *self, guint cell)
{
  g_return_val_if_fail (self != NULL && cell < self->cells->len, TAL_MASK_NONE);

  return get_cell (self, cell)->mask;
}

TalMask
tal_masking_get_share_mask (const TalMasking *self, guint share)
{
  g_return_val_if_fail (self != NULL && share < self->shares->len, TAL_MASK_NONE);

  return g_array_index (self->shares, Share, share).mask;
}

const char *
tal_mask_get_mark (TalMask mask)
{
  return mask != TAL_MASK_NONE ? "*" : NULL;
}

char *
tal_masking_write_note (int limit)
{
  return g_strdup_printf ("* Antal under %d er ikke vist af hensyn til diskretion.", limit);
}
