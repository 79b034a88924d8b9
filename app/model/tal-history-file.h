/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history as a table for whoever audits it, which a Danish spreadsheet opens as it is:
 * semicolons, a mark that says UTF-8, one line for each change and, where a record was
 * corrected, for each of its fields.
 */

#pragma once

#include "core/tal-history-filter.h"
#include "model/tal-collection.h"

#include <glib.h>

G_BEGIN_DECLS

/* The entries that fit the filter, newest first, in place of a file that is there already.
 * The errors of reading a collection, and of writing a file. */
gboolean tal_history_file_write (TalCollection          *collection,
                                 const TalHistoryFilter *filter,
                                 const char             *path,
                                 GError                **error);

G_END_DECLS
