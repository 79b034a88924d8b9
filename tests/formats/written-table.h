/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A book of tables for tests of its writers, and what is in the files that they write. */

#pragma once

#include "formats/tal-table-book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gboolean (*WrittenTableFunc) (const TalTableBook *book,
                                      GOutputStream      *stream,
                                      GCancellable       *cancellable,
                                      GError            **error);

/* Two sheets, with every kind of cell, row and number, notes and a chart. */
TalTableBook *written_table_new_book (void);
/* One sheet of one column, with a row for each text. */
TalTableBook *written_table_new_texts (const char *const *texts, gsize n_texts);

/* The bytes of the file; ends the test where it is not written. */
GBytes *written_table_write (const TalTableBook *book, WrittenTableFunc write);
/* An entry of the archive that the bytes are; NULL where there is none. */
char *written_table_dup_entry (GBytes *file, const char *name);
/* Every entry that is XML is well-formed. */
void written_table_assert_well_formed (GBytes *file);

G_END_DECLS
