/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a sheet is taken for, the map as text, and the same file with other headings. */

#include "base/tal-problem.h"
#include "exchange/tal-column-doubts.h"
#include "exchange/tal-column-guess.h"
#include "exchange/tal-column-map-likeness.h"
#include "exchange/tal-column-map-text.h"
#include "exchange/tal-period-text.h"
#include "formats/tal-csv-reader.h"

#include <string.h>

static TalWorkbook *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  TalWorkbook       *book = tal_csv_read (bytes, NULL, NULL, NULL);

  g_assert_nonnull (book);
  return book;
}

static char *
dup_roles (const TalColumnMap *map)
{
  GString *roles = g_string_new (NULL);

  for (guint i = 0; i < map->columns->len; i++)
    g_string_append_printf (roles, "%s%s", i > 0 ? " " : "",
                            tal_role_get_name (
                                ((const TalMapColumn *)g_ptr_array_index (map->columns, i))->role));
  return g_string_free (roles, FALSE);
}

static void
test_map_is_suggested (void)
{
  static const struct
  {
    const char *text;
    const char *roles;
    guint       n_headings;
    guint       first_row;
    guint       end_row;
    const char *doubt; /* the code of the first question, or NULL */
  } cases[] = {
    { "Periode;Antal\n2020;12\n", "period value", 1, 1, 2, NULL },
    { "OMRÅDE;CIVILSTAND;TID;INDHOLD\nHele landet;I alt;2008K1;5475791\n",
      "area label period value", 1, 1, 2, NULL },
    { "Tabel 1\n\nOmråde;2022;2023\nKlyngen;1;2\nKilde: DST;\n", "area value value", 1, 3, 4,
      NULL },
    { ";Mænd;Kvinder\n2022;1;2\n2023;3;4\n", "period value value", 1, 1, 3, NULL },
    { "Ydelse;Antal;;Andel;\n;2022;2023;2022;2023\nRevalidering;1;2;3,5;4,5\n",
      "target-group value value value value", 2, 2, 3, NULL },
    { "Målgruppe;Tilbud;Leverandør;Måned;Antal;Status;Bemærkning\nA;B;C;2016M02;5;endelig;ja\n",
      "target-group offer provider period value state note", 1, 1, 2, NULL },
    { "Kommunekode;År;Antal\n101;2020;5\n", "area period value", 1, 1, 2, NULL },
    { "Leverandører i alt;Periode\n7;2020\n8;2021\n", "value period", 1, 1, 3, NULL },
    { "2020;12\n2021;13\n", "period value", 0, 0, 2, NULL },
    { "Periode;Antal\n2020;\n2021;4\n", "period value", 1, 1, 3, NULL },
    { "Periode;Antal\n2020;2.351\n", "period value", 1, 1, 2, "numbers" },
    { "Periode;Antal\n2020;9,14\n2021;9.14\n", "period value", 1, 1, 3, "numbers" },
    { "Dato;Antal\n2018-01-01;12\n2018-02-01;13\n", "period value", 1, 1, 3, "days" },
    { "Dato;Antal\n31-01-2018;12\n28-02-2018;13\n", "period value", 1, 1, 3, "days" },
    { "Dato;Antal\n2018-01-01;12\n2018-01-15;13\n", "period value", 1, 1, 3, NULL },
    { "Ydelse;Antal\nRevalidering;12\n", "target-group value", 1, 1, 2, "period" },
    { "Ydelse;Antal\nRevalidering;\n", "target-group left-out", 1, 1, 1, "values" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalWorkbook)  book = read_text (cases[i].text);
      const TalSheet          *sheet = tal_workbook_get_sheet (book, 0);
      g_autoptr (TalColumnMap) map = tal_column_guess (sheet, tal_id_new ());
      g_autoptr (GPtrArray)    doubts = tal_column_doubts_list (sheet, map);
      g_autofree char         *roles = dup_roles (map);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (roles, ==, cases[i].roles);
      g_assert_cmpuint (map->n_headings, ==, cases[i].n_headings);
      g_assert_cmpuint (map->first_row, ==, cases[i].first_row);
      g_assert_cmpuint (map->end_row, ==, cases[i].end_row);
      g_assert_cmpint (tal_problem_list_has_error (doubts), ==, cases[i].doubt != NULL);
      if (cases[i].doubt != NULL)
        g_assert_cmpstr (tal_problem_get_code (g_ptr_array_index (doubts, 0)), ==, cases[i].doubt);
    }
}

