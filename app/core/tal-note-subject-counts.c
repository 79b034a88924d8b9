/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-appropriation.h"
#include "core/tal-attainment.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-note-subject.h"
#include "core/tal-plan.h"
#include "core/tal-sentence.h"

static TalPeriod
make_year (int year)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  return tal_period_from_number (TAL_PERIOD_YEAR, year, 1, &period) ? period : TAL_PERIOD_UNSET;
}

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
is_same_money (const TalAppropriation *a, const TalAppropriation *b, gboolean of_kind)
{
  return g_strcmp0 (a->price_level, b->price_level) == 0 &&
         (!of_kind || a->money_kind == b->money_kind);
}

/* What is added up over the years: all of one price level, and of one kind of money in it. */
static void
add_sums_of_alike (TalNoteSubjects        *self,
                   const TalRecord *const *records,
                   guint                   n_records,
                   gboolean                of_kind)
{
  for (guint i = 0; i < n_records; i++)
    {
      const TalAppropriation *first = TAL_APPROPRIATION (records[i]);
      TalFraction             sum = tal_fraction_from_integer (0);
      gboolean                is_first = TRUE;

      for (guint j = 0; j < i && is_first; j++)
        is_first = !is_same_money (TAL_APPROPRIATION (records[j]), first, of_kind);
      for (guint j = i; j < n_records && is_first; j++)
        {
          const TalAppropriation *each = TAL_APPROPRIATION (records[j]);

          if (is_same_money (each, first, of_kind) && !tal_decimal_is_none (each->amount))
            sum = tal_fraction_add (sum, tal_fraction_from_decimal (each->amount));
        }
      if (is_first)
        tal_note_subjects_add_figure (self, TAL_PERIOD_UNSET, sum);
    }
}

/* The sum of an initiative's years, each year alone, and each appropriation. */
static void
add_initiative_money (TalNoteSubjects     *self,
                      const TalCatalogue  *catalogue,
                      const TalInitiative *initiative)
{
  const TalRecord        *plan = tal_catalogue_find (catalogue, TAL_KIND_PLAN, initiative->plan);
  guint                   n_records = 0;
  const TalRecord *const *records = tal_catalogue_get_children (catalogue, TAL_KIND_APPROPRIATION,
                                                                initiative->record.id, &n_records);
  const char *around[] = { plan != NULL ? get_text (TAL_PLAN (plan)->name) : "", "bevilling midler",
                           NULL };
  TalFraction sum = tal_fraction_from_integer (0);
  TalFraction year_sum = tal_fraction_from_integer (0);

  if (n_records == 0)
    return;
  {
    TalNoteSubject *subject =
        tal_note_subjects_add (self, TAL_NOTE_SUBJECT_MONEY, initiative->name, around);

    subject->unit = TAL_MEASURE_UNIT_DKK;
    subject->initiative = initiative->record.id;
    subject->plan = initiative->plan;
  }
  for (guint i = 0; i < n_records; i++)
    {
      const TalAppropriation *each = TAL_APPROPRIATION (records[i]);
      gboolean                last_of_year =
          i + 1 == n_records || TAL_APPROPRIATION (records[i + 1])->year != each->year;

      if (tal_decimal_is_none (each->amount))
        continue;
      tal_note_subjects_add_figure (self, make_year (each->year),
                                    tal_fraction_from_decimal (each->amount));
      sum = tal_fraction_add (sum, tal_fraction_from_decimal (each->amount));
      year_sum = tal_fraction_add (year_sum, tal_fraction_from_decimal (each->amount));
      if (!last_of_year)
        continue;
      tal_note_subjects_add_figure (self, make_year (each->year), year_sum);
      year_sum = tal_fraction_from_integer (0);
    }
  tal_note_subjects_add_figure (self, TAL_PERIOD_UNSET, sum);
  add_sums_of_alike (self, records, n_records, FALSE);
  add_sums_of_alike (self, records, n_records, TRUE);
}

typedef struct
{
  int         year;
  TalFraction kroner;
} YearSum;

/* The sum of that year, made where there is none. */
static YearSum *
find_year (GArray *sums, int year)
{
  YearSum fresh = { year, tal_fraction_from_integer (0) };

  for (guint i = 0; i < sums->len; i++)
    {
      if (g_array_index (sums, YearSum, i).year == year)
        return &g_array_index (sums, YearSum, i);
    }

  g_array_append_val (sums, fresh);
  return &g_array_index (sums, YearSum, sums->len - 1);
}

/* Of all initiatives of the plan, by year. */
static GArray *
sum_years (const TalCatalogue *catalogue, const TalPlan *plan)
{
  GArray                 *sums = g_array_new (FALSE, FALSE, sizeof (YearSum));
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan->record.id, &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    {
      guint                   n_records = 0;
      const TalRecord *const *records =
          tal_catalogue_get_children (catalogue, TAL_KIND_APPROPRIATION, initiatives[i]->id,
                                      &n_records);

      for (guint j = 0; j < n_records; j++)
        {
          const TalAppropriation *each = TAL_APPROPRIATION (records[j]);
          YearSum                *sum = find_year (sums, each->year);

          if (!tal_decimal_is_none (each->amount))
            sum->kroner = tal_fraction_add (sum->kroner, tal_fraction_from_decimal (each->amount));
        }
    }

  return sums;
}

