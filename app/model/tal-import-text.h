/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import would do, or did, for people: the counts, and a line for each difference. */

#pragma once

#include "model/tal-import-report.h"

#include <glib.h>

G_BEGIN_DECLS

/* "from 171 to 183", field by field: what is here and what they send. */
char *tal_import_text_dup_fields (const TalImportRow *row);
/* The whole row: what it is about, or what is the matter, and the fields. */
char *tal_import_text_dup_row (const TalImportRow *row);
/* How many of each kind. */
char *tal_import_text_dup_counts (const TalImportReport *report);
/* With 'all', every difference; else only what a person must know of.  To be freed. */
char *tal_import_text_dup (const TalImportReport *report, gboolean all);

G_END_DECLS
