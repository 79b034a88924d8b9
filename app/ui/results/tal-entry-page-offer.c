/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was probably meant by a text that is refused, to be taken by a button. */

#include "config.h"

#include "ui/results/tal-entry-page-private.h"

#include <glib/gi18n-lib.h>

void
tal_entry_page_update_offer (TalEntryPage *self)
{
  g_autofree char *offer = NULL;
  g_autofree char *label = NULL;
  guint            row = 0;
  guint            column = 0;

  if (tal_result_grid_get_active (self->grid, &row, &column))
    offer = tal_entry_grid_dup_offer (self->model, row, column);
  gtk_widget_set_visible (GTK_WIDGET (self->offer_button), offer != NULL);
  if (offer == NULL)
    return;

  label = g_strdup_printf (_ ("Use %s"), offer);
  gtk_button_set_label (self->offer_button, label);
}

void
tal_entry_page_offer_taken_cb (TalEntryPage *self)
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
