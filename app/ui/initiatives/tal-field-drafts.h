/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody typed into the fields of a form and could not be stored, kept while the form
 * shows another goal or another period, and put back when it shows the same again: nothing
 * that was typed is lost by looking elsewhere.
 *
 * The fields are those of one form, and must outlive it.
 */

#pragma once

#include "base/tal-id.h"
#include "core/tal-period.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TalFieldDrafts TalFieldDrafts;

TalFieldDrafts *tal_field_drafts_new (void);
void            tal_field_drafts_free (TalFieldDrafts *self);

/* Takes the text of every field below 'root' that is neither stored nor on its way, and shows
 * there what is stored.  How many there were. */
guint tal_field_drafts_take (TalFieldDrafts *self, TalId goal, TalPeriod period, GtkWidget *root);
/* One text that was refused after its field had begun to show something else. */
void tal_field_drafts_add (TalFieldDrafts *self,
                           TalId           goal,
                           TalPeriod       period,
                           GtkWidget      *field,
                           const char     *text,
                           const char     *reason);
/* Puts back what was taken of that goal and period, with why it was refused. */
void tal_field_drafts_give_back (TalFieldDrafts *self, TalId goal, TalPeriod period);
void tal_field_drafts_clear (TalFieldDrafts *self);

guint tal_field_drafts_get_length (const TalFieldDrafts *self);
/* Where the first one belongs; FALSE where there is none. */
gboolean tal_field_drafts_find_first (const TalFieldDrafts *self,
                                      TalId                *ret_goal,
                                      TalPeriod            *ret_period);

/* Whether a widget is a field with something typed that is neither stored nor on its way. */
gboolean tal_field_drafts_is_pending (GtkWidget *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFieldDrafts, tal_field_drafts_free)

G_END_DECLS
