/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/cube-text.h"

#include <string.h>

#define SMALL "STUB=\"a\";HEADING=\"b\";VALUES(\"a\")=\"1\",\"2\";VALUES(\"b\")=\"x\",\"y\";"

static void
test_reads_a_table (void)
{
  cube_text_assert ("CHARSET=\"ANSI\";\n"
                    "LANGUAGE=\"da\";\n"
                    "TITLE=\"Aktive efter k\xf8n \"\n\"og tid\";\n"
                    "TITLE[en]=\"Active by sex and time\";\n"
                    "UNITS=\"personer\";SOURCE=\"Egen opg\xf8relse\";LAST-UPDATED=\"20180201 "
                    "08:00\";\n"
                    "STUB=\"k\xf8n\";HEADING=\"tid\";\n"
                    "VALUES(\"k\xf8n\")=\"M\xe6nd\",\"Kvinder\";CODES(\"k\xf8n\")=\"M\",\"K\";\n"
                    "VALUES(\"tid\")=\"2006K4\",\"2007K1\";TIMEVAL(\"tid\")=TLIST(Q1,\"20064\"-"
                    "\"20071\");\n"
                    "NOTE=\"F\xf8rste linje#anden\";VALUENOTE(\"k\xf8n\",\"M\xe6nd\")=\"om "
                    "m\xe6nd\";\n"
                    "CELLNOTEX(\"Kvinder\",\"*\")=\"om "
                    "kvinder\";VALUENOTE(\"k\xf8n\",\"Alle\")=\"?\";\n"
                    "DECIMALS=2;UKENDT=\"ord\";\n"
                    "DATA=\n9.14 -2.5\n\"-\" \"..\";\n",
                    "title: Aktive efter køn og tid\n"
                    "source: Egen opgørelse\n"
                    "unit: personer\n"
                    "updated: 20180201 08:00\n"
                    "language: da\n"
                    "other køn: M=Mænd, K=Kvinder\n"
                    "time tid: 2006K4@2006-Q4, 2007K1@2007-Q1\n"
                    "note: Første linje\nanden\n"
                    "note on 0=0: om mænd\n"
                    "note on 0=1: om kvinder\n"
                    "VALUENOTE(\"køn\",\"Alle\"): ?\n"
                    "DECIMALS: 2\n"
                    "UKENDT: ord\n"
                    "14: 0,0: 9.14\n"
                    "14: 0,1: -2.5\n"
                    "15: 1,0: nil “-”\n"
                    "15: 1,1: not available “..”\n");
}

static void
test_character_sets (void)
{
  static const struct
  {
    const char *head;
    const char *letter;
  } cases[] = {
    { "CHARSET=\"ANSI\";\nCODEPAGE=\"iso-8859-1\";\n", "\xf8" },
    { "CHARSET=\"ANSI\";\nCODEPAGE=\"iso-8859-15\";\n", "\xf8" },
    { "CHARSET=\"ANSI\";\nCODEPAGE=\"windows-1252\";\n", "\xf8" },
    { "CHARSET=\"ANSI\";\nCODEPAGE=\"utf-8\";\n", "\xc3\xb8" },
    { "CHARSET=\"ANSI\";\n", "\xf8" },
    { "CHARSET=\"ANSI\";\n", "\xc3\xb8" }, /* says one thing and is another */
    { "CODEPAGE=\"850\";\n", "\x9b" },
    { "CODEPAGE=\"865\";\n", "\x9b" },
    { "", "\x9b" }, /* DOS */
    { "\xef\xbb\xbf", "\xc3\xb8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strdup_printf ("%sSTUB=\"a\";VALUES(\"a\")=\"K%sn\";DATA=7;",
                                               cases[i].head, cases[i].letter);
      g_autofree char *text = cube_text_dup (file, -1);

      g_test_message ("case %u", (guint)i);
      g_assert_true (g_str_has_prefix (text, "other a: Køn\n"));
    }

  cube_text_assert_refused ("CODEPAGE=\"koi8-r\";\nSTUB=\"\xf8\";DATA=7;", -1,
                            TAL_ERROR_INVALID_FILE, "koi8-r");
  cube_text_assert_refused ("CODEPAGE=\"utf-8\";\nSTUB=\"\xf8\";DATA=7;", -1,
                            TAL_ERROR_INVALID_FILE, "character set");
  cube_text_assert_refused ("STUB=\"a\";\0DATA=7;", 17, TAL_ERROR_INVALID_FILE, "not a PC-Axis");
}

