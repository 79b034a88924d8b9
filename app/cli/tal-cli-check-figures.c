/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/tal-problem.h"
#include "cli/tal-cli-check.h"
#include "cli/tal-cli.h"
#include "core/tal-finding.h"
#include "model/tal-clock.h"
#include "model/tal-collection-check.h"

#include <glib/gi18n-lib.h>

static const char *const columns[] = {
  "code",   "severity", "kind", "uuid",     "object", "period",
  "stored", "expected", "rule", "sentence", "kept",   NULL,
};

static void
add_row (TalCliTable *table, const TalFinding *finding)
{
  g_autofree char *period =
      tal_period_is_set (finding->period) ? tal_period_to_string (finding->period) : NULL;
  char id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (finding->key.id, id);
  tal_cli_table_add_text (table, finding->rule->code);
  tal_cli_table_add_text (table, tal_cli_check_get_severity_name (finding->severity));
  tal_cli_table_add_text (table, tal_kind_get_name (finding->key.kind));
  tal_cli_table_add_text (table, id);
  tal_cli_table_add_text (table, finding->place);
  tal_cli_table_add_text (table, period);
  tal_cli_table_add_text (table, finding->stored);
  tal_cli_table_add_text (table, finding->expected);
  tal_cli_table_add_text (table, _ (finding->rule->title));
  tal_cli_table_add_text (table, finding->sentence);
  tal_cli_table_add_text (table, finding->kept ? "true" : NULL);
}

/* What somebody has looked at is not said again, only counted. */
static void
print_text (const GPtrArray *findings, guint n_serious, guint n_kept)
{
  guint n_told = findings->len - n_kept;

  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *finding = g_ptr_array_index (findings, i);

      if (!finding->kept)
        tal_cli_print ("%s: %s", tal_cli_check_get_severity_title (finding->severity),
                       finding->sentence);
    }

  if (n_told == 0)
    tal_cli_print ("%s", _ ("The figures agree."));
  else
    tal_cli_print (ngettext ("%u finding, of which %u should be looked at.",
                             "%u findings, of which %u should be looked at.", n_told),
                   n_told, n_serious);
  if (n_kept > 0)
    tal_cli_print (ngettext ("%u warning is about a figure that was kept.",
                             "%u warnings are about figures that were kept.", n_kept),
                   n_kept);
}

int
tal_cli_check_figures (TalCollection *collection, TalCliFormat format)
{
  g_autoptr (TalCliTable) table = tal_cli_table_new (columns);
  g_autoptr (GError)      error = NULL;
  g_autoptr (GPtrArray)   findings = NULL;
  guint                   n_serious = 0;
  guint                   n_kept = 0;

  findings = tal_collection_check_figures (collection, tal_clock_get_today (), &error);
  if (findings == NULL)
    return tal_cli_refuse (error);

  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *finding = g_ptr_array_index (findings, i);

      add_row (table, finding);
      if (finding->kept)
        n_kept++;
      else if (finding->severity > TAL_SEVERITY_NOTE)
        n_serious++;
    }

  if (format == TAL_CLI_FORMAT_TEXT)
    print_text (findings, n_serious, n_kept);
  else
    tal_cli_table_print (table, format);
  return n_serious > 0 ? TAL_CLI_REFUSED : TAL_CLI_DONE;
}
