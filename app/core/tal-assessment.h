/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person's words on one goal in one period: why it was or wasn't met, and what
 * else should be read beside it.  It may put another verdict in place of the
 * computed one, with its reason.
 */

#pragma once

#include "core/tal-attainment-state.h"
#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalRecord     record;
  TalId         goal;
  TalPeriod     period;
  TalDay        written_on;
  TalAttainment verdict; /* TAL_ATTAINMENT_COMPUTED where the computed one stands */
  char         *author;
  char         *text;
  char         *verdict_reason;
} TalAssessment;

#define TAL_ASSESSMENT(record) \
  ((const TalAssessment *)tal_record_check ((const TalRecord *)(record), TAL_KIND_ASSESSMENT))

extern const TalStructure tal_assessment_structure;

G_END_DECLS
