/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-observation.h"
#include "exchange/tal-exchange-text.h"
#include "exchange/tal-exchange-xml-events-private.h"
#include "exchange/tal-exchange-xml-writer.h"

#include <glib/gi18n-lib.h>

#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"
#define XML_ITSELF "http://www.w3.org/XML/1998/namespace"

#define N_ATTRIBUTE_PARTS 5

/* One attribute, as the parser gives it. */
typedef struct
{
  const char *name;
  const char *uri;   /* NULL where it has none */
  const char *value; /* ends with a zero */
} Attribute;

static Attribute
get_attribute (TalExchangeXmlEvents *self, const xmlChar **attributes, int position)
{
  const xmlChar **parts = attributes + position * N_ATTRIBUTE_PARTS;

  g_string_truncate (self->value, 0);
  g_string_append_len (self->value, (const char *)parts[3], parts[4] - parts[3]);
  return (Attribute){ (const char *)parts[0], (const char *)parts[2], self->value->str };
}

/* Passes over what is foreign and refuses what is ours and unknown.  TRUE where there
 * is nothing more to say of the attribute. */
static gboolean
is_passed_over (TalExchangeXmlEvents *self,
                guint                 line,
                const char           *element,
                const Attribute      *attribute)
{
  g_autofree char *quotable = NULL;

  if (attribute->uri == NULL)
    return FALSE;

  quotable = tal_error_dup_quotable (attribute->name);
  if (g_str_equal (attribute->uri, XML_ITSELF))
    return TRUE;
  if (g_str_equal (attribute->uri, SCHEMA_INSTANCE) &&
      (g_str_equal (attribute->name, "schemaLocation") ||
       g_str_equal (attribute->name, "noNamespaceSchemaLocation")))
    return TRUE;

  if (g_str_equal (attribute->uri, TAL_EXCHANGE_NAMESPACE) ||
      (g_str_equal (attribute->uri, SCHEMA_INSTANCE) &&
       (g_str_equal (attribute->name, "type") || g_str_equal (attribute->name, "nil"))))
    tal_exchange_xml_events_refuse_in (self, line, element,
                                       g_strdup_printf (_ ("the attribute “%s” has no place here."),
                                                           attribute->name));
  else
    tal_exchange_xml_events_note (self, line, "foreign-attribute",
                                  g_strdup_printf (_("The attribute “%s” is not of this format and was passed over."),
                                                      quotable));
  return TRUE;
}

static void
refuse_unknown_attribute (TalExchangeXmlEvents *self,
                          guint                 line,
                          const char           *element,
                          const char           *attribute)
{
  g_autofree char *quotable = tal_error_dup_quotable (attribute);

  tal_exchange_xml_events_refuse_in (self, line, element,
                                     g_strdup_printf (_ ("there is no attribute “%s”."), quotable));
}

static void
refuse_missing_attribute (TalExchangeXmlEvents *self,
                          guint                 line,
                          const char           *element,
                          const char           *attribute)
{
  tal_exchange_xml_events_refuse_in (self, line, element,
                                     g_strdup_printf (_ ("the attribute “%s” is missing."),
                                                         attribute));
}

static gboolean
read_line (const char *text, char **ret_text, GError **error)
{
  if (text[0] == '\0')
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, _ ("The text is empty."));
      return FALSE;
    }
  if (!tal_exchange_text_check_line (text, error))
    return FALSE;

  g_free (*ret_text);
  *ret_text = g_strdup (text);
  return TRUE;
}

/* Of an observation: nothing means that it is not known. */
static gboolean
read_change (TalRecord *record, const char *name, const char *text, GError **error)
{
  gboolean is_time = g_str_equal (name, "changed");

  if (text[0] != '\0')
    return is_time ? tal_time_parse (text, &record->changed_at, error)
                   : read_line (text, &record->changed_by, error);

  if (is_time)
    record->changed_at = TAL_TIME_NONE;
  else
    g_clear_pointer (&record->changed_by, g_free);
  return TRUE;
}

