/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal as a person states it: its record, and for each criterion in words what it
 * measures instead of a series.  "75 per cent of the participants of goal 1" is a share
 * whose base is another goal's figure; stating it makes or changes the goal and the series
 * that it needs in one change set, and stating it again as it is read changes nothing.
 */

#pragma once

#include "core/tal-goal.h"
#include "core/tal-series.h"
#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_GOAL_SHAPE_FIGURE, /* one figure is entered; a percentage may have its count beside it */
  TAL_GOAL_SHAPE_SHARE,  /* two counts are entered, and the share is computed */
  TAL_GOAL_SHAPE_SERIES, /* a series that is computed otherwise, taken as it is */
} TalGoalShape;

/* Something that is counted, or measured otherwise. */
typedef struct
{
  TalId          series; /* that has its figures; none where one is to be made */
  char          *name;   /* "deltagere", "borgere i virksomhedsplacering"; NULL as it is called */
  TalMeasureUnit unit;
} TalGoalPart;

typedef struct
{
  TalGoalShape shape;
  TalGoalPart  figure;    /* the result; the name of a share may be left to be made */
  TalGoalPart  numerator; /* of a share; of an entered percentage where it is known */
  TalGoalPart  base;      /* of a share */
} TalGoalMeasure;

typedef struct
{
  TalGoal   *goal;     /* with criteria, whose series the measures stand for */
  GPtrArray *measures; /* of TalGoalMeasure, one for each criterion */
} TalGoalDraft;

/* Of a new goal of an initiative, without criteria: as it stands it is not measured. */
TalGoalDraft *tal_goal_draft_new (TalId goal, TalId initiative);
/* As a goal of the catalogue is stated. */
TalGoalDraft *tal_goal_draft_new_for_goal (const TalCatalogue *catalogue, const TalGoal *goal);
TalGoalDraft *tal_goal_draft_copy (const TalGoalDraft *self);
void          tal_goal_draft_free (TalGoalDraft *self);
gboolean      tal_goal_draft_is_equal (const TalGoalDraft *a, const TalGoalDraft *b);

/* Adds a criterion with its measure, a count of persons until it is said otherwise.  The
 * criterion is at tal_goal_draft_get_criterion until the next is added or removed. */
TalGoalMeasure *tal_goal_draft_add_measure (TalGoalDraft *self);
void            tal_goal_draft_remove_measure (TalGoalDraft *self, guint position);
guint           tal_goal_draft_get_n_measures (const TalGoalDraft *self);
TalGoalMeasure *tal_goal_draft_get_measure (const TalGoalDraft *self, guint position);
TalCriterion   *tal_goal_draft_get_criterion (const TalGoalDraft *self, guint position);
/* Takes the name; NULL is unnamed. */
void tal_goal_part_set_name (TalGoalPart *self, const char *name);

/* A TalChangeMaker whose request is the draft.  A goal without a number gets the next one, a
 * wording that is empty the sentence of the goal.  A series whose unit, shape or base is
 * another than before is made anew where others measure by it too; what then nobody measures
 * by and has no figures is removed.
 * TAL_ERROR_INVALID_RECORD with a sentence of what is to be said still. */
TalChangeSet *tal_goal_draft_make_changes (const TalCatalogue *catalogue,
                                           TalRunSource       *runs,
                                           const TalWriter    *writer,
                                           gconstpointer       draft,
                                           GError            **error);

/* "Mindst 75 pct. af deltagerne i mål 1": what the draft asks for, in the words of papers;
 * NULL with an error where it cannot be said yet. */
char *tal_goal_draft_dup_sentence (const TalCatalogue *catalogue,
                                   const TalGoalDraft *self,
                                   GError            **error);
/* The goal of the same initiative, another than 'except', whose result is that series or rests
 * on it as its count; NULL where there is none. */
const TalGoal *tal_goal_draft_find_goal_of (const TalCatalogue *catalogue,
                                            TalId               series,
                                            const TalGoal      *except);
/* "Borgere i virksomhedsplacering", "Deltagere": what will be entered for it, each a heading;
 * a figure that another goal has already is left out. */
GPtrArray *tal_goal_draft_list_entered (const TalCatalogue *catalogue, const TalGoalDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalGoalDraft, tal_goal_draft_free)

G_END_DECLS
