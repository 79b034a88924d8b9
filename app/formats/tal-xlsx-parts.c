/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-xlsx-parts.h"

#include "base/tal-error.h"
#include "formats/tal-markup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_RELATIONSHIPS 10000
#define USUAL_WORKBOOK "xl/workbook.xml"

typedef struct
{
  char *id;
  char *type; /* the last word of its address: "worksheet" */
  char *part; /* an entry of the archive */
} Relationship;

typedef struct
{
  const char *folder; /* that targets are relative to: "xl/" */
  GPtrArray  *relationships;
} RelationshipReading;

typedef struct
{
  TalXlsxParts *parts;
  GPtrArray    *relationships;
} WorkbookReading;

static void
relationship_free (Relationship *self)
{
  g_free (self->id);
  g_free (self->type);
  g_free (self->part);
  g_free (self);
}

static void
sheet_free (TalXlsxSheet *self)
{
  g_free (self->name);
  g_free (self->part);
  g_free (self);
}

static char *
dup_folder (const char *part)
{
  const char *slash = strrchr (part, '/');

  return slash != NULL ? g_strndup (part, (gsize)(slash + 1 - part)) : g_strdup ("");
}

/* "worksheets/sheet1.xml" in "xl/"; "/xl/styles.xml" and "../xl/styles.xml" as well. */
static char *
dup_part (const char *folder, const char *target)
{
  g_autofree char *joined = g_strconcat (folder, target, NULL);
  g_autofree char *canonical = g_canonicalize_filename (*target == '/' ? target + 1 : joined, "/");

  return g_strdup (canonical + strspn (canonical, "/"));
}

static gboolean
relationship_started (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  RelationshipReading *self = user_data;
  g_autofree char     *id = tal_markup_element_dup_attribute (element, "Id");
  g_autofree char     *type = tal_markup_element_dup_attribute (element, "Type");
  g_autofree char     *target = tal_markup_element_dup_attribute (element, "Target");
  Relationship        *relationship = NULL;

  if (!tal_markup_element_is (element, "Relationship") || id == NULL || type == NULL ||
      target == NULL || tal_markup_element_has_value (element, "TargetMode", "External") ||
      self->relationships->len >= MOST_RELATIONSHIPS)
    return TRUE;

  relationship = g_new0 (Relationship, 1);
  relationship->id = g_steal_pointer (&id);
  relationship->type = g_path_get_basename (type);
  relationship->part = dup_part (self->folder, target);
  g_ptr_array_add (self->relationships, relationship);
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

/* Of a part, or of the archive itself where 'part' is "". */
static GPtrArray *
read_relationships (TalArchive *archive, const char *part, GCancellable *cancellable, GError **error)
{
  static const TalMarkupEvents events = { relationship_started, end_ignored, text_ignored };
  g_autoptr (GPtrArray)        relationships = NULL;
  g_autofree char             *folder = dup_folder (part);
  g_autofree char    *entry = g_strconcat (folder, "_rels/", part + strlen (folder), ".rels", NULL);
  RelationshipReading reading = { folder, NULL };

  relationships = g_ptr_array_new_with_free_func ((GDestroyNotify)relationship_free);
  reading.relationships = relationships;
  if (!tal_markup_read (archive, entry, &events, &reading, cancellable, error))
    return NULL;

  return g_steal_pointer (&relationships);
}

static const Relationship *
find_by_id (const GPtrArray *relationships, const char *id)
{
  for (guint i = 0; i < relationships->len; i++)
    {
      const Relationship *relationship = relationships->pdata[i];

      if (strcmp (relationship->id, id) == 0)
        return relationship;
    }

  return NULL;
}

static const Relationship *
find_by_type (const GPtrArray *relationships, const char *type)
{
  for (guint i = 0; i < relationships->len; i++)
    {
      const Relationship *relationship = relationships->pdata[i];

      if (strcmp (relationship->type, type) == 0)
        return relationship;
    }

  return NULL;
}

char *
tal_xlsx_parts_find_workbook (TalArchive *archive)
{
  g_autoptr (GPtrArray) relationships = NULL;
  const Relationship   *document = NULL;

  g_return_val_if_fail (archive != NULL, NULL);

  if (tal_archive_has (archive, "_rels/.rels"))
    relationships = read_relationships (archive, "", NULL, NULL);
  if (relationships != NULL)
    document = find_by_type (relationships, "officeDocument");
  if (document != NULL && g_str_has_prefix (document->part, "xl/") &&
      tal_archive_has (archive, document->part))
    return g_strdup (document->part);

  /* What is wrong with an archive whose directory says so much is told when it is read. */
  return tal_archive_has (archive, USUAL_WORKBOOK) ? g_strdup (USUAL_WORKBOOK) : NULL;
}

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                       _("The document is damaged or incomplete. Save it again."));
  return FALSE;
}

