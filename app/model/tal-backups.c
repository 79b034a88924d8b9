/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-backups.h"

#include "base/tal-danish-date.h"
#include "base/tal-error.h"
#include "model/tal-clock.h"
#include "store/tal-backup.h"
#include "store/tal-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".indsats"

TalKeptCopy *
tal_kept_copy_new (const char *path, TalTime made_at)
{
  TalKeptCopy *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (TalKeptCopy, 1);
  self->path = g_strdup (path);
  self->made_at = made_at;
  return self;
}

void
tal_kept_copy_free (TalKeptCopy *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}

char *
tal_backups_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "indsatstal", "sikkerhedskopier", NULL);
}

GPtrArray *
tal_backups_list (const char *path)
{
  g_autofree char      *folder = tal_backups_dup_folder ();
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_kept_copy_free);

  g_return_val_if_fail (path != NULL, copies);

  found = tal_backup_list (folder, path);
  for (guint i = 0; i < found->len; i++)
    {
      const TalBackup *each = g_ptr_array_index (found, i);

      g_ptr_array_add (copies, tal_kept_copy_new (each->path, each->made_at));
    }
  return copies;
}

static char *
dup_path_beside (const char *path, TalTime made_at)
{
  gsize            length = strlen (path);
  g_autofree char *time = tal_clock_format_local_short (made_at);

  if (g_str_has_suffix (path, SUFFIX))
    length -= strlen (SUFFIX);
  return g_strdup_printf ("%.*s (%s)" SUFFIX, (int)length, path, time);
}

/* What was done since the copy was made is known to others as this collection's: what is done from
 * now on is another's, or they would take it for having seen that. */
static gboolean
become_another (const char *path, GError **error)
{
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;
  TalStore               *store = tal_store_open (path, FALSE, error);
  gboolean                done = FALSE;

  if (store == NULL)
    return FALSE;

  done = tal_store_begin (store, &transaction, error) &&
         tal_store_save_replica (store, tal_id_new (), error) &&
         tal_transaction_commit (&transaction, error);
  tal_transaction_clear (&transaction);
  tal_store_close (store);
  return done;
}

char *
tal_backups_restore (const TalKeptCopy *copy, const char *path, gboolean in_place, GError **error)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (copy != NULL && path != NULL, NULL);

  place = in_place ? g_strdup (path) : dup_path_beside (path, copy->made_at);
  if (!in_place && g_file_test (place, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (place);

      g_set_error (error, TAL_ERROR, TAL_ERROR_CONFLICT,
                   _ ("“%s” is there already. Open it, or give it another name first."), name);
      return NULL;
    }

  return tal_backup_restore (copy->path, place, tal_clock_get_now (), error) &&
                 become_another (place, error)
             ? g_steal_pointer (&place)
             : NULL;
}
