/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys and the pointer of a result grid, by the conventions of spreadsheets. */

#include "config.h"

#include "ui/results/tal-result-grid-private.h"

#define SHIFT GDK_SHIFT_MASK
#define CONTROL GDK_CONTROL_MASK
/* The modifiers that tell keys apart; the others are locks and buttons. */
#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

/* What a key does; FALSE where somebody else should have it. */
typedef gboolean (*Deed) (TalResultGrid *self, int rows, int columns, gboolean extend);

static gboolean
move (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  self->run_column = G_MAXUINT;
  tal_result_grid_finish_edit (self);
  tal_result_grid_move (self, rows, columns, extend);
  return TRUE;
}

static gboolean
move_page (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  return move (self, rows * tal_result_grid_count_page (self), columns, extend);
}

/* Down, and back to where a run of Tabs began. */
static gboolean
enter (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  guint run_column = self->run_column;

  self->run_column = G_MAXUINT;
  tal_result_grid_finish_edit (self);
  tal_result_grid_move (self, rows,
                        run_column != G_MAXUINT ? (int)run_column - (int)self->column : 0, FALSE);
  return TRUE;
}

/* From the last cell a Tab leaves the grid. */
static gboolean
tab (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  guint began = self->run_column != G_MAXUINT ? self->run_column : self->column;

  tal_result_grid_finish_edit (self);
  if (!tal_result_grid_move_on (self, columns))
    return FALSE;

  self->run_column = began;
  return TRUE;
}

static gboolean
cancel (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  return tal_result_grid_cancel_edit (self) ||
         tal_entry_grid_revert (self->model, self->row, self->column);
}

/* Says why the active cell cannot be changed; FALSE where it can. */
static gboolean
say_lock (TalResultGrid *self)
{
  TalEntryRange range = { self->row, self->column, 1, 1 };
  const char   *lock = tal_entry_grid_find_lock (self->model, &range);

  if (lock == NULL)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", lock);
  return TRUE;
}

static gboolean
edit_within (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  if (tal_entry_grid_can_explain (self->model, self->row, self->column))
    tal_result_grid_edit_note (self);
  else if (!say_lock (self))
    tal_result_grid_start_edit (self, TAL_RESULT_EDIT_WITHIN, NULL);
  return TRUE;
}

static gboolean
select_all (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  tal_result_grid_select_all (self);
  return TRUE;
}

static gboolean
clear (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  TalEntryRange range = tal_result_grid_get_range (self);

  tal_entry_grid_clear (self->model, &range);
  return TRUE;
}

static gboolean
copy (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  tal_result_grid_copy (self);
  return TRUE;
}

static gboolean
cut (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  tal_result_grid_copy (self);
  return clear (self, rows, columns, extend);
}

static gboolean
paste (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  tal_result_grid_paste (self);
  return TRUE;
}

static gboolean
fill_down (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  TalEntryRange range = tal_result_grid_get_range (self);

  tal_entry_grid_fill_down (self->model, &range);
  return TRUE;
}

static gboolean
toggle_state (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  TalEntryRange range;

  tal_result_grid_finish_edit (self);
  range = tal_result_grid_get_range (self);
  tal_entry_grid_toggle_state (self->model, &range);
  return TRUE;
}

static gboolean
edit_note (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  tal_result_grid_finish_edit (self);
  tal_result_grid_edit_note (self);
  return TRUE;
}

/* While a cell is edited it is what ends the edit where it is, so that what is asked about the
 * new figure is read before anybody says that it is right. */
static gboolean
keep (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  TalEntryRange range;

  if (self->edit != TAL_RESULT_EDIT_NONE)
    {
      tal_result_grid_finish_edit (self);
      return TRUE;
    }

  range = tal_result_grid_get_range (self);
  tal_entry_grid_keep (self->model, &range, TRUE);
  return TRUE;
}

/* To the next cell with a warning or an error that nobody has answered, and on from the other
 * end. */
static gboolean
find_problem (TalResultGrid *self, int rows, int columns, gboolean extend)
{
  g_autoptr (GArray)     problems = NULL;
  const TalEntryProblem *found = NULL;
  const TalEntryProblem *end = NULL; /* the first of all, or the last */

  tal_result_grid_finish_edit (self);
  problems = tal_entry_grid_list_problems (self->model);
  for (guint i = 0; i < problems->len; i++)
    {
      const TalEntryProblem *each = &g_array_index (problems, TalEntryProblem, i);
      gint64 distance = ((gint64)each->row - self->row) * G_MAXINT16 + each->column - self->column;

      if (each->kept)
        continue;
      if (rows < 0 || end == NULL)
        end = each;
      if (rows > 0 && distance > 0 && found == NULL)
        found = each;
      if (rows < 0 && distance < 0)
        found = each;
    }
  if (found == NULL)
    found = end;
  if (found != NULL)
    tal_result_grid_activate (self, found->row, found->column, FALSE);
  return TRUE;
}

