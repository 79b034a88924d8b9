/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-exchange-xml-writer.h"

#include "base/tal-error.h"
#include "core/tal-series.h"
#include "core/tal-title.h"
#include "exchange/tal-exchange-selection.h"
#include "exchange/tal-exchange-text.h"
#include "exchange/tal-file-output.h"
#include "exchange/tal-xml-output.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TalCatalogue      *catalogue;
  TalRunSource            *runs;
  const TalExchangeHeader *header;
  TalExchangeSelection    *selection;
  TalXmlOutput            *output;
  gboolean                 has_all; /* nothing is left out */
} Writer;

static void
write_id (Writer *self, const char *name, TalId id)
{
  char text[TAL_ID_STRING_LENGTH + 1];

  if (tal_id_is_none (id))
    return;

  tal_id_format (id, text);
  tal_xml_output_add_attribute (self->output, name, text);
}

static void
write_time (Writer *self, const char *name, TalTime time)
{
  g_autofree char *text = time != TAL_TIME_NONE ? tal_time_to_string (time) : NULL;

  tal_xml_output_add_attribute (self->output, name, text);
}

static void
write_period (Writer *self, const char *name, TalPeriod period)
{
  g_autofree char *text = tal_period_to_string (period);

  tal_xml_output_add_attribute (self->output, name, text);
}

static gboolean
write_line (Writer *self, const char *name, const char *text, GError **error)
{
  if (text != NULL && !tal_exchange_text_check_line (text, error))
    return FALSE;

  tal_xml_output_add_attribute (self->output, name, text);
  return TRUE;
}

static gboolean
check_required (const TalField *field, gconstpointer structure, GError **error)
{
  if (!field->required || field->type == TAL_FIELD_WORD || !tal_field_is_default (field, structure))
    return TRUE;

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD,
               _ ("“%s” must be filled in."), _ (field->title));
  return FALSE;
}

static gboolean
write_attribute (Writer *self, const TalField *field, gconstpointer structure, GError **error)
{
  g_autofree char *text = tal_field_dup_text (field, structure);

  if (field->type == TAL_FIELD_TEXT)
    return write_line (self, field->name, text, error);

  tal_xml_output_add_attribute (self->output, field->name, text);
  return TRUE;
}

static gboolean
write_prose (Writer *self, const TalField *field, gconstpointer structure, GError **error)
{
  const char *text = *(char *const *)TAL_FIELD_AT_CONST (field, structure);

  if (text == NULL || text[0] == '\0')
    return TRUE;
  if (!tal_exchange_text_check_prose (text, error))
    return FALSE;

  tal_xml_output_add_prose (self->output, field->name, text);
  return TRUE;
}

static gboolean write_content (Writer             *self,
                               const TalStructure *structure,
                               gconstpointer       from,
                               GError            **error);

static gboolean
write_list (Writer *self, const TalField *field, gconstpointer structure, GError **error)
{
  const GArray *list = *(GArray *const *)TAL_FIELD_AT_CONST (field, structure);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      tal_xml_output_open (self->output, field->item->name);
      if (!write_content (self, field->item, list->data + i * field->item->size, error))
        return FALSE;
      tal_xml_output_close (self->output);
    }

  return TRUE;
}

static gboolean
write_attributes (Writer *self, const TalStructure *structure, gconstpointer from, GError **error)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];

      if (!check_required (field, from, error))
        return FALSE;
      if (field->type != TAL_FIELD_PROSE && field->type != TAL_FIELD_LIST &&
          !write_attribute (self, field, from, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_children (Writer *self, const TalStructure *structure, gconstpointer from, GError **error)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];

      if (field->type == TAL_FIELD_PROSE && !write_prose (self, field, from, error))
        return FALSE;
      if (field->type == TAL_FIELD_LIST && !write_list (self, field, from, error))
        return FALSE;
    }

  return TRUE;
}

/* What is in an element that has just been opened. */
static gboolean
write_content (Writer *self, const TalStructure *structure, gconstpointer from, GError **error)
{
  return write_attributes (self, structure, from, error) &&
         write_children (self, structure, from, error);
}

/* Nothing where the owner alone has written it. */
static void
write_versions (Writer *self, const TalVersions *versions)
{
  g_autofree char *text = versions != NULL ? tal_versions_to_string (versions) : NULL;

  if (text != NULL)
    tal_xml_output_add_attribute (self->output, "versions", text);
}

