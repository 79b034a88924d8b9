/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the store share: a folder of their own, a collection with goals 2
 * and 3 of Integrationshandleplanen, records with every field filled at random, and
 * writing as the program does it.
 */

#pragma once

#include "core/tal-goal.h"
#include "store/tal-store.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char         *folder;
  char         *path; /* of the collection */
  TalStore     *store;
  TalCatalogue *catalogue;
  TalTime       now;      /* a second later with each write */
  gint64        sequence; /* of the last write */
} Fixture;

/* With an open, empty collection. */
Fixture *fixture_new (void);
void     fixture_free (Fixture *self);
void     fixture_reopen (Fixture *self);

/* Writes in a transaction; 'reverses' is 0 but for undo and redo.  FALSE where it was
 * refused, after which nothing has changed. */
gboolean fixture_write (Fixture *self, const TalChangeSet *changes, gint64 reverses, GError **error);
/* The same, and it must be done. */
void fixture_commit (Fixture *self, const TalChangeSet *changes, gint64 reverses);
void fixture_undo (Fixture *self, gint64 sequence);
void fixture_redo (Fixture *self, gint64 sequence);

/* Everything that is stored, and nothing of how: equal for equal content. */
char *fixture_dump (TalStore *store);

/* The plan, its fourth initiative and goals 2 and 3, with the counts of 2023: 268 of
 * 545 in placements, 110 of those in work.  The ids are fixed. */
TalChangeSet *fixture_make_plan (void);
TalId         fixture_get_id (TalKind kind, guint number);
/* Of the series of fixture_make_plan. */
enum
{
  SERIES_PEOPLE = 1,  /* 545 */
  SERIES_PLACED,      /* 268 */
  SERIES_WORKING,     /* 110 */
  SERIES_PLACED_PART, /* of goal 2 */
  SERIES_WORKING_PART /* of goal 3 */
};
enum
{
  GOAL_PLACED = 2,
  GOAL_WORKING
};

/* The figure of 'series' in 'year' to become 'value', from what it is. */
TalChangeSet *fixture_make_figure (Fixture *self, guint series, int year, gint64 value);

/* A record with every field set to something valid; its references are among 'known',
 * an array of TalRecord *, each an item of which the kind is right. */
TalRecord *fixture_fill (TalKind kind, TalId id, const GPtrArray *known, GRand *random);
/* A record of every kind but observations and removals, each referring to others. */
TalChangeSet *fixture_make_everything (GRand *random);

/* Runs SQL on the file beside the program. */
void   fixture_tamper (const char *path, const char *sql);
gint64 fixture_ask (const char *path, const char *sql);

G_END_DECLS
