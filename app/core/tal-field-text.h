/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a field holds, as people read it: "ja" for true, "1. halvår 2015" for a period, the
 * name of what a reference refers to.  Walks the table of fields, so that no kind of record
 * has sentences of its own to be forgotten.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-field.h"

#include <glib.h>

G_BEGIN_DECLS

/* The whole of it, texts without quotes; NULL where nothing is filled in (a word and a yes or
 * no always are).  Items of a list stand one a line. */
char *tal_field_text_dup (const TalField     *field,
                          const TalCatalogue *catalogue,
                          gconstpointer       structure);

/* One of the fixed words of a field of words in words for people: "running", translated.
 * Every word of every table has one. */
gboolean    tal_field_text_has_word (const char *word);
const char *tal_field_text_get_word (const char *word);

G_END_DECLS
