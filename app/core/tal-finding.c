/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-finding.h"

void
tal_finding_free (TalFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->place);
  g_free (self->stored);
  g_free (self->expected);
  g_free (self->sentence);
  g_free (self->workings);
  g_free (self);
}

GPtrArray *
tal_finding_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)tal_finding_free);
}
