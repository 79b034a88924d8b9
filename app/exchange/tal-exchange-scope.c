/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-exchange-scope.h"

struct _TalExchangeScope
{
  GArray   *plans;       /* of TalId, sorted */
  GArray   *initiatives; /* of TalId, sorted */
  TalPeriod period;
};

static void
add_sorted (GArray *ids, TalId id)
{
  guint position = 0;

  while (position < ids->len && tal_id_compare (g_array_index (ids, TalId, position), id) < 0)
    position++;
  if (position < ids->len && tal_id_is_equal (g_array_index (ids, TalId, position), id))
    return;

  g_array_insert_val (ids, position, id);
}

static gboolean
ids_are_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!tal_id_is_equal (g_array_index (a, TalId, i), g_array_index (b, TalId, i)))
        return FALSE;
    }

  return TRUE;
}

TalExchangeScope *
tal_exchange_scope_new (void)
{
  TalExchangeScope *self = g_new0 (TalExchangeScope, 1);

  self->plans = g_array_new (FALSE, FALSE, sizeof (TalId));
  self->initiatives = g_array_new (FALSE, FALSE, sizeof (TalId));
  self->period = TAL_PERIOD_UNSET;
  return self;
}

TalExchangeScope *
tal_exchange_scope_copy (const TalExchangeScope *self)
{
  TalExchangeScope *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (TalExchangeScope, 1);
  copy->plans = g_array_copy (self->plans);
  copy->initiatives = g_array_copy (self->initiatives);
  copy->period = self->period;
  return copy;
}

void
tal_exchange_scope_free (TalExchangeScope *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->plans);
  g_array_unref (self->initiatives);
  g_free (self);
}

void
tal_exchange_scope_add_plan (TalExchangeScope *self, TalId plan)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!tal_id_is_none (plan));

  add_sorted (self->plans, plan);
}

void
tal_exchange_scope_add_initiative (TalExchangeScope *self, TalId initiative)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!tal_id_is_none (initiative));

  add_sorted (self->initiatives, initiative);
}

void
tal_exchange_scope_set_period (TalExchangeScope *self, TalPeriod period)
{
  g_return_if_fail (self != NULL);

  self->period = period;
}

const GArray *
tal_exchange_scope_get_plans (const TalExchangeScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plans;
}

const GArray *
tal_exchange_scope_get_initiatives (const TalExchangeScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->initiatives;
}

TalPeriod
tal_exchange_scope_get_period (const TalExchangeScope *self)
{
  g_return_val_if_fail (self != NULL, TAL_PERIOD_UNSET);

  return self->period;
}

gboolean
tal_exchange_scope_is_everything (const TalExchangeScope *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->plans->len == 0 && self->initiatives->len == 0 && !tal_period_is_set (self->period);
}

gboolean
tal_exchange_scope_is_equal (const TalExchangeScope *self, const TalExchangeScope *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return ids_are_equal (self->plans, other->plans) &&
         ids_are_equal (self->initiatives, other->initiatives) &&
         tal_period_is_equal (self->period, other->period);
}
