/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of other programs, all the way from a file into a collection: each trap that others fell
 * into is a row, and of every file it is held that no value is lost.
 */

#include "support/tal-test-cli.h"

#include <string.h>

typedef struct
{
  TalTestCli  cli;
  const char *collection;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  tal_test_cli_init (&fixture->cli);
  fixture->collection = tal_test_cli_path (&fixture->cli, "tal.indsats");
  tal_test_cli_run (&fixture->cli, 0, "new", fixture->collection, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  tal_test_cli_clear (&fixture->cli);
}

typedef struct
{
  const char *name;
  const char *content;
  int         exit_code;
  const char *said;   /* in its output or its errors; NULL for nothing special */
  const char *series; /* the figure of this name and period … */
  const char *period;
  const char *value; /* … has this value; NULL: there are no figures at all */
  const char *state;
} Trap;

/* The number behind a word of the line of counts. */
static guint
find_count (const char *output, const char *word)
{
  const char *at = strstr (output, word);

  g_assert_nonnull (at);
  return (guint)g_ascii_strtoull (at + strlen (word), NULL, 10);
}

/* Whatever was read went somewhere. */
static void
assert_nothing_lost (const char *output)
{
  if (strstr (output, "Læst: ") == NULL)
    return;

  g_assert_cmpuint (find_count (output, "Læst: "), ==,
                    find_count (output, "Sammenlignet: ") +
                        find_count (output, "To gange det samme: ") +
                        find_count (output, "Udeladt: ") + find_count (output, "Afvist: ") +
                        find_count (output, "Uafklaret: "));
}

static void
assert_figure (TalTestCli *cli, const char *collection, const Trap *trap)
{
  g_autofree char *value = NULL;
  g_autofree char *state = NULL;
  guint            row = 0;

  tal_test_cli_run (cli, 0, "series", collection, "--format", "csv", NULL);
  if (trap->value == NULL)
    {
      value = tal_test_cli_cell (cli->output, 0, "value");
      g_assert_null (value);
      return;
    }

  row = tal_test_cli_find_row (cli->output, "series", trap->series, "period", trap->period);
  value = tal_test_cli_cell (cli->output, row, "value");
  state = tal_test_cli_cell (cli->output, row, "state");
  g_assert_cmpstr (value, ==, trap->value);
  if (trap->state != NULL)
    g_assert_cmpstr (state, ==, trap->state);
}

static const Trap traps[] = {
  { "sep.csv", "sep=;\nPeriode;Antal\n2016;352\n", 0, NULL, "Antal", "2016", "352", NULL },
  { "tom.csv", "", 1, "Filen er tom.", NULL, NULL, NULL, NULL },
  { "punktum.csv", "Periode;Antal\n2020;2.351\n", 1, "kan læses som begge dele", NULL, NULL, NULL,
    NULL },
  { "dansk.csv", "Periode;Andel\n2020;9,14\n2021;2.351\n", 0, NULL, "Andel", "2021", "2351", NULL },
  { "engelsk.csv", "Periode,Value\n2020,9.14\n2021,\"2,351\"\n", 0, NULL, "Value", "2021", "2351",
    NULL },
  { "blandet.csv", "Periode;Andel\n2020;9,14\n2021;9.14\n", 1, "engelsk", NULL, NULL, NULL, NULL },
  { "bom.csv", "\xef\xbb\xbfPeriode;Antal\r\n2016K1;352\r\n", 0, NULL, "Antal", "2016-Q1", "352",
    NULL },
  { "latin.csv", "Periode;M\xe5l\n2016M02;5\n", 0, NULL, "Mål", "2016-02", "5", NULL },
  { "tabulator.txt", "Periode\tAntal\n1. kvt. 2016\t12\n", 0, NULL, "Antal", "2016-Q1", "12",
    NULL },
  { "nul.csv", "Periode;Antal\n2020;0\n2021;-\n", 0, NULL, "Antal", "2021", "0", NULL },
  { "hul.csv", "Periode;Antal\n2016;352\n2017;\n2018;353\n", 0, "Læst: 2.", "Antal", "2018", "353",
    NULL },
  { "tomt.csv", "Periode;Antal\n2020;\n2021;4\n", 0, "Læst: 1.", "Antal", "2021", "4", NULL },
  { "mangler.csv", "Periode;Antal\n2020;..\n2021;x\n2022;*\n2023;8\n", 0, "Læst: 4.", "Antal",
    "2021", "", NULL },
  { "stjerne.csv", "Periode;Antal\n2023;352*\n", 0, NULL, "Antal", "2023", "352", "preliminary" },
  { "status.csv", "Periode;Antal;Status\n2023;352;Foreløbig\n", 0, NULL, "Antal", "2023", "352",
    "preliminary" },
  { "gange.csv", "Periode;Antal\n2020;12\n2020;13\n", 1, "to gange med forskellige værdier", NULL,
    NULL, NULL, NULL },
  { "gentaget.csv", "Periode;Antal\n2020;12\n2020;12\n", 0, "To gange det samme: 1.", "Antal",
    "2020", "12", NULL },
  { "ulæselig.csv", "Periode;Antal\n2020;12\n2021;mange\n", 1, "linje 3, kolonne 2: ”mange”", NULL,
    NULL, NULL, NULL },
  { "ialt.csv", "Periode;Antal\n2020;12\nI alt;12\n", 1, "linje 3, kolonne 2: ”I alt” er ikke en",
    NULL, NULL, NULL, NULL },
  { "vandret.csv", "Ydelse;2022;2023\nRevalidering;1;2\n", 0, NULL, "Revalidering", "2023", "2",
    NULL },
  { "dele.csv", "År;Kvartal;Antal\n2016;1;10\n;2;11\n", 0, "En tom etiket", "Antal", "2016-Q2",
    "11", NULL },
  { "varighed.csv", "Periode;Antal\n2018-09-01/P3M;7\n", 0, NULL, "Antal", "2018-09-01/2018-11-30",
    "7", NULL },
  { "løbende.csv", "Periode;Antal\n2024QMAT01;7\n", 1, "”2024QMAT01” er ikke en periode", NULL,
    NULL, NULL, NULL },
  { "uden.csv", "Ydelse;Antal\nRevalidering;1\n", 1, "Hvilken periode", NULL, NULL, NULL, NULL },
  { "titel.csv", "Status 2023\n\nYdelse;Antal\nRevalidering;7\n\nKilde: Jobindsats.dk\n", 0,
    "Alle tal regnes for at være fra 2023.", "Status 2023", "2023", "7", NULL },
  { "tom.csv", "Periode;Antal\n", 1, "Filen indeholder ingen tal.", NULL, NULL, NULL, NULL },
  { "tekst.csv", "Kære kollega\nHer kommer intet.\n", 1, "Filen indeholder ingen tal.", NULL, NULL,
    NULL, NULL },
  { "side.xls", "<html><table><tr><td>7</td></tr></table></html>", 1, "webside", NULL, NULL, NULL,
    NULL },
  { "word.csv",
    "Periode;Antal\n2020;1\xc2\xa0"
    "234\n2021;5\xc2\xad\n",
    0, NULL, "Antal", "2020", "1234", NULL },
  { "datoer.csv", "Dato;Antal\n2018-01-01;1\n2018-02-01;2\n", 1, "Er datoerne dage", NULL, NULL,
    NULL, NULL },
  { "fodnote.csv", "Periode;Antal\n2020;7 1)\n\n1) Databrud i 2020\n", 0,
    "Note i filen: 1) Databrud", "Antal", "2020", "7", NULL },
  { "enheder.csv", "Ydelse;Ledige;Andel\n;personer;pct.\nRevalidering;352;8,7\n\nStatus 2023\n", 1,
    "Hvilken periode", NULL, NULL, NULL, NULL },
  { "kode.csv", "Kommune;Kommunenr.;Indikator;Enhed;2022\nKøbenhavn;101;Ledige;Antal;9\n", 0,
    "ny talrække ”Ledige”", "Ledige", "2022", "9", NULL },
  { "gruppe.csv", "Tabel 1;;\n;Antal borgere;Antal sager\nÅr;2022;2022\nKlyngen;1;2\n", 0,
    "ny talrække ”Antal sager”", "Antal sager", "2022", "2", NULL },
  { "procent.csv", "Periode;Andel\n2020;8,7 %\n", 0, "procent", "Andel", "2020", "8.7", NULL },
};

static void
test_import_falls_into_no_trap (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      const Trap         *trap = &traps[i];
      g_auto (TalTestCli) cli = { 0 };
      const char         *collection = NULL;
      const char         *file = NULL;
      g_autofree char    *said = NULL;

      g_test_message ("%s", trap->name);
      tal_test_cli_init (&cli);
      collection = tal_test_cli_path (&cli, "tal.indsats");
      file = tal_test_cli_path (&cli, trap->name);
      tal_test_cli_write (&cli, trap->name, trap->content);
      tal_test_cli_run (&cli, 0, "new", collection, NULL);
      tal_test_cli_run (&cli, trap->exit_code, "import", collection, file, "--unknown", "new",
                        "--dry-run", NULL);
      tal_test_cli_run (&cli, trap->exit_code, "import", collection, file, "--unknown", "new",
                        "--report", tal_test_cli_path (&cli, "kvittering.txt"), NULL);
      assert_nothing_lost (cli.output);
      said = g_strconcat (cli.output, cli.errors, NULL);
      if (trap->said != NULL && strstr (said, trap->said) == NULL)
        {
          g_autofree char *receipt = tal_test_cli_read (&cli, "kvittering.txt");

          g_assert_nonnull (strstr (receipt, trap->said));
        }
      assert_figure (&cli, collection, trap);
    }
}

