/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking goals and initiatives away with all that is theirs alone.  Each is one change set,
 * so that one undo brings everything back.
 */

#pragma once

#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

/* TalChangeMakers whose request is a TalId.  A goal goes with its explanations and with the
 * series of the initiative that only it measured by, figures included. */
TalChangeSet *tal_initiative_edit_delete_goal (const TalCatalogue *catalogue,
                                               TalRunSource       *runs,
                                               const TalWriter    *writer,
                                               gconstpointer       goal,
                                               GError            **error);
/* An initiative goes with its goals, explanations, appropriations and series, figures
 * included.  TAL_ERROR_INVALID_RECORD where another initiative measures by its figures. */
TalChangeSet *tal_initiative_edit_delete (const TalCatalogue *catalogue,
                                          TalRunSource       *runs,
                                          const TalWriter    *writer,
                                          gconstpointer       initiative,
                                          GError            **error);

/* How many objects of a kind a change set takes away. */
guint tal_initiative_edit_count_removed (const TalChangeSet *changes, TalKind kind);

G_END_DECLS
