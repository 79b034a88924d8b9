/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which series belong in one picture: a family is the same measure of several target groups,
 * areas, offers or providers; the parts of a total are what it is the sum of.  Read from the
 * records alone, never from figures.
 *
 * It would rather leave one out than put side by side what does not belong together.
 * Whether the figures may be *compared* is another question.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-member.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

/* Whom it is of in that dimension; TAL_ID_NONE where it has no member there. */
TalId tal_series_get_member (const TalSeries *series, TalDimension dimension);

/* The series that are as this one but for 'varying': an array of const TalSeries *, borrowed
 * from the catalogue, in the order in which they were made, itself among them.  Empty where
 * it has no member there or isn't in the catalogue; it alone where nothing is like it.
 *
 * They are of the same plan and initiative, count the same in the same unit (of full-time
 * and full-year persons whatever they are called), are changes
 * (over as long) or are not, and have the same members in the other dimensions.  What
 * stands before the last ": " of their names is the same; without one they count something
 * by the same definition, of the same people, for a share's name alone does not say what it
 * is a share of.
 *
 * Each member is there once.  Of several series of one, that is taken which is a total as
 * this one is or is not, which isn't merely what a paper printed of a total, and which was
 * made first.  A total of another in the family is left out, and so is what this one is a
 * total of; a series that is a part of its own member's total stands alone. */
GPtrArray *tal_series_family_list (const TalCatalogue *catalogue,
                                   const TalSeries    *series,
                                   TalDimension        varying);

/* Its name within the family: that of its member.  NULL where it has none. */
char *tal_series_family_dup_name (const TalCatalogue *catalogue,
                                  const TalSeries    *series,
                                  TalDimension        varying);

typedef struct
{
  const TalSeries *series;
  guint            depth; /* 0 is a term of the total, 1 a term of that ("heraf"), and so on */
} TalSeriesPart;

/* What the total, computed or stated, is the sum of: an array of TalSeriesPart, its terms in
 * their order, each before its own parts.  Each series once.  Empty where it is no sum, or
 * one from which something is subtracted. */
GArray *tal_series_family_list_parts (const TalCatalogue *catalogue, const TalSeries *total);

G_END_DECLS
