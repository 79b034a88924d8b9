/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that come into a workspace from other programs' files. */

#include "base/tal-error.h"
#include "core/tal-series.h"
#include "model/tal-workspace-figures.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define TABLE "Nøgletal;År;Antal\nCykler;2023;12\nCykler;2022;mange\nCykler;2021;\nGrupper;2023;7\n"

typedef struct
{
  char         *folder;
  char         *path;
  char         *file;
  TalWorkspace *workspace;
  GPtrArray    *answers;
  GAsyncResult *result; /* of the last call */
} Fixture;

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->result);
  fixture->result = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return fixture->result;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  *fixture = (Fixture){ g_dir_make_tmp ("indsatstal-test-XXXXXX", &error) };
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "bif.indsats", NULL);
  fixture->file = g_build_filename (fixture->folder, "tabel.csv", NULL);
  fixture->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_figure_answer_unref);
  tal_workspace_create_async (fixture->path, NULL, TRUE, NULL, done_cb, fixture);
  fixture->workspace = tal_workspace_open_finish (wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->result);
  tal_workspace_close (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->workspace));
  g_ptr_array_unref (fixture->answers);
  g_unlink (fixture->file);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static TalFigureFile *
open_file (Fixture *fixture, const char *text, GError **error)
{
  TalFigureFile *file = NULL;

  g_assert_true (g_file_set_contents (fixture->file, text, -1, NULL));
  tal_workspace_open_figures_async (fixture->workspace, fixture->file, NULL, NULL, done_cb,
                                    fixture);
  file = tal_workspace_open_figures_finish (fixture->workspace, wait_for_result (fixture), error);
  g_clear_object (&fixture->result);
  return file;
}

static TalFigureReport *
run (Fixture                *fixture,
     TalFigureFile          *file,
     const TalFigureRequest *request,
     GCancellable           *cancellable)
{
  g_autoptr (GError) error = NULL;
  TalFigureReport   *report = NULL;

  tal_workspace_import_figures_async (fixture->workspace, file, fixture->answers, request, NULL,
                                      cancellable, done_cb, fixture);
  report =
      tal_workspace_import_figures_finish (fixture->workspace, wait_for_result (fixture), &error);
  if (cancellable != NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  else
    g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return report;
}

static TalFigureReport *
try_file (Fixture *fixture, TalFigureFile *file)
{
  const TalFigureRequest request = { .import.dry_run = TRUE };

  return run (fixture, file, &request, NULL);
}

static void
answer (Fixture *fixture, TalFigureAnswerKind kind, const char *label)
{
  g_ptr_array_add (fixture->answers, tal_figure_answer_new (kind, 0, "series", label, TAL_ID_NONE));
}

static const TalRecord *
find_series (Fixture *fixture, const char *name)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (tal_workspace_get_catalogue (fixture->workspace), TAL_KIND_SERIES,
                                 &length);

  for (guint i = 0; i < length; i++)
    {
      if (g_str_equal (TAL_SERIES (records[i])->name, name))
        return records[i];
    }

  return NULL;
}

static void
assert_adds_up (const TalFigureReport *report)
{
  g_assert_cmpuint (report->n_read, ==,
                    report->n_bundled + report->n_repeated + report->n_untouched +
                        report->n_left_out + report->n_refused + report->n_open);
}

static void
test_figures_are_tried_then_written (Fixture *fixture, gconstpointer unused)
{
  const TalFigureRequest      written = { .skips_refused = TRUE };
  const TalFigurePreview     *first = NULL;
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalFigureFile)   file = open_file (fixture, TABLE, &error);
  g_autoptr (TalFigureReport) asked = NULL;
  g_autoptr (TalFigureReport) tried = NULL;
  g_autoptr (TalFigureReport) done = NULL;

  g_assert_no_error (error);
  asked = try_file (fixture, file);
  g_assert_cmpuint (asked->questions->len, ==, 2);
  assert_adds_up (asked);

  answer (fixture, TAL_FIGURE_ANSWER_NEW, "Cykler");
  answer (fixture, TAL_FIGURE_ANSWER_LEAVE_OUT, "Grupper");
  tried = try_file (fixture, file);
  g_assert_cmpuint (tried->questions->len, ==, 0);
  g_assert_cmpuint (tried->n_refused, ==, 1);
  g_assert_cmpuint (tried->n_left_out, ==, 1);
  assert_adds_up (tried);
  first = g_ptr_array_index (tried->preview, 0);
  g_assert_true (first->refused);
  g_assert_nonnull (first->matter);
  first = g_ptr_array_index (tried->preview, 1);
  g_assert_cmpstr (first->series, ==, "Cykler");
  g_assert_cmpstr (first->period, ==, "2023");
  g_assert_cmpstr (first->value, ==, "12");
  g_assert_null (find_series (fixture, "Cykler"));

  done = run (fixture, file, &written, NULL);
  g_assert_true (done->written);
  g_assert_nonnull (find_series (fixture, "Cykler"));
  g_assert_null (find_series (fixture, "Grupper"));
}

