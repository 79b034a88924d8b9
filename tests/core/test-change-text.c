/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every change as a sentence.  Without translations the words are English; figures, days and
 * periods are Danish. */

#include "core/tal-appropriation.h"
#include "core/tal-change-text.h"
#include "core/tal-field-text.h"
#include "core/tal-initiative.h"
#include "core/tal-place.h"
#include "core/tal-plan.h"
#include "core/tal-unit.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

/* The fifth goal of "Fritidsjob til unge": 179 of 348 participants, at least 50 per cent. */
typedef struct
{
  Sample        *sample;
  TalInitiative *initiative;
  TalSeries     *above;
  TalSeries     *below;
  TalSeries     *share;
  TalSeries     *loose;
  TalGoal       *goal;
} House;

static House
house_new (void)
{
  House house = { .sample = sample_new () };

  house.initiative = sample_add_record (house.sample, TAL_KIND_INITIATIVE);
  house.initiative->name = g_strdup ("Fritidsjob til unge");
  house.above = sample_add_count (house.sample, "Kvinder i job");
  house.below = sample_add_count (house.sample, "Kvinder");
  house.loose = sample_add_count (house.sample, "Revalidering");
  house.share = sample_add_share (house.sample, house.above, house.below);
  house.goal = sample_add_goal (house.sample, 5);
  house.goal->initiative = house.initiative->record.id;
  house.goal->wording = g_strdup ("Mindst halvdelen kommer i job.");
  sample_add_criterion (house.goal, house.share, TAL_COMPARISON_AT_LEAST, "2023", "50");
  return house;
}

