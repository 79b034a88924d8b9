/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-problem.h"

struct _TalProblem
{
  TalSeverity severity;
  const char *code;
  char       *place;
  char       *sentence;
};

TalProblem *
tal_problem_new (TalSeverity severity, const char *code, const char *place, const char *sentence)
{
  TalProblem *self;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (sentence != NULL, NULL);

  self = g_new0 (TalProblem, 1);
  self->severity = severity;
  self->code = code;
  self->place = g_strdup (place);
  self->sentence = g_strdup (sentence);

  return self;
}

void
tal_problem_free (TalProblem *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->place);
  g_free (self->sentence);
  g_free (self);
}

TalSeverity
tal_problem_get_severity (const TalProblem *self)
{
  g_return_val_if_fail (self != NULL, TAL_SEVERITY_ERROR);

  return self->severity;
}

const char *
tal_problem_get_code (const TalProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

const char *
tal_problem_get_place (const TalProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->place;
}

const char *
tal_problem_get_sentence (const TalProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sentence;
}

GPtrArray *
tal_problem_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)tal_problem_free);
}

gboolean
tal_problem_list_has_error (const GPtrArray *problems)
{
  g_return_val_if_fail (problems != NULL, FALSE);

  for (guint i = 0; i < problems->len; i++)
    {
      if (tal_problem_get_severity (g_ptr_array_index (problems, i)) == TAL_SEVERITY_ERROR)
        return TRUE;
    }

  return FALSE;
}
