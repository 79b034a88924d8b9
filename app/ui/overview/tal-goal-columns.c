/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/overview/tal-goal-columns.h"

#define NUMBER_DIGITS 3
#define TEXT_DIGITS 18
#define BAR_MINIMUM 90
#define BAR_NATURAL 284
#define NUMBER_GAP 8
#define TEXT_GAP 10
/* The least height, and its part of a line, in per cent. */
#define BAR_HEIGHT 11
#define BAR_PER_LINE 55
#define LINE_MINIMUM 19

static void
measure_font (GtkWidget *widget, int *ret_digit_width, int *ret_line_height)
{
  PangoContext     *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *ret_digit_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  *ret_line_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) +
                                        pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
}

TalGoalColumns
tal_goal_columns_for_width (GtkWidget *widget, int width)
{
  TalGoalColumns columns = { 0 };
  int            digit_width;
  int            line_height;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), columns);

  measure_font (widget, &digit_width, &line_height);
  columns.number_end = NUMBER_DIGITS * digit_width;
  columns.bar_start = columns.number_end + NUMBER_GAP;
  columns.bar_width =
      MAX (width - columns.bar_start - TEXT_GAP - TEXT_DIGITS * digit_width, BAR_MINIMUM);
  columns.text_start = columns.bar_start + columns.bar_width + TEXT_GAP;
  columns.line_height = MAX (line_height + 2, LINE_MINIMUM);
  columns.bar_height = MAX (line_height * BAR_PER_LINE / 100, BAR_HEIGHT);
  return columns;
}

void
tal_goal_columns_measure (GtkWidget *widget, int *ret_minimum, int *ret_natural)
{
  int digit_width;
  int line_height;
  int words;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  measure_font (widget, &digit_width, &line_height);
  words = (NUMBER_DIGITS + TEXT_DIGITS) * digit_width + NUMBER_GAP + TEXT_GAP;
  *ret_minimum = words + BAR_MINIMUM;
  *ret_natural = words + BAR_NATURAL;
}