static void
house_clear (House *house)
{
  sample_free (house->sample);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (House, house_clear)

/* No-break spaces are made plain, for they cannot be seen in a table of cases. */
static void
assert_says (char *said, const char *expected)
{
  g_autofree char *owned = said;
  g_auto (GStrv)   words = g_strsplit (owned, "\302\240", -1);
  g_autofree char *plain = g_strjoinv (" ", words);

  g_assert_cmpstr (plain, ==, expected);
}

static void
assert_change (House *house, gconstpointer before, gconstpointer after, const char *expected)
{
  assert_says (tal_change_text_for_change (sample_get_catalogue (house->sample), before, after),
               expected);
}

static void
test_change_text_of_a_figure (void)
{
  static const struct
  {
    guint       series; /* numerator, denominator, share, of no goal */
    const char *before; /* or NULL */
    const char *after;
    const char *said;
  } cases[] = {
    { 0, "171", "179", "Goal 5, 2023: numerator corrected from 171 to 179" },
    { 0, "171*", "171", "Goal 5, 2023: numerator marked as final" },
    { 0, "171", "171*", "Goal 5, 2023: numerator marked as preliminary" },
    { 0, "171", "171~", "Goal 5, 2023: numerator marked as an estimate" },
    { 0, NULL, "15789", "Goal 5, 2023: numerator set to 15.789" },
    { 0, "179", NULL, "Goal 5, 2023: numerator removed (was 179)" },
    { 1, "348", "ca. 348", "Goal 5, 2023: denominator corrected from 348 to ca. 348" },
    { 1, "348", "withheld", "Goal 5, 2023: denominator corrected from 348 to withheld" },
    { 1, "not-available", "348", "Goal 5, 2023: denominator corrected from not available to 348" },
    { 2, "51.4", "51.5", "Goal 5, 2023: result corrected from 51,4 to 51,5" },
    { 2, "51*", "51", "Goal 5, 2023: marked as final" },
    { 3, "-1234.5", "0", "“Revalidering”, 2023: corrected from −1.234,5 to 0" },
    { 3, "7*", "7", "“Revalidering”, 2023: marked as final" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (House)   house = house_new ();
      const TalSeries *series[] = { house.above, house.below, house.share, house.loose };
      TalObservation  *before = NULL;
      TalObservation  *after = NULL;

      if (cases[i].before != NULL)
        before = sample_enter (house.sample, series[cases[i].series], "2023", cases[i].before);
      if (cases[i].after != NULL)
        after = sample_enter (house.sample, series[cases[i].series], "2023", cases[i].after);
      assert_change (&house, before, after, cases[i].said);
    }
}

static void
test_change_text_of_a_figures_other_fields (void)
{
  g_auto (House)  house = house_new ();
  TalObservation *before = sample_enter (house.sample, house.above, "2015-Q4", "171");
  TalObservation *after = sample_enter (house.sample, house.above, "2015-Q4", "171");

  after->note = g_strdup ("Otte er kommet til.");
  assert_change (&house, before, after,
                 "Goal 5, 4. kvartal 2015: Remark set to “Otte er kommet til.”");
  after->as_of = sample_day ("2024-06-18");
  assert_change (&house, before, after, "Goal 5, 4. kvartal 2015: As of and Remark changed");
  g_clear_pointer (&after->note, g_free);
  assert_change (&house, before, after, "Goal 5, 4. kvartal 2015: As of set to 18. juni 2024");
}

/* Of a result its goal says what it is. */
static void
test_change_text_of_a_figure_that_is_kept (void)
{
  g_auto (House)  house = house_new ();
  TalObservation *before = sample_enter (house.sample, house.above, "2023", "171");
  TalObservation *after = sample_enter (house.sample, house.above, "2023", "171");
  TalObservation *asked = sample_enter (house.sample, house.share, "2023", "51.4");
  TalObservation *kept = sample_enter (house.sample, house.share, "2023", "51.4");

  after->kept = TRUE;
  assert_change (&house, before, after, "Goal 5, 2023: numerator kept");
  assert_change (&house, after, before, "Goal 5, 2023: numerator no longer kept");
  kept->kept = TRUE;
  assert_change (&house, asked, kept, "Goal 5, 2023: kept");
  after->state = TAL_FIGURE_PRELIMINARY;
  assert_change (&house, before, after, "Goal 5, 2023: numerator marked as preliminary");
}

static void
test_change_text_of_records (void)
{
  g_auto (House)        house = house_new ();
  g_autoptr (TalRecord) goal = tal_record_copy (&house.goal->record);
  g_autoptr (TalRecord) initiative = tal_record_copy (&house.initiative->record);

  assert_change (&house, NULL, initiative, "The initiative “Fritidsjob til unge” created");
  assert_change (&house, initiative, NULL, "The initiative “Fritidsjob til unge” deleted");
  assert_change (&house, NULL, goal, "Goal 5 created");
  assert_change (&house, house.goal, goal, "Goal 5: changed");

  ((TalGoal *)goal)->adopted_by = g_strdup ("Beskæftigelsesudvalget");
  assert_change (&house, house.goal, goal, "Goal 5: Adopted by set to “Beskæftigelsesudvalget”");
  assert_change (&house, goal, house.goal,
                 "Goal 5: Adopted by removed (was “Beskæftigelsesudvalget”)");
  ((TalGoal *)goal)->cumulative = TRUE;
  assert_change (&house, house.goal, goal, "Goal 5: Can only rise and Adopted by changed");
  ((TalGoal *)goal)->deadline_weeks = 13;
  assert_change (&house, house.goal, goal,
                 "Goal 5: Can only rise, Deadline in weeks and Adopted by changed");
  ((TalGoal *)goal)->number = 6;
  assert_change (&house, house.goal, goal, "Goal 5: Number, Can only rise and 2 more changed");

  ((TalInitiative *)initiative)->state = TAL_INITIATIVE_STATE_ENDED;
  assert_change (&house, house.initiative, initiative,
                 "The initiative “Fritidsjob til unge”: State corrected from running to ended");
}

/* What cannot be quoted in a sentence is named. */
static void
test_change_text_of_long_texts_and_lists (void)
{
  g_auto (House)        house = house_new ();
  g_autoptr (TalRecord) goal = tal_record_copy (&house.goal->record);
  TalCriterion         *criterion = NULL;

  g_free (((TalGoal *)goal)->wording);
  ((TalGoal *)goal)->wording = g_strnfill (61, 'x');
  assert_change (&house, house.goal, goal, "Goal 5: Wording changed");
  g_free (((TalGoal *)goal)->wording);
  ((TalGoal *)goal)->wording = g_strdup (house.goal->wording);

  criterion = &g_array_index (((TalGoal *)goal)->criteria, TalCriterion, 0);
  tal_criterion_add_target (criterion, sample_period ("2024"), sample_decimal ("55"));
  assert_change (&house, house.goal, goal, "Goal 5: Criteria changed");
}

static void
test_change_text_lists_the_fields (void)
{
  g_auto (House)        house = house_new ();
  g_autoptr (TalRecord) goal = tal_record_copy (&house.goal->record);
  g_autoptr (GPtrArray) fields = NULL;
  const TalFieldChange *change = NULL;

  ((TalGoal *)goal)->cumulative = TRUE;
  ((TalGoal *)goal)->adopted_on = sample_day ("2019-05-20");
  fields =
      tal_change_text_list_fields (sample_get_catalogue (house.sample), &house.goal->record, goal);
  g_assert_cmpuint (fields->len, ==, 2);
  change = g_ptr_array_index (fields, 0);
  g_assert_cmpstr (change->title, ==, "Can only rise");
  g_assert_cmpstr (change->before, ==, "no");
  g_assert_cmpstr (change->after, ==, "yes");
  change = g_ptr_array_index (fields, 1);
  g_assert_null (change->before);
  assert_says (g_strdup (change->after), "20. maj 2019");
  g_clear_pointer (&fields, g_ptr_array_unref);

  /* Of a new one everything that is filled in, lists an item a line. */
  fields =
      tal_change_text_list_fields (sample_get_catalogue (house.sample), NULL, &house.goal->record);
  change = g_ptr_array_index (fields, fields->len - 1);
  g_assert_cmpstr (change->title, ==, "Criteria");
  g_assert_null (change->before);
  g_assert_true (g_str_has_suffix (change->after, ", at least, 2023, 50"));
}

static void
test_change_text_of_a_set (void)
{
  g_auto (House)           house = house_new ();
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, NULL);
  const TalCatalogue      *catalogue = sample_get_catalogue (house.sample);
  g_autoptr (TalRecord)    plan = tal_record_new (TAL_KIND_PLAN, tal_id_new ());
  g_autoptr (TalRecord)    unit = tal_record_new (TAL_KIND_UNIT, tal_id_new ());

  ((TalPlan *)plan)->name = g_strdup ("Integrationshandleplanen");
  ((TalUnit *)unit)->name = g_strdup ("Socialforvaltningen");
  assert_says (tal_change_text_for_set (catalogue, changes), "");
  tal_change_set_add_removal (changes, plan, 1000, NULL);
  assert_says (tal_change_text_for_set (catalogue, changes),
               "The plan “Integrationshandleplanen” deleted");
  tal_change_set_add (changes, NULL, unit);
  assert_says (tal_change_text_for_set (catalogue, changes),
               "The plan “Integrationshandleplanen” deleted, and 1 more change");
  tal_change_set_add (changes, &house.goal->record, NULL);
  assert_says (tal_change_text_for_set (catalogue, changes),
               "The plan “Integrationshandleplanen” deleted, and 2 more changes");
}

static void
check_words (const TalStructure *structure)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];

      if (field->type == TAL_FIELD_LIST)
        check_words (field->item);
      for (guint j = 0; field->type == TAL_FIELD_WORD && field->words[j] != NULL; j++)
        {
          g_test_message ("%s %s: %s", structure->name, field->name, field->words[j]);
          g_assert_true (tal_field_text_has_word (field->words[j]));
        }
    }
}

