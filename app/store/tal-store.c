/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-store.h"

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "store/tal-backup.h"
#include "store/tal-check.h"
#include "store/tal-collection-file.h"
#include "store/tal-database.h"
#include "store/tal-latest-table.h"
#include "store/tal-latest.h"
#include "store/tal-migration.h"
#include "store/tal-store-private.h"

#include <glib/gi18n-lib.h>

struct _TalStore
{
  TalDatabase    *database;
  TalRecordTable *tables[TAL_N_KINDS]; /* none for observations */
  TalRunReader   *runs;
  gint64          version; /* of what others wrote, when the catalogue was loaded */
};

static TalStore *
store_new (TalDatabase *database)
{
  TalStore *self = g_new0 (TalStore, 1);

  self->database = database;
  self->runs = tal_run_reader_new (database);
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      if (kind != TAL_KIND_OBSERVATION)
        self->tables[kind] = tal_record_table_new (database, (TalKind)kind);
    }
  return self;
}

static gboolean
insert_collection (TalDatabase *database, GError **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database, "INSERT INTO collection (id, uuid) VALUES (1, ?1)", error);

  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, tal_id_new ());
  return tal_statement_run (row, error);
}

/* All of it in one transaction: a file is a collection, or has nothing in it. */
static gboolean
make_collection (TalDatabase *database, GError **error)
{
  g_auto (GStrv)          steps = tal_migration_list ();
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;

  return tal_transaction_begin (&transaction, database, error) &&
         tal_migration_start (database, (const char *const *)steps, error) &&
         insert_collection (database, error) && tal_transaction_commit (&transaction, error);
}

static gboolean
choose_mode (const TalCollectionFile *file,
             gboolean                 read_only,
             TalDatabaseMode         *ret_mode,
             GError                 **error)
{
  g_autofree char *name = NULL;

  if (file->writable || read_only)
    {
      *ret_mode = TAL_DATABASE_READ_WRITE;
      if (read_only)
        *ret_mode =
            file->can_freeze && !file->writable ? TAL_DATABASE_FROZEN : TAL_DATABASE_READ_ONLY;
      return TRUE;
    }

  name = g_filename_display_basename (file->path);
  g_set_error (error, TAL_ERROR, TAL_ERROR_READ_ONLY,
               _ ("“%s” or its folder may not be written. Copy it to a folder of your own to "
                  "change it."),
                  name);
  return FALSE;
}

/* The first column of the one row of the collection. */
static TalStatement *
read_collection (TalStore *self, const char *sql, GError **error)
{
  g_autoptr (TalStatement) row = tal_database_prepare (self->database, sql, error);

  if (row == NULL)
    return NULL;

  if (!tal_statement_next (row))
    {
      if (tal_statement_finish (row, error))
        g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED,
                             _ ("The collection does not say which one it is."));
      return NULL;
    }

  return g_steal_pointer (&row);
}

static gboolean
load_version (TalStore *self, gint64 *ret_version, GError **error)
{
  return tal_database_load_integer (self->database, "PRAGMA data_version", ret_version, error);
}

static TalCatalogue *
load_records (TalStore *self, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      if (self->tables[kind] != NULL && !tal_record_table_load (self->tables[kind], records, error))
        return NULL;
    }

  return tal_catalogue_new_from_records (records);
}

TalStore *
tal_store_create (const char *path, GError **error)
{
  g_auto (TalCollectionFile) file = { 0 };
  g_autoptr (TalDatabase)    database = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!tal_collection_file_create (path, &file, error))
    return NULL;

  database = tal_database_open (file.path, TAL_DATABASE_NEW, file.on_network, error);
  if (database == NULL || !make_collection (database, error))
    {
      g_clear_pointer (&database, tal_database_close);
      tal_collection_file_remove (file.path);
      return NULL;
    }

  return store_new (g_steal_pointer (&database));
}

