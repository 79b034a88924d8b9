/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-figure-entry.h"

#include "base/tal-danish-entry.h"
#include "base/tal-danish-number.h"
#include "base/tal-error.h"
#include "core/tal-danish-noun.h"
#include "core/tal-goal-text.h"
#include "core/tal-validate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_per_cent (const TalSeries *series)
{
  return series->measure_unit == TAL_MEASURE_UNIT_PER_CENT ||
         series->measure_unit == TAL_MEASURE_UNIT_PERCENTAGE_POINTS;
}

static gboolean
refuse (const char *sentence, GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, sentence);
  return FALSE;
}

static gboolean
check_number (const TalDanishEntry *entry, const TalSeries *series, GError **error)
{
  const char *breach = NULL;

  if (entry->percent && !is_per_cent (series))
    return refuse (_ ("Here a count is asked for, not a percentage."), error);
  if (entry->kroner && series->measure_unit != TAL_MEASURE_UNIT_DKK)
    return refuse (_ ("Here no amount of money is asked for."), error);

  breach = tal_validate_value (series, entry->value, NULL);
  return breach == NULL || refuse (breach, error);
}

static gboolean
conclude (const TalDanishEntry *entry, const TalSeries *series, TalFigureEdit *edit, GError **error)
{
  edit->sets_value = TRUE;
  switch (entry->kind)
    {
    case TAL_DANISH_ENTRY_EMPTY:
      edit->missing = TAL_MISSING_NOT_YET_REPORTED;
      return TRUE;
    case TAL_DANISH_ENTRY_NUMBER:
      edit->value =
          tal_series_is_count (series) ? tal_decimal_round (entry->value, 0) : entry->value;
      edit->sets_approximation = TRUE;
      edit->approximation = entry->approximation;
      edit->sets_state = entry->preliminary;
      edit->state = TAL_FIGURE_PRELIMINARY;
      return check_number (entry, series, error);
    case TAL_DANISH_ENTRY_SHARE:
      return refuse (_ ("Write the numerator and the denominator each in its own field."), error);
    case TAL_DANISH_ENTRY_NOT_AVAILABLE:
      edit->missing = TAL_MISSING_NOT_AVAILABLE;
      return TRUE;
    case TAL_DANISH_ENTRY_NOT_APPLICABLE:
      edit->missing = TAL_MISSING_NOT_APPLICABLE;
      return TRUE;
    case TAL_DANISH_ENTRY_WITHHELD:
      edit->missing = TAL_MISSING_WITHHELD;
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
tal_figure_entry_parse (const char      *text,
                        const TalSeries *series,
                        TalFigureEdit   *ret_edit,
                        GError         **error)
{
  TalFigureEdit  edit = { .value = TAL_DECIMAL_NONE };
  TalDanishEntry entry;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (series != NULL, FALSE);
  g_return_val_if_fail (ret_edit != NULL, FALSE);

  if (!tal_danish_entry_parse (text, &entry, error) || !conclude (&entry, series, &edit, error))
    return FALSE;

  *ret_edit = edit;
  return TRUE;
}

static void
set_count (TalFigureEdit *edit, TalDecimal value, const TalDanishEntry *entry)
{
  *edit = (TalFigureEdit){ .sets_value = TRUE,
                           .value = value,
                           .sets_state = entry->preliminary,
                           .state = TAL_FIGURE_PRELIMINARY };
}

static gboolean
check_count (const TalSeries *series, TalDecimal value, GError **error)
{
  TalDanishEntry entry = { .kind = TAL_DANISH_ENTRY_NUMBER, .value = value };

  return check_number (&entry, series, error);
}

gboolean
tal_figure_entry_is_share (const char *text)
{
  TalDanishEntry entry;

  g_return_val_if_fail (text != NULL, FALSE);

  return tal_danish_entry_parse (text, &entry, NULL) && entry.kind == TAL_DANISH_ENTRY_SHARE;
}

gboolean
tal_figure_entry_check_share (TalDecimal numerator, TalDecimal denominator, GError **error)
{
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;

  if (tal_decimal_is_none (numerator) || tal_decimal_is_none (denominator) ||
      tal_decimal_compare (numerator, denominator) <= 0)
    return TRUE;

  above = tal_danish_number_format (numerator, TAL_DANISH_NUMBER_PLAIN);
  below = tal_danish_number_format (denominator, TAL_DANISH_NUMBER_PLAIN);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
               _ ("The numerator (%s) is larger than the denominator (%s)."), above, below);
  return FALSE;
}

gboolean
tal_figure_entry_parse_share (const char      *text,
                              const TalSeries *numerator,
                              const TalSeries *denominator,
                              TalFigureEdit   *ret_numerator,
                              TalFigureEdit   *ret_denominator,
                              GError         **error)
{
  TalDanishEntry entry;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (numerator != NULL && denominator != NULL, FALSE);
  g_return_val_if_fail (ret_numerator != NULL && ret_denominator != NULL, FALSE);

  if (!tal_danish_entry_parse (text, &entry, error))
    return FALSE;
  if (entry.kind != TAL_DANISH_ENTRY_SHARE)
    return refuse (_ ("A share is written as its two counts: 268/545."), error);
  if (!check_count (numerator, entry.value, error) ||
      !check_count (denominator, entry.denominator, error) ||
      !tal_figure_entry_check_share (entry.value, entry.denominator, error))
    return FALSE;

  set_count (ret_numerator, entry.value, &entry);
  set_count (ret_denominator, entry.denominator, &entry);
  return TRUE;
}

/* The text with one sign in another's place, if that is accepted. */
static char *
try_exchange (const char *text, char from, char to, const TalSeries *series)
{
  g_autofree char *tried = g_strstrip (g_strdup (text));
  TalFigureEdit    edit;

  if (strchr (tried, from) == NULL || strchr (tried, to) != NULL)
    return NULL;

  g_strdelimit (tried, (const char[]){ from, '\0' }, to);
  return tal_figure_entry_parse (tried, series, &edit, NULL) ? g_steal_pointer (&tried) : NULL;
}

char *
tal_figure_entry_dup_offer (const char *text, const TalSeries *series)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (series != NULL, NULL);

  return tal_series_is_count (series) ? try_exchange (text, ',', '.', series)
                                      : try_exchange (text, '.', ',', series);
}

