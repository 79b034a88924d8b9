/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-result-row.h"

#include "ui/common/tal-spare.h"

#include <glib/gi18n-lib.h>

struct _TalResultRow
{
  GtkWidget parent_instance;

  const TalResultColumns *columns;
  guint                   row; /* G_MAXUINT while it shows none */
  gboolean                heading;
  GPtrArray              *cells; /* of TalResultCell, borrowed from the widget tree */
  GtkWidget              *number;
  GtkWidget              *title;
  GtkWidget              *summary; /* of a heading, at the far end */
};

G_DEFINE_FINAL_TYPE (TalResultRow, tal_result_row, GTK_TYPE_WIDGET)

static gboolean
range_contains (const TalResultRange *self, guint row, guint column)
{
  return row >= self->row && row - self->row < self->n_rows && column >= self->column &&
         column - self->column < self->n_columns;
}

static GtkWidget *
take_free_cell (TalResultRow *self)
{
  GtkWidget *cell = NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      if (tal_result_cell_get_column (g_ptr_array_index (self->cells, i)) == G_MAXUINT)
        return g_ptr_array_index (self->cells, i);
    }

  cell =
      tal_result_cell_new (self->row == TAL_RESULT_ROW_HEADINGS ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                                                : GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_set_focusable (cell, self->row != TAL_RESULT_ROW_HEADINGS);
  /* Before the ones that stay, which cover it. */
  gtk_widget_insert_before (cell, GTK_WIDGET (self), self->number);
  g_ptr_array_add (self->cells, cell);
  return cell;
}

GtkWidget *
tal_result_row_find_cell (TalResultRow *self, guint column)
{
  g_return_val_if_fail (TAL_IS_RESULT_ROW (self), NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      if (tal_result_cell_get_column (g_ptr_array_index (self->cells, i)) == column)
        return g_ptr_array_index (self->cells, i);
    }

  return NULL;
}

static void
release_cells (TalResultRow *self, gboolean all)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      TalResultCell *cell = g_ptr_array_index (self->cells, i);
      guint          column = tal_result_cell_get_column (cell);

      if (column == G_MAXUINT || (!all && tal_result_columns_is_needed (self->columns, column)))
        continue;
      tal_result_cell_set_column (cell, G_MAXUINT);
    }
}

/* Those that were released and not needed again: to hide them all before would cost more than
 * to fill them. */
static void
hide_free_cells (TalResultRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);

      if (tal_result_cell_get_column (TAL_RESULT_CELL (cell)) == G_MAXUINT)
        tal_spare_set_shown (cell, FALSE);
    }
}

static void
show_cell (TalResultRow *self, TalEntryGrid *model, guint column, const TalResultRange *selection)
{
  GtkWidget   *cell = tal_result_row_find_cell (self, column);
  TalEntryCell shown = { NULL };

  if (cell == NULL)
    cell = take_free_cell (self);
  tal_result_cell_set_column (TAL_RESULT_CELL (cell), column);
  tal_spare_set_shown (cell, TRUE);
  if (self->row == TAL_RESULT_ROW_HEADINGS)
    {
      g_autofree char *heading = tal_entry_grid_dup_heading (model, column);

      tal_result_cell_set_text (TAL_RESULT_CELL (cell), heading,
                                tal_entry_grid_is_numeric (model, column)
                                    ? TAL_RESULT_CELL_NUMERIC_HEADING
                                    : TAL_RESULT_CELL_HEADING);
      return;
    }

  tal_entry_grid_load_cell (model, self->row, column, &shown);
  tal_result_cell_take (TAL_RESULT_CELL (cell), &shown);
  tal_result_cell_set_chosen (TAL_RESULT_CELL (cell),
                              selection->n_rows * selection->n_columns > 1 &&
                                  range_contains (selection, self->row, column),
                              self->row == selection->active_row &&
                                  column == selection->active_column);
}

static void
show_cells (TalResultRow         *self,
            TalEntryGrid         *model,
            const TalResultRange *selection,
            gboolean              only_new)
{
  const TalResultColumns *columns = self->columns;

  for (guint i = columns->first; i <= columns->last + 1; i++)
    {
      /* The active one comes last, wherever it is. */
      guint column = i <= columns->last ? i : columns->active;

      if (column < columns->ends->len &&
          (!only_new || tal_result_row_find_cell (self, column) == NULL))
        show_cell (self, model, column, selection);
    }
}

static void
show_words (TalResultRow *self, const char *number, const char *title, const char *summary)
{
  gboolean bold = self->heading || self->row == TAL_RESULT_ROW_HEADINGS;

  tal_result_cell_set_text (TAL_RESULT_CELL (self->number), number,
                            self->row == TAL_RESULT_ROW_HEADINGS ? TAL_RESULT_CELL_NUMERIC_HEADING
                                                                 : TAL_RESULT_CELL_NUMBER);
  tal_result_cell_set_text (TAL_RESULT_CELL (self->title), title,
                            bold ? TAL_RESULT_CELL_HEADING : TAL_RESULT_CELL_PLAIN);
  tal_result_cell_set_text (TAL_RESULT_CELL (self->summary), summary, TAL_RESULT_CELL_NUMBER);
  tal_spare_set_shown (self->summary, self->heading);
}

