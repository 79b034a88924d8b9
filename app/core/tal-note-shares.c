/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-shares.h"

#include "base/tal-danish-number.h"
#include "core/tal-note-label.h"
#include "core/tal-note-ratios.h"
#include "core/tal-note-sum.h"

#include <glib/gi18n-lib.h>

#define FEWEST_DECIMALS 5 /* cells before one of them is odd */

/* ---- Shares of a column's total ------------------------------------------------------- */

/* Rows that are shares of one whole: from 'first' to 'end', which may be its total. */
typedef struct
{
  const TalNoteTable *table;
  guint               first;
  guint               end;
  guint               counts; /* the column of counts */
  guint               shares; /* and that of their shares */
} Group;

static gboolean
has_pair (const Group *group, guint row)
{
  const TalNoteRow *found = tal_note_table_get_row (group->table, row);

  return found->kind == TAL_NOTE_ROW_PLAIN &&
         tal_note_cell_is_figure (&found->cells[group->counts]) &&
         found->cells[group->shares].kind == TAL_NOTE_CELL_PERCENT;
}

static TalFraction
find_share (TalFraction count, TalFraction whole, gint64 factor)
{
  return tal_fraction_multiply (tal_fraction_divide (count, whole),
                                tal_fraction_from_integer (factor));
}

/* Whether the share is the count's of that whole, as far as its decimals go. */
static gboolean
agrees (const Group *group, guint row, TalFraction whole)
{
  const TalNoteRow *found = tal_note_table_get_row (group->table, row);
  TalFraction       count = tal_fraction_from_decimal (found->cells[group->counts].value);
  TalFraction       share = find_share (count, whole, 100);

  return tal_fraction_is_valid (share) &&
         tal_interval_contains (tal_interval_from_printed (found->cells[group->shares].value,
                                                           found->cells[group->shares]
                                                               .approximation),
                                share);
}

static guint
count_pairs (const Group *group)
{
  guint n_pairs = 0;

  for (guint i = group->first; i < group->end; i++)
    n_pairs += has_pair (group, i) ? 1 : 0;
  return n_pairs;
}

static guint
count_agreeing (const Group *group, TalFraction whole)
{
  guint n_agreeing = 0;

  for (guint i = group->first; i < group->end; i++)
    n_agreeing += has_pair (group, i) && agrees (group, i, whole) ? 1 : 0;
  return n_agreeing;
}

static TalNoteSum
sum_column (const Group *group, guint column)
{
  TalNoteSum sum = TAL_NOTE_SUM_EMPTY;

  for (guint i = group->first; i < group->end; i++)
    {
      if (tal_note_table_get_row (group->table, i)->kind == TAL_NOTE_ROW_PLAIN)
        tal_note_sum_add (&sum, group->table, i, column, 1);
    }

  return sum;
}

/* The total that is printed or the sum of the counts, whichever more shares are of. */
static TalFraction
find_whole (const Group *group)
{
  TalFraction whole = sum_column (group, group->counts).value;

  if (group->end < group->table->rows->len)
    {
      const TalNoteCell *total = tal_note_table_get_cell (group->table, group->end, group->counts);
      TalFraction        stated = tal_fraction_from_decimal (total->value);

      if (tal_note_cell_is_figure (total) &&
          count_agreeing (group, stated) >= count_agreeing (group, whole))
        whole = stated;
    }

  return whole;
}

static void
remark_share (const Group *group, guint row, TalFraction whole, GPtrArray *remarks)
{
  const TalNoteRow  *found = tal_note_table_get_row (group->table, row);
  const TalNoteCell *share = &found->cells[group->shares];
  g_autofree char   *all =
      tal_note_fraction_format (whole, group->table->columns[group->counts].scale);
  g_autofree char *right =
      tal_note_fraction_format (find_share (tal_fraction_from_decimal (
                                                found->cells[group->counts].value),
                                            whole, 100),
                                share->value.scale);

  tal_note_add_remark (remarks, TAL_SEVERITY_ERROR, "table-share", found->line, share->text,
                       tal_note_cell_dup_replacement (share, right),
                       g_strdup_printf (_("“%s”: %s of %s is %s per cent, not %s."), found->name,
                                           found->cells[group->counts].text, all, right,
                                           share->text));
}

/* Said once, where shares that are all right do not make 100 as they are shown. */
static void
remark_shares_rounded (const Group *group, GPtrArray *remarks)
{
  TalNoteSum        sum = sum_column (group, group->shares);
  TalFraction       hundred = tal_fraction_from_integer (100);
  g_autofree char  *added = tal_note_sum_format (&sum);
  const TalNoteRow *row = NULL;

  if (sum.is_missing || tal_fraction_compare (sum.value, hundred) == 0 ||
      !tal_interval_contains (sum.interval, hundred))
    return;
  /* Where the table prints the 100 itself, it is held against the rows as any total. */
  if (group->end < group->table->rows->len &&
      tal_note_cell_is_figure (tal_note_table_get_cell (group->table, group->end, group->shares)))
    return;

  row = tal_note_table_get_row (group->table, group->first);
  tal_note_add_remark (remarks, TAL_SEVERITY_NOTE, "table-shares-rounding", row->line,
                       row->cells[group->shares].text, NULL,
                       g_strdup_printf (_("The shares from here on add up to %s as they are shown, which may be rounding."),
                                           added));
}

