/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-sheet-cells.h"

#include "core/tal-masking.h"

#include <glib/gi18n-lib.h>

#define NOT_AVAILABLE ".."
#define NOT_APPLICABLE "."
#define WITHHELD "*"
#define PRELIMINARY "*"

static const char *
get_unit (TalMeasureUnit unit)
{
  switch (unit)
    {
    case TAL_MEASURE_UNIT_PER_CENT:
      return " pct.";
    case TAL_MEASURE_UNIT_PERCENTAGE_POINTS:
      return " procentpoint";
    case TAL_MEASURE_UNIT_DKK:
      return " kr.";
    case TAL_MEASURE_UNIT_MILLION_DKK:
      return " mio. kr.";
    case TAL_MEASURE_UNIT_WEEKS:
      return " uger";
    case TAL_MEASURE_UNIT_PERSONS:
    case TAL_MEASURE_UNIT_FULL_TIME_PERSONS:
    case TAL_MEASURE_UNIT_FULL_YEAR_PERSONS:
    case TAL_MEASURE_UNIT_FULL_YEAR_PLACES:
    case TAL_MEASURE_UNIT_FAMILIES:
    case TAL_MEASURE_UNIT_COURSES:
    case TAL_MEASURE_UNIT_PLACEMENTS:
    case TAL_MEASURE_UNIT_CASES:
    case TAL_MEASURE_UNIT_AWARDS:
    case TAL_MEASURE_UNIT_COUNT:
    case TAL_MEASURE_UNIT_RATIO:
    case TAL_MEASURE_UNIT_INDEX:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

static TalSheetMarks
add_missing (TalTable *table, const TalFigure *figure)
{
  if (!figure->found)
    {
      tal_table_add_text (table, NULL);
      return 0;
    }

  switch (figure->missing)
    {
    case TAL_MISSING_NOT: /* too large to be shown */
    case TAL_MISSING_NOT_AVAILABLE:
    case TAL_MISSING_NOT_YET_REPORTED:
      tal_table_add_mark (table, NOT_AVAILABLE);
      return TAL_SHEET_MARK_NOT_AVAILABLE;
    case TAL_MISSING_NOT_APPLICABLE:
      tal_table_add_mark (table, NOT_APPLICABLE);
      return TAL_SHEET_MARK_NOT_APPLICABLE;
    case TAL_MISSING_WITHHELD:
      tal_table_add_mark (table, WITHHELD);
      return TAL_SHEET_MARK_WITHHELD;
    }

  g_return_val_if_reached (0);
}

/* An entered figure as it was entered; a computed one with one decimal more than is shown, where
 * that says more. */
static gboolean
find_value (const TalFigure *figure, int decimals, TalDecimal *ret_value)
{
  TalDecimal value;
  TalDecimal shown;

  for (int scale = MIN (decimals + 1, TAL_DECIMAL_MAX_SCALE); scale >= 0; scale--)
    {
      if (!tal_figure_get_decimal (figure, scale, &value))
        continue;
      shown = tal_decimal_round (value, (guint8)MIN (decimals, scale));
      *ret_value = figure->computed && tal_decimal_compare (shown, value) == 0 ? shown : value;
      return TRUE;
    }
  return FALSE;
}

TalSheetMarks
tal_sheet_cells_add_figure (TalTable        *table,
                            const TalFigure *figure,
                            TalMeasureUnit   unit,
                            int              decimals)
{
  gboolean       preliminary = FALSE;
  TalDecimal     value;
  TalTableFormat format = { .unit = get_unit (unit) };

  g_return_val_if_fail (figure != NULL, 0);

  if (!find_value (figure, MAX (decimals, 0), &value))
    return add_missing (table, figure);

  preliminary = figure->state != TAL_FIGURE_FINAL;
  format.before = tal_approximation_get_prefix (figure->approximation);
  format.mark = preliminary ? PRELIMINARY : NULL;
  format.decimals = figure->computed ? (guint8)MIN (decimals, value.scale) : value.scale;
  tal_table_add_number (table, value, &format);
  return preliminary ? TAL_SHEET_MARK_PRELIMINARY : 0;
}

TalSheetMarks
tal_sheet_cells_add_hidden (TalTable *table)
{
  tal_table_add_mark (table, tal_mask_get_mark (TAL_MASK_SMALL));
  return TAL_SHEET_MARK_HIDDEN;
}

void
tal_sheet_cells_add_legend (TalTable *table, TalSheetMarks marks, int limit)
{
  g_autofree char *hidden = NULL;

  if ((marks & TAL_SHEET_MARK_PRELIMINARY) != 0)
    tal_table_add_note (table, _ ("A number with * is preliminary or estimated."));
  if ((marks & TAL_SHEET_MARK_NOT_AVAILABLE) != 0)
    tal_table_add_note (table, _ (".. The figure isn't known."));
  if ((marks & TAL_SHEET_MARK_NOT_APPLICABLE) != 0)
    tal_table_add_note (table, _ (". There can be no figure."));
  if ((marks & TAL_SHEET_MARK_WITHHELD) != 0)
    tal_table_add_note (table, _ ("* alone: the figure is withheld."));
  if ((marks & TAL_SHEET_MARK_HIDDEN) == 0)
    return;

  hidden = tal_masking_write_note (limit);
  tal_table_add_note (table, hidden);
}
