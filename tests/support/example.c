/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/example.h"

#include <glib/gstdio.h>

void
example_set_up (Example *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  *self = (Example){ g_dir_make_tmp ("indsatstal-test-XXXXXX", &error) };
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "bif.indsats", NULL);
  self->collection = tal_collection_create_example (self->path, NULL, &error);
  g_assert_no_error (error);
}

void
example_tear_down (Example *self, gconstpointer unused)
{
  g_clear_pointer (&self->collection, tal_collection_close);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

const TalSeries *
example_find_series (const Example *self, const char *name)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (tal_collection_get_catalogue (self->collection), TAL_KIND_SERIES,
                                 &length);

  for (guint i = 0; i < length; i++)
    {
      if (g_str_equal (TAL_SERIES (records[i])->name, name))
        return TAL_SERIES (records[i]);
    }

  g_error ("The example has no series “%s”.", name);
}
