/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From when to when figures are shown, out of the periods that there are.  "changed" is emitted
 * when a person has chosen.
 */

#pragma once

#include "core/tal-period.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_SPAN_CHOOSER (tal_span_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TalSpanChooser, tal_span_chooser, TAL, SPAN_CHOOSER, GtkWidget)

GtkWidget *tal_span_chooser_new (void);

/* An array of TalPeriod, oldest first, copied; all of them are chosen then. */
void tal_span_chooser_set_periods (TalSpanChooser *self, const GArray *periods);
/* TAL_DAY_NONE where nothing is left out at that end. */
TalDay tal_span_chooser_get_first (TalSpanChooser *self);
TalDay tal_span_chooser_get_last (TalSpanChooser *self);

G_END_DECLS