static void
import (Fixture *fixture, int exit_code, const char *content)
{
  tal_test_cli_write (&fixture->cli, "Ledige.csv", content);
  tal_test_cli_run (&fixture->cli, exit_code, "import", fixture->collection,
                    tal_test_cli_path (&fixture->cli, "Ledige.csv"), NULL);
}

static void
assert_value (Fixture *fixture, const char *period, const char *value)
{
  const Trap trap = { .series = "Antal", .period = period, .value = value };

  assert_figure (&fixture->cli, fixture->collection, &trap);
}

static void
begin (Fixture *fixture)
{
  tal_test_cli_write (&fixture->cli, "Ledige.csv", "Periode;Antal\n2020;12\n2021;13*\n");
  tal_test_cli_run (&fixture->cli, 0, "import", fixture->collection,
                    tal_test_cli_path (&fixture->cli, "Ledige.csv"), "--unknown", "new", NULL);
}

/* What the file brought the next one may change, and nothing that was typed here. */
static void
test_import_changes_what_it_brought (Fixture *fixture, gconstpointer unused)
{
  TalTestCli *cli = &fixture->cli;

  begin (fixture);
  import (fixture, 0, "Periode;Antal\n2020;12\n2021;13*\n");
  g_assert_nonnull (strstr (cli->output, "Filen indeholder ingen ændringer."));

  import (fixture, 0, "Periode;Antal\n2020;12\n2021;14\n2022;15\n");
  g_assert_nonnull (strstr (cli->output, "Nye: 1. Ændret: 1."));
  assert_value (fixture, "2021", "14");

  tal_test_cli_run (cli, 0, "set", fixture->collection, "--series", "Antal", "--period", "2020",
                    "--value", "99", NULL);
  import (fixture, 0, "Periode;Antal\n2020;12\n2021;16\n2022;15\n");
  g_assert_nonnull (strstr (cli->output, "Ændret: 1. Beholdt som her: 1."));
  assert_value (fixture, "2020", "99");
  assert_value (fixture, "2021", "16");

  import (fixture, 1, "Periode;Antal\n2020;11\n2021;16\n2022;15\n");
  g_assert_nonnull (strstr (cli->output, "1 konflikt"));
  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "Ledige.csv"),
                    "--ours", NULL);
  assert_value (fixture, "2020", "99");
  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "Ledige.csv"),
                    NULL);
  assert_value (fixture, "2020", "99");
  import (fixture, 1, "Periode;Antal\n2020;10\n2021;16\n2022;15\n");
  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "Ledige.csv"),
                    "--theirs", NULL);
  assert_value (fixture, "2020", "10");
}

