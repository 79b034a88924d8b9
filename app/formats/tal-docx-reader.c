/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-docx-reader.h"

#include "formats/tal-markup.h"

#include <string.h>

#define WIDEST_SPAN 1001 /* beyond what a row may have, so that the builder sees it */

typedef struct
{
  TalPassageBuilder *builder;
  guint              skipped;    /* how deep inside an element that is no text, or 0 */
  guint              properties; /* how deep inside properties, or 0 */
  guint              run_text;   /* how deep inside the text of runs, or 0 */
  guint              tables;     /* how deep inside tables */
  guint              cell_span;
} Reading;

static gboolean
is_of_word (const TalMarkupElement *element)
{
  static const char *const uris[] = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    NULL,
  };

  return g_strv_contains (uris, tal_markup_element_get_namespace (element));
}

static gboolean
is_any (const TalMarkupElement *element, const char *const *names)
{
  return g_strv_contains (names, tal_markup_element_get_name (element));
}

/* A fallback repeats what stands before it for older programs. */
static gboolean
is_skipped (const TalMarkupElement *element)
{
  static const char *const names[] = { "del", "moveFrom", "instrText", "rt", "sectPr", NULL };
  g_autofree char         *type = NULL;

  if (!is_of_word (element))
    return tal_markup_element_is (element, "Fallback");
  if (!tal_markup_element_is (element, "footnote") && !tal_markup_element_is (element, "endnote"))
    return is_any (element, names);

  /* The lines between text and notes are notes of a type. */
  type = tal_markup_element_dup_attribute (element, "type");
  return type != NULL && strcmp (type, "normal") != 0;
}

static gboolean
is_properties (const TalMarkupElement *element)
{
  static const char *const names[] = { "pPr", "rPr", "tblPr", "tcPr", "trPr", NULL };

  return is_of_word (element) && is_any (element, names);
}