/* What stands in an object's head.  FALSE without an error where it is none of that. */
static gboolean
read_head (TalRecord *record, const Attribute *attribute, gboolean *ret_found, GError **error)
{
  *ret_found = TRUE;
  if (g_str_equal (attribute->name, "versions"))
    return tal_versions_parse (attribute->value, &record->versions, error);
  if (record->kind == TAL_KIND_OBSERVATION)
    {
      if (g_str_equal (attribute->name, "changed") || g_str_equal (attribute->name, "by"))
        return read_change (record, attribute->name, attribute->value, error);
    }
  else if (g_str_equal (attribute->name, "id"))
    return tal_id_parse (attribute->value, &record->id, error);
  else if (g_str_equal (attribute->name, "owner"))
    return tal_id_parse (attribute->value, &record->owner, error);
  else if (g_str_equal (attribute->name, "changed"))
    return tal_time_parse (attribute->value, &record->changed_at, error);
  else if (g_str_equal (attribute->name, "by"))
    return read_line (attribute->value, &record->changed_by, error);

  *ret_found = FALSE;
  return TRUE;
}

static gboolean
is_attribute (const TalField *field)
{
  return field->type != TAL_FIELD_PROSE && field->type != TAL_FIELD_LIST;
}

/* Attributes mostly come in the order of the fields: the search begins after the last
 * one found. */
static const TalField *
find_attribute_field (const TalStructure *structure, const char *name, guint *position)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      guint           at = (*position + i) % structure->n_fields;
      const TalField *field = &structure->fields[at];

      if (is_attribute (field) && g_str_equal (field->name, name))
        {
          *position = at + 1;
          return field;
        }
    }

  return NULL;
}

static gboolean
read_field (const TalField *field, gpointer place, const char *text, GError **error)
{
  if (field->type == TAL_FIELD_TEXT)
    return read_line (text, TAL_FIELD_AT (field, place), error);

  return tal_field_read_text (field, place, text, error);
}

/* A word's default is a word like any other: only its having been there counts. */
static void
check_attributes (TalExchangeXmlEvents     *self,
                  guint                     line,
                  const TalExchangeElement *element,
                  guint64                   seen)
{
  for (guint i = 0; i < element->structure->n_fields && self->error == NULL; i++)
    {
      const TalField *field = &element->structure->fields[i];

      if (!is_attribute (field) || !field->required)
        continue;
      if ((seen & (G_GUINT64_CONSTANT (1) << i)) == 0)
        refuse_missing_attribute (self, line, element->name, field->name);
      else if (field->type != TAL_FIELD_WORD && tal_field_is_default (field, element->place))
        tal_exchange_xml_events_refuse_in (self, line, element->name,
                                           g_strdup_printf (_ ("“%s” must be 1 or more."),
                                                               field->name));
    }
}

static gboolean
read_picture (const char *text, TalExchangePicture *ret_picture, GError **error)
{
  g_autofree char *quotable = NULL;

  if (tal_exchange_picture_from_name (text, ret_picture))
    return TRUE;

  quotable = tal_error_dup_quotable (text);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
               _ ("“%s” is not one of: %s."), quotable, "full, delta");
  return FALSE;
}

static gboolean
read_root_attribute (TalExchangeXmlEvents *self,
                     const Attribute      *attribute,
                     gboolean             *ret_found,
                     GError              **error)
{
  *ret_found = TRUE;
  if (g_str_equal (attribute->name, "version"))
    return TRUE;
  if (g_str_equal (attribute->name, "written"))
    return tal_time_parse (attribute->value, &self->header->written, error);
  if (g_str_equal (attribute->name, "from"))
    return tal_id_parse (attribute->value, &self->header->from, error);
  if (g_str_equal (attribute->name, "to"))
    return tal_id_parse (attribute->value, &self->header->to, error);
  if (g_str_equal (attribute->name, "picture"))
    return read_picture (attribute->value, &self->header->picture, error);

  *ret_found = FALSE;
  return TRUE;
}
/* A version that this program does not know is refused before anything else is. */
static gboolean
check_version (TalExchangeXmlEvents *self, guint line, int n_attributes, const xmlChar **attributes)
{
  guint64 version = 0;

  for (int i = 0; i < n_attributes; i++)
    {
      Attribute attribute = get_attribute (self, attributes, i);

      if (attribute.uri != NULL || !g_str_equal (attribute.name, "version"))
        continue;
      if (g_str_equal (attribute.value, TAL_EXCHANGE_VERSION))
        return TRUE;

      if (g_ascii_string_to_unsigned (attribute.value, 10, 2, G_MAXUINT64, &version, NULL))
        tal_exchange_xml_events_refuse_version (self, line);
      else
        tal_exchange_xml_events_refuse_in (self, line, "exchange",
                                           g_strdup (_ ("the version is not one that this program knows.")));
      return FALSE;
    }

  refuse_missing_attribute (self, line, "exchange", "version");
  return FALSE;
}

