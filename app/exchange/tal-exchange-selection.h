/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of a catalogue that an exchange file of some scope holds, in the
 * order in which the file writes them.
 *
 * In scope are the plans and initiatives named, the initiatives of those plans,
 * their series, goals, assessments, appropriations, and then whatever any of these
 * refer to, and what that refers to, so that the file stands alone.  Removals are
 * in every file: what was removed can no longer say where it belonged.
 *
 * The order is by kind, within a kind by depth (a record that refers to others of
 * its kind comes after them) and at one depth by id; it does not depend on the
 * order in which the catalogue was filled.  Observations are not selected here.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-observation.h"
#include "exchange/tal-exchange-scope.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalExchangeSelection TalExchangeSelection;

/* With 'only' (a set of const TalKey *; NULL for all), only those objects of it that would be there
 * without, and the series of those figures of it, with what they refer to.  TAL_ERROR_NOT_FOUND where the scope names what
 * the catalogue does not hold.  The catalogue is referenced; 'only' must last as long. */
TalExchangeSelection *tal_exchange_selection_new (const TalCatalogue     *catalogue,
                                                  const TalExchangeScope *scope,
                                                  GHashTable             *only,
                                                  GError                **error);
void                  tal_exchange_selection_free (TalExchangeSelection *self);

/* Borrowed, of TalRecord.  Empty for observations. */
const GPtrArray *tal_exchange_selection_get_records (const TalExchangeSelection *self,
                                                     TalKind                     kind);

/* Whether a figure of a series that is in it is in it too, as far as periods don't say otherwise. */
gboolean tal_exchange_selection_has_figure (const TalExchangeSelection *self,
                                            const TalObservation       *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalExchangeSelection, tal_exchange_selection_free)

G_END_DECLS
