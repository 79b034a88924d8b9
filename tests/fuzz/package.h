/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What office programs put into a ZIP file, as one text that a fuzzer can change: each part
 * begins with a line "== name".  Changed bytes of a real ZIP file would hardly ever get past its
 * check sums. */

#pragma once

#include "formats/tal-archive.h"

G_BEGIN_DECLS

/* An archive of those parts; NULL where the text has none, or names one twice. */
TalArchive *package_open (const guint8 *start, gsize size);

G_END_DECLS
