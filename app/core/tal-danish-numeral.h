/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Danish numbers in letters: "fire", and the parts of a whole, "tredjedel". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The number that a word in lower case says, or -1.  "en" and "et" are articles unless
 * accented. */
int tal_danish_numeral_find (const char *word);
/* How many of the parts make the whole, 3 for "tredjedele"; 0 where it is no part. */
int tal_danish_numeral_find_part (const char *word);
/* The word for a number from 1 to 20, else NULL. */
const char *tal_danish_numeral_get (int number);

G_END_DECLS
