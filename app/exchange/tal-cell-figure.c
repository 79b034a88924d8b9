/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-cell-figure.h"

#include "base/tal-danish-text.h"
#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Per cent stay exact: 0.087 is 8.7. */
static TalDecimal
multiply_by_hundred (TalDecimal value)
{
  if (value.scale >= 2)
    return TAL_DECIMAL (value.coefficient, value.scale - 2);
  if (ABS (value.coefficient) > TAL_DECIMAL_MAX_COEFFICIENT / 100)
    return TAL_DECIMAL_NONE;

  return TAL_DECIMAL (value.coefficient * (value.scale == 1 ? 10 : 100), 0);
}

/* Takes the sentence. */
static gboolean
refuse (TalCellFigure *figure, char *sentence)
{
  figure->sentence = sentence;
  return FALSE;
}

static gboolean
read_typed (const TalCell *cell, const char *quoted, TalCellFigure *figure)
{
  figure->value = cell->percent ? multiply_by_hundred (cell->number) : cell->number;
  figure->percent = cell->percent;
  if (tal_decimal_is_none (figure->value))
    return refuse (figure,
                   g_strdup_printf (_ ("“%s” has more digits than the program can hold."), quoted));

  return TRUE;
}

/* A sign is what the map says, and else what it usually is. */
static void
read_sign (const char *sign, TalGap gap, const TalColumnMap *map, TalCellFigure *figure)
{
  static const TalMissing usual[] = {
    [TAL_GAP_NOT] = TAL_MISSING_NOT,
    [TAL_GAP_EMPTY] = TAL_MISSING_NOT_AVAILABLE,
    [TAL_GAP_NIL] = TAL_MISSING_NOT,
    [TAL_GAP_NOT_AVAILABLE] = TAL_MISSING_NOT_AVAILABLE,
    [TAL_GAP_NOT_APPLICABLE] = TAL_MISSING_NOT_APPLICABLE,
    [TAL_GAP_WITHHELD] = TAL_MISSING_WITHHELD,
  };
  TalMapSign said = { NULL, gap == TAL_GAP_NIL, usual[gap] };

  tal_column_map_find_sign (map, sign, &said);
  figure->value = said.is_zero ? TAL_DECIMAL (0, 0) : TAL_DECIMAL_NONE;
  figure->missing = said.is_zero ? TAL_MISSING_NOT : said.missing;
}

/* Text from a word processor has soft hyphens and the like, which nobody sees. */
static char *
dup_visible (const char *text)
{
  GString *visible = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_type (character) != G_UNICODE_FORMAT)
        g_string_append_unichar (visible, character);
    }

  return g_strstrip (g_string_free (visible, FALSE));
}

static gboolean
read_text (const TalCell      *cell,
           const char         *quoted,
           const TalMapColumn *column,
           const TalColumnMap *map,
           TalCellFigure      *figure)
{
  g_autofree char *sign = dup_visible (cell->text);
  g_autofree char *plain = tal_danish_text_dup_plain (sign);
  const char      *number = plain;
  TalNumberReading reading = { 0 };
  TalMapSign       said = { 0 };

  if (tal_column_map_find_sign (map, sign, &said))
    {
      read_sign (sign, TAL_GAP_NOT_AVAILABLE, map, figure);
      return TRUE;
    }

  figure->approximation = tal_approximation_skip (&number);
  if (!tal_number_reading_parse (figure->approximation == TAL_APPROXIMATION_EXACT ? sign : number,
                                 &reading))
    return refuse (figure, g_strdup_printf (_ ("“%s” is neither a number nor a sign for a missing one."), quoted));
  if (reading.gap != TAL_GAP_NOT)
    {
      read_sign (sign, reading.gap, map, figure);
      return TRUE;
    }

  figure->value = tal_number_reading_get (&reading, column->numbers);
  figure->percent = reading.percent;
  if (tal_decimal_is_none (figure->value))
    return refuse (figure,
                   g_strdup_printf (_ ("“%s” is no number in the way that the column writes them."),
                                       quoted));

  if (figure->approximation == TAL_APPROXIMATION_EXACT && reading.mark != NULL)
    {
      figure->is_preliminary = *reading.mark == '*';
      figure->note = figure->is_preliminary ? NULL : g_strdup (reading.mark);
    }
  return TRUE;
}

gboolean
tal_cell_figure_is_empty (const TalCell *cell)
{
  g_return_val_if_fail (cell != NULL, TRUE);

  if (cell->kind != TAL_CELL_TEXT)
    return cell->kind == TAL_CELL_EMPTY;

  for (const char *at = cell->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        return FALSE;
    }

  return TRUE;
}

gboolean
tal_cell_figure_read (const TalCell      *cell,
                      const TalMapColumn *column,
                      const TalColumnMap *map,
                      TalCellFigure      *ret_figure)
{
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (cell != NULL && column != NULL && map != NULL, FALSE);
  g_return_val_if_fail (ret_figure != NULL, FALSE);

  quoted = tal_error_dup_quotable (cell->text);
  *ret_figure = (TalCellFigure){ .value = TAL_DECIMAL_NONE };
  switch (cell->kind)
    {
    case TAL_CELL_NUMBER:
      return read_typed (cell, quoted, ret_figure);
    case TAL_CELL_TEXT:
      return read_text (cell, quoted, column, map, ret_figure);
    case TAL_CELL_ERROR:
      return refuse (ret_figure, g_strdup_printf (_ ("A formula has failed (%s)."), quoted));
    case TAL_CELL_DAY:
      return refuse (ret_figure, g_strdup_printf (_ ("“%s” is a date and no figure."), quoted));
    case TAL_CELL_BOOLEAN:
    case TAL_CELL_EMPTY:
      break;
    }

  return refuse (ret_figure,
                 g_strdup_printf (_ ("“%s” is neither a number nor a sign for a missing one."),
                                     quoted));
}

gboolean
tal_cell_figure_read_state (const char *text, TalFigureState *ret_state)
{
  static const struct
  {
    const char    *word;
    TalFigureState state;
  } words[] = {
    { "forel", TAL_FIGURE_PRELIMINARY },  { "prelim", TAL_FIGURE_PRELIMINARY },
    { "provis", TAL_FIGURE_PRELIMINARY }, { "endelig", TAL_FIGURE_FINAL },
    { "final", TAL_FIGURE_FINAL },        { "skøn", TAL_FIGURE_ESTIMATE },
    { "estimat", TAL_FIGURE_ESTIMATE },
  };
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL && ret_state != NULL, FALSE);

  plain = tal_danish_text_dup_plain (text);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (plain, words[i].word) != NULL)
        {
          *ret_state = words[i].state;
          return TRUE;
        }
    }

  return FALSE;
}
