/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A collection's file as it stands, looked at before SQLite touches it: whether it
 * is a collection at all, whether it may be written, and on what kind of drive it
 * lies.  Nothing here changes it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char    *path;       /* absolute, links followed */
  gboolean writable;   /* the file and its folder both */
  gboolean on_network; /* where programs on several machines may have it open */
  gboolean can_freeze; /* made for readers beside the writer, with no writer at work */
} TalCollectionFile;

/* TAL_ERROR_NOT_FOUND, TAL_ERROR_READ_ONLY where it may not even be read,
 * TAL_ERROR_INVALID_FILE where it is no file or no collection. */
gboolean tal_collection_file_look (const char *path, TalCollectionFile *ret_file, GError **error);
/* Makes an empty file where there is none, to be made a collection.
 * TAL_ERROR_CONFLICT where there is one. */
gboolean tal_collection_file_create (const char *path, TalCollectionFile *ret_file, GError **error);
/* Takes away what a failed attempt to make a collection or a copy left. */
void tal_collection_file_remove (const char *path);
void tal_collection_file_clear (TalCollectionFile *self);

/* Whether a file system of that type, as statfs() says it, is one over a network. */
gboolean tal_collection_file_is_network_type (guint32 type);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalCollectionFile, tal_collection_file_clear)

G_END_DECLS
