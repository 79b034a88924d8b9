/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is overdue and what is due soon, as a list of sentences.  "activated" is emitted with
 * the position of the one that was chosen.
 */

#pragma once

#include "model/tal-workspace-due.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_ENTRY_DUES (tal_entry_dues_get_type ())

G_DECLARE_FINAL_TYPE (TalEntryDues, tal_entry_dues, TAL, ENTRY_DUES, GtkWidget)

GtkWidget *tal_entry_dues_new (void);

/* The list is only read. */
void tal_entry_dues_update (TalEntryDues *self, const TalDueList *list);

G_END_DECLS
