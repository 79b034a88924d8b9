/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli.h"
#include "model/tal-clock.h"
#include "model/tal-collection-history.h"

#include <glib/gi18n-lib.h>

/* Entries are read in pages, so that a long history needs little memory. */
#define PAGE 500

static void
print_entry (const TalHistoryEntry *entry)
{
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
  g_autofree char *when = tal_clock_format_local (entry->made_at);
  g_autofree char *what = tal_history_entry_describe (entry);

  tal_cli_print (ngettext ("%6s  %s  %s  %s  (%u change)", "%6s  %s  %s  %s  (%u changes)",
                           entry->n_changes),
                 sequence, when, entry->author != NULL ? entry->author : "–", what,
                 entry->n_changes);
}

int
tal_cli_run_history (char **words)
{
  g_auto (GStrv)            rest = g_strdupv (words);
  g_autoptr (TalCollection) collection = NULL;
  gint64                    before = 0;

  if (!tal_cli_parse ("history", NULL, &rest, 1, 1))
    return TAL_CLI_USAGE;

  collection = tal_cli_open (rest[1], TRUE);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  for (;;)
    {
      g_autoptr (GError)    error = NULL;
      g_autoptr (GPtrArray) entries =
          tal_collection_load_history (collection, NULL, before, PAGE, &error);

      if (entries == NULL)
        return tal_cli_refuse (error);
      for (guint i = 0; i < entries->len; i++)
        print_entry (g_ptr_array_index (entries, i));
      if (entries->len < PAGE)
        return TAL_CLI_DONE;
      before = ((const TalHistoryEntry *)g_ptr_array_index (entries, entries->len - 1))->sequence;
    }
}
