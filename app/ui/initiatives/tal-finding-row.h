/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that does not look right in the figures, in one sentence, and what can be done:
 * seeing how it comes about, correcting the figure, keeping it, or going to the goal.
 *
 * It decides nothing; what is wanted is emitted.
 */

#pragma once

#include "core/tal-finding.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_FINDING_ROW (tal_finding_row_get_type ())

G_DECLARE_FINAL_TYPE (TalFindingRow, tal_finding_row, TAL, FINDING_ROW, GtkListBoxRow)

GtkWidget *tal_finding_row_new (void);

/* 'goal' is the number of the goal that it is about, or 0; 'writable' whether the figure may be
 * corrected and kept.  Nothing is kept of the finding. */
void tal_finding_row_show (TalFindingRow    *self,
                           const TalFinding *finding,
                           int               goal,
                           gboolean          writable);

G_END_DECLS
