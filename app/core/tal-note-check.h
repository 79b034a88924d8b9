/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A finished note held against the figures: tal_note_check.  Every number of the text agrees
 * with a figure, differs from one that it must be, or is unknown; and every word of a rise or
 * fall, of a goal met or missed, is held against the figures that it speaks of.
 *
 * It reads text and figures only: what a table says about itself is another check's.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-remark.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

/* Adds to the remarks, an array of TalRemark, in the order of the text.  'passages' is an
 * array of TalPassage.  FALSE with the run source's error, or TAL_ERROR_DAMAGED where series
 * are made of one another in a ring. */
gboolean tal_note_check (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const GPtrArray    *passages,
                         TalDay              today,
                         GPtrArray          *remarks,
                         GError            **error);

G_END_DECLS
