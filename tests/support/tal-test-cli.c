/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/tal-test-cli.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
tal_test_cli_init (TalTestCli *self)
{
  g_autoptr (GError) error = NULL;

  *self = (TalTestCli){ g_dir_make_tmp ("indsatstal-test-XXXXXX", &error), NULL, NULL, NULL };
  g_assert_no_error (error);
}

void
tal_test_cli_clear (TalTestCli *self)
{
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->locale, g_free);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
}

const char *
tal_test_cli_path (TalTestCli *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_intern_string (path);
}

void
tal_test_cli_run_words (TalTestCli *self, int exit_code, const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess)         command = NULL;
  g_autoptr (GError)              error = NULL;
  g_autofree char                *joined = g_strjoinv (" ", (char **)words);
  g_autofree char                *input = g_steal_pointer (&self->input);
  g_autofree char                *line = g_utf8_make_valid (joined, -1);

  launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE |
                                 (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : 0));
  if (self->locale != NULL)
    {
      g_subprocess_launcher_setenv (launcher, "LC_ALL", self->locale, TRUE);
      g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
    }
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);

  command = g_subprocess_launcher_spawnv (launcher, words, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
  g_subprocess_communicate_utf8 (command, input, NULL, &self->output, &self->errors, &error);
  g_assert_no_error (error);

  g_test_message ("%s: %s%s", line, self->output, self->errors);
  g_assert_true (g_subprocess_get_if_exited (command));
  g_assert_cmpint (g_subprocess_get_exit_status (command), ==, exit_code);
}

void
tal_test_cli_run (TalTestCli *self, int exit_code, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char           *word = NULL;
  va_list               arguments;

  g_ptr_array_add (words, (gpointer)g_getenv ("INDSATSTAL_CLI"));
  g_assert_nonnull (g_ptr_array_index (words, 0));

  va_start (arguments, exit_code);
  while ((word = va_arg (arguments, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer)word);
  va_end (arguments);

  g_ptr_array_add (words, NULL);
  tal_test_cli_run_words (self, exit_code, (const char *const *)words->pdata);
}

void
tal_test_cli_assert_one_sentence (TalTestCli *self)
{
  g_autofree char *line = g_strchomp (g_strdup (self->errors));

  g_assert_true (g_str_has_prefix (line, "indsatstal-cli: "));
  g_assert_null (strchr (line, '\n'));
  g_assert_true (g_str_has_suffix (line, "."));
  g_assert_cmpuint (strlen (line), >, strlen ("indsatstal-cli: ."));
}

char *
tal_test_cli_read (TalTestCli *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  g_file_get_contents (tal_test_cli_path (self, name), &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
tal_test_cli_write (TalTestCli *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (tal_test_cli_path (self, name), text, -1, &error);
  g_assert_no_error (error);
}

/* The cells of the row that begins at *text, which goes on to the next. */
static GPtrArray *
read_row (const char **text)
{
  GPtrArray          *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean            quoted = FALSE;
  const char         *p = *text;

  for (; *p != '\0'; p++)
    {
      if (quoted && p[0] == '"' && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == ',' || (p[0] == '\r' && p[1] == '\n')))
        {
          g_ptr_array_add (cells, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          if (*p == '\r')
            break;
        }
      else
        g_string_append_c (cell, *p);
    }

  *text = *p == '\0' ? p : p + 2;
  return cells;
}

static guint
find_column (const GPtrArray *head, const char *name)
{
  for (guint i = 0; i < head->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (head, i), name))
        return i;
    }

  g_error ("no column %s", name);
}

char *
tal_test_cli_cell (const char *csv, guint row, const char *column)
{
  g_autoptr (GPtrArray) head = read_row (&csv);
  guint                 position = find_column (head, column);

  for (guint i = 0; *csv != '\0'; i++)
    {
      g_autoptr (GPtrArray) cells = read_row (&csv);

      g_assert_cmpuint (cells->len, ==, head->len);
      if (i == row)
        return g_strdup (g_ptr_array_index (cells, position));
    }

  return NULL;
}

guint
tal_test_cli_find_row (const char *csv,
                       const char *column_a,
                       const char *value_a,
                       const char *column_b,
                       const char *value_b)
{
  for (guint row = 0;; row++)
    {
      g_autofree char *a = tal_test_cli_cell (csv, row, column_a);
      g_autofree char *b = a != NULL ? tal_test_cli_cell (csv, row, column_b) : NULL;

      if (a == NULL)
        g_error ("no row with %s %s and %s %s", column_a, value_a, column_b, value_b);
      if (g_str_equal (a, value_a) && g_str_equal (b, value_b))
        return row;
    }
}
