/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of an import's report as a list of TalImportItem, for a person who goes through them:
 * it shows those of one kind at a time, and keeps what was chosen for each.  An item is made when
 * it is looked at, so that a long list costs little.
 *
 * "chosen" is emitted when choices have changed.
 */

#pragma once

#include "model/tal-import-item.h"
#include "model/tal-import-report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which rows; one that cannot be written is among those of its kind too. */
typedef enum
{
  TAL_IMPORT_FILTER_ALL,
  TAL_IMPORT_FILTER_NEW,
  TAL_IMPORT_FILTER_CHANGED,
  TAL_IMPORT_FILTER_KEPT,
  TAL_IMPORT_FILTER_REMOVED,
  TAL_IMPORT_FILTER_CONFLICTS,
  TAL_IMPORT_FILTER_REFUSED,
} TalImportFilter;

#define TAL_N_IMPORT_FILTERS (TAL_IMPORT_FILTER_REFUSED + 1)

/* What would be done with all of them. */
typedef struct
{
  guint n_new;
  guint n_changed; /* with the conflicts in which theirs was chosen */
  guint n_removed;
  guint n_left;    /* as it is here: chosen, or changed here alone */
  guint n_open;    /* nobody has decided */
  guint n_refused; /* wanted, and cannot be written */
} TalImportTally;

#define TAL_TYPE_IMPORT_LIST (tal_import_list_get_type ())

G_DECLARE_FINAL_TYPE (TalImportList, tal_import_list, TAL, IMPORT_LIST, GObject)

/* Takes the report. */
TalImportList         *tal_import_list_new (TalImportReport *report);
const TalImportReport *tal_import_list_get_report (TalImportList *self);

void            tal_import_list_set_filter (TalImportList *self, TalImportFilter filter);
TalImportFilter tal_import_list_get_filter (TalImportList *self);
/* How many rows it would show. */
guint tal_import_list_count (TalImportList *self, TalImportFilter filter);

/* Positions are those of what is shown. */
void tal_import_list_choose (TalImportList *self, guint position, TalImportChoice choice);
/* For all rows of a kind, shown or not. */
void tal_import_list_choose_all (TalImportList  *self,
                                 TalImportFilter filter,
                                 TalImportChoice choice);
/* Chooses as somebody chose in an earlier list, where a row says the same in both: the number of
 * choices that were let go of. */
guint tal_import_list_take_choices (TalImportList *self, TalImportList *earlier);
/* The next row behind 'position' ('step' 1) or before it (-1) that is a conflict or cannot be
 * written, beginning again at the other end; FALSE where there is none. */
gboolean tal_import_list_find_matter (TalImportList *self,
                                      guint          position,
                                      int            step,
                                      guint         *ret_position);

TalImportTally tal_import_list_get_tally (TalImportList *self);
/* Whether any row has another choice than where nobody chooses. */
gboolean tal_import_list_has_choices (TalImportList *self);
/* Those choices, for a request: TalKey → TalImportChoice.  A new reference. */
GHashTable *tal_import_list_dup_choices (TalImportList *self);

G_END_DECLS
