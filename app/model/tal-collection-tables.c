/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-collection-tables.h"

#include "base/tal-error.h"
#include "exchange/tal-file-output.h"
#include "exchange/tal-form-make.h"
#include "exchange/tal-sheet-export.h"
#include "formats/tal-ods-writer.h"
#include "formats/tal-table-csv.h"
#include "formats/tal-xlsx-writer.h"
#include "model/tal-clock.h"
#include "model/tal-collection-private.h"

#include <glib/gi18n-lib.h>

gboolean
tal_table_file_from_name (const char *name, TalTableFile *ret_format)
{
  static const char *const names[] = { "xlsx", "ods", "csv" };
  g_autofree char         *folded = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  folded = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *ending = g_strconcat (".", names[i], NULL);

      if (!g_str_equal (folded, names[i]) && !g_str_has_suffix (folded, ending))
        continue;
      *ret_format = (TalTableFile)i;
      return TRUE;
    }
  return FALSE;
}

static TalTableBook *
make_book (TalCollection        *self,
           const TalTableExport *what,
           GCancellable         *cancellable,
           GError              **error)
{
  const TalSheetRequest      request = { what->plan, what->initiatives, what->period, what->table,
                                         what->mask_below };
  g_autoptr (TalStatusTable) statuses =
      tal_collection_compute_statuses (self, what->period, tal_clock_get_today (), error);
  TalSheetSource source = { NULL, tal_collection_get_runs (self), NULL, 0,
                            tal_collection_get_home_unit (self) };

  if (statuses == NULL)
    return NULL;

  source.catalogue = tal_status_table_get_catalogue (statuses);
  source.n_goals = tal_status_table_get_length (statuses);
  source.goals = source.n_goals > 0 ? tal_status_table_get_status (statuses, 0) : NULL;
  return tal_sheet_export_make (&source, &request, cancellable, error);
}

/* Of all tables, the first says what they are. */
static gboolean
write_only_table (const TalTableBook *book,
                  gboolean            chosen,
                  GOutputStream      *stream,
                  GCancellable       *cancellable,
                  GError            **error)
{
  guint            only = chosen ? 0 : 1;
  g_autofree char *names = NULL;

  if (tal_table_book_get_length (book) == only + 1)
    return tal_table_csv_write (tal_table_book_get_table (book, only), stream, cancellable, error);

  names = tal_sheet_export_dup_names (book);
  g_set_error (error, TAL_ERROR, TAL_ERROR_AMBIGUOUS,
               _ ("A CSV file has room for one table. Name one of %s, or choose XLSX or ODS."),
                  names);
  return FALSE;
}

static gboolean
write_book (const TalTableBook   *book,
            const TalTableExport *what,
            GOutputStream        *stream,
            GCancellable         *cancellable,
            GError              **error)
{
  switch (what->format)
    {
    case TAL_TABLE_FILE_XLSX:
      return tal_xlsx_write (book, stream, cancellable, error);
    case TAL_TABLE_FILE_ODS:
      return tal_ods_write (book, stream, cancellable, error);
    case TAL_TABLE_FILE_CSV:
      return write_only_table (book, what->table != NULL, stream, cancellable, error);
    }

  g_return_val_if_reached (FALSE);
}

gboolean
tal_collection_export_tables (TalCollection        *self,
                              const char           *path,
                              const TalTableExport *what,
                              GCancellable         *cancellable,
                              GError              **error)
{
  g_autoptr (TalTableBook)  book = NULL;
  g_autoptr (TalFileOutput) file = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (what != NULL && what->mask_below >= 0, FALSE);

  if (!tal_collection_may_replace (path, error) || !tal_collection_begin_reading (self, error))
    return FALSE;

  book = make_book (self, what, cancellable, error);
  tal_collection_end_reading (self);
  if (book == NULL)
    return FALSE;

  file = tal_file_output_open (path, error);
  return file != NULL && write_book (book, what, G_OUTPUT_STREAM (file), cancellable, error) &&
         tal_file_output_commit (file, error);
}

gboolean
tal_collection_export_form (TalCollection        *self,
                            const char           *path,
                            const TalTableExport *what,
                            GCancellable         *cancellable,
                            GError              **error)
{
  TalFormRequest            request = { 0 };
  g_autoptr (TalTableBook)  book = NULL;
  g_autoptr (TalFileOutput) file = NULL;

  g_return_val_if_fail (self != NULL && path != NULL && what != NULL, FALSE);
  g_return_val_if_fail (tal_period_is_set (what->period), FALSE);

  if (!tal_collection_may_replace (path, error) || !tal_collection_begin_reading (self, error))
    return FALSE;

  request = (TalFormRequest){ what->plan, what->initiatives, what->period,
                              tal_collection_get_home_unit (self) };
  book = tal_form_make (tal_collection_get_catalogue (self), tal_collection_get_runs (self),
                        &request, cancellable, error);
  tal_collection_end_reading (self);
  if (book == NULL)
    return FALSE;

  file = tal_file_output_open (path, error);
  return file != NULL && tal_xlsx_write (book, G_OUTPUT_STREAM (file), cancellable, error) &&
         tal_file_output_commit (file, error);
}
