/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/tal-test-cli.h"

#include <string.h>

#define FILE_NAME "bif.indsats"

/* Every kind that the example has something for without a series being named, and what is said
 * of it. */
static const struct
{
  const char *kind;
  const char *said;
} kinds[] = {
  { "sparkline", "Minidiagram. Andelen af aktivitetsparate over 30 år i København er faldet med "
                 "1,0 procentpoint siden december 2015." },
  { "bullet", "Målopfyldelse. 9 af 11 mål blev opnået i 2023." },
  { "strip", "Oversigt over mål. 9 af 11 mål blev opnået i 2023." },
  { "line", "Linjediagram. København har fortsat en større andel aktivitetsparate over 30 år end "
            "Klyngen og hele landet." },
  { "multiples", "Små linjediagrammer. Aftale om udsatte borgere." },
  { "mix", "Fordeling i vandrette bjælker. Ledige fleksjobvisiterede har størst virksomhedsrettet "
           "andel." },
  { "dumbbell", "Sammenligning to og to. København: 62,4 pct. i arbejde eller uddannelse mod 46,6 "
                "pct. i kontrolgruppen." },
  { "columns", "Søjlediagram. Afgang til job eller uddannelse er steget med 38 pct. siden 2014." },
  { "distribution", "Vandrette søjler. Størst andel: Satspuljeinitiativet ”Flere Skal Med” (36 "
                    "pct.)." },
  { "timeline", "Tidslinje. I 2019 bortfaldt 32,8 mio. kr. fordelt på 3 bevillinger." },
  { "dots", "Prikdiagram. Virksomhedsplaceringer pr. forløb." },
  { "sum", "Sum af dele. Fleksjobsvisiterede: 3.016 fuldtidspersoner." },
  { "funnel", "Kæde af mål. 110 af 545 deltagere: ledige i beskæftigelse efter "
              "virksomhedspraktik eller opkvalificering." },
  { "waterfall", "Ændring trin for trin. Antallet af udsatte borgere er faldet med 8,4 pct. siden "
                 "4. kvt. 2015." },
};

static const struct
{
  const char *suffix;
  const char *begins;
} formats[] = {
  { "svg", "<?xml" },
  { "png", "\211PNG" },
  { "pdf", "%PDF-" },
};

/* The numbers of the committee's papers: the shares of 2015 to 2017, the effect of IPS, the
 * chain of goals of 2023. */
static const struct
{
  const char *kind;
  const char *table;
} tables[] = {
  { "line", "             dec. 2015  dec. 2016  dec. 2017\n"
            "København     5,3 pct.   4,7 pct.   4,3 pct.\n"
            "Klyngen       3,3 pct.   3,0 pct.   2,8 pct.\n"
            "Hele landet   2,7 pct.   2,2 pct.   2,1 pct.\n" },
  { "dumbbell", "             Kontrolgruppen  Efter IPS\n"
                "København         46,6 pct.  62,4 pct.\n"
                "Hele landet       46,5 pct.  59,5 pct.\n" },
  { "columns", "                                 2014  2015  2016  2017\n"
               "Afgang til job eller uddannelse   660   670   850   910\n" },
  { "funnel", "                                                                        Antal\n"
              "Deltagere i virksomhedsindsatsen for ledige                               545\n"
              "Ledige gået direkte i job eller uddannelse                                 87\n"
              "Ledige i virksomhedsplacering, opkvalificering eller uddannelsesforløb    268\n"
              "Ledige i beskæftigelse efter virksomhedspraktik eller opkvalificering     110\n" },
};

static const char *
init_with_example (TalTestCli *cli)
{
  tal_test_cli_init (cli);
  cli->locale = g_strdup ("C");
  tal_test_cli_run (cli, 0, "new", tal_test_cli_path (cli, FILE_NAME), "--example", NULL);
  return tal_test_cli_path (cli, FILE_NAME);
}

