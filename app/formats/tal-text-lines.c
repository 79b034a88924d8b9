/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-text-lines.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_LINES 2000000
#define WIDEST_PAGE 120 /* characters that a paragraph may be broken to */
#define NARROWEST_PAGE 50
#define FEWEST_FULL_LINES 4

static gboolean
refuse_bytes (GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                       _("The file is not text. Save the note as text, Markdown, ODT or DOCX."));
  return FALSE;
}

static char *
convert (const char *bytes, gsize length, const char *charset, GError **error)
{
  char *text = g_convert (bytes, (gssize)length, "UTF-8", charset, NULL, NULL, NULL);

  if (text == NULL)
    refuse_bytes (error);
  return text;
}

static char *
dup_decoded (GBytes *bytes, GError **error)
{
  gsize       length = 0;
  const char *start = g_bytes_get_data (bytes, &length);

  if (length >= 2 && memcmp (start, "\xff\xfe", 2) == 0)
    return convert (start + 2, length - 2, "UTF-16LE", error);
  if (length >= 2 && memcmp (start, "\xfe\xff", 2) == 0)
    return convert (start + 2, length - 2, "UTF-16BE", error);
  if (length >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    {
      start += 3;
      length -= 3;
    }

  if (length > 0 && memchr (start, '\0', length) != NULL)
    {
      refuse_bytes (error);
      return NULL;
    }
  if (g_utf8_validate (start, (gssize)length, NULL))
    return g_strndup (start, length);

  return convert (start, length, "WINDOWS-1252", error);
}

/* Other control characters than those that lay out a page are no text. */
static gboolean
check_characters (const char *text, GError **error)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_iscntrl (*at) && strchr ("\t\n\v\f\r", *at) == NULL)
        return refuse_bytes (error);
    }

  return TRUE;
}

static gboolean
cut_lines (TalTextLines *self, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  char                 *at = self->text;

  while (lines->len < MOST_LINES)
    {
      char *end = at + strcspn (at, "\n\r\f\v");

      g_ptr_array_add (lines, at);
      if (*end == '\0')
        {
          self->n_lines = lines->len;
          self->lines = (char **)g_ptr_array_free (g_steal_pointer (&lines), FALSE);
          return TRUE;
        }

      at = end + (end[0] == '\r' && end[1] == '\n' ? 2 : 1);
      *end = '\0';
    }

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                       _("The document has more text than a note can have."));
  return FALSE;
}

/* Most lines of a page that is broken to a width come near to it, and none passes it but by
 * an address that cannot be broken. */
static gsize
find_width (const TalTextLines *self)
{
  gsize width = 0;
  guint n_plain = 0;
  guint n_wide = 0;
  guint n_full = 0;

  for (guint i = 0; i < self->n_lines; i++)
    {
      gsize length = (gsize)g_utf8_strlen (self->lines[i], -1);

      if (!tal_text_line_is_plain (self->lines[i], TRUE))
        continue;
      n_plain++;
      if (length > WIDEST_PAGE)
        n_wide++;
      else
        width = MAX (width, length);
    }

  for (guint i = 0; i < self->n_lines; i++)
    {
      gsize length = (gsize)g_utf8_strlen (self->lines[i], -1);

      if (tal_text_line_is_plain (self->lines[i], TRUE) && length * 4 >= width * 3 &&
          length <= width)
        n_full++;
    }

  return n_wide * 50 <= n_plain && width >= NARROWEST_PAGE && n_full >= FEWEST_FULL_LINES ? width
                                                                                          : 0;
}

TalTextLines *
tal_text_lines_new (GBytes *bytes, GError **error)
{
  g_autoptr (TalTextLines) self = g_new0 (TalTextLines, 1);

  g_return_val_if_fail (bytes != NULL, NULL);

  self->text = dup_decoded (bytes, error);
  if (self->text == NULL || !check_characters (self->text, error) || !cut_lines (self, error))
    return NULL;

  self->width = find_width (self);
  return g_steal_pointer (&self);
}

void
tal_text_lines_free (TalTextLines *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->lines);
  g_free (self);
}

static const char *
skip_space (const char *line)
{
  return line + strspn (line, " \t");
}

/* Without the white space at the end. */
static gsize
get_length (const char *line)
{
  gsize length = strlen (line);

  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  return length;
}