static gboolean
write_object (Writer *self, const TalRecord *record, GError **error)
{
  tal_xml_output_open (self->output, tal_kind_get_name (record->kind));
  write_id (self, "id", record->id);
  write_id (self, "owner", record->owner);
  write_time (self, "changed", record->changed_at);
  if (!write_line (self, "by", record->changed_by, error))
    return FALSE;

  write_versions (self, record->versions);
  if (!write_content (self, tal_kind_get_structure (record->kind), record, error))
    return FALSE;

  tal_xml_output_close (self->output);
  return TRUE;
}

/* Where an observation's time or author is the series', nothing is written; where only
 * the series' is known, an empty attribute says that this one is not. */
static gboolean
write_observation_change (Writer          *self,
                          const TalRecord *observation,
                          const TalRecord *series,
                          GError         **error)
{
  const char *by = observation->changed_by != NULL ? observation->changed_by : "";

  if (observation->changed_at != series->changed_at)
    {
      if (observation->changed_at == TAL_TIME_NONE)
        tal_xml_output_add_attribute (self->output, "changed", "");
      write_time (self, "changed", observation->changed_at);
    }

  if (g_strcmp0 (observation->changed_by, series->changed_by) != 0 &&
      !write_line (self, "by", by, error))
    return FALSE;

  write_versions (self, observation->versions);
  return TRUE;
}

static gboolean
write_observation (Writer          *self,
                   const TalRecord *observation,
                   const TalRecord *series,
                   GError         **error)
{
  const TalStructure *structure = tal_kind_get_structure (TAL_KIND_OBSERVATION);

  tal_xml_output_open (self->output, structure->name);
  if (!write_attributes (self, structure, observation, error) ||
      !write_observation_change (self, observation, series, error) ||
      !write_children (self, structure, observation, error))
    return FALSE;

  tal_xml_output_close (self->output);
  return TRUE;
}

static gboolean
is_wanted (const Writer *self, const TalObservation *observation)
{
  TalPeriod period = tal_exchange_scope_get_period (self->header->scope);

  return (!tal_period_is_set (period) || tal_period_contains (period, observation->period)) &&
         tal_exchange_selection_has_figure (self->selection, observation);
}

/* The sentence gets the name of what could not be written before it. */
static void
prefix_with_title (Writer *self, const TalRecord *record, GError **error)
{
  g_autofree char *title = tal_title_for_record (self->catalogue, record);

  g_prefix_error (error, "%s: ", title);
}

static gboolean
write_run (Writer *self, const TalRun *run, const TalRecord *series, GError **error)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *observation = tal_run_get_observation (run, i);

      if (!is_wanted (self, observation))
        continue;

      if (!is_open)
        {
          tal_xml_output_open (self->output, "observations");
          write_id (self, "series", series->id);
          is_open = TRUE;
        }
      if (!write_observation (self, &observation->record, series, error))
        {
          prefix_with_title (self, &observation->record, error);
          return FALSE;
        }
    }

  if (is_open)
    tal_xml_output_close (self->output);
  return TRUE;
}

typedef gboolean (*RunFunc) (
    Writer *self, const TalRun *run, const TalRecord *series, gpointer user_data, GError **error);

/* Holds one run at a time. */
static gboolean
foreach_run (Writer *self, RunFunc func, gpointer user_data, GError **error)
{
  const GPtrArray *all = tal_exchange_selection_get_records (self->selection, TAL_KIND_SERIES);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (TalRun) run = NULL;
      const TalRecord   *series = g_ptr_array_index (all, i);

      if (tal_series_is_derived (TAL_SERIES (series)))
        continue;

      run = tal_run_source_ref_run (self->runs, series->id, error);
      if (run == NULL || !func (self, run, series, user_data, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_read_to_write_cb (
    Writer *self, const TalRun *run, const TalRecord *series, gpointer user_data, GError **error)
{
  /* What made the stream fail is reported when the output is finished. */
  return tal_xml_output_has_error (self->output) || write_run (self, run, series, error);
}

static gboolean
run_read_for_time_cb (
    Writer *self, const TalRun *run, const TalRecord *series, gpointer user_data, GError **error)
{
  TalTime *newest = user_data;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *observation = tal_run_get_observation (run, i);

      if (is_wanted (self, observation))
        *newest = MAX (*newest, observation->record.changed_at);
    }

  return TRUE;
}

static gboolean
find_newest_figure (Writer *self, TalTime *ret_newest, GError **error)
{
  if (self->has_all && self->runs->find_newest != NULL)
    return self->runs->find_newest (self->runs, ret_newest, error);

  return foreach_run (self, run_read_for_time_cb, ret_newest, error);
}

/* TAL_TIME_NONE is before every time. */
static gboolean
find_newest (Writer *self, TalTime *ret_newest, GError **error)
{
  TalTime newest = TAL_TIME_NONE;
  TalTime newest_figure = TAL_TIME_NONE;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      const GPtrArray *records =
          tal_exchange_selection_get_records (self->selection, (TalKind)kind);

      for (guint i = 0; i < records->len; i++)
        {
          const TalRecord *record = g_ptr_array_index (records, i);

          newest = MAX (newest, record->changed_at);
        }
    }

  if (!find_newest_figure (self, &newest_figure, error))
    return FALSE;

  *ret_newest = MAX (newest, newest_figure);
  return TRUE;
}

static void
write_scope_objects (Writer *self, TalKind kind, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      tal_xml_output_open (self->output, tal_kind_get_name (kind));
      write_id (self, "id", g_array_index (ids, TalId, i));
      tal_xml_output_close (self->output);
    }
}

