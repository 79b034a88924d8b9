/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-offer-table.h"

#include "core/tal-member.h"
#include "core/tal-offer-share.h"

#include <string.h>

#define MILLION G_GINT64_CONSTANT (1000000)
#define MOST_LEVELS 32
/* Between a target group and an offer in the name of an amount for several offers. */
#define DASH " \342\200\223 "

/* The offers of one target group. */
typedef struct
{
  const TalSeries *first;
  GPtrArray       *courses; /* const TalSeries * */
  GPtrArray       *money;   /* const TalSeries * */
} Group;

typedef struct
{
  gboolean       known;
  gboolean       found;
  TalFigureState state;
  TalFraction    value;
} Sum;

typedef struct
{
  const TalCatalogue *catalogue;
  TalRunSource       *runs;
  GPtrArray          *groups; /* of Group */
  TalOfferTable      *table;
  Sum                 courses;
  Sum                 money;
  TalFraction         company_oriented;
} Reading;

#define SUM_NOTHING ((Sum){ .known = TRUE, .value = tal_fraction_from_integer (0) })

static void
free_row (gpointer row)
{
  TalOfferRow *self = row;

  g_free (self->target_group);
  g_free (self->type);
  g_free (self->offer);
  g_free (self);
}

static void
free_group (gpointer group)
{
  Group *self = group;

  g_ptr_array_unref (self->courses);
  g_ptr_array_unref (self->money);
  g_free (self);
}

static const TalMember *
find_member (const TalCatalogue *catalogue, TalId id)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_MEMBER, id);

  return record != NULL ? TAL_MEMBER (record) : NULL;
}

static gboolean
is_of_a_group (const TalSeries *series)
{
  return !tal_id_is_none (series->target_group) && tal_id_is_none (series->provider) &&
         tal_id_is_none (series->initiative);
}

static gboolean
is_courses (const TalSeries *series)
{
  return series->basis == TAL_BASIS_ENTERED && is_of_a_group (series) &&
         !tal_id_is_none (series->offer) && series->measure_unit == TAL_MEASURE_UNIT_COURSES;
}

/* A stated total, which has terms, is not one of the amounts that make it up. */
static gboolean
is_money (const TalSeries *series)
{
  return series->basis == TAL_BASIS_ENTERED && is_of_a_group (series) &&
         tal_series_get_n_terms (series) == 0 && tal_measure_unit_is_money (series->measure_unit);
}

static Group *
find_group (const GPtrArray *groups, const TalSeries *series)
{
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = g_ptr_array_index (groups, i);

      if (tal_id_is_equal (group->first->target_group, series->target_group) &&
          tal_id_is_equal (group->first->plan, series->plan) &&
          tal_id_is_equal (group->first->area, series->area))
        return group;
    }

  return NULL;
}

static void
add_courses (Reading *self, const TalSeries *series)
{
  Group *group = find_group (self->groups, series);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->first = series;
      group->courses = g_ptr_array_new ();
      group->money = g_ptr_array_new ();
      g_ptr_array_add (self->groups, group);
    }
  g_ptr_array_add (group->courses, (gpointer)series);
  self->table->confidential = self->table->confidential || series->confidential_below > 0;
  g_array_append_val (self->table->rests_on, series->record.id);
}

static void
add_money (Reading *self, const TalSeries *series)
{
  Group *group = find_group (self->groups, series);

  if (group == NULL)
    return;
  g_ptr_array_add (group->money, (gpointer)series);
  g_array_append_val (self->table->rests_on, series->record.id);
}

/* In the order in which they were made, which is that of the papers. */
static void
gather (Reading *self)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    {
      if (is_courses (TAL_SERIES (records[i])))
        add_courses (self, TAL_SERIES (records[i]));
    }
  for (guint i = 0; i < length; i++)
    {
      if (is_money (TAL_SERIES (records[i])))
        add_money (self, TAL_SERIES (records[i]));
    }
}

