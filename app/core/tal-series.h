/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A measured thing: what is counted, for at most one member of each dimension.
 *
 * An entered series has observations.  A derived one has none; its value is
 * computed from its terms whenever it is read: (Σ ± series) ÷ (Σ ± series) ×
 * factor, or only the sum above the line, or the change of that sum since an
 * earlier period.  An entered series may have terms too: the count
 * that a share is known to rest on, or with an agreement what the stated figure should
 * be; its value is what was entered all the same.
 *
 * It may be broken: from a day on its figures are of another kind than before, because a
 * register or a definition changed.  They cannot be compared across that day.
 */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_BASIS_ENTERED,
  TAL_BASIS_SUM,
  TAL_BASIS_RATIO,
  TAL_BASIS_CHANGE,          /* the sum above, less the same sum 'lag' periods before */
  TAL_BASIS_RELATIVE_CHANGE, /* that change as a part of the earlier sum, × factor */
} TalBasis;

typedef enum
{
  TAL_MEASURE_UNIT_PERSONS,
  TAL_MEASURE_UNIT_FULL_TIME_PERSONS,
  TAL_MEASURE_UNIT_FULL_YEAR_PERSONS,
  TAL_MEASURE_UNIT_FULL_YEAR_PLACES,
  TAL_MEASURE_UNIT_FAMILIES,
  TAL_MEASURE_UNIT_COURSES,
  TAL_MEASURE_UNIT_PLACEMENTS,
  TAL_MEASURE_UNIT_CASES,
  TAL_MEASURE_UNIT_AWARDS,
  TAL_MEASURE_UNIT_COUNT, /* of anything else */
  TAL_MEASURE_UNIT_PER_CENT,
  TAL_MEASURE_UNIT_PERCENTAGE_POINTS,
  TAL_MEASURE_UNIT_RATIO,
  TAL_MEASURE_UNIT_INDEX,
  TAL_MEASURE_UNIT_WEEKS,
  TAL_MEASURE_UNIT_DKK,
  TAL_MEASURE_UNIT_MILLION_DKK, /* of figures known to a part of a million only */
} TalMeasureUnit;

typedef enum
{
  TAL_DIRECTION_NEITHER,
  TAL_DIRECTION_UP, /* more is better */
  TAL_DIRECTION_DOWN,
} TalDirection;

typedef enum
{
  TAL_ROLL_UP_NONE,
  TAL_ROLL_UP_SUM,
  TAL_ROLL_UP_MEAN,
  TAL_ROLL_UP_LAST,
} TalRollUp;

typedef enum
{
  TAL_TERM_PLUS,
  TAL_TERM_MINUS,
} TalTermSign;

typedef enum
{
  TAL_TERM_ABOVE,
  TAL_TERM_BELOW,
} TalTermPlace;

/* What an entered series should agree with, so that a stated total or share can be checked
 * against the figures it is stated of. */
typedef enum
{
  TAL_AGREEMENT_NONE, /* its terms are counts that it is known to rest on, no more */
  TAL_AGREEMENT_SUM,
  TAL_AGREEMENT_RATIO,
  TAL_AGREEMENT_CHANGE,
  TAL_AGREEMENT_RELATIVE_CHANGE,
  TAL_AGREEMENT_PARTS,       /* its terms are separate parts of it: together no more than it */
  TAL_AGREEMENT_OVERLAPPING, /* its terms may count the same thing twice: each no more than it */
} TalAgreement;

/* The most breaks that a series can have. */
#define TAL_SERIES_MAX_BREAKS 16

typedef struct
{
  TalDay day;    /* the first on which figures are of the new kind */
  char  *reason; /* what changed: "nyt ledighedsregister" */
} TalSeriesBreak;

typedef struct
{
  TalId        series;
  TalTermSign  sign;
  TalTermPlace place;
} TalTerm;

typedef struct
{
  TalRecord      record;
  TalId          plan;       /* that it is a figure of, where it belongs to no initiative */
  TalId          initiative; /* or none */
  TalId          target_group;
  TalId          area;
  TalId          offer;
  TalId          provider;
  TalBasis       basis;
  TalAgreement   agreement; /* of an entered series with its terms */
  TalMeasureUnit measure_unit;
  int            decimals; /* shown on paper */
  TalDirection   good_direction;
  TalRollUp      roll_up;
  TalDecimal     factor;             /* of a ratio or relative change; none is 1 */
  int            lag;                /* periods back that a change is from; 0 is 1 */
  int            confidential_below; /* 0 is not confidential */
  char          *name;
  char          *measure;    /* what is counted, as a plural noun: "deltagere" */
  char          *definition; /* in words: what counts and what does not */
  char          *cohort;     /* who were followed: "på ydelse i januar 2017" */
  char          *source;
  char          *method;
  char          *note;
  GArray        *terms;  /* of TalTerm; NULL is empty */
  GArray        *breaks; /* of TalSeriesBreak, no two of one day; NULL is empty */
} TalSeries;

#define TAL_SERIES(record) \
  ((const TalSeries *)tal_record_check ((const TalRecord *)(record), TAL_KIND_SERIES))

extern const TalStructure tal_series_structure;

gboolean tal_series_is_derived (const TalSeries *self);
/* Whether the unit counts things that come whole, so that a value has no decimals. */
gboolean tal_series_is_count (const TalSeries *self);
/* Persons of any kind. */
gboolean tal_series_counts_people (const TalSeries *self);
/* Kroner, or millions of them. */
gboolean tal_measure_unit_is_money (TalMeasureUnit unit);
/* The fixed word of the unit, as in files: "per-cent". */
const char *tal_measure_unit_get_name (TalMeasureUnit unit);

guint          tal_series_get_n_terms (const TalSeries *self);
const TalTerm *tal_series_get_term (const TalSeries *self, guint position);

/* For whoever makes a series. */
void tal_series_add_term (TalSeries *self, TalId series, TalTermSign sign, TalTermPlace place);
void tal_series_clear_terms (TalSeries *self);

/* In the order in which they were written down. */
guint                 tal_series_get_n_breaks (const TalSeries *self);
const TalSeriesBreak *tal_series_get_break (const TalSeries *self, guint position);
void                  tal_series_add_break (TalSeries *self, TalDay day, const char *reason);
/* The earliest of its own breaks after the first period's last day and no later than the
 * second's: figures of the two are of different kinds.  NULL where there is none. */
const TalSeriesBreak *tal_series_find_break (const TalSeries *self,
                                             TalPeriod        earlier,
                                             TalPeriod        later);

G_END_DECLS
