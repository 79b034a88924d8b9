/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form goes out as an XLSX, is filled in by somebody without the program and comes back; here
 * what they saved is a CSV of the same cells.
 */

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "exchange/tal-form-private.h"
#include "formats/tal-table-file.h"
#include "model/tal-collection-figures.h"
#include "model/tal-collection-tables.h"
#include "model/tal-name-search.h"
#include "support/example.h"

#include <glib/gstdio.h>

#define PLAN "Integrationshandleplanen"
#define SERIES "Deltagere i virksomhedsindsatsen for ledige"

typedef struct
{
  TalFormColumn column;
  const char   *text;
} Filled;

static TalPeriod
get_period (void)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_parse ("2023", &period, NULL));
  return period;
}

/* The sheet that is filled in, of the plan in that period. */
static TalWorkbook *
make_form (Example *example, TalPeriod period)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (example->folder, "skema.xlsx", NULL);
  const TalRecord *plan = tal_name_search_find (tal_collection_get_catalogue (example->collection),
                                                TAL_KIND_PLAN, PLAN, &error);
  TalTableExport   what = { TAL_TABLE_FILE_XLSX, .period = period };
  TalWorkbook     *book = NULL;

  g_assert_no_error (error);
  what.plan = plan->id;
  tal_collection_export_form (example->collection, path, &what, NULL, &error);
  g_assert_no_error (error);
  book = tal_table_file_read (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return book;
}

static const char *
find_filled (const Filled *filled, guint n_filled, TalFormColumn column)
{
  for (guint i = 0; i < n_filled; i++)
    {
      if (filled[i].column == column)
        return filled[i].text;
    }

  return NULL;
}

/* What is saved when the row of the series is filled in so. */
static char *
fill_in (Example *example, TalWorkbook *form, const Filled *filled, guint n_filled)
{
  const TalSheet     *sheet = tal_workbook_get_sheet (form, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  char               *path = g_build_filename (example->folder, "skema.csv", NULL);
  g_autoptr (GError)  error = NULL;

  for (guint row = 0; row < tal_sheet_get_n_rows (sheet); row++)
    {
      gboolean is_wanted = g_str_equal (tal_sheet_get_text (sheet, row, TAL_FORM_SERIES), SERIES);

      for (guint column = 0; column < TAL_FORM_N_COLUMNS; column++)
        {
          const char *said =
              is_wanted ? find_filled (filled, n_filled, (TalFormColumn)column) : NULL;

          g_string_append_printf (text, "\"%s\"%c",
                                  said != NULL ? said : tal_sheet_get_text (sheet, row, column),
                                  column + 1 < TAL_FORM_N_COLUMNS ? ';' : '\n');
        }
    }
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  return path;
}

static TalFigureReport *
take_in (Example *example, const char *path, GError **error)
{
  const TalFigureRequest    request = { .unknown = TAL_UNKNOWN_ASK };
  g_autoptr (TalFigureFile) file = tal_figure_file_open (path, NULL, error);

  g_assert_nonnull (file);
  return tal_collection_import_figures (example->collection, file, &request, NULL, error);
}

static void
set_here (Example *example, gint64 number)
{
  const TalSeries         *series = example_find_series (example, SERIES);
  const TalFigureEdit      edit = { .sets_value = TRUE, .value = TAL_DECIMAL (number, 0) };
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChangeSet) changes =
      tal_collection_set_series_figure (example->collection, series->record.id, get_period (),
                                        &edit, &error);

  g_assert_no_error (error);
}

static gint64
get_here (Example *example)
{
  const TalSeries   *series = example_find_series (example, SERIES);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalRun) run = tal_run_source_ref_run (tal_collection_get_runs (example->collection),
                                                   series->record.id, &error);

  g_assert_no_error (error);
  return tal_run_find (run, get_period ())->value.coefficient;
}

