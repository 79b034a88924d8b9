/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statuses that a collection keeps and brings up to date, beside those that one computes
 * that has just been opened. */

#include "core/tal-assessment.h"
#include "core/tal-goal-figures.h"
#include "core/tal-initiative.h"
#include "support/example.h"

#include <glib.h>
#include <locale.h>

#define N_SEQUENCES 60
#define N_STEPS 6
#define TODAY (tal_day_new (2024, 6, 18))

static TalPeriod
get_year (int year)
{
  TalPeriod period;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, year, 1, &period));
  return period;
}

static const TalRecord *
pick_record (Example *example, TalKind kind, GRand *random)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (tal_collection_get_catalogue (example->collection), kind, &length);

  g_assert_cmpuint (length, >, 0);
  return records[g_rand_int_range (random, 0, (int)length)];
}

/* One of those that a goal rests on, mostly: those of others are many. */
static const TalSeries *
pick_series (Example *example, GRand *random)
{
  const TalRecord      *goal = pick_record (example, TAL_KIND_GOAL, random);
  g_autoptr (GPtrArray) entered =
      tal_goal_figures_list_entered (tal_collection_get_catalogue (example->collection),
                                     TAL_GOAL (goal));

  if (entered->len == 0 || g_rand_int_range (random, 0, 6) == 0)
    return TAL_SERIES (pick_record (example, TAL_KIND_SERIES, random));

  return g_ptr_array_index (entered, g_rand_int_range (random, 0, (int)entered->len));
}

/* A figure that the rules refuse is refused; then nothing has changed. */
static void
set_figure (Example *example, GRand *random)
{
  const TalFigureEdit      edit = { .sets_value = TRUE,
                                    .value = TAL_DECIMAL (g_rand_int_range (random, 0, 900), 0) };
  g_autoptr (TalChangeSet) changes = NULL;

  changes = tal_collection_set_series_figure (example->collection,
                                              pick_series (example, random)->record.id,
                                              get_year (g_rand_int_range (random, 2021, 2026)),
                                              &edit, NULL);
}

static void
change_record (Example *example, TalKind kind, GRand *random)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "ved et tilfælde");
  const TalRecord         *before = pick_record (example, kind, random);
  g_autoptr (TalRecord)    after = tal_record_copy (before);
  char                    *words = g_strdup_printf ("Navn %u", g_rand_int (random));

  if (kind == TAL_KIND_INITIATIVE)
    {
      g_free (((TalInitiative *)after)->name);
      ((TalInitiative *)after)->name = words;
    }
  else if (kind == TAL_KIND_SERIES)
    {
      g_free (((TalSeries *)after)->name);
      ((TalSeries *)after)->name = words;
    }
  else
    {
      const TalGoal *goal = TAL_GOAL (after);

      g_free (words);
      if (tal_goal_get_n_criteria (goal) > 0)
        tal_criterion_add_target ((TalCriterion *)tal_goal_get_criterion (goal, 0),
                                  get_year (g_rand_int_range (random, 2021, 2026)),
                                  TAL_DECIMAL (g_rand_int_range (random, 0, 900), 0));
    }
  tal_change_set_add (changes, before, after);
  tal_change_set_unref (tal_collection_commit (example->collection, changes, NULL));
}

/* A verdict of a person's own. */
static void
add_verdict (Example *example, GRand *random)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "en vurdering");
  TalAssessment           *verdict = tal_record_new (TAL_KIND_ASSESSMENT, tal_id_new ());

  verdict->goal = pick_record (example, TAL_KIND_GOAL, random)->id;
  verdict->period = get_year (g_rand_int_range (random, 2021, 2026));
  verdict->verdict = TAL_ATTAINMENT_NOT_MET;
  verdict->verdict_reason = g_strdup ("Den er skønnet.");
  tal_change_set_add (changes, NULL, &verdict->record);
  tal_record_unref (&verdict->record);
  tal_change_set_unref (tal_collection_commit (example->collection, changes, NULL));
}

static void
edit_at_random (Example *example, GRand *random)
{
  g_autoptr (GPtrArray) repeated = NULL;

  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      change_record (example, TAL_KIND_INITIATIVE, random);
      break;
    case 1:
      change_record (example, TAL_KIND_GOAL, random);
      break;
    case 2:
      change_record (example, TAL_KIND_SERIES, random);
      break;
    case 3:
      add_verdict (example, random);
      break;
    case 4:
    case 5:
      repeated = tal_collection_undo (example->collection, 1, NULL);
      break;
    case 6:
      repeated = tal_collection_redo (example->collection, 1, NULL);
      break;
    default:
      set_figure (example, random);
    }
}

static TalStatusTable *
compute (TalCollection *collection, TalPeriod period)
{
  g_autoptr (GError) error = NULL;
  TalStatusTable    *statuses = tal_collection_compute_statuses (collection, period, TODAY, &error);

  g_assert_no_error (error);
  return statuses;
}

