/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Danish nouns that figures count, in the number that the figure asks for: "1 borger",
 * "2 borgere".  Known are the nouns of the field; another word stays as it is.
 */

#pragma once

#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

/* Whether Danish puts a noun in the singular after the number: 1, and any number with
 * decimals whose whole part is 0 or 1 (CLDR's cardinal rule for Danish); the sign says
 * nothing. */
gboolean tal_danish_noun_is_singular (TalDecimal number);

/* The noun, given in the plural, as it stands after the number.  Borrowed: 'plural'
 * itself or a constant. */
const char *tal_danish_noun_for_number (const char *plural, TalDecimal number);

/* "545 deltagere", "1 borger", with a no-break space. */
char *tal_danish_noun_count (TalDecimal number, const char *plural);

/* A heading as words inside a sentence: its first letter small, unless an abbreviation such as
 * "IPS" begins there.  And the other way. */
char *tal_danish_noun_dup_inside (const char *heading);
char *tal_danish_noun_dup_heading (const char *words);

/* What is counted without what is said of it: "borgere" of "borgere i virksomhedsplacering",
 * "ledige borgere" of "ledige borgere, der er i job". */
char *tal_danish_noun_dup_head (const char *words);
/* "deltagerne i indsatsen" of "deltagere i indsatsen", "de ledige" of "ledige", "de ledige
 * borgere" of "ledige borgere"; a noun that does not end in "er" has "de" before it. */
char *tal_danish_noun_dup_definite (const char *words);

G_END_DECLS
