/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-figure-entry.h"

#include "base/tal-danish-entry.h"
#include "base/tal-danish-number.h"
#include "base/tal-error.h"
#include "core/tal-danish-noun.h"
#include "core/tal-goal-text.h"

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
  if (entry->percent && !is_per_cent (series))
    return refuse (_ ("Here a count is asked for, not a percentage."), error);
  if (entry->kroner && series->measure_unit != TAL_MEASURE_UNIT_DKK)
    return refuse (_ ("Here no amount of money is asked for."), error);
  if (tal_series_is_count (series) && !tal_decimal_is_whole (entry->value))
    return refuse (_ ("A count cannot have decimals."), error);
  if (tal_series_is_count (series) && tal_decimal_is_negative (entry->value))
    return refuse (_ ("The value cannot be negative."), error);

  return TRUE;
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

  value = tal_series_is_count (series) && series->measure != NULL
              ? tal_danish_noun_count (observation->value, series->measure)
              : tal_goal_text_value (observation->value, series->measure_unit);
  return g_strconcat (tal_approximation_get_prefix (observation->approximation), value,
                      observation->state != TAL_FIGURE_FINAL ? "*" : "", NULL);
}
