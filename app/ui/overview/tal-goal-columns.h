/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the number, the bar and the words of a goal stand in the overview: in pixels of
 * the widget's own font, so that rows and the axis above them agree at every text size.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  int number_end; /* goal numbers end here, flush right */
  int bar_start;
  int bar_width;
  int text_start;
  int line_height; /* of one goal, the gap to the next one included */
  int bar_height;
} TalGoalColumns;

/* For a widget that is given 'width'. */
TalGoalColumns tal_goal_columns_for_width (GtkWidget *widget, int width);
void           tal_goal_columns_measure (GtkWidget *widget, int *ret_minimum, int *ret_natural);

G_END_DECLS
