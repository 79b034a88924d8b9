/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-danish-noun.h"
#include "core/tal-goal-draft.h"
#include "core/tal-initiative.h"
#include "core/tal-validate.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

/* Unset in a row: the part is of its own, under its name. */
#define OWN (-1)

/* Goals of one initiative in the order in which they are stated; 'base' is the number of the
 * goal whose people it is a share of. */
static const struct
{
  const char    *claim;
  TalGoalShape   shape;
  const char    *counted;
  TalMeasureUnit unit;
  int            base;
  const char    *base_name;
  TalComparison  comparison;
  TalTargetBasis basis;
  const char    *target;
  int            weeks;
  const char    *sentence;
  const char    *entered; /* what is entered for it and not for a goal before */
} rows[] = {
  { "a count (002)", TAL_GOAL_SHAPE_FIGURE, "deltagere", TAL_MEASURE_UNIT_PERSONS, OWN, NULL,
    TAL_COMPARISON_AT_LEAST, TAL_TARGET_FIXED, "350", 0, "Mindst 350 deltagere", "Deltagere" },
  { "a share of its participants (002)", TAL_GOAL_SHAPE_SHARE, "borgere i virksomhedsplacering",
    TAL_MEASURE_UNIT_PERSONS, 1, NULL, TAL_COMPARISON_AT_LEAST, TAL_TARGET_FIXED, "75", 0,
    "Mindst 75 pct. af deltagerne i mål 1: borgere i virksomhedsplacering",
    "Borgere i virksomhedsplacering" },
  { "a share of those who count in another goal (002)", TAL_GOAL_SHAPE_SHARE, "borgere i job",
    TAL_MEASURE_UNIT_PERSONS, 2, NULL, TAL_COMPARISON_AT_LEAST, TAL_TARGET_FIXED, "40", 0,
    "Mindst 40 pct. af borgerne i virksomhedsplacering i mål 2: borgere i job", "Borgere i job" },
  { "a share of people of its own, within weeks (004)", TAL_GOAL_SHAPE_SHARE,
    "ledige med et tilbud", TAL_MEASURE_UNIT_PERSONS, OWN, "ledige", TAL_COMPARISON_AT_LEAST,
    TAL_TARGET_FIXED, "80", 13,
    "Mindst 80 pct. af de ledige: ledige med et tilbud inden for 13 uger",
    "Ledige med et tilbud, Ledige" },
  { "all (002)", TAL_GOAL_SHAPE_SHARE, "unge med en elevplads", TAL_MEASURE_UNIT_PERSONS, OWN,
    "unge", TAL_COMPARISON_ALL, TAL_TARGET_FIXED, NULL, 0, "Alle unge: unge med en elevplads",
    "Unge med en elevplads, Unge" },
  { "at most (000)", TAL_GOAL_SHAPE_FIGURE, "udeblivelser", TAL_MEASURE_UNIT_PER_CENT, OWN, NULL,
    TAL_COMPARISON_AT_MOST, TAL_TARGET_FIXED, "8.7", 0, "Højst 8,7 pct.: udeblivelser",
    "Udeblivelser" },
  { "a level that is kept (003)", TAL_GOAL_SHAPE_FIGURE, "borgere i job efter et år",
    TAL_MEASURE_UNIT_PER_CENT, OWN, NULL, TAL_COMPARISON_AT_LEAST, TAL_TARGET_KEEP, "62.4", 0,
    "Fastholde 62,4 pct.: borgere i job efter et år", "Borgere i job efter et år" },
  { "families", TAL_GOAL_SHAPE_FIGURE, "familier", TAL_MEASURE_UNIT_FAMILIES, OWN, NULL,
    TAL_COMPARISON_MORE_THAN, TAL_TARGET_FIXED, "20", 0, "Mere end 20 familier", "Familier" },
  { "weeks", TAL_GOAL_SHAPE_FIGURE, "varighed", TAL_MEASURE_UNIT_WEEKS, OWN, NULL,
    TAL_COMPARISON_FEWER_THAN, TAL_TARGET_FIXED, "26", 0, "Mindre end 26 uger: varighed",
    "Varighed" },
};

typedef struct
{
  Sample       *sample;
  TalCatalogue *catalogue; /* as it is after what was stated so far */
  TalId         initiative;
  TalId         goals[G_N_ELEMENTS (rows)];
} Stating;

static const TalWriter writer = { 1, "AJ", { { 1 } }, tal_id_new };

static void
set_up (Stating *self, gconstpointer unused)
{
  TalInitiative *initiative = NULL;

  *self = (Stating){ sample_new () };
  initiative = sample_add_record (self->sample, TAL_KIND_INITIATIVE);
  initiative->name = g_strdup ("Indsats");
  self->initiative = initiative->record.id;
  self->catalogue = tal_catalogue_ref (sample_get_catalogue (self->sample));
}

static void
tear_down (Stating *self, gconstpointer unused)
{
  tal_catalogue_unref (self->catalogue);
  sample_free (self->sample);
}

