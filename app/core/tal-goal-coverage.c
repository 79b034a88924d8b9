/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal-coverage.h"

#include "core/tal-danish-noun.h"

/* None where it isn't whole months. */
static int
count_months (TalPeriod period)
{
  g_autoptr (GArray) months = tal_period_list_parts (period, TAL_PERIOD_MONTH);

  return (int)months->len;
}

gboolean
tal_goal_coverage_find (const TalGoalStatus *status, TalGoalCoverage *ret_coverage)
{
  TalPeriod wanted;
  TalPeriod covered;
  int       wanted_months;
  int       covered_months;

  g_return_val_if_fail (status != NULL, FALSE);
  g_return_val_if_fail (ret_coverage != NULL, FALSE);

  wanted = status->target_period;
  covered = status->period;
  if (!tal_figure_is_known (&status->figure) || !tal_period_is_set (wanted) ||
      !tal_period_is_set (covered) || !tal_period_contains (wanted, covered) ||
      tal_period_is_equal (wanted, covered))
    return FALSE;

  wanted_months = count_months (wanted);
  covered_months = count_months (covered);
  if (wanted_months > 0 && covered_months > 0)
    *ret_coverage = (TalGoalCoverage){ covered_months, wanted_months, TRUE };
  else
    *ret_coverage =
        (TalGoalCoverage){ tal_period_count_days (covered), tal_period_count_days (wanted), FALSE };
  return TRUE;
}

static const char *
get_noun (const TalGoalCoverage *self)
{
  return self->in_months ? "måneder" : "dage";
}

char *
tal_goal_coverage_write (const TalGoalCoverage *self)
{
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  wanted = tal_danish_noun_count (TAL_DECIMAL (self->n_wanted, 0), get_noun (self));
  return g_strdup_printf ("%d af %s", self->n_covered, wanted);
}

char *
tal_goal_coverage_write_missing (const TalGoalCoverage *self)
{
  g_autofree char *missing = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  missing =
      tal_danish_noun_count (TAL_DECIMAL (self->n_wanted - self->n_covered, 0), get_noun (self));
  return g_strconcat ("Der mangler ", missing, NULL);
}
