/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A question that a chart answers: which kind, of which series, goals or money, when.  Whoever
 * asks names as little as they like; what is not named is the kind's natural subject.
 */

#pragma once

#include "charts/tal-chart-spec.h"
#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalChartKind kind;
  gboolean     fitting;    /* the kind may give way to one that suits the figures better */
  GArray      *series;     /* of TalId, in the order to be drawn; NULL or empty is the kind's own */
  TalId        plan;       /* or none */
  gboolean     whole;      /* of a timeline: of every plan, not of the one that fills it best */
  TalId        initiative; /* or none */
  TalId        goal;  /* of a line: whose targets are drawn; of bullets: the only one; or none */
  TalDay       first; /* TAL_DAY_NONE is from the beginning; of one period, its last day counts */
  TalDay       last;  /* TAL_DAY_NONE is to the end */
  TalDay       today;
  gboolean     masked; /* it leaves the program: small counts of confidential series are hidden */
} TalChartRequest;

/* The answer.  TAL_ERROR_NOT_FOUND, with a sentence of what to name instead, where there is
 * nothing that the kind can show; TAL_ERROR_INVALID_TEXT where what is named cannot stand in one
 * chart, with the reason; and the run source's errors. */
TalChartSpec *tal_chart_request_compose (const TalChartRequest *self,
                                         const TalCatalogue    *catalogue,
                                         TalRunSource          *runs,
                                         GError               **error);

/* Whether a spec made earlier may look different after the changes: a figure that it rests on, or
 * any record that is not a figure. */
gboolean tal_chart_spec_is_touched (const TalChartSpec *self, const TalChangeSet *changes);

G_END_DECLS
