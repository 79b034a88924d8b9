/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grants from their first year until they expire, and initiatives from their first day to their
 * last.  It writes Danish by rule, whatever the language of the program: these stand in the
 * committee's own papers.
 */

#include "charts/tal-chart-money.h"
#include "charts/tal-chart-words.h"
#include "core/tal-danish-noun.h"
#include "core/tal-grant.h"
#include "core/tal-initiative.h"
#include "core/tal-sentence.h"
#include "core/tal-title.h"

/* So many sources have a colour of their own. */
#define MOST_COLOURS 5
#define OTHER_SOURCES "Andre kilder"
#define SLOT_OTHERS ((TalChartSlot)6)
#define RUNNING "I gang"

static TalDecimal
get_amount (const GPtrArray *lines, int year)
{
  TalDecimal sum = TAL_DECIMAL_NONE;

  for (guint i = 0; i < lines->len; i++)
    {
      const TalAppropriation *line = g_ptr_array_index (lines, i);

      if (line->year == year)
        sum = tal_chart_money_add (sum, line->amount);
    }
  return sum;
}

static TalChartEnd
get_end (const TalGrant *grant)
{
  switch (grant->expiry)
    {
    case TAL_EXPIRY_NOT_STATED:
      return TAL_CHART_END_OPEN;
    case TAL_EXPIRY_YEAR:
      return TAL_CHART_END_SET;
    case TAL_EXPIRY_NOT_SET:
      return TAL_CHART_END_NOT_SET;
    case TAL_EXPIRY_DECLINING:
      return TAL_CHART_END_DECLINING;
    case TAL_EXPIRY_PERMANENT:
      return TAL_CHART_END_PERMANENT;
    }

  g_return_val_if_reached (TAL_CHART_END_OPEN);
}

/* "8,8 mio. kr. årligt", "5,2 mio. kr.", "3,5 mio. kr. i 2018" where years differ. */
static char *
write_amount (const TalGrant *grant)
{
  int              first = grant->first_year;
  int              last = grant->last_year;
  TalDecimal       amount = get_amount (grant->lines, last);
  gboolean         same = TRUE;
  g_autofree char *text = NULL;

  if (tal_decimal_is_none (amount))
    return NULL;
  for (int year = first; year <= last; year++)
    {
      TalDecimal each = get_amount (grant->lines, year);

      same = same && !tal_decimal_is_none (each) && tal_decimal_compare (each, amount) == 0;
    }
  text = tal_sentence_amount (amount);
  if (first == last)
    return g_steal_pointer (&text);
  return same ? g_strdup_printf ("%s årligt", text) : g_strdup_printf ("%s i %d", text, last);
}

/* Its place among the sources, from 0. */
static guint
find_source (GPtrArray *sources, const char *source)
{
  guint at = 0;

  if (g_ptr_array_find_with_equal_func (sources, source, g_str_equal, &at))
    return at;
  g_ptr_array_add (sources, (gpointer)source);
  return sources->len - 1;
}

static void
colour (TalChartSpan *span, GPtrArray *sources, const char *source)
{
  guint at = 0;

  if (source == NULL || source[0] == '\0')
    return;
  at = find_source (sources, source);
  span->slot = at < MOST_COLOURS ? at + 1 : SLOT_OTHERS;
  span->group = g_strdup (at < MOST_COLOURS ? source : OTHER_SOURCES);
}

static void
add_grant (TalChartComposition *self, const TalGrant *grant, GPtrArray *sources, gboolean by_source)
{
  const TalRecord *initiative =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, grant->initiative);
  const char   *name = initiative != NULL ? tal_title_get_name (initiative) : NULL;
  TalChartSpan *span = NULL;
  int           last = grant->last_year;

  if (by_source && grant->source != NULL)
    name = grant->source;
  span = tal_chart_spec_add_span (self->spec, name != NULL ? name : "");
  span->id = grant->initiative;
  span->end = get_end (grant);
  span->first_year = grant->first_year;
  span->first = grant->first_year;
  span->last = MAX (last, span->end == TAL_CHART_END_SET ? grant->expiry_year : last) + 1.0;
  span->amount = write_amount (grant);
  span->amounts = g_array_new (FALSE, TRUE, sizeof (TalChartValue));
  for (int year = grant->first_year; year <= last; year++)
    {
      TalChartValue value = tal_chart_money_make_value (self, get_amount (grant->lines, year));

      g_array_append_val (span->amounts, value);
    }
  colour (span, sources, grant->source);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const TalChartSpan *span_a = *(const TalChartSpan *const *)a;
  const TalChartSpan *span_b = *(const TalChartSpan *const *)b;

  if (span_a->last < span_b->last || span_a->last > span_b->last)
    return span_a->last < span_b->last ? -1 : 1;
  if (span_a->first < span_b->first || span_a->first > span_b->first)
    return span_a->first < span_b->first ? -1 : 1;
  return 0;
}

