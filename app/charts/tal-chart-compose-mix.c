/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people get: each target group's offers as parts of all of them.  It writes Danish by rule,
 * whatever the language of the program: these stand in the committee's own papers.
 */

#include "charts/tal-chart-compose.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-words.h"
#include "core/tal-danish-noun.h"
#include "core/tal-goal-text.h"
#include "core/tal-masking.h"
#include "core/tal-offer-share.h"
#include "core/tal-series-family.h"

#include <string.h>

#define COMPANY_ORIENTED "Virksomhedsrettet"
#define SLOT_COMPANY_ORIENTED ((TalChartSlot)1)
/* Greys for the others. */
#define N_GREYS 3
/* Behind the company-oriented. */
static const char *const part_order[] = { "Vejledning og opkvalificering", "Mentor" };

#define MOST_LEVELS 32

/* A bar: a total of offers, or what is named of one target group. */
typedef struct
{
  char          *label;
  GPtrArray     *offers; /* const TalSeries * */
  TalFigure     *figures;
  TalFraction    total;
  TalFigureState state;
} Bar;

/* A kind of offer, told apart by colour. */
typedef struct
{
  const char *name;
  gboolean    company_oriented;
  TalFraction sum; /* over all bars */
} Part;

typedef struct
{
  TalChartComposition *composition;
  GPtrArray           *bars;  /* of Bar */
  GArray              *parts; /* of Part */
  TalPeriod            period;
  gboolean             expected; /* every figure is, so that it is said once */
} Mix;

static void
free_bar (gpointer bar)
{
  Bar *self = bar;

  g_free (self->label);
  g_ptr_array_unref (self->offers);
  g_free (self->figures);
  g_free (self);
}

static const TalMember *
find_member (const TalChartComposition *self, TalId id)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_MEMBER, id);

  return record != NULL ? TAL_MEMBER (record) : NULL;
}

/* The kind of offer at the top of the tree. */
static const TalMember *
find_root (const TalChartComposition *self, const TalMember *offer)
{
  for (guint level = 0; level < MOST_LEVELS; level++)
    {
      const TalMember *parent = find_member (self, offer->parent);

      if (parent == NULL)
        break;
      offer = parent;
    }
  return offer;
}

/* The terms of a sum of offers; empty where it is none. */
static GPtrArray *
list_offers (const TalChartComposition *self, const TalSeries *total)
{
  GPtrArray         *offers = g_ptr_array_new ();
  g_autoptr (GArray) parts = tal_series_family_list_parts (self->catalogue, total);

  for (guint i = 0; i < parts->len; i++)
    {
      const TalSeriesPart *part = &g_array_index (parts, TalSeriesPart, i);

      if (part->depth > 0)
        continue;
      if (tal_id_is_none (part->series->offer))
        {
          g_ptr_array_set_size (offers, 0);
          return offers;
        }
      g_ptr_array_add (offers, (gpointer)part->series);
    }
  return offers;
}

static Bar *
create_bar (const TalChartComposition *self, const TalSeries *series)
{
  Bar        *bar = g_new0 (Bar, 1);
  const char *group = tal_chart_compose_find_member_name (self, series->target_group);

  bar->label = g_strdup (group != NULL ? group : series->name);
  bar->offers = g_ptr_array_new ();
  return bar;
}

static void
add_total (Mix *self, const TalSeries *total)
{
  g_autoptr (GPtrArray) offers = list_offers (self->composition, total);
  Bar                  *bar = NULL;

  if (offers->len == 0)
    return;
  bar = create_bar (self->composition, total);
  g_ptr_array_extend (bar->offers, offers, NULL, NULL);
  g_ptr_array_add (self->bars, bar);
}

/* A named offer belongs to the bar of its target group. */
static void
add_offer (Mix *self, const TalSeries *offer)
{
  Bar *bar = NULL;

  for (guint i = 0; i < self->bars->len; i++)
    {
      Bar             *each = g_ptr_array_index (self->bars, i);
      const TalSeries *first = g_ptr_array_index (each->offers, 0);

      if (tal_id_is_equal (first->target_group, offer->target_group))
        bar = each;
    }
  if (bar == NULL)
    {
      bar = create_bar (self->composition, offer);
      g_ptr_array_add (self->bars, bar);
    }
  g_ptr_array_add (bar->offers, (gpointer)offer);
}

static void
add_named (Mix *self, const GPtrArray *named)
{
  for (guint i = 0; i < named->len; i++)
    {
      const TalSeries *series = g_ptr_array_index (named, i);

      if (tal_id_is_none (series->offer))
        add_total (self, series);
      else
        add_offer (self, series);
    }
}

