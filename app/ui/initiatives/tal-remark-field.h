/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a remark of some lines.  Leaving it gives up what was written in "edited";
 * Escape takes the stored remark back.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_REMARK_FIELD (tal_remark_field_get_type ())

G_DECLARE_FINAL_TYPE (TalRemarkField, tal_remark_field, TAL, REMARK_FIELD, GtkWidget)

GtkWidget *tal_remark_field_new (void);

/* What it is for, in small letters over it: then it is one field of a list, and no card of its
 * own. */
void tal_remark_field_set_title (TalRemarkField *self, const char *title);
/* Whether it is one line: Enter leaves it, and what is pasted of several becomes one. */
void tal_remark_field_set_single_line (TalRemarkField *self, gboolean single_line);
/* The stored remark; NULL is none.  What was refused is kept. */
void tal_remark_field_set_remark (TalRemarkField *self, const char *remark);
void tal_remark_field_set_editable (TalRemarkField *self, gboolean editable);
/* Why what was written is refused; NULL takes the reason away. */
void        tal_remark_field_refuse (TalRemarkField *self, const char *reason);
const char *tal_remark_field_get_reason (TalRemarkField *self);
/* Whether something is written that is neither stored nor on its way to be. */
gboolean tal_remark_field_is_pending (TalRemarkField *self);
/* Asks for the change that stores what was written, and says in the field why it was refused;
 * see tal_workspace_change_async. */
void tal_remark_field_store (TalRemarkField *self,
                             TalWorkspace   *workspace,
                             TalChangeMaker  maker,
                             gpointer        request,
                             GDestroyNotify  free_request);
/* Takes the stored remark back. */
void tal_remark_field_revert (TalRemarkField *self);
/* Likewise where the focus is in the field and it is pending; whether it was so. */
gboolean       tal_remark_field_revert_focused (TalRemarkField *self);
GtkTextBuffer *tal_remark_field_get_buffer (TalRemarkField *self);

G_END_DECLS
