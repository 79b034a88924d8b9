/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What about a map, suggested or changed, nobody can know but a person, and what was decided and
 * should be looked at.
 */

#pragma once

#include "exchange/tal-column-map.h"
#include "formats/tal-sheet.h"

#include <glib.h>

G_BEGIN_DECLS

/* Of TalProblem: an error is a question that must be answered before anything is imported.  Its
 * code is "values" where there are no figures, "period" where no period is known, "numbers" where
 * those of a column can be read in two ways. */
GPtrArray *tal_column_doubts_list (const TalSheet *sheet, const TalColumnMap *map);

G_END_DECLS
