/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import that is killed, or that the disk or the memory fails under, has done all or nothing,
 * and nothing that it said was done is gone.
 *
 * To be killed it is this program, started again.  "--rounds COUNT" kills it that often, and looks
 * at as many moments at which the power may go.
 */

#include "base/tal-error.h"
#include "model/failing-memory.h"
#include "model/import-stage.h"
#include "model/write-log.h"
#include "store/failing-vfs.h"

#include <signal.h>
#include <stdlib.h>

#define N_ROUNDS 40
#define N_MOMENTS 200
/* Long enough for most moments of it to be hit. */
#define N_FIGURES 2000
/* More operations than a small import takes: a loop that does not end fails. */
#define MOST_OPERATIONS 1000
/* Which of the failures are followed by another try. */
#define TRIED_AGAIN 7

typedef enum
{
  OUTCOME_NOTHING,
  OUTCOME_ALL,
} Outcome;

static guint n_rounds = N_ROUNDS;
static guint n_moments = N_MOMENTS;

static Outcome
assert_whole (ImportStage *stage)
{
  g_autofree char *content = import_stage_dup_content (stage->path);

  if (g_str_equal (content, stage->before))
    return OUTCOME_NOTHING;

  g_assert_true (g_str_equal (content, stage->after));
  return OUTCOME_ALL;
}

/* As the killed program does it: ends with 0 when it says that all is imported. */
static int
import_and_say (const char *path, const char *file)
{
  ImportStage        stage = { .path = (char *)path, .file = (char *)file };
  g_autoptr (GError) error = NULL;

  return import_stage_import (&stage, &error) ? 0 : 1;
}

/* Whether it had said that it was done. */
static gboolean
import_and_kill (ImportStage *stage, gulong microseconds)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (GSubprocess) program = NULL;
  g_autofree char        *self = g_file_read_link ("/proc/self/exe", &error);

  g_assert_no_error (error);
  program = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, self, "--import", stage->path,
                              stage->file, NULL);
  g_assert_no_error (error);
  g_usleep (microseconds);
  g_subprocess_send_signal (program, SIGKILL);
  g_subprocess_wait (program, NULL, NULL);
  return g_subprocess_get_if_exited (program) && g_subprocess_get_exit_status (program) == 0;
}

/* How long it takes when it is let be. */
static gint64
measure (ImportStage *stage)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (GSubprocess) program = NULL;
  g_autofree char        *self = g_file_read_link ("/proc/self/exe", &error);
  gint64                  start = g_get_monotonic_time ();

  program = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, self, "--import", stage->path,
                              stage->file, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (program, NULL, &error));
  start = g_get_monotonic_time () - start;
  import_stage_reset (stage);
  return start;
}

static void
test_import_that_is_killed (void)
{
  ImportStage stage = { 0 };
  gint64      duration = 0;
  guint       n_outcomes[] = { 0, 0 };

  import_stage_init (&stage, N_FIGURES);
  duration = measure (&stage);
  for (guint round = 0; round < n_rounds; round++)
    {
      gulong   moment = (gulong)g_test_rand_int_range (0, (gint32)(duration * 11 / 10));
      gboolean said = import_and_kill (&stage, moment);
      Outcome  outcome = assert_whole (&stage);

      g_test_message ("killed after %lu of %" G_GINT64_FORMAT " microseconds: %s", moment, duration,
                      outcome == OUTCOME_ALL ? "all" : "nothing");
      if (said)
        g_assert_cmpint (outcome, ==, OUTCOME_ALL);
      n_outcomes[outcome]++;
      import_stage_reset (&stage);
    }

  g_test_message ("%u times nothing, %u times all", n_outcomes[OUTCOME_NOTHING],
                  n_outcomes[OUTCOME_ALL]);
  g_assert_cmpuint (n_outcomes[OUTCOME_NOTHING], >, 0);
  import_stage_clear (&stage);
}

typedef struct
{
  FailingVfsReason reason;
  gboolean         for_good;
} Failure;

/* TRUE where all operations came before the n-th. */
static gboolean
fail_operation (ImportStage *stage, const Failure *failure, guint n, guint *n_refused)
{
  g_autoptr (GError) error = NULL;
  gboolean           done = FALSE;
  gboolean           ended = FALSE;
  Outcome            outcome = OUTCOME_NOTHING;

  failing_vfs_arm (n, failure->for_good, failure->reason);
  done = import_stage_import (stage, &error);
  ended = failing_vfs_get_n_operations () < n;
  failing_vfs_disarm ();

  if (!done)
    {
      (*n_refused)++;
      g_assert_true (error->domain == TAL_ERROR);
      if (failure->reason == FAILING_VFS_FULL)
        g_assert_error (error, TAL_ERROR, TAL_ERROR_NO_SPACE);
    }
  outcome = assert_whole (stage);
  if (done)
    g_assert_cmpint (outcome, ==, OUTCOME_ALL);

  /* With room again it is imported, or was. */
  g_clear_error (&error);
  if (n % TRIED_AGAIN == 0)
    {
      g_assert_true (import_stage_import (stage, &error));
      g_assert_cmpint (assert_whole (stage), ==, OUTCOME_ALL);
    }
  import_stage_reset (stage);
  return ended;
}

