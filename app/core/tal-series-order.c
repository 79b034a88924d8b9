/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-series-order.h"

#include "core/tal-derive.h"

typedef struct
{
  guint      n_waiting; /* terms whose series has no place in the order yet */
  guint      depth;     /* 1 is an entered series */
  guint      steps;     /* figures read for one of its own; stops rising past the limit */
  GPtrArray *above;     /* of TalSeries, once for each term that names this one */
} Node;

struct _TalSeriesOrder
{
  GHashTable *nodes; /* TalSeries → Node */
};

static void
node_free (Node *node)
{
  g_ptr_array_unref (node->above);
  g_free (node);
}

static Node *
get_node (const TalSeriesOrder *self, const TalSeries *series)
{
  return g_hash_table_lookup (self->nodes, series);
}

static const TalSeries *
find_part (const TalCatalogue *catalogue, const TalSeries *series, guint position)
{
  const TalRecord *part = tal_catalogue_find (catalogue, TAL_KIND_SERIES,
                                              tal_series_get_term (series, position)->series);

  return part != NULL ? TAL_SERIES (part) : NULL;
}

static void
add_terms (TalSeriesOrder *self, const TalCatalogue *catalogue, const TalSeries *series)
{
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalSeries *part = find_part (catalogue, series, i);

      if (part == NULL)
        continue;
      g_ptr_array_add (get_node (self, part)->above, (gpointer)series);
      get_node (self, series)->n_waiting++;
    }
}

/* A change reads the sum above the line twice. */
static guint
count_readings (const TalSeries *series)
{
  return series->basis == TAL_BASIS_CHANGE || series->basis == TAL_BASIS_RELATIVE_CHANGE ? 2 : 1;
}

/* Hands the depth and steps on to those above, and takes along whoever waited for them
 * alone. */
static void
place_series (TalSeriesOrder *self, const TalSeries *series, GPtrArray *ready)
{
  const Node *node = get_node (self, series);

  for (guint i = 0; i < node->above->len; i++)
    {
      const TalSeries *above = g_ptr_array_index (node->above, i);
      Node            *whole = get_node (self, above);

      whole->depth = MAX (whole->depth, node->depth + 1);
      whole->steps =
          MIN (whole->steps + node->steps * count_readings (above), TAL_DERIVE_MAX_STEPS + 1);
      if (--whole->n_waiting == 0)
        g_ptr_array_add (ready, (gpointer)above);
    }
}

TalSeriesOrder *
tal_series_order_new (const TalCatalogue *catalogue)
{
  g_autoptr (GPtrArray)   ready = g_ptr_array_new ();
  TalSeriesOrder         *self = NULL;
  const TalRecord *const *records = NULL;
  guint                   length = 0;

  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_new0 (TalSeriesOrder, 1);
  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)node_free);
  records = tal_catalogue_get_records (catalogue, TAL_KIND_SERIES, &length);
  for (guint i = 0; i < length; i++)
    {
      Node *node = g_new0 (Node, 1);

      node->depth = node->steps = 1;
      node->above = g_ptr_array_new ();
      g_hash_table_insert (self->nodes, (gpointer)records[i], node);
    }

  for (guint i = 0; i < length; i++)
    add_terms (self, catalogue, TAL_SERIES (records[i]));
  for (guint i = 0; i < length; i++)
    {
      if (get_node (self, TAL_SERIES (records[i]))->n_waiting == 0)
        g_ptr_array_add (ready, (gpointer)records[i]);
    }

  for (guint i = 0; i < ready->len; i++)
    place_series (self, g_ptr_array_index (ready, i), ready);
  return self;
}

void
tal_series_order_free (TalSeriesOrder *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->nodes);
  g_free (self);
}

gboolean
tal_series_order_is_ring (const TalSeriesOrder *self, const TalSeries *series)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return get_node (self, series)->n_waiting > 0;
}

gboolean
tal_series_order_is_too_deep (const TalSeriesOrder *self, const TalSeries *series)
{
  const Node *node = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  node = get_node (self, series);
  return node->depth > TAL_DERIVE_MAX_DEPTH || node->steps > TAL_DERIVE_MAX_STEPS;
}

gboolean
tal_series_order_is_touched (const TalChangeSet *changes)
{
  g_return_val_if_fail (changes != NULL, FALSE);

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (change->key.kind == TAL_KIND_SERIES && change->after != NULL &&
          tal_series_get_n_terms (TAL_SERIES (change->after)) > 0)
        return TRUE;
    }

  return FALSE;
}
