/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entries of an Excel workbook's archive are what: the sheets in their order, the texts
 * that they share and their styles (ECMA-376 and ISO/IEC 29500 Strict).  Follows relationships
 * and guesses no names.
 */

#pragma once

#include "formats/tal-archive.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char    *name;
  char    *part; /* its entry, or NULL where it is a sheet of a chart */
  gboolean is_hidden;
} TalXlsxSheet;

typedef struct
{
  GPtrArray *sheets;    /* of TalXlsxSheet */
  char      *strings;   /* or NULL */
  char      *styles;    /* or NULL */
  gboolean   from_1904; /* days are counted from 1904 and not from 1900 */
} TalXlsxParts;

/* The entry of the workbook itself; NULL where the archive is none.  Free it. */
char *tal_xlsx_parts_find_workbook (TalArchive *archive);

/* TAL_ERROR_INVALID_FILE where a sheet has no entry. */
TalXlsxParts *tal_xlsx_parts_read (TalArchive   *archive,
                                   const char   *workbook,
                                   GCancellable *cancellable,
                                   GError      **error);
void          tal_xlsx_parts_free (TalXlsxParts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalXlsxParts, tal_xlsx_parts_free)

G_END_DECLS
