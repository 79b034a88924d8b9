/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-label.h"

#include "base/tal-danish-text.h"
#include "core/tal-remark.h"

#include <string.h>

#define LONGEST_LABEL 120        /* bytes */
#define LONGEST_TEXT (64 * 1024) /* bytes of a passage that has sentences */

/* In small letters, without the stars and digits that refer to notes below. */
static char *
dup_label (const char *text)
{
  char *label = tal_danish_text_dup_plain (text);
  gsize length = strlen (label);

  while (length > 0 && strchr ("*:) ", label[length - 1]) != NULL)
    length--;
  label[length] = '\0';
  return label;
}

static gboolean
is_any_word (const char *label, const char *const *words)
{
  return g_strv_contains (words, label);
}

static gboolean
begins_with_any (const char *label, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize length = strlen (*words);

      if (strncmp (label, *words, length) == 0 && !g_ascii_isalnum (label[length]) &&
          (guchar)label[length] < 0x80)
        return TRUE;
    }

  return FALSE;
}

gboolean
tal_note_is_plain_total (const char *text)
{
  static const char *const words[] = { "i alt",      "ialt",      "sum", "total",
                                       "hovedtotal", "tilsammen", NULL };
  g_autofree char         *label = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  label = dup_label (text);
  return is_any_word (label, words);
}

gboolean
tal_note_is_total (const char *text)
{
  static const char *const beginnings[] = { "i alt",      "ialt",      "sum",      "total",
                                            "hovedtotal", "tilsammen", "subtotal", NULL };
  g_autofree char         *label = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) > LONGEST_LABEL)
    return FALSE;

  label = dup_label (text);
  return begins_with_any (label, beginnings) || g_str_has_suffix (label, " i alt");
}

gboolean
tal_note_is_part (const char *text)
{
  static const char *const beginnings[] = { "heraf", "hvoraf", NULL };
  g_autofree char         *label = dup_label (text);

  return begins_with_any (label + strspn (label, "-• "), beginnings);
}

gboolean
tal_note_parse_caption (const char *text, const char **ret_kind, guint *ret_number)
{
  static const struct
  {
    const char *word;
    const char *kind;
  } kinds[] = {
    { "tabel ", "tabel" },
    { "tablet ", "tabel" },
    { "figur ", "figur" },
    { "boks ", "boks" },
  };
  g_autofree char *plain = NULL;
  const char      *at = NULL;
  int              number = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  plain = tal_danish_text_dup_plain (text);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      at = plain;
      if (!tal_danish_text_skip (&at, kinds[i].word) ||
          !tal_danish_text_skip_number (&at, 3, &number))
        continue;
      /* "Tabel 3 viser" is a sentence about it. */
      at += strspn (at, " ");
      if (*at != '\0' && strchr (":.-", *at) == NULL)
        continue;

      *ret_kind = kinds[i].kind;
      *ret_number = (guint)number;
      return TRUE;
    }

  return FALSE;
}

gboolean
tal_note_has_any (const char *text, const char *const *words)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  plain = tal_danish_text_dup_plain (text);
  for (; *words != NULL; words++)
    {
      if (strstr (plain, *words) != NULL)
        return TRUE;
    }

  return FALSE;
}

GRegex *
tal_note_regex_new (const char *pattern, gboolean often)
{
  g_autoptr (GError) error = NULL;
  GRegex            *regex =
      g_regex_new (pattern, G_REGEX_CASELESS | (often ? G_REGEX_OPTIMIZE : 0), 0, &error);

  g_assert_no_error (error);
  return regex;
}

/* Each further match looks through the rest of the text once more, which is the square of it. */
gboolean
tal_note_regex_match (const GRegex *regex, const char *text, GMatchInfo **ret_match)
{
  g_return_val_if_fail (regex != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  return g_regex_match (regex, strlen (text) <= LONGEST_TEXT ? text : "", 0, ret_match);
}

void
tal_note_add_remark (GPtrArray  *remarks,
                     TalSeverity severity,
                     const char *code,
                     guint       line,
                     const char *quote,
                     char       *suggestion,
                     char       *sentence)
{
  TalRemark *remark = NULL;

  g_return_if_fail (remarks != NULL);
  g_return_if_fail (sentence != NULL);

  remark = tal_remark_new (TAL_REMARK_TABLE, severity, code, line);
  remark->quote = g_strdup (quote);
  remark->suggestion = suggestion;
  remark->sentence = sentence;
  g_ptr_array_add (remarks, remark);
}
