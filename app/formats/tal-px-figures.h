/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a PC-Axis file: as many as the variables have combinations, the last variable
 * the fastest; or, where variables have KEYS, rows that begin with their values, of which
 * those are left out that have nothing.
 *
 * Figures stand between blanks, or each between commas: which of them it is, the first two
 * tell, and what mixes them is refused, because it may be a number with a decimal comma.
 */

#pragma once

#include "formats/tal-px-marks.h"
#include "formats/tal-px-variable.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* From behind the = of DATA to behind its ;.  'variables' are TalPxVariable, built.
 * TAL_ERROR_INVALID_FILE where the count of figures is another than that of the variables. */
gboolean tal_px_figures_read (TalPxCursor      *cursor,
                              GPtrArray        *variables,
                              const TalPxMarks *marks,
                              TalCubeBuilder   *builder,
                              GCancellable     *cancellable,
                              GError          **error);

G_END_DECLS
