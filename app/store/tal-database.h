/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One connection to one SQLite database, with its settings and its errors.  It knows
 * what a collection is only as far as its marks go: the application id and the
 * version of the schema.
 */

#pragma once

#include "store/tal-statement.h"

#include <glib.h>

G_BEGIN_DECLS

struct sqlite3;

typedef struct _TalDatabase TalDatabase;

/* "INDS": what makes a SQLite file a collection. */
#define TAL_DATABASE_APPLICATION_ID 0x494E4453

typedef enum
{
  TAL_DATABASE_NEW, /* as the next, but the first transaction goes into the file itself,
                     * where others look for the marks */
  TAL_DATABASE_READ_WRITE,
  TAL_DATABASE_READ_ONLY,
  TAL_DATABASE_FROZEN, /* read-only, and nobody writes it: a file that cannot be locked */
} TalDatabaseMode;

/* Of SQLite, as it runs: "3.40.1". */
const char *tal_database_get_version (void);

/* The file must be there.  'on_network' chooses the journal that is safe there. */
TalDatabase *tal_database_open (const char     *path,
                                TalDatabaseMode mode,
                                gboolean        on_network,
                                GError        **error);
/* A new one in memory. */
TalDatabase *tal_database_open_in_memory (GError **error);
/* A new one at 'path', or one that is overwritten, for a copy. */
TalDatabase *tal_database_open_for_copy (const char *path, GError **error);
void         tal_database_close (TalDatabase *self);

const char *tal_database_get_path (const TalDatabase *self); /* NULL in memory */
gboolean    tal_database_is_read_only (const TalDatabase *self);
gboolean    tal_database_is_on_network (const TalDatabase *self);
gboolean    tal_database_is_in_transaction (TalDatabase *self);
/* How many transactions were rolled back: what was read inside one is then untrue. */
guint           tal_database_get_n_rollbacks (const TalDatabase *self);
struct sqlite3 *tal_database_get_handle (TalDatabase *self);

/* Lends a statement, prepared once and kept. */
TalStatement *tal_database_prepare (TalDatabase *self, const char *sql, GError **error);
/* Runs statements that give nothing back, prepared for this once. */
gboolean tal_database_execute (TalDatabase *self, const char *sql, GError **error);
/* Runs one that gives nothing back and is asked for again and again. */
gboolean tal_database_run (TalDatabase *self, const char *sql, GError **error);
/* The first column of the only row. */
gboolean tal_database_load_integer (TalDatabase *self,
                                    const char  *sql,
                                    gint64      *ret_value,
                                    GError     **error);
/* How many rows the last statement changed, and the key of the last row inserted. */
gint64 tal_database_get_n_changed (TalDatabase *self);
gint64 tal_database_get_last_key (TalDatabase *self);
/* Whether something would refer to a row that is not there if the transaction ended now. */
gboolean tal_database_has_dangling (TalDatabase *self);
/* How many rows are written next; 0 once they are.  Many get a larger cache: with what is
 * enough to read with, a large import is half as fast again. */
void tal_database_expect_rows (TalDatabase *self, guint n_rows);

/* Before the first write: the journal in which readers are not in the way.  Not
 * while opening, so that looking at a collection leaves its file untouched. */
gboolean tal_database_prepare_to_write (TalDatabase *self, GError **error);

/* The error of an SQLite result code as a sentence about the collection. */
void tal_database_set_error (TalDatabase *self, int code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalDatabase, tal_database_close)

G_END_DECLS