/* When a key is meant for the grid. */
typedef enum
{
  ALWAYS,
  OUTSIDE,   /* unless a cell is being edited */
  REPLACING, /* or the edit began by typing */
} When;

static const struct
{
  guint           key;
  GdkModifierType modifiers;
  When            when;
  Deed            deed;
  int             rows;
  int             columns;
} keys[] = {
  { GDK_KEY_Return, 0, ALWAYS, enter, 1, 0 },
  { GDK_KEY_Return, SHIFT, ALWAYS, enter, -1, 0 },
  { GDK_KEY_Return, CONTROL, ALWAYS, keep, 0, 0 },
  { GDK_KEY_Tab, 0, ALWAYS, tab, 0, 1 },
  { GDK_KEY_ISO_Left_Tab, SHIFT, ALWAYS, tab, 0, -1 },
  { GDK_KEY_Tab, SHIFT, ALWAYS, tab, 0, -1 },
  { GDK_KEY_Escape, 0, ALWAYS, cancel, 0, 0 },
  { GDK_KEY_F2, 0, OUTSIDE, edit_within, 0, 0 },
  { GDK_KEY_Up, 0, ALWAYS, move, -1, 0 },
  { GDK_KEY_Down, 0, ALWAYS, move, 1, 0 },
  { GDK_KEY_Left, 0, REPLACING, move, 0, -1 },
  { GDK_KEY_Right, 0, REPLACING, move, 0, 1 },
  { GDK_KEY_Up, SHIFT, OUTSIDE, move, -1, 0 },
  { GDK_KEY_Down, SHIFT, OUTSIDE, move, 1, 0 },
  { GDK_KEY_Left, SHIFT, OUTSIDE, move, 0, -1 },
  { GDK_KEY_Right, SHIFT, OUTSIDE, move, 0, 1 },
  { GDK_KEY_Page_Up, 0, ALWAYS, move_page, -1, 0 },
  { GDK_KEY_Page_Down, 0, ALWAYS, move_page, 1, 0 },
  { GDK_KEY_Page_Up, SHIFT, OUTSIDE, move_page, -1, 0 },
  { GDK_KEY_Page_Down, SHIFT, OUTSIDE, move_page, 1, 0 },
  { GDK_KEY_Home, 0, OUTSIDE, move, 0, -G_MAXINT16 },
  { GDK_KEY_End, 0, OUTSIDE, move, 0, G_MAXINT16 },
  { GDK_KEY_Home, CONTROL, OUTSIDE, move, -G_MAXINT32, -G_MAXINT16 },
  { GDK_KEY_End, CONTROL, OUTSIDE, move, G_MAXINT32, G_MAXINT16 },
  { GDK_KEY_a, CONTROL, OUTSIDE, select_all, 0, 0 },
  { GDK_KEY_Delete, 0, OUTSIDE, clear, 0, 0 },
  { GDK_KEY_BackSpace, 0, OUTSIDE, clear, 0, 0 },
  { GDK_KEY_c, CONTROL, OUTSIDE, copy, 0, 0 },
  { GDK_KEY_Insert, CONTROL, OUTSIDE, copy, 0, 0 },
  { GDK_KEY_x, CONTROL, OUTSIDE, cut, 0, 0 },
  { GDK_KEY_v, CONTROL, OUTSIDE, paste, 0, 0 },
  { GDK_KEY_Insert, SHIFT, OUTSIDE, paste, 0, 0 },
  { GDK_KEY_d, CONTROL, OUTSIDE, fill_down, 0, 0 },
  { GDK_KEY_p, CONTROL | SHIFT, ALWAYS, toggle_state, 0, 0 },
  { GDK_KEY_F2, SHIFT, ALWAYS, edit_note, 0, 0 },
  { GDK_KEY_F8, 0, ALWAYS, find_problem, 1, 0 },
  { GDK_KEY_F8, SHIFT, ALWAYS, find_problem, -1, 0 },
};

/* The key without the place on the keyboard where it is. */
static guint
get_plain_key (guint key)
{
  switch (key)
    {
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_KP_Tab:
      return GDK_KEY_Tab;
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    case GDK_KEY_KP_Home:
      return GDK_KEY_Home;
    case GDK_KEY_KP_End:
      return GDK_KEY_End;
    case GDK_KEY_KP_Page_Up:
      return GDK_KEY_Page_Up;
    case GDK_KEY_KP_Page_Down:
      return GDK_KEY_Page_Down;
    case GDK_KEY_KP_Delete:
      return GDK_KEY_Delete;
    default:
      return gdk_keyval_to_lower (key);
    }
}