static guint
apply (Stating *self, const TalGoalDraft *draft)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChangeSet) changes =
      tal_goal_draft_make_changes (self->catalogue, &self->sample->source, &writer, draft, &error);
  TalCatalogue *after = NULL;

  g_assert_no_error (error);
  after = tal_catalogue_apply (self->catalogue, changes, &error);
  g_assert_no_error (error);
  tal_catalogue_unref (self->catalogue);
  self->catalogue = after;
  return tal_change_set_get_length (changes);
}

static const TalGoal *
get_goal (const Stating *self, guint position)
{
  return TAL_GOAL (tal_catalogue_find (self->catalogue, TAL_KIND_GOAL, self->goals[position]));
}

static TalGoalDraft *
read_draft (const Stating *self, guint position)
{
  return tal_goal_draft_new_for_goal (self->catalogue, get_goal (self, position));
}

/* What another goal counts. */
static TalId
find_people (const Stating *self, int number)
{
  g_autoptr (TalGoalDraft) other = read_draft (self, (guint)number - 1);
  const TalGoalMeasure    *measure = tal_goal_draft_get_measure (other, 0);

  return measure->shape == TAL_GOAL_SHAPE_SHARE ? measure->numerator.series
                                                : measure->figure.series;
}

static TalGoalDraft *
state (Stating *self, guint position)
{
  TalGoalDraft   *draft = NULL;
  TalGoalMeasure *measure = NULL;
  TalCriterion   *criterion = NULL;
  TalGoalPart    *counted = NULL;

  self->goals[position] = tal_id_new ();
  draft = tal_goal_draft_new (self->goals[position], self->initiative);
  measure = tal_goal_draft_add_measure (draft);
  measure->shape = rows[position].shape;
  counted = measure->shape == TAL_GOAL_SHAPE_SHARE ? &measure->numerator : &measure->figure;
  counted->unit = rows[position].unit;
  tal_goal_part_set_name (counted, rows[position].counted);
  tal_goal_part_set_name (&measure->base, rows[position].base_name);
  if (rows[position].base != OWN)
    measure->base.series = find_people (self, rows[position].base);
  criterion = tal_goal_draft_get_criterion (draft, 0);
  criterion->comparison = rows[position].comparison;
  criterion->basis = rows[position].basis;
  if (rows[position].target != NULL)
    tal_criterion_add_target (criterion, sample_period ("2024"),
                              sample_decimal (rows[position].target));
  draft->goal->deadline_weeks = rows[position].weeks;
  return draft;
}

static void
assert_says (const Stating *self, const TalGoalDraft *draft, guint position)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) entered = tal_goal_draft_list_entered (self->catalogue, draft);
  g_autoptr (GString)   plain = NULL;
  g_autofree char      *sentence = tal_goal_draft_dup_sentence (self->catalogue, draft, &error);
  g_autofree char      *joined = NULL;

  g_assert_no_error (error);
  plain = g_string_new (sentence);
  g_string_replace (plain, "\302\240", " ", 0);
  g_assert_cmpstr (plain->str, ==, rows[position].sentence);
  g_ptr_array_add (entered, NULL);
  joined = g_strjoinv (", ", (char **)entered->pdata);
  g_assert_cmpstr (joined, ==, rows[position].entered);
}

static void
state_all (Stating *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TalGoalDraft) draft = state (self, i);

      g_test_message ("%s", rows[i].claim);
      assert_says (self, draft, i);
      g_assert_cmpuint (apply (self, draft), >, 0);
    }
}

static void
test_goal_draft_says_what_it_states (Stating *self, gconstpointer unused)
{
  state_all (self);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TalGoalDraft) draft = read_draft (self, i);

      g_test_message ("%s", rows[i].claim);
      assert_says (self, draft, i);
      g_assert_cmpint (get_goal (self, i)->number, ==, (int)i + 1);
    }
}

/* What is read and stated again is the same draft, and no change. */
static void
test_goal_draft_is_itself_again (Stating *self, gconstpointer unused)
{
  state_all (self);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TalGoalDraft) draft = read_draft (self, i);
      g_autoptr (TalGoalDraft) again = NULL;

      g_test_message ("%s", rows[i].claim);
      g_assert_cmpuint (apply (self, draft), ==, 0);
      again = read_draft (self, i);
      g_assert_true (tal_goal_draft_is_equal (draft, again));
    }
}

static void
test_goal_draft_renames_what_it_counts (Stating *self, gconstpointer unused)
{
  g_autoptr (TalGoalDraft) draft = NULL;
  g_autoptr (TalGoalDraft) second = NULL;
  TalGoalMeasure          *measure = NULL;
  TalId                    series;

  state_all (self);
  draft = read_draft (self, 0);
  measure = tal_goal_draft_get_measure (draft, 0);
  series = measure->figure.series;
  tal_goal_part_set_name (&measure->figure, "ledige borgere, der deltager");
  g_assert_cmpuint (apply (self, draft), ==, 1);
  g_assert_cmpstr (TAL_SERIES (tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, series))->name,
                   ==, "Ledige borgere, der deltager");
  g_assert_cmpstr (TAL_SERIES (tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, series))
                       ->measure,
                   ==, "ledige borgere");
  /* Whoever is a share of them is so still. */
  second = read_draft (self, 1);
  g_assert_true (tal_id_is_equal (tal_goal_draft_get_measure (second, 0)->base.series, series));
}

