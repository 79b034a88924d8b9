/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-number-style.h"

#include "base/tal-danish-text.h"

#include <string.h>

#define LONGEST_NUMBER 64 /* bytes, with all that stands around it */

static const struct
{
  const char *text;
  TalGap      gap;
} signs[] = {
  { "", TAL_GAP_EMPTY },
  { "-", TAL_GAP_NIL },
  { "..", TAL_GAP_NOT_AVAILABLE },
  { "...", TAL_GAP_NOT_AVAILABLE },
  { "…", TAL_GAP_NOT_AVAILABLE },
  { ":", TAL_GAP_NOT_AVAILABLE },
  { "n/a", TAL_GAP_NOT_AVAILABLE },
  { "i/o", TAL_GAP_NOT_AVAILABLE },
  { ".", TAL_GAP_NOT_APPLICABLE },
  { "x", TAL_GAP_WITHHELD },
  { "*", TAL_GAP_WITHHELD },
};

static TalGap
find_gap (const char *plain)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strcmp (plain, signs[i].text) == 0)
        return signs[i].gap;
    }

  return TAL_GAP_NOT;
}

/* Cuts 'ending' and the spaces before it off the end. */
static gboolean
cut_ending (char *text, const char *ending)
{
  gsize length = strlen (text);
  gsize cut = strlen (ending);

  if (length <= cut || strcmp (text + length - cut, ending) != 0)
    return FALSE;

  text[length - cut] = '\0';
  g_strchomp (text);
  return TRUE;
}

