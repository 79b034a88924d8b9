/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-break-edit.h"

#include "base/tal-danish-date.h"
#include "base/tal-error.h"
#include "core/tal-series.h"

#include <glib/gi18n-lib.h>

static void
set_break (TalSeries *series, TalDay day, const char *reason)
{
  for (guint i = tal_series_get_n_breaks (series); i > 0; i--)
    {
      if (tal_series_get_break (series, i - 1)->day != day)
        continue;
      /* The list does not own what its items hold: the record does. */
      g_free (g_array_index (series->breaks, TalSeriesBreak, i - 1).reason);
      g_array_remove_index (series->breaks, i - 1);
    }
  if (reason != NULL && *reason != '\0')
    tal_series_add_break (series, day, reason);
}

static char *
write_label (const TalSeries *series, TalDay day, const char *reason)
{
  g_autofree char *written = tal_danish_date_format (day, TAL_DANISH_DATE_TEXT);

  if (reason != NULL && *reason != '\0')
    return g_strdup_printf (_ ("break on %s in “%s”"), written, series->name);
  return g_strdup_printf (_ ("no break on %s in “%s”"), written, series->name);
}

TalBreakRequest *
tal_break_request_copy (const TalBreakRequest *self)
{
  TalBreakRequest *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->reason = g_strdup (self->reason);
  return copy;
}

void
tal_break_request_free (TalBreakRequest *self)
{
  if (self == NULL)
    return;

  g_free ((char *)self->reason);
  g_free (self);
}

TalChangeSet *
tal_break_edit_set (const TalCatalogue *catalogue,
                    TalRunSource       *runs,
                    const TalWriter    *writer,
                    gconstpointer       break_request,
                    GError            **error)
{
  const TalBreakRequest   *request = break_request;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalRecord)    wanted = NULL;
  g_autofree char         *label = NULL;
  const TalRecord         *before = NULL;

  g_return_val_if_fail (catalogue != NULL && writer != NULL, NULL);
  g_return_val_if_fail (request != NULL && request->day != TAL_DAY_NONE, NULL);

  before = tal_catalogue_find (catalogue, TAL_KIND_SERIES, request->series);
  if (before == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The series isn't there any more."));
      return NULL;
    }

  label = write_label (TAL_SERIES (before), request->day, request->reason);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  wanted = tal_record_copy (before);
  set_break ((TalSeries *)wanted, request->day, request->reason);
  tal_writer_put (writer, catalogue, changes, wanted);
  return g_steal_pointer (&changes);
}
