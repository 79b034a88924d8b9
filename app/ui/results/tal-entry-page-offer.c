/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done about the active cell by a button: to take what was probably meant by a text
 * that is refused, to keep a figure that is asked about, and to explain a goal that was missed. */

#include "config.h"

#include "ui/results/tal-entry-page-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_kept (TalEntryPage *self, guint row, guint column)
{
  g_auto (TalEntryCell) cell = { NULL };

  tal_entry_grid_load_cell (self->model, row, column, &cell);
  return (cell.marks & TAL_ENTRY_KEPT) != 0 && (cell.marks & TAL_ENTRY_EDITABLE) != 0;
}

static void
update_offer (TalEntryPage *self, const char *offer)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->offer_button), offer != NULL);
  if (offer == NULL)
    return;

  label = g_strdup_printf (_ ("Use %s"), offer);
  gtk_button_set_label (self->offer_button, label);
}

static void
update_explaining (TalEntryPage *self, gboolean can_explain, guint row, guint column)
{
  gboolean visible = can_explain && tal_entry_grid_is_note_editable (self->model, row, column);

  gtk_widget_set_visible (GTK_WIDGET (self->explain_button), visible);
  if (visible)
    gtk_button_set_label (self->explain_button,
                          tal_entry_grid_get_note (self->model, row, column) != NULL
                          ? _ ("Edit the explanation")
                          : _ ("Write an explanation"));
}

void
tal_entry_page_update_offer (TalEntryPage *self)
{
  g_autofree char *offer = NULL;
  gboolean         can_explain = FALSE;
  gboolean         can_keep = FALSE;
  gboolean         kept = FALSE;
  guint            row = 0;
  guint            column = 0;

  if (tal_result_grid_get_active (self->grid, &row, &column))
    {
      offer = tal_entry_grid_dup_offer (self->model, row, column);
      can_keep = tal_entry_grid_can_keep (self->model, row, column);
      kept = is_kept (self, row, column);
      can_explain = tal_entry_grid_can_explain (self->model, row, column);
    }
  update_offer (self, offer);
  update_explaining (self, can_explain, row, column);
  gtk_button_set_label (self->keep_button, kept ? _ ("Undo keeping") : _ ("Keep It"));
  gtk_widget_set_visible (GTK_WIDGET (self->keep_button), kept || can_keep);
}

static void
offer_taken_cb (TalEntryPage *self)
{
  g_autofree char *offer = NULL;
  guint            row = 0;
  guint            column = 0;

  if (!tal_result_grid_get_active (self->grid, &row, &column))
    return;

  offer = tal_entry_grid_dup_offer (self->model, row, column);
  if (offer != NULL)
    tal_entry_grid_type (self->model, row, column, offer);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
explain_clicked_cb (TalEntryPage *self)
{
  tal_result_grid_edit_note (self->grid);
}

static void
keep_clicked_cb (TalEntryPage *self)
{
  TalEntryRange range = { 0, 0, 1, 1 };

  if (!tal_result_grid_get_active (self->grid, &range.row, &range.column))
    return;

  tal_entry_grid_keep (self->model, &range, !is_kept (self, range.row, range.column));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

void
tal_entry_page_bind_offers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, offer_button);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, explain_button);
  gtk_widget_class_bind_template_child (widget_class, TalEntryPage, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, offer_taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, explain_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
}
