/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that Danish tables name their totals and parts with, captions, and the remark that
 * is made about any of them.
 */

#pragma once

#include "base/tal-problem.h"

#include <glib.h>

G_BEGIN_DECLS

/* "I alt", "Hovedtotal", "Udgifter i alt". */
gboolean tal_note_is_total (const char *text);
/* "I alt" alone, not of something. */
gboolean tal_note_is_plain_total (const char *text);
/* "- Heraf ledige". */
gboolean tal_note_is_part (const char *text);

/* "Tabel 9: …", "Boks 6. …": the kind in the small letters of "tabel", and the number.  A
 * word too much, as "Tablet", is a caption all the same. */
gboolean tal_note_parse_caption (const char *text, const char **ret_kind, guint *ret_number);

/* Whether any of the words, in small letters and NULL at the end, stands in the text, also inside
 * another word. */
gboolean tal_note_has_any (const char *text, const char *const *words);

/* The pattern must be right: it is the program's own.  'often': for all passages of a note, so
 * that compiling it well pays. */
GRegex *tal_note_regex_new (const char *pattern, gboolean often);
/* As g_regex_match, but nothing is found in a text that is too long for a sentence. */
gboolean tal_note_regex_match (const GRegex *regex, const char *text, GMatchInfo **ret_match);

/* Adds a remark on a table.  Takes 'suggestion' (or NULL) and 'sentence'. */
void tal_note_add_remark (GPtrArray  *remarks,
                          TalSeverity severity,
                          const char *code,
                          guint       line,
                          const char *quote,
                          char       *suggestion,
                          char       *sentence);

G_END_DECLS
