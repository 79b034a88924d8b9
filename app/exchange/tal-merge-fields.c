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

/* An observation's value and its absence go together, and that it was kept is said of that
 * value and no other. */
static gboolean
is_value (const TalRecord *record, const TalField *field)
{
  return record->kind == TAL_KIND_OBSERVATION &&
         (g_str_equal (field->name, "value") || g_str_equal (field->name, "missing") ||
          g_str_equal (field->name, "kept"));
}

static gboolean
is_field_equal (const TalField *field, const TalRecord *a, const TalRecord *b)
{
  const TalStructure *structure = tal_kind_get_structure (a->kind);

  if (!is_value (a, field))
    return tal_field_is_equal (field, a, b);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (is_value (a, &structure->fields[i]) && !tal_field_is_equal (&structure->fields[i], a, b))
        return FALSE;
    }

  return TRUE;
}

static void
merge_field (TalMergeFields  *self,
             const TalField  *field,
             const TalRecord *ours,
             const TalRecord *theirs,
             const TalRecord *base)
{
  if (is_field_equal (field, ours, theirs) || is_field_equal (field, theirs, base))
    return;

  take_field (field, self->theirs, theirs);
  if (is_field_equal (field, ours, base))
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
  if (tal_id_is_equal (ours->owner, theirs->owner) || tal_id_is_equal (theirs->owner, base->owner))
    return;

  self->theirs->owner = theirs->owner;
  if (tal_id_is_equal (ours->owner, base->owner))
    self->ours->owner = theirs->owner;
  else
    self->owner_conflicts = TRUE;
}

static void
stamp (TalRecord *record, const TalRecord *later)
{
  record->changed_at = later->changed_at;
  g_free (record->changed_by);
  record->changed_by = g_strdup (later->changed_by);
}

TalMergeFields *
tal_merge_fields_new (const TalRecord *ours, const TalRecord *theirs, const TalRecord *base)
{
  TalMergeFields     *self = NULL;
  const TalStructure *structure = NULL;
  const TalRecord    *later = NULL;

  g_return_val_if_fail (ours != NULL && theirs != NULL && base != NULL, NULL);
  g_return_val_if_fail (ours->kind == theirs->kind && ours->kind == base->kind, NULL);

  self = g_new0 (TalMergeFields, 1);
  self->ours = tal_record_copy (ours);
  self->theirs = tal_record_copy (ours);
  self->fields = g_ptr_array_new ();

  structure = tal_kind_get_structure (ours->kind);
  for (guint i = 0; i < structure->n_fields; i++)
    merge_field (self, &structure->fields[i], ours, theirs, base);
  merge_owner (self, ours, theirs, base);

  later = tal_merge_fields_find_later (ours, theirs);
  stamp (self->ours, later);
  stamp (self->theirs, later);
  return self;
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
