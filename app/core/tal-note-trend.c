/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-trend.h"

const char tal_note_trend_up_words[] =
    " stigning stigningen stigninger steget stiger steg vokset vokser "
    "voksede fremgang fordobling tiltaget øgning forøgelse ";
const char tal_note_trend_down_words[] =
    " fald faldet falder faldt nedgang halvering reduktion aftaget ";
static const char same_words[] = " uændret uændrede ";

gboolean
tal_note_trend_has_word (const TalNoteSentence *sentence, guint first, guint last, const char *list)
{
  for (guint i = first; i < last; i++)
    {
      if (tal_danish_tokens_is_one_of (sentence->tokens, i, list))
        return TRUE;
    }

  return FALSE;
}

TalNoteTrend
tal_note_trend_find (const TalNoteSentence *sentence, guint at)
{
  const TalDanishTokens *tokens = sentence->tokens;

  if (tal_danish_tokens_is_one_of (tokens, at, tal_note_trend_up_words))
    return TAL_NOTE_TREND_UP;
  /* "en reduceret arbejdsevne" says nothing of figures; "er reduceret" does. */
  for (gint64 i = (gint64)at - 1; i >= sentence->first && i + 4 > at; i--)
    {
      if (!tal_danish_tokens_is_one_of (tokens, i, " er blev blevet bliver "))
        continue;
      if (tal_danish_tokens_is_one_of (tokens, at, " fordoblet vokset øget forøget "))
        return TAL_NOTE_TREND_UP;
      if (tal_danish_tokens_is_one_of (tokens, at, " halveret reduceret mindsket nedbragt "))
        return TAL_NOTE_TREND_DOWN;
    }
  /* "der falder inden for serviceniveauet" is no fall, nor is "i dette fald". */
  if (tal_danish_tokens_is_one_of (tokens, at, tal_note_trend_down_words))
    return tal_danish_tokens_is_one_of (tokens, (gint64)at + 1, " inden ind under ") ||
                   tal_danish_tokens_is_one_of (tokens, (gint64)at - 1, " dette hvert ")
               ? TAL_NOTE_TREND_NONE
               : TAL_NOTE_TREND_DOWN;
  if (tal_danish_tokens_is_one_of (tokens, at, same_words) ||
      (tal_danish_tokens_is_one_of (tokens, at, " niveau ") &&
       tal_danish_tokens_is_one_of (tokens, (gint64)at - 1, " samme uændret ")))
    return TAL_NOTE_TREND_SAME;

  return TAL_NOTE_TREND_NONE;
}

const char *
tal_note_trend_get_word (TalNoteTrend trend)
{
  switch (trend)
    {
    case TAL_NOTE_TREND_UP:
      return "stigning";
    case TAL_NOTE_TREND_DOWN:
      return "fald";
    case TAL_NOTE_TREND_SAME:
    case TAL_NOTE_TREND_NONE:
      break;
    }

  return "uændret niveau";
}
