/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the plausibility check share, and nobody else. */

#pragma once

#include "base/tal-fraction.h"
#include "core/tal-catalogue.h"
#include "core/tal-finding.h"
#include "core/tal-goal-past.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-run.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const TalCatalogue *catalogue;
  TalRunSource       *runs;
  const TalGoalPast  *past; /* NULL where it is not known, or not asked for */
  TalDay              today;
  GPtrArray          *findings;
  GError            **error;
  const TalRun       *run;         /* of the entered series that is looked at, or NULL */
  TalId               last_id;     /* of the record that a finding was about */
  GHashTable         *tallies;     /* of that record: const TalRule → its findings, counted */
  const char         *period_note; /* last reported */
  TalId               short_initiative; /* whose figures were last said to cover a part */
} TalPlausibility;

/* Adds a finding; takes the three texts.  'stored' and 'expected' may be NULL.  Returns it,
 * borrowed, for more to be said of it; NULL where it only stands for others of its kind. */
TalFinding *tal_plausibility_report (TalPlausibility *self,
                                     const TalRule   *rule,
                                     TalSeverity      severity,
                                     const TalRecord *record,
                                     TalPeriod        period,
                                     char            *stored,
                                     char            *expected,
                                     char            *sentence);

/* The day up to which the plan's figures were made up: its status day, where that is before
 * today. */
TalDay         tal_plausibility_get_status_day (const TalPlausibility *self, const TalPlan *plan);
const TalPlan *tal_plausibility_find_plan (const TalPlausibility *self, TalId initiative);

/* "Deltagere, 2. kvartal 2019" */
char *tal_plausibility_dup_place (const TalSeries *series, TalPeriod period);
/* "17 pct.": as the series shows it. */
char *tal_plausibility_dup_value (const TalSeries *series, TalDecimal value);
/* "31 · Efter forløb", "+ 24 · Direkte", "ud af 348 · Deltagere", "= 15,8 pct.": a sum or a
 * share of the series' terms, a line each, with 'value' as what comes out.  NULL where a term
 * has no value or the series agrees with its terms in another way. */
char *tal_plausibility_dup_workings (const TalPlausibility *self,
                                     const TalSeries       *series,
                                     TalPeriod              period,
                                     const char            *value);
/* A fraction rounded to 'decimals', or to as many fewer as its size leaves room for; NULL
 * where it is too large for any decimal. */
char *tal_plausibility_dup_rounded (const TalSeries *series, TalFraction value, guint8 decimals);

/* Whether 'word' begins in the text at a letter that none stands before, small and capital
 * letters alike: "andel" in "Andelen af …". */
gboolean tal_plausibility_has_word (const char *text, const char *word);

/* The rules by what they are about; FALSE with the error set. */
gboolean tal_plausibility_check_series (TalPlausibility *self);
gboolean tal_plausibility_check_goals (TalPlausibility *self);
/* One of them. */
gboolean tal_plausibility_look_at_series (TalPlausibility *self, const TalSeries *series);
gboolean tal_plausibility_look_at_goal (TalPlausibility *self, const TalGoal *goal);
void tal_plausibility_look_at_initiative (TalPlausibility *self, const TalInitiative *initiative);
/* A series beside those that are kept a second time. */
gboolean tal_plausibility_look_at_twins (TalPlausibility *self, const TalSeries *series);
void     tal_plausibility_check_money (TalPlausibility *self);
void     tal_plausibility_check_initiatives (TalPlausibility *self);
void     tal_plausibility_check_texts (TalPlausibility *self);
/* CPR-like text in one text of a record. */
void tal_plausibility_check_text (TalPlausibility *self,
                                  const TalRecord *record,
                                  TalPeriod        period,
                                  const char      *text);
/* One entered series' own figures. */
void tal_plausibility_check_run (TalPlausibility *self, const TalSeries *series, const TalRun *run);
/* A series against its terms. */
gboolean tal_plausibility_check_terms (TalPlausibility *self,
                                       const TalSeries *series,
                                       const TalRun    *run);
/* Between series. */
gboolean tal_plausibility_check_columns (TalPlausibility *self);

G_END_DECLS
