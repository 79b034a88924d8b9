/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-xml-output.h"

#include <string.h>

#define PIECE (64 * 1024)

struct _TalXmlOutput
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GString       *text;   /* not yet written */
  GPtrArray     *names;  /* of the open elements, outermost first */
  gboolean       in_tag; /* the last element's tag has no > yet */
  GError        *error;
};

static void
flush (TalXmlOutput *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL,
                               self->cancellable, &self->error);
  g_string_truncate (self->text, 0);
}

static const char *
find_escape (char character, gboolean in_attribute)
{
  switch (character)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return in_attribute ? NULL : "&gt;";
    case '"':
      return in_attribute ? "&quot;" : NULL;
    case '\t':
      return in_attribute ? "&#9;" : NULL;
    case '\n':
      return in_attribute ? "&#10;" : NULL;
    case '\r':
      return "&#13;";
    default:
      return NULL;
    }
}

static void
append_escaped (TalXmlOutput *self, const char *text, gboolean in_attribute)
{
  const char *from = text;
  const char *at = text;

  for (; *at != '\0'; at++)
    {
      const char *escape = find_escape (*at, in_attribute);

      if (escape == NULL)
        continue;

      g_string_append_len (self->text, from, at - from);
      g_string_append (self->text, escape);
      from = at + 1;
    }

  g_string_append_len (self->text, from, at - from);
}

static void
end_tag (TalXmlOutput *self)
{
  if (self->in_tag)
    g_string_append (self->text, ">\n");
  self->in_tag = FALSE;
}

static void
indent (TalXmlOutput *self)
{
  for (guint i = 0; i < self->names->len; i++)
    g_string_append (self->text, "  ");
}

static void
end_line (TalXmlOutput *self)
{
  g_string_append_c (self->text, '\n');
  if (self->text->len >= PIECE)
    flush (self);
}

TalXmlOutput *
tal_xml_output_new (GOutputStream *stream, GCancellable *cancellable)
{
  TalXmlOutput *self = NULL;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (TalXmlOutput, 1);
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->text = g_string_sized_new (PIECE + 1024);
  self->names = g_ptr_array_new ();
  g_string_append (self->text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  return self;
}

void
tal_xml_output_free (TalXmlOutput *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->names);
  g_clear_error (&self->error);
  g_free (self);
}

void
tal_xml_output_open (TalXmlOutput *self, const char *name)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  end_tag (self);
  indent (self);
  g_string_append_c (self->text, '<');
  g_string_append (self->text, name);
  g_ptr_array_add (self->names, (gpointer)name);
  self->in_tag = TRUE;
}

void
tal_xml_output_add_attribute (TalXmlOutput *self, const char *name, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->in_tag);

  if (text == NULL)
    return;

  g_string_append_c (self->text, ' ');
  g_string_append (self->text, name);
  g_string_append (self->text, "=\"");
  append_escaped (self, text, TRUE);
  g_string_append_c (self->text, '"');
}

void
tal_xml_output_add_prose (TalXmlOutput *self, const char *name, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  end_tag (self);
  indent (self);
  g_string_append_c (self->text, '<');
  g_string_append (self->text, name);
  g_string_append_c (self->text, '>');
  append_escaped (self, text, FALSE);
  g_string_append (self->text, "</");
  g_string_append (self->text, name);
  g_string_append_c (self->text, '>');
  end_line (self);
}

void
tal_xml_output_close (TalXmlOutput *self)
{
  const char *name = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->names->len > 0);

  name = g_ptr_array_steal_index (self->names, self->names->len - 1);
  if (self->in_tag)
    {
      g_string_append (self->text, "/>");
      self->in_tag = FALSE;
    }
  else
    {
      indent (self);
      g_string_append (self->text, "</");
      g_string_append (self->text, name);
      g_string_append_c (self->text, '>');
    }

  end_line (self);
}

gboolean
tal_xml_output_has_error (const TalXmlOutput *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->error != NULL;
}

gboolean
tal_xml_output_finish (TalXmlOutput *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->error != NULL || self->names->len == 0, FALSE);

  flush (self);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
