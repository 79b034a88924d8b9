/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the text of an OpenDocument text document (ODF 1.2 and 1.3, content.xml): headings,
 * paragraphs, list items, tables, footnotes and text frames.  What was deleted under change
 * tracking, comments, tables of contents and hidden descriptions are not its text.
 */

#pragma once

#include "formats/tal-archive.h"
#include "formats/tal-passage-builder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tal_odt_read (TalArchive        *archive,
                       TalPassageBuilder *builder,
                       GCancellable      *cancellable,
                       GError           **error);

G_END_DECLS
