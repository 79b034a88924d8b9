/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads an exchange file in one pass and hands over each record as it is read.
 *
 * What the published schema (indsatstal-exchange-1.xsd) says, the reader checks by
 * itself; a file that is refused by one is refused by the other.  Beyond the schema
 * it refuses weeks and ranges that the calendar does not have, encodings other than
 * UTF-8 and UTF-16, and whatever could harm: document type declarations, entities,
 * compressed files, what is no regular file, files above 2 GiB, tags above 64 KiB
 * and nesting above 32.  It never reads another file and never asks the network.
 * What needs more than one record to be seen (an id used twice, a reference to
 * nothing) is TalBundle's to check.
 *
 * Elements and attributes of a foreign namespace are passed over with a note.  What
 * has been handed over before an error is of no use: a bad file is bad as a whole.
 */

#pragma once

#include "base/tal-problem.h"
#include "core/tal-observation.h"
#include "exchange/tal-exchange-header.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  /* Called once, first.  Takes the header. */
  void (*take_header) (TalExchangeHeader *header, gpointer user_data);
  /* Takes the record, which is no figure and stands in that line.  FALSE stops with the error
   * set, which the reader passes on with line and element before it. */
  gboolean (*take_record) (TalRecord *record, guint line, gpointer user_data, GError **error);
  /* The same of a figure, which lasts only as long as the call and is to be copied. */
  gboolean (*read_figure) (const TalObservation *figure,
                           guint                 line,
                           gpointer              user_data,
                           GError              **error);
  /* Takes the note. */
  void (*take_note) (TalProblem *note, gpointer user_data);
  /* 'bytes' of 'size' have been read.  Called about every 64 KiB.  May be NULL. */
  void (*show_progress) (goffset bytes, goffset size, gpointer user_data);
} TalExchangeSink;

/* TAL_ERROR_INVALID_FILE, TAL_ERROR_UNSAFE_FILE or TAL_ERROR_NEWER_VERSION with a
 * sentence of line, element and reason; TAL_ERROR_NOT_FOUND where there is no file;
 * G_IO_ERROR_CANCELLED. */
gboolean tal_exchange_xml_read_file (const char            *path,
                                     const TalExchangeSink *sink,
                                     gpointer               user_data,
                                     GCancellable          *cancellable,
                                     GError               **error);

/* The same from memory, for a file that is part of the program. */
gboolean tal_exchange_xml_read_bytes (GBytes                *bytes,
                                      const TalExchangeSink *sink,
                                      gpointer               user_data,
                                      GCancellable          *cancellable,
                                      GError               **error);

/* Of libxml2, as it runs: "20914". */
const char *tal_exchange_xml_get_version (void);

G_END_DECLS
