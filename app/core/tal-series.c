/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-series.h"

#include <glib/gi18n-lib.h>

static const char *const bases[] = { "entered", "sum", "ratio", "change", "relative-change", NULL };
static const char *const agreements[] = {
  "none", "sum", "ratio", "change", "relative-change", "parts", "overlapping", NULL
};
static const char *const measure_units[] = {
  "persons",
  "full-time-persons",
  "full-year-persons",
  "full-year-places",
  "families",
  "courses",
  "placements",
  "cases",
  "awards",
  "count",
  "per-cent",
  "percentage-points",
  "ratio",
  "index",
  "weeks",
  "dkk",
  "million-dkk",
  NULL,
};
static const char *const directions[] = { "neither", "up", "down", NULL };
static const char *const roll_ups[] = { "none", "sum", "mean", "last", NULL };
static const char *const signs[] = { "plus", "minus", NULL };
static const char *const places[] = { "above", "below", NULL };

static const TalField term_fields[] = {
  { "series",
    N_ ("Series"),
        TAL_FIELD_REFERENCE,
        TRUE,
        G_STRUCT_OFFSET (TalTerm, series),
        .target = TAL_KIND_SERIES },
    { "sign", N_ ("Sign"), TAL_FIELD_WORD, FALSE, G_STRUCT_OFFSET (TalTerm, sign), .words = signs },
      { "place",
        N_ ("Place"), TAL_FIELD_WORD, TRUE, G_STRUCT_OFFSET (TalTerm, place), .words = places },
    };

static const TalStructure term = { "term", sizeof (TalTerm), term_fields,
                                   G_N_ELEMENTS (term_fields) };

static const TalField break_fields[] = {
  { "day", N_ ("Day"), TAL_FIELD_DAY, TRUE, G_STRUCT_OFFSET (TalSeriesBreak, day) },
    { "reason", N_ ("Reason"), TAL_FIELD_TEXT, TRUE, G_STRUCT_OFFSET (TalSeriesBreak, reason) },
  };

static const TalStructure series_break = { "break", sizeof (TalSeriesBreak), break_fields,
                                           G_N_ELEMENTS (break_fields) };

enum
{
  SERIES_TERMS = 22,
  SERIES_BREAKS = 23,
};

static const TalField fields[] = {
  { "plan",
    N_ ("Plan"),
        TAL_FIELD_REFERENCE,
        FALSE,
        G_STRUCT_OFFSET (TalSeries, plan),
        .target = TAL_KIND_PLAN },
    { "initiative",
      N_ ("Initiative"),
          TAL_FIELD_REFERENCE,
          FALSE,
          G_STRUCT_OFFSET (TalSeries, initiative),
          .target = TAL_KIND_INITIATIVE },
      { "target-group",
        N_ ("Target group"),
            TAL_FIELD_REFERENCE,
            FALSE,
            G_STRUCT_OFFSET (TalSeries, target_group),
            .target = TAL_KIND_MEMBER },
        { "area",
          N_ ("Area"),
              TAL_FIELD_REFERENCE,
              FALSE,
              G_STRUCT_OFFSET (TalSeries, area),
              .target = TAL_KIND_MEMBER },
          { "offer",
            N_ ("Offer"),
                TAL_FIELD_REFERENCE,
                FALSE,
                G_STRUCT_OFFSET (TalSeries, offer),
                .target = TAL_KIND_MEMBER },
            { "provider",
              N_ ("Provider"),
                  TAL_FIELD_REFERENCE,
                  FALSE,
                  G_STRUCT_OFFSET (TalSeries, provider),
                  .target = TAL_KIND_MEMBER },
              { "basis",
                N_ ("Basis"),
                    TAL_FIELD_WORD,
                    FALSE,
                    G_STRUCT_OFFSET (TalSeries, basis),
                    .words = bases },
                { "agreement",
                  N_ ("Should agree with its terms as"),
                      TAL_FIELD_WORD,
                      FALSE,
                      G_STRUCT_OFFSET (TalSeries, agreement),
                      .words = agreements },
                  { "measure-unit",
                    N_ ("Unit of measure"),
                        TAL_FIELD_WORD,
                        TRUE,
                        G_STRUCT_OFFSET (TalSeries, measure_unit),
                        .words = measure_units },
                    { "decimals",
                      N_ ("Decimals"),
                          TAL_FIELD_INTEGER,
                          FALSE,
                          G_STRUCT_OFFSET (TalSeries, decimals) },
                      { "good-direction",
                        N_ ("Good direction"),
                            TAL_FIELD_WORD,
                            FALSE,
                            G_STRUCT_OFFSET (TalSeries, good_direction),
                            .words = directions },
                        { "roll-up",
                          N_ ("Rolls up by"),
                              TAL_FIELD_WORD,
                              FALSE,
                              G_STRUCT_OFFSET (TalSeries, roll_up),
                              .words = roll_ups },
                          { "factor",
                            N_ ("Factor"),
                                TAL_FIELD_DECIMAL,
                                FALSE,
                                G_STRUCT_OFFSET (TalSeries, factor) },
                            { "lag",
                              N_ ("Periods back"),
                                  TAL_FIELD_INTEGER,
                                  FALSE,
                                  G_STRUCT_OFFSET (TalSeries, lag) },
                              { "confidential-below",
                                N_ ("Confidential below"),
                                    TAL_FIELD_INTEGER,
                                    FALSE,
                                    G_STRUCT_OFFSET (TalSeries, confidential_below) },
                                { "name",
                                  N_ ("Name"),
                                      TAL_FIELD_PROSE,
                                      TRUE,
                                      G_STRUCT_OFFSET (TalSeries, name) },
                                  { "measure",
                                    N_ ("What is counted"),
                                        TAL_FIELD_PROSE,
                                        FALSE,
                                        G_STRUCT_OFFSET (TalSeries, measure) },
                                    { "definition",
                                      N_ ("Definition"),
                                          TAL_FIELD_PROSE,
                                          FALSE,
                                          G_STRUCT_OFFSET (TalSeries, definition) },
                                      { "cohort",
                                        N_ ("Cohort"),
                                            TAL_FIELD_PROSE,
                                            FALSE,
                                            G_STRUCT_OFFSET (TalSeries, cohort) },
                                        { "source",
                                          N_ ("Source"),
                                              TAL_FIELD_PROSE,
                                              FALSE,
                                              G_STRUCT_OFFSET (TalSeries, source) },
                                          { "method",
                                            N_ ("Method"),
                                                TAL_FIELD_PROSE,
                                                FALSE,
                                                G_STRUCT_OFFSET (TalSeries, method) },
                                            { "note",
                                              N_ ("Note"),
                                                  TAL_FIELD_PROSE,
                                                  FALSE,
                                                  G_STRUCT_OFFSET (TalSeries, note) },
                                              [SERIES_TERMS] = {
                                                  "terms",
                                                  N_ ("Terms"),
                                                      TAL_FIELD_LIST,
                                                      FALSE,
                                                      G_STRUCT_OFFSET (TalSeries, terms),
                                                      .item = &term },
                                                  [SERIES_BREAKS] = { "breaks",
                                                                      N_ ("Breaks"),
                                                                          TAL_FIELD_LIST,
                                                                          FALSE,
                                                                          G_STRUCT_OFFSET (TalSeries,
                                                                                           breaks),
                                                                          .item = &series_break },
                                                  };

