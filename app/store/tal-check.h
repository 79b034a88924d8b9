/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a collection holds together: its pages, its references, its tables, its
 * history and what is derived.  It finds and names; it mends nothing.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

/* Adds what is wrong to an array of TalProblem. */

/* SQLite's own checks, and whether the tables are the program's. */
gboolean tal_check_database (TalDatabase *database, GPtrArray *problems, GError **error);
/* Whether each change of the history begins where the one before ended, and ends
 * with what is stored. */
gboolean tal_check_history (TalDatabase        *database,
                            const TalCatalogue *catalogue,
                            GPtrArray          *problems,
                            GError            **error);
/* Whether the newest figures of each goal are what they would be if computed now. */
gboolean tal_check_latest (TalDatabase        *database,
                           const TalCatalogue *catalogue,
                           TalRunSource       *runs,
                           GPtrArray          *problems,
                           GError            **error);

G_END_DECLS
