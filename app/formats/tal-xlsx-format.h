/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the number formats of an Excel workbook (ECMA-376, styles.xml) say of the numbers that
 * are shown with them: whether they are days or shares, and how many decimals are seen.  Nothing
 * is formatted here.
 */

#pragma once

#include "formats/tal-archive.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean is_day;   /* a day, with or without a time; a time alone is none */
  gboolean percent;  /* shown a hundred times as large, with a sign */
  guint8   decimals; /* TAL_CELL_DECIMALS_UNKNOWN for what the program chooses */
} TalXlsxFormat;

/* Of a format code, "#,##0.0" or "[$-406]d. mmmm yyyy". */
TalXlsxFormat tal_xlsx_format_parse (const char *code);

/* The formats (TalXlsxFormat) of the cells' styles, by number.  'part' may be NULL: none. */
GArray *tal_xlsx_format_read_styles (TalArchive   *archive,
                                     const char   *part,
                                     GCancellable *cancellable,
                                     GError      **error);

G_END_DECLS
