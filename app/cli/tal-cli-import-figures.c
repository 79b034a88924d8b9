/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-import-figures.h"

#include "base/tal-problem.h"
#include "cli/tal-cli-figure-text.h"
#include "cli/tal-cli-import-text.h"
#include "cli/tal-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* A file without figures needs no answers. */
static const char *
find_emptiness (const TalFigureReport *report)
{
  for (guint i = 0; i < report->doubts->len; i++)
    {
      const TalProblem *doubt = g_ptr_array_index (report->doubts, i);

      if (g_str_equal (tal_problem_get_code (doubt), "values"))
        return tal_problem_get_sentence (doubt);
    }

  return NULL;
}

static const char *
get_outcome (const TalCliFigureErrand *errand, const TalFigureReport *report)
{
  if (find_emptiness (report) != NULL)
    return find_emptiness (report);
  if (tal_figure_report_has_questions (report))
    return _ ("Nothing was written. Answer the questions with --map, --numbers, --days, "
              "--period or --unknown.");
  if (report->n_refused > 0 && !errand->request.skips_refused)
    return _ ("Nothing was written, since some cells cannot be read. Put them right, or leave them "
              "out with --skip-refused.");
  if (report->import->open && !report->written)
    return _ ("Nothing was written. Decide with --theirs or --ours.");
  if (errand->request.import.dry_run)
    return _ ("Nothing was written: this was a dry run.");

  return report->import->rows->len == 0 ? _ ("The file contains no changes.") : _ ("Imported.");
}

static gboolean
is_refused (const TalCliFigureErrand *errand, const TalFigureReport *report)
{
  return tal_figure_report_has_questions (report) ||
         (report->n_refused > 0 && !errand->request.skips_refused) ||
         (report->import->open && !report->written);
}

/* Answers that are open are there to be filled in. */
static gboolean
write_map (const TalCliFigureErrand *errand,
           TalFigureFile            *file,
           const TalFigureReport    *report,
           GError                  **error)
{
  g_autofree char *text = NULL;

  if (errand->map == NULL || g_file_test (errand->map, G_FILE_TEST_EXISTS))
    return TRUE;

  for (guint i = 0; i < report->questions->len; i++)
    {
      const TalFigureQuestion *question = g_ptr_array_index (report->questions, i);

      tal_figure_file_leave_open (file, question->role, question->label);
    }
  text = tal_figure_file_dup_map (file);
  return g_file_set_contents (errand->map, text, -1, error);
}

static gboolean
write_receipt (const TalCliFigureErrand *errand, const char *text, const char *outcome)
{
  g_autofree char   *name = g_filename_display_basename (errand->path);
  g_autofree char   *receipt = g_strdup_printf ("%s\n%s%s\n", name, text, outcome);
  g_autoptr (GError) error = NULL;

  if (errand->receipt == NULL || g_file_set_contents (errand->receipt, receipt, -1, &error))
    return TRUE;

  tal_cli_refuse (error);
  return FALSE;
}

static int
conclude (const TalCliFigureErrand *errand, TalFigureFile *file, const TalFigureReport *report)
{
  const char      *outcome = get_outcome (errand, report);
  gboolean         refused = is_refused (errand, report);
  g_autofree char *whole = tal_cli_figure_dup_text (file, report, TRUE);
  g_autofree char *text =
      tal_cli_figure_dup_text (file, report, errand->request.import.dry_run || refused);
  g_autoptr (GError) error = NULL;

  g_strchomp (text);
  if (errand->format != TAL_CLI_FORMAT_TEXT)
    tal_cli_figure_print_table (report, errand->format);
  else
    tal_cli_print ("%s", text);

  if (refused)
    g_printerr ("indsatstal-cli: %s\n", outcome);
  else if (errand->format == TAL_CLI_FORMAT_TEXT)
    tal_cli_print ("%s", outcome);
  if (!write_map (errand, file, report, &error))
    return tal_cli_refuse (error);

  return write_receipt (errand, whole, outcome) && !refused ? TAL_CLI_DONE : TAL_CLI_REFUSED;
}

/* Whether a person answered: a number of a suggestion, "n" for a new one, "l" to leave it out;
 * anything else leaves it open. */
static gboolean
ask (TalFigureFile *file, const TalFigureQuestion *question)
{
  char    answer[16] = "";
  guint64 number = 0;

  g_autofree char *text = tal_cli_figure_dup_question (question);

  tal_cli_print ("%s", text);
  g_print ("%s ",
           _ ("The number of one of these, a [n]ew one, [l]eave it out, or decide later [Enter]?"));
  if (fgets (answer, sizeof answer, stdin) == NULL)
    return FALSE;

  g_strchomp (answer);
  if (g_strcmp0 (answer, C_ ("answer", "n")) == 0)
    tal_figure_file_make_new (file, question->role, question->label, NULL);
  else if (g_strcmp0 (answer, C_ ("answer", "l")) == 0)
    tal_figure_file_leave_out (file, question->role, question->label);
  else if (question->suggestions->len > 0 &&
           g_ascii_string_to_unsigned (answer, 10, 1, question->suggestions->len, &number, NULL))
    tal_figure_file_use (file, question->role, question->label,
                         g_array_index (question->suggestions, TalFigureSuggestion, number - 1).id,
                         FALSE);
  else
    return FALSE;

  return TRUE;
}

