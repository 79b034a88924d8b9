/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A note cut into its sentences and cells, each with the numbers and periods it names and
 * the text around it that says what it is about: heading, caption, header of the column, the
 * row's own label, the sentence before.
 */

#pragma once

#include "base/tal-passage.h"
#include "core/tal-danish-token.h"
#include "core/tal-mention.h"
#include "core/tal-note-periods.h"
#include "core/tal-period.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const TalPassage      *passage;
  guint                  place; /* of the passage among all */
  gsize                  start; /* bytes of the passage's text */
  gsize                  end;
  const TalDanishTokens *tokens;   /* of the whole paragraph or cell */
  gsize                  offset;   /* of these tokens in the passage's text */
  guint                  first;    /* of the sentence's tokens */
  guint                  last;     /* behind them */
  GPtrArray             *mentions; /* of TalMention, with places in the passage's text */
  GArray                *periods;  /* of TalNotePeriod */
  char                  *label;    /* of a row: its cells of words before this one; else NULL */
  char                  *header;   /* of the row's column, or NULL */
  const char            *caption;  /* of a row's table, or what a list begins with; or NULL */
  const char            *corner;   /* of a row's table, above the labels; or NULL */
  const char            *heading;  /* or NULL */
  TalPeriod              column;   /* that the header names; unset where none or several */
} TalNoteSentence;

typedef struct
{
  GPtrArray *sentences; /* of TalNoteSentence, in the order of the text */
  GPtrArray *tokens;    /* of TalDanishTokens */
} TalNoteSentences;

/* The passages must outlive it. */
TalNoteSentences *tal_note_sentences_new (const GPtrArray *passages);
void              tal_note_sentences_free (TalNoteSentences *self);

/* The period right behind the mention, "814 i 2015", or the column's; unset where none is. */
TalPeriod tal_note_sentence_find_period (const TalNoteSentence *self, const TalMention *mention);

/* Whether the sentence names a period that has days of this one. */
gboolean tal_note_sentence_names_period (const TalNoteSentence *self, TalPeriod period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalNoteSentences, tal_note_sentences_free)

G_END_DECLS
