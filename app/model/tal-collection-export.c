/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-collection-export.h"

#include "base/tal-error.h"
#include "core/tal-series.h"
#include "exchange/tal-exchange-selection.h"
#include "exchange/tal-exchange-xml-writer.h"
#include "model/tal-collection-private.h"
#include "store/tal-collection-file.h"
#include "store/tal-sent-table.h"

#include <glib/gi18n-lib.h>

/* What is to be written, found while the collection is read. */
typedef struct
{
  TalExchangeHeader *header;
  GHashTable        *changed; /* of a delta; NULL for a full picture */
} Export;

static void
export_clear (Export *export)
{
  g_clear_pointer (&export->header, tal_exchange_header_free);
  g_clear_pointer (&export->changed, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

const TalRecord *
tal_collection_find_home_unit (const TalCollection *self)
{
  return tal_catalogue_find (self->catalogue, TAL_KIND_UNIT, self->home_unit);
}

gboolean
tal_collection_may_replace (const char *path, GError **error)
{
  g_auto (TalCollectionFile) file = { 0 };
  g_autofree char           *name = NULL;

  if (!tal_collection_file_look (path, &file, NULL))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, TAL_ERROR, TAL_ERROR_CONFLICT,
               _ ("“%s” is a collection and is not written over. Choose another name."), name);
  return FALSE;
}

static void
fill_scope (TalExchangeScope *scope, const TalExchangeExport *what)
{
  if (!tal_id_is_none (what->plan))
    tal_exchange_scope_add_plan (scope, what->plan);
  for (guint i = 0; what->initiatives != NULL && i < what->initiatives->len; i++)
    tal_exchange_scope_add_initiative (scope, g_array_index (what->initiatives, TalId, i));
  tal_exchange_scope_set_period (scope, what->period);
}

gboolean
tal_collection_has_sent (TalCollection           *self,
                         const TalExchangeExport *what,
                         gboolean                *ret_sent,
                         GError                 **error)
{
  g_return_val_if_fail (self != NULL && what != NULL && ret_sent != NULL, FALSE);

  return tal_sent_table_has (self->store, what->to, what->period, ret_sent, error);
}

/* What a delta holds; NULL without an error for a full picture. */
static gboolean
list_changed (TalCollection           *self,
              const TalExchangeExport *what,
              GHashTable             **ret_changed,
              GError                 **error)
{
  gboolean sent = FALSE;

  *ret_changed = NULL;
  if (what->since != TAL_TIME_NONE)
    {
      *ret_changed = tal_store_list_changed (self->store, what->since, error);
      return *ret_changed != NULL;
    }
  if (!what->since_last)
    return TRUE;

  if (!tal_collection_has_sent (self, what, &sent, error))
    return FALSE;
  if (sent)
    *ret_changed = tal_store_list_unsent (self->store, what->to, what->period, error);
  return !sent || *ret_changed != NULL;
}

/* Within a transaction: the figures are read one series after the other, and another program may
 * write meanwhile. */
static gboolean
prepare (TalCollection *self, const TalExchangeExport *what, Export *ret_export, GError **error)
{
  TalExchangeHeader *header = tal_exchange_header_new ();

  ret_export->header = header;
  if (!tal_collection_refresh (self, error) ||
      !list_changed (self, what, &ret_export->changed, error))
    return FALSE;

  header->picture =
      ret_export->changed != NULL ? TAL_EXCHANGE_PICTURE_DELTA : TAL_EXCHANGE_PICTURE_FULL;
  if (tal_collection_find_home_unit (self) != NULL)
    header->from = self->home_unit;
  header->to = what->to;
  fill_scope (header->scope, what);
  return TRUE;
}

/* Of one moment: 'ret_sequence' is the newest entry of the history that is in it. */
static gboolean
write_file (TalCollection           *self,
            const char              *path,
            const TalExchangeExport *what,
            Export *export,
            gint64       *ret_sequence,
            GCancellable *cancellable,
            GError      **error)
{
  g_auto (TalTransaction) reading = TAL_TRANSACTION_INIT;

  if (!tal_store_begin_reading (self->store, &reading, error) ||
      !prepare (self, what, export, error) ||
      !tal_exchange_xml_write_file (path, self->catalogue, tal_store_get_runs (self->store),
                                    export->header, export->changed, cancellable, error))
    return FALSE;

  *ret_sequence = self->sequence;
  return tal_transaction_commit (&reading, error);
}

/* All that is in scope: what was not in the file had been sent before. */
static gboolean
save_sent (TalCollection *self,
           const Export *export,
           gint64                sequence,
           TalExchangeSelection *selection,
           GError              **error)
{
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;
  TalPeriod               period = tal_exchange_scope_get_period (export->header->scope);

  if (!tal_store_begin (self->store, &transaction, error))
    return FALSE;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      const GPtrArray *records = tal_exchange_selection_get_records (selection, (TalKind)kind);

      if (!tal_sent_table_save (self->store, export->header->to, period, records, sequence, error))
        return FALSE;
    }
  return tal_transaction_commit (&transaction, error);
}

