/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-column-doubts.h"

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "exchange/tal-period-text.h"

#include <glib/gi18n-lib.h>

/* Takes the sentence. */
static void
add (GPtrArray *doubts, TalSeverity severity, const char *code, const char *place, char *sentence)
{
  g_ptr_array_add (doubts, tal_problem_new (severity, code, place, sentence));
  g_free (sentence);
}

static char *
dup_cell (const TalSheet *sheet, guint row, guint column)
{
  g_autofree char *quoted = tal_error_dup_quotable (tal_sheet_get_text (sheet, row, column));
  g_autofree char *place = tal_sheet_dup_place (sheet, row, column);

  return g_strdup_printf (_ ("“%s” (%s)"), quoted, place);
}

static void
doubt_numbers (const TalSheet     *sheet,
               const TalColumnMap *map,
               const TalMapColumn *column,
               GPtrArray          *doubts)
{
  TalNumberSurvey  survey = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (column->numbers != TAL_NUMBER_STYLE_AMBIGUOUS && column->numbers != TAL_NUMBER_STYLE_MIXED)
    return;

  tal_number_style_survey (sheet, column->index, map->first_row, map->end_row, &survey);
  if (survey.style == TAL_NUMBER_STYLE_AMBIGUOUS)
    {
      first = dup_cell (sheet, survey.ambiguous_row, column->index);
      add (doubts, TAL_SEVERITY_ERROR, "numbers", column->heading,
           g_strdup_printf (_ ("Are the numbers Danish or English? %s can be read as both."),
                               first));
    }
  else if (survey.style == TAL_NUMBER_STYLE_MIXED)
    {
      first = dup_cell (sheet, survey.danish_row, column->index);
      second = dup_cell (sheet, survey.english_row, column->index);
      add (doubts, TAL_SEVERITY_ERROR, "numbers", column->heading,
           g_strdup_printf (_ ("Are the numbers Danish or English? %s is Danish and %s is English."), first,
               second));
    }
}

/* Whether the cell is a day; with 'ret_other', else some other period. */
static gboolean
note_day (const TalSheet *sheet, guint row, guint column, const char **ret_edge, gboolean *ret_other)
{
  const char *text = tal_sheet_get_text (sheet, row, column);
  TalPeriod   period;

  if (!tal_period_text_parse (text, &period))
    return FALSE;
  if (!tal_period_text_is_edge (period))
    *ret_other = TRUE;
  else if (*ret_edge == NULL)
    *ret_edge = text;
  else if (!g_str_equal (*ret_edge, text))
    return TRUE;
  return FALSE;
}

/* Dates that are all the first or last of a month probably stand for it: the first of them, or
 * NULL. */
static const char *
find_doubtful_day (const TalSheet *sheet, const TalColumnMap *map)
{
  const char *edge = NULL;
  gboolean    several = FALSE;
  gboolean    other = FALSE;

  for (guint i = 0; i < map->columns->len && !other; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (map->columns, i);

      for (guint row = map->first_row;
           column->role == TAL_ROLE_PERIOD && row < map->end_row && !other; row++)
        several |= note_day (sheet, row, column->index, &edge, &other);
      for (guint j = 0; column->role == TAL_ROLE_VALUE && j < map->n_headings; j++)
        {
          if (g_array_index (map->headings, TalRole, j) == TAL_ROLE_PERIOD)
            several |= note_day (sheet, map->first_row - map->n_headings + j, column->index, &edge,
                                 &other);
        }
    }

  return several && !other ? edge : NULL;
}

static void
doubt_days (const TalSheet *sheet, const TalColumnMap *map, GPtrArray *doubts)
{
  const char      *day = map->days == TAL_PERIOD_NONE ? find_doubtful_day (sheet, map) : NULL;
  g_autofree char *quoted = NULL;

  if (day == NULL)
    return;

  quoted = tal_error_dup_quotable (day);
  add (doubts, TAL_SEVERITY_ERROR, "days", NULL,
       g_strdup_printf (_ ("Are the dates days, or do they stand for months, quarters or years? %s can be both."),
           quoted));
}

static gboolean
says_period (const TalColumnMap *map)
{
  for (guint i = 0; i < map->headings->len; i++)
    {
      if (g_array_index (map->headings, TalRole, i) == TAL_ROLE_PERIOD)
        return TRUE;
    }

  return map->period != NULL || tal_column_map_find_role (map, TAL_ROLE_PERIOD) != NULL;
}

GPtrArray *
tal_column_doubts_list (const TalSheet *sheet, const TalColumnMap *map)
{
  GPtrArray *doubts = tal_problem_list_new ();

  g_return_val_if_fail (sheet != NULL && map != NULL, doubts);

  if (tal_column_map_find_role (map, TAL_ROLE_VALUE) == NULL || map->first_row >= map->end_row)
    {
      add (doubts, TAL_SEVERITY_ERROR, "values", NULL,
           g_strdup (_ ("The file contains no figures.")));
      return doubts;
    }

  if (!says_period (map))
    add (doubts, TAL_SEVERITY_ERROR, "period", NULL,
         g_strdup (_ ("What period are the figures of? No column or heading says it.")));
  for (guint i = 0; i < map->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (map->columns, i);

      if (column->role == TAL_ROLE_VALUE)
        doubt_numbers (sheet, map, column, doubts);
    }
  doubt_days (sheet, map, doubts);
  if (map->period != NULL)
    add (doubts, TAL_SEVERITY_NOTE, "period", NULL,
         g_strdup_printf (_ ("All figures are taken to be of %s."), map->period));
  if (map->repeats)
    add (doubts, TAL_SEVERITY_NOTE, "repeats", NULL,
         g_strdup (_ ("A label that is empty is taken to be that of the row above.")));
  return doubts;
}
