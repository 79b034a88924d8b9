/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-check.h"
#include "cli/tal-cli.h"
#include "core/tal-remark.h"
#include "model/tal-clock.h"
#include "model/tal-collection-check.h"

#include <glib/gi18n-lib.h>

static const char *const columns[] = {
  "code", "severity", "kind", "line", "quote", "suggestion", "series", "period", "sentence", NULL,
};

static const char *
get_kind_name (TalRemarkKind kind)
{
  static const char *const names[] = { "agrees", "unknown", "differs", "claim", "table" };

  return names[kind];
}

static void
add_row (TalCliTable *table, const TalRemark *remark)
{
  g_autofree char *period =
      tal_period_is_set (remark->period) ? tal_period_to_string (remark->period) : NULL;
  char id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (remark->series, id);
  tal_cli_table_add_text (table, remark->code);
  tal_cli_table_add_text (table, tal_cli_check_get_severity_name (remark->severity));
  tal_cli_table_add_text (table, get_kind_name (remark->kind));
  tal_cli_table_add_integer (table, (int)remark->line);
  tal_cli_table_add_text (table, remark->quote);
  tal_cli_table_add_text (table, remark->suggestion);
  tal_cli_table_add_text (table, tal_id_is_none (remark->series) ? NULL : id);
  tal_cli_table_add_text (table, period);
  tal_cli_table_add_text (table, remark->sentence);
}

/* What agrees, and what nothing is known of, is told with 'all' alone: a person reads what is
 * wrong. */
static gboolean
is_told (const TalRemark *remark, gboolean all)
{
  return all || (remark->kind != TAL_REMARK_AGREES && remark->kind != TAL_REMARK_UNKNOWN);
}

static void
print_remark (const TalRemark *remark)
{
  tal_cli_print (_ ("Line %u, “%s”"), remark->line, remark->quote != NULL ? remark->quote : "");
  tal_cli_print ("    %s: %s", tal_cli_check_get_severity_title (remark->severity),
                 remark->sentence);
  if (remark->suggestion != NULL)
    tal_cli_print (_ ("    Write: %s"), remark->suggestion);
}

static void
print_text (const GPtrArray *remarks, gboolean all, guint n_serious)
{
  guint n_agree = 0;
  guint n_unknown = 0;

  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (remarks, i);

      n_agree += remark->kind == TAL_REMARK_AGREES;
      n_unknown += remark->kind == TAL_REMARK_UNKNOWN;
      if (is_told (remark, all))
        print_remark (remark);
    }

  tal_cli_print (_ ("Numbers that agree: %u. Numbers that no figure is known of: %u. Places that "
                    "should be looked at: %u."),
                    n_agree, n_unknown, n_serious);
}

int
tal_cli_check_text (TalCollection *collection, const char *note, gboolean all, TalCliFormat format)
{
  g_autoptr (TalCliTable) table = tal_cli_table_new (columns);
  g_autoptr (GError)      error = NULL;
  g_autoptr (GPtrArray)   remarks = NULL;
  guint                   n_serious = 0;

  remarks = tal_collection_check_note (collection, note, tal_clock_get_today (), &error);
  if (remarks == NULL)
    return tal_cli_refuse (error);

  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (remarks, i);

      add_row (table, remark);
      n_serious += remark->severity > TAL_SEVERITY_NOTE;
    }

  if (format == TAL_CLI_FORMAT_TEXT)
    print_text (remarks, all, n_serious);
  else
    tal_cli_table_print (table, format);
  return n_serious > 0 ? TAL_CLI_REFUSED : TAL_CLI_DONE;
}
