/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The name of a unit that isn't among those of the collection yet, asked for where somebody needs
 * it: over a dialog that stays as it is, with everything that has been written in it.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tal_unit_question_ask_async (GtkWindow          *parent,
                                  TalWorkspace       *workspace,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
/* The unit of that name, which was made unless there was one; TAL_ID_NONE where it was not to be,
 * then with an error where it could not be. */
TalId tal_unit_question_ask_finish (GAsyncResult *result, GError **error);

G_END_DECLS
