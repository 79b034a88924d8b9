/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Danish words told apart by what they mean rather than by how they end: "borgere" and
 * "borgernes" are one word, "fleksjobvisiterede" and "fleksjobsvisiterede" too, and
 * "tilkendelser" is in "førtidspensionstilkendelser".  No dictionary: endings and the parts of
 * compounds only, so that it now and then takes two words for one.
 */

#pragma once

#include "core/tal-danish-token.h"

#include <glib.h>

G_BEGIN_DECLS

/* The word, in lower case, without its ending. */
char *tal_danish_stem_dup (const char *word);
/* Articles, prepositions, pronouns and the like, which say nothing of what is counted. */
gboolean tal_danish_stem_is_common (const char *word);
/* How much two stems have in common: 1 where they are the same, 0 where nothing. */
double tal_danish_stem_compare (const char *a, const char *b);
/* How much of a name's words, its first 'length' bytes, stand among these tokens: 0 to 1; and how
 * many words that is. */
double tal_danish_stem_cover (const char            *name,
                              gsize                  length,
                              const TalDanishTokens *tokens,
                              guint                  first,
                              guint                  last,
                              guint                 *ret_found);
/* The stems of the words among these tokens, common ones left out: for a text that many names
 * are held against. */
GPtrArray *tal_danish_stem_list (const TalDanishTokens *tokens, guint first, guint last);
/* As tal_danish_stem_cover, of such a list. */
double tal_danish_stem_cover_list (const char      *name,
                                   gsize            length,
                                   const GPtrArray *stems,
                                   guint           *ret_found);

G_END_DECLS
