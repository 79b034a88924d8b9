/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a board: what is counted, its course at a glance, the newest figure and how it has
 * changed.  It follows its collection by itself.
 */

#pragma once

#include "core/tal-series-board.h"
#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_CASELOAD_ROW (tal_caseload_row_get_type ())

G_DECLARE_FINAL_TYPE (TalCaseloadRow, tal_caseload_row, TAL, CASELOAD_ROW, GtkListBoxRow)

GtkWidget *tal_caseload_row_new (TalWorkspace *workspace, const TalBoardRow *row);
TalId      tal_caseload_row_get_series (TalCaseloadRow *self);

G_END_DECLS
