/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The committee's table of goals and how they stand, with results and counts as numbers. */

#pragma once

#include "core/tal-attainment.h"
#include "exchange/tal-sheet-series.h"
#include "formats/tal-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* Of statuses of one plan or initiative, one at least, in the order of the table. */
TalTable *tal_sheet_goals_new (const TalSheetScope *scope,
                               const char          *name,
                               const TalGoalStatus *goals,
                               guint                n_goals);

G_END_DECLS
