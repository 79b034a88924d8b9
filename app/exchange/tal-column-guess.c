/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-column-guess.h"

#include "exchange/tal-cell-figure.h"
#include "exchange/tal-column-words.h"
#include "exchange/tal-period-text.h"
#include "exchange/tal-sheet-label.h"

#include <string.h>

/* As many rows tell what a column is; its numbers are surveyed to the last. */
#define MOST_LOOKED_AT 2000
/* The figures of a table begin before this row. */
#define DEEPEST_HEADING 200
#define MOST_HEADINGS 8

typedef enum
{
  LOOK_EMPTY,
  LOOK_TEXT,
  LOOK_NUMBER,
  LOOK_YEAR, /* a number that may be a year */
  LOOK_SIGN,
  LOOK_PERIOD,
  N_LOOKS,
} Look;

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4 &&
         (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"));
}

static Look
look_at_text (const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  TalNumberReading reading = { 0 };
  TalPeriod        period;

  if (is_year (plain))
    return LOOK_YEAR;
  if (tal_number_reading_parse (plain, &reading))
    return reading.gap == TAL_GAP_NOT ? LOOK_NUMBER : LOOK_SIGN;

  return tal_period_text_parse (plain, &period) ? LOOK_PERIOD : LOOK_TEXT;
}

static Look
look_at (const TalSheet *sheet, guint row, guint column)
{
  TalCell cell = tal_sheet_get_cell (sheet, row, column);

  if (tal_cell_figure_is_empty (&cell))
    return LOOK_EMPTY;

  switch (cell.kind)
    {
    case TAL_CELL_NUMBER:
      return is_year (cell.text) ? LOOK_YEAR : LOOK_NUMBER;
    case TAL_CELL_DAY:
      return LOOK_PERIOD;
    case TAL_CELL_ERROR:
      return LOOK_NUMBER;
    case TAL_CELL_TEXT:
      return look_at_text (cell.text);
    case TAL_CELL_EMPTY:
    case TAL_CELL_BOOLEAN:
      break;
    }

  return LOOK_TEXT;
}

static void
look_at_column (
    const TalSheet *sheet, guint column, guint first, guint end, guint ret_counts[N_LOOKS])
{
  memset (ret_counts, 0, N_LOOKS * sizeof *ret_counts);
  for (guint row = first; row < MIN (end, first + MOST_LOOKED_AT); row++)
    ret_counts[look_at (sheet, row, column)]++;
}

static guint
count_filled (const TalSheet *sheet, guint row)
{
  guint n_filled = 0;

  for (guint column = 0; column < tal_sheet_get_n_columns (sheet); column++)
    n_filled += look_at (sheet, row, column) != LOOK_EMPTY;
  return n_filled;
}

/* Whether most of what stands below is no period: then the cell is a heading of figures. */
static gboolean
is_above_figures (const TalSheet *sheet, guint row, guint column)
{
  guint counts[N_LOOKS];

  look_at_column (sheet, column, row + 1, MIN (row + 51, tal_sheet_get_n_rows (sheet)), counts);
  return counts[LOOK_NUMBER] + counts[LOOK_SIGN] > 0 &&
         counts[LOOK_NUMBER] + counts[LOOK_SIGN] >= counts[LOOK_YEAR] + counts[LOOK_PERIOD];
}

static gboolean
is_row_of_figures (const TalSheet *sheet, guint row)
{
  gboolean has_sign = FALSE;
  gboolean has_period = FALSE;

  for (guint column = 0; column < tal_sheet_get_n_columns (sheet); column++)
    {
      Look look = look_at (sheet, row, column);

      if (look == LOOK_NUMBER)
        return TRUE;
      has_sign |= look == LOOK_SIGN;
      has_period |=
          (look == LOOK_YEAR || look == LOOK_PERIOD) && !is_above_figures (sheet, row, column);
    }

  return has_sign || has_period;
}

/* The first row with figures; the number of rows where there is none. */
static guint
find_first_row (const TalSheet *sheet)
{
  guint n_rows = tal_sheet_get_n_rows (sheet);
  guint widest = 0;

  for (guint row = 0; row < MIN (n_rows, DEEPEST_HEADING); row++)
    widest = MAX (widest, count_filled (sheet, row));
  for (guint row = 0; row < MIN (n_rows, DEEPEST_HEADING); row++)
    {
      if (count_filled (sheet, row) >= MIN (widest, 2) && is_row_of_figures (sheet, row))
        return row;
    }

  return n_rows;
}

