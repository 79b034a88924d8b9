/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-ratios.h"

#include "base/tal-danish-number.h"
#include "core/tal-note-label.h"
#include "core/tal-note-sum.h"

#include <glib/gi18n-lib.h>

#define FEWEST_ROWS 3 /* that must agree before two columns are what a third is of */

typedef enum
{
  RELATION_QUOTIENT,
  RELATION_DIFFERENCE,
  RELATION_CHANGE, /* in per cent of the earlier */
} Relation;

typedef struct
{
  const TalNoteTable *table;
  Relation            relation;
  guint               part;   /* or the later */
  guint               whole;  /* or the earlier */
  guint               result; /* the column being checked */
  gint64              factor; /* 100 for per cent */
} Ratio;

static gboolean
is_count (const TalNoteTable *table, guint column)
{
  return table->columns[column].kind == TAL_NOTE_CELL_NUMBER;
}

static const TalNoteCell *
get_cell (const Ratio *self, guint row, guint column)
{
  return tal_note_table_get_cell (self->table, row, column);
}

static gboolean
is_comparable (const Ratio *self, guint row)
{
  const TalNoteCell *whole = get_cell (self, row, self->whole);

  return get_cell (self, row, self->part)->kind == TAL_NOTE_CELL_NUMBER &&
         whole->kind == TAL_NOTE_CELL_NUMBER && !tal_decimal_is_zero (whole->value) &&
         get_cell (self, row, self->result)->kind == self->table->columns[self->result].kind;
}

static TalFraction
relate (const Ratio *self, TalFraction part, TalFraction whole)
{
  TalFraction factor = tal_fraction_from_integer (self->factor);

  switch (self->relation)
    {
    case RELATION_QUOTIENT:
      return tal_fraction_multiply (tal_fraction_divide (part, whole), factor);
    case RELATION_DIFFERENCE:
      return tal_fraction_subtract (part, whole);
    case RELATION_CHANGE:
      return tal_fraction_multiply (tal_fraction_divide (tal_fraction_subtract (part, whole),
                                                         whole),
                                    factor);
    }

  g_return_val_if_reached (part);
}

static TalFraction
compute (const Ratio *self, guint row)
{
  return relate (self, tal_fraction_from_decimal (get_cell (self, row, self->part)->value),
                 tal_fraction_from_decimal (get_cell (self, row, self->whole)->value));
}

/* From the least to the most that it can be, as the two figures were rounded. */
static TalInterval
compute_interval (const Ratio *self, guint row)
{
  TalInterval part =
      tal_note_table_get_interval (self->table, get_cell (self, row, self->part), self->part);
  TalInterval whole =
      tal_note_table_get_interval (self->table, get_cell (self, row, self->whole), self->whole);
  TalFraction corners[] = { relate (self, part.low, whole.low), relate (self, part.low, whole.high),
                            relate (self, part.high, whole.low),
                            relate (self, part.high, whole.high) };
  TalInterval found = { corners[0], corners[0] };

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      if (!tal_fraction_is_valid (corners[i]))
        return tal_interval_from_exact (compute (self, row));
      if (tal_fraction_compare (corners[i], found.low) < 0)
        found.low = corners[i];
      if (tal_fraction_compare (corners[i], found.high) > 0)
        found.high = corners[i];
    }

  return found;
}

static gboolean
is_right (const Ratio *self, guint row)
{
  const TalNoteCell *cell = get_cell (self, row, self->result);

  return tal_fraction_is_valid (compute (self, row)) &&
         tal_interval_overlaps (tal_note_table_get_interval (self->table, cell, self->result),
                                compute_interval (self, row));
}

static gboolean
is_found (const Ratio *self)
{
  guint n_rows = 0;
  guint n_right = 0;
  guint n_telling = 0;

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      if (!is_comparable (self, i))
        continue;
      n_rows++;
      if (!is_right (self, i))
        continue;
      n_right++;
      /* Nothing is a part of anything. */
      if (!tal_decimal_is_zero (get_cell (self, i, self->result)->value))
        n_telling++;
    }

  return n_telling >= FEWEST_ROWS && n_right * 3 >= n_rows * 2;
}

static char *
dup_sentence (const Ratio *self, guint row, const char *right)
{
  const char *name = tal_note_table_get_row (self->table, row)->name;
  const char *part = get_cell (self, row, self->part)->text;
  const char *whole = get_cell (self, row, self->whole)->text;
  const char *said = get_cell (self, row, self->result)->text;

  switch (self->relation)
    {
    case RELATION_QUOTIENT:
      return g_strdup_printf (_("“%s”: %s to %s is %s, not %s."), name, part, whole, right, said);
    case RELATION_DIFFERENCE:
      return g_strdup_printf (_("“%s”: %s less %s is %s, not %s."), name, part, whole, right,
                                 said);
    case RELATION_CHANGE:
      return g_strdup_printf (_("“%s”: from %s to %s is a change of %s per cent, not %s."), name,
                                 whole, part, right, said);
    }

  g_return_val_if_reached (NULL);
}

