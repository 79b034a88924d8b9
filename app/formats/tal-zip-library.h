/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libzip, loaded when the first archive is opened or written: it brings libraries for encryption that
 * every start of the programs would wait for, and few runs open an archive.
 */

#pragma once

#include <glib.h>
#include <zip.h>

G_BEGIN_DECLS

/* The functions that are used, each with the type that zip.h declares. */
typedef struct
{
  __typeof__ (zip_close)                *close;
  __typeof__ (zip_discard)              *discard;
  __typeof__ (zip_fclose)               *fclose;
  __typeof__ (zip_fdopen)               *fdopen;
  __typeof__ (zip_file_add)             *file_add;
  __typeof__ (zip_file_set_dostime)     *file_set_dostime;
  __typeof__ (zip_fopen_index)          *fopen_index;
  __typeof__ (zip_fread)                *fread;
  __typeof__ (zip_get_num_entries)      *get_num_entries;
  __typeof__ (zip_name_locate)          *name_locate;
  __typeof__ (zip_open_from_source)     *open_from_source;
  __typeof__ (zip_set_file_compression) *set_file_compression;
  __typeof__ (zip_source_buffer_create) *source_buffer_create;
  __typeof__ (zip_source_close)         *source_close;
  __typeof__ (zip_source_file_create)   *source_file_create;
  __typeof__ (zip_source_free)          *source_free;
  __typeof__ (zip_source_keep)          *source_keep;
  __typeof__ (zip_source_open)          *source_open;
  __typeof__ (zip_source_read)          *source_read;
  __typeof__ (zip_stat)                 *stat;
  __typeof__ (zip_stat_init)            *stat_init;
} TalZipLibrary;

/* Loaded once for the whole run, by any thread; TAL_ERROR_NOT_FOUND where the system has
 * none. */
const TalZipLibrary *tal_zip_library_get (GError **error);

G_END_DECLS
