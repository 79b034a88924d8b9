/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-result-grid.h"

#include "ui/results/tal-result-grid-private.h"

#include <glib/gi18n-lib.h>

/* The height of a row above that of its text, and widths in digits. */
#define ROW_PADDING 18
#define COMPACT_PADDING 12
#define NUMBER_DIGITS 4
#define TITLE_DIGITS 24
#define TITLE_MOST_DIGITS 72
#define PERIOD_DIGITS 13

/* Of the columns of goals, in digits. */
static const int goal_digits[TAL_N_ENTRY_COLUMNS] = { 16, 10, 12, 11, 12, 19 };

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TalResultGrid,
                               tal_result_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

void
tal_result_grid_emit_moved (TalResultGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static int
get_scroll (TalResultGrid *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? (int)gtk_adjustment_get_value (adjustment) : 0;
}

static guint
get_n_rows (TalResultGrid *self)
{
  return self->model != NULL ? tal_entry_grid_get_n_rows (self->model) : 0;
}

int
tal_result_grid_count_page (TalResultGrid *self)
{
  int seen = gtk_widget_get_height (GTK_WIDGET (self)) - self->row_height;

  return MAX (seen / self->row_height, 1);
}

/* The rows that are seen; FALSE where none is. */
static gboolean
find_seen (TalResultGrid *self, guint *ret_first, guint *ret_last)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - self->row_height;
  int top = get_scroll (self, GTK_ORIENTATION_VERTICAL);

  if (get_n_rows (self) == 0 || height <= 0)
    return FALSE;

  *ret_first = MIN ((guint)(top / self->row_height), get_n_rows (self) - 1);
  *ret_last = MIN ((guint)((top + height - 1) / self->row_height), get_n_rows (self) - 1);
  return TRUE;
}

static TalResultRow *
find_row (TalResultGrid *self, guint row)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (tal_result_row_get_row (g_ptr_array_index (self->rows, i)) == row)
        return g_ptr_array_index (self->rows, i);
    }

  return NULL;
}

static TalResultRow *
take_free_row (TalResultGrid *self)
{
  TalResultRow *row = find_row (self, G_MAXUINT);

  if (row != NULL)
    return row;

  row = TAL_RESULT_ROW (tal_result_row_new (self->columns));
  /* Under the text field and the headings. */
  gtk_widget_insert_after (GTK_WIDGET (row), GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* The active row keeps its widget wherever it is, for it may have the focus. */
static void
release_rows (TalResultGrid *self, guint first, guint last)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TalResultRow *each = g_ptr_array_index (self->rows, i);
      guint         row = tal_result_row_get_row (each);

      if (row != G_MAXUINT && (row < first || row > last) && row != self->row)
        tal_result_row_release (each);
    }
}

static void
hide_free_rows (TalResultGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (tal_result_row_get_row (g_ptr_array_index (self->rows, i)) == G_MAXUINT)
        tal_result_row_hide (g_ptr_array_index (self->rows, i));
    }
}

static void
show_row (TalResultGrid *self, guint row, const TalResultRange *selection)
{
  TalResultRow *widget = find_row (self, row);

  if (widget == NULL)
    widget = take_free_row (self);
  tal_result_row_show (widget, self->model, row, selection);
}

static void
show_seen (TalResultGrid *self)
{
  TalResultRange selection = tal_result_grid_get_selection (self);
  guint          first = 0;
  guint          last = 0;

  self->columns->active = self->column;
  if (!find_seen (self, &first, &last))
    return;

  release_rows (self, first, last);
  for (guint row = first; row <= last; row++)
    show_row (self, row, &selection);
  if (self->row < get_n_rows (self) && (self->row < first || self->row > last))
    show_row (self, self->row, &selection);
  hide_free_rows (self);
  tal_result_row_show (TAL_RESULT_ROW (self->headings), self->model, TAL_RESULT_ROW_HEADINGS,
                       &selection);
}

