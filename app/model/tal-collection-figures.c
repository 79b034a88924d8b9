/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-collection-figures.h"

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "core/tal-field-text.h"
#include "exchange/tal-column-map-likeness.h"
#include "exchange/tal-column-map-text.h"
#include "exchange/tal-figure-bundle.h"
#include "exchange/tal-label-match.h"
#include "model/tal-collection-form.h"
#include "model/tal-collection-private.h"
#include "model/tal-figure-file-private.h"
#include "model/tal-figure-preview.h"
#include "model/tal-name-search.h"
#include "store/tal-mapping-table.h"

#include <glib/gi18n-lib.h>

/* One import under way. */
typedef struct
{
  TalFigureFile          *file;
  const TalFigureRequest *request;
  TalFigureReport        *report;
  TalFigureList          *list;
  TalBundleMaker         *maker;
  TalColumnMap           *kept; /* with what became of each label */
  char                   *digest;
  TalTime                 time;
} Errand;

static gboolean
recognise (TalFigureFile *file, const TalColumnMap *kept, GPtrArray *notes)
{
  if (file->told)
    {
      if (!tal_id_is_equal (file->map->id, kept->id))
        return FALSE;
    }
  else if (!tal_column_map_is_like (file->map, kept))
    {
      return FALSE;
    }

  if (file->has_map)
    tal_column_map_recall (file->map, kept);
  else
    tal_column_map_adopt (file->map, kept, FALSE, notes);
  return TRUE;
}

gboolean
tal_collection_recognise_figures (TalCollection *self,
                                  TalFigureFile *file,
                                  gboolean      *ret_recognised,
                                  GPtrArray     *notes,
                                  GError       **error)
{
  g_autoptr (GPtrArray) maps = NULL;

  g_return_val_if_fail (self != NULL && file != NULL, FALSE);
  g_return_val_if_fail (ret_recognised != NULL && notes != NULL, FALSE);

  *ret_recognised = FALSE;
  if (file->form != NULL)
    return TRUE;

  maps = tal_mapping_table_load (self->store, error);
  if (maps == NULL)
    return FALSE;

  for (guint i = 0; i < maps->len && !*ret_recognised; i++)
    {
      g_autoptr (TalColumnMap) kept = tal_column_map_parse (g_ptr_array_index (maps, i), NULL);

      if (kept != NULL)
        *ret_recognised = recognise (file, kept, notes);
    }
  return TRUE;
}

/* A person writes a name where the program writes an id. */
static gboolean
look_up_names (TalColumnMap *map, const TalCatalogue *catalogue, GError **error)
{
  for (guint i = 0; i < map->answers->len; i++)
    {
      TalAnswer       *answer = g_ptr_array_index (map->answers, i);
      const TalRecord *found = NULL;
      TalKind kind = tal_role_is_dimension (answer->role) ? TAL_KIND_MEMBER : TAL_KIND_SERIES;

      if (answer->kind != TAL_ANSWER_USE || !tal_id_is_none (answer->id))
        continue;

      found = tal_name_search_find (catalogue, kind, answer->name, error);
      if (found == NULL)
        return FALSE;
      answer->id = found->id;
    }

  return TRUE;
}

static void
add_questions (Errand *errand, const TalLabelMatches *matches, const TalCatalogue *catalogue)
{
  for (guint i = 0; i < matches->questions->len; i++)
    {
      const TalLabelQuestion *asked = g_ptr_array_index (matches->questions, i);
      TalFigureQuestion      *question = g_new0 (TalFigureQuestion, 1);

      question->role = tal_role_get_name (asked->role);
      question->label = g_strdup (asked->label);
      question->n_figures = asked->n_figures;
      question->suggestions = tal_figure_suggestion_list_new ();
      for (guint j = 0; j < asked->suggestions->len; j++)
        tal_figure_suggestion_list_add (question->suggestions,
                                        g_ptr_array_index (asked->suggestions, j), catalogue);
      g_ptr_array_add (errand->report->questions, question);
    }
}

