/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The periods that a person asks for: "2015..2017", "2015..", "..2017" or one period. */

#pragma once

#include "core/tal-period.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalPeriod first; /* unset is from the beginning */
  TalPeriod last;  /* unset is to the end */
} TalCliSpan;

/* All there is where 'text' is NULL.  FALSE after having said why. */
gboolean tal_cli_span_parse (const char *text, TalCliSpan *ret_span);
gboolean tal_cli_span_contains (const TalCliSpan *self, TalPeriod period);

G_END_DECLS
