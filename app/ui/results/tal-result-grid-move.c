/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which cell of a result grid is active and which are chosen. */

#include "config.h"

#include "ui/results/tal-result-grid-private.h"

static guint
get_n_rows (TalResultGrid *self)
{
  return self->model != NULL ? tal_entry_grid_get_n_rows (self->model) : 0;
}

static guint
get_n_columns (TalResultGrid *self)
{
  return self->model != NULL ? tal_entry_grid_get_n_columns (self->model) : 0;
}

graphene_rect_t
tal_result_grid_get_active_area (TalResultGrid *self)
{
  const TalResultColumns *columns = self->columns;
  GtkAdjustment          *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int                     top = vertical != NULL ? (int)gtk_adjustment_get_value (vertical) : 0;

  if (self->column >= columns->ends->len)
    return *graphene_rect_zero ();

  return GRAPHENE_RECT_INIT ((float)(tal_result_columns_get_sticky (columns) +
                                     tal_result_columns_get_start (columns, self->column) -
                                     columns->scroll),
                             (float)((int)(self->row + 1) * self->row_height - top),
                             (float)tal_result_columns_get_width (columns, self->column),
                             (float)self->row_height);
}

static void
scroll_into (GtkAdjustment *adjustment, int start, int length)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, start, start + length);
}

void
tal_result_grid_scroll_to_active (TalResultGrid *self)
{
  if (self->column >= self->columns->ends->len)
    return;

  scroll_into (self->adjustments[GTK_ORIENTATION_VERTICAL], (int)self->row * self->row_height,
               self->row_height);
  scroll_into (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
               tal_result_columns_get_start (self->columns, self->column),
               tal_result_columns_get_width (self->columns, self->column));
}

void
tal_result_grid_focus_active (TalResultGrid *self)
{
  GtkWidget *cell = tal_result_grid_find_cell (self, self->row, self->column);

  self->focus_wanted = cell == NULL;
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

void
tal_result_grid_activate (TalResultGrid *self, guint row, guint column, gboolean extend)
{
  if (row >= get_n_rows (self) || column >= get_n_columns (self) ||
      tal_entry_grid_is_heading (self->model, row))
    return;

  self->row = row;
  self->column = column;
  if (!extend)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  tal_result_grid_show_rows (self);
  tal_result_grid_scroll_to_active (self);
  tal_result_grid_focus_active (self);
  tal_result_grid_emit_moved (self);
}

/* The row so many figures away, and the last one before there are none. */
static guint
find_row_from (TalResultGrid *self, int rows)
{
  guint found = self->row;
  int   step = rows < 0 ? -1 : 1;

  for (gint64 row = (gint64)self->row + step;
       rows != 0 && row >= 0 && row < (gint64)get_n_rows (self); row += step)
    {
      if (tal_entry_grid_is_heading (self->model, (guint)row))
        continue;
      found = (guint)row;
      rows -= step;
    }

  return found;
}

void
tal_result_grid_move (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  gint64 column = (gint64)self->column + columns;

  if (get_n_columns (self) == 0)
    return;
  tal_result_grid_activate (self, find_row_from (self, rows),
                            (guint)CLAMP (column, 0, (gint64)get_n_columns (self) - 1), extend);
}

gboolean
tal_result_grid_move_on (TalResultGrid *self, int step)
{
  gint64 n_columns = get_n_columns (self);
  gint64 n_cells = (gint64)get_n_rows (self) * n_columns;

  for (gint64 cell = (gint64)self->row * n_columns + self->column + step;
       cell >= 0 && cell < n_cells; cell += step)
    {
      guint row = (guint)(cell / n_columns);
      guint column = (guint)(cell % n_columns);

      if (!tal_entry_grid_is_heading (self->model, row) &&
          tal_entry_grid_is_editable (self->model, row, column))
        {
          tal_result_grid_activate (self, row, column, FALSE);
          return TRUE;
        }
    }

  return FALSE;
}

void
tal_result_grid_select_all (TalResultGrid *self)
{
  if (get_n_rows (self) == 0 || get_n_columns (self) == 0)
    return;

  self->anchor_row = 0;
  self->anchor_column = 0;
  tal_result_grid_activate (self, get_n_rows (self) - 1, get_n_columns (self) - 1, TRUE);
}

void
tal_result_grid_find_first (TalResultGrid *self)
{
  guint n_columns = tal_entry_grid_get_n_columns (self->model);

  self->row = 0;
  self->column = 0;
  for (guint row = 0; row < get_n_rows (self); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          if (!tal_entry_grid_is_heading (self->model, row) &&
              tal_entry_grid_is_editable (self->model, row, column))
            {
              self->row = row;
              self->column = column;
              return;
            }
        }
    }
}

gboolean
tal_result_grid_get_active (TalResultGrid *self, guint *ret_row, guint *ret_column)
{
  g_return_val_if_fail (TAL_IS_RESULT_GRID (self), FALSE);
  g_return_val_if_fail (ret_row != NULL && ret_column != NULL, FALSE);

  if (self->row >= get_n_rows (self) || self->column >= get_n_columns (self) ||
      tal_entry_grid_is_heading (self->model, self->row))
    return FALSE;

  *ret_row = self->row;
  *ret_column = self->column;
  return TRUE;
}

void
tal_result_grid_go_to (TalResultGrid *self, guint row, guint column)
{
  g_return_if_fail (TAL_IS_RESULT_GRID (self));

  tal_result_grid_finish_edit (self);
  tal_result_grid_activate (self, row, column, FALSE);
}

TalResultRange
tal_result_grid_get_selection (TalResultGrid *self)
{
  TalResultRange range;

  g_return_val_if_fail (TAL_IS_RESULT_GRID (self), ((TalResultRange){ 0 }));

  range.row = MIN (self->row, self->anchor_row);
  range.column = MIN (self->column, self->anchor_column);
  range.n_rows = MAX (self->row, self->anchor_row) - range.row + 1;
  range.n_columns = MAX (self->column, self->anchor_column) - range.column + 1;
  range.active_row = self->row;
  range.active_column = self->column;
  return range;
}

void
tal_result_grid_set_compact (TalResultGrid *self, gboolean compact)
{
  g_return_if_fail (TAL_IS_RESULT_GRID (self));

  self->compact = compact;
  self->stale = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
