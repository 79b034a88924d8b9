/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an exchange file says of itself before its first record: who sends it to
 * whom, what it is about, and of when its newest content is.  A plain value.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-time.h"
#include "exchange/tal-exchange-scope.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_EXCHANGE_PICTURE_FULL,  /* all that its scope holds */
  TAL_EXCHANGE_PICTURE_DELTA, /* what has changed since an earlier exchange */
} TalExchangePicture;

typedef struct
{
  TalTime            written; /* the newest change in it; TAL_TIME_NONE where none is known */
  TalId              from;    /* the unit that sends it; none where the sender has no unit */
  TalId              to;      /* the unit that it is for, or none */
  TalExchangePicture picture;
  TalExchangeScope  *scope; /* never NULL */
} TalExchangeHeader;

TalExchangeHeader *tal_exchange_header_new (void);
void               tal_exchange_header_free (TalExchangeHeader *self);

/* "full", "delta": the fixed words of files. */
const char *tal_exchange_picture_get_name (TalExchangePicture picture);
gboolean    tal_exchange_picture_from_name (const char *name, TalExchangePicture *ret_picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalExchangeHeader, tal_exchange_header_free)

G_END_DECLS