static gboolean
remember (
    TalCollection *self, const char *path, const Export *export, gint64 sequence, GError **error)
{
  g_autoptr (TalExchangeSelection) selection = NULL;
  g_autoptr (GError)               failure = NULL;
  g_autofree char                 *name = NULL;

  selection = tal_exchange_selection_new (self->catalogue, export->header->scope, NULL, &failure);
  if (selection != NULL && save_sent (self, export, sequence, selection, &failure))
    return TRUE;

  name = g_filename_display_basename (path);
  g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
               _ ("“%s” has been saved and can be sent, but the collection could not remember "
                  "that: %s"),
                  name, failure->message);
  return FALSE;
}

gboolean
tal_collection_export (TalCollection           *self,
                       const char              *path,
                       const TalExchangeExport *what,
                       GCancellable            *cancellable,
                       GError                 **error)
{
  const TalExchangeExport everything = { .period = TAL_PERIOD_UNSET, .since = TAL_TIME_NONE };
  g_auto (Export) export = { NULL, NULL };
  gint64 sequence = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (what == NULL)
    what = &everything;
  if (!tal_collection_may_replace (path, error) ||
      !write_file (self, path, what, &export, &sequence, cancellable, error))
    return FALSE;

  return tal_id_is_none (what->to) || what->since != TAL_TIME_NONE || sequence == 0 ||
         tal_store_is_read_only (self->store) || remember (self, path, &export, sequence, error);
}

static gboolean
count_figures (TalCollection *self,
               const Export *export,
               TalExchangeSelection *selection,
               guint                *n_figures,
               GCancellable         *cancellable,
               GError              **error)
{
  const GPtrArray *series = tal_exchange_selection_get_records (selection, TAL_KIND_SERIES);
  TalPeriod        period = tal_exchange_scope_get_period (export->header->scope);

  for (guint i = 0; i < series->len; i++)
    {
      const TalRecord   *each = g_ptr_array_index (series, i);
      g_autoptr (TalRun) run = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (tal_series_is_derived (TAL_SERIES (each)))
        continue;
      run = tal_run_source_ref_run (tal_store_get_runs (self->store), each->id, error);
      if (run == NULL)
        return FALSE;
      for (guint j = 0; j < tal_run_get_length (run); j++)
        {
          const TalObservation *figure = tal_run_get_observation (run, j);

          if ((!tal_period_is_set (period) || tal_period_contains (period, figure->period)) &&
              tal_exchange_selection_has_figure (selection, figure))
            (*n_figures)++;
        }
    }
  return TRUE;
}

gboolean
tal_collection_measure_export (TalCollection           *self,
                               const TalExchangeExport *what,
                               TalExchangeExtent       *ret_extent,
                               GCancellable            *cancellable,
                               GError                 **error)
{
  const TalExchangeExport everything = { .period = TAL_PERIOD_UNSET, .since = TAL_TIME_NONE };
  g_auto (Export) export = { NULL, NULL };
  g_auto (TalTransaction)          reading = TAL_TRANSACTION_INIT;
  g_autoptr (TalExchangeSelection) selection = NULL;
  TalExchangeExtent                extent = { 0, 0, FALSE };

  g_return_val_if_fail (self != NULL && ret_extent != NULL, FALSE);

  if (!tal_store_begin_reading (self->store, &reading, error) ||
      !prepare (self, what != NULL ? what : &everything, &export, error))
    return FALSE;

  selection =
      tal_exchange_selection_new (self->catalogue, export.header->scope, export.changed, error);
  if (selection == NULL ||
      !count_figures (self, &export, selection, &extent.n_figures, cancellable, error) ||
      !tal_transaction_commit (&reading, error))
    return FALSE;

  extent.is_delta = export.changed != NULL;
  extent.n_initiatives = tal_exchange_selection_get_records (selection, TAL_KIND_INITIATIVE)->len;
  *ret_extent = extent;
  return TRUE;
}
