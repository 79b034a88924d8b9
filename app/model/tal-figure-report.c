/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-figure-report.h"

#include "base/tal-problem.h"

static void
question_free (gpointer freed)
{
  TalFigureQuestion *question = freed;

  g_free (question->label);
  g_array_unref (question->suggestions);
  g_free (question);
}

static void
understood_free (gpointer freed)
{
  TalFigureUnderstood *understood = freed;

  g_free (understood->label);
  g_free (understood->series);
  g_free (understood);
}

TalFigureReport *
tal_figure_report_new (void)
{
  TalFigureReport *self = g_new0 (TalFigureReport, 1);

  self->doubts = tal_problem_list_new ();
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->understood = g_ptr_array_new_with_free_func (understood_free);
  self->problems = tal_problem_list_new ();
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
tal_figure_report_free (TalFigureReport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->import, tal_import_report_free);
  g_ptr_array_unref (self->doubts);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->understood);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

gboolean
tal_figure_report_has_questions (const TalFigureReport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->questions->len > 0 || tal_problem_list_has_error (self->doubts);
}
