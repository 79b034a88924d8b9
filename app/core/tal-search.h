/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding anything in a collection by some words of what it is called: initiatives, goals
 * ("mål 5"), key figures, target groups and appropriations, the best hits first.
 *
 * The index holds what is searched in, folded once; it is immutable and crosses threads.
 */

#pragma once

#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_SEARCH_INITIATIVES,
  TAL_SEARCH_GOALS,
  TAL_SEARCH_SERIES,
  TAL_SEARCH_TARGET_GROUPS,
  TAL_SEARCH_APPROPRIATIONS,
} TalSearchGroup;

#define TAL_N_SEARCH_GROUPS (TAL_SEARCH_APPROPRIATIONS + 1)

typedef struct
{
  TalSearchGroup group;
  TalKey         key;
  char          *title;  /* "Goal 5: Minimum 80 pct. …" */
  char          *detail; /* where it is; NULL where there is nothing to say */
} TalSearchHit;

typedef struct
{
  GPtrArray *hits;  /* of TalSearchHit, by group, within each the best first */
  guint      n_all; /* those that are left out counted too */
} TalSearchResult;

typedef struct _TalSearchIndex TalSearchIndex;

TalSearchIndex *tal_search_index_new (const TalCatalogue *catalogue);
void            tal_search_index_free (TalSearchIndex *self);
/* Whether it was made from that very catalogue. */
gboolean tal_search_index_is_of (const TalSearchIndex *self, const TalCatalogue *catalogue);

/* Everything that holds each word of the text, at most 'most' of each group; nothing for a
 * text without words. */
TalSearchResult *tal_search_index_find (const TalSearchIndex *self, const char *text, guint most);
void             tal_search_result_free (TalSearchResult *self);

/* How well a text fits words that are searched for, 0 best; G_MAXUINT where one of them isn't
 * in it.  Both are folded by tal_danish_collation_dup_folded. */
guint tal_search_rank (const char *folded, char *const *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalSearchIndex, tal_search_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalSearchResult, tal_search_result_free)

G_END_DECLS
