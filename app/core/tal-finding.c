/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-finding.h"

#include <string.h>

void
tal_finding_free (TalFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->place);
  g_free (self->subject);
  g_free (self->stored);
  g_free (self->expected);
  g_free (self->sentence);
  g_free (self->workings);
  g_free (self);
}

char *
tal_finding_dup_brief (const TalFinding *self)
{
  g_autofree char *initial = NULL;
  const char      *rest = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->subject == NULL || !g_str_has_prefix (self->sentence, self->subject))
    return g_strdup (self->sentence);

  rest = self->sentence + strlen (self->subject);
  if (!g_str_has_prefix (rest, ": "))
    return g_strdup (self->sentence);

  rest += strlen (": ");
  initial = g_utf8_strup (rest, g_utf8_next_char (rest) - rest);
  return g_strconcat (initial, g_utf8_next_char (rest), NULL);
}

GPtrArray *
tal_finding_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)tal_finding_free);
}
