/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What headings and labels usually mean, in Danish and in English. */

#pragma once

#include "core/tal-series.h"
#include "exchange/tal-column-map.h"

#include <glib.h>

G_BEGIN_DECLS

/* TAL_ROLE_LEFT_OUT where the heading says nothing. */
TalRole tal_column_words_find_role (const char *heading);
/* "pct.", "personer", "index"; FALSE where the text names no unit. */
gboolean tal_column_words_find_unit (const char *text, TalMeasureUnit *ret_unit);
/* "I alt", "Total": no label at all, but that of everything. */
gboolean tal_column_words_is_total (const char *text);

G_END_DECLS
