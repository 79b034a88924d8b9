/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-collation.h"

#include "base/tal-danish-text.h"

#include <string.h>

/* The first bytes of the weights of a key, in the order of what they are for.  None is 0, and
 * below 3 they separate levels. */
enum
{
  LEVEL_END = 1,
  WEIGHT_SPACE = 3,
  WEIGHT_SIGN,
  WEIGHT_DIGITS,
  WEIGHT_A,
  WEIGHT_AE = WEIGHT_A + 26,
  WEIGHT_OE,
  WEIGHT_AA,
  WEIGHT_OTHER_LETTER,
};

/* Within a level of a key: what is written plainly comes before what is not. */
enum
{
  SECONDARY_PLAIN = 2,
  SECONDARY_VARIANT,
};

enum
{
  CASE_UPPER = 2,
  CASE_LOWER,
};

/* What ends in an a and stands before words that begin with one: the two are no å. */
static const char *const stems_in_a[] = {
  "agenda",     "arena",  "aula",  "data",   "diploma", "drama", "ekstra", "europa", "firma",
  "intra",      "kamera", "klima", "kontra", "media",   "mega",  "para",   "pizza",  "plasma",
  "propaganda", "skema",  "tema",  "trauma", "ultra",   "villa", "yoga",
};

/* A stem of so many letters is known in the middle of a word too ("metaltema" not). */
#define LONG_STEM 5

typedef struct
{
  GString *primary;
  GString *secondary;
  GString *tertiary;
} Key;

/* 'small' is the text in lower case and 'at' the first of two a's in it. */
static gboolean
is_between_words (const char *small, const char *at)
{
  const char *end = at + 1;

  for (guint i = 0; i < G_N_ELEMENTS (stems_in_a); i++)
    {
      gsize       length = strlen (stems_in_a[i]);
      const char *start = end - length;

      if ((gsize)(end - small) < length || strncmp (start, stems_in_a[i], length) != 0)
        continue;
      if (length >= LONG_STEM || start == small ||
          !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (start))))
        return TRUE;
    }

  return FALSE;
}

/* The letter without its accents; what is no letter with accents stays as it is. */
static gunichar
strip_accents (gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  switch (letter)
    {
    case 0x00f0: /* ð */
    case 0x0111: /* đ */
      return 'd';
    case 0x0142: /* ł */
      return 'l';
    case 0x0131: /* ı */
      return 'i';
    default:
      break;
    }

  return g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts)) > 0 ? parts[0]
                                                                                    : letter;
}

/* The weight of one letter in lower case; 0 where it has none among the Danish ones. */
static guint8
get_letter_weight (gunichar letter, gboolean *ret_variant)
{
  gunichar plain = 0;

  *ret_variant = TRUE;
  switch (letter)
    {
    case 0x00e6: /* æ */
      *ret_variant = FALSE;
      return WEIGHT_AE;
    case 0x00e4: /* ä */
      return WEIGHT_AE;
    case 0x00f8: /* ø */
      *ret_variant = FALSE;
      return WEIGHT_OE;
    case 0x00f6: /* ö */
    case 0x0151: /* ő */
    case 0x0153: /* œ */
      return WEIGHT_OE;
    case 0x00e5: /* å */
      *ret_variant = FALSE;
      return WEIGHT_AA;
    case 0x00fc: /* ü */
    case 0x0171: /* ű */
      return WEIGHT_A + ('y' - 'a');
    default:
      break;
    }

  plain = strip_accents (letter);
  *ret_variant = plain != letter;
  return plain >= 'a' && plain <= 'z' ? (guint8)(WEIGHT_A + (plain - 'a')) : 0;
}

static void
add_weight (Key *key, guint8 weight, gboolean variant, gboolean upper)
{
  g_string_append_c (key->primary, (char)weight);
  g_string_append_c (key->secondary, variant ? SECONDARY_VARIANT : SECONDARY_PLAIN);
  g_string_append_c (key->tertiary, upper ? CASE_UPPER : CASE_LOWER);
}

/* Whether the dot at 'at' stands between the groups of a number. */
static gboolean
is_group_dot (const char *text, const char *at)
{
  return *at == '.' && at > text && g_ascii_isdigit (at[-1]) && strspn (at + 1, "0123456789") == 3;
}

