/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clipboard, remarks, and what else is done to the cells that are chosen. */

#include "config.h"

#include "model/tal-entry-paste.h"
#include "ui/common/tal-text-scale.h"
#include "ui/results/tal-paste-popover.h"
#include "ui/results/tal-result-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOTE_WIDTH 320
#define NOTE_LINE 20
#define NOTE_LEAST_LINES 5
#define NOTE_MOST_LINES 14
#define NOTE_LETTERS 40

TalEntryRange
tal_result_grid_get_range (TalResultGrid *self)
{
  TalResultRange selection = tal_result_grid_get_selection (self);

  return (TalEntryRange){ selection.row, selection.column, selection.n_rows, selection.n_columns };
}

void
tal_result_grid_copy (TalResultGrid *self)
{
  TalEntryRange                  range = tal_result_grid_get_range (self);
  g_autoptr (TalCellBlock)       block = tal_entry_grid_copy (self->model, &range);
  g_autofree char               *tabs = tal_cell_block_to_tabs (block);
  char                          *html = tal_cell_block_to_html (block);
  g_autoptr (GBytes)             bytes = g_bytes_new_take (html, strlen (html));
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider            *each[2];

  each[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  each[1] = gdk_content_provider_new_typed (G_TYPE_STRING, tabs);
  all = gdk_content_provider_new_union (each, G_N_ELEMENTS (each));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

/* A popover goes when it is closed, and the keys are the grid's again. */
static void
popover_closed_cb (TalResultGrid *self, GtkWidget *popover)
{
  if (self->popover != popover)
    return;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  tal_result_grid_focus_active (self);
}

/* Takes the popover, which points at the active cell. */
static void
show_popover (TalResultGrid *self, GtkWidget *popover)
{
  graphene_rect_t area = tal_result_grid_get_active_area (self);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int)area.origin.x, (int)area.origin.y,
                                                (int)area.size.width, (int)area.size.height });
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (popover_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
tal_result_grid_paste_text (TalResultGrid *self, const char *text)
{
  TalEntryRange             range = tal_result_grid_get_range (self);
  g_autoptr (TalEntryPaste) paste = NULL;

  g_return_if_fail (TAL_IS_RESULT_GRID (self));
  g_return_if_fail (text != NULL);

  paste = tal_entry_paste_new (self->model, &range, tal_cell_block_parse (text));
  if (tal_entry_paste_get_n_refused (paste) > 0)
    show_popover (self, tal_paste_popover_new (g_steal_pointer (&paste)));
  else
    tal_entry_paste_store (paste);
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalResultGrid) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (text != NULL && self->model != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tal_result_grid_paste_text (self, text);
}

void
tal_result_grid_paste (TalResultGrid *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 g_object_ref (self));
}

static void
note_closed_cb (TalResultGrid *self, GtkWidget *popover)
{
  GtkTextBuffer   *buffer = g_object_get_data (G_OBJECT (popover), "remark");
  GtkTextIter      start;
  GtkTextIter      end;
  g_autofree char *note = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  note = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  tal_entry_grid_set_note (self->model, self->row, self->column, note);
}

/* Enter ends the remark; a new line is Shift and Enter. */
static gboolean
note_key_cb (GtkWidget *popover, guint key, guint code, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (modifiers & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_popover_popdown (GTK_POPOVER (popover));
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_note_view (TalResultGrid *self, gboolean explains)
{
  GtkWidget     *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  const char    *note = tal_entry_grid_get_note (self->model, self->row, self->column);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view),
                              tal_entry_grid_is_note_editable (self->model, self->row,
                                                               self->column));
  gtk_text_buffer_set_text (buffer, note != NULL ? note : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  explains ? _ ("Why the result is what it is")
                                           : _ ("Comment"), -1);
  return view;
}

static void
add_note_line (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NOTE_LETTERS);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

/* As high as the words are about to need, within reason. */
static int
choose_note_height (const char *note)
{
  glong lines = note != NULL ? g_utf8_strlen (note, -1) / NOTE_LETTERS + 1 : 0;

  return NOTE_LINE * (int)CLAMP (lines, NOTE_LEAST_LINES, NOTE_MOST_LINES);
}

/* What the words are about, the words, and why they are refused. */
static GtkWidget *
make_note_box (TalResultGrid *self, GtkWidget *view, gboolean explains)
{
  GtkBox     *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget  *scroller = gtk_scrolled_window_new ();
  const char *note = tal_entry_grid_get_note (self->model, self->row, self->column);
  const char *problem = tal_entry_grid_get_note_problem (self->model, self->row, self->column);

  add_note_line (box, explains ? _ ("Why the result is what it is") : _ ("Comment"), "heading");
  gtk_widget_add_css_class (scroller, "note-text");
  gtk_widget_set_size_request (scroller, tal_text_scale_pixels (NOTE_WIDTH),
                               tal_text_scale_pixels (choose_note_height (note)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_box_append (box, scroller);
  if (problem != NULL)
    add_note_line (box, problem, "error");
  return GTK_WIDGET (box);
}

void
tal_result_grid_edit_note (TalResultGrid *self)
{
  gboolean            explains = FALSE;
  GtkWidget          *popover = NULL;
  GtkWidget          *view = NULL;
  GtkEventController *keys = NULL;

  g_return_if_fail (TAL_IS_RESULT_GRID (self));

  if (!tal_entry_grid_can_note (self->model, self->row, self->column))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s",
                                  _ ("There is no figure in the cell to comment on."));
      return;
    }

  explains = tal_entry_grid_can_explain (self->model, self->row, self->column);
  popover = gtk_popover_new ();
  view = make_note_view (self, explains);
  keys = gtk_event_controller_key_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (note_key_cb), popover);
  gtk_widget_add_controller (view, keys);

  gtk_popover_set_child (GTK_POPOVER (popover), make_note_box (self, view, explains));
  g_object_set_data (G_OBJECT (popover), "remark", gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (note_closed_cb), self);
  show_popover (self, popover);
  gtk_widget_grab_focus (view);
}
