/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/random-record.h"

#include "core/tal-initiative.h"
#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-removal.h"
#include "core/tal-series.h"

#include <glib.h>

typedef struct
{
  GRand              *chance;
  RandomReferenceFunc refer;
  gpointer            user_data;
} Source;

static void fill_structure (const Source *source, const TalStructure *structure, gpointer to);

static TalId
pick_reference (const Source *source, const TalField *field)
{
  return source->refer != NULL ? source->refer (source->chance, field, source->user_data)
                               : tal_id_new ();
}

static TalDecimal
pick_decimal (GRand *chance)
{
  gint64 coefficient = (gint64)g_rand_int (chance) * g_rand_int_range (chance, 1, 200000000);

  if (g_rand_boolean (chance))
    coefficient = g_rand_int_range (chance, 0, 3000);
  coefficient = MIN (coefficient, TAL_DECIMAL_MAX_COEFFICIENT);
  return TAL_DECIMAL (g_rand_boolean (chance) ? coefficient : -coefficient,
                      (guint8)g_rand_int_range (chance, 0, TAL_DECIMAL_MAX_SCALE + 1));
}

static TalDay
pick_day (GRand *chance)
{
  return g_rand_int_range (chance, TAL_DAY_FIRST, TAL_DAY_LAST + 1);
}

static TalPeriod
pick_period (GRand *chance)
{
  TalPeriodKind kind = (TalPeriodKind)g_rand_int_range (chance, TAL_PERIOD_YEAR, TAL_PERIOD_RANGE);
  TalPeriod     period = TAL_PERIOD_UNSET;
  TalDay        first = pick_day (chance);
  int           length = g_rand_int_range (chance, 0, 1000);

  if (tal_period_from_number (kind, g_rand_int_range (chance, 1000, 10000),
                              g_rand_int_range (chance, 1, 13), &period))
    return period;

  return tal_period_new (first, MIN (first + length, TAL_DAY_LAST));
}

static int
pick_integer (GRand *chance, const TalField *field)
{
  if (g_str_equal (field->name, "decimals"))
    return g_rand_int_range (chance, 1, TAL_DECIMAL_MAX_SCALE + 1);

  return g_rand_int_range (chance, 1, 3000);
}

static void
fill_list (const Source *source, const TalField *field, gpointer to)
{
  int length = g_rand_int_range (source->chance, 0, 4);

  for (int i = 0; i < length; i++)
    fill_structure (source, field->item, tal_field_append_item (field, to));
}

static void
fill_field (const Source *source, const TalField *field, gpointer to)
{
  gpointer place = TAL_FIELD_AT (field, to);

  switch (field->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      *(char **)place = random_text_new (source->chance, field->type == TAL_FIELD_PROSE);
      break;
    case TAL_FIELD_REFERENCE:
      *(TalId *)place = pick_reference (source, field);
      break;
    case TAL_FIELD_INTEGER:
      *(int *)place = pick_integer (source->chance, field);
      break;
    case TAL_FIELD_BOOLEAN:
      *(gboolean *)place = TRUE;
      break;
    case TAL_FIELD_WORD:
      *(guint *)place =
          (guint)g_rand_int_range (source->chance, 0, (int)g_strv_length ((char **)field->words));
      break;
    case TAL_FIELD_DECIMAL:
      *(TalDecimal *)place = pick_decimal (source->chance);
      break;
    case TAL_FIELD_DAY:
      *(TalDay *)place = pick_day (source->chance);
      break;
    case TAL_FIELD_PERIOD:
      *(TalPeriod *)place = pick_period (source->chance);
      break;
    case TAL_FIELD_LIST:
      fill_list (source, field, to);
      break;
    }
}

static void
fill_structure (const Source *source, const TalStructure *structure, gpointer to)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (structure->fields[i].required || g_rand_int_range (source->chance, 0, 4) > 0)
        fill_field (source, &structure->fields[i], to);
    }
}

static void
put_in_order (TalDay *first, TalDay *last)
{
  TalDay later = MAX (*first, *last);

  if (*last == TAL_DAY_NONE)
    return;

  *first = *first == TAL_DAY_NONE ? *first : MIN (*first, *last);
  *last = later;
}

/* A series is broken once on a day. */
static void
part_breaks (const TalSeries *series)
{
  for (guint i = 1; i < tal_series_get_n_breaks (series); i++)
    {
      TalSeriesBreak *each = &g_array_index (series->breaks, TalSeriesBreak, i);

      each->day = tal_series_get_break (series, i - 1)->day % TAL_DAY_LAST + 1;
      each->day = MAX (each->day, TAL_DAY_FIRST);
    }
}

