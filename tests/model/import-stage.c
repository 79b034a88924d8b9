/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/import-stage.h"

#include "model/tal-collection-export.h"
#include "model/tal-name-search.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* The figures of this series in the example are of whole years. */
#define SERIES "<observations series=\"018ff000-0000-7000-8000-000000005001\">\n"
#define PLAN "Integrationshandleplanen"
#define FIRST_YEAR 1700

/* Replaces what stands in the text, which must. */
static void
replace (GString *text, const char *found, const char *replacement)
{
  g_assert_cmpuint (g_string_replace (text, found, replacement, 1), ==, 1);
}

/* What the sender has since: another count and many more.  Nothing is to be decided, which would be
 * written down with the time. */
static void
change_file (const char *path, guint n_figures)
{
  g_autoptr (GError)  error = NULL;
  g_autofree char    *content = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GString) figures = g_string_new (SERIES);

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (content);
  for (guint i = 0; i < n_figures; i++)
    g_string_append_printf (figures, "<observation period=\"%u-%02u\" value=\"%u\"/>\n",
                            FIRST_YEAR + i / 12, i % 12 + 1, 100 + i);
  replace (text, SERIES, figures->str);
  replace (text, "period=\"2023\" value=\"545\"",
           "period=\"2023\" value=\"546\" changed=\"2024-06-19T08:00:00Z\" by=\"BIF\"");
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
}

static gboolean
import_file (const char *path, const char *file, GError **error)
{
  const TalImportRequest      request = { .path = file, .policy = TAL_IMPORT_THEIRS };
  g_autoptr (TalCollection)   collection = tal_collection_open (path, FALSE, error);
  g_autoptr (TalImportReport) report = NULL;

  if (collection == NULL)
    return FALSE;

  report = tal_collection_import (collection, &request, NULL, NULL, NULL, error);
  g_assert_true (report == NULL || report->written);
  return report != NULL;
}

/* A plan of one department, as another has taken it in. */
static void
make_collection (ImportStage *self)
{
  g_autoptr (GError)        error = NULL;
  g_autofree char          *example = g_build_filename (self->folder, "bif.indsats", NULL);
  g_autoptr (TalCollection) collection = tal_collection_create_example (example, NULL, &error);
  TalExchangeExport         what = { .since = TAL_TIME_NONE };
  const TalRecord          *plan = NULL;

  g_assert_no_error (error);
  plan =
      tal_name_search_find (tal_collection_get_catalogue (collection), TAL_KIND_PLAN, PLAN, &error);
  g_assert_no_error (error);
  what.plan = plan->id;
  tal_collection_export (collection, self->file, &what, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&collection, tal_collection_close);
  g_unlink (example);

  tal_collection_close (tal_collection_create (self->path, "SOF", &error));
  g_assert_no_error (error);
  g_assert_true (import_file (self->path, self->file, &error));
}

static GBytes *
load_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char              *bytes = NULL;
  gsize              length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

void
import_stage_init (ImportStage *self, guint n_figures)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("indsatstal-import-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "sof.indsats", NULL);
  self->file = g_build_filename (self->folder, "bif.indsats.xml", NULL);
  make_collection (self);
  change_file (self->file, n_figures);
  self->start = load_bytes (self->path);
  self->before = import_stage_dup_content (self->path);
  g_assert_true (import_stage_import (self, &error));
  self->after = import_stage_dup_content (self->path);
  g_assert_false (g_str_equal (self->before, self->after));
  import_stage_reset (self);
}

void
import_stage_remove (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char      *name = NULL;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        import_stage_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
import_stage_clear (ImportStage *self)
{
  import_stage_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->file);
  g_free (self->before);
  g_free (self->after);
  g_bytes_unref (self->start);
}

void
import_stage_reset (ImportStage *self)
{
  static const char *const beside[] = { "-wal", "-shm", "-journal" };
  g_autoptr (GError)       error = NULL;
  gsize                    length = 0;
  const char              *bytes = g_bytes_get_data (self->start, &length);

  for (gsize i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_strconcat (self->path, beside[i], NULL);

      g_unlink (path);
    }
  g_file_set_contents (self->path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
}

gboolean
import_stage_import (ImportStage *self, GError **error)
{
  return import_file (self->path, self->file, error);
}

char *
import_stage_dup_content (const char *path)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalCollection) collection = tal_collection_open (path, FALSE, &error);
  g_autoptr (GPtrArray)     problems = NULL;
  g_autofree char          *file = g_strconcat (path, ".xml", NULL);
  char                     *content = NULL;

  g_assert_no_error (error);
  problems = tal_collection_check (collection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  tal_collection_export (collection, file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (file, &content, NULL, &error);
  g_assert_no_error (error);
  g_unlink (file);
  return content;
}