static void
write_scope (Writer *self)
{
  const TalExchangeScope *scope = self->header->scope;

  if (tal_exchange_scope_is_everything (scope))
    return;

  tal_xml_output_open (self->output, "scope");
  write_scope_objects (self, TAL_KIND_PLAN, tal_exchange_scope_get_plans (scope));
  write_scope_objects (self, TAL_KIND_INITIATIVE, tal_exchange_scope_get_initiatives (scope));
  if (tal_period_is_set (tal_exchange_scope_get_period (scope)))
    {
      tal_xml_output_open (self->output, "period");
      write_period (self, "value", tal_exchange_scope_get_period (scope));
      tal_xml_output_close (self->output);
    }
  tal_xml_output_close (self->output);
}

static gboolean
write_kind (Writer *self, TalKind kind, GError **error)
{
  const GPtrArray *records = tal_exchange_selection_get_records (self->selection, kind);

  if (kind == TAL_KIND_OBSERVATION)
    return foreach_run (self, run_read_to_write_cb, NULL, error);

  for (guint i = 0; i < records->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (records, i);

      if (!write_object (self, record, error))
        {
          prefix_with_title (self, record, error);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_root (Writer *self, GError **error)
{
  TalTime newest = TAL_TIME_NONE;

  if (!find_newest (self, &newest, error))
    return FALSE;

  tal_xml_output_open (self->output, "exchange");
  tal_xml_output_add_attribute (self->output, "xmlns", TAL_EXCHANGE_NAMESPACE);
  tal_xml_output_add_attribute (self->output, "version", TAL_EXCHANGE_VERSION);
  write_time (self, "written", newest);
  write_id (self, "from", self->header->from);
  write_id (self, "to", self->header->to);
  tal_xml_output_add_attribute (self->output, "picture",
                                tal_exchange_picture_get_name (self->header->picture));
  write_scope (self);
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      if (!write_kind (self, (TalKind)kind, error))
        return FALSE;
    }

  tal_xml_output_close (self->output);
  return tal_xml_output_finish (self->output, error);
}

gboolean
tal_exchange_xml_write (GOutputStream           *stream,
                        const TalCatalogue      *catalogue,
                        TalRunSource            *runs,
                        const TalExchangeHeader *header,
                        GHashTable              *only,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autoptr (TalExchangeSelection) selection = NULL;
  g_autoptr (TalXmlOutput)         output = NULL;
  Writer                           writer = { catalogue, runs, header, NULL, NULL, FALSE };

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (header != NULL, FALSE);

  selection = tal_exchange_selection_new (catalogue, header->scope, only, error);
  if (selection == NULL)
    return FALSE;

  output = tal_xml_output_new (stream, cancellable);
  writer.selection = selection;
  writer.output = output;
  writer.has_all = only == NULL && tal_exchange_scope_is_everything (header->scope);
  return write_root (&writer, error);
}

gboolean
tal_exchange_xml_write_file (const char              *path,
                             const TalCatalogue      *catalogue,
                             TalRunSource            *runs,
                             const TalExchangeHeader *header,
                             GHashTable              *only,
                             GCancellable            *cancellable,
                             GError                 **error)
{
  g_autoptr (TalFileOutput) file = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  file = tal_file_output_open (path, error);
  return file != NULL &&
         tal_exchange_xml_write (G_OUTPUT_STREAM (file), catalogue, runs, header, only, cancellable,
                                 error) &&
         tal_file_output_commit (file, error);
}