void
tal_result_grid_show_rows (TalResultGrid *self)
{
  show_seen (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Only the rows and columns that come into sight are asked for. */
static void
scrolled_cb (TalResultGrid *self)
{
  guint          first = 0;
  guint          last = 0;
  guint          old_first = self->columns->first;
  guint          old_last = self->columns->last;
  int            old_scroll = self->columns->scroll;
  TalResultRange selection = tal_result_grid_get_selection (self);

  if (!find_seen (self, &first, &last))
    return;

  tal_result_columns_scroll (self->columns, get_scroll (self, GTK_ORIENTATION_HORIZONTAL));
  if (self->columns->first != old_first || self->columns->last != old_last)
    {
      for (guint i = 0; i < self->rows->len; i++)
        tal_result_row_extend (g_ptr_array_index (self->rows, i), self->model, &selection);
      tal_result_row_extend (TAL_RESULT_ROW (self->headings), self->model, &selection);
    }

  release_rows (self, first, last);
  for (guint row = first; row <= last; row++)
    {
      if (find_row (self, row) == NULL)
        show_row (self, row, &selection);
    }
  hide_free_rows (self);
  for (guint i = 0; self->columns->scroll != old_scroll && i < self->rows->len; i++)
    gtk_widget_queue_allocate (g_ptr_array_index (self->rows, i));
  if (self->columns->scroll != old_scroll)
    gtk_widget_queue_allocate (self->headings);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
measure_font (TalResultGrid *self, int *ret_digit)
{
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *ret_digit = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  self->row_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)) +
                     (self->compact ? COMPACT_PADDING : ROW_PADDING);
  pango_font_metrics_unref (metrics);
}

/* The wording of goals takes what the columns leave, within reason. */
static void
place_columns (TalResultGrid *self, int width)
{
  TalResultColumns *columns = self->columns;
  guint    n_columns = self->model != NULL ? tal_entry_grid_get_n_columns (self->model) : 0;
  gboolean goals =
      self->model != NULL && tal_entry_grid_get_mode (self->model) == TAL_ENTRY_MODE_GOALS;
  int digit = 0;
  int end = 0;

  measure_font (self, &digit);
  g_array_set_size (columns->ends, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      end += (goals ? goal_digits[i] : PERIOD_DIGITS) * digit;
      g_array_append_val (columns->ends, end);
    }

  columns->width = width;
  columns->number_width = goals ? NUMBER_DIGITS * digit + TAL_RESULT_CELL_PADDING : 0;
  columns->title_width =
      CLAMP (width - columns->number_width - end, MIN (TITLE_DIGITS * digit, width / 3),
             goals ? width : TITLE_MOST_DIGITS * digit);
}

static void
configure (TalResultGrid *self, GtkOrientation orientation, int total, int seen, int step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;

  g_signal_handlers_block_by_func (adjustment, scrolled_cb, self);
  gtk_adjustment_configure (adjustment,
                            CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (total - seen, 0)),
                            0, MAX (total, seen), step, seen * 0.9, seen);
  g_signal_handlers_unblock_by_func (adjustment, scrolled_cb, self);
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (width, 0), height }, -1);
}

static void
place_text (TalResultGrid *self)
{
  graphene_rect_t area = tal_result_grid_get_active_area (self);

  if (self->edit != TAL_RESULT_EDIT_NONE)
    place (GTK_WIDGET (self->text), (int)area.origin.x, (int)area.origin.y, (int)area.size.width,
           (int)area.size.height);
}

static gboolean
focus_wanted_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  if (TAL_RESULT_GRID (widget)->focus_wanted)
    tal_result_grid_focus_active (TAL_RESULT_GRID (widget));
  return G_SOURCE_REMOVE;
}

static void
tal_result_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TalResultGrid *self = TAL_RESULT_GRID (widget);
  int            sticky = 0;

  if (self->stale || width != self->width || height != self->height)
    place_columns (self, width);
  sticky = tal_result_columns_get_sticky (self->columns);
  configure (self, GTK_ORIENTATION_HORIZONTAL, tal_result_columns_get_total (self->columns),
             MAX (width - sticky, 1), self->row_height);
  configure (self, GTK_ORIENTATION_VERTICAL, (int)get_n_rows (self) * self->row_height,
             MAX (height - self->row_height, 1), self->row_height);
  tal_result_columns_scroll (self->columns, get_scroll (self, GTK_ORIENTATION_HORIZONTAL));
  /* Scrolling has brought in what it needs. */
  if (self->stale || width != self->width || height != self->height)
    show_seen (self);
  self->stale = FALSE;
  self->width = width;
  self->height = height;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TalResultRow *row = g_ptr_array_index (self->rows, i);
      guint         number = tal_result_row_get_row (row);

      if (number != G_MAXUINT)
        place (GTK_WIDGET (row), 0,
               self->row_height * (int)(number + 1) - get_scroll (self, GTK_ORIENTATION_VERTICAL),
               width, self->row_height);
    }
  place (self->headings, 0, 0, width, self->row_height);
  place_text (self);
  if (self->focus_wanted && self->rows->len > 0)
    gtk_widget_add_tick_callback (widget, focus_wanted_cb, NULL, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
tal_result_grid_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  TalResultGrid *self = TAL_RESULT_GRID (widget);

  /* A text field is measured before it is placed. */
  gtk_widget_measure (GTK_WIDGET (self->text), orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = 0;
  *natural = 0;
}

static gboolean
tal_result_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TalResultGrid *self = TAL_RESULT_GRID (widget);

  /* It is entered at the active cell and left from there: inside, its own keys move. */
  if (gtk_widget_get_focus_child (widget) != NULL || get_n_rows (self) == 0)
    return FALSE;

  tal_result_grid_focus_active (self);
  return TRUE;
}

static gboolean
tal_result_grid_grab_focus (GtkWidget *widget)
{
  tal_result_grid_focus_active (TAL_RESULT_GRID (widget));
  return TRUE;
}

static void
tal_result_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tal_result_grid_parent_class)->css_changed (widget, change);
  TAL_RESULT_GRID (widget)->stale = TRUE;
  gtk_widget_queue_resize (widget);
}

