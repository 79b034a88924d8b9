/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What initiatives are adopted under: a plan of action, an agreement, a budget. */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_PLAN_KIND_PLAN,
  TAL_PLAN_KIND_AGREEMENT,
  TAL_PLAN_KIND_BUDGET_AGREEMENT,
  TAL_PLAN_KIND_COLLECTION, /* initiatives that share a report and no adoption */
} TalPlanKind;

typedef struct
{
  TalRecord   record;
  TalPlanKind kind;
  TalDay      first;          /* may be TAL_DAY_NONE */
  TalDay      last;           /* TAL_DAY_NONE while open */
  TalDay      status_day;     /* of its latest published status */
  gboolean    not_comparable; /* its initiatives are measured in ways that forbid comparison */
  TalDay      adopted_on;
  TalDecimal  frame; /* DKK: what its appropriations are stated to be in all, or none */
  char       *case_number;
  char       *name;
  char       *adopted_by;
  char       *note;
} TalPlan;

#define TAL_PLAN(record) \
  ((const TalPlan *)tal_record_check ((const TalRecord *)(record), TAL_KIND_PLAN))

extern const TalStructure tal_plan_structure;

G_END_DECLS
