/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-period-memory.h"

#include <string.h>

/* "2017-W05" */
#define LONGEST ((gsize)8)

gboolean
tal_period_memory_read (TalPeriodMemory *self, const char *text, gsize length, TalPeriod *ret_period)
{
  char    ended[LONGEST + 1] = "";
  guint64 bytes = 0;
  guint   place = 0;

  g_return_val_if_fail (self != NULL && text != NULL && ret_period != NULL, FALSE);

  if (length == 0 || length > LONGEST)
    return FALSE;

  memcpy (&bytes, text, length);
  place = (guint)((bytes * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 52);
  if (self->places[place].text != bytes)
    {
      memcpy (ended, text, length);
      if (!tal_period_parse (ended, ret_period, NULL))
        return FALSE;

      self->places[place].text = bytes;
      self->places[place].period = *ret_period;
    }

  *ret_period = self->places[place].period;
  return TRUE;
}
