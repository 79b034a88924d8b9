/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-goal-number.h"

#include "base/tal-error.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"

#include <glib/gi18n-lib.h>

/* The goals of a plan in the order in which they stand, an array of borrowed TalGoal. */
static GPtrArray *
list_goals (const TalCatalogue *catalogue, TalId plan)
{
  GPtrArray              *goals = g_ptr_array_new ();
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan, &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    {
      guint                   n_goals = 0;
      const TalRecord *const *children =
          tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, initiatives[i]->id, &n_goals);

      for (guint j = 0; j < n_goals; j++)
        g_ptr_array_add (goals, (gpointer)children[j]);
    }

  return goals;
}

gboolean
tal_goal_number_runs_through (const TalCatalogue *catalogue, TalId plan)
{
  g_autoptr (GPtrArray)  goals = NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (catalogue != NULL, FALSE);

  goals = list_goals (catalogue, plan);
  for (guint i = 0; i < goals->len; i++)
    {
      const TalGoal *goal = g_ptr_array_index (goals, i);

      if (!g_hash_table_add (numbers, GINT_TO_POINTER (goal->number)))
        return FALSE;
    }

  return TRUE;
}

int
tal_goal_number_find_next (const TalCatalogue *catalogue, TalId initiative)
{
  g_autoptr (GPtrArray) goals = NULL;
  const TalRecord      *record = NULL;
  gboolean              through = FALSE;
  int                   highest = 0;

  g_return_val_if_fail (catalogue != NULL, 1);

  record = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, initiative);
  if (record == NULL)
    return 1;

  goals = list_goals (catalogue, TAL_INITIATIVE (record)->plan);
  through = tal_goal_number_runs_through (catalogue, TAL_INITIATIVE (record)->plan);
  for (guint i = 0; i < goals->len; i++)
    {
      const TalGoal *goal = g_ptr_array_index (goals, i);

      if (through || tal_id_is_equal (goal->initiative, initiative))
        highest = MAX (highest, goal->number);
    }

  return highest + 1;
}

int
tal_goal_number_find_next_initiative (const TalCatalogue *catalogue, TalId plan)
{
  const TalRecord *const *records = NULL;
  guint                   n_records = 0;
  int                     highest = 0;

  g_return_val_if_fail (catalogue != NULL, 1);

  records = tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan, &n_records);
  for (guint i = 0; i < n_records; i++)
    highest = MAX (highest, TAL_INITIATIVE (records[i])->number);

  return n_records > 0 && highest == 0 ? 0 : highest + 1;
}

static TalId
get_parent (const TalRecord *record)
{
  return record->kind == TAL_KIND_GOAL ? TAL_GOAL (record)->initiative
                                       : TAL_INITIATIVE (record)->plan;
}

static int
get_number (const TalRecord *record)
{
  return record->kind == TAL_KIND_GOAL ? TAL_GOAL (record)->number
                                       : TAL_INITIATIVE (record)->number;
}

static void
put_number (const TalWriter    *writer,
            const TalCatalogue *catalogue,
            TalChangeSet       *changes,
            const TalRecord    *record,
            int                 number)
{
  g_autoptr (TalRecord) copy = tal_record_copy (record);

  if (record->kind == TAL_KIND_GOAL)
    ((TalGoal *)copy)->number = number;
  else
    ((TalInitiative *)copy)->number = number;
  tal_writer_put (writer, catalogue, changes, copy);
}

/* Gives each of 'order' the number that stood in its place before. */
static void
put_order (const TalWriter        *writer,
           const TalCatalogue     *catalogue,
           TalChangeSet           *changes,
           const TalRecord *const *siblings,
           const GPtrArray        *order)
{
  gboolean numbered = TRUE;

  /* Numbers that are not there, or twice, do not order anything: then all are numbered. */
  for (guint i = 0; i < order->len; i++)
    numbered &= get_number (siblings[i]) > (i > 0 ? get_number (siblings[i - 1]) : 0);

  for (guint i = 0; i < order->len; i++)
    put_number (writer, catalogue, changes, g_ptr_array_index (order, i),
                numbered ? get_number (siblings[i]) : (int)i + 1);
}

TalChangeSet *
tal_goal_number_move (const TalCatalogue *catalogue,
                      TalRunSource       *runs,
                      const TalWriter    *writer,
                      gconstpointer       request,
                      GError            **error)
{
  const TalMoveRequest    *move = request;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GPtrArray)    order = g_ptr_array_new ();
  const TalRecord         *record = NULL;
  const TalRecord *const  *siblings = NULL;
  guint                    n_siblings = 0;
  int                      from = 0;
  int                      to = 0;

  g_return_val_if_fail (catalogue != NULL && writer != NULL && move != NULL, NULL);

  record = tal_catalogue_find (catalogue, move->kind, move->id);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, _ ("another order"));
  if (record == NULL)
    return g_steal_pointer (&changes);

  siblings = tal_catalogue_get_children (catalogue, move->kind, get_parent (record), &n_siblings);
  for (guint i = 0; i < n_siblings; i++)
    {
      if (siblings[i] == record)
        from = (int)i;
      else
        g_ptr_array_add (order, (gpointer)siblings[i]);
    }
  to = CLAMP (from + move->steps, 0, (int)n_siblings - 1);
  if (to == from)
    return g_steal_pointer (&changes);

  g_ptr_array_insert (order, to, (gpointer)record);
  put_order (writer, catalogue, changes, siblings, order);
  return g_steal_pointer (&changes);
}

TalChangeSet *
tal_goal_number_renumber (const TalCatalogue *catalogue,
                          TalRunSource       *runs,
                          const TalWriter    *writer,
                          gconstpointer       plan,
                          GError            **error)
{
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GPtrArray)    goals = NULL;

  g_return_val_if_fail (catalogue != NULL && writer != NULL && plan != NULL, NULL);

  changes = tal_change_set_new (TAL_ORIGIN_EDIT, _ ("goals numbered anew"));
  goals = list_goals (catalogue, *(const TalId *)plan);
  for (guint i = 0; i < goals->len; i++)
    put_number (writer, catalogue, changes, g_ptr_array_index (goals, i), (int)i + 1);
  return g_steal_pointer (&changes);
}
