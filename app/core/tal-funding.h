/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The money set aside in the newest year that any is known for: of one initiative, or
 * of a whole plan.  Years are never added together; price levels differ between them.
 */

#pragma once

#include "base/tal-decimal.h"
#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int        year;
  TalDecimal kroner;
} TalFunding;

/* FALSE where nothing is set aside, or the sum is too large to show. */
gboolean tal_funding_find_initiative (const TalCatalogue *catalogue,
                                      TalId               initiative,
                                      TalFunding         *ret_funding);
gboolean tal_funding_find_plan (const TalCatalogue *catalogue, TalId plan, TalFunding *ret_funding);

G_END_DECLS
