/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-zip-library.h"

#include "base/tal-error.h"
#include "formats/tal-library.h"

#include <glib/gi18n-lib.h>

/* What systems call it; the functions used here are the same in both versions. */
static const char *const file_names[] = { "libzip.so.5", "libzip.so.4", "libzip.5.dylib",
                                          "libzip.dll", NULL };

static gboolean
load (TalZipLibrary *library)
{
  const TalLibraryFunction functions[] = {
    { "zip_close", &library->close },
    { "zip_discard", &library->discard },
    { "zip_fclose", &library->fclose },
    { "zip_fdopen", &library->fdopen },
    { "zip_file_add", &library->file_add },
    { "zip_file_set_dostime", &library->file_set_dostime },
    { "zip_fopen_index", &library->fopen_index },
    { "zip_fread", &library->fread },
    { "zip_get_num_entries", &library->get_num_entries },
    { "zip_name_locate", &library->name_locate },
    { "zip_open_from_source", &library->open_from_source },
    { "zip_set_file_compression", &library->set_file_compression },
    { "zip_source_buffer_create", &library->source_buffer_create },
    { "zip_source_close", &library->source_close },
    { "zip_source_file_create", &library->source_file_create },
    { "zip_source_free", &library->source_free },
    { "zip_source_keep", &library->source_keep },
    { "zip_source_open", &library->source_open },
    { "zip_source_read", &library->source_read },
    { "zip_stat", &library->stat },
    { "zip_stat_init", &library->stat_init },
    { NULL },
  };

  return tal_library_load (file_names, functions);
}

const TalZipLibrary *
tal_zip_library_get (GError **error)
{
  static TalZipLibrary library;
  static gsize         state = 0;

  if (g_once_init_enter (&state))
    g_once_init_leave (&state, load (&library) ? 1 : 2);
  if (state == 1)
    return &library;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                       _ ("The library that opens and writes such documents, libzip, is not installed."));
  return NULL;
}
