/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-removal.h"
#include "exchange/tal-merge-fields.h"
#include "exchange/tal-merge-private.h"

/* What is there of one object on both sides. */
typedef struct
{
  TalKey           key;
  const TalRecord *ours;   /* NULL where it is not here */
  const TalRecord *theirs; /* the removal where they removed it */
  guint            line;
} Pair;

/* 'ret_ours' is NULL where it is not here, and lasts until the next is looked up. */
static gboolean
find_ours (TalMerge *self, const TalKey *key, const TalRecord **ret_ours, GError **error)
{
  const TalObservation *observation = NULL;

  *ret_ours = NULL;
  if (key->kind != TAL_KIND_OBSERVATION)
    {
      *ret_ours = tal_catalogue_find_key (self->catalogue, key);
      return TRUE;
    }

  if (tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, key->id) == NULL)
    return TRUE;
  if (!tal_merge_ensure_run (self, key->id, error))
    return FALSE;

  observation = tal_run_find (self->run, key->period);
  if (observation != NULL)
    *ret_ours = &observation->record;
  return TRUE;
}

static TalDifference *
add (TalMerge *self, const Pair *pair, TalDifferenceType type, TalConflictReason reason)
{
  TalDifference *difference =
      tal_difference_new (&pair->key, type, reason, pair->ours, pair->theirs, NULL);
  guint *const counts[] = {
    [TAL_DIFFERENCE_NEW] = &self->counts.n_new,
    [TAL_DIFFERENCE_CHANGED] = &self->counts.n_changed,
    [TAL_DIFFERENCE_KEPT] = &self->counts.n_kept,
    [TAL_DIFFERENCE_REMOVED] = &self->counts.n_removed,
    [TAL_DIFFERENCE_CONFLICT] = &self->counts.n_conflicts,
  };

  difference->line = pair->line;
  g_ptr_array_add (self->differences, difference);
  g_hash_table_insert (self->by_key, &difference->key, difference);
  (*counts[type])++;
  return difference;
}

static GPtrArray *
get_past (const TalMerge *self, const TalKey *key)
{
  return self->past != NULL ? g_hash_table_lookup (self->past, key) : NULL;
}

/* The state that says to be what theirs says to be, or NULL. */
static const TalRecord *
find_same_version (const TalMerge *self, const Pair *pair)
{
  g_autoptr (TalVersions) theirs = tal_merge_ref_versions (self, pair->theirs);
  const GPtrArray        *past = get_past (self, &pair->key);

  for (guint i = 0; past != NULL && i < past->len; i++)
    {
      const TalRecord        *each = g_ptr_array_index (past, i);
      g_autoptr (TalVersions) versions = tal_merge_ref_versions (self, each);

      if (tal_versions_is_equal (versions, theirs))
        return each;
    }

  return NULL;
}

static void
doubt (GHashTable *doubtful, const TalKey *key)
{
  g_hash_table_add (doubtful, g_memdup2 (key, sizeof *key));
}

/* Whether they have seen a change of ours that is not here any more: it was undone. */
static gboolean
knows_undone (const TalMerge *self, const TalVersions *ours, const TalVersions *theirs)
{
  TalTime known = tal_versions_get_time (theirs, self->writer.replica);

  return known != TAL_TIME_NONE && known > tal_versions_get_time (ours, self->writer.replica);
}

/* The newest state that was undone here and that they have seen, or NULL. */
static const TalRecord *
find_undone (const TalMerge    *self,
             const TalKey      *key,
             const TalVersions *ours,
             const TalVersions *theirs)
{
  const GPtrArray *past = get_past (self, key);

  for (guint i = 0; past != NULL && i < past->len; i++)
    {
      const TalRecord        *each = g_ptr_array_index (past, i);
      g_autoptr (TalVersions) versions = tal_merge_ref_versions (self, each);

      if (knows_undone (self, ours, versions) && tal_versions_covers (theirs, versions))
        return each;
    }

  return NULL;
}

static gboolean
was_here (const TalMerge *self, const Pair *pair)
{
  const GPtrArray *past = get_past (self, &pair->key);

  for (guint i = 0; past != NULL && i < past->len; i++)
    {
      if (tal_merge_fields_is_same (g_ptr_array_index (past, i), pair->theirs))
        return TRUE;
    }

  return FALSE;
}

