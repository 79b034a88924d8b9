/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-merge.h"

#include "core/tal-removal.h"
#include "core/tal-version-stamp.h"
#include "exchange/tal-merge-private.h"

static gboolean
is_removal_of_figure (const TalRecord *record)
{
  return record->kind == TAL_KIND_REMOVAL && tal_id_is_none (record->owner) &&
         TAL_REMOVAL (record)->removed == TAL_KIND_OBSERVATION;
}

TalId
tal_merge_find_owner (const TalMerge *self, const TalRecord *record)
{
  TalKey           key = { 0 };
  const TalRecord *series = NULL;

  if (record->kind != TAL_KIND_OBSERVATION && !is_removal_of_figure (record))
    return record->owner;

  key = tal_key_for_object (TAL_KIND_SERIES, record->id);
  series = tal_bundle_find (self->bundle, &key);
  return series != NULL ? series->owner : tal_version_find_owner (self->catalogue, NULL, record);
}

TalVersions *
tal_merge_ref_versions (const TalMerge *self, const TalRecord *record)
{
  return tal_record_ref_versions (record, tal_merge_find_owner (self, record));
}

gboolean
tal_merge_is_senders (const TalMerge *self, const TalRecord *record)
{
  TalId sender = tal_bundle_get_header (self->bundle)->from;

  return !tal_id_is_none (sender) && !tal_id_is_equal (sender, self->writer.replica) &&
         tal_id_is_equal (tal_version_find_owner (self->catalogue, NULL, record), sender);
}

const TalRecord *
tal_merge_find_own_trace (const TalMerge *self, const TalKey *key)
{
  TalKey           trace = { TAL_KIND_REMOVAL, key->id, key->period };
  const TalChange *change = NULL;
  guint            n_traces = 0;

  /* Most collections have few, and there may be millions of figures to ask of. */
  tal_catalogue_get_records (self->catalogue, TAL_KIND_REMOVAL, &n_traces);
  if (n_traces == 0 && tal_change_set_get_length (self->silent) == 0)
    return NULL;

  change = tal_change_set_find (self->silent, &trace);
  return change != NULL ? change->after : tal_catalogue_find_key (self->catalogue, &trace);
}

const TalRecord *
tal_merge_find_trace (const TalMerge *self, const TalKey *key)
{
  const TalRecord *own = tal_merge_find_own_trace (self, key);
  TalKey           series = tal_key_for_object (TAL_KIND_SERIES, key->id);

  return own != NULL || key->kind != TAL_KIND_OBSERVATION
             ? own
             : tal_merge_find_own_trace (self, &series);
}

/* The trace of a figure may outlive the series: it says more. */
void
tal_merge_set_versions (const TalMerge *self, TalRecord *record, const TalVersions *versions)
{
  tal_record_set_versions (record, versions,
                           record->kind == TAL_KIND_OBSERVATION
                               ? tal_merge_find_owner (self, record)
                               : record->owner);
}

/* Takes 'versions'. */
static TalVersions *
mark_parts (const TalMerge *self, TalVersions *versions, const TalRecord *record, GPtrArray *fields)
{
  TalVersions *marked = versions;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      versions = marked;
      marked = tal_versions_set_part (versions,
                                      tal_record_get_part (record, g_ptr_array_index (fields, i)),
                                      self->writer.replica, record->changed_at);
      tal_versions_unref (versions);
    }

  return marked;
}

void
tal_merge_decide (const TalMerge    *self,
                  TalRecord         *record,
                  const TalVersions *seen,
                  GPtrArray         *fields)
{
  TalTime                 last = tal_versions_get_time (seen, self->writer.replica);
  g_autoptr (TalVersions) versions = NULL;

  record->changed_at = self->writer.now;
  if (last != TAL_TIME_NONE && last >= record->changed_at)
    record->changed_at = last + 1;
  g_free (record->changed_by);
  record->changed_by = g_strdup (self->writer.author);

  versions = tal_versions_advance (seen, self->writer.replica, record->changed_at);
  versions = mark_parts (self, versions, record, fields);
  tal_merge_set_versions (self, record, versions);
}

gboolean
tal_merge_ensure_run (TalMerge *self, TalId series, GError **error)
{
  if (self->run != NULL && tal_id_is_equal (tal_run_get_series (self->run), series))
    return TRUE;

  g_clear_pointer (&self->run, tal_run_unref);
  self->run = tal_run_source_ref_run (self->runs, series, error);
  return self->run != NULL;
}

