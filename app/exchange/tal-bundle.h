/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody sent, read whole: the head of the file, its records with the lines
 * they stand in, and notes on what was passed over.  It belongs to nobody's
 * collection yet and is const from the moment it is read.
 *
 * It compares nothing with what is here; that is TalMerge's.
 */

#pragma once

#include "base/tal-problem.h"
#include "core/tal-catalogue.h"
#include "core/tal-record.h"
#include "exchange/tal-exchange-header.h"
#include "exchange/tal-exchange-xml-reader.h"
#include "exchange/tal-figure-pack.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TalBundle TalBundle;

/* 'bytes' of 'size' have been read.  Called about every 64 KiB. */
typedef void (*TalBundleProgress) (goffset bytes, goffset size, gpointer user_data);

/* Errors as those of tal_exchange_xml_read_file, and TAL_ERROR_INVALID_FILE for an id
 * that the file uses twice and for a second figure of a series in one period.
 * 'progress' may be NULL. */
TalBundle *tal_bundle_load (const char       *path,
                            TalBundleProgress progress,
                            gpointer          user_data,
                            GCancellable     *cancellable,
                            GError          **error);
TalBundle *tal_bundle_load_bytes (GBytes *bytes, GCancellable *cancellable, GError **error);
/* An empty one from nobody, to be filled with what was read in another way. */
TalBundle *tal_bundle_new (void);
void       tal_bundle_free (TalBundle *self);
/* Takes the record, which is the first with its key, or its id, in the bundle. */
void tal_bundle_add (TalBundle *self, TalRecord *record, guint line);
/* Once, after the last has been added and before it is compared. */
void tal_bundle_finish (TalBundle *self);

const TalExchangeHeader *tal_bundle_get_header (const TalBundle *self);
/* In the order of the file, and without the figures. */
guint            tal_bundle_get_length (const TalBundle *self);
const TalRecord *tal_bundle_get_record (const TalBundle *self, guint position);
/* The line that the record stands in, from 1. */
guint                tal_bundle_get_line (const TalBundle *self, guint position);
const TalRecord     *tal_bundle_find (const TalBundle *self, const TalKey *key);
const TalFigurePack *tal_bundle_get_figures (const TalBundle *self);
/* Of TalProblem: what was passed over. */
const GPtrArray *tal_bundle_get_notes (const TalBundle *self);

/* Checks what no schema can say: that every reference leads to a record of its kind, in
 * the bundle or in 'collection' (which may be NULL: then the bundle must stand alone);
 * that no id is another kind's there; that nothing is both sent and removed; and every
 * rule of tal_validate_changes.  Adds a problem with its line for each breach and says
 * whether there was none. */
gboolean tal_bundle_check (const TalBundle    *self,
                           const TalCatalogue *collection,
                           GPtrArray          *problems);
/* The same, as an error with the first problem: TAL_ERROR_INVALID_FILE. */
gboolean tal_bundle_check_or_refuse (const TalBundle    *self,
                                     const TalCatalogue *collection,
                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalBundle, tal_bundle_free)

G_END_DECLS
