/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-remark.h"

TalRemark *
tal_remark_new (TalRemarkKind kind, TalSeverity severity, const char *code, guint line)
{
  TalRemark *self = g_new0 (TalRemark, 1);

  self->kind = kind;
  self->severity = severity;
  self->code = code;
  self->line = line;
  self->series = TAL_ID_NONE;
  self->period = TAL_PERIOD_UNSET;
  return self;
}

void
tal_remark_free (TalRemark *self)
{
  if (self == NULL)
    return;

  g_free (self->quote);
  g_free (self->suggestion);
  g_free (self->sentence);
  g_free (self);
}

GPtrArray *
tal_remark_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)tal_remark_free);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const TalRemark *remark_a = *(const TalRemark *const *)a;
  const TalRemark *remark_b = *(const TalRemark *const *)b;

  return (remark_a->line > remark_b->line) - (remark_a->line < remark_b->line);
}

void
tal_remark_list_sort (GPtrArray *remarks)
{
  g_return_if_fail (remarks != NULL);

  g_ptr_array_sort (remarks, compare_lines); /* stable */
}
