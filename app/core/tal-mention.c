/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-mention.h"

#include "base/tal-danish-number.h"
#include "base/tal-fraction.h"
#include "core/tal-danish-numeral.h"
#include "core/tal-mention-other.h"
#include "core/tal-note-noun.h"

#include <string.h>

#define NO_BREAK_SPACE "\302\240"

static const char time_nouns[] =
    " år års måneder måneders måned uger ugers uge dage dages dag timer timers time minutter "
    "minutters kvartaler ";
/* No noun that a number counts: what may follow one all the same. */
static const char fillers[] =
    " af i og er til fra på for med om ud der som men eller har kan den det de at ved efter mod "
    "blev samt end var dog ikke mens under over inden hhv henholdsvis procentpoint ";

typedef struct
{
  const TalDanishTokens *tokens;
  GPtrArray             *mentions;
} Reading;

void
tal_mention_free (TalMention *self)
{
  if (self == NULL)
    return;

  g_free (self->noun);
  g_free (self);
}

static gboolean
is_one_of (const TalDanishTokens *tokens, gint64 at, const char *list)
{
  return tal_danish_tokens_is_one_of (tokens, at, list);
}

static gboolean
is_word (const TalDanishTokens *tokens, gint64 at)
{
  return tal_danish_tokens_get (tokens, at)->kind == TAL_DANISH_TOKEN_WORD;
}

static int
find_numeral (const TalDanishTokens *tokens, gint64 at)
{
  return tal_danish_numeral_find (tal_danish_tokens_get (tokens, at)->text);
}

static int
find_parts (const TalDanishTokens *tokens, gint64 at)
{
  return tal_danish_numeral_find_part (tal_danish_tokens_get (tokens, at)->text);
}

/* Digits in Danish grouping, or a cardinal word. */
static gboolean
read_number (const TalDanishTokens *tokens, gint64 at, TalDecimal *ret_value)
{
  const TalDanishToken *token = tal_danish_tokens_get (tokens, at);
  int                   numeral = find_numeral (tokens, at);

  if (token->kind == TAL_DANISH_TOKEN_NUMBER)
    return tal_danish_number_parse (token->text, ret_value, NULL);
  if (numeral < 0)
    return FALSE;

  *ret_value = TAL_DECIMAL (numeral, 0);
  return TRUE;
}

static TalMention *
new_mention (const TalDanishTokens *tokens, gint64 first, gint64 last, TalDecimal value)
{
  TalMention *mention = g_new0 (TalMention, 1);

  mention->number_start = tal_danish_tokens_get (tokens, first)->start;
  mention->number_end = tal_danish_tokens_get (tokens, last)->end;
  mention->start = mention->number_start;
  mention->end = mention->number_end;
  mention->value = value;
  mention->whole = TAL_DECIMAL_NONE;
  mention->in_words = is_word (tokens, first);
  return mention;
}

/* The last token of the text that stands there: "pct." is two of them. */
static gint64
pass_stop (const TalDanishTokens *tokens, gint64 at)
{
  return is_one_of (tokens, at + 1, " . ") && !tal_danish_tokens_get (tokens, at + 1)->after_space
             ? at + 1
             : at;
}

static void
end_at (TalMention *mention, const TalDanishTokens *tokens, gint64 at)
{
  mention->end = tal_danish_tokens_get (tokens, at)->end;
}

/* "pct.", "procentpoint", "pct.-point", "%"; the token behind them, or 'at'. */
static gint64
read_share_unit (TalMention *mention, const TalDanishTokens *tokens, gint64 at)
{
  if (is_one_of (tokens, at, " procentpoint pp procentpoints "))
    mention->unit = TAL_MENTION_PERCENTAGE_POINTS;
  else if (is_one_of (tokens, at, " % pct procent "))
    mention->unit = TAL_MENTION_PER_CENT;
  else
    return at;

  at = pass_stop (tokens, at);
  if (mention->unit == TAL_MENTION_PER_CENT && is_one_of (tokens, at + 1, " - ") &&
      is_one_of (tokens, at + 2, " point points "))
    {
      mention->unit = TAL_MENTION_PERCENTAGE_POINTS;
      at += 2;
    }
  else if (mention->unit == TAL_MENTION_PER_CENT && is_one_of (tokens, at + 1, " point "))
    {
      mention->unit = TAL_MENTION_PERCENTAGE_POINTS;
      at++;
    }
  end_at (mention, tokens, at);
  return at + 1;
}

static int
find_exponent (const TalDanishTokens *tokens, gint64 at)
{
  if (is_one_of (tokens, at, " mio million millioner "))
    return 6;
  if (is_one_of (tokens, at, " mia milliard milliarder "))
    return 9;
  if (is_one_of (tokens, at, " tusind tusinde tkr "))
    return 3;

  return 0;
}

