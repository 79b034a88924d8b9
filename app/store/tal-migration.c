/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-migration.h"

#include "base/tal-error.h"
#include "store/tal-backup.h"
#include "store/tal-store-resources.h"
#include "store/tal-transaction.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

static const char *const resources[] = {
  "/dk/indsatstal/store/migrations/0001-start.sql",
};

static gboolean
load_version (TalDatabase *database, gint64 *ret_version, GError **error)
{
  return tal_database_load_integer (database, "PRAGMA user_version", ret_version, error);
}

static gboolean
refuse_newer (const TalDatabase *database, GError **error)
{
  g_autofree char *name = g_filename_display_basename (tal_database_get_path (database));

  g_set_error (error, TAL_ERROR, TAL_ERROR_NEWER_VERSION,
               _ ("“%s” was made by a later version of the program. Update the program to open "
                  "it."),
                  name);
  return FALSE;
}

static gboolean
refuse_unversioned (TalDatabase *database, GError **error)
{
  tal_database_set_error (database, SQLITE_NOTADB, error);
  return FALSE;
}

static gboolean
keep_copy (TalDatabase *database, gint64 version, GError **error)
{
  const char      *path = tal_database_get_path (database);
  g_autofree char *copy = NULL;

  if (path == NULL)
    return TRUE;

  copy = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT, path, version);
  return tal_backup_write (database, copy, error);
}

static gboolean
mark (TalDatabase *database, guint version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u;",
                                          TAL_DATABASE_APPLICATION_ID, version);

  return tal_database_execute (database, sql, error);
}

/* Another program may have done it while this one waited for the lock. */
static gboolean
run_missing (TalDatabase *database, const char *const *steps, GError **error)
{
  gint64 version = 0;
  guint  n_steps = g_strv_length ((char **)steps);

  if (!load_version (database, &version, error))
    return FALSE;

  for (guint i = (guint)CLAMP (version, 0, n_steps); i < n_steps; i++)
    {
      if (!tal_database_execute (database, steps[i], error))
        return FALSE;
    }

  return mark (database, (guint)MAX (version, n_steps), error);
}

static gboolean
run_in_transaction (TalDatabase *database, const char *const *steps, GError **error)
{
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;

  return tal_transaction_begin (&transaction, database, error) &&
         run_missing (database, steps, error) && tal_transaction_commit (&transaction, error);
}

/* The tables as their SQL, which SQLite keeps to the letter; without the statistics that
 * other programs have it gather. */
static char *
dup_schema (TalDatabase *database, GError **error)
{
  g_autoptr (TalStatement) tables = tal_database_prepare (database,
                                                          "SELECT type, name, tbl_name, sql FROM "
                                                          "sqlite_schema WHERE name NOT LIKE "
                                                          "'sqlite_stat_' ORDER BY type, name",
                                                          error);
  g_autoptr (GString)      schema = g_string_new (NULL);

  if (tables == NULL)
    return NULL;

  while (tal_statement_next (tables))
    {
      for (int column = 0; column < 4; column++)
        {
          const char *text = tal_statement_get_text (tables, column);

          g_string_append (schema, text != NULL ? text : "");
          g_string_append_c (schema, '\n');
        }
    }
  if (!tal_statement_finish (tables, error))
    return NULL;

  return g_strdup (schema->str);
}

char **
tal_migration_list (void)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      g_autoptr (GBytes) text =
          g_resource_lookup_data (tal_store_resources_get_resource (), resources[i],
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (text != NULL);
      g_strv_builder_add (steps, g_bytes_get_data (text, NULL));
    }

  return g_strv_builder_end (steps);
}

gboolean
tal_migration_start (TalDatabase *database, const char *const *steps, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (steps != NULL, FALSE);
  g_return_val_if_fail (tal_database_is_in_transaction (database), FALSE);

  return run_missing (database, steps, error);
}

gboolean
tal_migration_run (TalDatabase *database, const char *const *steps, GError **error)
{
  gint64 version = 0;
  guint  n_steps = 0;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (steps != NULL, FALSE);

  if (!load_version (database, &version, error))
    return FALSE;

  n_steps = g_strv_length ((char **)steps);
  if (version <= 0)
    return refuse_unversioned (database, error);
  if (version > n_steps)
    return refuse_newer (database, error);
  if (version == n_steps)
    return TRUE;

  if (tal_database_is_read_only (database))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_READ_ONLY,
                           _ ("The collection is from an earlier version of the program and must "
                              "be written once before it can be read."));
      return FALSE;
    }

  return keep_copy (database, version, error) && run_in_transaction (database, steps, error);
}

gboolean
tal_migration_check (TalDatabase *database, const char *const *steps, GError **error)
{
  g_autoptr (TalDatabase) fresh = NULL;
  g_autofree char        *expected = NULL;
  g_autofree char        *found = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (steps != NULL, FALSE);

  fresh = tal_database_open_in_memory (error);
  if (fresh == NULL || !run_in_transaction (fresh, steps, error))
    return FALSE;

  expected = dup_schema (fresh, error);
  found = expected != NULL ? dup_schema (database, error) : NULL;
  if (found == NULL)
    return FALSE;

  if (!g_str_equal (expected, found))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED,
                           _ ("The tables of the collection are not those that the program made. "
                              "Use an older copy of it."));
      return FALSE;
    }

  return TRUE;
}
