/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits of figures that are gathered before they are made, one for each figure: what is said of
 * the same figure twice, its value in one cell and its state in another, becomes one edit.
 */

#pragma once

#include "model/tal-edit.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalEntryBatch TalEntryBatch;

TalEntryBatch *tal_entry_batch_new (void);
void           tal_entry_batch_free (TalEntryBatch *self);

void tal_entry_batch_add (TalEntryBatch       *self,
                          TalId                series,
                          TalPeriod            period,
                          const TalFigureEdit *edit);
/* NULL where nothing is said of it. */
const TalFigureEdit *tal_entry_batch_find (const TalEntryBatch *self,
                                           TalId                series,
                                           TalPeriod            period);

/* An array of TalPlacedEdit, borrowed. */
GArray *tal_entry_batch_get_edits (const TalEntryBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalEntryBatch, tal_entry_batch_free)

G_END_DECLS
