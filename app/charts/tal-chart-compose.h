/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a request to a spec, for the composers of the kinds and nobody else.  A composer finds
 * the subject, makes the spec and fills it through here, so that every figure that is drawn is
 * remembered: the notes, the source, what must be hidden and what the chart rests on follow from
 * that.  None of them decides a place, a size or a colour but those that have a fixed meaning.
 */

#pragma once

#include "charts/tal-chart-request.h"
#include "core/tal-attainment.h"
#include "core/tal-comparability.h"
#include "core/tal-derive.h"
#include "core/tal-member.h"

#include <glib.h>

G_BEGIN_DECLS

/* A cell of no row is a goal's, by its place in the spec; or of no goal either, one that only
 * counts in the notes. */
#define TAL_CHART_NO_ROW G_MAXUINT

/* A figure that stands in the chart. */
typedef struct
{
  const TalSeries *series;
  TalPeriod        period;
  TalFigure        figure;
  guint            row;      /* of the spec's series */
  guint            position; /* of its values */
} TalChartCell;

typedef struct
{
  const TalChartRequest *request;
  const TalCatalogue    *catalogue;
  TalRunSource          *runs;
  TalChartSpec          *spec;        /* NULL until the composer makes it */
  GPtrArray             *subjects;    /* const TalSeries * whose figures stand in it, each once */
  GArray                *cells;       /* of TalChartCell */
  TalDifference          shown;       /* what the chart is about, which needs no note */
  gboolean               whole;       /* its positions are all the parts of a total, drawn or not */
  char                  *plain_title; /* that claims nothing, for where figures are hidden */
} TalChartComposition;

/* Makes the spec.  FALSE with an error, or without one where there is nothing that it can show. */
typedef gboolean (*TalChartComposer) (TalChartComposition *self, GError **error);

