/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-bundle.h"

#include "base/tal-error.h"
#include "core/tal-figure-rules.h"
#include "core/tal-removal.h"
#include "core/tal-validate.h"
#include "exchange/tal-depths.h"

#include <glib/gi18n-lib.h>

struct _TalBundle
{
  TalExchangeHeader *header;
  GPtrArray         *records; /* of TalRecord, in the order of the file, but for the figures */
  GArray            *lines;   /* of guint, beside them */
  GHashTable        *by_key;  /* the same records, as a set of their keys */
  GHashTable        *by_id;   /* those with an id of their own, as a set of the ids */
  TalFigurePack     *figures;
  GPtrArray         *notes;
  TalBundleProgress  progress; /* while it is being read */
  gpointer           progress_target;
};

/* A record that has a key and no content. */
typedef union
{
  TalRecord  record;
  TalRemoval removal;
} Probe;

static guint
key_hash (gconstpointer record)
{
  TalKey key = tal_record_get_key (record);

  return tal_key_hash (&key);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  TalKey key_a = tal_record_get_key (a);
  TalKey key_b = tal_record_get_key (b);

  return tal_key_equal (&key_a, &key_b);
}

static guint
id_hash (gconstpointer record)
{
  return tal_id_hash (((const TalRecord *)record)->id);
}

static gboolean
id_equal (gconstpointer a, gconstpointer b)
{
  return tal_id_is_equal (((const TalRecord *)a)->id, ((const TalRecord *)b)->id);
}

static gboolean
has_own_id (TalKind kind)
{
  return kind != TAL_KIND_OBSERVATION && kind != TAL_KIND_REMOVAL;
}

static void
header_read_cb (TalExchangeHeader *header, gpointer user_data)
{
  TalBundle *self = user_data;

  self->header = header;
}

static gboolean
record_read_cb (TalRecord *record, guint line, gpointer user_data, GError **error)
{
  TalBundle *self = user_data;

  g_ptr_array_add (self->records, record);
  g_array_append_val (self->lines, line);

  if (!g_hash_table_add (self->by_key, record) ||
      (has_own_id (record->kind) && !g_hash_table_add (self->by_id, record)))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                           _ ("the id is used twice in the file."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
figure_read_cb (const TalObservation *figure, guint line, gpointer user_data, GError **error)
{
  TalBundle *self = user_data;

  if (tal_figure_pack_add (self->figures, figure, line))
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                       _ ("the series has two figures for the same period."));
  return FALSE;
}

static void
note_made_cb (TalProblem *note, gpointer user_data)
{
  TalBundle *self = user_data;

  g_ptr_array_add (self->notes, note);
}

static void
progressed_cb (goffset bytes, goffset size, gpointer user_data)
{
  TalBundle *self = user_data;

  if (self->progress != NULL)
    self->progress (bytes, size, self->progress_target);
}

static const TalExchangeSink bundle_sink = {
  header_read_cb, record_read_cb, figure_read_cb, note_made_cb, progressed_cb,
};

static TalBundle *
bundle_alloc (void)
{
  TalBundle *self = g_new0 (TalBundle, 1);

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_key = g_hash_table_new (key_hash, key_equal);
  self->by_id = g_hash_table_new (id_hash, id_equal);
  self->figures = tal_figure_pack_new ();
  self->notes = tal_problem_list_new ();
  return self;
}

/* Checking one record after another, as the collection would be with all of them. */
typedef struct
{
  const TalBundle    *bundle;
  const TalCatalogue *collection; /* or NULL */
  TalCatalogue       *after;
  GPtrArray          *problems;
} Check;

/* Takes the sentence. */
static void
report_at (Check *self, TalKind kind, guint line, const char *code, char *sentence)
{
  g_autofree char *place = g_strdup_printf (_ ("Line %u, <%s>"), line, tal_kind_get_name (kind));

  g_ptr_array_add (self->problems, tal_problem_new (TAL_SEVERITY_ERROR, code, place, sentence));
  g_free (sentence);
}

static void
report (Check *self, guint position, const char *code, char *sentence)
{
  const TalRecord *record = tal_bundle_get_record (self->bundle, position);

  report_at (self, record->kind, tal_bundle_get_line (self->bundle, position), code, sentence);
}

static TalCatalogue *
make_after (const TalBundle *bundle, const TalCatalogue *collection)
{
  g_autoptr (TalCatalogue) before =
      collection != NULL ? tal_catalogue_ref (collection) : tal_catalogue_new ();
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_IMPORT, "");

  for (guint i = 0; i < bundle->records->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (bundle->records, i);
      TalKey           key = tal_record_get_key (record);

      tal_change_set_add (changes, tal_catalogue_find_key (before, &key), record);
    }

  /* It starts from what the catalogue holds, so it fits. */
  return tal_catalogue_apply (before, changes, NULL);
}

