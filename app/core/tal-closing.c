/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-closing.h"

#include <glib/gi18n-lib.h>

static const TalField fields[] = {
  { "plan",
    N_ ("Plan"),
        TAL_FIELD_REFERENCE,
        FALSE,
        G_STRUCT_OFFSET (TalClosing, plan),
        .target = TAL_KIND_PLAN },
    { "period", N_ ("Period"), TAL_FIELD_PERIOD, TRUE, G_STRUCT_OFFSET (TalClosing, period) },
      { "closed-on",
        N_ ("Closed on"), TAL_FIELD_DAY, TRUE, G_STRUCT_OFFSET (TalClosing, closed_on) },
        { "reopened-on",
          N_ ("Reopened on"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalClosing, reopened_on) },
          { "closed-by",
            N_ ("Closed by"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalClosing, closed_by) },
            { "reopened-by",
              N_ ("Reopened by"),
                  TAL_FIELD_PROSE,
                  FALSE,
                  G_STRUCT_OFFSET (TalClosing, reopened_by) },
              { "reason",
                N_ ("Reason for reopening"),
                    TAL_FIELD_PROSE,
                    FALSE,
                    G_STRUCT_OFFSET (TalClosing, reason) },
            };

const TalStructure tal_closing_structure = { "closing", sizeof (TalClosing), fields,
                                             G_N_ELEMENTS (fields) };

gboolean
tal_closing_is_in_force (const TalClosing *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->reopened_on == TAL_DAY_NONE;
}
