/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-check.h"

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "core/tal-record-codec.h"
#include "core/tal-title.h"
#include "store/tal-journal.h"
#include "store/tal-latest.h"
#include "store/tal-migration.h"
#include "store/tal-observation-table.h"

#include <glib/gi18n-lib.h>

/* What the history says each object ended as. */
typedef struct
{
  const TalCatalogue *catalogue;
  GPtrArray          *problems;
  GHashTable         *ends; /* TalKey → text, or NULL where it was removed; both owned */
} Chain;

/* Once, however many rows it is true of. */
static void
add_problem (GPtrArray *problems, const char *code, const char *place, const char *sentence)
{
  const TalProblem *last = problems->len > 0 ? problems->pdata[problems->len - 1] : NULL;

  if (last != NULL && g_strcmp0 (tal_problem_get_place (last), place) == 0 &&
      g_str_equal (tal_problem_get_sentence (last), sentence))
    return;

  g_ptr_array_add (problems, tal_problem_new (TAL_SEVERITY_ERROR, code, place, sentence));
}

/* Damage is a finding; anything else that stops a check is an error of the check. */
static gboolean
take_as_finding (GPtrArray *problems, GError *found, GError **error)
{
  if (!g_error_matches (found, TAL_ERROR, TAL_ERROR_DAMAGED) &&
      !g_error_matches (found, TAL_ERROR, TAL_ERROR_INVALID_FILE))
    {
      g_propagate_error (error, found);
      return FALSE;
    }

  add_problem (problems, "damaged", NULL, found->message);
  g_error_free (found);
  return TRUE;
}

/* A record that is not stored is named by what the history had of it. */
static char *
dup_place (const TalCatalogue *catalogue, const TalKey *key, const char *text)
{
  g_autoptr (TalRecord) record = NULL;

  record = text != NULL ? tal_record_decode (key->kind, key->id, text, NULL) : NULL;
  return record != NULL ? tal_title_for_record (catalogue, record)
                        : g_strdup (tal_kind_get_title (key->kind));
}

static gboolean
check_pages (TalDatabase *database, GPtrArray *problems, GError **error)
{
  g_autoptr (TalStatement) rows = tal_database_prepare (database, "PRAGMA integrity_check", error);

  if (rows == NULL)
    return FALSE;

  while (tal_statement_next (rows))
    {
      g_autofree char *text = g_strdup (tal_statement_get_text (rows, 0));
      g_autofree char *sentence = NULL;

      if (g_strcmp0 (text, "ok") == 0)
        continue;

      if (text != NULL)
        g_strdelimit (text, "\n", ' ');
      sentence =
          g_strdup_printf (_ ("Its pages do not hold together (%s)."), text != NULL ? text : "");
      add_problem (problems, "damaged", _ ("the file"), sentence);
    }

  return tal_statement_finish (rows, error);
}

/* Not every table has row numbers. */
static char *
dup_row_place (TalStatement *row)
{
  const char *table = tal_statement_get_text (row, 0);

  if (tal_statement_is_null (row, 1))
    return g_strdup_printf (_ ("table %s"), table);

  return g_strdup_printf (_ ("table %s, row %u"), table, (guint)tal_statement_get_integer (row, 1));
}

static gboolean
check_references (TalDatabase *database, GPtrArray *problems, GError **error)
{
  g_autoptr (TalStatement) rows =
      tal_database_prepare (database, "PRAGMA foreign_key_check", error);

  if (rows == NULL)
    return FALSE;

  while (tal_statement_next (rows))
    {
      g_autofree char *place = dup_row_place (rows);
      g_autofree char *sentence =
          g_strdup_printf (_ ("It refers to a row of %s that is not there."),
                              tal_statement_get_text (rows, 2));

      add_problem (problems, "missing-reference", place, sentence);
    }

  return tal_statement_finish (rows, error);
}

static gboolean
check_tables (TalDatabase *database, GPtrArray *problems, GError **error)
{
  g_auto (GStrv) steps = tal_migration_list ();
  GError        *found = NULL;

  return tal_migration_check (database, (const char *const *)steps, &found) ||
         take_as_finding (problems, found, error);
}

