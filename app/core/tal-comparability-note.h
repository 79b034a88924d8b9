/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Danish note on figures that differ.  It writes Danish by rule, whatever the language
 * of the program: notes stand under the committee's own tables.
 */

#pragma once

#include "core/tal-comparability-side.h"

#include <glib.h>

G_BEGIN_DECLS

/* One sentence; NULL where 'differences' is empty.  Names that begin with one of 'names'
 * (an array of const char *) keep their capital inside the sentence. */
char *tal_comparability_write_note (const TalComparabilitySide *sides,
                                    guint                       n_sides,
                                    TalComparabilityUse         use,
                                    TalComparabilityGrade       grade,
                                    TalDifference               differences,
                                    const GPtrArray            *names);

G_END_DECLS