/* The first count that is a sum of offers, of all its target groups. */
static void
add_natural (Mix *self)
{
  g_autoptr (GPtrArray) candidates = tal_chart_compose_list_candidates (self->composition);

  for (guint i = 0; i < candidates->len && self->bars->len == 0; i++)
    {
      const TalSeries      *total = g_ptr_array_index (candidates, i);
      g_autoptr (GPtrArray) offers = NULL;
      g_autoptr (GPtrArray) family = NULL;

      if (!tal_series_is_count (total))
        continue;
      offers = list_offers (self->composition, total);
      if (offers->len < 2)
        continue;
      family =
          tal_series_family_list (self->composition->catalogue, total, TAL_DIMENSION_TARGET_GROUP);
      for (guint j = 0; j < family->len; j++)
        add_total (self, g_ptr_array_index (family, j));
      if (self->bars->len == 0)
        add_total (self, total);
    }
}

static Part *
find_part (Mix *self, const TalSeries *series)
{
  const TalMember *offer = find_member (self->composition, series->offer);
  Part             added = { .name = series->name, .sum = tal_fraction_from_integer (0) };

  if (offer != NULL)
    {
      added.company_oriented = offer->company_oriented;
      added.name =
          offer->company_oriented ? COMPANY_ORIENTED : find_root (self->composition, offer)->name;
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      if (g_str_equal (part->name, added.name))
        return part;
    }
  g_array_append_val (self->parts, added);
  return &g_array_index (self->parts, Part, self->parts->len - 1);
}

/* Reads a bar's figures; one that lacks makes all its shares unknown. */
static gboolean
read_bar (Mix *self, Bar *bar, GError **error)
{
  bar->figures = g_new0 (TalFigure, bar->offers->len);
  bar->total = tal_fraction_from_integer (0);
  for (guint i = 0; i < bar->offers->len; i++)
    {
      const TalSeries *offer = g_ptr_array_index (bar->offers, i);
      TalFigure       *figure = &bar->figures[i];
      Part            *part = find_part (self, offer);

      if (!tal_chart_compose_derive (self->composition, offer, self->period, figure, error))
        return FALSE;
      if (figure->missing == TAL_MISSING_NOT_APPLICABLE)
        continue;
      bar->total = tal_figure_is_known (figure) ? tal_fraction_add (bar->total, figure->value)
                                                : (TalFraction){ 0 };
      if (tal_figure_is_known (figure))
        part->sum = tal_fraction_add (part->sum, figure->value);
      bar->state = MAX (bar->state, figure->state);
      self->expected = self->expected && figure->state == TAL_FIGURE_ESTIMATE;
      tal_chart_compose_remember (self->composition, offer, self->period, figure, TAL_CHART_NO_ROW);
    }
  return TRUE;
}

static gboolean
is_rest (const Part *part)
{
  return g_str_has_prefix (part->name, "Øvrige") || g_str_has_prefix (part->name, "Andre");
}

static guint
get_rank (const Part *part)
{
  if (part->company_oriented)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (part_order); i++)
    {
      if (g_str_equal (part->name, part_order[i]))
        return i + 1;
    }
  return G_N_ELEMENTS (part_order) + (is_rest (part) ? 2 : 1);
}

/* In the order that never changes; the largest of others first, the rest last. */
static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *part_a = a;
  const Part *part_b = b;

  if (get_rank (part_a) != get_rank (part_b))
    return get_rank (part_a) < get_rank (part_b) ? -1 : 1;
  return tal_fraction_compare (part_b->sum, part_a->sum);
}

static TalFraction
get_sum (Mix *self, const Bar *bar, const char *part)
{
  TalFraction sum = tal_fraction_from_integer (0);

  for (guint i = 0; i < bar->offers->len; i++)
    {
      if (tal_figure_is_known (&bar->figures[i]) &&
          g_str_equal (find_part (self, g_ptr_array_index (bar->offers, i))->name, part))
        sum = tal_fraction_add (sum, bar->figures[i].value);
    }
  return sum;
}

static TalFraction
get_share (Mix *self, const Bar *bar, const char *part)
{
  TalFraction hundred = tal_fraction_from_integer (100);

  return tal_fraction_divide (tal_fraction_multiply (get_sum (self, bar, part), hundred),
                              bar->total);
}

/* By the first part, the largest share first. */
static int
compare_bars (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Mix        *self = user_data;
  const char *part = g_array_index (self->parts, Part, 0).name;
  TalFraction share_a = get_share (self, *(Bar *const *)a, part);
  TalFraction share_b = get_share (self, *(Bar *const *)b, part);

  if (!tal_fraction_is_valid (share_a) || !tal_fraction_is_valid (share_b))
    return tal_fraction_is_valid (share_b) - tal_fraction_is_valid (share_a);
  return tal_fraction_compare (share_b, share_a);
}

