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

/* A figure that another department removed and that is typed again is no longer removed:
 * the file must not say both. */
static void
test_a_figure_typed_again_loses_the_trace_of_its_removal (void)
{
  static const char *const series = "018ff000-0000-7000-8000-000000005003";
  g_auto (TalTestCli)      cli = { NULL };
  g_autofree char         *start = NULL;
  g_autofree char         *sent = NULL;
  g_autofree char         *removal = NULL;
  g_auto (GStrv)           halves = NULL;
  const char              *ours = NULL;
  const char              *theirs = NULL;

  init_two (&cli, &ours, &theirs);
  start = tal_test_cli_read (&cli, "start.xml");
  halves = g_strsplit (start, "    <observation period=\"2023\" value=\"110\"/>\n", 2);
  removal = g_strdup_printf ("  <removal id=\"%s\" removed=\"observation\" period=\"2023\"/>\n"
                             "</exchange>\n",
                             series);
  g_assert_nonnull (halves[1]);
  *strstr (halves[1], "</exchange>") = '\0';
  sent = g_strconcat (halves[0], halves[1], removal, NULL);
  tal_test_cli_write (&cli, "removed.xml", sent);
  tal_test_cli_run (&cli, 0, "import", theirs, tal_test_cli_path (&cli, "removed.xml"), NULL);
  assert_numerator (&cli, theirs, 2, "");
  tal_test_cli_run (&cli, 0, "export", theirs, tal_test_cli_path (&cli, "before.xml"), NULL);

  tal_test_cli_run (&cli, 0, "set", theirs, "--series", series, "--period", "2023", "--value",
                    "111", NULL);
  tal_test_cli_run (&cli, 0, "export", theirs, tal_test_cli_path (&cli, "again.xml"), NULL);
  tal_test_cli_run (&cli, 0, "new", tal_test_cli_path (&cli, "fresh.indsats"), NULL);
  tal_test_cli_run (&cli, 0, "import", tal_test_cli_path (&cli, "fresh.indsats"),
                    tal_test_cli_path (&cli, "again.xml"), NULL);

  tal_test_cli_run (&cli, 0, "undo", theirs, NULL);
  tal_test_cli_run (&cli, 0, "export", theirs, tal_test_cli_path (&cli, "after.xml"), NULL);
  g_clear_pointer (&start, g_free);
  g_clear_pointer (&sent, g_free);
  start = tal_test_cli_read (&cli, "before.xml");
  sent = tal_test_cli_read (&cli, "after.xml");
  g_assert_cmpstr (start, ==, sent);
}

/* What was imported is undone whole, with the unit that the collection got by it. */
static void
test_an_undone_import_leaves_a_file_that_stands_alone (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *empty = NULL;
  g_autofree char    *undone = NULL;
  g_autofree char    *sent = NULL;
  g_autofree char    *redone = NULL;
  const char         *ours = NULL;
  const char         *theirs = NULL;
  const char         *file = NULL;

  init_two (&cli, &ours, &theirs);
  file = tal_test_cli_path (&cli, "empty.indsats");
  tal_test_cli_run (&cli, 0, "new", file, NULL);
  tal_test_cli_run (&cli, 0, "export", file, tal_test_cli_path (&cli, "empty.xml"), NULL);
  tal_test_cli_run (&cli, 0, "undo", theirs, NULL);
  tal_test_cli_run (&cli, 0, "export", theirs, tal_test_cli_path (&cli, "undone.xml"), NULL);
  empty = tal_test_cli_read (&cli, "empty.xml");
  undone = tal_test_cli_read (&cli, "undone.xml");
  g_assert_cmpstr (empty, ==, undone);

  tal_test_cli_run (&cli, 0, "redo", theirs, NULL);
  tal_test_cli_run (&cli, 0, "export", theirs, tal_test_cli_path (&cli, "redone.xml"), NULL);
  sent = tal_test_cli_read (&cli, "start.xml");
  redone = tal_test_cli_read (&cli, "redone.xml");
  g_assert_cmpstr (sent, ==, redone);
}

