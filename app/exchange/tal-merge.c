/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-merge.h"

#include "core/tal-removal.h"
#include "core/tal-title.h"
#include "exchange/tal-merge-fields.h"
#include "exchange/tal-merge-private.h"

#include <glib/gi18n-lib.h>

static void
conflict_free (TalConflict *conflict)
{
  tal_record_unref (conflict->ours);
  tal_record_unref (conflict->theirs);
  tal_record_unref (conflict->base);
  g_ptr_array_unref (conflict->fields);
  g_free (conflict->sentence);
  g_free (conflict);
}

static TalRecord *
ref_or_null (const TalRecord *record)
{
  return record != NULL ? tal_record_ref (record) : NULL;
}

static const char *
get_sentence (TalConflictReason reason)
{
  switch (reason)
    {
    case TAL_CONFLICT_BOTH_CHANGED:
      return _ ("It was changed both here and there.");
    case TAL_CONFLICT_NOT_THEIRS:
      return _ ("They have changed what is not theirs.");
    case TAL_CONFLICT_REMOVED_HERE:
      return _ ("They send what was removed here.");
    case TAL_CONFLICT_REMOVED_THERE:
      return _ ("They have removed what was changed here, or is not theirs.");
    case TAL_CONFLICT_BREAKS_RULE:
      return _ ("It does not fit with what is here.");
    }

  g_return_val_if_reached (NULL);
}

TalConflict *
tal_merge_add_conflict (TalMerge         *self,
                        const TalKey     *key,
                        TalConflictReason reason,
                        const TalRecord  *ours,
                        const TalRecord  *theirs,
                        const TalRecord  *base)
{
  TalConflict *conflict = g_new0 (TalConflict, 1);

  conflict->key = *key;
  conflict->reason = reason;
  conflict->ours = ref_or_null (ours);
  conflict->theirs = ref_or_null (theirs);
  conflict->base = ref_or_null (base);
  conflict->fields = g_ptr_array_new ();
  conflict->open = self->policy == TAL_MERGE_POLICY_ASK;
  g_ptr_array_add (self->conflicts, conflict);
  self->counts.n_conflicts++;
  return conflict;
}

static gboolean
are_theirs_wanted (const TalMerge *self)
{
  return self->policy == TAL_MERGE_POLICY_THEIRS;
}

/* The observations of one series come one after the other: one run is enough. */
static gboolean
ensure_run (TalMerge *self, TalId series, GError **error)
{
  if (self->run != NULL && tal_id_is_equal (tal_run_get_series (self->run), series))
    return TRUE;

  g_clear_pointer (&self->run, tal_run_unref);
  self->run = tal_run_source_ref_run (self->runs, series, error);
  return self->run != NULL;
}

/* 'ret_ours' is NULL where it is not here, and lasts until the next is looked up. */
static gboolean
find_ours (TalMerge *self, const TalKey *key, const TalRecord **ret_ours, GError **error)
{
  const TalObservation *observation = NULL;

  if (key->kind != TAL_KIND_OBSERVATION)
    {
      *ret_ours = tal_catalogue_find_key (self->catalogue, key);
      return TRUE;
    }

  if (tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, key->id) == NULL)
    {
      *ret_ours = NULL;
      return TRUE;
    }
  if (!ensure_run (self, key->id, error))
    return FALSE;

  observation = tal_run_find (self->run, key->period);
  *ret_ours = observation != NULL ? &observation->record : NULL;
  return TRUE;
}

static TalRecord *
find_base (TalMerge *self, const TalKey *key)
{
  return self->base != NULL ? self->base (key, self->user_data) : NULL;
}

/* Whether it belongs to the unit that sent the bundle.  What is ours never does. */
static gboolean
is_senders (TalMerge *self, const TalRecord *record)
{
  TalId            sender = tal_bundle_get_header (self->bundle)->from;
  const TalRecord *owned = record;

  if (record->kind == TAL_KIND_OBSERVATION)
    owned = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, record->id);

  return owned != NULL && !tal_id_is_none (sender) && tal_id_is_equal (owned->owner, sender) &&
         !tal_id_is_equal (sender, self->home_unit);
}

static const TalRecord *
find_trace (const TalMerge *self, const TalKey *key)
{
  TalKey trace = { TAL_KIND_REMOVAL, key->id, key->period };

  return tal_catalogue_find_key (self->catalogue, &trace);
}

/* An observation went with its series. */
static gboolean
was_removed_here (const TalMerge *self, const TalKey *key)
{
  TalKey series = tal_key_for_object (TAL_KIND_SERIES, key->id);

  return find_trace (self, key) != NULL ||
         (key->kind == TAL_KIND_OBSERVATION && find_trace (self, &series) != NULL);
}

