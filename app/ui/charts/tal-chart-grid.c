/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/charts/tal-chart-grid.h"

#include "charts/tal-chart-table.h"

/* A longer table scrolls. */
#define MOST_HEIGHT 420

#define TAL_TYPE_CHART_GRID_ROW (tal_chart_grid_row_get_type ())

G_DECLARE_FINAL_TYPE (TalChartGridRow, tal_chart_grid_row, TAL, CHART_GRID_ROW, GObject)

/* Which row of the table it is, the headings among them; the table is the grid's. */
struct _TalChartGridRow
{
  GObject parent_instance;

  guint number;
};

G_DEFINE_FINAL_TYPE (TalChartGridRow, tal_chart_grid_row, G_TYPE_OBJECT)

static void
tal_chart_grid_row_class_init (TalChartGridRowClass *klass)
{
}

static void
tal_chart_grid_row_init (TalChartGridRow *self)
{
}

struct _TalChartGrid
{
  GtkWidget parent_instance;

  TalChartTable *table; /* NULL without a chart */
  GListStore    *rows;
  GtkWidget     *scroller;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (TalChartGrid, tal_chart_grid, GTK_TYPE_WIDGET)

static guint
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
cell_made_cb (GtkListItemFactory *factory, GtkListItem *item, TalChartGrid *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), self->table->numeric[get_column (factory)] ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), !self->table->numeric[get_column (factory)]);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
cell_bound_cb (GtkListItemFactory *factory, GtkListItem *item, TalChartGrid *self)
{
  TalChartGridRow *row = TAL_CHART_GRID_ROW (gtk_list_item_get_item (item));

  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label),
                       tal_chart_table_get (self->table, row->number, get_column (factory)));
  if (row->number == 0)
    gtk_widget_add_css_class (label, "heading-cell");
  else
    gtk_widget_remove_css_class (label, "heading-cell");
}

static void
add_column (TalChartGrid *self, guint number)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (number));
  g_signal_connect_object (factory, "setup", G_CALLBACK (cell_made_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (cell_bound_cb), self, 0);
  column = gtk_column_view_column_new (NULL, factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

/* How many of the columns that there are suit another table: making them again is dear. */
static guint
count_kept_columns (const TalChartTable *old, const TalChartTable *table)
{
  guint n_kept = 0;

  if (old == NULL || table == NULL)
    return 0;
  while (n_kept < MIN (old->n_columns, table->n_columns) &&
         old->numeric[n_kept] == table->numeric[n_kept])
    n_kept++;
  return n_kept;
}

static void
remove_columns (TalChartGrid *self, guint n_kept)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > n_kept)
    {
      g_autoptr (GtkColumnViewColumn) column =
          g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);

      gtk_column_view_remove_column (self->view, column);
    }
}

/* Rows take the place of those that there were, and so do their widgets. */
static void
replace_rows (TalChartGrid *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint                 n_rows = self->table != NULL ? tal_chart_table_get_n_rows (self->table) : 0;

  for (guint i = 0; i < n_rows; i++)
    {
      TalChartGridRow *row = g_object_new (TAL_TYPE_CHART_GRID_ROW, NULL);

      row->number = i;
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
}

static void
tal_chart_grid_dispose (GObject *object)
{
  TalChartGrid *self = TAL_CHART_GRID (object);

  if (self->scroller != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->table, tal_chart_table_free);

  G_OBJECT_CLASS (tal_chart_grid_parent_class)->dispose (object);
}

static void
tal_chart_grid_class_init (TalChartGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_chart_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartgrid");
}

static void
tal_chart_grid_init (TalChartGrid *self)
{
  GtkScrolledWindow *scroller = NULL;

  self->rows = g_list_store_new (TAL_TYPE_CHART_GRID_ROW);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  /* A header of its own would stand to the left of numbers that stand to the right. */
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->view)), FALSE);
  self->scroller = gtk_scrolled_window_new ();
  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  gtk_scrolled_window_set_child (scroller, GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (scroller, MOST_HEIGHT);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
tal_chart_grid_new (void)
{
  return g_object_new (TAL_TYPE_CHART_GRID, NULL);
}

void
tal_chart_grid_set_spec (TalChartGrid *self, const TalChartSpec *spec)
{
  g_autoptr (TalChartTable) old = NULL;
  guint                     n_kept;

  g_return_if_fail (TAL_IS_CHART_GRID (self));

  old = g_steal_pointer (&self->table);
  self->table = spec != NULL ? tal_chart_table_new (spec) : NULL;
  n_kept = count_kept_columns (old, self->table);
  remove_columns (self, n_kept);
  replace_rows (self);
  if (spec == NULL)
    return;

  for (guint i = n_kept; i < self->table->n_columns; i++)
    add_column (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spec->title, -1);
}
