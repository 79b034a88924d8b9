/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-status-text.h"

#include "base/tal-danish-date.h"
#include "cli/tal-cli.h"
#include "core/tal-comparability.h"
#include "core/tal-funding.h"
#include "core/tal-goal-text.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As wide as the wordings of goals are printed before they continue on the next line. */
#define WORDING_WIDTH 60

static const TalInitiative *
get_initiative (const TalCatalogue *catalogue, const TalGoalStatus *status)
{
  return TAL_INITIATIVE (
      tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, status->goal->initiative));
}

static const TalPlan *
get_plan (const TalCatalogue *catalogue, const TalGoalStatus *status)
{
  return TAL_PLAN (
      tal_catalogue_find (catalogue, TAL_KIND_PLAN, get_initiative (catalogue, status)->plan));
}

static guint
count_initiatives (const TalGoalStatus *statuses, guint n_statuses)
{
  guint n_initiatives = 0;

  for (guint i = 0; i < n_statuses; i++)
    {
      if (i == 0 ||
          !tal_id_is_equal (statuses[i - 1].goal->initiative, statuses[i].goal->initiative))
        n_initiatives++;
    }
  return n_initiatives;
}

/* "5 indsatser · 10,2 mio. kr. · endelige tal · status 18. juni 2024" */
static char *
describe_plan (const TalCatalogue *catalogue, const TalGoalStatus *statuses, guint n_statuses)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const TalPlan        *plan = get_plan (catalogue, statuses);
  TalTally              tally = tal_sentence_tally (statuses, n_statuses);
  guint                 n_initiatives = count_initiatives (statuses, n_statuses);
  TalFunding            funding;

  g_ptr_array_add (parts, tal_sentence_count_initiatives (n_initiatives));
  if (n_initiatives == 1
          ? tal_funding_find_initiative (catalogue, statuses->goal->initiative, &funding)
          : tal_funding_find_plan (catalogue, plan->record.id, &funding))
    g_ptr_array_add (parts, tal_sentence_amount (funding.kroner));
  if (tally.has_figures)
    g_ptr_array_add (parts, g_strdup (tally.all_final ? "endelige tal" : "foreløbige tal"));
  if (plan->status_day != TAL_DAY_NONE)
    {
      g_autofree char *day = tal_danish_date_format (plan->status_day, TAL_DANISH_DATE_TEXT);

      g_ptr_array_add (parts, g_strdup_printf ("status %s", day));
    }

  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static void
print_plan (const TalCatalogue *catalogue, const TalGoalStatus *statuses, guint n_statuses)
{
  g_autofree char *goals_met = NULL;
  g_autofree char *description = describe_plan (catalogue, statuses, n_statuses);
  const TalPlan   *plan = get_plan (catalogue, statuses);
  TalTally         tally = tal_sentence_tally (statuses, n_statuses);

  goals_met = tal_sentence_goals_met (&tally);
  tal_cli_print ("%s", plan->name);
  tal_cli_print ("%s", goals_met);
  tal_cli_print ("%s", description);
  if (plan->not_comparable)
    tal_cli_print ("Opgjort på forskellige måder og kan ikke sammenlignes.");
  tal_cli_print ("%s", "");
}

static void
print_initiative (const TalCatalogue *catalogue, const TalInitiative *initiative)
{
  g_autofree char *money = NULL;
  TalFunding       funding;

  if (tal_funding_find_initiative (catalogue, initiative->record.id, &funding))
    money = tal_sentence_amount (funding.kroner);
  tal_cli_print ("%d. %s%s%s", initiative->number, initiative->name, money != NULL ? " · " : "",
                 money != NULL ? money : "");
}

/* The longest beginning of 'text' that fits a line and ends before a word; at least one
 * word. */
static gsize
find_break (const char *text)
{
  const char *last = NULL;
  int         width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), width++)
    {
      if (*p != ' ')
        continue;
      if (width > WORDING_WIDTH)
        break;
      last = p;
    }

  if (g_utf8_strlen (text, -1) <= WORDING_WIDTH || last == NULL)
    return strlen (text);

  return (gsize)(last - text);
}

