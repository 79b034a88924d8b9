/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-import-text.h"

#include "cli/tal-cli.h"
#include "core/tal-change-text.h"
#include "model/tal-import-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

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
  g_autofree char *fields = tal_import_text_dup_fields (row);
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
