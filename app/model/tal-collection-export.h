/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sending a collection's figures to others. */

#pragma once

#include "model/tal-collection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What an exchange file is about. */
typedef struct
{
  TalId         to;          /* the unit that it is for, or none */
  TalId         plan;        /* or none */
  const GArray *initiatives; /* of TalId, besides those of the plan; NULL or empty is none */
  TalPeriod     period;      /* of figures; unset is all */
  TalTime       since;       /* a delta of what has changed here since then; TAL_TIME_NONE is all */
  gboolean      since_last;  /* instead: a delta of what 'to' has not been sent yet */
} TalExchangeExport;

typedef struct
{
  guint    n_figures;
  guint    n_initiatives;
  gboolean is_delta; /* never where nothing has been sent to 'to' yet */
} TalExchangeExtent;

/* Writes an exchange file: of everything where it names no plan and no initiative.  Replaces a file
 * that is there, but no collection.  'what' may be NULL for everything.
 *
 * Once a file to a unit is written whole, the collection remembers what the unit has been sent,
 * unless it may not be written itself, or the file was of a day's changes and on, so that there may
 * be a gap before it.  Where that fails the file stands, and the error says so. */
gboolean tal_collection_export (TalCollection           *self,
                                const char              *path,
                                const TalExchangeExport *what,
                                GCancellable            *cancellable,
                                GError                 **error);
/* Whether the unit that it is for was sent anything: where it wasn't, all is since the last. */
gboolean tal_collection_has_sent (TalCollection           *self,
                                  const TalExchangeExport *what,
                                  gboolean                *ret_sent,
                                  GError                 **error);
/* How much would be written. */
gboolean tal_collection_measure_export (TalCollection           *self,
                                        const TalExchangeExport *what,
                                        TalExchangeExtent       *ret_extent,
                                        GCancellable            *cancellable,
                                        GError                 **error);

G_END_DECLS
