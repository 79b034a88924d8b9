/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody's file, opened to be read: a regular file with something in it, never a pipe that would
 * make a reader wait, and told apart by its first bytes and not by its name.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TalInputFile TalInputFile;

/* TAL_ERROR_NOT_FOUND, TAL_ERROR_NOT_WRITTEN where it cannot be read, TAL_ERROR_UNSAFE_FILE where
 * it is no regular file, TAL_ERROR_INVALID_FILE where it is empty. */
TalInputFile *tal_input_file_open (const char *path, GError **error);
void          tal_input_file_close (TalInputFile *self);

/* In bytes, when it was opened. */
goffset tal_input_file_get_size (const TalInputFile *self);
/* Of its first 512 bytes. */
gboolean tal_input_file_begins_with (const TalInputFile *self, const char *bytes, gsize length);
/* Whether it begins with a tag, and 'text', in lower case, stands among those bytes in any. */
gboolean tal_input_file_is_markup (const TalInputFile *self, const char *text);

/* All of it; TAL_ERROR_UNSAFE_FILE where it has grown beyond 'most' bytes. */
GBytes *tal_input_file_load (TalInputFile *self,
                             gsize         most,
                             GCancellable *cancellable,
                             GError      **error);
/* The open file itself, at its first byte, for the caller to close. */
int tal_input_file_take_handle (TalInputFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalInputFile, tal_input_file_close)

G_END_DECLS
