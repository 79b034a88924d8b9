/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-entry.h"

#include "base/tal-danish-number.h"
#include "base/tal-danish-text.h"
#include "base/tal-error.h"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char    *text;
  TalDanishEntry entry;
} signs[] = {
  { "", { .kind = TAL_DANISH_ENTRY_EMPTY } },
  { "..", { .kind = TAL_DANISH_ENTRY_NOT_AVAILABLE } },
  { ".", { .kind = TAL_DANISH_ENTRY_NOT_APPLICABLE } },
  { "*", { .kind = TAL_DANISH_ENTRY_WITHHELD } },
};

/* What may stand behind a number, the longer before what they end in. */
static const struct
{
  const char *text;
  guint8      power; /* of ten, multiplied in */
  gboolean    percent;
  gboolean    kroner;
  gboolean    apart; /* needs a space before it: "21.000 kr." is not 2 times 1.000 kr. */
} units[] = {
  { "%", 0, TRUE, FALSE, FALSE },           { "procent", 0, TRUE, FALSE, FALSE },
  { "pct.", 0, TRUE, FALSE, FALSE },        { "pct", 0, TRUE, FALSE, FALSE },
  { "mia. kr.", 9, FALSE, TRUE, FALSE },    { "mia. kr", 9, FALSE, TRUE, FALSE },
  { "mia.", 9, FALSE, FALSE, FALSE },       { "mia", 9, FALSE, FALSE, FALSE },
  { "mio. kr.", 6, FALSE, TRUE, FALSE },    { "mio. kr", 6, FALSE, TRUE, FALSE },
  { "mio.", 6, FALSE, FALSE, FALSE },       { "mio", 6, FALSE, FALSE, FALSE },
  { "(1.000 kr.)", 3, FALSE, TRUE, FALSE }, { "1.000 kr.", 3, FALSE, TRUE, TRUE },
  { "t.kr.", 3, FALSE, TRUE, FALSE },       { "kr.", 0, FALSE, TRUE, FALSE },
  { "kr", 0, FALSE, TRUE, FALSE },
};

/* Cuts the text before its last 'length' bytes and any space there. */
static void
cut_end (char *text, gsize length)
{
  text[strlen (text) - length] = '\0';
  g_strchomp (text);
}

static gboolean
ends_in_unit (const char *text, gsize unit)
{
  gsize length = strlen (text);
  gsize unit_length = strlen (units[unit].text);

  if (length <= unit_length || !g_str_has_suffix (text, units[unit].text))
    return FALSE;

  return !units[unit].apart || text[length - unit_length - 1] == ' ';
}

/* Exact, and without decimals that the power has used up: 3,3 times a million has none. */
static gboolean
multiply (TalDecimal *value, guint8 power)
{
  guint8 used = MIN (power, value->scale);

  value->scale = (guint8)(value->scale - used);
  for (guint8 i = used; i < power; i++)
    {
      if (ABS (value->coefficient) > TAL_DECIMAL_MAX_COEFFICIENT / 10)
        return FALSE;
      value->coefficient *= 10;
    }

  return TRUE;
}

/* The number that the text is, with its unit, which is cut off. */
static gboolean
read_number (char *text, TalDanishEntry *entry, GError **error)
{
  g_autofree char *quotable = NULL;
  guint8           power = 0;

  entry->kind = TAL_DANISH_ENTRY_NUMBER;
  if (strcmp (text, "-") == 0) /* how tables print nought */
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (ends_in_unit (text, i))
        {
          cut_end (text, strlen (units[i].text));
          power = units[i].power;
          entry->percent = units[i].percent;
          entry->kroner = units[i].kroner;
          break;
        }
    }

  if (!tal_danish_number_parse (text, &entry->value, error))
    return FALSE;
  if (multiply (&entry->value, power))
    return TRUE;

  quotable = tal_error_dup_quotable (text);
  g_set_error (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE,
               _("“%s” with its unit has more than 18 digits."), quotable);
  return FALSE;
}

static gboolean
read_share (char *text, char *slash, TalDanishEntry *entry, GError **error)
{
  *slash = '\0';
  g_strchomp (text);

  entry->kind = TAL_DANISH_ENTRY_SHARE;
  return tal_danish_number_parse (text, &entry->value, error) &&
         tal_danish_number_parse (slash + 1, &entry->denominator, error);
}

static gboolean
is_sign (const char *plain, TalDanishEntry *ret_entry)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strcmp (plain, signs[i].text) == 0)
        {
          *ret_entry = signs[i].entry;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
tal_danish_entry_parse (const char *text, TalDanishEntry *ret_entry, GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *quotable = NULL;
  const char      *rest;
  char            *number;
  char            *slash;
  TalDanishEntry   entry = { .kind = TAL_DANISH_ENTRY_EMPTY };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_entry != NULL, FALSE);

  plain = tal_danish_text_dup_plain (text);
  if (is_sign (plain, ret_entry))
    return TRUE;

  if (g_str_has_suffix (plain, "*"))
    {
      entry.preliminary = TRUE;
      cut_end (plain, 1);
    }

  rest = plain;
  entry.approximation = tal_approximation_skip (&rest);
  number = plain + (rest - plain);
  slash = strchr (number, '/');
  if (*number == '\0' || slash == number || (slash != NULL && slash[1] == '\0'))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, _("“%s” is not a number."), quotable);
      return FALSE;
    }

  if (!(slash != NULL ? read_share (number, slash, &entry, error)
                      : read_number (number, &entry, error)))
    return FALSE;

  *ret_entry = entry;
  return TRUE;
}
