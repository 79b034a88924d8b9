/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-removal.h"
#include "exchange/tal-merge-fields.h"
#include "exchange/tal-merge-private.h"

/* What has seen both sides. */
static TalVersions *
join (const TalMerge *self, const TalRecord *a, const TalRecord *b)
{
  g_autoptr (TalVersions) of_a = tal_merge_ref_versions (self, a);
  g_autoptr (TalVersions) of_b = tal_merge_ref_versions (self, b);

  return tal_versions_join (of_a, of_b);
}

static gboolean
has_seen (const TalMerge *self, const TalRecord *record, const TalRecord *other)
{
  g_autoptr (TalVersions) versions = tal_merge_ref_versions (self, record);
  g_autoptr (TalVersions) of_other = tal_merge_ref_versions (self, other);

  return tal_versions_covers (versions, of_other);
}

/* Takes the place of an earlier removal. */
static void
add_new (const TalMerge *self, TalChangeSet *changes, const TalDifference *difference)
{
  const TalRecord      *trace = tal_merge_find_own_trace (self, &difference->key);
  g_autoptr (TalRecord) after = NULL;

  if (trace == NULL)
    {
      tal_change_set_add (changes, NULL, difference->theirs);
      return;
    }

  after = tal_record_copy (difference->theirs);
  if (!has_seen (self, after, trace))
    {
      g_autoptr (TalVersions) seen = join (self, after, trace);

      tal_merge_decide (self, after, seen, NULL);
    }
  tal_change_set_add (changes, trace, NULL);
  tal_change_set_add (changes, NULL, after);
}

static TalMergeFields *
merge_fields (const TalMerge *self, const TalDifference *difference)
{
  g_autoptr (TalVersions) ours = tal_merge_ref_versions (self, difference->ours);
  g_autoptr (TalVersions) theirs = tal_merge_ref_versions (self, difference->theirs);

  if (difference->reason == TAL_CONFLICT_NOT_THEIRS)
    return tal_merge_fields_new (difference->ours, difference->theirs, difference->ours);
  if (difference->base != NULL)
    return tal_merge_fields_new (difference->ours, difference->theirs, difference->base);

  return tal_merge_fields_new_from_versions (difference->ours, difference->theirs, ours, theirs);
}

/* Each part is as old as on the side that it was taken from. */
static TalVersions *
join_parts (const TalMerge *self, const TalDifference *difference, const TalRecord *merged)
{
  const TalStructure     *structure = tal_kind_get_structure (difference->key.kind);
  g_autoptr (TalVersions) ours = tal_merge_ref_versions (self, difference->ours);
  g_autoptr (TalVersions) theirs = tal_merge_ref_versions (self, difference->theirs);
  TalVersions            *joined = tal_versions_join (ours, theirs);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField         *field = &structure->fields[i];
      const char             *part = tal_record_get_part (merged, field);
      gboolean                is_theirs = tal_field_is_equal (field, merged, difference->theirs);
      g_autoptr (TalVersions) before = NULL;
      TalId                   writer = TAL_ID_NONE;
      TalTime                 time = TAL_TIME_NONE;

      if (tal_field_is_equal (field, difference->ours, difference->theirs))
        continue;

      before = joined;
      tal_versions_get_part (is_theirs ? theirs : ours, part, &writer, &time);
      joined = tal_versions_set_part (before, part, writer, time);
    }

  return joined;
}

/* What is in none of the two, although one has seen the other, was decided here: by a person, or
 * because something was undone here, or changed in the file by hand.  The fields in which that
 * shows; NULL where nothing was decided. */
static GPtrArray *
list_decided (const TalMerge *self, const TalDifference *difference, const TalRecord *merged)
{
  const TalRecord *ours = difference->ours;
  const TalRecord *theirs = difference->theirs;

  if (tal_merge_fields_is_same (merged, theirs) &&
      (tal_merge_fields_is_same (merged, ours) || !has_seen (self, ours, theirs)))
    return NULL;
  if (difference->type == TAL_DIFFERENCE_CONFLICT)
    return g_ptr_array_ref (difference->fields);
  if (has_seen (self, theirs, ours))
    return tal_merge_fields_list_different (merged, theirs);

  return has_seen (self, ours, theirs) ? tal_merge_fields_list_different (merged, ours) : NULL;
}

/* What the fields of both sides give, with theirs or ours where they are in conflict. */
static void
add_merged (const TalMerge *self, TalChangeSet *changes, const TalDifference *difference)
{
  g_autoptr (TalMergeFields) fields = merge_fields (self, difference);
  TalRecord *merged = difference->choice == TAL_CHOICE_THEIRS ? fields->theirs : fields->ours;
  g_autoptr (TalVersions) seen = join_parts (self, difference, merged);
  g_autoptr (GPtrArray)   decided = list_decided (self, difference, merged);

  if (decided != NULL)
    {
      tal_merge_decide (self, merged, seen, decided);
    }
  else
    {
      if (has_seen (self, difference->theirs, difference->ours))
        tal_merge_fields_stamp (merged, difference->theirs);
      tal_merge_set_versions (self, merged, seen);
    }
  tal_change_set_add (changes, difference->ours, merged);
}

