/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verdicts on a goal in a period, and their fixed words. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_ATTAINMENT_COMPUTED, /* no verdict yet: compute it */
  TAL_ATTAINMENT_MET,
  TAL_ATTAINMENT_NOT_MET,
  TAL_ATTAINMENT_MET_SO_FAR,  /* preliminary or the period isn't over */
  TAL_ATTAINMENT_NOT_YET_MET, /* likewise */
  TAL_ATTAINMENT_ALREADY_MET, /* preliminary, but can only rise */
  TAL_ATTAINMENT_NOT_MEASURED,
  TAL_ATTAINMENT_NO_TARGET,
} TalAttainment;

/* The words of TAL_FIELD_WORD, in the enumeration's order. */
extern const char *const tal_attainment_words[];

/* "met", "not-yet-met": the fixed word of files and scripts. */
const char *tal_attainment_get_name (TalAttainment self);
/* Met, already met or met so far: what "9 af 11 mål blev opnået" counts. */
gboolean tal_attainment_is_met (TalAttainment self);
/* Not met or not met yet: whoever reads it asks why. */
gboolean tal_attainment_is_missed (TalAttainment self);
/* Whether it rests on a figure that may still change, though the verdict may not. */
gboolean tal_attainment_is_preliminary (TalAttainment self);

G_END_DECLS
