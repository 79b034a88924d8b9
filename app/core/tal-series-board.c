/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-series-board.h"

#include "core/tal-member.h"
#include "core/tal-series-family.h"

static gboolean
is_change (const TalSeries *series)
{
  return series->basis == TAL_BASIS_CHANGE || series->basis == TAL_BASIS_RELATIVE_CHANGE;
}

static gboolean
is_counted_on_board (TalMeasureUnit unit)
{
  switch (unit)
    {
    case TAL_MEASURE_UNIT_PERSONS:
    case TAL_MEASURE_UNIT_FULL_TIME_PERSONS:
    case TAL_MEASURE_UNIT_FULL_YEAR_PERSONS:
    case TAL_MEASURE_UNIT_FAMILIES:
    case TAL_MEASURE_UNIT_PLACEMENTS:
    case TAL_MEASURE_UNIT_CASES:
    case TAL_MEASURE_UNIT_AWARDS:
      return TRUE;
    case TAL_MEASURE_UNIT_FULL_YEAR_PLACES:
    case TAL_MEASURE_UNIT_COURSES:
    case TAL_MEASURE_UNIT_COUNT:
    case TAL_MEASURE_UNIT_PER_CENT:
    case TAL_MEASURE_UNIT_PERCENTAGE_POINTS:
    case TAL_MEASURE_UNIT_RATIO:
    case TAL_MEASURE_UNIT_INDEX:
    case TAL_MEASURE_UNIT_WEEKS:
    case TAL_MEASURE_UNIT_DKK:
    case TAL_MEASURE_UNIT_MILLION_DKK:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
is_of_nobody (const TalSeries *series)
{
  return tal_id_is_none (series->initiative) && tal_id_is_none (series->offer) &&
         tal_id_is_none (series->provider) && !is_change (series);
}

/* Not a figure of something that is done, nor made of such, but of who there are. */
static gboolean
is_on_board (const TalCatalogue *catalogue, const TalSeries *series)
{
  if (!is_of_nobody (series) || !is_counted_on_board (series->measure_unit))
    return FALSE;
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalRecord *term =
          tal_catalogue_find (catalogue, TAL_KIND_SERIES, tal_series_get_term (series, i)->series);

      if (term != NULL && !is_of_nobody (TAL_SERIES (term)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
stands_beside (const TalSeries *a, const TalSeries *b)
{
  return tal_id_is_equal (a->plan, b->plan) && a->measure_unit == b->measure_unit &&
         (a->measure_unit == TAL_MEASURE_UNIT_FULL_YEAR_PERSONS ||
          g_strcmp0 (a->measure, b->measure) == 0);
}

static TalBoardRow *
get_row (const GArray *rows, guint number)
{
  return &g_array_index (rows, TalBoardRow, number);
}

static gboolean
is_sum (const TalSeries *series)
{
  return series->basis == TAL_BASIS_SUM;
}

static gboolean
has_term (const TalSeries *sum, const TalSeries *part)
{
  for (guint i = 0; i < tal_series_get_n_terms (sum); i++)
    {
      if (tal_id_is_equal (tal_series_get_term (sum, i)->series, part->record.id))
        return TRUE;
    }
  return FALSE;
}

/* The sum of the most others; NULL where nothing is one. */
static const TalSeries *
find_total (const GArray *rows)
{
  const TalSeries *total = NULL;

  for (guint i = 0; rows->len > 1 && i < rows->len; i++)
    {
      const TalSeries *series = get_row (rows, i)->series;

      if (is_sum (series) &&
          (total == NULL || tal_series_get_n_terms (series) > tal_series_get_n_terms (total)))
        total = series;
    }
  return total;
}

/* The sum, but the section's total, that the series is a part of; NULL where there is none. */
static const TalSeries *
find_whole (const GArray *rows, const TalSeries *part, const TalSeries *total)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const TalSeries *series = get_row (rows, i)->series;

      if (series != total && is_sum (series) && has_term (series, part))
        return series;
    }
  return NULL;
}

static void
add_row (GArray *rows, const TalSeries *series, guint depth, gboolean total)
{
  TalBoardRow row = { series, depth, total };

  g_array_append_val (rows, row);
}

static gboolean
contains (const GArray *rows, const TalSeries *series)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (get_row (rows, i)->series == series)
        return TRUE;
    }
  return FALSE;
}

/* A whole before its parts, where its first part stood; the total last. */
static GArray *
arrange (const GArray *rows)
{
  GArray          *arranged = g_array_new (FALSE, FALSE, sizeof (TalBoardRow));
  const TalSeries *total = find_total (rows);

  for (guint i = 0; i < rows->len; i++)
    {
      const TalSeries *series = get_row (rows, i)->series;
      const TalSeries *whole = find_whole (rows, series, total);
      const TalSeries *head = whole != NULL ? whole : series;

      if (head == total || contains (arranged, head))
        continue;
      add_row (arranged, head, 0, FALSE);
      for (guint part = 0; part < rows->len; part++)
        {
          if (find_whole (rows, get_row (rows, part)->series, total) == head)
            add_row (arranged, get_row (rows, part)->series, 1, FALSE);
        }
    }
  if (total != NULL)
    add_row (arranged, total, 0, TRUE);
  return arranged;
}

static const char *
find_name (const TalCatalogue *catalogue, TalId member)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_MEMBER, member);

  return record != NULL ? TAL_MEMBER (record)->name : NULL;
}

static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