/* What is made new is the same in each trial, so that what was chosen of it holds. */
static void
test_figures_are_the_same_when_tried_again (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalFigureFile)   file = open_file (fixture, TABLE, NULL);
  g_autoptr (TalFigureReport) first = NULL;
  g_autoptr (TalFigureReport) second = NULL;

  answer (fixture, TAL_FIGURE_ANSWER_NEW, "Cykler");
  answer (fixture, TAL_FIGURE_ANSWER_NEW, "Grupper");
  first = try_file (fixture, file);
  second = try_file (fixture, file);
  g_assert_cmpuint (first->import->rows->len, >, 0);
  g_assert_cmpuint (first->import->rows->len, ==, second->import->rows->len);
  for (guint i = 0; i < first->import->rows->len; i++)
    {
      const TalImportRow *before = g_ptr_array_index (first->import->rows, i);
      const TalImportRow *after = g_ptr_array_index (second->import->rows, i);

      g_assert_true (tal_key_equal (&before->key, &after->key));
    }
}

/* The last answer holds, whatever was said before. */
static void
test_figures_are_answered_anew (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    TalFigureAnswerKind kinds[2];
    guint               n_open;
    guint               n_left_out;
  } cases[] = {
    { { TAL_FIGURE_ANSWER_NEW, TAL_FIGURE_ANSWER_LEAVE_OUT }, 0, 1 },
    { { TAL_FIGURE_ANSWER_LEAVE_OUT, TAL_FIGURE_ANSWER_NEW }, 0, 0 },
    { { TAL_FIGURE_ANSWER_NEW, TAL_FIGURE_ANSWER_OPEN }, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalFigureFile) file =
          open_file (fixture, "Nøgletal;År;Antal\nCykler;2023;12\n", NULL);
      g_autoptr (TalFigureReport) report = NULL;

      g_ptr_array_set_size (fixture->answers, 0);
      answer (fixture, cases[i].kinds[0], "Cykler");
      answer (fixture, cases[i].kinds[1], "Cykler");
      report = try_file (fixture, file);
      g_assert_cmpuint (report->n_open, ==, cases[i].n_open);
      g_assert_cmpuint (report->n_left_out, ==, cases[i].n_left_out);
      assert_adds_up (report);
    }
}

static void
test_figures_are_cancelled (Fixture *fixture, gconstpointer unused)
{
  const TalFigureRequest    request = { .unknown = TAL_UNKNOWN_NEW, .skips_refused = TRUE };
  g_autoptr (GCancellable)  cancellable = g_cancellable_new ();
  g_autoptr (TalFigureFile) file = open_file (fixture, TABLE, NULL);

  g_cancellable_cancel (cancellable);
  g_assert_null (run (fixture, file, &request, cancellable));
  g_assert_null (find_series (fixture, "Cykler"));
  g_assert_false (tal_workspace_get_saving (fixture->workspace));
}

static void
test_figures_are_told_from_exchange_files (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalFigureFile) empty = NULL;

  g_assert_null (open_file (fixture, "<exchange xmlns='urn:x'/>", &error));
  g_assert_no_error (error);
  empty = open_file (fixture, "", &error);
  g_assert_null (empty);
  g_assert_nonnull (error);
}

static void
test_figures_come_from_the_clipboard (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalFigureFile)   file = NULL;
  g_autoptr (TalFigureReport) report = NULL;

  tal_workspace_open_figures_async (fixture->workspace, NULL,
                                    "Nøgletal\tÅr\tAntal\nCykler\t2023\t12\n", NULL, done_cb,
                                    fixture);
  file = tal_workspace_open_figures_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  report = try_file (fixture, file);
  g_assert_cmpuint (report->n_open, ==, 1);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/workspace-figures/are-tried-then-written", test_figures_are_tried_then_written);
  add ("/workspace-figures/are-the-same-when-tried-again",
       test_figures_are_the_same_when_tried_again);
  add ("/workspace-figures/are-answered-anew", test_figures_are_answered_anew);
  add ("/workspace-figures/are-cancelled", test_figures_are_cancelled);
  add ("/workspace-figures/are-told-from-exchange-files",
       test_figures_are_told_from_exchange_files);
  add ("/workspace-figures/come-from-the-clipboard", test_figures_come_from_the_clipboard);
  return g_test_run ();
}
