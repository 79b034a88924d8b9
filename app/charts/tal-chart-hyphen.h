/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Divides Danish words that are wider than a line, as Retskrivningsordbogen (section 15) lets
 * them be divided by sound: a consonant between vowels begins the next part, of several the last,
 * with those that can stand before it at the beginning of a word.  It knows no words, so it does
 * not know where compounds join.
 */

#pragma once

#include "charts/tal-chart-typesetter.h"

#include <glib.h>

G_BEGIN_DECLS

/* The text with "- " inside each word that is wider than 'width', so that it can be broken into
 * lines there; a word that cannot be divided stays as it is. */
char *tal_chart_hyphen_divide (TalChartTypesetter *typesetter,
                               TalChartFont        font,
                               const char         *text,
                               double              width);
/* The text with soft hyphens where its long words may be divided, for whoever breaks lines later
 * and shows a hyphen only where it does. */
char *tal_chart_hyphen_soften (const char *text);

G_END_DECLS
