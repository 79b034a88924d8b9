/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to call a record where a person must find it again: "Goal 5", "Figure “Deltagere”,
 * 2023".
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-record.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

/* Never NULL.  'catalogue' may lack the record itself. */
char *tal_title_for_record (const TalCatalogue *catalogue, const TalRecord *record);

/* The name alone: of a unit, member, plan, initiative, series; a goal's wording.  NULL
 * for other kinds. */
const char *tal_title_get_name (const TalRecord *record);

/* Of whom and where a series is: "Udsatte borgere, København"; NULL where nothing is said of it. */
char *tal_title_dup_members (const TalCatalogue *catalogue, const TalSeries *series);

G_END_DECLS
