/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people are offered in one period, as the committee's papers table it: each target group's
 * offers with their courses, their part of the group's courses and their money, a sum below each
 * group and one below all.
 *
 * In it are entered counts of courses of a target group in an offer.  Those of a provider or an
 * initiative are other cuts of the same courses and are left out; so is the count of an offer
 * some of whose own parts are counted.  A sum is known where every figure in it is; what is not
 * applicable ("-": no separate line in the budget) counts as nothing.
 *
 * The words in it are Danish by rule, whatever the language of the program: they are members' own
 * names and the definition that papers print.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-derive.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_OFFER_ROW_OFFER,
  TAL_OFFER_ROW_SUM,   /* of a target group */
  TAL_OFFER_ROW_TOTAL, /* of all */
} TalOfferRowKind;

typedef struct
{
  TalOfferRowKind kind;
  char           *target_group; /* NULL of the total */
  char           *type;  /* what kind of offer: "Mentor (kap. 9)"; NULL where none is known */
  char           *offer; /* of an amount for several offers what it is called; NULL of sums */
  gboolean        company_oriented;
  TalFigure       courses; /* not found where nothing is said */
  TalFraction     share;   /* per cent of the group's courses; invalid where not known */
  TalFigure       money;   /* in millions of kroner; not found where nothing is said */
} TalOfferRow;

typedef struct
{
  TalPeriod  period;  /* that it is of; unset where there are no offers */
  GArray    *periods; /* of TalPeriod that can be asked for, newest first */
  GPtrArray *rows;    /* of TalOfferRow, the total last; empty where there are no offers */

  gboolean    confidential;     /* small counts in it must not leave the program */
  TalFraction courses;          /* all of them; invalid where not known */
  TalFraction company_oriented; /* per cent of them; invalid where not known */
  char       *definition; /* "Virksomhedsrettet: virksomhedspraktik og løntilskud."; or NULL */

  /* Of TalId: the series of how the company-oriented share went, one a target group; empty where
   * there are none with figures of several periods. */
  GArray *trend;
  GArray *rests_on; /* of TalId: every series that it may have a figure of */
} TalOfferTable;

/* Of 'period', or where that is unset or no such period is known the newest in which at least two
 * offers of one target group have a figure: where only one has, nothing is said of how many got
 * which.  NULL with the run source's error. */
TalOfferTable *tal_offer_table_read (const TalCatalogue *catalogue,
                                     TalRunSource       *runs,
                                     TalPeriod           period,
                                     GError            **error);
void           tal_offer_table_free (TalOfferTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalOfferTable, tal_offer_table_free)

G_END_DECLS
