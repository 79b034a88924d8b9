/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-px-statement.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_KEYWORD 64
#define LONGEST_TEXT (256 * 1024)
#define MOST_TOKENS (2 * 1000 * 1000)
#define MOST_KEYS 64

static void
clear_token (gpointer value)
{
  TalPxToken *self = value;

  g_free (self->text);
}

static TalPxStatement *
new_statement (guint line)
{
  TalPxStatement *self = g_new0 (TalPxStatement, 1);

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (TalPxToken));
  g_array_set_clear_func (self->tokens, clear_token);
  self->line = line;
  return self;
}

void
tal_px_statement_free (TalPxStatement *self)
{
  if (self == NULL)
    return;

  g_free (self->keyword);
  g_free (self->language);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->tokens);
  g_free (self);
}

const TalPxToken *
tal_px_statement_get_token (const TalPxStatement *self, guint token)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (token < self->tokens->len, NULL);

  return &g_array_index (self->tokens, TalPxToken, token);
}

const char *
tal_px_statement_get_key (const TalPxStatement *self, guint key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key < self->keys->len, NULL);

  return g_ptr_array_index (self->keys, key);
}

char *
tal_px_statement_dup_text (const TalPxStatement *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->tokens->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            tal_px_statement_get_token (self, i)->text);
  return g_string_free (text, FALSE);
}

static gboolean
refuse (const TalPxCursor *cursor, TalError code, const char *sentence, GError **error)
{
  g_set_error (error, TAL_ERROR, code, _("Line %u: %s"), cursor->line, sentence);
  return FALSE;
}

static gboolean
refuse_form (const TalPxCursor *cursor, GError **error)
{
  if (*cursor->at == '\0')
    return refuse (cursor, TAL_ERROR_INVALID_FILE,
                   _("The file ends before it is complete. Get it again."), error);

  return refuse (cursor, TAL_ERROR_INVALID_FILE, _("This is not a PC-Axis statement."), error);
}

static void
skip_space (TalPxCursor *cursor)
{
  for (; g_ascii_isspace (*cursor->at); cursor->at++)
    cursor->line += *cursor->at == '\n';
}

static gboolean
take (TalPxCursor *cursor, char character)
{
  skip_space (cursor);
  if (*cursor->at != character)
    return FALSE;

  cursor->at++;
  return TRUE;
}

/* Texts between quotation marks, joined; a doubled mark inside a text is one of it. */
static char *
dup_quoted (TalPxCursor *cursor, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (take (cursor, '"'))
    {
      const char *start = cursor->at;

      while (*cursor->at != '\0' &&
             (*cursor->at != '"' || (cursor->at[1] == '"' && cursor->at > start)))
        {
          gsize step = *cursor->at == '"' ? 2 : 1;

          cursor->line += *cursor->at == '\n';
          if (*cursor->at != '\r' && *cursor->at != '\n')
            g_string_append_c (text, *cursor->at);
          cursor->at += step;
        }
      if (text->len > LONGEST_TEXT)
        {
          g_set_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                       _("Line %u: a text is longer than %u KiB."), cursor->line,
                          LONGEST_TEXT / 1024);
          return NULL;
        }
      if (!take (cursor, '"'))
        {
          refuse_form (cursor, error);
          return NULL;
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
read_keyword (TalPxCursor *cursor, TalPxStatement *statement, GError **error)
{
  gsize length = 0;

  if (g_ascii_isalpha (*cursor->at))
    length =
        strspn (cursor->at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
  if (length == 0 || length > LONGEST_KEYWORD)
    return refuse_form (cursor, error);

  statement->keyword = g_ascii_strup (cursor->at, (gssize)length);
  cursor->at += length;
  if (!take (cursor, '['))
    return TRUE;

  length = strcspn (cursor->at, "]\n;\"");
  if (cursor->at[length] != ']' || length > LONGEST_KEYWORD)
    return refuse_form (cursor, error);
  statement->language = g_strndup (cursor->at, length);
  cursor->at += length + 1;
  return TRUE;
}

static gboolean
read_keys (TalPxCursor *cursor, TalPxStatement *statement, GError **error)
{
  if (!take (cursor, '('))
    return TRUE;

  do
    {
      char *key = NULL;

      skip_space (cursor);
      if (*cursor->at != '"' || statement->keys->len == MOST_KEYS)
        return refuse_form (cursor, error);
      key = dup_quoted (cursor, error);
      if (key == NULL)
        return FALSE;
      g_ptr_array_add (statement->keys, key);
    }
  while (take (cursor, ','));

  return take (cursor, ')') || refuse_form (cursor, error);
}

static gboolean
read_token (TalPxCursor *cursor, TalPxStatement *statement, char before, GError **error)
{
  TalPxToken token = { NULL, before, FALSE };
  gsize      length = 0;

  if (cursor->n_tokens++ == MOST_TOKENS)
    return refuse (cursor, TAL_ERROR_UNSAFE_FILE,
                   _("The file has more than 2 million texts."), error);

  if (*cursor->at == '"')
    {
      token.is_quoted = TRUE;
      token.text = dup_quoted (cursor, error);
      if (token.text == NULL)
        return FALSE;
    }
  else
    {
      length = strcspn (cursor->at, ",;()=\" \t\r\n");
      if (length == 0 || length > LONGEST_TEXT)
        return refuse_form (cursor, error);
      token.text = g_strndup (cursor->at, length);
      cursor->at += length;
    }

  g_array_append_val (statement->tokens, token);
  return TRUE;
}

/* Words, texts and numbers up to the ; with what stands between them. */
static gboolean
read_tokens (TalPxCursor *cursor, TalPxStatement *statement, GError **error)
{
  char before = 0;

  for (skip_space (cursor); *cursor->at != ';'; skip_space (cursor))
    {
      if (*cursor->at == '\0')
        return refuse_form (cursor, error);
      if (strchr (",()-:", *cursor->at) != NULL)
        {
          /* A minus may begin a number. */
          before = *cursor->at++;
          if (before == '-' && g_ascii_isdigit (*cursor->at))
            cursor->at--;
          else
            continue;
        }
      if (!read_token (cursor, statement, before, error))
        return FALSE;
      before = 0;
    }

  cursor->at++;
  return TRUE;
}

TalPxStatement *
tal_px_statement_read (TalPxCursor *cursor, GError **error)
{
  g_autoptr (TalPxStatement) statement = NULL;

  g_return_val_if_fail (cursor != NULL, NULL);

  skip_space (cursor);
  /* Old files end with the mark that DOS ended them with. */
  if (*cursor->at == '\0' || *cursor->at == '\x1a')
    return NULL;

  statement = new_statement (cursor->line);
  if (!read_keyword (cursor, statement, error) || !read_keys (cursor, statement, error))
    return NULL;
  if (!take (cursor, '='))
    {
      refuse_form (cursor, error);
      return NULL;
    }
  if (strcmp (statement->keyword, "DATA") != 0 && !read_tokens (cursor, statement, error))
    return NULL;

  return g_steal_pointer (&statement);
}
