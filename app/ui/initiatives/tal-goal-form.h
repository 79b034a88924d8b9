/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fields of a form for goals say, and the draft that it is: a form has words and
 * choices, a draft has a grammar.
 */

#pragma once

#include "core/tal-goal-draft.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a goal is measured as, in the order in which the form offers it. */
typedef enum
{
  TAL_GOAL_FORM_COUNT,
  TAL_GOAL_FORM_SHARE,
  TAL_GOAL_FORM_PER_CENT,
  TAL_GOAL_FORM_AMOUNT,
  TAL_GOAL_FORM_WEEKS,
  TAL_GOAL_FORM_NOT_MEASURED,
} TalGoalFormKind;

/* What is asked of it: the comparisons, and last that an earlier result is kept. */
#define TAL_GOAL_FORM_KEEP (TAL_COMPARISON_AT_LEAST_HALF + 1)

/* The texts are as people type them; those that the form does not show are ignored. */
typedef struct
{
  TalGoalFormKind kind;
  char           *counted;
  TalId           base;      /* the series that it is a share of; none for one to be made */
  char           *base_name; /* what that is to be called; NULL as it is called already */
  TalMeasureUnit  unit;      /* of a count, and of both counts of a share */
  guint           asks;      /* a TalComparison, or TAL_GOAL_FORM_KEEP */
  char           *target;    /* "75", "75 pct." */
  char           *period;    /* "2026" */
  TalId           level_of;  /* the unit whose level it is compared with, or none */
  char           *kept_period;
  char           *half; /* of them at least half; "" is not asked for */
  char           *wording;
  char           *weeks; /* "13"; "" is none */
  gboolean        cumulative;
} TalGoalForm;

/* Which field what is wrong stands in. */
typedef enum
{
  TAL_GOAL_FIELD_NONE,
  TAL_GOAL_FIELD_COUNTED,
  TAL_GOAL_FIELD_BASE,
  TAL_GOAL_FIELD_TARGET,
  TAL_GOAL_FIELD_PERIOD,
  TAL_GOAL_FIELD_KEPT_PERIOD,
  TAL_GOAL_FIELD_WORDING,
  TAL_GOAL_FIELD_WEEKS,
} TalGoalField;

/* The form that states a draft.  FALSE where the form has no words for it: a goal of other
 * criteria than a form can show. */
gboolean tal_goal_form_read (const TalGoalDraft *draft, TalGoalForm *ret_form);
void     tal_goal_form_clear (TalGoalForm *self);

/* The draft that the form states, on top of 'before', whose other fields it keeps; NULL with
 * an error and the field where it is. */
TalGoalDraft *tal_goal_form_write (const TalGoalForm  *self,
                                   const TalGoalDraft *before,
                                   TalGoalField       *ret_field,
                                   GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalGoalForm, tal_goal_form_clear)

G_END_DECLS