static gboolean
derive (
    Reading *self, const TalSeries *series, TalPeriod period, TalFigure *ret_figure, GError **error)
{
  TalFraction million = tal_fraction_from_integer (MILLION);

  if (!tal_derive_figure (self->catalogue, self->runs, series, period, ret_figure, error))
    return FALSE;
  if (series->measure_unit != TAL_MEASURE_UNIT_DKK || !tal_figure_is_known (ret_figure))
    return TRUE;

  ret_figure->value = tal_fraction_divide (ret_figure->value, million);
  ret_figure->computed = TRUE;
  return TRUE;
}

/* The periods in which at least two of the group's offers have something to say. */
static gboolean
add_periods (Reading *self, const Group *group, GError **error)
{
  g_autoptr (GArray) once = g_array_new (FALSE, FALSE, sizeof (TalPeriod));

  for (guint i = 0; i < group->courses->len; i++)
    {
      g_autoptr (GArray) periods =
          tal_derive_list_periods (self->catalogue, self->runs,
                                   g_ptr_array_index (group->courses, i), error);

      if (periods == NULL)
        return FALSE;
      for (guint j = 0; j < periods->len; j++)
        {
          TalPeriod period = g_array_index (periods, TalPeriod, j);
          gboolean  again = FALSE;

          for (guint k = 0; k < once->len && !again; k++)
            again = tal_period_is_equal (g_array_index (once, TalPeriod, k), period);
          g_array_append_val (again ? self->table->periods : once, period);
        }
    }
  return TRUE;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return tal_period_compare (*(const TalPeriod *)b, *(const TalPeriod *)a);
}

static gboolean
choose_period (Reading *self, TalPeriod period, GError **error)
{
  TalOfferTable *table = self->table;

  for (guint i = 0; i < self->groups->len; i++)
    {
      if (!add_periods (self, g_ptr_array_index (self->groups, i), error))
        return FALSE;
    }
  tal_period_list_sort (table->periods);
  g_array_sort (table->periods, compare_newest_first);

  table->period =
      table->periods->len > 0 ? g_array_index (table->periods, TalPeriod, 0) : TAL_PERIOD_UNSET;
  for (guint i = 0; i < table->periods->len; i++)
    {
      if (tal_period_is_equal (g_array_index (table->periods, TalPeriod, i), period))
        table->period = period;
    }
  return TRUE;
}

static gboolean
is_below (const TalCatalogue *catalogue, TalId member, TalId ancestor)
{
  for (guint level = 0; level < MOST_LEVELS && !tal_id_is_none (member); level++)
    {
      const TalMember *found = find_member (catalogue, member);

      if (found == NULL)
        return FALSE;
      if (tal_id_is_equal (found->parent, ancestor))
        return TRUE;
      member = found->parent;
    }
  return FALSE;
}

/* Whether some of its own parts are counted beside it. */
static gboolean
has_counted_parts (Reading *self, const Group *group, const TalFigure *figures, guint number)
{
  const TalSeries *series = g_ptr_array_index (group->courses, number);

  for (guint i = 0; i < group->courses->len; i++)
    {
      const TalSeries *other = g_ptr_array_index (group->courses, i);

      if (figures[i].found && is_below (self->catalogue, other->offer, series->offer))
        return TRUE;
    }
  return FALSE;
}

static void
add_to_sum (Sum *sum, const TalFigure *figure)
{
  if (!figure->found)
    return;

  sum->found = TRUE;
  if (figure->missing == TAL_MISSING_NOT_APPLICABLE)
    return;
  sum->known = sum->known && tal_figure_is_known (figure);
  sum->state = MAX (sum->state, figure->state);
  if (sum->known)
    sum->value = tal_fraction_add (sum->value, figure->value);
}

static void
add_sum_to_sum (Sum *sum, const Sum *part)
{
  sum->found = sum->found || part->found;
  sum->known = sum->known && part->known;
  sum->state = MAX (sum->state, part->state);
  if (sum->known)
    sum->value = tal_fraction_add (sum->value, part->value);
}

static TalFigure
conclude (const Sum *sum)
{
  TalFigure figure = TAL_FIGURE_UNFOUND;

  if (!sum->found)
    return figure;
  figure.found = TRUE;
  if (!sum->known || !tal_fraction_is_valid (sum->value))
    return figure;

  figure.missing = TAL_MISSING_NOT;
  figure.computed = TRUE;
  figure.state = sum->state;
  figure.value = sum->value;
  return figure;
}

