/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of a series that is broken: that from a day on its figures are of another
 * kind, and why; turned into a change set.  Writes nothing.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

/* Breaks the series on the day, or gives the break there is on it another reason; NULL or "" takes
 * it away.  By whoever works here, now; empty where nothing would change.  TAL_ERROR_NOT_FOUND
 * where the series isn't there. */
TalChangeSet *tal_edit_break (
    const TalCatalogue *catalogue, TalId series, TalDay day, const char *reason, GError **error);

G_END_DECLS
