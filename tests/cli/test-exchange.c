/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/tal-test-cli.h"

#include <glib/gstdio.h>
#include <string.h>

#define PLAN "Integrationshandleplanen"

static void
set_numerator (TalTestCli *cli, const char *file, const char *goal, const char *value)
{
  tal_test_cli_run (cli, 0, "set", file, "--goal", goal, "--plan", PLAN, "--part", "numerator",
                    "--period", "2023", "--value", value, NULL);
}

/* The numerator of goal 2, which is the second row. */
static void
assert_numerator (TalTestCli *cli, const char *file, guint row, const char *value)
{
  g_autofree char *cell = NULL;

  tal_test_cli_run (cli, 0, "status", file, "--plan", PLAN, "--format", "csv", NULL);
  cell = tal_test_cli_cell (cli->output, row, "numerator");
  g_assert_cmpstr (cell, ==, value);
}

static void
test_there_and_back_gives_the_same_bytes_in_every_locale (void)
{
  static const char *const locales[] = { "C", "da_DK.UTF-8", "de_DE.UTF-8" };
  g_autofree char         *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_auto (TalTestCli) cli = { NULL };
      g_autofree char    *sent = NULL;
      g_autofree char    *returned = NULL;
      const char         *ours = NULL;
      const char         *theirs = NULL;

      tal_test_cli_init (&cli);
      cli.locale = g_strdup (locales[i]);
      ours = tal_test_cli_path (&cli, "ours.indsats");
      theirs = tal_test_cli_path (&cli, "theirs.indsats");
      tal_test_cli_run (&cli, 0, "new", ours, "--example", NULL);
      tal_test_cli_run (&cli, 0, "export", ours, tal_test_cli_path (&cli, "sent.xml"), NULL);
      tal_test_cli_run (&cli, 0, "new", theirs, NULL);
      tal_test_cli_run (&cli, 0, "import", theirs, tal_test_cli_path (&cli, "sent.xml"), NULL);
      tal_test_cli_run (&cli, 0, "export", theirs, tal_test_cli_path (&cli, "returned.xml"), NULL);

      sent = tal_test_cli_read (&cli, "sent.xml");
      returned = tal_test_cli_read (&cli, "returned.xml");
      g_assert_cmpstr (sent, ==, returned);
      if (first == NULL)
        first = g_strdup (sent);
      g_assert_cmpstr (sent, ==, first);
    }
}

/* The file that the program carries is what it writes. */
static void
test_the_example_is_canonical (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *written = NULL;
  g_autofree char    *carried = NULL;
  g_autoptr (GError)  error = NULL;

  tal_test_cli_init (&cli);
  tal_test_cli_run (&cli, 0, "new", tal_test_cli_path (&cli, "bif.indsats"), "--example", NULL);
  tal_test_cli_run (&cli, 0, "export", tal_test_cli_path (&cli, "bif.indsats"),
                    tal_test_cli_path (&cli, "bif.xml"), NULL);
  written = tal_test_cli_read (&cli, "bif.xml");
  g_file_get_contents (g_getenv ("INDSATSTAL_EXAMPLE"), &carried, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, carried);
}

static void
test_an_undone_change_leaves_no_trace_in_the_file (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *before = NULL;
  g_autofree char    *changed = NULL;
  g_autofree char    *after = NULL;
  const char         *file = NULL;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  tal_test_cli_run (&cli, 0, "new", file, "--example", NULL);
  tal_test_cli_run (&cli, 0, "export", file, tal_test_cli_path (&cli, "1.xml"), NULL);
  set_numerator (&cli, file, "2", "410");
  tal_test_cli_run (&cli, 0, "export", file, tal_test_cli_path (&cli, "2.xml"), NULL);
  tal_test_cli_run (&cli, 0, "undo", file, NULL);
  tal_test_cli_run (&cli, 0, "export", file, tal_test_cli_path (&cli, "3.xml"), NULL);

  before = tal_test_cli_read (&cli, "1.xml");
  changed = tal_test_cli_read (&cli, "2.xml");
  after = tal_test_cli_read (&cli, "3.xml");
  g_assert_cmpstr (before, !=, changed);
  g_assert_cmpstr (before, ==, after);
}

