/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of a family's series are drawn beside one another.  The first is what the others are
 * compared with and is always there.  "changed" is emitted when a person has chosen.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-member.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_COMPARISON_CHOOSER (tal_comparison_chooser_get_type ())

G_DECLARE_FINAL_TYPE (
    TalComparisonChooser, tal_comparison_chooser, TAL, COMPARISON_CHOOSER, GtkWidget)

GtkWidget *tal_comparison_chooser_new (void);

/* An array of const TalSeries *, which differ in 'varying'; all are chosen then, up to as many as
 * one chart can tell apart; of the family that it has already, those that were. */
void tal_comparison_chooser_set_family (TalComparisonChooser *self,
                                        const TalCatalogue   *catalogue,
                                        const GPtrArray      *family,
                                        TalDimension          varying);
/* Adds the TalId of each that is chosen, in the family's order. */
void tal_comparison_chooser_list (TalComparisonChooser *self, GArray *series);

G_END_DECLS
