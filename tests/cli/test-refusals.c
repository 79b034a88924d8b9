/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/tal-test-cli.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A good file with one thing wrong: 'find' is replaced once by 'put'. */
static const struct
{
  const char *name;
  const char *find;
  const char *put;
  const char *why; /* must stand in the error */
} bad_files[] = {
  { "not XML", "<?xml", "<figures", "XML" },
  { "a document type", "?>\n", "?>\n<!DOCTYPE exchange>\n", "DTD" },
  { "an external entity", "?>\n",
    "?>\n<!DOCTYPE exchange [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n", "DTD" },
  { "an unknown entity", "Håndholdt og", "&x;", "&amp;" },
  { "version 2", " version=\"1\" ", " version=\"2\" ", "version" },
  { "a comma in a value", "value=\"268\"", "value=\"8,7\"", "8,7" },
  { "a fifth quarter", "period=\"2015-Q4\"", "period=\"2017-Q5\"", "2017-Q5" },
  { "an unknown series", "<observations series=\"0", "<observations series=\"9", "Linje" },
  { "an unknown element", "<goal ", "<gaol ", "gaol" },
  { "an unknown attribute", "<goal ", "<goal colour=\"red\" ", "colour" },
  { "an unknown word", "comparison=\"at-least\"", "comparison=\"at-most-never\"", "at-most-never" },
  { "a missing name", "<name>Fritidsjob til unge</name>", "", "name" },
};

static void
init_with_example (TalTestCli *cli, const char **ret_file, char **ret_xml)
{
  tal_test_cli_init (cli);
  *ret_file = tal_test_cli_path (cli, "bif.indsats");
  tal_test_cli_run (cli, 0, "new", *ret_file, "--example", NULL);
  tal_test_cli_run (cli, 0, "export", *ret_file, tal_test_cli_path (cli, "before.xml"), NULL);
  *ret_xml = tal_test_cli_read (cli, "before.xml");
}

static void
assert_unchanged (TalTestCli *cli, const char *file, const char *before)
{
  g_autofree char *after = NULL;

  tal_test_cli_run (cli, 0, "export", file, tal_test_cli_path (cli, "after.xml"), NULL);
  after = tal_test_cli_read (cli, "after.xml");
  g_assert_cmpstr (before, ==, after);
  tal_test_cli_run (cli, 1, "undo", file, NULL);
}

static char *
replace_once (const char *text, const char *find, const char *put)
{
  const char *place = strstr (text, find);

  g_assert_nonnull (place);
  return g_strdup_printf ("%.*s%s%s", (int)(place - text), text, put, place + strlen (find));
}

static void
test_a_bad_file_says_why_and_changes_nothing (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *xml = NULL;
  const char         *file = NULL;

  init_with_example (&cli, &file, &xml);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *bad = replace_once (xml, bad_files[i].find, bad_files[i].put);

      g_test_message ("%s", bad_files[i].name);
      tal_test_cli_write (&cli, "bad.xml", bad);
      tal_test_cli_run (&cli, 1, "import", file, tal_test_cli_path (&cli, "bad.xml"), "--theirs",
                        NULL);
      tal_test_cli_assert_one_sentence (&cli);
      g_assert_nonnull (strstr (cli.errors, bad_files[i].why));
    }

  assert_unchanged (&cli, file, xml);
}

static void
test_a_file_cut_anywhere_changes_nothing (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *xml = NULL;
  const char         *file = NULL;
  gsize               length = 0;

  init_with_example (&cli, &file, &xml);
  length = strlen (xml);
  for (gsize cut = 0; cut < length - 1; cut += length / 37)
    {
      g_autofree char *part = g_strndup (xml, cut);

      tal_test_cli_write (&cli, "part.xml", part);
      tal_test_cli_run (&cli, 1, "import", file, tal_test_cli_path (&cli, "part.xml"), "--theirs",
                        NULL);
      tal_test_cli_assert_one_sentence (&cli);
    }

  assert_unchanged (&cli, file, xml);
}