/* "kr.", "mio. kr.", "t.kr.", "1.000 kr.", "mio." alone; the token behind them, or 'at'. */
static gint64
read_money (TalMention *mention, const TalDanishTokens *tokens, gint64 at)
{
  gint64 last = at - 1;

  if (is_one_of (tokens, at, " t ") && is_one_of (tokens, at + 1, " . ") &&
      is_one_of (tokens, at + 2, " kr "))
    {
      mention->exponent = 3;
      at += 2;
    }
  else if (find_exponent (tokens, at) > 0)
    {
      mention->exponent = find_exponent (tokens, at);
      last = pass_stop (tokens, at);
      if (is_one_of (tokens, at, " tkr "))
        mention->unit = TAL_MENTION_KRONER;
      at = last + 1;
    }
  else if (is_one_of (tokens, at, " 1.000 ") && is_one_of (tokens, at + 1, " kr kroner "))
    {
      mention->exponent = 3;
      at++;
    }

  if (is_one_of (tokens, at, " kr kroner "))
    {
      mention->unit = TAL_MENTION_KRONER;
      last = pass_stop (tokens, at);
    }
  else if (mention->exponent >= 6 && !is_word (tokens, at))
    mention->unit = TAL_MENTION_KRONER;
  if (last >= at - 1 && last >= 0 && (mention->exponent > 0 || mention->unit == TAL_MENTION_KRONER))
    end_at (mention, tokens, last);

  return last + 1;
}

/* The noun among the words right behind: the first that is known to be counted ("12 private
 * leverandører"), else the first. */
static void
read_noun (TalMention *mention, const TalDanishTokens *tokens, gint64 at)
{
  const char *noun = NULL;

  for (gint64 i = at; i < at + 3 && is_word (tokens, i) && !is_one_of (tokens, i, fillers); i++)
    {
      const char *text = tal_danish_tokens_get (tokens, i)->text;

      if (noun == NULL)
        noun = text;
      if (tal_note_noun_find_kind (text) == TAL_NOTE_NOUN_OTHER)
        continue;
      noun = text;
      break;
    }
  mention->noun = g_strdup (noun);
  if (is_one_of (tokens, at, " gange "))
    mention->unit = TAL_MENTION_TIMES;
}

static gint64
read_unit (TalMention *mention, const TalDanishTokens *tokens, gint64 at)
{
  gint64 next = read_share_unit (mention, tokens, at);

  if (next == at)
    next = read_money (mention, tokens, at);
  if (mention->unit == TAL_MENTION_PLAIN)
    read_noun (mention, tokens, next);

  return next;
}

static TalMentionBound
find_bound (const TalDanishTokens *tokens, gint64 before)
{
  if (is_one_of (tokens, before, " mindst minimum minimums "))
    return TAL_MENTION_AT_LEAST;
  if (is_one_of (tokens, before, " højst maksimalt maksimum maks "))
    return TAL_MENTION_AT_MOST;

  return TAL_MENTION_NO_BOUND;
}

static TalApproximation
read_approximation (const TalDanishTokens *tokens, gint64 first, gint64 last)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char         *cursor = NULL;
  TalApproximation    found;

  for (gint64 i = first; i <= last; i++)
    {
      if (i > first && tal_danish_tokens_get (tokens, i)->after_space)
        g_string_append_c (words, ' ');
      g_string_append (words, tal_danish_tokens_get (tokens, i)->text);
    }
  g_string_append_c (words, ' ');
  cursor = words->str;
  found = tal_approximation_skip (&cursor);

  return *cursor == '\0' ? found : TAL_APPROXIMATION_EXACT;
}

/* The word or two words before the number: "ca.", "mere end", "mindst". */
static void
read_before (TalMention *mention, const TalDanishTokens *tokens, gint64 first)
{
  mention->bound = find_bound (tokens, first - 1);
  for (gint64 length = 2; length >= 1; length--)
    {
      if (first < length)
        continue;
      mention->approximation = read_approximation (tokens, first - length, first - 1);
      if (mention->approximation == TAL_APPROXIMATION_EXACT)
        continue;
      mention->start = tal_danish_tokens_get (tokens, first - length)->start;
      return;
    }
}

static void
add_mention (Reading *reading, TalMention *mention, gint64 first)
{
  const TalDanishToken *before = tal_danish_tokens_get (reading->tokens, first - 1);

  read_before (mention, reading->tokens, first);
  if (strcmp (before->text, "-") == 0 && before->end == mention->number_start &&
      before->after_space && !mention->in_words)
    {
      mention->value.coefficient = -mention->value.coefficient;
      mention->number_start = before->start;
      mention->start = MIN (mention->start, before->start);
    }
  g_ptr_array_add (reading->mentions, mention);
}

