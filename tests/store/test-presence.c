/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tal-presence.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MORNING 1718700120 /* 2024-06-18T08:42:00Z */

typedef struct
{
  char *folder;
  char *path;   /* of a collection, which need not be there */
  char *beside; /* of the file that says who has it open */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "bif.indsats", NULL);
  fixture->beside = g_build_filename (fixture->folder, ".bif.indsats.aaben", NULL);
}

/* Nothing is left beside the collection. */
static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->beside);
}

/* "Anna pc-42 1718700120", or NULL where nobody is there. */
static char *
dup_other (TalPresence *presence)
{
  g_autofree char *who = NULL;
  g_autofree char *machine = NULL;
  TalTime          since = TAL_TIME_NONE;

  if (!tal_presence_find_other (presence, &who, &machine, &since))
    return NULL;

  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT, who, machine, since);
}

static void
assert_other (TalPresence *presence, const char *expected)
{
  g_autofree char *other = dup_other (presence);

  g_assert_cmpstr (other, ==, expected);
}

static void
test_presence_names_whoever_came_first (Fixture *fixture, gconstpointer unused)
{
  TalPresence *anna = tal_presence_new (fixture->path, "Anna\nHolm", "pc-42", MORNING);
  TalPresence *bo = tal_presence_new (fixture->path, "Bo Juhl", "pc-7", MORNING + 60);
  TalPresence *other_window = tal_presence_new (fixture->path, "Anna\nHolm", "pc-42", MORNING + 90);
  TalPresence *elsewhere = tal_presence_new (fixture->path, "Anna\nHolm", "pc-7", MORNING + 90);

  assert_other (anna, NULL);
  assert_other (anna, NULL);
  assert_other (bo, "Anna Holm pc-42 1718700120");
  assert_other (other_window, NULL);
  assert_other (elsewhere, "Anna Holm pc-42 1718700120");

  /* Who looks next is the first one then. */
  tal_presence_free (anna);
  assert_other (bo, NULL);
  assert_other (elsewhere, "Bo Juhl pc-7 1718700180");
  tal_presence_free (elsewhere);
  assert_other (other_window, "Bo Juhl pc-7 1718700180");
  tal_presence_free (other_window);
  g_assert_true (g_file_test (fixture->beside, G_FILE_TEST_EXISTS));
  tal_presence_free (bo);
}

static void
test_presence_ends_with_the_program (Fixture *fixture, gconstpointer unused)
{
  TalPresence *bo = tal_presence_new (fixture->path, "Bo", "pc-7", MORNING + 60);
  int          ready[2];
  char         sign = 0;
  pid_t        child = 0;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      TalPresence *anna = tal_presence_new (fixture->path, "Anna", "pc-42", MORNING);

      assert_other (anna, NULL);
      g_assert_cmpint (write (ready[1], "", 1), ==, 1);
      pause ();
    }
  g_assert_cmpint (read (ready[0], &sign, 1), ==, 1);
  assert_other (bo, "Anna pc-42 1718700120");

  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_true (g_file_test (fixture->beside, G_FILE_TEST_EXISTS));
  assert_other (bo, NULL);
  tal_presence_free (bo);
  close (ready[0]);
  close (ready[1]);
}

/* A file that somebody else made of it. */
static void
test_presence_believes_no_text (Fixture *fixture, gconstpointer unused)
{
  static const char *const texts[] = {
    "",
    "Anna",
    "Anna\npc-42\n",
    "Anna\npc-42\ni går\n",
    "Anna\npc-42\n2024-06-18T08:42:00Z",
    "\xff\npc-42\n2024-06-18T08:42:00Z\n",
  };
  TalPresence *anna = tal_presence_new (fixture->path, "Anna", "pc-42", MORNING);
  TalPresence *bo = tal_presence_new (fixture->path, "Bo", "pc-7", MORNING);

  assert_other (anna, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      FILE *file = g_fopen (fixture->beside, "r+");

      g_assert_cmpint (ftruncate (fileno (file), 0), ==, 0);
      fputs (texts[i], file);
      fclose (file);
      g_test_message ("%" G_GSIZE_FORMAT, i);
      assert_other (bo, NULL);
    }
  tal_presence_free (bo);
  tal_presence_free (anna);
}

/* What was taken away under somebody is made anew by the next, and not taken away by them. */
static void
test_presence_takes_away_its_own_file_only (Fixture *fixture, gconstpointer unused)
{
  TalPresence *anna = tal_presence_new (fixture->path, "Anna", "pc-42", MORNING);
  TalPresence *bo = tal_presence_new (fixture->path, "Bo", "pc-7", MORNING);

  assert_other (anna, NULL);
  g_assert_cmpint (g_unlink (fixture->beside), ==, 0);
  assert_other (bo, NULL);
  tal_presence_free (anna);
  g_assert_true (g_file_test (fixture->beside, G_FILE_TEST_EXISTS));
  tal_presence_free (bo);
}

static void
test_presence_does_without_a_folder (Fixture *fixture, gconstpointer unused)
{
  g_autofree char        *path = g_build_filename (fixture->folder, "mangler", "bif.indsats", NULL);
  g_autoptr (TalPresence) bo = tal_presence_new (path, "Bo", "pc-7", MORNING);

  assert_other (bo, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(claim, function) \
  g_test_add ("/store/presence/" claim, Fixture, NULL, set_up, function, tear_down)

  TEST ("names-whoever-came-first", test_presence_names_whoever_came_first);
  TEST ("ends-with-the-program", test_presence_ends_with_the_program);
  TEST ("believes-no-text", test_presence_believes_no_text);
  TEST ("takes-away-its-own-file-only", test_presence_takes_away_its_own_file_only);
  TEST ("does-without-a-folder", test_presence_does_without_a_folder);

  return g_test_run ();
}
