/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-cell-block.h"

#define N_ROUNDS 500

static void
test_cell_block_reads_what_spreadsheets_copy (void)
{
  static const struct
  {
    const char *text;
    guint       n_rows;
    guint       n_columns;
    const char *cells[6]; /* row by row */
  } cases[] = {
    { "", 1, 1, { "" } },
    { "179", 1, 1, { "179" } },
    { "179\n", 1, 1, { "179" } },
    { "179\t348\r\n268\t545\r\n", 2, 2, { "179", "348", "268", "545" } },
    { "a\tb\tc\nd", 2, 3, { "a", "b", "c", "d", "", "" } }, /* a short row is filled */
    { "\t\n\t", 2, 2, { "", "", "", "" } },
    { "\"to\nlinjer\"\t1", 1, 2, { "to\nlinjer", "1" } },
    { "\"et \"\"citat\"\"\"\t1", 1, 2, { "et \"citat\"", "1" } },
    { "\"tab\there\"", 1, 1, { "tab\there" } },
    { "\"aldrig lukket\t1", 1, 2, { "\"aldrig lukket", "1" } }, /* stands for itself */
    { "\"Fase\" 2\t1", 1, 2, { "\"Fase\" 2", "1" } },
    { "5\" rør\t1", 1, 2, { "5\" rør", "1" } },
    { "1\r2", 2, 1, { "1", "2" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalCellBlock) block = tal_cell_block_parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (tal_cell_block_get_n_rows (block), ==, cases[i].n_rows);
      g_assert_cmpuint (tal_cell_block_get_n_columns (block), ==, cases[i].n_columns);
      for (guint j = 0; j < cases[i].n_rows * cases[i].n_columns; j++)
        g_assert_cmpstr (tal_cell_block_get (block, j / cases[i].n_columns, j % cases[i].n_columns),
                         ==, cases[i].cells[j]);
    }
}

static char *
make_text (void)
{
  static const char *const pieces[] = { "\"", "\t", "\n", "\r\n", "1.357", "*", "å", " ", "\"\"" };
  GString                 *text = g_string_new (NULL);

  for (gint32 i = g_test_rand_int_range (0, 5); i > 0; i--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_cell_block_reads_back_what_it_writes (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      guint                    n_rows = (guint)g_test_rand_int_range (1, 5);
      guint                    n_columns = (guint)g_test_rand_int_range (1, 5);
      g_autoptr (TalCellBlock) block = tal_cell_block_new (n_rows, n_columns);
      g_autoptr (TalCellBlock) read = NULL;
      g_autofree char         *tabs = NULL;

      for (guint j = 0; j < n_rows * n_columns; j++)
        {
          g_autofree char *text = make_text ();

          tal_cell_block_set (block, j / n_columns, j % n_columns, text);
        }
      tabs = tal_cell_block_to_tabs (block);
      read = tal_cell_block_parse (tabs);
      g_assert_cmpuint (tal_cell_block_get_n_rows (read), ==, n_rows);
      g_assert_cmpuint (tal_cell_block_get_n_columns (read), ==, n_columns);
      for (guint j = 0; j < n_rows * n_columns; j++)
        g_assert_cmpstr (tal_cell_block_get (read, j / n_columns, j % n_columns), ==,
                         tal_cell_block_get (block, j / n_columns, j % n_columns));
    }
}

static void
test_cell_block_is_a_table_in_html (void)
{
  g_autoptr (TalCellBlock) block = tal_cell_block_parse ("1\t<2>\n");
  g_autofree char         *html = tal_cell_block_to_html (block);

  g_assert_cmpstr (html, ==,
                   "<meta charset=\"utf-8\"><table>\n<tr><td>1</td><td>&lt;2&gt;</td></tr>\n"
                   "</table>\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/cell-block/reads-what-spreadsheets-copy",
                   test_cell_block_reads_what_spreadsheets_copy);
  g_test_add_func ("/base/cell-block/reads-back-what-it-writes",
                   test_cell_block_reads_back_what_it_writes);
  g_test_add_func ("/base/cell-block/is-a-table-in-html", test_cell_block_is_a_table_in_html);
  return g_test_run ();
}