static TalFigureReport *
try_once (TalCollection *collection, TalCliFigureErrand *errand, TalFigureFile *file, GError **error)
{
  TalFigureRequest trial = errand->request;

  trial.import.dry_run = TRUE;
  return tal_collection_import_figures (collection, file, &trial, NULL, error);
}

/* A new series raises the question what its members are.  NULL with an error, else what would be
 * imported after the last answer. */
static TalFigureReport *
ask_about_labels (TalCollection      *collection,
                  TalCliFigureErrand *errand,
                  TalFigureFile      *file,
                  GError            **error)
{
  TalFigureReport *report = try_once (collection, errand, file, error);
  gboolean         answered = TRUE;

  while (report != NULL && report->questions->len > 0 && answered)
    {
      answered = FALSE;
      for (guint i = 0; i < report->questions->len; i++)
        answered |= ask (file, g_ptr_array_index (report->questions, i));
      tal_figure_report_free (report);
      report = try_once (collection, errand, file, error);
    }

  return report;
}

/* Asks about labels first, since what they are decides what is in conflict. */
static gboolean
decide (TalCollection *collection, TalCliFigureErrand *errand, TalFigureFile *file, GError **error)
{
  g_autoptr (TalFigureReport) report = ask_about_labels (collection, errand, file, error);

  if (report == NULL)
    return FALSE;

  errand->request.import.leaves_open = TRUE;
  for (guint i = 0; report->import != NULL && i < report->import->rows->len; i++)
    {
      const TalImportRow *row = g_ptr_array_index (report->import->rows, i);

      if (row->type == TAL_IMPORT_ROW_CONFLICT && tal_import_row_is_open (row))
        g_hash_table_insert (errand->request.import.choices, g_memdup2 (&row->key, sizeof row->key),
                             GINT_TO_POINTER (tal_cli_import_ask (row)));
    }
  return TRUE;
}

static gboolean
read_map (const TalCliFigureErrand *errand, TalFigureFile *file, GPtrArray *notes, GError **error)
{
  g_autofree char *text = NULL;

  if (errand->map == NULL || !g_file_test (errand->map, G_FILE_TEST_EXISTS))
    return TRUE;

  return g_file_get_contents (errand->map, &text, NULL, error) &&
         tal_figure_file_read_map (file, text, notes, error);
}

/* The suggestion, then what is remembered of such files, then what is told here. */
static gboolean
understand (TalCollection            *collection,
            const TalCliFigureErrand *errand,
            TalFigureFile            *file,
            GPtrArray                *notes,
            GError                  **error)
{
  gboolean recognised = FALSE;

  if ((errand->sheet != NULL && !tal_figure_file_choose_sheet_named (file, errand->sheet, error)) ||
      !read_map (errand, file, notes, error) ||
      !tal_collection_recognise_figures (collection, file, &recognised, notes, error))
    return FALSE;

  if (recognised)
    g_ptr_array_insert (notes, 0, g_strdup (_ ("The columns are read as in the file before.")));
  if (errand->numbers != NULL)
    tal_figure_file_set_all_numbers (file, g_str_equal (errand->numbers, "danish"));
  return TRUE;
}

static int
run (TalCollection *collection, TalCliFigureErrand *errand, TalFigureFile *file)
{
  g_autoptr (GPtrArray)       notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalFigureReport) report = NULL;

  if (!understand (collection, errand, file, notes, &error))
    return tal_cli_refuse (error);
  if (errand->period != NULL && !tal_figure_file_set_period (file, errand->period))
    return tal_cli_misuse ("import", _ ("Say a period as “2017”, “2017-Q4” or “2017-03”."));
  if (errand->days != NULL && !tal_figure_file_set_days (file, errand->days))
    return tal_cli_misuse ("import", _ ("Dates stand for a “day”, “month”, “quarter” or “year”."));
  if (errand->interactive && !decide (collection, errand, file, &error))
    return tal_cli_refuse (error);

  report = tal_collection_import_figures (collection, file, &errand->request, NULL, &error);
  if (report == NULL)
    return tal_cli_refuse (error);
  for (guint i = notes->len; i > 0; i--)
    g_ptr_array_insert (report->doubts, 0,
                        tal_problem_new (TAL_SEVERITY_NOTE, "map", NULL,
                                         g_ptr_array_index (notes, i - 1)));
  return conclude (errand, file, report);
}

int
tal_cli_import_figures (TalCollection *collection, TalCliFigureErrand *errand)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalFigureFile) file = NULL;

  g_return_val_if_fail (collection != NULL && errand != NULL, TAL_CLI_REFUSED);

  file = tal_figure_file_open (errand->path, NULL, &error);
  return file != NULL ? run (collection, errand, file) : tal_cli_refuse (error);
}
