/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-exchange-header.h"

static const char *const pictures[] = { "full", "delta" };

TalExchangeHeader *
tal_exchange_header_new (void)
{
  TalExchangeHeader *self = g_new0 (TalExchangeHeader, 1);

  self->written = TAL_TIME_NONE;
  self->scope = tal_exchange_scope_new ();
  return self;
}

void
tal_exchange_header_free (TalExchangeHeader *self)
{
  if (self == NULL)
    return;

  tal_exchange_scope_free (self->scope);
  g_free (self);
}

const char *
tal_exchange_picture_get_name (TalExchangePicture picture)
{
  g_return_val_if_fail (picture < G_N_ELEMENTS (pictures), NULL);

  return pictures[picture];
}

gboolean
tal_exchange_picture_from_name (const char *name, TalExchangePicture *ret_picture)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      if (g_str_equal (name, pictures[i]))
        {
          *ret_picture = (TalExchangePicture)i;
          return TRUE;
        }
    }

  return FALSE;
}
