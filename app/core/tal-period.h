/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The time a figure is about: a kind, a first and a last day, both included.  A
 * value type; a range of days that is exactly a named period is that period, so
 * two periods are equal when their days are.
 *
 * Text as in files follows ISO 8601: 2017, 2017-H1, 2017-Q4, 2017-03, 2017-W05,
 * 2018-09-01 and 2017-01-01/2018-07-31.  It never sums one period into another.
 */

#pragma once

#include "base/tal-day.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_PERIOD_NONE, /* no period given: both days are TAL_DAY_NONE */
  TAL_PERIOD_YEAR,
  TAL_PERIOD_HALF_YEAR,
  TAL_PERIOD_QUARTER,
  TAL_PERIOD_MONTH,
  TAL_PERIOD_WEEK,
  TAL_PERIOD_DAY,
  TAL_PERIOD_RANGE,
} TalPeriodKind;

typedef struct
{
  TalPeriodKind kind;
  TalDay        first;
  TalDay        last;
} TalPeriod;

#define TAL_PERIOD_UNSET ((TalPeriod){ TAL_PERIOD_NONE, TAL_DAY_NONE, TAL_DAY_NONE })

/* The period of these days, with the kind that its days have.  'last' must not
 * be before 'first'. */
TalPeriod tal_period_new (TalDay first, TalDay last);
/* The 'number'th period of a kind in a year: 2017, TAL_PERIOD_QUARTER, 4.  FALSE
 * where there is none, such as a fifth quarter or a week 53 in a year without.  Weeks
 * are numbered as in ISO 8601, so the first may begin in the year before.  A day
 * is numbered within its year; a year's own number is 1. */
gboolean tal_period_from_number (TalPeriodKind kind, int year, int number, TalPeriod *ret_period);

/* First by last day, then by first day, the longer period later: the order in
 * which "newest" counts. */
int      tal_period_compare (TalPeriod a, TalPeriod b);
gboolean tal_period_is_equal (TalPeriod a, TalPeriod b);
gboolean tal_period_is_set (TalPeriod self);
guint    tal_period_hash (TalPeriod self);
gboolean tal_period_contains (TalPeriod self, TalPeriod other);
gboolean tal_period_overlaps (TalPeriod self, TalPeriod other);
/* Whether the last day of this one lies in the other: where a figure belongs that is of a
 * time across two of them. */
gboolean tal_period_ends_in (TalPeriod self, TalPeriod other);
int      tal_period_count_days (TalPeriod self);
/* The period of the same kind 'steps' later (earlier where negative).  A range
 * moves by its own length: whole months where it is whole months, else days.
 * TAL_PERIOD_UNSET where that lies outside the years of TalDay. */
TalPeriod tal_period_step (TalPeriod self, int steps);
/* The periods of 'kind' that exactly tile this one, first to last: an array of
 * TalPeriod, empty where they cannot.  Nothing is a tile of kind RANGE or NONE. */
GArray *tal_period_list_parts (TalPeriod self, TalPeriodKind kind);

/* As in files.  TAL_ERROR_INVALID_TEXT.  Reads also a range of named periods
 * ("2017/2018", "2017-01/2018-07"); writes days.  The period written must be set. */
gboolean tal_period_parse (const char *text, TalPeriod *ret_period, GError **error);
char    *tal_period_to_string (TalPeriod self);

G_END_DECLS
