/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing the active cell of a result grid. */

#include "config.h"

#include "ui/results/tal-result-grid-private.h"

void
tal_result_grid_start_edit (TalResultGrid *self, TalResultEdit edit, const char *text)
{
  g_autofree char    *typed = NULL;
  const TalEntryCell *cell = NULL;
  GtkWidget          *widget = tal_result_grid_find_cell (self, self->row, self->column);

  if (widget == NULL || !tal_entry_grid_is_editable (self->model, self->row, self->column))
    return;

  typed = text != NULL ? g_strdup (text)
                       : tal_entry_grid_dup_typed (self->model, self->row, self->column);
  cell = tal_result_cell_get_cell (TAL_RESULT_CELL (widget));
  self->edit = edit;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cell->name, -1);
  gtk_editable_set_alignment (GTK_EDITABLE (self->text), cell->marks & TAL_ENTRY_NUMERIC ? 1 : 0);
  gtk_editable_set_text (GTK_EDITABLE (self->text), typed);
  tal_result_grid_scroll_to_active (self);
  gtk_widget_set_child_visible (GTK_WIDGET (self->text), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_text_grab_focus_without_selecting (self->text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

/* The focus goes back to the cell, unless it has gone elsewhere already. */
static void
end_edit (TalResultGrid *self)
{
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self->text));

  self->edit = TAL_RESULT_EDIT_NONE;
  if (focused)
    tal_result_grid_focus_active (self);
  gtk_widget_set_child_visible (GTK_WIDGET (self->text), FALSE);
}

gboolean
tal_result_grid_is_editing (TalResultGrid *self)
{
  g_return_val_if_fail (TAL_IS_RESULT_GRID (self), FALSE);

  return self->edit != TAL_RESULT_EDIT_NONE;
}

void
tal_result_grid_finish_edit (TalResultGrid *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TAL_IS_RESULT_GRID (self));

  if (self->edit == TAL_RESULT_EDIT_NONE)
    return;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  end_edit (self);
  if (self->row < tal_entry_grid_get_n_rows (self->model) &&
      tal_entry_grid_is_editable (self->model, self->row, self->column))
    tal_entry_grid_type (self->model, self->row, self->column, text);
}

gboolean
tal_result_grid_cancel_edit (TalResultGrid *self)
{
  g_return_val_if_fail (TAL_IS_RESULT_GRID (self), FALSE);

  if (self->edit == TAL_RESULT_EDIT_NONE)
    return FALSE;

  end_edit (self);
  return TRUE;
}
