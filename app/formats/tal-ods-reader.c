/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-ods-reader.h"

#include "base/tal-error.h"
#include "formats/tal-odf.h"
#include "formats/tal-ods-cell.h"
#include "formats/tal-workbook-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_TEXT (1024 * 1024) /* bytes of a cell */
#define MOST_SPACES 1000

typedef struct
{
  TalWorkbookBuilder *builder;
  GHashTable         *hidden_styles; /* names of styles of sheets that are not shown */
  char               *style;         /* that is being described, or NULL */
  gboolean            has_sheets;    /* the document is a spreadsheet */
  gboolean            in_table;
  guint               skipped; /* how deep inside an element that is no cell, or 0 */
  guint               row;
  guint               row_times;
  gboolean            has_row; /* the builder has begun it, since it has a cell */
  guint               column;
  guint               cell_times;
  gboolean            in_cell;
  guint               paragraphs; /* how deep inside paragraphs of the cell */
  guint               declared;   /* columns whose look has been described */
  TalOdsCell          cell;
  TalCellArea         span; /* of the cell, as it says */
  GString            *text;
} Reading;

static gboolean
is_skipped (const TalMarkupElement *element)
{
  static const TalOdfName skipped[] = {
    { "office", "annotation" },         { "office", "forms" },   { "office", "scripts" },
    { "table", "tracked-changes" },     { "table", "shapes" },   { "table", "dde-links" },
    { "table", "content-validations" }, { "text", "ruby-text" }, { "text", "note" },
  };

  return tal_odf_is_of (element, "drawing") ||
         tal_odf_is_among (element, skipped, G_N_ELEMENTS (skipped));
}

static gboolean
is_cell (const TalMarkupElement *element)
{
  return tal_markup_element_is (element, "table-cell") ||
         tal_markup_element_is (element, "covered-table-cell");
}

static gboolean
is_hidden (const TalMarkupElement *element)
{
  return tal_markup_element_has_value (element, "visibility", "collapse") ||
         tal_markup_element_has_value (element, "visibility", "filter");
}

/* LibreOffice keeps what it read of other files as sheets called 'file:///…'#$Ark1. */
static gboolean
is_copy (const char *name)
{
  return *name == '\'' && strstr (name, "'#$") != NULL;
}

static gboolean
begin_sheet (Reading *self, const TalMarkupElement *element, GError **error)
{
  g_autofree char *name = tal_markup_element_dup_attribute (element, "name");
  g_autofree char *style = tal_markup_element_dup_attribute (element, "style-name");

  /* A table inside a cell is a drawing of sorts. */
  if (self->in_table || (name != NULL && is_copy (name)))
    {
      self->skipped = 1;
      return TRUE;
    }

  self->in_table = TRUE;
  self->row = 0;
  self->declared = 0;
  return tal_workbook_builder_begin_sheet (self->builder, name != NULL ? name : "",
                                           style != NULL &&
                                               g_hash_table_contains (self->hidden_styles, style),
                                           FALSE, error);
}

static void
begin_column (Reading *self, const TalMarkupElement *element)
{
  guint times = tal_markup_element_get_count (element, "number-columns-repeated", 1,
                                              TAL_SHEET_MOST_COLUMNS, 1);

  if (is_hidden (element))
    tal_workbook_builder_hide_columns (self->builder, self->declared, self->declared + times - 1);
  self->declared = MIN (self->declared + times, TAL_SHEET_MOST_COLUMNS);
}

static void
begin_row (Reading *self, const TalMarkupElement *element)
{
  self->row_times =
      tal_markup_element_get_count (element, "number-rows-repeated", 1, TAL_SHEET_MOST_ROWS + 1, 1);
  self->column = 0;
  self->has_row = FALSE;
  if (is_hidden (element))
    tal_workbook_builder_hide_rows (self->builder, self->row, self->row + self->row_times - 1);
}

static void
begin_cell (Reading *self, const TalMarkupElement *element)
{
  guint columns = tal_markup_element_get_count (element, "number-columns-spanned", 1,
                                                TAL_SHEET_MOST_COLUMNS, 1);
  guint rows =
      tal_markup_element_get_count (element, "number-rows-spanned", 1, TAL_SHEET_MOST_ROWS, 1);

  self->in_cell = TRUE;
  self->paragraphs = 0;
  /* One beyond what a row may have, so that the builder sees it. */
  self->cell_times = tal_markup_element_get_count (element, "number-columns-repeated", 1,
                                                   TAL_SHEET_MOST_COLUMNS + 1, 1);
  self->span =
      (TalCellArea){ self->row, self->column, self->row + rows - 1, self->column + columns - 1 };
  g_string_truncate (self->text, 0);
  tal_ods_cell_read (&self->cell, element);
  /* What a merged area covers is not seen, whatever is left in it. */
  if (tal_markup_element_is (element, "covered-table-cell"))
    {
      tal_ods_cell_clear (&self->cell);
      self->in_cell = FALSE;
    }
}

static void
note_style (Reading *self, const TalMarkupElement *element)
{
  if (tal_markup_element_is (element, "style"))
    {
      g_free (self->style);
      self->style = tal_markup_element_has_value (element, "family", "table")
                        ? tal_markup_element_dup_attribute (element, "name")
                        : NULL;
    }
  else if (self->style != NULL && tal_markup_element_is (element, "table-properties") &&
           tal_markup_element_has_value (element, "display", "false"))
    g_hash_table_add (self->hidden_styles, g_steal_pointer (&self->style));
}

static gboolean
add_text (Reading *self, const char *text, gsize length, GError **error)
{
  if (length <= MOST_TEXT - MIN (self->text->len, MOST_TEXT))
    {
      g_string_append_len (self->text, text, (gssize)length);
      return TRUE;
    }

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                       _("The file has a cell with more text than a cell can have."));
  return FALSE;
}