static void
tal_result_row_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
place (GtkWidget *child, int x, int width, int height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, MAX (width, 0), height }, -1);
}

static void
tal_result_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TalResultRow           *self = TAL_RESULT_ROW (widget);
  const TalResultColumns *columns = self->columns;
  int                     sticky = tal_result_columns_get_sticky (columns);
  int                     end = width / 4;

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      guint      column = tal_result_cell_get_column (TAL_RESULT_CELL (cell));

      if (column < columns->ends->len)
        place (cell, sticky + tal_result_columns_get_start (columns, column) - columns->scroll,
               tal_result_columns_get_width (columns, column), height);
    }

  place (self->number, 0, columns->number_width, height);
  place (self->title, columns->number_width,
         self->heading ? width - columns->number_width - end : columns->title_width, height);
  place (self->summary, width - end, end, height);
}

static void
tal_result_row_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (TAL_RESULT_ROW (object)->cells, 0);

  G_OBJECT_CLASS (tal_result_row_parent_class)->dispose (object);
}

static void
tal_result_row_finalize (GObject *object)
{
  g_ptr_array_unref (TAL_RESULT_ROW (object)->cells);

  G_OBJECT_CLASS (tal_result_row_parent_class)->finalize (object);
}

static void
tal_result_row_class_init (TalResultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_result_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_result_row_finalize;
  widget_class->measure = tal_result_row_measure;
  widget_class->size_allocate = tal_result_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "resultrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static GtkWidget *
add_fixed (TalResultRow *self, GtkAccessibleRole role)
{
  GtkWidget *cell = tal_result_cell_new (role);

  gtk_widget_add_css_class (cell, "fixed");
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  return cell;
}

static void
tal_result_row_init (TalResultRow *self)
{
  self->row = G_MAXUINT;
  self->cells = g_ptr_array_new ();
  self->number = add_fixed (self, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  self->title = add_fixed (self, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  self->summary = add_fixed (self, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, -1);
}

GtkWidget *
tal_result_row_new (const TalResultColumns *columns)
{
  TalResultRow *self = g_object_new (TAL_TYPE_RESULT_ROW, NULL);

  self->columns = columns;
  return GTK_WIDGET (self);
}

guint
tal_result_row_get_row (TalResultRow *self)
{
  g_return_val_if_fail (TAL_IS_RESULT_ROW (self), G_MAXUINT);

  return self->row;
}

void
tal_result_row_show (TalResultRow         *self,
                     TalEntryGrid         *model,
                     guint                 row,
                     const TalResultRange *selection)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (TAL_IS_RESULT_ROW (self));
  g_return_if_fail (TAL_IS_ENTRY_GRID (model));

  self->row = row;
  self->heading = row != TAL_RESULT_ROW_HEADINGS && tal_entry_grid_is_heading (model, row);
  tal_spare_set_shown (GTK_WIDGET (self), TRUE);
  release_cells (self, self->heading);
  if (!self->heading)
    show_cells (self, model, selection, FALSE);
  hide_free_cells (self);

  if (row == TAL_RESULT_ROW_HEADINGS)
    show_words (self, _ ("No."), tal_entry_grid_get_mode (model) == TAL_ENTRY_MODE_GOALS
                         ? _ ("Goal")
                         : _ ("Series"), "");
  else
    {
      summary = self->heading ? tal_entry_grid_dup_summary (model, row) : g_strdup ("");
      show_words (self, tal_entry_grid_get_number (model, row),
                  tal_entry_grid_get_title (model, row), summary);
    }
  tal_result_cell_set_locked (TAL_RESULT_CELL (self->number),
                              row != TAL_RESULT_ROW_HEADINGS &&
                                  tal_entry_grid_is_row_locked (model, row));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
tal_result_row_extend (TalResultRow *self, TalEntryGrid *model, const TalResultRange *selection)
{
  g_return_if_fail (TAL_IS_RESULT_ROW (self));
  g_return_if_fail (TAL_IS_ENTRY_GRID (model));

  if (self->heading || self->row == G_MAXUINT)
    return;

  release_cells (self, FALSE);
  show_cells (self, model, selection, TRUE);
  hide_free_cells (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
tal_result_row_hide (TalResultRow *self)
{
  g_return_if_fail (TAL_IS_RESULT_ROW (self));

  self->row = G_MAXUINT;
  tal_spare_set_shown (GTK_WIDGET (self), FALSE);
}

void
tal_result_row_release (TalResultRow *self)
{
  g_return_if_fail (TAL_IS_RESULT_ROW (self));

  self->row = G_MAXUINT;
}
