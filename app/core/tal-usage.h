/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who in a collection refers to an object: what has to be changed before it can go, and where
 * a person must look for it.
 */

#pragma once

#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

/* Every record of the catalogue but itself that refers to it, each once, in the order of the
 * kinds: an array of TalRecord borrowed from the catalogue.  Those that it only owns are among
 * them. */
GPtrArray *tal_usage_list_users (const TalCatalogue *catalogue, const TalRecord *record);

/* Why it cannot be deleted, with the first of those that refer to it: "“Somalia” cannot be
 * deleted while it is used here: The initiative “Fritidsjob til unge”, Goal 5 and 2 more." */
char *tal_usage_explain (const TalCatalogue *catalogue,
                         const TalRecord    *record,
                         const GPtrArray    *users);

G_END_DECLS