/* Takes 'fields', and a base that is known. */
static void
add_merged (TalMerge *self, const Pair *pair, const TalRecord *base, TalMergeFields *fields)
{
  gboolean       conflict = tal_merge_fields_has_conflict (fields);
  TalDifference *difference =
      add (self, pair, conflict ? TAL_DIFFERENCE_CONFLICT : TAL_DIFFERENCE_CHANGED,
           conflict ? TAL_CONFLICT_BOTH_CHANGED : TAL_CONFLICT_NONE);

  difference->base = base != NULL ? tal_record_ref (base) : NULL;
  g_ptr_array_extend (difference->fields, fields->fields, NULL, NULL);
  tal_merge_fields_free (fields);
}

static void
merge_from_base (TalMerge *self, const Pair *pair, const TalRecord *base)
{
  add_merged (self, pair, base, tal_merge_fields_new (pair->ours, pair->theirs, base));
}

/* The file doesn't say what it knew of ours. */
static void
merge_unknown (TalMerge *self, const Pair *pair)
{
  g_autoptr (GPtrArray) fields = NULL;
  TalDifference        *difference = NULL;

  if (was_here (self, pair))
    {
      add (self, pair, TAL_DIFFERENCE_KEPT, TAL_CONFLICT_NONE);
      return;
    }
  if (tal_merge_is_senders (self, pair->ours))
    {
      merge_from_base (self, pair, pair->ours);
      return;
    }

  difference = add (self, pair, TAL_DIFFERENCE_CONFLICT, TAL_CONFLICT_NOT_THEIRS);
  fields = tal_merge_fields_list_different (pair->ours, pair->theirs);
  g_ptr_array_extend (difference->fields, fields, NULL, NULL);
}

/* They have what was here once; where it doesn't say what it said then, somebody has changed
 * the file by hand. */
static void
merge_older (TalMerge *self, const Pair *pair)
{
  const TalRecord *then = find_same_version (self, pair);

  if (then == NULL || tal_merge_fields_is_same (then, pair->theirs))
    add (self, pair, TAL_DIFFERENCE_KEPT, TAL_CONFLICT_NONE);
  else
    merge_from_base (self, pair, then);
}

/* An undoing leaves no trace.  Where others turn out to have seen what was undone, it is said
 * after all, as a change of here and now, so that they hear of it: 'ret_restated' is what is here
 * then. */
static void
restate (TalMerge *self, const TalRecord *ours, const TalRecord *undone, TalRecord **ret_restated)
{
  g_autoptr (TalVersions) own = tal_merge_ref_versions (self, ours);
  g_autoptr (TalVersions) other = tal_merge_ref_versions (self, undone);
  g_autoptr (TalVersions) seen = tal_versions_join (own, other);
  g_autoptr (GPtrArray)   fields = NULL;
  TalRecord              *restated = tal_record_copy (ours);

  if (ours->kind == undone->kind)
    fields = tal_merge_fields_list_different (ours, undone);
  tal_merge_decide (self, restated, seen, fields);
  tal_change_set_add (self->silent, ours, restated);
  *ret_restated = restated;
}

static void
merge_concurrent (TalMerge *self, const Pair *pair)
{
  g_autoptr (TalVersions) ours = tal_merge_ref_versions (self, pair->ours);
  g_autoptr (TalVersions) theirs = tal_merge_ref_versions (self, pair->theirs);

  if (tal_versions_covers (ours, theirs))
    add (self, pair, TAL_DIFFERENCE_KEPT, TAL_CONFLICT_NONE);
  else
    add_merged (self, pair, NULL,
                tal_merge_fields_new_from_versions (pair->ours, pair->theirs, ours, theirs));
}

/* They have seen what is here, and perhaps what was undone since. */
static void
merge_newer (TalMerge *self, const Pair *pair, const TalVersions *ours, const TalVersions *theirs)
{
  const TalRecord      *undone = find_undone (self, &pair->key, ours, theirs);
  g_autoptr (TalRecord) restated = NULL;
  Pair                  now = *pair;

  if (undone == NULL)
    {
      merge_from_base (self, pair, pair->ours);
      return;
    }

  restate (self, pair->ours, undone, &restated);
  now.ours = restated;
  merge_concurrent (self, &now);
}

/* Both are here, and don't say the same. */
static void
merge_difference (TalMerge *self, const Pair *pair, GHashTable *doubtful)
{
  g_autoptr (TalVersions) ours = tal_merge_ref_versions (self, pair->ours);
  g_autoptr (TalVersions) theirs = tal_merge_ref_versions (self, pair->theirs);
  TalVersionOrder         order = tal_versions_compare (theirs, ours);

  if (doubtful != NULL)
    {
      if (theirs == NULL || order == TAL_VERSIONS_EQUAL || order == TAL_VERSIONS_OLDER ||
          knows_undone (self, ours, theirs))
        doubt (doubtful, &pair->key);
    }
  else if (theirs == NULL || order == TAL_VERSIONS_EQUAL)
    merge_unknown (self, pair);
  else if (order == TAL_VERSIONS_NEWER)
    merge_newer (self, pair, ours, theirs);
  else if (order == TAL_VERSIONS_OLDER)
    merge_older (self, pair);
  else
    merge_concurrent (self, pair);
}

