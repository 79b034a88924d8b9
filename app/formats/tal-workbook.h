/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of tables, whatever program it comes from, as sheets of cells: what CSV, XLSX, ODS and
 * the clipboard have in common.  Immutable; may be handed to another thread.
 *
 * It knows no goal and no series, and does not know which of its cells are headings.
 */

#pragma once

#include "formats/tal-sheet.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalWorkbook TalWorkbook;

TalWorkbook *tal_workbook_ref (TalWorkbook *self);
void         tal_workbook_unref (TalWorkbook *self);

guint           tal_workbook_get_n_sheets (const TalWorkbook *self);
const TalSheet *tal_workbook_get_sheet (const TalWorkbook *self, guint index);
/* By its whole name, or NULL. */
const TalSheet *tal_workbook_find_sheet (const TalWorkbook *self, const char *name);
/* Of all sheets. */
guint tal_workbook_get_n_cells (const TalWorkbook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalWorkbook, tal_workbook_unref)

G_END_DECLS
