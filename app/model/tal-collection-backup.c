/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a collection is copied among the person's backups. */

#include "config.h"

#include "model/tal-backups.h"
#include "model/tal-clock.h"
#include "model/tal-collection-private.h"

#define SECONDS_A_DAY ((TalTime)86400)

/* When the newest entry of the history was written; TAL_TIME_NONE where there is none. */
static gboolean
load_last_change (TalCollection *self, TalTime *ret_time, GError **error)
{
  g_autoptr (GPtrArray) newest = tal_store_load_history (self->store, NULL, 0, 1, error);

  if (newest == NULL)
    return FALSE;

  *ret_time = newest->len > 0 ? ((const TalJournalEntry *)g_ptr_array_index (newest, 0))->made_at
                              : TAL_TIME_NONE;
  return TRUE;
}

char *
tal_collection_back_up (TalCollection *self, int days, GError **error)
{
  g_autofree char      *folder = tal_backups_dup_folder ();
  g_autoptr (GPtrArray) copies = NULL;
  TalTime               now = tal_clock_get_now ();
  TalTime               changed_at = TAL_TIME_NONE;

  g_return_val_if_fail (self != NULL && days >= 0, NULL);

  if (!load_last_change (self, &changed_at, error))
    return NULL;

  copies = tal_backups_list (tal_store_get_path (self->store));
  if (copies->len > 0)
    {
      const TalKeptCopy *newest = g_ptr_array_index (copies, 0);

      if (newest->made_at > changed_at || newest->made_at > now - days * SECONDS_A_DAY)
        return NULL;
    }
  else if (changed_at == TAL_TIME_NONE)
    return NULL;

  return tal_store_back_up (self->store, folder, now, error);
}
