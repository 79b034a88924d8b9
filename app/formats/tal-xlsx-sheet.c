/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-xlsx-sheet.h"

#include "base/tal-error.h"
#include "formats/tal-markup.h"
#include "formats/tal-xlsx-format.h"
#include "formats/tal-xlsx-strings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LAST_SERIAL 2958465 /* 9999-12-31, counted from 1900 */
#define LEAP_SERIAL 60      /* the 29 February 1900 that never was */
#define DAYS_TO_1904 1462
#define SHORT_NUMBER 15 /* bytes; longer ones are binary numbers written out */

typedef enum
{
  PLACE_OUTSIDE,
  PLACE_ROWS,
  PLACE_ROW,
  PLACE_CELL,
  PLACE_VALUE,
  PLACE_FORMULA,
  PLACE_INLINE,
  PLACE_TEXT,
} Place;

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT,
  TYPE_BOOLEAN,
  TYPE_ERROR,
  TYPE_DAY,
} Type;

typedef struct
{
  const TalXlsxShared *shared;
  TalWorkbookBuilder  *builder;
  Place                place;
  guint                skipped; /* how deep inside an element that is not read */
  guint                next_row;
  guint                row;
  guint                next_column;
  guint                column;
  Type                 type;
  TalXlsxFormat        format;
  gboolean             has_formula;
  GString             *value;
  GString             *formula;
} Reading;

static gboolean
refuse_cell (const Reading *self, const char *sentence, GError **error)
{
  g_autofree char *place = tal_workbook_builder_dup_place (self->builder, self->column);

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, "%s: %s", place, sentence);
  return FALSE;
}

/* "B7" as 6 and 1; at least one letter and one digit, and where it ends. */
static gboolean
read_reference (
    const char *at, const char *end, guint *ret_row, guint *ret_column, const char **ret_end)
{
  guint       column = 0;
  guint       row = 0;
  const char *letters = at;
  const char *digits = NULL;

  for (; at < end && g_ascii_isalpha (*at) && at - letters < 4; at++)
    column = column * 26 + (guint)(g_ascii_toupper (*at) - 'A') + 1;
  digits = at;
  for (; at < end && g_ascii_isdigit (*at) && at - digits < 8; at++)
    row = row * 10 + (guint)(*at - '0');
  if (digits == letters || at == digits || row == 0)
    return FALSE;

  *ret_row = row - 1;
  *ret_column = column - 1;
  *ret_end = at;
  return TRUE;
}

static gboolean
begin_row (Reading *self, const TalMarkupElement *element, GError **error)
{
  guint row = tal_markup_element_get_count (element, "r", 0, G_MAXINT, self->next_row + 1);

  self->place = PLACE_ROW;
  self->row = row > 0 ? row - 1 : G_MAXINT;
  self->next_row = self->row + 1;
  self->next_column = 0;
  if (!tal_workbook_builder_begin_row (self->builder, self->row, 0, error))
    return FALSE;

  if (tal_markup_element_has_value (element, "hidden", "1") ||
      tal_markup_element_has_value (element, "hidden", "true"))
    tal_workbook_builder_hide_rows (self->builder, self->row, self->row);
  return TRUE;
}

static Type
find_type (const TalMarkupElement *element)
{
  static const struct
  {
    const char *word;
    Type        type;
  } types[] = {
    { "n", TYPE_NUMBER },  { "s", TYPE_SHARED }, { "str", TYPE_TEXT }, { "inlineStr", TYPE_TEXT },
    { "b", TYPE_BOOLEAN }, { "e", TYPE_ERROR },  { "d", TYPE_DAY },
  };
  gsize       length = 0;
  const char *word = tal_markup_element_find_attribute (element, "t", &length);

  if (word == NULL)
    return TYPE_NUMBER;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strncmp (word, types[i].word, length) == 0 && types[i].word[length] == '\0')
        return types[i].type;
    }

  return TYPE_TEXT;
}

