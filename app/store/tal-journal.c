/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-journal.h"

#include "base/tal-error.h"
#include "core/tal-record-codec.h"
#include "store/tal-bulk-table.h"
#include "store/tal-database.h"

#include <glib/gi18n-lib.h>

/* In the order in which read_entry reads them. */
#define SELECT_ENTRIES                                                                           \
  "SELECT sequence, e.uuid, made_at, author, origin, label, reverses, undone, n_changes, kind, " \
  "c.uuid, first_day, last_day FROM change_sets AS e "                                           \
  "LEFT JOIN changes AS c ON change_set = sequence AND position = 0 "

/* The objects of the initiative or of the goal that ?6 is: those that are there, and those that
 * were removed, which no table knows any more but the text that was kept of them. */
#define OBJECTS                                                                           \
  "SELECT ?6 UNION ALL "                                                                  \
  "SELECT o.uuid FROM initiatives AS i JOIN goals AS o ON initiative_id = i.id "          \
  "WHERE i.uuid = ?6 UNION ALL "                                                          \
  "SELECT o.uuid FROM initiatives AS i JOIN series AS o ON initiative_id = i.id "         \
  "WHERE i.uuid = ?6 UNION ALL "                                                          \
  "SELECT o.uuid FROM initiatives AS i JOIN appropriations AS o ON initiative_id = i.id " \
  "WHERE i.uuid = ?6 UNION ALL "                                                          \
  "SELECT o.uuid FROM initiatives AS i JOIN goals AS g ON initiative_id = i.id "          \
  "JOIN assessments AS o ON goal_id = g.id WHERE i.uuid = ?6 UNION ALL "                  \
  "SELECT o.uuid FROM goals AS g JOIN assessments AS o ON goal_id = g.id "                \
  "WHERE g.uuid = ?6 UNION ALL "                                                          \
  "SELECT o.uuid FROM goals AS g JOIN latest_sources AS l ON l.goal_id = g.id "           \
  "JOIN series AS o ON o.id = l.series_id WHERE g.uuid = ?6 UNION ALL "                   \
  "SELECT r.uuid FROM changes AS r WHERE r.after IS NULL AND r.kind <> 'observation' "    \
  "AND r.kind IN ('goal', 'series', 'appropriation', 'assessment') "                      \
  "AND instr (replace (r.before, '-', ''), lower (hex (?6))) > 0 UNION ALL "              \
  "SELECT r.uuid FROM changes AS g JOIN changes AS r "                                    \
  "ON instr (replace (r.before, '-', ''), lower (hex (g.uuid))) > 0 "                     \
  "WHERE g.after IS NULL AND g.kind = 'goal' AND g.kind <> 'observation' "                \
  "AND instr (replace (g.before, '-', ''), lower (hex (?6))) > 0 "                        \
  "AND r.after IS NULL AND r.kind = 'assessment' AND r.kind <> 'observation'"

/* The changes of an entry lie together, so each is looked at without an index of its own,
 * which every write would pay for. */
#define SEARCH_ENTRIES                                                                         \
  SELECT_ENTRIES "WHERE sequence < ?1 "                                                        \
                 "AND (NOT ?2 OR EXISTS (SELECT 1 FROM changes AS f "                          \
                 "WHERE f.change_set = sequence AND f.kind = 'observation')) "                 \
                 "AND (NOT ?3 OR origin = 'import' OR EXISTS (SELECT 1 FROM change_sets AS o " \
                 "WHERE o.sequence = e.reverses AND o.origin = 'import')) "                    \
                 "AND (?4 IS NULL OR author = ?4) AND made_at >= ?5 "                          \
                 "AND (?6 IS NULL OR EXISTS (SELECT 1 FROM changes AS f "                      \
                 "WHERE f.change_set = sequence AND f.uuid IN (" OBJECTS ")) "                 \
                 "OR EXISTS (SELECT 1 FROM bulks AS f "                                        \
                 "WHERE f.change_set = sequence AND f.uuid IN (" OBJECTS "))) "                \
                 "AND (?7 IS NULL OR instr (danish_fold (label), danish_fold (?7)) > 0) "      \
                 "ORDER BY sequence DESC LIMIT ?8"

#define LOAD_CHANGES "SELECT kind, uuid, before, after FROM changes WHERE change_set = ?1 "

#define NEWEST_IN_FORCE \
  "SELECT max (sequence) FROM change_sets WHERE reverses IS NULL AND undone = 0"

