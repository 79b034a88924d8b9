/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says of one initiative in a line. */

#pragma once

#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-sentence.h"
#include "model/tal-status-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* How its goals stand. */
TalTally tal_initiative_text_tally (const TalInitiative *self, const TalStatusTable *statuses);

/* Its years where they are not its plan's, its money, how many took part: "3,3 mio. kr. ·
 * 545 deltagere"; empty where nothing is known. */
char *tal_initiative_text_subtitle (const TalInitiative *self, const TalStatusTable *statuses);

/* For a reader who hears the row: its name, how many goals were met, and each goal. */
char *tal_initiative_text_spoken (const TalInitiative *self, const TalStatusTable *statuses);

/* Its plan's name and its number there. */
char *tal_initiative_text_place (const TalInitiative *self, const TalCatalogue *catalogue);

/* The plan it belongs to; NULL where it has none. */
const TalPlan *tal_initiative_text_find_plan (const TalInitiative *self,
                                              const TalCatalogue  *catalogue);

/* Whether a search for 'wanted', folded as tal_danish_collation_dup_folded does, finds it: in
 * its name, its plan's, or the wording of a goal. */
gboolean tal_initiative_text_is_found (const TalInitiative  *self,
                                       const TalStatusTable *statuses,
                                       const char           *wanted);

G_END_DECLS
