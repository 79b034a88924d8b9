/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which series of a collection the labels of a file stand for.  By name, code and alias, without
 * regard to case and spaces; where nothing or several things are called so, it is a question with
 * suggestions and never a guess.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "exchange/tal-column-map.h"
#include "exchange/tal-figure-list.h"

#include <glib.h>

G_BEGIN_DECLS

#define TAL_LABEL_MOST_SUGGESTIONS 5

/* What becomes of the figures of one set of labels. */
typedef struct
{
  TalAnswerKind  kind;
  TalId          series; /* that is used, or the id of the new one */
  char          *name;   /* of a new one, as the rest */
  TalMeasureUnit unit;
  TalId          members[4]; /* by TalDimension */
} TalLabelMatch;

/* Somebody must say what a label stands for. */
typedef struct
{
  TalRole    role; /* TAL_ROLE_SERIES for all labels of a set */
  char      *label;
  guint      n_figures;
  GPtrArray *suggestions; /* of const TalRecord, the catalogue's: the likeliest first */
} TalLabelQuestion;

/* A member that is to be made. */
typedef struct
{
  TalRole role;
  char   *label; /* the first one that stands for it */
  char   *name;
  TalId   id;
} TalNewMember;

typedef struct
{
  GArray    *matches;   /* of TalLabelMatch, one for each set of the list */
  GPtrArray *questions; /* of TalLabelQuestion, in the order of the file */
  GPtrArray *members;   /* of TalNewMember */
} TalLabelMatches;

/* 'rest' is the answer to what the map doesn't answer: TAL_ANSWER_OPEN asks.  'make_id' is that of
 * a writer.  'made' (char * → TalId, both freed by g_free) has the ids of what the same file was
 * matched with before and gets the new ones: what is tried twice is the same new series. */
TalLabelMatches *tal_label_matches_new (const TalFigureList *list,
                                        const TalColumnMap  *map,
                                        const TalCatalogue  *catalogue,
                                        TalAnswerKind        rest,
                                        TalId (*make_id) (void),
                                        GHashTable *made);
void             tal_label_matches_free (TalLabelMatches *self);

/* The map with what its labels turned out to be: what is made new is made only once.  A new one. */
TalColumnMap *tal_label_matches_remember (const TalLabelMatches *self,
                                          const TalFigureList   *list,
                                          const TalColumnMap    *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalLabelMatches, tal_label_matches_free)

G_END_DECLS
