/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that are written together, a sheet each, with what is said of all of them. */

#pragma once

#include "base/tal-time.h"
#include "formats/tal-table.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalTableBook TalTableBook;

/* 'author' is the unit whose figures they are, or NULL.  'written' is when the newest of them was
 * changed, so that the same figures give the same bytes; TAL_TIME_NONE where nothing is known. */
TalTableBook *tal_table_book_new (const char *title, const char *author, TalTime written);
void          tal_table_book_free (TalTableBook *self);

void tal_table_book_take (TalTableBook *self, TalTable *table);

const char     *tal_table_book_get_title (const TalTableBook *self);
const char     *tal_table_book_get_author (const TalTableBook *self);
TalTime         tal_table_book_get_written (const TalTableBook *self);
guint           tal_table_book_get_length (const TalTableBook *self);
const TalTable *tal_table_book_get_table (const TalTableBook *self, guint position);
/* The table's name as spreadsheets allow it: at most 31 characters, none of []:*?/\, and unlike
 * every other sheet's. */
const char *tal_table_book_get_sheet_name (const TalTableBook *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalTableBook, tal_table_book_free)

G_END_DECLS
