/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-xml-guard.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARKUP_LENGTH (64 * 1024)          /* bytes of a tag, comment or instruction */
#define LITERAL_LENGTH (1024 * 1024)       /* bytes of a CDATA section, which is text */
#define OPENING_LENGTH strlen ("![CDATA[") /* after the <, what tells markup apart */

typedef enum
{
  PLACE_TEXT,
  PLACE_OPENING, /* after a <, while it is not clear of what */
  PLACE_TAG,
  PLACE_INSTRUCTION,
  PLACE_COMMENT,
  PLACE_LITERAL,
} Place;

struct _TalXmlGuard
{
  guint8   head[4]; /* the first bytes of the file */
  gsize    n_head;
  guint    width; /* bytes a character: 1, or 2 for UTF-16 */
  gboolean big_endian;
  gboolean has_half; /* a byte of a 2-byte character waits for the other */
  guint8   half;
  Place    place;
  char     opening[16]; /* what stood after the < */
  gsize    n_opening;
  char     quote;   /* that an attribute's value is in, or 0 */
  char     last[2]; /* the two characters before */
  gsize    length;  /* of the markup so far, in bytes */
  guint    line;
};

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE, sentence);
  return FALSE;
}

static gboolean
begins_with (const TalXmlGuard *self, const char *bytes, gsize length)
{
  return self->n_head >= length && memcmp (self->head, bytes, length) == 0;
}

/* A file of fewer than four bytes is no XML; the parser says so. */
static gboolean
judge_head (TalXmlGuard *self, GError **error)
{
  static const char foreign[][4] = {
    { '\0', '\0', '\xfe', '\xff' }, /* UTF-32, big-endian */
    { '\xff', '\xfe', '\0', '\0' }, /* UTF-32, little-endian */
    { '\0', '\0', '\0', '<' },          { '<', '\0', '\0', '\0' },
    { '\x4c', '\x6f', '\xa7', '\x94' }, /* EBCDIC */
  };

  if (begins_with (self, "\x1f\x8b", 2))
    return refuse (error, _ ("The file is compressed. Unpack it first."));

  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      if (begins_with (self, foreign[i], sizeof foreign[i]))
        return refuse (error, _ ("The file is neither UTF-8 nor UTF-16."));
    }

  self->big_endian = begins_with (self, "\xfe\xff", 2) || begins_with (self, "\0<", 2);
  self->width =
      self->big_endian || begins_with (self, "\xff\xfe", 2) || begins_with (self, "<\0", 2) ? 2 : 1;
  return TRUE;
}

static void
open_markup (TalXmlGuard *self, char character)
{
  if (self->n_opening == 0 && character != '!' && character != '?')
    {
      self->place = PLACE_TAG;
      return;
    }

  self->opening[self->n_opening++] = character;
  if (self->opening[0] == '?')
    self->place = PLACE_INSTRUCTION;
  else if (self->n_opening == 3 && strncmp (self->opening, "!--", 3) == 0)
    self->place = PLACE_COMMENT;
  else if (self->n_opening == OPENING_LENGTH)
    self->place =
        strncmp (self->opening, "![CDATA[", OPENING_LENGTH) == 0 ? PLACE_LITERAL : PLACE_TAG;

  /* The dashes and brackets that opened it are not those that close it. */
  if (self->place != PLACE_OPENING)
    memset (self->last, 0, sizeof self->last);
}

/* Whether the character is the > that ends the markup. */
static gboolean
ends_markup (TalXmlGuard *self, char character)
{
  switch (self->place)
    {
    case PLACE_TAG:
      if (self->quote != 0)
        {
          if (character == self->quote)
            self->quote = 0;
          return FALSE;
        }
      if (character == '"' || character == '\'')
        self->quote = character;
      return character == '>';
    case PLACE_INSTRUCTION:
      return character == '>' && self->last[1] == '?';
    case PLACE_COMMENT:
      return character == '>' && self->last[0] == '-' && self->last[1] == '-';
    case PLACE_LITERAL:
      return character == '>' && self->last[0] == ']' && self->last[1] == ']';
    case PLACE_TEXT:
    case PLACE_OPENING:
      break;
    }

  return FALSE;
}

