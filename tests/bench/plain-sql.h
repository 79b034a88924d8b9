/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQL as bare as it can be, which is what the program's own writing is measured beside.
 * Whatever fails ends the measurement.
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A record as a change of the history has it: of the size that they usually are. */
#define PLAIN_SQL_RECORD                                                                      \
  "{'@changed-at': <'2024-06-18T10:42:00Z'>, '@changed-by': <'Ida'>, 'period': <'2018-04'>, " \
  "'value': <'7221'>}"

/* Makes 'path' a copy of the collection 'from', set for safety as the program sets it. */
sqlite3 *plain_sql_open_copy (const char *from, const char *path);

void          plain_sql_run (sqlite3 *database, const char *sql);
sqlite3_stmt *plain_sql_prepare (sqlite3 *database, const char *sql);
/* To its end, and ready to be bound again. */
void plain_sql_step (sqlite3_stmt *statement);

G_END_DECLS
