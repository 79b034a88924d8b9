/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a sheet, as a map says that it is to be read. */

#pragma once

#include "exchange/tal-column-map.h"
#include "exchange/tal-figure-list.h"
#include "formats/tal-workbook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The sheet is one of the book.  NULL only where it is cancelled: what cannot be read is a problem
 * of the list. */
TalFigureList *tal_sheet_figures_read (TalWorkbook        *book,
                                       const TalSheet     *sheet,
                                       const TalColumnMap *map,
                                       GCancellable       *cancellable,
                                       GError            **error);

G_END_DECLS
