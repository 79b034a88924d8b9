/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-dash.h"

static const struct
{
  double lengths[4];
  guint  n_lengths;
} patterns[TAL_CHART_N_DASHES] = {
  [TAL_CHART_DASH_SOLID] = { { 0 }, 0 },     [TAL_CHART_DASH_LONG] = { { 6, 3 }, 2 },
  [TAL_CHART_DASH_SHORT] = { { 2, 2 }, 2 },  [TAL_CHART_DASH_MIXED] = { { 8, 3, 2, 3 }, 4 },
  [TAL_CHART_DASH_DOTTED] = { { 1, 2 }, 2 }, [TAL_CHART_DASH_UNCERTAIN] = { { 5, 4 }, 2 },
};

const double *
tal_chart_dash_get_pattern (TalChartDash dash, guint *ret_length)
{
  g_return_val_if_fail (dash < TAL_CHART_N_DASHES, NULL);
  g_return_val_if_fail (ret_length != NULL, NULL);

  *ret_length = patterns[dash].n_lengths;
  return patterns[dash].lengths;
}

guint
tal_chart_marker_list_corners (TalChartMarker marker, TalChartBox box, TalChartPoint corners[4])
{
  double right = box.x + box.width;
  double bottom = box.y + box.height;
  double middle_x = box.x + box.width / 2;
  double middle_y = box.y + box.height / 2;

  switch (marker)
    {
    case TAL_CHART_MARKER_CIRCLE:
      return 0;
    case TAL_CHART_MARKER_SQUARE:
      corners[0] = (TalChartPoint){ box.x, box.y };
      corners[1] = (TalChartPoint){ right, box.y };
      corners[2] = (TalChartPoint){ right, bottom };
      corners[3] = (TalChartPoint){ box.x, bottom };
      return 4;
    case TAL_CHART_MARKER_TRIANGLE:
      corners[0] = (TalChartPoint){ middle_x, box.y };
      corners[1] = (TalChartPoint){ right, bottom };
      corners[2] = (TalChartPoint){ box.x, bottom };
      return 3;
    case TAL_CHART_MARKER_DIAMOND:
      corners[0] = (TalChartPoint){ middle_x, box.y };
      corners[1] = (TalChartPoint){ right, middle_y };
      corners[2] = (TalChartPoint){ middle_x, bottom };
      corners[3] = (TalChartPoint){ box.x, middle_y };
      return 4;
    case TAL_CHART_MARKER_CROSS:
      corners[0] = (TalChartPoint){ box.x, box.y };
      corners[1] = (TalChartPoint){ right, bottom };
      corners[2] = (TalChartPoint){ right, box.y };
      corners[3] = (TalChartPoint){ box.x, bottom };
      return 4;
    case TAL_CHART_MARKER_CHECK:
      corners[0] = (TalChartPoint){ box.x, middle_y };
      corners[1] = (TalChartPoint){ box.x + box.width * 0.4, bottom - box.height * 0.1 };
      corners[2] = (TalChartPoint){ box.x + box.width * 0.4, bottom - box.height * 0.1 };
      corners[3] = (TalChartPoint){ right, box.y + box.height * 0.1 };
      return 4;
    }
  g_return_val_if_reached (0);
}

gboolean
tal_chart_marker_is_open (TalChartMarker marker)
{
  return marker == TAL_CHART_MARKER_CROSS || marker == TAL_CHART_MARKER_CHECK;
}
