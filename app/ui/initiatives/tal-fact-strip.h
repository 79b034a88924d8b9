/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main facts about an initiative side by side: how many goals were met, the counts of the
 * first of them, and its money.
 */

#pragma once

#include "model/tal-status-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_FACT_STRIP (tal_fact_strip_get_type ())

G_DECLARE_FINAL_TYPE (TalFactStrip, tal_fact_strip, TAL, FACT_STRIP, GtkWidget)

void tal_fact_strip_show (TalFactStrip *self, TalStatusTable *statuses, TalId initiative);

G_END_DECLS
