/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-palette.h"

#include <math.h>

typedef struct
{
  const char *name;
  guint32     light;
  guint32     dark;
} Colour;

static const Colour colours[TAL_CHART_N_INKS] = {
  [TAL_CHART_INK_NONE] = { "none", 0, 0 },
  [TAL_CHART_INK_GROUND] = { "ground", 0xffffff, 0x363636 },
  [TAL_CHART_INK_TEXT] = { "text", 0x2a2a2a, 0xffffff },
  [TAL_CHART_INK_DIM_TEXT] = { "dim-text", 0x6b6b6b, 0xb8b8b8 },
  [TAL_CHART_INK_GRID] = { "grid", 0xe4e4e4, 0x4c4c4c },
  [TAL_CHART_INK_ZERO_LINE] = { "zero-line", 0x9a9996, 0x8a8a8a },
  [TAL_CHART_INK_TRACK] = { "track", 0xececec, 0x4a4a4a },
  [TAL_CHART_INK_BAND] = { "band", 0xececec, 0x4a4a4a },
  [TAL_CHART_INK_AVOID] = { "avoid", 0xf6dfd3, 0x5a4337 },
  [TAL_CHART_INK_LINK] = { "link", 0x8f8d95, 0xa5a3ab },
  [TAL_CHART_INK_TARGET] = { "target", 0x2a2a2a, 0xffffff },
  [TAL_CHART_INK_MET] = { "met", 0x0e8073, 0x7be3b2 },
  [TAL_CHART_INK_NOT_MET] = { "not-met", 0xc04100, 0xf58a3c },
  [TAL_CHART_INK_OPEN] = { "open", 0x77767b, 0xa5a3a0 },
  [TAL_CHART_INK_ON_MET] = { "on-met", 0xffffff, 0x1a1a1a },
  [TAL_CHART_INK_ON_NOT_MET] = { "on-not-met", 0xffffff, 0x1a1a1a },
  [TAL_CHART_INK_ON_OPEN] = { "on-open", 0xffffff, 0x1a1a1a },
  [TAL_CHART_INK_SERIES] = { "series-1", 0x0e57cd, 0x36a0fa },
  [TAL_CHART_INK_SERIES + 1] = { "series-2", 0xbf512c, 0xf87925 },
  [TAL_CHART_INK_SERIES + 2] = { "series-3", 0x30a08b, 0x74faab },
  [TAL_CHART_INK_SERIES + 3] = { "series-4", 0x801455, 0xc981a8 },
  [TAL_CHART_INK_SERIES + 4] = { "series-5", 0xb68b0d, 0xf6c512 },
  [TAL_CHART_INK_SERIES + 5] = { "series-6", 0x65636c, 0xbebec8 },
  [TAL_CHART_INK_NAME] = { "name-1", 0x0e57cd, 0x62b5ff },
  [TAL_CHART_INK_NAME + 1] = { "name-2", 0xb34a27, 0xff9450 },
  [TAL_CHART_INK_NAME + 2] = { "name-3", 0x1c7766, 0x74faab },
  [TAL_CHART_INK_NAME + 3] = { "name-4", 0x801455, 0xdca0c2 },
  [TAL_CHART_INK_NAME + 4] = { "name-5", 0x856400, 0xf6c512 },
  [TAL_CHART_INK_NAME + 5] = { "name-6", 0x65636c, 0xc6c6cf },
  [TAL_CHART_INK_ON] = { "on-1", 0xffffff, 0x1a1a1a },
  [TAL_CHART_INK_ON + 1] = { "on-2", 0xffffff, 0x1a1a1a },
  [TAL_CHART_INK_ON + 2] = { "on-3", 0x000000, 0x1a1a1a },
  [TAL_CHART_INK_ON + 3] = { "on-4", 0xffffff, 0x1a1a1a },
  [TAL_CHART_INK_ON + 4] = { "on-5", 0x000000, 0x1a1a1a },
  [TAL_CHART_INK_ON + 5] = { "on-6", 0xffffff, 0x1a1a1a },
  [TAL_CHART_INK_REST] = { "rest-1", 0x8f8d95, 0xa5a3ab },
  [TAL_CHART_INK_REST + 1] = { "rest-2", 0xc4c3c8, 0x6d6b73 },
  [TAL_CHART_INK_REST + 2] = { "rest-3", 0xe3e2e6, 0x4c4b50 },
  [TAL_CHART_INK_ON_REST] = { "on-rest-1", 0x000000, 0x1a1a1a },
  [TAL_CHART_INK_ON_REST + 1] = { "on-rest-2", 0x2a2a2a, 0xffffff },
  [TAL_CHART_INK_ON_REST + 2] = { "on-rest-3", 0x2a2a2a, 0xffffff },
  [TAL_CHART_INK_REST_EDGE] = { "rest-edge", 0x8f8d95, 0x9a98a1 },
};

static TalChartInk
strengthen (TalChartInk ink)
{
  switch ((int)ink)
    {
    case TAL_CHART_INK_DIM_TEXT:
    case TAL_CHART_INK_GRID:
    case TAL_CHART_INK_ZERO_LINE:
    case TAL_CHART_INK_LINK:
    case TAL_CHART_INK_REST_EDGE:
      return TAL_CHART_INK_TEXT;
    default:
      return ink;
    }
}

guint32
tal_chart_palette_get (TalChartTheme theme, gboolean high_contrast, TalChartInk ink)
{
  g_return_val_if_fail (ink > TAL_CHART_INK_NONE && ink < TAL_CHART_N_INKS, 0);

  if (high_contrast)
    ink = strengthen (ink);
  return theme == TAL_CHART_THEME_DARK ? colours[ink].dark : colours[ink].light;
}

const char *
tal_chart_ink_get_name (TalChartInk ink)
{
  g_return_val_if_fail (ink < TAL_CHART_N_INKS, NULL);

  return colours[ink].name;
}

/* One channel of eight bits, made linear (sRGB, IEC 61966-2-1). */
static double
linearise (guint32 channel)
{
  double part = (double)(channel & 0xff) / 255;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
measure_luminance (guint32 colour)
{
  return 0.2126 * linearise (colour >> 16) + 0.7152 * linearise (colour >> 8) +
         0.0722 * linearise (colour);
}

double
tal_chart_palette_measure_contrast (guint32 a, guint32 b)
{
  double one = measure_luminance (a);
  double other = measure_luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}
