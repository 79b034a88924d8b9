/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-database.h"

#include "base/tal-error.h"
#include "store/tal-danish-sql.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#define BUSY_MILLISECONDS 5000
#define RETRY_MICROSECONDS 3000
/* 2 MiB, for the system keeps the pages of the file too; and 16 while many rows are written. */
#define SMALL_CACHE "PRAGMA cache_size = -2048;"
#define LARGE_CACHE "PRAGMA cache_size = -16384;"
#define MANY_ROWS 1000

struct _TalDatabase
{
  sqlite3    *handle;
  char       *path; /* NULL in memory */
  char       *name; /* as messages call it */
  gboolean    read_only;
  gboolean    on_network;
  gboolean    is_new; /* until its first transaction */
  gboolean    ready_to_write;
  gboolean    has_large_cache;
  guint       n_rollbacks;
  GHashTable *statements; /* SQL → TalStatement that is kept */
};

static void
rolled_back_cb (gpointer user_data)
{
  TalDatabase *self = user_data;

  self->n_rollbacks++;
}

/* What SQLite calls an input or output error may have a plainer reason below. */
static TalError
classify_failed_access (int system_error)
{
  switch (system_error)
    {
    case ENOSPC:
    case EDQUOT:
      return TAL_ERROR_NO_SPACE;
    case EROFS:
    case EACCES:
    case EPERM:
      return TAL_ERROR_READ_ONLY;
    default:
      return TAL_ERROR_NOT_WRITTEN;
    }
}

static TalError
classify (int code, int system_error)
{
  /* A key that is taken: somebody else made that object first. */
  if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE ||
      code == SQLITE_CONSTRAINT_ROWID)
    return TAL_ERROR_CONFLICT;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TAL_ERROR_BUSY;
    case SQLITE_FULL:
      return TAL_ERROR_NO_SPACE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return TAL_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return TAL_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return TAL_ERROR_INVALID_FILE;
    case SQLITE_CONSTRAINT:
      return TAL_ERROR_INVALID_RECORD;
    default:
      return classify_failed_access (system_error);
    }
}

static void
set_error_for (const char *name, TalError what, const char *detail, GError **error)
{
  if (what == TAL_ERROR_BUSY)
    g_set_error (error, TAL_ERROR, what,
                 _ ("Another program is using the collection “%s”. Try again in a moment."), name);
  else if (what == TAL_ERROR_NO_SPACE)
    g_set_error (error, TAL_ERROR, what,
                 _ ("There is no room left on the disk of “%s”. Make room and try again."), name);
  else if (what == TAL_ERROR_READ_ONLY)
    g_set_error (error, TAL_ERROR, what, _ ("The collection “%s” may not be written."), name);
  else if (what == TAL_ERROR_DAMAGED)
    g_set_error (error, TAL_ERROR, what,
                 _ ("The collection “%s” is damaged. Use an older copy of it."), name);
  else if (what == TAL_ERROR_INVALID_FILE)
    g_set_error (error, TAL_ERROR, what, _ ("“%s” is not a collection."), name);
  else if (what == TAL_ERROR_CONFLICT)
    g_set_error_literal (error, TAL_ERROR, what,
                         _ ("Someone else has changed this in the meantime. Look at it again and "
                            "repeat your change."));
  else if (what == TAL_ERROR_INVALID_RECORD)
    g_set_error (error, TAL_ERROR, what,
                 _ ("The change breaks a rule of the collection “%s” (%s)."), name, detail);
  else
    g_set_error (error, TAL_ERROR, what,
                 _ ("The collection “%s” cannot be used: %s."), name, detail);
}

static gboolean
configure (TalDatabase *self, int option, int value, GError **error)
{
  int code = sqlite3_db_config (self->handle, option, value, NULL);

  if (code != SQLITE_OK)
    tal_database_set_error (self, code, error);
  return code == SQLITE_OK;
}