/* The converter of the encoding has its own words for it, which are for nobody. */
static void
test_a_damaged_encoding_is_told_in_one_sentence (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *xml = NULL;
  g_autofree char    *declared = NULL;
  g_autofree char    *wide = NULL;
  const char         *file = NULL;
  const char         *bad = NULL;
  gsize               length = 0;

  init_with_example (&cli, &file, &xml);
  bad = tal_test_cli_path (&cli, "bad.xml");
  declared = replace_once (xml, "\"UTF-8\"", "\"UTF-16\"");
  wide = g_convert (declared, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  /* The first half of a pair, without the other. */
  for (gsize place = 1000; place < length; place += length / 5)
    {
      g_autofree char *damaged = g_memdup2 (wide, length);

      damaged[place & ~(gsize)1] = '\0';
      damaged[place | 1] = '\xd8';
      g_assert_true (g_file_set_contents (bad, damaged, (gssize)length, NULL));
      tal_test_cli_run (&cli, 1, "import", file, bad, "--theirs", NULL);
      tal_test_cli_assert_one_sentence (&cli);
    }

  assert_unchanged (&cli, file, xml);
}

static void
test_what_is_no_collection_is_refused (void)
{
  g_auto (TalTestCli) cli = { NULL };

  tal_test_cli_init (&cli);
  tal_test_cli_write (&cli, "note.indsats", "9 af 11 mål blev opnået");
  tal_test_cli_write (&cli, "empty.indsats", "");
  tal_test_cli_run (&cli, 1, "status", tal_test_cli_path (&cli, "note.indsats"), NULL);
  tal_test_cli_assert_one_sentence (&cli);
  g_assert_nonnull (strstr (cli.errors, "note.indsats"));
  tal_test_cli_run (&cli, 1, "status", tal_test_cli_path (&cli, "empty.indsats"), NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 1, "status", tal_test_cli_path (&cli, "missing.indsats"), NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 1, "status", cli.folder, NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 1, "new", tal_test_cli_path (&cli, "note.indsats"), NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 1, "new", tal_test_cli_path (&cli, "missing/x.indsats"), NULL);
  tal_test_cli_assert_one_sentence (&cli);
  g_assert_nonnull (strstr (cli.errors, "mappe"));
}

/* Bytes 60 to 63 of an SQLite file are its user_version, most significant first. */
static void
test_a_later_version_is_refused (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *content = NULL;
  g_autofree char    *xml = NULL;
  g_autoptr (GError)  error = NULL;
  const char         *file = NULL;
  gsize               length = 0;

  init_with_example (&cli, &file, &xml);
  g_file_get_contents (file, &content, &length, &error);
  g_assert_no_error (error);
  content[62] = 1;
  g_file_set_contents (file, content, (gssize)length, &error);
  g_assert_no_error (error);

  tal_test_cli_run (&cli, 1, "status", file, NULL);
  tal_test_cli_assert_one_sentence (&cli);
  g_assert_nonnull (strstr (cli.errors, "nyere version"));
}

/* Root may write everywhere, so the command is run as somebody else. */
static void
test_a_read_only_folder_can_be_read_and_not_written (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *xml = NULL;
  const char         *file = NULL;
  const char *const   reading[] = { "setpriv",
                                    "--reuid=65534",
                                    "--regid=65534",
                                    "--clear-groups",
                                    g_getenv ("INDSATSTAL_CLI"),
                                    "status",
                                    NULL,
                                    NULL };
  const char *const   writing[] = { "setpriv",
                                    "--reuid=65534",
                                    "--regid=65534",
                                    "--clear-groups",
                                    g_getenv ("INDSATSTAL_CLI"),
                                    "undo",
                                    NULL,
                                    NULL };
  const char         *words[G_N_ELEMENTS (reading)];

  if (geteuid () != 0)
    {
      g_test_skip ("only root can become somebody else");
      return;
    }

  init_with_example (&cli, &file, &xml);
  g_assert_cmpint (g_chmod (cli.folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (file, 0444), ==, 0);

  memcpy (words, reading, sizeof reading);
  words[6] = file;
  tal_test_cli_run_words (&cli, 0, words);
  memcpy (words, writing, sizeof writing);
  words[6] = file;
  tal_test_cli_run_words (&cli, 1, words);
  tal_test_cli_assert_one_sentence (&cli);
  g_assert_nonnull (strstr (cli.errors, "skrivebeskyttet"));
}

static void
test_wrong_calls_end_with_two (void)
{
  static const char *const calls[][5] = {
    { NULL },
    { "sing", NULL },
    { "status", NULL },
    { "status", "a", "b", NULL },
    { "status", "a", "--format", "pdf", NULL },
    { "import", "a", NULL },
    { "import", "a", "b", "--thiers", NULL },
    { "undo", "a", "zero", NULL },
    { "export", "a", NULL },
    { "status", "a", "--plan", NULL },
    { "status", "a", "-p", NULL },
    { "status", "", NULL },
    { "status", "--", NULL },
    { "status", "a", "--plan", "\377\376", NULL }, /* no UTF-8 */
  };
  g_auto (TalTestCli) cli = { NULL };

  tal_test_cli_init (&cli);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *words[7] = { g_getenv ("INDSATSTAL_CLI") };

      memcpy (words + 1, calls[i], sizeof calls[i]);
      tal_test_cli_run_words (&cli, 2, words);
    }
  tal_test_cli_run (&cli, 0, "--help", NULL);
  tal_test_cli_run (&cli, 0, "status", "--help", NULL);
  g_assert_nonnull (strstr (cli.output, "--format text|csv|json"));
  tal_test_cli_run (&cli, 0, "--version", NULL);
}

/* The libraries below speak English, or whatever they find on the machine. */
static void
test_wrong_calls_are_said_in_danish (void)
{
  static const struct
  {
    const char *option;
    const char *said;
  } cases[] = {
    { "--colour", "Der er ikke noget, der hedder ”--colour”, her." },
    { "--plan", "Der mangler noget efter ”--plan”." },
  };
  g_auto (TalTestCli) cli = { NULL };

  tal_test_cli_init (&cli);
  cli.locale = g_strdup ("C");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tal_test_cli_run (&cli, 2, "status", "a", cases[i].option, NULL);
      g_assert_nonnull (strstr (cli.errors, cases[i].said));
    }
}

