/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ZIP file that an office program's document is, read one named entry at a time and never
 * unpacked to disk.
 *
 * Every archive is taken for hostile: too many entries, entries that unpack to more than is
 * asked for or out of nearly nothing, and encrypted ones are refused, whatever the
 * directory of the archive says about their size.  It resolves no paths and follows no links.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TalArchive TalArchive;

/* Some bytes of an entry.  FALSE stops the reading with the error set. */
typedef gboolean (*TalArchiveSink) (const guint8 *bytes,
                                    gsize         length,
                                    gpointer      user_data,
                                    GError      **error);

/* Takes 'handle', an open file.  No entry may be more than 'most_bytes' unpacked.  TAL_ERROR_INVALID_FILE where it is no whole archive,
 * TAL_ERROR_UNSAFE_FILE beyond a limit. */
TalArchive *tal_archive_open (int handle, guint64 most_bytes, GError **error);
void        tal_archive_close (TalArchive *self);

gboolean tal_archive_has (TalArchive *self, const char *name);

/* Hands over the entry in pieces of at most 64 KiB, from its first byte to its last.  What has
 * been handed over before an error is of no use. */
gboolean tal_archive_read (TalArchive    *self,
                           const char    *name,
                           TalArchiveSink sink,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error);
/* The first bytes of an entry, at most 64 KiB, as text that may not be UTF-8; NULL, without an
 * error, where there is none. */
char *tal_archive_find_text (TalArchive *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalArchive, tal_archive_close)

G_END_DECLS
