/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers the passages of a document as a reader of its format comes upon them, and keeps
 * the limits that all formats have: so many passages, cells and bytes that every note ever
 * written fits, and no more.
 *
 * A reader of plain text adds whole passages with their lines.  A reader of nested markup
 * begins and ends paragraphs, tables, rows and cells in the order of the markup; such a
 * passage's line is its number in the document.  A paragraph inside a cell is text of that
 * cell, and so is a table inside a cell; a paragraph inside another, as a footnote is, comes
 * behind it.
 */

#pragma once

#include "base/tal-passage.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalPassageBuilder TalPassageBuilder;

TalPassageBuilder *tal_passage_builder_new (void);
void               tal_passage_builder_free (TalPassageBuilder *self);

/* Takes 'text', and drops it where it is empty.  TAL_ERROR_UNSAFE_FILE beyond a limit. */
gboolean tal_passage_builder_add (
    TalPassageBuilder *self, TalPassageKind kind, guint line, char *text, GError **error);
/* A row of the table begun last.  Takes the cells, and drops a row without any text. */
gboolean tal_passage_builder_add_row (TalPassageBuilder *self,
                                      guint              line,
                                      char             **cells,
                                      GError           **error);

void     tal_passage_builder_begin_table (TalPassageBuilder *self);
void     tal_passage_builder_end_table (TalPassageBuilder *self);
void     tal_passage_builder_begin_row (TalPassageBuilder *self);
gboolean tal_passage_builder_end_row (TalPassageBuilder *self, guint times, GError **error);
void     tal_passage_builder_begin_cell (TalPassageBuilder *self);
/* The cell stands 'times' beside itself, and 'empty' cells follow it. */
gboolean tal_passage_builder_end_cell (TalPassageBuilder *self,
                                       guint              times,
                                       guint              empty,
                                       GError           **error);

void tal_passage_builder_begin_paragraph (TalPassageBuilder *self, TalPassageKind kind);
/* Of the paragraph begun last and not ended; without effect outside one. */
void     tal_passage_builder_set_kind (TalPassageBuilder *self, TalPassageKind kind);
void     tal_passage_builder_drop_paragraph (TalPassageBuilder *self);
gboolean tal_passage_builder_add_text (TalPassageBuilder *self,
                                       const char        *text,
                                       gsize              length,
                                       GError           **error);
gboolean tal_passage_builder_end_paragraph (TalPassageBuilder *self, GError **error);

/* What was gathered; the builder has nothing then. */
GPtrArray *tal_passage_builder_take (TalPassageBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalPassageBuilder, tal_passage_builder_free)

G_END_DECLS
