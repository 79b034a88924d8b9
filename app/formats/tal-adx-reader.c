/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-adx-reader.h"

#include "base/tal-error.h"
#include "formats/tal-cube-number.h"
#include "formats/tal-cube-period.h"
#include "formats/tal-cube-places.h"
#include "formats/tal-markup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMESPACE "urn:ihe:qrph:adx:"
#define LONGEST_ANNOTATION (64 * 1024)

typedef enum
{
  PLACE_START,
  PLACE_ADX,
  PLACE_GROUP,
  PLACE_VALUE,
  PLACE_ANNOTATION,
  PLACE_END,
} Place;

typedef struct
{
  TalCubeBuilder *builder;
  Place           place;
  guint           n_foreign; /* how deep in an element that ADX does not have */
  TalCubePlaces  *group;
  TalCubePlaces  *value;
  char           *text;       /* of the value, or NULL */
  guint           line;       /* of the value */
  GString        *annotation; /* of the value */
} Reading;

static gboolean
refuse (guint line, const char *sentence, GError **error)
{
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, _("Line %u: %s"), line, sentence);
  return FALSE;
}

static TalCubeDimensionKind
get_kind (const char *name)
{
  if (strcmp (name, "period") == 0)
    return TAL_CUBE_DIMENSION_TIME;

  return strcmp (name, "orgUnit") == 0 ? TAL_CUBE_DIMENSION_AREA : TAL_CUBE_DIMENSION_OTHER;
}

static gboolean
place_at (Reading *self, TalCubePlaces *places, const char *name, const char *code, GError **error)
{
  TalCubeDimensionKind kind = get_kind (name);
  g_autofree char     *period = kind == TAL_CUBE_DIMENSION_TIME ? tal_cube_period_dup (code) : NULL;

  return tal_cube_places_set (places, self->builder, name, kind, code, period, error);
}

static gboolean
is_note_of_group (const char *name)
{
  return strcmp (name, "completeDate") == 0 || strcmp (name, "comment") == 0;
}

