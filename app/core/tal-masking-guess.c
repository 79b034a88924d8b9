/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-masking-guess.h"

/* How many numbers may change together, and how many changes are tried for one number: a
 * table of a hundred small counts stays within them by far. */
#define MAX_CHANGES 16
#define MAX_TRIALS 20000

typedef struct
{
  const GArray *numbers;
  const GArray *sums;
  guint         target;
  gint8        *changes;  /* by number: −1, 0 or 1 */
  int          *offsets;  /* by sum: how much the whole is changed more than its parts */
  guint         n_uneven; /* sums with an offset */
  guint         n_trials;
} Search;

static const TalMaskingNumber *
get_number (const Search *search, guint number)
{
  return &g_array_index (search->numbers, TalMaskingNumber, number);
}

static const TalMaskingSum *
get_sum (const Search *search, guint sum)
{
  return &g_array_index (search->sums, TalMaskingSum, sum);
}

static void
change (Search *search, guint number, int by)
{
  const GArray *sums = get_number (search, number)->sums;

  search->changes[number] = (gint8)(search->changes[number] + by);
  for (guint i = 0; i < sums->len; i++)
    {
      guint sum = g_array_index (sums, guint, i);
      int   before = search->offsets[sum];
      int   after = before + (get_sum (search, sum)->whole == number ? by : -by);

      search->offsets[sum] = after;
      search->n_uneven += (after != 0 ? 1 : 0);
      search->n_uneven -= (before != 0 ? 1 : 0);
    }
}

static gboolean
may_change (const Search *search, guint number, int by)
{
  const TalMaskingNumber *each = get_number (search, number);

  return each->unknown && search->changes[number] == 0 && each->value >= each->least - by;
}

static gboolean mend (Search *search, guint n_left);

static gboolean
try_change (Search *search, guint number, int by, guint n_left)
{
  gboolean found = FALSE;

  if (!may_change (search, number, by) || search->n_trials >= MAX_TRIALS)
    return FALSE;

  search->n_trials++;
  change (search, number, by);
  found = mend (search, n_left - 1);
  change (search, number, -by);
  return found;
}

/* Makes the first sum that does not hold hold again, in each way there is. */
static gboolean
mend (Search *search, guint n_left)
{
  const TalMaskingSum *sum = NULL;
  guint                uneven = 0;
  int                  by = 0;

  if (search->n_uneven == 0)
    return TRUE;
  if (n_left == 0)
    return FALSE;

  while (search->offsets[uneven] == 0)
    uneven++;
  sum = get_sum (search, uneven);
  by = search->offsets[uneven] > 0 ? 1 : -1;
  for (guint i = 0; i < sum->parts->len; i++)
    {
      if (try_change (search, g_array_index (sum->parts, guint, i), by, n_left))
        return TRUE;
    }

  return try_change (search, sum->whole, -by, n_left);
}

/* Few changes first: most tables have a neighbour that differs in four cells. */
static gboolean
find_neighbour (Search *search, int by)
{
  const TalMaskingNumber *target = get_number (search, search->target);

  if (by > 0 && target->value >= target->most)
    return FALSE;

  search->n_trials = 0;
  for (guint n_changes = 1; n_changes <= MAX_CHANGES; n_changes++)
    {
      if (try_change (search, search->target, by, n_changes))
        return TRUE;
    }

  return FALSE;
}

static GArray *
new_zeros (guint length, gsize size)
{
  GArray *zeros = g_array_new (FALSE, TRUE, (guint)size);

  return g_array_set_size (zeros, length);
}

gboolean
tal_masking_can_guess (const GArray *numbers, const GArray *sums, guint number)
{
  g_autoptr (GArray) changes = new_zeros (numbers->len, sizeof (gint8));
  g_autoptr (GArray) offsets = new_zeros (sums->len, sizeof (int));
  Search             search = {
                .numbers = numbers,
                .sums = sums,
                .target = number,
                .changes = (gint8 *)(gpointer)changes->data,
                .offsets = (int *)(gpointer)offsets->data,
  };

  g_return_val_if_fail (number < numbers->len, TRUE);

  return !find_neighbour (&search, -1) && !find_neighbour (&search, 1);
}
