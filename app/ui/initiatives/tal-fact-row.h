/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A fact that can be chosen to stand at the top of an initiative's page.  Enter or the check
 * chooses it, Alt+Up and Alt+Down move it, as the buttons do that a chosen one has.
 *
 * "toggled" is emitted when somebody chooses it or takes it back, "move-asked" with -1 or 1.
 */

#pragma once

#include "ui/initiatives/tal-fact-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_FACT_ROW (tal_fact_row_get_type ())

G_DECLARE_FINAL_TYPE (TalFactRow, tal_fact_row, TAL, FACT_ROW, AdwActionRow)

GtkWidget *tal_fact_row_new (const TalInitiativeFact *fact);

const TalInitiativeFact *tal_fact_row_get_fact (TalFactRow *self);
void                     tal_fact_row_show_text (TalFactRow *self, const TalFactText *text);
/* Where it stands: at 'position' of 'n_chosen' that are chosen, or behind them.  'room' is
 * whether it can be chosen where it isn't. */
void tal_fact_row_place (TalFactRow *self, guint position, guint n_chosen, gboolean room);

G_END_DECLS
