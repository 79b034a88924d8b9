/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-collection-exchange.h"

#include "base/tal-error.h"
#include "core/tal-change-text.h"
#include "core/tal-title.h"
#include "core/tal-unit.h"
#include "core/tal-validate.h"
#include "core/tal-version-stamp.h"
#include "exchange/tal-bundle.h"
#include "exchange/tal-merge.h"
#include "model/tal-backups.h"
#include "model/tal-clock.h"
#include "model/tal-collection-private.h"
#include "model/tal-model-resources.h"

#include <glib/gi18n-lib.h>

#define EXAMPLE_RESOURCE "/dk/indsatstal/Indsatstal/example/example.indsats.xml"

/* One import under way. */
typedef struct
{
  TalCollection          *collection;
  const TalBundle        *bundle;
  const TalImportRequest *request;
  const char             *stamp;   /* of the file; NULL for none */
  TalBundleMaker         *maker;   /* where it is no exchange file, else NULL */
  TalBundle              *made;    /* owned: by the maker */
  TalMerge               *merge;   /* owned */
  TalChangeSet           *changes; /* owned: what was chosen */
} Import;

static void
import_clear (Import *import)
{
  g_clear_pointer (&import->merge, tal_merge_free);
  g_clear_pointer (&import->made, tal_bundle_free);
  g_clear_pointer (&import->changes, tal_change_set_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static TalChoice
get_choice (TalImportPolicy policy)
{
  return policy == TAL_IMPORT_THEIRS ? TAL_CHOICE_THEIRS : TAL_CHOICE_OURS;
}

static GHashTable *
load_past (GHashTable *keys, gpointer collection, GError **error)
{
  return tal_store_load_past (((TalCollection *)collection)->store, keys, error);
}

static const char *
find_unit_name (const Import *import, TalId id)
{
  TalKey           key = tal_key_for_object (TAL_KIND_UNIT, id);
  const TalRecord *unit = tal_bundle_find (import->bundle, &key);

  if (unit == NULL)
    unit = tal_catalogue_find_key (import->collection->catalogue, &key);
  return unit != NULL ? TAL_UNIT (unit)->short_name : NULL;
}

static const char *
find_sender_name (const Import *import)
{
  return find_unit_name (import, tal_bundle_get_header (import->bundle)->from);
}

/* Of a file that is meant for somebody else; NULL for the others. */
static const char *
find_receiver_name (const Import *import)
{
  TalId to = tal_bundle_get_header (import->bundle)->to;

  return tal_id_is_none (to) || tal_id_is_equal (to, import->collection->home_unit)
             ? NULL
             : find_unit_name (import, to);
}

static char *
make_label (const Import *import)
{
  const char *sender = find_sender_name (import);

  if (import->maker != NULL)
    return g_strdup (import->maker->label);

  return sender != NULL ? g_strdup_printf (_ ("Import from %s"), sender) : g_strdup (_ ("Import"));
}

/* What was chosen row by row; only what is in conflict can be left open. */
static void
choose (TalMerge *merge, GHashTable *choices)
{
  for (guint i = 0; choices != NULL && i < tal_merge_get_n_differences (merge); i++)
    {
      const TalDifference *each = tal_merge_get_difference (merge, i);
      gpointer             choice = NULL;

      if (g_hash_table_lookup_extended (choices, &each->key, NULL, &choice) &&
          GPOINTER_TO_INT (choice) != TAL_IMPORT_CHOICE_OPEN)
        tal_merge_choose (merge, i,
                          GPOINTER_TO_INT (choice) == TAL_IMPORT_CHOICE_OURS ? TAL_CHOICE_OURS
                                                                             : TAL_CHOICE_THEIRS);
    }
}

/* What was chosen may break a rule here; where ours wins, that is left out too. */
static gboolean
make_changes (Import *import, GCancellable *cancellable, GError **error)
{
  TalImportPolicy  policy = import->request->policy;
  g_autofree char *label = make_label (import);

  choose (import->merge, import->request->choices);
  if (policy != TAL_IMPORT_ASK)
    tal_merge_choose_all (import->merge, get_choice (policy));
  import->changes = tal_merge_make_changes (import->merge, label, cancellable, error);
  if (import->changes == NULL)
    return FALSE;
  if (policy != TAL_IMPORT_OURS || !tal_merge_is_open (import->merge))
    return TRUE;

  tal_change_set_unref (import->changes);
  tal_merge_choose_all (import->merge, TAL_CHOICE_OURS);
  import->changes = tal_merge_make_changes (import->merge, label, cancellable, error);
  return import->changes != NULL;
}

/* What was made here holds together, and the merge says what breaks a rule. */
static gboolean
prepare (Import *import, GCancellable *cancellable, GError **error)
{
  TalCollection *collection = import->collection;

  if (import->maker == NULL)
    return tal_bundle_check_or_refuse (import->bundle, collection->catalogue, error);

  import->made = import->maker->make (collection, import->maker->target, cancellable, error);
  import->bundle = import->made;
  return import->made != NULL;
}

/* What was chosen is an answer to what was seen. */
static gboolean
check_is_as_seen (const Import *import, GError **error)
{
  const TalImportReport *seen = import->request->seen;

  if (seen == NULL)
    return TRUE;
  if (g_strcmp0 (seen->stamp, import->stamp) != 0)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT,
                           _ ("The file has been changed since it was compared."));
      return FALSE;
    }
  if (seen->sequence != import->collection->sequence)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT,
                           _ ("The collection has been changed since the file was compared."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
compare (Import *import, GCancellable *cancellable, GError **error)
{
  TalCollection  *collection = import->collection;
  const TalWriter writer = tal_collection_get_writer (collection);

  if (!check_is_as_seen (import, error) || !prepare (import, cancellable, error))
    return FALSE;

  import->merge =
      tal_merge_new (collection->catalogue, tal_store_get_runs (collection->store), import->bundle,
                     &writer, load_past, collection, cancellable, error);
  return import->merge != NULL && make_changes (import, cancellable, error);
}

static const TalRecord *
ref_or_null (const TalRecord *record)
{
  return record != NULL ? tal_record_ref (record) : NULL;
}

/* 'names' has what is new, too. */
static TalImportRow *
make_row (const TalCatalogue *names, const TalDifference *difference)
{
  static const TalImportRowType types[] = {
    [TAL_DIFFERENCE_NEW] = TAL_IMPORT_ROW_NEW,
    [TAL_DIFFERENCE_CHANGED] = TAL_IMPORT_ROW_CHANGED,
    [TAL_DIFFERENCE_KEPT] = TAL_IMPORT_ROW_KEPT,
    [TAL_DIFFERENCE_REMOVED] = TAL_IMPORT_ROW_REMOVED,
    [TAL_DIFFERENCE_CONFLICT] = TAL_IMPORT_ROW_CONFLICT,
  };
  static const TalImportChoice choices[] = {
    [TAL_CHOICE_OPEN] = TAL_IMPORT_CHOICE_OPEN,
    [TAL_CHOICE_OURS] = TAL_IMPORT_CHOICE_OURS,
    [TAL_CHOICE_THEIRS] = TAL_IMPORT_CHOICE_THEIRS,
  };
  const TalRecord *ours = difference->ours;
  const TalRecord *theirs = difference->theirs;
  TalImportRow    *row = g_new0 (TalImportRow, 1);

  row->key = difference->key;
  row->type = types[difference->type];
  row->choice = choices[difference->choice];
  row->ours = ref_or_null (ours);
  row->theirs = tal_record_ref (theirs);
  row->base = ref_or_null (difference->base);
  row->object = tal_title_for_record (names, ours != NULL ? ours : theirs);
  row->line = difference->line;
  row->refused = difference->breach != NULL;
  row->fields = tal_change_text_list_fields (names, ours,
                                             theirs->kind == difference->key.kind ? theirs : NULL);
  if (difference->type == TAL_DIFFERENCE_CONFLICT || difference->breach != NULL)
    {
      row->sentence = tal_difference_dup_sentence (difference, names);
      row->matter = g_strdup (tal_difference_get_matter (difference));
    }
  return row;
}

/* What is here, and what the file brings: its figures are of series that may be new too. */
static TalCatalogue *
make_names (const Import *import)
{
  const TalCatalogue      *catalogue = import->collection->catalogue;
  g_autoptr (TalChangeSet) news = tal_change_set_new (TAL_ORIGIN_IMPORT, NULL);
  TalCatalogue            *names = NULL;

  for (guint i = 0; i < tal_merge_get_n_differences (import->merge); i++)
    {
      const TalDifference *each = tal_merge_get_difference (import->merge, i);

      if (each->type == TAL_DIFFERENCE_NEW && each->key.kind < TAL_KIND_OBSERVATION)
        tal_change_set_add (news, NULL, each->theirs);
    }

  names = tal_catalogue_apply (catalogue, news, NULL);
  return names != NULL ? names : tal_catalogue_ref (catalogue);
}

static TalVersions *
ref_versions (const Import *import, const TalRecord *record)
{
  return tal_record_ref_versions (record, tal_version_find_owner (import->collection->catalogue,
                                                                  NULL, record));
}

/* The newest state that was here and that they have seen, or NULL. */
static const TalRecord *
find_common (const Import *import, GPtrArray *past, const TalRecord *theirs)
{
  g_autoptr (TalVersions) seen = ref_versions (import, theirs);

  for (guint i = 0; past != NULL && i < past->len; i++)
    {
      const TalRecord        *each = g_ptr_array_index (past, i);
      g_autoptr (TalVersions) versions = ref_versions (import, each);

      if (each->kind == theirs->kind && tal_versions_covers (seen, versions))
        return each;
    }
  return NULL;
}

/* The merge needs no common state to find that both have changed something; a person who is
 * to decide does. */
static void
find_bases (const Import *import, TalImportReport *report)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (tal_key_hash, tal_key_equal);
  g_autoptr (GHashTable) past = NULL;
  GHashTableIter         iter;
  gpointer               each = NULL;

  for (guint i = 0; i < report->rows->len; i++)
    {
      TalImportRow *row = g_ptr_array_index (report->rows, i);

      if (row->type == TAL_IMPORT_ROW_CONFLICT && row->base == NULL && row->ours != NULL)
        g_hash_table_insert (keys, &row->key, row);
    }

  if (g_hash_table_size (keys) > 0)
    past = tal_store_load_past (import->collection->store, keys, NULL);
  if (past == NULL)
    return;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, NULL, &each))
    {
      TalImportRow *row = each;

      row->base =
          ref_or_null (find_common (import, g_hash_table_lookup (past, &row->key), row->theirs));
    }
}