/* Ours stays, and has now seen theirs.  What has seen them already says so. */
static void
add_kept (const TalMerge *self, TalChangeSet *changes, const TalDifference *difference)
{
  g_autoptr (TalRecord)   after = NULL;
  g_autoptr (TalVersions) seen = NULL;

  if (has_seen (self, difference->ours, difference->theirs))
    return;

  after = tal_record_copy (difference->ours);
  seen = join (self, difference->ours, difference->theirs);
  tal_merge_decide (self, after, seen, NULL);
  tal_change_set_add (changes, difference->ours, after);
}

/* The same for what stays removed; a figure that went with its series has no trace. */
static void
add_kept_trace (const TalMerge *self, TalChangeSet *changes, const TalDifference *difference)
{
  const TalRecord        *trace = tal_merge_find_own_trace (self, &difference->key);
  g_autoptr (TalRecord)   after = NULL;
  g_autoptr (TalVersions) seen = NULL;

  if (trace == NULL || has_seen (self, trace, difference->theirs))
    return;

  after = tal_record_copy (trace);
  seen = join (self, trace, difference->theirs);
  tal_merge_decide (self, after, seen, NULL);
  tal_change_set_add (changes, trace, after);
}

/* With all figures of a series. */
static gboolean
add_removal (TalMerge *self, TalChangeSet *changes, const TalDifference *difference, GError **error)
{
  const TalRecord        *ours = difference->ours;
  g_autoptr (TalRecord)   trace = tal_record_copy (difference->theirs);
  g_autoptr (TalVersions) seen = join (self, ours, trace);

  if (ours->kind == TAL_KIND_SERIES)
    {
      if (!tal_merge_ensure_run (self, ours->id, error))
        return FALSE;
      for (guint i = 0; i < tal_run_get_length (self->run); i++)
        {
          const TalRecord        *figure = &tal_run_get_observation (self->run, i)->record;
          g_autoptr (TalVersions) before = g_steal_pointer (&seen);
          g_autoptr (TalVersions) more = tal_merge_ref_versions (self, figure);

          seen = tal_versions_join (before, more);
          tal_change_set_add (changes, figure, NULL);
        }
    }

  tal_merge_set_versions (self, trace, seen);
  tal_change_set_add (changes, ours, NULL);
  tal_change_set_add (changes, NULL, trace);
  return TRUE;
}

static gboolean
is_removed_there (const TalDifference *difference)
{
  return difference->type == TAL_DIFFERENCE_REMOVED ||
         difference->reason == TAL_CONFLICT_REMOVED_THERE;
}

/* Only a decision leaves a trace: what merely is left out is asked about again. */
static void
leave (const TalMerge *self, TalChangeSet *changes, const TalDifference *difference)
{
  if (difference->type != TAL_DIFFERENCE_CONFLICT)
    return;

  if (difference->reason == TAL_CONFLICT_REMOVED_HERE)
    add_kept_trace (self, changes, difference);
  else if (difference->reason != TAL_CONFLICT_BOTH_CHANGED)
    add_kept (self, changes, difference);
  else
    add_merged (self, changes, difference);
}

static gboolean
take (TalMerge *self, TalChangeSet *changes, const TalDifference *difference, GError **error)
{
  if (is_removed_there (difference))
    return add_removal (self, changes, difference, error);

  if (difference->ours == NULL)
    add_new (self, changes, difference);
  else
    add_merged (self, changes, difference);
  return TRUE;
}

static void
add_silent (const TalMerge *self, TalChangeSet *changes)
{
  for (guint i = 0; i < tal_change_set_get_length (self->silent); i++)
    {
      const TalChange *change = tal_change_set_get_change (self->silent, i);

      tal_change_set_add (changes, change->before, change->after);
    }
}

TalChangeSet *
tal_merge_make_changes (TalMerge *self, const char *label, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_IMPORT, label);

  g_return_val_if_fail (self != NULL, NULL);

  add_silent (self, changes);
  for (guint i = 0; i < self->differences->len; i++)
    {
      TalDifference *difference = g_ptr_array_index (self->differences, i);

      g_clear_pointer (&difference->breach, g_free);
      if (difference->choice == TAL_CHOICE_OURS)
        leave (self, changes, difference);
      else if (difference->choice == TAL_CHOICE_THEIRS && !take (self, changes, difference, error))
        return NULL;
    }

  if (!tal_merge_drop_what_breaks_rules (self, changes, cancellable, error))
    return NULL;

  return g_steal_pointer (&changes);
}
