/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that a collection names its figures with, each with what it is worth: a word
 * that few figures have says more than one that many have.  TalNoteWords answers which of them
 * a word of somebody's text is like.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalNoteWords TalNoteWords;

typedef struct
{
  guint  word;     /* of the collection */
  double likeness; /* above 0, at most 1 */
} TalNoteLike;

TalNoteWords *tal_note_words_new (void);
void          tal_note_words_free (TalNoteWords *self);

/* The words of a name, common ones left out, each once: an array of guint. */
GArray *tal_note_words_add (TalNoteWords *self, const char *name);
guint   tal_note_words_get_length (const TalNoteWords *self);

/* The words that a word in lower case is like: an array of TalNoteLike that lives as long as
 * 'self', or NULL where it is a common one.  After the first call no name may be added. */
const GArray *tal_note_words_find_like (TalNoteWords *self, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalNoteWords, tal_note_words_free)

G_END_DECLS