static TalImportReport *
make_report (const Import *import)
{
  const TalMergeCounts    *counts = tal_merge_get_counts (import->merge);
  const TalExchangeHeader *header = tal_bundle_get_header (import->bundle);
  const GPtrArray         *notes = tal_bundle_get_notes (import->bundle);
  TalImportReport         *report = g_new0 (TalImportReport, 1);

  report->sender = g_strdup (find_sender_name (import));
  report->receiver = g_strdup (find_receiver_name (import));
  report->newest = header->written;
  report->delta = header->picture == TAL_EXCHANGE_PICTURE_DELTA;
  report->catalogue = make_names (import);
  report->sequence = import->collection->sequence;
  report->stamp = g_strdup (import->stamp);
  report->n_new = counts->n_new;
  report->n_changed = counts->n_changed;
  report->n_kept = counts->n_kept;
  report->n_unchanged = counts->n_unchanged;
  report->n_removed = counts->n_removed;
  report->n_conflicts = counts->n_conflicts;
  report->n_unlisted = tal_merge_get_n_unlisted (import->merge);
  report->open = tal_merge_is_open (import->merge);
  report->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_import_row_free);
  report->notes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tal_merge_get_n_differences (import->merge); i++)
    g_ptr_array_add (report->rows,
                     make_row (report->catalogue, tal_merge_get_difference (import->merge, i)));
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (report->notes,
                     g_strdup (tal_problem_get_sentence (g_ptr_array_index (notes, i))));
  return report;
}

