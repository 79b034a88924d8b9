/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-writer.h"

static void
stamp (const TalWriter *self, TalRecord *record)
{
  g_free (record->changed_by);
  record->changed_by = g_strdup (self->author);
  record->changed_at = self->now;
}

gpointer
tal_writer_create (const TalWriter *self, TalKind kind, TalId id)
{
  TalRecord *record = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (!tal_id_is_none (id), NULL);

  record = tal_record_new (kind, id);
  record->owner = self->unit;
  stamp (self, record);
  return record;
}

gpointer
tal_writer_revise (const TalWriter *self, const TalRecord *record)
{
  TalRecord *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  copy = tal_record_copy (record);
  stamp (self, copy);
  return copy;
}

void
tal_writer_add (const TalWriter    *self,
                const TalCatalogue *catalogue,
                TalChangeSet       *changes,
                const TalRecord    *before,
                TalRecord          *after)
{
  const TalRecord *trace = NULL;
  TalKey           key;

  g_return_if_fail (self != NULL && catalogue != NULL);
  g_return_if_fail (changes != NULL && after != NULL);

  stamp (self, after);
  tal_change_set_add (changes, before, after);
  if (before != NULL)
    return;

  key = tal_record_get_key (after);
  key.kind = TAL_KIND_REMOVAL;
  trace = tal_catalogue_find_key (catalogue, &key);
  if (trace != NULL)
    tal_change_set_add (changes, trace, NULL);
}

void
tal_writer_put (const TalWriter    *self,
                const TalCatalogue *catalogue,
                TalChangeSet       *changes,
                const TalRecord    *wanted)
{
  g_autoptr (TalRecord) after = NULL;
  const TalRecord      *before = NULL;
  TalKey                key;

  g_return_if_fail (self != NULL && catalogue != NULL);
  g_return_if_fail (changes != NULL && wanted != NULL);

  key = tal_record_get_key (wanted);
  before = tal_catalogue_find_key (catalogue, &key);
  if (before != NULL && tal_record_says_the_same (before, wanted))
    return;

  after = tal_record_copy (wanted);
  after->owner = before != NULL ? before->owner : self->unit;
  tal_writer_add (self, catalogue, changes, before, after);
}

TalPutRequest *
tal_put_request_new (const char *label)
{
  TalPutRequest *self = g_new0 (TalPutRequest, 1);

  self->label = g_strdup (label);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  return self;
}

void
tal_put_request_add (TalPutRequest *self, const TalRecord *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL);

  g_ptr_array_add (self->records, tal_record_ref (record));
}

void
tal_put_request_free (TalPutRequest *self)
{
  if (self == NULL)
    return;

  g_free (self->label);
  g_ptr_array_unref (self->records);
  g_free (self);
}

TalChangeSet *
tal_writer_put_all (const TalCatalogue *catalogue,
                    TalRunSource       *runs,
                    const TalWriter    *writer,
                    gconstpointer       put_request,
                    GError            **error)
{
  const TalPutRequest *request = put_request;
  TalChangeSet        *changes = NULL;

  g_return_val_if_fail (catalogue != NULL && writer != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);

  changes = tal_change_set_new (TAL_ORIGIN_EDIT, request->label);
  for (guint i = 0; i < request->records->len; i++)
    tal_writer_put (writer, catalogue, changes, g_ptr_array_index (request->records, i));
  return changes;
}
