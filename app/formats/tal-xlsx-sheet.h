/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one sheet of an Excel workbook into a workbook that is being built. */

#pragma once

#include "formats/tal-archive.h"
#include "formats/tal-workbook-builder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What all sheets of the workbook share; borrowed. */
typedef struct
{
  const GArray *strings;   /* of TalKeptText */
  const GArray *formats;   /* of TalXlsxFormat */
  gboolean      from_1904; /* days are counted from 1904 and not from 1900 */
} TalXlsxShared;

/* Into the sheet that the builder has begun. */
gboolean tal_xlsx_sheet_read (TalArchive          *archive,
                              const char          *part,
                              const TalXlsxShared *shared,
                              TalWorkbookBuilder  *builder,
                              GCancellable        *cancellable,
                              GError             **error);

G_END_DECLS