/* Cuts off " 1)", " a)", " p", "*" and the raised digits, and gives what was there. */
static gboolean
cut_mark (char *text)
{
  static const char *const raised[] = { "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "*", "†" };
  char                    *space = strrchr (text, ' ');

  for (gsize i = 0; i < G_N_ELEMENTS (raised); i++)
    {
      if (cut_ending (text, raised[i]))
        {
          /* "**" is one mark. */
          cut_mark (text);
          return TRUE;
        }
    }
  if (space == NULL || !g_ascii_isalnum (space[1]))
    return FALSE;

  /* The letters are those of the statistical offices: preliminary, revised, estimated. */
  if (strcmp (space + 2, ")") == 0 ||
      (g_ascii_isdigit (space[1]) && g_ascii_isdigit (space[2]) && strcmp (space + 3, ")") == 0) ||
      (strchr ("bcdefnprsu", space[1]) != NULL && space[2] == '\0'))
    {
      *space = '\0';
      g_strchomp (text);
      return TRUE;
    }

  return FALSE;
}

static gboolean
cut_percent (char *text)
{
  return cut_ending (text, "%") || cut_ending (text, "pct.") || cut_ending (text, "pct") ||
         cut_ending (text, "procent");
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* Digits in groups of three with 'separator' between them; "2018" and "0.125" have none.  Behind
 * them, or NULL where the groups are not so. */
static const char *
read_groups (const char *at, char separator, GString *exact)
{
  gsize length = count_digits (at);

  g_string_append_len (exact, at, (gssize)length);
  if (at[length] != separator)
    return at + length;
  if (length == 0 || length > 3 || *at == '0')
    return NULL;

  for (at += length; *at == separator; at += 4)
    {
      if (count_digits (at + 1) != 3)
        return NULL;
      g_string_append_len (exact, at + 1, 3);
    }

  return at;
}

/* Groups of three with a dot, a comma, a space or an apostrophe, then decimals. */
static TalDecimal
read_number (const char *text, gboolean is_negative, char separator, char point)
{
  g_autoptr (GString) exact = g_string_new (is_negative ? "-" : "");
  const char         *rest = NULL;
  TalDecimal          value = TAL_DECIMAL_NONE;
  gsize               whole = exact->len;

  rest = read_groups (text, separator, exact);
  if (rest == NULL)
    return TAL_DECIMAL_NONE;
  if (*rest == point && count_digits (rest + 1) > 0)
    {
      if (exact->len == whole)
        g_string_append_c (exact, '0');
      g_string_append_c (exact, '.');
      g_string_append_len (exact, rest + 1, (gssize)count_digits (rest + 1));
      rest += 1 + count_digits (rest + 1);
    }

  if (*rest != '\0' || exact->len == whole || !tal_decimal_parse (exact->str, &value, NULL))
    return TAL_DECIMAL_NONE;
  return value;
}

static TalDecimal
read_style (const char *text, gboolean is_negative, char separator, char point)
{
  TalDecimal value = read_number (text, is_negative, separator, point);

  if (tal_decimal_is_none (value))
    value = read_number (text, is_negative, ' ', point);
  if (tal_decimal_is_none (value))
    value = read_number (text, is_negative, '\'', point);
  return value;
}

/* A sign on either side; SAP writes "12-". */
static gboolean
cut_sign (char **text)
{
  gboolean is_negative = **text == '-';
  gsize    length = 0;

  if (**text == '-' || **text == '+')
    {
      (*text)++;
      g_strchug (*text);
      return is_negative;
    }

  length = strlen (*text);
  if (length < 2 || (*text)[length - 1] != '-')
    return FALSE;

  (*text)[length - 1] = '\0';
  g_strchomp (*text);
  return TRUE;
}

/* Where a mark of that many bytes begins in the text as it stands. */
static const char *
find_mark (const char *text, gsize length)
{
  const char *end = text + strlen (text);

  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  text = (gsize)(end - text) > length ? end - length : text;
  return text + strspn (text, " ");
}

gboolean
tal_number_reading_parse (const char *text, TalNumberReading *ret_reading)
{
  g_autofree char *plain = NULL;
  TalNumberReading reading = { TAL_GAP_NOT, TAL_DECIMAL_NONE, TAL_DECIMAL_NONE, FALSE, NULL };
  char            *number = NULL;
  gboolean         is_negative = FALSE;
  gsize            length = 0;
  gboolean         has_mark = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_reading != NULL, FALSE);

  if (strnlen (text, LONGEST_NUMBER) == LONGEST_NUMBER)
    return FALSE;

  plain = tal_danish_text_dup_plain (text);
  reading.gap = find_gap (plain);
  if (reading.gap != TAL_GAP_NOT)
    {
      *ret_reading = reading;
      return TRUE;
    }

  length = strlen (plain);
  has_mark = cut_mark (plain);
  length -= strlen (plain);
  reading.percent = cut_percent (plain);
  number = plain;
  is_negative = cut_sign (&number);
  reading.danish = read_style (number, is_negative, '.', ',');
  reading.english = read_style (number, is_negative, ',', '.');
  reading.mark = has_mark ? find_mark (text, length) : NULL;
  if (tal_decimal_is_none (reading.danish) && tal_decimal_is_none (reading.english))
    return FALSE;

  *ret_reading = reading;
  return TRUE;
}

TalDecimal
tal_number_reading_get (const TalNumberReading *self, TalNumberStyle style)
{
  g_return_val_if_fail (self != NULL, TAL_DECIMAL_NONE);

  switch (style)
    {
    case TAL_NUMBER_STYLE_DANISH:
      return self->danish;
    case TAL_NUMBER_STYLE_ENGLISH:
      return self->english;
    case TAL_NUMBER_STYLE_PLAIN:
    case TAL_NUMBER_STYLE_NONE:
    case TAL_NUMBER_STYLE_AMBIGUOUS:
    case TAL_NUMBER_STYLE_MIXED:
      return !tal_decimal_is_none (self->danish) &&
                     tal_decimal_is_identical (self->danish, self->english)
                 ? self->danish
                 : TAL_DECIMAL_NONE;
    }

  g_return_val_if_reached (TAL_DECIMAL_NONE);
}

static void
note_row (guint *first, guint row)
{
  if (*first == TAL_NUMBER_SURVEY_NO_ROW)
    *first = row;
}

static void
note_reading (TalNumberSurvey *survey, const TalNumberReading *reading, guint row)
{
  if (reading->gap != TAL_GAP_NOT)
    {
      survey->n_missing += reading->gap != TAL_GAP_EMPTY;
      return;
    }

  survey->n_numbers++;
  survey->n_marked += reading->mark != NULL;
  survey->n_percent += reading->percent;
  if (tal_decimal_is_none (reading->english))
    note_row (&survey->danish_row, row);
  else if (tal_decimal_is_none (reading->danish))
    note_row (&survey->english_row, row);
  else if (!tal_decimal_is_identical (reading->danish, reading->english))
    note_row (&survey->ambiguous_row, row);
}

static TalNumberStyle
find_style (const TalNumberSurvey *survey)
{
  gboolean is_danish = survey->danish_row != TAL_NUMBER_SURVEY_NO_ROW;
  gboolean is_english = survey->english_row != TAL_NUMBER_SURVEY_NO_ROW;

  if (is_danish && is_english)
    return TAL_NUMBER_STYLE_MIXED;
  if (is_danish || is_english)
    return is_danish ? TAL_NUMBER_STYLE_DANISH : TAL_NUMBER_STYLE_ENGLISH;
  if (survey->ambiguous_row != TAL_NUMBER_SURVEY_NO_ROW)
    return TAL_NUMBER_STYLE_AMBIGUOUS;

  return survey->n_numbers > 0 ? TAL_NUMBER_STYLE_PLAIN : TAL_NUMBER_STYLE_NONE;
}

void
tal_number_style_survey (
    const TalSheet *sheet, guint column, guint first, guint end, TalNumberSurvey *ret_survey)
{
  TalNumberSurvey survey = { 0 };

  g_return_if_fail (sheet != NULL);
  g_return_if_fail (ret_survey != NULL);

  survey.danish_row = TAL_NUMBER_SURVEY_NO_ROW;
  survey.english_row = TAL_NUMBER_SURVEY_NO_ROW;
  survey.ambiguous_row = TAL_NUMBER_SURVEY_NO_ROW;
  survey.other_row = TAL_NUMBER_SURVEY_NO_ROW;
  for (guint row = first; row < MIN (end, tal_sheet_get_n_rows (sheet)); row++)
    {
      TalCell          cell = tal_sheet_get_cell (sheet, row, column);
      TalNumberReading reading;

      if (cell.kind == TAL_CELL_NUMBER)
        survey.n_typed++;
      else if (cell.kind == TAL_CELL_TEXT && tal_number_reading_parse (cell.text, &reading))
        note_reading (&survey, &reading, row);
      else if (cell.kind != TAL_CELL_EMPTY)
        {
          survey.n_others++;
          note_row (&survey.other_row, row);
        }
    }

  survey.style = find_style (&survey);
  *ret_survey = survey;
}
