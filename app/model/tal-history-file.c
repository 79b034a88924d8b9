/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-history-file.h"

#include "base/tal-csv.h"
#include "core/tal-change-text.h"
#include "model/tal-clock.h"
#include "model/tal-collection-history.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Entries are read in pages, so that a long history needs little memory. */
#define PAGE 500
#define SEPARATOR ';'

/* What stands in each line of one entry. */
typedef struct
{
  char *when;
  char *what;
  char *person;
} Line;

static void
line_clear (Line *line)
{
  g_free (line->when);
  g_free (line->what);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static void
append_field (GString *out, const Line *line, const char *change, const TalFieldChange *field)
{
  const char *cells[] = { line->when,
                          line->person,
                          line->what,
                          change,
                          field != NULL ? field->title : NULL,
                          field != NULL ? field->before : NULL,
                          field != NULL ? field->after : NULL };

  tal_csv_append_line (out, cells, G_N_ELEMENTS (cells), SEPARATOR);
}

static void
append_change (GString            *out,
               const Line         *line,
               const TalCatalogue *catalogue,
               const TalChange    *change)
{
  g_autofree char      *sentence = NULL;
  g_autoptr (GPtrArray) fields = NULL;

  if (tal_change_text_is_trace (change))
    return;

  sentence = tal_change_text_for_change (catalogue, change->before, change->after);
  if (change->before == NULL || change->after == NULL)
    {
      append_field (out, line, sentence, NULL);
      return;
    }

  fields = tal_change_text_list_fields (catalogue, change->before, change->after);
  for (guint i = 0; i < fields->len; i++)
    append_field (out, line, sentence, g_ptr_array_index (fields, i));
}

static gboolean
append_entry (GString *out, TalCollection *collection, const TalHistoryEntry *entry, GError **error)
{
  const TalCatalogue      *catalogue = tal_collection_get_catalogue (collection);
  g_autoptr (TalChangeSet) changes =
      tal_collection_load_changes (collection, entry->sequence, error);
  g_auto (Line) line = { tal_clock_format_local (entry->made_at),
                         tal_history_entry_describe (entry), entry->author };

  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    append_change (out, &line, catalogue, tal_change_set_get_change (changes, i));
  return TRUE;
}

/* One page of it; the sequence of its last entry, 0 where there are no more. */
static gboolean
append_page (GString                *out,
             TalCollection          *collection,
             const TalHistoryFilter *filter,
             gint64                 *before,
             GError                **error)
{
  g_autoptr (GPtrArray) entries =
      tal_collection_load_history (collection, filter, *before, PAGE, error);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const TalHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (!append_entry (out, collection, entry, error))
        return FALSE;
      *before = entry->sequence;
    }
  if (entries->len < PAGE)
    *before = 0;
  return TRUE;
}

static gboolean
write_all (GOutputStream          *stream,
           TalCollection          *collection,
           const TalHistoryFilter *filter,
           GError                **error)
{
  const char *const heads[] = {
    _ ("When"), _ ("Person"), _ ("Action"), _ ("Change"), _ ("Field"), _ ("Before"), _ ("After") };
  g_autoptr (GString) out = g_string_new (TAL_CSV_BYTE_ORDER_MARK);
  gint64              before = 0;

  tal_csv_append_line (out, heads, G_N_ELEMENTS (heads), SEPARATOR);
  do
    {
      if (!append_page (out, collection, filter, &before, error) ||
          !g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error))
        return FALSE;
      g_string_set_size (out, 0);
    }
  while (before != 0);

  return TRUE;
}

gboolean
tal_history_file_write (TalCollection          *collection,
                        const TalHistoryFilter *filter,
                        const char             *path,
                        GError                **error)
{
  g_autoptr (GFile)             file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable)      giving_up = g_cancellable_new ();

  g_return_val_if_fail (collection != NULL && path != NULL, FALSE);

  file = g_file_new_for_path (path);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    return FALSE;

  if (!write_all (G_OUTPUT_STREAM (stream), collection, filter, error))
    {
      /* A cancelled closing leaves the old file where it was. */
      g_cancellable_cancel (giving_up);
      g_output_stream_close (G_OUTPUT_STREAM (stream), giving_up, NULL);
      return FALSE;
    }

  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}
