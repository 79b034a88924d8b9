/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a finished note, whatever program it was written in, as a list of passages.
 *
 * Text (.txt), Markdown (.md, .markdown), OpenDocument text (.odt) and Word (.docx), told
 * apart by what is in the file, then by its name.  Every file is taken for hostile: it is read
 * with limits on its size, on what it unpacks to and on the passages it may have, nothing it
 * names is opened, and nothing in it is run.
 */

#pragma once

#include "base/tal-passage.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The passages (TalPassage) in the order of the document.  TAL_ERROR_NOT_FOUND,
 * TAL_ERROR_NOT_WRITTEN where it cannot be read, TAL_ERROR_INVALID_FILE where it is none of
 * those or damaged, TAL_ERROR_UNSAFE_FILE beyond a limit; each with one sentence. */
GPtrArray *tal_document_read (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
