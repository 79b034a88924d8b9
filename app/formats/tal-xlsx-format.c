/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-xlsx-format.h"

#include "formats/tal-cell.h"
#include "formats/tal-markup.h"

#include <string.h>

#define MOST_STYLES 100000
#define HIGHEST_NUMBER 1000000 /* of a format */

typedef struct
{
  GHashTable *codes; /* number of a format to its code */
  GArray     *formats;
  gboolean    in_codes;
  gboolean    in_styles;
} Reading;

/* What a workbook may leave out, since every program knows it. */
static const struct
{
  guint       number;
  const char *code;
} known[] = {
  { 1, "0" },         { 2, "0.00" },    { 3, "#,##0" },        { 4, "#,##0.00" },
  { 9, "0%" },        { 10, "0.00%" },  { 14, "yyyy-mm-dd" },  { 15, "d-mmm-yy" },
  { 16, "d-mmm" },    { 17, "mmm-yy" }, { 22, "d/m/yy h:mm" }, { 27, "yyyy" },
  { 28, "yyyy" },     { 29, "yyyy" },   { 30, "yyyy" },        { 31, "yyyy" },
  { 36, "yyyy" },     { 37, "#,##0" },  { 38, "#,##0" },       { 39, "#,##0.00" },
  { 40, "#,##0.00" }, { 41, "#,##0" },  { 42, "#,##0" },       { 43, "#,##0.00" },
  { 44, "#,##0.00" }, { 50, "yyyy" },   { 51, "yyyy" },        { 52, "yyyy" },
  { 53, "yyyy" },     { 54, "yyyy" },   { 57, "yyyy" },        { 58, "yyyy" },
};

/* Behind what a code says to people: "text", \x, _x, *x and [colour]. */
static const char *
skip_literal (const char *at)
{
  const char *end = NULL;

  switch (*at)
    {
    case '"':
      end = strchr (at + 1, '"');
      break;
    case '[':
      end = strchr (at + 1, ']');
      break;
    case '\\':
    case '_':
    case '*':
      return at[1] != '\0' ? g_utf8_next_char (at + 1) : at + 1;
    default:
      return at;
    }

  return end != NULL ? end + 1 : at + strlen (at);
}

/* "[h]" and "[mm]" are hours and minutes beyond a day; "[Magenta]" is a colour. */
static gboolean
is_elapsed (const char *at)
{
  return *at == '[' && at[1] != '\0' && strchr ("hHmMsS", at[1]) != NULL &&
         (at[2] == ']' || at[2] == at[1]);
}

TalXlsxFormat
tal_xlsx_format_parse (const char *code)
{
  TalXlsxFormat format = { FALSE, FALSE, TAL_CELL_DECIMALS_UNKNOWN };
  gboolean      has_month = FALSE;
  gboolean      has_time = FALSE;
  gboolean      has_digits = FALSE;
  gboolean      in_decimals = FALSE;
  guint         decimals = 0;

  g_return_val_if_fail (code != NULL, format);

  if (g_ascii_strncasecmp (code, "General", 7) == 0)
    return format;

  /* The first section is for numbers above zero. */
  for (const char *at = code; *at != '\0' && *at != ';';)
    {
      const char *behind = skip_literal (at);

      has_time = has_time || is_elapsed (at);
      if (behind != at)
        {
          at = behind;
          continue;
        }

      format.is_day = format.is_day || strchr ("yYdD", *at) != NULL;
      format.percent = format.percent || *at == '%';
      has_month = has_month || *at == 'm' || *at == 'M';
      has_time = has_time || strchr ("hHsS", *at) != NULL;
      has_digits = has_digits || strchr ("0#?", *at) != NULL;
      decimals += in_decimals && strchr ("0#?", *at) != NULL;
      in_decimals = *at == '.' || (in_decimals && strchr ("0#?", *at) != NULL);
      at++;
    }

  format.is_day = format.is_day || (has_month && !has_time);
  if (has_digits && !format.is_day)
    format.decimals = (guint8)MIN (decimals, TAL_CELL_DECIMALS_UNKNOWN - 1u);
  return format;
}

static const char *
find_code (const Reading *self, guint number)
{
  const char *code = g_hash_table_lookup (self->codes, GUINT_TO_POINTER (number));

  for (gsize i = 0; code == NULL && i < G_N_ELEMENTS (known); i++)
    {
      if (known[i].number == number)
        code = known[i].code;
    }

  return code != NULL ? code : "General";
}

static gboolean
element_started (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (tal_markup_element_is (element, "numFmts"))
    self->in_codes = TRUE;
  else if (tal_markup_element_is (element, "cellXfs"))
    self->in_styles = TRUE;
  else if (self->in_codes && tal_markup_element_is (element, "numFmt"))
    {
      guint number = tal_markup_element_get_count (element, "numFmtId", 0, HIGHEST_NUMBER, 0);
      char *code = tal_markup_element_dup_attribute (element, "formatCode");

      if (code != NULL && g_hash_table_size (self->codes) < MOST_STYLES)
        g_hash_table_insert (self->codes, GUINT_TO_POINTER (number), code);
      else
        g_free (code);
    }
  else if (self->in_styles && tal_markup_element_is (element, "xf") &&
           self->formats->len < MOST_STYLES)
    {
      guint number = tal_markup_element_get_count (element, "numFmtId", 0, HIGHEST_NUMBER, 0);
      TalXlsxFormat format = tal_xlsx_format_parse (find_code (self, number));

      g_array_append_val (self->formats, format);
    }

  return TRUE;
}

static gboolean
element_ended (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (tal_markup_element_is (element, "numFmts"))
    self->in_codes = FALSE;
  else if (tal_markup_element_is (element, "cellXfs"))
    self->in_styles = FALSE;
  return TRUE;
}

static gboolean
text_found (const char *text, gsize length, gpointer user_data, GError **error)
{
  return TRUE;
}

GArray *
tal_xlsx_format_read_styles (TalArchive   *archive,
                             const char   *part,
                             GCancellable *cancellable,
                             GError      **error)
{
  static const TalMarkupEvents events = { element_started, element_ended, text_found };
  g_autoptr (GHashTable)       codes = NULL;
  g_autoptr (GArray)           formats = g_array_new (FALSE, FALSE, sizeof (TalXlsxFormat));
  Reading                      reading = { 0 };

  g_return_val_if_fail (archive != NULL, NULL);

  codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  reading.codes = codes;
  reading.formats = formats;
  if (part != NULL && !tal_markup_read (archive, part, &events, &reading, cancellable, error))
    return NULL;

  return g_steal_pointer (&formats);
}
