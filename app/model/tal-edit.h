/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to one figure, turned into a change set: typing a result, its
 * numerator or denominator, its state or its remark.  Writes nothing.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-goal.h"
#include "core/tal-observation.h"
#include "core/tal-place.h"
#include "core/tal-run.h"
#include "core/tal-series.h"
#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

/* What is to be set; what is not flagged stays as it is. */
typedef struct
{
  gboolean         sets_value; /* to 'value', or to 'missing' where that says so */
  TalDecimal       value;
  TalMissing       missing;
  gboolean         sets_approximation;
  TalApproximation approximation;
  gboolean         sets_state;
  TalFigureState   state;
  gboolean         sets_kept; /* of 'value' alone: nothing is said of another one */
  gboolean         kept;
  gboolean         sets_note;
  const char      *note; /* NULL or "" takes it away */
} TalFigureEdit;

/* The figure that is to be edited: of an entered series, in a period. */
typedef struct
{
  TalId         series;
  TalPeriod     period;
  TalFigureEdit edit; /* its note is owned */
} TalPlacedEdit;

/* The same by its place in a goal. */
typedef struct
{
  TalId         goal;
  TalPart       part;
  TalPeriod     period;
  TalFigureEdit edit; /* its note is owned */
} TalGoalEdit;

/* Many of them, under one label in the words of the history. */
typedef struct
{
  GArray *figures; /* of TalPlacedEdit, each in a place of its own; not changed any more */
  char   *label;
} TalFiguresEdit;

/* An empty array of TalPlacedEdit, and another one at its end; the note is copied. */
GArray *tal_placed_edit_list_new (void);
void    tal_placed_edit_list_add (GArray              *list,
                                  TalId                series,
                                  TalPeriod            period,
                                  const TalFigureEdit *edit);

/* The entered series behind a part of a goal: of its deciding (last) criterion the series
 * itself, or the single term above or below the line.  TAL_ERROR_DERIVED with the names of the parts where it is computed from
 * several, TAL_ERROR_NOT_FOUND where the goal has no such part. */
const TalSeries *tal_edit_find_part (const TalCatalogue *catalogue,
                                     const TalGoal      *goal,
                                     TalPart             part,
                                     GError            **error);

/* Another goal of the same initiative whose people the series counts; NULL where none does. */
const TalGoal *tal_edit_find_goal_of_people (const TalCatalogue *catalogue,
                                             const TalGoal      *goal,
                                             const TalSeries    *series);

/* The note is copied. */
TalGoalEdit *tal_goal_edit_new (TalId                goal,
                                TalPart              part,
                                TalPeriod            period,
                                const TalFigureEdit *edit);
void         tal_goal_edit_free (TalGoalEdit *self);

/* References the figures. */
TalFiguresEdit *tal_figures_edit_new (GArray *figures, const char *label);
void            tal_figures_edit_free (TalFiguresEdit *self);

/* A TalChangeMaker that sets one figure, a TalPlacedEdit.  A new observation needs a value,
 * and takes the trace of an earlier removal with it.  TAL_ERROR_DERIVED for a derived series,
 * with the names of its parts; TAL_ERROR_NOT_FOUND where the series is gone. */
TalChangeSet *tal_edit_figure (const TalCatalogue *catalogue,
                               TalRunSource       *runs,
                               const TalWriter    *writer,
                               gconstpointer       placed_edit,
                               GError            **error);
/* The same of a TalGoalEdit; see tal_edit_find_part. */
TalChangeSet *tal_edit_goal (const TalCatalogue *catalogue,
                             TalRunSource       *runs,
                             const TalWriter    *writer,
                             gconstpointer       goal_edit,
                             GError            **error);
/* The same of a TalFiguresEdit: one figure is labelled by itself, more of them as it says. */
TalChangeSet *tal_edit_figures (const TalCatalogue *catalogue,
                                TalRunSource       *runs,
                                const TalWriter    *writer,
                                gconstpointer       figures_edit,
                                GError            **error);

G_END_DECLS
