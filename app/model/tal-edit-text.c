/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-edit-text.h"

#include "base/tal-danish-number.h"
#include "core/tal-danish-period.h"

#include <glib/gi18n-lib.h>

static const char *
get_missing_text (TalMissing missing)
{
  switch (missing)
    {
    case TAL_MISSING_NOT:
    case TAL_MISSING_NOT_AVAILABLE:
      return _ ("not available");
    case TAL_MISSING_NOT_APPLICABLE:
      return _ ("not applicable");
    case TAL_MISSING_WITHHELD:
      return _ ("withheld");
    case TAL_MISSING_NOT_YET_REPORTED:
      return _ ("not yet reported");
    }

  g_return_val_if_reached (NULL);
}

static const char *
get_state_text (TalFigureState state)
{
  switch (state)
    {
    case TAL_FIGURE_FINAL:
      return _ ("marked as final");
    case TAL_FIGURE_PRELIMINARY:
      return _ ("marked as preliminary");
    case TAL_FIGURE_ESTIMATE:
      return _ ("marked as an estimate");
    }

  g_return_val_if_reached (NULL);
}

char *
tal_edit_text_for_value (const TalObservation *observation)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (observation != NULL, NULL);

  if (observation->missing != TAL_MISSING_NOT)
    return g_strdup (get_missing_text (observation->missing));

  number = tal_danish_number_format (observation->value, TAL_DANISH_NUMBER_TRUE_MINUS);
  return g_strconcat (tal_approximation_get_prefix (observation->approximation), number,
                      observation->state == TAL_FIGURE_FINAL ? "" : "*", NULL);
}

static gboolean
values_differ (const TalObservation *before, const TalObservation *after)
{
  return before->missing != after->missing || before->approximation != after->approximation ||
         !tal_decimal_is_identical (before->value, after->value);
}

char *
tal_edit_text_for_change (const TalObservation *before, const TalObservation *after)
{
  g_autofree char *old_value = NULL;
  g_autofree char *new_value = NULL;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  if (before != NULL)
    old_value = tal_edit_text_for_value (before);
  if (after != NULL)
    new_value = tal_edit_text_for_value (after);

  if (before == NULL)
    return g_strdup_printf (_ ("%s entered"), new_value);
  if (after == NULL)
    return g_strdup_printf (_ ("%s removed"), old_value);
  if (values_differ (before, after))
    return g_strdup_printf (_ ("%s corrected to %s"), old_value, new_value);
  if (before->state != after->state)
    return g_strdup (get_state_text (after->state));
  if (g_strcmp0 (before->note, after->note) != 0)
    return g_strdup (_ ("remark changed"));

  return g_strdup (_ ("changed"));
}

char *
tal_edit_text_for_figure (const TalSeries      *series,
                          const TalObservation *before,
                          const TalObservation *after)
{
  g_autofree char *period = NULL;
  g_autofree char *change = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  period =
      tal_danish_period_format ((after != NULL ? after : before)->period, TAL_DANISH_PERIOD_TEXT);
  change = tal_edit_text_for_change (before, after);
  return g_strdup_printf (_ ("“%s”, %s: %s"), series->name, period, change);
}