/* What goes on goes on to the edge of the picture. */
static void
extend_spans (TalChartComposition *self)
{
  double end = 0;

  for (guint i = 0; i < self->spec->spans->len; i++)
    end = MAX (end, ((TalChartSpan *)g_ptr_array_index (self->spec->spans, i))->last);
  for (guint i = 0; i < self->spec->spans->len; i++)
    {
      TalChartSpan *span = g_ptr_array_index (self->spec->spans, i);

      if (span->end == TAL_CHART_END_PERMANENT || span->end == TAL_CHART_END_NOT_SET)
        span->last = end;
    }
}

static void
add_totals (TalChartComposition *self, const GPtrArray *money, int first, int last)
{
  TalChartSeries *totals = tal_chart_spec_add_series (self->spec, "I alt");

  for (int year = first; year <= last; year++)
    {
      tal_chart_spec_add_period (self->spec, tal_chart_money_get_period (year));
      tal_chart_series_add (totals, tal_chart_money_make_value (self, get_amount (money, year)));
    }
}

/* The total of a year alone, which needs no column; NULL where there is none. */
static char *
dup_total (const GPtrArray *money, int year)
{
  TalDecimal amount = get_amount (money, year);

  return tal_decimal_is_none (amount) ? NULL : tal_sentence_amount (amount);
}

static int
get_year (TalDay day)
{
  int year = 0;

  if (day != TAL_DAY_NONE)
    tal_day_get_date (day, &year, NULL, NULL);
  return year;
}

/* How much expires at the end of a year, and how many grants. */
static TalDecimal
add_expiring (const GPtrArray *grants, int year, guint *ret_count)
{
  TalDecimal sum = TAL_DECIMAL_NONE;

  *ret_count = 0;
  for (guint i = 0; i < grants->len; i++)
    {
      const TalGrant *grant = g_ptr_array_index (grants, i);

      if (grant->expiry != TAL_EXPIRY_YEAR || grant->expiry_year != year)
        continue;
      sum = tal_chart_money_add (sum, get_amount (grant->lines, grant->last_year));
      (*ret_count)++;
    }
  return sum;
}

/* "I 2019 bortfaldt 32,8 mio. kr. fordelt på 3 bevillinger": of the year in which most does. */
static char *
write_expiry_claim (const TalChartComposition *self, const GPtrArray *grants)
{
  TalDecimal       most = TAL_DECIMAL_NONE;
  int              at = 0;
  guint            count = 0;
  g_autofree char *amount = NULL;
  g_autofree char *split = NULL;
  const char      *verb = NULL;

  for (guint i = 0; i < grants->len; i++)
    {
      const TalGrant *grant = g_ptr_array_index (grants, i);
      guint           its_count = 0;
      TalDecimal      sum = TAL_DECIMAL_NONE;

      if (grant->expiry != TAL_EXPIRY_YEAR)
        continue;
      sum = add_expiring (grants, grant->expiry_year, &its_count);
      if (tal_decimal_is_none (sum) ||
          (!tal_decimal_is_none (most) && tal_decimal_compare (sum, most) <= 0))
        continue;
      most = sum;
      at = grant->expiry_year;
      count = its_count;
    }
  if (tal_decimal_is_none (most))
    return NULL;

  amount = tal_sentence_amount (most);
  verb = at < get_year (self->request->today) ? "bortfaldt" : "bortfalder";
  if (count == 1)
    return g_strdup_printf ("I %d %s %s", at, verb, amount);
  split = tal_danish_noun_count (TAL_DECIMAL (count, 0), "bevillinger");
  return g_strdup_printf ("I %d %s %s fordelt på %s", at, verb, amount, split);
}

static double
place_day (TalDay day)
{
  int    year = get_year (day);
  TalDay first = tal_day_new (year, 1, 1);
  int    days = tal_period_count_days (tal_chart_money_get_period (year));

  return year + (double)(day - first) / days;
}

static gboolean
compose_grants (TalChartComposition *self, const GPtrArray *money)
{
  g_autoptr (GPtrArray) grants = tal_grant_list_of_lines (money);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autofree char      *range = NULL;
  g_autofree char      *total = NULL;
  const char           *owner = tal_chart_money_find_owner (self);
  int                   first = 0;
  int                   last = 0;

  tal_chart_money_get_years (money, &first, &last);
  tal_chart_money_begin (self, money);
  for (guint i = 0; i < grants->len; i++)
    add_grant (self, g_ptr_array_index (grants, i), sources,
               !tal_id_is_none (self->request->initiative));
  g_ptr_array_sort (self->spec->spans, compare_spans);
  extend_spans (self);
  if (last > first)
    add_totals (self, money, first, last);
  else
    total = dup_total (money, first);

  tal_chart_compose_take_title (self, write_expiry_claim (self, grants), g_strdup ("Bevillinger"));
  tal_chart_money_add_words (self, money);
  range = tal_chart_words_dup_range (tal_chart_money_get_period (first),
                                     tal_chart_money_get_period (last));
  self->spec->subtitle =
      g_strdup_printf ("%s, %s, %s%s%s", owner != NULL ? owner : "Bevillinger", self->spec->caption,
                       range, total != NULL ? ", i alt " : "", total != NULL ? total : "");
  return TRUE;
}

