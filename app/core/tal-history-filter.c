/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-history-filter.h"

void
tal_history_filter_copy (TalHistoryFilter *to, const TalHistoryFilter *from)
{
  g_return_if_fail (to != NULL && from != NULL);

  *to = *from;
  to->author = g_strdup (from->author);
  to->text = g_strdup (from->text);
}

void
tal_history_filter_clear (TalHistoryFilter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->author);
  g_free (self->text);
  *self = (TalHistoryFilter){ 0 };
}

gboolean
tal_history_filter_is_equal (const TalHistoryFilter *a, const TalHistoryFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->only_figures == b->only_figures && a->only_imports == b->only_imports &&
         a->since == b->since && tal_id_is_equal (a->initiative, b->initiative) &&
         tal_id_is_equal (a->goal, b->goal) && g_strcmp0 (a->author, b->author) == 0 &&
         g_strcmp0 (a->text, b->text) == 0;
}
