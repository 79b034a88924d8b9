/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/tal-test-cli.h"

#include <string.h>

#define PLAN "Integrationshandleplanen"

static void
new_example (TalTestCli *self)
{
  tal_test_cli_init (self);
  tal_test_cli_run (self, 0, "new", tal_test_cli_path (self, "e.indsats"), "--example", NULL);
}

static GBytes *
read_bytes (TalTestCli *self, const char *name)
{
  char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (tal_test_cli_path (self, name), &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

static void
test_tables_are_of_the_ending (void)
{
  static const struct
  {
    const char *name;
    const char *begin;
  } cases[] = {
    { "alle.xlsx", "PK\003\004" },
    { "ALLE.XLSX", "PK\003\004" },
    { "alle.ods", "PK\003\004" },
    { "alle.xml", "<?xml" },
  };
  g_auto (TalTestCli) cli = { NULL };

  new_example (&cli);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      tal_test_cli_run (&cli, 0, "export", tal_test_cli_path (&cli, "e.indsats"),
                        tal_test_cli_path (&cli, cases[i].name), NULL);
      bytes = read_bytes (&cli, cases[i].name);
      g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), cases[i].begin,
                               strlen (cases[i].begin)),
                       ==, 0);
    }
}

static void
test_tables_have_the_same_bytes_in_every_locale (void)
{
  static const char *const locales[] = { "C", "da_DK.UTF-8" };
  static const char *const names[] = { "a.xlsx", "b.ods" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (TalTestCli) cli = { NULL };
      g_autoptr (GBytes)  first = NULL;

      new_example (&cli);
      for (gsize j = 0; j < G_N_ELEMENTS (locales); j++)
        {
          g_autoptr (GBytes) bytes = NULL;

          g_free (cli.locale);
          cli.locale = g_strdup (locales[j]);
          tal_test_cli_run (&cli, 0, "export", tal_test_cli_path (&cli, "e.indsats"),
                            tal_test_cli_path (&cli, names[i]), NULL);
          bytes = read_bytes (&cli, names[i]);
          if (first == NULL)
            first = g_bytes_ref (bytes);
          g_assert_true (g_bytes_equal (first, bytes));
        }
    }
}

/* Goal 2 of the example is 268 of 545. */
static void
test_tables_show_counts_unless_masked (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;
  const char         *table = NULL;
  g_autofree char    *open = NULL;
  g_autofree char    *masked = NULL;

  new_example (&cli);
  file = tal_test_cli_path (&cli, "e.indsats");
  table = tal_test_cli_path (&cli, "t.csv");
  tal_test_cli_run (&cli, 0, "export", file, table, "--plan", PLAN, "--table", "1. Håndholdt",
                    NULL);
  open = tal_test_cli_read (&cli, "t.csv");
  g_assert_nonnull (strstr (open, "2023;545;268;"));
  g_assert_true (g_str_has_prefix (open, "\357\273\277"));

  tal_test_cli_run (&cli, 0, "export", file, table, "--plan", PLAN, "--table", "1. Håndholdt",
                    "--mask", "300", NULL);
  masked = tal_test_cli_read (&cli, "t.csv");
  g_assert_null (strstr (masked, "268"));
  g_assert_nonnull (strstr (masked, "under 300"));
}

static void
test_tables_refuse_in_one_sentence (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;
  g_autofree char    *kept = NULL;

  new_example (&cli);
  file = tal_test_cli_path (&cli, "e.indsats");
  tal_test_cli_write (&cli, "t.csv", "kept");

  /* More than one table. */
  tal_test_cli_run (&cli, 1, "export", file, tal_test_cli_path (&cli, "t.csv"), NULL);
  tal_test_cli_assert_one_sentence (&cli);
  /* None of that name, several of it. */
  tal_test_cli_run (&cli, 1, "export", file, tal_test_cli_path (&cli, "t.csv"), "--table", "xyz",
                    NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 1, "export", file, tal_test_cli_path (&cli, "t.csv"), "--table", "1. ",
                    NULL);
  tal_test_cli_assert_one_sentence (&cli);
  /* A collection is not written over. */
  tal_test_cli_run (&cli, 1, "export", file, file, "--format", "xlsx", NULL);
  tal_test_cli_assert_one_sentence (&cli);
  /* What cannot be meant. */
  tal_test_cli_run (&cli, 2, "export", file, tal_test_cli_path (&cli, "t.xml"), "--mask", "5",
                    NULL);
  tal_test_cli_run (&cli, 2, "export", file, tal_test_cli_path (&cli, "t.xlsx"), "--mask", "-1",
                    NULL);
  tal_test_cli_run (&cli, 2, "export", file, tal_test_cli_path (&cli, "t.xlsx"), "--format", "doc",
                    NULL);

  kept = tal_test_cli_read (&cli, "t.csv");
  g_assert_cmpstr (kept, ==, "kept");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/tables/are-of-the-ending", test_tables_are_of_the_ending);
  g_test_add_func ("/cli/tables/have-the-same-bytes-in-every-locale",
                   test_tables_have_the_same_bytes_in_every_locale);
  g_test_add_func ("/cli/tables/show-counts-unless-masked", test_tables_show_counts_unless_masked);
  g_test_add_func ("/cli/tables/refuse-in-one-sentence", test_tables_refuse_in_one_sentence);
  return g_test_run ();
}
