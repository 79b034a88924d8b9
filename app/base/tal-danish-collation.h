/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Danish order of names, and how names are found, whatever the locale and the system
 * say: a to z, æ, ø, å; "aa" is å but where two words meet ("ekstraarbejde"); ü is y, ä is æ,
 * ö is ø; other accents only decide between names that are else the same, and so does
 * case, upper before lower; "Indsats 2" comes before "Indsats 10".
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Below zero where 'a' comes first; zero for the same bytes alone.  Neither may be NULL. */
int tal_danish_collation_compare (const char *a, const char *b);
/* A key for many comparisons of the same name: strcmp() of two keys is their order. */
char *tal_danish_collation_dup_key (const char *text);

/* Text as it is searched in and for: in lower case, without accents, "å" as "aa", "æ" as
 * "ae", "ø" as "oe", numbers without the dots between their groups, runs of white space one
 * space.  One text is found in another where its folding is part of the other's. */
char *tal_danish_collation_dup_folded (const char *text);

G_END_DECLS
