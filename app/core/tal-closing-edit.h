/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Closing a period of a plan for good, and reopening it, as change sets.  Pure: the day, the
 * time and the author are arguments.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

/* Who closes or reopens, and when. */
typedef struct
{
  TalDay      today;
  TalTime     now;
  const char *author; /* NULL where that is not known */
} TalClosingStamp;

/* What closing a period makes of its figures: those of the plan that are preliminary or
 * estimated become final, since what is published stands.  'plan' may be none: the
 * initiatives that have none.  TAL_ERROR_CONFLICT where it is closed already,
 * TAL_ERROR_NOT_FOUND where the plan has no figure in the period to close. */
TalChangeSet *tal_closing_edit_close (const TalCatalogue    *catalogue,
                                      TalRunSource          *runs,
                                      TalId                  plan,
                                      TalPeriod              period,
                                      const TalClosingStamp *stamp,
                                      GError               **error);

/* Opens it again; its figures stay as they are.  TAL_ERROR_INVALID_TEXT where 'reason' says
 * nothing, TAL_ERROR_NOT_FOUND where the period isn't closed. */
TalChangeSet *tal_closing_edit_reopen (const TalCatalogue    *catalogue,
                                       TalId                  plan,
                                       TalPeriod              period,
                                       const char            *reason,
                                       const TalClosingStamp *stamp,
                                       GError               **error);

G_END_DECLS
