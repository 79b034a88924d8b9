/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-danish-unit.h"

const char *
tal_danish_unit_get_noun (TalMeasureUnit unit)
{
  switch (unit)
    {
    case TAL_MEASURE_UNIT_PERSONS:
      return "personer";
    case TAL_MEASURE_UNIT_FULL_TIME_PERSONS:
      return "fuldtidspersoner";
    case TAL_MEASURE_UNIT_FULL_YEAR_PERSONS:
      return "helårspersoner";
    case TAL_MEASURE_UNIT_FULL_YEAR_PLACES:
      return "helårspladser";
    case TAL_MEASURE_UNIT_FAMILIES:
      return "familier";
    case TAL_MEASURE_UNIT_COURSES:
      return "forløb";
    case TAL_MEASURE_UNIT_PLACEMENTS:
      return "placeringer";
    case TAL_MEASURE_UNIT_CASES:
      return "sager";
    case TAL_MEASURE_UNIT_AWARDS:
      return "tilkendelser";
    case TAL_MEASURE_UNIT_COUNT:
      return "antal";
    case TAL_MEASURE_UNIT_PER_CENT:
      return "procent";
    case TAL_MEASURE_UNIT_PERCENTAGE_POINTS:
      return "procentpoint";
    case TAL_MEASURE_UNIT_RATIO:
      return "forholdstal";
    case TAL_MEASURE_UNIT_INDEX:
      return "indekstal";
    case TAL_MEASURE_UNIT_WEEKS:
      return "uger";
    case TAL_MEASURE_UNIT_DKK:
      return "kroner";
    case TAL_MEASURE_UNIT_MILLION_DKK:
      return "millioner kroner";
    }

  g_return_val_if_reached (NULL);
}
