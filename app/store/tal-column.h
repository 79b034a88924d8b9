/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a field of a record stands in a table: under which names, and how its value is
 * written and read.  A decimal takes two columns, a list none.
 */

#pragma once

#include "core/tal-field.h"
#include "store/tal-row-keys.h"
#include "store/tal-statement.h"

#include <glib.h>

G_BEGIN_DECLS

/* How many columns the field takes. */
int tal_column_count (const TalField *field);
/* The name of the first, "adopted_on" or "initiative_id". */
char *tal_column_dup_name (const TalField *field);
/* Adds ", name" for each, to insert into. */
void tal_column_append_names (const TalField *field, GString *sql);
/* Adds ", expression" for each, to select from a table called t: for a reference the
 * id of what it refers to. */
void tal_column_append_expressions (const TalField *field, GString *sql);

/* TAL_ERROR_INVALID_RECORD where a reference is to what is not there. */
gboolean tal_column_bind (const TalField *field,
                          gconstpointer   structure,
                          TalStatement   *statement,
                          int             parameter,
                          TalRowKeys     *keys,
                          GError        **error);
/* Over a field at its default. */
gboolean tal_column_read (
    const TalField *field, gpointer structure, TalStatement *statement, int column, GError **error);

G_END_DECLS
