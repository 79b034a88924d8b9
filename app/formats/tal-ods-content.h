/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of an OpenDocument spreadsheet that holds its tables, and the part that keeps their
 * headings in view; tal-ods-writer.h packs them. */

#pragma once

#include "formats/tal-table-book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* "content.xml", 64 KiB at a time.  Whatever the stream reports. */
gboolean tal_ods_content_write (const TalTableBook *book,
                                GOutputStream      *stream,
                                GCancellable       *cancellable,
                                GError            **error);

/* "settings.xml". */
char *tal_ods_content_dup_settings (const TalTableBook *book);

G_END_DECLS
