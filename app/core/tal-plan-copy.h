/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The yearly round: a plan with its initiatives, goals and what they are measured by, made
 * anew for the period that follows.
 *
 * Each initiative carries the old one on.  A goal keeps its wording, its number and its newest
 * target, which is set for the first period of its kind in the new plan and carried forward
 * from there; a level to be kept stays that of the old figures.  Figures, money, explanations
 * and what was adopted when are of the old plan and are not copied.
 */

#pragma once

#include "core/tal-plan.h"
#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalId       plan;
  const char *name;  /* of the new plan */
  TalDay      first; /* must be set */
  TalDay      last;  /* TAL_DAY_NONE where it is open */
} TalPlanCopyRequest;

/* A TalChangeMaker.  TAL_ERROR_INVALID_TEXT where the name says nothing, TAL_ERROR_OUT_OF_RANGE
 * where the last day is before the first, TAL_ERROR_NOT_FOUND where the plan isn't there. */
TalChangeSet *tal_plan_copy_make_changes (const TalCatalogue *catalogue,
                                          TalRunSource       *runs,
                                          const TalWriter    *writer,
                                          gconstpointer       plan_copy_request,
                                          GError            **error);

/* What the copy of a plan is called, and when it is, until somebody says otherwise: the years
 * in the name moved on by as many as the plan has ("Integrationshandleplanen 2019-2023"
 * becomes "… 2024-2028").  The name is to be freed with the request. */
TalPlanCopyRequest *tal_plan_copy_suggest (const TalPlan *plan, TalDay today);
/* For a request that another thread is to see. */
TalPlanCopyRequest *tal_plan_copy_request_copy (const TalPlanCopyRequest *self);
void                tal_plan_copy_request_free (TalPlanCopyRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalPlanCopyRequest, tal_plan_copy_request_free)

G_END_DECLS
