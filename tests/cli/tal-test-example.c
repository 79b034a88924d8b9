/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/tal-test-example.h"

#include <gio/gio.h>

void
tal_test_element_free (TalTestElement *self)
{
  g_free (self->tag);
  g_free (self->text);
  g_hash_table_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_free (self);
}

const char *
tal_test_element_get (const TalTestElement *self, const char *name)
{
  const char *value = g_hash_table_lookup (self->attributes, name);

  return value != NULL ? value : "";
}

TalTestElement *
tal_test_element_find_child (const TalTestElement *self, const char *tag)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      TalTestElement *child = g_ptr_array_index (self->children, i);

      if (g_str_equal (child->tag, tag))
        return child;
    }

  return NULL;
}

const char *
tal_test_element_get_name (const TalTestElement *self)
{
  const TalTestElement *name = tal_test_element_find_child (self, "name");

  return name != NULL ? name->text : NULL;
}

static void
element_started_cb (GMarkupParseContext *context,
                    const char          *tag,
                    const char         **names,
                    const char         **values,
                    gpointer             user_data,
                    GError             **error)
{
  GPtrArray      *open = user_data;
  TalTestElement *parent = g_ptr_array_index (open, open->len - 1);
  TalTestElement *element = g_new0 (TalTestElement, 1);

  (void)context;
  (void)error;
  element->tag = g_strdup (tag);
  element->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  element->children = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_test_element_free);
  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (element->attributes, g_strdup (names[i]), g_strdup (values[i]));
  g_ptr_array_add (parent->children, element);
  g_ptr_array_add (open, element);
}

static void
element_ended_cb (GMarkupParseContext *context, const char *tag, gpointer user_data, GError **error)
{
  GPtrArray *open = user_data;

  (void)context;
  (void)tag;
  (void)error;
  g_ptr_array_remove_index (open, open->len - 1);
}

static void
text_read_cb (GMarkupParseContext *context,
              const char          *text,
              gsize                length,
              gpointer             user_data,
              GError             **error)
{
  GPtrArray      *open = user_data;
  TalTestElement *element = g_ptr_array_index (open, open->len - 1);

  (void)context;
  (void)error;
  g_free (element->text);
  element->text = g_strndup (text, length);
}

TalTestElement *
tal_test_example_read (void)
{
  static const GMarkupParser      parser = { .start_element = element_started_cb,
                                             .end_element = element_ended_cb,
                                             .text = text_read_cb };
  g_autoptr (GPtrArray)           open = g_ptr_array_new ();
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, open, NULL);
  g_autofree char                *text = NULL;
  g_autoptr (GError)              error = NULL;
  TalTestElement                 *root = g_new0 (TalTestElement, 1);

  g_file_get_contents (g_getenv ("INDSATSTAL_EXAMPLE"), &text, NULL, &error);
  g_assert_no_error (error);
  root->attributes = g_hash_table_new (g_str_hash, g_str_equal);
  root->children = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_test_element_free);
  g_ptr_array_add (open, root);
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  return root;
}
