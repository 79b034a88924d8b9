/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-near.h"

#include <string.h>

#define MOST_DIGITS 24

/* Two neighbours changed places. */
static gboolean
is_transposed (const char *a, const char *b, gsize length)
{
  for (gsize i = 0; i + 1 < length; i++)
    {
      if (a[i] == b[i])
        continue;
      return a[i] == b[i + 1] && a[i + 1] == b[i] && strcmp (a + i + 2, b + i + 2) == 0;
    }

  return FALSE;
}

static guint
count_differences (const char *a, const char *b)
{
  guint count = 0;

  for (; *a != '\0' && *b != '\0'; a++, b++)
    count += *a != *b ? 1 : 0;

  return count;
}

/* The shorter one is the longer one without one digit. */
static gboolean
is_lost (const char *shorter, const char *longer)
{
  gsize at = 0;

  while (shorter[at] != '\0' && shorter[at] == longer[at])
    at++;

  return strcmp (shorter + at, longer + at + 1) == 0;
}

/* One more nought, or a comma in another place: no chance where two digits are the same. */
static gboolean
is_tenfold (const char *shorter, const char *longer)
{
  gsize length = strlen (shorter);

  return strspn (shorter + 1, "0") + 1 < length && strncmp (shorter, longer, length) == 0 &&
         longer[length] == '0';
}

static TalNoteNear
compare_lengths (const char *a, const char *b, gsize a_length, gsize b_length)
{
  gsize longer = MAX (a_length, b_length);

  if (longer - MIN (a_length, b_length) != 1 || longer < 3)
    return TAL_NOTE_NEAR_NOT;
  if (!(a_length < b_length ? is_lost (a, b) : is_lost (b, a)))
    return TAL_NOTE_NEAR_NOT;

  if (is_tenfold (a_length < b_length ? a : b, a_length < b_length ? b : a))
    return TAL_NOTE_NEAR_STRONG;

  return longer >= 4 ? TAL_NOTE_NEAR_STRONG : TAL_NOTE_NEAR_WEAK;
}

TalNoteNear
tal_note_near_compare (TalDecimal written, TalDecimal right)
{
  char   a[MOST_DIGITS];
  char   b[MOST_DIGITS];
  gsize  length;
  gint64 difference = ABS (written.coefficient) - ABS (right.coefficient);

  g_snprintf (a, sizeof a, "%" G_GINT64_FORMAT, ABS (written.coefficient));
  g_snprintf (b, sizeof b, "%" G_GINT64_FORMAT, ABS (right.coefficient));
  length = strlen (a);
  if (length != strlen (b))
    return compare_lengths (a, b, length, strlen (b));

  if (is_transposed (a, b, length))
    return length >= 3 ? TAL_NOTE_NEAR_STRONG : TAL_NOTE_NEAR_WEAK;
  if (count_differences (a, b) == 1 && length >= 2)
    return length >= 4 ? TAL_NOTE_NEAR_STRONG : TAL_NOTE_NEAR_WEAK;

  return length >= 2 && ABS (difference) == 1 ? TAL_NOTE_NEAR_WEAK : TAL_NOTE_NEAR_NOT;
}
