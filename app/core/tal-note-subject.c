/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-subject.h"

#include "base/tal-passage.h"
#include "core/tal-danish-stem.h"
#include "core/tal-danish-token.h"
#include "core/tal-derive.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "core/tal-title.h"

#define MILLION 1000000
#define MOST_AROUND 10

typedef struct
{
  const TalCatalogue *catalogue;
  TalRunSource       *runs;
  TalNoteSubjects    *into;
} Gathering;

static void
free_subject (gpointer freed)
{
  TalNoteSubject *subject = freed;

  g_free (subject->title);
  g_array_unref (subject->words);
  g_free (subject);
}

void
tal_note_subjects_free (TalNoteSubjects *self)
{
  if (self == NULL)
    return;

  tal_note_words_free (self->words);
  g_ptr_array_unref (self->subjects);
  g_ptr_array_unref (self->arounds);
  g_array_unref (self->figures);
  g_free (self);
}

TalNoteSubject *
tal_note_subjects_add (TalNoteSubjects   *self,
                       TalNoteSubjectKind kind,
                       const char        *title,
                       const char *const *around)
{
  TalNoteSubject *subject = g_new0 (TalNoteSubject, 1);
  GString        *beside = g_string_new (NULL);

  for (guint i = 0; around[i] != NULL; i++)
    g_string_append_printf (beside, "%s ", around[i]);
  subject->kind = kind;
  subject->at = self->subjects->len;
  subject->title = g_strdup (title != NULL ? title : "");
  subject->words = tal_note_words_add (self->words, title);
  subject->first = self->figures->len;
  g_ptr_array_add (self->arounds, tal_note_words_add (self->words, beside->str));
  g_ptr_array_add (self->subjects, subject);
  g_string_free (beside, TRUE);
  return subject;
}

void
tal_note_subjects_add_figure (TalNoteSubjects *self, TalPeriod period, TalFraction value)
{
  TalNoteSubject *subject = g_ptr_array_index (self->subjects, self->subjects->len - 1);
  TalNoteFigure   figure = {
      .subject = self->subjects->len - 1,
      .period = period,
      .value = value,
  };

  if (!tal_fraction_is_valid (value))
    return;
  if (subject->unit == TAL_MEASURE_UNIT_MILLION_DKK)
    figure.value = tal_fraction_multiply (value, tal_fraction_from_integer (MILLION));
  figure.size = tal_fraction_to_double (figure.value);
  g_array_append_val (self->figures, figure);
  subject->length++;
}

static const char *
find_name (const TalCatalogue *catalogue, TalKind kind, TalId id)
{
  const TalRecord *record = tal_id_is_none (id) ? NULL : tal_catalogue_find (catalogue, kind, id);

  return record != NULL ? tal_title_get_name (record) : NULL;
}

static void
add_text (const char **texts, guint *length, const char *text)
{
  if (text != NULL && *length < MOST_AROUND)
    texts[(*length)++] = text;
}

/* Names of what a series belongs to, NULL at the end. */
static void
list_around (const TalCatalogue *catalogue, const TalSeries *series, const char **ret_texts)
{
  const TalRecord *initiative =
      tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, series->initiative);
  guint length = 0;

  add_text (ret_texts, &length, series->measure);
  add_text (ret_texts, &length, series->cohort);
  add_text (ret_texts, &length, find_name (catalogue, TAL_KIND_MEMBER, series->target_group));
  add_text (ret_texts, &length, find_name (catalogue, TAL_KIND_MEMBER, series->area));
  add_text (ret_texts, &length, find_name (catalogue, TAL_KIND_MEMBER, series->offer));
  add_text (ret_texts, &length, find_name (catalogue, TAL_KIND_MEMBER, series->provider));
  add_text (ret_texts, &length, find_name (catalogue, TAL_KIND_PLAN, series->plan));
  if (initiative != NULL)
    {
      add_text (ret_texts, &length, TAL_INITIATIVE (initiative)->name);
      add_text (ret_texts, &length,
                find_name (catalogue, TAL_KIND_PLAN, TAL_INITIATIVE (initiative)->plan));
    }
  ret_texts[length] = NULL;
}

