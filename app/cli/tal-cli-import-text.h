/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import would do, or did, for people: the counts, and a line for each difference. */

#pragma once

#include "cli/tal-cli-table.h"
#include "model/tal-import-report.h"

#include <glib.h>

G_BEGIN_DECLS

/* "from 171 to 183", field by field: what is here and what they send. */
char *tal_cli_import_dup_fields (const TalImportRow *row);
/* With 'all', every difference; else only what a person must know of.  To be freed. */
char *tal_cli_import_dup_text (const TalImportReport *report, gboolean all);

/* The columns of a table of differences, and a row for each field of each, or for the object where
 * it is removed. */
extern const char *const tal_cli_import_columns[];
void tal_cli_import_add_rows (TalCliTable *table, const TalImportReport *report);

/* Asks a person about a conflict: "v" for ours, "d" for theirs; anything else leaves it open. */
TalImportChoice tal_cli_import_ask (const TalImportRow *row);

G_END_DECLS