/* "fire ud af seks", "55 ud de 110", "9 af de 11 mål", "268/545". */
static gint64
read_share_of (Reading *reading, gint64 at)
{
  const TalDanishTokens *tokens = reading->tokens;
  TalMention            *mention = NULL;
  gint64                 next = at + 1;
  TalDecimal             value;
  TalDecimal             whole;

  if (!read_number (tokens, at, &value))
    return at;
  if (is_one_of (tokens, next, " / ") && !tal_danish_tokens_get (tokens, next)->after_space)
    next++;
  else
    {
      if (is_one_of (tokens, next, " ud "))
        next++;
      if (is_one_of (tokens, next, " af "))
        next++;
      if (next > at + 1 && is_one_of (tokens, next, " de i "))
        next++;
    }
  if (next == at + 1 || !read_number (tokens, next, &whole) ||
      tal_decimal_compare (value, whole) > 0 ||
      is_one_of (tokens, next + 1, " % pct procent mio kr "))
    return at;
  if (tal_danish_tokens_get (tokens, next)->kind == TAL_DANISH_TOKEN_NUMBER &&
      tal_mention_skip_other (tokens, (guint)next) > 0)
    return at;

  mention = new_mention (tokens, at, next, value);
  mention->whole = whole;
  read_noun (mention, tokens, next + 1);
  add_mention (reading, mention, at);
  return next + 1;
}

static TalDecimal
make_part (int count, int whole)
{
  TalFraction share = { count * 100, whole };
  TalDecimal  value = TAL_DECIMAL_NONE;

  if (!tal_fraction_round (share, 100 % whole == 0 ? 0 : TAL_DECIMAL_MAX_SCALE, &value))
    g_assert_not_reached ();

  return value;
}

/* "halvdelen", "en tredjedel", "to tredjedele", "2/3". */
static gint64
read_part (Reading *reading, gint64 at)
{
  const TalDanishTokens *tokens = reading->tokens;
  TalMention            *mention = NULL;
  TalDecimal             above;
  TalDecimal             below;
  gint64                 last = at;
  int                    count = MAX (find_numeral (tokens, at), 1);
  int                    whole = find_parts (tokens, at + 1);

  if (is_one_of (tokens, at, " halvdelen halvdel "))
    whole = 2;
  else if (whole > 0)
    last = at + 1;
  else if (find_parts (tokens, at) > 0)
    whole = find_parts (tokens, at);
  else if (is_one_of (tokens, at + 1, " / ") && read_number (tokens, at, &above) &&
           read_number (tokens, at + 2, &below) && above.scale == 0 && below.scale == 0 &&
           above.coefficient > 0 && above.coefficient < below.coefficient &&
           below.coefficient <= 10)
    {
      count = (int)above.coefficient;
      whole = (int)below.coefficient;
      last = at + 2;
    }
  if (whole == 0 ||
      (last == at + 1 && find_numeral (tokens, at) < 0 && !is_one_of (tokens, at, " en et ")))
    return at;

  mention = new_mention (tokens, at, last, make_part (count, whole));
  mention->unit = TAL_MENTION_PER_CENT;
  mention->part = TRUE;
  mention->in_words = is_word (tokens, at);
  add_mention (reading, mention, at);
  return last + 1;
}

/* "en enkelt deltager", "et enkelt forløb". */
static gint64
read_single (Reading *reading, gint64 at)
{
  const TalDanishTokens *tokens = reading->tokens;
  TalMention            *mention = NULL;

  if (!is_one_of (tokens, at, " en et én ét ") || !is_one_of (tokens, at + 1, " enkelt ") ||
      !is_word (tokens, at + 2) || is_one_of (tokens, at + 2, fillers))
    return at;

  mention = new_mention (tokens, at, at + 1, TAL_DECIMAL (1, 0));
  read_noun (mention, tokens, at + 2);
  add_mention (reading, mention, at);
  return at + 2;
}

/* A cardinal word is a figure where a noun follows it: "tre indsatser", not "de to". */
static gint64
read_numeral (Reading *reading, gint64 at)
{
  const TalDanishTokens *tokens = reading->tokens;
  TalMention            *mention = NULL;
  TalDecimal             value;

  if (find_numeral (tokens, at) < 0 || !read_number (tokens, at, &value))
    return at;
  if (is_one_of (tokens, at - 1, " - ") || is_one_of (tokens, at + 1, " - "))
    return at;

  mention = new_mention (tokens, at, at, value);
  (void)read_unit (mention, tokens, at + 1);
  if (mention->unit == TAL_MENTION_PLAIN && mention->noun == NULL)
    {
      tal_mention_free (mention);
      return at;
    }

  add_mention (reading, mention, at);
  return at + 1;
}

