/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/fixture.h"

#include "core/tal-initiative.h"
#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-record-codec.h"
#include "core/tal-references.h"
#include "core/tal-removal.h"
#include "core/tal-series.h"
#include "core/tal-unit.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

Fixture *
fixture_new (void)
{
  g_autoptr (GError) error = NULL;
  Fixture           *self = g_new0 (Fixture, 1);

  self->folder = g_dir_make_tmp ("indsatstal-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "Integration.indsats", NULL);
  self->now = 1718700120; /* 2024-06-18T08:42:00Z */
  self->store = tal_store_create (self->path, &error);
  g_assert_no_error (error);
  self->catalogue = tal_catalogue_new ();
  return self;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char      *name = NULL;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_free (Fixture *self)
{
  tal_store_close (self->store);
  tal_catalogue_unref (self->catalogue);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->store, tal_store_close);
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
  self->store = tal_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  self->catalogue = tal_store_load_catalogue (self->store, &error);
  g_assert_no_error (error);
}

gboolean
fixture_write (Fixture *self, const TalChangeSet *changes, gint64 reverses, GError **error)
{
  g_auto (TalTransaction)  transaction = TAL_TRANSACTION_INIT;
  g_autoptr (TalCatalogue) after = NULL;
  TalStamp                 stamp = { self->now, "Maria Holm", reverses };
  gint64                   sequence = 0;

  after = tal_catalogue_apply (self->catalogue, changes, error);
  if (after == NULL || !tal_store_begin (self->store, &transaction, error) ||
      !tal_store_write (self->store, after, changes, NULL, &stamp, &sequence, error) ||
      !tal_transaction_commit (&transaction, error))
    return FALSE;

  tal_catalogue_unref (self->catalogue);
  self->catalogue = g_steal_pointer (&after);
  self->sequence = sequence;
  self->now++;
  return TRUE;
}

void
fixture_commit (Fixture *self, const TalChangeSet *changes, gint64 reverses)
{
  g_autoptr (GError) error = NULL;

  fixture_write (self, changes, reverses, &error);
  g_assert_no_error (error);
}

static void
reverse (Fixture *self, gint64 sequence, TalOrigin origin)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChangeSet) original = tal_store_load_changes (self->store, sequence, &error);
  g_autoptr (TalChangeSet) changes = NULL;

  g_assert_no_error (error);
  if (origin == TAL_ORIGIN_UNDO)
    changes = tal_change_set_invert (original, origin, "undo");
  else
    {
      changes = tal_change_set_new (origin, "redo");
      for (guint i = 0; i < tal_change_set_get_length (original); i++)
        {
          const TalChange *change = tal_change_set_get_change (original, i);

          tal_change_set_add (changes, change->before, change->after);
        }
    }
  fixture_commit (self, changes, sequence);
}

void
fixture_undo (Fixture *self, gint64 sequence)
{
  reverse (self, sequence, TAL_ORIGIN_UNDO);
}

void
fixture_redo (Fixture *self, gint64 sequence)
{
  reverse (self, sequence, TAL_ORIGIN_REDO);
}

static void
dump_record (GPtrArray *lines, const TalRecord *record)
{
  g_autofree char *text = tal_record_encode (record);
  char             id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (record->id, id);
  g_ptr_array_add (lines, g_strdup_printf ("%02d %s %s", record->kind, id, text));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

char *
fixture_dump (TalStore *store)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalCatalogue) catalogue = tal_store_load_catalogue (store, &error);
  g_autoptr (GPtrArray)    lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      guint                   n_records = 0;
      const TalRecord *const *records =
          tal_catalogue_get_records (catalogue, (TalKind)kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        {
          g_autoptr (TalRun) run = NULL;

          dump_record (lines, records[i]);
          if (kind != TAL_KIND_SERIES)
            continue;
          run = tal_run_source_ref_run (tal_store_get_runs (store), records[i]->id, &error);
          g_assert_no_error (error);
          for (guint j = 0; j < tal_run_get_length (run); j++)
            dump_record (lines, &tal_run_get_observation (run, j)->record);
        }
    }

  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

TalId
fixture_get_id (TalKind kind, guint number)
{
  TalId id = { { 0x01, 0x90, 0x2a, 0x5c, 0x11, 0x22, 0x70, 0x00, 0x80 } };

  id.bytes[14] = (guint8)kind;
  id.bytes[15] = (guint8)number;
  return id;
}

static gpointer
add_record (TalChangeSet *changes, TalKind kind, guint number)
{
  g_autoptr (TalRecord) record = tal_record_new (kind, fixture_get_id (kind, number));

  record->owner = fixture_get_id (TAL_KIND_UNIT, 1);
  record->changed_at = 1718700120;
  record->changed_by = g_strdup ("Maria Holm");
  tal_change_set_add (changes, NULL, record);
  return record;
}

