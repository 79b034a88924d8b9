/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart with everything that belongs to it: the picture, the table behind it, and what can be
 * done with them.  It follows its collection by itself.
 *
 * Above the card stands a row of tools: at its start what the page puts there, such as which
 * figures are shown, at its end whether the table is, copying, and the menu.
 */

#pragma once

#include "charts/tal-chart-request.h"
#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_CHART_CARD (tal_chart_card_get_type ())

G_DECLARE_FINAL_TYPE (TalChartCard, tal_chart_card, TAL, CHART_CARD, GtkWidget)

GtkWidget *tal_chart_card_new (void);

void tal_chart_card_set_workspace (TalChartCard *self, TalWorkspace *workspace);
/* Copied; NULL shows nothing.  "changed" of the card follows when there is an answer. */
void tal_chart_card_set_request (TalChartCard *self, const TalChartRequest *request);
/* What stands at the start of the tools; NULL is nothing. */
void tal_chart_card_set_start_widget (TalChartCard *self, GtkWidget *widget);

/* NULL until it is there, and where there can be none. */
const TalChartSpec *tal_chart_card_get_spec (TalChartCard *self);

G_END_DECLS
