/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-assessment.h"

#include <glib/gi18n-lib.h>

static const TalField fields[] = {
  { "goal",
    N_ ("Goal"),
        TAL_FIELD_REFERENCE,
        TRUE,
        G_STRUCT_OFFSET (TalAssessment, goal),
        .target = TAL_KIND_GOAL },
    { "period", N_ ("Period"), TAL_FIELD_PERIOD, TRUE, G_STRUCT_OFFSET (TalAssessment, period) },
      { "written-on",
        N_ ("Written on"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalAssessment, written_on) },
        { "verdict",
          N_ ("Verdict"),
              TAL_FIELD_WORD,
              FALSE,
              G_STRUCT_OFFSET (TalAssessment, verdict),
              .words = tal_attainment_words },
          { "author",
            N_ ("Author"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalAssessment, author) },
            { "text",
              N_ ("Explanation"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalAssessment, text) },
              { "verdict-reason",
                N_ ("Reason for the verdict"),
                    TAL_FIELD_PROSE,
                    FALSE,
                    G_STRUCT_OFFSET (TalAssessment, verdict_reason) },
            };

const TalStructure tal_assessment_structure = { "assessment", sizeof (TalAssessment), fields,
                                                G_N_ELEMENTS (fields) };