/* Adds what the appropriations of the plan's initiatives are in one year, and in all. */
static void
add_plan_sums (TalNoteSubjects *self, const TalCatalogue *catalogue, const TalPlan *plan)
{
  g_autoptr (GArray) years = sum_years (catalogue, plan);
  TalFraction        sum = tal_fraction_from_integer (0);

  for (guint i = 0; i < years->len; i++)
    {
      const YearSum *year = &g_array_index (years, YearSum, i);

      tal_note_subjects_add_figure (self, make_year (year->year), year->kroner);
      sum = tal_fraction_add (sum, year->kroner);
    }
  tal_note_subjects_add_figure (self, TAL_PERIOD_UNSET, sum);
  if (tal_decimal_is_none (plan->frame) ||
      tal_fraction_compare (sum, tal_fraction_from_decimal (plan->frame)) == 0)
    return;

  tal_note_subjects_add_figure (self, TAL_PERIOD_UNSET, tal_fraction_from_decimal (plan->frame));
  g_array_index (self->figures, TalNoteFigure, self->figures->len - 1).right = sum;
}

void
tal_note_subjects_add_money (TalNoteSubjects *self, const TalCatalogue *catalogue)
{
  static const char *const around[] = { "bevillinger midler kroner", NULL };
  guint                    length = 0;
  const TalRecord *const  *records =
      tal_catalogue_get_records (catalogue, TAL_KIND_INITIATIVE, &length);

  for (guint i = 0; i < length; i++)
    add_initiative_money (self, catalogue, TAL_INITIATIVE (records[i]));

  records = tal_catalogue_get_records (catalogue, TAL_KIND_PLAN, &length);
  for (guint i = 0; i < length; i++)
    {
      const TalPlan  *plan = TAL_PLAN (records[i]);
      TalNoteSubject *subject =
          tal_note_subjects_add (self, TAL_NOTE_SUBJECT_MONEY, plan->name, around);

      subject->unit = TAL_MEASURE_UNIT_DKK;
      subject->plan = plan->record.id;
      add_plan_sums (self, catalogue, plan);
    }
}

static void
add_count (TalNoteSubjects *self, const char *noun, const char *of, TalId plan, guint count)
{
  const char     *around[] = { get_text (of), NULL };
  TalNoteSubject *subject = tal_note_subjects_add (self, TAL_NOTE_SUBJECT_COUNT, noun, around);

  subject->unit = TAL_MEASURE_UNIT_COUNT;
  subject->noun = noun;
  subject->plan = plan;
  tal_note_subjects_add_figure (self, TAL_PERIOD_UNSET, tal_fraction_from_integer (count));
}

static gboolean
add_plan_counts (TalNoteSubjects    *self,
                 const TalCatalogue *catalogue,
                 TalRunSource       *runs,
                 const TalPlan      *plan,
                 TalDay              today,
                 GError            **error)
{
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan->record.id, &n_initiatives);
  g_autoptr (GArray) statuses = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));
  guint              n_all = 0;
  TalTally           tally;

  for (guint i = 0; i < n_initiatives; i++)
    {
      guint                   n_goals = 0;
      const TalRecord *const *goals =
          tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, initiatives[i]->id, &n_goals);

      n_all += n_goals;
      for (guint j = 0; j < n_goals; j++)
        {
          TalGoalStatus status;

          if (!tal_attainment_assess (catalogue, runs, TAL_GOAL (goals[j]), TAL_PERIOD_UNSET, today,
                                      &status, error))
            return FALSE;
          g_array_append_val (statuses, status);
        }
    }

  tally = tal_sentence_tally ((const TalGoalStatus *)(gpointer)statuses->data, statuses->len);
  if (n_initiatives > 0)
    add_count (self, "indsatser", plan->name, plan->record.id, n_initiatives);
  if (n_all == 0)
    return TRUE;
  add_count (self, "mål", plan->name, plan->record.id, n_all);
  add_count (self, "opnåede mål", plan->name, plan->record.id, tally.n_met);
  return TRUE;
}

/* The members of a dimension that have no part of their own. */
static void
add_member_count (TalNoteSubjects    *self,
                  const TalCatalogue *catalogue,
                  TalDimension        dimension,
                  const char         *noun)
{
  guint                   n_members = 0;
  const TalRecord *const *members =
      tal_catalogue_get_records (catalogue, TAL_KIND_MEMBER, &n_members);
  guint count = 0;

  for (guint i = 0; i < n_members; i++)
    {
      guint n_parts = 0;

      if (TAL_MEMBER (members[i])->dimension != dimension)
        continue;
      (void)tal_catalogue_get_children (catalogue, TAL_KIND_MEMBER, members[i]->id, &n_parts);
      count += n_parts == 0 ? 1 : 0;
    }
  if (count > 0)
    add_count (self, noun, NULL, TAL_ID_NONE, count);
}

gboolean
tal_note_subjects_add_counts (TalNoteSubjects    *self,
                              const TalCatalogue *catalogue,
                              TalRunSource       *runs,
                              TalDay              today,
                              GError            **error)
{
  guint                   n_plans = 0;
  const TalRecord *const *plans = tal_catalogue_get_records (catalogue, TAL_KIND_PLAN, &n_plans);

  for (guint i = 0; i < n_plans; i++)
    {
      if (!add_plan_counts (self, catalogue, runs, TAL_PLAN (plans[i]), today, error))
        return FALSE;
    }
  add_member_count (self, catalogue, TAL_DIMENSION_PROVIDER, "leverandører");
  return TRUE;
}