static void
test_map_survives_as_text (void)
{
  static const char        text[] = "Periode;Område;[x]=y;Antal\n2020;A;B;2.351\n";
  g_autoptr (TalWorkbook)  book = read_text (text);
  g_autoptr (TalColumnMap) map = tal_column_guess (tal_workbook_get_sheet (book, 0), tal_id_new ());
  g_autoptr (TalColumnMap) back = NULL;
  g_autofree char         *first = NULL;
  g_autofree char         *second = NULL;
  g_autoptr (GError)       error = NULL;
  TalAnswer               *answer = NULL;

  map->period = g_strdup ("2020");
  map->days = TAL_PERIOD_QUARTER;
  answer = tal_column_map_answer (map, TAL_ROLE_SERIES, "  A\n · B=;[ ] “å” ");
  answer->kind = TAL_ANSWER_NEW;
  answer->name = g_strdup ("Ny række");
  answer->has_unit = TRUE;
  answer->unit = TAL_MEASURE_UNIT_WEEKS;
  answer = tal_column_map_answer (map, TAL_ROLE_AREA, "A");
  answer->kind = TAL_ANSWER_USE;
  answer->id = tal_id_new ();
  answer->alias = TRUE;
  tal_column_map_set_sign (map, "..", TRUE, TAL_MISSING_NOT);
  tal_column_map_set_sign (map, "#", FALSE, TAL_MISSING_WITHHELD);

  first = tal_column_map_to_text (map);
  back = tal_column_map_parse (first, &error);
  g_assert_no_error (error);
  second = tal_column_map_to_text (back);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (tal_column_map_find_answer (back, TAL_ROLE_SERIES, "  A\n · B=;[ ] “å” "));
}

static void
test_map_refuses_what_it_cannot_be (void)
{
  static const char *const texts[] = {
    "no groups",
    "[Map]\nid=x\n",
    "[Map]\nperiod=i går\n",
    "[Map]\ndays=week\n",
    "[Map]\nheadings=colour\n",
    "[Map]\nfirst-row=5\nlast-row=2\n",
    "[Map]\nfirst-row=1\nlast-row=99999999\n",
    "[Map]\nheadings=period\nfirst-row=1\nlast-row=2\n",
    "[Colour 1]\nrole=red\n",
    "[Column x]\nrole=period\n",
    "[Column 0]\nrole=period\n",
    "[Column 99999]\nrole=period\n",
    "[Column 1]\nheading=Periode\n",
    "[Column 1]\nrole=colour\n",
    "[Column 1]\nrole=value\nnumbers=swedish\n",
    "[Label 1]\nrole=series\nchoice=new\n",
    "[Label 1]\nlabel=A\nrole=series\nchoice=maybe\n",
    "[Label 1]\nlabel=A\nrole=series\nchoice=use\n",
    "[Label 1]\nlabel=A\nrole=series\nchoice=new\nunit=miles\n",
    "[Sign 1]\nmeans=zero\n",
    "[Sign 1]\nsign=..\nmeans=nothing\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (tal_column_map_parse (texts[i], &error));
      g_assert_true (error != NULL && g_str_has_suffix (error->message, "."));
    }
}

static void
test_map_is_known_again (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    gboolean    is_like;
    const char *note; /* the first, or NULL */
  } cases[] = {
    { "Periode;Ydelse;Antal\n2020;A;1\n", "Periode;Ydelse;Antal\n2021;A;1\n", TRUE, NULL },
    { "Periode;Ydelse;Antal\n2020;A;1\n", "Antal;Periode;Ydelse\n1;2021;A\n", TRUE, NULL },
    { "Periode;Ydelse;Antal\n2020;A;1\n", "Periode;Ydelsesart;Antal\n2021;A;1\n", TRUE,
      "The column “Ydelse” is now called “Ydelsesart”." },
    { "Periode;Ydelse;Antal\n2020;A;1\n", "Måned;Kommune;Ledige\n2021M01;A;1\n", FALSE, NULL },
    { "Område;2020;2021\nA;1;2\n", "Område;2021;2022;2023\nA;1;2;3\n", TRUE, NULL },
    { "Periode;Antal\n2020;1\n", "Periode;Antal\n2021;1\n", TRUE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalWorkbook)  before = read_text (cases[i].before);
      g_autoptr (TalWorkbook)  after = read_text (cases[i].after);
      g_autoptr (TalColumnMap) kept =
          tal_column_guess (tal_workbook_get_sheet (before, 0), tal_id_new ());
      g_autoptr (TalColumnMap) map =
          tal_column_guess (tal_workbook_get_sheet (after, 0), tal_id_new ());
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

      g_test_message ("%s", cases[i].after);
      g_assert_cmpint (tal_column_map_is_like (map, kept), ==, cases[i].is_like);
      if (!cases[i].is_like)
        continue;

      tal_column_map_adopt (map, kept, FALSE, notes);
      g_assert_true (tal_id_is_equal (map->id, kept->id));
      g_assert_cmpuint (notes->len, ==, cases[i].note != NULL ? 1 : 0);
      if (cases[i].note != NULL)
        g_assert_cmpstr (g_ptr_array_index (notes, 0), ==, cases[i].note);
    }
}