/* What holds between the fields of one record. */
static void
settle_record (TalRecord *record)
{
  if (record->kind == TAL_KIND_OBSERVATION)
    {
      TalObservation *observation = (TalObservation *)record;

      if (!tal_decimal_is_none (observation->value))
        observation->missing = TAL_MISSING_NOT;
      else if (observation->missing == TAL_MISSING_NOT)
        observation->missing = TAL_MISSING_WITHHELD;
    }
  else if (record->kind == TAL_KIND_REMOVAL)
    {
      TalRemoval *removal = (TalRemoval *)record;

      if (tal_period_is_set (removal->period))
        removal->removed = TAL_KIND_OBSERVATION;
      else if (removal->removed == TAL_KIND_OBSERVATION)
        removal->removed = TAL_KIND_GOAL;
    }
  else if (record->kind == TAL_KIND_SERIES)
    part_breaks ((const TalSeries *)record);
  else if (record->kind == TAL_KIND_PLAN)
    put_in_order (&((TalPlan *)record)->first, &((TalPlan *)record)->last);
  else if (record->kind == TAL_KIND_INITIATIVE)
    put_in_order (&((TalInitiative *)record)->first, &((TalInitiative *)record)->last);
}

char *
random_text_new (GRand *chance, gboolean may_break)
{
  static const char *const parts[] = {
    "Borgere",  " i ", "ressourceforløb", "æøåÆØÅ", "\"",   "'", "”mål”",    "\\",
    "\\n",      "<b>", "&amp;",           "]]>",    " ",    "é", "\302\240", "{'x': 1}",
    "@owner",   "%s",  "1.357",           "−5",     "🏙", "ü", "«ca.»",    ";",
    "Nørrebro",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  int                 n_parts = g_rand_int_range (chance, 1, 9);

  for (int i = 0; i < n_parts; i++)
    {
      if (may_break && g_rand_int_range (chance, 0, 5) == 0)
        g_string_append (text, g_rand_boolean (chance) ? "\n" : "\t");
      g_string_append (text, parts[g_rand_int_range (chance, 0, G_N_ELEMENTS (parts))]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of one writer or two. */
static TalVersions *
random_versions_new (GRand *chance)
{
  g_autoptr (TalVersions) first = tal_versions_new (tal_id_new (), g_rand_int (chance));

  return g_rand_boolean (chance) ? tal_versions_advance (first, tal_id_new (), g_rand_int (chance))
                                 : g_steal_pointer (&first);
}

TalRecord *
random_record_new (
    GRand *chance, TalKind kind, TalId id, RandomReferenceFunc refer, gpointer user_data)
{
  static const TalField owner = { .name = "owner", .target = TAL_KIND_UNIT };
  const Source          source = { chance, refer, user_data };
  TalRecord            *self = tal_record_new (kind, id);

  fill_structure (&source, tal_kind_get_structure (kind), self);
  settle_record (self);

  if (kind != TAL_KIND_OBSERVATION)
    self->owner = pick_reference (&source, &owner);
  if (g_rand_boolean (chance))
    self->changed_at = g_rand_int (chance);
  if (g_rand_boolean (chance))
    self->changed_by = random_text_new (chance, FALSE);
  if (g_rand_int_range (chance, 0, 4) == 0)
    self->versions = random_versions_new (chance);
  return self;
}

static gboolean
is_key (const TalRecord *record, const TalField *field)
{
  return g_str_equal (field->name, "period") &&
         (record->kind == TAL_KIND_OBSERVATION || record->kind == TAL_KIND_REMOVAL);
}

void
random_record_change (GRand              *chance,
                      TalRecord          *record,
                      RandomReferenceFunc refer,
                      gpointer            user_data)
{
  const TalStructure *structure = tal_kind_get_structure (record->kind);
  const Source        source = { chance, refer, user_data };
  const TalField     *field = NULL;
  TalStructure        alone = *structure;

  do
    field = &structure->fields[g_rand_int_range (chance, 0, (int)structure->n_fields)];
  while (is_key (record, field));

  alone.fields = field;
  alone.n_fields = 1;
  tal_structure_clear (&alone, record);
  fill_field (&source, field, record);
  settle_record (record);
}

guint32
random_seed_new (void)
{
  const char *wanted = g_getenv ("INDSATSTAL_TEST_SEED");
  guint64     seed = g_random_int ();

  if (wanted != NULL)
    g_assert_true (g_ascii_string_to_unsigned (wanted, 10, 0, G_MAXUINT32, &seed, NULL));

  g_test_message ("INDSATSTAL_TEST_SEED=%" G_GUINT64_FORMAT, seed);
  return (guint32)seed;
}