/* A share of somebody else's people: the count that nobody needs and has no figure goes. */
static void
test_goal_draft_links_and_leaves_nothing_behind (Stating *self, gconstpointer unused)
{
  g_autoptr (TalGoalDraft) draft = NULL;
  TalGoalMeasure          *measure = NULL;
  TalId                    own;

  state_all (self);
  draft = read_draft (self, 3);
  measure = tal_goal_draft_get_measure (draft, 0);
  own = measure->base.series;
  measure->base.series = find_people (self, 1);
  tal_goal_part_set_name (&measure->base, NULL);
  g_assert_cmpuint (apply (self, draft), >, 0);
  g_assert_null (tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, own));
}

static void
test_goal_draft_shares_what_has_one_name (Stating *self, gconstpointer unused)
{
  g_autoptr (TalGoalDraft) draft = state (self, 4);
  g_autoptr (TalGoalDraft) after = NULL;
  TalGoalMeasure          *half = tal_goal_draft_add_measure (draft);
  guint                    n_series = 0;

  half->shape = TAL_GOAL_SHAPE_SHARE;
  tal_goal_part_set_name (&half->numerator, "unge hos private");
  tal_goal_part_set_name (&half->base, "unge");
  tal_goal_draft_get_criterion (draft, 1)->comparison = TAL_COMPARISON_AT_LEAST_HALF;
  apply (self, draft);

  after = read_draft (self, 4);
  g_assert_true (tal_id_is_equal (tal_goal_draft_get_measure (after, 0)->base.series,
                                  tal_goal_draft_get_measure (after, 1)->base.series));
  tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &n_series);
  g_assert_cmpuint (n_series, ==, 5);
}

static void
test_goal_draft_refuses_what_says_nothing (Stating *self, gconstpointer unused)
{
  g_autoptr (TalGoalDraft) wordless = tal_goal_draft_new (tal_id_new (), self->initiative);
  g_autoptr (TalGoalDraft) nameless = tal_goal_draft_new (tal_id_new (), self->initiative);
  g_autoptr (TalGoalDraft) all = state (self, 0);
  g_autoptr (TalGoalDraft) itself = state (self, 4);
  const TalGoalDraft      *drafts[] = { wordless, nameless, all, itself };

  tal_goal_draft_add_measure (nameless);
  tal_goal_draft_get_criterion (all, 0)->comparison = TAL_COMPARISON_ALL;
  tal_goal_part_set_name (&tal_goal_draft_get_measure (itself, 0)->numerator, "unge");
  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (GError)       error = NULL;
      g_autoptr (TalChangeSet) changes =
          tal_goal_draft_make_changes (self->catalogue, &self->sample->source, &writer, drafts[i],
                                       &error);

      g_assert_null (changes);
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD);
    }
}

static void
test_danish_noun_is_definite (void)
{
  static const struct
  {
    const char *words;
    const char *head;
    const char *definite;
  } cases[] = {
    { "deltagere", "deltagere", "deltagerne" },
    { "borgere i virksomhedsplacering", "borgere", "borgerne i virksomhedsplacering" },
    { "kvinder", "kvinder", "kvinderne" },
    { "ledige", "ledige", "de ledige" },
    { "ledige borgere, der er i job", "ledige borgere", "de ledige borgere, der er i job" },
    { "børn", "børn", "de børn" },
    { "forløb hos private", "forløb", "de forløb hos private" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *head = tal_danish_noun_dup_head (cases[i].words);
      g_autofree char *definite = tal_danish_noun_dup_definite (cases[i].words);

      g_assert_cmpstr (head, ==, cases[i].head);
      g_assert_cmpstr (definite, ==, cases[i].definite);
    }
}

static void
add_test (const char *path, void (*test) (Stating *, gconstpointer))
{
  g_test_add (path, Stating, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/core/goal-draft/says-what-it-states", test_goal_draft_says_what_it_states);
  add_test ("/core/goal-draft/is-itself-again", test_goal_draft_is_itself_again);
  add_test ("/core/goal-draft/renames-what-it-counts", test_goal_draft_renames_what_it_counts);
  add_test ("/core/goal-draft/links-and-leaves-nothing-behind",
            test_goal_draft_links_and_leaves_nothing_behind);
  add_test ("/core/goal-draft/shares-what-has-one-name", test_goal_draft_shares_what_has_one_name);
  add_test ("/core/goal-draft/refuses-what-says-nothing",
            test_goal_draft_refuses_what_says_nothing);
  g_test_add_func ("/core/goal-draft/noun-is-definite", test_danish_noun_is_definite);
  return g_test_run ();
}