static void
find_format (Reading *self, const TalMarkupElement *element)
{
  guint style = tal_markup_element_get_count (element, "s", 0, G_MAXUINT, 0);

  self->format = style < self->shared->formats->len
                     ? g_array_index (self->shared->formats, TalXlsxFormat, style)
                     : (TalXlsxFormat){ FALSE, FALSE, TAL_CELL_DECIMALS_UNKNOWN };
}

static gboolean
begin_cell (Reading *self, const TalMarkupElement *element, GError **error)
{
  gsize       length = 0;
  const char *reference = tal_markup_element_find_attribute (element, "r", &length);
  const char *end = NULL;
  guint       row = self->row;

  self->place = PLACE_CELL;
  self->column = self->next_column;
  if (reference != NULL &&
      (!read_reference (reference, reference + length, &row, &self->column, &end) ||
       end != reference + length || row != self->row))
    return refuse_cell (self, _("the file says another place for this cell. Save it again."),
                                 error);

  self->next_column = self->column + 1;
  self->type = find_type (element);
  self->has_formula = FALSE;
  find_format (self, element);
  g_string_truncate (self->value, 0);
  g_string_truncate (self->formula, 0);
  return TRUE;
}

static gboolean
begin_in_cell (Reading *self, const TalMarkupElement *element)
{
  if (tal_markup_element_is (element, "v"))
    self->place = PLACE_VALUE;
  else if (tal_markup_element_is (element, "is"))
    self->place = PLACE_INLINE;
  else if (tal_markup_element_is (element, "f"))
    {
      self->place = PLACE_FORMULA;
      self->has_formula = TRUE;
    }
  else
    self->skipped = 1;
  return TRUE;
}

/* "A1:C3" */
static gboolean
merge (Reading *self, const TalMarkupElement *element, GError **error)
{
  gsize       length = 0;
  const char *text = tal_markup_element_find_attribute (element, "ref", &length);
  const char *at = text;
  TalCellArea area = { 0 };

  if (text == NULL ||
      !read_reference (text, text + length, &area.first_row, &area.first_column, &at) ||
      at == text + length || *at != ':' ||
      !read_reference (at + 1, text + length, &area.last_row, &area.last_column, &at) ||
      area.last_row < area.first_row || area.last_column < area.first_column)
    return TRUE;

  return tal_workbook_builder_merge (self->builder, &area, error);
}

static void
hide_columns (Reading *self, const TalMarkupElement *element)
{
  guint first = tal_markup_element_get_count (element, "min", 1, TAL_SHEET_MOST_COLUMNS, 1);
  guint last = tal_markup_element_get_count (element, "max", 1, TAL_SHEET_MOST_COLUMNS, 1);

  if (tal_markup_element_has_value (element, "hidden", "1") ||
      tal_markup_element_has_value (element, "hidden", "true"))
    tal_workbook_builder_hide_columns (self->builder, first - 1, last - 1);
}

static gboolean
begin_outside (Reading *self, const TalMarkupElement *element, GError **error)
{
  if (tal_markup_element_is (element, "sheetData"))
    self->place = PLACE_ROWS;
  else if (tal_markup_element_is (element, "mergeCell"))
    return merge (self, element, error);
  else if (tal_markup_element_is (element, "col"))
    hide_columns (self, element);

  return TRUE;
}

static gboolean
element_started (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->skipped > 0)
    {
      self->skipped++;
      return TRUE;
    }

  switch (self->place)
    {
    case PLACE_OUTSIDE:
      return begin_outside (self, element, error);
    case PLACE_ROWS:
      if (tal_markup_element_is (element, "row"))
        return begin_row (self, element, error);
      break;
    case PLACE_ROW:
      if (tal_markup_element_is (element, "c"))
        return begin_cell (self, element, error);
      break;
    case PLACE_CELL:
      return begin_in_cell (self, element);
    case PLACE_INLINE:
      if (tal_markup_element_is (element, "t"))
        self->place = PLACE_TEXT;
      else if (!tal_markup_element_is (element, "r"))
        break;
      return TRUE;
    case PLACE_VALUE:
    case PLACE_FORMULA:
    case PLACE_TEXT:
      break;
    }

  self->skipped = 1;
  return TRUE;
}