static gboolean
is_meant (TalResultGrid *self, When when)
{
  switch (when)
    {
    case ALWAYS:
      return TRUE;
    case OUTSIDE:
      return self->edit == TAL_RESULT_EDIT_NONE;
    case REPLACING:
      return self->edit != TAL_RESULT_EDIT_WITHIN;
    }

  g_return_val_if_reached (FALSE);
}

/* The decimal sign of the number pad is a comma, whatever is printed on it. */
static gunichar
get_character (guint key)
{
  if (key == GDK_KEY_KP_Decimal || key == GDK_KEY_KP_Separator)
    return ',';

  return gdk_keyval_to_unicode (key);
}

/* A character takes the place of what stands in the cell; while the cell is edited only the
 * comma of the number pad is put in here. */
static gboolean
type_character (TalResultGrid *self, guint key, GdkModifierType modifiers)
{
  gunichar character = get_character (key);
  char     text[7] = { 0 };
  int      position = 0;

  if ((modifiers & ~(guint)GDK_SHIFT_MASK) != 0 || !g_unichar_isgraph (character))
    return FALSE;
  if (say_lock (self))
    return TRUE;

  g_unichar_to_utf8 (character, text);
  if (self->edit == TAL_RESULT_EDIT_NONE)
    {
      tal_result_grid_start_edit (self, TAL_RESULT_EDIT_REPLACING, text);
      return TRUE;
    }
  if (key != GDK_KEY_KP_Decimal && key != GDK_KEY_KP_Separator)
    return FALSE;

  gtk_editable_delete_selection (GTK_EDITABLE (self->text));
  position = gtk_editable_get_position (GTK_EDITABLE (self->text));
  gtk_editable_insert_text (GTK_EDITABLE (self->text), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->text), position);
  return TRUE;
}

gboolean
tal_result_grid_press (TalResultGrid *self, guint key, GdkModifierType modifiers)
{
  GdkModifierType held = modifiers & MODIFIERS;
  guint           row = 0;
  guint           column = 0;

  g_return_val_if_fail (TAL_IS_RESULT_GRID (self), FALSE);

  /* A popover over a cell has keys of its own. */
  if (self->popover != NULL)
    return FALSE;
  if (self->model == NULL || !tal_result_grid_get_active (self, &row, &column))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].key == get_plain_key (key) && keys[i].modifiers == held &&
          is_meant (self, keys[i].when))
        return keys[i].deed (self, keys[i].rows, keys[i].columns, (held & SHIFT) != 0);
    }

  return type_character (self, key, held);
}

static gboolean
key_pressed_cb (TalResultGrid *self, guint key, guint code, GdkModifierType modifiers)
{
  return tal_result_grid_press (self, key, modifiers);
}

/* The cell under the pointer; FALSE over the headings, the columns that stay and nothing. */
static gboolean
find_at (TalResultGrid *self, double x, double y, guint *ret_row, guint *ret_column)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double         top = vertical != NULL ? gtk_adjustment_get_value (vertical) : 0;
  double         row = (y + top) / self->row_height - 1;

  if (self->model == NULL || y < self->row_height || row < 0 ||
      row >= tal_entry_grid_get_n_rows (self->model) || self->columns->ends->len == 0)
    return FALSE;

  *ret_row = (guint)row;
  *ret_column = tal_result_columns_find (self->columns, x);
  return !tal_entry_grid_is_heading (self->model, *ret_row);
}

static void
pressed_cb (TalResultGrid *self, int n_presses, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType held =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint    row = 0;
  guint    column = 0;
  gboolean found = find_at (self, x, y, &row, &column);

  if (found && self->edit != TAL_RESULT_EDIT_NONE && row == self->row && column == self->column)
    return;

  tal_result_grid_finish_edit (self);
  if (!found)
    return;

  self->run_column = G_MAXUINT;
  tal_result_grid_activate (self, row, column, (held & SHIFT) != 0);
  if (n_presses == 2)
    edit_within (self, 0, 0, FALSE);
}

static void
dragged_cb (TalResultGrid *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x = 0;
  double y = 0;
  guint  row = 0;
  guint  column = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->edit == TAL_RESULT_EDIT_NONE && find_at (self, x + dx, y + dy, &row, &column) &&
      (row != self->row || column != self->column))
    tal_result_grid_activate (self, row, column, TRUE);
}

static void
focus_left_cb (TalResultGrid *self)
{
  tal_result_grid_finish_edit (self);
}

void
tal_result_grid_add_controllers (TalResultGrid *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  GtkGesture         *gesture = NULL;

  /* Before the text field, which would move within the text. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  gesture = gtk_gesture_click_new ();
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));

  gesture = gtk_gesture_drag_new ();
  g_signal_connect_swapped (gesture, "drag-update", G_CALLBACK (dragged_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));

  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), controller);
}
