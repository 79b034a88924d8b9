/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-plan.h"

#include <glib/gi18n-lib.h>

static const char *const kinds[] = { "plan", "agreement", "budget-agreement", "collection", NULL };

static const TalField fields[] = {
  { "kind", N_ ("Kind"), TAL_FIELD_WORD, TRUE, G_STRUCT_OFFSET (TalPlan, kind), .words = kinds },
    { "first-day", N_ ("First day"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalPlan, first) },
      { "last-day", N_ ("Last day"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalPlan, last) },
        { "status-day",
          N_ ("Status as of"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalPlan, status_day) },
          { "not-comparable",
            N_ ("Cannot be compared"),
                TAL_FIELD_BOOLEAN,
                FALSE,
                G_STRUCT_OFFSET (TalPlan, not_comparable) },
            { "adopted-on",
              N_ ("Adopted on"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalPlan, adopted_on) },
              { "frame",
                N_ ("Stated total"), TAL_FIELD_DECIMAL, FALSE, G_STRUCT_OFFSET (TalPlan, frame) },
                { "case-number",
                  N_ ("Case number"),
                      TAL_FIELD_TEXT,
                      FALSE,
                      G_STRUCT_OFFSET (TalPlan, case_number) },
                  { "name", N_ ("Name"), TAL_FIELD_PROSE, TRUE, G_STRUCT_OFFSET (TalPlan, name) },
                    { "adopted-by",
                      N_ ("Adopted by"),
                          TAL_FIELD_PROSE,
                          FALSE,
                          G_STRUCT_OFFSET (TalPlan, adopted_by) },
                      { "note",
                        N_ ("Note"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalPlan, note) },
                    };

const TalStructure tal_plan_structure = { "plan", sizeof (TalPlan), fields, G_N_ELEMENTS (fields) };