/* "Periode" and "Antal" are the headings of half of all tables: the file must be called the same. */
static void
test_map_of_few_columns_goes_by_the_name_of_the_file (void)
{
  g_autoptr (TalWorkbook)  book = read_text ("Periode;Antal\n2020;1\n");
  g_autoptr (TalColumnMap) kept =
      tal_column_guess (tal_workbook_get_sheet (book, 0), tal_id_new ());
  g_autoptr (TalColumnMap) map = tal_column_guess (tal_workbook_get_sheet (book, 0), tal_id_new ());

  kept->name = tal_column_map_dup_name ("/tmp/Ledige 2023-03.csv");
  map->name = tal_column_map_dup_name ("/tmp/ledige 2023-04.csv");
  g_assert_true (tal_column_map_is_like (map, kept));

  g_free (map->name);
  map->name = tal_column_map_dup_name ("/tmp/Sygemeldte 2023-04.csv");
  g_assert_false (tal_column_map_is_like (map, kept));
}

static void
test_period_is_read (void)
{
  static const struct
  {
    const char *text;
    const char *period; /* NULL where it is none */
  } cases[] = {
    { "2016K1", "2016-Q1" },
    { "2016M01", "2016-01" },
    { "1. kvt. 2016", "2016-Q1" },
    { "jan. 2016", "2016-01" },
    { "2018-09-01/P3M", "2018-09-01/2018-11-30" },
    { " 2016 ", "2016" },
    { "2016H1", "2016-H1" },
    { "2016U05", "2016-W05" },
    { "2024QMAT01", NULL },
    { "I alt", NULL },
    { "", NULL },
    { "0-4 år", NULL },
    { "5475791", NULL },
  };
  static const struct
  {
    const char *year;
    const char *part;
    const char *heading;
    const char *period;
  } parts[] = {
    { "2016", "1", "Kvartal", "2016-Q1" }, { "2016", "1. kvt.", "Kvartal", "2016-Q1" },
    { "2016", "K1", "", "2016-Q1" },       { "2016", "januar", "", "2016-01" },
    { "2016", "12", "Måned", "2016-12" },  { "2016", "5", "Uge", "2016-W05" },
    { "2016", "2", "Halvår", "2016-H2" },  { "2016", "M02", "", "2016-02" },
    { "2016", "5", "Kvartal", NULL },      { "2016", "i alt", "Kvartal", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalPeriod        period = TAL_PERIOD_UNSET;
      gboolean         is_read = tal_period_text_parse (cases[i].text, &period);
      g_autofree char *text = is_read ? tal_period_to_string (period) : NULL;

      g_assert_cmpstr (text, ==, cases[i].period);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      TalPeriod period = TAL_PERIOD_UNSET;
      gboolean  is_read =
          tal_period_text_parse_parts (parts[i].year, parts[i].part, parts[i].heading, &period);
      g_autofree char *text = is_read ? tal_period_to_string (period) : NULL;

      g_assert_cmpstr (text, ==, parts[i].period);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/column-map/is-suggested", test_map_is_suggested);
  g_test_add_func ("/exchange/column-map/survives-as-text", test_map_survives_as_text);
  g_test_add_func ("/exchange/column-map/refuses-what-it-cannot-be",
                   test_map_refuses_what_it_cannot_be);
  g_test_add_func ("/exchange/column-map/is-known-again", test_map_is_known_again);
  g_test_add_func ("/exchange/column-map/goes-by-the-name-of-the-file",
                   test_map_of_few_columns_goes_by_the_name_of_the_file);
  g_test_add_func ("/exchange/column-map/period-is-read", test_period_is_read);

  return g_test_run ();
}