static TalNoteSubject *
add_series_subject (Gathering *gathering, const TalSeries *series)
{
  const char      *around[MOST_AROUND + 1];
  const TalRecord *initiative =
      tal_catalogue_find (gathering->catalogue, TAL_KIND_INITIATIVE, series->initiative);
  TalNoteSubject *subject = NULL;

  list_around (gathering->catalogue, series, around);
  subject = tal_note_subjects_add (gathering->into, TAL_NOTE_SUBJECT_SERIES, series->name, around);
  subject->series = series;
  subject->unit = series->measure_unit;
  subject->decimals = series->decimals;
  subject->initiative = series->initiative;
  subject->plan = initiative != NULL ? TAL_INITIATIVE (initiative)->plan : series->plan;
  return subject;
}

/* What a stated figure should be: its terms, counted as its agreement says. */
static gboolean
compute_expected (Gathering       *gathering,
                  const TalSeries *series,
                  TalPeriod        period,
                  TalFigure       *ret_figure,
                  GError         **error)
{
  g_autoptr (TalRecord) copy = NULL;
  TalSeries            *computed = NULL;

  copy = tal_record_copy (&series->record);
  computed = (TalSeries *)copy;
  switch (series->agreement)
    {
    case TAL_AGREEMENT_SUM:
      computed->basis = TAL_BASIS_SUM;
      break;
    case TAL_AGREEMENT_RATIO:
      computed->basis = TAL_BASIS_RATIO;
      break;
    case TAL_AGREEMENT_CHANGE:
      computed->basis = TAL_BASIS_CHANGE;
      break;
    case TAL_AGREEMENT_RELATIVE_CHANGE:
      computed->basis = TAL_BASIS_RELATIVE_CHANGE;
      break;
    case TAL_AGREEMENT_NONE:
    case TAL_AGREEMENT_PARTS:
    case TAL_AGREEMENT_OVERLAPPING:
      *ret_figure = TAL_FIGURE_UNFOUND;
      return TRUE;
    }
  computed->agreement = TAL_AGREEMENT_NONE;
  return tal_derive_figure (gathering->catalogue, gathering->runs, computed, period, ret_figure,
                            error);
}

/* Whether rounding of its parts can explain that a stated sum isn't theirs: half a unit of its
 * last decimal for each of them and for itself. */
static gboolean
is_explained (const TalSeries *series, TalDecimal stated, TalFraction expected)
{
  TalFraction difference = tal_fraction_subtract (tal_fraction_from_decimal (stated), expected);
  TalFraction room = { tal_series_get_n_terms (series) + 1, 2 };
  TalDecimal  shown;

  if (tal_fraction_round (expected, stated.scale, &shown) &&
      tal_decimal_compare (shown, stated) == 0)
    return TRUE;
  if (stated.scale == 0 || series->agreement != TAL_AGREEMENT_SUM)
    return FALSE;

  for (guint8 i = 0; i < stated.scale; i++)
    room = tal_fraction_divide (room, tal_fraction_from_integer (10));
  if (tal_fraction_compare (difference, tal_fraction_from_integer (0)) < 0)
    difference = tal_fraction_subtract (tal_fraction_from_integer (0), difference);
  return tal_fraction_compare (difference, room) <= 0;
}

static gboolean
add_observation (Gathering            *gathering,
                 const TalSeries      *series,
                 const TalObservation *observation,
                 GError              **error)
{
  TalFigure      expected = TAL_FIGURE_UNFOUND;
  TalNoteFigure *added = NULL;

  if (observation->missing != TAL_MISSING_NOT)
    return TRUE;
  tal_note_subjects_add_figure (gathering->into, observation->period,
                                tal_fraction_from_decimal (observation->value));
  added =
      &g_array_index (gathering->into->figures, TalNoteFigure, gathering->into->figures->len - 1);
  added->approximation = observation->approximation;
  if (series->agreement == TAL_AGREEMENT_NONE || tal_series_get_n_terms (series) == 0 ||
      observation->approximation != TAL_APPROXIMATION_EXACT)
    return TRUE;

  if (!compute_expected (gathering, series, observation->period, &expected, error))
    return FALSE;
  if (!tal_figure_is_known (&expected) || is_explained (series, observation->value, expected.value))
    return TRUE;

  added->right = expected.value;
  tal_note_subjects_add_figure (gathering->into, observation->period, expected.value);
  return TRUE;
}