static void
test_field_text_has_every_word (void)
{
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    check_words (tal_kind_get_structure ((TalKind)kind));
  g_assert_false (tal_field_text_has_word ("no-such-word"));
}

static void
assert_place (House *house, TalId series, TalId goal, gboolean is_part, TalPart part)
{
  TalPlace place = tal_place_for_series (sample_get_catalogue (house->sample), series);

  g_assert_true (tal_id_is_equal (place.goal, goal));
  g_assert_cmpint (place.is_part, ==, is_part);
  g_assert_cmpint (place.part, ==, part);
}

static void
test_place_of_series (void)
{
  g_auto (House) house = house_new ();
  TalId          goal = house.goal->record.id;
  TalSeries     *second = sample_add_count (house.sample, "Kvinder i praktik");
  TalGoal       *other = sample_add_goal (house.sample, 6);

  other->initiative = house.initiative->record.id;
  /* Two series over the line: neither is the numerator alone. */
  sample_add_criterion (other, sample_add_share (house.sample, second, house.below),
                        TAL_COMPARISON_AT_LEAST, "2023", "10");
  sample_add_term ((TalSeries *)g_ptr_array_index (house.sample->records,
                                                   house.sample->records->len - 1),
                   house.loose, TAL_TERM_PLUS, TAL_TERM_ABOVE);

  assert_place (&house, house.above->record.id, goal, TRUE, TAL_PART_NUMERATOR);
  assert_place (&house, house.below->record.id, goal, TRUE, TAL_PART_DENOMINATOR);
  assert_place (&house, house.share->record.id, goal, TRUE, TAL_PART_VALUE);
  assert_place (&house, second->record.id, other->record.id, FALSE, TAL_PART_VALUE);
  assert_place (&house, tal_id_new (), TAL_ID_NONE, FALSE, TAL_PART_VALUE);
}

