/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts as files: which format, and what is left when one cannot be written. */

#include "base/tal-error.h"
#include "model/tal-chart-file.h"
#include "model/tal-language.h"

#include <glib/gstdio.h>
#include <string.h>

#define OLD "det, der stod her før"

static const struct
{
  const char    *name;
  TalChartFormat format;
} good_names[] = {
  { "diagram.svg", TAL_CHART_FORMAT_SVG },
  { "diagram.png", TAL_CHART_FORMAT_PNG },
  { "diagram.pdf", TAL_CHART_FORMAT_PDF },
  { "DIAGRAM.PDF", TAL_CHART_FORMAT_PDF },
  { "/tmp/måltal 2023.v2.Svg", TAL_CHART_FORMAT_SVG },
};

static const char *const bad_names[] = { "diagram", "diagram.jpg", "diagram.svg.txt", "pdf", "" };

/* What the bytes of each format begin with. */
static const char *const beginnings[] = {
  [TAL_CHART_FORMAT_SVG] = "<?xml",
  [TAL_CHART_FORMAT_PNG] = "\211PNG",
  [TAL_CHART_FORMAT_PDF] = "%PDF-",
};

typedef struct
{
  char         *folder;
  TalChartSpec *spec;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  TalChartSeries    *series = NULL;
  TalPeriod          period;

  *fixture = (Fixture){ g_dir_make_tmp ("indsatstal-test-XXXXXX", &error) };
  g_assert_no_error (error);
  fixture->spec = tal_chart_spec_new (TAL_CHART_LINE, "Udsatte borgere");
  series = tal_chart_spec_add_series (fixture->spec, "København");
  for (gint64 year = 2015; year <= 2017; year++)
    {
      g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, (int)year, 1, &period));
      tal_chart_spec_add_period (fixture->spec, period);
      tal_chart_series_add (series, tal_chart_value_new (TAL_DECIMAL (14644 - year, 0)));
    }
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  tal_chart_spec_unref (fixture->spec);
  g_free (fixture->folder);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint            n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;
  return n_files;
}

static gboolean
write_chart (Fixture *fixture, const TalChartSize *size, const char *path, GError **error)
{
  TalChartStyle style = { .theme = TAL_CHART_THEME_PRINT };

  return tal_chart_file_write (fixture->spec, &style, size, path, error);
}

static void
test_the_suffix_says_the_format (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_names); i++)
    {
      g_autoptr (GError) error = NULL;
      TalChartFormat     format = (TalChartFormat)-1;

      g_test_message ("%s", good_names[i].name);
      g_assert_true (tal_chart_file_find_format (good_names[i].name, &format, &error));
      g_assert_no_error (error);
      g_assert_cmpint (format, ==, good_names[i].format);
    }
}

static void
test_another_suffix_is_refused_in_a_sentence (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sentence = g_strdup_printf ("En figur gemmes som .svg, .png eller .pdf, og "
                                                   "”%s” ender ikke på nogen af dem.",
                                                   bad_names[i]);
      TalChartFormat   format = TAL_CHART_FORMAT_PNG;

      g_assert_false (tal_chart_file_find_format (bad_names[i], &format, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
      g_assert_cmpstr (error->message, ==, sentence);
      g_assert_cmpint (format, ==, TAL_CHART_FORMAT_PNG);
    }
}

static void
test_each_format_is_written_whole (Fixture *fixture, gconstpointer unused)
{
  static const TalChartSize size = { 800, 450, FALSE };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *path = g_build_filename (fixture->folder, good_names[i].name, NULL);
      g_autofree char   *bytes = NULL;
      gsize              length = 0;

      g_assert_true (write_chart (fixture, &size, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpmem (bytes, strlen (beginnings[good_names[i].format]),
                       beginnings[good_names[i].format], strlen (beginnings[good_names[i].format]));
      g_assert_cmpuint (length, >, 1000);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_what_was_there_is_replaced_whole (Fixture *fixture, gconstpointer unused)
{
  static const TalChartSize size = { 800, 450, FALSE };
  g_autofree char          *path = g_build_filename (fixture->folder, "diagram.svg", NULL);
  g_autofree char          *old = g_strnfill (1000000, 'x');
  g_autofree char          *text = NULL;

  g_assert_true (g_file_set_contents (path, old, -1, NULL));
  g_assert_true (write_chart (fixture, &size, path, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "<?xml"));
  g_assert_true (g_str_has_suffix (text, "</svg>\n"));
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_what_cannot_be_drawn_leaves_what_was_there (Fixture *fixture, gconstpointer unused)
{
  static const TalChartSize sizes[] = { { 10, 10, FALSE }, { 800, 20000, FALSE } };
  g_autofree char          *path = g_build_filename (fixture->folder, "diagram.png", NULL);
  g_autofree char          *text = NULL;

  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (write_chart (fixture, &sizes[i], path, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, OLD);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_a_folder_that_is_not_there_is_said (Fixture *fixture, gconstpointer unused)
{
  static const TalChartSize size = { 800, 450, FALSE };
  g_autofree char   *path = g_build_filename (fixture->folder, "missing", "diagram.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_chart (fixture, &size, path, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* A folder where the file should be: nobody, not even root, can put a file in its place. */
static void
test_what_cannot_be_written_leaves_nothing_beside_it (Fixture *fixture, gconstpointer unused)
{
  static const TalChartSize size = { 800, 450, FALSE };
  g_autofree char          *path = g_build_filename (fixture->folder, "diagram.svg", NULL);
  g_autoptr (GError)        error = NULL;

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
  g_assert_false (write_chart (fixture, &size, path, &error));
  g_assert_true (error->domain == TAL_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  tal_language_init ();
  g_test_init (&argc, &argv, NULL);

  ADD ("/model/chart-file/the-suffix-says-the-format", test_the_suffix_says_the_format);
  ADD ("/model/chart-file/another-suffix-is-refused-in-a-sentence",
       test_another_suffix_is_refused_in_a_sentence);
  ADD ("/model/chart-file/each-format-is-written-whole", test_each_format_is_written_whole);
  ADD ("/model/chart-file/what-was-there-is-replaced-whole", test_what_was_there_is_replaced_whole);
  ADD ("/model/chart-file/what-cannot-be-drawn-leaves-what-was-there",
       test_what_cannot_be_drawn_leaves_what_was_there);
  ADD ("/model/chart-file/a-folder-that-is-not-there-is-said",
       test_a_folder_that_is_not_there_is_said);
  ADD ("/model/chart-file/what-cannot-be-written-leaves-nothing-beside-it",
       test_what_cannot_be_written_leaves_nothing_beside_it);
  return g_test_run ();
}
