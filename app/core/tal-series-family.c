/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-series-family.h"

#include <string.h>

TalId
tal_series_get_member (const TalSeries *series, TalDimension dimension)
{
  g_return_val_if_fail (series != NULL, TAL_ID_NONE);

  switch (dimension)
    {
    case TAL_DIMENSION_TARGET_GROUP:
      return series->target_group;
    case TAL_DIMENSION_AREA:
      return series->area;
    case TAL_DIMENSION_OFFER:
      return series->offer;
    case TAL_DIMENSION_PROVIDER:
      return series->provider;
    }

  g_return_val_if_reached (TAL_ID_NONE);
}

static gboolean
is_change (const TalSeries *series)
{
  return series->basis == TAL_BASIS_CHANGE || series->basis == TAL_BASIS_RELATIVE_CHANGE ||
         (!tal_series_is_derived (series) && (series->agreement == TAL_AGREEMENT_CHANGE ||
                                              series->agreement == TAL_AGREEMENT_RELATIVE_CHANGE));
}

/* Stated beside the figures that it is the sum of. */
static gboolean
is_stated_sum (const TalSeries *series)
{
  return !tal_series_is_derived (series) && series->agreement == TAL_AGREEMENT_SUM;
}

static gboolean
is_sum (const TalSeries *series)
{
  return series->basis == TAL_BASIS_SUM || is_stated_sum (series);
}

/* The bytes before the last ": ": what is measured, where the name says of whom after it. */
static gsize
measure_heading (const TalSeries *series)
{
  const char *colon = series->name != NULL ? g_strrstr (series->name, ": ") : NULL;

  return colon != NULL ? (gsize)(colon - series->name) : 0;
}

/* By the heading of their names; without one, things that are counted by one definition. */
static gboolean
is_one_measure (const TalSeries *a, const TalSeries *b)
{
  gsize length = measure_heading (a);

  if (a == b)
    return TRUE;
  if (length != measure_heading (b))
    return FALSE;
  if (length > 0)
    return strncmp (a->name, b->name, length) == 0;

  return (tal_series_is_count (a) || tal_series_counts_people (a)) &&
         g_strcmp0 (a->definition, b->definition) == 0 && g_strcmp0 (a->cohort, b->cohort) == 0;
}

/* In full-time and full-year persons the unit says what is counted; papers call them persons,
 * recipients, or by the benefit. */
static gboolean
counts_alike (const TalSeries *a, const TalSeries *b)
{
  return a->measure_unit == b->measure_unit &&
         (a->measure_unit == TAL_MEASURE_UNIT_FULL_TIME_PERSONS ||
          a->measure_unit == TAL_MEASURE_UNIT_FULL_YEAR_PERSONS ||
          g_strcmp0 (a->measure, b->measure) == 0);
}

static gboolean
is_alike (const TalSeries *a, const TalSeries *b, TalDimension varying)
{
  for (guint i = TAL_DIMENSION_TARGET_GROUP; i <= TAL_DIMENSION_PROVIDER; i++)
    {
      if (i != varying && !tal_id_is_equal (tal_series_get_member (a, (TalDimension)i),
                                            tal_series_get_member (b, (TalDimension)i)))
        return FALSE;
    }

  return tal_id_is_equal (a->plan, b->plan) && tal_id_is_equal (a->initiative, b->initiative) &&
         counts_alike (a, b) && is_change (a) == is_change (b) &&
         (!is_change (a) || MAX (a->lag, 1) == MAX (b->lag, 1)) && is_one_measure (a, b);
}

/* A candidate, and the series whose figures it counts in the end. */
typedef struct
{
  const TalSeries *series;
  GHashTable      *counted;
} Relative;

/* Adds itself, or what it is the sum or the change of. */
static void
collect_counted (const TalCatalogue *catalogue,
                 const TalSeries    *series,
                 GHashTable         *visited,
                 GHashTable         *counted)
{
  if (!g_hash_table_add (visited, (gpointer)series))
    return;

  if (!tal_series_is_derived (series) && !is_stated_sum (series))
    {
      g_hash_table_add (counted, (gpointer)series);
      return;
    }

  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm   *term = tal_series_get_term (series, i);
      const TalRecord *part = tal_catalogue_find (catalogue, TAL_KIND_SERIES, term->series);

      if (term->place == TAL_TERM_ABOVE && part != NULL)
        collect_counted (catalogue, TAL_SERIES (part), visited, counted);
    }
}

static Relative *
relative_new (const TalCatalogue *catalogue, const TalSeries *series)
{
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  Relative              *self = g_new0 (Relative, 1);

  self->series = series;
  self->counted = g_hash_table_new (NULL, NULL);
  collect_counted (catalogue, series, visited, self->counted);
  return self;
}

static void
relative_free (Relative *self)
{
  g_hash_table_unref (self->counted);
  g_free (self);
}