/* What is not offered to a target group is no small part. */
static gboolean
has_part (Mix *self, const Bar *bar, const char *part)
{
  for (guint i = 0; i < bar->offers->len; i++)
    {
      if (g_str_equal (find_part (self, g_ptr_array_index (bar->offers, i))->name, part))
        return TRUE;
    }
  return FALSE;
}

static TalChartValue
make_share (Mix *self, const Bar *bar, const char *part)
{
  TalChartValue value = TAL_CHART_VALUE_UNKNOWN;
  TalFraction   share = get_share (self, bar, part);

  if (!has_part (self, bar, part))
    {
      value.missing = TAL_MISSING_NOT_APPLICABLE;
      return value;
    }
  if (!tal_fraction_is_valid (share) ||
      !tal_fraction_round (share, (guint8)self->composition->spec->decimals, &value.shown))
    return value;
  value.missing = TAL_MISSING_NOT;
  value.value = tal_fraction_to_double (share);
  value.state = self->expected ? TAL_FIGURE_FINAL : bar->state;
  return value;
}

/* "24.208 forløb", "218,8 mio. kr.". */
static char *
write_total (const Bar *bar)
{
  const TalSeries *first = g_ptr_array_index (bar->offers, 0);
  TalDecimal       total;

  if (!tal_series_is_count (first) && tal_fraction_is_valid (bar->total) &&
      tal_fraction_round (bar->total, (guint8)CLAMP (first->decimals, 0, TAL_DECIMAL_MAX_SCALE),
                          &total))
    return tal_goal_text_value (total, first->measure_unit);
  if (!tal_fraction_is_valid (bar->total) || !tal_fraction_round (bar->total, 0, &total))
    return NULL;
  return first->measure != NULL ? tal_danish_noun_count (total, first->measure) : NULL;
}

static void
add_bars (Mix *self)
{
  TalChartSpec *spec = self->composition->spec;
  guint         grey = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part     *part = &g_array_index (self->parts, Part, i);
      TalChartSeries *series = tal_chart_spec_add_series (spec, part->name);

      series->emphasised = part->company_oriented;
      series->slot = part->company_oriented ? SLOT_COMPANY_ORIENTED : TAL_CHART_SLOT_REST + grey;
      if (!part->company_oriented && grey + 1 < N_GREYS)
        grey++;
      for (guint j = 0; j < self->bars->len; j++)
        tal_chart_series_add (series,
                              make_share (self, g_ptr_array_index (self->bars, j), part->name));
    }
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = g_ptr_array_index (self->bars, i);

      tal_chart_spec_add_thing (spec, bar->label)->detail = write_total (bar);
    }
}

static void
mask_bar (Mix *self, guint number)
{
  const Bar             *bar = g_ptr_array_index (self->bars, number);
  g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
  g_autoptr (GArray)     cells = g_array_new (FALSE, FALSE, sizeof (guint));
  TalDecimal             total;
  int                    limit = 0;

  for (guint i = 0; i < bar->offers->len; i++)
    limit =
        MAX (limit, ((const TalSeries *)g_ptr_array_index (bar->offers, i))->confidential_below);
  if (limit == 0 || !tal_fraction_is_valid (bar->total) ||
      !tal_fraction_round (bar->total, 0, &total))
    return;

  for (guint i = 0; i < self->parts->len; i++)
    {
      TalDecimal count;
      guint      cell = 0;

      if (!tal_fraction_round (get_sum (self, bar, g_array_index (self->parts, Part, i).name), 0,
                               &count))
        return;
      cell = tal_masking_add_count (masking, count.coefficient, limit);
      g_array_append_val (cells, cell);
    }
  tal_masking_add_total (masking, tal_masking_add_count (masking, total.coefficient, 0),
                         &g_array_index (cells, guint, 0), cells->len);
  tal_masking_apply (masking);
  for (guint i = 0; i < cells->len; i++)
    {
      TalChartSeries *series = g_ptr_array_index (self->composition->spec->series, i);

      if (tal_masking_get_mask (masking, g_array_index (cells, guint, i)) == TAL_MASK_NONE)
        continue;
      g_array_index (series->values, TalChartValue, number).masked = TRUE;
      tal_chart_compose_note_hidden (self->composition, limit);
    }
}

/* What the company-oriented offers of the bars are. */
static char *
write_definition (Mix *self)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (TalId));

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = g_ptr_array_index (self->bars, i);

      for (guint j = 0; j < bar->offers->len; j++)
        g_array_append_vals (series, &((TalSeries *)g_ptr_array_index (bar->offers, j))->record.id,
                             1);
    }

  return tal_offer_share_write_definition (self->composition->catalogue, series);
}

