/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-initiative-edit.h"

#include "base/tal-error.h"
#include "core/tal-goal.h"
#include "core/tal-initiative-facts.h"
#include "core/tal-initiative.h"
#include "core/tal-series.h"
#include "core/tal-sweep.h"

#include <glib/gi18n-lib.h>

static void
remove_children (const TalCatalogue *catalogue,
                 const TalWriter    *writer,
                 TalChangeSet       *changes,
                 TalKind             kind,
                 TalId               parent)
{
  guint                   length = 0;
  const TalRecord *const *children = tal_catalogue_get_children (catalogue, kind, parent, &length);

  for (guint i = 0; i < length; i++)
    tal_catalogue_add_removal (catalogue, changes, children[i], writer->now, writer->author);
}

static void
remove_goal (const TalCatalogue *catalogue,
             const TalWriter    *writer,
             TalChangeSet       *changes,
             const TalRecord    *goal)
{
  remove_children (catalogue, writer, changes, TAL_KIND_ASSESSMENT, goal->id);
  tal_catalogue_add_removal (catalogue, changes, goal, writer->now, writer->author);
}

TalChangeSet *
tal_initiative_edit_delete_goal (const TalCatalogue *catalogue,
                                 TalRunSource       *runs,
                                 const TalWriter    *writer,
                                 gconstpointer       goal,
                                 GError            **error)
{
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GArray)       series = g_array_new (FALSE, FALSE, sizeof (TalId));
  g_autofree char         *label = NULL;
  const TalRecord         *record = NULL;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (writer != NULL && goal != NULL, NULL);

  record = tal_catalogue_find (catalogue, TAL_KIND_GOAL, *(const TalId *)goal);
  if (record == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The goal isn't there any more."));
      return NULL;
    }

  label = g_strdup_printf (_ ("goal %d deleted"), TAL_GOAL (record)->number);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  remove_goal (catalogue, writer, changes, record);
  tal_sweep_list_series (catalogue, record->id, series);
  if (!tal_sweep_unused (catalogue, runs, writer, changes, series, TRUE, error))
    return NULL;

  tal_initiative_facts_forget_removed (catalogue, writer, changes);
  return g_steal_pointer (&changes);
}

static void
list_series (const TalCatalogue *catalogue, TalId initiative, GArray *ret_series)
{
  guint                   length = 0;
  const TalRecord *const *series =
      tal_catalogue_get_children (catalogue, TAL_KIND_SERIES, initiative, &length);

  for (guint i = 0; i < length; i++)
    g_array_append_val (ret_series, series[i]->id);
}

static gboolean
keeps_series (const TalCatalogue *catalogue, const TalChangeSet *changes, TalId initiative)
{
  guint                   length = 0;
  const TalRecord *const *series =
      tal_catalogue_get_children (catalogue, TAL_KIND_SERIES, initiative, &length);

  for (guint i = 0; i < length; i++)
    {
      TalKey           key = tal_record_get_key (series[i]);
      const TalChange *change = tal_change_set_find (changes, &key);

      if (change == NULL || change->after != NULL)
        return TRUE;
    }

  return FALSE;
}

TalChangeSet *
tal_initiative_edit_delete (const TalCatalogue *catalogue,
                            TalRunSource       *runs,
                            const TalWriter    *writer,
                            gconstpointer       initiative,
                            GError            **error)
{
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GArray)       series = g_array_new (FALSE, FALSE, sizeof (TalId));
  g_autofree char         *label = NULL;
  const TalRecord         *record = NULL;
  const TalRecord *const  *goals = NULL;
  guint                    n_goals = 0;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (writer != NULL && initiative != NULL, NULL);

  record = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, *(const TalId *)initiative);
  if (record == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The initiative isn't there any more."));
      return NULL;
    }

  label = g_strdup_printf (_ ("the initiative “%s” deleted"), TAL_INITIATIVE (record)->name);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  goals = tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, record->id, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    remove_goal (catalogue, writer, changes, goals[i]);
  remove_children (catalogue, writer, changes, TAL_KIND_APPROPRIATION, record->id);
  list_series (catalogue, record->id, series);
  if (!tal_sweep_unused (catalogue, runs, writer, changes, series, TRUE, error))
    return NULL;

  /* What refers to something goes before it. */
  tal_catalogue_add_removal (catalogue, changes, record, writer->now, writer->author);
  tal_initiative_facts_forget_removed (catalogue, writer, changes);
  if (!keeps_series (catalogue, changes, record->id))
    return g_steal_pointer (&changes);

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD,
               _ ("“%s” cannot be deleted while other initiatives measure by its figures. Archive it "
                  "instead."),
                  TAL_INITIATIVE (record)->name);
  return NULL;
}

guint
tal_initiative_edit_count_removed (const TalChangeSet *changes, TalKind kind)
{
  guint n_removed = 0;

  g_return_val_if_fail (changes != NULL, 0);

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (change->key.kind == kind && change->after == NULL)
        n_removed++;
    }

  return n_removed;
}