/* An empty collection has nothing to lose, and what changes nothing takes nothing: the
 * copies that are kept are few. */
static gboolean
back_up (const Import *import, GError **error)
{
  TalCollection   *collection = import->collection;
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;

  if (collection->sequence == 0 || tal_change_set_get_length (import->changes) == 0)
    return TRUE;

  folder = tal_backups_dup_folder ();
  copy = tal_store_back_up (collection->store, folder, tal_clock_get_now (), error);
  return copy != NULL;
}

/* The first full picture gives a collection that has none its unit.  The sender is that unit
 * too, so that the two must be told apart by something else. */
static gboolean
adopt_unit (const Import *import, GError **error)
{
  const TalExchangeHeader *header = tal_bundle_get_header (import->bundle);
  TalCollection           *collection = import->collection;
  TalId                    own = TAL_ID_NONE;

  if (tal_collection_find_home_unit (collection) != NULL || tal_id_is_none (header->from) ||
      header->picture != TAL_EXCHANGE_PICTURE_FULL)
    return TRUE;

  return tal_store_load_id (collection->store, &own, error) &&
         tal_store_save_home_unit (collection->store, header->from, error) &&
         tal_store_save_replica (collection->store, own, error);
}

static gboolean
write_import (Import         *import,
              TalTransaction *transaction,
              gboolean        example,
              GCancellable   *cancellable,
              GError        **error)
{
  TalCollection                *collection = import->collection;
  g_autoptr (TalMergeAdditions) additions = tal_merge_additions_new (import->merge, cancellable);
  g_autoptr (TalCatalogue)      after = tal_catalogue_ref (collection->catalogue);
  gint64                        sequence = collection->sequence;

  if (tal_change_set_get_length (import->changes) > 0)
    {
      g_clear_pointer (&after, tal_catalogue_unref);
      if (!tal_collection_write (collection, import->changes, tal_merge_additions_get (additions),
                                 0, &after, &sequence, error))
        return FALSE;
    }

  if (!adopt_unit (import, error) ||
      (import->maker != NULL &&
       !import->maker->finish (collection, import->maker->target, error)) ||
      (example && !tal_store_save_is_example (collection->store, TRUE, error)) ||
      !tal_collection_finish (collection, transaction, g_steal_pointer (&after), sequence, error))
    return FALSE;

  collection->example |= example;
  return tal_collection_load_identity (collection, error);
}

