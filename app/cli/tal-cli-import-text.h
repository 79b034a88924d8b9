/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every import says on the command line, and asks there. */

#pragma once

#include "cli/tal-cli-table.h"
#include "model/tal-import-report.h"

#include <glib.h>

G_BEGIN_DECLS

/* The columns of a table of differences, and a row for each field of each, or for the object where
 * it is removed. */
extern const char *const tal_cli_import_columns[];
void tal_cli_import_add_rows (TalCliTable *table, const TalImportReport *report);

/* Asks a person about a conflict: "v" for ours, "d" for theirs; anything else leaves it open. */
TalImportChoice tal_cli_import_ask (const TalImportRow *row);

G_END_DECLS