TalStore *
tal_store_open (const char *path, gboolean read_only, GError **error)
{
  g_auto (TalCollectionFile) file = { 0 };
  g_auto (GStrv)             steps = tal_migration_list ();
  g_autoptr (TalDatabase)    database = NULL;
  TalDatabaseMode            mode = TAL_DATABASE_READ_ONLY;

  g_return_val_if_fail (path != NULL, NULL);

  if (!tal_collection_file_look (path, &file, error) ||
      !choose_mode (&file, read_only, &mode, error))
    return NULL;

  database = tal_database_open (file.path, mode, file.on_network, error);
  if (database == NULL || !tal_migration_run (database, (const char *const *)steps, error) ||
      !tal_migration_check (database, (const char *const *)steps, error))
    return NULL;

  return store_new (g_steal_pointer (&database));
}

TalDatabase *
tal_store_get_database (TalStore *self)
{
  return self->database;
}

TalRecordTable *
tal_store_get_table (TalStore *self, TalKind kind)
{
  return self->tables[kind];
}

TalRunReader *
tal_store_get_run_reader (TalStore *self)
{
  return self->runs;
}

void
tal_store_close (TalStore *self)
{
  if (self == NULL)
    return;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    tal_record_table_free (self->tables[kind]);
  tal_run_reader_free (self->runs);
  tal_database_close (self->database);
  g_free (self);
}

void
tal_store_discard (TalStore *self)
{
  g_autofree char *path = NULL;

  g_return_if_fail (self != NULL);

  path = g_strdup (tal_store_get_path (self));
  tal_store_close (self);
  tal_collection_file_remove (path);
}

const char *
tal_store_get_path (const TalStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_database_get_path (self->database);
}

gboolean
tal_store_is_read_only (const TalStore *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return tal_database_is_read_only (self->database);
}

gboolean
tal_store_is_on_network_drive (const TalStore *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return tal_database_is_on_network (self->database);
}

static gboolean
load_collection_id (TalStore *self, const char *sql, TalId *ret_id, GError **error)
{
  g_autoptr (TalStatement) row = read_collection (self, sql, error);

  return row != NULL && tal_statement_read_id (row, 0, ret_id, error);
}

gboolean
tal_store_load_id (TalStore *self, TalId *ret_id, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_id != NULL, FALSE);

  return load_collection_id (self, "SELECT uuid FROM collection", ret_id, error);
}

/* None is stored as NULL. */
static gboolean
save_collection_id (TalStore *self, const char *sql, TalId id, GError **error)
{
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (tal_database_is_in_transaction (self->database), FALSE);

  row = tal_database_prepare (self->database, sql, error);
  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, id);
  return tal_statement_run (row, error);
}

gboolean
tal_store_load_home_unit (TalStore *self, TalId *ret_unit, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_unit != NULL, FALSE);

  return load_collection_id (self, "SELECT home_unit FROM collection", ret_unit, error);
}

gboolean
tal_store_save_home_unit (TalStore *self, TalId unit, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return save_collection_id (self, "UPDATE collection SET home_unit = ?1", unit, error);
}

gboolean
tal_store_load_replica (TalStore *self, TalId *ret_replica, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_replica != NULL, FALSE);

  return load_collection_id (self, "SELECT replica FROM collection", ret_replica, error);
}

gboolean
tal_store_save_replica (TalStore *self, TalId replica, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return save_collection_id (self, "UPDATE collection SET replica = ?1", replica, error);
}

gboolean
tal_store_load_is_example (TalStore *self, gboolean *ret_example, GError **error)
{
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_example != NULL, FALSE);

  row = read_collection (self, "SELECT example FROM collection", error);
  if (row == NULL)
    return FALSE;

  *ret_example = tal_statement_get_integer (row, 0) != 0;
  return TRUE;
}