static void
add_to_chain (Chain *chain, const TalChange *change, gint64 sequence)
{
  g_autofree char *before = change->before != NULL ? tal_record_encode (change->before) : NULL;
  const char      *end = g_hash_table_lookup (chain->ends, &change->key);

  if (g_strcmp0 (before, end) != 0)
    {
      g_autofree char *place =
          tal_title_for_record (chain->catalogue,
                                change->after != NULL ? change->after : change->before);
      g_autofree char *sentence = g_strdup_printf (_ ("Entry %u of the history does not begin where the one before it ended."),
          (guint)sequence);

      add_problem (chain->problems, "broken-history", place, sentence);
    }

  g_hash_table_insert (chain->ends, g_memdup2 (&change->key, sizeof change->key),
                       change->after != NULL ? tal_record_encode (change->after) : NULL);
}

static void
add_broken_entry (Chain *chain, gint64 sequence, const char *sentence)
{
  g_autofree char *place = g_strdup_printf (_ ("history, entry %u"), (guint)sequence);

  add_problem (chain->problems, "broken-history", place, sentence);
}

static gboolean
add_entry (TalDatabase *database, Chain *chain, const TalJournalEntry *entry, GError **error)
{
  g_autoptr (TalChangeSet) changes = NULL;
  GError                  *found = NULL;

  changes = tal_journal_load_changes (database, entry->sequence, &found);
  if (changes == NULL)
    return take_as_finding (chain->problems, found, error);

  if (tal_change_set_get_length (changes) != entry->n_changes)
    add_broken_entry (chain, entry->sequence, _ ("Not all of its changes are there."));

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    add_to_chain (chain, tal_change_set_get_change (changes, i), entry->sequence);
  return TRUE;
}

static void
note_reversal (Chain *chain, const TalJournalEntry *entry, GHashTable *undone)
{
  gboolean is_undo = entry->origin == TAL_ORIGIN_UNDO;

  if ((is_undo || entry->origin == TAL_ORIGIN_REDO) != (entry->reverses != 0))
    add_broken_entry (chain, entry->sequence, _ ("It does not say what it takes back."));
  else if (is_undo)
    g_hash_table_add (undone, g_memdup2 (&entry->reverses, sizeof entry->reverses));
  else if (entry->reverses != 0)
    g_hash_table_remove (undone, &entry->reverses);
}

/* Whether every entry is there, and is taken for undone where it was. */
static void
check_entries (Chain *chain, const GPtrArray *entries)
{
  g_autoptr (GHashTable) undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64                 next = 1;

  for (guint i = entries->len; i > 0; i--)
    {
      const TalJournalEntry *entry = g_ptr_array_index (entries, i - 1);

      if (entry->sequence != next)
        add_broken_entry (chain, next, _ ("It is not there."));
      next = entry->sequence + 1;
      note_reversal (chain, entry, undone);
    }

  for (guint i = entries->len; i > 0; i--)
    {
      const TalJournalEntry *entry = g_ptr_array_index (entries, i - 1);

      if (entry->undone != g_hash_table_contains (undone, &entry->sequence))
        add_broken_entry (chain, entry->sequence,
                          _ ("Whether it was undone is not what the later entries say."));
    }
}

static gboolean
follow_history (TalDatabase *database, Chain *chain, GError **error)
{
  g_autoptr (GPtrArray) entries = tal_journal_load (database, NULL, 0, G_MAXINT, error);

  if (entries == NULL)
    return FALSE;

  check_entries (chain, entries);

  for (guint i = entries->len; i > 0; i--)
    {
      if (!add_entry (database, chain, g_ptr_array_index (entries, i - 1), error))
        return FALSE;
    }

  return TRUE;
}

/* What is compared is taken out, so that what stays was lost. */
static void
compare_stored (Chain *chain, const TalRecord *record)
{
  TalKey           key = tal_record_get_key (record);
  g_autofree char *stored = tal_record_encode (record);

  if (g_strcmp0 (stored, g_hash_table_lookup (chain->ends, &key)) != 0)
    {
      g_autofree char *place = tal_title_for_record (chain->catalogue, record);

      add_problem (chain->problems, "not-in-history", place,
                   _ ("It is not what the history says it became."));
    }
  g_hash_table_remove (chain->ends, &key);
}