/* Everything that is set on a connection, and why. */
static gboolean
apply_settings (TalDatabase *self, GError **error)
{
  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_rollback_hook (self->handle, rolled_back_cb, self);

  /* Another window's commit takes milliseconds; five seconds are a hung program. */
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);

  /* A collection sent by mail is hostile input: its schema may not call functions,
   * hold triggers or views that run, nor be written to behind SQLite's back; and a
   * misspelt column is an error, not a text. */
  if (!configure (self, SQLITE_DBCONFIG_DEFENSIVE, 1, error) ||
      !configure (self, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, error) ||
      !configure (self, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, error) ||
      !configure (self, SQLITE_DBCONFIG_ENABLE_VIEW, 0, error) ||
      !configure (self, SQLITE_DBCONFIG_DQS_DDL, 0, error) ||
      !configure (self, SQLITE_DBCONFIG_DQS_DML, 0, error) ||
      !configure (self, SQLITE_DBCONFIG_ENABLE_FKEY, 1, error))
    return FALSE;

  return tal_database_execute (self,
                               /* A damaged page is found where it is read. */
                               "PRAGMA cell_size_check = ON;"
                               /* An acknowledged commit survives a power cut, NORMAL would lose the last ones; and a
                                * rollback journal that is done with does not come back after one. */
                               "PRAGMA synchronous = EXTRA;"
                               /* Little, but while many rows are written. */
                               SMALL_CACHE,
                               error);
}

static TalDatabase *
database_new (const char *path)
{
  TalDatabase *self = g_new0 (TalDatabase, 1);

  self->path = g_strdup (path);
  self->name = path != NULL ? g_filename_display_basename (path) : g_strdup ("");
  self->statements =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)tal_statement_free);
  return self;
}