/* Days since the last one of 1899; FALSE where the number is no day. */
static gboolean
find_day (const Reading *self, TalDecimal number, TalDay *ret_day, guint *ret_minutes)
{
  gint64 unit = 1;
  gint64 serial = 0;

  for (guint i = 0; i < number.scale; i++)
    unit *= 10;
  if (number.coefficient < 0 || number.coefficient / unit > LAST_SERIAL)
    return FALSE;

  serial = number.coefficient / unit;
  /* To the minute, halves up: a binary number of a time is seldom exact. */
  *ret_minutes = (guint)(((number.coefficient % unit) * 1440 + unit / 2) / unit);
  if (*ret_minutes == 1440)
    {
      serial++;
      *ret_minutes = 0;
    }

  if (self->shared->from_1904)
    serial += DAYS_TO_1904;
  else if (serial == LEAP_SERIAL || serial == 0)
    return FALSE;
  else if (serial < LEAP_SERIAL)
    serial++;

  *ret_day = tal_day_new (1899, 12, 30) + (TalDay)serial;
  return *ret_day <= TAL_DAY_LAST;
}

static gboolean
add_day (Reading *self, TalDay day, guint minutes, GError **error)
{
  g_autofree char *date = tal_day_to_string (day);
  g_autofree char *text = minutes > 0
                              ? g_strdup_printf ("%s %02u:%02u", date, minutes / 60, minutes % 60)
                              : g_strdup (date);
  TalCell          cell = { .kind = TAL_CELL_DAY,
                            .text = text,
                            .number = TAL_DECIMAL_NONE,
                            .day = day,
                            .decimals = TAL_CELL_DECIMALS_UNKNOWN };

  return tal_workbook_builder_add (self->builder, self->column, &cell, error);
}

static gboolean
add_plain (Reading *self, TalCellKind kind, const char *text, GError **error)
{
  TalCell cell = { .kind = kind,
                   .text = text,
                   .number = TAL_DECIMAL_NONE,
                   .is_true = strcmp (text, "TRUE") == 0,
                   .decimals = TAL_CELL_DECIMALS_UNKNOWN };

  return tal_workbook_builder_add (self->builder, self->column, &cell, error);
}

static gboolean
add_number (Reading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char   *exact = NULL;
  TalDecimal         number = TAL_DECIMAL_NONE;
  gboolean           rounded = FALSE;
  TalDay             day = TAL_DAY_NONE;
  guint              minutes = 0;
  TalCell            cell = { 0 };

  g_strstrip (self->value->str);
  if (!tal_decimal_parse_binary (self->value->str, &number, &rounded, &reason) &&
      reason->code != TAL_ERROR_OUT_OF_RANGE)
    return refuse_cell (self, reason->message, error);
  if (self->format.is_day && !tal_decimal_is_none (number) &&
      find_day (self, number, &day, &minutes))
    return add_day (self, day, minutes, error);

  if (strlen (self->value->str) > SHORT_NUMBER && !rounded && !tal_decimal_is_none (number))
    exact = tal_decimal_to_string (number);
  cell = (TalCell){ .kind = TAL_CELL_NUMBER,
                    .text = exact != NULL ? exact : self->value->str,
                    .number = number,
                    .rounded = rounded,
                    .percent = self->format.percent,
                    .decimals = self->format.decimals };
  return tal_workbook_builder_add (self->builder, self->column, &cell, error);
}