static gboolean
refuse_damaged (gint64 sequence, GError **error)
{
  g_set_error (error, TAL_ERROR, TAL_ERROR_DAMAGED,
               _ ("Entry %u of the history cannot be read."), (guint)sequence);
  return FALSE;
}

/* Sets or takes away the mark on the original.  Where nothing was to be marked,
 * another program has undone or redone it. */
static gboolean
mark_original (TalDatabase *database, TalOrigin origin, gint64 sequence, GError **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "UPDATE change_sets SET undone = ?1 "
                            "WHERE sequence = ?2 AND undone = 1 - ?1 AND reverses IS NULL",
                            error);

  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, origin == TAL_ORIGIN_UNDO);
  tal_statement_bind_integer (row, 1, sequence);
  if (!tal_statement_run (row, error))
    return FALSE;

  if (tal_database_get_n_changed (database) == 0)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT,
                           origin == TAL_ORIGIN_UNDO ? _ ("This has been undone already.")
                                                     : _ ("There is nothing to redo."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
append_entry (TalDatabase        *database,
              const TalChangeSet *changes,
              const TalStamp     *stamp,
              GError            **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "INSERT INTO change_sets "
                            "(uuid, made_at, author, origin, label, reverses, n_changes) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                            error);
  const char *label = tal_change_set_get_label (changes);

  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, tal_id_new ());
  tal_statement_bind_time (row, 1, stamp->made_at);
  tal_statement_bind_text (row, 2, stamp->author);
  tal_statement_bind_text (row, 3, tal_origin_get_name (tal_change_set_get_origin (changes)));
  tal_statement_bind_text (row, 4, label != NULL ? label : "");
  if (stamp->reverses != 0)
    tal_statement_bind_integer (row, 5, stamp->reverses);
  tal_statement_bind_integer (row, 6, tal_change_set_get_length (changes));
  return tal_statement_run (row, error);
}

static gboolean
append_change (
    TalStatement *row, gint64 sequence, guint position, const TalChange *change, GError **error)
{
  g_autofree char *before = change->before != NULL ? tal_record_encode (change->before) : NULL;
  g_autofree char *after = change->after != NULL ? tal_record_encode (change->after) : NULL;

  tal_statement_bind_integer (row, 0, sequence);
  tal_statement_bind_integer (row, 1, position);
  tal_statement_bind_text (row, 2, tal_kind_get_name (change->key.kind));
  tal_statement_bind_id (row, 3, change->key.id);
  tal_statement_bind_integer (row, 4, change->key.period.first);
  tal_statement_bind_integer (row, 5, change->key.period.last);
  tal_statement_bind_text (row, 6, before);
  tal_statement_bind_text (row, 7, after);
  return tal_statement_run (row, error);
}

static gboolean
append_changes (TalDatabase *database, const TalChangeSet *changes, gint64 sequence, GError **error)
{
  g_autoptr (TalStatement) row = tal_database_prepare (database,
                                                       "INSERT INTO changes "
                                                       "(change_set, position, kind, uuid, "
                                                       "first_day, last_day, before, after) "
                                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                                       error);

  if (row == NULL)
    return FALSE;

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      if (!append_change (row, sequence, i, tal_change_set_get_change (changes, i), error))
        return FALSE;
    }

  return TRUE;
}

/* What the first change is of, from column 9 on. */
static gboolean
read_first (TalStatement *row, TalJournalEntry *entry, GError **error)
{
  const char *kind = tal_statement_get_text (row, 9);
  TalDay      first = TAL_DAY_NONE;
  TalDay      last = TAL_DAY_NONE;

  if (kind == NULL)
    return TRUE;
  if (!tal_kind_from_name (kind, &entry->first.kind))
    return refuse_damaged (entry->sequence, error);
  if (!tal_statement_read_id (row, 10, &entry->first.id, error))
    return FALSE;

  if (entry->first.kind != TAL_KIND_OBSERVATION)
    return TRUE;
  if (!tal_statement_read_day_number (row, 11, &first, error) ||
      !tal_statement_read_day_number (row, 12, &last, error))
    return FALSE;
  if (first == TAL_DAY_NONE || last < first)
    return refuse_damaged (entry->sequence, error);

  entry->first.period = tal_period_new (first, last);
  return TRUE;
}

