/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "core/tal-closing-edit.h"
#include "core/tal-closings.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-validate.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

/* The plan's own figures, a benchmark that one of its goals is held against, another plan's
 * and the caseload that nobody's goal rests on. */
typedef struct
{
  Sample     *sample;
  TalPlan    *plan;
  TalClosing *closing;
  TalSeries  *people;
  TalSeries  *placed;
  TalSeries  *share;
  TalSeries  *level;
  TalSeries  *other;
  TalSeries  *caseload;
} Archive;

static TalInitiative *
add_initiative (Archive *archive, TalId plan, const char *name)
{
  TalInitiative *initiative = sample_add_record (archive->sample, TAL_KIND_INITIATIVE);

  initiative->plan = plan;
  initiative->name = g_strdup (name);
  return initiative;
}

static Archive
archive_new (gboolean closed)
{
  Archive        archive = { .sample = sample_new () };
  TalPlan       *elsewhere = NULL;
  TalInitiative *initiative = NULL;
  TalGoal       *goal = NULL;
  TalCriterion  *criterion = NULL;

  archive.plan = sample_add_record (archive.sample, TAL_KIND_PLAN);
  archive.plan->name = g_strdup ("Integrationshandleplanen 2019-2023");
  elsewhere = sample_add_record (archive.sample, TAL_KIND_PLAN);
  elsewhere->name = g_strdup ("Aftale om udsatte borgere");
  archive.people = sample_add_count (archive.sample, "Deltagere");
  archive.placed = sample_add_count (archive.sample, "I virksomhedsplacering");
  archive.level = sample_add_series (archive.sample, "JKI's niveau", TAL_MEASURE_UNIT_PER_CENT, 0);
  archive.other = sample_add_count (archive.sample, "Fleksjobvisiterede");
  archive.caseload = sample_add_count (archive.sample, "Aktivitetsparate");

  initiative = add_initiative (&archive, archive.plan->record.id, "Håndholdt indsats");
  archive.people->initiative = initiative->record.id;
  goal = sample_add_goal (archive.sample, 2);
  goal->initiative = initiative->record.id;
  goal->wording = g_strdup ("75 pct. i placering");
  archive.share = sample_add_share (archive.sample, archive.placed, archive.people);
  criterion = sample_add_criterion (goal, archive.share, TAL_COMPARISON_AT_LEAST, "2023", NULL);
  criterion->basis = TAL_TARGET_BENCHMARK;
  criterion->basis_series = archive.level->record.id;
  archive.other->initiative =
      add_initiative (&archive, elsewhere->record.id, "Fleksjob")->record.id;

  sample_enter (archive.sample, archive.people, "2023", "545*");
  sample_enter (archive.sample, archive.people, "2022", "512*");
  sample_enter (archive.sample, archive.placed, "2023", "268");
  sample_enter (archive.sample, archive.placed, "2023-Q4", "70~");
  sample_enter (archive.sample, archive.level, "2023", "75");
  sample_enter (archive.sample, archive.other, "2023", "3016*");
  if (closed)
    {
      archive.closing = sample_add_record (archive.sample, TAL_KIND_CLOSING);
      archive.closing->plan = archive.plan->record.id;
      archive.closing->period = sample_period ("2023");
      archive.closing->closed_on = sample_day ("2024-06-18");
      archive.closing->closed_by = g_strdup ("AJ");
    }
  return archive;
}

static void
archive_clear (Archive *archive)
{
  sample_free (archive->sample);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Archive, archive_clear)

#define TODAY 739420

static const TalWriter writer = { 0, "AJ", { { 0 } }, tal_id_new };

