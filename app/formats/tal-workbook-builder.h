/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a workbook out of what a reader comes upon, sheet by sheet, row by row and from left to
 * right, and keeps the limits that all readers have: so many sheets, rows, columns, cells and
 * bytes of text that every table of a department fits, and no more.
 *
 * A refusal is TAL_ERROR_UNSAFE_FILE beyond a limit and TAL_ERROR_INVALID_FILE for cells out of
 * order, with its place.
 */

#pragma once

#include "formats/tal-workbook.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalWorkbookBuilder TalWorkbookBuilder;

/* A text that the workbook has taken up. */
typedef guint32 TalKeptText;

TalWorkbookBuilder *tal_workbook_builder_new (void);
/* Over a text that the reader cuts up itself by putting NULs into it: each place of 'text' is
 * the kept text that begins there.  Takes 'text', of 'length' bytes and a NUL, also where it
 * refuses it. */
TalWorkbookBuilder *tal_workbook_builder_new_over (char *text, gsize length, GError **error);
void                tal_workbook_builder_free (TalWorkbookBuilder *self);

/* 'has_lines': its rows are lines of a text file. */
gboolean tal_workbook_builder_begin_sheet (TalWorkbookBuilder *self,
                                           const char         *name,
                                           gboolean            is_hidden,
                                           gboolean            has_lines,
                                           GError            **error);
/* Rows that are passed over are empty.  'line' is counted from 1; 0 in a sheet without lines. */
gboolean tal_workbook_builder_begin_row (TalWorkbookBuilder *self,
                                         guint               row,
                                         guint               line,
                                         GError            **error);

/* Texts that many cells share are kept once. */
gboolean tal_workbook_builder_keep_text (TalWorkbookBuilder *self,
                                         const char         *text,
                                         gsize               length,
                                         TalKeptText        *ret_kept,
                                         GError            **error);
/* To the row begun last, right of its cells.  Copies the cell; drops an empty one, and one of
 * text without any. */
gboolean tal_workbook_builder_add (TalWorkbookBuilder *self,
                                   guint               column,
                                   const TalCell      *cell,
                                   GError            **error);
gboolean tal_workbook_builder_add_kept (TalWorkbookBuilder *self,
                                        guint               column,
                                        TalKeptText         text,
                                        GError            **error);
/* The row begun last, once more as the next one, until 'times' rows are the same. */
gboolean tal_workbook_builder_repeat_row (TalWorkbookBuilder *self, guint times, GError **error);

/* Of the sheet begun last; in order, each behind the one before. */
void tal_workbook_builder_hide_rows (TalWorkbookBuilder *self, guint first, guint last);
void tal_workbook_builder_hide_columns (TalWorkbookBuilder *self, guint first, guint last);
/* In any order. */
gboolean tal_workbook_builder_merge (TalWorkbookBuilder *self,
                                     const TalCellArea  *area,
                                     GError            **error);

/* The place of a cell in the row begun last, for a refusal. */
char *tal_workbook_builder_dup_place (const TalWorkbookBuilder *self, guint column);

/* Leaves the builder empty. */
TalWorkbook *tal_workbook_builder_take (TalWorkbookBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalWorkbookBuilder, tal_workbook_builder_free)

G_END_DECLS
