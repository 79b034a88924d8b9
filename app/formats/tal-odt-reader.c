/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-odt-reader.h"

#include "base/tal-error.h"
#include "formats/tal-odf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDEST_SPAN 1001 /* beyond what a row may have, so that the builder sees it */

typedef struct
{
  TalPassageBuilder *builder;
  gboolean           has_text; /* the document is one of text */
  guint              inside;   /* how deep inside that text, or 0 */
  guint              skipped;  /* how deep inside an element that is no text, or 0 */
  guint              lists;    /* how deep inside lists */
  guint              text;     /* how deep inside paragraphs */
  guint              tables;   /* how deep inside tables */
  guint              row_times;
  guint              cell_times;
} Reading;

static gboolean
is_skipped (const TalMarkupElement *element)
{
  static const TalOdfName skipped[] = {
    { "text", "tracked-changes" }, { "text", "note-citation" },  { "text", "table-of-content" },
    { "text", "ruby-text" },       { "office", "annotation" },   { "office", "forms" },
    { "office", "scripts" },       { "svg-compatible", "desc" }, { "svg-compatible", "title" },
  };

  return tal_odf_is_among (element, skipped, G_N_ELEMENTS (skipped));
}

/* A character that stands as an element. */
static gboolean
add_sign (Reading *self, const TalMarkupElement *element, GError **error)
{
  const char *sign = NULL;

  if (tal_markup_element_is (element, "s") || tal_markup_element_is (element, "line-break"))
    sign = " ";
  else if (tal_markup_element_is (element, "tab"))
    sign = "\t";

  return sign == NULL || self->text == 0 ||
         tal_passage_builder_add_text (self->builder, sign, 1, error);
}

static void
begin_paragraph (Reading *self, gboolean heading)
{
  self->text++;
  tal_passage_builder_begin_paragraph (self->builder, heading           ? TAL_PASSAGE_HEADING
                                                      : self->lists > 0 ? TAL_PASSAGE_LIST_ITEM
                                                                        : TAL_PASSAGE_PARAGRAPH);
}

static gboolean
begin_text (Reading *self, const TalMarkupElement *element, GError **error)
{
  if (tal_markup_element_is (element, "p") || tal_markup_element_is (element, "h"))
    {
      begin_paragraph (self, tal_markup_element_is (element, "h"));
      return TRUE;
    }
  if (tal_markup_element_is (element, "list"))
    {
      self->lists++;
      return TRUE;
    }

  return add_sign (self, element, error);
}

static gboolean
is_cell (const TalMarkupElement *element)
{
  return tal_markup_element_is (element, "table-cell") ||
         tal_markup_element_is (element, "covered-table-cell");
}

static void
begin_table (Reading *self, const TalMarkupElement *element)
{
  if (tal_markup_element_is (element, "table"))
    {
      self->tables++;
      tal_passage_builder_begin_table (self->builder);
    }
  else if (self->tables == 1 && tal_markup_element_is (element, "table-row"))
    {
      self->row_times =
          tal_markup_element_get_count (element, "number-rows-repeated", 1, WIDEST_SPAN, 1);
      tal_passage_builder_begin_row (self->builder);
    }
  else if (self->tables == 1 && is_cell (element))
    {
      self->cell_times =
          tal_markup_element_get_count (element, "number-columns-repeated", 1, WIDEST_SPAN, 1);
      tal_passage_builder_begin_cell (self->builder);
    }
}

static gboolean
element_started (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->inside == 0)
    {
      self->inside = tal_odf_is_of (element, "office") && tal_markup_element_is (element, "text");
      self->has_text = self->has_text || self->inside > 0;
      return TRUE;
    }

  self->inside++;
  if (self->skipped > 0 || is_skipped (element))
    self->skipped++;
  else if (tal_odf_is_of (element, "text"))
    return begin_text (self, element, error);
  else if (tal_odf_is_of (element, "table"))
    begin_table (self, element);
  return TRUE;
}

static gboolean
end_text (Reading *self, const TalMarkupElement *element, GError **error)
{
  if (tal_markup_element_is (element, "list"))
    self->lists--;
  if (!tal_markup_element_is (element, "p") && !tal_markup_element_is (element, "h"))
    return TRUE;

  self->text--;
  return tal_passage_builder_end_paragraph (self->builder, error);
}

static gboolean
end_table (Reading *self, const TalMarkupElement *element, GError **error)
{
  if (tal_markup_element_is (element, "table"))
    {
      self->tables--;
      tal_passage_builder_end_table (self->builder);
    }
  else if (self->tables == 1 && tal_markup_element_is (element, "table-row"))
    return tal_passage_builder_end_row (self->builder, self->row_times, error);
  else if (self->tables == 1 && is_cell (element))
    return tal_passage_builder_end_cell (self->builder, self->cell_times, 0, error);

  return TRUE;
}

static gboolean
element_ended (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->inside == 0 || --self->inside == 0)
    return TRUE;

  if (self->skipped > 0)
    self->skipped--;
  else if (tal_odf_is_of (element, "text"))
    return end_text (self, element, error);
  else if (tal_odf_is_of (element, "table"))
    return end_table (self, element, error);
  return TRUE;
}

static gboolean
text_found (const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  return self->skipped > 0 || self->text == 0 ||
         tal_passage_builder_add_text (self->builder, text, length, error);
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

gboolean
tal_odt_read (TalArchive        *archive,
              TalPassageBuilder *builder,
              GCancellable      *cancellable,
              GError           **error)
{
  static const TalMarkupEvents events = { element_started, element_ended, text_found };
  Reading                      reading = { .builder = builder };

  g_return_val_if_fail (archive != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  if (!check_open (archive, error) ||
      !tal_markup_read (archive, "content.xml", &events, &reading, cancellable, error))
    return FALSE;
  if (reading.has_text)
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                       _("The file is no document with text. Save the note as text, Markdown, ODT or DOCX."));
  return FALSE;
}