/* The content is the same; the later of the two wrote it last, and both have now been seen. */
static void
merge_same (TalMerge *self, const Pair *pair)
{
  const TalRecord        *later = tal_merge_fields_find_later (pair->ours, pair->theirs);
  g_autoptr (TalVersions) ours = tal_merge_ref_versions (self, pair->ours);
  g_autoptr (TalVersions) theirs = tal_merge_ref_versions (self, pair->theirs);
  g_autoptr (TalVersions) joined = tal_versions_join (ours, theirs);
  g_autoptr (TalRecord)   after = NULL;

  self->counts.n_unchanged++;
  if (later == pair->ours && tal_versions_is_equal (joined, ours))
    return;

  after = tal_record_copy (later);
  tal_merge_set_versions (self, after, joined);
  tal_change_set_add (self->silent, pair->ours, after);
}

/* They have it, and it is not here any more. */
static void
merge_removed_here (TalMerge *self, const Pair *pair, const TalRecord *trace, GHashTable *doubtful)
{
  g_autoptr (TalVersions) removal = tal_merge_ref_versions (self, trace);
  g_autoptr (TalVersions) theirs = tal_merge_ref_versions (self, pair->theirs);

  if (theirs == NULL && doubtful != NULL)
    doubt (doubtful, &pair->key);
  else if (doubtful != NULL)
    return;
  else if (theirs != NULL ? tal_versions_covers (removal, theirs) : was_here (self, pair))
    add (self, pair, TAL_DIFFERENCE_KEPT, TAL_CONFLICT_NONE);
  else if (removal != NULL && tal_versions_covers (theirs, removal))
    add (self, pair, TAL_DIFFERENCE_NEW, TAL_CONFLICT_NONE);
  else
    add (self, pair, TAL_DIFFERENCE_CONFLICT, TAL_CONFLICT_REMOVED_HERE);
}

/* Whoever made it here and undid that has left no trace; now that others have it, one is left. */
static void
leave_trace (TalMerge *self, const TalRecord *undone)
{
  g_autoptr (TalVersions)  seen = tal_merge_ref_versions (self, undone);
  g_autoptr (TalChangeSet) removal = tal_change_set_new (TAL_ORIGIN_IMPORT, NULL);
  g_autoptr (TalRecord)    trace = NULL;
  TalKey                   key = tal_record_get_key (undone);

  key.kind = TAL_KIND_REMOVAL;
  tal_change_set_add_removal (removal, undone, self->writer.now, self->writer.author);
  trace = tal_record_copy (tal_change_set_find (removal, &key)->after);
  tal_merge_decide (self, trace, seen, NULL);
  tal_change_set_add (self->silent, NULL, trace);
}

/* It is not here, and nothing says that it was removed. */
static void
merge_new (TalMerge *self, const Pair *pair, GHashTable *doubtful)
{
  g_autoptr (TalVersions) theirs = tal_merge_ref_versions (self, pair->theirs);
  const TalRecord        *undone = NULL;

  if (doubtful != NULL)
    {
      if (knows_undone (self, NULL, theirs))
        doubt (doubtful, &pair->key);
      return;
    }

  undone = find_undone (self, &pair->key, NULL, theirs);
  if (undone == NULL)
    {
      add (self, pair, TAL_DIFFERENCE_NEW, TAL_CONFLICT_NONE);
      return;
    }

  leave_trace (self, undone);
  merge_removed_here (self, pair, tal_merge_find_trace (self, &pair->key), NULL);
}

static void
merge_object (TalMerge *self, const Pair *pair, GHashTable *doubtful)
{
  const TalRecord *trace = pair->ours == NULL ? tal_merge_find_trace (self, &pair->key) : NULL;

  if (trace != NULL)
    merge_removed_here (self, pair, trace, doubtful);
  else if (pair->ours != NULL && !tal_merge_fields_is_same (pair->ours, pair->theirs))
    merge_difference (self, pair, doubtful);
  else if (pair->ours == NULL)
    merge_new (self, pair, doubtful);
  else if (doubtful == NULL)
    merge_same (self, pair);
}

