/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which figures of a collection must not leave it: small counts of series that are confidential,
 * or of every series that counts people and cases where somebody asks for that, and so many more
 * that none of them can be worked out from what is shown (see core/tal-masking.h).
 *
 * It is decided over all series and periods at once, whatever part is written, so that two files
 * of the same collection hide the same.  A total over parts, a part of a whole, a share of counts
 * and a longer period made of shorter ones each bind the figures that they are made of; what is
 * computed otherwise, a change or a difference, is hidden where anything in it is.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalSheetMasking TalSheetMasking;

/* 'below' hides counts under it in every series that counts; 0 only those of confidential series.
 * NULL with the run source's error. */
TalSheetMasking *tal_sheet_masking_new (const TalCatalogue *catalogue,
                                        TalRunSource       *runs,
                                        int                 below,
                                        GError            **error);
void             tal_sheet_masking_free (TalSheetMasking *self);

gboolean tal_sheet_masking_hides (const TalSheetMasking *self,
                                  const TalSeries       *series,
                                  TalPeriod              period);
/* The limit of what it hides; 0 where it hides nothing. */
int tal_sheet_masking_get_limit (const TalSheetMasking *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalSheetMasking, tal_sheet_masking_free)

G_END_DECLS