void
tal_exchange_xml_events_read_root (TalExchangeXmlEvents *self,
                                   guint                 line,
                                   int                   n_attributes,
                                   const xmlChar       **attributes)
{
  gboolean has_picture = FALSE;

  if (!check_version (self, line, n_attributes, attributes))
    return;

  for (int i = 0; i < n_attributes && self->error == NULL; i++)
    {
      Attribute attribute = get_attribute (self, attributes, i);
      gboolean  found = FALSE;
      GError   *reason = NULL;

      if (is_passed_over (self, line, "exchange", &attribute))
        continue;

      if (!read_root_attribute (self, &attribute, &found, &reason))
        tal_exchange_xml_events_refuse_value (self, line, "exchange", attribute.name, reason);
      else if (!found)
        refuse_unknown_attribute (self, line, "exchange", attribute.name);
      else if (g_str_equal (attribute.name, "picture"))
        has_picture = TRUE;
    }

  if (!has_picture)
    refuse_missing_attribute (self, line, "exchange", "picture");
}

void
tal_exchange_xml_events_read_fields (TalExchangeXmlEvents     *self,
                                     guint                     line,
                                     const TalExchangeElement *element,
                                     int                       n_attributes,
                                     const xmlChar           **attributes)
{
  guint64 seen = 0;
  guint   position = 0;

  for (int i = 0; i < n_attributes && self->error == NULL; i++)
    {
      Attribute       attribute = get_attribute (self, attributes, i);
      const TalField *field = NULL;
      gboolean        found = FALSE;
      GError         *reason = NULL;

      if (is_passed_over (self, line, element->name, &attribute))
        continue;

      if (element->type != TAL_EXCHANGE_ELEMENT_ITEM &&
          !read_head (element->place, &attribute, &found, &reason))
        {
          tal_exchange_xml_events_refuse_value (self, line, element->name, attribute.name, reason);
          return;
        }
      if (found)
        continue;

      field = find_attribute_field (element->structure, attribute.name, &position);
      if (field == NULL)
        refuse_unknown_attribute (self, line, element->name, attribute.name);
      else if (!read_field (field, element->place, attribute.value, &reason))
        tal_exchange_xml_events_refuse_value (self, line, element->name, attribute.name, reason);
      else
        seen |= G_GUINT64_CONSTANT (1) << (field - element->structure->fields);
    }

  check_attributes (self, line, element, seen);
}

const char *
tal_exchange_xml_events_find_only (TalExchangeXmlEvents *self,
                                   guint                 line,
                                   const char           *element,
                                   const char           *name,
                                   int                   n_attributes,
                                   const xmlChar       **attributes)
{
  int found = -1;

  for (int i = 0; i < n_attributes && self->error == NULL; i++)
    {
      Attribute attribute = get_attribute (self, attributes, i);

      if (is_passed_over (self, line, element, &attribute))
        continue;
      if (g_str_equal (attribute.name, name))
        found = i;
      else
        refuse_unknown_attribute (self, line, element, attribute.name);
    }

  if (found < 0)
    refuse_missing_attribute (self, line, element, name);
  if (self->error != NULL)
    return NULL;

  return get_attribute (self, attributes, found).value;
}

void
tal_exchange_xml_events_read_none (TalExchangeXmlEvents *self,
                                   guint                 line,
                                   const char           *element,
                                   int                   n_attributes,
                                   const xmlChar       **attributes)
{
  for (int i = 0; i < n_attributes && self->error == NULL; i++)
    {
      Attribute attribute = get_attribute (self, attributes, i);

      if (!is_passed_over (self, line, element, &attribute))
        refuse_unknown_attribute (self, line, element, attribute.name);
    }
}

void
tal_exchange_xml_events_check_children (TalExchangeXmlEvents     *self,
                                        guint                     line,
                                        const TalExchangeElement *element)
{
  for (guint i = 0; i < element->structure->n_fields; i++)
    {
      const TalField *field = &element->structure->fields[i];

      if (field->type == TAL_FIELD_PROSE && field->required &&
          tal_field_is_default (field, element->place))
        tal_exchange_xml_events_refuse_in (self, line, element->name,
                                           g_strdup_printf (_ ("the element <%s> is missing."),
                                                               field->name));
    }
}