static void
report_found (Check *self, TalKind kind, guint line, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const TalProblem *problem = g_ptr_array_index (found, i);

      report_at (self, kind, line, tal_problem_get_code (problem),
                 g_strdup_printf ("%s: %s", tal_problem_get_place (problem),
                                  tal_problem_get_sentence (problem)));
    }
  g_ptr_array_set_size (found, 0);
}

/* The rules of every record.  Those of a change are not asked: a file may well hold what is
 * closed here, as long as it changes nothing of it. */
static void
check_rules (Check *self)
{
  g_autoptr (GPtrArray) of_order = tal_problem_list_new ();
  g_autoptr (GPtrArray) found = tal_problem_list_new ();

  tal_validate_series_order (self->after, of_order);
  for (guint i = 0; i < self->bundle->records->len; i++)
    {
      const TalRecord *record = tal_bundle_get_record (self->bundle, i);
      guint            line = tal_bundle_get_line (self->bundle, i);

      /* Once: it is of all series together. */
      if (record->kind == TAL_KIND_SERIES)
        report_found (self, record->kind, line, of_order);
      if (!tal_validate_record (self->after, record, found))
        report_found (self, record->kind, line, found);
    }
}

static void
check_figures (Check *self)
{
  const TalFigurePack       *figures = self->bundle->figures;
  g_autoptr (TalFigureRules) rules = tal_figure_rules_new (self->after, NULL);
  g_autoptr (GPtrArray)      found = tal_problem_list_new ();

  for (guint i = 0; i < tal_figure_pack_get_n_series (figures); i++)
    {
      for (guint j = 0; j < tal_figure_pack_get_n_figures (figures, i); j++)
        {
          TalObservation figure;

          tal_figure_pack_view (figures, i, j, &figure);
          if (!tal_figure_rules_is_sound (rules, &figure) &&
              !tal_validate_record (self->after, &figure.record, found))
            report_found (self, TAL_KIND_OBSERVATION, tal_figure_pack_get_line (figures, i, j),
                          found);
        }
    }
}

static void
check_kind_of_id (Check *self, guint position)
{
  const TalRecord *record = tal_bundle_get_record (self->bundle, position);

  if (self->collection == NULL || !has_own_id (record->kind))
    return;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      if (kind != record->kind && has_own_id ((TalKind)kind) &&
          tal_catalogue_find (self->collection, (TalKind)kind, record->id) != NULL)
        report (self, position, "id-of-another-kind",
                g_strdup_printf (_ ("The collection uses this id for something else (%s)."),
                                    tal_kind_get_title ((TalKind)kind)));
    }
}

static void
check_removal (Check *self, guint position)
{
  const TalRecord *record = tal_bundle_get_record (self->bundle, position);
  TalKey           removed = { 0 };

  if (record->kind != TAL_KIND_REMOVAL)
    return;

  removed.kind = TAL_REMOVAL (record)->removed;
  removed.id = record->id;
  removed.period = TAL_REMOVAL (record)->period;
  if ((removed.kind == TAL_KIND_OBSERVATION) != tal_period_is_set (removed.period))
    report (self, position, "period-of-removal",
            g_strdup (_ ("The removal of a figure has a period, and no other removal has.")));
  if (removed.kind == TAL_KIND_OBSERVATION
          ? tal_figure_pack_has (self->bundle->figures, removed.id, removed.period)
          : tal_bundle_find (self->bundle, &removed) != NULL)
    report (self, position, "sent-and-removed",
            g_strdup (_ ("The file holds what it says was removed.")));
}

/* Rings and towers are refused before anything walks along them. */
static void
check_depth (Check *self, TalKind kind)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (TalDepths) depths = NULL;

  for (guint i = 0; i < self->bundle->records->len; i++)
    {
      TalRecord *record = g_ptr_array_index (self->bundle->records, i);

      if (record->kind == kind)
        g_ptr_array_add (records, record);
    }

  depths = tal_depths_new (records);
  for (guint i = 0; i < self->bundle->records->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (self->bundle->records, i);

      if (record->kind == kind && tal_depths_get_depth (depths, record) >= TAL_DEPTHS_DEEPEST)
        report (self, i, "ring",
                g_strdup (_ ("It is part of itself, or of too long a chain of others.")));
    }
}

