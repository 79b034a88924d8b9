/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-cube-file.h"

#include <string.h>

typedef struct
{
  const char *name;
  gsize       n_cells; /* counted by other means */
  guint       n_missing;
  guint       n_commented;
  guint       n_dimensions;
} Sample;

static const Sample samples[] = {
  { "px-01-HA0201E8-kvartal.px", 117, 0, 0, 2 },
  { "px-04-datasymbols-missing-values.px", 24, 6, 0, 4 },
  { "adx-01-dhis2-sample1.xml", 13, 0, 1, 6 },
  { "adx-05-ihe-covid19-data_sample.xml", 175, 0, 0, 6 },
  { "sdmx-02-generic-2.0.xml", 13, 0, 0, 5 },
  { "sdmx-03-ecb-generic-timeseries-2.1.xml", 12, 0, 0, 6 },
};

static void
test_reads_files_of_others (gconstpointer user_data)
{
  const Sample       *sample = user_data;
  const char         *folder = g_getenv ("INDSATSTAL_SAMPLES");
  g_autofree char    *path = NULL;
  g_autoptr (GError)  error = NULL;
  g_autoptr (TalCube) cube = NULL;
  guint               n_missing = 0;
  guint               n_commented = 0;

  if (folder == NULL)
    {
      g_test_skip ("INDSATSTAL_SAMPLES names no folder");
      return;
    }

  path = g_build_filename (folder, sample->name, NULL);
  cube = tal_cube_file_read (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tal_cube_get_n_cells (cube), ==, sample->n_cells);
  g_assert_cmpuint (tal_cube_get_n_dimensions (cube), ==, sample->n_dimensions);
  for (gsize i = 0; i < tal_cube_get_n_cells (cube); i++)
    {
      TalCubeCell cell = tal_cube_get_cell (cube, i);

      n_missing += cell.missing != TAL_CUBE_MISSING_NONE;
      n_commented += cell.comment != NULL;
    }
  g_assert_cmpuint (n_missing, ==, sample->n_missing);
  if (!g_str_has_prefix (sample->name, "sdmx"))
    g_assert_cmpuint (n_commented, ==, sample->n_commented);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/samples/", samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test_reads_files_of_others);
    }

  return g_test_run ();
}
