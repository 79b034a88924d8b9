/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-check.h"
#include "cli/tal-cli.h"
#include "core/tal-remark.h"
#include "model/tal-clock.h"
#include "model/tal-collection-check.h"

#include <glib/gi18n-lib.h>

static const char *const columns[] = {
  "code",       "severity", "kind",   "line",     "number", "quote",
  "suggestion", "series",   "period", "sentence", NULL,
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
  tal_cli_table_add_text (table, remark->number);
  tal_cli_table_add_text (table, remark->quote);
  tal_cli_table_add_text (table, remark->suggestion);
  tal_cli_table_add_text (table, tal_id_is_none (remark->series) ? NULL : id);
  tal_cli_table_add_text (table, period);
  tal_cli_table_add_text (table, remark->sentence);
}

/* What agrees, and what nothing is known of, gets a sentence of its own with 'all' alone: a
 * person reads what is wrong. */
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

/* "Line 29: 1.445, 17.234, 15.789": all of one kind, a line of the note a line. */
static void
print_numbers (const GPtrArray *remarks, TalRemarkKind kind)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint               line = 0;

  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->kind != kind || remark->number == NULL)
        continue;
      if (remark->line != line && numbers->len > 0)
        tal_cli_print (_ ("    Line %u: %s"), line, numbers->str);
      if (remark->line != line)
        g_string_truncate (numbers, 0);
      line = remark->line;
      g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? "; " : "", remark->number);
    }

  if (numbers->len > 0)
    tal_cli_print (_ ("    Line %u: %s"), line, numbers->str);
}

static void
print_text (const GPtrArray *remarks, gboolean all, guint n_serious)
{
  guint counts[TAL_REMARK_TABLE + 1] = { 0 };

  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (remarks, i);

      counts[remark->kind]++;
      if (is_told (remark, all))
        print_remark (remark);
    }

  tal_cli_print (_ ("Numbers that agree with a figure: %u"), counts[TAL_REMARK_AGREES]);
  if (!all)
    print_numbers (remarks, TAL_REMARK_AGREES);
  tal_cli_print (_ ("Numbers that no figure is known of: %u"), counts[TAL_REMARK_UNKNOWN]);
  if (!all)
    print_numbers (remarks, TAL_REMARK_UNKNOWN);
  tal_cli_print (_ ("Places that should be looked at: %u"), n_serious);
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
