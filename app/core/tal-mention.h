/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A number that somebody's text mentions as a figure: "godt 40 pct.", "17.234", "1,9 mio.
 * kr.", "fire ud af seks", "en tredjedel", "en enkelt deltager".
 *
 * Dates, years and periods, ordinals, numbers of tables, goals, cases and laws, ages, clock
 * times, ranges and numbers inside names are no figures and not mentioned.
 */

#pragma once

#include "base/tal-approximation.h"
#include "base/tal-decimal.h"
#include "base/tal-passage.h"
#include "core/tal-danish-token.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_MENTION_PLAIN, /* of what the noun says, or of nothing that is said */
  TAL_MENTION_PER_CENT,
  TAL_MENTION_PERCENTAGE_POINTS,
  TAL_MENTION_KRONER,
  TAL_MENTION_TIMES, /* "3 gange" */
} TalMentionUnit;

typedef enum
{
  TAL_MENTION_NO_BOUND,
  TAL_MENTION_AT_LEAST, /* mindst, minimum */
  TAL_MENTION_AT_MOST,  /* højst */
} TalMentionBound;

typedef struct
{
  gsize            start; /* bytes of the text: from the word before ("ca.") … */
  gsize            end;   /* … to the end of the unit */
  gsize            number_start;
  gsize            number_end;
  TalDecimal       value;    /* as printed: 17 of "17 pct.", 50 of "halvdelen" */
  int              exponent; /* of ten that it is multiplied with: 6 for "mio." */
  TalDecimal       whole;    /* of "fire ud af seks" 6, else TAL_DECIMAL_NONE */
  TalApproximation approximation;
  TalMentionBound  bound;
  TalMentionUnit   unit;
  gboolean         in_words; /* written in letters */
  gboolean         part;     /* "en tredjedel", "2/3": per cent that no one would print */
  char            *noun;     /* behind a plain number, in lower case, or NULL */
} TalMention;

void tal_mention_free (TalMention *self);

/* The mentions of a passage in the order of its text: an array of TalMention that frees
 * them. */
GPtrArray *tal_mention_list (const TalPassage *passage);

/* Whether the noun counts time: "uger", "måneder", "år". */
gboolean tal_mention_is_time (const TalMention *self);

/* A number as text of the mention's own form: "2.351", "16 pct.", "1,2 mio. kr.". */
char *tal_mention_format (const TalMention *self, TalDecimal value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalMention, tal_mention_free)

G_END_DECLS
