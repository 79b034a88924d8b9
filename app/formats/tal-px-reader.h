/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads PC-Axis files (.px) of Statistics Denmark, Sweden, Norway, Finland and others.
 *
 * The variables of STUB, then those of HEADING, are the dimensions.  Footnotes on every level
 * are notes without a name, everything else that the file says is a note of that keyword.
 * What it says in other languages than its own is left out.  Rows that a file with KEYS leaves out
 * are left out of the cube.
 */

#pragma once

#include "formats/tal-cube.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the first bytes of a file are the beginning of a PC-Axis file. */
gboolean tal_px_is (GBytes *bytes);

/* TAL_ERROR_INVALID_FILE where it is no PC-Axis, has no figure, or has more or fewer than its
 * dimensions ask for; TAL_ERROR_UNSAFE_FILE beyond a limit; each with one sentence. */
TalCube *tal_px_read (GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