/* Compares and writes while nobody else can write, so that what was compared is what is
 * there. */
static TalImportReport *
import_bundle (TalCollection          *self,
               const TalBundle        *bundle,
               TalBundleMaker         *maker,
               const TalImportRequest *request,
               const char             *stamp,
               gboolean                example,
               GCancellable           *cancellable,
               GError                **error)
{
  g_auto (TalTransaction)     transaction = TAL_TRANSACTION_INIT;
  g_auto (Import)             import = { self, bundle, request, stamp, maker };
  g_autoptr (TalImportReport) report = NULL;

  if (!tal_collection_begin (self, &transaction, error) || !compare (&import, cancellable, error))
    return NULL;

  report = make_report (&import);
  if ((report->open && !request->leaves_open) || (maker != NULL && maker->holds_back))
    return g_steal_pointer (&report);

  if ((!example && !back_up (&import, error)) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !write_import (&import, &transaction, example, cancellable, error))
    return NULL;

  report->written = TRUE;
  report->changes = tal_change_set_ref (import.changes);
  return g_steal_pointer (&report);
}

static TalImportReport *
try_bundle (TalCollection          *self,
            const TalBundle        *bundle,
            TalBundleMaker         *maker,
            const TalImportRequest *request,
            const char             *stamp,
            GCancellable           *cancellable,
            GError                **error)
{
  g_auto (TalTransaction) reading = TAL_TRANSACTION_INIT;
  g_auto (Import)         import = { self, bundle, request, stamp, maker };
  TalImportReport        *report = NULL;

  if (!tal_store_begin_reading (self->store, &reading, error) ||
      !tal_collection_refresh (self, error) || !compare (&import, cancellable, error))
    return NULL;

  report = make_report (&import);
  find_bases (&import, report);
  return report;
}

/* Before it is read: a file that is written meanwhile is another one. */
static char *
dup_stamp (const char *path)
{
  g_autoptr (GFile)     file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) facts =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return facts != NULL ? g_strdup_printf ("%" G_GOFFSET_FORMAT " %s", g_file_info_get_size (facts),
                                          g_file_info_get_etag (facts))
                       : NULL;
}

TalImportReport *
tal_collection_import (TalCollection          *self,
                       const TalImportRequest *request,
                       TalImportProgress       progress,
                       gpointer                user_data,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_autoptr (TalBundle) bundle = NULL;
  g_autofree char      *stamp = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (request != NULL && request->path != NULL, NULL);

  stamp = dup_stamp (request->path);
  bundle = tal_bundle_load (request->path, progress, user_data, cancellable, error);
  if (bundle == NULL)
    return NULL;
  if (request->dry_run)
    return try_bundle (self, bundle, NULL, request, stamp, cancellable, error);

  return import_bundle (self, bundle, NULL, request, stamp, FALSE, cancellable, error);
}

TalImportReport *
tal_collection_import_made (TalCollection          *self,
                            TalBundleMaker         *maker,
                            const TalImportRequest *request,
                            GCancellable           *cancellable,
                            GError                **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (maker != NULL && request != NULL, NULL);

  return request->dry_run
             ? try_bundle (self, NULL, maker, request, NULL, cancellable, error)
             : import_bundle (self, NULL, maker, request, NULL, FALSE, cancellable, error);
}

static TalBundle *
load_example (GError **error)
{
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (tal_model_resources_get_resource (), EXAMPLE_RESOURCE,
                              G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? tal_bundle_load_bytes (bytes, NULL, error) : NULL;
}

TalCollection *
tal_collection_create_example (const char *path, const char *unit_name, GError **error)
{
  const TalImportRequest      request = { .policy = TAL_IMPORT_THEIRS };
  g_autoptr (TalCollection)   self = NULL;
  g_autoptr (TalBundle)       bundle = NULL;
  g_autoptr (TalImportReport) report = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bundle = load_example (error);
  if (bundle == NULL)
    return NULL;

  self = tal_collection_create (path, unit_name, error);
  if (self == NULL)
    return NULL;

  report = import_bundle (self, bundle, NULL, &request, NULL, TRUE, NULL, error);
  if (report == NULL)
    {
      tal_collection_discard (g_steal_pointer (&self));
      return NULL;
    }

  return g_steal_pointer (&self);
}
