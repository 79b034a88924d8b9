/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that is there whole or not at all.  What is written goes to a new file
 * beside the target, which takes the target's place when all of it is on the disk;
 * an output that is dropped before leaves everything as it was.
 *
 * It follows a symbolic link at the target, keeps the permissions of a file that is
 * replaced, and writes over nothing but regular files.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TAL_TYPE_FILE_OUTPUT (tal_file_output_get_type ())

G_DECLARE_FINAL_TYPE (TalFileOutput, tal_file_output, TAL, FILE_OUTPUT, GOutputStream)

/* TAL_ERROR_READ_ONLY for a file or folder that may not be written, TAL_ERROR_NO_SPACE,
 * TAL_ERROR_NOT_WRITTEN.  Writing to the stream reports the same. */
TalFileOutput *tal_file_output_open (const char *path, GError **error);
/* Puts the file in its place and closes the stream. */
gboolean tal_file_output_commit (TalFileOutput *self, GError **error);
/* All of it at once. */
gboolean tal_file_output_save (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
