/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/memory-collection.h"

#include "core/tal-observation.h"
#include "core/tal-version-stamp.h"
#include "exchange/tal-exchange-xml-writer.h"

#include <gio/gio.h>
#include <string.h>

/* Later than anything in the fixtures. */
#define START 1718900000

static TalRun *
ref_run (TalRunSource *source, TalId series, GError **error)
{
  MemoryCollection *self = (MemoryCollection *)source;
  GPtrArray        *found = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  GHashTableIter    iter;
  gpointer          record = NULL;

  g_hash_table_iter_init (&iter, self->observations);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      if (tal_id_is_equal (((TalRecord *)record)->id, series))
        g_ptr_array_add (found, tal_record_ref (record));
    }

  return tal_run_new (series, found);
}

MemoryCollection *
memory_collection_new (TalId unit)
{
  MemoryCollection *self = g_new0 (MemoryCollection, 1);

  self->source.ref_run = ref_run;
  self->catalogue = tal_catalogue_new ();
  self->observations =
      g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, (GDestroyNotify)tal_record_unref);
  self->past = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free,
                                      (GDestroyNotify)g_ptr_array_unref);
  self->changed = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);
  self->unit = unit;
  self->now = START;
  return self;
}

GPtrArray *
list_records (const TalBundle *bundle)
{
  const TalFigurePack *figures = tal_bundle_get_figures (bundle);
  GPtrArray           *records = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);

  for (guint i = 0; i < tal_bundle_get_length (bundle); i++)
    g_ptr_array_add (records, tal_record_ref (tal_bundle_get_record (bundle, i)));
  for (guint i = 0; i < tal_figure_pack_get_n_series (figures); i++)
    {
      for (guint j = 0; j < tal_figure_pack_get_n_figures (figures, i); j++)
        {
          TalObservation figure;

          tal_figure_pack_view (figures, i, j, &figure);
          g_ptr_array_add (records, tal_record_copy (&figure.record));
        }
    }
  return records;
}

guint
count_records (const TalBundle *bundle)
{
  return tal_bundle_get_length (bundle) +
         tal_figure_pack_get_length (tal_bundle_get_figures (bundle));
}

MemoryCollection *
memory_collection_new_from_bundle (const TalBundle *bundle)
{
  MemoryCollection        *self = memory_collection_new (tal_bundle_get_header (bundle)->from);
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_IMPORT, "");
  g_autoptr (GPtrArray)    records = list_records (bundle);

  for (guint i = 0; i < records->len; i++)
    tal_change_set_add (changes, NULL, g_ptr_array_index (records, i));
  memory_collection_apply (self, changes);
  return self;
}

void
memory_collection_free (MemoryCollection *self)
{
  tal_catalogue_unref (self->catalogue);
  g_hash_table_unref (self->observations);
  g_hash_table_unref (self->past);
  g_hash_table_unref (self->changed);
  g_clear_pointer (&self->last, tal_change_set_unref);
  g_free (self);
}

static void
keep (MemoryCollection *self, const TalKey *key, const TalRecord *record)
{
  GPtrArray *states = g_hash_table_lookup (self->past, key);

  if (states == NULL)
    {
      states = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
      g_hash_table_insert (self->past, g_memdup2 (key, sizeof *key), states);
    }
  g_ptr_array_insert (states, 0, tal_record_ref (record));
}

void
memory_collection_apply (MemoryCollection *self, const TalChangeSet *changes)
{
  g_autoptr (GError) error = NULL;
  TalCatalogue      *after = tal_catalogue_apply (self->catalogue, changes, &error);

  g_assert_no_error (error);
  tal_catalogue_unref (self->catalogue);
  self->catalogue = after;

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (change->before != NULL)
        keep (self, &change->key, change->before);
      g_hash_table_add (self->changed, g_memdup2 (&change->key, sizeof change->key));
      if (change->key.kind != TAL_KIND_OBSERVATION)
        continue;

      g_assert_true (
          tal_record_is_equal (memory_collection_find (self, &change->key), change->before));
      if (change->after == NULL)
        g_hash_table_remove (self->observations, &change->key);
      else
        g_hash_table_replace (self->observations, g_memdup2 (&change->key, sizeof change->key),
                              tal_record_ref (change->after));
    }
}

static TalWriter
get_writer (MemoryCollection *self)
{
  return (TalWriter){ ++self->now, "AJ", self->unit, tal_id_new, self->unit };
}

static void
apply_edit (MemoryCollection *self, const TalChangeSet *changes)
{
  g_autoptr (TalChangeSet) stamped = tal_version_stamp (changes, self->catalogue, self->unit);

  memory_collection_apply (self, stamped);
  g_clear_pointer (&self->last, tal_change_set_unref);
  self->last = tal_change_set_ref (stamped);
}

