/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-xlsx-strings.h"

#include "base/tal-error.h"
#include "formats/tal-markup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TalWorkbookBuilder *builder;
  GArray             *texts;
  GString            *text;
  gboolean            in_text;
  guint               phonetic; /* how deep inside the reading of a word */
} Reading;

static gboolean
element_started (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->phonetic > 0 || tal_markup_element_is (element, "rPh"))
    self->phonetic++;
  else if (tal_markup_element_is (element, "si"))
    g_string_truncate (self->text, 0);
  else
    self->in_text = tal_markup_element_is (element, "t");
  return TRUE;
}

static gboolean
element_ended (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading    *self = user_data;
  TalKeptText kept = 0;

  self->in_text = FALSE;
  if (self->phonetic > 0)
    {
      self->phonetic--;
      return TRUE;
    }
  if (!tal_markup_element_is (element, "si"))
    return TRUE;

  tal_xlsx_strings_unescape (self->text);
  if (!tal_workbook_builder_keep_text (self->builder, self->text->str, self->text->len, &kept,
                                       error))
    return FALSE;

  g_array_append_val (self->texts, kept);
  return TRUE;
}

static gboolean
text_found (const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (!self->in_text || self->phonetic > 0)
    return TRUE;
  if (length > TAL_XLSX_MOST_TEXT - MIN (self->text->len, TAL_XLSX_MOST_TEXT))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                           _("The file has a cell with more text than a cell can have."));
      return FALSE;
    }

  g_string_append_len (self->text, text, (gssize)length);
  return TRUE;
}

GArray *
tal_xlsx_strings_read (TalArchive         *archive,
                       const char         *part,
                       TalWorkbookBuilder *builder,
                       GCancellable       *cancellable,
                       GError            **error)
{
  static const TalMarkupEvents events = { element_started, element_ended, text_found };
  g_autoptr (GArray)           texts = g_array_new (FALSE, FALSE, sizeof (TalKeptText));
  g_autoptr (GString)          text = g_string_new (NULL);
  Reading                      reading = { builder, texts, text, FALSE, 0 };

  g_return_val_if_fail (archive != NULL, NULL);
  g_return_val_if_fail (builder != NULL, NULL);

  if (part != NULL && !tal_markup_read (archive, part, &events, &reading, cancellable, error))
    return NULL;

  return g_steal_pointer (&texts);
}

/* "_x000D_" */
static gboolean
read_escape (const char *at, gunichar *ret_letter)
{
  gunichar letter = 0;

  if (at[0] != '_' || at[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      letter = letter * 16 + (gunichar)g_ascii_xdigit_value (at[i]);
    }
  if (at[6] != '_' || (letter >= 0xd800 && letter < 0xe000))
    return FALSE;

  *ret_letter = g_unichar_iscntrl (letter) && letter != '\n' && letter != '\t' ? ' ' : letter;
  return TRUE;
}

void
tal_xlsx_strings_unescape (GString *text)
{
  char    *out = NULL;
  gunichar letter = 0;

  g_return_if_fail (text != NULL);

  out = text->str;
  if (strstr (text->str, "_x") == NULL)
    return;

  for (const char *at = text->str; *at != '\0';)
    {
      if (!read_escape (at, &letter))
        {
          *out++ = *at++;
          continue;
        }
      out += g_unichar_to_utf8 (letter, out); /* at most three bytes in place of seven */
      at += 7;
    }

  g_string_truncate (text, (gsize)(out - text->str));
}
