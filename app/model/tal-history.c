/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-history.h"

#include <glib/gi18n-lib.h>

void
tal_history_entry_free (TalHistoryEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->author);
  g_free (self->label);
  g_free (self);
}

char *
tal_history_entry_describe (const TalHistoryEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->origin)
    {
    case TAL_ORIGIN_UNDO:
      return g_strdup_printf (_ ("Undone: %s"), self->label);
    case TAL_ORIGIN_REDO:
      return g_strdup_printf (_ ("Redone: %s"), self->label);
    case TAL_ORIGIN_EDIT:
    case TAL_ORIGIN_IMPORT:
    case TAL_ORIGIN_OUTSIDE:
      break;
    }

  return self->undone ? g_strdup_printf (_ ("%s (taken back)"), self->label)
                      : g_strdup (self->label);
}
