/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What base/tal-danish-collation.h knows, for SQL: the collation DANISH and the function
 * danish_fold.  No table or index depends on them, so that every program can read a
 * collection.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

struct sqlite3;

/* A code of SQLite, 0 where all is well. */
int tal_danish_sql_register (struct sqlite3 *handle);

G_END_DECLS
