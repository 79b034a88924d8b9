/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which series stand upon which, all at once: from the entered ones upwards, each after
 * what it is made of.  It tells what can never be computed: series that are made of one
 * another in a ring, and towers too deep or too wide for tal_derive_figure.
 *
 * It follows every term, an entered share's too, and computes no figure.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalSeriesOrder TalSeriesOrder;

/* Keeps nothing but pointers into the catalogue, which must outlive it. */
TalSeriesOrder *tal_series_order_new (const TalCatalogue *catalogue);
void            tal_series_order_free (TalSeriesOrder *self);

/* Whether it is in a ring, or made of one that is. */
gboolean tal_series_order_is_ring (const TalSeriesOrder *self, const TalSeries *series);
/* Whether it is deeper than TAL_DERIVE_MAX_DEPTH, or needs more than
 * TAL_DERIVE_MAX_STEPS. */
gboolean tal_series_order_is_too_deep (const TalSeriesOrder *self, const TalSeries *series);
/* Whether changes can make a ring or a tower: what is made of nothing cannot, and asking the order
 * costs a walk along all series. */
gboolean tal_series_order_is_touched (const TalChangeSet *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalSeriesOrder, tal_series_order_free)

G_END_DECLS
