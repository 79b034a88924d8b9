/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/overview/tal-row-columns.h"

#define SPACING TAL_ROW_COLUMNS_SPACING
#define NUMBER_DIGITS 2
/* Of the text: the least, and what it gets before the bars have all they wish. */
#define TEXT_CHARS 14
#define TEXT_CHARS_WISHED 24
/* How many goals are met, behind a check mark. */
#define SHARE_DIGITS 6
#define CHECK_WIDTH 21
#define ARROW_WIDTH 16

static void
measure_font (GtkWidget *row, int *ret_char_width, int *ret_digit_width)
{
  PangoContext     *context = gtk_widget_get_pango_context (row);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *ret_digit_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  *ret_char_width =
      MAX (PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics)),
           *ret_digit_width);
  pango_font_metrics_unref (metrics);
}

TalRowColumns
tal_row_columns_for_width (
    GtkWidget *row, GtkWidget *bars, GtkWidget *menu_button, gboolean numbered, int width)
{
  TalRowColumns columns = { 0 };
  int           char_width = 0;
  int           digit_width = 0;
  int           bars_least = 0;
  int           bars_wished = 0;
  int           bars_end = 0;
  int           room = 0;
  int           wished = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (row), columns);

  measure_font (row, &char_width, &digit_width);
  gtk_widget_measure (bars, GTK_ORIENTATION_HORIZONTAL, -1, &bars_least, &bars_wished, NULL, NULL);
  gtk_widget_measure (menu_button, GTK_ORIENTATION_HORIZONTAL, -1, &columns.menu_width, NULL, NULL,
                      NULL);

  columns.number_width = NUMBER_DIGITS * digit_width;
  columns.text_start = columns.number_width + SPACING;
  columns.text_width = TEXT_CHARS * char_width;
  columns.share_width = SHARE_DIGITS * digit_width + CHECK_WIDTH;
  columns.arrow_width = ARROW_WIDTH;

  columns.arrow_start = width - columns.arrow_width;
  columns.menu_start = columns.arrow_start - SPACING - columns.menu_width;
  columns.share_start = columns.menu_start - SPACING - columns.share_width;
  bars_end = columns.share_start - SPACING;

  /* What is left over is shared, as much as each wishes. */
  room = bars_end - columns.text_start - columns.text_width - SPACING - bars_least;
  wished = bars_wished - bars_least + (TEXT_CHARS_WISHED - TEXT_CHARS) * char_width;
  columns.bars_width = bars_least + (bars_wished - bars_least) * CLAMP (room, 0, wished) / wished;
  columns.bars_start = bars_end - columns.bars_width;
  if (!numbered)
    columns.text_start = 0;
  columns.text_width = MAX (columns.bars_start - SPACING - columns.text_start, columns.text_width);
  return columns;
}

int
tal_row_columns_measure (GtkWidget *row, GtkWidget *bars, GtkWidget *menu_button)
{
  TalRowColumns columns = tal_row_columns_for_width (row, bars, menu_button, TRUE, 0);

  return columns.text_start + columns.text_width + SPACING - columns.bars_start;
}
