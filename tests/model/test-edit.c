/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-removal.h"
#include "model/tal-edit.h"
#include "support/sample.h"

#include <glib.h>
#include <string.h>

#define NOW 1718700120
#define AUTHOR "Ida"

/* Goal 2: of those who take part, so many came into a placement. */
typedef struct
{
  Sample    *sample;
  TalSeries *above;
  TalSeries *below;
  TalSeries *share;
  TalGoal   *goal;
} House;

static void
house_clear (House *house)
{
  g_clear_pointer (&house->sample, sample_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (House, house_clear)

static House
house_new (void)
{
  House house = { .sample = sample_new () };

  house.above = sample_add_series (house.sample, "Tæller", TAL_MEASURE_UNIT_PERSONS, 0);
  house.below = sample_add_series (house.sample, "Nævner", TAL_MEASURE_UNIT_PERSONS, 0);
  house.share = sample_add_share (house.sample, house.above, house.below);
  house.goal = sample_add_goal (house.sample, 2);
  sample_add_criterion (house.goal, house.share, TAL_COMPARISON_AT_LEAST, "2023", "75");
  sample_enter (house.sample, house.above, "2023", "268*")->final_expected =
      sample_day ("2024-06-01");
  return house;
}

static const TalWriter writer = { NOW, AUTHOR, { { 0 } }, tal_id_new };

static TalChangeSet *
edit_series (Sample              *sample,
             const TalSeries     *series,
             const char          *period,
             const TalFigureEdit *edit,
             GError             **error)
{
  const TalPlacedEdit request = { series->record.id, sample_period (period), *edit };

  return tal_edit_figure (sample_get_catalogue (sample), &sample->source, &writer, &request, error);
}

static TalChangeSet *
edit_figure (House *house, const char *period, const TalFigureEdit *edit, GError **error)
{
  return edit_series (house->sample, house->above, period, edit, error);
}

static void
test_edit_says_what_it_did (void)
{
  static const struct
  {
    const char   *period;
    TalFigureEdit edit;
    const char   *label;
  } cases[] = {
    { "2023",
      { .sets_value = TRUE, .value = { 300, 0 } },
      "2023: numerator corrected from 268* to 300*" },
    { "2023",
      { .sets_value = TRUE, .value = { 2680, 1 } },
      "2023: numerator corrected from 268* to 268,0*" },
    { "2023", { .sets_value = TRUE, .value = { 268, 0 } }, NULL },
    { "2023",
      { .sets_value = TRUE, .missing = TAL_MISSING_WITHHELD },
      "2023: numerator corrected from 268* to withheld" },
    { "2023",
      { .sets_approximation = TRUE, .approximation = TAL_APPROXIMATION_ABOUT },
      "2023: numerator corrected from 268* to ca. 268*" },
    { "2023",
      { .sets_state = TRUE, .state = TAL_FIGURE_FINAL },
      "Goal 2, 2023: numerator marked as final" },
    { "2023",
      { .sets_state = TRUE, .state = TAL_FIGURE_ESTIMATE },
      "2023: numerator marked as an estimate" },
    { "2023", { .sets_state = TRUE, .state = TAL_FIGURE_PRELIMINARY }, NULL },
    { "2023",
      { .sets_note = TRUE, .note = "87 gik direkte i job." },
      "2023: Remark set to “87 gik direkte i job.”" },
    { "2023", { .sets_note = TRUE, .note = "" }, NULL }, /* there was none */
    { "2022", { .sets_value = TRUE, .value = { 1234, 0 } }, "Goal 2, 2022: numerator set to 1.234" },
    { "2022",
      { .sets_value = TRUE, .missing = TAL_MISSING_NOT_YET_REPORTED },
      "2022: numerator set to not yet reported" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (House)           house = house_new ();
      g_autoptr (GError)       error = NULL;
      g_autoptr (TalChangeSet) changes =
          edit_figure (&house, cases[i].period, &cases[i].edit, &error);
      const TalRecord *after = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (tal_change_set_get_length (changes), ==, cases[i].label != NULL ? 1 : 0);
      if (cases[i].label == NULL)
        continue;

      g_test_message ("%s", tal_change_set_get_label (changes));
      g_assert_true (g_str_has_suffix (tal_change_set_get_label (changes), cases[i].label));
      after = tal_change_set_get_change (changes, 0)->after;
      g_assert_cmpint (after->changed_at, ==, NOW);
      g_assert_cmpstr (after->changed_by, ==, AUTHOR);
    }
}

/* A figure that is final is no longer waited for. */
static void
test_edit_forgets_when_a_final_figure_was_expected (void)
{
  const TalFigureEdit      edit = { .sets_state = TRUE, .state = TAL_FIGURE_FINAL };
  g_auto (House)           house = house_new ();
  g_autoptr (TalChangeSet) changes = edit_figure (&house, "2023", &edit, NULL);

  g_assert_cmpint (TAL_OBSERVATION (tal_change_set_get_change (changes, 0)->after)->final_expected,
                   ==, TAL_DAY_NONE);
}

/* The day is 18 June 2024. */
static void
test_edit_enters_nothing_final_before_its_period_is_over (void)
{
  static const struct
  {
    TalMeasureUnit unit;
    const char    *period;
    TalFigureEdit  edit;
    TalFigureState state;
  } cases[] = {
    { TAL_MEASURE_UNIT_PERSONS,
      "2023",
      { .sets_value = TRUE, .value = { 268, 0 } },
      TAL_FIGURE_FINAL },
    { TAL_MEASURE_UNIT_PERSONS,
      "2024-Q1",
      { .sets_value = TRUE, .value = { 268, 0 } },
      TAL_FIGURE_FINAL },
    { TAL_MEASURE_UNIT_PERSONS,
      "2024-Q2",
      { .sets_value = TRUE, .value = { 268, 0 } },
      TAL_FIGURE_PRELIMINARY },
    { TAL_MEASURE_UNIT_PERSONS,
      "2024",
      { .sets_value = TRUE, .value = { 268, 0 } },
      TAL_FIGURE_PRELIMINARY },
    { TAL_MEASURE_UNIT_PERSONS,
      "2024",
      { .sets_value = TRUE, .missing = TAL_MISSING_WITHHELD },
      TAL_FIGURE_FINAL },
    /* who says so is believed, and asked */
    { TAL_MEASURE_UNIT_PERSONS,
      "2024",
      { .sets_value = TRUE, .value = { 268, 0 }, .sets_state = TRUE, .state = TAL_FIGURE_FINAL },
      TAL_FIGURE_FINAL },
    /* granted before its year */
    { TAL_MEASURE_UNIT_DKK,
      "2024",
      { .sets_value = TRUE, .value = { 3500000, 0 } },
      TAL_FIGURE_FINAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample)       sample = sample_new ();
      TalSeries               *series = sample_add_series (sample, "Deltagere", cases[i].unit, 0);
      g_autoptr (GError)       error = NULL;
      g_autoptr (TalChangeSet) changes =
          edit_series (sample, series, cases[i].period, &cases[i].edit, &error);

      g_assert_no_error (error);
      g_assert_cmpint (TAL_OBSERVATION (tal_change_set_get_change (changes, 0)->after)->state, ==,
                       cases[i].state);
    }
}

/* What somebody said of a figure was said of its value, and goes with it. */
static void
test_edit_keeps_one_value_and_no_other (void)
{
  static const struct
  {
    gboolean      before;
    TalFigureEdit edit;
    gboolean      after;
  } cases[] = {
    { FALSE, { .sets_kept = TRUE, .kept = TRUE, .value = { 268, 0 } }, TRUE },
    { TRUE, { .sets_kept = TRUE, .kept = FALSE, .value = { 268, 0 } }, FALSE },
    /* somebody else has written in between */
    { FALSE, { .sets_kept = TRUE, .kept = TRUE, .value = { 286, 0 } }, FALSE },
    { TRUE, { .sets_value = TRUE, .value = { 286, 0 } }, FALSE },
    { TRUE, { .sets_value = TRUE, .missing = TAL_MISSING_NOT_YET_REPORTED }, FALSE },
    { TRUE, { .sets_value = TRUE, .value = { 268, 0 } }, TRUE },
    { TRUE, { .sets_state = TRUE, .state = TAL_FIGURE_FINAL }, TRUE },
    { TRUE, { .sets_note = TRUE, .note = "To hold begyndte samtidig." }, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample)       sample = sample_new ();
      TalSeries               *people = sample_add_count (sample, "Deltagere");
      TalObservation          *before = sample_enter (sample, people, "2023", "268*");
      g_autoptr (TalChangeSet) changes = NULL;

      before->kept = cases[i].before;
      changes = edit_series (sample, people, "2023", &cases[i].edit, NULL);
      if (tal_change_set_get_length (changes) == 1)
        before = (TalObservation *)tal_change_set_get_change (changes, 0)->after;
      g_assert_cmpint (before->kept, ==, cases[i].after);
    }
}

static void
test_edit_of_a_figure_that_is_not_there_needs_a_value (void)
{
  const TalFigureEdit edit = { .sets_note = TRUE, .note = "Hvorfor?" };
  g_auto (House)      house = house_new ();
  g_autoptr (GError)  error = NULL;

  g_assert_null (edit_figure (&house, "2022", &edit, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
}

static void
test_edit_refuses_a_computed_figure_and_names_its_parts (void)
{
  const TalFigureEdit edit = { .sets_value = TRUE, .value = { 49, 0 } };
  g_auto (House)      house = house_new ();
  g_autoptr (GError)  error = NULL;

  g_assert_null (edit_series (house.sample, house.share, "2023", &edit, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_DERIVED);
  g_assert_nonnull (strstr (error->message, "“Tæller”, “Nævner”"));
}

static void
test_edit_takes_the_trace_of_a_removal_with_it (void)
{
  const TalFigureEdit      edit = { .sets_value = TRUE, .value = { 268, 0 } };
  g_auto (House)           house = house_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  TalRemoval              *trace = sample_add_record (house.sample, TAL_KIND_REMOVAL);
  TalRemoval              *other = sample_add_record (house.sample, TAL_KIND_REMOVAL);

  trace->record.id = other->record.id = house.above->record.id;
  trace->removed = other->removed = TAL_KIND_OBSERVATION;
  trace->period = sample_period ("2022");
  other->period = sample_period ("2021");
  changes = edit_figure (&house, "2022", &edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 2);
  g_assert_true (tal_change_set_get_change (changes, 1)->before == &trace->record);
  g_assert_null (tal_change_set_get_change (changes, 1)->after);
}

static void
test_edit_finds_the_entered_series_behind_a_part (void)
{
  g_auto (House)      house = house_new ();
  TalSeries          *more = sample_add_series (house.sample, "Flere", TAL_MEASURE_UNIT_PERSONS, 0);
  TalGoal            *counted = sample_add_goal (house.sample, 1);
  TalGoal            *unmeasured = sample_add_goal (house.sample, 3);
  const TalCatalogue *catalogue = NULL;
  const struct
  {
    const TalGoal   *goal;
    TalPart          part;
    const TalSeries *found; /* or NULL with the error */
    TalError         error;
  } cases[] = {
    { house.goal, TAL_PART_NUMERATOR, house.above },
    { house.goal, TAL_PART_DENOMINATOR, NULL, TAL_ERROR_DERIVED }, /* two of them */
    { house.goal, TAL_PART_VALUE, NULL, TAL_ERROR_DERIVED },
    { counted, TAL_PART_VALUE, house.above },
    { counted, TAL_PART_NUMERATOR, NULL, TAL_ERROR_NOT_FOUND },
    { unmeasured, TAL_PART_VALUE, NULL, TAL_ERROR_NOT_FOUND },
  };

  sample_add_term (house.share, more, TAL_TERM_PLUS, TAL_TERM_BELOW);
  sample_add_criterion (counted, house.above, TAL_COMPARISON_AT_LEAST, "2023", "350");
  catalogue = sample_get_catalogue (house.sample);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const TalSeries *found = tal_edit_find_part (catalogue, cases[i].goal, cases[i].part, &error);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_true (found == cases[i].found);
      if (found != NULL)
        g_assert_no_error (error);
      else
        g_assert_error (error, TAL_ERROR, (int)cases[i].error);
    }
}

static void
add_value (GArray *edits, const TalSeries *series, const char *period, gint64 value)
{
  TalFigureEdit edit = { .sets_value = TRUE, .value = { value, 0 } };

  tal_placed_edit_list_add (edits, series->record.id, sample_period (period), &edit);
}

static TalChangeSet *
edit_figures (House *house, GArray *edits, GError **error)
{
  const TalFiguresEdit request = { edits, (char *)"3 values pasted" };

  return tal_edit_figures (sample_get_catalogue (house->sample), &house->sample->source, &writer,
                           &request, error);
}

static void
test_edit_makes_one_change_set_of_many_figures (void)
{
  g_auto (House)           house = house_new ();
  g_autoptr (GArray)       edits = tal_placed_edit_list_new ();
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GError)       error = NULL;

  add_value (edits, house.above, "2023", 268); /* as it is */
  add_value (edits, house.above, "2022", 250);
  add_value (edits, house.below, "2023", 545);
  changes = edit_figures (&house, edits, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 2);
  g_assert_cmpstr (tal_change_set_get_label (changes), ==, "3 values pasted");
  for (guint i = 0; i < 2; i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      g_assert_null (change->before);
      g_assert_cmpstr (change->after->changed_by, ==, AUTHOR);
      g_assert_cmpint (TAL_OBSERVATION (change->after)->value.coefficient, ==, i == 0 ? 250 : 545);
    }
}

static void
test_edit_makes_none_of_many_where_one_is_computed (void)
{
  g_auto (House)     house = house_new ();
  g_autoptr (GArray) edits = tal_placed_edit_list_new ();
  g_autoptr (GError) error = NULL;

  add_value (edits, house.below, "2023", 545);
  add_value (edits, house.share, "2023", 49);
  g_assert_null (edit_figures (&house, edits, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_DERIVED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/edit/says-what-it-did", test_edit_says_what_it_did);
  g_test_add_func ("/model/edit/forgets-when-a-final-figure-was-expected",
                   test_edit_forgets_when_a_final_figure_was_expected);
  g_test_add_func ("/model/edit/enters-nothing-final-before-its-period-is-over",
                   test_edit_enters_nothing_final_before_its_period_is_over);
  g_test_add_func ("/model/edit/keeps-one-value-and-no-other",
                   test_edit_keeps_one_value_and_no_other);
  g_test_add_func ("/model/edit/of-a-figure-that-is-not-there-needs-a-value",
                   test_edit_of_a_figure_that_is_not_there_needs_a_value);
  g_test_add_func ("/model/edit/refuses-a-computed-figure-and-names-its-parts",
                   test_edit_refuses_a_computed_figure_and_names_its_parts);
  g_test_add_func ("/model/edit/takes-the-trace-of-a-removal-with-it",
                   test_edit_takes_the_trace_of_a_removal_with_it);
  g_test_add_func ("/model/edit/finds-the-entered-series-behind-a-part",
                   test_edit_finds_the_entered_series_behind_a_part);
  g_test_add_func ("/model/edit/makes-one-change-set-of-many-figures",
                   test_edit_makes_one_change_set_of_many_figures);
  g_test_add_func ("/model/edit/makes-none-of-many-where-one-is-computed",
                   test_edit_makes_none_of_many_where_one_is_computed);
  return g_test_run ();
}
