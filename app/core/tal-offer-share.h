/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The company-oriented part of what people are offered: what counts as such, and which series
 * say how its share went.  The definition is Danish by rule, whatever the language of the
 * program: papers print it below every such share.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

/* "Virksomhedsrettet: virksomhedspraktik og løntilskud.": the kinds of company-oriented offers
 * that the series, an array of TalId, are of.  NULL where there are none. */
char *tal_offer_share_write_definition (const TalCatalogue *catalogue, const GArray *series);

/* Adds to 'trend' the ids of the shares, in per cent, of a company-oriented offer by target group:
 * the family with figures of the most periods, two at least.  Adds to 'rests_on' every share that
 * was looked at.  FALSE with the run source's error. */
gboolean tal_offer_share_find_trend (const TalCatalogue *catalogue,
                                     TalRunSource       *runs,
                                     GArray             *trend,
                                     GArray             *rests_on,
                                     GError            **error);

G_END_DECLS
