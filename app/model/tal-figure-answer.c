/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-figure-answer.h"

TalFigureAnswer *
tal_figure_answer_new (
    TalFigureAnswerKind kind, guint number, const char *role, const char *text, TalId id)
{
  TalFigureAnswer *self = g_atomic_rc_box_new0 (TalFigureAnswer);

  self->kind = kind;
  self->number = number;
  self->role = g_intern_string (role);
  self->text = g_strdup (text);
  self->id = id;
  return self;
}

static void
answer_clear (gpointer answer)
{
  g_free (((TalFigureAnswer *)answer)->text);
}

TalFigureAnswer *
tal_figure_answer_ref (TalFigureAnswer *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tal_figure_answer_unref (TalFigureAnswer *self)
{
  g_atomic_rc_box_release_full (self, answer_clear);
}

static void
apply_to_column (const TalFigureAnswer *self, TalFigureFile *file)
{
  if (self->number >= tal_figure_file_get_n_columns (file))
    return;

  if (self->kind == TAL_FIGURE_ANSWER_ROLE)
    tal_figure_file_set_role (file, self->number, self->text);
  else
    tal_figure_file_set_numbers (file, self->number, g_str_equal (self->text, "danish"));
}

void
tal_figure_answer_apply (const TalFigureAnswer *self, TalFigureFile *file)
{
  g_return_if_fail (self != NULL && file != NULL);

  switch (self->kind)
    {
    case TAL_FIGURE_ANSWER_SHEET:
      if (self->number < tal_figure_file_get_n_sheets (file))
        tal_figure_file_choose_sheet (file, self->number);
      break;
    case TAL_FIGURE_ANSWER_ROLE:
    case TAL_FIGURE_ANSWER_NUMBERS:
      apply_to_column (self, file);
      break;
    case TAL_FIGURE_ANSWER_PERIOD:
      tal_figure_file_set_period (file, self->text);
      break;
    case TAL_FIGURE_ANSWER_DAYS:
      tal_figure_file_set_days (file, self->text);
      break;
    case TAL_FIGURE_ANSWER_OPEN:
      tal_figure_file_leave_open (file, self->role, self->text);
      break;
    case TAL_FIGURE_ANSWER_USE:
      tal_figure_file_use (file, self->role, self->text, self->id, FALSE);
      break;
    case TAL_FIGURE_ANSWER_NEW:
      tal_figure_file_make_new (file, self->role, self->text, NULL);
      break;
    case TAL_FIGURE_ANSWER_LEAVE_OUT:
      tal_figure_file_leave_out (file, self->role, self->text);
      break;
    }
}
