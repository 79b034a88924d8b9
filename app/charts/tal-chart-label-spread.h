/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels that stand in one column, moved apart until none covers another: as little as the
 * squares of their moves say, and never past one another.  Isotonic regression by pooling of
 * adjacent violators (Ayer and others, "An Empirical Distribution Function for Sampling with
 * Incomplete Information", 1955).
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double wanted; /* where its middle should be */
  double height;
  double middle; /* where it is */
} TalChartSpreadLabel;

/* Sets every 'middle', with all labels between 'least' and 'most'.  Of labels that want the same
 * place the first is the higher.  FALSE, and nothing set, where they have no room. */
gboolean tal_chart_label_spread_place (TalChartSpreadLabel *labels,
                                       guint                n_labels,
                                       double               least,
                                       double               most);

G_END_DECLS
