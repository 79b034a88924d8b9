/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One SQL statement, from being handed out by the database to being given back:
 *
 *   g_autoptr (TalStatement) goals = tal_database_prepare (database, "SELECT …", error);
 *
 *   while (tal_statement_next (goals))
 *     …
 *   return tal_statement_finish (goals, error);
 *
 * Columns and parameters are counted from 0.  Binding cannot fail visibly: what
 * went wrong is told by finish.  The getters trust the table's own checks; the
 * readers refuse what the program cannot have written, with TAL_ERROR_DAMAGED, since
 * a collection may have been made by anyone.
 */

#pragma once

#include "base/tal-day.h"
#include "base/tal-decimal.h"
#include "base/tal-id.h"
#include "base/tal-time.h"
#include "core/tal-period.h"
#include "core/tal-versions.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalDatabase  TalDatabase;
typedef struct _TalStatement TalStatement;

struct sqlite3_stmt;

/* For the database, which owns statements and lends them out. */
TalStatement *tal_statement_new (TalDatabase *database, struct sqlite3_stmt *statement);
void          tal_statement_free (TalStatement *self);
gboolean      tal_statement_is_lent (const TalStatement *self);
void          tal_statement_lend (TalStatement *self, gboolean kept);

/* Gives it back, reset; it may not be used any more. */
void tal_statement_release (TalStatement *self);

/* What is absent is bound as NULL: no text, no id, no day. */
void tal_statement_bind_null (TalStatement *self, int parameter);
void tal_statement_bind_integer (TalStatement *self, int parameter, gint64 value);
void tal_statement_bind_text (TalStatement *self, int parameter, const char *text);
void tal_statement_bind_id (TalStatement *self, int parameter, TalId id);
void tal_statement_bind_day (TalStatement *self, int parameter, TalDay day);
void tal_statement_bind_time (TalStatement *self, int parameter, TalTime time);
void tal_statement_bind_versions (TalStatement *self, int parameter, const TalVersions *versions);
void tal_statement_bind_period (TalStatement *self, int parameter, TalPeriod period);
/* Into two parameters: the integer and its number of decimals. */
void tal_statement_bind_decimal (TalStatement *self, int parameter, TalDecimal value);

/* Moves to the next row.  FALSE at the end and after an error alike. */
gboolean tal_statement_next (TalStatement *self);
/* FALSE if anything went wrong since it was handed out.  Resets it, so that it can
 * be bound and run again. */
gboolean tal_statement_finish (TalStatement *self, GError **error);
/* Runs to the end a statement that gives no rows. */
gboolean tal_statement_run (TalStatement *self, GError **error);

gboolean tal_statement_is_null (TalStatement *self, int column);
gint64   tal_statement_get_integer (TalStatement *self, int column);
/* Until the next step; NULL where there is none. */
const char *tal_statement_get_text (TalStatement *self, int column);

/* A copy; over NULL. */
gboolean tal_statement_read_text (TalStatement *self, int column, char **ret_text, GError **error);
gboolean tal_statement_read_id (TalStatement *self, int column, TalId *ret_id, GError **error);
gboolean tal_statement_read_day (TalStatement *self, int column, TalDay *ret_day, GError **error);
gboolean tal_statement_read_time (TalStatement *self, int column, TalTime *ret_time, GError **error);
gboolean tal_statement_read_versions (TalStatement *self,
                                      int           column,
                                      TalVersions **ret_versions,
                                      GError      **error);
gboolean tal_statement_read_period (TalStatement *self,
                                    int           column,
                                    TalPeriod    *ret_period,
                                    GError      **error);
gboolean tal_statement_read_decimal (TalStatement *self,
                                     int           column,
                                     TalDecimal   *ret_value,
                                     GError      **error);
/* A day number, and a number between two others. */
gboolean tal_statement_read_day_number (TalStatement *self,
                                        int           column,
                                        TalDay       *ret_day,
                                        GError      **error);
gboolean tal_statement_read_number (TalStatement *self,
                                    int           column,
                                    gint64        lowest,
                                    gint64        highest,
                                    gint64       *ret_number,
                                    GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalStatement, tal_statement_release)

G_END_DECLS
