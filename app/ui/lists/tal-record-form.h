/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of one record of a list, made from the table of its fields.  Each field is stored
 * when it is left, as a change of its own that can be undone; what is refused stays as it was
 * written, with the reason beside it.  Below stands who refers to the record.
 */

#pragma once

#include "model/tal-workspace.h"
#include "ui/lists/tal-list-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_RECORD_FORM (tal_record_form_get_type ())

G_DECLARE_FINAL_TYPE (TalRecordForm, tal_record_form, TAL, RECORD_FORM, GtkWidget)

GtkWidget *tal_record_form_new (void);
/* NULL lets go of it. */
void tal_record_form_set_workspace (TalRecordForm *self, TalWorkspace *workspace);
/* The record as it is now; what is being typed in it is kept. */
void tal_record_form_show (TalRecordForm *self, TalListKind list, const TalRecord *record);
/* Puts the cursor into the name and selects it. */
void tal_record_form_rename (TalRecordForm *self);

G_END_DECLS