static void
add_understood (Errand *errand, const TalLabelMatches *matches, const TalCatalogue *catalogue)
{
  for (guint i = 0; i < matches->matches->len; i++)
    {
      const TalLabelMatch *match = &g_array_index (matches->matches, TalLabelMatch, i);
      const TalLabelSet   *set = g_ptr_array_index (errand->list->sets, i);
      TalFigureUnderstood *understood = NULL;

      if (match->kind != TAL_ANSWER_NEW && match->kind != TAL_ANSWER_USE)
        continue;

      understood = g_new0 (TalFigureUnderstood, 1);
      understood->label = g_strdup (set->key);
      understood->n_figures = set->n_figures;
      understood->is_new = match->kind == TAL_ANSWER_NEW;
      if (understood->is_new)
        {
          understood->series = g_strdup (match->name);
          understood->unit = tal_field_text_get_word (tal_measure_unit_get_name (match->unit));
        }
      else
        {
          understood->series =
              tal_figure_suggestion_dup_name (tal_catalogue_find (catalogue, TAL_KIND_SERIES,
                                                                  match->series),
                                              catalogue);
        }
      g_ptr_array_add (errand->report->understood, understood);
    }
}

static void
count (Errand *errand, const TalLabelMatches *matches, const TalFigureCounts *counts)
{
  TalFigureReport *report = errand->report;

  report->n_read = errand->list->n_read;
  report->n_bundled = counts->n_bundled;
  report->n_repeated = counts->n_repeated;
  report->n_left_out = counts->n_left_out;
  report->n_refused = counts->n_refused;
  report->n_open = counts->n_open;
  report->n_rounded = errand->list->n_rounded;
  report->n_new_members = matches->members->len;
  report->n_new_series = counts->n_new_series;
}

static GHashTable *
load_past (GHashTable *keys, gpointer collection, GError **error)
{
  return tal_store_load_past (((TalCollection *)collection)->store, keys, error);
}

/* What a file says is of the time when it was first read: said again it is no news. */
static gboolean
find_time (Errand *errand, TalCollection *collection, TalTime now, GError **error)
{
  TalTime last = TAL_TIME_NONE;

  errand->digest = tal_figure_list_dup_digest (errand->list);
  if (!tal_mapping_table_find_reading (collection->store, errand->file->map->id, errand->digest,
                                       &errand->time, &last, error))
    return FALSE;

  if (errand->time == TAL_TIME_NONE)
    errand->time = last != TAL_TIME_NONE && last >= now ? last + 1 : now;
  return TRUE;
}

static TalBundle *
make_bundle (TalCollection *collection, gpointer target, GCancellable *cancellable, GError **error)
{
  static const TalAnswerKind rests[] = {
    [TAL_UNKNOWN_ASK] = TAL_ANSWER_OPEN,
    [TAL_UNKNOWN_NEW] = TAL_ANSWER_NEW,
    [TAL_UNKNOWN_LEAVE_OUT] = TAL_ANSWER_LEAVE_OUT,
  };
  Errand                     *errand = target;
  TalColumnMap               *map = errand->file->map;
  const TalWriter             writer = tal_collection_get_writer (collection);
  g_autoptr (TalLabelMatches) matches = NULL;
  g_autoptr (TalBundle)       bundle = NULL;
  TalFigureBasis              basis = { 0 };
  TalFigureCounts             counts = { 0 };

  if (!look_up_names (map, collection->catalogue, error) ||
      !find_time (errand, collection, writer.now, error))
    return NULL;

  matches =
      tal_label_matches_new (errand->list, map, collection->catalogue,
                             rests[errand->request->unknown], writer.make_id, errand->file->made);
  basis = (TalFigureBasis){ collection->catalogue,
                            tal_store_get_runs (collection->store),
                            &writer,
                            { map->id, errand->time },
                            load_past,
                            collection };
  bundle = tal_figure_bundle_new (errand->list, matches, map, &basis, errand->report->problems,
                                  &counts, cancellable, error);
  if (bundle == NULL)
    return NULL;

  errand->kept = tal_label_matches_remember (matches, errand->list, map);
  add_questions (errand, matches, collection->catalogue);
  add_understood (errand, matches, collection->catalogue);
  count (errand, matches, &counts);
  tal_figure_preview_add (errand->report->preview, errand->list, matches, errand->report->problems,
                          collection->catalogue);
  errand->maker->holds_back = errand->report->questions->len > 0 ||
                              (counts.n_refused > 0 && !errand->request->skips_refused);
  return g_steal_pointer (&bundle);
}