static void
test_import_on_a_failing_disk (void)
{
  static const Failure failures[] = {
    { FAILING_VFS_FULL, FALSE },
    { FAILING_VFS_FULL, TRUE },
    { FAILING_VFS_BROKEN, FALSE },
    { FAILING_VFS_BROKEN, TRUE },
  };
  ImportStage stage = { 0 };

  import_stage_init (&stage, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      guint n_refused = 0;
      guint n = 1;

      while (!fail_operation (&stage, &failures[i], n, &n_refused))
        g_assert_cmpuint (n++, <, MOST_OPERATIONS);
      g_test_message ("%u operations, %u refused", n, n_refused);
      g_assert_cmpuint (n_refused, >, 3);
    }
  import_stage_clear (&stage);
}

/* TRUE where all requests came before the n-th. */
static gboolean
refuse_memory (ImportStage *stage, guint n, gboolean for_good, guint *n_refused)
{
  g_autoptr (GError) error = NULL;
  gboolean           done = FALSE;
  gboolean           ended = FALSE;
  Outcome            outcome = OUTCOME_NOTHING;

  failing_memory_arm (n, for_good);
  done = import_stage_import (stage, &error);
  ended = failing_memory_get_n_requests () < n;
  failing_memory_disarm ();

  if (!done)
    {
      (*n_refused)++;
      g_assert_true (error->domain == TAL_ERROR);
    }
  outcome = assert_whole (stage);
  if (done)
    g_assert_cmpint (outcome, ==, OUTCOME_ALL);
  import_stage_reset (stage);
  return ended;
}

/* Each request of the beginning, then ever fewer. */
static void
test_import_without_memory (void)
{
  ImportStage stage = { 0 };

  import_stage_init (&stage, 3);
  for (gboolean for_good = FALSE; for_good <= TRUE; for_good++)
    {
      guint n_refused = 0;
      guint n = 1;

      while (!refuse_memory (&stage, n, for_good, &n_refused))
        n += 1 + n / 20;
      g_test_message ("%u requests, %u refused", n, n_refused);
      g_assert_cmpuint (n_refused, >, 20);
    }
  import_stage_clear (&stage);
}

/* The moment at which it says that it is done is the end: closing comes after it. */
static WriteLog *
write_down (ImportStage *stage, guint64 *ret_done)
{
  g_autoptr (GError)          error = NULL;
  const TalImportRequest      request = { .path = stage->file, .policy = TAL_IMPORT_THEIRS };
  g_autoptr (WriteLog)        log = write_log_start (stage->path, stage->start);
  g_autoptr (TalCollection)   collection = tal_collection_open (stage->path, FALSE, &error);
  g_autoptr (TalImportReport) report = NULL;

  g_assert_no_error (error);
  report = tal_collection_import (collection, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->written);
  *ret_done = write_log_get_length (log);
  g_clear_pointer (&collection, tal_collection_close);
  write_log_stop (log);
  return g_steal_pointer (&log);
}

static void
test_import_at_a_loss_of_power (void)
{
  g_autoptr (GRand)    random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (WriteLog) log = NULL;
  ImportStage          stage = { 0 };
  guint64              done = 0;
  guint                n_outcomes[] = { 0, 0 };

  import_stage_init (&stage, N_FIGURES);
  log = write_down (&stage, &done);
  for (guint i = 0; i < n_moments; i++)
    {
      guint64 moment = write_log_draw_moment (log, i % 4 < 2, random);
      Outcome outcome = OUTCOME_NOTHING;

      g_test_message ("moment %" G_GUINT64_FORMAT, moment);
      write_log_replay (log, moment, i % 2 == 0 ? NULL : random, stage.path);
      outcome = assert_whole (&stage);
      if (moment >= done)
        g_assert_cmpint (outcome, ==, OUTCOME_ALL);
      n_outcomes[outcome]++;
    }

  g_test_message ("of %" G_GUINT64_FORMAT " moments, %u times nothing, %u times all",
                  write_log_get_length (log), n_outcomes[OUTCOME_NOTHING], n_outcomes[OUTCOME_ALL]);
  g_assert_cmpuint (n_outcomes[OUTCOME_NOTHING], >, 0);
  g_assert_cmpuint (n_outcomes[OUTCOME_ALL], >, 0);
  import_stage_clear (&stage);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = NULL; /* of the copies that an import puts aside */
  int              result = 0;

  if (argc == 4 && g_str_equal (argv[1], "--import"))
    return import_and_say (argv[2], argv[3]);

  home = g_dir_make_tmp ("indsatstal-import-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && g_str_equal (argv[1], "--rounds"))
    n_rounds = n_moments = (guint)atoi (argv[2]);
  failing_memory_install ();
  failing_vfs_install ();

  g_test_add_func ("/model/import-interrupted/killed", test_import_that_is_killed);
  g_test_add_func ("/model/import-interrupted/failing-disk", test_import_on_a_failing_disk);
  g_test_add_func ("/model/import-interrupted/no-memory", test_import_without_memory);
  g_test_add_func ("/model/import-interrupted/loss-of-power", test_import_at_a_loss_of_power);
  result = g_test_run ();
  import_stage_remove (home);
  return result;
}