gboolean
tal_text_line_is_empty (const char *line)
{
  const char *start;

  g_return_val_if_fail (line != NULL, TRUE);

  start = skip_space (line);
  if (*start == '\0')
    return TRUE;

  for (const char *sign = "-*_="; *sign != '\0'; sign++)
    {
      gsize run = strspn (start, (char[]){ *sign, ' ', '\0' });

      if (run >= 3 && start[run] == '\0' && strchr (start + 1, *sign) != NULL)
        return TRUE;
    }

  return FALSE;
}

gsize
tal_text_line_get_heading (const char *line)
{
  gsize level;

  g_return_val_if_fail (line != NULL, 0);

  level = strspn (line, "#");
  return level <= 6 && line[level] == ' ' ? level : 0;
}

/* "- ", "* ", "• ", "1. ", "2) " and the same with a tab behind. */
gsize
tal_text_line_get_marker (const char *line)
{
  const char *start;
  const char *at;

  g_return_val_if_fail (line != NULL, 0);

  start = skip_space (line);
  at = start + strspn (start, "0123456789");
  if (at > start && at - start <= 3 && (*at == '.' || *at == ')'))
    at++;
  else if (at == start && *at != '\0' && strchr ("-*+", *at) != NULL)
    at++;
  else if (g_str_has_prefix (start, "•") || g_str_has_prefix (start, "–"))
    at = g_utf8_next_char (start);
  else
    return 0;

  return *at == ' ' || *at == '\t' ? (gsize)(skip_space (at) - line) : 0;
}

gboolean
tal_text_line_is_bars (const char *line)
{
  g_return_val_if_fail (line != NULL, FALSE);

  return strchr (line, '|') != NULL && line[strspn (line, "| \t")] == '\0';
}

gboolean
tal_text_line_is_cell (const char *line)
{
  const char *bar;

  g_return_val_if_fail (line != NULL, FALSE);

  bar = strchr (line, '|');
  return tal_text_line_is_bars (line) ||
         (bar != NULL && bar[1 + strspn (bar + 1, " \t")] == '\0' && bar > line && bar[-1] == ' ');
}

gboolean
tal_text_line_is_delimiter (const char *line)
{
  g_return_val_if_fail (line != NULL, FALSE);

  return strchr (line, '|') != NULL && strstr (line, "-") != NULL &&
         line[strspn (line, "|-: \t")] == '\0';
}

gboolean
tal_text_line_is_piped (const char *line)
{
  const char *start;

  g_return_val_if_fail (line != NULL, FALSE);

  start = skip_space (line);
  return *start == '|' && strchr (start + 1, '|') != NULL && !tal_text_line_is_bars (line);
}

/* A tab behind a list's sign only sets its text in. */
gboolean
tal_text_line_is_tabbed (const char *line)
{
  const char *start;
  gsize       marker;

  g_return_val_if_fail (line != NULL, FALSE);

  start = skip_space (line);
  marker = tal_text_line_get_marker (line);
  return memchr (start, '\t', get_length (start)) != NULL &&
         (marker == 0 || strchr (line + marker, '\t') != NULL);
}

gboolean
tal_text_line_is_plain (const char *line, gboolean markdown)
{
  return !tal_text_line_is_empty (line) && !tal_text_line_is_cell (line) &&
         !tal_text_line_is_piped (line) && !tal_text_line_is_tabbed (line) &&
         !(markdown && tal_text_line_get_heading (line) > 0);
}

static gboolean
begins_low (const char *line)
{
  return g_unichar_islower (g_utf8_get_char (line));
}

gboolean
tal_text_lines_continues (const TalTextLines *self, guint line)
{
  const char *this_line;
  const char *next;
  gsize       length;
  gsize       filled;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (line + 1 < self->n_lines, FALSE);

  this_line = self->lines[line];
  next = skip_space (self->lines[line + 1]);
  length = get_length (this_line);
  if (length == 0 || tal_text_line_get_marker (next) > 0)
    return FALSE;
  if (begins_low (next) && strchr (".!?:;", this_line[length - 1]) == NULL)
    return TRUE;

  /* Two spaces at the end break the line where it is. */
  filled = (gsize)g_utf8_strlen (this_line, (gssize)length);
  return self->width > 0 && !g_str_has_suffix (this_line, "  ") && filled <= self->width &&
         filled * 2 > self->width && filled + 1 + strcspn (next, " ") > self->width;
}
