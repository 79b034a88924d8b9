/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/tal-passage.h"

TalPassage *
tal_passage_new (TalPassageKind kind, guint line, char *text)
{
  TalPassage *self = g_new0 (TalPassage, 1);

  self->kind = kind;
  self->line = line;
  self->text = text;
  return self;
}

TalPassage *
tal_passage_new_row (guint line, guint table, char **cells)
{
  TalPassage *self = tal_passage_new (TAL_PASSAGE_ROW, line, g_strjoinv ("\t", cells));

  self->table = table;
  self->cells = cells;
  return self;
}

void
tal_passage_free (TalPassage *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_strfreev (self->cells);
  g_free (self);
}

GPtrArray *
tal_passage_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)tal_passage_free);
}