static gboolean
add_shared (Reading *self, GError **error)
{
  guint64 number = 0;

  g_strstrip (self->value->str);
  if (!g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT32, &number, NULL) ||
      number >= self->shared->strings->len)
    return refuse_cell (self, _("the text of this cell is missing in the file. Save it again."),
                                 error);

  return tal_workbook_builder_add_kept (self->builder, self->column,
                                        g_array_index (self->shared->strings, TalKeptText, number),
                                        error);
}

/* "2018-09-01", or with "T12:30:00" behind it. */
static gboolean
add_written_day (Reading *self, GError **error)
{
  g_autofree char *date = g_strndup (self->value->str, 10);
  TalDay           day = TAL_DAY_NONE;

  if (!tal_day_parse (date, &day, NULL))
    return add_plain (self, TAL_CELL_TEXT, self->value->str, error);

  return add_day (self, day, 0, error);
}

static gboolean
end_cell (Reading *self, GError **error)
{
  self->place = PLACE_ROW;
  if (self->value->len == 0 && self->has_formula && self->type != TYPE_TEXT)
    {
      g_string_prepend_c (self->formula, '=');
      return add_plain (self, TAL_CELL_ERROR, self->formula->str, error);
    }
  if (self->value->len == 0)
    return TRUE;

  switch (self->type)
    {
    case TYPE_NUMBER:
      return add_number (self, error);
    case TYPE_SHARED:
      return add_shared (self, error);
    case TYPE_TEXT:
      tal_xlsx_strings_unescape (self->value);
      return add_plain (self, TAL_CELL_TEXT, self->value->str, error);
    case TYPE_BOOLEAN:
      return add_plain (self, TAL_CELL_BOOLEAN,
                        strcmp (self->value->str, "0") == 0 ? "FALSE" : "TRUE", error);
    case TYPE_ERROR:
      return add_plain (self, TAL_CELL_ERROR, self->value->str, error);
    case TYPE_DAY:
      return add_written_day (self, error);
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
element_ended (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->skipped > 0)
    {
      self->skipped--;
      return TRUE;
    }

  switch (self->place)
    {
    case PLACE_OUTSIDE:
      break;
    case PLACE_ROWS:
      self->place = PLACE_OUTSIDE;
      break;
    case PLACE_ROW:
      self->place = PLACE_ROWS;
      break;
    case PLACE_CELL:
      return end_cell (self, error);
    case PLACE_VALUE:
    case PLACE_FORMULA:
      self->place = PLACE_CELL;
      break;
    case PLACE_INLINE:
      if (tal_markup_element_is (element, "is"))
        self->place = PLACE_CELL;
      break;
    case PLACE_TEXT:
      self->place = PLACE_INLINE;
      break;
    }

  return TRUE;
}

static gboolean
text_found (const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  GString *out = self->place == PLACE_FORMULA ? self->formula : self->value;

  if (self->skipped > 0 ||
      (self->place != PLACE_VALUE && self->place != PLACE_TEXT && self->place != PLACE_FORMULA))
    return TRUE;
  if (length > TAL_XLSX_MOST_TEXT - MIN (out->len, TAL_XLSX_MOST_TEXT))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                           _("The file has a cell with more text than a cell can have."));
      return FALSE;
    }

  g_string_append_len (out, text, (gssize)length);
  return TRUE;
}

gboolean
tal_xlsx_sheet_read (TalArchive          *archive,
                     const char          *part,
                     const TalXlsxShared *shared,
                     TalWorkbookBuilder  *builder,
                     GCancellable        *cancellable,
                     GError             **error)
{
  static const TalMarkupEvents events = { element_started, element_ended, text_found };
  g_autoptr (GString)          value = g_string_new (NULL);
  g_autoptr (GString)          formula = g_string_new (NULL);
  Reading reading = { .shared = shared, .builder = builder, .value = value, .formula = formula };

  g_return_val_if_fail (archive != NULL, FALSE);
  g_return_val_if_fail (part != NULL, FALSE);
  g_return_val_if_fail (shared != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  return tal_markup_read (archive, part, &events, &reading, cancellable, error);
}
