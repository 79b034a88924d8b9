/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where what stands side by side in a row of the overview stands: in pixels, by the row's own font,
 * so that the bars of every row, and the axis above them, agree at every width and text size.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Between two of them. */
#define TAL_ROW_COLUMNS_SPACING 16

typedef struct
{
  int number_width;
  int text_start;
  int text_width;
  int bars_start;
  int bars_width;
  int share_start;
  int share_width;
  int menu_start;
  int menu_width;
  int arrow_start;
  int arrow_width;
} TalRowColumns;

/* For a row that is given 'width' without its frame, with these bars, or this axis, and this
 * button; what has no number begins where the numbers do.  Where there is no room, everything has
 * the least it can have. */
TalRowColumns tal_row_columns_for_width (
    GtkWidget *row, GtkWidget *bars, GtkWidget *menu_button, gboolean numbered, int width);
/* The least width in which they do not run into one another. */
int tal_row_columns_measure (GtkWidget *row, GtkWidget *bars, GtkWidget *menu_button);

G_END_DECLS
