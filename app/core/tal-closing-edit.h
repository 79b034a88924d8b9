/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Closing a period of a plan for good, and reopening it. */

#pragma once

#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalId       plan; /* none: the initiatives that have none */
  TalPeriod   period;
  TalDay      today;  /* as the writer's calendar says */
  const char *reason; /* of a reopening */
} TalClosingRequest;

/* TalChangeMakers.  The first closes a period, and those figures of the plan that are
 * preliminary or estimated become final, since what is published stands.  TAL_ERROR_CONFLICT
 * where it is closed already, TAL_ERROR_NOT_FOUND where the plan has no figure in the period
 * to close. */
TalChangeSet *tal_closing_edit_close (const TalCatalogue *catalogue,
                                      TalRunSource       *runs,
                                      const TalWriter    *writer,
                                      gconstpointer       closing_request,
                                      GError            **error);
/* Opens it again; its figures stay as they are.  TAL_ERROR_INVALID_TEXT where the reason says
 * nothing, TAL_ERROR_NOT_FOUND where the period isn't closed. */
TalChangeSet *tal_closing_edit_reopen (const TalCatalogue *catalogue,
                                       TalRunSource       *runs,
                                       const TalWriter    *writer,
                                       gconstpointer       closing_request,
                                       GError            **error);

/* For a request that another thread is to see. */
TalClosingRequest *tal_closing_request_copy (const TalClosingRequest *self);
void               tal_closing_request_free (TalClosingRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalClosingRequest, tal_closing_request_free)

G_END_DECLS
