/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures whose series are known, as a bundle that can be merged like what a department sends: new
 * members and series, and a record for each figure.
 *
 * Where the figures come from is a writer of its own, the map by which they are read: what it
 * brought earlier and nobody has changed here since, it may change; any other difference from what
 * is here is a conflict.  What a file doesn't say of a figure, as whether it is preliminary, stays
 * as it is here.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "core/tal-writer.h"
#include "exchange/tal-bundle.h"
#include "exchange/tal-figure-list.h"
#include "exchange/tal-figure-source.h"
#include "exchange/tal-label-match.h"
#include "exchange/tal-merge.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const TalCatalogue *catalogue;
  TalRunSource       *runs;
  const TalWriter    *writer;
  TalFigureSource     source;
  TalMergePastFunc    past;
  gpointer            past_target;
} TalFigureBasis;

/* What has become of all that was read: the sum of these but the last is 'n_read' of the list. */
typedef struct
{
  guint n_bundled;
  guint n_repeated; /* the file has them twice, and says the same */
  guint n_left_out;
  guint n_refused;
  guint n_open; /* of labels that nobody has explained */
  guint n_new_series;
} TalFigureCounts;

/* 'problems' gets a TalProblem for each figure that is refused, here or while it was read.  NULL
 * where the basis fails, and when cancelled. */
TalBundle *tal_figure_bundle_new (const TalFigureList   *list,
                                  const TalLabelMatches *matches,
                                  const TalColumnMap    *map,
                                  const TalFigureBasis  *basis,
                                  GPtrArray             *problems,
                                  TalFigureCounts       *ret_counts,
                                  GCancellable          *cancellable,
                                  GError               **error);

G_END_DECLS
