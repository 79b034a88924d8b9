/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history of a collection: every change set that was ever written, in order,
 * with each record before and after.  It is written in the same transaction as the
 * change itself and never rewritten, but for the mark that an entry is undone.
 *
 * An edit or an import is an original.  Undoing one is an entry of its own, which
 * marks the original; redoing it is another, which takes the mark away.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-time.h"
#include "core/tal-change-set.h"
#include "core/tal-goal-past.h"
#include "core/tal-history-filter.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalDatabase TalDatabase;

/* Who writes, and when. */
typedef struct
{
  TalTime     made_at;
  const char *author;   /* NULL where that is not known */
  gint64      reverses; /* of an undo or redo: the original's sequence; else 0 */
} TalStamp;

typedef struct
{
  gint64    sequence; /* from 1, without gaps */
  TalId     id;
  TalTime   made_at;
  char     *author; /* NULL where that is not known */
  TalOrigin origin;
  char     *label;
  gint64    reverses; /* 0 where it is an original */
  gboolean  undone;   /* of an original */
  guint     n_changes;
  TalKey first; /* what its first change is of; of an entry without changes a unit that is none */
} TalJournalEntry;

void tal_journal_entry_free (TalJournalEntry *self);

/* Within a transaction: an entry with its changes.  TAL_ERROR_CONFLICT where it would undo what is
 * undone, or redo what is not. */
gboolean tal_journal_begin (TalDatabase        *database,
                            const TalChangeSet *changes,
                            const TalStamp     *stamp,
                            gint64             *ret_sequence,
                            GError            **error);
/* That there are so many figures beside them. */
gboolean tal_journal_add_bulks (TalDatabase *database,
                                gint64       sequence,
                                guint        n_figures,
                                GError     **error);

/* The newest 'limit' entries that fit the filter (NULL: all do) before the sequence 'before'
 * (0: from the newest on), newest first: an array that frees its TalJournalEntry. */
GPtrArray *tal_journal_load (TalDatabase            *database,
                             const TalHistoryFilter *filter,
                             gint64                  before,
                             guint                   limit,
                             GError                **error);
/* Everybody who is in the history by name, in Danish order: an array of strings. */
GPtrArray *tal_journal_list_authors (TalDatabase *database, GError **error);
/* The newest entry after 'sequence' that changed the object too.  0 is none. */
gboolean tal_journal_find_later (TalDatabase  *database,
                                 const TalKey *key,
                                 gint64        sequence,
                                 gint64       *ret_sequence,
                                 GError      **error);
/* TAL_ERROR_NOT_FOUND where there is none of that sequence. */
TalJournalEntry *tal_journal_load_entry (TalDatabase *database, gint64 sequence, GError **error);
TalChangeSet    *tal_journal_load_changes (TalDatabase *database, gint64 sequence, GError **error);
/* Without the figures that it has beside its changes: see tal-bulk-table.h. */
TalChangeSet *tal_journal_load_without_bulks (TalDatabase *database,
                                              gint64       sequence,
                                              GError     **error);
/* Only those of the goal: itself, what is written of it, and the figures it rests on. */
TalChangeSet *tal_journal_load_goal_changes (TalDatabase *database,
                                             gint64       sequence,
                                             TalId        goal,
                                             GError     **error);
/* How every goal stood before each of its changes.  What an import changed was changed when its
 * owner says; what it brought was there all the time. */
TalGoalPast *tal_journal_load_goal_past (TalDatabase *database, GError **error);

/* The original that undo takes back: the newest that is not undone.  0 is none. */
gboolean tal_journal_find_undo (TalDatabase *database, gint64 *ret_sequence, GError **error);
/* The original that redo brings again: the one that was undone last, as long as nothing new
 * was done since.  0 is none. */
gboolean tal_journal_find_redo (TalDatabase *database, gint64 *ret_sequence, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalJournalEntry, tal_journal_entry_free)

G_END_DECLS
