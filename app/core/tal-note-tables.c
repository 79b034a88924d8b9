/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-tables.h"

#include "core/tal-note-headings.h"
#include "core/tal-note-references.h"
#include "core/tal-note-shares.h"
#include "core/tal-note-table.h"
#include "core/tal-note-totals.h"

void
tal_note_tables_check (const GPtrArray *passages, GPtrArray *remarks)
{
  g_autoptr (GPtrArray) tables = NULL;

  g_return_if_fail (passages != NULL);
  g_return_if_fail (remarks != NULL);

  tables = tal_note_table_list (passages);
  for (guint i = 0; i < tables->len; i++)
    {
      tal_note_totals_check (tables->pdata[i], remarks);
      tal_note_shares_check (tables->pdata[i], remarks);
    }

  tal_note_headings_check (passages, tables, remarks);
  tal_note_references_check (passages, remarks);
}