/* Whether they had seen our record when they removed it. */
static gboolean
was_seen (const TalMerge *self, const TalRecord *ours, const TalRecord *removal)
{
  g_autoptr (TalVersions) seen = tal_merge_ref_versions (self, removal);
  g_autoptr (TalVersions) versions = tal_merge_ref_versions (self, ours);

  return seen != NULL ? tal_versions_covers (seen, versions) : tal_merge_is_senders (self, ours);
}

/* A series goes with its observations, and only where each of them may. */
static gboolean
may_remove (TalMerge        *self,
            const TalRecord *ours,
            const TalRecord *removal,
            gboolean        *ret_may,
            GError         **error)
{
  gboolean may = was_seen (self, ours, removal);

  if (ours->kind == TAL_KIND_SERIES && may)
    {
      if (!tal_merge_ensure_run (self, ours->id, error))
        return FALSE;
      for (guint i = 0; i < tal_run_get_length (self->run) && may; i++)
        may = was_seen (self, &tal_run_get_observation (self->run, i)->record, removal);
    }

  *ret_may = may;
  return TRUE;
}

static gboolean
merge_present_removal (TalMerge *self, const Pair *pair, GError **error)
{
  g_autoptr (TalVersions) ours = tal_merge_ref_versions (self, pair->ours);
  g_autoptr (TalVersions) removal = tal_merge_ref_versions (self, pair->theirs);
  gboolean                may = FALSE;

  if (!may_remove (self, pair->ours, pair->theirs, &may, error))
    return FALSE;

  if (may)
    add (self, pair, TAL_DIFFERENCE_REMOVED, TAL_CONFLICT_NONE);
  else if (removal != NULL && tal_versions_compare (ours, removal) == TAL_VERSIONS_NEWER)
    add (self, pair, TAL_DIFFERENCE_KEPT, TAL_CONFLICT_NONE);
  else
    add (self, pair, TAL_DIFFERENCE_CONFLICT, TAL_CONFLICT_REMOVED_THERE);
  return TRUE;
}

/* They removed what is here, perhaps because it was removed here once, and that was undone. */
static gboolean
merge_maybe_undone_removal (TalMerge *self, const Pair *pair, GHashTable *doubtful, GError **error)
{
  g_autoptr (TalVersions) ours = tal_merge_ref_versions (self, pair->ours);
  g_autoptr (TalVersions) removal = tal_merge_ref_versions (self, pair->theirs);
  g_autoptr (TalRecord)   restated = NULL;
  TalKey                  trace = tal_record_get_key (pair->theirs);
  const TalRecord        *undone = NULL;
  Pair                    now = *pair;

  if (doubtful != NULL)
    {
      if (knows_undone (self, ours, removal))
        doubt (doubtful, &trace);
      return TRUE;
    }

  undone = find_undone (self, &trace, ours, removal);
  if (undone != NULL)
    {
      restate (self, pair->ours, undone, &restated);
      now.ours = restated;
    }
  return merge_present_removal (self, &now, error);
}

/* Where it is on neither side the trace is kept, so that nobody's older file brings it back. */
static gboolean
merge_removal (
    TalMerge *self, const TalRecord *removal, guint line, GHashTable *doubtful, GError **error)
{
  TalKey trace = tal_record_get_key (removal);
  Pair pair = { { TAL_REMOVAL (removal)->removed, removal->id, trace.period }, NULL, removal, line };

  if (!find_ours (self, &pair.key, &pair.ours, error))
    return FALSE;
  if (pair.ours != NULL)
    return merge_maybe_undone_removal (self, &pair, doubtful, error);
  if (doubtful != NULL)
    return TRUE;

  pair.ours = tal_catalogue_find_key (self->catalogue, &trace);
  if (pair.ours != NULL)
    merge_same (self, &pair);
  else
    {
      tal_change_set_add (self->silent, NULL, removal);
      self->counts.n_unchanged++;
    }
  return TRUE;
}

gboolean
tal_merge_compare (
    TalMerge *self, const TalRecord *theirs, guint line, GHashTable *doubtful, GError **error)
{
  Pair pair = { tal_record_get_key (theirs), NULL, theirs, line };

  if (theirs->kind == TAL_KIND_REMOVAL)
    return merge_removal (self, theirs, line, doubtful, error);
  if (!find_ours (self, &pair.key, &pair.ours, error))
    return FALSE;

  merge_object (self, &pair, doubtful);
  return TRUE;
}

void
tal_merge_compare_figure (TalMerge        *self,
                          const TalRecord *ours,
                          const TalRecord *theirs,
                          guint            line,
                          GHashTable      *doubtful)
{
  const Pair pair = { tal_record_get_key (theirs), ours, theirs, line };

  merge_object (self, &pair, doubtful);
}
