/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-collection-check.h"

#include "core/tal-note-check.h"
#include "core/tal-note-own.h"
#include "core/tal-note-tables.h"
#include "core/tal-plausibility.h"
#include "core/tal-remark.h"
#include "formats/tal-document-reader.h"

GPtrArray *
tal_collection_check_figures (TalCollection *self, TalDay today, GError **error)
{
  g_autoptr (GPtrArray)   findings = tal_finding_list_new ();
  g_autoptr (TalGoalPast) past = NULL;
  gboolean                done = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tal_collection_begin_reading (self, error))
    return NULL;

  past = tal_collection_load_goal_past (self, error);
  done = past != NULL &&
         tal_plausibility_check (tal_collection_get_catalogue (self),
                                 tal_collection_get_runs (self), past, today, findings, error);
  tal_collection_end_reading (self);
  return done ? g_steal_pointer (&findings) : NULL;
}

GPtrArray *
tal_collection_check_note (TalCollection *self, const char *path, TalDay today, GError **error)
{
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  g_autoptr (GPtrArray) passages = NULL;
  gboolean              done = FALSE;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  passages = tal_document_read (path, NULL, error);
  if (passages == NULL || !tal_collection_begin_reading (self, error))
    return NULL;

  done = tal_note_check (tal_collection_get_catalogue (self), tal_collection_get_runs (self),
                         passages, today, remarks, error);
  tal_collection_end_reading (self);
  if (!done)
    return NULL;

  tal_note_tables_check (passages, remarks);
  tal_note_own_check (passages, remarks);
  tal_remark_list_sort (remarks);
  tal_remark_list_drop_repeated (remarks);
  return g_steal_pointer (&remarks);
}
