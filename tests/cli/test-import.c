/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How an import is told and asked about: two departments that both corrected goal 2, and one of
 * them goal 5.
 */

#include "support/tal-test-cli.h"

#include <string.h>

#define PLAN "Integrationshandleplanen"

typedef struct
{
  TalTestCli  cli;
  const char *collection; /* that takes in */
  const char *file;       /* what the other sent */
} Fixture;

static void
set_numerator (TalTestCli *cli, const char *collection, const char *goal, const char *value)
{
  tal_test_cli_run (cli, 0, "set", collection, "--goal", goal, "--plan", PLAN, "--part",
                    "numerator", "--period", "2023", "--value", value, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  TalTestCli *cli = &fixture->cli;
  const char *other = NULL;

  tal_test_cli_init (cli);
  other = tal_test_cli_path (cli, "bif.indsats");
  fixture->collection = tal_test_cli_path (cli, "sof.indsats");
  fixture->file = tal_test_cli_path (cli, "bif.xml");
  tal_test_cli_run (cli, 0, "new", other, "--example", NULL);
  tal_test_cli_run (cli, 0, "export", other, fixture->file, NULL);
  tal_test_cli_run (cli, 0, "new", fixture->collection, "--unit", "SOF", NULL);
  tal_test_cli_run (cli, 0, "import", fixture->collection, fixture->file, NULL);

  set_numerator (cli, other, "2", "410");
  set_numerator (cli, other, "5", "200");
  set_numerator (cli, fixture->collection, "2", "300");
  tal_test_cli_run (cli, 0, "export", other, fixture->file, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  tal_test_cli_clear (&fixture->cli);
}

/* The numerators of goal 2 and goal 5. */
static void
assert_numerators (Fixture *fixture, const char *second, const char *fifth)
{
  g_autofree char *of_second = NULL;
  g_autofree char *of_fifth = NULL;

  tal_test_cli_run (&fixture->cli, 0, "status", fixture->collection, "--plan", PLAN, "--format",
                    "csv", NULL);
  of_second = tal_test_cli_cell (fixture->cli.output, 1, "numerator");
  of_fifth = tal_test_cli_cell (fixture->cli.output, 4, "numerator");
  g_assert_cmpstr (of_second, ==, second);
  g_assert_cmpstr (of_fifth, ==, fifth);
}

static void
test_import_tells_each_difference (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *column;
    const char *conflict;
    const char *change;
  } cells[] = {
    { "field", "Værdi", "Værdi" },
    { "ours", "300", "179" },
    { "theirs", "410", "200" },
    { "decision", "open", "theirs" },
  };
  TalTestCli *cli = &fixture->cli;
  guint       conflict = 0;
  guint       change = 0;

  tal_test_cli_run (cli, 1, "import", fixture->collection, fixture->file, "--dry-run", "--format",
                    "csv", NULL);
  conflict = tal_test_cli_find_row (cli->output, "difference", "conflict", "field", "Værdi");
  change = tal_test_cli_find_row (cli->output, "difference", "changed", "field", "Værdi");
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *of_conflict = tal_test_cli_cell (cli->output, conflict, cells[i].column);
      g_autofree char *of_change = tal_test_cli_cell (cli->output, change, cells[i].column);

      g_assert_cmpstr (of_conflict, ==, cells[i].conflict);
      g_assert_cmpstr (of_change, ==, cells[i].change);
    }

  tal_test_cli_run (cli, 1, "import", fixture->collection, fixture->file, "--format", "json", NULL);
  g_assert_nonnull (strstr (cli->output, "{\"difference\": \"conflict\", \"object\": "));
  assert_numerators (fixture, "300", "179");
}

