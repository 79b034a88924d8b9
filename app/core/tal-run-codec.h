/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A run as text, for the history: figures by the thousand, which a record's own text would make
 * several times as long.  A line is a figure; its columns are, with a tab between them, the last and
 * the first day, the number without its point and its decimals, the numbers of the words for why
 * there is none, its state and how exact it is, the days of its count and of the final figure, whether
 * it was kept, the remark, time and author of the change, and the versions.  What isn't there is
 * empty; "=" is the same as in the line before; text has a quotation mark before it.
 */

#pragma once

#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

char *tal_run_encode (const TalRun *run);
/* TAL_ERROR_DAMAGED for anything that is not written so. */
TalRun *tal_run_decode (TalId series, const char *text, GError **error);

G_END_DECLS
