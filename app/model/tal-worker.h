/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thread that does one thing after another, in the order in which they were asked
 * for.  The only thread of the program but the main one.
 *
 * THREAD SAFETY: the functions may be called from any thread but the worker's own.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TalWorker TalWorker;

TalWorker *tal_worker_new (const char *name);
/* Waits until all that was asked for is done, then ends the thread. */
void tal_worker_free (TalWorker *self);

/* Runs 'func' in the worker's thread, where it must return the task; a task that was
 * cancelled while it waited is returned without being run.  References the task. */
void tal_worker_run (TalWorker *self, GTask *task, GTaskThreadFunc func);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalWorker, tal_worker_free)

G_END_DECLS