static void
test_place_of_records (void)
{
  g_auto (House)        house = house_new ();
  const TalCatalogue   *catalogue = sample_get_catalogue (house.sample);
  g_autoptr (TalRecord) money = tal_record_new (TAL_KIND_APPROPRIATION, tal_id_new ());
  g_autoptr (TalRecord) words = tal_record_new (TAL_KIND_ASSESSMENT, tal_id_new ());
  g_autoptr (TalRecord) unit = tal_record_new (TAL_KIND_UNIT, tal_id_new ());
  TalId                 initiative = house.initiative->record.id;

  ((TalAppropriation *)money)->initiative = initiative;
  ((TalAssessment *)words)->goal = house.goal->record.id;
  g_assert_true (tal_id_is_equal (tal_place_for_record (catalogue, money).initiative, initiative));
  g_assert_true (tal_id_is_equal (tal_place_for_record (catalogue, words).initiative, initiative));
  g_assert_true (
      tal_id_is_equal (tal_place_for_record (catalogue, words).goal, house.goal->record.id));
  g_assert_true (
      tal_id_is_equal (tal_place_for_record (catalogue, &house.initiative->record).initiative,
                       initiative));
  g_assert_true (tal_id_is_none (tal_place_for_record (catalogue, unit).initiative));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/change-text/of-a-figure", test_change_text_of_a_figure);
  g_test_add_func ("/core/change-text/of-a-figures-other-fields",
                   test_change_text_of_a_figures_other_fields);
  g_test_add_func ("/core/change-text/of-a-figure-that-is-kept",
                   test_change_text_of_a_figure_that_is_kept);
  g_test_add_func ("/core/change-text/of-records", test_change_text_of_records);
  g_test_add_func ("/core/change-text/of-long-texts-and-lists",
                   test_change_text_of_long_texts_and_lists);
  g_test_add_func ("/core/change-text/lists-the-fields", test_change_text_lists_the_fields);
  g_test_add_func ("/core/change-text/of-a-set", test_change_text_of_a_set);
  g_test_add_func ("/core/field-text/has-every-word", test_field_text_has_every_word);
  g_test_add_func ("/core/place/of-series", test_place_of_series);
  g_test_add_func ("/core/place/of-records", test_place_of_records);

  return g_test_run ();
}