static void
print_goal (const TalGoalStatus *status)
{
  g_autofree char *wording = g_strdup (status->goal->wording);
  g_autofree char *verdict = tal_goal_text_status (status);
  const char      *rest = g_strdelimit (wording, "\n\t", ' ');
  gboolean         first = TRUE;

  while (*rest != '\0')
    {
      gsize            length = find_break (rest);
      g_autofree char *line = g_strndup (rest, length);
      int              padding = WORDING_WIDTH - (int)g_utf8_strlen (line, -1);

      if (first)
        tal_cli_print ("%5d) %s%*s  %s", status->goal->number, line, MAX (padding, 0), "", verdict);
      else
        tal_cli_print ("       %s", line);
      first = FALSE;
      rest += length;
      while (*rest == ' ')
        rest++;
    }
}

/* Whether the goal itself says how it is measured; what its series says is known to all of
 * them alike. */
static gboolean
has_own_note (const TalGoalStatus *status)
{
  const TalGoal    *goal = status->goal;
  const char *const texts[] = { goal->source, goal->method, goal->population };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] != NULL && texts[i][0] != '\0')
        return TRUE;
    }

  return FALSE;
}

/* Shares on populations of their own stand in one table, and must not be compared there. */
static void
print_comparability (const TalGoalStatus *statuses, guint n_statuses)
{
  g_autoptr (GArray)        subjects = g_array_new (FALSE, FALSE, sizeof (TalComparabilitySubject));
  g_auto (TalComparability) result = { 0 };

  for (guint i = 0; i < n_statuses; i++)
    {
      TalComparabilitySubject subject;

      if (!has_own_note (&statuses[i]) || statuses[i].series == NULL ||
          statuses[i].series->measure_unit != TAL_MEASURE_UNIT_PER_CENT)
        continue;
      subject = tal_comparability_subject_for_status (&statuses[i]);
      g_array_append_val (subjects, subject);
    }
  if (subjects->len < 2)
    return;

  result =
      tal_comparability_assess (statuses->catalogue, (gconstpointer)subjects->data, subjects->len,
                                TAL_COMPARABILITY_USE_BESIDE, TAL_DIFFERENCE_NONE);
  if (result.note != NULL)
    tal_cli_print ("%s", result.note);
}

/* Of one initiative. */
static void
print_notes (const TalGoalStatus *statuses, guint n_statuses)
{
  print_comparability (statuses, n_statuses);
  for (guint i = 0; i < n_statuses; i++)
    {
      g_autofree char *note =
          has_own_note (&statuses[i]) ? tal_goal_text_note (&statuses[i]) : NULL;

      if (note != NULL)
        tal_cli_print ("%s", note);
    }
  for (guint i = 0; i < n_statuses; i++)
    {
      g_autofree char *note = tal_goal_text_preliminary (&statuses[i]);

      if (note != NULL)
        tal_cli_print ("* %s", note);
    }
}

static guint
count_same_initiative (const TalGoalStatus *statuses, guint n_statuses)
{
  guint length = 1;

  while (length < n_statuses &&
         tal_id_is_equal (statuses[length].goal->initiative, statuses[0].goal->initiative))
    length++;
  return length;
}

static guint
count_same_plan (const TalCatalogue *catalogue, const TalGoalStatus *statuses, guint n_statuses)
{
  guint length = 1;

  while (length < n_statuses &&
         get_plan (catalogue, &statuses[length]) == get_plan (catalogue, &statuses[0]))
    length++;
  return length;
}

/* Goals are numbered anew in each initiative, so its notes stand right below its goals. */
static void
print_goals (const TalCatalogue *catalogue, const TalGoalStatus *statuses, guint n_statuses)
{
  for (guint first = 0; first < n_statuses;)
    {
      guint length = count_same_initiative (statuses + first, n_statuses - first);

      print_initiative (catalogue, get_initiative (catalogue, &statuses[first]));
      for (guint i = 0; i < length; i++)
        print_goal (&statuses[first + i]);
      print_notes (statuses + first, length);
      first += length;
    }
}

void
tal_cli_status_print_text (const TalCatalogue  *catalogue,
                           const TalGoalStatus *statuses,
                           guint                n_statuses)
{
  g_return_if_fail (catalogue != NULL);

  if (n_statuses == 0)
    tal_cli_print ("%s", _ ("There are no goals here."));

  for (guint first = 0; first < n_statuses;)
    {
      guint length = count_same_plan (catalogue, statuses + first, n_statuses - first);

      if (first > 0)
        tal_cli_print ("%s", "");
      print_plan (catalogue, statuses + first, length);
      print_goals (catalogue, statuses + first, length);
      first += length;
    }
}