/* What is typed is not lost by looking at another page. */
static void
tal_result_grid_unmap (GtkWidget *widget)
{
  tal_result_grid_finish_edit (TAL_RESULT_GRID (widget));
  GTK_WIDGET_CLASS (tal_result_grid_parent_class)->unmap (widget);
}

static void
take_adjustment (TalResultGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
tal_result_grid_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TalResultGrid *self = TAL_RESULT_GRID (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_policy (TalResultGrid *self, GtkOrientation orientation, const GValue *value, GParamSpec *pspec)
{
  GtkScrollablePolicy policy = (GtkScrollablePolicy)g_value_get_enum (value);

  if (self->policies[orientation] == policy)
    return;

  self->policies[orientation] = policy;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
tal_result_grid_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TalResultGrid *self = TAL_RESULT_GRID (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_HORIZONTAL, value, pspec);
      break;
    case PROP_VSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_VERTICAL, value, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
reset_cb (TalResultGrid *self)
{
  guint n_rows = get_n_rows (self);

  if (self->row >= n_rows || self->column >= tal_entry_grid_get_n_columns (self->model) ||
      tal_entry_grid_is_heading (self->model, self->row))
    tal_result_grid_find_first (self);
  self->anchor_row = self->row;
  self->anchor_column = self->column;
  for (guint i = 0; i < self->rows->len; i++)
    tal_result_row_hide (g_ptr_array_index (self->rows, i));
  self->stale = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  tal_result_grid_emit_moved (self);
}

static void
changed_cb (TalResultGrid *self)
{
  tal_result_grid_show_rows (self);
  tal_result_grid_emit_moved (self);
}

static void
leaving_cb (TalResultGrid *self)
{
  tal_result_grid_finish_edit (self);
}

static void
tal_result_grid_dispose (GObject *object)
{
  TalResultGrid *self = TAL_RESULT_GRID (object);
  GtkWidget     *child = NULL;

  g_clear_object (&self->signals);
  take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  take_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tal_result_grid_parent_class)->dispose (object);
}

static void
tal_result_grid_finalize (GObject *object)
{
  g_ptr_array_unref (TAL_RESULT_GRID (object)->rows);
  tal_result_columns_free (TAL_RESULT_GRID (object)->columns);

  G_OBJECT_CLASS (tal_result_grid_parent_class)->finalize (object);
}

static void
tal_result_grid_class_init (TalResultGridClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_result_grid_get_property;
  object_class->set_property = tal_result_grid_set_property;
  object_class->dispose = tal_result_grid_dispose;
  object_class->finalize = tal_result_grid_finalize;
  widget_class->measure = tal_result_grid_measure;
  widget_class->size_allocate = tal_result_grid_size_allocate;
  widget_class->focus = tal_result_grid_focus;
  widget_class->grab_focus = tal_result_grid_grab_focus;
  widget_class->css_changed = tal_result_grid_css_changed;
  widget_class->unmap = tal_result_grid_unmap;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SIGNAL_MOVED] = g_signal_new ("moved", TAL_TYPE_RESULT_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "resultgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tal_result_grid_init (TalResultGrid *self)
{
  self->columns = tal_result_columns_new ();
  self->rows = g_ptr_array_new ();
  self->row_height = 1;
  self->run_column = G_MAXUINT;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Results"), -1);

  self->text = GTK_TEXT (gtk_text_new ());
  gtk_widget_set_child_visible (GTK_WIDGET (self->text), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "result-edit");
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  self->headings = tal_result_row_new (self->columns);
  gtk_widget_add_css_class (self->headings, "headings");
  gtk_widget_set_child_visible (self->headings, FALSE);
  gtk_widget_set_parent (self->headings, GTK_WIDGET (self));
  tal_result_grid_add_controllers (self);

  self->signals = g_signal_group_new (TAL_TYPE_ENTRY_GRID);
  g_signal_group_connect_swapped (self->signals, "leaving", G_CALLBACK (leaving_cb), self);
  g_signal_group_connect_swapped (self->signals, "reset", G_CALLBACK (reset_cb), self);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
}

GtkWidget *
tal_result_grid_new (void)
{
  return g_object_new (TAL_TYPE_RESULT_GRID, NULL);
}

void
tal_result_grid_set_model (TalResultGrid *self, TalEntryGrid *model)
{
  g_return_if_fail (TAL_IS_RESULT_GRID (self));
  g_return_if_fail (TAL_IS_ENTRY_GRID (model));

  if (!g_set_object (&self->model, model))
    return;

  g_signal_group_set_target (self->signals, model);
  reset_cb (self);
}

GtkWidget *
tal_result_grid_find_cell (TalResultGrid *self, guint row, guint column)
{
  TalResultRow *widget = NULL;

  g_return_val_if_fail (TAL_IS_RESULT_GRID (self), NULL);

  widget = find_row (self, row);
  return widget != NULL ? tal_result_row_find_cell (widget, column) : NULL;
}