/* Who the total counts, else what is counted, and where. */
static char *
write_title (const TalCatalogue *catalogue, const GArray *rows)
{
  const TalBoardRow *last = get_row (rows, rows->len - 1);
  const TalSeries   *series = last->total ? last->series : get_row (rows, 0)->series;
  const char        *area = find_name (catalogue, series->area);
  const char        *group = last->total ? find_name (catalogue, series->target_group) : NULL;
  g_autofree char   *what = NULL;

  if (group == NULL && (series->measure == NULL || *series->measure == '\0'))
    group = series->name;
  what = capitalise (group != NULL ? group : series->measure);
  return area != NULL ? g_strdup_printf ("%s i %s", what, area) : g_steal_pointer (&what);
}

static void
free_section (TalBoardSection *section)
{
  g_free (section->title);
  g_array_unref (section->rows);
  g_free (section);
}

static GArray *
find_rows (const GPtrArray *sections, const TalSeries *series)
{
  for (guint i = 0; i < sections->len; i++)
    {
      TalBoardSection *section = g_ptr_array_index (sections, i);

      if (stands_beside (get_row (section->rows, 0)->series, series))
        return section->rows;
    }
  return NULL;
}

/* Whether the same of another area is there: areas are what a row is compared with. */
static gboolean
has_sibling (const GPtrArray *sections, const TalSeries *series)
{
  const GArray *rows = find_rows (sections, series);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const TalSeries *row = get_row (rows, i)->series;

      if (!tal_id_is_none (series->target_group) && !tal_id_is_none (series->area) &&
          tal_id_is_equal (row->target_group, series->target_group) &&
          !tal_id_is_equal (row->area, series->area) && is_sum (row) == is_sum (series))
        return TRUE;
    }
  return FALSE;
}

static int
compare_made (gconstpointer a, gconstpointer b)
{
  const TalRecord *one = *(const TalRecord *const *)a;
  const TalRecord *other = *(const TalRecord *const *)b;

  return tal_id_compare (one->id, other->id);
}

/* All series in the order in which they were made. */
static GPtrArray *
list_series (const TalCatalogue *catalogue)
{
  guint                   length;
  const TalRecord *const *records = tal_catalogue_get_records (catalogue, TAL_KIND_SERIES, &length);
  GPtrArray              *series = g_ptr_array_new ();

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (series, (gpointer)records[i]);
  g_ptr_array_sort (series, compare_made);
  return series;
}

GPtrArray *
tal_series_board_list (const TalCatalogue *catalogue)
{
  GPtrArray            *sections = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  all = list_series (catalogue);
  sections = g_ptr_array_new_with_free_func ((GDestroyNotify)free_section);
  for (guint i = 0; i < all->len; i++)
    {
      const TalSeries *series = TAL_SERIES (g_ptr_array_index (all, i));
      GArray          *rows = NULL;

      if (!is_on_board (catalogue, series) || has_sibling (sections, series))
        continue;
      rows = find_rows (sections, series);
      if (rows == NULL)
        {
          TalBoardSection *section = g_new0 (TalBoardSection, 1);

          section->rows = rows = g_array_new (FALSE, FALSE, sizeof (TalBoardRow));
          g_ptr_array_add (sections, section);
        }
      add_row (rows, series, 0, FALSE);
    }

  for (guint i = 0; i < sections->len; i++)
    {
      TalBoardSection *section = g_ptr_array_index (sections, i);
      GArray          *arranged = arrange (section->rows);

      g_array_unref (section->rows);
      section->rows = arranged;
      section->title = write_title (catalogue, arranged);
    }
  return sections;
}

/* Whether one that is listed draws this one as well. */
static gboolean
is_drawn (const TalCatalogue *catalogue, const GPtrArray *listed, const TalSeries *series)
{
  for (guint i = 0; i < listed->len; i++)
    {
      g_autoptr (GPtrArray) family =
          tal_series_family_list (catalogue, g_ptr_array_index (listed, i), TAL_DIMENSION_AREA);

      if (g_ptr_array_find (family, series, NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whether a member is the other, or is under it. */
static gboolean
is_under (const TalCatalogue *catalogue, TalId member, TalId other)
{
  const TalRecord *record = NULL;

  if (tal_id_is_none (member))
    return FALSE;
  if (tal_id_is_equal (member, other))
    return TRUE;
  record = tal_catalogue_find (catalogue, TAL_KIND_MEMBER, member);
  return record != NULL && is_under (catalogue, TAL_MEMBER (record)->parent, other);
}

static void
add_shares (const TalCatalogue *catalogue,
            const GPtrArray    *all,
            const TalSeries    *asked,
            gboolean            of_plan,
            GPtrArray          *shares)
{
  for (guint i = 0; i < all->len; i++)
    {
      const TalSeries *series = TAL_SERIES (g_ptr_array_index (all, i));

      if (series->measure_unit == TAL_MEASURE_UNIT_PER_CENT && is_of_nobody (series) &&
          is_under (catalogue, series->target_group, asked->target_group) &&
          tal_id_is_equal (series->plan, asked->plan) == of_plan &&
          !is_drawn (catalogue, shares, series))
        g_ptr_array_add (shares, (gpointer)series);
    }
}

GPtrArray *
tal_series_board_list_shares (const TalCatalogue *catalogue, const TalSeries *series)
{
  GPtrArray            *shares = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (catalogue != NULL && series != NULL, NULL);

  shares = g_ptr_array_new ();
  if (tal_id_is_none (series->target_group))
    return shares;
  all = list_series (catalogue);
  add_shares (catalogue, all, series, TRUE, shares);
  add_shares (catalogue, all, series, FALSE, shares);
  return shares;
}
