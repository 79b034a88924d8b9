/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Danish running text cut into words, numbers and marks, each with its place in the text.
 * It knows how a number may be written and nothing of what it means.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_DANISH_TOKEN_WORD,   /* letters, perhaps with digits behind them: "bi2", "2015k4" */
  TAL_DANISH_TOKEN_NUMBER, /* digits with points and commas between them: "2.351", "4.1.2" */
  TAL_DANISH_TOKEN_MARK,   /* any other character; every dash is "-" */
} TalDanishTokenKind;

typedef struct
{
  TalDanishTokenKind kind;
  gsize              start; /* bytes of the text, the end not included */
  gsize              end;
  const char        *text;        /* in lower case */
  gboolean           capital;     /* its first letter is a capital */
  gboolean           after_space; /* white space, or nothing, stands before it */
} TalDanishToken;

typedef struct
{
  GStringChunk *texts;
  GArray       *tokens; /* of TalDanishToken */
} TalDanishTokens;

/* Of text that is no UTF-8 there are none. */
TalDanishTokens *tal_danish_tokens_new (const char *text);
void             tal_danish_tokens_free (TalDanishTokens *self);

guint tal_danish_tokens_get_length (const TalDanishTokens *self);
/* A mark without text beyond the ends. */
const TalDanishToken *tal_danish_tokens_get (const TalDanishTokens *self, gint64 at);
/* Whether that token is one of these, a list with spaces between and around: " og eller ". */
gboolean tal_danish_tokens_is_one_of (const TalDanishTokens *self, gint64 at, const char *list);
/* Whether a sentence ends before that token. */
gboolean tal_danish_tokens_begins_sentence (const TalDanishTokens *self, gint64 at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalDanishTokens, tal_danish_tokens_free)

G_END_DECLS