static gboolean
add_notes_of_group (Reading *self, const TalMarkupElement *element, GError **error)
{
  for (guint i = 0; i < tal_markup_element_get_n_attributes (element); i++)
    {
      const char      *name = tal_markup_element_get_attribute_name (element, i);
      g_autofree char *text = tal_markup_element_dup_attribute_value (element, i);

      if (is_note_of_group (name) &&
          !tal_cube_places_add_note (self->group, self->builder, name, text, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
start_group (Reading *self, const TalMarkupElement *element, GError **error)
{
  g_autofree char *area = tal_markup_element_dup_attribute (element, "orgUnit");
  g_autofree char *period = tal_markup_element_dup_attribute (element, "period");
  guint            line = tal_markup_element_get_line (element);

  self->place = PLACE_GROUP;
  tal_cube_places_clear (self->group);
  if (area == NULL)
    return refuse (line, _("A group has no orgUnit."), error);
  if (period == NULL)
    return refuse (line, _("A group has no period."), error);

  for (guint i = 0; i < tal_markup_element_get_n_attributes (element); i++)
    {
      const char      *name = tal_markup_element_get_attribute_name (element, i);
      g_autofree char *code = tal_markup_element_dup_attribute_value (element, i);

      if (!is_note_of_group (name) && !place_at (self, self->group, name, code, error))
        return FALSE;
    }

  return add_notes_of_group (self, element, error);
}

static gboolean
start_value (Reading *self, const TalMarkupElement *element, GError **error)
{
  g_autofree char *measure = tal_markup_element_dup_attribute (element, "dataElement");

  self->place = PLACE_VALUE;
  self->line = tal_markup_element_get_line (element);
  g_string_truncate (self->annotation, 0);
  tal_cube_places_copy (self->value, self->group);
  g_free (self->text);
  self->text = tal_markup_element_dup_attribute (element, "value");
  if (measure == NULL)
    return refuse (self->line, _("A figure has no dataElement."), error);
  if (self->text == NULL)
    return refuse (self->line, _("A figure has no value."), error);

  for (guint i = 0; i < tal_markup_element_get_n_attributes (element); i++)
    {
      const char      *name = tal_markup_element_get_attribute_name (element, i);
      g_autofree char *code = tal_markup_element_dup_attribute_value (element, i);

      if (strcmp (name, "value") != 0 && !place_at (self, self->value, name, code, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
end_value (Reading *self, GError **error)
{
  TalCubeCell cell;

  g_strstrip (self->text);
  cell = tal_cube_number_to_cell (self->text, self->line);
  if (self->annotation->len > 0)
    cell.comment = self->annotation->str;

  self->place = PLACE_GROUP;
  return tal_cube_places_add_cell (self->value, self->builder, &cell, error);
}

static gboolean
start_root (Reading *self, const TalMarkupElement *element, GError **error)
{
  const char *uri = tal_markup_element_get_namespace (element);

  if (!tal_markup_element_is (element, "adx") ||
      (*uri != '\0' && !g_str_has_prefix (uri, NAMESPACE)))
    return refuse (tal_markup_element_get_line (element), _("This is not ADX."), error);

  self->place = PLACE_ADX;
  return TRUE;
}

static gboolean
start_element (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->n_foreign > 0)
    {
      self->n_foreign++;
      return TRUE;
    }
  if (self->place == PLACE_START)
    return start_root (self, element, error);
  if (self->place == PLACE_ADX && tal_markup_element_is (element, "group"))
    return start_group (self, element, error);
  if (self->place == PLACE_GROUP && tal_markup_element_is (element, "dataValue"))
    return start_value (self, element, error);
  if (self->place == PLACE_VALUE && tal_markup_element_is (element, "annotation"))
    {
      self->place = PLACE_ANNOTATION;
      return TRUE;
    }
  /* A figure must not be lost because it stands where none is looked for. */
  if (tal_markup_element_is (element, "group") || tal_markup_element_is (element, "dataValue"))
    return refuse (tal_markup_element_get_line (element),
                   _("A group or a figure stands where ADX has none."), error);

  self->n_foreign = 1;
  return TRUE;
}

static gboolean
end_element (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->n_foreign > 0)
    {
      self->n_foreign--;
      return TRUE;
    }

  switch (self->place)
    {
    case PLACE_ANNOTATION:
      self->place = PLACE_VALUE;
      return TRUE;
    case PLACE_VALUE:
      return end_value (self, error);
    case PLACE_GROUP:
      self->place = PLACE_ADX;
      return TRUE;
    case PLACE_ADX:
      self->place = PLACE_END;
      return TRUE;
    case PLACE_START:
    case PLACE_END:
      break;
    }

  return TRUE;
}

static gboolean
take_text (const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->place != PLACE_ANNOTATION || self->n_foreign > 0)
    return TRUE;
  if (self->annotation->len + length > LONGEST_ANNOTATION)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                   _("Line %u: a text is longer than %u KiB."), self->line,
                      LONGEST_ANNOTATION / 1024);
      return FALSE;
    }

  g_string_append_len (self->annotation, text, (gssize)length);
  return TRUE;
}

TalCube *
tal_adx_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  static const TalMarkupEvents events = { start_element, end_element, take_text };
  g_autoptr (TalCubeBuilder)   builder = NULL;
  g_autoptr (TalCubePlaces)    group = NULL;
  g_autoptr (TalCubePlaces)    value = NULL;
  Reading                      reading = { 0 };
  gboolean                     is_read = FALSE;

  g_return_val_if_fail (bytes != NULL, NULL);

  reading.builder = builder = tal_cube_builder_new ();
  reading.group = group = tal_cube_places_new ();
  reading.value = value = tal_cube_places_new ();
  reading.annotation = g_string_new (NULL);
  is_read = tal_markup_read_bytes (bytes, &events, &reading, cancellable, error);
  g_string_free (reading.annotation, TRUE);
  g_free (reading.text);

  return is_read ? tal_cube_builder_finish (builder, error) : NULL;
}
