/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/results/tal-result-columns.h"

TalResultColumns *
tal_result_columns_new (void)
{
  TalResultColumns *self = g_new0 (TalResultColumns, 1);

  self->ends = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

void
tal_result_columns_free (TalResultColumns *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->ends);
  g_free (self);
}

int
tal_result_columns_get_sticky (const TalResultColumns *self)
{
  return self->number_width + self->title_width;
}

int
tal_result_columns_get_total (const TalResultColumns *self)
{
  return self->ends->len > 0 ? g_array_index (self->ends, int, self->ends->len - 1) : 0;
}

int
tal_result_columns_get_start (const TalResultColumns *self, guint column)
{
  return column > 0 ? g_array_index (self->ends, int, column - 1) : 0;
}

int
tal_result_columns_get_width (const TalResultColumns *self, guint column)
{
  return g_array_index (self->ends, int, column) - tal_result_columns_get_start (self, column);
}

gboolean
tal_result_columns_is_needed (const TalResultColumns *self, guint column)
{
  return column < self->ends->len &&
         ((column >= self->first && column <= self->last) || column == self->active);
}

/* The first column that ends after 'x', counted from the first column's start. */
static guint
find_at (const TalResultColumns *self, int x)
{
  guint low = 0;
  guint high = self->ends->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->ends, int, middle) > x)
        high = middle;
      else
        low = middle + 1;
    }

  return self->ends->len > 0 ? MIN (low, self->ends->len - 1) : 0;
}

guint
tal_result_columns_find (const TalResultColumns *self, double x)
{
  return find_at (self, (int)x - tal_result_columns_get_sticky (self) + self->scroll);
}

void
tal_result_columns_scroll (TalResultColumns *self, int value)
{
  int seen = MAX (self->width - tal_result_columns_get_sticky (self), 1);

  self->scroll = value;
  self->first = find_at (self, value);
  self->last = find_at (self, value + seen - 1);
}