static gboolean
add_sheet (WorkbookReading *self, const TalMarkupElement *element, GError **error)
{
  g_autofree char    *id = tal_markup_element_dup_attribute (element, "id");
  g_autofree char    *name = tal_markup_element_dup_attribute (element, "name");
  const Relationship *relationship = NULL;
  TalXlsxSheet       *sheet = NULL;

  relationship = id != NULL ? find_by_id (self->relationships, id) : NULL;
  if (name == NULL || relationship == NULL || self->parts->sheets->len >= MOST_RELATIONSHIPS)
    return refuse_damaged (error);

  sheet = g_new0 (TalXlsxSheet, 1);
  sheet->name = g_steal_pointer (&name);
  sheet->is_hidden = tal_markup_element_has_value (element, "state", "hidden") ||
                     tal_markup_element_has_value (element, "state", "veryHidden");
  if (strcmp (relationship->type, "worksheet") == 0)
    sheet->part = g_strdup (relationship->part);
  g_ptr_array_add (self->parts->sheets, sheet);
  return TRUE;
}

static gboolean
workbook_element_started (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  WorkbookReading *self = user_data;

  if (tal_markup_element_is (element, "workbookPr"))
    self->parts->from_1904 = tal_markup_element_has_value (element, "date1904", "1") ||
                             tal_markup_element_has_value (element, "date1904", "true");
  else if (tal_markup_element_is (element, "sheet"))
    return add_sheet (self, element, error);

  return TRUE;
}

static char *
dup_part_of (TalArchive *archive, const GPtrArray *relationships, const char *type)
{
  const Relationship *relationship = find_by_type (relationships, type);

  return relationship != NULL && tal_archive_has (archive, relationship->part)
             ? g_strdup (relationship->part)
             : NULL;
}

TalXlsxParts *
tal_xlsx_parts_read (TalArchive   *archive,
                     const char   *workbook,
                     GCancellable *cancellable,
                     GError      **error)
{
  static const TalMarkupEvents events = { workbook_element_started, end_ignored, text_ignored };
  g_autoptr (TalXlsxParts)     self = NULL;
  g_autoptr (GPtrArray)        relationships = NULL;
  WorkbookReading              reading = { 0 };

  g_return_val_if_fail (archive != NULL, NULL);
  g_return_val_if_fail (workbook != NULL, NULL);

  relationships = read_relationships (archive, workbook, cancellable, error);
  if (relationships == NULL)
    return NULL;

  self = g_new0 (TalXlsxParts, 1);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)sheet_free);
  self->strings = dup_part_of (archive, relationships, "sharedStrings");
  self->styles = dup_part_of (archive, relationships, "styles");
  reading.parts = self;
  reading.relationships = relationships;
  if (!tal_markup_read (archive, workbook, &events, &reading, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tal_xlsx_parts_free (TalXlsxParts *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sheets);
  g_free (self->strings);
  g_free (self->styles);
  g_free (self);
}
