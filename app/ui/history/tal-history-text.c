/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/history/tal-history-text.h"

#include "base/tal-danish-date.h"
#include "base/tal-danish-number.h"
#include "core/tal-place.h"
#include "core/tal-title.h"
#include "model/tal-clock.h"

#include <glib/gi18n-lib.h>

char *
tal_history_text_day (TalDay day)
{
  TalDay today = tal_clock_get_today ();

  if (day == today)
    return g_strdup (_ ("Today"));
  if (day == today - 1)
    return g_strdup (_ ("Yesterday"));
  return tal_danish_date_format (day, TAL_DANISH_DATE_TEXT);
}

char *
tal_history_text_count (TalHistoryItem *item)
{
  guint            n_changes = tal_history_item_get_entry (item)->n_changes;
  g_autofree char *number = NULL;

  if (tal_history_item_get_change (item, NULL) != NULL || n_changes < 2)
    return NULL;

  number = tal_danish_number_format (TAL_DECIMAL (n_changes, 0), TAL_DANISH_NUMBER_PLAIN);
  return g_strdup_printf (ngettext ("%s change", "%s changes", n_changes), number);
}

static TalPlace
find_place (TalHistoryItem *item, const TalCatalogue *catalogue)
{
  TalKey           key = tal_history_item_get_key (item);
  const TalChange *change = tal_history_item_get_change (item, NULL);
  const TalRecord *record = NULL;

  if (key.kind == TAL_KIND_OBSERVATION)
    return tal_place_for_series (catalogue, key.id);
  record = tal_catalogue_find_key (catalogue, &key);
  if (record == NULL && change != NULL)
    record = change->after != NULL ? change->after : change->before;
  return record != NULL ? tal_place_for_record (catalogue, record)
                        : (TalPlace){ .initiative = TAL_ID_NONE };
}

char *
tal_history_text_place (TalHistoryItem *item, const TalCatalogue *catalogue)
{
  TalPlace         place = find_place (item, catalogue);
  const TalRecord *initiative =
      tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, place.initiative);

  return initiative != NULL ? g_strdup (tal_title_get_name (initiative)) : NULL;
}

char *
tal_history_text_line (TalHistoryItem *item)
{
  const TalHistoryEntry *entry = tal_history_item_get_entry (item);
  g_autofree char       *when = tal_clock_format_local (entry->made_at);
  g_autofree char       *what = tal_history_item_dup_sentence (item);

  if (entry->author == NULL)
    return g_strdup_printf ("%s: %s", when, what);
  return g_strdup_printf ("%s, %s: %s", when, entry->author, what);
}

char *
tal_history_text_when (const TalHistoryEntry *entry)
{
  g_autofree char *when = tal_clock_format_local (entry->made_at);

  if (entry->author == NULL)
    return g_steal_pointer (&when);
  return g_strdup_printf ("%s · %s", when, entry->author);
}
