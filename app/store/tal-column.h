/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a field of a record stands in a table: under which names, and how its value is
 * written and read.  A decimal takes two columns, a list none.  What ends in 'all' is about
 * every field of a structure, one after the other.
 */

#pragma once

#include "core/tal-field.h"
#include "store/tal-row-keys.h"
#include "store/tal-statement.h"

#include <glib.h>

G_BEGIN_DECLS

/* How many columns the field takes. */
int tal_column_count (const TalField *field);
int tal_column_count_all (const TalStructure *structure);
/* The name of the first, "adopted_on" or "initiative_id". */
char *tal_column_dup_name (const TalField *field);
/* ", name" for each column, to insert into. */
void  tal_column_append_names (const TalField *field, GString *sql);
char *tal_column_dup_all_names (const TalStructure *structure);
/* ", expression" for each column, to select from a table called t: for a reference the id of
 * what it refers to. */
void  tal_column_append_expressions (const TalField *field, GString *sql);
char *tal_column_dup_all_expressions (const TalStructure *structure);
/* "?1, ?2, …": 'first' and 'last' are both in it. */
char *tal_column_dup_parameters (int first, int last);

/* TAL_ERROR_INVALID_RECORD where a reference is to what is not there. */
gboolean tal_column_bind (const TalField *field,
                          gconstpointer   structure,
                          TalStatement   *statement,
                          int             parameter,
                          TalRowKeys     *keys,
                          GError        **error);
gboolean tal_column_bind_all (const TalStructure *structure,
                              gconstpointer       from,
                              TalStatement       *statement,
                              int                 parameter,
                              TalRowKeys         *keys,
                              GError            **error);
/* Over fields at their default. */
gboolean tal_column_read (
    const TalField *field, gpointer structure, TalStatement *statement, int column, GError **error);
gboolean tal_column_read_all (const TalStructure *structure,
                              gpointer            to,
                              TalStatement       *statement,
                              int                 column,
                              GError            **error);

G_END_DECLS