static void
test_import_is_taken_back_as_one (Fixture *fixture, gconstpointer unused)
{
  begin (fixture);
  tal_test_cli_run (&fixture->cli, 0, "undo", fixture->collection, NULL);
  assert_figure (&fixture->cli, fixture->collection, &(Trap){ .value = NULL });

  begin (fixture);
  assert_value (fixture, "2021", "13");
}

/* A column that has got another name is the same column. */
static void
test_import_knows_the_file_again (Fixture *fixture, gconstpointer unused)
{
  TalTestCli *cli = &fixture->cli;

  tal_test_cli_write (cli, "a.csv", "Periode;Ydelse;Antal\n2020;Revalidering;2.351\n");
  tal_test_cli_write (cli, "b.csv", "Periode;Ydelsesgruppe;Antal\n2021;Revalidering;3.351\n");
  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "a.csv"),
                    "--unknown", "new", "--numbers", "danish", NULL);
  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "b.csv"), NULL);
  g_assert_nonnull (strstr (cli->output, "Kolonnen ”Ydelse” hedder nu ”Ydelsesgruppe”."));
  assert_figure (cli, fixture->collection,
                 &(Trap){ .series = "Revalidering", .period = "2021", .value = "3351" });
}

/* A label that nobody knows is asked about, and answered in a small file. */
static void
test_import_asks_what_a_label_is (Fixture *fixture, gconstpointer unused)
{
  TalTestCli      *cli = &fixture->cli;
  const char      *map = tal_test_cli_path (cli, "ledige.map");
  g_autofree char *text = NULL;
  g_auto (GStrv)   parts = NULL;
  g_autofree char *answered = NULL;

  tal_test_cli_write (cli, "a.csv", "Periode;Ydelse;Antal\n2020;Revalidering;7\n2020;Andet;8\n");
  tal_test_cli_run (cli, 1, "import", fixture->collection, tal_test_cli_path (cli, "a.csv"),
                    "--map", map, NULL);
  g_assert_nonnull (strstr (cli->output, "Hvad er ”Revalidering”"));
  assert_figure (cli, fixture->collection, &(Trap){ .value = NULL });

  text = tal_test_cli_read (cli, "ledige.map");
  g_assert_nonnull (strstr (text, "label=Revalidering\nrole=series\nchoice=\n"));
  parts = g_strsplit (text, "label=Revalidering\nrole=series\nchoice=\n", 2);
  answered = g_strconcat (parts[0],
                          "label=Revalidering\nrole=series\nchoice=new\nname=Revalidender\n"
                          "unit=persons\n"
                          "[Label 7]\nlabel=Revalidering\nrole=target-group\nchoice=new\n",
                          parts[1], NULL);
  tal_test_cli_write (cli, "ledige.map", answered);
  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "a.csv"),
                    "--map", map, "--unknown", "leave-out", NULL);
  g_assert_nonnull (strstr (cli->output, "Udeladt: 1."));
  assert_figure (cli, fixture->collection,
                 &(Trap){ .series = "Revalidender", .period = "2020", .value = "7" });

  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "a.csv"),
                    "--map", map, "--unknown", "leave-out", NULL);
  g_assert_nonnull (strstr (cli->output, "Filen indeholder ingen ændringer."));
}