/* Whether the column was found to hold shares of the counts. */
static gboolean
check_group (const Group *group, GPtrArray *remarks)
{
  TalFraction whole = find_whole (group);
  guint       n_pairs = count_pairs (group);
  guint       n_agreeing = count_agreeing (group, whole);

  if (n_agreeing < 2 || n_agreeing * 3 < n_pairs * 2)
    return FALSE;

  for (guint i = group->first; i < group->end; i++)
    {
      if (has_pair (group, i) && !agrees (group, i, whole))
        remark_share (group, i, whole, remarks);
    }
  if (n_agreeing == n_pairs)
    remark_shares_rounded (group, remarks);
  return TRUE;
}

static gboolean
check_pair (const TalNoteTable *table, guint counts, guint shares, GPtrArray *remarks)
{
  Group    group = { table, 0, 0, counts, shares };
  gboolean is_found = FALSE;

  for (guint i = 0; i <= table->rows->len; i++)
    {
      if (i < table->rows->len && tal_note_table_get_row (table, i)->kind != TAL_NOTE_ROW_TOTAL)
        continue;

      group.end = i;
      is_found = check_group (&group, remarks) || is_found;
      group.first = i + 1;
    }

  return is_found;
}

static gboolean
is_count (const TalNoteTable *table, guint column)
{
  return table->columns[column].kind == TAL_NOTE_CELL_NUMBER;
}

/* ---- Distributions -------------------------------------------------------------------- */

static TalNoteSum
sum_all (const TalNoteTable *table, guint column)
{
  Group group = { table, 0, table->rows->len, column, column };

  return sum_column (&group, column);
}

static gboolean
has_total (const TalNoteTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      if (tal_note_table_get_row (table, i)->kind != TAL_NOTE_ROW_PLAIN)
        return TRUE;
    }

  return FALSE;
}

/* Columns of shares without a total: where most of them make 100, all should. */
static void
check_distributions (const TalNoteTable *table, GPtrArray *remarks)
{
  TalFraction hundred = tal_fraction_from_integer (100);
  guint       n_columns = 0;
  guint       n_exact = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      TalNoteSum sum = sum_all (table, i);

      n_columns += table->columns[i].kind == TAL_NOTE_CELL_PERCENT;
      n_exact += table->columns[i].kind == TAL_NOTE_CELL_PERCENT && sum.n_figures > 1 &&
                 !sum.is_missing && tal_fraction_compare (sum.value, hundred) == 0;
    }
  if (n_exact < 2 || n_exact * 2 < n_columns || has_total (table))
    return;

  for (guint i = 0; i < table->n_columns; i++)
    {
      TalNoteSum       sum = sum_all (table, i);
      gboolean         is_rounded = tal_interval_contains (sum.interval, hundred);
      g_autofree char *added = tal_note_sum_format (&sum);

      if (table->columns[i].kind != TAL_NOTE_CELL_PERCENT || sum.is_missing ||
          tal_fraction_compare (sum.value, hundred) == 0)
        continue;

      tal_note_add_remark (remarks, is_rounded ? TAL_SEVERITY_NOTE : TAL_SEVERITY_ERROR,
                           is_rounded ? "table-shares-rounding" : "table-distribution",
                           tal_note_table_get_row (table, 0)->line, table->columns[i].heading, NULL,
                           g_strdup_printf (is_rounded
                                            ? _("The shares of “%s” add up to %s as they are shown, which may be rounding.")
                                            : _("The shares of “%s” add up to %s, not to 100."),
                                                 table->columns[i].heading, added));
    }
}

/* ---- Decimals ------------------------------------------------------------------------- */

static gboolean
is_odd (const TalNoteTable *table, guint row, guint column)
{
  const TalNoteCell *cell = tal_note_table_get_cell (table, row, column);

  return tal_note_table_get_row (table, row)->kind == TAL_NOTE_ROW_PLAIN &&
         cell->kind == table->columns[column].kind &&
         cell->value.scale > table->columns[column].scale;
}

/* A column of shares with one decimal, and a few with two. */
static void
check_decimals (const TalNoteTable *table, guint column, GPtrArray *remarks)
{
  guint n_cells = 0;
  guint n_odd = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      n_cells += tal_note_table_get_cell (table, i, column)->kind == table->columns[column].kind;
      n_odd += is_odd (table, i, column) ? 1 : 0;
    }
  if (n_cells < FEWEST_DECIMALS || n_odd * 3 > n_cells)
    return;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const TalNoteCell *cell = tal_note_table_get_cell (table, i, column);
      g_autofree char   *right = NULL;

      if (!is_odd (table, i, column))
        continue;

      right =
          tal_danish_number_format (tal_decimal_round (cell->value, table->columns[column].scale),
                                    TAL_DANISH_NUMBER_PLAIN);
      tal_note_add_remark (remarks, TAL_SEVERITY_NOTE, "table-decimals",
                           tal_note_table_get_row (table, i)->line, cell->text,
                           tal_note_cell_dup_replacement (cell, right),
                           g_strdup_printf (_("%s has more decimals than the other figures of its column."),
                               cell->text));
    }
}

void
tal_note_shares_check (const TalNoteTable *table, GPtrArray *remarks)
{
  gboolean is_explained = FALSE;

  g_return_if_fail (table != NULL);
  g_return_if_fail (remarks != NULL);

  for (guint i = 1; i < table->n_columns; i++)
    {
      if (table->columns[i].kind != TAL_NOTE_CELL_PERCENT && !is_count (table, i))
        continue;

      if (table->columns[i].kind == TAL_NOTE_CELL_PERCENT || table->columns[i].scale > 0)
        check_decimals (table, i, remarks);
      is_explained = (table->columns[i].kind == TAL_NOTE_CELL_PERCENT && is_count (table, i - 1) &&
                      check_pair (table, i - 1, i, remarks)) ||
                     tal_note_ratios_check (table, i, remarks) || is_explained;
    }

  if (!is_explained)
    check_distributions (table, remarks);
}
