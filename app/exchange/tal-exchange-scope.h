/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What part of a collection an exchange file is about: some plans, some
 * initiatives, one period, or everything.
 *
 * It only names; what belongs to what it names is found by TalExchangeSelection.
 */

#pragma once

#include "base/tal-id.h"
#include "core/tal-period.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalExchangeScope TalExchangeScope;

/* Everything, until something is added. */
TalExchangeScope *tal_exchange_scope_new (void);
TalExchangeScope *tal_exchange_scope_copy (const TalExchangeScope *self);
void              tal_exchange_scope_free (TalExchangeScope *self);

/* An id that is there already is not added again. */
void tal_exchange_scope_add_plan (TalExchangeScope *self, TalId plan);
void tal_exchange_scope_add_initiative (TalExchangeScope *self, TalId initiative);
/* Only the figures whose period lies within this one.  Unset is all of them. */
void tal_exchange_scope_set_period (TalExchangeScope *self, TalPeriod period);

/* Sorted arrays of TalId, borrowed. */
const GArray *tal_exchange_scope_get_plans (const TalExchangeScope *self);
const GArray *tal_exchange_scope_get_initiatives (const TalExchangeScope *self);
TalPeriod     tal_exchange_scope_get_period (const TalExchangeScope *self);

/* Whether it names no plan, no initiative and no period. */
gboolean tal_exchange_scope_is_everything (const TalExchangeScope *self);
gboolean tal_exchange_scope_is_equal (const TalExchangeScope *self, const TalExchangeScope *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalExchangeScope, tal_exchange_scope_free)

G_END_DECLS
