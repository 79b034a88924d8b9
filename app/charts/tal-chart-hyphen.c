/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-hyphen.h"

/* Letters that must stand on each side of a hyphen. */
#define LEAST_LETTERS 3
/* Shorter words are never divided for a line that is not known yet. */
#define LONG_WORD 12
#define SOFT_HYPHEN 0xad
#define VOWELS "aeiouyæøå"

/* Two consonants that begin words together.  Some with "s" are left out: in the long words of an
 * administration it rather joins a compound, "indsats-plan". */
static const char *const beginnings[] = {
  "bj", "bl", "br", "dj", "dr", "fj", "fl", "fr", "gl", "gr", "hj", "hv", "kj",
  "kl", "kr", "kv", "pl", "pr", "sj", "sk", "st", "tj", "tr", "tv", "vr",
};

static gboolean
is_vowel (gunichar letter)
{
  return g_utf8_strchr (VOWELS, -1, g_unichar_tolower (letter)) != NULL;
}

static gboolean
is_consonant (gunichar letter)
{
  return g_unichar_isalpha (letter) && !is_vowel (letter);
}

static gboolean
is_beginning (gunichar first, gunichar second)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if ((gunichar)beginnings[i][0] == g_unichar_tolower (first) &&
          (gunichar)beginnings[i][1] == g_unichar_tolower (second))
        return TRUE;
    }
  return FALSE;
}

/* Whether a new part can begin with the letter at 'at'. */
static gboolean
can_divide (const gunichar *word, glong length, glong at)
{
  gboolean voiced = FALSE;

  if (at < LEAST_LETTERS || at + LEAST_LETTERS > length)
    return FALSE;
  if (word[at - 1] == '-')
    return TRUE;
  if (!is_consonant (word[at]))
    return FALSE;
  for (glong i = 0; i < at; i++)
    voiced = voiced || is_vowel (word[i]);
  if (!voiced)
    return FALSE;
  if (is_vowel (word[at + 1]))
    return !(is_consonant (word[at - 1]) && is_beginning (word[at - 1], word[at]));
  return is_beginning (word[at], word[at + 1]) && is_vowel (word[at + 2]);
}

/* The longest beginning of a word that fits with a hyphen, in letters; 0 where there is none. */
static glong
find_division (TalChartTypesetter *typesetter,
               TalChartFont        font,
               const gunichar     *word,
               glong               length,
               double              width)
{
  for (glong at = length - LEAST_LETTERS; at >= LEAST_LETTERS; at--)
    {
      g_autofree char *part = NULL;
      g_autofree char *hyphened = NULL;

      if (!can_divide (word, length, at))
        continue;
      part = g_ucs4_to_utf8 (word, at, NULL, NULL, NULL);
      hyphened = g_strconcat (part, word[at - 1] == '-' ? "" : "-", NULL);
      if (tal_chart_typesetter_measure (typesetter, font, hyphened) <= width)
        return at;
    }
  return 0;
}

static void
append_divided (GString            *text,
                TalChartTypesetter *typesetter,
                TalChartFont        font,
                const char         *word,
                double              width)
{
  g_autofree gunichar *letters = NULL;
  glong                length;
  glong                from = 0;

  if (tal_chart_typesetter_measure (typesetter, font, word) <= width)
    {
      g_string_append (text, word);
      return;
    }

  letters = g_utf8_to_ucs4_fast (word, -1, &length);
  while (from < length)
    {
      g_autofree char *rest = g_ucs4_to_utf8 (letters + from, length - from, NULL, NULL, NULL);
      g_autofree char *part = NULL;
      glong            at = 0;

      if (tal_chart_typesetter_measure (typesetter, font, rest) > width)
        at = find_division (typesetter, font, letters + from, length - from, width);
      if (at == 0)
        {
          g_string_append (text, rest);
          return;
        }
      part = g_ucs4_to_utf8 (letters + from, at, NULL, NULL, NULL);
      g_string_append_printf (text, "%s%s ", part, g_str_has_suffix (part, "-") ? "" : "-");
      from += at;
    }
}

char *
tal_chart_hyphen_divide (TalChartTypesetter *typesetter,
                         TalChartFont        font,
                         const char         *text,
                         double              width)
{
  g_autoptr (GString) divided = g_string_new (NULL);
  g_auto (GStrv)      words = NULL;

  g_return_val_if_fail (typesetter != NULL && text != NULL, NULL);

  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (divided, ' ');
      append_divided (divided, typesetter, font, words[i], width);
    }
  return g_string_free (g_steal_pointer (&divided), FALSE);
}

static void
append_softened (GString *text, const char *word)
{
  g_autofree gunichar *letters = NULL;
  glong                length;

  letters = g_utf8_to_ucs4_fast (word, -1, &length);
  for (glong at = 0; at < length; at++)
    {
      if (length >= LONG_WORD && can_divide (letters, length, at) && letters[at - 1] != '-')
        g_string_append_unichar (text, SOFT_HYPHEN);
      g_string_append_unichar (text, letters[at]);
    }
}

char *
tal_chart_hyphen_soften (const char *text)
{
  g_autoptr (GString) softened = g_string_new (NULL);
  g_auto (GStrv)      words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (softened, ' ');
      append_softened (softened, words[i]);
    }
  return g_string_free (g_steal_pointer (&softened), FALSE);
}
