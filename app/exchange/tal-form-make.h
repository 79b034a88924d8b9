/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form for those who don't have the program: the figures of initiatives in some periods, as an
 * XLSX in which numbers, their state and a remark can be filled in and nothing else be changed.
 *
 * Hidden columns say which figure each row is and what was known of it when the form was made, so
 * that it comes back without anybody saying what its columns are, and what was changed here
 * meanwhile is told from what was filled in there.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "formats/tal-table-book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  TalId         plan;        /* or none */
  const GArray *initiatives; /* of TalId; NULL or empty is those of the plan that run then */
  TalPeriod     period; /* what is asked for: the year, or its quarters where a figure has those */
  TalId         home_unit; /* who asks; or none */
} TalFormRequest;

/* Small counts of confidential series are not told; they may be filled in.  TAL_ERROR_NOT_FOUND
 * where there is nothing to fill in, and the run source's errors. */
TalTableBook *tal_form_make (const TalCatalogue   *catalogue,
                             TalRunSource         *runs,
                             const TalFormRequest *request,
                             GCancellable         *cancellable,
                             GError              **error);

G_END_DECLS
