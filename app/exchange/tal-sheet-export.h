/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a collection says as tables for people with a spreadsheet: how the goals of each plan
 * stand, the figures of each initiative and of the target groups and offers, and the money; before
 * them a sheet that says what this is.
 *
 * Small counts of confidential series are hidden in it, and more where that is asked for.
 */

#pragma once

#include "core/tal-attainment.h"
#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "formats/tal-table-book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is written of. */
typedef struct
{
  const TalCatalogue  *catalogue;
  TalRunSource        *runs;
  const TalGoalStatus *goals; /* in the order of plans, initiatives and numbers */
  guint                n_goals;
  TalId                home_unit; /* or none */
} TalSheetSource;

typedef struct
{
  TalId         plan;        /* or none */
  const GArray *initiatives; /* of TalId; NULL or empty is all */
  TalPeriod     period;      /* of figures; unset is all */
  const char   *table;       /* what the only table is called, or a part of it; NULL is all */
  int           mask_below;  /* counts under it are hidden; 0 is those of confidential series */
} TalSheetRequest;

/* TAL_ERROR_NOT_FOUND where there is no figure, goal or money, or no table of that name;
 * TAL_ERROR_AMBIGUOUS with the names of several; and the run source's errors. */
TalTableBook *tal_sheet_export_make (const TalSheetSource  *source,
                                     const TalSheetRequest *request,
                                     GCancellable          *cancellable,
                                     GError               **error);

/* The names of the tables, each in quotes, as an error lists them. */
char *tal_sheet_export_dup_names (const TalTableBook *book);

G_END_DECLS
