/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-verdict.h"

TalChartInk
tal_chart_verdict_get_ink (TalAttainment attainment)
{
  switch (attainment)
    {
    case TAL_ATTAINMENT_MET:
    case TAL_ATTAINMENT_MET_SO_FAR:
    case TAL_ATTAINMENT_ALREADY_MET:
      return TAL_CHART_INK_MET;
    case TAL_ATTAINMENT_NOT_MET:
    case TAL_ATTAINMENT_NOT_YET_MET:
      return TAL_CHART_INK_NOT_MET;
    case TAL_ATTAINMENT_COMPUTED:
    case TAL_ATTAINMENT_NOT_MEASURED:
    case TAL_ATTAINMENT_NO_TARGET:
      break;
    }
  return TAL_CHART_INK_OPEN;
}

gboolean
tal_chart_verdict_find_marker (TalAttainment attainment, TalChartMarker *ret_marker)
{
  TalChartInk ink = tal_chart_verdict_get_ink (attainment);

  g_return_val_if_fail (ret_marker != NULL, FALSE);

  if (ink == TAL_CHART_INK_OPEN)
    return FALSE;
  *ret_marker = ink == TAL_CHART_INK_MET ? TAL_CHART_MARKER_CHECK : TAL_CHART_MARKER_CROSS;
  return TRUE;
}
