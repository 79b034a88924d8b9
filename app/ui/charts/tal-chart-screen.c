/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/charts/tal-chart-screen.h"

#include <adwaita.h>

/* The height in pixels of the text around charts that charts are drawn for. */
#define PLAIN_TEXT_HEIGHT (11 * 96 / 72.0)

static struct
{
  TalChartTypesetter *typesetter; /* NULL while no view has it */
  guint               n_users;
} shared;

TalChartTypesetter *
tal_chart_screen_take_typesetter (const char *family)
{
  if (shared.typesetter == NULL)
    shared.typesetter = tal_chart_typesetter_new (family);
  if (g_strcmp0 (tal_chart_typesetter_get_family (shared.typesetter), family) != 0)
    return tal_chart_typesetter_new (family);

  shared.n_users++;
  return shared.typesetter;
}

void
tal_chart_screen_give_back (TalChartTypesetter *typesetter)
{
  g_return_if_fail (typesetter != NULL);

  if (typesetter != shared.typesetter)
    {
      tal_chart_typesetter_free (typesetter);
      return;
    }
  if (--shared.n_users == 0)
    g_clear_pointer (&shared.typesetter, tal_chart_typesetter_free);
}

double
tal_chart_screen_measure_scale (PangoContext *context)
{
  const PangoFontDescription *font = NULL;
  double                      size;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), 1);

  font = pango_context_get_font_description (context);
  size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size > 0 ? size / PLAIN_TEXT_HEIGHT : 1;
}

TalChartStyle
tal_chart_screen_get_style (const char *family)
{
  AdwStyleManager *styles = adw_style_manager_get_default ();
  TalChartStyle    style = { .theme = TAL_CHART_THEME_LIGHT, .family = family };

  if (adw_style_manager_get_dark (styles))
    style.theme = TAL_CHART_THEME_DARK;
  style.high_contrast = adw_style_manager_get_high_contrast (styles);
  return style;
}