static TalJournalEntry *
read_entry (TalStatement *row, GError **error)
{
  g_autoptr (TalJournalEntry) entry = g_new0 (TalJournalEntry, 1);
  const char                 *origin = tal_statement_get_text (row, 4);

  entry->sequence = tal_statement_get_integer (row, 0);
  entry->reverses = tal_statement_get_integer (row, 6);
  entry->undone = tal_statement_get_integer (row, 7) != 0;
  entry->n_changes = (guint)CLAMP (tal_statement_get_integer (row, 8), 0, G_MAXUINT);
  if (!tal_statement_read_id (row, 1, &entry->id, error) ||
      !tal_statement_read_time (row, 2, &entry->made_at, error) ||
      !tal_statement_read_text (row, 3, &entry->author, error) ||
      !tal_statement_read_text (row, 5, &entry->label, error) || !read_first (row, entry, error))
    return NULL;

  if (origin == NULL || !tal_origin_from_name (origin, &entry->origin))
    {
      refuse_damaged (entry->sequence, error);
      return NULL;
    }

  return g_steal_pointer (&entry);
}

static gboolean
read_record (
    TalStatement *row, int column, TalKind kind, TalId id, TalRecord **ret_record, GError **error)
{
  const char *text = tal_statement_get_text (row, column);

  *ret_record = text != NULL ? tal_record_decode (kind, id, text, error) : NULL;
  return text == NULL || *ret_record != NULL;
}

/* The columns of a change: kind, uuid, before, after. */
static gboolean
read_change (TalStatement *row, gint64 sequence, TalChangeSet *changes, GError **error)
{
  g_autoptr (TalRecord) before = NULL;
  g_autoptr (TalRecord) after = NULL;
  const char           *name = tal_statement_get_text (row, 0);
  TalKind               kind = TAL_KIND_UNIT;
  TalId                 id = TAL_ID_NONE;

  if (name == NULL || !tal_kind_from_name (name, &kind))
    return refuse_damaged (sequence, error);

  if (!tal_statement_read_id (row, 1, &id, error) ||
      !read_record (row, 2, kind, id, &before, error) ||
      !read_record (row, 3, kind, id, &after, error))
    {
      g_prefix_error (error, _ ("Entry %u of the history: "), (guint)sequence);
      return FALSE;
    }

  if (before == NULL && after == NULL)
    return refuse_damaged (sequence, error);

  tal_change_set_add (changes, before, after);
  return TRUE;
}

void
tal_journal_entry_free (TalJournalEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->author);
  g_free (self->label);
  g_free (self);
}

gboolean
tal_journal_begin (TalDatabase        *database,
                   const TalChangeSet *changes,
                   const TalStamp     *stamp,
                   gint64             *ret_sequence,
                   GError            **error)
{
  TalOrigin origin = TAL_ORIGIN_EDIT;
  gboolean  reverses = FALSE;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (changes != NULL && ret_sequence != NULL, FALSE);
  g_return_val_if_fail (stamp != NULL && stamp->made_at != TAL_TIME_NONE, FALSE);

  origin = tal_change_set_get_origin (changes);
  reverses = origin == TAL_ORIGIN_UNDO || origin == TAL_ORIGIN_REDO;
  g_return_val_if_fail (origin != TAL_ORIGIN_OUTSIDE, FALSE);
  g_return_val_if_fail (reverses == (stamp->reverses != 0), FALSE);

  if (reverses && !mark_original (database, origin, stamp->reverses, error))
    return FALSE;
  if (!append_entry (database, changes, stamp, error))
    return FALSE;

  *ret_sequence = tal_database_get_last_key (database);
  return append_changes (database, changes, *ret_sequence, error);
}

gboolean
tal_journal_add_bulks (TalDatabase *database, gint64 sequence, guint n_figures, GError **error)
{
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (database != NULL, FALSE);

  row = tal_database_prepare (database,
                              "UPDATE change_sets SET n_changes = n_changes + ?1 "
                              "WHERE sequence = ?2",
                              error);
  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, n_figures);
  tal_statement_bind_integer (row, 1, sequence);
  return tal_statement_run (row, error);
}

static void
bind_filter (TalStatement *rows, const TalHistoryFilter *filter)
{
  tal_statement_bind_integer (rows, 1, filter->only_figures);
  tal_statement_bind_integer (rows, 2, filter->only_imports);
  tal_statement_bind_text (rows, 3, filter->author);
  tal_statement_bind_time (rows, 4, filter->since);
  tal_statement_bind_id (rows, 5,
                         tal_id_is_none (filter->goal) ? filter->initiative : filter->goal);
  tal_statement_bind_text (rows, 6, filter->text);
}

