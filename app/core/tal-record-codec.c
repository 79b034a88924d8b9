/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-record-codec.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the text of a figure, the record that there are most of. */
#define TYPICAL_LENGTH 160

/* Names that no field has. */
#define OWNER "@owner"
#define CHANGED_AT "@changed-at"
#define CHANGED_BY "@changed-by"
#define VERSIONS "@versions"

static void encode_structure (const TalStructure *structure, gconstpointer from, GString *out);

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isprint (*p) || *p == '\'' || *p == '\\')
        return FALSE;
    }

  return TRUE;
}

static void
encode_plain (const char *text, GString *out)
{
  g_string_append_c (out, '\'');
  g_string_append (out, text);
  g_string_append_c (out, '\'');
}

/* As g_variant_parse reads a string: characters that could not be seen are escaped. */
static void
encode_escaped (const char *text, GString *out)
{
  char quote = strchr (text, '\'') != NULL ? '"' : '\'';

  g_string_append_c (out, quote);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == (gunichar)quote || character == '\\')
        g_string_append_c (out, '\\');
      if (character < 0x80 ? g_ascii_isprint ((char)character) : g_unichar_isprint (character))
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      else
        g_string_append_printf (out, character > 0xffff ? "\\U%08x" : "\\u%04x", character);
    }
  g_string_append_c (out, quote);
}

/* 'name': <'text'> */
static void
encode_entry (const char *name, const char *text, GString *out)
{
  encode_plain (name, out);
  g_string_append (out, ": <");
  if (is_plain (text))
    encode_plain (text, out);
  else
    encode_escaped (text, out);
  g_string_append (out, ">, ");
}

static void
encode_list (const TalField *field, const GArray *list, GString *out)
{
  encode_plain (field->name, out);
  g_string_append (out, ": <[");
  for (guint i = 0; i < list->len; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      encode_structure (field->item, list->data + i * field->item->size, out);
    }
  g_string_append (out, "]>, ");
}

static void
encode_fields (const TalStructure *structure, gconstpointer from, GString *out)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField  *field = &structure->fields[i];
      g_autofree char *text = NULL;

      if (field->type == TAL_FIELD_LIST)
        {
          const GArray *list = *(GArray *const *)TAL_FIELD_AT_CONST (field, from);

          if (list != NULL && list->len > 0)
            encode_list (field, list, out);
          continue;
        }

      text = tal_field_dup_text (field, from);
      if (text != NULL)
        encode_entry (field->name, text, out);
    }
}

/* Every entry ends with a comma, and the last has none. */
static void
end_entries (GString *out)
{
  if (g_str_has_suffix (out->str, ", "))
    g_string_truncate (out, out->len - 2);
  g_string_append_c (out, '}');
}

static void
encode_structure (const TalStructure *structure, gconstpointer from, GString *out)
{
  gsize start = out->len;

  g_string_append_c (out, '{');
  encode_fields (structure, from, out);
  end_entries (out);
  /* An empty dictionary must say what it is one of. */
  if (out->len == start + 2)
    g_string_insert (out, (gssize)start, "@a{sv} ");
}

static void
encode_header (const TalRecord *self, GString *out)
{
  if (!tal_id_is_none (self->owner))
    {
      char owner[TAL_ID_STRING_LENGTH + 1];

      tal_id_format (self->owner, owner);
      encode_entry (OWNER, owner, out);
    }
  if (self->changed_at != TAL_TIME_NONE)
    {
      g_autofree char *time = tal_time_to_string (self->changed_at);

      encode_entry (CHANGED_AT, time, out);
    }
  if (self->changed_by != NULL)
    encode_entry (CHANGED_BY, self->changed_by, out);
  if (self->versions != NULL)
    {
      g_autofree char *versions = tal_versions_to_string (self->versions);

      encode_entry (VERSIONS, versions, out);
    }
}

static gboolean
refuse (GError **error, const char *name)
{
  g_set_error (error, TAL_ERROR, TAL_ERROR_DAMAGED,
               _ ("A stored record has something in its field “%s” that does not belong there."),
                  name);
  return FALSE;
}

static const TalField *
find_field (const TalStructure *structure, const char *name)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (g_str_equal (structure->fields[i].name, name))
        return &structure->fields[i];
    }

  return NULL;
}

static gboolean decode_structure (
    const TalStructure *structure, gpointer to, GVariant *from, TalRecord *header, GError **error);

static gboolean
decode_list (const TalField *field, gpointer to, GVariant *from, GError **error)
{
  GVariantIter iter;
  GVariant    *each = NULL;

  if (!g_variant_is_of_type (from, G_VARIANT_TYPE ("aa{sv}")))
    return refuse (error, field->name);

  g_variant_iter_init (&iter, from);
  while ((each = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_autoptr (GVariant) item = each;

      if (!decode_structure (field->item, tal_field_append_item (field, to), item, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
decode_header (TalRecord *header, const char *name, const char *text)
{
  if (g_str_equal (name, OWNER))
    return tal_id_is_none (header->owner) && tal_id_parse (text, &header->owner, NULL);
  if (g_str_equal (name, CHANGED_AT))
    return header->changed_at == TAL_TIME_NONE && tal_time_parse (text, &header->changed_at, NULL);
  if (g_str_equal (name, VERSIONS))
    return header->versions == NULL && tal_versions_parse (text, &header->versions, NULL);
  if (g_str_equal (name, CHANGED_BY) && header->changed_by == NULL)
    {
      header->changed_by = g_strdup (text);
      return TRUE;
    }

  return FALSE;
}

static gboolean
decode_entry (const TalStructure *structure,
              gpointer            to,
              const char         *name,
              GVariant           *value,
              TalRecord          *header,
              GError            **error)
{
  const TalField *field = find_field (structure, name);

  /* A name that stands there twice: one of its values would be lost. */
  if (field != NULL && !tal_field_is_default (field, to))
    return refuse (error, name);
  if (field != NULL && field->type == TAL_FIELD_LIST)
    return decode_list (field, to, value, error);

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return refuse (error, name);

  if (field != NULL)
    return tal_field_read_text (field, to, g_variant_get_string (value, NULL), NULL) ||
           refuse (error, name);

  return (header != NULL && decode_header (header, name, g_variant_get_string (value, NULL))) ||
         refuse (error, name);
}

static gboolean
decode_structure (
    const TalStructure *structure, gpointer to, GVariant *from, TalRecord *header, GError **error)
{
  GVariantIter iter;
  GVariant    *value = NULL;
  const char  *name = NULL;

  g_variant_iter_init (&iter, from);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      g_autoptr (GVariant) owned = value;

      if (!decode_entry (structure, to, name, owned, header, error))
        return FALSE;
    }

  return TRUE;
}

char *
tal_record_encode (const TalRecord *self)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_sized_new (TYPICAL_LENGTH);
  g_string_append_c (out, '{');
  encode_header (self, out);
  encode_fields (tal_kind_get_structure (self->kind), self, out);
  end_entries (out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

TalRecord *
tal_record_decode (TalKind kind, TalId id, const char *text, GError **error)
{
  g_autoptr (GVariant)  variant = NULL;
  g_autoptr (TalRecord) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_validate (text, -1, NULL))
    variant = g_variant_parse (G_VARIANT_TYPE ("a{sv}"), text, NULL, NULL, NULL);
  if (variant == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED,
                           _ ("A stored record cannot be read."));
      return NULL;
    }

  self = tal_record_new (kind, id);
  if (!decode_structure (tal_kind_get_structure (kind), self, variant, self, error))
    return NULL;

  return g_steal_pointer (&self);
}