static void
assert_same_figure (const TalFigure *a, const TalFigure *b)
{
  g_assert_cmpint (a->missing, ==, b->missing);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpint (tal_figure_is_known (a), ==, tal_figure_is_known (b));
  if (tal_figure_is_known (a))
    g_assert_cmpint (tal_fraction_compare (a->value, b->value), ==, 0);
}

static void
assert_same_status (const TalGoalStatus *a, const TalGoalStatus *b)
{
  g_assert_true (tal_record_is_equal (&a->goal->record, &b->goal->record));
  g_assert_true (tal_period_is_equal (a->period, b->period));
  g_assert_true (tal_period_is_equal (a->target_period, b->target_period));
  g_assert_cmpint (a->target.coefficient, ==, b->target.coefficient);
  g_assert_cmpint (a->attainment, ==, b->attainment);
  g_assert_cmpint (a->overridden, ==, b->overridden);
  assert_same_figure (&a->figure, &b->figure);
  assert_same_figure (&a->numerator, &b->numerator);
  assert_same_figure (&a->denominator, &b->denominator);
}

/* Beside one that is opened now, and knows nothing of what was before. */
static void
assert_as_if_opened (Example *example, TalPeriod period)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (TalStatusTable) kept = compute (example->collection, period);
  g_autoptr (TalCollection)  opened =
      tal_collection_open (tal_collection_get_path (example->collection), FALSE, &error);
  g_autoptr (TalStatusTable) fresh = NULL;

  g_assert_no_error (error);
  fresh = compute (opened, period);
  g_assert_true (tal_status_table_get_catalogue (kept) ==
                 tal_collection_get_catalogue (example->collection));
  g_assert_cmpuint (tal_status_table_get_length (kept), ==, tal_status_table_get_length (fresh));
  for (guint i = 0; i < tal_status_table_get_length (kept); i++)
    {
      const TalGoalStatus *each = tal_status_table_get_status (kept, i);

      assert_same_status (each, tal_status_table_get_status (fresh, i));
      g_assert_true (tal_status_table_find_goal (kept, each->goal->record.id) == each);
      g_assert_true (each->catalogue == tal_status_table_get_catalogue (kept));
    }
}

static void
test_status_table_is_as_if_computed_anew (Example *example, gconstpointer unused)
{
  for (guint seed = 0; seed < N_SEQUENCES; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      TalPeriod         period = seed % 4 == 0 ? get_year (2023) : TAL_PERIOD_UNSET;

      g_test_message ("seed %u", seed);
      tal_status_table_unref (compute (example->collection, period));
      for (guint step = 0; step < N_STEPS; step++)
        {
          edit_at_random (example, random);
          if (g_rand_boolean (random))
            assert_as_if_opened (example, period);
        }
      assert_as_if_opened (example, period);
    }
}

/* A figure is another for the initiatives that rest on it, and for no other. */
static void
test_status_table_tells_what_a_figure_touches (Example *example, gconstpointer unused)
{
  g_autoptr (TalStatusTable) before = compute (example->collection, TAL_PERIOD_UNSET);
  g_autoptr (TalStatusTable) after = NULL;
  g_autoptr (TalChangeSet)   changes = NULL;
  g_autoptr (GError)         error = NULL;
  const TalGoalStatus       *goal = tal_status_table_get_status (before, 0);
  const TalFigureEdit        edit = { .sets_value = TRUE, .value = TAL_DECIMAL (7, 0) };
  g_autoptr (GPtrArray)      entered =
      tal_goal_figures_list_entered (tal_collection_get_catalogue (example->collection),
                                     goal->goal);
  guint                   n_initiatives = 0;
  guint                   n_others = 0;
  const TalRecord *const *initiatives = NULL;

  changes = tal_collection_set_series_figure (example->collection,
                                              ((const TalSeries *)g_ptr_array_index (entered, 0))
                                                  ->record.id,
                                              goal->period, &edit, &error);
  g_assert_no_error (error);
  after = compute (example->collection, TAL_PERIOD_UNSET);

  g_assert_false (tal_status_table_is_same (before, after, goal->goal->initiative));
  initiatives = tal_catalogue_get_records (tal_collection_get_catalogue (example->collection),
                                           TAL_KIND_INITIATIVE, &n_initiatives);
  for (guint i = 0; i < n_initiatives; i++)
    n_others += tal_status_table_is_same (before, after, initiatives[i]->id) ? 1 : 0;
  g_assert_cmpuint (n_others, ==, n_initiatives - 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/model/status-table/" name, Example, NULL, example_set_up, test, example_tear_down)
  ADD ("is-as-if-computed-anew", test_status_table_is_as_if_computed_anew);
  ADD ("tells-what-a-figure-touches", test_status_table_tells_what_a_figure_touches);
#undef ADD

  return g_test_run ();
}
