/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-removal.h"

#include <glib/gi18n-lib.h>

/* In the order of TalKind. */
static const char *const kinds[] = { "unit",          "member",  "plan",        "initiative",
                                     "series",        "goal",    "observation", "assessment",
                                     "appropriation", "closing", NULL };

static const TalField fields[] = {
  { "removed",
    N_ ("Removed"), TAL_FIELD_WORD, TRUE, G_STRUCT_OFFSET (TalRemoval, removed), .words = kinds },
    { "period", N_ ("Period"), TAL_FIELD_PERIOD, FALSE, G_STRUCT_OFFSET (TalRemoval, period) },
  };

const TalStructure tal_removal_structure = { "removal", sizeof (TalRemoval), fields,
                                             G_N_ELEMENTS (fields) };