/* Below the headings there may be rows without figures first: an empty one, a section, a period
 * whose figure is not there yet. */
static guint
find_row_below_headings (const TalSheet *sheet, guint first_row)
{
  guint row = first_row;

  while (row > 0 && count_filled (sheet, row - 1) < 2)
    row--;
  return row > 0 ? row : first_row;
}

static gboolean
is_heading (const TalSheet *sheet, guint row)
{
  TalCellArea area = { 0 };

  if (count_filled (sheet, row) >= 2)
    return TRUE;

  /* "Antal borgere", across its columns. */
  for (guint column = 1; column < tal_sheet_get_n_columns (sheet); column++)
    {
      if (tal_sheet_find_merged (sheet, row, column, &area) && area.first_column > 0 &&
          *tal_sheet_get_text (sheet, area.first_row, area.first_column) != '\0')
        return TRUE;
    }

  return FALSE;
}

static guint
count_headings (const TalSheet *sheet, guint first_row)
{
  guint n_headings = 0;

  while (n_headings < MIN (first_row, MOST_HEADINGS) &&
         is_heading (sheet, first_row - n_headings - 1))
    n_headings++;

  /* A table of one column has one heading. */
  if (n_headings == 0 && first_row > 0 && tal_sheet_get_n_columns (sheet) == 1)
    n_headings = 1;
  return n_headings;
}

static char *
dup_heading (const TalSheet *sheet, const TalColumnMap *map, guint column)
{
  GString *heading = g_string_new (NULL);

  for (guint i = 0; i < map->n_headings; i++)
    {
      g_autofree char *text =
          tal_sheet_label_dup (sheet, map->first_row - map->n_headings + i, column);

      /* A heading of several rows is merged. */
      if (*text != '\0' && !g_str_has_suffix (heading->str, text))
        g_string_append_printf (heading, "%s%s", heading->len > 0 ? " · " : "", text);
    }
  return g_string_free (heading, FALSE);
}

static gboolean
is_period_heading (const TalSheet *sheet, const TalColumnMap *map, guint column)
{
  for (guint i = 0; i < map->n_headings; i++)
    {
      Look look = look_at (sheet, map->first_row - map->n_headings + i, column);

      if (look == LOOK_YEAR || look == LOOK_PERIOD)
        return TRUE;
    }

  return FALSE;
}

/* Then "År" above the labels is what stands beside them. */
static gboolean
has_period_across (const TalSheet *sheet, const TalColumnMap *map)
{
  for (guint column = 1; column < tal_sheet_get_n_columns (sheet); column++)
    {
      if (is_period_heading (sheet, map, column))
        return TRUE;
    }

  return FALSE;
}

/* Numbers that name something rather than count it: below "Kommunekode", or "Område", but not below
 * "Leverandører i alt". */
static gboolean
is_code (const char *heading, TalRole said)
{
  static const char *const words[] = { "kode", "code", "nummer", "nr", "id", "cpr" };
  g_autofree char         *folded = g_utf8_strdown (heading, -1);

  if (tal_role_is_dimension (said) && strchr (heading, ' ') == NULL)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (folded, words[i]) || (strlen (words[i]) > 3 && strstr (folded, words[i])))
        return TRUE;
    }

  return FALSE;
}

static TalRole
guess_text_role (const TalColumnMap *map, const char *heading, TalRole said)
{
  if (said != TAL_ROLE_LEFT_OUT && said != TAL_ROLE_VALUE && said != TAL_ROLE_PERIOD)
    return said;
  if (*heading == '\0' && tal_column_map_find_role (map, TAL_ROLE_SERIES) == NULL)
    return TAL_ROLE_SERIES;

  return TAL_ROLE_LABEL;
}