/* Whole years of a series that is told in parts of them. */
static gboolean
add_rolled_years (Gathering *gathering, const TalSeries *series, const TalRun *run, GError **error)
{
  int last_year = 0;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      TalPeriod period = tal_run_get_observation (run, i)->period;
      TalFigure figure = TAL_FIGURE_UNFOUND;
      int       year;

      tal_day_get_date (period.last, &year, NULL, NULL);
      if (period.kind == TAL_PERIOD_YEAR || period.kind == TAL_PERIOD_RANGE || year == last_year)
        continue;
      last_year = year;
      if (!tal_period_from_number (TAL_PERIOD_YEAR, year, 1, &period) ||
          tal_run_find (run, period) != NULL)
        continue;
      if (!tal_derive_figure (gathering->catalogue, gathering->runs, series, period, &figure,
                              error))
        return FALSE;
      if (tal_figure_is_known (&figure))
        tal_note_subjects_add_figure (gathering->into, period, figure.value);
    }

  return TRUE;
}

static gboolean
add_entered (Gathering *gathering, const TalSeries *series, GError **error)
{
  g_autoptr (TalRun) run = tal_run_source_ref_run (gathering->runs, series->record.id, error);

  if (run == NULL)
    return FALSE;
  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      if (!add_observation (gathering, series, tal_run_get_observation (run, i), error))
        return FALSE;
    }

  return series->roll_up == TAL_ROLL_UP_NONE || add_rolled_years (gathering, series, run, error);
}

static gboolean
add_derived (Gathering *gathering, const TalSeries *series, GError **error)
{
  g_autoptr (GArray) periods =
      tal_derive_list_periods (gathering->catalogue, gathering->runs, series, error);

  if (periods == NULL)
    return FALSE;
  for (guint i = 0; i < periods->len; i++)
    {
      TalPeriod period = g_array_index (periods, TalPeriod, i);
      TalFigure figure = TAL_FIGURE_UNFOUND;

      if (!tal_derive_figure (gathering->catalogue, gathering->runs, series, period, &figure,
                              error))
        return FALSE;
      if (!tal_figure_is_known (&figure))
        continue;
      tal_note_subjects_add_figure (gathering->into, period, figure.value);
      g_array_index (gathering->into->figures, TalNoteFigure, gathering->into->figures->len - 1)
          .approximation = figure.approximation;
    }

  return TRUE;
}

/* The stems of all words of the note. */
static GHashTable *
list_stems (const GPtrArray *passages)
{
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < passages->len; i++)
    {
      const TalPassage           *passage = g_ptr_array_index (passages, i);
      g_autoptr (TalDanishTokens) tokens = tal_danish_tokens_new (passage->text);

      for (guint j = 0; j < tal_danish_tokens_get_length (tokens); j++)
        {
          const TalDanishToken *token = tal_danish_tokens_get (tokens, j);

          if (token->kind == TAL_DANISH_TOKEN_WORD && !tal_danish_stem_is_common (token->text))
            g_hash_table_add (stems, tal_danish_stem_dup (token->text));
        }
    }

  return stems;
}

static gboolean
shares_a_word (const TalSeries *series, GHashTable *stems)
{
  g_autoptr (TalDanishTokens) tokens =
      tal_danish_tokens_new (series->name != NULL ? series->name : "");

  for (guint i = 0; i < tal_danish_tokens_get_length (tokens); i++)
    {
      g_autofree char *stem = tal_danish_stem_dup (tal_danish_tokens_get (tokens, i)->text);

      if (g_hash_table_contains (stems, stem))
        return TRUE;
    }

  return FALSE;
}

