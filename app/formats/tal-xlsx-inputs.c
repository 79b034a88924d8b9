/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-xlsx-inputs.h"

/* "F4" */
static void
append_cell (GString *out, guint row, guint column)
{
  char  letters[4] = { 0 };
  guint n_letters = 0;

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[n_letters++] = (char)('A' + (rest - 1) % 26);
  while (n_letters > 0)
    g_string_append_c (out, letters[--n_letters]);
  g_string_append_printf (out, "%u", row + 1);
}

/* "=OR(ISNUMBER(F4),F4="..")" */
static char *
dup_formula (const TalTableInput *input, guint row, guint column)
{
  GString *out = g_string_new ("=OR(ISNUMBER(");

  append_cell (out, row, column);
  g_string_append_c (out, ')');
  for (guint i = 0; input->choices != NULL && input->choices[i] != NULL; i++)
    {
      g_string_append_c (out, ',');
      append_cell (out, row, column);
      g_string_append_printf (out, "=\"%s\"", input->choices[i]);
    }
  g_string_append_c (out, ')');
  return g_string_free (out, FALSE);
}

static lxw_error
add_input (const TalXlsxLibrary *library,
           lxw_worksheet        *worksheet,
           const TalTableInput  *input,
           guint                 column,
           guint                 first,
           guint                 n_rows)
{
  g_autofree char    *formula = dup_formula (input, first, column);
  lxw_data_validation check = {
    .validate = LXW_VALIDATION_TYPE_ANY,
    .ignore_blank = LXW_VALIDATION_ON,
    .show_input = LXW_VALIDATION_ON,
    .show_error = LXW_VALIDATION_ON,
    .dropdown = LXW_VALIDATION_ON,
    .input_title = (char *)input->title,
    .input_message = (char *)input->hint,
    .error_title = (char *)input->title,
    .error_message = (char *)input->hint,
  };

  if (input->kind == TAL_TABLE_INPUT_CHOICE)
    {
      check.validate = LXW_VALIDATION_TYPE_LIST;
      check.value_list = (char **)(gpointer)input->choices;
    }
  else if (input->kind == TAL_TABLE_INPUT_NUMBER)
    {
      check.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
      check.value_formula = formula;
    }
  return library->worksheet_data_validation_range (worksheet, first, (lxw_col_t)column,
                                                   first + n_rows - 1, (lxw_col_t)column, &check);
}

lxw_error
tal_xlsx_inputs_add (const TalXlsxLibrary *library,
                     lxw_worksheet        *worksheet,
                     const TalTable       *table,
                     guint                 first)
{
  guint     n_rows = tal_table_get_n_rows (table);
  lxw_error problem = LXW_NO_ERROR;

  if (!tal_table_is_form (table) || n_rows == 0)
    return LXW_NO_ERROR;

  for (guint column = 0; column < tal_table_get_n_columns (table); column++)
    {
      const TalTableInput *input = tal_table_get_input (table, column);

      if (input != NULL && problem == LXW_NO_ERROR)
        problem = add_input (library, worksheet, input, column, first, n_rows);
    }
  library->worksheet_protect (worksheet, NULL, NULL);
  return problem;
}
