/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-version-stamp.h"

#include "core/tal-observation.h"
#include "core/tal-removal.h"

typedef struct
{
  const TalChangeSet *changes;
  const TalCatalogue *catalogue;
  TalId               writer;
} Stamping;

TalId
tal_version_find_owner (const TalCatalogue *catalogue,
                        const TalChangeSet *changes,
                        const TalRecord    *record)
{
  TalKey           key = { 0 };
  const TalChange *change = NULL;
  const TalRecord *series = NULL;

  g_return_val_if_fail (catalogue != NULL && record != NULL, TAL_ID_NONE);

  if (record->kind != TAL_KIND_OBSERVATION)
    return record->owner;

  key = tal_key_for_object (TAL_KIND_SERIES, record->id);
  change = changes != NULL ? tal_change_set_find (changes, &key) : NULL;
  series = change != NULL && change->after != NULL ? change->after
                                                   : tal_catalogue_find_key (catalogue, &key);
  return series != NULL ? series->owner : TAL_ID_NONE;
}

/* Takes 'grown'. */
static TalVersions *
join (const Stamping *self, TalVersions *grown, const TalRecord *record)
{
  g_autoptr (TalVersions) owned = grown;
  g_autoptr (TalVersions) more = NULL;

  if (record == NULL)
    return g_steal_pointer (&owned);

  more = tal_record_ref_versions (record,
                                  tal_version_find_owner (self->catalogue, self->changes, record));
  return tal_versions_join (owned, more);
}

static TalVersions *
join_removed (const Stamping *self, TalVersions *grown, const TalKey *key)
{
  const TalChange *change = tal_change_set_find (self->changes, key);

  return join (self, grown, change != NULL ? change->before : NULL);
}

/* A series goes with its figures, and whoever removed it had seen them. */
static TalVersions *
join_figures (const Stamping *self, TalVersions *grown, TalId series)
{
  for (guint i = 0; i < tal_change_set_get_length (self->changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (self->changes, i);

      if (change->key.kind == TAL_KIND_OBSERVATION && change->after == NULL &&
          tal_id_is_equal (change->key.id, series))
        grown = join (self, grown, change->before);
    }

  return grown;
}

/* All that the writer of the change had before the eyes. */
static TalVersions *
list_seen (const Stamping *self, const TalChange *change)
{
  TalKey       trace = { TAL_KIND_REMOVAL, change->key.id, change->key.period };
  TalVersions *seen = join (self, NULL, change->before);

  if (change->key.kind == TAL_KIND_REMOVAL)
    {
      TalKey removed = { TAL_REMOVAL (change->after)->removed, change->key.id, change->key.period };

      seen = join_removed (self, seen, &removed);
      if (removed.kind == TAL_KIND_SERIES)
        seen = join_figures (self, seen, removed.id);
    }
  else if (change->before == NULL)
    seen = join_removed (self, seen, &trace);
  return seen;
}

/* Takes 'versions': with every part that was changed.  What is new was all made at once. */
static TalVersions *
mark_parts (const Stamping *self, TalVersions *versions, const TalChange *change, TalTime time)
{
  const TalStructure *structure = tal_kind_get_structure (change->key.kind);
  TalVersions        *marked = versions;

  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];

      if (change->before == NULL ? change->key.kind != TAL_KIND_OBSERVATION
                                 : tal_field_is_equal (field, change->before, change->after))
        continue;

      versions = marked;
      marked = tal_versions_set_part (versions, tal_record_get_part (change->after, field),
                                      self->writer, time);
      tal_versions_unref (versions);
    }

  return marked;
}

/* Whether the record says by itself what it has grown from, as nearly every one does: the writer
 * owns it, and it is new, or what a figure states follows what its owner stated before. */
static gboolean
is_plain (const Stamping *self, const TalChange *change, TalId owner)
{
  const TalRecord *before = change->before;
  const TalRecord *after = change->after;
  TalKey           trace = { TAL_KIND_REMOVAL, change->key.id, change->key.period };

  if (after->versions != NULL || after->kind == TAL_KIND_REMOVAL ||
      !tal_id_is_equal (owner, self->writer))
    return FALSE;
  if (before == NULL)
    return tal_change_set_find (self->changes, &trace) == NULL;

  return after->kind == TAL_KIND_OBSERVATION && before->versions == NULL &&
         before->changed_at < after->changed_at &&
         g_strcmp0 (TAL_OBSERVATION (before)->note, TAL_OBSERVATION (after)->note) == 0;
}

/* Of a change that leaves something: NULL where the record is as it should be already. */
static TalRecord *
stamp_record (const Stamping *self, const TalChange *change)
{
  TalId owner = tal_version_find_owner (self->catalogue, self->changes, change->after);
  g_autoptr (TalVersions) seen = NULL;
  g_autoptr (TalVersions) versions = NULL;
  g_autoptr (TalRecord)   stamped = NULL;
  TalTime                 last = TAL_TIME_NONE;

  if (is_plain (self, change, owner))
    return NULL;

  seen = list_seen (self, change);
  last = tal_versions_get_time (seen, self->writer);
  stamped = tal_record_copy (change->after);
  if (last != TAL_TIME_NONE && stamped->changed_at <= last)
    stamped->changed_at = last + 1;

  versions = tal_versions_advance (seen, self->writer, stamped->changed_at);
  versions = mark_parts (self, versions, change, stamped->changed_at);
  tal_record_set_versions (stamped, versions, owner);
  return tal_record_is_equal (stamped, change->after) ? NULL : g_steal_pointer (&stamped);
}

static void
add_changes (TalChangeSet *to, const TalChangeSet *from, guint n_changes)
{
  for (guint i = 0; i < n_changes; i++)
    {
      const TalChange *change = tal_change_set_get_change (from, i);

      tal_change_set_add (to, change->before, change->after);
    }
}

TalChangeSet *
tal_version_stamp (const TalChangeSet *changes, const TalCatalogue *catalogue, TalId writer)
{
  Stamping                 self = { changes, catalogue, writer };
  g_autoptr (TalChangeSet) stamped = NULL;

  g_return_val_if_fail (changes != NULL && catalogue != NULL, NULL);

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange      *change = tal_change_set_get_change (changes, i);
      g_autoptr (TalRecord) after = change->after != NULL ? stamp_record (&self, change) : NULL;

      if (after != NULL && stamped == NULL)
        {
          stamped = tal_change_set_new (tal_change_set_get_origin (changes),
                                        tal_change_set_get_label (changes));
          add_changes (stamped, changes, i);
        }
      if (stamped != NULL)
        tal_change_set_add (stamped, change->before, after != NULL ? after : change->after);
    }

  return stamped != NULL ? g_steal_pointer (&stamped) : tal_change_set_ref (changes);
}
