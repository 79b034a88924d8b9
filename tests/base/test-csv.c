/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-csv.h"

#include <glib.h>

static void
test_csv_quotes_what_it_must (void)
{
  static const struct
  {
    const char *text;
    char        separator;
    const char *cell;
  } cases[] = {
    { NULL, ';', "" },
    { "", ';', "" },
    { "8,7", ';', "8,7" },
    { "8,7", ',', "\"8,7\"" },
    { "a;b", ';', "\"a;b\"" },
    { "a;b", ',', "a;b" },
    { "“ja”", ';', "“ja”" },
    { "12\" rør", ';', "\"12\"\" rør\"" },
    { "to\nlinjer", ';', "\"to\nlinjer\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      tal_csv_append_cell (out, cases[i].text, cases[i].separator);
      g_assert_cmpstr (out->str, ==, cases[i].cell);
    }
}

static void
test_csv_leaves_nothing_to_compute (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
    { "=1+2", "'=1+2" },
    { "=HYPERLINK(\"http://x\";\"ja\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"ja\"\")\"" },
    { "+45 33 17 00 00", "'+45 33 17 00 00" },
    { "-2+3", "'-2+3" },
    { "- ikke opgjort", "'- ikke opgjort" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=1", "'\t=1" },
    { "\r=1", "\"'\r=1\"" },
    { "-8,7", "-8,7" },
    { "-1.445", "-1.445" },
    { "+3", "+3" },
    { "-8,7*", "-8,7*" }, /* preliminary */
    { "-8*7", "'-8*7" },
    { "-", "-" }, /* what papers write for nothing */
    { "8-7", "8-7" },
    { "mål = 3", "mål = 3" },
    { "  =1+2", "'  =1+2" }, /* some programs pass over the spaces */
    { "\302\240=1+2", "'\302\240=1+2" },
    { "\n=1+2", "\"'\n=1+2\"" },
    { "＝1+2", "'＝1+2" },
    { "＠SUM(A1)", "'＠SUM(A1)" },
    { " -8,7", " -8,7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      g_test_message ("%s", cases[i].text);
      tal_csv_append_cell (out, cases[i].text, ';');
      g_assert_cmpstr (out->str, ==, cases[i].cell);
    }
}

static void
test_csv_ends_a_line_as_excel_does (void)
{
  const char *const   cells[] = { "Mål", NULL, "8,7" };
  g_autoptr (GString) out = g_string_new (NULL);

  tal_csv_append_line (out, cells, G_N_ELEMENTS (cells), ';');
  g_assert_cmpstr (out->str, ==, "Mål;;8,7\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/csv/quotes-what-it-must", test_csv_quotes_what_it_must);
  g_test_add_func ("/base/csv/leaves-nothing-to-compute", test_csv_leaves_nothing_to_compute);
  g_test_add_func ("/base/csv/ends-a-line-as-excel-does", test_csv_ends_a_line_as_excel_does);
  return g_test_run ();
}