static TalSeries *
add_series (TalChangeSet *changes, guint number, const char *name)
{
  TalSeries *series = add_record (changes, TAL_KIND_SERIES, number);

  series->initiative = fixture_get_id (TAL_KIND_INITIATIVE, 4);
  series->name = g_strdup (name);
  series->measure = g_strdup ("borgere");
  return series;
}

static void
add_share (TalChangeSet *changes, guint number, const char *name, guint above, guint below)
{
  TalSeries *series = add_series (changes, number, name);
  TalTerm    terms[] = {
       { fixture_get_id (TAL_KIND_SERIES, above), TAL_TERM_PLUS, TAL_TERM_ABOVE },
       { fixture_get_id (TAL_KIND_SERIES, below), TAL_TERM_PLUS, TAL_TERM_BELOW },
  };

  series->basis = TAL_BASIS_RATIO;
  series->measure_unit = TAL_MEASURE_UNIT_PER_CENT;
  series->factor = TAL_DECIMAL (100, 0);
  series->terms = g_array_new (FALSE, TRUE, sizeof (TalTerm));
  g_array_append_vals (series->terms, terms, G_N_ELEMENTS (terms));
}

static void
add_goal (TalChangeSet *changes, guint number, guint series, TalDecimal target, const char *wording)
{
  TalGoal      *goal = add_record (changes, TAL_KIND_GOAL, number);
  TalCriterion *criterion = tal_goal_add_criterion (goal);
  TalPeriod     year;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, 2023, 1, &year));
  goal->initiative = fixture_get_id (TAL_KIND_INITIATIVE, 4);
  goal->number = (int)number;
  goal->wording = g_strdup (wording);
  criterion->series = fixture_get_id (TAL_KIND_SERIES, series);
  tal_criterion_add_target (criterion, year, target);
}

static void
add_figure (TalChangeSet *changes, guint series, gint64 value)
{
  TalPeriod       year;
  TalObservation *observation = NULL;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, 2023, 1, &year));
  observation =
      tal_observation_new (fixture_get_id (TAL_KIND_SERIES, series), year, TAL_DECIMAL (value, 0));
  tal_change_set_add (changes, NULL, &observation->record);
  tal_record_unref (&observation->record);
}

TalChangeSet *
fixture_make_plan (void)
{
  TalChangeSet  *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "the plan");
  TalUnit       *unit = add_record (changes, TAL_KIND_UNIT, 1);
  TalPlan       *plan = add_record (changes, TAL_KIND_PLAN, 1);
  TalInitiative *initiative = add_record (changes, TAL_KIND_INITIATIVE, 4);

  unit->short_name = g_strdup ("BIF");
  unit->name = g_strdup ("Beskæftigelses- og Integrationsforvaltningen");
  plan->name = g_strdup ("Integrationshandleplanen 2019-2023");
  initiative->plan = fixture_get_id (TAL_KIND_PLAN, 1);
  initiative->number = 4;
  initiative->name = g_strdup ("Virksomhedsplacering");

  add_series (changes, SERIES_PEOPLE, "Borgere i målgruppen");
  add_series (changes, SERIES_PLACED, "I virksomhedsplacering eller opkvalificering");
  add_series (changes, SERIES_WORKING, "I ordinært job eller uddannelse");
  add_share (changes, SERIES_PLACED_PART, "Andel i placering", SERIES_PLACED, SERIES_PEOPLE);
  add_share (changes, SERIES_WORKING_PART, "Andel i job", SERIES_WORKING, SERIES_PLACED);
  add_goal (changes, GOAL_PLACED, SERIES_PLACED_PART, TAL_DECIMAL (50, 0),
            "50 pct. kommer i virksomhedsplacering eller opkvalificering");
  add_goal (changes, GOAL_WORKING, SERIES_WORKING_PART, TAL_DECIMAL (25, 0),
            "25 pct. af dem kommer i job eller uddannelse");
  add_figure (changes, SERIES_PEOPLE, 545);
  add_figure (changes, SERIES_PLACED, 268);
  add_figure (changes, SERIES_WORKING, 110);
  return changes;
}

