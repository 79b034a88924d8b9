/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A collection that is opened before there is anybody to show it to: it is read while the
 * toolkit starts, and taken by the first window.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TalEarlyOpening TalEarlyOpening;

/* Begins.  The file must have a path. */
TalEarlyOpening *tal_early_opening_new (GFile *file);
/* Cancels it: what it opened is closed again. */
void tal_early_opening_free (TalEarlyOpening *self);

GFile *tal_early_opening_get_file (const TalEarlyOpening *self);
/* For whoever is about to take it, who may cancel it as one of his own. */
GCancellable *tal_early_opening_get_cancellable (const TalEarlyOpening *self);

/* From here on it is an opening like one that 'callback' was given to by
 * tal_workspace_open_async.  Takes 'self'. */
void tal_early_opening_take (TalEarlyOpening    *self,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalEarlyOpening, tal_early_opening_free)

G_END_DECLS