/* Those that share a word with the note first; the others as long as there is room. */
static gboolean
add_all_series (Gathering *gathering, const GPtrArray *passages, GError **error)
{
  g_autoptr (GHashTable)  stems = list_stems (passages);
  guint                   n_series = 0;
  const TalRecord *const *all =
      tal_catalogue_get_records (gathering->catalogue, TAL_KIND_SERIES, &n_series);

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n_series; i++)
        {
          const TalSeries *series = TAL_SERIES (all[i]);

          if (shares_a_word (series, stems) != (pass == 0) ||
              (pass == 1 && gathering->into->figures->len >= TAL_NOTE_FIGURES_MOST))
            continue;
          add_series_subject (gathering, series);
          if (!(tal_series_is_derived (series) ? add_derived (gathering, series, error)
                                               : add_entered (gathering, series, error)))
            return FALSE;
        }
    }

  return TRUE;
}

/* The unit that a target was adopted in. */
static TalMeasureUnit
get_target_unit (const TalCriterion *criterion, const TalSeries *series)
{
  if (criterion->target_unit == TAL_TARGET_UNIT_OF_SERIES)
    return series->measure_unit;

  return (TalMeasureUnit)(criterion->target_unit - 1);
}

static void
add_targets (Gathering *gathering, const TalGoal *goal)
{
  for (guint i = 0; i < tal_goal_get_n_criteria (goal); i++)
    {
      const TalCriterion *criterion = tal_goal_get_criterion (goal, i);
      const TalRecord    *series =
          tal_catalogue_find (gathering->catalogue, TAL_KIND_SERIES, criterion->series);
      const TalRecord *initiative =
          tal_catalogue_find (gathering->catalogue, TAL_KIND_INITIATIVE, goal->initiative);
      const char     *around[3] = { NULL, NULL, NULL };
      TalNoteSubject *subject = NULL;
      guint           length = 0;

      if (series == NULL || criterion->targets == NULL)
        continue;
      add_text (around, &length, TAL_SERIES (series)->name);
      if (initiative != NULL)
        add_text (around, &length, TAL_INITIATIVE (initiative)->name);
      subject =
          tal_note_subjects_add (gathering->into, TAL_NOTE_SUBJECT_TARGET, goal->wording, around);
      subject->series = TAL_SERIES (series);
      subject->goal = goal;
      subject->initiative = goal->initiative;
      subject->plan = initiative != NULL ? TAL_INITIATIVE (initiative)->plan : TAL_ID_NONE;
      subject->unit = get_target_unit (criterion, TAL_SERIES (series));
      subject->decimals = TAL_SERIES (series)->decimals;
      for (guint j = 0; j < criterion->targets->len; j++)
        {
          const TalTarget *target = &g_array_index (criterion->targets, TalTarget, j);

          if (!tal_decimal_is_none (target->value))
            tal_note_subjects_add_figure (gathering->into, target->period,
                                          tal_fraction_from_decimal (target->value));
        }
    }
}

TalNoteSubjects *
tal_note_subjects_gather (const TalCatalogue *catalogue,
                          TalRunSource       *runs,
                          const GPtrArray    *passages,
                          TalDay              today,
                          GError            **error)
{
  TalNoteSubjects        *self = g_new0 (TalNoteSubjects, 1);
  Gathering               gathering = { catalogue, runs, self };
  const TalRecord *const *goals = NULL;
  guint                   n_goals = 0;

  self->words = tal_note_words_new ();
  self->subjects = g_ptr_array_new_with_free_func (free_subject);
  self->arounds = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->figures = g_array_new (FALSE, TRUE, sizeof (TalNoteFigure));

  goals = tal_catalogue_get_records (catalogue, TAL_KIND_GOAL, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    add_targets (&gathering, TAL_GOAL (goals[i]));
  tal_note_subjects_add_money (self, catalogue);
  if (!tal_note_subjects_add_counts (self, catalogue, runs, today, error) ||
      !add_all_series (&gathering, passages, error))
    {
      tal_note_subjects_free (self);
      return NULL;
    }

  return self;
}
