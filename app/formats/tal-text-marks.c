/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-text-marks.h"

#include <string.h>

#define TAG_LENGTH 200
#define LONGEST_RUN 3

static const struct
{
  const char *name;
  const char *character;
} entities[] = {
  { "&amp;", "&" },   { "&lt;", "<" },          { "&gt;", ">" },
  { "&quot;", "\"" }, { "&nbsp;", "\xc2\xa0" }, { "&#39;", "'" },
};

/* What one text is read with.  The runs of emphasis that are known to be closed, by sign and
 * length, so that no search is made twice over the same ground. */
typedef struct
{
  GString    *plain;
  const char *text;
  const char *at;
  const char *close[2][LONGEST_RUN + 1]; /* where the open run ends, or NULL */
  gboolean    is_hopeless[2][LONGEST_RUN + 1];
} Unmarking;

static gboolean
is_word_byte (char character)
{
  return g_ascii_isalnum (character) || (guchar)character >= 0x80;
}

/* Footnote marks are digits or stars; "<sup>2</sup>" behind a letter is one too. */
static gboolean
skip_superscript (const char **at)
{
  const char *inside = *at + strlen ("<sup>");

  if (g_ascii_strncasecmp (*at, "<sup>", strlen ("<sup>")) != 0)
    return FALSE;

  while (g_ascii_isdigit (*inside) || *inside == '*' || *inside == ',' || *inside == ' ')
    inside++;
  if (g_ascii_strncasecmp (inside, "</sup>", strlen ("</sup>")) != 0)
    return FALSE;

  *at = inside + strlen ("</sup>");
  return TRUE;
}

/* "<5 borgere" is no tag. */
static gboolean
skip_tag (Unmarking *self)
{
  const char *at = self->at + 1;
  const char *end = NULL;
  gsize       name;

  if (*self->at != '<')
    return FALSE;
  if (skip_superscript (&self->at))
    return TRUE;

  if (*at == '/')
    at++;
  name = strspn (at, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS);
  if (name == 0 || g_ascii_isdigit (*at) || at[name] == '\0' || strchr (" />", at[name]) == NULL)
    return FALSE;
  end = memchr (at, '>', strnlen (at, TAG_LENGTH));
  if (end == NULL)
    return FALSE;

  if (g_ascii_strncasecmp (at, "br", 2) == 0 && !g_ascii_isalnum (at[2]))
    g_string_append_c (self->plain, ' ');
  self->at = end + 1;
  return TRUE;
}

static gboolean
skip_entity (Unmarking *self)
{
  if (*self->at != '&')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (g_str_has_prefix (self->at, entities[i].name))
        {
          g_string_append (self->plain, entities[i].character);
          self->at += strlen (entities[i].name);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
skip_escape (Unmarking *self)
{
  if (*self->at != '\\' || self->at[1] == '\0' ||
      strchr ("\\`*_{}[]()#+-.!|<>~", self->at[1]) == NULL)
    return FALSE;

  g_string_append_c (self->plain, self->at[1]);
  self->at += 2;
  return TRUE;
}

/* "[text](address)" is its text, "![text](address)" and "[^1]" are nothing. */
static gboolean
skip_link (Unmarking *self)
{
  const char *open = *self->at == '!' ? self->at + 1 : self->at;
  const char *close;
  const char *end;

  if (*open != '[')
    return FALSE;
  close = memchr (open, ']', strnlen (open, TAG_LENGTH));
  if (close == NULL)
    return FALSE;

  if (open[1] == '^')
    {
      self->at = close + (close[1] == ':' ? 2 : 1);
      return TRUE;
    }
  end = close[1] == '(' ? memchr (close, ')', strnlen (close, TAG_LENGTH)) : NULL;
  if (end == NULL)
    return FALSE;

  if (open == self->at)
    g_string_append_len (self->plain, open + 1, close - open - 1);
  self->at = end + 1;
  return TRUE;
}

/* Where a run of exactly 'length' signs stands that can close one opened before 'at'. */
static const char *
find_close (const char *at, char sign, gsize length)
{
  while ((at = strchr (at, sign)) != NULL)
    {
      gsize found = strspn (at, (char[]){ sign, '\0' });

      if (found == length && !g_ascii_isspace (at[-1]) && !is_word_byte (at[found]))
        return at;
      at += found;
    }

  return NULL;
}

/* Emphasis opens before a word and closes behind one; a star behind a word refers to a note. */
static gboolean
skip_emphasis (Unmarking *self)
{
  char     sign = *self->at;
  int      row = sign == '*' ? 0 : 1;
  gsize    length = 0;
  gboolean opens = FALSE;

  if (sign != '*' && sign != '_')
    return FALSE;
  length = strspn (self->at, (char[]){ sign, '\0' });

  if (length <= LONGEST_RUN && self->at == self->close[row][length])
    {
      self->close[row][length] = NULL;
      self->at += length;
      return TRUE;
    }

  opens = length <= LONGEST_RUN && self->at[length] != '\0' &&
          !g_ascii_isspace (self->at[length]) &&
          (self->at == self->text || !is_word_byte (self->at[-1])) &&
          self->close[row][length] == NULL && !self->is_hopeless[row][length];
  if (opens)
    {
      self->close[row][length] = find_close (self->at + length, sign, length);
      self->is_hopeless[row][length] = self->close[row][length] == NULL;
      opens = !self->is_hopeless[row][length];
    }

  if (!opens)
    g_string_append_len (self->plain, self->at, (gssize)length);
  self->at += length;
  return TRUE;
}

char *
tal_text_dup_unmarked (const char *text)
{
  Unmarking self = { NULL, text, text, { { NULL } }, { { FALSE } } };

  g_return_val_if_fail (text != NULL, NULL);

  self.plain = g_string_sized_new (strlen (text));
  while (*self.at != '\0')
    {
      if (skip_tag (&self) || skip_entity (&self) || skip_escape (&self) || skip_link (&self) ||
          skip_emphasis (&self))
        continue;

      if (*self.at != '`')
        g_string_append_c (self.plain, *self.at);
      self.at++;
    }

  return g_string_free (self.plain, FALSE);
}
