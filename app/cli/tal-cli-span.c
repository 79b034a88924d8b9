/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-span.h"

#include "cli/tal-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
tal_cli_span_parse (const char *text, TalCliSpan *ret_span)
{
  const char      *dots = text != NULL ? strstr (text, "..") : NULL;
  g_autofree char *before = NULL;
  const char      *after = NULL;
  TalCliSpan       span;

  if (dots == NULL)
    {
      if (!tal_cli_parse_period (text, &span.first))
        return FALSE;
      span.last = span.first;
      *ret_span = span;
      return TRUE;
    }

  before = g_strndup (text, (gsize)(dots - text));
  after = dots + strlen ("..");
  if (!tal_cli_parse_period (before[0] != '\0' ? before : NULL, &span.first) ||
      !tal_cli_parse_period (after[0] != '\0' ? after : NULL, &span.last))
    return FALSE;

  if (tal_period_is_set (span.first) && tal_period_is_set (span.last) &&
      span.last.last < span.first.first)
    {
      tal_cli_refuse_saying (_ ("The periods end before they begin."));
      return FALSE;
    }

  *ret_span = span;
  return TRUE;
}

gboolean
tal_cli_span_contains (const TalCliSpan *self, TalPeriod period)
{
  return (!tal_period_is_set (self->first) || period.first >= self->first.first) &&
         (!tal_period_is_set (self->last) || period.last <= self->last.last);
}