static void
remark_wrong (const Ratio *self, guint row, GPtrArray *remarks)
{
  const TalNoteCell *cell = get_cell (self, row, self->result);
  g_autofree char   *right = tal_note_fraction_format (compute (self, row), cell->value.scale);

  tal_note_add_remark (remarks, TAL_SEVERITY_ERROR, "table-ratio",
                       tal_note_table_get_row (self->table, row)->line, cell->text,
                       tal_note_cell_dup_replacement (cell, right),
                       dup_sentence (self, row, right));
}

/* With its first digit that is not nought: 0,005. */
static char *
format_small (TalFraction value)
{
  TalDecimal rounded = TAL_DECIMAL (0, 0);

  for (guint8 scale = 1; scale <= TAL_DECIMAL_MAX_SCALE; scale++)
    {
      if (tal_fraction_round (value, scale, &rounded) && !tal_decimal_is_zero (rounded))
        break;
    }

  return tal_danish_number_format (rounded, TAL_DANISH_NUMBER_PLAIN);
}

static void
remark_zero (const Ratio *self, guint row, GPtrArray *remarks)
{
  const TalNoteRow  *found = tal_note_table_get_row (self->table, row);
  const TalNoteCell *cell = get_cell (self, row, self->result);
  g_autofree char   *right = format_small (compute (self, row));

  tal_note_add_remark (remarks, TAL_SEVERITY_NOTE, "table-ratio-zero", found->line, cell->text,
                       tal_note_cell_dup_replacement (cell, right),
                       g_strdup_printf (_("“%s”: %s to %s is shown as %s, but it is not zero: %s."), found->name,
                           get_cell (self, row, self->part)->text,
                           get_cell (self, row, self->whole)->text, cell->text, right));
}

static gboolean
check_ratio (const Ratio *self, GPtrArray *remarks)
{
  if (!is_found (self))
    return FALSE;

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      if (!is_comparable (self, i))
        continue;
      if (!is_right (self, i))
        remark_wrong (self, i, remarks);
      else if (self->relation == RELATION_QUOTIENT &&
               tal_decimal_is_zero (get_cell (self, i, self->result)->value) &&
               !tal_fraction_is_zero (compute (self, i)))
        remark_zero (self, i, remarks);
    }

  return TRUE;
}

/* "Udvikling i pct." over numbers without the sign. */
static gboolean
says_per_cent (const TalNoteTable *table, guint column)
{
  static const char *const words[] = { "pct", "procent", "%", NULL };

  return tal_note_has_any (table->columns[column].heading, words);
}

/* Each pair of counts that the column may be that of, until one is found. */
static gboolean
check_relation (const TalNoteTable *table, guint column, Relation relation, GPtrArray *remarks)
{
  gboolean plain = is_count (table, column) && !says_per_cent (table, column);
  Ratio    ratio = { table, relation, 0, 0, column, plain ? 1 : 100 };

  for (ratio.whole = 0; ratio.whole < table->n_columns; ratio.whole++)
    {
      for (ratio.part = 0; ratio.part < table->n_columns; ratio.part++)
        {
          if (ratio.part != ratio.whole && ratio.part != column && ratio.whole != column &&
              is_count (table, ratio.part) && is_count (table, ratio.whole) &&
              check_ratio (&ratio, remarks))
            return TRUE;
        }
    }

  return FALSE;
}

/* Only a column that says so is a difference: sums are made of the same figures. */
static gboolean
says_difference (const char *heading)
{
  static const char *const words[] = { "udvikling", "ændring", "afvigelse",
                                       "forskel",   "differ",  NULL };

  return tal_note_has_any (heading, words);
}

gboolean
tal_note_ratios_check (const TalNoteTable *table, guint column, GPtrArray *remarks)
{
  const TalNoteColumn *shape;

  g_return_val_if_fail (table != NULL, FALSE);
  g_return_val_if_fail (remarks != NULL, FALSE);

  shape = &table->columns[column];
  if (is_count (table, column) && says_difference (shape->heading) &&
      !says_per_cent (table, column))
    return check_relation (table, column, RELATION_DIFFERENCE, remarks);
  if (is_count (table, column) && shape->scale == 0)
    return FALSE;
  if (check_relation (table, column, RELATION_QUOTIENT, remarks))
    return TRUE;

  return (shape->kind == TAL_NOTE_CELL_PERCENT || says_per_cent (table, column)) &&
         check_relation (table, column, RELATION_CHANGE, remarks);
}