GPtrArray *
tal_journal_load (TalDatabase            *database,
                  const TalHistoryFilter *filter,
                  gint64                  before,
                  guint                   limit,
                  GError                **error)
{
  const TalHistoryFilter all = { 0 };
  g_autoptr (GPtrArray)  entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify)tal_journal_entry_free);
  g_autoptr (TalStatement) rows = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  rows = tal_database_prepare (database, SEARCH_ENTRIES, error);
  if (rows == NULL)
    return NULL;

  tal_statement_bind_integer (rows, 0, before > 0 ? before : G_MAXINT64);
  bind_filter (rows, filter != NULL ? filter : &all);
  tal_statement_bind_integer (rows, 7, limit);
  while (tal_statement_next (rows))
    {
      TalJournalEntry *entry = read_entry (rows, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  if (!tal_statement_finish (rows, error))
    return NULL;

  return g_steal_pointer (&entries);
}

TalJournalEntry *
tal_journal_load_entry (TalDatabase *database, gint64 sequence, GError **error)
{
  g_autoptr (TalStatement)    row = NULL;
  g_autoptr (TalJournalEntry) entry = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  row = tal_database_prepare (database, SELECT_ENTRIES "WHERE sequence = ?1", error);
  if (row == NULL)
    return NULL;

  tal_statement_bind_integer (row, 0, sequence);
  if (tal_statement_next (row))
    {
      entry = read_entry (row, error);
      if (entry == NULL)
        return NULL;
    }
  if (!tal_statement_finish (row, error))
    return NULL;

  if (entry == NULL)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                 _ ("The history has no entry %u."), (guint)sequence);
  return g_steal_pointer (&entry);
}

/* Of an entry, or of what of it is the goal's. */
static TalStatement *
select_of_entry (
    TalDatabase *database, const char *sql, gint64 sequence, const TalId *goal, GError **error)
{
  TalStatement *rows = tal_database_prepare (database, sql, error);

  if (rows == NULL)
    return NULL;

  tal_statement_bind_integer (rows, 0, sequence);
  if (goal != NULL)
    tal_statement_bind_id (rows, 5, *goal);
  return rows;
}

/* By one query for its changes and one for its bulks. */
static TalChangeSet *
load_changes (TalDatabase *database,
              gint64       sequence,
              const char  *sql,
              const char  *bulks_sql,
              const TalId *goal,
              GError     **error)
{
  g_autoptr (TalJournalEntry) entry = tal_journal_load_entry (database, sequence, error);
  g_autoptr (TalChangeSet)    changes = NULL;
  g_autoptr (TalStatement)    rows = NULL;
  g_autoptr (TalStatement)    bulks = NULL;

  if (entry == NULL)
    return NULL;
  rows = select_of_entry (database, sql, sequence, goal, error);
  bulks = rows != NULL ? select_of_entry (database, bulks_sql, sequence, goal, error) : NULL;
  if (bulks == NULL)
    return NULL;

  changes = tal_change_set_new (entry->origin, entry->label);
  while (tal_statement_next (rows))
    {
      if (!read_change (rows, sequence, changes, error))
        return NULL;
    }
  if (!tal_statement_finish (rows, error))
    return NULL;
  if (!tal_bulk_table_read_changes (bulks, changes, error))
    {
      g_prefix_error (error, _ ("Entry %u of the history: "), (guint)sequence);
      return NULL;
    }

  return g_steal_pointer (&changes);
}

TalChangeSet *
tal_journal_load_changes (TalDatabase *database, gint64 sequence, GError **error)
{
  return load_changes (database, sequence, LOAD_CHANGES "ORDER BY position",
                       TAL_BULK_TABLE_SELECT "ORDER BY uuid", NULL, error);
}

TalChangeSet *
tal_journal_load_without_bulks (TalDatabase *database, gint64 sequence, GError **error)
{
  return load_changes (database, sequence, LOAD_CHANGES "ORDER BY position",
                       TAL_BULK_TABLE_SELECT "AND FALSE", NULL, error);
}

TalChangeSet *
tal_journal_load_goal_changes (TalDatabase *database, gint64 sequence, TalId goal, GError **error)
{
  return load_changes (database, sequence,
                       LOAD_CHANGES "AND uuid IN (" OBJECTS ") ORDER BY position",
                       TAL_BULK_TABLE_SELECT "AND uuid IN (" OBJECTS ") ORDER BY uuid", &goal,
                       error);
}

GPtrArray *
tal_journal_list_authors (TalDatabase *database, GError **error)
{
  g_autoptr (GPtrArray)    authors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TalStatement) rows = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  rows = tal_database_prepare (database,
                               "SELECT DISTINCT author FROM change_sets WHERE author IS NOT NULL "
                               "ORDER BY author COLLATE DANISH",
                               error);
  if (rows == NULL)
    return NULL;

  while (tal_statement_next (rows))
    g_ptr_array_add (authors, g_strdup (tal_statement_get_text (rows, 0)));
  if (!tal_statement_finish (rows, error))
    return NULL;

  return g_steal_pointer (&authors);
}