static gboolean
begins_with_any (const char *text, const char *const *beginnings)
{
  for (; *beginnings != NULL; beginnings++)
    {
      if (g_ascii_strncasecmp (text, *beginnings, strlen (*beginnings)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Word names its own styles in the language of the program that made the document. */
static void
apply_style (Reading *self, const TalMarkupElement *element)
{
  static const char *const headings[] = { "Heading", "Overskrift", "Title", "Titel", NULL };
  static const char *const lists[] = { "ListBullet", "ListNumber", "Opstilling", NULL };
  static const char *const contents[] = { "TOC", "Indholdsfortegnelse", NULL };
  g_autofree char         *style = tal_markup_element_dup_attribute (element, "val");

  if (style == NULL)
    return;
  if (begins_with_any (style, headings))
    tal_passage_builder_set_kind (self->builder, TAL_PASSAGE_HEADING);
  else if (begins_with_any (style, lists))
    tal_passage_builder_set_kind (self->builder, TAL_PASSAGE_LIST_ITEM);
  else if (begins_with_any (style, contents))
    tal_passage_builder_drop_paragraph (self->builder);
}

static void
apply_property (Reading *self, const TalMarkupElement *element)
{
  if (tal_markup_element_is (element, "pStyle"))
    apply_style (self, element);
  else if (tal_markup_element_is (element, "numId") &&
           tal_markup_element_get_count (element, "val", 0, G_MAXINT, 0) > 0)
    tal_passage_builder_set_kind (self->builder, TAL_PASSAGE_LIST_ITEM);
  else if (tal_markup_element_is (element, "outlineLvl") &&
           tal_markup_element_get_count (element, "val", 0, 9, 9) < 9)
    tal_passage_builder_set_kind (self->builder, TAL_PASSAGE_HEADING);
  else if (self->tables == 1 && tal_markup_element_is (element, "gridSpan"))
    self->cell_span = tal_markup_element_get_count (element, "val", 1, WIDEST_SPAN, 1);
}

static gboolean
add_before (Reading *self, const TalMarkupElement *element, GError **error)
{
  guint empty = tal_markup_element_get_count (element, "val", 0, WIDEST_SPAN, 0);

  if (self->tables != 1 || !tal_markup_element_is (element, "gridBefore") || empty == 0)
    return TRUE;

  tal_passage_builder_begin_cell (self->builder);
  return tal_passage_builder_end_cell (self->builder, empty, 0, error);
}

/* A character that stands as an element. */
static gboolean
add_sign (Reading *self, const TalMarkupElement *element, GError **error)
{
  static const struct
  {
    const char *name;
    const char *sign;
  } signs[] = {
    { "tab", "\t" }, { "ptab", "\t" }, { "br", " " }, { "cr", " " }, { "noBreakHyphen", "-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (tal_markup_element_is (element, signs[i].name))
        return tal_passage_builder_add_text (self->builder, signs[i].sign, 1, error);
    }

  return TRUE;
}

static gboolean
begin (Reading *self, const TalMarkupElement *element, GError **error)
{
  if (tal_markup_element_is (element, "p"))
    tal_passage_builder_begin_paragraph (self->builder, TAL_PASSAGE_PARAGRAPH);
  else if (tal_markup_element_is (element, "t"))
    self->run_text++;
  else if (tal_markup_element_is (element, "tbl"))
    {
      self->tables++;
      tal_passage_builder_begin_table (self->builder);
    }
  else if (tal_markup_element_is (element, "tr"))
    tal_passage_builder_begin_row (self->builder);
  else if (tal_markup_element_is (element, "tc"))
    {
      if (self->tables == 1)
        self->cell_span = 1;
      tal_passage_builder_begin_cell (self->builder);
    }
  else
    return add_sign (self, element, error);

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
  if (self->properties > 0 || is_properties (element))
    {
      self->properties++;
      apply_property (self, element);
      return add_before (self, element, error);
    }

  return is_of_word (element) ? begin (self, element, error) : TRUE;
}

static gboolean
end (Reading *self, const TalMarkupElement *element, GError **error)
{
  if (tal_markup_element_is (element, "p"))
    return tal_passage_builder_end_paragraph (self->builder, error);
  if (tal_markup_element_is (element, "tc"))
    return tal_passage_builder_end_cell (self->builder, 1, self->cell_span - 1, error);
  if (tal_markup_element_is (element, "tr"))
    return tal_passage_builder_end_row (self->builder, 1, error);

  if (tal_markup_element_is (element, "t"))
    self->run_text--;
  else if (tal_markup_element_is (element, "tbl"))
    {
      self->tables--;
      tal_passage_builder_end_table (self->builder);
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
  if (self->properties > 0)
    {
      self->properties--;
      return TRUE;
    }

  return is_of_word (element) ? end (self, element, error) : TRUE;
}

static gboolean
text_found (const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  return self->skipped > 0 || self->properties > 0 || self->run_text == 0 ||
         tal_passage_builder_add_text (self->builder, text, length, error);
}

static gboolean
relationship_found (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  char           **target = user_data;
  g_autofree char *type = tal_markup_element_dup_attribute (element, "Type");

  if (*target == NULL && type != NULL && g_str_has_suffix (type, "/officeDocument"))
    *target = tal_markup_element_dup_attribute (element, "Target");
  return TRUE;
}

static gboolean
end_ignored (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  return TRUE;
}

static gboolean
text_ignored (const char *text, gsize length, gpointer user_data, GError **error)
{
  return TRUE;
}

/* Usually word/document.xml; documents saved from a browser have word/document2.xml. */
static char *
find_main_part (TalArchive *archive)
{
  static const TalMarkupEvents events = { relationship_found, end_ignored, text_ignored };
  g_autofree char             *target = NULL;
  const char                  *name = NULL;

  if (!tal_archive_has (archive, "_rels/.rels") ||
      !tal_markup_read (archive, "_rels/.rels", &events, &target, NULL, NULL) || target == NULL)
    return NULL;

  name = *target == '/' ? target + 1 : target;
  return g_str_has_prefix (name, "word/") && tal_archive_has (archive, name) ? g_strdup (name)
                                                                             : NULL;
}

gboolean
tal_docx_is (TalArchive *archive)
{
  g_autofree char *part = NULL;

  g_return_val_if_fail (archive != NULL, FALSE);

  part = find_main_part (archive);
  return part != NULL;
}

gboolean
tal_docx_read (TalArchive        *archive,
               TalPassageBuilder *builder,
               GCancellable      *cancellable,
               GError           **error)
{
  static const TalMarkupEvents events = { element_started, element_ended, text_found };
  static const char *const     notes[] = { "word/footnotes.xml", "word/endnotes.xml" };
  g_autofree char             *part = NULL;
  Reading                      reading = { .builder = builder, .cell_span = 1 };

  g_return_val_if_fail (archive != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  part = find_main_part (archive);
  if (!tal_markup_read (archive, part != NULL ? part : "word/document.xml", &events, &reading,
                        cancellable, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      if (tal_archive_has (archive, notes[i]) &&
          !tal_markup_read (archive, notes[i], &events, &reading, cancellable, error))
        return FALSE;
    }

  return TRUE;
}
