/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows for scripts: the same columns as CSV (RFC 4180, with CR LF at each end of line) or
 * as JSON (an array of objects).  Numbers are plain decimals with a point, an empty cell
 * is empty in CSV and null in JSON.
 */

#pragma once

#include "base/tal-decimal.h"
#include "core/tal-derive.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalCliTable TalCliTable;

typedef enum
{
  TAL_CLI_FORMAT_TEXT,
  TAL_CLI_FORMAT_CSV,
  TAL_CLI_FORMAT_JSON,
} TalCliFormat;

/* "text", "csv", "json"; NULL is text.  FALSE after having said how to call it. */
gboolean tal_cli_parse_format (const char *verb, const char *text, TalCliFormat *ret_format);

/* 'columns' ends with NULL and must outlive the table. */
TalCliTable *tal_cli_table_new (const char *const *columns);
void         tal_cli_table_free (TalCliTable *self);

/* The next cell of the row under way, which begins and ends by itself.  NULL is empty. */
void tal_cli_table_add_text (TalCliTable *self, const char *text);
void tal_cli_table_add_integer (TalCliTable *self, int number);
/* TAL_DECIMAL_NONE is empty. */
void tal_cli_table_add_decimal (TalCliTable *self, TalDecimal number);
/* An entered figure as it was entered; a computed one with one decimal more than the
 * 'decimals' that it is shown with on paper, as far as digits go.  Empty where it is unknown. */
void tal_cli_table_add_figure (TalCliTable *self, const TalFigure *figure, int decimals);
/* A sum of counts, as exact as they are. */
void tal_cli_table_add_sum (TalCliTable *self, const TalFigure *figure);

/* To the standard output.  Not as text. */
void tal_cli_table_print (const TalCliTable *self, TalCliFormat format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalCliTable, tal_cli_table_free)

G_END_DECLS
