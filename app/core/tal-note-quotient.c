/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-quotient.h"

#include "base/tal-fraction.h"
#include "base/tal-interval.h"
#include "core/tal-note-near.h"

/* Further off it is a share of something else. */
#define FARTHEST 5

static gboolean
is_plain (const TalMention *mention)
{
  return mention->approximation == TAL_APPROXIMATION_EXACT && !mention->in_words && !mention->part;
}

/* Whether one of the words stands between the two places of the passage. */
static gboolean
has_between (const TalNoteSentence *sentence, gsize from, gsize to, const char *list)
{
  for (guint i = sentence->first; i < sentence->last; i++)
    {
      gsize start = tal_danish_tokens_get (sentence->tokens, i)->start + sentence->offset;

      if (start >= from && start < to && tal_danish_tokens_is_one_of (sentence->tokens, i, list))
        return TRUE;
    }

  return FALSE;
}

static guint
find_place (const TalNoteSentence *sentence, const TalMention *mention)
{
  guint at = 0;

  while (at < sentence->mentions->len && g_ptr_array_index (sentence->mentions, at) != mention)
    at++;
  return at;
}

/* The part and the whole that the share is told to be of. */
static gboolean
find_terms (const TalNoteSentence *sentence,
            const TalMention      *share,
            TalDecimal            *ret_part,
            TalDecimal            *ret_whole)
{
  guint             at = find_place (sentence, share);
  const TalMention *part = NULL;
  const TalMention *whole = NULL;

  if (at == 0 || at >= sentence->mentions->len)
    return FALSE;
  part = g_ptr_array_index (sentence->mentions, at - 1);
  if (!is_plain (part) || !has_between (sentence, part->end, share->start, " svarende svarer "))
    return FALSE;
  if (!tal_decimal_is_none (part->whole))
    {
      *ret_part = part->value;
      *ret_whole = part->whole;
      return TRUE;
    }

  if (at < 2)
    return FALSE;
  whole = g_ptr_array_index (sentence->mentions, at - 2);
  if (!is_plain (whole) || !tal_decimal_is_none (whole->whole) || whole->unit != part->unit ||
      whole->exponent != part->exponent || part->unit == TAL_MENTION_PER_CENT ||
      !has_between (sentence, whole->end, part->start, " hvoraf heraf deraf "))
    return FALSE;
  *ret_part = part->value;
  *ret_whole = whole->value;
  return tal_decimal_compare (part->value, whole->value) <= 0;
}

/* As both may have been rounded. */
static gboolean
may_be (TalDecimal share, TalDecimal part, TalDecimal whole)
{
  TalInterval above = tal_interval_from_printed (part, TAL_APPROXIMATION_EXACT);
  TalInterval below = tal_interval_from_printed (whole, TAL_APPROXIMATION_EXACT);
  TalFraction hundred = tal_fraction_from_integer (100);
  TalInterval found;

  if (part.scale == 0)
    above = tal_interval_from_exact (tal_fraction_from_decimal (part));
  if (whole.scale == 0)
    below = tal_interval_from_exact (tal_fraction_from_decimal (whole));
  found.low = tal_fraction_multiply (tal_fraction_divide (above.low, below.high), hundred);
  found.high = tal_fraction_multiply (tal_fraction_divide (above.high, below.low), hundred);
  return !tal_fraction_is_valid (found.low) || !tal_fraction_is_valid (found.high) ||
         tal_interval_overlaps (tal_interval_from_printed (share, TAL_APPROXIMATION_EXACT), found);
}

gboolean
tal_note_quotient_find_right (const TalNoteSentence *sentence,
                              const TalMention      *share,
                              TalDecimal            *ret_right)
{
  TalDecimal  part = TAL_DECIMAL (0, 0);
  TalDecimal  whole = TAL_DECIMAL (0, 0);
  TalDecimal  right;
  TalFraction value;
  double      distance;

  g_return_val_if_fail (sentence != NULL, FALSE);
  g_return_val_if_fail (share != NULL, FALSE);

  if (share->unit != TAL_MENTION_PER_CENT || !is_plain (share) ||
      !find_terms (sentence, share, &part, &whole) || tal_decimal_is_zero (whole) ||
      may_be (share->value, part, whole))
    return FALSE;

  value = tal_fraction_multiply (tal_fraction_divide (tal_fraction_from_decimal (part),
                                                      tal_fraction_from_decimal (whole)),
                                 tal_fraction_from_integer (100));
  if (!tal_fraction_round (value, share->value.scale, &right))
    return FALSE;
  distance = tal_decimal_to_double (right) - tal_decimal_to_double (share->value);
  if ((distance > FARTHEST || distance < -FARTHEST) &&
      tal_note_near_compare (share->value, right) == TAL_NOTE_NEAR_NOT)
    return FALSE;

  *ret_right = right;
  return TRUE;
}
