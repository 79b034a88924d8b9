/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-label-spread.h"

/* Labels that touch and therefore move together. */
typedef struct
{
  double sum; /* of where they want to be, each less the labels above it */
  guint  length;
} Pool;

static int
compare_wanted (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TalChartSpreadLabel *labels = user_data;
  guint                      one = *(const guint *)a;
  guint                      other = *(const guint *)b;

  if (labels[one].wanted < labels[other].wanted)
    return -1;
  if (labels[one].wanted > labels[other].wanted)
    return 1;
  return one < other ? -1 : one > other;
}

static double
get_mean (const Pool *pool)
{
  return pool->sum / pool->length;
}

static const Pool *
get_last (const GArray *pools, guint from_end)
{
  return &g_array_index (pools, Pool, pools->len - from_end);
}

/* Pools in order, each mean above the one before it. */
static GArray *
pool_violators (const TalChartSpreadLabel *labels, const guint *order, guint n_labels)
{
  GArray *pools = g_array_new (FALSE, FALSE, sizeof (Pool));
  double  above = 0;

  for (guint i = 0; i < n_labels; i++)
    {
      const TalChartSpreadLabel *label = &labels[order[i]];
      Pool                       pool = { label->wanted - label->height / 2 - above, 1 };

      g_array_append_val (pools, pool);
      above += label->height;
      while (pools->len > 1 && get_mean (get_last (pools, 2)) > get_mean (get_last (pools, 1)))
        {
          pool = *get_last (pools, 1);
          g_array_set_size (pools, pools->len - 1);
          g_array_index (pools, Pool, pools->len - 1).sum += pool.sum;
          g_array_index (pools, Pool, pools->len - 1).length += pool.length;
        }
    }

  return pools;
}

gboolean
tal_chart_label_spread_place (TalChartSpreadLabel *labels, guint n_labels, double least, double most)
{
  g_autoptr (GArray) pools = NULL;
  g_autofree guint  *order = NULL;
  double             slack = most - least;
  double             above = 0;
  guint              next = 0;

  g_return_val_if_fail (labels != NULL || n_labels == 0, FALSE);

  for (guint i = 0; i < n_labels; i++)
    slack -= labels[i].height;
  if (slack < 0)
    return FALSE;

  order = g_new (guint, n_labels);
  for (guint i = 0; i < n_labels; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n_labels, sizeof *order, compare_wanted, labels);
  pools = pool_violators (labels, order, n_labels);
  for (guint i = 0; i < pools->len; i++)
    {
      const Pool *pool = &g_array_index (pools, Pool, i);
      double      start = CLAMP (get_mean (pool), least, least + slack);

      for (guint j = 0; j < pool->length; j++)
        {
          TalChartSpreadLabel *label = &labels[order[next++]];

          label->middle = start + above + label->height / 2;
          above += label->height;
        }
    }

  return TRUE;
}
