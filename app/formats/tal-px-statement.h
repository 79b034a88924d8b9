/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements of a PC-Axis file, KEYWORD[language]("variable","value")="text","text"; one
 * after another.  Texts that follow each other without a comma are one text over many lines.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char    *text;
  char     before;    /* what stands before it: ',', '-', '(' or 0 for the first */
  gboolean is_quoted; /* a text and no word or number */
} TalPxToken;

typedef struct
{
  char      *keyword;  /* in capitals */
  char      *language; /* or NULL */
  GPtrArray *keys;     /* of char * */
  GArray    *tokens;   /* of TalPxToken; none of DATA, which is not read here */
  guint      line;
} TalPxStatement;

void tal_px_statement_free (TalPxStatement *self);
/* All its texts, a comma and a space between them. */
char             *tal_px_statement_dup_text (const TalPxStatement *self);
const char       *tal_px_statement_get_key (const TalPxStatement *self, guint key);
const TalPxToken *tal_px_statement_get_token (const TalPxStatement *self, guint token);

/* Where in the text the reading is. */
typedef struct
{
  const char *at;
  guint       line;
  gsize       n_tokens; /* of all statements so far */
} TalPxCursor;

/* The next statement, NULL without an error at the end of the text.  Behind the = of DATA the
 * cursor stays there.  TAL_ERROR_INVALID_FILE, TAL_ERROR_UNSAFE_FILE beyond a limit. */
TalPxStatement *tal_px_statement_read (TalPxCursor *cursor, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalPxStatement, tal_px_statement_free)

G_END_DECLS
