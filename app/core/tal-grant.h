/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A grant: what one initiative gets from one source, its appropriations year by year.  Money of
 * different years is never added together, nor money said to be of different price levels; what
 * says nothing of its price level stands beside any.
 */

#pragma once

#include "base/tal-decimal.h"
#include "core/tal-appropriation.h"
#include "core/tal-catalogue.h"
#include "core/tal-plan.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalId       initiative;
  const char *source;     /* borrowed from the catalogue; NULL where none is named */
  GPtrArray  *lines;      /* const TalAppropriation *, borrowed, by year */
  int         first_year; /* of its amounts */
  int         last_year;
  TalExpiry   expiry;      /* as its last year says */
  int         expiry_year; /* where that is TAL_EXPIRY_YEAR */
} TalGrant;

/* Of one plan's initiatives, or of all of them where 'plan' is none: an array of TalGrant, by
 * initiative and then in the order in which they were made. */
GPtrArray *tal_grant_list (const TalCatalogue *catalogue, TalId plan);
/* The grants that some appropriations are, const TalAppropriation * in the catalogue's order. */
GPtrArray *tal_grant_list_of_lines (const GPtrArray *lines);

/* Of the year, in kroner; TAL_DECIMAL_NONE where none is stated. */
TalDecimal tal_grant_get_amount (const TalGrant *self, int year);
/* Whether each of its years has the amount of its last. */
gboolean tal_grant_is_even (const TalGrant *self);
/* Whether it has ended when 'year' begins. */
gboolean tal_grant_is_expired (const TalGrant *self, int year);

typedef enum
{
  TAL_GRANT_SUM_NOTHING, /* no grant has an amount */
  TAL_GRANT_SUM_KNOWN,
  TAL_GRANT_SUM_PRICE_LEVELS, /* they are of different price levels */
  TAL_GRANT_SUM_YEARS,        /* their last years differ */
} TalGrantSum;

/* The amounts of the grants' last years, in kroner; 'ret_kroner' is set where it is known. */
TalGrantSum tal_grant_sum (const GPtrArray *grants, TalDecimal *ret_kroner);
/* Where the plan states what its grants are in all and they add up to something else: what they
 * add up to, and how far apart the two are. */
gboolean tal_grant_find_disagreement (const GPtrArray *grants,
                                      const TalPlan   *plan,
                                      TalDecimal      *ret_kroner,
                                      TalDecimal      *ret_difference);
/* "2020" where every grant's last year has that price level; NULL where one says nothing of it or
 * they differ.  Borrowed. */
const char *tal_grant_find_price_level (const GPtrArray *grants);

G_END_DECLS