static void
add_new (TalMerge *self, const TalKey *key, const TalRecord *theirs)
{
  const TalRecord *trace = find_trace (self, key);

  if (trace != NULL)
    tal_change_set_add (self->changes, trace, NULL);
  tal_change_set_add (self->changes, NULL, theirs);
}

static void
merge_new (TalMerge *self, const TalKey *key, const TalRecord *theirs)
{
  g_autoptr (TalRecord) base = find_base (self, key);

  if (base == NULL && !was_removed_here (self, key))
    {
      tal_change_set_add (self->changes, NULL, theirs);
      self->counts.n_new++;
      return;
    }

  /* They had it from the last exchange and left it as it was; it went away here. */
  if (base != NULL && tal_merge_fields_is_same (base, theirs))
    {
      self->counts.n_kept++;
      return;
    }

  tal_merge_add_conflict (self, key, TAL_CONFLICT_REMOVED_HERE, NULL, theirs, base);
  if (are_theirs_wanted (self))
    add_new (self, key, theirs);
}

static void
merge_three (TalMerge        *self,
             const TalKey    *key,
             const TalRecord *ours,
             const TalRecord *theirs,
             const TalRecord *base)
{
  g_autoptr (TalMergeFields) fields = tal_merge_fields_new (ours, theirs, base);
  TalConflict               *conflict = NULL;

  if (!tal_merge_fields_has_conflict (fields))
    {
      tal_change_set_add (self->changes, ours, fields->ours);
      self->counts.n_changed++;
      return;
    }

  conflict = tal_merge_add_conflict (self, key, TAL_CONFLICT_BOTH_CHANGED, ours, theirs, base);
  g_ptr_array_extend (conflict->fields, fields->fields, NULL, NULL);
  if (are_theirs_wanted (self))
    tal_change_set_add (self->changes, ours, fields->theirs);
  else if (self->policy == TAL_MERGE_POLICY_OURS)
    tal_change_set_add (self->changes, ours, fields->ours);
}

static void
merge_difference (TalMerge *self, const TalKey *key, const TalRecord *ours, const TalRecord *theirs)
{
  g_autoptr (TalRecord) base = find_base (self, key);

  if (base != NULL && tal_merge_fields_is_same (theirs, base))
    {
      self->counts.n_kept++;
    }
  else if (base != NULL ? tal_merge_fields_is_same (ours, base) : is_senders (self, ours))
    {
      tal_change_set_add (self->changes, ours, theirs);
      self->counts.n_changed++;
    }
  else if (base != NULL)
    {
      merge_three (self, key, ours, theirs, base);
    }
  else
    {
      tal_merge_add_conflict (self, key, TAL_CONFLICT_NOT_THEIRS, ours, theirs, NULL);
      if (are_theirs_wanted (self))
        tal_change_set_add (self->changes, ours, theirs);
    }
}

/* The content is the same; the later of the two wrote it last. */
static void
merge_same (TalMerge *self, const TalRecord *ours, const TalRecord *theirs)
{
  if (tal_merge_fields_find_later (ours, theirs) == theirs)
    tal_change_set_add (self->changes, ours, theirs);
  self->counts.n_unchanged++;
}

static gboolean
merge_object (TalMerge *self, const TalRecord *theirs, GError **error)
{
  TalKey           key = tal_record_get_key (theirs);
  const TalRecord *ours = NULL;

  if (!find_ours (self, &key, &ours, error))
    return FALSE;

  if (ours == NULL)
    merge_new (self, &key, theirs);
  else if (tal_merge_fields_is_same (ours, theirs))
    merge_same (self, ours, theirs);
  else
    merge_difference (self, &key, ours, theirs);
  return TRUE;
}

static gboolean
may_remove_record (TalMerge *self, const TalRecord *ours)
{
  TalKey                key = tal_record_get_key (ours);
  g_autoptr (TalRecord) base = find_base (self, &key);

  return is_senders (self, ours) || (base != NULL && tal_merge_fields_is_same (ours, base));
}

/* A series goes with its observations, and only where each of them may. */
static gboolean
may_remove (TalMerge *self, const TalRecord *ours, gboolean *ret_may, GError **error)
{
  gboolean may = may_remove_record (self, ours);

  if (ours->kind == TAL_KIND_SERIES && may)
    {
      if (!ensure_run (self, ours->id, error))
        return FALSE;
      for (guint i = 0; i < tal_run_get_length (self->run) && may; i++)
        may = may_remove_record (self, &tal_run_get_observation (self->run, i)->record);
    }

  *ret_may = may;
  return TRUE;
}

static gboolean
remove_record (TalMerge *self, const TalRecord *ours, const TalRecord *removal, GError **error)
{
  if (ours->kind == TAL_KIND_SERIES)
    {
      if (!ensure_run (self, ours->id, error))
        return FALSE;
      for (guint i = 0; i < tal_run_get_length (self->run); i++)
        tal_change_set_add (self->changes, &tal_run_get_observation (self->run, i)->record, NULL);
    }

  tal_change_set_add (self->changes, ours, NULL);
  tal_change_set_add (self->changes, NULL, removal);
  return TRUE;
}

