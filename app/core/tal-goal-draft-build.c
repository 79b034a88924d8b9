/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the draft of a goal to its records. */

#include "config.h"

#include "base/tal-error.h"
#include "core/tal-danish-noun.h"
#include "core/tal-goal-draft.h"
#include "core/tal-goal-number.h"
#include "core/tal-initiative-facts.h"
#include "core/tal-initiative.h"
#include "core/tal-sweep.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TalCatalogue *catalogue;
  const TalWriter    *writer;
  TalGoal            *goal; /* as it will be */
  GPtrArray *series; /* of TalSeries, as they will be: those that it needs, and to write in */
  GError   **error;
} Making;

/* The series as it will be, borrowed; NULL where there is none. */
static TalSeries *
get_series (Making *self, TalId id)
{
  const TalRecord *record = NULL;
  TalSeries       *copy = NULL;

  for (guint i = 0; i < self->series->len; i++)
    {
      TalSeries *series = g_ptr_array_index (self->series, i);

      if (tal_id_is_equal (series->record.id, id))
        return series;
    }

  record = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, id);
  if (record == NULL)
    return NULL;

  copy = tal_record_copy (record);
  g_ptr_array_add (self->series, copy);
  return copy;
}

static gboolean
is_new (const Making *self, const TalSeries *series)
{
  return tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, series->record.id) == NULL;
}

static TalSeries *
refuse (Making *self, const char *sentence)
{
  g_set_error_literal (self->error, TAL_ERROR, TAL_ERROR_INVALID_RECORD, sentence);
  return NULL;
}

static void
name_series (TalSeries *series, const char *name)
{
  g_free (series->name);
  g_free (series->measure);
  series->name = tal_danish_noun_dup_heading (name);
  series->measure = tal_danish_noun_dup_head (name);
}

static gboolean
is_called (const TalSeries *series, const char *name)
{
  g_autofree char *inside = tal_danish_noun_dup_inside (series->name != NULL ? series->name : "");

  return g_str_equal (inside, name);
}

/* The initiative's only target group, or area. */
static TalId
get_only_member (const GArray *links)
{
  return links != NULL && links->len == 1 ? g_array_index (links, TalInitiativeLink, 0).id
                                          : TAL_ID_NONE;
}

static TalSeries *
create_series (Making *self, const char *name, TalMeasureUnit unit)
{
  const TalRecord *record =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, self->goal->initiative);
  TalSeries *series = tal_writer_create (self->writer, TAL_KIND_SERIES, self->writer->make_id ());

  series->initiative = self->goal->initiative;
  if (record != NULL)
    {
      series->target_group = get_only_member (TAL_INITIATIVE (record)->target_groups);
      series->area = get_only_member (TAL_INITIATIVE (record)->areas);
    }
  series->measure_unit = unit;
  name_series (series, name);
  g_ptr_array_add (self->series, series);
  return series;
}

/* As many decimals as the targets have, so that the result can be held against them. */
static int
count_decimals (const TalCriterion *criterion)
{
  guint8 decimals = 0;

  for (guint i = 0; criterion->targets != NULL && i < criterion->targets->len; i++)
    decimals = MAX (decimals, g_array_index (criterion->targets, TalTarget, i).value.scale);

  return MIN (decimals, TAL_DECIMAL_MAX_SCALE - 1);
}

static TalDirection
find_good_direction (const TalCriterion *criterion)
{
  switch (criterion->comparison)
    {
    case TAL_COMPARISON_AT_MOST:
    case TAL_COMPARISON_FEWER_THAN:
      return TAL_DIRECTION_DOWN;
    case TAL_COMPARISON_EXACTLY:
      return TAL_DIRECTION_NEITHER;
    case TAL_COMPARISON_AT_LEAST:
    case TAL_COMPARISON_MORE_THAN:
    case TAL_COMPARISON_ALL:
    case TAL_COMPARISON_AT_LEAST_HALF:
      return TAL_DIRECTION_UP;
    }

  g_return_val_if_reached (TAL_DIRECTION_NEITHER);
}

/* A new series of the same change that is called so: two parts of one name are one. */
static TalSeries *
find_new (Making *self, const TalGoalPart *part)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      TalSeries *series = g_ptr_array_index (self->series, i);

      if (is_new (self, series) && series->measure_unit == part->unit &&
          !tal_series_is_derived (series) && is_called (series, part->name))
        return series;
    }

  return NULL;
}

