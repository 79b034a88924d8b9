/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Series beside one another: the same figure kept twice, and shares of one whole that are
 * shown with different decimals. */

#include "config.h"

#include "base/tal-danish-text.h"
#include "core/tal-danish-period.h"
#include "core/tal-observation.h"
#include "core/tal-plausibility-private.h"

#include <glib/gi18n-lib.h>

static const TalRule rule_twice = { "stored-twice", N_ ("A figure has one value.") };
static const TalRule rule_decimals = { "mixed-decimals",
                                       N_ ("Figures of one kind have the same decimals.") };

static void
append_id (GString *key, TalId id)
{
  char text[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (id, text);
  g_string_append_printf (key, "|%s", text);
}

static void
append_text (GString *key, const char *text)
{
  g_autofree char *plain = tal_danish_text_dup_plain (text != NULL ? text : "");

  g_string_append_printf (key, "|%s", plain);
}

/* What makes an entered series the same as another: its name, what it counts, of whom, and in
 * which initiative.  Two plans may tell of the same figure, and then it is one. */
static char *
dup_identity (const TalSeries *series)
{
  GString *key = g_string_new (NULL);

  append_text (key, series->name);
  append_text (key, series->definition);
  append_text (key, series->cohort);
  g_string_append_printf (key, "|%u", series->measure_unit);
  append_id (key, series->initiative);
  append_id (key, series->target_group);
  append_id (key, series->area);
  append_id (key, series->offer);
  append_id (key, series->provider);
  return g_string_free (key, FALSE);
}

/* What makes computed shares a column: the whole that they are shares of. */
static char *
dup_whole (const TalSeries *series)
{
  GString *key = g_string_new ("");

  g_string_append_printf (key, "%u", series->measure_unit);
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm *term = tal_series_get_term (series, i);

      if (term->place == TAL_TERM_BELOW)
        append_id (key, term->series);
    }
  return g_string_free (key, FALSE);
}

/* Series by key, in the order of the catalogue: key → GPtrArray of const TalSeries *. */
static GHashTable *
group (const TalCatalogue *catalogue,
       gboolean (*belongs) (const TalSeries *series),
       char *(*dup_key) (const TalSeries *series))
{
  guint                   length = 0;
  const TalRecord *const *records = tal_catalogue_get_records (catalogue, TAL_KIND_SERIES, &length);
  GHashTable             *groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < length; i++)
    {
      const TalSeries *series = TAL_SERIES (records[i]);
      g_autofree char *key = NULL;
      GPtrArray       *members = NULL;

      if (!belongs (series))
        continue;
      key = dup_key (series);
      members = g_hash_table_lookup (groups, key);
      if (members == NULL)
        {
          members = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), members);
        }
      g_ptr_array_add (members, (gpointer)series);
    }

  return groups;
}

static gboolean
is_entered (const TalSeries *series)
{
  return !tal_series_is_derived (series) && series->agreement == TAL_AGREEMENT_NONE;
}

static gboolean
is_computed_share (const TalSeries *series)
{
  return series->basis == TAL_BASIS_RATIO;
}

static void
report_twice (TalPlausibility      *self,
              const TalSeries      *series,
              const TalObservation *first,
              const TalObservation *second)
{
  g_autofree char *when = tal_danish_period_format (first->period, TAL_DANISH_PERIOD_TEXT);
  g_autofree char *one = tal_plausibility_dup_value (series, first->value);
  g_autofree char *other = tal_plausibility_dup_value (series, second->value);

  tal_plausibility_report (self, &rule_twice, TAL_SEVERITY_ERROR, &series->record, second->period,
                           g_strdup (other), g_strdup (one),
                           g_strdup_printf (_ ("%s, %s is stored twice, as %s and as %s."),
                                               series->name, when, one, other));
}