static gint64
read_digits (Reading *reading, gint64 at)
{
  const TalDanishTokens *tokens = reading->tokens;
  TalMention            *mention = NULL;
  TalDecimal             value;

  if (!read_number (tokens, at, &value))
    return at;

  mention = new_mention (tokens, at, at, value);
  (void)read_unit (mention, tokens, at + 1);
  add_mention (reading, mention, at);
  return at + 1;
}

/* Behind what stands there, having added what it mentions. */
static gint64
read_token (Reading *reading, gint64 at)
{
  static gint64 (*const readers[]) (Reading * reading, gint64 at) = { read_part, read_share_of,
                                                                      read_single, read_numeral };
  gboolean digits = tal_danish_tokens_get (reading->tokens, at)->kind == TAL_DANISH_TOKEN_NUMBER;
  gint64   next = at;

  if (!digits && !is_word (reading->tokens, at))
    return at + 1;
  if (digits)
    {
      guint other = tal_mention_skip_other (reading->tokens, (guint)at);

      if (other > 0)
        return at + other;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (readers) && next == at; i++)
    next = readers[i](reading, at);
  if (next == at && digits)
    next = read_digits (reading, at);

  return next > at ? next : at + 1;
}

static GPtrArray *
list_of_tokens (const TalDanishTokens *tokens)
{
  Reading reading = { .tokens = tokens };

  g_return_val_if_fail (tokens != NULL, NULL);

  reading.mentions = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_mention_free);
  for (gint64 at = 0; at < tal_danish_tokens_get_length (tokens);)
    at = read_token (&reading, at);

  return reading.mentions;
}

/* A row's number in its first column is no figure, nor is the page behind a line of dots. */
static gboolean
is_row_number (const TalPassage *passage, const char *cell, gsize offset)
{
  if (passage->kind != TAL_PASSAGE_ROW || strspn (cell, "0123456789") != strlen (cell))
    return FALSE;

  return offset == 0 ? strlen (cell) <= 2
                     : offset > 3 && strncmp (passage->text + offset - 3, "..\t", 3) == 0;
}

GPtrArray *
tal_mention_list (const TalPassage *passage)
{
  GPtrArray *mentions = NULL;
  gsize      offset = 0;

  g_return_val_if_fail (passage != NULL, NULL);

  mentions = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_mention_free);
  while (passage->text[offset] != '\0')
    {
      gsize                       length = strcspn (passage->text + offset, "\t\n");
      g_autofree char            *cell = g_strndup (passage->text + offset, length);
      g_autoptr (TalDanishTokens) tokens = tal_danish_tokens_new (cell);
      g_autoptr (GPtrArray)       found =
          is_row_number (passage, cell, offset) ? NULL : list_of_tokens (tokens);

      for (guint i = 0; found != NULL && i < found->len; i++)
        {
          TalMention *mention = g_ptr_array_index (found, i);

          mention->start += offset;
          mention->end += offset;
          mention->number_start += offset;
          mention->number_end += offset;
        }
      if (found != NULL)
        g_ptr_array_extend_and_steal (mentions, g_steal_pointer (&found));
      offset += length + (passage->text[offset + length] != '\0' ? 1 : 0);
    }

  return mentions;
}

gboolean
tal_mention_is_time (const TalMention *self)
{
  g_autofree char *framed = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->noun == NULL)
    return FALSE;
  framed = g_strconcat (" ", self->noun, " ", NULL);
  return strstr (time_nouns, framed) != NULL;
}

char *
tal_mention_format (const TalMention *self, TalDecimal value)
{
  g_autofree char *number = NULL;
  const char      *unit = "";

  g_return_val_if_fail (self != NULL, NULL);

  number = tal_danish_number_format (value, TAL_DANISH_NUMBER_TRUE_MINUS);
  switch (self->unit)
    {
    case TAL_MENTION_PLAIN:
    case TAL_MENTION_TIMES:
      break;
    case TAL_MENTION_PER_CENT:
      unit = NO_BREAK_SPACE "pct.";
      break;
    case TAL_MENTION_PERCENTAGE_POINTS:
      unit = NO_BREAK_SPACE "procentpoint";
      break;
    case TAL_MENTION_KRONER:
      if (self->exponent == 9)
        unit = NO_BREAK_SPACE "mia." NO_BREAK_SPACE "kr.";
      else if (self->exponent == 6)
        unit = NO_BREAK_SPACE "mio." NO_BREAK_SPACE "kr.";
      else if (self->exponent == 3)
        unit = NO_BREAK_SPACE "t.kr.";
      else
        unit = NO_BREAK_SPACE "kr.";
      break;
    }

  return g_strconcat (number, unit, NULL);
}
