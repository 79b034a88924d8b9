/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a sheet probably mean, worked out from its cells and headings.  What nobody
 * can know but a person is left to be asked (tal-column-doubts.h).
 */

#pragma once

#include "exchange/tal-column-map.h"
#include "formats/tal-sheet.h"

#include <glib.h>

G_BEGIN_DECLS

TalColumnMap *tal_column_guess (const TalSheet *sheet, TalId id);

/* How many cells of the sheet are numbers. */
guint tal_column_guess_count_numbers (const TalSheet *sheet);

G_END_DECLS
