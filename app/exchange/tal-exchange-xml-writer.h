/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a collection, or a part of it, as an exchange file.
 *
 * The file is canonical: the same content gives the same bytes, whatever the
 * database, the locale and the clock.  UTF-8, LF, two spaces a level, one element a
 * line, attributes in the order of the fields; a field at its default is not
 * written.  Texts escape & < > in elements and & < " and tab, line feed and carriage
 * return in attributes, and nothing else.  Observations are written in the order of
 * their periods, an author and a time only where they differ from the series' (and
 * as an empty attribute where they are not known but the series' are).
 *
 * Runs are read one at a time, twice: the head of the file holds the newest time of
 * all that follows.  What the file format cannot hold is refused, never bent.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "exchange/tal-exchange-header.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TAL_EXCHANGE_NAMESPACE "urn:indsatstal:exchange:1"
#define TAL_EXCHANGE_VERSION "1"

/* 'header' gives sender, receiver, picture and scope; its time is not read.  'only' is what a delta
 * holds (see tal_exchange_selection_new), and NULL for a full picture.
 * TAL_ERROR_NOT_FOUND for a scope that names nothing of the catalogue,
 * TAL_ERROR_INVALID_RECORD for a record that no file can hold (a text with control
 * characters, or longer than the format allows), and whatever the run source or the
 * stream report. */
gboolean tal_exchange_xml_write (GOutputStream           *stream,
                                 const TalCatalogue      *catalogue,
                                 TalRunSource            *runs,
                                 const TalExchangeHeader *header,
                                 GHashTable              *only,
                                 GCancellable            *cancellable,
                                 GError                 **error);

/* The same to a file, which is either the whole new one or untouched.
 * TAL_ERROR_READ_ONLY, TAL_ERROR_NO_SPACE or TAL_ERROR_NOT_WRITTEN besides. */
gboolean tal_exchange_xml_write_file (const char              *path,
                                      const TalCatalogue      *catalogue,
                                      TalRunSource            *runs,
                                      const TalExchangeHeader *header,
                                      GHashTable              *only,
                                      GCancellable            *cancellable,
                                      GError                 **error);

G_END_DECLS
