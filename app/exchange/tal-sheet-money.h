/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of money: every appropriation with its year, where it comes from and until when. */

#pragma once

#include "core/tal-appropriation.h"
#include "core/tal-catalogue.h"
#include "formats/tal-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* Of const TalAppropriation *, one at least. */
TalTable *tal_sheet_money_new (const TalCatalogue *catalogue,
                               const char         *name,
                               const char         *title,
                               const GPtrArray    *lines);

G_END_DECLS