const TalStructure tal_series_structure = { "series", sizeof (TalSeries), fields,
                                            G_N_ELEMENTS (fields) };

gboolean
tal_series_is_derived (const TalSeries *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->basis != TAL_BASIS_ENTERED;
}

gboolean
tal_measure_unit_is_money (TalMeasureUnit unit)
{
  return unit == TAL_MEASURE_UNIT_DKK || unit == TAL_MEASURE_UNIT_MILLION_DKK;
}

gboolean
tal_series_is_count (const TalSeries *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* Full-time and full-year persons are sums of parts of persons. */
  return self->measure_unit < TAL_MEASURE_UNIT_PER_CENT &&
         self->measure_unit != TAL_MEASURE_UNIT_FULL_TIME_PERSONS &&
         self->measure_unit != TAL_MEASURE_UNIT_FULL_YEAR_PERSONS;
}

gboolean
tal_series_counts_people (const TalSeries *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->measure_unit <= TAL_MEASURE_UNIT_FULL_YEAR_PERSONS;
}

const char *
tal_measure_unit_get_name (TalMeasureUnit unit)
{
  g_return_val_if_fail (unit < G_N_ELEMENTS (measure_units) - 1, NULL);

  return measure_units[unit];
}

guint
tal_series_get_n_terms (const TalSeries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->terms != NULL ? self->terms->len : 0;
}

const TalTerm *
tal_series_get_term (const TalSeries *self, guint position)
{
  g_return_val_if_fail (position < tal_series_get_n_terms (self), NULL);

  return &g_array_index (self->terms, TalTerm, position);
}

void
tal_series_add_term (TalSeries *self, TalId series, TalTermSign sign, TalTermPlace place)
{
  TalTerm *added = NULL;

  g_return_if_fail (self != NULL);

  added = tal_field_append_item (&fields[SERIES_TERMS], self);
  added->series = series;
  added->sign = sign;
  added->place = place;
}

void
tal_series_clear_terms (TalSeries *self)
{
  g_return_if_fail (self != NULL);

  /* A term holds nothing that has to be freed. */
  g_clear_pointer (&self->terms, g_array_unref);
}

guint
tal_series_get_n_breaks (const TalSeries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->breaks != NULL ? self->breaks->len : 0;
}

const TalSeriesBreak *
tal_series_get_break (const TalSeries *self, guint position)
{
  g_return_val_if_fail (position < tal_series_get_n_breaks (self), NULL);

  return &g_array_index (self->breaks, TalSeriesBreak, position);
}

void
tal_series_add_break (TalSeries *self, TalDay day, const char *reason)
{
  TalSeriesBreak *added = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (reason != NULL);

  added = tal_field_append_item (&fields[SERIES_BREAKS], self);
  added->day = day;
  added->reason = g_strdup (reason);
}

const TalSeriesBreak *
tal_series_find_break (const TalSeries *self, TalPeriod earlier, TalPeriod later)
{
  const TalSeriesBreak *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (tal_period_is_set (earlier) && tal_period_is_set (later), NULL);

  for (guint i = 0; i < tal_series_get_n_breaks (self); i++)
    {
      const TalSeriesBreak *each = tal_series_get_break (self, i);

      if (each->day > earlier.last && each->day <= later.last &&
          (found == NULL || each->day < found->day))
        found = each;
    }

  return found;
}