/* 'character' is 0 where it is none of ASCII. */
static void
follow (TalXmlGuard *self, char character)
{
  if (character == '\n')
    self->line++;

  if (self->place == PLACE_TEXT)
    {
      if (character == '<')
        {
          self->place = PLACE_OPENING;
          self->n_opening = 0;
          self->quote = 0;
          self->length = 0;
        }
      return;
    }

  self->length += self->width;
  if (self->place == PLACE_OPENING)
    {
      open_markup (self, character);
      if (self->place != PLACE_TAG)
        return;
    }

  if (ends_markup (self, character))
    self->place = PLACE_TEXT;
  self->last[0] = self->last[1];
  self->last[1] = character;
}

static gboolean
check_length (const TalXmlGuard *self, GError **error)
{
  gsize limit = self->place == PLACE_LITERAL ? LITERAL_LENGTH : MARKUP_LENGTH;

  if (self->place == PLACE_TEXT || self->length <= limit)
    return TRUE;

  g_set_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
               _ ("Line %u: a tag or comment is longer than %u KiB."), self->line,
                  (guint)(limit / 1024));
  return FALSE;
}

static char
ascii_or_none (guint unit)
{
  return unit < 0x80 ? (char)unit : '\0';
}

/* Gives the character once its last byte is there. */
static gboolean
take_byte (TalXmlGuard *self, guint8 byte, char *ret_character)
{
  if (self->width == 1)
    {
      *ret_character = ascii_or_none (byte);
      return TRUE;
    }

  self->has_half = !self->has_half;
  if (self->has_half)
    {
      self->half = byte;
      return FALSE;
    }

  *ret_character =
      ascii_or_none (self->big_endian ? self->half * 256u + byte : byte * 256u + self->half);
  return TRUE;
}

/* How many of the bytes leave the place as it is: most of a file is names, values and
 * text, and following each byte would cost as much as the parser does. */
static gsize
count_plain (const TalXmlGuard *self, const char *bytes, gsize length)
{
  gsize       count = 0;
  const char *next = NULL;

  if (self->width != 1 || (self->place != PLACE_TEXT && self->place != PLACE_TAG))
    return 0;

  if (self->place == PLACE_TAG && self->quote == 0)
    {
      while (count < length && bytes[count] != '"' && bytes[count] != '\'' && bytes[count] != '>')
        count++;
      return count;
    }

  next = memchr (bytes, self->place == PLACE_TEXT ? '<' : self->quote, length);
  return next != NULL ? (gsize)(next - bytes) : length;
}

static gsize
skip_plain (TalXmlGuard *self, const guint8 *bytes, gsize length)
{
  gsize count = count_plain (self, (const char *)bytes, length);

  for (gsize i = 0; i < count; i++)
    self->line += bytes[i] == '\n';
  if (self->place == PLACE_TAG)
    self->length += count;
  return count;
}

static gboolean
check_bytes (TalXmlGuard *self, const guint8 *bytes, gsize length, GError **error)
{
  for (gsize i = 0; i < length; i++)
    {
      char character = 0;

      i += skip_plain (self, bytes + i, length - i);
      if (!check_length (self, error))
        return FALSE;
      if (i == length)
        break;

      if (!take_byte (self, bytes[i], &character))
        continue;

      follow (self, character);
      if (!check_length (self, error))
        return FALSE;
    }

  return TRUE;
}

TalXmlGuard *
tal_xml_guard_new (void)
{
  TalXmlGuard *self = g_new0 (TalXmlGuard, 1);

  self->line = 1;
  return self;
}

void
tal_xml_guard_free (TalXmlGuard *self)
{
  g_free (self);
}

gboolean
tal_xml_guard_check (TalXmlGuard *self, const guint8 *bytes, gsize length, GError **error)
{
  gsize taken = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  if (self->width > 0)
    return check_bytes (self, bytes, length, error);

  while (self->n_head < sizeof self->head && taken < length)
    self->head[self->n_head++] = bytes[taken++];
  if (self->n_head < sizeof self->head)
    return TRUE;

  return judge_head (self, error) && check_bytes (self, self->head, self->n_head, error) &&
         check_bytes (self, bytes + taken, length - taken, error);
}