/* The figure is 545. */
static void
test_form_comes_back (Example *example, gconstpointer unused)
{
  static const struct
  {
    Filled filled[2];
    guint  n_filled;
    gint64 here; /* what it is corrected to here meanwhile; 0 is not */
    guint  n_changed;
    guint  n_conflicts;
    guint  n_refused;
    gint64 after;
  } cases[] = {
    { { { 0 } }, 0, 0, 0, 0, 0, 545 },
    { { { TAL_FORM_NUMBER, "546" } }, 1, 0, 1, 0, 0, 546 },
    { { { TAL_FORM_NUMBER, "1.546" } }, 1, 0, 1, 0, 0, 1546 },
    { { { TAL_FORM_NUMBER, "545,0" } }, 1, 0, 0, 0, 0, 545 },
    { { { TAL_FORM_NUMBER, "" } }, 1, 0, 0, 0, 0, 545 },
    { { { TAL_FORM_NUMBER, "546" } }, 1, 550, 0, 1, 0, 550 },
    { { { TAL_FORM_NUMBER, "550" } }, 1, 550, 0, 0, 0, 550 },
    { { { 0 } }, 0, 550, 0, 0, 0, 550 },
    { { { TAL_FORM_REMARK, "Nyt register" } }, 1, 550, 1, 0, 0, 550 },
    { { { TAL_FORM_STATE, "Foreløbig" } }, 1, 0, 1, 0, 0, 545 },
    { { { TAL_FORM_STATE, "måske" } }, 1, 0, 0, 0, 1, 545 },
    { { { TAL_FORM_NUMBER, "mange" } }, 1, 0, 0, 0, 1, 545 },
    { { { TAL_FORM_NUMBER, "" }, { TAL_FORM_REMARK, "Nyt register" } }, 2, 0, 0, 0, 1, 545 },
    { { { TAL_FORM_SERIES_KEY, "ingen" } }, 1, 0, 0, 0, 1, 545 },
    { { { TAL_FORM_PERIOD_KEY, "2023-13" } }, 1, 0, 0, 0, 1, 545 },
  };
  g_autoptr (TalWorkbook) form = make_form (example, get_period ());

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError)          error = NULL;
      g_autofree char            *path = NULL;
      g_autoptr (TalFigureReport) report = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      if (cases[i].here != 0)
        set_here (example, cases[i].here);
      path = fill_in (example, form, cases[i].filled, cases[i].n_filled);
      report = take_in (example, path, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (report->n_read, ==,
                        report->n_bundled + report->n_untouched + report->n_refused);
      g_assert_cmpuint (report->n_refused, ==, cases[i].n_refused);
      g_assert_cmpuint (report->problems->len, ==, cases[i].n_refused);
      g_assert_cmpuint (report->import->n_changed, ==, cases[i].n_changed);
      g_assert_cmpuint (report->import->n_conflicts, ==, cases[i].n_conflicts);
      g_assert_cmpint (get_here (example), ==, cases[i].after);
      g_unlink (path);
      example_tear_down (example, NULL);
      example_set_up (example, NULL);
    }
}

static void
test_form_says_nothing_new_twice (Example *example, gconstpointer unused)
{
  static const Filled         filled = { TAL_FORM_NUMBER, "546" };
  g_autoptr (TalWorkbook)     form = make_form (example, get_period ());
  g_autofree char            *path = fill_in (example, form, &filled, 1);
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalFigureReport) first = take_in (example, path, &error);
  g_autoptr (TalFigureReport) second = take_in (example, path, &error);
  g_autoptr (TalFigureReport) third = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (first->import->n_changed, ==, 1);
  g_assert_cmpuint (second->import->n_unchanged, ==, 1);

  /* What was corrected after it came is newer than it. */
  set_here (example, 560);
  third = take_in (example, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (third->import->n_kept, ==, 1);
  g_assert_cmpuint (third->import->n_conflicts, ==, 0);
  g_assert_cmpint (get_here (example), ==, 560);
  g_unlink (path);
}

/* Nothing is known of the year before. */
static void
test_form_brings_new_figures (Example *example, gconstpointer unused)
{
  static const Filled         filled = { TAL_FORM_NUMBER, "512" };
  g_autoptr (TalWorkbook)     form = make_form (example, tal_period_step (get_period (), -1));
  g_autofree char            *path = fill_in (example, form, &filled, 1);
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalFigureReport) report = take_in (example, path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_read, ==, 1);
  g_assert_cmpuint (report->import->n_new, ==, 1);
  g_assert_true (report->written);
  g_unlink (path);
}

static void
add (const char *path, void (*test) (Example *example, gconstpointer unused))
{
  g_test_add (path, Example, NULL, example_set_up, test, example_tear_down);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("indsatstal-test-XXXXXX", NULL); /* of backups */
  int              result = 0;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  add ("/model/form/comes-back", test_form_comes_back);
  add ("/model/form/brings-new-figures", test_form_brings_new_figures);
  add ("/model/form/says-nothing-new-twice", test_form_says_nothing_new_twice);

  result = g_test_run ();
  g_rmdir (home);
  return result;
}