gboolean
memory_collection_undo (MemoryCollection *self)
{
  g_autoptr (TalChangeSet) last = g_steal_pointer (&self->last);
  g_autoptr (TalChangeSet) inverse = NULL;

  if (last == NULL)
    return FALSE;

  inverse = tal_change_set_invert (last, TAL_ORIGIN_UNDO, "");
  for (guint i = 0; i < tal_change_set_get_length (inverse); i++)
    {
      const TalChange *change = tal_change_set_get_change (inverse, i);

      if (!tal_record_is_equal (memory_collection_find (self, &change->key), change->before))
        return FALSE;
    }

  memory_collection_apply (self, inverse);
  return TRUE;
}

void
memory_collection_put (MemoryCollection *self, gpointer record)
{
  g_autoptr (TalRecord)    after = record;
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "");
  TalKey                   key = tal_record_get_key (after);

  tal_change_set_add (changes, memory_collection_find (self, &key), after);
  memory_collection_apply (self, changes);
}

void
memory_collection_edit (MemoryCollection *self, gpointer record)
{
  g_autoptr (TalRecord)    after = record;
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "");
  const TalWriter          writer = get_writer (self);
  TalKey                   key = tal_record_get_key (after);

  tal_writer_add (&writer, self->catalogue, changes, memory_collection_find (self, &key), after);
  apply_edit (self, changes);
}

void
memory_collection_remove (MemoryCollection *self, const TalKey *key)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "");

  tal_catalogue_add_removal (self->catalogue, changes, memory_collection_find (self, key),
                             ++self->now, "SOF");
  apply_edit (self, changes);
}

static GHashTable *
ref_past (GHashTable *keys, gpointer self, GError **error)
{
  return g_hash_table_ref (((MemoryCollection *)self)->past);
}

TalMerge *
memory_collection_merge (MemoryCollection *self, const TalBundle *bundle)
{
  const TalWriter    writer = get_writer (self);
  g_autoptr (GError) error = NULL;
  TalMerge          *merge =
      tal_merge_new (self->catalogue, &self->source, bundle, &writer, ref_past, self, NULL, &error);

  g_assert_no_error (error);
  return merge;
}

const TalRecord *
memory_collection_find (const MemoryCollection *self, const TalKey *key)
{
  return key->kind == TAL_KIND_OBSERVATION ? g_hash_table_lookup (self->observations, key)
                                           : tal_catalogue_find_key (self->catalogue, key);
}

static GBytes *
write_picture (MemoryCollection *self, TalExchangePicture picture, GHashTable *only)
{
  g_autoptr (GOutputStream)     stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TalExchangeHeader) header = tal_exchange_header_new ();
  g_autoptr (GError)            error = NULL;

  header->from = self->unit;
  header->picture = picture;
  tal_exchange_xml_write (stream, self->catalogue, &self->source, header, only, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

GBytes *
memory_collection_write (MemoryCollection *self)
{
  return write_picture (self, TAL_EXCHANGE_PICTURE_FULL, NULL);
}

GBytes *
memory_collection_write_delta (MemoryCollection *self)
{
  GBytes *bytes = write_picture (self, TAL_EXCHANGE_PICTURE_DELTA, self->changed);

  g_hash_table_remove_all (self->changed);
  return bytes;
}

static char *
dup_text (GBytes *bytes)
{
  gsize       size = 0;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

void
memory_collection_assert_equal (MemoryCollection *self, MemoryCollection *other)
{
  g_autoptr (GBytes) bytes = memory_collection_write (self);
  g_autoptr (GBytes) other_bytes = memory_collection_write (other);
  g_autofree char   *text = dup_text (bytes);
  g_autofree char   *other_text = dup_text (other_bytes);
  const char        *head = strstr (text, "picture=");
  const char        *other_head = strstr (other_text, "picture=");

  /* Who sends it is no part of what is there. */
  g_assert_cmpstr (head, ==, other_head);
}

TalBundle *
load_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TalBundle         *bundle = tal_bundle_load_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

GBytes *
load_fixture (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "fixtures", "exchange", name, NULL);
  g_autoptr (GError) error = NULL;
  char              *text = NULL;
  gsize              size = 0;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

TalId
make_id (guint number)
{
  g_autofree char *text = g_strdup_printf ("0190293f-5a00-7000-8000-%012u", number);
  TalId            id = TAL_ID_NONE;

  g_assert_true (tal_id_parse (text, &id, NULL));
  return id;
}
