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

  g_free (self->number);
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

static gboolean
says_it_too (const TalRemark *self, const TalRemark *other)
{
  return other->kind == TAL_REMARK_TABLE && other->line == self->line &&
         other->suggestion != NULL && g_strcmp0 (other->suggestion, self->suggestion) == 0;
}

static gboolean
is_repeated (const GPtrArray *remarks, guint position)
{
  const TalRemark *self = g_ptr_array_index (remarks, position);

  if (self->kind != TAL_REMARK_DIFFERS)
    return FALSE;

  for (guint i = position; i > 0; i--)
    {
      const TalRemark *before = g_ptr_array_index (remarks, i - 1);

      if (before->line != self->line)
        break;
      if (says_it_too (self, before))
        return TRUE;
    }
  for (guint i = position + 1; i < remarks->len; i++)
    {
      const TalRemark *after = g_ptr_array_index (remarks, i);

      if (after->line != self->line)
        break;
      if (says_it_too (self, after))
        return TRUE;
    }
  return FALSE;
}

void
tal_remark_list_drop_repeated (GPtrArray *remarks)
{
  g_return_if_fail (remarks != NULL);

  for (guint i = remarks->len; i > 0; i--)
    {
      if (is_repeated (remarks, i - 1))
        g_ptr_array_remove_index (remarks, i - 1);
    }
}
