/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of series by period: a row for each period, the years first, a column for each series,
 * with its unit and whom it is of below its name; charts of those that can be drawn; and below it
 * everything that is said about them. */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "exchange/tal-sheet-masking.h"
#include "formats/tal-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* The most series of one table: more are in further ones. */
#define TAL_SHEET_SERIES_MOST 100

typedef struct
{
  const TalCatalogue    *catalogue;
  TalRunSource          *runs;
  const TalSheetMasking *masking;
  TalPeriod              within; /* unset is all of them */
  TalTime                newest; /* the newest change of a figure that was written so far */
} TalSheetScope;

/* Of const TalSeries *; those without a figure are left out.  NULL without an error where none has
 * any, and with the run source's. */
TalTable *tal_sheet_series_new (TalSheetScope    *scope,
                                const char       *name,
                                const char       *title,
                                const TalSeries **series,
                                guint             n_series,
                                GError          **error);

G_END_DECLS
