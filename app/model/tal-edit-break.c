/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-edit-break.h"

#include "base/tal-danish-date.h"
#include "base/tal-error.h"
#include "model/tal-clock.h"

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

TalChangeSet *
tal_edit_break (
    const TalCatalogue *catalogue, TalId series, TalDay day, const char *reason, GError **error)
{
  const TalRecord *before = NULL;
  g_autofree char *label = NULL;
  TalRecord       *after = NULL;
  TalChangeSet    *changes = NULL;

  g_return_val_if_fail (catalogue != NULL && day != TAL_DAY_NONE, NULL);

  before = tal_catalogue_find (catalogue, TAL_KIND_SERIES, series);
  if (before == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The series isn't there any more."));
      return NULL;
    }

  label = write_label (TAL_SERIES (before), day, reason);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  after = tal_record_copy (before);
  set_break ((TalSeries *)after, day, reason);
  if (!tal_record_says_the_same (before, after))
    {
      after->changed_at = tal_clock_get_now ();
      g_free (after->changed_by);
      after->changed_by = g_strdup (tal_clock_get_author ());
      tal_change_set_add (changes, before, after);
    }
  tal_record_unref (after);
  return changes;
}
