/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edit has seen: each record that it writes has grown from the one that it replaces, and
 * is one change newer.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"

#include <glib.h>

G_BEGIN_DECLS

/* The unit whose clock an object's times are by where nothing else is said: its owner, of a
 * figure its series' as it is after the changes. */
TalId tal_version_find_owner (const TalCatalogue *catalogue,
                              const TalChangeSet *changes,
                              const TalRecord    *record);

/* The changes as 'writer' makes them to the catalogue: where a record is changed twice within a
 * second its time is moved on, so that no two contents have one time.  A new reference, to the
 * changes themselves where they say it already. */
TalChangeSet *tal_version_stamp (const TalChangeSet *changes,
                                 const TalCatalogue *catalogue,
                                 TalId               writer);

G_END_DECLS
