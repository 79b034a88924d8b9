/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done to a figure, in the words of the history: "“Deltagere”, 2023: 545
 * corrected to 546".
 */

#pragma once

#include "core/tal-observation.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

/* With the name of the series and the period.  Either record may be NULL, not both. */
char *tal_edit_text_for_figure (const TalSeries      *series,
                                const TalObservation *before,
                                const TalObservation *after);
/* Without them: "545 corrected to 546", "marked as final", "remark changed". */
char *tal_edit_text_for_change (const TalObservation *before, const TalObservation *after);
/* "545", "7,3", "545*" where preliminary; "not available" where missing. */
char *tal_edit_text_for_value (const TalObservation *observation);

G_END_DECLS