static TalDatabase *
open_with (const char *path, const char *place, int flags, GError **error)
{
  g_autoptr (TalDatabase) self = database_new (path);
  int code = sqlite3_open_v2 (place, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    {
      tal_database_set_error (self, code, error);
      return NULL;
    }
  code = tal_danish_sql_register (self->handle);
  if (code != SQLITE_OK)
    {
      tal_database_set_error (self, code, error);
      return NULL;
    }
  if (!apply_settings (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* The last one to close leaves a single file.  While others have it open this is
 * refused at once, and one of them will do it; or it takes away an emptied journal,
 * which the next writer makes again. */
static void
leave_single_file (TalDatabase *self)
{
  sqlite3_busy_timeout (self->handle, 0);
  sqlite3_exec (self->handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
}

TalDatabase *
tal_database_open (const char *path, TalDatabaseMode mode, gboolean on_network, GError **error)
{
  TalDatabase *self = NULL;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  if (mode == TAL_DATABASE_FROZEN)
    {
      g_autofree char *uri = g_filename_to_uri (path, NULL, error);
      g_autofree char *place = uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;

      if (uri == NULL)
        return NULL;
      self = open_with (path, place, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
    }
  else
    self = open_with (path, path,
                      mode == TAL_DATABASE_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE,
                      error);

  if (self != NULL)
    {
      self->is_new = mode == TAL_DATABASE_NEW;
      self->read_only = mode == TAL_DATABASE_READ_ONLY || mode == TAL_DATABASE_FROZEN;
      self->on_network = on_network;
    }
  return self;
}

TalDatabase *
tal_database_open_in_memory (GError **error)
{
  return open_with (NULL, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
}

TalDatabase *
tal_database_open_for_copy (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  return open_with (path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
}

void
tal_database_close (TalDatabase *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (self->handle != NULL && self->ready_to_write)
    leave_single_file (self);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

const char *
tal_database_get_path (const TalDatabase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

gboolean
tal_database_is_read_only (const TalDatabase *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->read_only;
}

gboolean
tal_database_is_on_network (const TalDatabase *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->on_network;
}

gboolean
tal_database_is_in_transaction (TalDatabase *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !sqlite3_get_autocommit (self->handle);
}

guint
tal_database_get_n_rollbacks (const TalDatabase *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rollbacks;
}

struct sqlite3 *
tal_database_get_handle (TalDatabase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->handle;
}

static TalStatement *
prepare_new (TalDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int           code =
      sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (code != SQLITE_OK)
    {
      tal_database_set_error (self, code, error);
      return NULL;
    }

  return tal_statement_new (self, statement);
}

TalStatement *
tal_database_prepare (TalDatabase *self, const char *sql, GError **error)
{
  TalStatement *kept = NULL;
  TalStatement *fresh = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  kept = g_hash_table_lookup (self->statements, sql);
  if (kept != NULL && !tal_statement_is_lent (kept))
    {
      tal_statement_lend (kept, TRUE);
      return kept;
    }

  fresh = prepare_new (self, sql, error);
  if (fresh == NULL)
    return NULL;

  if (kept == NULL)
    g_hash_table_insert (self->statements, g_strdup (sql), fresh);
  tal_statement_lend (fresh, kept == NULL);
  return fresh;
}

gboolean
tal_database_execute (TalDatabase *self, const char *sql, GError **error)
{
  int code = SQLITE_OK;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    tal_database_set_error (self, code, error);
  return code == SQLITE_OK;
}

gboolean
tal_database_run (TalDatabase *self, const char *sql, GError **error)
{
  g_autoptr (TalStatement) statement = tal_database_prepare (self, sql, error);

  return statement != NULL && tal_statement_run (statement, error);
}

gboolean
tal_database_load_integer (TalDatabase *self, const char *sql, gint64 *ret_value, GError **error)
{
  g_autoptr (TalStatement) statement = tal_database_prepare (self, sql, error);
  gint64                   value = 0;

  if (statement == NULL)
    return FALSE;

  if (tal_statement_next (statement))
    value = tal_statement_get_integer (statement, 0);
  if (!tal_statement_finish (statement, error))
    return FALSE;

  *ret_value = value;
  return TRUE;
}

gint64
tal_database_get_n_changed (TalDatabase *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_changes64 (self->handle);
}

gint64
tal_database_get_last_key (TalDatabase *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_last_insert_rowid (self->handle);
}

gboolean
tal_database_has_dangling (TalDatabase *self)
{
  int dangling = 0;
  int highest = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  sqlite3_db_status (self->handle, SQLITE_DBSTATUS_DEFERRED_FKS, &dangling, &highest, FALSE);
  return dangling != 0;
}

void
tal_database_expect_rows (TalDatabase *self, guint n_rows)
{
  gboolean many = n_rows >= MANY_ROWS;

  g_return_if_fail (self != NULL);

  if (self->has_large_cache == many)
    return;

  /* No more than a matter of speed, so that nobody is told where it fails. */
  sqlite3_exec (self->handle, many ? LARGE_CACHE : SMALL_CACHE, NULL, NULL, NULL);
  self->has_large_cache = many;
}

/* SQLite does not wait for a change of journal mode: while another program opens or closes
 * the collection it is refused at once, and must be asked for again. */
static int
change_journal_mode (TalDatabase *self, const char *sql)
{
  gint64 deadline = g_get_monotonic_time () + BUSY_MILLISECONDS * G_TIME_SPAN_MILLISECOND;
  int    code = SQLITE_OK;

  for (;;)
    {
      code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
      if ((code & 0xff) != SQLITE_BUSY || g_get_monotonic_time () >= deadline)
        return code;
      g_usleep (RETRY_MICROSECONDS);
    }
}

/* WAL needs memory that its users share, so they must be on one machine; on a network
 * drive the rollback journal is truncated, which loses no acknowledged commit. */
gboolean
tal_database_prepare_to_write (TalDatabase *self, GError **error)
{
  int code = SQLITE_OK;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->ready_to_write)
    return TRUE;

  if (self->is_new)
    {
      self->is_new = FALSE;
      return TRUE;
    }

  /* SQLite itself would say so at the first change only. */
  if (self->read_only)
    {
      tal_database_set_error (self, SQLITE_READONLY, error);
      return FALSE;
    }

  code = change_journal_mode (self, self->on_network ? "PRAGMA journal_mode = TRUNCATE"
                                                     : "PRAGMA journal_mode = WAL");
  if (code != SQLITE_OK)
    {
      tal_database_set_error (self, code, error);
      return FALSE;
    }

  self->ready_to_write = TRUE;
  return TRUE;
}

void
tal_database_set_error (TalDatabase *self, int code, GError **error)
{
  int system_error = 0;

  g_return_if_fail (self != NULL);

  if (self->handle != NULL)
    system_error = sqlite3_system_errno (self->handle);
  set_error_for (self->name, classify (code, system_error), sqlite3_errmsg (self->handle), error);
}

const char *
tal_database_get_version (void)
{
  return sqlite3_libversion ();
}
