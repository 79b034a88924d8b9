/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps by which the tables of a collection came to be what they are: numbered
 * SQL texts, each run once, in order, in one transaction that also writes the number
 * reached.  A step that was ever released is never changed.
 */

#pragma once

#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

/* The program's own steps: texts, ended by NULL; the first one's number is 1. */
char **tal_migration_list (void);

/* Within a transaction: makes an empty database a collection. */
gboolean tal_migration_start (TalDatabase *database, const char *const *steps, GError **error);

/* Brings the database up to date.  Before it changes one on disk it makes a copy beside
 * it, named after the version it had.
 * TAL_ERROR_NEWER_VERSION where it has more steps behind it than there are. */
gboolean tal_migration_run (TalDatabase *database, const char *const *steps, GError **error);

/* TAL_ERROR_DAMAGED where the tables are not those that the steps make: changed by
 * another program, or made to harm. */
gboolean tal_migration_check (TalDatabase *database, const char *const *steps, GError **error);

G_END_DECLS
