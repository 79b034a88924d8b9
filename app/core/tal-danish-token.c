/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-danish-token.h"

#include <string.h>

/* What may stand behind the digits of a number without a space and leaves it a number. */
static const char *const glued_units[] = { "kr", "mio", "mia", "pct", "tkr" };

/* Behind these a full stop ends no sentence, whatever comes. */
static const char abbreviations[] =
    " ca nr jf bl hhv fx dvs ift ifm vedr inkl ekskl evt kap stk tlf kl maks min gns jan feb mar "
    "apr jun jul aug sep okt nov dec kgs s a f eks incl kvt sagsnr dokumentnr tab fig pr ";

static gboolean
is_white (gunichar character)
{
  return g_unichar_isspace (character) || character == 0xfeff || character == 0x200b;
}

static gboolean
is_dash (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION || character == 0x2212;
}

/* A no-break or thin space between groups of three digits belongs to the number. */
static const char *
skip_group_space (const char *at)
{
  gunichar    character = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);

  if (character != 0xa0 && character != 0x2009 && character != 0x202f)
    return NULL;
  for (int i = 0; i < 3; i++)
    {
      if (!g_ascii_isdigit (next[i]))
        return NULL;
    }

  return g_ascii_isdigit (next[3]) ? NULL : next;
}

static const char *
find_number_end (const char *at)
{
  gboolean plain = TRUE;

  while (g_ascii_isdigit (*at))
    {
      const char *begin = at;
      const char *group = NULL;

      while (g_ascii_isdigit (*at))
        at++;
      if ((*at == '.' || *at == ',') && g_ascii_isdigit (at[1]))
        {
          plain = FALSE;
          at++;
          continue;
        }

      group = plain && at - begin <= 3 && *at != '\0' ? skip_group_space (at) : NULL;
      if (group != NULL)
        at = group;
    }

  return at;
}

static const char *
find_word_end (const char *at)
{
  while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

static gboolean
has_glued_unit (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (glued_units); i++)
    {
      if (g_ascii_strncasecmp (at, glued_units[i], strlen (glued_units[i])) == 0)
        return TRUE;
    }

  return FALSE;
}

static const char *
find_end (const char *at, TalDanishTokenKind *ret_kind)
{
  const char *end = NULL;

  if (g_ascii_isdigit (*at))
    {
      end = find_number_end (at);
      if (*end == '\0' || !g_unichar_isalpha (g_utf8_get_char (end)) || has_glued_unit (end))
        {
          *ret_kind = TAL_DANISH_TOKEN_NUMBER;
          return end;
        }
    }
  if (g_unichar_isalnum (g_utf8_get_char (at)))
    {
      *ret_kind = TAL_DANISH_TOKEN_WORD;
      return find_word_end (end != NULL ? end : at);
    }

  *ret_kind = TAL_DANISH_TOKEN_MARK;
  return g_utf8_next_char (at);
}

static const char *
keep_text (TalDanishTokens *self, const char *start, const char *end)
{
  g_autofree char *folded = NULL;

  if (is_dash (g_utf8_get_char (start)))
    return "-";

  folded = g_utf8_strdown (start, end - start);
  return g_string_chunk_insert_const (self->texts, folded);
}

TalDanishTokens *
tal_danish_tokens_new (const char *text)
{
  TalDanishTokens *self = NULL;
  gboolean         space = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (TalDanishTokens, 1);
  self->texts = g_string_chunk_new (512);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (TalDanishToken));
  if (!g_utf8_validate (text, -1, NULL))
    return self;

  for (const char *at = text; *at != '\0';)
    {
      TalDanishToken token = { .start = (gsize)(at - text) };
      const char    *end = NULL;

      if (is_white (g_utf8_get_char (at)))
        {
          space = TRUE;
          at = g_utf8_next_char (at);
          continue;
        }

      end = find_end (at, &token.kind);
      token.end = (gsize)(end - text);
      token.text = keep_text (self, at, end);
      token.capital = g_unichar_isupper (g_utf8_get_char (at));
      token.after_space = space;
      g_array_append_val (self->tokens, token);
      space = FALSE;
      at = end;
    }

  return self;
}

void
tal_danish_tokens_free (TalDanishTokens *self)
{
  if (self == NULL)
    return;

  g_string_chunk_free (self->texts);
  g_array_unref (self->tokens);
  g_free (self);
}

guint
tal_danish_tokens_get_length (const TalDanishTokens *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tokens->len;
}

const TalDanishToken *
tal_danish_tokens_get (const TalDanishTokens *self, gint64 at)
{
  static const TalDanishToken beyond = { .kind = TAL_DANISH_TOKEN_MARK,
                                         .text = "",
                                         .after_space = TRUE };

  g_return_val_if_fail (self != NULL, &beyond);

  if (at < 0 || at >= self->tokens->len)
    return &beyond;
  return &g_array_index (self->tokens, TalDanishToken, at);
}

gboolean
tal_danish_tokens_is_one_of (const TalDanishTokens *self, gint64 at, const char *list)
{
  const char *text = tal_danish_tokens_get (self, at)->text;
  gsize       length = strlen (text);

  g_return_val_if_fail (list != NULL, FALSE);

  if (length == 0)
    return FALSE;
  for (const char *found = strstr (list, text); found != NULL; found = strstr (found + 1, text))
    {
      if (found > list && found[-1] == ' ' && found[length] == ' ')
        return TRUE;
    }

  return FALSE;
}

/* "4. kvartal", "1. Håndholdt" at the beginning: the stop belongs to the number. */
static gboolean
is_ordinal_stop (const TalDanishTokens *self, gint64 stop)
{
  const TalDanishToken *number = tal_danish_tokens_get (self, stop - 1);

  return number->kind == TAL_DANISH_TOKEN_NUMBER && number->end - number->start <= 2 &&
         (stop == 1 || tal_danish_tokens_begins_sentence (self, stop - 1));
}

gboolean
tal_danish_tokens_begins_sentence (const TalDanishTokens *self, gint64 at)
{
  const TalDanishToken *token = tal_danish_tokens_get (self, at);
  gint64                stop = at - 1;

  if (at <= 0)
    return at == 0;
  /* Quotation marks and brackets behind the stop are still the old sentence's. */
  while (tal_danish_tokens_is_one_of (self, stop, " ) ” \" ] » ") &&
         !tal_danish_tokens_get (self, stop)->after_space)
    stop--;
  if (!tal_danish_tokens_is_one_of (self, stop, " . ! ? ") || !token->after_space)
    return FALSE;
  if (token->kind == TAL_DANISH_TOKEN_WORD && !token->capital)
    return FALSE;
  if (token->kind == TAL_DANISH_TOKEN_NUMBER &&
      tal_danish_tokens_is_one_of (self, stop - 1, " nr ca jf kap s "))
    return FALSE;

  return !tal_danish_tokens_is_one_of (self, stop - 1, abbreviations) &&
         !is_ordinal_stop (self, stop);
}
