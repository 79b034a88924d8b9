/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of one side of a comparison, in the words of its records. */

#pragma once

#include "core/tal-comparability.h"

#include <glib.h>

G_BEGIN_DECLS

/* Borrowed from the records.  Texts that are not recorded are NULL. */
typedef struct
{
  const TalComparabilitySubject *subject;
  const char                    *source;
  const char                    *method;
  const char                    *population;
  const TalRecord               *members[4];     /* by TalDimension; NULL is none */
  GPtrArray                     *below;          /* const TalSeries * of a share's denominator */
  TalId                          initiative;     /* or none */
  gboolean                       not_comparable; /* with another initiative of its plan */
} TalComparabilitySide;

TalComparabilitySide tal_comparability_side_for_subject (const TalCatalogue            *catalogue,
                                                         const TalComparabilitySubject *subject);
void                 tal_comparability_side_clear (TalComparabilitySide *self);

/* A part of a whole, which has a denominator whether it is known or not. */
gboolean tal_comparability_side_is_share (const TalComparabilitySide *self);
/* What the share's definition says that it is a share of, "den samlede aktivering" where it
 * has "andel af den samlede aktivering, som …"; NULL where it says none.  To be freed. */
char *tal_comparability_side_dup_whole (const TalComparabilitySide *self);
/* The names of the series that it is known to be a share of; NULL where there are none.  To be
 * freed. */
char *tal_comparability_side_dup_below (const TalComparabilitySide *self);
/* The side's word for a thing that differs; NULL where it has none.  To be freed. */
char *tal_comparability_side_dup_word (const TalComparabilitySide *self, TalDifference difference);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalComparabilitySide, tal_comparability_side_clear)

G_END_DECLS