static TalFraction
make_share (TalFraction part, const Sum *whole)
{
  TalFraction hundred = tal_fraction_from_integer (100);

  if (!whole->known)
    return (TalFraction){ 0 };
  return tal_fraction_divide (tal_fraction_multiply (part, hundred), whole->value);
}

/* "Mentor (kap. 9)" of an offer below "Mentor" that stands in chapter 9 of the law. */
static char *
dup_type (const TalCatalogue *catalogue, const TalMember *offer)
{
  const TalMember *parent = offer != NULL ? find_member (catalogue, offer->parent) : NULL;
  const char      *chapter = NULL;

  if (parent == NULL)
    return NULL;
  chapter = parent->law != NULL ? strstr (parent->law, "kap.") : NULL;
  return chapter != NULL ? g_strdup_printf ("%s (%s)", parent->name, chapter)
                         : g_strdup (parent->name);
}

static TalOfferRow *
add_row (Reading *self, TalOfferRowKind kind, const Group *group)
{
  TalOfferRow *row = g_new0 (TalOfferRow, 1);

  row->kind = kind;
  row->courses = TAL_FIGURE_UNFOUND;
  row->money = TAL_FIGURE_UNFOUND;
  if (group != NULL)
    {
      const TalMember *member = find_member (self->catalogue, group->first->target_group);

      row->target_group = g_strdup (member != NULL ? member->name : group->first->name);
    }
  g_ptr_array_add (self->table->rows, row);
  return row;
}

static void
name_offer (Reading *self, TalOfferRow *row, const TalSeries *series)
{
  const TalMember *offer = find_member (self->catalogue, series->offer);

  row->offer = g_strdup (offer != NULL ? offer->name : series->name);
  row->type = dup_type (self->catalogue, offer);
  row->company_oriented = offer != NULL && offer->company_oriented;
}

static const TalSeries *
find_money (const Group *group, TalId offer)
{
  for (guint i = 0; i < group->money->len; i++)
    {
      const TalSeries *money = g_ptr_array_index (group->money, i);

      if (tal_id_is_equal (money->offer, offer))
        return money;
    }

  return NULL;
}

static gboolean
add_offer (Reading         *self,
           const Group     *group,
           const TalSeries *series,
           const TalFigure *courses,
           GError         **error)
{
  TalOfferRow     *row = add_row (self, TAL_OFFER_ROW_OFFER, group);
  const TalSeries *money = find_money (group, series->offer);

  name_offer (self, row, series);
  row->courses = *courses;
  return money == NULL || derive (self, money, self->table->period, &row->money, error);
}

static gboolean
is_counted (const Group *group, TalId offer)
{
  for (guint i = 0; i < group->courses->len; i++)
    {
      if (tal_id_is_equal (((const TalSeries *)g_ptr_array_index (group->courses, i))->offer,
                           offer))
        return TRUE;
    }

  return FALSE;
}

/* "Mentor og aktiveringstilbud" of "Indsatsbudget: Ressourceforløb – mentor og
 * aktiveringstilbud". */
static char *
dup_own_name (const TalSeries *money)
{
  const char      *dash = g_strrstr (money->name, DASH);
  const char      *name = dash != NULL ? dash + strlen (DASH) : money->name;
  g_autofree char *first = g_utf8_substring (name, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, g_utf8_next_char (name), NULL);
}

/* Amounts that no count of courses stands beside, such as one for several offers. */
static gboolean
add_other_money (Reading *self, const Group *group, GError **error)
{
  for (guint i = 0; i < group->money->len; i++)
    {
      const TalSeries *money = g_ptr_array_index (group->money, i);
      TalFigure        figure = TAL_FIGURE_UNFOUND;
      TalOfferRow     *row = NULL;

      if (is_counted (group, money->offer))
        continue;
      if (!derive (self, money, self->table->period, &figure, error))
        return FALSE;
      if (!tal_figure_is_known (&figure))
        continue;

      row = add_row (self, TAL_OFFER_ROW_OFFER, group);
      if (tal_id_is_none (money->offer))
        row->offer = dup_own_name (money);
      else
        name_offer (self, row, money);
      row->money = figure;
    }
  return TRUE;
}

