/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of a series that is broken: that from a day on its figures are of another
 * kind, and why.
 */

#pragma once

#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalId       series;
  TalDay      day;
  const char *reason; /* NULL or "" takes the break of that day away */
} TalBreakRequest;

/* A TalChangeMaker.  Breaks the series on the day, or gives the break there is on it another
 * reason.  TAL_ERROR_NOT_FOUND where the series isn't there. */
TalChangeSet *tal_break_edit_set (const TalCatalogue *catalogue,
                                  TalRunSource       *runs,
                                  const TalWriter    *writer,
                                  gconstpointer       break_request,
                                  GError            **error);

/* For a request that another thread is to see. */
TalBreakRequest *tal_break_request_copy (const TalBreakRequest *self);
void             tal_break_request_free (TalBreakRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalBreakRequest, tal_break_request_free)

G_END_DECLS
