/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person types or pastes where a figure is asked for: a number with the
 * marks that Danish tables put around it ("8,7 pct.", "545*", "ca. 410",
 * "3,3 mio. kr."), a share as its two counts ("268/545"), or a sign for a figure
 * that isn't there ("..", ".", a lone "*").  "-" is zero.  "mio.", "mia.", "t.kr."
 * and "1.000 kr." behind a number are multiplied into it.
 *
 * It does not know what figure is asked for: whether a count may have decimals
 * or be negative is the asker's to say.
 */

#pragma once

#include "base/tal-approximation.h"
#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_DANISH_ENTRY_EMPTY, /* nothing but white space */
  TAL_DANISH_ENTRY_NUMBER,
  TAL_DANISH_ENTRY_SHARE,          /* "268/545" */
  TAL_DANISH_ENTRY_NOT_AVAILABLE,  /* ".." */
  TAL_DANISH_ENTRY_NOT_APPLICABLE, /* "." */
  TAL_DANISH_ENTRY_WITHHELD,       /* "*" alone */
} TalDanishEntryKind;

typedef struct
{
  TalDanishEntryKind kind;
  TalDecimal         value;         /* the number, or the share's numerator */
  TalDecimal         denominator;   /* of a share */
  gboolean           preliminary;   /* a "*" stood behind it */
  TalApproximation   approximation; /* "ca.", "godt" stood before it */
  gboolean           percent;       /* "%", "pct." or "procent" stood behind it */
  gboolean           kroner;        /* "kr." stood behind it */
} TalDanishEntry;

/* TAL_ERROR_INVALID_TEXT with a sentence that says what to write instead, or
 * TAL_ERROR_OUT_OF_RANGE. */
gboolean tal_danish_entry_parse (const char *text, TalDanishEntry *ret_entry, GError **error);

G_END_DECLS
