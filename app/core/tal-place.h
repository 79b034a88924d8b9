/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where in a collection an object is seen: the initiative it belongs to, the goal, and of
 * a figure which part of the goal's result it is.  For whoever says in words what was
 * changed, or goes there.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

/* Which figure of a goal. */
typedef enum
{
  TAL_PART_VALUE,
  TAL_PART_NUMERATOR,
  TAL_PART_DENOMINATOR,
} TalPart;

#define TAL_N_PARTS (TAL_PART_DENOMINATOR + 1)

typedef struct
{
  TalId    initiative; /* none where it belongs to none, such as a target group */
  TalId    goal;       /* none where it is about no goal */
  gboolean is_part;    /* of a figure: whether it alone is that part of the goal's result */
  TalPart  part;
} TalPlace;

/* Of an object that the catalogue may lack, as 'record' says. */
TalPlace tal_place_for_record (const TalCatalogue *catalogue, const TalRecord *record);
/* Of the figures of a series.  Where several goals rest on it: of one whose result it is,
 * else whose numerator or denominator it is; of two alike the first in the catalogue. */
TalPlace tal_place_for_series (const TalCatalogue *catalogue, TalId series);
/* What a part is of its goal: "numerator", translated. */
const char *tal_part_get_title (TalPart part);

G_END_DECLS