TalBundle *
tal_bundle_load (const char       *path,
                 TalBundleProgress progress,
                 gpointer          user_data,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autoptr (TalBundle) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = bundle_alloc ();
  self->progress = progress;
  self->progress_target = user_data;
  if (!tal_exchange_xml_read_file (path, &bundle_sink, self, cancellable, error))
    return NULL;

  tal_figure_pack_sort (self->figures);
  return g_steal_pointer (&self);
}

TalBundle *
tal_bundle_load_bytes (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalBundle) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = bundle_alloc ();
  if (!tal_exchange_xml_read_bytes (bytes, &bundle_sink, self, cancellable, error))
    return NULL;

  tal_figure_pack_sort (self->figures);
  return g_steal_pointer (&self);
}

TalBundle *
tal_bundle_new (void)
{
  TalBundle *self = bundle_alloc ();

  self->header = tal_exchange_header_new ();
  self->header->picture = TAL_EXCHANGE_PICTURE_DELTA;
  return self;
}

void
tal_bundle_add (TalBundle *self, TalRecord *record, guint line)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (self != NULL && record != NULL);

  if (record->kind == TAL_KIND_OBSERVATION)
    {
      if (!figure_read_cb (TAL_OBSERVATION (record), line, self, &error))
        g_critical ("%s", error->message);
      tal_record_unref (record);
    }
  else if (!record_read_cb (record, line, self, &error))
    {
      g_critical ("%s", error->message);
    }
}

void
tal_bundle_finish (TalBundle *self)
{
  g_return_if_fail (self != NULL);

  tal_figure_pack_sort (self->figures);
}

void
tal_bundle_free (TalBundle *self)
{
  if (self == NULL)
    return;

  tal_exchange_header_free (self->header);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->records);
  g_array_unref (self->lines);
  tal_figure_pack_free (self->figures);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

const TalExchangeHeader *
tal_bundle_get_header (const TalBundle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->header;
}

guint
tal_bundle_get_length (const TalBundle *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->records->len;
}

const TalRecord *
tal_bundle_get_record (const TalBundle *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->records->len, NULL);

  return g_ptr_array_index (self->records, position);
}

guint
tal_bundle_get_line (const TalBundle *self, guint position)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (position < self->lines->len, 0);

  return g_array_index (self->lines, guint, position);
}

const TalRecord *
tal_bundle_find (const TalBundle *self, const TalKey *key)
{
  Probe probe = { 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  probe.record.kind = key->kind;
  probe.record.id = key->id;
  if (key->kind == TAL_KIND_REMOVAL)
    probe.removal.period = key->period;
  return g_hash_table_lookup (self->by_key, &probe);
}

const TalFigurePack *
tal_bundle_get_figures (const TalBundle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->figures;
}

const GPtrArray *
tal_bundle_get_notes (const TalBundle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notes;
}

gboolean
tal_bundle_check (const TalBundle *self, const TalCatalogue *collection, GPtrArray *problems)
{
  g_autoptr (TalCatalogue) after = NULL;
  Check                    check = { self, collection, NULL, problems };
  guint                    n_before = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  n_before = problems->len;
  check_depth (&check, TAL_KIND_UNIT);
  check_depth (&check, TAL_KIND_MEMBER);
  check_depth (&check, TAL_KIND_SERIES);
  if (problems->len > n_before)
    return FALSE;

  after = make_after (self, collection);
  check.after = after;
  check_rules (&check);
  check_figures (&check);
  for (guint i = 0; i < self->records->len; i++)
    {
      check_kind_of_id (&check, i);
      check_removal (&check, i);
    }

  return problems->len == n_before;
}

gboolean
tal_bundle_check_or_refuse (const TalBundle *self, const TalCatalogue *collection, GError **error)
{
  g_autoptr (GPtrArray) problems = tal_problem_list_new ();
  const TalProblem     *first = NULL;

  if (tal_bundle_check (self, collection, problems))
    return TRUE;

  first = g_ptr_array_index (problems, 0);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, "%s: %s", tal_problem_get_place (first),
               tal_problem_get_sentence (first));
  return FALSE;
}
