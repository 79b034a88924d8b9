/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/cube-text.h"
#include "formats/tal-cube-builder.h"
#include "formats/tal-cube-file.h"
#include "formats/tal-cube-number.h"
#include "formats/tal-cube-period.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_numbers_stay_exact (void)
{
  static const struct
  {
    const char *text;
    const char *number; /* NULL for none, "" for too long */
  } cases[] = {
    { "0", "0" },
    { "-0", "0" },
    { "12", "12" },
    { "+3", "3" },
    { "-12.50", "-12.50" },
    { ".5", "0.5" },
    { "5.", "5" },
    { "0.000", "0.000" },
    { "100", "100" },
    { "1500.00", "1500.00" },
    { "1.5E3", "1500" },
    { "1.25e1", "12.5" },
    { "25E-2", "0.25" },
    { "100E-1", "10.0" },
    { "2.351", "2.351" },
    { "0.123456789", "0.123456789" },
    { "1.50000000000000000000", "1.500000000" },
    { "999999999999999999", "999999999999999999" },
    { "1000000000000000000", "" },
    { "0.1234567891", "" },
    { "1E99", "" },
    { "1E99999999999", "" },
    { "0E99999999999", "0" },
    { "", NULL },
    { "-", NULL },
    { ".", NULL },
    { "..", NULL },
    { "E5", NULL },
    { "1E", NULL },
    { "1E+", NULL },
    { "1,5", NULL },
    { "1 000", NULL },
    { "1.2.3", NULL },
    { "--1", NULL },
    { "0x10", NULL },
    { "inf", NULL },
    { "١", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalDecimal    number = TAL_DECIMAL_NONE;
      TalCubeNumber kind = tal_cube_number_parse (cases[i].text, strlen (cases[i].text), &number);
      g_autofree char *text = kind == TAL_CUBE_NUMBER_OK ? tal_decimal_to_string (number) : NULL;

      g_test_message ("“%s”", cases[i].text);
      if (kind == TAL_CUBE_NUMBER_TOO_LONG)
        text = g_strdup ("");
      g_assert_cmpstr (text, ==, cases[i].number);
    }
}

static void
test_periods_of_many_publishers (void)
{
  static const char *const cases[][2] = {
    { "2006", "2006" },
    { "2006K1", "2006-Q1" },
    { "2006Q4", "2006-Q4" },
    { "2006-Q4", "2006-Q4" },
    { "2006M01", "2006-01" },
    { "2006M1", "2006-01" },
    { "2006-12", "2006-12" },
    { "2006U05", "2006-W05" },
    { "2006-W52", "2006-W52" },
    { "2009W53", "2009-W53" },
    { "2006W53", NULL },
    { "2006H1", "2006-H1" },
    { "2006-S2", "2006-H2" },
    { "2010M01D31", "2010-01-31" },
    { "2010M02D30", NULL },
    { "2010-02-28", "2010-02-28" },
    { "2010-02-28T00:00:00Z", "2010-02-28" },
    { "2015-01-01/P1M", "2015-01-01/2015-01-31" },
    { "2017-09-01/P3M", "2017-09-01/2017-11-30" }, /* no quarter of the calendar */
    { "2020-11-15/P7D", "2020-11-15/2020-11-21" },
    { "2020-11-16/P1W", "2020-11-16/2020-11-22" },
    { "2017-01-01/P1Y", "2017-01-01/2017-12-31" },
    { "2017/P1Y", "2017-01-01/2017-12-31" },
    { "2017-01-01/2018-07-31", "2017-01-01/2018-07-31" },
    { "2018-01-01/2017-07-31", NULL },
    { "2017-09-01/PT1H", NULL },
    { "2017-09-01/P0M", NULL },
    { "9999-12-31/P1Y", NULL },
    { "2005/2006", NULL }, /* a school year, for all that is known */
    { "2024QMAT01", NULL },
    { "2006K5", NULL },
    { "2006M13", NULL },
    { "2006M00", NULL },
    { "20061", NULL },
    { "206", NULL },
    { "0206", NULL },
    { "i alt", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *period = tal_cube_period_dup (cases[i][0]);

      g_test_message ("“%s”", cases[i][0]);
      g_assert_cmpstr (period, ==, cases[i][1]);
    }
}

static void
test_times_of_a_scale (void)
{
  static const struct
  {
    const char *token;
    char        scale;
    const char *period;
    const char *next;
  } cases[] = {
    { "2006", 'A', "2006", "2007" },         { "20062", 'H', "2006-H2", "20071" },
    { "20063", 'Q', "2006-Q3", "20064" },    { "20064", 'Q', "2006-Q4", "20071" },
    { "200612", 'M', "2006-12", "200701" },  { "200952", 'W', "2009-W52", "200953" },
    { "200852", 'W', "2008-W52", "200901" }, { "x", 'Q', NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *period = tal_cube_period_dup_scaled (cases[i].token, cases[i].scale);
      g_autofree char *next = tal_cube_period_dup_next (cases[i].token, cases[i].scale);

      g_assert_cmpstr (period, ==, cases[i].period);
      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

static void
test_late_dimensions_leave_earlier_cells_without (void)
{
  g_autoptr (TalCubeBuilder) builder = tal_cube_builder_new ();
  g_autoptr (TalCube)        cube = NULL;
  g_autoptr (TalCube)        other = NULL;
  g_autoptr (GError)         error = NULL;
  TalCubeCell                cell = { .number = TAL_DECIMAL (87, 1), .line = 3 };
  guint                      values[2] = { 0, 0 };
  guint                      dimension = 0;

  tal_cube_builder_add_dimension (builder, "tid", NULL, TAL_CUBE_DIMENSION_TIME, &dimension,
                                  &error);
  tal_cube_builder_add_value (builder, dimension, "2017", NULL, "2017", &error);
  tal_cube_builder_add_cell (builder, &cell, values, &error);
  tal_cube_builder_add_dimension (builder, "k\xc3\xb8n", NULL, TAL_CUBE_DIMENSION_OTHER, &dimension,
                                  &error);
  tal_cube_builder_add_value (builder, dimension, "M\x07", NULL, NULL, &error);
  tal_cube_builder_add_cell (builder, &cell, values, &error);
  cube = tal_cube_builder_finish (builder, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (tal_cube_get_n_cells (cube), ==, 2);
  g_assert_cmpuint (tal_cube_get_cell_value (cube, 0, 1), ==, TAL_CUBE_NO_VALUE);
  g_assert_cmpuint (tal_cube_get_cell_value (cube, 1, 1), ==, 0);
  /* Without the bell. */
  g_assert_cmpstr (tal_cube_get_value (cube, 1, 0)->code, ==, "M");
  g_assert_true (
      tal_decimal_is_identical (tal_cube_get_cell (cube, 1).number, TAL_DECIMAL (87, 1)));

  /* The builder begins anew. */
  other = tal_cube_builder_finish (builder, &error);
  g_assert_null (other);
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
}

static void
test_refuses_too_many_dimensions (void)
{
  g_autoptr (TalCubeBuilder) builder = tal_cube_builder_new ();
  g_autoptr (GError)         error = NULL;
  guint                      dimension = 0;

  for (guint i = 0; i < 64; i++)
    g_assert_true (tal_cube_builder_add_dimension (builder, "a", NULL, TAL_CUBE_DIMENSION_OTHER,
                                                   &dimension, &error));
  g_assert_false (tal_cube_builder_add_dimension (builder, "a", NULL, TAL_CUBE_DIMENSION_OTHER,
                                                  &dimension, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE);
}

static void
test_tells_formats_by_content (void)
{
  static const struct
  {
    const char   *text;
    TalCubeFormat format;
  } cases[] = {
    { "CHARSET=\"ANSI\";", TAL_CUBE_FORMAT_PX },
    { "\xef\xbb\xbf"
      "CHARSET=\"ANSI\";",
      TAL_CUBE_FORMAT_PX },
    { "\r\nTITLE[en]=\"x\";", TAL_CUBE_FORMAT_PX },
    { "<adx xmlns='urn:ihe:qrph:adx:2015'/>", TAL_CUBE_FORMAT_ADX },
    { "<?xml version='1.0'?><!-- <x> --><a:adx>", TAL_CUBE_FORMAT_ADX },
    { "\xef\xbb\xbf<adx/>", TAL_CUBE_FORMAT_ADX },
    { "<message:GenericData>", TAL_CUBE_FORMAT_SDMX },
    { "<html>", TAL_CUBE_FORMAT_SDMX },
    { "tid;tal\n2006;1\n", TAL_CUBE_FORMAT_NONE },
    { "PK\x03\x04", TAL_CUBE_FORMAT_NONE },
    { "{\"a\":1}", TAL_CUBE_FORMAT_NONE },
    { "", TAL_CUBE_FORMAT_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (tal_cube_file_guess (bytes), ==, cases[i].format);
    }

  cube_text_assert_refused ("", 0, TAL_ERROR_INVALID_FILE, "empty");
  cube_text_assert_refused ("{\"data\":{}}", -1, TAL_ERROR_INVALID_FILE, "JSON");
  cube_text_assert_refused ("a;b\n1;2\n", -1, TAL_ERROR_INVALID_FILE, "neither PC-Axis");
}

static void
test_reads_a_file_once (void)
{
  g_autoptr (GError)       missing = NULL;
  g_autoptr (GError)       folder = NULL;
  g_autoptr (GError)       stopped = NULL;
  g_autoptr (GError)       error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TalCube)      cube = NULL;
  g_autofree char         *path = NULL;
  int                      handle = g_file_open_tmp ("indsatstal-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (handle, NULL);
  g_file_set_contents (path, "STUB=\"a\";VALUES(\"a\")=\"b\";DATA=7;", -1, &error);
  g_assert_no_error (error);
  cube = tal_cube_file_read (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tal_cube_get_n_cells (cube), ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_null (tal_cube_file_read (path, cancellable, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (path);

  g_assert_null (tal_cube_file_read (path, NULL, &missing));
  g_assert_error (missing, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_assert_null (tal_cube_file_read (g_get_tmp_dir (), NULL, &folder));
  g_assert_error (folder, TAL_ERROR, TAL_ERROR_UNSAFE_FILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/cube/numbers", test_numbers_stay_exact);
  g_test_add_func ("/formats/cube/periods", test_periods_of_many_publishers);
  g_test_add_func ("/formats/cube/scales", test_times_of_a_scale);
  g_test_add_func ("/formats/cube/late-dimensions",
                   test_late_dimensions_leave_earlier_cells_without);
  g_test_add_func ("/formats/cube/too-many-dimensions", test_refuses_too_many_dimensions);
  g_test_add_func ("/formats/cube/formats", test_tells_formats_by_content);
  g_test_add_func ("/formats/cube/file", test_reads_a_file_once);

  return g_test_run ();
}