static void
test_closing_locks_what_the_published_status_rests_on (void)
{
  static const struct
  {
    gsize       series;
    const char *period;
    gboolean    locked;
  } rows[] = {
    { G_STRUCT_OFFSET (Archive, people), "2023", TRUE },
    { G_STRUCT_OFFSET (Archive, people), "2022", FALSE },
    { G_STRUCT_OFFSET (Archive, people), "2024", FALSE },
    { G_STRUCT_OFFSET (Archive, people), "2023-Q4", TRUE },
    { G_STRUCT_OFFSET (Archive, people), "2023-12-31", TRUE },
    { G_STRUCT_OFFSET (Archive, people), "2023-01-01", TRUE },
    { G_STRUCT_OFFSET (Archive, people), "2024-01-01", FALSE },
    /* It ends in the period, and so it was published with it. */
    { G_STRUCT_OFFSET (Archive, people), "2022-01/2023-07", TRUE },
    { G_STRUCT_OFFSET (Archive, people), "2023-07/2024-06", FALSE },
    { G_STRUCT_OFFSET (Archive, placed), "2023", TRUE },
    { G_STRUCT_OFFSET (Archive, level), "2023", TRUE },
    { G_STRUCT_OFFSET (Archive, other), "2023", FALSE },
    { G_STRUCT_OFFSET (Archive, caseload), "2023", FALSE },
  };
  g_auto (Archive)        archive = archive_new (TRUE);
  g_autoptr (TalClosings) closings = tal_closings_new (sample_get_catalogue (archive.sample));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TalSeries  *series = G_STRUCT_MEMBER (const TalSeries *, &archive, rows[i].series);
      const TalClosing *found =
          tal_closings_find (closings, series->record.id, sample_period (rows[i].period));

      g_test_message ("%s, %s", series->name, rows[i].period);
      g_assert_true (found == (rows[i].locked ? archive.closing : NULL));
    }
}

static void
test_closing_says_who_and_when (void)
{
  g_auto (Archive)    archive = archive_new (TRUE);
  const TalCatalogue *catalogue = sample_get_catalogue (archive.sample);
  g_autofree char    *why = tal_closings_explain (catalogue, archive.closing);

  g_assert_cmpstr (why, ==,
                   "2023 was closed for Integrationshandleplanen 2019-2023 on "
                   "18.\302\240juni\302\2402024 "
                   "by AJ. Reopen the period to correct its figures.");
}

static char *
list_codes (const TalCatalogue *before, const TalChangeSet *changes)
{
  g_autoptr (TalCatalogue) after = tal_catalogue_apply (before, changes, NULL);
  g_autoptr (GPtrArray)    problems = tal_problem_list_new ();
  g_autoptr (GString)      codes = g_string_new (NULL);

  tal_validate_changes (after, changes, problems);
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "",
                            tal_problem_get_code (g_ptr_array_index (problems, i)));
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

/* Setting 2023's number of people to something else. */
static TalChangeSet *
correct (const Archive *archive)
{
  TalChangeSet         *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "Deltagere");
  const TalObservation *before = g_ptr_array_index (archive->sample->observations, 0);
  g_autoptr (TalRecord) after = tal_record_copy (&before->record);

  ((TalObservation *)after)->value = TAL_DECIMAL (548, 0);
  tal_change_set_add (changes, &before->record, after);
  return changes;
}

static void
test_closing_refuses_to_change_what_it_locks (void)
{
  g_auto (Archive)         archive = archive_new (TRUE);
  const TalCatalogue      *catalogue = sample_get_catalogue (archive.sample);
  g_autoptr (TalChangeSet) changed = correct (&archive);
  g_autoptr (TalChangeSet) removed = tal_change_set_new (TAL_ORIGIN_EDIT, "removal");
  g_autoptr (TalChangeSet) free_figure = tal_change_set_new (TAL_ORIGIN_EDIT, "other year");
  g_autofree char         *codes = list_codes (catalogue, changed);

  g_assert_cmpstr (codes, ==, "closed");

  tal_change_set_add (removed, g_ptr_array_index (archive.sample->observations, 0), NULL);
  g_free (codes);
  codes = list_codes (catalogue, removed);
  g_assert_cmpstr (codes, ==, "closed");

  tal_change_set_add (free_figure, g_ptr_array_index (archive.sample->observations, 1), NULL);
  g_free (codes);
  codes = list_codes (catalogue, free_figure);
  g_assert_cmpstr (codes, ==, "");
}

static TalChangeSet *
close_period (const Archive      *archive,
              const TalCatalogue *catalogue,
              const char         *period,
              GError            **error)
{
  const TalClosingRequest request = { archive->plan->record.id, sample_period (period), TODAY,
                                      NULL };

  return tal_closing_edit_close (catalogue, &archive->sample->source, &writer, &request, error);
}