/* Whether the whole counts all that the part does, and more. */
static gboolean
is_total_of (const Relative *whole, const Relative *part)
{
  GHashTableIter each;
  gpointer       series = NULL;

  if (g_hash_table_size (part->counted) == 0 ||
      g_hash_table_size (whole->counted) <= g_hash_table_size (part->counted))
    return FALSE;

  g_hash_table_iter_init (&each, part->counted);
  while (g_hash_table_iter_next (&each, &series, NULL))
    {
      if (!g_hash_table_contains (whole->counted, series))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_total_of_any (const Relative *whole, const GPtrArray *relatives)
{
  for (guint i = 0; i < relatives->len; i++)
    {
      if (is_total_of (whole, g_ptr_array_index (relatives, i)))
        return TRUE;
    }

  return FALSE;
}

/* All that are like the series, several of one member too. */
static GPtrArray *
list_alike (const TalCatalogue *catalogue, const TalSeries *series, TalDimension varying)
{
  GPtrArray              *alike = g_ptr_array_new_with_free_func ((GDestroyNotify)relative_free);
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (catalogue, TAL_KIND_SERIES, series->initiative, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalSeries *each = TAL_SERIES (records[i]);

      if (!tal_id_is_none (tal_series_get_member (each, varying)) &&
          is_alike (each, series, varying))
        g_ptr_array_add (alike, relative_new (catalogue, each));
    }
  return alike;
}

/* How well a series stands for its member beside this one; less is better. */
static guint
get_rank (const TalSeries *self, const TalSeries *series)
{
  if (self == series)
    return 0;

  return 1 + (is_sum (self) != is_sum (series) ? 2u : 0u) + (is_stated_sum (self) ? 1u : 0u);
}

/* Adds it, or puts it in the place of a worse one of its member. */
static void
place_relative (GPtrArray       *members,
                Relative        *relative,
                const TalSeries *series,
                TalDimension     varying)
{
  for (guint i = 0; i < members->len; i++)
    {
      const TalSeries *other = ((const Relative *)g_ptr_array_index (members, i))->series;

      if (!tal_id_is_equal (tal_series_get_member (other, varying),
                            tal_series_get_member (relative->series, varying)))
        continue;
      if (get_rank (relative->series, series) < get_rank (other, series))
        members->pdata[i] = relative;
      return;
    }

  g_ptr_array_add (members, relative);
}

static const Relative *
find_relative (const GPtrArray *alike, const TalSeries *series)
{
  for (guint i = 0; i < alike->len; i++)
    {
      const Relative *each = g_ptr_array_index (alike, i);

      if (tal_id_is_equal (each->series->record.id, series->record.id))
        return each;
    }

  return NULL;
}

/* One of each member, borrowed; without those that the series is a total of. */
static GPtrArray *
list_members (const GPtrArray *alike, const Relative *own, TalDimension varying)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < alike->len; i++)
    {
      Relative *each = g_ptr_array_index (alike, i);

      if (!is_total_of (own, each))
        place_relative (members, each, own->series, varying);
    }
  return members;
}

/* Whether another total of the same member has it as a part. */
static gboolean
is_part_of_own (const GPtrArray *alike, const Relative *own, TalDimension varying)
{
  for (guint i = 0; i < alike->len; i++)
    {
      const Relative *each = g_ptr_array_index (alike, i);

      if (tal_id_is_equal (tal_series_get_member (each->series, varying),
                           tal_series_get_member (own->series, varying)) &&
          is_total_of (each, own))
        return TRUE;
    }

  return FALSE;
}

static int
compare_ages (gconstpointer a, gconstpointer b)
{
  return tal_id_compare ((*(const TalSeries *const *)a)->record.id,
                         (*(const TalSeries *const *)b)->record.id);
}

GPtrArray *
tal_series_family_list (const TalCatalogue *catalogue,
                        const TalSeries    *series,
                        TalDimension        varying)
{
  GPtrArray            *family = g_ptr_array_new ();
  g_autoptr (GPtrArray) alike = NULL;
  g_autoptr (GPtrArray) members = NULL;
  const Relative       *own = NULL;

  g_return_val_if_fail (catalogue != NULL, family);
  g_return_val_if_fail (series != NULL, family);

  alike = list_alike (catalogue, series, varying);
  own = find_relative (alike, series);
  if (own == NULL)
    return family;

  if (is_part_of_own (alike, own, varying))
    {
      g_ptr_array_add (family, (gpointer)own->series);
      return family;
    }

  members = list_members (alike, own, varying);
  for (guint i = 0; i < members->len; i++)
    {
      const Relative *each = g_ptr_array_index (members, i);

      if (each == own || !is_total_of_any (each, members))
        g_ptr_array_add (family, (gpointer)each->series);
    }
  g_ptr_array_sort (family, compare_ages);
  return family;
}

char *
tal_series_family_dup_name (const TalCatalogue *catalogue,
                            const TalSeries    *series,
                            TalDimension        varying)
{
  const TalRecord *member = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (series != NULL, NULL);

  member = tal_catalogue_find (catalogue, TAL_KIND_MEMBER, tal_series_get_member (series, varying));
  return member != NULL ? g_strdup (TAL_MEMBER (member)->name) : NULL;
}

static gboolean
has_parts (const TalSeries *series)
{
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm *term = tal_series_get_term (series, i);

      if (term->place != TAL_TERM_ABOVE || term->sign != TAL_TERM_PLUS)
        return FALSE;
    }

  return is_sum (series);
}

static void
collect_parts (const TalCatalogue *catalogue,
               const TalSeries    *total,
               guint               depth,
               GHashTable         *visited,
               GArray             *parts)
{
  for (guint i = 0; has_parts (total) && i < tal_series_get_n_terms (total); i++)
    {
      const TalRecord *record =
          tal_catalogue_find (catalogue, TAL_KIND_SERIES, tal_series_get_term (total, i)->series);
      const TalSeriesPart part = { record != NULL ? TAL_SERIES (record) : NULL, depth };

      if (part.series == NULL || !g_hash_table_add (visited, (gpointer)part.series))
        continue;

      g_array_append_val (parts, part);
      collect_parts (catalogue, part.series, depth + 1, visited, parts);
    }
}

GArray *
tal_series_family_list_parts (const TalCatalogue *catalogue, const TalSeries *total)
{
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  GArray                *parts = g_array_new (FALSE, FALSE, sizeof (TalSeriesPart));

  g_return_val_if_fail (catalogue != NULL, parts);
  g_return_val_if_fail (total != NULL, parts);

  g_hash_table_add (visited, (gpointer)total);
  collect_parts (catalogue, total, 0, visited, parts);
  return parts;
}