static gboolean
merge_present_removal (TalMerge        *self,
                       const TalKey    *key,
                       const TalRecord *ours,
                       const TalRecord *removal,
                       GError         **error)
{
  gboolean may = FALSE;

  if (!may_remove (self, ours, &may, error))
    return FALSE;

  if (may)
    {
      self->counts.n_removed++;
      return remove_record (self, ours, removal, error);
    }

  tal_merge_add_conflict (self, key, TAL_CONFLICT_REMOVED_THERE, ours, NULL, NULL);
  return !are_theirs_wanted (self) || remove_record (self, ours, removal, error);
}

static gboolean
merge_removal (TalMerge *self, const TalRecord *removal, GError **error)
{
  TalKey           trace_key = tal_record_get_key (removal);
  const TalRecord *trace = tal_catalogue_find_key (self->catalogue, &trace_key);
  const TalRecord *ours = NULL;
  TalKey           key = { TAL_REMOVAL (removal)->removed, removal->id, trace_key.period };

  if (!find_ours (self, &key, &ours, error))
    return FALSE;
  if (ours != NULL)
    return merge_present_removal (self, &key, ours, removal, error);

  /* It is on neither side.  The trace is kept, so that nobody's older file brings it
   * back. */
  if (trace != NULL)
    merge_same (self, trace, removal);
  else
    {
      tal_change_set_add (self->changes, NULL, removal);
      self->counts.n_unchanged++;
    }
  return TRUE;
}

static void
append_fields (GString *sentence, const GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const TalField *field = g_ptr_array_index (fields, i);

      g_string_append (sentence, ", ");
      g_string_append (sentence, _ (field->title));
    }
}

/* What it is about, in which fields, and what is the matter. */
static void
describe (TalMerge *self, TalConflict *conflict)
{
  const TalRecord *record = conflict->ours != NULL ? conflict->ours : conflict->theirs;
  g_autofree char *title = tal_title_for_record (self->catalogue, record);
  g_autofree char *breach = g_steal_pointer (&conflict->sentence);
  GString         *sentence = g_string_new (title);

  append_fields (sentence, conflict->fields);
  g_string_append (sentence, ": ");
  g_string_append (sentence, breach != NULL ? breach : get_sentence (conflict->reason));
  conflict->sentence = g_string_free (sentence, FALSE);
}

static gboolean
merge_bundle (TalMerge *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < tal_bundle_get_length (self->bundle); i++)
    {
      const TalRecord *record = tal_bundle_get_record (self->bundle, i);

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (record->kind == TAL_KIND_REMOVAL ? !merge_removal (self, record, error)
                                           : !merge_object (self, record, error))
        return FALSE;
    }

  if (!tal_merge_drop_what_breaks_rules (self, cancellable, error))
    return FALSE;

  for (guint i = 0; i < self->conflicts->len; i++)
    describe (self, g_ptr_array_index (self->conflicts, i));
  return TRUE;
}

TalMerge *
tal_merge_new (const TalCatalogue *catalogue,
               TalRunSource       *runs,
               const TalBundle    *bundle,
               TalId               home_unit,
               TalMergePolicy      policy,
               TalMergeBaseFunc    base,
               gpointer            user_data,
               const char         *label,
               GCancellable       *cancellable,
               GError            **error)
{
  g_autoptr (TalMerge) self = NULL;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (bundle != NULL, NULL);

  self = g_new0 (TalMerge, 1);
  self->catalogue = tal_catalogue_ref (catalogue);
  self->runs = runs;
  self->bundle = bundle;
  self->home_unit = home_unit;
  self->policy = policy;
  self->base = base;
  self->user_data = user_data;
  self->changes = tal_change_set_new (TAL_ORIGIN_IMPORT, label);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify)conflict_free);

  if (!merge_bundle (self, cancellable, error))
    return NULL;

  g_clear_pointer (&self->run, tal_run_unref);
  return g_steal_pointer (&self);
}

void
tal_merge_free (TalMerge *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->run, tal_run_unref);
  tal_catalogue_unref (self->catalogue);
  tal_change_set_unref (self->changes);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}

const TalChangeSet *
tal_merge_get_changes (const TalMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes;
}

const TalMergeCounts *
tal_merge_get_counts (const TalMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->counts;
}

guint
tal_merge_get_n_conflicts (const TalMerge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->conflicts->len;
}

const TalConflict *
tal_merge_get_conflict (const TalMerge *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->conflicts->len, NULL);

  return g_ptr_array_index (self->conflicts, position);
}

gboolean
tal_merge_has_open_conflict (const TalMerge *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      if (tal_merge_get_conflict (self, i)->open)
        return TRUE;
    }

  return FALSE;
}