char *
tal_figure_entry_format (const TalObservation *observation)
{
  g_autofree char *number = NULL;

  if (observation == NULL)
    return g_strdup ("");

  switch (observation->missing)
    {
    case TAL_MISSING_NOT:
      number = tal_danish_number_format (observation->value, TAL_DANISH_NUMBER_PLAIN);
      return g_strconcat (tal_approximation_get_prefix (observation->approximation), number, NULL);
    case TAL_MISSING_NOT_AVAILABLE:
      return g_strdup ("..");
    case TAL_MISSING_NOT_APPLICABLE:
      return g_strdup (".");
    case TAL_MISSING_WITHHELD:
      return g_strdup ("*");
    case TAL_MISSING_NOT_YET_REPORTED:
      return g_strdup ("");
    }

  g_return_val_if_reached (NULL);
}

char *
tal_figure_entry_format_words (const TalObservation *observation, const TalSeries *series)
{
  const char      *prefix = NULL;
  const char      *mark = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  if (observation == NULL || observation->missing == TAL_MISSING_NOT_YET_REPORTED)
    return g_strdup (_ ("not reported"));
  if (observation->missing == TAL_MISSING_NOT_AVAILABLE)
    return g_strdup (_ ("not available"));
  if (observation->missing == TAL_MISSING_NOT_APPLICABLE)
    return g_strdup (_ ("not applicable"));
  if (observation->missing == TAL_MISSING_WITHHELD)
    return g_strdup (_ ("withheld"));

  prefix = tal_approximation_get_prefix (observation->approximation);
  mark = observation->state != TAL_FIGURE_FINAL ? "*" : "";
  if (tal_series_is_count (series) && series->measure != NULL)
    {
      value = tal_danish_number_format (observation->value, TAL_DANISH_NUMBER_TRUE_MINUS);
      return g_strconcat (prefix, value, mark, "\302\240",
                          tal_danish_noun_for_number (series->measure, observation->value), NULL);
    }

  value = tal_goal_text_value (observation->value, series->measure_unit);
  return g_strconcat (prefix, value, mark, NULL);
}