static void
test_a_collection_is_never_exported_over (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *xml = NULL;
  const char         *file = NULL;
  const char         *other = NULL;

  init_with_example (&cli, &file, &xml);
  other = tal_test_cli_path (&cli, "other.indsats");
  tal_test_cli_run (&cli, 0, "new", other, NULL);
  tal_test_cli_run (&cli, 1, "export", file, file, NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 1, "export", file, other, NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 0, "check", other, NULL);
  assert_unchanged (&cli, file, xml);
}

static void
test_what_could_not_be_made_leaves_no_file (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  tal_test_cli_run (&cli, 1, "new", file, "--unit", "  ", NULL);
  tal_test_cli_assert_one_sentence (&cli);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  tal_test_cli_run (&cli, 1, "new", file, "--unit", "  ", "--example", NULL);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
test_file_names_may_be_odd (void)
{
  static const char *const names[] = { "med mellemrum.indsats", "æøå.indsats", "ny\nlinje.indsats",
                                       "-x.indsats", "100%s?.indsats" };
  g_auto (TalTestCli)      cli = { NULL };
  const char              *link = NULL;

  tal_test_cli_init (&cli);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *here = g_get_current_dir ();

      /* A name of its own, without a folder before it. */
      g_assert_cmpint (g_chdir (cli.folder), ==, 0);
      tal_test_cli_run (&cli, 0, "new", "--example", "--", names[i], NULL);
      tal_test_cli_run (&cli, 0, "export", "--", names[i], "-out.xml", NULL);
      tal_test_cli_run (&cli, 0, "check", "--", names[i], NULL);
      g_assert_cmpint (g_chdir (here), ==, 0);
      g_assert_true (g_file_test (tal_test_cli_path (&cli, names[i]), G_FILE_TEST_EXISTS));
    }

  link = tal_test_cli_path (&cli, "link.indsats");
  g_assert_cmpint (symlink (names[1], link), ==, 0);
  tal_test_cli_run (&cli, 0, "set", link, "--goal", "2", "--plan", "Integration", "--part",
                    "numerator", "--period", "2023", "--value", "410", NULL);
  tal_test_cli_run (&cli, 0, "history", tal_test_cli_path (&cli, names[1]), NULL);
  g_assert_nonnull (strstr (cli.output, "410"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/refusals/a-bad-file-says-why-and-changes-nothing",
                   test_a_bad_file_says_why_and_changes_nothing);
  g_test_add_func ("/cli/refusals/a-file-cut-anywhere-changes-nothing",
                   test_a_file_cut_anywhere_changes_nothing);
  g_test_add_func ("/cli/refusals/a-damaged-encoding-is-told-in-one-sentence",
                   test_a_damaged_encoding_is_told_in_one_sentence);
  g_test_add_func ("/cli/refusals/what-is-no-collection-is-refused",
                   test_what_is_no_collection_is_refused);
  g_test_add_func ("/cli/refusals/a-later-version-is-refused", test_a_later_version_is_refused);
  g_test_add_func ("/cli/refusals/a-read-only-folder-can-be-read-and-not-written",
                   test_a_read_only_folder_can_be_read_and_not_written);
  g_test_add_func ("/cli/refusals/wrong-calls-end-with-two", test_wrong_calls_end_with_two);
  g_test_add_func ("/cli/refusals/wrong-calls-are-said-in-danish",
                   test_wrong_calls_are_said_in_danish);
  g_test_add_func ("/cli/refusals/a-collection-is-never-exported-over",
                   test_a_collection_is_never_exported_over);
  g_test_add_func ("/cli/refusals/what-could-not-be-made-leaves-no-file",
                   test_what_could_not_be_made_leaves_no_file);
  g_test_add_func ("/cli/refusals/file-names-may-be-odd", test_file_names_may_be_odd);
  return g_test_run ();
}