static gboolean
compare_figures (TalMerge *self, GHashTable *doubtful, GCancellable *cancellable, GError **error)
{
  if (!tal_merge_sort_figures (self, doubtful, cancellable, error))
    return FALSE;

  if (doubtful == NULL)
    tal_merge_resolve_figures (self);
  return TRUE;
}

/* In the order of the kinds: figures come after what they are of, and before the traces. */
static gboolean
compare_all (TalMerge *self, GHashTable *doubtful, GCancellable *cancellable, GError **error)
{
  guint    n_records = tal_bundle_get_length (self->bundle);
  gboolean has_figures = FALSE;

  for (guint i = 0; i < n_records; i++)
    {
      const TalRecord *record = tal_bundle_get_record (self->bundle, i);

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!has_figures && record->kind > TAL_KIND_OBSERVATION)
        {
          has_figures = TRUE;
          if (!compare_figures (self, doubtful, cancellable, error))
            return FALSE;
        }
      if (!tal_merge_compare (self, record, tal_bundle_get_line (self->bundle, i), doubtful, error))
        return FALSE;
    }
  if (!has_figures && !compare_figures (self, doubtful, cancellable, error))
    return FALSE;

  g_clear_pointer (&self->run, tal_run_unref);
  return TRUE;
}

/* The past is asked for once, and only of what needs it. */
static gboolean
learn_past (TalMerge        *self,
            TalMergePastFunc past,
            gpointer         user_data,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr (GHashTable) doubtful =
      g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);

  if (past == NULL)
    return TRUE;
  if (!compare_all (self, doubtful, cancellable, error))
    return FALSE;
  if (g_hash_table_size (doubtful) == 0)
    return TRUE;

  self->past = past (doubtful, user_data, error);
  return self->past != NULL;
}

TalMerge *
tal_merge_new (const TalCatalogue *catalogue,
               TalRunSource       *runs,
               const TalBundle    *bundle,
               const TalWriter    *writer,
               TalMergePastFunc    past,
               gpointer            user_data,
               GCancellable       *cancellable,
               GError            **error)
{
  g_autoptr (TalMerge) self = NULL;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (bundle != NULL && writer != NULL, NULL);

  self = g_new0 (TalMerge, 1);
  self->catalogue = tal_catalogue_ref (catalogue);
  self->runs = runs;
  self->bundle = bundle;
  self->writer = *writer;
  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_difference_free);
  self->by_key = g_hash_table_new (tal_key_hash, tal_key_equal);
  self->silent = tal_change_set_new (TAL_ORIGIN_IMPORT, NULL);
  self->figures = tal_merge_figures_new (tal_bundle_get_figures (bundle));

  if (!learn_past (self, past, user_data, cancellable, error) ||
      !compare_all (self, NULL, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tal_merge_free (TalMerge *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->run, tal_run_unref);
  g_clear_pointer (&self->past, g_hash_table_unref);
  tal_merge_figures_free (self->figures);
  tal_catalogue_unref (self->catalogue);
  tal_change_set_unref (self->silent);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->differences);
  g_free (self);
}

const TalMergeCounts *
tal_merge_get_counts (const TalMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->counts;
}

guint
tal_merge_get_n_differences (const TalMerge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->differences->len;
}

const TalDifference *
tal_merge_get_difference (const TalMerge *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->differences->len, NULL);

  return g_ptr_array_index (self->differences, position);
}

guint
tal_merge_get_n_unlisted (const TalMerge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return tal_merge_figures_get_n_fresh (self->figures);
}

void
tal_merge_choose (TalMerge *self, guint position, TalChoice choice)
{
  TalDifference *difference = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (position < self->differences->len);

  difference = g_ptr_array_index (self->differences, position);
  g_return_if_fail (choice != TAL_CHOICE_OPEN || difference->type == TAL_DIFFERENCE_CONFLICT);

  difference->choice = choice;
  g_clear_pointer (&difference->breach, g_free);
}

void
tal_merge_choose_all (TalMerge *self, TalChoice choice)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->differences->len; i++)
    {
      if (tal_difference_is_open (tal_merge_get_difference (self, i)))
        tal_merge_choose (self, i, choice);
    }
}

gboolean
tal_merge_is_open (const TalMerge *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->differences->len; i++)
    {
      if (tal_difference_is_open (tal_merge_get_difference (self, i)))
        return TRUE;
    }

  return FALSE;
}
