/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-figure-rules.h"

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "core/tal-closings.h"
#include "core/tal-series.h"
#include "core/tal-validate.h"

struct _TalFigureRules
{
  const TalCatalogue *after;
  const TalChangeSet *changes;
  TalClosings        *closings;
  GPtrArray          *problems; /* empty between two figures */
  const TalSeries    *series;   /* of the figure last looked at */
};

TalFigureRules *
tal_figure_rules_new (const TalCatalogue *after, const TalChangeSet *changes)
{
  TalFigureRules *self = NULL;

  g_return_val_if_fail (after != NULL, NULL);

  self = g_new0 (TalFigureRules, 1);
  self->after = after;
  self->changes = changes;
  self->closings = tal_closings_new (after);
  self->problems = tal_problem_list_new ();
  return self;
}

void
tal_figure_rules_free (TalFigureRules *self)
{
  if (self == NULL)
    return;

  tal_closings_free (self->closings);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* Whether a closing locks it that does not come with the changes. */
static gboolean
is_locked (TalFigureRules *self, const TalObservation *figure)
{
  const TalClosing *closing = NULL;
  TalKey            key;

  if (tal_closings_is_empty (self->closings))
    return FALSE;

  closing = tal_closings_find (self->closings, figure->record.id, figure->period);
  if (closing == NULL)
    return FALSE;

  key = tal_record_get_key (&closing->record);
  return self->changes == NULL || tal_change_set_find (self->changes, &key) == NULL;
}

static const TalSeries *
find_series (TalFigureRules *self, TalId id)
{
  if (self->series == NULL || !tal_id_is_equal (self->series->record.id, id))
    self->series = (const TalSeries *)tal_catalogue_find (self->after, TAL_KIND_SERIES, id);
  return self->series;
}

/* Whether it is one of the many that have a value, say no more and break no rule at a glance. */
static gboolean
is_plain (TalFigureRules *self, const TalObservation *figure)
{
  const TalSeries *series = find_series (self, figure->record.id);

  return series != NULL && !tal_series_is_derived (series) &&
         tal_id_is_none (figure->record.owner) && figure->note == NULL &&
         figure->period.first >= TAL_DAY_FIRST && figure->period.first <= figure->period.last &&
         figure->period.last <= TAL_DAY_LAST && figure->missing == TAL_MISSING_NOT &&
         figure->state == TAL_FIGURE_FINAL && figure->approximation == TAL_APPROXIMATION_EXACT &&
         figure->as_of == TAL_DAY_NONE && figure->final_expected == TAL_DAY_NONE && !figure->kept &&
         figure->value.scale <= TAL_DECIMAL_MAX_SCALE &&
         ABS (figure->value.coefficient) <= TAL_DECIMAL_MAX_COEFFICIENT &&
         tal_validate_value (series, figure->value, NULL) == NULL;
}

static gboolean
is_sound (TalFigureRules *self, const TalObservation *figure)
{
  return is_plain (self, figure) ||
         tal_validate_record (self->after, &figure->record, self->problems);
}

gboolean
tal_figure_rules_is_sound (TalFigureRules *self, const TalObservation *figure)
{
  gboolean sound = FALSE;

  g_return_val_if_fail (self != NULL && figure != NULL, FALSE);

  sound = is_sound (self, figure);
  g_ptr_array_set_size (self->problems, 0);
  return sound;
}

gboolean
tal_figure_rules_allow (TalFigureRules *self, const TalObservation *figure)
{
  gboolean is_allowed = FALSE;

  g_return_val_if_fail (self != NULL && figure != NULL, FALSE);

  is_allowed = is_sound (self, figure) && !is_locked (self, figure);
  g_ptr_array_set_size (self->problems, 0);
  return is_allowed;
}

static gboolean
refuse (TalFigureRules *self, const TalObservation *figure, gboolean is_removed, GError **error)
{
  g_autoptr (TalChangeSet) alone = tal_change_set_new (TAL_ORIGIN_IMPORT, "");

  tal_change_set_add (alone, is_removed ? &figure->record : NULL,
                      is_removed ? NULL : &figure->record);
  /* All that can stand in the way is among the rules of a change. */
  return tal_validate_changes_or_refuse (self->after, alone, error);
}

gboolean
tal_figure_rules_check_run (TalFigureRules *self,
                            const TalRun   *run,
                            gboolean        are_removed,
                            GError        **error)
{
  g_return_val_if_fail (self != NULL && run != NULL, FALSE);

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *figure = tal_run_get_observation (run, i);

      if (are_removed ? is_locked (self, figure) : !tal_figure_rules_allow (self, figure))
        return refuse (self, figure, are_removed, error);
    }

  return TRUE;
}
