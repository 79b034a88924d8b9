/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the text of a Word document (Office Open XML, transitional or strict): headings,
 * paragraphs, list items, tables, text boxes and footnotes.  What was deleted under change
 * tracking, comments, field codes and tables of contents are not its text.
 */

#pragma once

#include "formats/tal-archive.h"
#include "formats/tal-passage-builder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the archive names a text as its main part, under whatever name. */
gboolean tal_docx_is (TalArchive *archive);

gboolean tal_docx_read (TalArchive        *archive,
                        TalPassageBuilder *builder,
                        GCancellable      *cancellable,
                        GError           **error);

G_END_DECLS