static TalRole
guess_role (const TalSheet *sheet, const TalColumnMap *map, guint column, const char *heading)
{
  TalRole  said = tal_column_words_find_role (heading);
  gboolean has_period = tal_column_map_find_role (map, TAL_ROLE_PERIOD) != NULL;
  guint    counts[N_LOOKS];
  guint    n_numbers = 0;
  guint    n_periods = 0;

  look_at_column (sheet, column, map->first_row, map->end_row, counts);
  n_numbers = counts[LOOK_NUMBER] + counts[LOOK_SIGN];
  n_periods = counts[LOOK_PERIOD] + counts[LOOK_YEAR];
  if (n_numbers + n_periods + counts[LOOK_TEXT] == 0)
    return is_period_heading (sheet, map, column) ? TAL_ROLE_VALUE : TAL_ROLE_LEFT_OUT;
  if (is_period_heading (sheet, map, column) && n_numbers + counts[LOOK_YEAR] > 0)
    return TAL_ROLE_VALUE;
  if (said == TAL_ROLE_PERIOD && (n_periods > 0 || !has_period_across (sheet, map)) &&
      (n_periods >= n_numbers || has_period || n_periods == 0))
    return TAL_ROLE_PERIOD;
  if (n_periods > n_numbers && n_periods >= counts[LOOK_TEXT] && !has_period &&
      said != TAL_ROLE_VALUE)
    return TAL_ROLE_PERIOD;
  if (n_numbers + counts[LOOK_YEAR] >= counts[LOOK_TEXT] && n_numbers + n_periods > 0)
    {
      if (is_code (heading, said))
        return tal_role_is_dimension (said) ? said : TAL_ROLE_LABEL;
      return TAL_ROLE_VALUE;
    }

  /* A column that says to hold figures does, whatever is wrong with them. */
  if (said == TAL_ROLE_VALUE && n_numbers > 0)
    return TAL_ROLE_VALUE;
  return guess_text_role (map, heading, said);
}

static void
guess_columns (const TalSheet *sheet, TalColumnMap *map)
{
  for (guint i = 0; i < tal_sheet_get_n_columns (sheet); i++)
    {
      g_autofree char *heading = dup_heading (sheet, map, i);
      TalRole          role = guess_role (sheet, map, i, heading);
      TalMapColumn    *column = NULL;
      TalNumberSurvey  survey = { 0 };

      column = tal_column_map_add_column (map, g_steal_pointer (&heading), role);
      tal_number_style_survey (sheet, i, map->first_row, map->end_row, &survey);
      column->numbers = survey.style;
    }
}

/* The rows below the last figure are notes. */
static guint
find_end (const TalSheet *sheet, const TalColumnMap *map)
{
  for (guint row = tal_sheet_get_n_rows (sheet); row > map->first_row; row--)
    {
      for (guint i = 0; i < map->columns->len; i++)
        {
          const TalMapColumn *column = g_ptr_array_index (map->columns, i);
          Look                look = look_at (sheet, row - 1, column->index);

          if (column->role == TAL_ROLE_VALUE && look != LOOK_EMPTY &&
              (look != LOOK_TEXT || column->index > 0))
            return row;
        }
    }

  return map->first_row;
}

static guint
count_role (const TalColumnMap *map, gboolean (*is_of) (TalRole role))
{
  guint count = 0;

  for (guint i = 0; i < map->columns->len; i++)
    count += is_of (((const TalMapColumn *)g_ptr_array_index (map->columns, i))->role);
  return count;
}

static gboolean
is_value (TalRole role)
{
  return role == TAL_ROLE_VALUE;
}

/* "Antal" says nothing beside the labels, "Ledige" does. */
static gboolean
is_plain_value (const TalColumnMap *map)
{
  const TalMapColumn *value = tal_column_map_find_role (map, TAL_ROLE_VALUE);

  return tal_column_map_find_role (map, TAL_ROLE_SERIES) != NULL || value == NULL ||
         tal_column_words_find_role (value->heading) == TAL_ROLE_VALUE;
}

static TalRole
guess_heading_role (const TalSheet *sheet, const TalColumnMap *map, guint row, gboolean is_last)
{
  guint n_values = count_role (map, is_value);
  guint n_periods = 0;

  for (guint i = 0; i < map->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (map->columns, i);
      Look                look = look_at (sheet, row, column->index);

      n_periods += column->role == TAL_ROLE_VALUE && (look == LOOK_YEAR || look == LOOK_PERIOD);
    }
  if (n_periods > 0)
    return TAL_ROLE_PERIOD;
  if (n_values < 2 && count_role (map, tal_role_is_label) > 0 && (!is_last || is_plain_value (map)))
    return TAL_ROLE_LEFT_OUT;

  return is_last && tal_column_map_find_role (map, TAL_ROLE_SERIES) == NULL ? TAL_ROLE_SERIES
                                                                            : TAL_ROLE_LABEL;
}

