/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of a list that records have, or that the items of another list have, with the
 * tables of the lists in its items.  A list is written whole; tal-list-reader.h reads it.
 */

#pragma once

#include "core/tal-field.h"
#include "store/tal-database.h"
#include "store/tal-row-keys.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalRecordList TalRecordList;

struct _TalRecordList
{
  const TalField      *field;
  const TalRecordList *outer; /* in whose items it is; NULL where it is in a record */
  char                *table;
  char                *insert;
  char                *select;        /* of every record, in the order of their row keys */
  char                *select_of_one; /* of the record with the row key ?1 */
  char *delete;                       /* of the record or item with the row key ?1 */
  GPtrArray *lists;                   /* of TalRecordList: those of its items */
};

/* What stands before the fields in what is selected: the row keys of the record, of what the
 * list is part of, and of the item itself. */
enum
{
  TAL_RECORD_LIST_RECORD,
  TAL_RECORD_LIST_PARENT,
  TAL_RECORD_LIST_KEY, /* 0 where the items have no lists */
  TAL_RECORD_LIST_FIELDS
};

/* An array of TalRecordList, one for each list among the structure's fields. */
GPtrArray *tal_record_list_make_all (const TalStructure *structure);

/* Every item of the list in 'structure', which has the row key 'parent'. */
gboolean tal_record_list_insert (const TalRecordList *self,
                                 TalDatabase         *database,
                                 gconstpointer        structure,
                                 gint64               parent,
                                 TalRowKeys          *keys,
                                 GError             **error);
gboolean tal_record_list_delete (const TalRecordList *self,
                                 TalDatabase         *database,
                                 gint64               parent,
                                 GError             **error);

G_END_DECLS