static gboolean
keep_map (TalCollection *collection, gpointer target, GError **error)
{
  const Errand       *errand = target;
  const TalColumnMap *map = errand->kept;
  g_autofree char    *content = tal_column_map_to_text (map);

  return tal_mapping_table_save (collection->store, map->id, content, error) &&
         tal_mapping_table_save_reading (collection->store, map->id, errand->digest, errand->time,
                                         error);
}

char *
tal_figure_file_dup_label (const TalFigureFile *file)
{
  g_autofree char *name = NULL;

  if (file->path == NULL)
    return g_strdup (_ ("Import from the clipboard"));

  name = g_filename_display_basename (file->path);
  return g_strdup_printf (_ ("Import from %s"), name);
}

static gboolean
import_list (TalCollection *self, Errand *errand, GCancellable *cancellable, GError **error)
{
  g_autofree char *label = tal_figure_file_dup_label (errand->file);
  TalBundleMaker   maker = { label, make_bundle, keep_map, errand, FALSE };

  errand->maker = &maker;
  errand->report->import =
      tal_collection_import_made (self, &maker, &errand->request->import, cancellable, error);
  return errand->report->import != NULL;
}

static gboolean
read_list (Errand *errand, GCancellable *cancellable, GError **error)
{
  errand->list = tal_figure_file_read (errand->file, cancellable, error);
  if (errand->list == NULL)
    return FALSE;
  if (errand->list->n_read == 0)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                           _ ("The file contains no figures."));
      return FALSE;
    }

  for (guint i = 0; i < errand->list->notes->len; i++)
    g_ptr_array_add (errand->report->notes, g_strdup (g_ptr_array_index (errand->list->notes, i)));
  return TRUE;
}

TalFigureReport *
tal_collection_import_figures (TalCollection          *self,
                               TalFigureFile          *file,
                               const TalFigureRequest *request,
                               GCancellable           *cancellable,
                               GError                **error)
{
  g_autoptr (TalFigureReport) report = tal_figure_report_new ();
  g_autoptr (GPtrArray)       doubts = NULL;
  Errand                      errand = { .file = file, .request = request, .report = report };
  gboolean                    done = FALSE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (file != NULL && request != NULL, NULL);

  if (file->form != NULL)
    return tal_collection_import_form (self, file, request, cancellable, error);

  doubts = tal_figure_file_list_doubts (file);
  g_ptr_array_extend_and_steal (report->doubts, g_steal_pointer (&doubts));
  if (tal_problem_list_has_error (report->doubts))
    return g_steal_pointer (&report);

  done = read_list (&errand, cancellable, error) && import_list (self, &errand, cancellable, error);
  g_clear_pointer (&errand.list, tal_figure_list_free);
  tal_column_map_free (errand.kept);
  g_free (errand.digest);
  if (!done)
    return NULL;

  report->written = report->import->written;
  return g_steal_pointer (&report);
}

static TalAnswer *
find_answer (TalFigureFile *self, const char *role, const char *label)
{
  TalRole own = TAL_ROLE_SERIES;

  g_return_val_if_fail (self != NULL && role != NULL && label != NULL, NULL);
  g_return_val_if_fail (tal_role_from_name (role, &own), NULL);

  return tal_column_map_answer (self->map, own, label);
}

void
tal_figure_file_use (
    TalFigureFile *self, const char *role, const char *label, TalId id, gboolean alias)
{
  TalAnswer *answer = find_answer (self, role, label);

  g_return_if_fail (answer != NULL);

  answer->kind = TAL_ANSWER_USE;
  answer->id = id;
  answer->alias = alias;
}

void
tal_figure_file_make_new (TalFigureFile *self, const char *role, const char *label, const char *name)
{
  TalAnswer *answer = find_answer (self, role, label);

  g_return_if_fail (answer != NULL);

  answer->kind = TAL_ANSWER_NEW;
  answer->id = TAL_ID_NONE;
  g_free (answer->name);
  answer->name = g_strdup (name);
}

void
tal_figure_file_leave_out (TalFigureFile *self, const char *role, const char *label)
{
  TalAnswer *answer = find_answer (self, role, label);

  g_return_if_fail (answer != NULL);

  answer->kind = TAL_ANSWER_LEAVE_OUT;
}

void
tal_figure_file_leave_open (TalFigureFile *self, const char *role, const char *label)
{
  TalAnswer *answer = find_answer (self, role, label);

  g_return_if_fail (answer != NULL);

  answer->kind = TAL_ANSWER_OPEN;
}
