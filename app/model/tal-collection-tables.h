/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing what a collection says as tables for other programs. */

#pragma once

#include "model/tal-collection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_TABLE_FILE_XLSX,
  TAL_TABLE_FILE_ODS,
  TAL_TABLE_FILE_CSV, /* of one table */
} TalTableFile;

typedef struct
{
  TalTableFile  format;
  TalId         plan;        /* or none */
  const GArray *initiatives; /* of TalId; NULL or empty is all */
  TalPeriod     period;      /* of figures; unset is all */
  const char   *table;       /* what the only table is called, or a part of it; NULL is all */
  int           mask_below;  /* counts under it are hidden; 0 is those of confidential series */
} TalTableExport;

/* "xlsx", "ods", "csv", also as the ending of a file's name, in any case. */
gboolean tal_table_file_from_name (const char *name, TalTableFile *ret_format);

/* Writes a file that is either whole or untouched, of one moment.  Replaces a file that is there,
 * but no collection.  TAL_ERROR_NOT_FOUND where there is nothing to write or no such table,
 * TAL_ERROR_AMBIGUOUS where there are several and the format has room for one. */
gboolean tal_collection_export_tables (TalCollection        *self,
                                       const char           *path,
                                       const TalTableExport *what,
                                       GCancellable         *cancellable,
                                       GError              **error);

/* Writes an XLSX in which somebody without the program can fill in the figures of what 'what' says,
 * of its plan, initiatives and period, which must be set; see exchange/tal-form.h. */
gboolean tal_collection_export_form (TalCollection        *self,
                                     const char           *path,
                                     const TalTableExport *what,
                                     GCancellable         *cancellable,
                                     GError              **error);

G_END_DECLS