/* To be freed. */
static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char              *bytes = NULL;
  gsize              length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize       length = 0;
  const char *start = g_bytes_get_data (bytes, &length);
  gsize       wanted = strlen (text);

  for (gsize at = 0; at + wanted <= length; at++)
    {
      if (memcmp (start + at, text, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The same command twice gives the same bytes; returns them. */
static GBytes *
draw_twice (TalTestCli *cli, const char *file, const char *kind, guint format)
{
  g_autofree char   *name = g_strdup_printf ("%s.%s", kind, formats[format].suffix);
  g_autofree char   *again = g_strdup_printf ("%s-igen.%s", kind, formats[format].suffix);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  tal_test_cli_run (cli, 0, "chart", file, "--kind", kind, tal_test_cli_path (cli, name), NULL);
  g_assert_cmpstr (cli->output, ==, "");
  g_assert_cmpstr (cli->errors, ==, "");
  tal_test_cli_run (cli, 0, "chart", file, "--kind", kind, tal_test_cli_path (cli, again), NULL);
  first = read_bytes (tal_test_cli_path (cli, name));
  second = read_bytes (tal_test_cli_path (cli, again));
  g_assert_true (g_bytes_equal (first, second));
  return g_steal_pointer (&first);
}

static void
test_every_kind_is_drawn_in_every_format (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = init_with_example (&cli);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
        {
          g_autoptr (GBytes) bytes = draw_twice (&cli, file, kinds[i].kind, format);

          g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
          g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (formats[format].begins),
                           formats[format].begins, strlen (formats[format].begins));
          /* A day of making would be another one tomorrow. */
          g_assert_false (contains (bytes, "/CreationDate"));
        }
    }
}

static void
test_every_kind_is_described (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = init_with_example (&cli);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      tal_test_cli_run (&cli, 0, "chart", file, "--kind", kinds[i].kind, "--describe", NULL);
      g_assert_true (g_str_has_prefix (cli.output, kinds[i].said));
      g_assert_true (g_str_has_suffix (cli.output, ".\n"));
      g_assert_cmpstr (cli.errors, ==, "");
    }
}

static void
test_tables_are_those_of_the_papers (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = init_with_example (&cli);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      tal_test_cli_run (&cli, 0, "chart", file, "--kind", tables[i].kind, "--table", NULL);
      g_assert_cmpstr (cli.output, ==, tables[i].table);
    }
}

/* The text alternative and the numbers behind stand before one another in one run, and the
 * picture is drawn as well. */
static void
test_words_and_picture_come_in_one_run (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *svg = NULL;
  const char         *file = init_with_example (&cli);

  tal_test_cli_run (&cli, 0, "chart", file, "--kind", "line", "--describe", "--table",
                    tal_test_cli_path (&cli, "line.svg"), NULL);
  g_assert_true (g_str_has_prefix (cli.output, kinds[3].said));
  g_assert_true (g_str_has_suffix (cli.output, tables[0].table));
  svg = tal_test_cli_read (&cli, "line.svg");
  g_assert_nonnull (strstr (svg, "<title"));
  g_assert_nonnull (strstr (svg, "<desc"));
  g_assert_nonnull (strstr (svg, ">Klyngen"));
}

static void
test_text_in_pdf_is_text (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autoptr (GBytes)  bytes = NULL;
  g_autofree char    *reader = g_find_program_in_path ("pdftotext");
  const char         *file = init_with_example (&cli);
  const char         *path = tal_test_cli_path (&cli, "line.pdf");
  const char *const   words[] = { reader, path, "-", NULL };

  tal_test_cli_run (&cli, 0, "chart", file, "--kind", "line", path, NULL);
  bytes = read_bytes (path);
  /* Which letters the shapes are: without it nothing can be searched or copied. */
  g_assert_true (contains (bytes, "/ToUnicode"));
  g_assert_false (contains (bytes, "/Type3"));
  if (reader == NULL)
    {
      g_test_skip ("there is no pdftotext");
      return;
    }

  tal_test_cli_run_words (&cli, 0, words);
  g_assert_nonnull (strstr (cli.output, "København"));
  g_assert_nonnull (strstr (cli.output, "4,3"));
  g_assert_nonnull (strstr (cli.output, "Jobindsats.dk"));
}

static void
test_size_and_theme_make_another_picture (void)
{
  static const struct
  {
    const char *option;
    const char *value;
    const char *contains;
  } cases[] = {
    { "--size", "800x450", "width=\"800\" height=\"450\"" },
    { "--size", "160x90mm", "<svg" },
    { "--theme", "dark", "<svg" },
    { "--theme", "print", "<svg" },
  };
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *plain = NULL;
  const char         *file = init_with_example (&cli);

  tal_test_cli_run (&cli, 0, "chart", file, "--kind", "line", tal_test_cli_path (&cli, "a.svg"),
                    NULL);
  plain = tal_test_cli_read (&cli, "a.svg");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *other = NULL;

      tal_test_cli_run (&cli, 0, "chart", file, "--kind", "line", cases[i].option, cases[i].value,
                        tal_test_cli_path (&cli, "b.svg"), NULL);
      other = tal_test_cli_read (&cli, "b.svg");
      g_assert_cmpstr (plain, !=, other);
      g_assert_nonnull (strstr (other, cases[i].contains));
    }
}

static void
test_series_and_periods_narrow_the_picture (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = init_with_example (&cli);

  tal_test_cli_run (&cli, 0, "chart", file, "--kind", "columns", "--series",
                    "Afgang til job eller uddannelse", "--periods", "2015..2016", "--table", NULL);
  g_assert_cmpstr (cli.output, ==,
                   "                                 2015  2016\n"
                   "Afgang til job eller uddannelse   670   850\n");
}