/* The entered series of a part; NULL with the error 'lacking'. */
static TalSeries *
settle_part (Making *self, const TalGoalPart *part, const char *lacking)
{
  TalSeries *series = get_series (self, part->series);

  if (series != NULL && !tal_series_is_derived (series) &&
      (part->name == NULL || series->measure_unit == part->unit))
    {
      if (part->name != NULL && !is_called (series, part->name))
        name_series (series, part->name);
      return series;
    }
  if (part->name == NULL)
    return refuse (self, lacking);

  series = find_new (self, part);
  return series != NULL ? series : create_series (self, part->name, part->unit);
}

static gboolean
is_named (const TalGoalPart *part)
{
  return part->name != NULL || !tal_id_is_none (part->series);
}

static TalSeries *
settle_figure (Making *self, const TalGoalMeasure *measure)
{
  TalSeries *figure = settle_part (self, &measure->figure, _ ("Say what is counted."));
  TalSeries *numerator = NULL;

  /* What else it rests on or should agree with is not the person's to say here. */
  if (figure == NULL || figure->measure_unit != TAL_MEASURE_UNIT_PER_CENT ||
      figure->agreement != TAL_AGREEMENT_NONE || tal_series_get_n_terms (figure) > 1)
    return figure;

  if (is_named (&measure->numerator))
    {
      numerator = settle_part (self, &measure->numerator, _ ("Say what is counted."));
      if (numerator == NULL)
        return NULL;
    }
  tal_series_clear_terms (figure);
  if (numerator != NULL)
    tal_series_add_term (figure, numerator->record.id, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  return figure;
}

static gboolean
is_share_of (const TalSeries *share, const TalSeries *numerator, const TalSeries *base)
{
  const TalTerm *first = NULL;
  const TalTerm *second = NULL;

  if (share->basis != TAL_BASIS_RATIO || tal_series_get_n_terms (share) != 2)
    return FALSE;

  first = tal_series_get_term (share, 0);
  second = tal_series_get_term (share, 1);
  if (first->place == TAL_TERM_BELOW)
    return tal_id_is_equal (second->series, numerator->record.id) &&
           tal_id_is_equal (first->series, base->record.id);

  return tal_id_is_equal (first->series, numerator->record.id) &&
         tal_id_is_equal (second->series, base->record.id);
}

static void
make_share (TalSeries *share, const TalSeries *numerator, const TalSeries *base)
{
  share->basis = TAL_BASIS_RATIO;
  share->factor = TAL_DECIMAL (100, 0);
  tal_series_clear_terms (share);
  tal_series_add_term (share, numerator->record.id, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  tal_series_add_term (share, base->record.id, TAL_TERM_PLUS, TAL_TERM_BELOW);
}

static TalSeries *
settle_share (Making *self, const TalGoalMeasure *measure)
{
  g_autofree char *name = NULL;
  TalSeries       *numerator = settle_part (self, &measure->numerator, _ ("Say what is counted."));
  TalSeries       *base = NULL;
  TalSeries       *share = NULL;

  if (numerator == NULL)
    return NULL;
  base = settle_part (self, &measure->base, _ ("Say what it is a share of."));
  if (base == NULL)
    return NULL;
  if (base == numerator)
    return refuse (self, _ ("A share must be of something else than what is counted."));

  share = get_series (self, measure->figure.series);
  if (share != NULL && is_share_of (share, numerator, base))
    {
      if (measure->figure.name != NULL && !is_called (share, measure->figure.name))
        name_series (share, measure->figure.name);
      return share;
    }
  if (share == NULL || share->basis != TAL_BASIS_RATIO ||
      tal_sweep_is_used (self->catalogue, share->record.id, self->goal->record.id))
    {
      const char *counted =
          measure->numerator.name != NULL ? measure->numerator.name : numerator->name;

      name = g_strconcat ("andel ", counted, NULL);
      share = create_series (self, measure->figure.name != NULL ? measure->figure.name : name,
                             TAL_MEASURE_UNIT_PER_CENT);
      g_free (share->measure);
      share->measure = g_strdup (numerator->measure);
    }
  make_share (share, numerator, base);
  return share;
}

static TalSeries *
settle_measure (Making *self, const TalGoalMeasure *measure, const TalCriterion *criterion)
{
  switch (measure->shape)
    {
    case TAL_GOAL_SHAPE_FIGURE:
      if (!tal_comparison_needs_target (criterion->comparison))
        return refuse (self, _ ("“All” and “at least half” are said of a share of two counts."));
      return settle_figure (self, measure);
    case TAL_GOAL_SHAPE_SHARE:
      return settle_share (self, measure);
    case TAL_GOAL_SHAPE_SERIES:
      return get_series (self, measure->figure.series);
    }

  g_return_val_if_reached (NULL);
}

/* What a new series shows and which way is good follows from what is asked of it. */
static void
adapt_new (Making *self, TalSeries *series, const TalCriterion *criterion)
{
  if (!is_new (self, series))
    return;

  if (!tal_series_is_count (series))
    series->decimals = count_decimals (criterion);
  series->good_direction = find_good_direction (criterion);
}

static gboolean
settle_criteria (Making *self, const TalGoalDraft *draft)
{
  for (guint i = 0; i < draft->measures->len; i++)
    {
      TalCriterion         *criterion = &g_array_index (self->goal->criteria, TalCriterion, i);
      const TalGoalMeasure *measure = g_ptr_array_index (draft->measures, i);
      TalSeries            *series = settle_measure (self, measure, criterion);

      if (series == NULL && measure->shape != TAL_GOAL_SHAPE_SERIES)
        return FALSE;
      if (series == NULL)
        continue;

      criterion->series = series->record.id;
      adapt_new (self, series, criterion);
    }

  return TRUE;
}

static void
put_everything (Making *self, TalChangeSet *changes)
{
  for (guint i = 0; i < self->series->len; i++)
    tal_writer_put (self->writer, self->catalogue, changes, g_ptr_array_index (self->series, i));
  tal_writer_put (self->writer, self->catalogue, changes, &self->goal->record);
}

/* A goal without words is said by what it asks for. */
static gboolean
settle_words (Making *self, const TalGoalDraft *draft)
{
  TalGoal *goal = self->goal;

  if (goal->number == 0)
    goal->number = tal_goal_number_find_next (self->catalogue, goal->initiative);
  if (goal->wording != NULL && goal->wording[0] != '\0')
    return TRUE;
  if (draft->measures->len == 0)
    return refuse (self, _ ("Write the goal: it is not measured, so its words say it.")) != NULL;

  g_free (goal->wording);
  goal->wording = tal_goal_draft_dup_sentence (self->catalogue, draft, self->error);
  return goal->wording != NULL;
}

static char *
write_label (const Making *self)
{
  const TalRecord *before =
      tal_catalogue_find (self->catalogue, TAL_KIND_GOAL, self->goal->record.id);

  return before == NULL ? g_strdup_printf (_ ("goal %d added"), self->goal->number)
                        : g_strdup_printf (_ ("goal %d edited"), self->goal->number);
}

TalChangeSet *
tal_goal_draft_make_changes (const TalCatalogue *catalogue,
                             TalRunSource       *runs,
                             const TalWriter    *writer,
                             gconstpointer       request,
                             GError            **error)
{
  const TalGoalDraft      *draft = request;
  g_autoptr (TalRecord)    goal = NULL;
  g_autoptr (GPtrArray)    series = NULL;
  g_autoptr (GArray)       former = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autofree char         *label = NULL;
  Making                   self = { catalogue, writer, NULL, NULL, error };

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (writer != NULL && draft != NULL, NULL);

  goal = tal_record_copy (&draft->goal->record);
  series = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  former = g_array_new (FALSE, FALSE, sizeof (TalId));
  self.goal = (TalGoal *)goal;
  self.series = series;
  if (!settle_criteria (&self, draft) || !settle_words (&self, draft))
    return NULL;

  label = write_label (&self);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  put_everything (&self, changes);
  tal_sweep_list_series (catalogue, goal->id, former);
  if (!tal_sweep_unused (catalogue, runs, writer, changes, former, FALSE, error))
    return NULL;

  tal_initiative_facts_forget_removed (catalogue, writer, changes);
  return g_steal_pointer (&changes);
}