static void
test_import_asks_about_each_conflict (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *answer;
    const char *numerator;
  } cases[] = {
    { "v\n", "300" }, { "d\n", "410" }, { "\n", "300" }, { "", "300" }, { "måske\n", "300" },
  };
  TalTestCli *cli = &fixture->cli;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli->input = g_strdup (cases[i].answer);
      tal_test_cli_run (cli, 0, "import", fixture->collection, fixture->file, "--interactive",
                        NULL);
      g_assert_nonnull (strstr (cli->output, "Værdi: vores 300, deres 410"));
      assert_numerators (fixture, cases[i].numerator, "200");
      tal_test_cli_run (cli, 0, "undo", fixture->collection, NULL);
      assert_numerators (fixture, "300", "179");
    }
}

static void
test_import_leaves_a_receipt (Fixture *fixture, gconstpointer unused)
{
  TalTestCli      *cli = &fixture->cli;
  g_autofree char *receipt = NULL;

  tal_test_cli_run (cli, 0, "import", fixture->collection, fixture->file, "--theirs", "--report",
                    tal_test_cli_path (cli, "kvittering.txt"), NULL);
  receipt = tal_test_cli_read (cli, "kvittering.txt");
  g_assert_true (g_str_has_prefix (receipt, "bif.xml\nSendt af BIF.\n"));
  g_assert_nonnull (strstr (receipt, "Ændret: 1."));
  g_assert_nonnull (strstr (receipt, "vores 179, deres 200"));
  g_assert_nonnull (strstr (receipt, "vores 300, deres 410"));
  g_assert_true (g_str_has_suffix (receipt, "Importeret.\n"));
}

/* What was changed today, without the rest. */
static void
test_import_takes_what_is_new_since (Fixture *fixture, gconstpointer unused)
{
  TalTestCli      *cli = &fixture->cli;
  const char      *other = tal_test_cli_path (cli, "bif.indsats");
  g_autofree char *delta = NULL;

  tal_test_cli_run (cli, 0, "export", other, tal_test_cli_path (cli, "ny.xml"), "--since",
                    "2031-01-01", NULL);
  delta = tal_test_cli_read (cli, "ny.xml");
  g_assert_nonnull (strstr (delta, "picture=\"delta\""));
  tal_test_cli_run (cli, 0, "import", fixture->collection, tal_test_cli_path (cli, "ny.xml"),
                    "--theirs", NULL);
  assert_numerators (fixture, "410", "200");

  tal_test_cli_run (cli, 2, "export", other, tal_test_cli_path (cli, "ny.xml"), "--since", "i går",
                    NULL);
  tal_test_cli_run (cli, 2, "export", other, tal_test_cli_path (cli, "ny.xlsx"), "--since",
                    "2031-01-01", NULL);
}

/* "0 imported" would leave a person wondering. */
static void
test_import_says_that_nothing_is_new (Fixture *fixture, gconstpointer unused)
{
  TalTestCli *cli = &fixture->cli;

  tal_test_cli_run (cli, 0, "import", fixture->collection, fixture->file, "--theirs", NULL);
  tal_test_cli_run (cli, 0, "import", fixture->collection, fixture->file, NULL);
  g_assert_nonnull (strstr (cli->output, "Filen indeholder ingen ændringer."));
}

static void
test_import_takes_one_way_to_decide (Fixture *fixture, gconstpointer unused)
{
  tal_test_cli_run (&fixture->cli, 2, "import", fixture->collection, fixture->file, "--theirs",
                    "--interactive", NULL);
  tal_test_cli_run (&fixture->cli, 2, "import", fixture->collection, fixture->file, "--format",
                    "xml", NULL);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/cli/import/tells-each-difference", test_import_tells_each_difference);
  ADD ("/cli/import/asks-about-each-conflict", test_import_asks_about_each_conflict);
  ADD ("/cli/import/leaves-a-receipt", test_import_leaves_a_receipt);
  ADD ("/cli/import/takes-what-is-new-since", test_import_takes_what_is_new_since);
  ADD ("/cli/import/says-that-nothing-is-new", test_import_says_that_nothing_is_new);
  ADD ("/cli/import/takes-one-way-to-decide", test_import_takes_one_way_to_decide);

  return g_test_run ();
}
