/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli.h"
#include "core/tal-goal.h"
#include "model/tal-edit.h"
#include "model/tal-name-search.h"

#include <glib/gi18n-lib.h>

/* The words of the command, as they were typed; NULL where they were not. */
typedef struct
{
  char *series;
  char *goal;
  char *plan;
  char *initiative;
  char *part;
  char *period;
  char *value;
  char *state;
  char *note;
} Wish;

static void
wish_clear (Wish *wish)
{
  g_free (wish->series);
  g_free (wish->goal);
  g_free (wish->plan);
  g_free (wish->initiative);
  g_free (wish->part);
  g_free (wish->period);
  g_free (wish->value);
  g_free (wish->state);
  g_free (wish->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
misuse (const char *sentence)
{
  tal_cli_misuse ("set", sentence);
  return FALSE;
}

static gboolean
parse_wish (Wish *wish, char ***words)
{
  const GOptionEntry options[] = {
    { "series", 0, 0, G_OPTION_ARG_STRING, &wish->series, NULL, NULL },
    { "goal", 0, 0, G_OPTION_ARG_STRING, &wish->goal, NULL, NULL },
    { "plan", 0, 0, G_OPTION_ARG_STRING, &wish->plan, NULL, NULL },
    { "initiative", 0, 0, G_OPTION_ARG_STRING, &wish->initiative, NULL, NULL },
    { "part", 0, 0, G_OPTION_ARG_STRING, &wish->part, NULL, NULL },
    { "period", 0, 0, G_OPTION_ARG_STRING, &wish->period, NULL, NULL },
    { "value", 0, 0, G_OPTION_ARG_STRING, &wish->value, NULL, NULL },
    { "state", 0, 0, G_OPTION_ARG_STRING, &wish->state, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &wish->note, NULL, NULL },
    { NULL },
  };

  if (!tal_cli_parse ("set", options, words, 1, 1))
    return FALSE;
  if ((wish->series == NULL) == (wish->goal == NULL))
    return misuse (_ ("Say either --series or --goal."));
  if (wish->goal != NULL && wish->part == NULL)
    return misuse (_ ("Say which --part of the goal: value, numerator or denominator."));
  if (wish->period == NULL)
    return misuse (_ ("Say which --period."));
  if (wish->value == NULL && wish->state == NULL && wish->note == NULL)
    return misuse (_ ("Say which --value."));

  return TRUE;
}

static gboolean
parse_part (const char *text, TalPart *ret_part)
{
  static const char *const names[] = { "value", "numerator", "denominator" };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (text, names[i]))
        {
          *ret_part = (TalPart)i;
          return TRUE;
        }
    }

  return text == NULL ||
         misuse (_ ("Say which --part of the goal: value, numerator or denominator."));
}

static gboolean
parse_number (const char *text, int *ret_number)
{
  guint64 number = 0;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL))
    return misuse (_ ("A goal is called by its number."));

  *ret_number = (int)number;
  return TRUE;
}

static gboolean
parse_edit (const Wish *wish, TalFigureEdit *ret_edit, GError **error)
{
  TalFigureEdit edit = { .sets_value = wish->value != NULL,
                         .sets_state = wish->state != NULL,
                         .sets_note = wish->note != NULL,
                         .note = wish->note };

  if (edit.sets_value && !tal_decimal_parse (wish->value, &edit.value, error))
    return FALSE;

  *ret_edit = edit;
  return TRUE;
}

static TalChangeSet *
set_by_goal (TalCollection       *collection,
             const Wish          *wish,
             int                  number,
             TalPart              part,
             TalPeriod            period,
             const TalFigureEdit *edit,
             GError             **error)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (collection);
  const TalRecord    *plan = NULL;
  const TalRecord    *initiative = NULL;
  const TalRecord    *goal = NULL;

  if (wish->plan != NULL)
    {
      plan = tal_name_search_find (catalogue, TAL_KIND_PLAN, wish->plan, error);
      if (plan == NULL)
        return NULL;
    }
  if (wish->initiative != NULL)
    {
      initiative = tal_name_search_find (catalogue, TAL_KIND_INITIATIVE, wish->initiative, error);
      if (initiative == NULL)
        return NULL;
    }

  goal = tal_name_search_find_goal (catalogue, number, plan != NULL ? plan->id : TAL_ID_NONE,
                                    initiative != NULL ? initiative->id : TAL_ID_NONE, error);
  if (goal == NULL)
    return NULL;

  return tal_collection_set_goal_figure (collection, goal->id, part, period, edit, error);
}

static TalChangeSet *
set_by_series (TalCollection       *collection,
               const char          *name,
               TalPeriod            period,
               const TalFigureEdit *edit,
               GError             **error)
{
  const TalRecord *series = tal_name_search_find (tal_collection_get_catalogue (collection),
                                                  TAL_KIND_SERIES, name, error);

  return series != NULL
             ? tal_collection_set_series_figure (collection, series->id, period, edit, error)
             : NULL;
}

static int
carry_out (const char          *path,
           const Wish          *wish,
           int                  number,
           TalPart              part,
           TalPeriod            period,
           const TalFigureEdit *edit)
{
  g_autoptr (TalCollection) collection = tal_cli_open (path, FALSE);
  g_autoptr (TalChangeSet)  changes = NULL;
  g_autoptr (GError)        error = NULL;

  if (collection == NULL)
    return TAL_CLI_REFUSED;

  changes = wish->series != NULL
                ? set_by_series (collection, wish->series, period, edit, &error)
                : set_by_goal (collection, wish, number, part, period, edit, &error);
  if (changes == NULL)
    return tal_cli_refuse (error);

  if (tal_change_set_get_length (changes) == 0)
    tal_cli_print ("%s", _ ("It was so already; nothing was changed."));
  else
    tal_cli_print ("%s", tal_change_set_get_label (changes));
  return TAL_CLI_DONE;
}

int
tal_cli_run_set (char **words)
{
  g_auto (GStrv)     rest = g_strdupv (words);
  g_auto (Wish)      wish = { NULL };
  g_autoptr (GError) error = NULL;
  TalFigureEdit      edit = { 0 };
  TalPart            part = TAL_PART_VALUE;
  TalPeriod          period;
  int                number = 0;

  if (!parse_wish (&wish, &rest) || !parse_part (wish.part, &part) ||
      !parse_number (wish.goal, &number))
    return TAL_CLI_USAGE;
  if (!tal_cli_parse_period (wish.period, &period))
    return TAL_CLI_REFUSED;
  if (!parse_edit (&wish, &edit, &error))
    return tal_cli_refuse (error);
  if (edit.sets_state && !tal_figure_state_from_name (wish.state, &edit.state))
    {
      misuse (_ ("A figure is final, preliminary or an estimate."));
      return TAL_CLI_USAGE;
    }

  return carry_out (rest[1], &wish, number, part, period, &edit);
}