/* The number's length first, then its digits: the order of their values.  Returns what
 * follows it. */
static const char *
add_number (Key *key, const char *text, const char *at)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (; g_ascii_isdigit (*at) || is_group_dot (text, at); at++)
    {
      if (*at == '0' && digits->len == 0)
        continue;
      if (*at != '.')
        g_string_append_c (digits, *at);
    }

  add_weight (key, WEIGHT_DIGITS, FALSE, FALSE);
  g_string_append_c (key->primary, (char)(guint8)(2 + MIN (digits->len, 250)));
  g_string_append_len (key->primary, digits->str, (gssize)digits->len);
  return at;
}

static void
add_other (Key *key, gunichar character, gboolean upper)
{
  if (g_unichar_isspace (character))
    {
      add_weight (key, WEIGHT_SPACE, FALSE, FALSE);
      return;
    }

  add_weight (key, g_unichar_isalpha (character) ? WEIGHT_OTHER_LETTER : WEIGHT_SIGN, FALSE, upper);
  g_string_append_unichar (key->primary, character);
}

/* One character or number of the text, and the same place in lower case. */
static void
add_next (Key *key, const char *small_text, const char **text, const char **small)
{
  gunichar    letter = g_utf8_get_char (*small);
  gboolean    upper = letter != g_utf8_get_char (*text);
  gboolean    variant = FALSE;
  guint8      weight = 0;
  const char *rest = NULL;

  if (g_ascii_isdigit (**small))
    {
      rest = add_number (key, small_text, *small);
      *text += rest - *small;
      *small = rest;
      return;
    }

  if (letter == 'a' && (*small)[1] == 'a' && !is_between_words (small_text, *small))
    {
      add_weight (key, WEIGHT_AA, TRUE, upper);
      *small += 2;
      *text += 2;
      return;
    }

  weight = get_letter_weight (letter, &variant);
  if (weight != 0)
    add_weight (key, weight, variant, upper);
  else
    add_other (key, letter, upper);
  *small = g_utf8_next_char (*small);
  *text = g_utf8_next_char (*text);
}

/* In lower case character by character, so that both texts are walked together. */
static char *
dup_small (const char *text)
{
  GString *small = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (small, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (small, FALSE);
}

char *
tal_danish_collation_dup_key (const char *text)
{
  Key              key = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *small = NULL;
  const char      *at = NULL;
  const char      *small_at = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  small = dup_small (composed);
  for (at = composed, small_at = small; *at != '\0';)
    add_next (&key, small, &at, &small_at);

  g_string_append_c (key.primary, LEVEL_END);
  g_string_append_len (key.primary, key.secondary->str, (gssize)key.secondary->len);
  g_string_append_c (key.primary, LEVEL_END);
  g_string_append_len (key.primary, key.tertiary->str, (gssize)key.tertiary->len);
  g_string_append_c (key.primary, LEVEL_END);
  g_string_append (key.primary, text);
  g_string_free (key.secondary, TRUE);
  g_string_free (key.tertiary, TRUE);
  return g_string_free (key.primary, FALSE);
}

int
tal_danish_collation_compare (const char *a, const char *b)
{
  g_autofree char *key_a = NULL;
  g_autofree char *key_b = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  key_a = tal_danish_collation_dup_key (a);
  key_b = tal_danish_collation_dup_key (b);
  return strcmp (key_a, key_b);
}

static void
append_folded (GString *folded, gunichar letter)
{
  switch (letter)
    {
    case 0x00e6: /* æ */
    case 0x00e4: /* ä */
      g_string_append (folded, "ae");
      return;
    case 0x00f8: /* ø */
    case 0x00f6: /* ö */
    case 0x0153: /* œ */
      g_string_append (folded, "oe");
      return;
    case 0x00e5: /* å */
      g_string_append (folded, "aa");
      return;
    default:
      g_string_append_unichar (folded, strip_accents (letter));
      return;
    }
}

char *
tal_danish_collation_dup_folded (const char *text)
{
  g_autofree char *plain = NULL;
  GString         *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  plain = tal_danish_text_dup_plain (text);
  folded = g_string_new (NULL);
  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!is_group_dot (plain, at))
        append_folded (folded, g_utf8_get_char (at));
    }
  return g_string_free (folded, FALSE);
}