/* "personer", "pct.": what the heading above is counted in. */
static gboolean
is_row_of_units (const TalSheet *sheet, const TalColumnMap *map, guint row)
{
  TalMeasureUnit unit = TAL_MEASURE_UNIT_COUNT;

  for (guint i = 0; i < map->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (map->columns, i);
      g_autofree char    *text = tal_sheet_label_dup (sheet, row, column->index);

      if (column->role == TAL_ROLE_VALUE && *text != '\0' &&
          !tal_column_words_find_unit (text, &unit) &&
          tal_column_words_find_role (text) != TAL_ROLE_VALUE)
        return FALSE;
    }

  return TRUE;
}

static void
guess_headings (const TalSheet *sheet, TalColumnMap *map)
{
  guint first = map->first_row - map->n_headings;
  guint last = map->n_headings;

  while (last > 1 && is_row_of_units (sheet, map, first + last - 1))
    last--;
  for (guint i = 0; i < map->n_headings; i++)
    {
      TalRole role = guess_heading_role (sheet, map, first + i, i + 1 == last);

      g_array_append_val (map->headings, role);
    }
}

/* The last words of a title may say when: "Status for 2023". */
static char *
find_period_in (const char *title)
{
  for (const char *at = title; at != NULL; at = strchr (at, ' '))
    {
      TalPeriod period;

      at += *at == ' ';
      if (tal_period_text_parse (at, &period))
        return g_strdup (at);
    }

  return NULL;
}

static void
guess_titles (const TalSheet *sheet, TalColumnMap *map)
{
  const TalMapColumn *value = tal_column_map_find_role (map, TAL_ROLE_VALUE);
  gboolean            has_period = tal_column_map_find_role (map, TAL_ROLE_PERIOD) != NULL;
  TalMeasureUnit      unit = TAL_MEASURE_UNIT_COUNT;

  for (guint i = 0; i < map->headings->len; i++)
    has_period |= g_array_index (map->headings, TalRole, i) == TAL_ROLE_PERIOD;
  for (guint row = 0; row < map->first_row - map->n_headings; row++)
    {
      g_autofree char *line = tal_sheet_label_dup_row (sheet, row);

      if (!has_period && map->period == NULL)
        map->period = find_period_in (line);
      if (map->unit == NULL && tal_column_words_find_unit (line, &unit))
        map->unit = g_strdup (line);
    }
  if (!has_period && map->period == NULL)
    map->period = find_period_in (tal_sheet_get_name (sheet));
  if (map->unit == NULL && count_role (map, is_value) == 1 &&
      tal_column_words_find_unit (value->heading, &unit))
    map->unit = g_strdup (value->heading);
}

/* Whether a label is given once for the rows below it too. */
static gboolean
guess_repeats (const TalSheet *sheet, const TalColumnMap *map)
{
  for (guint i = 0; i < map->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (map->columns, i);
      guint               counts[N_LOOKS];

      if (!tal_role_is_label (column->role) && column->role != TAL_ROLE_PERIOD)
        continue;

      look_at_column (sheet, column->index, map->first_row, map->end_row, counts);
      if (counts[LOOK_EMPTY] > 0)
        return TRUE;
    }

  return FALSE;
}

TalColumnMap *
tal_column_guess (const TalSheet *sheet, TalId id)
{
  TalColumnMap *map = NULL;

  g_return_val_if_fail (sheet != NULL, NULL);

  map = tal_column_map_new (id);
  if (*tal_sheet_get_name (sheet) != '\0')
    map->sheet = g_strdup (tal_sheet_get_name (sheet));
  map->first_row = find_row_below_headings (sheet, find_first_row (sheet));
  map->n_headings = count_headings (sheet, map->first_row);
  map->end_row = tal_sheet_get_n_rows (sheet);
  guess_columns (sheet, map);
  map->end_row = find_end (sheet, map);
  guess_headings (sheet, map);
  guess_titles (sheet, map);
  map->repeats = guess_repeats (sheet, map);
  return map;
}

guint
tal_column_guess_count_numbers (const TalSheet *sheet)
{
  guint n_numbers = 0;

  g_return_val_if_fail (sheet != NULL, 0);

  for (guint row = 0; row < MIN (tal_sheet_get_n_rows (sheet), MOST_LOOKED_AT); row++)
    {
      for (guint column = 0; column < tal_sheet_get_n_columns (sheet); column++)
        {
          Look look = look_at (sheet, row, column);

          n_numbers += look == LOOK_NUMBER || look == LOOK_YEAR;
        }
    }
  return n_numbers;
}