static void
test_what_cannot_be_drawn_is_said (void)
{
  static const struct
  {
    const char *kind;
    const char *option;
    const char *value;
    const char *said;
  } cases[] = {
    { "years", "--theme", "light",
      "Der er ingen tal for måneder eller kvartaler i to år her. Nævn en serie, der har dem." },
    { "line", "--series", "Månens bagside", "Der er ingen talrække, der hedder ”Månens bagside”." },
    { "line", "--plan", "Månens plan", "Der er ingen plan, der hedder ”Månens plan”." },
    { "line", "--periods", "2031",
      "Der er ingen tal for flere perioder her. Nævn en eller flere serier." },
    { "line", "--size", "10x10", "En figur kan være fra 20 til 8000 lang på hver led." },
  };
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = init_with_example (&cli);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tal_test_cli_run (&cli, 1, "chart", file, "--kind", cases[i].kind, cases[i].option,
                        cases[i].value, tal_test_cli_path (&cli, "x.svg"), NULL);
      tal_test_cli_assert_one_sentence (&cli);
      g_assert_nonnull (strstr (cli.errors, cases[i].said));
      g_assert_false (g_file_test (tal_test_cli_path (&cli, "x.svg"), G_FILE_TEST_EXISTS));
    }
}

static void
test_wrong_calls_end_with_two (void)
{
  static const struct
  {
    const char *words[5];
    const char *said;
  } cases[] = {
    { { NULL }, "--kind er en af disse: sparkline bullet strip line" },
    { { "--kind", NULL }, "Der mangler noget efter ”--kind”." },
    { { "--kind", "pie", "x.svg", NULL }, "--kind er en af disse: sparkline bullet strip line" },
    { { "--kind", "line", NULL },
      "Nævn en fil at tegne i, eller bed om --describe eller --table." },
    { { "--kind", "line", "x.jpg", NULL }, "”x.jpg” ender ikke på nogen af dem." },
    { { "--kind", "line", "--size=stor", "x.svg", NULL },
      "--size skrives 1600x900 eller 160x90mm på papir." },
    { { "--kind", "line", "--size=20000x9", "x.svg", NULL },
      "--size skrives 1600x900 eller 160x90mm på papir." },
    { { "--kind", "line", "--theme=blue", "x.svg", NULL }, "--theme er light, dark eller print." },
    { { "--kind", "line", "--colour", "x.svg", NULL },
      "Der er ikke noget, der hedder ”--colour”, her." },
    { { "--kind", "line", "x.svg", "y.svg", NULL }, "”y.svg” er for meget." },
  };
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = init_with_example (&cli);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *words[8] = { g_getenv ("INDSATSTAL_CLI"), "chart", file };

      memcpy (words + 3, cases[i].words, sizeof cases[i].words);
      tal_test_cli_run_words (&cli, 2, words);
      g_assert_nonnull (strstr (cli.errors, cases[i].said));
    }
}

/* It draws what it reads and writes nothing into the collection. */
static void
test_drawing_changes_nothing (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *before = NULL;
  g_autofree char    *after = NULL;
  const char         *file = init_with_example (&cli);

  tal_test_cli_run (&cli, 0, "export", file, tal_test_cli_path (&cli, "before.xml"), NULL);
  tal_test_cli_run (&cli, 0, "chart", file, "--kind", "line", tal_test_cli_path (&cli, "x.pdf"),
                    NULL);
  tal_test_cli_run (&cli, 0, "export", file, tal_test_cli_path (&cli, "after.xml"), NULL);
  before = tal_test_cli_read (&cli, "before.xml");
  after = tal_test_cli_read (&cli, "after.xml");
  g_assert_cmpstr (before, ==, after);
  tal_test_cli_run (&cli, 1, "undo", file, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/chart/every-kind-is-drawn-in-every-format",
                   test_every_kind_is_drawn_in_every_format);
  g_test_add_func ("/cli/chart/every-kind-is-described", test_every_kind_is_described);
  g_test_add_func ("/cli/chart/tables-are-those-of-the-papers",
                   test_tables_are_those_of_the_papers);
  g_test_add_func ("/cli/chart/words-and-picture-come-in-one-run",
                   test_words_and_picture_come_in_one_run);
  g_test_add_func ("/cli/chart/text-in-pdf-is-text", test_text_in_pdf_is_text);
  g_test_add_func ("/cli/chart/size-and-theme-make-another-picture",
                   test_size_and_theme_make_another_picture);
  g_test_add_func ("/cli/chart/series-and-periods-narrow-the-picture",
                   test_series_and_periods_narrow_the_picture);
  g_test_add_func ("/cli/chart/what-cannot-be-drawn-is-said", test_what_cannot_be_drawn_is_said);
  g_test_add_func ("/cli/chart/wrong-calls-end-with-two", test_wrong_calls_end_with_two);
  g_test_add_func ("/cli/chart/drawing-changes-nothing", test_drawing_changes_nothing);
  return g_test_run ();
}
