/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-attainment-state.h"

const char *const tal_attainment_words[] = {
  "computed",    "met",          "not-met",   "met-so-far", "not-yet-met",
  "already-met", "not-measured", "no-target", NULL,
};

const char *
tal_attainment_get_name (TalAttainment self)
{
  g_return_val_if_fail (self <= TAL_ATTAINMENT_NO_TARGET, NULL);

  return tal_attainment_words[self];
}

gboolean
tal_attainment_is_met (TalAttainment self)
{
  return self == TAL_ATTAINMENT_MET || self == TAL_ATTAINMENT_ALREADY_MET ||
         self == TAL_ATTAINMENT_MET_SO_FAR;
}

gboolean
tal_attainment_is_missed (TalAttainment self)
{
  return self == TAL_ATTAINMENT_NOT_MET || self == TAL_ATTAINMENT_NOT_YET_MET;
}

gboolean
tal_attainment_is_preliminary (TalAttainment self)
{
  return self == TAL_ATTAINMENT_MET_SO_FAR || self == TAL_ATTAINMENT_NOT_YET_MET ||
         self == TAL_ATTAINMENT_ALREADY_MET;
}