static void
test_reads_times (void)
{
  static const char *const cases[][2] = {
    { "VALUES(\"t\")=\"2006\";TIMEVAL(\"t\")=TLIST(A1),\"2006\"", "time t: 2006@2006\n" },
    { "VALUES(\"t\")=\"1. halv\xc3\xa5r\";TIMEVAL(\"t\")=TLIST(H1),\"20061\"",
      "time t: 1. halvår@2006-H1\n" },
    { "VALUES(\"t\")=\"jan\";TIMEVAL(\"t\")=TLIST(M1),\"200601\"", "time t: jan@2006-01\n" },
    { "VALUES(\"t\")=\"uge 5\";TIMEVAL(\"t\")=TLIST(W1),\"200605\"", "time t: uge 5@2006-W05\n" },
    { "TIMEVAL(\"t\")=TLIST(A1,\"2006\"-\"2006\")", "time t: 2006@2006\n" },
    /* A list of another length says nothing of the values. */
    { "VALUES(\"t\")=\"2006M03\";TIMEVAL(\"t\")=TLIST(A1),\"2006\",\"2007\"",
      "time t: 2006M03@2006-03\n" },
    { "VALUES(\"t\")=\"2006U05\"", "other t: 2006U05\n" },
    { "VARIABLE-TYPE(\"t\")=\"Time\";VALUES(\"t\")=\"2006U05\"", "time t: 2006U05@2006-W05\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strconcat ("STUB=\"t\";", cases[i][0], ";DATA=7;", NULL);
      g_autofree char *text = cube_text_dup (file, -1);
      g_autofree char *expected = g_strconcat (cases[i][1], "1: 0: 7\n", NULL);

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_tells_kinds_of_missing (void)
{
  static const char *const cases[][3] = {
    { "", "\".\"", "not applicable “.”" },
    { "", "\"..\"", "not available “..”" },
    { "", "..", "not available “..”" },
    { "", "\"...\"", "unknown “...”" },
    { "", "\"\xe2\x80\xa6\"", "unknown “…”" },
    { "", "\"-\"", "nil “-”" },
    { "", "-", "nil “-”" },
    { "", "\"x\"", "unknown “x”" },
    { "", "\"\"", "unknown “”" },
    { "", "\"7\"", "7" },
    { "DATASYMBOL3=\"Fortrolige oplysninger\";", "\"...\"",
      "withheld “...” (Fortrolige oplysninger)" },
    { "DATASYMBOL1=\"Not available\";", "\".\"", "not available “.” (Not available)" },
    { "DATASYMBOL4=\"Endnu ikke offentliggjort\";", "\"....\"",
      "not yet “....” (Endnu ikke offentliggjort)" },
    { "DATASYMBOL2=\"noget andet\";", "\"..\"", "unknown “..” (noget andet)" },
    { "", "0.12345678901", "too long “0.12345678901”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file =
          g_strconcat (cases[i][0], "STUB=\"a\";VALUES(\"a\")=\"b\";DATA=", cases[i][1], " ;",
                       NULL);
      g_autofree char *text = cube_text_dup (file, -1);
      g_autofree char *expected = g_strconcat ("\n1: 0: ", cases[i][2], "\n", NULL);

      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, expected));
    }
}

static void
test_reads_keys (void)
{
  cube_text_assert ("STUB=\"a\",\"c\";HEADING=\"b\";VALUES(\"a\")=\"En\",\"To\";CODES(\"a\")=\"1\","
                    "\"2\";"
                    "VALUES(\"b\")=\"x\",\"y\";VALUES(\"c\")=\"z\";KEYS(\"a\")=CODES;KEYS(\"c\")="
                    "VALUES;\n"
                    "DATA=\n\"2\",\"z\",5 \"..\"\n;",
                    "other a: 1=En, 2=To\n"
                    "other c: z\n"
                    "other b: x, y\n"
                    "3: 1,0,0: 5\n"
                    "3: 1,0,1: not available “..”\n");
  cube_text_assert_refused ("STUB=\"a\";HEADING=\"b\";VALUES(\"a\")=\"En\";VALUES(\"b\")=\"x\","
                            "\"y\";"
                            "KEYS(\"a\")=VALUES;DATA=\"En\",5;",
                            -1, TAL_ERROR_INVALID_FILE, "2 figures in a row, but there are 1");
  cube_text_assert_refused ("STUB=\"a\";HEADING=\"b\";VALUES(\"a\")=\"En\";VALUES(\"b\")=\"x\","
                            "\"y\";"
                            "KEYS(\"a\")=VALUES;DATA=\"To\",5 6;",
                            -1, TAL_ERROR_INVALID_FILE, "“To”");
}

static void
test_notes_of_what_is_counted (void)
{
  cube_text_assert ("CONTVARIABLE=\"m\";STUB=\"m\";VALUES(\"m\")=\"antal\",\"andel\";"
                    "UNITS(\"antal\")=\"personer\";UNITS(\"andel\")=\"pct.\";DATA=1,2;",
                    "other m: antal, andel\n"
                    "UNITS on 0=0: personer\n"
                    "UNITS on 0=1: pct.\n"
                    "1: 0: 1\n"
                    "1: 1: 2\n");
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    const char *part;
  } cases[] = {
    { SMALL "DATA=1 2 3;", "4 figures, but there are 3" },
    { SMALL "DATA=1 2 3 4 5;", "4 figures, but there are 5" },
    { SMALL "DATA=;", "no figures" },
    { SMALL, "no figures" },
    { SMALL "DATA=1 2 3 4", "ends before" }, /* perhaps of 47 */
    { SMALL "DATA=1 2 3", "ends before" },
    { SMALL "DATA=9,14 8,5 7,1 6,2;", "between commas and between blanks" },
    { SMALL "DATA=1,2,,4;", "between two commas" },
    { SMALL "DATA=1 2 3 1.234.567;", "neither a number" },
    { SMALL "DATA=1 2 3 \"4;", "ends before" },
    { SMALL "DATA=1 2 3 4;DATA=1 2 3 4;", "twice" },
    { SMALL "DATA=1 2 3 4; hov", "ends before" },
    { SMALL "TITLE=\"uden ende", "ends before" },
    { SMALL "TITLE \"x\";", "not a PC-Axis statement" },
    { "DATA=1 2;", "no dimensions" },
    { "STUB=\"a\";DATA=1;", "no values of “a”" },
    { "STUB=\"a\";HEADING=\"a\";VALUES(\"a\")=\"1\";DATA=1;", "“a” twice" },
    { "STUB=\"a\";VALUES(\"a\")=\"1\";CODES(\"a\")=\"1\",\"2\";DATA=1;", "1 values but 2 codes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    cube_text_assert_refused (cases[i].text, -1, TAL_ERROR_INVALID_FILE, cases[i].part);
}

/* Some leave the last ; out, and the blank before it shows that the last figure is whole. */
static void
test_reads_without_an_end (void)
{
  g_autofree char *text = cube_text_dup (SMALL "DATA=1 2\n3 47\n", -1);

  g_assert_true (g_str_has_suffix (text, "2: 1,1: 47\n"));
}

static void
test_refuses_huge_tables (void)
{
  GString *file = g_string_new ("STUB=\"a\",\"b\",\"c\",\"d\";");

  for (char name = 'a'; name <= 'd'; name++)
    {
      g_string_append_printf (file, "VALUES(\"%c\")=\"0\"", name);
      for (guint i = 1; i < 2000; i++)
        g_string_append_printf (file, ",\"%u\"", i);
      g_string_append (file, ";");
    }
  g_string_append (file, "DATA=1 2 3;");
  cube_text_assert_refused (file->str, -1, TAL_ERROR_INVALID_FILE, "but there are 3");
  g_string_free (file, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/px/table", test_reads_a_table);
  g_test_add_func ("/formats/px/character-sets", test_character_sets);
  g_test_add_func ("/formats/px/times", test_reads_times);
  g_test_add_func ("/formats/px/missing", test_tells_kinds_of_missing);
  g_test_add_func ("/formats/px/keys", test_reads_keys);
  g_test_add_func ("/formats/px/counted", test_notes_of_what_is_counted);
  g_test_add_func ("/formats/px/refuses", test_refuses);
  g_test_add_func ("/formats/px/no-end", test_reads_without_an_end);
  g_test_add_func ("/formats/px/huge", test_refuses_huge_tables);

  return g_test_run ();
}