static gboolean
compare_runs (TalPlausibility *self, const TalSeries *one, const TalSeries *other)
{
  g_autoptr (TalRun) run = tal_run_source_ref_run (self->runs, one->record.id, self->error);
  g_autoptr (TalRun) second = NULL;

  if (run == NULL)
    return FALSE;
  second = tal_run_source_ref_run (self->runs, other->record.id, self->error);
  if (second == NULL)
    return FALSE;

  self->run = second;
  for (guint i = 0; i < tal_run_get_length (second); i++)
    {
      const TalObservation *observation = tal_run_get_observation (second, i);
      const TalObservation *same = tal_run_find (run, observation->period);

      if (same != NULL && same->missing == TAL_MISSING_NOT &&
          observation->missing == TAL_MISSING_NOT &&
          tal_decimal_compare (same->value, observation->value) != 0)
        report_twice (self, other, same, observation);
    }
  self->run = NULL;
  return TRUE;
}

/* Each group is looked at when its first series is met, so that findings are in order. */
static gboolean
check_twice (TalPlausibility *self)
{
  g_autoptr (GHashTable)  groups = group (self->catalogue, is_entered, dup_identity);
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalSeries *series = TAL_SERIES (records[i]);
      g_autofree char *key = dup_identity (series);
      const GPtrArray *members = g_hash_table_lookup (groups, key);

      if (members == NULL || g_ptr_array_index (members, 0) != (gconstpointer)series)
        continue;
      for (guint j = 1; j < members->len; j++)
        {
          if (!compare_runs (self, series, g_ptr_array_index (members, j)))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_equal_text (const char *a, const char *b)
{
  g_autofree char *one = tal_danish_text_dup_plain (a != NULL ? a : "");
  g_autofree char *other = tal_danish_text_dup_plain (b != NULL ? b : "");

  return g_str_equal (one, other);
}

/* As dup_identity says, but named alike to the letter: it is asked of all series for each row
 * of a grid while it is scrolled, so that two that differ are told apart without a copy. */
static gboolean
is_twin (const TalSeries *a, const TalSeries *b)
{
  return a != b && a->measure_unit == b->measure_unit && is_entered (b) &&
         tal_id_is_equal (a->initiative, b->initiative) &&
         tal_id_is_equal (a->target_group, b->target_group) && tal_id_is_equal (a->area, b->area) &&
         tal_id_is_equal (a->offer, b->offer) && tal_id_is_equal (a->provider, b->provider) &&
         g_strcmp0 (a->name, b->name) == 0 && is_equal_text (a->definition, b->definition) &&
         is_equal_text (a->cohort, b->cohort);
}

gboolean
tal_plausibility_look_at_twins (TalPlausibility *self, const TalSeries *series)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &length);

  for (guint i = 0; is_entered (series) && i < length; i++)
    {
      const TalSeries *each = TAL_SERIES (records[i]);

      if (is_twin (series, each) && !compare_runs (self, each, series))
        return FALSE;
    }
  return TRUE;
}

/* The decimals that most have. */
static int
find_usual (const GPtrArray *members)
{
  guint counts[TAL_DECIMAL_MAX_SCALE + 1] = { 0 };
  int   usual = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const TalSeries *series = g_ptr_array_index (members, i);

      if (series->decimals <= TAL_DECIMAL_MAX_SCALE)
        counts[series->decimals]++;
    }
  for (int i = 1; i <= TAL_DECIMAL_MAX_SCALE; i++)
    {
      if (counts[i] > counts[usual])
        usual = i;
    }
  return usual;
}

static void
check_decimals (TalPlausibility *self)
{
  g_autoptr (GHashTable)  groups = group (self->catalogue, is_computed_share, dup_whole);
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalSeries *series = TAL_SERIES (records[i]);
      g_autofree char *key = is_computed_share (series) ? dup_whole (series) : NULL;
      const GPtrArray *members = key != NULL ? g_hash_table_lookup (groups, key) : NULL;
      int              usual = 0;

      if (members == NULL || members->len < 3)
        continue;
      usual = find_usual (members);
      if (series->decimals != usual)
        tal_plausibility_report (self, &rule_decimals, TAL_SEVERITY_NOTE, &series->record,
                                 TAL_PERIOD_UNSET, g_strdup_printf ("%d", series->decimals),
                                 g_strdup_printf ("%d", usual),
                                 g_strdup_printf (_ ("%s is shown with %d decimals, the other shares of the same whole "
                                "with %d."),
                                                     series->name, series->decimals, usual));
    }
}

gboolean
tal_plausibility_check_columns (TalPlausibility *self)
{
  check_decimals (self);
  return check_twice (self);
}
