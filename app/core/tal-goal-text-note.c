/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-date.h"
#include "core/tal-danish-period.h"
#include "core/tal-goal-coverage.h"
#include "core/tal-goal-text.h"

#include <string.h>

static const char *
choose_text (const char *own, const char *other)
{
  if (own != NULL && own[0] != '\0')
    return own;

  return other != NULL && other[0] != '\0' ? other : NULL;
}

/* As a sentence of its own, behind a space. */
static void
append_sentence (GString *note, const char *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *first = NULL;
  const char      *rest = NULL;

  if (text == NULL)
    return;

  plain = g_strstrip (g_strdup (text));
  if (plain[0] == '\0')
    return;

  rest = g_utf8_next_char (plain);
  first = g_utf8_strup (plain, (gssize)(rest - plain));
  g_string_append_printf (note, " %s%s%s", first, rest, g_str_has_suffix (plain, ".") ? "" : ".");
}

/* "januar 2017", else the day. */
static char *
write_end (TalDay day, gboolean of_month)
{
  TalPeriod period;
  int       year;
  int       month;
  int       number;

  if (!of_month)
    return tal_danish_date_format (day, TAL_DANISH_DATE_TEXT);

  tal_day_get_date (day, &year, &month, &number);
  return tal_period_from_number (TAL_PERIOD_MONTH, year, month, &period)
             ? tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT)
             : NULL;
}

/* "Målt fra januar 2017 til juli 2018", "Målt i 2023", "Målt den 1. september 2018" */
static char *
write_period (TalPeriod period)
{
  g_autoptr (GArray) months = tal_period_list_parts (period, TAL_PERIOD_MONTH);
  g_autofree char   *first = NULL;
  g_autofree char   *last = NULL;

  if (period.kind != TAL_PERIOD_RANGE)
    {
      first = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
      return g_strconcat (period.kind == TAL_PERIOD_DAY ? "Målt den " : "Målt i ", first, NULL);
    }

  first = write_end (period.first, months->len > 0);
  last = write_end (period.last, months->len > 0);
  return g_strdup_printf ("Målt fra %s til %s", first, last);
}

char *
tal_goal_text_note (const TalGoalStatus *self)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char    *measured = NULL;
  const TalGoal      *goal = NULL;
  const char         *source = NULL;
  const char         *method = NULL;
  TalPeriod           period;

  g_return_val_if_fail (self != NULL, NULL);

  goal = self->goal;
  source = choose_text (goal->source, self->series != NULL ? self->series->source : NULL);
  method = choose_text (goal->method, NULL);
  if (source == NULL && method == NULL && choose_text (goal->population, NULL) == NULL)
    return NULL;

  period = tal_figure_is_known (&self->figure) ? self->period : goal->measuring_period;
  if (method != NULL && g_str_has_prefix (method, "Målt "))
    measured = g_strdup (g_steal_pointer (&method));
  else if (tal_period_is_set (period))
    measured = write_period (period);
  g_string_append_printf (note, "Mål %d:", goal->number);
  append_sentence (note, source);
  append_sentence (note, measured);
  append_sentence (note, goal->population);
  append_sentence (note, method);
  return g_string_free (g_steal_pointer (&note), FALSE);
}

char *
tal_goal_text_preliminary (const TalGoalStatus *self)
{
  g_autoptr (GString) note = NULL;
  g_autofree char    *period = NULL;
  TalGoalCoverage     coverage;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tal_figure_is_known (&self->figure) || self->figure.state == TAL_FIGURE_FINAL)
    return NULL;

  note = g_string_new (NULL);
  period = tal_danish_period_format (self->period, TAL_DANISH_PERIOD_TEXT);
  g_string_append_printf (note, "Mål %d: %s for %s", self->goal->number,
                          self->figure.state == TAL_FIGURE_ESTIMATE ? "skønnet tal"
                                                                    : "foreløbigt tal",
                          period);
  if (tal_goal_coverage_find (self, &coverage))
    {
      g_autofree char *covered = tal_goal_coverage_write (&coverage);
      g_autofree char *missing = tal_goal_coverage_write_missing (&coverage);

      g_string_append_printf (note, ", %s. %s", covered, missing);
    }
  g_string_append_c (note, '.');
  if (self->figure.final_expected != TAL_DAY_NONE)
    {
      g_autofree char *day =
          tal_danish_date_format (self->figure.final_expected, TAL_DANISH_DATE_TEXT);

      g_string_append_printf (note, " Endeligt tal forventes %s.", day);
    }
  if (self->attainment == TAL_ATTAINMENT_ALREADY_MET)
    g_string_append_printf (note, " Mål %d er dog allerede opnået.", self->goal->number);

  return g_string_free (g_steal_pointer (&note), FALSE);
}
