/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-chart-file.h"

#include "base/tal-error.h"
#include "exchange/tal-file-output.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char    *suffix;
  TalChartFormat format;
} formats[] = {
  { ".svg", TAL_CHART_FORMAT_SVG },
  { ".png", TAL_CHART_FORMAT_PNG },
  { ".pdf", TAL_CHART_FORMAT_PDF },
};

gboolean
tal_chart_file_find_format (const char *name, TalChartFormat *ret_format, GError **error)
{
  g_autofree char *folded = NULL;
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (name != NULL && ret_format != NULL, FALSE);

  folded = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (!g_str_has_suffix (folded, formats[i].suffix))
        continue;
      *ret_format = formats[i].format;
      return TRUE;
    }

  quoted = tal_error_dup_quotable (name);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
               _ ("A chart is written as .svg, .png or .pdf, and “%s” ends in none of them."),
                  quoted);
  return FALSE;
}

gboolean
tal_chart_file_write (const TalChartSpec  *spec,
                      const TalChartStyle *style,
                      const TalChartSize  *size,
                      const char          *path,
                      GError             **error)
{
  g_autoptr (GBytes) bytes = NULL;
  TalChartFormat     format;

  g_return_val_if_fail (spec != NULL && style != NULL && size != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!tal_chart_file_find_format (path, &format, error))
    return FALSE;
  bytes = tal_chart_picture_write (spec, style, format, size, error);
  if (bytes == NULL)
    return FALSE;
  return tal_file_output_save (path, bytes, error);
}
