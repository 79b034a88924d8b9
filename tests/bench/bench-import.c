/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the exchange costs at a million figures: read, imported, imported again, undone, written.
 * Each is held beside what the same machine needs for the least that could do it: reading the file
 * without keeping anything, inserting the same rows by plain SQL, the shell's own import, xmllint.
 *
 * "bench-import N" takes N initiatives of 2,000 figures each, instead of 500.
 */

#include "config.h"

#include "bench/million.h"
#include "bench/plain-sql.h"
#include "bench/ratio.h"
#include "exchange/tal-exchange-xml-reader.h"
#include "model/tal-collection-exchange.h"
#include "model/tal-collection-export.h"

#include <glib/gstdio.h>
#include <libxml/xmlwriter.h>
#include <string.h>
#include <sys/resource.h>

#define ROUNDS 5
#define MOST_MEGABYTES 96

#define OBSERVATION                                                                            \
  "INSERT INTO observations (series_id, last_day, first_day, value, value_decimals, missing, " \
  "state, approximation, kept, note, changed_at, changed_by) "                                 \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, ?8, ?9, 'BIF')"

typedef struct
{
  char   *folder;
  char   *first;      /* the file of the first import */
  char   *second;     /* half the same, a tenth corrected, the rest new */
  char   *only_heads; /* the first without its figures */
  char   *csv;        /* its figures */
  Million million;
} Stage;

typedef struct
{
  gint64 import;
  gint64 parse;
  gint64 insert;
  gint64 shell;
  gint64 xmllint;
  gint64 again;
  gint64 preview;
  gint64 second;
  gint64 undo;
  gint64 cancel;
  gint64 write;
  gint64 walk;
  gint64 writer;
} Times;

static char *
make_path (const Stage *stage, const char *name)
{
  return g_build_filename (stage->folder, name, NULL);
}

static void
remove_file (const Stage *stage, const char *name)
{
  g_autofree char *path = make_path (stage, name);

  g_unlink (path);
}

static void
run (const char *first, ...)
{
  g_autoptr (GPtrArray)   words = g_ptr_array_new ();
  g_autoptr (GSubprocess) command = NULL;
  g_autoptr (GError)      error = NULL;
  va_list                 rest;

  va_start (rest, first);
  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (gpointer)word);
  va_end (rest);
  g_ptr_array_add (words, NULL);

  command = g_subprocess_newv ((const char *const *)words->pdata, G_SUBPROCESS_FLAGS_STDOUT_SILENCE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_wait (command, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (command));
}

static TalPeriod
get_month (guint number)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_from_number (TAL_PERIOD_MONTH, MILLION_FIRST_YEAR + (int)number / 12,
                                         (int)number % 12 + 1, &period));
  return period;
}

/* Nothing is kept of what is read. */
static void
drop_header (TalExchangeHeader *header, gpointer user_data)
{
  tal_exchange_header_free (header);
}

static gboolean
drop_record (TalRecord *record, guint line, gpointer user_data, GError **error)
{
  tal_record_unref (record);
  return TRUE;
}

static gboolean
drop_figure (const TalObservation *figure, guint line, gpointer user_data, GError **error)
{
  return TRUE;
}

static void
drop_note (TalProblem *note, gpointer user_data)
{
  tal_problem_free (note);
}

