/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/plain-sql.h"

sqlite3 *
plain_sql_open_copy (const char *from, const char *path)
{
  g_autofree char *copy = g_strdup_printf ("VACUUM INTO '%s'", path);
  sqlite3         *database = NULL;

  g_assert_cmpint (sqlite3_open (from, &database), ==, SQLITE_OK);
  plain_sql_run (database, copy);
  sqlite3_close (database);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  plain_sql_run (database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                           "PRAGMA foreign_keys = ON");
  return database;
}

void
plain_sql_run (sqlite3 *database, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

sqlite3_stmt *
plain_sql_prepare (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

void
plain_sql_step (sqlite3_stmt *statement)
{
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
}
