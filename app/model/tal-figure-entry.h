/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person types in the field of one figure, and what it means there: a count has
 * no decimals, a percentage stands only where a share is asked for.
 *
 * It refuses; it never corrects by itself.  Where there is an obvious correction it can
 * be offered.
 */

#pragma once

#include "core/tal-observation.h"
#include "core/tal-series.h"
#include "model/tal-edit.h"

#include <glib.h>

G_BEGIN_DECLS

/* An empty text says that the figure is not reported yet.  TAL_ERROR_INVALID_TEXT with a
 * sentence to stand beside the field. */
gboolean tal_figure_entry_parse (const char      *text,
                                 const TalSeries *series,
                                 TalFigureEdit   *ret_edit,
                                 GError         **error);

/* Whether the text is a share as its two counts: "268/545". */
gboolean tal_figure_entry_is_share (const char *text);
/* Both counts of such a text.  TAL_ERROR_INVALID_TEXT also where the numerator is the larger. */
gboolean tal_figure_entry_parse_share (const char      *text,
                                       const TalSeries *numerator,
                                       const TalSeries *denominator,
                                       TalFigureEdit   *ret_numerator,
                                       TalFigureEdit   *ret_denominator,
                                       GError         **error);
/* Whether a share can have these counts; either may be TAL_DECIMAL_NONE. */
gboolean tal_figure_entry_check_share (TalDecimal numerator,
                                       TalDecimal denominator,
                                       GError   **error);

/* What was probably meant by a text that is refused: "1.357" for "1,357" in a count,
 * "1,5" for "1.5" in a share.  NULL where nothing is obvious. */
char *tal_figure_entry_dup_offer (const char *text, const TalSeries *series);

/* The figure as it is typed: "179", "ca. 410", "..". Empty for NULL. */
char *tal_figure_entry_format (const TalObservation *observation);
/* The figure as it is read: "179 borgere", "29 pct.*", "ikke opgjort". */
char *tal_figure_entry_format_words (const TalObservation *observation, const TalSeries *series);

G_END_DECLS
