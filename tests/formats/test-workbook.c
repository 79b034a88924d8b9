/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/tal-workbook-builder.h"

static TalCell
make_text (const char *text)
{
  return (TalCell){ .kind = TAL_CELL_TEXT,
                    .text = text,
                    .number = TAL_DECIMAL_NONE,
                    .decimals = TAL_CELL_DECIMALS_UNKNOWN };
}

static void
add_text (TalWorkbookBuilder *builder, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;
  TalCell            cell = make_text (text);

  tal_workbook_builder_add (builder, column, &cell, &error);
  g_assert_no_error (error);
}

static void
begin_row (TalWorkbookBuilder *builder, guint row)
{
  g_autoptr (GError) error = NULL;

  tal_workbook_builder_begin_row (builder, row, 0, &error);
  g_assert_no_error (error);
}

static TalWorkbookBuilder *
begin (const char *name)
{
  TalWorkbookBuilder *builder = tal_workbook_builder_new ();

  g_assert_true (tal_workbook_builder_begin_sheet (builder, name, FALSE, FALSE, NULL));
  return builder;
}

static void
test_workbook_gives_back_every_kind (void)
{
  static const TalCell cells[] = {
    { TAL_CELL_TEXT, "Mænd", { 0, G_MAXUINT8 }, 0, FALSE, FALSE, FALSE, 31 },
    { TAL_CELL_NUMBER, "9.14", { 914, 2 }, 0, FALSE, FALSE, FALSE, 1 },
    { TAL_CELL_NUMBER, "-0.087", { -87, 3 }, 0, FALSE, FALSE, TRUE, 2 },
    { TAL_CELL_NUMBER, "0.3333333333333333", { 333333333, 9 }, 0, FALSE, TRUE, FALSE, 31 },
    { TAL_CELL_NUMBER, "1E+30", { 0, G_MAXUINT8 }, 0, FALSE, FALSE, FALSE, 31 },
    { TAL_CELL_DAY, "2018-09-01", { 0, G_MAXUINT8 }, 736938, FALSE, FALSE, FALSE, 31 },
    { TAL_CELL_BOOLEAN, "TRUE", { 0, G_MAXUINT8 }, 0, TRUE, FALSE, FALSE, 31 },
    { TAL_CELL_ERROR, "#DIV/0!", { 0, G_MAXUINT8 }, 0, FALSE, FALSE, FALSE, 31 },
  };
  g_autoptr (TalWorkbookBuilder) builder = begin ("Ark1");
  g_autoptr (TalWorkbook)        book = NULL;
  const TalSheet                *sheet = NULL;

  begin_row (builder, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_true (tal_workbook_builder_add (builder, 2 * i, &cells[i], NULL));
  book = tal_workbook_builder_take (builder);
  sheet = tal_workbook_find_sheet (book, "Ark1");

  g_assert_cmpuint (tal_workbook_get_n_cells (book), ==, G_N_ELEMENTS (cells));
  g_assert_cmpuint (tal_sheet_get_n_rows (sheet), ==, 3);
  g_assert_cmpuint (tal_sheet_get_n_columns (sheet), ==, 2 * G_N_ELEMENTS (cells) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      TalCell cell = tal_sheet_get_cell (sheet, 2, 2 * i);

      g_test_message ("%s", cells[i].text);
      g_assert_cmpint (cell.kind, ==, cells[i].kind);
      g_assert_cmpstr (cell.text, ==, cells[i].text);
      g_assert_true (tal_decimal_is_identical (cell.number, cells[i].number));
      g_assert_cmpint (cell.day, ==, cells[i].day);
      g_assert_cmpint (cell.is_true, ==, cells[i].is_true);
      g_assert_cmpint (cell.rounded, ==, cells[i].rounded);
      g_assert_cmpint (cell.percent, ==, cells[i].percent);
      g_assert_cmpint (cell.decimals, ==, cells[i].decimals);
      g_assert_cmpint (tal_sheet_get_cell (sheet, 2, 2 * i + 1).kind, ==, TAL_CELL_EMPTY);
    }

  g_assert_cmpstr (tal_sheet_get_text (sheet, 0, 0), ==, "");
  g_assert_cmpstr (tal_sheet_get_text (sheet, 90, 90), ==, "");
  g_assert_null (tal_workbook_find_sheet (book, "Ark2"));
}

static void
test_workbook_names_places (void)
{
  static const struct
  {
    const char *sheet;
    guint       row;
    guint       column;
    const char *place;
  } cases[] = {
    { "Ark1", 6, 1, "Ark1!B7" },
    { "Mål 1", 0, 25, "'Mål 1'!Z1" },
    { "Ark1", 0, 26, "Ark1!AA1" },
    { "Ark1", 0, 701, "Ark1!ZZ1" },
    { "Ark1", 1048575, 16383, "Ark1!XFD1048576" },
    { "a\nb", 0, 0, "'a b'!A1" }, /* stays on one line */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalWorkbookBuilder) builder = begin (cases[i].sheet);
      g_autoptr (TalWorkbook)        book = tal_workbook_builder_take (builder);
      g_autofree char               *place =
          tal_sheet_dup_place (tal_workbook_get_sheet (book, 0), cases[i].row, cases[i].column);

      g_assert_cmpstr (place, ==, cases[i].place);
    }
}