gboolean tal_chart_compose_line (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_sparkline (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_multiples (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_columns (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_years (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_bullet (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_strip (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_mix (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_dumbbell (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_distribution (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_sum (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_waterfall (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_funnel (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_dots (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_timeline (TalChartComposition *self, GError **error);
/* Whether there is money in scope within the request, of a plan or initiative that is named. */
gboolean tal_chart_compose_has_money (const TalChartComposition *self);
/* Columns of money, where the plan or initiative has appropriations. */
gboolean tal_chart_compose_money (TalChartComposition *self, GError **error);
/* Its parts in one year: the initiatives of a plan. */
gboolean tal_chart_compose_money_parts (TalChartComposition *self, GError **error);

/* What the total is made of, or is said to hold: const TalSeries *; empty where it is no total. */
GPtrArray *tal_chart_compose_list_parts (const TalChartComposition *self, const TalSeries *total);
/* Whether there are any, and all of them are shares. */
gboolean tal_chart_compose_are_shares (const GPtrArray *series);
/* A bar for each period, of shares of one whole: the parts of the one series, or several that are
 * the parts. */
gboolean tal_chart_compose_shares (TalChartComposition *self,
                                   const GPtrArray     *series,
                                   GError             **error);

/* Series as rows over their common periods, with their title and breaks: what lines, columns and
 * small charts have in common. */
gboolean tal_chart_compose_over_periods (TalChartComposition *self,
                                         const GPtrArray     *series,
                                         GError             **error);
gboolean tal_chart_compose_add_targets (TalChartComposition *self,
                                        const TalGoal       *goal,
                                        GError             **error);

/* What it is about. */

/* The plan or initiative that is asked about, or everything. */
gboolean tal_chart_compose_is_in_scope (const TalChartComposition *self, const TalSeries *series);
gboolean tal_chart_compose_is_initiative_in_scope (const TalChartComposition *self,
                                                   TalId                      initiative);
/* Whether its last day is within the request. */
gboolean tal_chart_compose_is_asked_for (const TalChartComposition *self, TalPeriod period);
/* How far down the tree of its dimension a member stands: 1 at the top. */
guint tal_chart_compose_measure_depth (const TalChartComposition *self, TalId member);
/* const TalSeries * in scope, in the catalogue's order. */
GPtrArray *tal_chart_compose_list_candidates (const TalChartComposition *self);
/* Those that the request names, in its order; empty where it names none.  TAL_ERROR_NOT_FOUND
 * where one isn't there. */
GPtrArray *tal_chart_compose_list_named (const TalChartComposition *self, GError **error);
/* The periods within the request in which one of the series says something: those of one kind,
 * of which there are most, the longer kind where there are as many; oldest first, with those
 * that lack between them. */
GArray *tal_chart_compose_list_periods (TalChartComposition *self,
                                        const GPtrArray     *series,
                                        GError             **error);
/* The newest of them in which the series has a value; unset where there is none. */
gboolean tal_chart_compose_find_newest (TalChartComposition *self,
                                        const TalSeries     *series,
                                        TalPeriod           *ret_period,
                                        GError             **error);
gboolean tal_chart_compose_derive (TalChartComposition *self,
                                   const TalSeries     *series,
                                   TalPeriod            period,
                                   TalFigure           *ret_figure,
                                   GError             **error);
/* TAL_ERROR_INVALID_TEXT where the series do not have one unit. */
gboolean         tal_chart_compose_check_units (const GPtrArray *series, GError **error);
const TalSeries *tal_chart_compose_find_series (const TalChartComposition *self, TalId id);
const char      *tal_chart_compose_find_member_name (const TalChartComposition *self, TalId id);

/* What it shows. */

/* A spec of the request's kind, with the unit and decimals of the series. */
void          tal_chart_compose_begin (TalChartComposition *self, const GPtrArray *series);
TalChartValue tal_chart_compose_make_value (const TalChartComposition *self,
                                            const TalFigure           *figure);
/* The figure as the next value of a row, and remembered. */
gboolean tal_chart_compose_add_value (TalChartComposition *self,
                                      guint                row,
                                      const TalSeries     *series,
                                      TalPeriod            period,
                                      GError             **error);
/* A row of the series' own, with its id and its fixed colour. */
guint tal_chart_compose_add_series (TalChartComposition *self,
                                    const TalSeries     *series,
                                    const char          *name);
/* Remembers a figure that isn't a value of a row: of the goal at a position, or of none. */
void tal_chart_compose_remember (TalChartComposition *self,
                                 const TalSeries     *series,
                                 TalPeriod            period,
                                 const TalFigure     *figure,
                                 guint                goal);
void tal_chart_compose_add_subject (TalChartComposition *self, const TalSeries *series);
/* An entered series that the chart rests on, once. */
void tal_chart_compose_add_rest (TalChartComposition *self, TalId series);
/* TalGoal in scope that is asked for, in the order of initiatives and numbers: without a plan
 * those of the first plan that has any. */
GPtrArray *tal_chart_compose_list_goals (const TalChartComposition *self);
/* How a goal stood in the newest period within the request. */
gboolean tal_chart_compose_assess (TalChartComposition *self,
                                   const TalGoal       *goal,
                                   TalGoalStatus       *ret_status,
                                   GError             **error);
/* What differs between them, which the chart is then about. */
TalDifference tal_chart_compose_find_shown (const GPtrArray *series);
/* Takes both; a claim that is NULL is none. */
void tal_chart_compose_take_title (TalChartComposition *self, char *claim, char *plain);
/* "Summen kan afvige på grund af afrunding.", where the parts as shown do not make up the total
 * as shown. */
void tal_chart_compose_check_rounding (TalChartComposition *self, guint row, TalFraction total);
/* Breaks of the subjects, where the positions are periods. */
void tal_chart_compose_add_breaks (TalChartComposition *self);
/* The source, the notes, what is hidden, what it rests on. */
gboolean tal_chart_compose_finish (TalChartComposition *self, GError **error);
gboolean tal_chart_compose_mask (TalChartComposition *self, GError **error);
/* Says that counts below the limit are hidden, and claims nothing any more. */
void tal_chart_compose_note_hidden (TalChartComposition *self, int limit);

G_END_DECLS
