/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dot before a verdict in a table: filled where the goal was met, a ring where it was not,
 * half filled while the figure may still change, and none where there is no verdict.  It can be
 * told apart without its colour, and the word stands beside it.
 */

#pragma once

#include "ui/common/tal-mark.h"

G_BEGIN_DECLS

#define TAL_TYPE_STATUS_DOT (tal_status_dot_get_type ())

G_DECLARE_FINAL_TYPE (TalStatusDot, tal_status_dot, TAL, STATUS_DOT, GtkWidget)

GtkWidget *tal_status_dot_new (void);

void    tal_status_dot_set_mark (TalStatusDot *self, TalMark mark);
TalMark tal_status_dot_get_mark (TalStatusDot *self);

G_END_DECLS
