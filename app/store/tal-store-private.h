/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the store share, and nobody else. */

#pragma once

#include "store/tal-database.h"
#include "store/tal-record-table.h"
#include "store/tal-run-reader.h"
#include "store/tal-store.h"

#include <glib.h>

G_BEGIN_DECLS

TalDatabase  *tal_store_get_database (TalStore *self);
TalRunReader *tal_store_get_run_reader (TalStore *self);
/* None for observations. */
TalRecordTable *tal_store_get_table (TalStore *self, TalKind kind);

G_END_DECLS
