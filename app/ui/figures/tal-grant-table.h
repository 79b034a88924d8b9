/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grants as rows of a table: who gets them and for what, from where, how much and until when. */

#pragma once

#include "core/tal-grant.h"
#include "core/tal-money-unit.h"
#include "ui/common/tal-text-table.h"

G_BEGIN_DECLS

/* Once, before it is filled. */
void tal_grant_table_add_columns (TalTextTable *table);
/* 'grants' is an array of TalGrant; 'year' is this year. */
void tal_grant_table_fill (TalTextTable       *table,
                           const TalCatalogue *catalogue,
                           const GPtrArray    *grants,
                           TalMoneyUnit        unit,
                           int                 year);

/* Why they are not added up, as a sentence; NULL where they are. */
const char *tal_grant_table_get_note (const GPtrArray *grants);
/* How the total that is stated differs from what they add up to; NULL where it doesn't. */
char *tal_grant_table_write_disagreement (const GPtrArray *grants,
                                          const TalPlan   *plan,
                                          TalMoneyUnit     unit);

G_END_DECLS