static gboolean
begin_text (Reading *self, const TalMarkupElement *element, GError **error)
{
  if (tal_markup_element_is (element, "p"))
    return self->paragraphs++ > 0 || self->text->len == 0 || add_text (self, "\n", 1, error);
  if (self->paragraphs == 0)
    return TRUE;

  if (tal_markup_element_is (element, "tab"))
    return add_text (self, "\t", 1, error);
  if (tal_markup_element_is (element, "line-break"))
    return add_text (self, "\n", 1, error);
  if (tal_markup_element_is (element, "s"))
    {
      guint count = tal_markup_element_get_count (element, "c", 1, MOST_SPACES, 1);

      for (guint i = 0; i < count; i++)
        {
          if (!add_text (self, " ", 1, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
begin_table (Reading *self, const TalMarkupElement *element, GError **error)
{
  if (tal_markup_element_is (element, "table"))
    return begin_sheet (self, element, error);
  if (!self->in_table)
    return TRUE;

  if (tal_markup_element_is (element, "table-column"))
    begin_column (self, element);
  else if (tal_markup_element_is (element, "table-row"))
    begin_row (self, element);
  else if (is_cell (element))
    begin_cell (self, element);
  return TRUE;
}

static gboolean
element_started (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->skipped > 0 || is_skipped (element))
    {
      self->skipped++;
      return TRUE;
    }

  if (tal_odf_is_of (element, "table"))
    return begin_table (self, element, error);
  if (tal_odf_is_of (element, "text"))
    return !self->in_cell || begin_text (self, element, error);
  if (tal_odf_is_of (element, "style"))
    note_style (self, element);
  else if (tal_odf_is_of (element, "office") && tal_markup_element_is (element, "spreadsheet"))
    self->has_sheets = TRUE;
  return TRUE;
}

static gboolean
refuse_cell (const Reading *self, guint column, const GError *reason, GError **error)
{
  g_autofree char *place = tal_workbook_builder_dup_place (self->builder, column);

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, "%s: %s", place, reason->message);
  return FALSE;
}

static gboolean
add_cell (Reading *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  TalCell            cell = { 0 };

  if (self->text->len == 0 && self->cell.type == NULL && self->cell.formula == NULL)
    return TRUE;
  if (!self->has_row && !tal_workbook_builder_begin_row (self->builder, self->row, 0, error))
    return FALSE;

  self->has_row = TRUE;
  if (!tal_ods_cell_resolve (&self->cell, self->text->str, &cell, &reason))
    return refuse_cell (self, self->column, reason, error);
  for (guint i = 0; i < self->cell_times; i++)
    {
      if (!tal_workbook_builder_add (self->builder, self->column + i, &cell, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
end_cell (Reading *self, GError **error)
{
  gboolean is_merged = self->span.last_row > self->span.first_row ||
                       self->span.last_column > self->span.first_column;

  if (self->in_cell && !add_cell (self, error))
    return FALSE;
  if (self->in_cell && is_merged && !tal_workbook_builder_merge (self->builder, &self->span, error))
    return FALSE;

  self->in_cell = FALSE;
  self->column = MIN (self->column + self->cell_times, TAL_SHEET_MOST_COLUMNS);
  return TRUE;
}

static gboolean
end_table (Reading *self, const TalMarkupElement *element, GError **error)
{
  if (tal_markup_element_is (element, "table"))
    self->in_table = FALSE;
  else if (self->in_table && is_cell (element))
    return end_cell (self, error);
  else if (self->in_table && tal_markup_element_is (element, "table-row"))
    {
      if (self->has_row && !tal_workbook_builder_repeat_row (self->builder, self->row_times, error))
        return FALSE;
      self->row = MIN (self->row + self->row_times, TAL_SHEET_MOST_ROWS);
    }

  return TRUE;
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

  if (tal_odf_is_of (element, "table"))
    return end_table (self, element, error);
  if (self->in_cell && tal_odf_is_of (element, "text") && tal_markup_element_is (element, "p"))
    self->paragraphs--;
  return TRUE;
}

static gboolean
text_found (const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  return self->skipped > 0 || !self->in_cell || self->paragraphs == 0 ||
         add_text (self, text, length, error);
}

/* OpenDocument encrypts each part by itself; the archive does not know. */
static gboolean
check_open (TalArchive *archive, GError **error)
{
  g_autofree char *manifest = tal_archive_find_text (archive, "META-INF/manifest.xml");

  if (manifest == NULL || strstr (manifest, "encryption-data") == NULL)
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                       _("The document is protected with a password. Save it without one and try again."));
  return FALSE;
}

TalWorkbook *
tal_ods_read (TalArchive *archive, GCancellable *cancellable, GError **error)
{
  static const TalMarkupEvents   events = { element_started, element_ended, text_found };
  g_autoptr (TalWorkbookBuilder) builder = tal_workbook_builder_new ();
  g_autoptr (GHashTable)         hidden_styles = NULL;
  g_autoptr (GString)            text = g_string_new (NULL);
  Reading                        reading = { .builder = builder, .text = text };
  gboolean                       is_read = FALSE;

  g_return_val_if_fail (archive != NULL, NULL);

  hidden_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.hidden_styles = hidden_styles;
  is_read = check_open (archive, error) &&
            tal_markup_read (archive, "content.xml", &events, &reading, cancellable, error);
  tal_ods_cell_clear (&reading.cell);
  g_free (reading.style);
  if (!is_read)
    return NULL;
  if (reading.has_sheets)
    return tal_workbook_builder_take (builder);

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                       _("The document is no spreadsheet. Save the table as XLSX, ODS or CSV."));
  return NULL;
}