static guint
count_backups (TalTestCli *cli)
{
  g_autofree char *folder = g_build_filename (cli->folder, "indsatstal", "sikkerhedskopier", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

/* Only so many copies are kept: imports that change nothing must not push out the others. */
static void
test_a_copy_is_put_aside_only_before_something_changes (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *ours = NULL;
  const char         *theirs = NULL;
  const char         *file = NULL;

  init_two (&cli, &ours, &theirs);
  file = tal_test_cli_path (&cli, "ours.xml");
  tal_test_cli_run (&cli, 0, "import", theirs, tal_test_cli_path (&cli, "start.xml"), NULL);
  set_numerator (&cli, ours, "2", "410");
  set_numerator (&cli, theirs, "2", "300");
  tal_test_cli_run (&cli, 0, "export", ours, file, NULL);
  tal_test_cli_run (&cli, 1, "import", theirs, file, NULL);
  tal_test_cli_run (&cli, 1, "import", theirs, file, "--dry-run", NULL);
  g_assert_cmpuint (count_backups (&cli), ==, 0);

  tal_test_cli_run (&cli, 0, "import", theirs, file, "--theirs", NULL);
  g_assert_cmpuint (count_backups (&cli), ==, 1);
}

static void
test_a_dry_run_leaves_every_byte (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *before = NULL;
  g_autofree char    *after = NULL;
  const char         *ours = NULL;
  const char         *theirs = NULL;
  gsize               length_before = 0;
  gsize               length_after = 0;

  init_two (&cli, &ours, &theirs);
  set_numerator (&cli, ours, "2", "410");
  tal_test_cli_run (&cli, 0, "export", ours, tal_test_cli_path (&cli, "ours.xml"), NULL);
  g_assert_true (g_file_get_contents (theirs, &before, &length_before, NULL));
  tal_test_cli_run (&cli, 0, "import", theirs, tal_test_cli_path (&cli, "ours.xml"), "--dry-run",
                    NULL);
  g_assert_true (g_file_get_contents (theirs, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

/* A file to a unit; how many figures it has, and whether it is a full picture. */
static guint
send_to (TalTestCli *cli, const char *file, const char *unit, const char *since, gboolean *ret_full)
{
  const char      *path = tal_test_cli_path (cli, "sent.xml");
  g_autofree char *sent = NULL;
  g_auto (GStrv)   figures = NULL;

  tal_test_cli_run (cli, 0, "export", file, path, "--to", unit, "--since", since, NULL);
  sent = tal_test_cli_read (cli, "sent.xml");
  figures = g_strsplit (sent, "<observation ", -1);
  *ret_full = strstr (sent, "picture=\"full\"") != NULL;
  return g_strv_length (figures) - 1;
}

static void
test_a_unit_is_sent_what_it_has_not_been_sent (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;
  gboolean            full = FALSE;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  tal_test_cli_run (&cli, 0, "new", file, "--example", NULL);
  g_assert_cmpuint (send_to (&cli, file, "SOF", "last", &full), >, 100);
  g_assert_true (full);
  g_assert_nonnull (strstr (cli.output, "ikke sendt noget dertil"));
  g_assert_cmpuint (send_to (&cli, file, "SOF", "last", &full), ==, 0);
  g_assert_false (full);
  g_assert_null (strstr (cli.output, "ikke sendt noget dertil"));

  set_numerator (&cli, file, "2", "410");
  g_assert_cmpuint (send_to (&cli, file, "SOF", "last", &full), ==, 1);
  g_assert_cmpuint (send_to (&cli, file, "SOF", "last", &full), ==, 0);
  /* The others have had nothing of it. */
  g_assert_cmpuint (send_to (&cli, file, "SUF", "last", &full), >, 100);
  g_assert_true (full);
}

static void
test_only_a_whole_file_counts_as_sent (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;
  gboolean            full = FALSE;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  tal_test_cli_run (&cli, 0, "new", file, "--example", NULL);
  send_to (&cli, file, "SOF", "last", &full);
  set_numerator (&cli, file, "2", "410");

  tal_test_cli_run (&cli, 1, "export", file, tal_test_cli_path (&cli, "none/sent.xml"), "--to",
                    "SOF", "--since", "last", NULL);
  tal_test_cli_assert_one_sentence (&cli);
  tal_test_cli_run (&cli, 1, "export", file, file, "--to", "SOF", NULL);
  /* There may be changes before that day which the unit has not been sent. */
  send_to (&cli, file, "SOF", "2020-01-01", &full);
  g_assert_cmpuint (send_to (&cli, file, "SOF", "last", &full), ==, 1);

  tal_test_cli_run (&cli, 2, "export", file, tal_test_cli_path (&cli, "sent.xml"), "--since",
                    "last", NULL);
  tal_test_cli_run (&cli, 2, "export", file, tal_test_cli_path (&cli, "t.xlsx"), "--to", "SOF",
                    NULL);
  tal_test_cli_run (&cli, 1, "export", file, tal_test_cli_path (&cli, "sent.xml"), "--to", "XYZ",
                    NULL);
}

/* A plan, one period of another, and then what is still missing: together all of it. */
static void
test_files_of_parts_add_up_to_the_whole (void)
{
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *ours = NULL;
  g_autofree char    *theirs = NULL;
  const char         *file = NULL;
  const char         *other = NULL;
  const char         *path = NULL;
  gboolean            full = FALSE;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "bif.indsats");
  other = tal_test_cli_path (&cli, "sof.indsats");
  path = tal_test_cli_path (&cli, "part.xml");
  tal_test_cli_run (&cli, 0, "new", file, "--example", NULL);
  tal_test_cli_run (&cli, 0, "new", other, NULL);
  tal_test_cli_run (&cli, 0, "export", file, path, "--to", "SOF", "--plan", PLAN, NULL);
  tal_test_cli_run (&cli, 0, "import", other, path, NULL);
  set_numerator (&cli, file, "2", "410");
  tal_test_cli_run (&cli, 0, "export", file, path, "--to", "SOF", "--period", "2018", NULL);
  tal_test_cli_run (&cli, 0, "import", other, path, NULL);
  send_to (&cli, file, "SOF", "last", &full);
  g_assert_false (full);
  tal_test_cli_run (&cli, 0, "import", other, tal_test_cli_path (&cli, "sent.xml"), NULL);

  tal_test_cli_run (&cli, 0, "export", file, path, NULL);
  ours = tal_test_cli_read (&cli, "part.xml");
  tal_test_cli_run (&cli, 0, "export", other, path, NULL);
  theirs = tal_test_cli_read (&cli, "part.xml");
  g_assert_cmpstr (ours, ==, theirs);
}

/* As editors of Windows save it. */
static void
test_a_file_in_utf16_is_the_same_file (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };
  g_auto (TalTestCli)      cli = { NULL };
  g_autofree char         *sent = NULL;
  g_autofree char         *marked = NULL;
  GString                 *text = NULL;

  tal_test_cli_init (&cli);
  tal_test_cli_run (&cli, 0, "new", tal_test_cli_path (&cli, "ours.indsats"), "--example", NULL);
  tal_test_cli_run (&cli, 0, "export", tal_test_cli_path (&cli, "ours.indsats"),
                    tal_test_cli_path (&cli, "sent.xml"), NULL);
  sent = tal_test_cli_read (&cli, "sent.xml");
  text = g_string_new ("\357\273\277");
  g_string_append (text, sent);
  g_string_replace (text, "\"UTF-8\"", "\"UTF-16\"", 1);
  marked = g_string_free (text, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize            length = 0;
      g_autofree char *wide = g_convert (marked, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *returned = NULL;
      const char      *theirs = tal_test_cli_path (&cli, encodings[i]);

      g_assert_true (
          g_file_set_contents (tal_test_cli_path (&cli, "wide.xml"), wide, (gssize)length, NULL));
      tal_test_cli_run (&cli, 0, "new", theirs, NULL);
      tal_test_cli_run (&cli, 0, "import", theirs, tal_test_cli_path (&cli, "wide.xml"), NULL);
      tal_test_cli_run (&cli, 0, "export", theirs, tal_test_cli_path (&cli, "returned.xml"), NULL);
      returned = tal_test_cli_read (&cli, "returned.xml");
      g_assert_cmpstr (returned, ==, sent);
    }
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
  g_test_add_func ("/cli/exchange/a-figure-typed-again-loses-the-trace-of-its-removal",
                   test_a_figure_typed_again_loses_the_trace_of_its_removal);
  g_test_add_func ("/cli/exchange/an-undone-import-leaves-a-file-that-stands-alone",
                   test_an_undone_import_leaves_a_file_that_stands_alone);
  g_test_add_func ("/cli/exchange/a-copy-is-put-aside-only-before-something-changes",
                   test_a_copy_is_put_aside_only_before_something_changes);
  g_test_add_func ("/cli/exchange/a-dry-run-leaves-every-byte", test_a_dry_run_leaves_every_byte);
  g_test_add_func ("/cli/exchange/a-unit-is-sent-what-it-has-not-been-sent",
                   test_a_unit_is_sent_what_it_has_not_been_sent);
  g_test_add_func ("/cli/exchange/only-a-whole-file-counts-as-sent",
                   test_only_a_whole_file_counts_as_sent);
  g_test_add_func ("/cli/exchange/files-of-parts-add-up-to-the-whole",
                   test_files_of_parts_add_up_to_the_whole);
  g_test_add_func ("/cli/exchange/a-file-in-utf16-is-the-same-file",
                   test_a_file_in_utf16_is_the_same_file);
  return g_test_run ();
}
