/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-figure-text.h"

#include "base/tal-problem.h"
#include "cli/tal-cli-import-text.h"
#include "model/tal-import-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_columns (GString *text, const TalFigureFile *file)
{
  g_autofree char *kind = tal_figure_file_dup_kind (file);

  g_string_append_printf (text, _ ("The file is read as %s.\n"), kind);
  if (tal_figure_file_get_n_sheets (file) > 1)
    g_string_append_printf (text,
                            _ ("Sheet: %s\n"),
                               tal_figure_file_get_sheet_name (file,
                                                               tal_figure_file_get_sheet (file)));
  for (guint i = 0; i < tal_figure_file_get_n_columns (file); i++)
    {
      TalFigureColumn column = tal_figure_file_get_column (file, i);

      g_string_append_printf (text, "  %s: %s\n", *column.heading != '\0' ? column.heading : "–",
                              tal_figure_file_get_role_title (column.role));
    }
}

static void
append_problem (GString *text, const TalProblem *problem)
{
  const char *place = tal_problem_get_place (problem);

  g_string_append_printf (text, "  %s%s%s\n", place != NULL ? place : "",
                          place != NULL && *place != '\0' ? ": " : "",
                          tal_problem_get_sentence (problem));
}

static void
append_problems (GString *text, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    append_problem (text, g_ptr_array_index (problems, i));
}

char *
tal_cli_figure_dup_question (const TalFigureQuestion *question)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (question != NULL, NULL);

  g_string_append_printf (text,
                          ngettext ("What is “%s” (%s, %u figure)?",
                                    "What is “%s” (%s, %u figures)?", question->n_figures),
                          question->label, tal_figure_file_get_role_title (question->role),
                          question->n_figures);
  for (guint i = 0; i < question->suggestions->len; i++)
    {
      const TalFigureSuggestion *each =
          &g_array_index (question->suggestions, TalFigureSuggestion, i);
      char id[TAL_ID_STRING_LENGTH + 1] = "";

      tal_id_format (each->id, id);
      g_string_append_printf (text, "\n    %u. %s (%s)", i + 1, each->name, id);
    }
  return g_string_free (text, FALSE);
}

static void
append_questions (GString *text, const TalFigureReport *report)
{
  for (guint i = 0; i < report->questions->len; i++)
    {
      g_autofree char *question =
          tal_cli_figure_dup_question (g_ptr_array_index (report->questions, i));

      g_string_append_printf (text, "  %s\n", question);
    }
}

/* Which series each set of labels was taken for. */
static void
append_understood (GString *text, const TalFigureReport *report)
{
  for (guint i = 0; i < report->understood->len; i++)
    {
      const TalFigureUnderstood *each = g_ptr_array_index (report->understood, i);

      if (each->is_new)
        g_string_append_printf (text, _ ("  “%s” (%u): new series “%s”, %s\n"), each->label,
                                         each->n_figures, each->series, each->unit);
      else
        g_string_append_printf (text, _ ("  “%s” (%u): %s\n"), each->label, each->n_figures,
                                         each->series);
    }
}

/* Where every cell of the file went. */
static void
append_counts (GString *text, const TalFigureReport *report)
{
  g_string_append_printf (text,
                          _ ("Read: %u. Compared: %u. Twice the same: %u. Left out: %u. Refused: "
                             "%u. In question: %u."),
                             report->n_read, report->n_bundled, report->n_repeated,
                             report->n_left_out, report->n_refused, report->n_open);
  g_string_append_c (text, '\n');
  if (report->n_untouched > 0)
    g_string_append_printf (text,
                            ngettext ("%u as it was when the form was made.\n",
                                      "%u as they were when the form was made.\n",
                                      report->n_untouched),
                            report->n_untouched);
  if (report->n_new_series > 0)
    g_string_append_printf (text,
                            ngettext ("%u new series.\n", "%u new series.\n", report->n_new_series),
                            report->n_new_series);
  if (report->n_new_members > 0)
    g_string_append_printf (text,
                            ngettext ("%u new member.\n", "%u new members.\n",
                                      report->n_new_members),
                            report->n_new_members);
  if (report->n_rounded > 0)
    g_string_append_printf (text,
                            ngettext ("%u figure has more decimals in the file than are kept.\n",
                                      "%u figures have more decimals in the file than are kept.\n",
                                      report->n_rounded),
                            report->n_rounded);
}

char *
tal_cli_figure_dup_text (const TalFigureFile *file, const TalFigureReport *report, gboolean all)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (file != NULL && report != NULL, NULL);

  if (all)
    append_columns (text, file);
  append_problems (text, report->doubts);
  if (report->import == NULL)
    return g_string_free (text, FALSE);

  append_questions (text, report);
  if (all)
    append_understood (text, report);
  append_counts (text, report);
  append_problems (text, report->problems);
  if (report->questions->len == 0)
    {
      g_autofree char *differences = tal_import_text_dup (report->import, all);

      g_string_append (text, differences);
    }
  for (guint i = 0; all && i < report->notes->len; i++)
    g_string_append_printf (text, _ ("Note in the file: %s\n"),
                                     (const char *)g_ptr_array_index (report->notes, i));
  return g_string_free (text, FALSE);
}

static void
add_row (TalCliTable *table, const char *kind, const char *object, const char *sentence)
{
  tal_cli_table_add_text (table, kind);
  tal_cli_table_add_text (table, object);
  for (guint i = 0; i < 4; i++)
    tal_cli_table_add_text (table, NULL);
  tal_cli_table_add_text (table, NULL);
  tal_cli_table_add_text (table, sentence);
}

static void
add_problems (TalCliTable *table, const GPtrArray *problems, const char *error, const char *other)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const TalProblem *problem = g_ptr_array_index (problems, i);

      add_row (table, tal_problem_get_severity (problem) == TAL_SEVERITY_ERROR ? error : other,
               tal_problem_get_place (problem), tal_problem_get_sentence (problem));
    }
}

void
tal_cli_figure_print_table (const TalFigureReport *report, TalCliFormat format)
{
  g_autoptr (TalCliTable) table = tal_cli_table_new (tal_cli_import_columns);

  g_return_if_fail (report != NULL);

  add_problems (table, report->doubts, "question", "note");
  for (guint i = 0; i < report->questions->len; i++)
    {
      const TalFigureQuestion *question = g_ptr_array_index (report->questions, i);
      g_autofree char         *sentence = tal_cli_figure_dup_question (question);

      add_row (table, "question", question->label, sentence);
    }
  add_problems (table, report->problems, "refused", "warning");
  if (report->import != NULL && report->questions->len == 0)
    tal_cli_import_add_rows (table, report->import);
  tal_cli_table_print (table, format);
}
