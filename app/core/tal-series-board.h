/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many there are of each target group, as a page shows it: the counts of a collection in
 * sections of what may stand below one another, their totals and "heraf" found from what they
 * are sums of.  A pure function of records.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const TalSeries *series; /* borrowed from the catalogue */
  guint            depth;  /* 1 is a part of the row above it: "heraf" */
  gboolean         total;  /* of the section; its last row */
} TalBoardRow;

/* Of one plan, unit and measure. */
typedef struct
{
  char   *title; /* "Udsatte borgere i København" */
  GArray *rows;  /* of TalBoardRow, one at least */
} TalBoardSection;

/* In the order in which the first series of each was made.  In it are series of people, families,
 * cases, awards and placements that belong to no initiative, offer or provider, and are no changes; of
 * the same in several areas the one that was made first.  Frees its TalBoardSection. */
GPtrArray *tal_series_board_list (const TalCatalogue *catalogue);

/* The shares that are known of the target group of a series, or of a group under it: of each family of shares (see
 * tal_series_family_list) one, of the series' own plan first, in the order in which they were
 * made.  An array of const TalSeries *, empty of a series without a target group. */
GPtrArray *tal_series_board_list_shares (const TalCatalogue *catalogue, const TalSeries *series);

G_END_DECLS
