/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "store/fixture.h"
#include "store/tal-database.h"
#include "store/tal-migration.h"

#include <glib.h>
#include <locale.h>

/* The program's own steps, and one that a later version might have. */
static char **
list_with (const char *later)
{
  g_auto (GStrv)           steps = tal_migration_list ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **)steps);
  g_strv_builder_add (builder, later);
  return g_strv_builder_end (builder);
}

static Fixture *
new_closed (char **ret_content)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();

  fixture_commit (fixture, plan, 0);
  *ret_content = fixture_dump (fixture->store);
  g_clear_pointer (&fixture->store, tal_store_close);
  return fixture;
}

static gboolean
migrate (const char *path, char **steps, GError **error)
{
  g_autoptr (TalDatabase) database =
      tal_database_open (path, TAL_DATABASE_READ_WRITE, FALSE, error);

  return database != NULL && tal_migration_run (database, (const char *const *)steps, error) &&
         tal_migration_check (database, (const char *const *)steps, error);
}

static void
test_migration_keeps_a_copy (void)
{
  g_autofree char     *content = NULL;
  Fixture             *fixture = new_closed (&content);
  g_auto (GStrv)       steps = list_with ("CREATE TABLE letters (id INTEGER PRIMARY KEY) STRICT;");
  g_autoptr (GError)   error = NULL;
  g_autoptr (TalStore) copy = NULL;
  g_autofree char     *copied = NULL;
  g_autofree char     *path = g_strconcat (fixture->path, ".version-1", NULL);

  g_assert_true (migrate (fixture->path, steps, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_ask (fixture->path, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (fixture_ask (fixture->path, "SELECT count(*) FROM letters"), ==, 0);
  g_assert_cmpint (fixture_ask (fixture->path, "SELECT max(value) FROM observations"), ==, 545);

  copy = tal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  copied = fixture_dump (copy);
  g_assert_cmpstr (content, ==, copied);

  /* And once is enough. */
  g_assert_true (migrate (fixture->path, steps, &error));
  fixture_free (fixture);
}

static void
test_migration_is_whole_or_not_there (void)
{
  g_autofree char   *content = NULL;
  g_autofree char   *after = NULL;
  Fixture           *fixture = new_closed (&content);
  g_auto (GStrv)     steps = list_with ("CREATE TABLE letters (id INTEGER PRIMARY KEY) STRICT;"
                                            "DELETE FROM observations; DELETE FROM nothing;");
  g_autoptr (GError) error = NULL;

  g_assert_false (migrate (fixture->path, steps, &error));
  g_assert_true (error->domain == TAL_ERROR);
  g_assert_cmpint (fixture_ask (fixture->path, "PRAGMA user_version"), ==, 1);
  fixture_reopen (fixture);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (content, ==, after);
  fixture_free (fixture);
}

static void
test_migration_needs_to_write (void)
{
  g_autofree char        *content = NULL;
  Fixture                *fixture = new_closed (&content);
  g_auto (GStrv)          steps = list_with ("CREATE TABLE letters (id) STRICT;");
  g_autoptr (GError)      error = NULL;
  g_autoptr (TalDatabase) database =
      tal_database_open (fixture->path, TAL_DATABASE_READ_ONLY, FALSE, &error);

  g_assert_no_error (error);
  g_assert_false (tal_migration_run (database, (const char *const *)steps, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_READ_ONLY);
  fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/migration/keeps-a-copy-of-what-was", test_migration_keeps_a_copy);
  g_test_add_func ("/store/migration/is-whole-or-not-there", test_migration_is_whole_or_not_there);
  g_test_add_func ("/store/migration/needs-to-write", test_migration_needs_to_write);

  return g_test_run ();
}
