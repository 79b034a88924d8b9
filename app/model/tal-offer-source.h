/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of offers that follows its collection: when something is committed that it may rest
 * on it is read again, by the workspace's own thread.
 *
 * It lives in the main thread.  "changed" is emitted when there is a new table, or none any more.
 */

#pragma once

#include "core/tal-offer-table.h"
#include "model/tal-workspace.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TAL_TYPE_OFFER_SOURCE (tal_offer_source_get_type ())

G_DECLARE_FINAL_TYPE (TalOfferSource, tal_offer_source, TAL, OFFER_SOURCE, GObject)

TalOfferSource *tal_offer_source_new (void);

/* NULL lets go of the one there was; the table is gone then. */
void tal_offer_source_set_workspace (TalOfferSource *self, TalWorkspace *workspace);
/* Unset is the newest. */
void tal_offer_source_set_period (TalOfferSource *self, TalPeriod period);

/* NULL until it is read, and where it cannot be. */
const TalOfferTable *tal_offer_source_get_table (TalOfferSource *self);

G_END_DECLS