gboolean
tal_store_save_is_example (TalStore *self, gboolean example, GError **error)
{
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tal_database_is_in_transaction (self->database), FALSE);

  row = tal_database_prepare (self->database, "UPDATE collection SET example = ?1", error);
  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, example ? 1 : 0);
  return tal_statement_run (row, error);
}

TalCatalogue *
tal_store_load_catalogue (TalStore *self, GError **error)
{
  g_auto (TalTransaction)  reading = TAL_TRANSACTION_INIT;
  g_autoptr (TalCatalogue) catalogue = NULL;
  gint64                   version = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tal_transaction_begin_reading (&reading, self->database, error))
    return NULL;

  catalogue = load_records (self, error);
  if (catalogue == NULL || !load_version (self, &version, error) ||
      !tal_transaction_commit (&reading, error))
    return NULL;

  self->version = version;
  return g_steal_pointer (&catalogue);
}

TalRunSource *
tal_store_get_runs (TalStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_run_reader_get_source (self->runs);
}

gboolean
tal_store_has_moved (TalStore *self, gboolean *ret_moved, GError **error)
{
  gint64 version = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_moved != NULL, FALSE);

  if (!load_version (self, &version, error))
    return FALSE;

  *ret_moved = version != self->version;
  return TRUE;
}

gboolean
tal_store_begin (TalStore *self, TalTransaction *ret_transaction, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_transaction != NULL, FALSE);

  return tal_transaction_begin (ret_transaction, self->database, error);
}

gboolean
tal_store_begin_reading (TalStore *self, TalTransaction *ret_transaction, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_transaction != NULL, FALSE);

  return tal_transaction_begin_reading (ret_transaction, self->database, error);
}

GHashTable *
tal_store_load_latest (TalStore *self, GError **error)
{
  g_auto (TalTransaction) reading = TAL_TRANSACTION_INIT;
  g_autoptr (GHashTable)  latest = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tal_transaction_begin_reading (&reading, self->database, error))
    return NULL;

  latest = tal_latest_table_load (self->database, error);
  if (latest == NULL || !tal_transaction_commit (&reading, error))
    return NULL;

  return g_steal_pointer (&latest);
}

gboolean
tal_store_rebuild_latest (TalStore *self, const TalCatalogue *catalogue, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tal_database_is_in_transaction (self->database), FALSE);

  return tal_latest_rebuild (self->database, catalogue, tal_store_get_runs (self), error);
}

char *
tal_store_back_up (TalStore *self, const char *folder, TalTime made_at, GError **error)
{
  g_autoptr (TalDatabase) beside = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  if (!tal_database_is_in_transaction (self->database))
    return tal_backup_write_dated (self->database, folder, made_at, error);

  /* A copy through this connection would have what is not committed yet. */
  beside = tal_database_open (tal_store_get_path (self), TAL_DATABASE_READ_ONLY,
                              tal_store_is_on_network_drive (self), error);
  return beside != NULL ? tal_backup_write_dated (beside, folder, made_at, error) : NULL;
}

GPtrArray *
tal_store_check (TalStore *self, GError **error)
{
  g_autoptr (GPtrArray)    problems = tal_problem_list_new ();
  g_autoptr (TalCatalogue) catalogue = NULL;
  g_autoptr (GError)       found = NULL;
  g_auto (TalTransaction)  reading = TAL_TRANSACTION_INIT;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tal_transaction_begin_reading (&reading, self->database, error) ||
      !tal_check_database (self->database, problems, error))
    return NULL;

  /* The rest rests on records that can be read. */
  catalogue = load_records (self, &found);
  if (catalogue == NULL)
    {
      g_ptr_array_add (problems,
                       tal_problem_new (TAL_SEVERITY_ERROR, "damaged", NULL, found->message));
      return g_steal_pointer (&problems);
    }

  if (!tal_check_history (self->database, catalogue, problems, error) ||
      !tal_check_latest (self->database, catalogue, tal_store_get_runs (self), problems, error))
    return NULL;

  return g_steal_pointer (&problems);
}
