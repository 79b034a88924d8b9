/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes one table as CSV, as Excel in Denmark reads it: semicolons, decimal commas, UTF-8 with a
 * byte order mark, CR and LF.  Headings, rows and then the notes, without the title, so that the
 * first line is the headings.  A number that is marked keeps its mark: "7,3*".
 */

#pragma once

#include "formats/tal-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whatever the stream reports. */
gboolean tal_table_csv_write (const TalTable *table,
                              GOutputStream  *stream,
                              GCancellable   *cancellable,
                              GError        **error);

G_END_DECLS