/* "Ledige fleksjobvisiterede har størst virksomhedsrettet andel": the bars are in that order. */
static char *
write_claim (Mix *self)
{
  const TalChartSpec *spec = self->composition->spec;
  TalChartValue       first;
  TalChartValue       second;

  if (self->bars->len < 2 || !g_array_index (self->parts, Part, 0).company_oriented)
    return NULL;

  first = tal_chart_series_get (tal_chart_spec_get_series (spec, 0), 0);
  second = tal_chart_series_get (tal_chart_spec_get_series (spec, 0), 1);
  for (guint i = 0; i < self->bars->len; i++)
    {
      TalChartValue each = tal_chart_series_get (tal_chart_spec_get_series (spec, 0), i);

      if (!tal_chart_value_is_known (&each))
        return NULL;
    }
  if (tal_decimal_compare (first.shown, second.shown) <= 0)
    return NULL;
  return g_strdup_printf ("%s har størst virksomhedsrettet andel",
                          tal_chart_spec_get_position (spec, 0)->label);
}

/* "Forløb" of "Forløb: Kontanthjælp – Uddannelse", else what is counted. */
static char *
dup_heading (Mix *self, const Bar *bar)
{
  const TalSeries *first = g_ptr_array_index (bar->offers, 0);
  const char      *colon = first->name != NULL ? strstr (first->name, ": ") : NULL;
  g_autofree char *unit = NULL;

  if (colon != NULL)
    return g_strndup (first->name, (gsize)(colon - first->name));
  unit = tal_chart_words_dup_unit (self->composition->catalogue, bar->offers);
  return tal_danish_noun_dup_heading (unit);
}

static void
write_words (Mix *self)
{
  TalChartComposition *composition = self->composition;
  const Bar           *bar = g_ptr_array_index (self->bars, 0);
  const TalSeries     *first = g_ptr_array_index (bar->offers, 0);
  const char          *area = tal_chart_compose_find_member_name (composition, first->area);
  g_autofree char     *definition = write_definition (self);
  g_autofree char     *heading = dup_heading (self, bar);
  g_autofree char     *range = tal_chart_words_dup_range (self->period, self->period);
  g_autofree char     *place =
      g_strdup_printf ("%s%s%s%s", area != NULL ? area : "", area != NULL ? ", " : "", range,
                       self->expected ? " (forventet)" : "");
  char *claim = write_claim (self);

  composition->spec->subtitle =
      claim != NULL ? g_strdup_printf ("%s efter tilbudstype, pct., %s", heading, place)
                    : g_strdup_printf ("Pct., %s", place);
  tal_chart_spec_add_note (composition->spec, definition);
  tal_chart_compose_take_title (composition, claim,
                                g_strdup_printf ("%s efter tilbudstype", heading));
}

static gboolean
fill (Mix *self, GError **error)
{
  TalChartComposition  *composition = self->composition;
  const Bar            *first = g_ptr_array_index (self->bars, 0);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (!tal_chart_compose_find_newest (composition, g_ptr_array_index (first->offers, 0),
                                      &self->period, error))
    return FALSE;
  for (guint i = 0; i < self->bars->len; i++)
    g_ptr_array_extend (all, ((Bar *)g_ptr_array_index (self->bars, i))->offers, NULL, NULL);
  if (!tal_period_is_set (self->period) || !tal_chart_compose_check_units (all, error))
    return FALSE;

  composition->spec = tal_chart_spec_new (TAL_CHART_MIX, NULL);
  composition->spec->unit = TAL_MEASURE_UNIT_PER_CENT;
  composition->spec->decimals = 1;
  composition->whole = TRUE;
  for (guint i = 0; i < self->bars->len; i++)
    {
      if (!read_bar (self, g_ptr_array_index (self->bars, i), error))
        return FALSE;
    }
  for (guint i = 0; self->expected && i < composition->cells->len; i++)
    g_array_index (composition->cells, TalChartCell, i).figure.state = TAL_FIGURE_FINAL;
  g_array_sort (self->parts, compare_parts);
  g_ptr_array_sort_with_data (self->bars, compare_bars, self);
  add_bars (self);
  write_words (self);
  for (guint i = 0; composition->request->masked && i < self->bars->len; i++)
    mask_bar (self, i);
  return TRUE;
}

/* Shares that are named are parts of one whole.  Totals of offers that are named are a bar each, offers that are named are parts of their target
 * group's; else the first total of offers with those of the other target groups.  The newest
 * period in which the first offer has a figure. */
gboolean
tal_chart_compose_mix (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) named = tal_chart_compose_list_named (self, error);
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (free_bar);
  g_autoptr (GArray)    parts = g_array_new (FALSE, TRUE, sizeof (Part));
  Mix                   mix = { self, bars, parts, TAL_PERIOD_UNSET, TRUE };

  if (named == NULL)
    return FALSE;
  if (tal_chart_compose_are_shares (named))
    return tal_chart_compose_shares (self, named, error);
  if (named->len > 0)
    add_named (&mix, named);
  else
    add_natural (&mix);
  return bars->len > 0 && fill (&mix, error);
}
