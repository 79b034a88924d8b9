/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A write transaction as a scope: what was written is kept by committing and taken
 * back by leaving.  It takes the write lock when it begins, so that what is read
 * inside it stays true until it ends.
 *
 *   g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalDatabase TalDatabase;

typedef struct
{
  TalDatabase *database; /* NULL outside a transaction */
} TalTransaction;

#define TAL_TRANSACTION_INIT \
  {                          \
    NULL                     \
  }

/* TAL_ERROR_BUSY where another program keeps the write lock for five seconds,
 * TAL_ERROR_READ_ONLY where the database may not be written. */
gboolean tal_transaction_begin (TalTransaction *self, TalDatabase *database, GError **error);
/* Without the lock: what is read inside it is of one moment, and nothing may be
 * written.  Inside another transaction it is part of that and does nothing. */
gboolean tal_transaction_begin_reading (TalTransaction *self,
                                        TalDatabase    *database,
                                        GError        **error);
/* Where this fails nothing is known for certain: the disk may have taken the
 * transaction and failed to say so.  The caller must read again. */
gboolean tal_transaction_commit (TalTransaction *self, GError **error);
/* Rolls back what was not committed. */
void tal_transaction_clear (TalTransaction *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalTransaction, tal_transaction_clear)

G_END_DECLS
