/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-transaction.h"

#include "base/tal-error.h"
#include "store/tal-database.h"

#include <glib/gi18n-lib.h>

gboolean
tal_transaction_begin (TalTransaction *self, TalDatabase *database, GError **error)
{
  g_return_val_if_fail (self != NULL && self->database == NULL, FALSE);
  g_return_val_if_fail (database != NULL, FALSE);

  if (!tal_database_prepare_to_write (database, error) ||
      !tal_database_run (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  self->database = database;
  return TRUE;
}

gboolean
tal_transaction_begin_reading (TalTransaction *self, TalDatabase *database, GError **error)
{
  g_return_val_if_fail (self != NULL && self->database == NULL, FALSE);
  g_return_val_if_fail (database != NULL, FALSE);

  if (tal_database_is_in_transaction (database))
    return TRUE;
  if (!tal_database_run (database, "BEGIN", error))
    return FALSE;

  self->database = database;
  return TRUE;
}

gboolean
tal_transaction_commit (TalTransaction *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* A reading inside another transaction ends with that. */
  if (self->database == NULL)
    return TRUE;

  if (!tal_database_run (self->database, "COMMIT", error))
    {
      g_prefix_error (error, "%s ", _ ("It could not be confirmed that the change was saved."));
      return FALSE;
    }

  self->database = NULL;
  return TRUE;
}

void
tal_transaction_clear (TalTransaction *self)
{
  g_return_if_fail (self != NULL);

  /* An error such as a full disk may have rolled it back already. */
  if (self->database != NULL && tal_database_is_in_transaction (self->database))
    tal_database_run (self->database, "ROLLBACK", NULL);
  self->database = NULL;
}
