/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-entry-cell.h"

#include <glib/gi18n-lib.h>

static const struct
{
  TalEntryMarks mark;
  const char   *words;
} states[] = {
  { TAL_ENTRY_COMPUTED, N_ ("computed") },
    { TAL_ENTRY_LOCKED, N_ ("locked") },
      { TAL_ENTRY_PRELIMINARY, N_ ("preliminary") },
        { TAL_ENTRY_EXPECTED, N_ ("missing") },
          { TAL_ENTRY_NOT_APPLICABLE, N_ ("not relevant") },
            { TAL_ENTRY_WITHHELD, N_ ("hidden for discretion") },
              { TAL_ENTRY_NOTED, N_ ("has a remark") },
                { TAL_ENTRY_PENDING, N_ ("being saved") },
                  { TAL_ENTRY_WARNED, N_ ("warning") },
                    { TAL_ENTRY_KEPT, N_ ("kept") },
                      { TAL_ENTRY_REFUSED, N_ ("error, not saved") },
                    };

void
tal_entry_cell_clear (TalEntryCell *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self->source);
  g_free (self->name);
  g_free (self->message);
  *self = (TalEntryCell){ NULL };
}

char *
tal_entry_cell_dup_state (const TalEntryCell *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (self->marks & states[i].mark)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _ (states[i].words));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
