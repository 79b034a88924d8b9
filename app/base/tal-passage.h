/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A piece of somebody's document as plain text: a heading, a paragraph, a list item, or one
 * row of a table, with the place where a reader finds it again.  Knows no file format.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_PASSAGE_PARAGRAPH,
  TAL_PASSAGE_HEADING,
  TAL_PASSAGE_LIST_ITEM,
  TAL_PASSAGE_ROW,
} TalPassageKind;

typedef struct
{
  TalPassageKind kind;
  guint          line;  /* of a text file, or the number of the paragraph; from 1 */
  guint          table; /* which table a row is of, from 1 */
  char          *text;  /* without markup; a row's cells with tabs between */
  char         **cells; /* of a row, trimmed, NULL at the end; else NULL */
} TalPassage;

/* Takes 'text'. */
TalPassage *tal_passage_new (TalPassageKind kind, guint line, char *text);
/* Takes the cells. */
TalPassage *tal_passage_new_row (guint line, guint table, char **cells);
void        tal_passage_free (TalPassage *self);

/* An empty list of TalPassage that frees them. */
GPtrArray *tal_passage_list_new (void);

G_END_DECLS
