/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One year's money for an initiative: how much, from where and until when.  Delete asks for it to
 * be taken away, as its button does, in "remove-asked".
 */

#pragma once

#include "core/tal-appropriation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_APPROPRIATION_ROW (tal_appropriation_row_get_type ())

G_DECLARE_FINAL_TYPE (
    TalAppropriationRow, tal_appropriation_row, TAL, APPROPRIATION_ROW, GtkListBoxRow)

GtkWidget *tal_appropriation_row_new (void);

/* 'this_year' tells what has expired.  One that isn't editable is read only. */
void  tal_appropriation_row_show (TalAppropriationRow    *self,
                                  const TalAppropriation *appropriation,
                                  int                     this_year,
                                  gboolean                editable);
TalId tal_appropriation_row_get_appropriation (TalAppropriationRow *self);

G_END_DECLS