static void
add_sum (Reading *self, const Group *group, guint first)
{
  Sum          courses = SUM_NOTHING;
  Sum          money = SUM_NOTHING;
  TalOfferRow *sum = NULL;

  for (guint i = first; i < self->table->rows->len; i++)
    {
      const TalOfferRow *row = g_ptr_array_index (self->table->rows, i);

      add_to_sum (&courses, &row->courses);
      add_to_sum (&money, &row->money);
      if (row->company_oriented && tal_figure_is_known (&row->courses))
        self->company_oriented = tal_fraction_add (self->company_oriented, row->courses.value);
    }
  for (guint i = first; i < self->table->rows->len; i++)
    {
      TalOfferRow *row = g_ptr_array_index (self->table->rows, i);

      if (tal_figure_is_known (&row->courses))
        row->share = make_share (row->courses.value, &courses);
    }

  sum = add_row (self, TAL_OFFER_ROW_SUM, group);
  sum->courses = conclude (&courses);
  sum->money = conclude (&money);
  add_sum_to_sum (&self->courses, &courses);
  add_sum_to_sum (&self->money, &money);
}

static gboolean
add_group (Reading *self, const Group *group, GError **error)
{
  g_autofree TalFigure *figures = g_new0 (TalFigure, group->courses->len);
  guint                 first = self->table->rows->len;

  for (guint i = 0; i < group->courses->len; i++)
    {
      if (!derive (self, g_ptr_array_index (group->courses, i), self->table->period, &figures[i],
                   error))
        return FALSE;
    }
  for (guint i = 0; i < group->courses->len; i++)
    {
      if (figures[i].found && !has_counted_parts (self, group, figures, i) &&
          !add_offer (self, group, g_ptr_array_index (group->courses, i), &figures[i], error))
        return FALSE;
    }
  if (self->table->rows->len == first)
    return TRUE;
  if (!add_other_money (self, group, error))
    return FALSE;

  add_sum (self, group, first);
  return TRUE;
}

static gboolean
fill (Reading *self, GError **error)
{
  TalOfferTable *table = self->table;
  TalOfferRow   *total = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    {
      if (!add_group (self, g_ptr_array_index (self->groups, i), error))
        return FALSE;
    }
  if (table->rows->len == 0)
    return TRUE;

  total = add_row (self, TAL_OFFER_ROW_TOTAL, NULL);
  total->courses = conclude (&self->courses);
  total->money = conclude (&self->money);
  if (tal_figure_is_known (&total->courses))
    {
      table->courses = total->courses.value;
      table->company_oriented = make_share (self->company_oriented, &self->courses);
    }
  return TRUE;
}

TalOfferTable *
tal_offer_table_read (const TalCatalogue *catalogue,
                      TalRunSource       *runs,
                      TalPeriod           period,
                      GError            **error)
{
  g_autoptr (TalOfferTable) self = NULL;
  g_autoptr (GPtrArray)     groups = g_ptr_array_new_with_free_func (free_group);
  Reading                   reading = { catalogue, runs, groups };

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (runs != NULL, NULL);

  self = g_new0 (TalOfferTable, 1);
  self->period = TAL_PERIOD_UNSET;
  self->periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->trend = g_array_new (FALSE, FALSE, sizeof (TalId));
  self->rests_on = g_array_new (FALSE, FALSE, sizeof (TalId));
  reading.table = self;
  reading.courses = SUM_NOTHING;
  reading.money = SUM_NOTHING;
  reading.company_oriented = tal_fraction_from_integer (0);

  gather (&reading);
  self->definition = tal_offer_share_write_definition (catalogue, self->rests_on);
  if (!choose_period (&reading, period, error) || !fill (&reading, error) ||
      !tal_offer_share_find_trend (catalogue, runs, self->trend, self->rests_on, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tal_offer_table_free (TalOfferTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->periods);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->trend);
  g_array_unref (self->rests_on);
  g_free (self->definition);
  g_free (self);
}
