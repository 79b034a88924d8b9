/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-id.h"

#include "base/tal-error.h"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#ifndef G_OS_WIN32
#include <sys/random.h>
#endif

#define COUNT_BITS 12

static GMutex  stamp_mutex;
static guint64 last_stamp;

static void
fill_with_chance (guint8 *bytes, gsize length)
{
#ifndef G_OS_WIN32
  if (getentropy (bytes, length) == 0)
    return;
#endif

  /* GLib's generator is seeded by the system, which is enough where ids are few. */
  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8)g_random_int_range (0, 256);
}

/* The milliseconds since 1970 and, in the lowest twelve bits, a count, as one number
 * that never repeats or falls: not when the system's clock is set back, and not when
 * a millisecond's count is used up, since it then carries into the next one.  A new
 * millisecond starts its count by chance in the lower half, so that there is room
 * above it. */
static guint64
take_stamp (guint chance)
{
  guint64 now = (guint64)(g_get_real_time () / 1000);
  guint64 stamp = now << COUNT_BITS | (chance & ((1u << (COUNT_BITS - 1)) - 1));

  g_mutex_lock (&stamp_mutex);
  stamp = MAX (stamp, last_stamp + 1);
  last_stamp = stamp;
  g_mutex_unlock (&stamp_mutex);

  return stamp;
}

TalId
tal_id_new (void)
{
  TalId   id;
  guint64 stamp;

  fill_with_chance (id.bytes + 6, 10);
  stamp = take_stamp ((guint)id.bytes[6] << 8 | id.bytes[7]);

  for (int i = 0; i < 6; i++)
    id.bytes[i] = (guint8)(stamp >> (COUNT_BITS + 40 - 8 * i));

  id.bytes[6] = (guint8)(0x70 | (stamp >> 8 & 0xf)); /* version 7 */
  id.bytes[7] = (guint8)stamp;
  id.bytes[8] = (guint8)(0x80 | (id.bytes[8] & 0x3f)); /* the variant of RFC 9562 */

  return id;
}

static gboolean
has_hyphen_at (int position)
{
  return position == 8 || position == 13 || position == 18 || position == 23;
}

static gboolean
read_digits (const char *text, TalId *ret_id)
{
  TalId id = TAL_ID_NONE;
  int   digits = 0;

  for (int i = 0; i < TAL_ID_STRING_LENGTH; i++)
    {
      if (has_hyphen_at (i))
        {
          if (text[i] != '-')
            return FALSE;
          continue;
        }

      if (!g_ascii_isxdigit (text[i]) || g_ascii_isupper (text[i]))
        return FALSE;

      id.bytes[digits / 2] = (guint8)(id.bytes[digits / 2] << 4 | g_ascii_xdigit_value (text[i]));
      digits++;
    }

  *ret_id = id;
  return text[TAL_ID_STRING_LENGTH] == '\0';
}

gboolean
tal_id_parse (const char *text, TalId *ret_id, GError **error)
{
  g_autofree char *quotable = NULL;
  TalId            id;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_id != NULL, FALSE);

  if (!read_digits (text, &id) || tal_id_is_none (id))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _("“%s” is not an identifier (a UUID in lower case)."), quotable);
      return FALSE;
    }

  *ret_id = id;
  return TRUE;
}

void
tal_id_format (TalId id, char ret_text[TAL_ID_STRING_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";
  int               position = 0;

  g_return_if_fail (ret_text != NULL);

  for (gsize i = 0; i < sizeof id.bytes; i++)
    {
      if (has_hyphen_at (position))
        ret_text[position++] = '-';
      ret_text[position++] = digits[id.bytes[i] >> 4];
      ret_text[position++] = digits[id.bytes[i] & 0xf];
    }

  ret_text[position] = '\0';
}

gboolean
tal_id_is_none (TalId id)
{
  return tal_id_is_equal (id, TAL_ID_NONE);
}

gboolean
tal_id_is_equal (TalId a, TalId b)
{
  return tal_id_compare (a, b) == 0;
}

int
tal_id_compare (TalId a, TalId b)
{
  int order = memcmp (a.bytes, b.bytes, sizeof a.bytes);

  return (order > 0) - (order < 0);
}

/* The four words together: the first hold time, the last hold chance. */
guint
tal_id_hash (TalId id)
{
  guint32 words[4];

  G_STATIC_ASSERT (sizeof words == sizeof id.bytes);
  memcpy (words, id.bytes, sizeof words);

  return words[0] ^ words[1] ^ words[2] ^ words[3];
}

guint
tal_id_key_hash (gconstpointer id)
{
  return tal_id_hash (*(const TalId *)id);
}

gboolean
tal_id_key_equal (gconstpointer a, gconstpointer b)
{
  return tal_id_is_equal (*(const TalId *)a, *(const TalId *)b);
}