static TalChangeSet *
reopen_period (const Archive      *archive,
               const TalCatalogue *catalogue,
               const char         *period,
               const char         *reason,
               GError            **error)
{
  const TalClosingRequest request = { archive->plan->record.id, sample_period (period), TODAY,
                                      reason };

  return tal_closing_edit_reopen (catalogue, &archive->sample->source, &writer, &request, error);
}

static void
test_closing_comes_with_what_it_settles_and_can_be_taken_back (void)
{
  g_auto (Archive)         archive = archive_new (FALSE);
  const TalCatalogue      *catalogue = sample_get_catalogue (archive.sample);
  g_autoptr (TalCatalogue) closed = NULL;
  g_autoptr (TalChangeSet) close = NULL;
  g_autoptr (TalChangeSet) undo = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *codes = NULL;

  close = close_period (&archive, catalogue, "2023", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tal_change_set_get_label (close), ==,
                   "2023 closed for Integrationshandleplanen 2019-2023");
  /* The closing, 545 and the estimate of the last quarter; not 2022, nor the other plan. */
  g_assert_cmpuint (tal_change_set_get_length (close), ==, 3);
  for (guint i = 1; i < 3; i++)
    g_assert_cmpint (TAL_OBSERVATION (tal_change_set_get_change (close, i)->after)->state, ==,
                     TAL_FIGURE_FINAL);
  codes = list_codes (catalogue, close);
  g_assert_cmpstr (codes, ==, "");

  closed = tal_catalogue_apply (catalogue, close, &error);
  g_assert_no_error (error);
  undo = tal_change_set_invert (close, TAL_ORIGIN_UNDO, "undo");
  g_free (codes);
  codes = list_codes (closed, undo);
  g_assert_cmpstr (codes, ==, "");

  g_assert_null (close_period (&archive, closed, "2023", &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
}

static void
test_closing_is_reopened_only_with_a_reason (void)
{
  g_auto (Archive)         archive = archive_new (TRUE);
  const TalCatalogue      *catalogue = sample_get_catalogue (archive.sample);
  TalId                    plan = archive.plan->record.id;
  g_autoptr (TalCatalogue) open = NULL;
  g_autoptr (TalChangeSet) reopening = NULL;
  g_autoptr (TalChangeSet) change = correct (&archive);
  g_autoptr (GError)       error = NULL;
  g_autofree char         *codes = NULL;
  const TalClosing        *closing = NULL;

  g_assert_null (reopen_period (&archive, catalogue, "2022", "Fejl i DREAM", &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (reopen_period (&archive, catalogue, "2023", " \n", &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
  g_clear_error (&error);

  reopening = reopen_period (&archive, catalogue, "2023", " Fejl i DREAM ", &error);
  g_assert_no_error (error);
  codes = list_codes (catalogue, reopening);
  g_assert_cmpstr (codes, ==, "");

  open = tal_catalogue_apply (catalogue, reopening, &error);
  closing = tal_closings_find_of_plan (open, plan, sample_period ("2023"));
  g_assert_cmpstr (closing->reason, ==, "Fejl i DREAM");
  g_assert_cmpstr (closing->reopened_by, ==, "AJ");
  g_assert_cmpint (closing->reopened_on, ==, TODAY);
  g_free (codes);
  codes = list_codes (open, change);
  g_assert_cmpstr (codes, ==, "");
}

static void
test_closing_needs_a_figure (void)
{
  g_auto (Archive)   archive = archive_new (FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (close_period (&archive, sample_get_catalogue (archive.sample), "2021", &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "There are no figures in 2021 to close. Enter the results first.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/closing/locks", test_closing_locks_what_the_published_status_rests_on);
  g_test_add_func ("/closing/says-why", test_closing_says_who_and_when);
  g_test_add_func ("/closing/refuses", test_closing_refuses_to_change_what_it_locks);
  g_test_add_func ("/closing/settles",
                   test_closing_comes_with_what_it_settles_and_can_be_taken_back);
  g_test_add_func ("/closing/reopened", test_closing_is_reopened_only_with_a_reason);
  g_test_add_func ("/closing/needs-figures", test_closing_needs_a_figure);

  return g_test_run ();
}
