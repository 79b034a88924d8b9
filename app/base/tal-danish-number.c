/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-number.h"

#include "base/tal-danish-text.h"
#include "base/tal-error.h"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TRUE_MINUS "\xe2\x88\x92" /* U+2212 */

static const char *
find_sign (TalDecimal value, TalDanishNumberFlags flags)
{
  if (tal_decimal_is_negative (value))
    return (flags & TAL_DANISH_NUMBER_TRUE_MINUS) != 0 ? TRUE_MINUS : "-";
  if (!tal_decimal_is_zero (value) && (flags & TAL_DANISH_NUMBER_SIGNED) != 0)
    return "+";

  return "";
}

char *
tal_danish_number_format (TalDecimal value, TalDanishNumberFlags flags)
{
  g_autofree char *exact = tal_decimal_to_string (value);
  const char      *digits;
  GString         *text;
  gsize            whole;

  g_return_val_if_fail (exact != NULL, NULL);

  digits = *exact == '-' ? exact + 1 : exact;
  whole = strcspn (digits, ".");
  text = g_string_new (find_sign (value, flags));

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0 && (flags & TAL_DANISH_NUMBER_UNGROUPED) == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }

  if (digits[whole] == '.')
    {
      g_string_append_c (text, ',');
      g_string_append (text, digits + whole + 1);
    }

  return g_string_free (text, FALSE);
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* Appends the digits before a comma: one run, or groups of three with one and the
 * same separator.  A leading zero before a group is no Danish thousand but an
 * English decimal, "0.125". */
static const char *
read_whole (const char *text, GString *exact)
{
  gsize length = count_digits (text);
  char  separator = text[length];

  if (length == 0)
    return NULL;
  g_string_append_len (exact, text, (gssize)length);
  text += length;
  if (separator != '.' && separator != ' ')
    return text;
  if (length > 3 || exact->str[exact->len - length] == '0')
    return NULL;

  while (*text == separator)
    {
      if (count_digits (text + 1) != 3)
        return NULL;
      g_string_append_len (exact, text + 1, 3);
      text += 4;
    }

  return text;
}

/* The plain text with the point of files, or NULL where it is no Danish number. */
static char *
dup_exact (const char *plain)
{
  g_autoptr (GString) exact = g_string_new (NULL);
  const char         *rest = plain;
  gsize               decimals;

  if (*rest == '-')
    g_string_append_c (exact, '-');
  if (*rest == '-' || *rest == '+')
    rest++;

  rest = read_whole (rest, exact);
  if (rest == NULL)
    return NULL;

  if (*rest == ',')
    {
      decimals = count_digits (rest + 1);
      if (decimals == 0)
        return NULL;
      g_string_append_c (exact, '.');
      g_string_append_len (exact, rest + 1, (gssize)decimals);
      rest += 1 + decimals;
    }

  return *rest == '\0' ? g_string_free (g_steal_pointer (&exact), FALSE) : NULL;
}

/* Whether the text would be a number if its point were a comma and its commas points:
 * then that is what to propose. */
static char *
dup_proposal (const char *plain)
{
  g_autofree char *proposal = g_strdup (plain);
  g_autofree char *exact = NULL;
  const char      *point = strchr (plain, '.');

  if (point == NULL || strchr (point + 1, '.') != NULL)
    return NULL;

  for (char *at = proposal; *at != '\0'; at++)
    {
      if (*at == '.')
        *at = ',';
      else if (*at == ',')
        *at = '.';
    }

  exact = dup_exact (proposal);
  return exact != NULL ? g_steal_pointer (&proposal) : NULL;
}

static void
refuse (const char *text, const char *plain, GError **error)
{
  g_autofree char *quotable = tal_error_dup_quotable (text);
  g_autofree char *proposal = dup_proposal (plain);
  g_autofree char *shown = NULL;

  if (proposal != NULL)
    {
      shown = tal_error_dup_quotable (proposal);
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _("Write decimals with a comma: %s"), shown);
    }
  else if (*plain != '\0' && plain[strspn (plain, "+-0123456789., ")] == '\0' &&
           strpbrk (plain, "0123456789") != NULL)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _("“%s” is not written as 1.234,5: a dot before each group of three digits "
                     "and a comma before the decimals."),
                      quotable);
    }
  else
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, _("“%s” is not a number."), quotable);
    }
}

gboolean
tal_danish_number_parse (const char *text, TalDecimal *ret_value, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char   *plain = NULL;
  g_autofree char   *exact = NULL;
  g_autofree char   *quotable = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_value != NULL, FALSE);

  plain = tal_danish_text_dup_plain (text);
  exact = dup_exact (plain);
  if (exact == NULL)
    {
      refuse (text, plain, error);
      return FALSE;
    }

  if (tal_decimal_parse (exact, ret_value, &cause))
    return TRUE;

  quotable = tal_error_dup_quotable (text);
  g_set_error (error, TAL_ERROR, cause->code,
               _("“%s” has more than 18 digits or more than 9 decimals."), quotable);
  return FALSE;
}