gboolean
tal_journal_find_later (
    TalDatabase *database, const TalKey *key, gint64 sequence, gint64 *ret_sequence, GError **error)
{
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (database != NULL && key != NULL, FALSE);
  g_return_val_if_fail (ret_sequence != NULL, FALSE);

  row = tal_database_prepare (database,
                              "SELECT max (change_set) FROM ("
                              "SELECT change_set FROM changes WHERE change_set > ?1 "
                              "AND kind = ?2 AND uuid = ?3 AND first_day = ?4 AND last_day = ?5 "
                              "UNION ALL SELECT change_set FROM bulks WHERE change_set > ?1 "
                              "AND ?2 = 'observation' AND uuid = ?3 "
                              "AND instr (char (10) || figures, "
                              "char (10) || ?5 || char (9) || ?4 || char (9)) > 0)",
                              error);
  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, sequence);
  tal_statement_bind_text (row, 1, tal_kind_get_name (key->kind));
  tal_statement_bind_id (row, 2, key->id);
  tal_statement_bind_integer (row, 3, key->period.first);
  tal_statement_bind_integer (row, 4, key->period.last);
  *ret_sequence = tal_statement_next (row) ? tal_statement_get_integer (row, 0) : 0;
  return tal_statement_finish (row, error);
}

/* The columns of a goal's change: uuid, before, after, origin, made_at, sequence. */
static gboolean
read_goal_change (TalStatement *row, TalGoalPast *past, GError **error)
{
  g_autoptr (TalRecord) before = NULL;
  g_autoptr (TalRecord) after = NULL;
  TalId                 id = TAL_ID_NONE;
  TalTime               changed_at = TAL_TIME_NONE;
  gboolean              imported = g_strcmp0 (tal_statement_get_text (row, 3), "import") == 0;

  if (!tal_statement_read_id (row, 0, &id, error) ||
      !read_record (row, 1, TAL_KIND_GOAL, id, &before, error) ||
      (imported && !read_record (row, 2, TAL_KIND_GOAL, id, &after, error)) ||
      !tal_statement_read_time (row, 4, &changed_at, error))
    {
      g_prefix_error (error, _ ("Entry %u of the history: "),
                                (guint)tal_statement_get_integer (row, 5));
      return FALSE;
    }

  /* What is new here may be old to its owner. */
  if (imported && before == NULL)
    return TRUE;

  if (after != NULL && after->changed_at != TAL_TIME_NONE)
    changed_at = after->changed_at;
  tal_goal_past_add (past, id, changed_at, before != NULL ? TAL_GOAL (before) : NULL);
  return TRUE;
}

TalGoalPast *
tal_journal_load_goal_past (TalDatabase *database, GError **error)
{
  g_autoptr (TalGoalPast)  past = tal_goal_past_new ();
  g_autoptr (TalStatement) rows = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  rows = tal_database_prepare (database,
                               "SELECT c.uuid, before, after, origin, made_at, sequence "
                               "FROM changes AS c INDEXED BY changes_of_goals "
                               "JOIN change_sets ON sequence = change_set WHERE kind = 'goal' "
                               "ORDER BY c.uuid, change_set, position",
                               error);
  if (rows == NULL)
    return NULL;

  while (tal_statement_next (rows))
    {
      if (!read_goal_change (rows, past, error))
        return NULL;
    }
  if (!tal_statement_finish (rows, error))
    return NULL;

  return g_steal_pointer (&past);
}

gboolean
tal_journal_find_undo (TalDatabase *database, gint64 *ret_sequence, GError **error)
{
  return tal_database_load_integer (database, NEWEST_IN_FORCE, ret_sequence, error);
}

gboolean
tal_journal_find_redo (TalDatabase *database, gint64 *ret_sequence, GError **error)
{
  return tal_database_load_integer (database,
                                    "SELECT o.sequence FROM change_sets AS u "
                                    "JOIN change_sets AS o ON o.sequence = u.reverses "
                                    "WHERE u.origin = 'undo' AND o.undone = 1 AND u.sequence > "
                                    "(SELECT max (sequence) FROM change_sets "
                                    "WHERE reverses IS NULL) "
                                    "ORDER BY u.sequence DESC LIMIT 1",
                                    ret_sequence, error);
}