/* Two departments that began with the same figures. */
static void
init_two (TalTestCli *cli, const char **ret_ours, const char **ret_theirs)
{
  tal_test_cli_init (cli);
  *ret_ours = tal_test_cli_path (cli, "ours.indsats");
  *ret_theirs = tal_test_cli_path (cli, "theirs.indsats");
  tal_test_cli_run (cli, 0, "new", *ret_ours, "--example", NULL);
  tal_test_cli_run (cli, 0, "export", *ret_ours, tal_test_cli_path (cli, "start.xml"), NULL);
  tal_test_cli_run (cli, 0, "new", *ret_theirs, NULL);
  tal_test_cli_run (cli, 0, "import", *ret_theirs, tal_test_cli_path (cli, "start.xml"), NULL);
}

static void
test_what_only_they_changed_is_taken (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *ours = NULL;
  const char         *theirs = NULL;

  init_two (&cli, &ours, &theirs);
  set_numerator (&cli, ours, "2", "410");
  tal_test_cli_run (&cli, 0, "export", ours, tal_test_cli_path (&cli, "ours.xml"), NULL);

  tal_test_cli_run (&cli, 0, "import", theirs, tal_test_cli_path (&cli, "ours.xml"), "--dry-run",
                    NULL);
  assert_numerator (&cli, theirs, 1, "268");
  tal_test_cli_run (&cli, 0, "import", theirs, tal_test_cli_path (&cli, "ours.xml"), NULL);
  assert_numerator (&cli, theirs, 1, "410");
  tal_test_cli_run (&cli, 0, "undo", theirs, NULL);
  assert_numerator (&cli, theirs, 1, "268");
}

static void
test_what_both_changed_waits_for_a_decision (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *ours = NULL;
  const char         *theirs = NULL;
  const char         *file = NULL;

  init_two (&cli, &ours, &theirs);
  file = tal_test_cli_path (&cli, "ours.xml");
  set_numerator (&cli, ours, "2", "410");
  set_numerator (&cli, ours, "5", "200");
  set_numerator (&cli, theirs, "2", "300");
  tal_test_cli_run (&cli, 0, "export", ours, file, NULL);

  tal_test_cli_run (&cli, 1, "import", theirs, file, NULL);
  g_assert_nonnull (strstr (cli.output, "1 konflikt"));
  assert_numerator (&cli, theirs, 1, "300");
  assert_numerator (&cli, theirs, 4, "179");

  tal_test_cli_run (&cli, 0, "import", theirs, file, "--ours", NULL);
  assert_numerator (&cli, theirs, 1, "300");
  assert_numerator (&cli, theirs, 4, "200");
  tal_test_cli_run (&cli, 0, "undo", theirs, NULL);

  tal_test_cli_run (&cli, 0, "import", theirs, file, "--theirs", NULL);
  assert_numerator (&cli, theirs, 1, "410");
  assert_numerator (&cli, theirs, 4, "200");
}

static void
test_a_part_of_a_collection_stands_alone (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *ours = NULL;
  const char         *theirs = NULL;

  tal_test_cli_init (&cli);
  ours = tal_test_cli_path (&cli, "ours.indsats");
  theirs = tal_test_cli_path (&cli, "theirs.indsats");
  tal_test_cli_run (&cli, 0, "new", ours, "--example", NULL);
  tal_test_cli_run (&cli, 0, "export", ours, tal_test_cli_path (&cli, "part.xml"), "--initiative",
                    "Fritidsjob", NULL);
  tal_test_cli_run (&cli, 0, "new", theirs, "--unit", "Kultur- og Fritidsforvaltningen", NULL);
  tal_test_cli_run (&cli, 0, "import", theirs, tal_test_cli_path (&cli, "part.xml"), NULL);
  tal_test_cli_run (&cli, 0, "status", theirs, NULL);
  g_assert_nonnull (strstr (cli.output, "Begge mål blev opnået i 2023"));
  tal_test_cli_run (&cli, 0, "check", theirs, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/exchange/there-and-back-gives-the-same-bytes-in-every-locale",
                   test_there_and_back_gives_the_same_bytes_in_every_locale);
  g_test_add_func ("/cli/exchange/the-example-is-canonical", test_the_example_is_canonical);
  g_test_add_func ("/cli/exchange/an-undone-change-leaves-no-trace-in-the-file",
                   test_an_undone_change_leaves_no_trace_in_the_file);
  g_test_add_func ("/cli/exchange/what-only-they-changed-is-taken",
                   test_what_only_they_changed_is_taken);
  g_test_add_func ("/cli/exchange/what-both-changed-waits-for-a-decision",
                   test_what_both_changed_waits_for_a_decision);
  g_test_add_func ("/cli/exchange/a-part-of-a-collection-stands-alone",
                   test_a_part_of_a_collection_stands_alone);
  return g_test_run ();
}