static gboolean
has_ended (const TalInitiative *initiative, TalDay today)
{
  return initiative->state == TAL_INITIATIVE_STATE_ENDED ||
         (initiative->last != TAL_DAY_NONE && today != TAL_DAY_NONE && initiative->last < today);
}

static const char *
get_state_name (const TalInitiative *initiative, TalDay today)
{
  if (has_ended (initiative, today))
    return "Afsluttet";
  return initiative->state == TAL_INITIATIVE_STATE_PLANNED ? "Planlagt" : RUNNING;
}

static void
add_initiative (TalChartComposition *self, const TalInitiative *initiative, double edge)
{
  TalDay        today = self->request->today;
  TalChartSpan *span = tal_chart_spec_add_span (self->spec, initiative->name);

  span->id = initiative->record.id;
  span->group = g_strdup (get_state_name (initiative, today));
  span->slot = has_ended (initiative, today) ? SLOT_OTHERS : 1;
  span->first = place_day (initiative->first);
  span->first_year = get_year (initiative->first);
  span->end = initiative->last != TAL_DAY_NONE ? TAL_CHART_END_SET : TAL_CHART_END_OPEN;
  span->last = initiative->last != TAL_DAY_NONE ? place_day (initiative->last + 1) : edge;
}

static char *
write_running (guint all, guint running, guint ended)
{
  if (all > 1 && running == all)
    return g_strdup_printf ("Alle %u indsatser er i gang", all);
  if (all > 1 && ended == all)
    return g_strdup_printf ("Alle %u indsatser er afsluttet", all);
  return all > 1 ? g_strdup_printf ("%u af %u indsatser er i gang", running, all) : NULL;
}

/* Those of the plan that say when they began. */
static gboolean
compose_initiatives (TalChartComposition *self)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_INITIATIVE, &length);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  const char           *owner = tal_chart_money_find_owner (self);
  TalDay                last = self->request->today;
  guint                 n_running = 0;
  guint                 n_ended = 0;

  for (guint i = 0; i < length; i++)
    {
      const TalInitiative *each = TAL_INITIATIVE (records[i]);

      if (each->first == TAL_DAY_NONE ||
          !tal_chart_compose_is_initiative_in_scope (self, each->record.id))
        continue;
      g_ptr_array_add (shown, (gpointer)each);
      last = MAX (last, MAX (each->first, each->last));
      n_running += g_str_equal (get_state_name (each, self->request->today), RUNNING) ? 1 : 0;
      n_ended += has_ended (each, self->request->today) ? 1 : 0;
    }
  if (shown->len == 0)
    return FALSE;

  self->spec = tal_chart_spec_new (self->request->kind, NULL);
  self->whole = TRUE;
  for (guint i = 0; i < shown->len; i++)
    add_initiative (self, g_ptr_array_index (shown, i), get_year (last) + 1.0);
  tal_chart_compose_take_title (self, write_running (shown->len, n_running, n_ended),
                                g_strdup (owner != NULL ? owner : "Indsatser"));
  self->spec->subtitle = g_strdup (owner);
  return TRUE;
}

/* Of everything the plan that has money in most years. */
static TalId
find_natural_plan (const TalChartComposition *self)
{
  guint                   length = 0;
  const TalRecord *const *plans =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_PLAN, &length);
  TalId found = TAL_ID_NONE;
  int   most = -1;

  for (guint i = 0; i < length; i++)
    {
      TalChartRequest       request = *self->request;
      TalChartComposition   part = *self;
      g_autoptr (GPtrArray) money = NULL;
      int                   first = 0;
      int                   last = 0;

      request.plan = plans[i]->id;
      part.request = &request;
      money = tal_chart_money_list (&part);
      if (money->len == 0)
        continue;
      tal_chart_money_get_years (money, &first, &last);
      if (last - first <= most)
        continue;
      most = last - first;
      found = plans[i]->id;
    }
  return found;
}

/* The grants of what is asked about; without money its initiatives.  Where nothing
 * is named, of the plan that has money in most years. */
gboolean
tal_chart_compose_timeline (TalChartComposition *self, GError **error)
{
  const TalChartRequest *asked = self->request;
  TalChartRequest        request = *asked;
  g_autoptr (GPtrArray)  money = NULL;
  gboolean               composed = FALSE;

  if (!request.whole && tal_id_is_none (request.plan) && tal_id_is_none (request.initiative))
    request.plan = find_natural_plan (self);
  self->request = &request;
  money = tal_chart_money_list (self);
  composed = money->len > 0 ? compose_grants (self, money) : compose_initiatives (self);
  self->request = asked;
  if (composed && asked->today != TAL_DAY_NONE)
    self->spec->today = place_day (asked->today);
  return composed;
}
