/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a program wrote to a collection and the files beside it, in order, to see what a loss of
 * power at any moment would have left on the disk.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WriteLog WriteLog;

/* Writes down what is done to the collection at 'path', which has the bytes of 'start', until
 * write_log_stop.  The VFS of store/failing-vfs.h must be installed. */
WriteLog *write_log_start (const char *path, GBytes *start);
void      write_log_stop (WriteLog *self);
void      write_log_free (WriteLog *self);

/* The bytes that were written and the other changes that were made, up to now: a moment. */
guint64 write_log_get_length (const WriteLog *self);
/* Any moment, or the one before any change, however short: opening and closing are made of those. */
guint64 write_log_draw_moment (const WriteLog *self, gboolean between_changes, GRand *random);

/* Puts the files at 'path' as they were at that moment, in the middle of a write where that falls
 * into one.  With 'random', what had not been synced then is there or isn't, as it chooses. */
void write_log_replay (const WriteLog *self, guint64 moment, GRand *random, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WriteLog, write_log_free)

G_END_DECLS
