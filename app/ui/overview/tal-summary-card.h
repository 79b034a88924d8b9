/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A comparable plan in one sentence and one strip: "9 af 11 mål blev opnået i 2023". */

#pragma once

#include "model/tal-status-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_SUMMARY_CARD (tal_summary_card_get_type ())

G_DECLARE_FINAL_TYPE (TalSummaryCard, tal_summary_card, TAL, SUMMARY_CARD, GtkWidget)

void tal_summary_card_show (TalSummaryCard *self, TalStatusTable *statuses, TalId plan);

G_END_DECLS
