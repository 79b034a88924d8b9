/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-merge-fields.h"

#include <string.h>

static gsize
get_size (const TalField *field)
{
  switch (field->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      return sizeof (char *);
    case TAL_FIELD_REFERENCE:
      return sizeof (TalId);
    case TAL_FIELD_INTEGER:
    case TAL_FIELD_BOOLEAN:
      return sizeof (int);
    case TAL_FIELD_WORD:
      return sizeof (guint);
    case TAL_FIELD_DECIMAL:
      return sizeof (TalDecimal);
    case TAL_FIELD_DAY:
      return sizeof (TalDay);
    case TAL_FIELD_PERIOD:
      return sizeof (TalPeriod);
    case TAL_FIELD_LIST:
      return sizeof (GArray *);
    }

  g_return_val_if_reached (0);
}

/* Each record then owns what the other's field held. */
static void
swap_field (const TalField *field, gpointer a, gpointer b)
{
  guint8 kept[MAX (sizeof (TalPeriod), MAX (sizeof (TalId), sizeof (TalDecimal)))];
  gsize  size = get_size (field);

  g_assert (size <= sizeof kept);

  memcpy (kept, TAL_FIELD_AT (field, a), size);
  memcpy (TAL_FIELD_AT (field, a), TAL_FIELD_AT (field, b), size);
  memcpy (TAL_FIELD_AT (field, b), kept, size);
}

/* Takes a field of 'from', a record of the same kind. */
static void
take_field (const TalField *field, TalRecord *to, const TalRecord *from)
{
  g_autoptr (TalRecord) copy = tal_record_copy (from);

  swap_field (field, to, copy);
}

/* All that is stated by a figure goes together. */
static gboolean
is_part_equal (const char *part, const TalRecord *a, const TalRecord *b)
{
  const TalStructure *structure = tal_kind_get_structure (a->kind);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];

      if (g_str_equal (tal_record_get_part (a, field), part) && !tal_field_is_equal (field, a, b))
        return FALSE;
    }

  return TRUE;
}

/* What is known of two that differ. */
typedef struct
{
  const TalRecord   *base; /* NULL: the versions say it */
  const TalVersions *ours;
  const TalVersions *theirs;
} Past;

static gboolean
is_news (const Past *past, const char *part, const TalRecord *record, gboolean is_ours)
{
  if (past->base != NULL)
    return !is_part_equal (part, record, past->base);

  return is_ours ? tal_versions_has_news (past->ours, part, past->theirs)
                 : tal_versions_has_news (past->theirs, part, past->ours);
}

/* Where neither is news to the other nobody knows how it came about, and a person must. */
static void
merge_field (TalMergeFields  *self,
             const TalField  *field,
             const TalRecord *ours,
             const TalRecord *theirs,
             const Past      *past)
{
  const char *part = tal_record_get_part (ours, field);
  gboolean    is_ours_news = is_news (past, part, ours, TRUE);
  gboolean    is_theirs_news = is_news (past, part, theirs, FALSE);

  if (tal_field_is_equal (field, ours, theirs) || (is_ours_news && !is_theirs_news))
    return;

  take_field (field, self->theirs, theirs);
  if (is_theirs_news && !is_ours_news)
    take_field (field, self->ours, theirs);
  else
    g_ptr_array_add (self->fields, (gpointer)field);
}

static void
merge_owner (TalMergeFields  *self,
             const TalRecord *ours,
             const TalRecord *theirs,
             const TalRecord *base)
{
  if (tal_id_is_equal (ours->owner, theirs->owner) ||
      (base != NULL && tal_id_is_equal (theirs->owner, base->owner)))
    return;

  self->theirs->owner = theirs->owner;
  if (base != NULL && tal_id_is_equal (ours->owner, base->owner))
    self->ours->owner = theirs->owner;
  else
    self->owner_conflicts = TRUE;
}

static TalMergeFields *
merge_fields (const TalRecord *ours, const TalRecord *theirs, const Past *past)
{
  TalMergeFields     *self = g_new0 (TalMergeFields, 1);
  const TalStructure *structure = tal_kind_get_structure (ours->kind);
  const TalRecord    *later = tal_merge_fields_find_later (ours, theirs);

  self->ours = tal_record_copy (ours);
  self->theirs = tal_record_copy (ours);
  self->fields = g_ptr_array_new ();
  for (guint i = 0; i < structure->n_fields; i++)
    merge_field (self, &structure->fields[i], ours, theirs, past);
  merge_owner (self, ours, theirs, past->base);

  tal_merge_fields_stamp (self->ours, later);
  tal_merge_fields_stamp (self->theirs, later);
  return self;
}

TalMergeFields *
tal_merge_fields_new (const TalRecord *ours, const TalRecord *theirs, const TalRecord *base)
{
  const Past past = { base, NULL, NULL };

  g_return_val_if_fail (ours != NULL && theirs != NULL && base != NULL, NULL);
  g_return_val_if_fail (ours->kind == theirs->kind && ours->kind == base->kind, NULL);

  return merge_fields (ours, theirs, &past);
}

TalMergeFields *
tal_merge_fields_new_from_versions (const TalRecord   *ours,
                                    const TalRecord   *theirs,
                                    const TalVersions *our_versions,
                                    const TalVersions *their_versions)
{
  const Past past = { NULL, our_versions, their_versions };

  g_return_val_if_fail (ours != NULL && theirs != NULL, NULL);
  g_return_val_if_fail (ours->kind == theirs->kind, NULL);

  return merge_fields (ours, theirs, &past);
}

void
tal_merge_fields_free (TalMergeFields *self)
{
  if (self == NULL)
    return;

  tal_record_unref (self->ours);
  tal_record_unref (self->theirs);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

gboolean
tal_merge_fields_has_conflict (const TalMergeFields *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fields->len > 0 || self->owner_conflicts;
}

GPtrArray *
tal_merge_fields_list_different (const TalRecord *a, const TalRecord *b)
{
  const TalStructure *structure = NULL;
  GPtrArray          *fields = NULL;

  g_return_val_if_fail (a != NULL && b != NULL && a->kind == b->kind, NULL);

  structure = tal_kind_get_structure (a->kind);
  fields = g_ptr_array_new ();
  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (!tal_field_is_equal (&structure->fields[i], a, b))
        g_ptr_array_add (fields, (gpointer)&structure->fields[i]);
    }
  return fields;
}

void
tal_merge_fields_stamp (TalRecord *record, const TalRecord *written)
{
  g_return_if_fail (record != NULL && written != NULL);

  record->changed_at = written->changed_at;
  g_free (record->changed_by);
  record->changed_by = g_strdup (written->changed_by);
}

gboolean
tal_merge_fields_is_same (const TalRecord *a, const TalRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return tal_record_says_the_same (a, b) && tal_id_is_equal (a->owner, b->owner);
}

const TalRecord *
tal_merge_fields_find_later (const TalRecord *a, const TalRecord *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (a->changed_at != b->changed_at)
    return a->changed_at > b->changed_at ? a : b;

  return g_strcmp0 (a->changed_by, b->changed_by) >= 0 ? a : b;
}
