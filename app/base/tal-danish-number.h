/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as Danish readers write and read them, whatever the locale says: a
 * comma before the decimals, a dot between groups of three digits from 1.000 on.
 * It refuses to guess: "1.35" is neither 1,35 nor 135.
 */

#pragma once

#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_DANISH_NUMBER_PLAIN = 0,
  TAL_DANISH_NUMBER_TRUE_MINUS = 1 << 0, /* U+2212 for screens and paper, else a hyphen */
  TAL_DANISH_NUMBER_SIGNED = 1 << 1,     /* a plus before what is above zero */
  TAL_DANISH_NUMBER_UNGROUPED = 1 << 2,  /* years and case numbers */
} TalDanishNumberFlags;

/* With as many decimals as the value has. */
char *tal_danish_number_format (TalDecimal value, TalDanishNumberFlags flags);

/* Reads "1.234,5", "1234,5", "1 234,5" (also with a no-break space), "-7", "−7" and
 * "+7".  White space around the number is ignored, other text is refused.
 * TAL_ERROR_INVALID_TEXT or TAL_ERROR_OUT_OF_RANGE. */
gboolean tal_danish_number_parse (const char *text, TalDecimal *ret_value, GError **error);

G_END_DECLS