/* The same questions, answered one by one. */
static void
test_import_asks_one_by_one (Fixture *fixture, gconstpointer unused)
{
  TalTestCli *cli = &fixture->cli;

  tal_test_cli_write (cli, "a.csv", "Periode;Ydelse;Antal\n2020;Revalidering;7\n2020;Andet;8\n");
  cli->input = g_strdup ("n\nu\nn\n");
  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "a.csv"),
                    "--interactive", NULL);
  g_assert_nonnull (strstr (cli->output, "Udeladt: 1."));
  assert_figure (cli, fixture->collection,
                 &(Trap){ .series = "Revalidering", .period = "2020", .value = "7" });

  tal_test_cli_write (cli, "b.csv", "Periode;Talrække;Antal\n2021;Revalidering i år;9\n");
  cli->input = g_strdup ("1\n");
  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "b.csv"),
                    "--interactive", NULL);
  assert_figure (cli, fixture->collection,
                 &(Trap){ .series = "Revalidering", .period = "2021", .value = "9" });
}

/* What fits no figure of the series is said with its cell, and changes nothing. */
static void
test_import_refuses_what_does_not_fit (void)
{
  static const struct
  {
    const char *series;
    const char *value;
    const char *said;
  } cases[] = {
    { "Aktivitetsparate kontanthjælpsmodtagere", "8,7 pct.", "Tallet er i procent" },
    { "Aktivitetsparate kontanthjælpsmodtagere", "-5", "kan ikke være negativ" },
    { "Afgang til job eller uddannelse pr. 100 virksomhedsplaceringer", "8,7 pct.",
      "Talrækken beregnes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TalTestCli) cli = { 0 };
      const char         *collection = NULL;
      g_autofree char    *content =
          g_strdup_printf ("Periode;Talrække;Andel\n2021;%s;%s\n", cases[i].series, cases[i].value);

      tal_test_cli_init (&cli);
      collection = tal_test_cli_path (&cli, "eksempel.indsats");
      tal_test_cli_run (&cli, 0, "new", collection, "--example", NULL);
      tal_test_cli_write (&cli, "a.csv", content);
      tal_test_cli_run (&cli, 1, "import", collection, tal_test_cli_path (&cli, "a.csv"), NULL);
      assert_nothing_lost (cli.output);
      g_assert_nonnull (strstr (cli.output, "linje 2, kolonne 3: "));
      g_assert_nonnull (strstr (cli.output, cases[i].said));
      tal_test_cli_run (&cli, 1, "undo", collection, NULL);
    }
}

/* Into the collection that everybody has: its own series, by their names and members. */
static void
test_import_finds_series_by_name (Fixture *fixture, gconstpointer unused)
{
  TalTestCli *cli = &fixture->cli;
  const char *example = tal_test_cli_path (cli, "eksempel.indsats");

  tal_test_cli_run (cli, 0, "new", example, "--example", NULL);
  tal_test_cli_write (cli, "uge.csv",
                      "Kvartal;Område;Talrække;Antal\n4. kvt. 2015;KØBENHAVN;aktivitetsparate "
                      "kontanthjælpsmodtagere;14.644\n4. kvt. 2019;København;Aktivitetsparate  "
                      "kontanthjælpsmodtagere;11.001\n");
  tal_test_cli_run (cli, 1, "import", example, tal_test_cli_path (cli, "uge.csv"), NULL);
  tal_test_cli_run (cli, 0, "import", example, tal_test_cli_path (cli, "uge.csv"), "--numbers",
                    "danish", NULL);
  g_assert_nonnull (strstr (cli->output, "Nye: 1. Ændret: 0."));
  g_assert_nonnull (strstr (cli->output, "Uændret: 1."));
  assert_figure (cli, example,
                 &(Trap){ .series = "Aktivitetsparate kontanthjælpsmodtagere",
                          .period = "2019-Q4",
                          .value = "11001" });

  tal_test_cli_write (cli, "uge.csv",
                      "Kvartal;Område;Talrække;Antal\n4. kvt. 2015;København;Aktivitetsparate "
                      "kontanthjælpsmodtagere;14645\n");
  tal_test_cli_run (cli, 1, "import", example, tal_test_cli_path (cli, "uge.csv"), NULL);
  g_assert_nonnull (strstr (cli->output, "1 konflikt"));
}

/* Real files of others, counted by hand or with other programs. */
static void
test_import_takes_every_value (void)
{
  static const struct
  {
    const char *name;
    guint       n_read;
    guint       n_repeated;
  } samples[] = {
    { "csv-01-statbank-FOLK1A-utf8bom-crlf.csv", 52, 0 },
    { "xlsx-01-statbank-RAS200.xlsx", 1160, 0 },
    { "px-01-HA0201E8-kvartal.px", 117, 0 },
    { "px-04-datasymbols-missing-values.px", 24, 0 },
    { "adx-01-dhis2-sample1.xml", 13, 5 },
    { "adx-05-ihe-covid19-data_sample.xml", 175, 0 },
    { "sdmx-02-generic-2.0.xml", 13, 0 },
    { "sdmx-03-ecb-generic-timeseries-2.1.xml", 12, 0 },
  };
  const char *folder = g_getenv ("INDSATSTAL_SAMPLES");

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("INDSATSTAL_SAMPLES does not name the folder of samples");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_auto (TalTestCli) cli = { 0 };
      g_autofree char    *path = g_build_filename (folder, samples[i].name, NULL);
      const char         *collection = NULL;

      g_test_message ("%s", samples[i].name);
      tal_test_cli_init (&cli);
      collection = tal_test_cli_path (&cli, "tal.indsats");
      tal_test_cli_run (&cli, 0, "new", collection, NULL);
      tal_test_cli_run (&cli, 0, "import", collection, path, "--unknown", "new", NULL);
      assert_nothing_lost (cli.output);
      g_assert_cmpuint (find_count (cli.output, "Læst: "), ==, samples[i].n_read);
      g_assert_cmpuint (find_count (cli.output, "To gange det samme: "), ==, samples[i].n_repeated);

      tal_test_cli_run (&cli, 0, "import", collection, path, NULL);
      g_assert_nonnull (strstr (cli.output, "Filen indeholder ingen ændringer."));
      g_assert_cmpuint (find_count (cli.output, "Uændret: "), ==,
                        samples[i].n_read - samples[i].n_repeated);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/import-figures/falls-into-no-trap", test_import_falls_into_no_trap);
  ADD ("/cli/import-figures/changes-what-it-brought", test_import_changes_what_it_brought);
  ADD ("/cli/import-figures/is-taken-back-as-one", test_import_is_taken_back_as_one);
  ADD ("/cli/import-figures/knows-the-file-again", test_import_knows_the_file_again);
  ADD ("/cli/import-figures/asks-what-a-label-is", test_import_asks_what_a_label_is);
  ADD ("/cli/import-figures/asks-one-by-one", test_import_asks_one_by_one);
  g_test_add_func ("/cli/import-figures/refuses-what-does-not-fit",
                   test_import_refuses_what_does_not_fit);
  ADD ("/cli/import-figures/finds-series-by-name", test_import_finds_series_by_name);
  g_test_add_func ("/cli/import-figures/takes-every-value", test_import_takes_every_value);

  return g_test_run ();
}