TalChangeSet *
fixture_make_figure (Fixture *self, guint series, int year, gint64 value)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (TalRun)    run = NULL;
  g_autoptr (TalRecord) after = NULL;
  TalChangeSet         *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "a figure");
  TalId                 id = fixture_get_id (TAL_KIND_SERIES, series);
  const TalObservation *before = NULL;
  TalPeriod             period;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, year, 1, &period));
  run = tal_run_source_ref_run (tal_store_get_runs (self->store), id, &error);
  g_assert_no_error (error);
  before = tal_run_find (run, period);
  after = (TalRecord *)tal_observation_new (id, period, TAL_DECIMAL (value, 0));
  after->changed_at = self->now;
  tal_change_set_add (changes, before != NULL ? &before->record : NULL, after);
  return changes;
}

/* Another record of the kind; none where there is none yet. */
static TalId
choose (TalKind kind, const GPtrArray *known, GRand *random)
{
  g_autoptr (GArray) fitting = g_array_new (FALSE, FALSE, sizeof (TalId));

  for (guint i = 0; i < known->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (known, i);

      if (record->kind == kind)
        g_array_append_val (fitting, record->id);
    }

  if (fitting->len == 0)
    return TAL_ID_NONE;

  return g_array_index (fitting, TalId, g_rand_int_range (random, 0, (gint32)fitting->len));
}

static char *
make_text (gboolean may_break, GRand *random)
{
  return g_strdup_printf ("Ærøskøbing & “%d” <Nørrebro>%s", g_rand_int_range (random, 1, 1000),
                          may_break ? "\nanden linje" : "");
}

static TalPeriod
make_period (GRand *random)
{
  TalPeriod period;

  g_assert_true (tal_period_from_number (TAL_PERIOD_QUARTER, g_rand_int_range (random, 2011, 2024),
                                         g_rand_int_range (random, 1, 5), &period));
  return period;
}

static void
fill_structure (const TalStructure *structure, gpointer to, const GPtrArray *known, GRand *random)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];
      gpointer        place = TAL_FIELD_AT (field, to);
      guint           n_words = 0;

      switch (field->type)
        {
        case TAL_FIELD_TEXT:
        case TAL_FIELD_PROSE:
          *(char **)place = make_text (field->type == TAL_FIELD_PROSE, random);
          break;
        case TAL_FIELD_REFERENCE:
          *(TalId *)place = choose ((TalKind)field->target, known, random);
          break;
        case TAL_FIELD_INTEGER:
          *(int *)place = g_rand_int_range (random, 1, 2024);
          break;
        case TAL_FIELD_BOOLEAN:
          *(gboolean *)place = TRUE;
          break;
        case TAL_FIELD_WORD:
          n_words = g_strv_length ((char **)field->words);
          *(guint *)place = (guint)g_rand_int_range (random, 1, (gint32)n_words);
          break;
        case TAL_FIELD_DECIMAL:
          *(TalDecimal *)place = TAL_DECIMAL (g_rand_int_range (random, -5450, 5450),
                                              (guint8)g_rand_int_range (random, 0, 4));
          break;
        case TAL_FIELD_DAY:
          *(TalDay *)place = tal_day_new (2019, 1, 1) + g_rand_int_range (random, 0, 1800);
          break;
        case TAL_FIELD_PERIOD:
          *(TalPeriod *)place = make_period (random);
          break;
        case TAL_FIELD_LIST:
          for (int j = g_rand_int_range (random, 1, 4); j > 0; j--)
            fill_structure (field->item, tal_field_append_item (field, to), known, random);
          break;
        }
    }
}

TalRecord *
fixture_fill (TalKind kind, TalId id, const GPtrArray *known, GRand *random)
{
  TalRecord *record = tal_record_new (kind, id);

  fill_structure (tal_kind_get_structure (kind), record, known, random);
  if (kind != TAL_KIND_OBSERVATION)
    record->owner = choose (TAL_KIND_UNIT, known, random);
  record->changed_at = 1718700120 + g_rand_int_range (random, 0, 100000);
  record->changed_by = make_text (FALSE, random);
  return record;
}

/* Two of each kind; from the second round on every reference has something to be to. */
TalChangeSet *
fixture_make_everything (GRand *random)
{
  TalChangeSet         *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "everything");
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);

  for (guint number = 1; number <= 2; number++)
    {
      for (guint kind = 0; kind < TAL_N_KINDS; kind++)
        {
          TalRecord *record = NULL;

          if (kind == TAL_KIND_OBSERVATION || kind == TAL_KIND_REMOVAL)
            continue;
          record =
              fixture_fill ((TalKind)kind, fixture_get_id ((TalKind)kind, number), known, random);
          g_ptr_array_add (known, record);
          tal_change_set_add (changes, NULL, record);
        }
    }
  return changes;
}

void
fixture_tamper (const char *path, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

gint64
fixture_ask (const char *path, const char *sql)
{
  sqlite3      *database = NULL;
  sqlite3_stmt *statement = NULL;
  gint64        answer = 0;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  return answer;
}