static gint64
measure_parse (const Stage *stage)
{
  const TalExchangeSink sink = { drop_header, drop_record, drop_figure, drop_note, NULL };
  g_autoptr (GError)    error = NULL;
  gint64                started = g_get_monotonic_time ();

  tal_exchange_xml_read_file (stage->first, &sink, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_get_monotonic_time () - started;
}

static TalImportReport *
import (const char *path, const char *file, gboolean dry_run, gint64 *ret_time)
{
  const TalImportRequest request = { .path = file,
                                     .policy = TAL_IMPORT_THEIRS,
                                     .dry_run = dry_run };
  g_autoptr (GError)     error = NULL;
  gint64                 started = g_get_monotonic_time ();
  TalCollection         *collection = tal_collection_open (path, FALSE, &error);
  TalImportReport       *report = NULL;

  g_assert_no_error (error);
  report = tal_collection_import (collection, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  tal_collection_close (collection);
  *ret_time = g_get_monotonic_time () - started;
  return report;
}

static gint64
measure_import (const char *path, const char *file, gboolean dry_run, guint n_new, guint n_changed)
{
  gint64                      time = 0;
  g_autoptr (TalImportReport) report = import (path, file, dry_run, &time);

  g_assert_cmpuint (report->n_new, ==, n_new);
  g_assert_cmpuint (report->n_changed, ==, n_changed);
  return time;
}

static void
make_collection (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  tal_collection_close (tal_collection_create (path, NULL, &error));
  g_assert_no_error (error);
}

/* The rows that an import writes, by plain SQL: those of the figures from the figures, those of
 * the history copied from the collection that it wrote. */
static gint64
measure_insert (const Stage *stage, const char *heads, const char *imported)
{
  g_autofree char *path = make_path (stage, "plain.db");
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS imported", imported);
  sqlite3         *database = NULL;
  sqlite3_stmt    *row = NULL;
  gint64           started = 0;

  remove_file (stage, "plain.db");
  database = plain_sql_open_copy (heads, path);
  plain_sql_run (database, attach);
  started = g_get_monotonic_time ();
  plain_sql_run (database, "PRAGMA cache_size = -16384; BEGIN IMMEDIATE");
  row = plain_sql_prepare (database, OBSERVATION);
  for (guint series = 0; series < stage->million.n_initiatives * MILLION_SERIES; series++)
    {
      for (guint month = 0; month < stage->million.n_months; month++)
        {
          TalPeriod     period = get_month (stage->million.first_month + month);
          MillionFigure figure;

          million_get_figure (&stage->million, series, stage->million.first_month + month, &figure);
          sqlite3_bind_int64 (row, 1, series + 1);
          sqlite3_bind_int64 (row, 2, period.last);
          sqlite3_bind_int64 (row, 3, period.first);
          if (figure.missing)
            {
              sqlite3_bind_null (row, 4);
              sqlite3_bind_null (row, 5);
            }
          else
            {
              sqlite3_bind_int64 (row, 4, figure.coefficient);
              sqlite3_bind_int64 (row, 5, figure.scale);
            }
          sqlite3_bind_int64 (row, 6, figure.missing);
          sqlite3_bind_int64 (row, 7, figure.preliminary);
          sqlite3_bind_text (row, 8, figure.note, -1, SQLITE_STATIC);
          sqlite3_bind_text (row, 9, "2026-01-12T09:30:00Z", -1, SQLITE_STATIC);
          plain_sql_step (row);
        }
    }
  sqlite3_finalize (row);
  plain_sql_run (database,
                 "INSERT INTO main.change_sets SELECT sequence + 9, uuid, made_at, author, origin, "
                 "label, reverses, undone, n_changes FROM imported.change_sets; "
                 "INSERT INTO main.changes SELECT change_set + 9, position, kind, uuid, first_day, "
                 "last_day, before, after FROM imported.changes WHERE kind = 'observation'; "
                 "INSERT INTO main.bulks SELECT change_set + 9, uuid, removed, n_figures, figures "
                 "FROM imported.bulks; "
                 "COMMIT; PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (database);
  return g_get_monotonic_time () - started;
}

static void
write_csv (const Stage *stage)
{
  GString           *csv = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint series = 0; series < stage->million.n_initiatives * MILLION_SERIES; series++)
    {
      for (guint month = 0; month < stage->million.n_months; month++)
        {
          TalPeriod        period = get_month (stage->million.first_month + month);
          g_autofree char *text = tal_period_to_string (period);
          MillionFigure    figure;

          million_get_figure (&stage->million, series, stage->million.first_month + month, &figure);
          g_string_append_printf (csv, MILLION_ID ";%s;", MILLION_OF_SERIES, series, text);
          if (!figure.missing)
            g_string_append_printf (csv, "%d", (int)figure.coefficient);
          g_string_append_printf (csv, ";%u;%d;%d;0;0;", figure.scale, figure.missing,
                                  figure.preliminary);
          for (const char *p = figure.note; p != NULL && *p != '\0'; p++)
            g_string_append_c (csv, *p == '"' || *p == ';' ? '\'' : *p);
          g_string_append (csv, ";2026-01-12T09:30:00Z;BIF\n");
        }
    }
  g_file_set_contents (stage->csv, csv->str, (gssize)csv->len, &error);
  g_assert_no_error (error);
  g_string_free (csv, TRUE);
}

static gint64
measure_shell (const Stage *stage)
{
  g_autofree char *path = make_path (stage, "shell.db");
  g_autofree char *read = g_strdup_printf (".import '%s' figures", stage->csv);
  gint64           started = 0;

  remove_file (stage, "shell.db");
  started = g_get_monotonic_time ();
  run ("sqlite3", path,
       "CREATE TABLE figures (series TEXT, period TEXT, value TEXT, decimals TEXT, missing TEXT, "
       "state TEXT, approximation TEXT, kept TEXT, note TEXT, changed_at TEXT, changed_by TEXT, "
       "PRIMARY KEY (series, period))",
       ".separator ;", read, NULL);
  return g_get_monotonic_time () - started;
}

static gint64
measure_xmllint (const Stage *stage)
{
  gint64 started = g_get_monotonic_time ();

  run ("xmllint", "--stream", "--noout", stage->first, NULL);
  return g_get_monotonic_time () - started;
}

static gint64
measure_undo (const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64             started = g_get_monotonic_time ();
  TalCollection     *collection = tal_collection_open (path, FALSE, &error);

  g_assert_no_error (error);
  g_ptr_array_unref (tal_collection_undo (collection, 1, &error));
  g_assert_no_error (error);
  tal_collection_close (collection);
  return g_get_monotonic_time () - started;
}

typedef struct
{
  GCancellable *cancellable;
  gint64        delay;
  gint64        cancelled_at;
} Cancelling;

static gpointer
cancel_later (gpointer user_data)
{
  Cancelling *self = user_data;

  g_usleep ((gulong)self->delay);
  self->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);
  return NULL;
}

/* From the moment at which somebody cancels until nothing has happened. */
static gint64
measure_cancel (const char *path, const char *file, gint64 delay)
{
  const TalImportRequest   request = { .path = file, .policy = TAL_IMPORT_THEIRS };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;
  Cancelling               cancelling = { cancellable, delay, 0 };
  TalCollection           *collection = tal_collection_open (path, FALSE, &error);
  GThread                 *thread = g_thread_new ("cancel", cancel_later, &cancelling);

  g_assert_null (tal_collection_import (collection, &request, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  tal_collection_close (collection);
  return g_get_monotonic_time () - cancelling.cancelled_at;
}

static gint64
measure_write (const Stage *stage, const char *path)
{
  g_autofree char   *target = make_path (stage, "out.indsats.xml");
  g_autoptr (GError) error = NULL;
  TalCollection     *collection = tal_collection_open (path, FALSE, &error);
  gint64             started = g_get_monotonic_time ();

  g_assert_no_error (error);
  tal_collection_export (collection, target, NULL, NULL, &error);
  g_assert_no_error (error);
  started = g_get_monotonic_time () - started;
  tal_collection_close (collection);
  return started;
}

/* Every column of every figure, in the order of the file. */
static sqlite3_stmt *
select_figures (sqlite3 **ret_database, const char *path)
{
  g_assert_cmpint (sqlite3_open_v2 (path, ret_database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
                                    NULL),
                   ==, SQLITE_OK);
  return plain_sql_prepare (*ret_database,
                            "SELECT value, last_day, first_day, value_decimals, missing, state, "
                            "approximation, as_of, final_expected, kept, note, changed_at, "
                            "changed_by, versions FROM observations");
}

static gint64
measure_walk (const char *path)
{
  gint64        started = g_get_monotonic_time ();
  sqlite3      *database = NULL;
  sqlite3_stmt *rows = select_figures (&database, path);
  gint64        sum = 0;

  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      for (int column = 0; column < sqlite3_column_count (rows); column++)
        sum += sqlite3_column_type (rows, column) == SQLITE_TEXT
                   ? sqlite3_column_text (rows, column)[0]
                   : sqlite3_column_int64 (rows, column);
    }
  sqlite3_finalize (rows);
  sqlite3_close (database);
  g_assert_cmpint (sum, !=, 0);
  return g_get_monotonic_time () - started;
}

static void
write_figure (xmlTextWriter *xml, sqlite3_stmt *row)
{
  TalPeriod period = tal_period_new (sqlite3_column_int (row, 2), sqlite3_column_int (row, 1));
  g_autofree char *text = tal_period_to_string (period);

  xmlTextWriterStartElement (xml, BAD_CAST "observation");
  xmlTextWriterWriteAttribute (xml, BAD_CAST "period", BAD_CAST text);
  if (sqlite3_column_type (row, 0) != SQLITE_NULL)
    {
      g_autofree char *value = tal_decimal_to_string (
          TAL_DECIMAL (sqlite3_column_int64 (row, 0), (guint8)sqlite3_column_int (row, 3)));

      xmlTextWriterWriteAttribute (xml, BAD_CAST "value", BAD_CAST value);
    }
  if (sqlite3_column_type (row, 10) == SQLITE_TEXT)
    xmlTextWriterWriteElement (xml, BAD_CAST "note", sqlite3_column_text (row, 10));
  xmlTextWriterEndElement (xml);
}

static gint64
measure_text_writer (const Stage *stage, const char *path)
{
  g_autofree char *target = make_path (stage, "writer.xml");
  gint64           started = g_get_monotonic_time ();
  sqlite3         *database = NULL;
  sqlite3_stmt    *rows = select_figures (&database, path);
  xmlTextWriter   *xml = xmlNewTextWriterFilename (target, 0);

  xmlTextWriterSetIndent (xml, 1);
  xmlTextWriterStartDocument (xml, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (xml, BAD_CAST "exchange");
  while (sqlite3_step (rows) == SQLITE_ROW)
    write_figure (xml, rows);
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  sqlite3_finalize (rows);
  sqlite3_close (database);
  return g_get_monotonic_time () - started;
}

static gint64
load_size (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_size;
}

static void
measure_round (const Stage *stage, Times *times)
{
  g_autofree char *path = make_path (stage, "million.indsats");
  g_autofree char *heads = make_path (stage, "heads.indsats");
  guint            n_figures = million_count (&stage->million);
  guint            n_heads = 2 + stage->million.n_initiatives * (1 + 2 * MILLION_SERIES);
  gint64           time = 0;
  gint64           size = 0;

  make_collection (heads);
  measure_import (heads, stage->only_heads, FALSE, n_heads, 0);
  make_collection (path);
  time = measure_import (path, stage->first, FALSE, n_heads + n_figures, 0);
  ratio_keep_least (&times->import, time);
  ratio_keep_least (&times->parse, measure_parse (stage));
  ratio_keep_least (&times->insert, measure_insert (stage, heads, path));
  ratio_keep_least (&times->shell, measure_shell (stage));
  ratio_keep_least (&times->xmllint, measure_xmllint (stage));
  ratio_keep_least (&times->write, measure_write (stage, path));
  ratio_keep_least (&times->walk, measure_walk (path));
  ratio_keep_least (&times->writer, measure_text_writer (stage, path));
  size = load_size (path);
  ratio_keep_least (&times->again, measure_import (path, stage->first, FALSE, 0, 0));
  g_assert_cmpint (load_size (path), ==, size);
  ratio_keep_least (&times->cancel, measure_cancel (path, stage->second, time / 2));
  {
    g_autoptr (TalImportReport) report = import (path, stage->second, TRUE, &time);

    ratio_keep_least (&times->preview, time);
    ratio_keep_least (&times->second, measure_import (path, stage->second, FALSE, report->n_new,
                                                      report->n_changed));
  }
  ratio_keep_least (&times->undo, measure_undo (path));
}

/* The command, which has nothing else in its memory. */
static long
measure_memory (const Stage *stage)
{
  g_autofree char *path = make_path (stage, "memory.indsats");
  struct rusage    usage;

  run (g_getenv ("INDSATSTAL_CLI"), "new", path, NULL);
  run (g_getenv ("INDSATSTAL_CLI"), "import", path, stage->first, NULL);
  getrusage (RUSAGE_CHILDREN, &usage);
  return usage.ru_maxrss / 1024;
}

static void
stage_init (Stage *self, guint n_initiatives)
{
  const Million heads = { n_initiatives, 0, 0, 0 };
  const Million second = { n_initiatives, 2 * MILLION_MONTHS / 5, MILLION_MONTHS, MILLION_MONTHS };

  self->million = (Million){ n_initiatives, 0, MILLION_MONTHS, 0 };
  self->folder = g_dir_make_tmp ("indsatstal-bench-XXXXXX", NULL);
  self->first = make_path (self, "first.indsats.xml");
  self->second = make_path (self, "second.indsats.xml");
  self->only_heads = make_path (self, "heads.indsats.xml");
  self->csv = make_path (self, "figures.csv");
  g_setenv ("XDG_DATA_HOME", self->folder, TRUE);
  million_write_file (&self->million, self->first);
  million_write_file (&second, self->second);
  million_write_file (&heads, self->only_heads);
  write_csv (self);
}

static void
stage_clear (Stage *self)
{
  run ("rm", "-rf", self->folder, NULL);
  g_free (self->folder);
  g_free (self->first);
  g_free (self->second);
  g_free (self->only_heads);
  g_free (self->csv);
}

/* Beside what is held now stands what is wanted. */
static gboolean
report (const Times *times, long megabytes)
{
  gboolean fast = TRUE;

  fast &= ratio_report ("import of a million figures / reading + inserting (wanted: 0.950)",
                        times->import, times->parse + times->insert, 2000);
  fast &= ratio_report ("import / .import of the shell (wanted: 0.250)", times->import,
                        times->shell, 3000);
  fast &= ratio_report ("reading with checks / xmllint --stream (wanted: 0.550)", times->parse,
                        times->xmllint, 2200);
  fast &= ratio_report ("import into a million / import (wanted: 3.200)", times->second,
                        times->import, 3200);
  fast &=
      ratio_report ("its preview / import (wanted: 1.700)", times->preview, times->import, 1700);
  fast &= ratio_report ("the same file again / import (wanted: 1.400)", times->again, times->import,
                        1400);
  fast &= ratio_report ("undo / the import that it takes back (wanted: 1.000)", times->undo,
                        times->second, 1500);
  fast &= ratio_report ("cancelling / import (wanted: 0.100)", times->cancel, times->import, 100);
  fast &=
      ratio_report ("export / walking the rows (wanted: 1.800)", times->write, times->walk, 3500);
  fast &=
      ratio_report ("export / xmlTextWriter (wanted: 0.400)", times->write, times->writer, 2300);
  g_print ("memory of the import: %ld MB (at most %d MB)%s\n", megabytes, MOST_MEGABYTES,
           megabytes <= MOST_MEGABYTES ? "" : "  TOO MUCH");
  return fast && megabytes <= MOST_MEGABYTES;
}

int
main (int argc, char **argv)
{
  guint    n_initiatives = argc > 1 ? (guint)g_ascii_strtoull (argv[1], NULL, 10) : 500;
  guint    n_rounds = argc > 2 ? (guint)g_ascii_strtoull (argv[2], NULL, 10) : ROUNDS;
  Stage    stage = { 0 };
  Times    times;
  gboolean fast = FALSE;

  /* All bytes of the greatest number. */
  for (gsize i = 0; i < sizeof times / sizeof (gint64); i++)
    ((gint64 *)&times)[i] = G_MAXINT64;

  stage_init (&stage, MAX (n_initiatives, 1));
  for (guint round = 0; round < MAX (n_rounds, 1); round++)
    measure_round (&stage, &times);
  fast = report (&times, measure_memory (&stage));
  stage_clear (&stage);
  return fast ? 0 : 1;
}
