/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of an import as lists show it: what it is about, and what is there on both sides in
 * words.  Its "choice" is notified when its list changes it.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "model/tal-import-report.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_ITEM (tal_import_item_get_type ())

G_DECLARE_FINAL_TYPE (TalImportItem, tal_import_item, TAL, IMPORT_ITEM, GObject)

/* For the list that it is in.  'holder' is kept alive for the sake of the row and the
 * catalogue, which has the names. */
TalImportItem *tal_import_item_new (GObject            *holder,
                                    const TalImportRow *row,
                                    const TalCatalogue *catalogue);

const TalImportRow *tal_import_item_get_row (TalImportItem *self);
TalImportChoice     tal_import_item_get_choice (TalImportItem *self);
/* "Mål 5, tæller"; without its period. */
char *tal_import_item_dup_name (TalImportItem *self);
/* The initiative that it belongs to; NULL where it belongs to none, or is one. */
char *tal_import_item_dup_place (TalImportItem *self);
/* Of a figure; NULL of everything else. */
char *tal_import_item_dup_period (TalImportItem *self);
/* "Conflict", "New": what kind of row it is, and that it cannot be written. */
const char *tal_import_item_get_state (TalImportItem *self);
/* What is the matter with it, and what both sides had before; NULL where nothing is. */
char *tal_import_item_dup_matter (TalImportItem *self);
/* All of it for who cannot see it: "Mål 5, tæller, 2023: Værdi: vores 179, deres 183. Konflikt.
 * Uafklaret." */
char *tal_import_item_dup_sentence (TalImportItem *self);

G_END_DECLS
