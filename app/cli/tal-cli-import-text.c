/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-import-text.h"

#include "cli/tal-cli.h"
#include "core/tal-change-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What stands there, or that nothing does. */
static const char *
get_text (const char *text)
{
  return text != NULL ? text : "–";
}

char *
tal_cli_import_dup_fields (const TalImportRow *row)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (row != NULL, NULL);

  for (guint i = 0; i < row->fields->len; i++)
    {
      const TalFieldChange *field = g_ptr_array_index (row->fields, i);

      if (i > 0)
        g_string_append (text, "; ");
      if (row->type == TAL_IMPORT_ROW_NEW)
        g_string_append_printf (text, "%s %s", field->title, get_text (field->after));
      else
        g_string_append_printf (text, _ ("%s: ours %s, theirs %s"), field->title,
                                         get_text (field->before), get_text (field->after));
    }

  return g_string_free (text, FALSE);
}

static const char *
get_sign (const TalImportRow *row)
{
  static const char *const signs[] = {
    [TAL_IMPORT_ROW_NEW] = "+",     [TAL_IMPORT_ROW_CHANGED] = "~",  [TAL_IMPORT_ROW_KEPT] = "=",
    [TAL_IMPORT_ROW_REMOVED] = "-", [TAL_IMPORT_ROW_CONFLICT] = "!",
  };

  return signs[row->type];
}

static void
append_row (GString *text, const TalImportRow *row)
{
  g_autofree char *fields = tal_cli_import_dup_fields (row);

  if (row->sentence != NULL)
    g_string_append_printf (text, "  %s %s", get_sign (row), row->sentence);
  else
    g_string_append_printf (text, "  %s %s", get_sign (row), row->object);
  if (row->type != TAL_IMPORT_ROW_REMOVED && fields[0] != '\0')
    g_string_append_printf (text, row->sentence != NULL ? " (%s)" : ": %s", fields);
  g_string_append_c (text, '\n');
}

/* How many of the rows are told, and why those. */
static void
append_rows (GString *text, const TalImportReport *report, gboolean all)
{
  for (guint i = 0; i < report->rows->len; i++)
    {
      const TalImportRow *row = g_ptr_array_index (report->rows, i);

      if (all || row->sentence != NULL)
        append_row (text, row);
    }
}

char *
tal_cli_import_dup_text (const TalImportReport *report, gboolean all)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (report != NULL, NULL);

  if (report->sender != NULL)
    g_string_append_printf (text, _ ("Sent by %s.\n"), report->sender);
  g_string_append_printf (text,
                          _ ("New: %u. Changed: %u. Kept as here: %u. Removed: %u. Unchanged: %u."),
                             report->n_new, report->n_changed, report->n_kept, report->n_removed,
                             report->n_unchanged);
  g_string_append_c (text, '\n');
  if (report->n_conflicts > 0)
    {
      g_string_append_printf (text, ngettext ("%u conflict:", "%u conflicts:", report->n_conflicts),
                              report->n_conflicts);
      g_string_append_c (text, '\n');
    }
  append_rows (text, report, all);

  if (report->notes->len > 0)
    g_string_append_printf (text, "%s\n", _ ("Passed over:"));
  for (guint i = 0; i < report->notes->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *)g_ptr_array_index (report->notes, i));
  return g_string_free (text, FALSE);
}

const char *const tal_cli_import_columns[] = { "difference", "object", "field",    "ours", "theirs",
                                               "decision",   "line",   "sentence", NULL };

static void
add_row (TalCliTable *table, const TalImportRow *row, const TalFieldChange *field)
{
  tal_cli_table_add_text (table, tal_import_row_get_type_name (row));
  tal_cli_table_add_text (table, row->object);
  tal_cli_table_add_text (table, field != NULL ? field->title : NULL);
  tal_cli_table_add_text (table, field != NULL ? field->before : NULL);
  tal_cli_table_add_text (table, field != NULL ? field->after : NULL);
  tal_cli_table_add_text (table, tal_import_row_get_choice_name (row));
  tal_cli_table_add_integer (table, (int)row->line);
  tal_cli_table_add_text (table, row->sentence);
}

void
tal_cli_import_add_rows (TalCliTable *table, const TalImportReport *report)
{
  g_return_if_fail (table != NULL && report != NULL);

  for (guint i = 0; i < report->rows->len; i++)
    {
      const TalImportRow *row = g_ptr_array_index (report->rows, i);

      for (guint j = 0; j < row->fields->len; j++)
        add_row (table, row, g_ptr_array_index (row->fields, j));
      if (row->fields->len == 0)
        add_row (table, row, NULL);
    }
}

TalImportChoice
tal_cli_import_ask (const TalImportRow *row)
{
  g_autofree char *fields = tal_cli_import_dup_fields (row);
  char             answer[16] = "";

  tal_cli_print ("%s", row->sentence);
  if (fields[0] != '\0')
    tal_cli_print ("  %s", fields);
  g_print ("%s ", _ ("Keep [o]urs, take [t]heirs, or leave it [Enter]?"));
  if (fgets (answer, sizeof answer, stdin) == NULL)
    return TAL_IMPORT_CHOICE_OPEN;

  g_strchomp (answer);
  if (g_strcmp0 (answer, C_ ("answer", "o")) == 0)
    return TAL_IMPORT_CHOICE_OURS;

  return g_strcmp0 (answer, C_ ("answer", "t")) == 0 ? TAL_IMPORT_CHOICE_THEIRS
                                                     : TAL_IMPORT_CHOICE_OPEN;
}
