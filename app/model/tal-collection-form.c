/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-collection-form.h"

#include "base/tal-error.h"
#include "model/tal-collection-private.h"
#include "model/tal-figure-file-private.h"
#include "model/tal-figure-preview.h"
#include "store/tal-mapping-table.h"

#include <glib/gi18n-lib.h>

/* Where others have a map of columns: a form needs none. */
#define NO_MAP "indsatstal-skema"

typedef struct
{
  const TalForm          *form;
  const TalFigureRequest *request;
  TalFigureReport        *report;
  TalBundleMaker         *maker;
  TalFigureSource         source;
  char                   *digest;
} Errand;

/* What a form says is of the time when it was first read: said again it is no news. */
static gboolean
find_source (Errand *errand, TalCollection *collection, GError **error)
{
  const TalWriter writer = tal_collection_get_writer (collection);
  TalId           id = TAL_ID_NONE;
  TalTime         last = TAL_TIME_NONE;

  if (!tal_store_load_id (collection->store, &id, error))
    return FALSE;

  errand->source.id = tal_form_find_source (id);
  if (!tal_mapping_table_find_reading (collection->store, errand->source.id, errand->digest,
                                       &errand->source.time, &last, error))
    return FALSE;

  if (errand->source.time == TAL_TIME_NONE)
    errand->source.time = last != TAL_TIME_NONE && last >= writer.now ? last + 1 : writer.now;
  return TRUE;
}

static TalBundle *
make_bundle (TalCollection *collection, gpointer target, GCancellable *cancellable, GError **error)
{
  Errand          *errand = target;
  TalFigureReport *report = errand->report;
  TalFormCounts    counts = { 0 };
  TalBundle       *bundle = NULL;

  if (!find_source (errand, collection, error))
    return NULL;

  bundle = tal_form_make_bundle (errand->form, collection->catalogue,
                                 tal_store_get_runs (collection->store), &errand->source,
                                 report->problems, &counts, cancellable, error);
  tal_figure_preview_add_unread (report->preview, report->problems);
  report->n_read = counts.n_read;
  report->n_bundled = counts.n_bundled;
  report->n_untouched = counts.n_untouched;
  report->n_refused = counts.n_refused;
  errand->maker->holds_back = counts.n_refused > 0 && !errand->request->skips_refused;
  return bundle;
}

static gboolean
keep_reading (TalCollection *collection, gpointer target, GError **error)
{
  const Errand *errand = target;

  return tal_mapping_table_save (collection->store, errand->source.id, NO_MAP, error) &&
         tal_mapping_table_save_reading (collection->store, errand->source.id, errand->digest,
                                         errand->source.time, error);
}

TalFigureReport *
tal_collection_import_form (TalCollection          *self,
                            TalFigureFile          *file,
                            const TalFigureRequest *request,
                            GCancellable           *cancellable,
                            GError                **error)
{
  g_autoptr (TalFigureReport) report = tal_figure_report_new ();
  g_autofree char            *digest = tal_form_dup_digest (file->form);
  g_autofree char            *label = tal_figure_file_dup_label (file);
  Errand         errand = { file->form, request, report, NULL, { TAL_ID_NONE }, digest };
  TalBundleMaker maker = { label, make_bundle, keep_reading, &errand, FALSE };

  errand.maker = &maker;
  report->import = tal_collection_import_made (self, &maker, &request->import, cancellable, error);
  if (report->import == NULL)
    return NULL;
  if (report->n_read == 0)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                           _ ("Nothing has been filled in."));
      return NULL;
    }

  report->written = report->import->written;
  return g_steal_pointer (&report);
}
