/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of every record before it is stored: the rules that no import and
 * no hand may break.  Pure; whether a figure is *plausible* is another question.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

/* Checks the changes against the catalogue as it will be: required fields, fields that
 * can be read back, references to records of the right kind and dimension, days in order,
 * a value or a reason for none, whole counts, no negative counts, entered shares of a
 * known count from 0 to 100 (a growth in per cent may be anything), observations only of
 * entered series, terms where a series is derived, breaks of a series that are of
 * different days and not too many, one closing of a period for each plan and a reason where it
 * was reopened, no figure changed that a closing locks, no ring of series or parents, no more series upon one
 * another than can be computed, and nothing removed that something else in the catalogue
 * still needs.  Adds a TalProblem for each breach to 'problems' and says whether there was
 * none. */
gboolean tal_validate_changes (const TalCatalogue *after,
                               const TalChangeSet *changes,
                               GPtrArray          *problems);

/* The same, as an error with the first problem's sentence: TAL_ERROR_INVALID_RECORD. */
gboolean tal_validate_changes_or_refuse (const TalCatalogue *after,
                                         const TalChangeSet *changes,
                                         GError            **error);

/* Three parts of it.  What a record by itself breaks, with 'after' around it. */
gboolean tal_validate_record (const TalCatalogue *after,
                              const TalRecord    *record,
                              GPtrArray          *problems);
/* Rings of series, and too many upon one another. */
gboolean tal_validate_series_order (const TalCatalogue *after, GPtrArray *problems);
/* Whether a closing that is not among the changes locks this one of them, that of a figure. */
gboolean tal_validate_lock (const TalCatalogue *after,
                            const TalChangeSet *changes,
                            const TalChange    *change,
                            GPtrArray          *problems);

/* What forbids the value in that series, as a sentence, and its code where 'ret_code' is not
 * NULL; NULL where nothing does. */
const char *tal_validate_value (const TalSeries *series, TalDecimal value, const char **ret_code);

G_END_DECLS