static void
test_workbook_refuses_cells_out_of_order (void)
{
  g_autoptr (TalWorkbookBuilder) builder = begin ("Ark1");
  g_autoptr (GError)             error = NULL;
  g_autoptr (GError)             column_error = NULL;
  TalCell                        cell = make_text ("352");

  begin_row (builder, 4);
  add_text (builder, 3, "352");
  g_assert_false (tal_workbook_builder_add (builder, 3, &cell, &column_error));
  g_assert_error (column_error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
  g_assert_nonnull (g_strstr_len (column_error->message, -1, "Ark1!D5"));
  g_assert_false (tal_workbook_builder_begin_row (builder, 4, 0, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
}

static void
test_workbook_keeps_its_limits (void)
{
  g_autoptr (TalWorkbookBuilder) builder = begin ("Ark1");
  g_autoptr (GError)             wide = NULL;
  g_autoptr (GError)             far = NULL;
  g_autoptr (GError)             long_rows = NULL;
  TalCell                        cell = make_text ("352");

  begin_row (builder, 0);
  add_text (builder, TAL_SHEET_MOST_COLUMNS - 1, "352");
  g_assert_false (tal_workbook_builder_add (builder, TAL_SHEET_MOST_COLUMNS, &cell, &wide));
  g_assert_error (wide, TAL_ERROR, TAL_ERROR_UNSAFE_FILE);
  g_assert_false (tal_workbook_builder_begin_row (builder, TAL_SHEET_MOST_ROWS, 0, &far));
  g_assert_error (far, TAL_ERROR, TAL_ERROR_UNSAFE_FILE);
  g_assert_false (tal_workbook_builder_repeat_row (builder, G_MAXUINT, &long_rows));
  g_assert_error (long_rows, TAL_ERROR, TAL_ERROR_UNSAFE_FILE);
}

static void
test_workbook_repeats_rows (void)
{
  g_autoptr (TalWorkbookBuilder) builder = begin ("Ark1");
  g_autoptr (TalWorkbook)        book = NULL;
  const TalSheet                *sheet = NULL;

  begin_row (builder, 0);
  g_assert_true (tal_workbook_builder_repeat_row (builder, G_MAXUINT, NULL)); /* nothing in it */
  begin_row (builder, 1);
  add_text (builder, 0, "Mænd");
  add_text (builder, 5, "..");
  g_assert_true (tal_workbook_builder_repeat_row (builder, 3, NULL));
  book = tal_workbook_builder_take (builder);
  sheet = tal_workbook_get_sheet (book, 0);

  g_assert_cmpuint (tal_sheet_get_n_rows (sheet), ==, 4);
  g_assert_cmpuint (tal_sheet_get_n_cells (sheet), ==, 6);
  g_assert_cmpstr (tal_sheet_get_text (sheet, 3, 5), ==, "..");
}

static void
test_workbook_knows_merged_and_hidden (void)
{
  static const TalCellArea areas[] = {
    { 8, 0, 9, 0 },
    { 0, 0, 0, 3 },
    { 1, 0, 100, 0 },
    { 2, 1, 3, 1 },
  };
  g_autoptr (TalWorkbookBuilder) builder = begin ("Ark1");
  g_autoptr (TalWorkbook)        book = NULL;
  const TalSheet                *sheet = NULL;
  TalCellArea                    area = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    g_assert_true (tal_workbook_builder_merge (builder, &areas[i], NULL));
  tal_workbook_builder_hide_rows (builder, 3, 3);
  tal_workbook_builder_hide_rows (builder, 4, 6);
  tal_workbook_builder_hide_rows (builder, 9, 2); /* no rows at all */
  tal_workbook_builder_hide_columns (builder, 1, 2);
  book = tal_workbook_builder_take (builder);
  sheet = tal_workbook_get_sheet (book, 0);

  g_assert_true (tal_sheet_find_merged (sheet, 0, 3, &area));
  g_assert_cmpuint (area.last_column, ==, 3);
  g_assert_true (tal_sheet_find_merged (sheet, 50, 0, &area));
  g_assert_cmpuint (area.first_row, ==, 1);
  g_assert_true (tal_sheet_find_merged (sheet, 3, 1, &area));
  g_assert_false (tal_sheet_find_merged (sheet, 4, 1, &area));
  g_assert_false (tal_sheet_find_merged (sheet, 101, 0, &area));

  g_assert_false (tal_sheet_is_row_hidden (sheet, 2));
  g_assert_true (tal_sheet_is_row_hidden (sheet, 3));
  g_assert_true (tal_sheet_is_row_hidden (sheet, 6));
  g_assert_false (tal_sheet_is_row_hidden (sheet, 7));
  g_assert_true (tal_sheet_is_column_hidden (sheet, 2));
  g_assert_false (tal_sheet_is_column_hidden (sheet, 3));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/workbook/gives-back-every-kind", test_workbook_gives_back_every_kind);
  g_test_add_func ("/formats/workbook/names-places", test_workbook_names_places);
  g_test_add_func ("/formats/workbook/refuses-cells-out-of-order",
                   test_workbook_refuses_cells_out_of_order);
  g_test_add_func ("/formats/workbook/keeps-its-limits", test_workbook_keeps_its_limits);
  g_test_add_func ("/formats/workbook/repeats-rows", test_workbook_repeats_rows);
  g_test_add_func ("/formats/workbook/knows-merged-and-hidden",
                   test_workbook_knows_merged_and_hidden);

  return g_test_run ();
}