/* Figures that cannot be read are named by their series; the others are looked at all the
 * same. */
static gboolean
add_unreadable (Chain *chain, TalId series, const GError *found)
{
  const TalRecord *record = tal_catalogue_find (chain->catalogue, TAL_KIND_SERIES, series);
  g_autofree char *place = record != NULL ? tal_title_for_record (chain->catalogue, record) : NULL;

  if (!g_error_matches (found, TAL_ERROR, TAL_ERROR_DAMAGED))
    return FALSE;

  add_problem (chain->problems, "damaged", place, found->message);
  return TRUE;
}

static gboolean
compare_figures (TalDatabase *database, Chain *chain, GError **error)
{
  g_autoptr (GArray) series = tal_observation_table_list_series (database, error);

  if (series == NULL)
    return FALSE;

  for (guint i = 0; i < series->len; i++)
    {
      g_autoptr (GError) found = NULL;
      g_autoptr (TalRun) run =
          tal_observation_table_load_run (database, g_array_index (series, TalId, i), &found);

      if (run == NULL && !add_unreadable (chain, g_array_index (series, TalId, i), found))
        {
          g_propagate_error (error, g_steal_pointer (&found));
          return FALSE;
        }
      for (guint j = 0; run != NULL && j < tal_run_get_length (run); j++)
        compare_stored (chain, &tal_run_get_observation (run, j)->record);
    }

  return TRUE;
}

static void
name_lost (Chain *chain)
{
  GHashTableIter iter;
  gpointer       key = NULL;
  gpointer       text = NULL;

  g_hash_table_iter_init (&iter, chain->ends);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      g_autofree char *place = dup_place (chain->catalogue, key, text);

      if (text != NULL)
        add_problem (chain->problems, "lost", place,
                     _ ("The history has it, and the collection does not."));
    }
}

gboolean
tal_check_database (TalDatabase *database, GPtrArray *problems, GError **error)
{
  GError *found = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  if (!check_pages (database, problems, &found) && !take_as_finding (problems, found, error))
    return FALSE;

  found = NULL;
  if (!check_references (database, problems, &found) && !take_as_finding (problems, found, error))
    return FALSE;

  return check_tables (database, problems, error);
}

gboolean
tal_check_history (TalDatabase        *database,
                   const TalCatalogue *catalogue,
                   GPtrArray          *problems,
                   GError            **error)
{
  g_autoptr (GHashTable) ends = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, g_free);
  Chain                  chain = { catalogue, problems, ends };
  GError                *found = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (catalogue != NULL && problems != NULL, FALSE);

  if (!follow_history (database, &chain, &found))
    return take_as_finding (problems, found, error);

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      guint                   n_records = 0;
      const TalRecord *const *records =
          tal_catalogue_get_records (catalogue, (TalKind)kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        compare_stored (&chain, records[i]);
    }

  if (!compare_figures (database, &chain, &found))
    return take_as_finding (problems, found, error);

  name_lost (&chain);
  return TRUE;
}

gboolean
tal_check_latest (TalDatabase        *database,
                  const TalCatalogue *catalogue,
                  TalRunSource       *runs,
                  GPtrArray          *problems,
                  GError            **error)
{
  g_autoptr (GPtrArray) wrong = NULL;
  GError               *found = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (catalogue != NULL && problems != NULL, FALSE);

  wrong = tal_latest_list_wrong (database, catalogue, runs, &found);
  if (wrong == NULL)
    return take_as_finding (problems, found, error);

  for (guint i = 0; i < wrong->len; i++)
    {
      g_autofree char *place = tal_title_for_record (catalogue, g_ptr_array_index (wrong, i));

      add_problem (problems, "outdated-latest", place,
                   _ ("Its newest figures in the overview are not those that it has."));
    }

  return TRUE;
}
